"""Authors: who signs the piece, by JSON-LD, meta tags, microdata and printed bylines; people before organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cleaner import dates
from cleaner.metadata import names
from cleaner.metadata.sources import is_within, may_speak, near_title, own_first, plain
from cleaner.model import Block, Page, Recognised, Role, Style
from cleaner.rules import bylines

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author_name",
    "citation_author", "citation_authors", "cxenseparse:author", "cxenseparse:recs:author", "dcsext.author", "articleauthor", "authors",
    "og:article:author", "vr:author", "bylines",
)  # fmt: skip
# Of Twitter's label and data pairs, that whose label says so.
_LABELS = (
    "written by",
    "author",
    "by",
    "verfasst von",
    "geschrieben von",
    "écrit par",
    "escrito por",
    "scritto da",
    "geschreven door",
    "skrevet av",
    "skriven av",
    "автор",
)
# How far above an element a name that says so may stand, and how long a line that only names people may be.
_ABOVE, _LONGEST = 3, 120
_SAYING = ("author", "byline", "writer", "contributor", "autor", "redakteur", "auteur", "verfasser", "journalist")
# Parts that name authors of other pieces.
_ELSEWHERE = frozenset(("related", "comments", "navigation", "footer", "newsletter", "advertisement"))


@dataclass(slots=True)
class Signed:
    """One source's names, in their order; `firms` are those of them that the source calls organisations; `printed`: in a line that begins with "By"."""

    names: list[str]
    source: str
    firms: frozenset[str] = frozenset()
    printed: bool = False

    def people(self, sites: Sequence[str]) -> list[str]:
        """The names that are people's."""
        return [name for name in self.names if name not in self.firms and not names.is_organisation(name, sites)]


