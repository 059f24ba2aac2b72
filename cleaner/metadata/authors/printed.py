"""Who signs by the lines around the title: bylines, links to authors' pages and bare names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner import dates
from cleaner.labels import Reason, Role
from cleaner.lines import bylines
from cleaner.lines.shapes import is_prose
from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.links import author_links, linked_names
from cleaner.metadata.authors.parts import LONGEST_LINE, NO_BYLINE, OTHER_PARTS, is_named_byline, origin_of_byline
from cleaner.metadata.authors.signed import Signed
from cleaner.metadata.placement import is_within, may_speak, near_title
from cleaner.model import Block, Page

# Categories of parts that are not the article's header, even right below the title.
_NEVER_ITS_HEADER = frozenset(("comments", "navigation", "footer", "newsletter"))
# Blocks from one who signs to the next, with a comma or an "and" between. By hand, as the next ones.
_BESIDE = 2
# Blocks below the title that are of the header, whatever part they stand in: a banner, an aside.
_BLOCKS_BELOW = 3
_ASIDE = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE, Reason.OTHER))
_UNLABELLED = (None, Role.PARAGRAPH, Role.LIST_ITEM)
_BYLINE = Role.BYLINE
# Blocks below the title within which the text begins: buttons and pictures stand between.
_BEFORE_TEXT = 30
# Characters of the longest line with a prefix alone ("Written by:").
_LONGEST_LABEL = 20
# Characters of the longest line with a name alone.
_LONGEST_NAME = 40


def printed_names(page: Page, sites: Sequence[str]) -> Iterator[Signed]:
    """The names around the title: lines that begin with "By", then links to authors' pages, elements with an author's
    class name, and bare names.

    sites: the site's names (see `site_name.site_keys`).
    """
    blocks = page.blocks
    title = page.title_index if page.title_index >= 0 else len(blocks)
    prefixed: list[tuple[int, Signed]] = []
    linked: list[tuple[int, Signed]] = []
    named: list[tuple[int, Signed]] = []
    for i in near_title(page):
        block, text = blocks[i], blocks[i].text
        if len(text) > parse.LONGEST or block.role in NO_BYLINE or not (page.html or block.role is _BYLINE):
            continue
        sure = block.role is _BYLINE or is_named_byline(page, block)
        may_name = not is_within(page, block, OTHER_PARTS) and (sure or may_speak(page, i))
        if not (may_name or _is_of_header(page, i, title)):
            continue
        has_prefix = parse.has_prefix(text)
        persons = author_links(block, has_prefix or sure)
        if has_prefix or ((sure or not text.isascii()) and bylines.names(text)):
            prefixed += [(i, signed) for signed in _with_prefix(page, i, persons, sure, has_prefix)]
        elif len(text) > LONGEST_LINE:
            continue
        elif persons and (not linked or i - linked[-1][0] <= _BESIDE):
            linked.append((i, Signed(persons, "author link", persons=frozenset(persons))))
        elif sure or (block.role in _UNLABELLED and dates.find(text)):
            named += [(i, signed) for signed in _without_prefix(block, sure, sites)]
    if linked and prefixed and linked[0][0] < prefixed[0][0] and linked[0][0] - title <= _BLOCKS_BELOW:
        yield from _of_same_kind(page, linked)
        linked = []
    yield from (signed for _, signed in prefixed)
    yield from _of_same_kind(page, linked)
    bare, has_note = _bare_name(page, title) or (None, False)
    if bare and has_note:
        yield bare
    yield from _of_same_kind(page, named)
    if bare:
        yield bare


def _is_of_header(page: Page, i: int, title: int) -> bool:
    """Whether a block right below the title is of the article's header, though it is left out: a banner, an aside."""
    block = page.blocks[i]
    return 0 < i - title <= _BLOCKS_BELOW and block.reason in _ASIDE and not is_within(page, block, _NEVER_ITS_HEADER)


