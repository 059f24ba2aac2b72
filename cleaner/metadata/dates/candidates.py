"""When the article was published and changed: as stated, at the precision stated, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import unquote

from cleaner import dates
from cleaner.metadata.candidate import Origin, Text
from cleaner.metadata.dates import printed as printed_dates
from cleaner.metadata.dates.survey import Survey
from cleaner.metadata.placement import OF_SITE
from cleaner.metadata.sources import from_jsonld, from_metas, from_microdata, from_rules
from cleaner.model import Block, PageContext
from cleaner.model.fields import FIELDS
from cleaner.patterns import Pattern

_URL = Pattern(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._+-]|$)")
_URL_DIGITS = Pattern(r"/(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_URL_WORDS = Pattern(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?=/|$)")
# Milliseconds since 1970 are fewer than this until 2286.
_LARGEST = 10**13


def published(survey: Survey, blocks: Sequence[Block], changed: Sequence[Text]) -> Iterator[Text]:
    """Dates of publication: the rule set's, JSON-LD, meta tags, printed lines, the URL, microdata, `<time>`, lines that
    no rule took for a date.

    The more reliable come first (`python -m training.sources --corpora FOLDER` counts how often each is right).

    blocks: those that are labelled as metadata. changed: the dates of the last change. A page that states one and
    nothing else is not dated by lines far from its title: they belong to other articles.
    """
    context, language = survey.context, survey.language
    yield from _read(from_rules(context, "published"), language, dates.find)
    for block in blocks:
        if block.layer in OF_SITE and (stated := printed_dates.of_line(block, language)):
            yield stated
    yield from _read(_declared(context, "datePublished"), language)
    yield from _read(from_metas(context, FIELDS["published"].metas), language)
    marked = _marked_changes(context, language)
    yield from printed_dates.beside_title(survey, marked)
    if iso := _of_url(context.url or ""):
        yield Text(iso, "url", Origin.ADDRESS)
    yield from printed_dates.above_title(survey)
    yield from _read(from_microdata(context, "published"), language)
    yield from printed_dates.times(survey, anywhere=not changed)
    yield from _read(from_jsonld(context, "dateCreated", "uploadDate"), language)
    yield from _read(from_jsonld(context, "datePublished", of="WebPage"), language)
    yield from printed_dates.lines(survey, marked)
    yield from printed_dates.short_days(survey)
    yield from printed_dates.below_text(survey, marked)
    yield from printed_dates.elsewhere(survey, printed_dates.is_dated)
    if not changed:
        yield from printed_dates.elsewhere(survey, printed_dates.is_date)


def modified(survey: Survey) -> Iterator[Text]:
    """Dates of the last change: the rule set's, JSON-LD, meta tags, microdata, printed lines; the best first."""
    context, language = survey.context, survey.language
    for candidate in from_rules(context, "modified"):
        published, changed = printed_dates.dates_of(candidate.value, language)
        if iso := changed or published:
            yield candidate._replace(value=iso)
    yield from _read(_declared(context, "dateModified"), language)
    yield from _read(from_metas(context, FIELDS["modified"].metas), language)
    yield from _read(from_microdata(context, "modified"), language)
    yield from printed_dates.changes(survey)
    yield from _read(from_jsonld(context, "dateModified", of="WebPage"), language)


def _marked_changes(context: PageContext, language: str | None) -> frozenset[str]:
    """The moments that microdata and RDFa mark as those of the last change, where they mark none of publication.

    A line that prints one of them does not state the day of publication.
    """
    if any(_read(from_microdata(context, "published"), language)):
        return frozenset()
    return frozenset(said.value for said in _read(from_microdata(context, "modified"), language))


def _declared(context: PageContext, name: str) -> Iterator[Text]:
    """What JSON-LD's articles have under a key, also as a number (seconds or milliseconds since 1970)."""
    yield from from_jsonld(context, name)
    for entity in context.entities_of("Article"):
        value = entity.get(name)
        if isinstance(value, int | float) and 0 < value < _LARGEST:
            yield Text(str(int(value)), f"json-ld:{name}", Origin.JSON_LD, name)


def _of_url(url: str) -> str | None:
    """The day that an address names, in one of the forms /2024/03/04/, /2024-03-04-, /20240304/ and /2024/march/4/.

    >>> _of_url("https://post.example/2024/march/4/mill")
    '2024-03-04'
    """
    url = unquote(url) if "%" in url else url
    match = _URL.search(url) or _URL_DIGITS.search(url)
    if match:
        return dates.from_machine(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    match = _URL_WORDS.search(url)
    return dates.find(f"{match[3]} {match[2]} {match[1]}") if match else None


def _read(
    candidates: Iterable[Text], language: str | None, parse: Callable[..., str | None] | None = None
) -> Iterator[Text]:
    """The candidates with a date that can be read, in ISO 8601. parse: read printed dates, before those of machines."""
    for candidate in candidates:
        iso = parse(candidate.value, language=language) if parse else None
        if iso := iso or dates.from_machine(candidate.value, language):
            yield candidate._replace(value=iso)
