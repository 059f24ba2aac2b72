"""The choice: for each field one of its candidates, with what won and what lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from cleaner.folding import alnum_key
from cleaner.lines.agencies import is_agency
from cleaner.metadata import page_facts, text_fields, titles
from cleaner.metadata.authors import candidates as author_candidates
from cleaner.metadata.authors.signed import Signed
from cleaner.metadata.candidate import DECLARED, Candidate, Text, Texts
from cleaner.metadata.dates import candidates as date_candidates
from cleaner.metadata.dates import choice as date_choice
from cleaner.metadata.dates.survey import survey_dates
from cleaner.metadata.placement import metadata_blocks
from cleaner.metadata.site_name import owner_keys, site_keys
from cleaner.metadata.sources import from_rules, meaningful, stated
from cleaner.model import Block, Caption, Page, PageContext
from cleaner.model.fields import FIELDS
from cleaner.model.metadata import METADATA_FIELDS, Metadata
from cleaner.urls import runs_script

# Candidates that lost, as far as the account of a field reports them. By hand.
_MOST_OTHERS = 8
Normalize = Callable[[str], str]
Accounts = dict[str, dict[str, Any]]

# The fields that only HTML has, or a text for which a rule names some, with the function that gives their candidates.
_OF_PAGE: dict[str, Callable[[PageContext], Iterator[Text]]] = {
    "amp_url": page_facts.amp_urls,
    "direction": page_facts.directions,
    "description": text_fields.descriptions,
    "publisher": text_fields.publishers,
    "image": page_facts.images,
    "licence": text_fields.licences,
    "type": page_facts.types,
}
_LISTS_OF_PAGE: dict[str, Callable[[PageContext], Iterator[Texts]]] = {
    "speakable": page_facts.speakable,
    "corrections": text_fields.corrections,
}


class Described(NamedTuple):
    """The metadata of a page, and for each field the account of which source won and what the others stated."""

    metadata: Metadata
    sources: Accounts


def describe(page: Page, context: PageContext, normalize: Normalize, fetched: date) -> Described:
    """Choose the metadata of a labelled page that was fetched on a day.

    normalize: how text is normalized; what is chosen is normalized as the text is. The dateline is not among the
    metadata yet: it stands in the text, which is not assembled.
    """
    choice = _Choice(normalize)
    blocks, sites = metadata_blocks(page), site_keys(context)
    is_live = "LiveBlogPosting" in context.entity_types()
    choice.choose_text(
        "title",
        titles.candidates(page, blocks, context, sites),
        partial(titles.choose, live=is_live, url=context.url),
    )
    stated_titles = choice.stated("title")
    choice.choose_text("subtitle", text_fields.subtitles(blocks, context, stated_titles))
    organisations = tuple(name for name in sites if name not in owner_keys(context))
    signed_lists = author_candidates.candidates(page, blocks, context, organisations)
    choice.choose_authors([signed for signed in signed_lists if signed.names], organisations)
    _choose_dates(choice, page, blocks, context, fetched)
    choice.choose_text("section", text_fields.sections(blocks, context, {*sites, *stated_titles}))
    choice.choose_list("tags", text_fields.tag_lists(context))
    choice.choose_text("url", page_facts.urls(context))
    choice.choose_text("language", page_facts.languages(context))
    choice.choose_text("site_name", text_fields.site_names(context))
    choice.values["site"] = context.site
    if context.site:
        choice.sources["site"] = {"source": context.site_source}
    if page.html or context.fields:
        _choose_of_page(choice, page, context)
    return choice.described(context)


def _choose_dates(choice: _Choice, page: Page, blocks: Sequence[Block], context: PageContext, fetched: date) -> None:
    """Choose the days of publication and of the last change; the account names refused candidates with the reason."""
    survey = survey_dates(page, context)
    changed, no_change = date_choice.sift(list(date_candidates.modified(survey)), fetched)
    stated = date_choice.localize(list(date_candidates.published(survey, blocks, changed)))
    candidates, refused = date_choice.sift(stated, fetched)
    choice.choose_text("published", candidates, partial(date_choice.choose_published, changed=changed))
    changed, too_early = date_choice.sift_changed(changed, choice.values["published"])
    choice.choose_text("modified", changed, date_choice.choose)
    choice.refuse("published", refused)
    choice.refuse("modified", {**no_change, **too_early})


def _choose_of_page(choice: _Choice, page: Page, context: PageContext) -> None:
    """Choose the fields that a text without rules has not, and those of the table without a function of their own."""
    for name, candidates in _OF_PAGE.items():
        choice.choose_text(name, candidates(context))
    for name, lists in _LISTS_OF_PAGE.items():
        choice.choose_list(name, lists(context))
    walls = list(page_facts.paywalls(page, context))
    choice.values["paywalled"] = walls[0].value if walls else None
    if walls:
        choice.sources["paywalled"] = _account(walls, 0)
    for name, field in FIELDS.items():
        if name in METADATA_FIELDS and name not in choice.values:
            choice.choose_text(name, (*from_rules(context, name), *meaningful(stated(context, field))))


def _first(_: Sequence[Text]) -> int:
    return 0


class _Choice:
    """The values chosen so far, by field, and the accounts of them."""

    def __init__(self, normalize: Normalize) -> None:
        self.values: dict[str, Any] = {}
        self.sources: Accounts = {}
        self._normalize = normalize

    def choose_text(
        self, name: str, candidates: Iterable[Text], choose: Callable[[Sequence[Text]], int] = _first
    ) -> None:
        """Choose a field's value. Candidates that are longer than the field may be, or empty, do not count."""
        field = FIELDS[name]
        remaining = [said for said in candidates if field.longest is None or len(said.value) <= field.longest]
        self.values[name] = None
        while remaining:
            best = choose(remaining)
            value = remaining[best].value
            if not field.verbatim:
                value = self._normalize(value)
            # An entity may have hidden the scheme until the value was normalized.
            if _is_visible(value) and not (field.address and runs_script(value)):
                self.values[name] = value
                self.sources[name] = _account(remaining, best)
                return
            del remaining[best]

    def choose_list(self, name: str, candidates: Iterable[Texts]) -> None:
        """Choose the first of a field's lists that holds any text; each value once, whatever its case."""
        lists = [said for said in candidates if said.value]
        self.values[name] = ()
        for best, said in enumerate(lists):
            once: dict[str, str] = {}
            for value in said.value if FIELDS[name].verbatim else map(self._normalize, said.value):
                if _is_visible(value):
                    once.setdefault(value.casefold(), value)
            if once:
                self.values[name] = tuple(once.values())
                self.sources[name] = _account(lists, best)
                return

    def choose_authors(self, signed_lists: Sequence[Signed], sites: Sequence[str]) -> None:
        """Choose the authors and the agencies: organisations that sign are authors only where no person does.

        Where all who are printed are people, the agency is the one that the page's head names.
        """
        self.values["authors"] = self.values["agencies"] = ()
        if not signed_lists:
            return
        best = author_candidates.choose(signed_lists, sites)
        chosen = signed_lists[best]
        people = chosen.people(sites)
        persons = frozenset(people)
        organisations = [name for name in chosen.names if name not in persons]
        self.values["authors"] = self._normalized(people or organisations)
        agencies, source = self._normalized(organisations), chosen.source
        self.sources["authors"] = _account([Texts(one.names, one.source, one.origin) for one in signed_lists], best)
        for signed in signed_lists:
            if agencies:
                break
            if signed.origin in DECLARED and any(map(is_agency, signed.names)):
                agencies = tuple(self._normalize(name) for name in signed.names if is_agency(name))
                source = signed.source
        self.values["agencies"] = agencies
        if agencies:
            self.sources["agencies"] = {"source": source}

    def _normalized(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in map(self._normalize, names) if _is_visible(name))

    def refuse(self, name: str, refused: Mapping[Text, str]) -> None:
        """Put a field's refused candidates among the others of its account."""
        if refused:
            others = self.sources.setdefault(name, {"source": None}).setdefault("others", [])
            told = [{"source": said.source, "value": said.value, "refused": why} for said, why in refused.items()]
            others += told[: _MOST_OTHERS - len(others)]

    def stated(self, name: str) -> list[str]:
        """What all sources state for a field, as letters and digits alone, the chosen value first."""
        others = self.sources.get(name, {}).get("others", ())
        texts = (self.values[name] or "", *(other["value"] for other in others))
        return [key for text in texts if (key := alnum_key(text))]

    def described(self, context: PageContext) -> Described:
        """What was chosen; fields that nothing states are None, or empty."""
        values: dict[str, Any] = dict.fromkeys(METADATA_FIELDS) | dict.fromkeys(_LISTS_OF_PAGE, ()) | self.values
        if values["image"] is not None:
            alt = context.head.first("og:image:alt", "twitter:image:alt")
            values["image"] = Caption("", None, values["image"], alt)
        return Described(Metadata(**values), self.sources)


def _is_visible(value: str) -> bool:
    r"""Whether a value has a character other than white space, marks of direction and what else is invisible.

    >>> _is_visible("\u200e ")
    False
    """
    return any(char.isprintable() and char != " " for char in value)


def _account(candidates: Sequence[Candidate[Any]], best: int) -> dict[str, Any]:
    """Which source won, and what the others stated: those of the same source only where they stated something else."""
    won = candidates[best]
    account: dict[str, Any] = {"source": won.source}
    others = []
    for i, lost in enumerate(candidates):
        if i != best and (lost.source != won.source or not _is_part(lost.value, won.value)):
            others.append({"source": lost.source, "value": lost.value})
    if others:
        account["others"] = others[:_MOST_OTHERS]
    return account


def _is_part(said: Any, value: Any) -> bool:
    """Whether a value states no more than another: it is equal, or a list of some of its items."""
    return set(said) <= set(value) if isinstance(said, list) and isinstance(value, list) else bool(said == value)
