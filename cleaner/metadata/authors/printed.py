"""Who signs by what the page prints: bylines, links to authors' pages and bare names around the title; signatures
elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cleaner import dates
from cleaner.labels import Reason, Role
from cleaner.lines import bylines
from cleaner.lines.shapes import is_prose
from cleaner.metadata.authors import parse, person
from cleaner.metadata.sources import is_within, may_speak, near_title
from cleaner.model import Block, Page, PageContext, Style
from cleaner.patterns import IGNORECASE, Pattern

# How far above an element a name that says so may stand, and how long a line that only names people may be.
_ABOVE, _LONGEST = 3, 120
_SAYING = Pattern(r"author|byline|writer|contributor|autor|redakteur|auteur|verfasser|journalist", IGNORECASE)
# Parts that name authors of other pieces; right below the title only these do.
_ELSEWHERE = frozenset(("related", "comments", "navigation", "footer", "newsletter", "advertisement"))
_NEVER = frozenset(("comments", "navigation", "footer", "newsletter"))
# Two who sign together stand as near as this: their names, and a comma or an "and" between.
_BESIDE = 2
# So many blocks below the title are the head's, whatever the part that they stand in is called: a banner, a side.
_CLOSE = 3
_ASIDE = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE, Reason.OTHER))
_DATED = (Role.BYLINE, Role.PUBLISHED, Role.MODIFIED)
_UNTOLD = (None, Role.PARAGRAPH, Role.LIST_ITEM)
_TITLE, _BYLINE, _LINK = Role.TITLE, Role.BYLINE, Style.LINK
_NONE = frozenset((_TITLE, Role.SUBTITLE, Role.HEADING))
# Within so many blocks below the title the text begins: buttons and pictures stand between.
_LEAD_IN = 30
# How long a line is that only leads to the name in the next: "Written by:"; and a line that is only a name.
_LEAD, _NAME = 20, 40
# So many of the last lines may be a signature, and what it begins with; what a quotation does, whose source would look
# the same.
_LAST, _DASH, _QUOTATION = 3, Pattern(r"[—–-] ?\p{Lu}"), Pattern(r"[\"“”„«‘'>]")
# Addresses of authors' pages, in the languages of the phrase files; those of people are authors' only where a byline
# links to them.
_AUTHORS = frozenset(
    "author authors by byline bylines contributor contributors columnist columnists journalist journalists reporter "
    "reporters writer writers correspondent"
    " correspondents interviewer interviewers redakteur redakteure autor autoren autores autora autoras autori "
    "autorka autorzy autore autrice auteur auteurs"
    " redacteur redacteurs redactor redactores journaliste journalistes periodista periodistas giornalista "
    "giornalisti jornalista jornalistas"
    " colunista colunistas forfatter forfattere skribent skribenter kirjoittaja kirjoittajat toimittaja toimittajat "
    "yazar yazarlar penulis"
    " avtor avtory avtori szerzo szerzok".split()
)
_AUTHOR_PAGE = Pattern(
    rf"/(?:[\w-]+-)?(?:{'|'.join(sorted(_AUTHORS))})[/=][^/?#]|[?&](?:{'|'.join(sorted(_AUTHORS))})=[^&]", IGNORECASE
)
_PERSON_PAGE = Pattern(
    r"/(?:people|persons?|staff|team|profiles?|profil|users?|u|members?|editors?|about|about-us)/[^/?#]|/@\w",
    IGNORECASE,
)


@dataclass(slots=True)
class Signed:
    """One source's names, in their order.

    `firms` and `persons` are those of them that the source calls organisations and people; `printed`: in a line that
    begins with "By".
    """

    names: list[str]
    source: str
    firms: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    printed: bool = False

    def people(self, sites: Sequence[str]) -> list[str]:
        """The names that are people's."""
        return [
            name
            for name in self.names
            if name not in self.firms and not person.is_organisation(name, sites, name in self.persons)
        ]

    def is_person(self, name: str) -> bool:
        """Whether one of the names looks like a person's, or the source calls it so and it is written as one."""
        return person.is_person(name) or (name in self.persons and person.has_form(name))


def printed_names(page: Page, context: PageContext, sites: Sequence[str]) -> Iterator[Signed]:
    """What the page prints around its title: lines that begin with "By", then links to authors' pages, elements that
    are called so, and bare names.
    """
    blocks = page.blocks
    title = next((i for i, block in enumerate(blocks) if block.role is _TITLE), len(blocks))
    led: list[tuple[int, Signed]] = []
    linked: list[tuple[int, Signed]] = []
    shown: list[tuple[int, Signed]] = []
    for i in near_title(page):
        block, text = blocks[i], blocks[i].text
        if len(text) > parse.LONGEST or block.role in _NONE or not (page.html or block.role is _BYLINE):
            continue
        sure = block.role is _BYLINE or _says(page, block)
        if not (
            _is_of_head(page, i, title)
            or (not is_within(page, block, _ELSEWHERE) and (sure or may_speak(page, i, context)))
        ):
            continue
        leads = parse.leads(text)
        persons = _author_links(block, leads or sure)
        if leads or ((sure or not text.isascii()) and bylines.names(text)):
            led += [(i, signed) for signed in _led(blocks, i, persons, sure, leads)]
        elif len(text) > _LONGEST:
            continue
        elif persons and (not linked or i - linked[-1][0] <= _BESIDE):
            linked.append((i, Signed(persons, "author link", persons=frozenset(persons))))
        elif sure or (block.role in _UNTOLD and dates.find(text)):
            shown += [(i, signed) for signed in _shown(block, sure, sites)]
    if linked and led and linked[0][0] < led[0][0] and linked[0][0] - title <= _CLOSE:
        yield from _alike(page, linked)
        linked = []
    yield from (signed for _, signed in led)
    yield from _alike(page, linked)
    bare, noted = _bare(page, title) or (None, False)
    if bare and noted:
        yield bare
    yield from _alike(page, shown)
    if bare:
        yield bare


