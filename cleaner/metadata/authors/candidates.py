"""Authors: who signs the article, by JSON-LD, meta tags, microdata, printed bylines and links to authors' pages; people
before organisations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from cleaner.folding import alnum_key
from cleaner.labels import Role
from cleaner.lines.agencies import is_agency
from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.parts import origin_of_byline
from cleaner.metadata.authors.printed import printed_names
from cleaner.metadata.authors.signatures import signatures
from cleaner.metadata.authors.signed import Signed
from cleaner.metadata.authors.text_byline import signed_lines
from cleaner.metadata.candidate import DECLARED, Origin
from cleaner.metadata.placement import OF_SITE
from cleaner.metadata.sources import own_first, plain, rules_slug
from cleaner.model import Block, Page, PageContext
from cleaner.model.fields import FIELDS

# Meta tags of catalogues, where "Doe, Jane" is Jane Doe.
_CATALOGUES = frozenset(("citation_author", "citation_authors", "dc.creator", "dcterms.creator"))
# Meta tags that list all authors of a study.
_STUDIES = frozenset(("citation_author", "citation_authors"))
# JSON-LD's types of those who sign. Who has both is a person with a site.
_TYPES = ("Person", "Organization")
# Names of all sources together after which no further source is asked. By hand.
_MOST_OF_ALL = 200
# Twitter's labels (`twitter:label1`) for the author, whose name is in `twitter:data1`.
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


def candidates(page: Page, blocks: Sequence[Block], context: PageContext, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors, without the site's name after theirs.

    Where they name none but the site, the signatures far from the title follow. blocks: those that are labelled as
    metadata. sites: the site's names (see `site_name.site_keys`).
    """
    names: list[str] = []
    for signed in _around_title(page, blocks, context, sites):
        persons = signed.persons
        signed = replace(
            signed, names=[name if name in persons else person.without_site(name, sites) for name in signed.names]
        )
        names += signed.names
        yield signed
        if len(names) > _MOST_OF_ALL:
            return
    if all(alnum_key(name) in sites for name in names):
        for signed in signatures(page):
            is_site = any(site.startswith(alnum_key(signed.names[0])) for site in sites)
            if not names or (signed.persons and not is_site):
                yield signed


def _around_title(page: Page, blocks: Sequence[Block], context: PageContext, sites: Sequence[str]) -> Iterator[Signed]:
    """Lists of authors, the more reliable first: the rule set's, JSON-LD, meta tags, microdata, the page's bylines."""
    is_name = _Printed(page)
    metas = context.head.metas
    if context.fields.get("authors"):
        yield Signed(of_fields(context.fields["authors"], is_name), f"{rules_slug(context)}:authors", Origin.RULES)
    for block in blocks:
        if block.role is Role.BYLINE and block.layer in OF_SITE:
            yield Signed(parse.of_byline(block.text, sure=True), block.rule, origin_of_byline(block))
    yield from _of_entities(context, is_name)
    for meta in FIELDS["authors"].metas:
        if metas.get(meta):
            names = of_fields(metas[meta], is_name if meta not in _CATALOGUES else _yes)
            yield Signed(names, f"meta:{meta}", Origin.META, meta)
    for n in ("1", "2", "3"):
        label = (context.head.first(f"twitter:label{n}") or "").casefold().strip(" :")
        if label in _LABELS:
            data = f"twitter:data{n}"
            yield Signed(of_fields(metas.get(data, []), is_name), f"meta:{data}", Origin.META, data)
    if context.microdata.get("author"):
        yield Signed(of_fields(context.microdata["author"], is_name), "property:author", Origin.MICRODATA, "author")
    if not page.html:
        yield from signed_lines(page)
    yield from printed_names(page, sites)
    people = [entity.get("name") for entity in context.entities_of("Person")]
    names = [plain(name) for name in people if isinstance(name, str)]
    if len(set(names)) == 1:
        yield Signed(of_fields(names[:1]), "json-ld:Person", Origin.JSON_LD, "Person")