def candidates(page: Page, head: Sequence[Block], found: Recognised, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors, without the site's name after theirs (`sites`: see `names.is_organisation`)."""
    for signed in _candidates(page, head, found, sites):
        signed.names = [names.without_site(name, sites) for name in signed.names]
        yield signed


def _candidates(page: Page, head: Sequence[Block], found: Recognised, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors: the rule set's, JSON-LD, meta tags, microdata, the page's bylines; the more reliable first."""
    if found.fields.get("authors"):
        slug = found.rules.slug if found.rules else "family"
        yield Signed(of_fields(found.fields["authors"]), f"{slug}:authors")
    for block in head:
        if block.role is Role.BYLINE and not block.rule.startswith("generic:") and found.rules is not None and block.rule.startswith(found.rules.slug):
            yield Signed(names.of_byline(block.text, sure=True), block.rule)
    for kind in ("Article", "WebPage"):
        for thing in own_first(found, found.things_of(kind)):
            said = "author" if thing.get("author") else "creator"
            listed = list(of_jsonld(thing.get(said), found.things))
            if listed:
                yield Signed(list(names.unique(name for name, _ in listed)), f"json-ld:{said}", frozenset(name for name, firm in listed if firm))
    for meta in _METAS:
        values = found.head.metas.get(meta, [])
        if values:
            yield Signed(of_fields(values), f"meta:{meta}")
    for n in ("1", "2", "3"):
        label = (found.head.first(f"twitter:label{n}") or "").casefold().strip(" :")
        if label in _LABELS:
            yield Signed(of_fields(found.head.metas.get(f"twitter:data{n}", [])), f"meta:twitter:data{n}")
    if found.properties.get("author"):
        yield Signed(of_fields(found.properties["author"]), "property:author")
    yield from _bylines(page, found, sites)
    persons = [plain(name) for thing in found.things_of("Person") if isinstance(name := thing.get("name"), str)]
    if len(set(persons)) == 1:
        yield Signed(of_fields(persons[:1]), "json-ld:Person")


def choose(every: Sequence[Signed], sites: Sequence[str]) -> int:
    """The first list that names a person; else the first at all. A printed byline that holds all of it and more people is the fuller one."""
    if ":authors" in every[0].source:
        return 0
    people = [{name.casefold() for name in signed.people(sites) if names.is_person(name)} for signed in every]
    best = next((i for i, found in enumerate(people) if found), -1)
    if best < 0:  # an agency tells more than the site's own name
        return next((i for i, signed in enumerate(every) if signed.source[:5] in ("meta:", "json-") and any(map(names.is_agency, signed.names))), 0)
    return next((i for i in range(best + 1, len(every)) if every[i].printed and people[i] > people[best]), best)


def of_fields(values: Sequence[str]) -> list[str]:
    """The names of fields, each of which holds one or several."""
    return list(names.unique(name for value in values for name in names.of_field(plain(value))))


def of_jsonld(value: Any, things: Sequence[dict[str, Any]], firm: bool = False, depth: int = 0) -> Iterator[tuple[str, bool]]:
    """Names from JSON-LD's `author`, and whether each is an organisation's: a string, an object, a reference to another object, or a list of them."""
    if depth > 4:
        return
    if isinstance(value, str):
        yield from ((name, firm) for name in names.of_field(plain(value)))
    elif isinstance(value, list):
        for item in value:
            yield from of_jsonld(item, things, firm, depth + 1)
    elif isinstance(value, dict):
        kinds = str(value.get("@type"))
        firm = firm or "Organization" in kinds
        if value.get("name"):
            yield from of_jsonld(value["name"], things, firm, depth + 1)
        elif parts := [part for key in ("givenName", "familyName") if isinstance(part := value.get(key), str)]:
            yield from of_jsonld(" ".join(parts), things, firm, depth + 1)
        elif value.get("@id"):
            named = next((thing for thing in things if thing.get("@id") == value["@id"] and thing.get("name")), None)
            if named is not None:
                yield from of_jsonld(named["name"], things, firm or "Organization" in str(named.get("@type")), depth + 1)


def _bylines(page: Page, found: Recognised, sites: Sequence[str]) -> Iterator[Signed]:
    """Printed bylines around the title: those that begin with "By" before those whose element is named so."""
    blocks = page.blocks
    shown: list[tuple[int, Signed]] = []
    for i in near_title(page):
        block = blocks[i]
        text = block.text
        if len(text) > names.LONGEST or block.role in _NONE or not (page.html or block.role is Role.BYLINE):
            continue
        sure = block.role is Role.BYLINE or _says(page, block)
        source = block.rule if block.role is Role.BYLINE else "byline"
        if is_within(page, block, _ELSEWHERE) or not (sure or may_speak(page, i, found)):
            continue
        if names.is_byline(text) or names.after_by(text) is not None or (sure and bylines.names(text)):
            signed = _linked(block) or names.of_byline(text, sure)
            if not signed and len(text) <= _LEAD and i + 1 < len(blocks):
                signed = names.of_byline(blocks[i + 1].text, True)
            if signed and (sure or names.is_person(signed[0]) or names.is_organisation(signed[0])):
                yield Signed(signed, source, printed=True)
        elif len(text) <= _LONGEST and (sure or (block.role in _UNTOLD and dates.find(text))):
            signed = [names.without_site(name, sites) for name in _linked(block) or names.of_byline(text, True)]
            if signed and names.is_person(signed[0]):
                shown.append((i, Signed(signed, source)))
    if shown:
        first = blocks[shown[0][0]]
        alike = [signed for i, signed in shown if _form(page, blocks[i]) == _form(page, first)]
        yield Signed(list(dict.fromkeys(name for signed in alike for name in signed.names)), shown[0][1].source, printed=len(alike) > 1)


_DATED = (Role.BYLINE, Role.PUBLISHED, Role.MODIFIED)
_UNTOLD = (None, Role.PARAGRAPH, Role.LIST_ITEM)
_NONE = frozenset((Role.TITLE, Role.SUBTITLE, Role.HEADING))
# How long a line is that only leads to the name in the next: "Written by:".
_LEAD = 20


def _form(page: Page, block: Block) -> tuple[str, str | None]:
    if block.element < 0:
        return "", None
    return page.elements.tags[block.element], page.elements.classes[block.element]


def _linked(block: Block) -> list[str]:
    """The names of a byline each of which is a link of its own; none where fewer than two are."""
    if block.styled is None:
        return []
    pieces, styles = block.styled
    ends = [start for start, _, _ in styles[1:]] + [len(pieces)]
    texts = (" ".join("".join(pieces[start:end]).split()) for (start, style, _), end in zip(styles, ends, strict=True) if style == Style.LINK)
    found = list(dict.fromkeys(name for text in texts if names.is_person(name := names.tidy(text)) and names.mentions(block.text, name)))
    return found if len(found) > 1 else []


def signatures(page: Page) -> Iterator[Signed]:
    """Who signs a piece that is signed nowhere else: in a line with its date, by "Written by Jane Doe", or in a part that is called the author's."""
    found: dict[int, Signed] = {}
    for block in page.blocks if page.html else ():
        if len(block.text) > _LONGEST or block.role in _NONE or is_within(page, block, _ELSEWHERE):
            continue
        rank = 0 if block.role in _DATED else 1 if names.is_byline(block.text) else 2 if _says(page, block) else -1
        if rank >= 0 and rank not in found:
            signed = names.of_byline(block.text, rank != 1)
            if signed and names.is_person(signed[0]):
                found[rank] = Signed(signed, (block.rule, "signature", "author box")[rank])
    yield from (signed for _, signed in sorted(found.items()))


def _says(page: Page, block: Block) -> bool:
    """Whether the element of a block, or one right above it, is called an author's or a byline."""
    elements, at = page.elements, block.element
    for _ in range(_ABOVE):
        if at < 0:
            return False
        classes = (elements.classes[at] or "").lower()
        if elements.tags[at] == "address" or any(word in classes for word in _SAYING):
            return True
        at = elements.parents[at]
    return False
