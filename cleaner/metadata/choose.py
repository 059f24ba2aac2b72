"""The choice: for each field one of its candidates, with what won and what lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from cleaner.folding import alnum_key
from cleaner.lines.agencies import is_agency
from cleaner.metadata import facts, fields, titles
from cleaner.metadata.authors import candidates as author_candidates
from cleaner.metadata.authors.printed import Signed
from cleaner.metadata.dates import candidates as date_candidates
from cleaner.metadata.dates import choice as date_choice
from cleaner.metadata.dates import printed as printed_dates
from cleaner.metadata.sources import Candidate, owners, printed, site_names
from cleaner.model import Block, Page, PageContext

# How many candidates that lost are reported for a field.
_LOST = 8
# No title is longer, and no name of a site, section, publisher or type; the longest of 643 titles has 175 characters
# (python -m training.thresholds).
_TITLE, _NAME = 500, 150
Tidy = Callable[[str], str]


@dataclass(slots=True)
class Metadata:
    """What is known of the article besides its text; `sources` says for each field which source won and what the others
    said.
    """

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


def describe(page: Page, context: PageContext, tidy: Tidy, fetched: date) -> Metadata:
    """The metadata of a labelled page that was fetched on a day; `tidy` normalizes what is chosen, as the text is
    normalized.
    """
    meta = Metadata(site=context.site)
    head, sites = printed(page), site_names(context)
    candidates = titles.candidates(page, head, context, sites)
    meta.title = _text(
        meta,
        "title",
        candidates,
        tidy,
        partial(titles.choose, live="LiveBlogPosting" in context.entity_types(), url=context.url),
        longest=_TITLE,
    )
    said = _said_of(meta, "title", meta.title)
    meta.subtitle = _text(meta, "subtitle", fields.subtitles(head, context, said), tidy)
    firms = tuple(name for name in sites if name not in owners(context))
    _sign(
        meta,
        [signed for signed in author_candidates.candidates(page, head, context, firms) if signed.names],
        firms,
        tidy,
    )
    _date(meta, page, head, context, fetched)
    meta.section = _text(meta, "section", fields.sections(head, context, {*sites, *said}), tidy, longest=_NAME)
    meta.tags = _list(meta, "tags", fields.tag_lists(context), tidy)
    meta.url = _text(meta, "url", facts.urls(context), str)
    meta.language = _text(meta, "language", facts.languages(context), str)
    meta.site_name = _text(meta, "site_name", fields.site_names(context), tidy, longest=_NAME)
    if meta.site:
        meta.sources["site"] = {"source": context.site_source}
    if page.html or context.fields:
        _describe_page(meta, page, context, tidy)
    return meta


def _date(meta: Metadata, page: Page, head: Sequence[Block], context: PageContext, fetched: date) -> None:
    """The days of publication and of the last change; what can be neither is told among the others, with the reason."""
    survey = printed_dates.survey(page, context)
    changed, no_change = date_choice.sift(list(date_candidates.modified(survey)), fetched)
    every, refused = date_choice.sift(list(date_candidates.published(survey, head, changed)), fetched)
    meta.published = _text(meta, "published", every, str, partial(date_choice.choose_published, changed=changed))
    changed, too_early = date_choice.sift_changed(changed, meta.published)
    meta.modified = _text(meta, "modified", changed, str, date_choice.choose)
    _tell(meta, "published", refused)
    _tell(meta, "modified", {**no_change, **too_early})


def _tell(meta: Metadata, name: str, refused: Mapping[Candidate, str]) -> None:
    """Put a field's refused candidates among the others of its account."""
    if refused:
        others = meta.sources.setdefault(name, {"source": None}).setdefault("others", [])
        others += [{"source": source, "value": value, "refused": why} for (value, source), why in refused.items()][
            : _LOST - len(others)
        ]