def _is_of_head(page: Page, i: int, title: int) -> bool:
    """Whether a block right below the title is the head's, though it is left out: a banner, a side."""
    block = page.blocks[i]
    return 0 < i - title <= _CLOSE and block.reason in _ASIDE and not is_within(page, block, _NEVER)


def _led(blocks: Sequence[Block], i: int, persons: list[str], sure: bool, leads: bool) -> Iterator[Signed]:
    """Who signs by a line with words that lead to a name; where it holds these alone, by the next line.

    persons: those whose names link to an author's page; sure: whether more than the words tells that it is a byline;
    leads: whether "By" or the like does.
    """
    block = blocks[i]
    signed = persons or _linked(block) or parse.of_byline(block.text, sure or not leads)
    is_label = not signed and len(block.text) <= _LEAD and i + 1 < len(blocks)
    if is_label:
        signed = parse.of_byline(blocks[i + 1].text, True)
    if not signed:
        return
    named = person.is_person(signed[0]) or person.is_organisation(signed[0])
    if named or sure or persons or (is_label and signed[0][0].isupper() and " " not in signed[0]):
        yield Signed(
            signed, block.rule if block.role is _BYLINE else "byline", persons=frozenset(persons), printed=True
        )


def _shown(block: Block, sure: bool, sites: Sequence[str]) -> Iterator[Signed]:
    """Who signs by a line that is called a byline (`sure`) or holds a date, without a word that leads to a name."""
    signed = [person.without_site(name, sites) for name in _linked(block) or parse.of_byline(block.text, True)]
    if signed and (
        (person.is_person(signed[0]) and (sure or person.has_case(signed[0])))
        or (sure and person.is_organisation(signed[0]))
    ):
        yield Signed(signed, block.rule if block.role is _BYLINE else "byline")


def _alike(page: Page, shown: list[tuple[int, Signed]]) -> Iterator[Signed]:
    """The names that stand in elements of the same kind as the first person's; as an organisation's where there is
    none.
    """
    shown = [(i, signed) for i, signed in shown if person.is_person(signed.names[0])] or shown
    if shown:
        first = page.blocks[shown[0][0]]
        alike = [signed for i, signed in shown if _form(page, page.blocks[i]) == _form(page, first)]
        listed = list(dict.fromkeys(name for signed in alike for name in signed.names))
        yield Signed(
            listed,
            shown[0][1].source,
            persons=frozenset().union(*(signed.persons for signed in alike)),
            printed=len(alike) > 1,
        )


def _bare(page: Page, title: int) -> tuple[Signed, bool] | None:
    """A line below the title that is nothing but a name, and whether a note tells of it, right below or further down:
    "Jane Doe is …".

    Without a note it stands right before the first prose.
    """
    if not page.html:
        return None
    blocks = page.blocks
    first = next(
        (i for i in range(title + 1, min(title + _LEAD_IN, len(blocks))) if blocks[i].role is Role.PARAGRAPH), title
    )
    for i in (*range(title + 1, title + 1 + _CLOSE), first):
        if not title < i < len(blocks) - 1:
            continue
        block, below = blocks[i], blocks[i + 1]
        text = block.text
        if (
            len(text) > _NAME
            or block.role not in _UNTOLD
            or block.links
            or block.reason is Reason.SHARE
            or is_within(page, block, _NEVER)
        ):
            continue
        if text in blocks[title].text or not person.is_person(text):
            continue
        noted = below.reason is Reason.AUTHOR_NOTE or any(
            _tells_of(blocks, at, text) for at in range(i + 1, len(blocks))
        )
        if noted or (
            person.has_case(text)
            and block.role is Role.PARAGRAPH
            and below.role is Role.PARAGRAPH
            and is_prose(below.text)
        ):
            return Signed(parse.of_byline(text), "name"), noted
    return None


def _tells_of(blocks: Sequence[Block], at: int, name: str) -> bool:
    """Whether a block is a note on an author: it begins with the name, leads to the author's other pieces, or is the
    name above such a note.
    """
    text = blocks[at].text
    if name not in text:
        return False
    if text == name:
        return any(len(below.text) > _NAME or name in below.text for below in blocks[at + 1 : at + 2]) and blocks[
            at
        ].reason in (None, *_ASIDE)
    return text.startswith(f"{name} ") or text.endswith(f" by {name}")


