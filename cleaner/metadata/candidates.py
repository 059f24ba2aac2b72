"""Where each field's candidates come from, the most reliable source first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner import dates
from cleaner.metadata import authors
from cleaner.model import Block, Page, Recognised, Role
from cleaner.rules import bylines

Candidate = tuple[str, str]  # value, source
# A part of a host's name shorter than this tells no site: "Is it I? - Me" at middleeasteye.net.
_NAME = 3


_SAID = frozenset((Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.PUBLISHED, Role.MODIFIED))


def printed(page: Page) -> list[Block]:
    """The blocks that print metadata."""
    return [block for block in page.blocks if block.role in _SAID]


def titles(head: list[Block], found: Recognised) -> Iterator[Candidate]:
    """Titles: the rule set's, the page's own heading, JSON-LD, meta tags, the title element without the site's name."""
    yield from _fields(found, "title")
    yield from ((block.text.replace("\n", " "), block.rule) for block in head if block.role is Role.TITLE)
    yield from _jsonld(found, "headline", "name")
    for name in ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"):
        for value in found.head.metas.get(name, []):
            yield strip_site(value, found), f"meta:{name}"
    if found.head.title:
        yield strip_site(found.head.title, found), "title"


def subtitles(head: list[Block], found: Recognised) -> Iterator[Candidate]:
    """Decks: the rule set's, then those the page prints."""
    yield from _fields(found, "subtitle")
    yield from ((block.text.replace("\n", " "), block.rule) for block in head if block.role is Role.SUBTITLE)


def author_lists(head: list[Block], found: Recognised) -> Iterator[tuple[list[str], str]]:
    """Lists of authors: the rule set's, JSON-LD, meta tags, the byline."""
    if found.fields.get("authors"):
        yield authors.clean(found.fields["authors"]), f"{found.rules.slug if found.rules else 'family'}:authors"
    for thing in found.things_of("Article"):
        yield authors.from_jsonld(thing.get("author") or thing.get("creator"), found.things), "json-ld:author"
    for name in ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author_name"):
        yield authors.clean(found.head.metas.get(name, [])), f"meta:{name}"
    for block in head:
        if block.role is Role.BYLINE:
            yield authors.clean(bylines.names(block.text)) or authors.from_byline(block.text), block.rule


def published(head: list[Block], times: list[tuple[str, int]], found: Recognised) -> Iterator[Candidate]:
    """Dates of publication: the rule set's, JSON-LD, meta tags, printed lines, `<time>`."""
    yield from _dated(_fields(found, "published"), dates.find)
    yield from _dated(_jsonld(found, "datePublished", "dateCreated", "uploadDate"), dates.from_machine)
    names = (
        "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
        "date", "dc.date", "pubdate", "publishdate", "article.published", "publication_date", "cxenseparse:recs:publishtime",
    )  # fmt: skip
    yield from _dated(_metas(found, names), dates.from_machine)
    for block in head:
        stamp = dates.read_line(block.text) if block.role is Role.PUBLISHED else None
        if stamp and not stamp.modified:
            yield stamp.iso, block.rule
        elif block.role in (Role.PUBLISHED, Role.BYLINE) and (iso := dates.find(block.text)):
            yield iso, block.rule
    for value, _ in times[:3]:
        if iso := dates.from_machine(value):
            yield iso, "time"


def modified(head: list[Block], found: Recognised) -> Iterator[Candidate]:
    """Dates of the last change: the rule set's, JSON-LD, meta tags, printed lines."""
    for value, source in _fields(found, "modified"):
        if iso := dates.find(value, modified=True) or dates.find(value):
            yield iso, source
    yield from _dated(_jsonld(found, "dateModified"), dates.from_machine)
    yield from _dated(_metas(found, ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")), dates.from_machine)
    for block in head:
        if block.role in (Role.PUBLISHED, Role.MODIFIED):
            iso = dates.find(block.text, modified=True) or (dates.find(block.text) if block.role is Role.MODIFIED else None)
            if iso:
                yield iso, block.rule


def sections(found: Recognised) -> Iterator[Candidate]:
    """Sections: the rule set's, JSON-LD, meta tags."""
    yield from _fields(found, "section")
    yield from _jsonld(found, "articleSection")
    yield from _metas(found, ("article:section", "parsely-section", "og:article:section"))


def tag_lists(found: Recognised) -> Iterator[tuple[list[str], str]]:
    """Lists of tags: the rule set's, JSON-LD keywords, meta tags."""
    yield found.fields.get("tags", []), "rules:tags"
    for thing in found.things_of("Article"):
        value = thing.get("keywords")
        if isinstance(value, str):
            yield _split(value), "json-ld:keywords"
        elif isinstance(value, list):
            yield [item.strip() for item in value if isinstance(item, str) and item.strip()], "json-ld:keywords"
    yield found.head.metas.get("article:tag", []), "meta:article:tag"
    for name in ("news_keywords", "keywords"):
        yield [tag for value in found.head.metas.get(name, []) for tag in _split(value)], f"meta:{name}"


def strip_site(title: str, found: Recognised) -> str:
    """A title without the site's name that its page adds to it: the last part after a separator, where it is the site's or short."""
    site = (found.head.first("og:site_name", "application-name") or "").casefold()
    host = (found.site or "").split(".")[0]
    for separator in (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "):
        head, middle, tail = title.rpartition(separator)
        if middle:
            name = tail.strip().casefold()
            squeezed = "".join(char for char in name if char.isalnum())
            named = host and squeezed and (host in squeezed or (len(squeezed) >= _NAME and squeezed in host))
            if name == site or named or (separator == " | " and len(tail.split()) <= 4 <= len(head.split())):
                return head.strip()
    return title


def _fields(found: Recognised, name: str) -> Iterator[Candidate]:
    for value in found.fields.get(name, []):
        if value:
            yield value, f"{found.rules.slug if found.rules else 'family'}:{name}"


def _jsonld(found: Recognised, *names: str) -> Iterator[Candidate]:
    for thing in found.things_of("Article"):
        for name in names:
            value: Any = thing.get(name)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, str) and value.strip():
                yield " ".join(value.split()), f"json-ld:{name}"


def _metas(found: Recognised, names: tuple[str, ...]) -> Iterator[Candidate]:
    for name in names:
        for value in found.head.metas.get(name, []):
            yield value, f"meta:{name}"


def _dated(candidates: Iterator[Candidate], parse: Any) -> Iterator[Candidate]:
    for value, source in candidates:
        if iso := parse(value) or dates.from_machine(value):
            yield iso, source


def _split(value: str) -> list[str]:
    return [tag.strip() for tag in value.split(",") if tag.strip()]