def _describe_page(meta: Metadata, page: Page, context: PageContext, tidy: Tidy) -> None:
    """The fields that only a page has, or a text of which a rule names some."""
    meta.amp_url = _text(meta, "amp_url", facts.amp_urls(context), str)
    meta.direction = _text(meta, "direction", facts.directions(context), str)
    meta.description = _text(meta, "description", fields.descriptions(context), tidy)
    meta.publisher = _text(meta, "publisher", fields.publishers(context), tidy, longest=_NAME)
    meta.image = _text(meta, "image", fields.images(context), str)
    meta.image_alt = context.head.first("og:image:alt", "twitter:image:alt")
    meta.licence = _text(meta, "licence", fields.licences(context), tidy)
    meta.type = _text(meta, "type", facts.kinds(context), str, longest=_NAME)
    meta.speakable = _list(meta, "speakable", facts.speakable(context), str)
    meta.corrections = _list(meta, "corrections", facts.corrections(context), tidy)
    walls = list(facts.paywalls(page, context))
    if walls:
        meta.paywalled = walls[0][0]
        meta.sources["paywalled"] = _account(walls, 0)


def _first(_: Sequence[Candidate]) -> int:
    return 0


def _text(
    meta: Metadata,
    name: str,
    found: Iterable[Candidate],
    tidy: Tidy,
    choose: Callable[[Sequence[Candidate]], int] = _first,
    longest: int | None = None,
) -> str | None:
    """The chosen one of a field's candidates, tidied, with its account; what is longer than such a field is, or empty,
    is not a candidate.
    """
    every = [pair for pair in found if longest is None or len(pair[0]) <= longest]
    while every:
        best = choose(every)
        value = tidy(every[best][0])
        if _says(value):
            meta.sources[name] = _account(every, best)
            return value
        del every[best]
    return None


def _list(meta: Metadata, name: str, found: Iterable[tuple[list[str], str]], tidy: Tidy) -> list[str]:
    """The first of a field's lists that has any values, each value once, whatever its case."""
    every = [(values, source) for values, source in found if values]
    for best, (values, _) in enumerate(every):
        once: dict[str, str] = {}
        for value in map(tidy, values):
            if _says(value):
                once.setdefault(value.casefold(), value)
        if once:
            meta.sources[name] = _account(every, best)
            return list(once.values())
    return []


def _says(value: str) -> bool:
    """Whether there is anything to read in a value: more than white space, marks of direction and what else is
    invisible.
    """
    return any(char.isprintable() and char != " " for char in value)


def _said_of(meta: Metadata, name: str, value: str | None) -> list[str]:
    """What is said of a field by any source, as letters and digits alone, the chosen one first."""
    others = meta.sources.get(name, {}).get("others", ())
    return [key for said in (value or "", *(other["value"] for other in others)) if (key := alnum_key(said))]


def _sign(meta: Metadata, every: Sequence[Signed], sites: Sequence[str], tidy: Tidy) -> None:
    """The authors, and the agencies: organisations that sign stand among the authors only where no person does.

    Where those who are printed are all people, the news agency that the head names is the one.
    """
    if not every:
        return
    best = author_candidates.choose(every, sites)
    chosen = every[best]
    people = chosen.people(sites)
    firms = [name for name in chosen.names if name not in people]
    meta.authors = [name for said in people or firms if _says(name := tidy(said))]
    meta.agencies = [name for said in firms if _says(name := tidy(said))]
    meta.sources["authors"] = _account([(signed.names, signed.source) for signed in every], best)
    declared = (
        signed
        for signed in every
        if signed.source.startswith(("json-ld:", "meta:")) and any(map(is_agency, signed.names))
    )
    if not meta.agencies and (told := next(declared, None)):
        chosen, meta.agencies = told, [tidy(name) for name in told.names if is_agency(name)]
    if meta.agencies:
        meta.sources["agencies"] = {"source": chosen.source}


def _account(every: Sequence[tuple[Any, str]], best: int) -> dict[str, Any]:
    """Which source won, and what the others said: those of the same rule only where they said something else."""
    value, source = every[best]
    account: dict[str, Any] = {"source": source}
    others = [pair for i, pair in enumerate(every) if i != best and (pair[1] != source or not _is_part(pair[0], value))]
    if others:
        account["others"] = [{"source": said_by, "value": said} for said, said_by in others[:_LOST]]
    return account


def _is_part(said: Any, value: Any) -> bool:
    """Whether a value says no more than another: it is equal, or a list of what that lists."""
    return set(said) <= set(value) if isinstance(said, list) and isinstance(value, list) else bool(said == value)
