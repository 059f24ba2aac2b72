"""The choice: for each field one of its candidates, with what won and what lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from cleaner.metadata import authors, days, fields, titles
from cleaner.metadata.signatures import Signed
from cleaner.metadata.sources import Candidate, printed, site_names
from cleaner.model import Page, Recognised

# How many candidates that lost are reported for a field.
_LOST = 8
Tidy = Callable[[str], str]


@dataclass(slots=True)
class Metadata:
    """What is known of the article besides its text; `sources` says for each field which source won and what the others said."""

    title: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    direction: str | None = None
    site: str | None = None
    site_name: str | None = None
    publisher: str | None = None
    url: str | None = None
    amp_url: str | None = None
    type: str | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    description: str | None = None
    image: str | None = None
    image_alt: str | None = None
    licence: str | None = None
    paywalled: bool | None = None
    speakable: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)


def describe(page: Page, found: Recognised, tidy: Tidy) -> Metadata:
    """The metadata of a labelled page; `tidy` normalizes what is chosen, as the text is normalized."""
    meta = Metadata(language=found.language, site=found.site, url=found.url, direction=found.direction, amp_url=found.head.links.get("amphtml"))
    head, sites = printed(page), site_names(found)
    meta.title = _text(meta, "title", titles.candidates(page, head, found, sites), tidy, partial(titles.choose, live="LiveBlogPosting" in found.things_types()))
    meta.subtitle = _text(meta, "subtitle", fields.subtitles(head, found), tidy)
    signed = [signed for signed in authors.candidates(page, head, found, sites) if signed.names]
    _sign(meta, signed, sites, tidy)
    changed = list(days.modified(page, found))
    meta.modified = _text(meta, "modified", changed, str, days.choose)
    meta.published = _text(meta, "published", days.published(page, head, found, changed), str, partial(days.choose_published, changed=changed))
    meta.section = _text(meta, "section", fields.sections(head, found), tidy)
    meta.tags = _list(meta, "tags", fields.tag_lists(found), tidy)
    if page.html:
        _describe_page(meta, page, found, tidy)
    if found.language:
        meta.sources["language"] = {"source": "declared" if found.head.language else "rules"}
    return meta


def _describe_page(meta: Metadata, page: Page, found: Recognised, tidy: Tidy) -> None:
    """The fields that only a page has."""
    meta.description = _text(meta, "description", fields.descriptions(found), tidy)
    meta.publisher = _text(meta, "publisher", fields.publishers(found), tidy)
    meta.site_name = _text(meta, "site_name", fields.site_names(found), tidy)
    meta.image = _text(meta, "image", fields.images(found), str)
    meta.image_alt = found.head.first("og:image:alt", "twitter:image:alt")
    meta.licence = _text(meta, "licence", fields.licences(found), tidy)
    meta.type = _text(meta, "type", fields.kinds(found), str)
    meta.speakable, meta.corrections = fields.speakable(found), [tidy(text) for text in fields.corrections(found)]
    walls = list(fields.paywalls(page, found))
    if walls:
        meta.paywalled = walls[0][0]
        meta.sources["paywalled"] = _account(walls, 0)


def _first(_: Sequence[Candidate]) -> int:
    return 0


def _text(meta: Metadata, name: str, found: Iterable[Candidate], tidy: Tidy, choose: Callable[[Sequence[Candidate]], int] = _first) -> str | None:
    every = list(found)
    if not every:
        return None
    best = choose(every)
    meta.sources[name] = _account(every, best)
    return tidy(every[best][0])


def _list(meta: Metadata, name: str, found: Iterable[tuple[list[str], str]], tidy: Tidy) -> list[str]:
    every = [(values, source) for values, source in found if values]
    if not every:
        return []
    meta.sources[name] = _account(every, 0)
    return [tidy(value) for value in every[0][0]]


def _sign(meta: Metadata, every: Sequence[Signed], sites: Sequence[str], tidy: Tidy) -> None:
    """The authors, and the agencies: organisations that sign stand among the authors only where no person does."""
    if not every:
        return
    best = authors.choose(every, sites)
    chosen = every[best]
    people = chosen.people(sites)
    firms = [name for name in chosen.names if name not in people]
    meta.authors = [tidy(name) for name in people or firms]
    meta.agencies = [tidy(name) for name in firms]
    meta.sources["authors"] = _account([(signed.names, signed.source) for signed in every], best)


def _account(every: Sequence[tuple[Any, str]], best: int) -> dict[str, Any]:
    account: dict[str, Any] = {"source": every[best][1]}
    others = [candidate for i, candidate in enumerate(every) if i != best]
    if others:
        account["others"] = [{"source": source, "value": value} for value, source in others[:_LOST]]
    return account