def _form(page: Page, block: Block) -> tuple[str, str | None]:
    if block.element < 0:
        return "", None
    return page.elements.tags[block.element], page.elements.classes[block.element]


def _links(block: Block, leads: Callable[[str], bool]) -> Iterator[str]:
    """What the links of a block say that lead to where they shall."""
    if block.styled is None:
        return
    pieces, styles = block.styled
    ends = [start for start, _, _ in styles[1:]] + [len(pieces)]
    for (start, style, address), end in zip(styles, ends, strict=True):
        if style == _LINK and leads(address or ""):
            yield " ".join("".join(pieces[start:end]).split())


def _anywhere(_: str) -> bool:
    return True


def _to_author(address: str) -> bool:
    """Whether an address is that of an author's page; most have none of the words."""
    parts = address.lower().replace("-", "/").replace("=", "/").replace("?", "/").replace("&", "/").split("/")
    return not _AUTHORS.isdisjoint(parts) and _AUTHOR_PAGE.search(address) is not None


def _to_person(address: str) -> bool:
    """Whether an address is that of a person's page."""
    return _PERSON_PAGE.search(address) is not None or _to_author(address)


def _linked(block: Block) -> list[str]:
    """The names of a byline each of which is a link of its own; none where fewer than two are."""
    found = list(
        dict.fromkeys(
            name
            for text in _links(block, _anywhere)
            if person.is_person(name := parse.tidy(text)) and parse.mentions(block.text, name)
        )
    )
    return found if len(found) > 1 else []


def _author_links(block: Block, known: bool) -> list[str]:
    """The people whose names link to an author's page.

    known: whether the line is known for a byline: then pages of people and users are authors', too, and nicknames are
    names.
    """
    links = list(_links(block, _to_person if known else _to_author))
    if not links:
        return links
    found: list[str] = []
    others = parse.without_others(block.text)
    for text in links:
        listed = [parse.tidy(text)]
        if not person.is_person(listed[0]) and (parse.is_byline(text) or parse.after_by(text)):
            listed = parse.of_byline(text)
        found += [
            name
            for name in listed
            if name in others and (person.is_person(name) or (known and len(name) > 1 and " " not in name))
        ]
    return list(parse.unique(found))


def signatures(page: Page) -> Iterator[Signed]:
    """Who signs a piece that nobody signs around its title.

    That is said in a line with its date, by "Written by Jane Doe", by a link to the author's page, in a part that is
    called the author's, or at the text's end.
    """
    found: dict[int, Signed] = {}
    for block in page.blocks if page.html else ():
        if len(block.text) > _LONGEST or block.role in _NONE:
            continue
        led = parse.is_byline(block.text)
        if is_within(page, block, _ELSEWHERE) and not (led and _ends_article(page, block)):
            continue
        persons = _author_links(block, led) if block.reason is not Reason.RELATED else []
        rank = 0 if block.role in _DATED else 1 if led else 2 if persons else 3 if _says(page, block) else -1
        if rank >= 0 and rank not in found:
            signed = persons or parse.of_byline(block.text, rank != 1)
            if signed and person.is_person(signed[0]):
                found[rank] = Signed(
                    signed, (block.rule, "signature", "author link", "author box")[rank], persons=frozenset(persons)
                )
    yield from (signed for _, signed in sorted(found.items()))
    yield from _at_the_end(page)


def _at_the_end(page: Page) -> Iterator[Signed]:
    """Who signs in the last lines of the text: "— Jane Doe", unless a quotation stands above, or in bare text, whose
    parts have no names, "By Jane Doe".
    """
    kept = [block for block in page.blocks if block.role is not None]
    for above, block in pairwise(kept[-_LAST - 1 :]):
        text = block.text
        signs = _DASH.match(text) and above.form is not Role.QUOTE and not _QUOTATION.match(above.text)
        if len(text) <= _LONGEST and block.role not in _NONE and (signs or (not page.html and parse.is_byline(text))):
            signed = parse.of_byline(text)
            if signed and person.is_person(signed[0]):
                yield Signed(signed, "signature")


def _ends_article(page: Page, block: Block) -> bool:
    """Whether a block stands in a footer that is an article's own."""
    elements, at, footer = page.elements, block.element, False
    while at >= 0:
        footer = footer or elements.tags[at] == "footer"
        if elements.tags[at] == "article":
            return footer
        at = elements.parents[at]
    return False


def _says(page: Page, block: Block) -> bool:
    """Whether the element of a block, or one right above it, is called an author's or a byline."""
    elements, at = page.elements, block.element
    for _ in range(_ABOVE):
        if at < 0:
            return False
        if elements.tags[at] == "address" or ((classes := elements.classes[at]) and _names_author(classes)):
            return True
        at = elements.parents[at]
    return False


@lru_cache(maxsize=1 << 12)
def _names_author(classes: str) -> bool:
    """Whether a class attribute's value speaks of an author."""
    return _SAYING.search(classes) is not None