def _with_prefix(page: Page, i: int, persons: list[str], sure: bool, has_prefix: bool) -> Iterator[Signed]:
    """The names of a line with a prefix such as "By"; those of the next line where it holds the prefix alone.

    persons: those whose names link to an author's page; sure: whether its role or class name tells that the line is a
    byline; has_prefix: whether it has a prefix of `names.toml`.
    """
    blocks, block = page.blocks, page.blocks[i]
    names = persons or linked_names(block) or parse.of_byline(block.text, sure or not has_prefix)
    is_label = not names and len(block.text) <= _LONGEST_LABEL and i + 1 < len(blocks)
    if is_label:
        names = parse.of_byline(blocks[i + 1].text, True)
    if not names:
        return
    is_name = person.is_person(names[0]) or person.is_organisation(names[0])
    is_nickname = is_label and names[0][0].isupper() and " " not in names[0]
    if is_name or sure or persons or is_nickname:
        source = block.rule if block.role is _BYLINE else "byline"
        yield Signed(names, source, origin_of_byline(block), persons=frozenset(persons), printed=True)


def _without_prefix(block: Block, sure: bool, sites: Sequence[str]) -> Iterator[Signed]:
    """The names of a line without a prefix that has a byline's role or class name (`sure`), or holds a date."""
    names = [person.without_site(name, sites) for name in linked_names(block) or parse.of_byline(block.text, True)]
    if not names:
        return
    is_person = person.is_person(names[0]) and (sure or person.has_case(names[0]))
    if is_person or (sure and person.is_organisation(names[0])):
        yield Signed(names, block.rule if block.role is _BYLINE else "byline", origin_of_byline(block))


def _of_same_kind(page: Page, named: list[tuple[int, Signed]]) -> Iterator[Signed]:
    """The names in elements with the tag and class of the first person's; the first name's where none is a person's."""
    named = [(i, signed) for i, signed in named if person.is_person(signed.names[0])] or named
    if named:
        at, first = named[0]
        kind = _kind_of_element(page, page.blocks[at])
        alike = [signed for i, signed in named if _kind_of_element(page, page.blocks[i]) == kind]
        names = list(dict.fromkeys(name for signed in alike for name in signed.names))
        persons = frozenset[str]().union(*(signed.persons for signed in alike))
        yield Signed(names, first.source, first.origin, persons=persons, printed=len(alike) > 1)


def _bare_name(page: Page, title: int) -> tuple[Signed, bool] | None:
    """A line below the title that is nothing but a name, and whether a note on the author follows: "Jane Doe is …".

    Without a note the line must stand right before the first prose.
    """
    if not page.html:
        return None
    blocks = page.blocks
    first = next(
        (i for i in range(title + 1, min(title + _BEFORE_TEXT, len(blocks))) if blocks[i].role is Role.PARAGRAPH), title
    )
    for i in (*range(title + 1, title + 1 + _BLOCKS_BELOW), first):
        if not title < i < len(blocks) - 1:
            continue
        block, below = blocks[i], blocks[i + 1]
        text = block.text
        if len(text) > _LONGEST_NAME or block.role not in _UNLABELLED or block.links or block.reason is Reason.SHARE:
            continue
        if is_within(page, block, _NEVER_ITS_HEADER) or text in blocks[title].text or not person.is_person(text):
            continue
        is_before_note = below.reason is Reason.AUTHOR_NOTE
        has_note = is_before_note or any(_is_note_on(blocks, at, text) for at in range(i + 1, len(blocks)))
        is_paragraph = block.role is Role.PARAGRAPH and below.role is Role.PARAGRAPH
        if has_note or (person.has_case(text) and is_paragraph and is_prose(below.text)):
            return Signed(parse.of_byline(text), "name"), has_note
    return None


def _is_note_on(blocks: Sequence[Block], at: int, name: str) -> bool:
    """Whether a block is a note on an author: it begins with the name, links to the author's other articles, or is the
    name above such a note.
    """
    text = blocks[at].text
    if name not in text:
        return False
    if text == name:
        if blocks[at].reason not in (None, *_ASIDE) or at + 1 == len(blocks):
            return False
        below = blocks[at + 1].text
        return len(below) > _LONGEST_NAME or name in below
    return text.startswith(f"{name} ") or text.endswith(f" by {name}")


def _kind_of_element(page: Page, block: Block) -> tuple[str, str | None]:
    """The tag and the class of a block's element."""
    if block.element < 0:
        return "", None
    return page.elements.tags[block.element], page.elements.classes[block.element]