def _of_entities(context: PageContext, is_name: Callable[[str], bool]) -> Iterator[Signed]:
    """The authors of JSON-LD's articles and pages."""
    for kind in ("Article", "WebPage"):
        for entity in own_first(context, context.entities_of(kind)):
            key = next((key for key in FIELDS["authors"].json_ld if entity.get(key)), "")
            said = of_jsonld(entity.get(key), context.entities, is_name=is_name) if key else iter(())
            listed = list(islice(said, parse.MOST_NAMES))
            if listed:
                names = list(parse.unique(name for name, _ in listed))
                organisations = frozenset(name for name, declared in listed if declared == "Organization")
                persons = frozenset(name for name, declared in listed if declared == "Person")
                yield Signed(names, f"json-ld:{key}", Origin.JSON_LD, key, organisations, persons)


class _Printed:
    """Whether a page prints a name somewhere; False after the first 100 names, since each search reads the page."""

    def __init__(self, page: Page) -> None:
        self.page, self.text, self.left = page, "", 100

    def __call__(self, name: str) -> bool:
        self.text = self.text or "\n".join(block.text for block in self.page.blocks)
        self.left -= 1
        return self.left >= 0 and name in self.text


def _yes(_: str) -> bool:
    return True


def choose(signed_lists: Sequence[Signed], sites: Sequence[str]) -> int:
    """The place of the first list that names a person; else of the first at all.

    A printed byline, or a study's list, that names all its people and more goes before it. A person whose name is like
    the site's gives way to one that another source names.
    """
    if signed_lists[0].origin is Origin.RULES:
        return 0
    people = [
        {person.name_key(name) for name in signed.people(sites) if signed.is_person(name)} for signed in signed_lists
    ]
    best = next((i for i, names in enumerate(people) if names), -1)
    if best < 0:
        return _without_people(signed_lists, sites)
    if all(_is_like_site(name, sites) for name in people[best]):
        for i, names in enumerate(people):
            if any(not _is_like_site(name, sites) for name in names):
                best = i
                break
    for i in range(best + 1, len(signed_lists)):
        signed = signed_lists[i]
        is_study = signed.origin is Origin.META and signed.key in _STUDIES
        if (signed.printed or is_study) and people[i] > people[best]:
            return i
    return best


def _without_people(signed_lists: Sequence[Signed], sites: Sequence[str]) -> int:
    """The place of the first list with a declared person (a nickname or a single word); else of the first where the
    page's head names an agency; else of the first.
    """
    for i, signed in enumerate(signed_lists):
        if any(name in signed.persons for name in signed.people(sites)):
            return i
    for i, signed in enumerate(signed_lists):
        if signed.origin in DECLARED and any(map(is_agency, signed.names)):
            return i
    return 0


def _is_like_site(name: str, sites: Sequence[str]) -> bool:
    """Whether a word of a name begins one of the site's names: "Harbour D" on harbournews.example."""
    return any(len(word) > 4 and site.startswith(word) for word in name.casefold().split() for site in sites)


def of_fields(values: Sequence[str], is_name: Callable[[str], bool] | None = None) -> list[str]:
    """The names of fields, each of which holds one or several (`is_name`: see `parse.of_field`)."""
    read = (name for value in values for name in parse.of_field(plain(value), is_name))
    return list(parse.unique(islice(read, parse.MOST_NAMES)))


def of_jsonld(
    value: Any,
    entities: Sequence[dict[str, Any]],
    kind: str = "",
    depth: int = 0,
    is_name: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, str]]:
    """Names from JSON-LD's `author`, each with its type: "Organization", "Person" or nothing.

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
        kind = kind or _type_of(value)
        if value.get("name"):
            yield from of_jsonld(value["name"], entities, kind, depth + 1, is_name)
        elif parts := [part for key in ("givenName", "familyName") if isinstance(part := value.get(key), str)]:
            yield from of_jsonld(" ".join(parts), entities, kind, depth + 1, is_name)
        elif value.get("@id"):
            named = next(
                (entity for entity in entities if entity.get("@id") == value["@id"] and entity.get("name")), None
            )
            if named is not None:
                yield from of_jsonld(named["name"], entities, kind or _type_of(named), depth + 1, is_name)


def _type_of(entity: dict[str, Any]) -> str:
    """Whether a JSON-LD object is a "Person" or an "Organization"; empty for neither."""
    return next((kind for kind in _TYPES if kind in str(entity.get("@type"))), "")
