"""Authors: who signs the piece, by JSON-LD, meta tags, microdata, printed bylines and links to authors' pages; people
before organisations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cleaner.folding import alnum_key
from cleaner.labels import Role
from cleaner.lines.agencies import is_agency
from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.printed import Signed, printed_names, signatures
from cleaner.metadata.authors.text_byline import signed_lines
from cleaner.metadata.sources import OF_SITE, own_first, plain
from cleaner.model import Block, Page, PageContext

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "article:author_name",
    "citation_author", "citation_authors", "cxenseparse:author", "cxenseparse:recs:author", "dcsext.author",
    "articleauthor", "authors",
    "og:article:author", "vr:author", "bylines",
)  # fmt: skip
# Those of catalogues, where "Doe, Jane" is Jane Doe; and those that list all authors of a study.
_CATALOGUES = frozenset(("citation_author", "citation_authors", "dc.creator", "dcterms.creator"))
_STUDIES = frozenset(("meta:citation_author", "meta:citation_authors"))
# What JSON-LD calls who signs.
_KINDS = ("Person", "Organization")
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


def candidates(page: Page, head: Sequence[Block], context: PageContext, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors, without the site's name after theirs (`sites`: see `people.is_organisation`).

    Where they name none but the site, those that are printed elsewhere than around the title follow.
    """
    said: list[str] = []
    for signed in _candidates(page, head, context, sites):
        signed.names = [name if name in signed.persons else person.without_site(name, sites) for name in signed.names]
        said += signed.names
        yield signed
    if all(alnum_key(name) in sites for name in said):
        for signed in signatures(page):
            if not said or (signed.persons and not any(site.startswith(alnum_key(signed.names[0])) for site in sites)):
                yield signed


def _candidates(page: Page, head: Sequence[Block], context: PageContext, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors: the rule set's, JSON-LD, meta tags, microdata, the page's bylines; the more reliable first."""
    is_name = _Printed(page)
    if context.fields.get("authors"):
        slug = context.rules.slug if context.rules else "family"
        yield Signed(of_fields(context.fields["authors"], is_name), f"{slug}:authors")
    for block in head:
        if block.role is Role.BYLINE and block.layer in OF_SITE:
            yield Signed(parse.of_byline(block.text, sure=True), block.rule)
    for kind in ("Article", "WebPage"):
        for entity in own_first(context, context.entities_of(kind)):
            said = "author" if entity.get("author") else "creator"
            listed = list(of_jsonld(entity.get(said), context.entities, is_name=is_name))
            if listed:
                firms, persons = (
                    frozenset(name for name, kind in listed if kind == called) for called in ("Organization", "Person")
                )
                yield Signed(list(parse.unique(name for name, _ in listed)), f"json-ld:{said}", firms, persons)
    for meta in _METAS:
        values = context.head.metas.get(meta, [])
        if values:
            yield Signed(of_fields(values, is_name if meta not in _CATALOGUES else _yes), f"meta:{meta}")
    for n in ("1", "2", "3"):
        label = (context.head.first(f"twitter:label{n}") or "").casefold().strip(" :")
        if label in _LABELS:
            yield Signed(of_fields(context.head.metas.get(f"twitter:data{n}", []), is_name), f"meta:twitter:data{n}")
    if context.microdata.get("author"):
        yield Signed(of_fields(context.microdata["author"], is_name), "property:author")
    if not page.html:
        yield from signed_lines(page)
    yield from printed_names(page, context, sites)
    solo = [plain(name) for entity in context.entities_of("Person") if isinstance(name := entity.get("name"), str)]
    if len(set(solo)) == 1:
        yield Signed(of_fields(solo[:1]), "json-ld:Person")


class _Printed:
    """Whether a page prints a name somewhere; asked so often only, since each question reads the page."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.left = page, "", 100

    def __call__(self, name: str) -> bool:
        self.text = self.text or "\n".join(block.text for block in self.page.blocks)
        self.left -= 1
        return self.left >= 0 and name in self.text


def _yes(_: str) -> bool:
    return True


def choose(every: Sequence[Signed], sites: Sequence[str]) -> int:
    """The first list that names a person; else the first at all. A printed byline, or a study's list, that holds all of
    it and more people is the fuller one.

    A person who is called like the site gives way to one that another source names.
    """
    if ":authors" in every[0].source:
        return 0
    found = [{person.key(name) for name in signed.people(sites) if signed.is_person(name)} for signed in every]
    best = next((i for i, listed in enumerate(found) if listed), -1)
    if best < 0:  # a nickname or a single word
        best = next(
            (i for i, signed in enumerate(every) if any(name in signed.persons for name in signed.people(sites))), -1
        )
    if best < 0:  # an agency tells more than the site's own name
        return next(
            (
                i
                for i, signed in enumerate(every)
                if signed.source[:5] in ("meta:", "json-") and any(map(is_agency, signed.names))
            ),
            0,
        )
    if all(_is_like_site(name, sites) for name in found[best]):
        best = next(
            (i for i, listed in enumerate(found) if any(not _is_like_site(name, sites) for name in listed)), best
        )
    fuller = (
        i
        for i in range(best + 1, len(every))
        if (every[i].printed or every[i].source in _STUDIES) and found[i] > found[best]
    )
    return next(fuller, best)


def _is_like_site(name: str, sites: Sequence[str]) -> bool:
    """Whether a word of a name begins what the site is called: "Harbour D" on harbournews.example."""
    return any(len(word) > 4 and site.startswith(word) for word in name.casefold().split() for site in sites)


def of_fields(values: Sequence[str], is_name: Callable[[str], bool] | None = None) -> list[str]:
    """The names of fields, each of which holds one or several (`is_name`: see `names.of_field`)."""
    return list(parse.unique(name for value in values for name in parse.of_field(plain(value), is_name)))


def of_jsonld(
    value: Any,
    entities: Sequence[dict[str, Any]],
    kind: str = "",
    depth: int = 0,
    is_name: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, str]]:
    """Names from JSON-LD's `author`, and what each is called: "Organization", "Person" or nothing.

    The value is a string, an object, a reference to another object, or a list of them.
    """
    if depth > 4:
        return
    if isinstance(value, str):
        yield from ((name, kind) for name in parse.of_field(plain(value), _yes if kind == "Person" else is_name))
    elif isinstance(value, list):
        for item in value:
            yield from of_jsonld(item, entities, kind, depth + 1, is_name)
    elif isinstance(value, dict):
        kind = kind or _called(value)
        if value.get("name"):
            yield from of_jsonld(value["name"], entities, kind, depth + 1, is_name)
        elif parts := [part for key in ("givenName", "familyName") if isinstance(part := value.get(key), str)]:
            yield from of_jsonld(" ".join(parts), entities, kind, depth + 1, is_name)
        elif value.get("@id"):
            named = next(
                (entity for entity in entities if entity.get("@id") == value["@id"] and entity.get("name")), None
            )
            if named is not None:
                yield from of_jsonld(named["name"], entities, kind or _called(named), depth + 1, is_name)


def _called(entity: dict[str, Any]) -> str:
    """What a JSON-LD object is called, as far as it tells people from others: who is both is a person with a site."""
    return next((kind for kind in _KINDS if kind in str(entity.get("@type"))), "")
