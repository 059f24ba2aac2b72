"""The choice: for each field the first candidate, with what won and what lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from cleaner import dates
from cleaner.metadata import candidates
from cleaner.metadata.candidates import Candidate
from cleaner.model import Page, Recognised

# How many candidates that lost are reported for a field.
_LOST = 8


@dataclass(slots=True)
class Metadata:
    """What is known of the article besides its text; `sources` says for each field which source won and what the others said."""

    title: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)


def describe(page: Page, found: Recognised, tidy: Callable[[str], str]) -> Metadata:
    """The metadata of a labelled page; `tidy` normalizes what is chosen, as the text is normalized."""
    meta = Metadata(language=found.language, site=found.site, url=found.url)
    head = candidates.printed(page)
    meta.title = _first(meta, "title", candidates.titles(head, found), tidy)
    meta.subtitle = _first(meta, "subtitle", candidates.subtitles(head, found), tidy)
    meta.authors = _first_list(meta, "authors", candidates.author_lists(head, found), tidy)
    meta.published = _date(meta, "published", candidates.published(head, page.times, found))
    meta.modified = _date(meta, "modified", candidates.modified(head, found))
    meta.section = _first(meta, "section", candidates.sections(found), tidy)
    meta.tags = _first_list(meta, "tags", candidates.tag_lists(found), tidy)
    if found.language:
        meta.sources["language"] = {"source": "declared" if found.head.language else "rules"}
    return meta


def _first(meta: Metadata, name: str, found: Iterable[Candidate], tidy: Callable[[str], str]) -> str | None:
    every = list(found)
    if not every:
        return None
    meta.sources[name] = _account(every)
    return tidy(every[0][0])


def _first_list(meta: Metadata, name: str, found: Iterable[tuple[list[str], str]], tidy: Callable[[str], str]) -> list[str]:
    every = [(values, source) for values, source in found if values]
    if not every:
        return []
    meta.sources[name] = _account(every)
    return [tidy(value) for value in every[0][0]]


def _date(meta: Metadata, name: str, found: Iterable[Candidate]) -> str | None:
    """The first date; said more precisely where a later candidate does so of the same moment."""
    every = list(found)
    if not every:
        return None
    for candidate in every[1:]:
        if dates.refines(every[0][0], candidate[0]):
            every.remove(candidate)
            every.insert(0, candidate)
    meta.sources[name] = _account(every)
    return every[0][0]


def _account(every: list[Any]) -> dict[str, Any]:
    account: dict[str, Any] = {"source": every[0][1]}
    if len(every) > 1:
        account["others"] = [{"source": source, "value": value} for value, source in every[1 : 1 + _LOST]]
    return account
