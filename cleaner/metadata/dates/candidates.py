"""When the piece was published and changed: as stated, at the precision stated, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import unquote

from cleaner import dates
from cleaner.metadata.dates import printed as printed_dates
from cleaner.metadata.sources import OF_SITE, Candidate, from_jsonld, from_metas, from_microdata, from_rules
from cleaner.model import Block, PageContext
from cleaner.patterns import Pattern

_PUBLISHED = (
    "article:published_time", "article:published:time", "og:article:published_time", "datepublished",
    "og:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "date", "dc.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "published",
    "published-date", "article.published", "publication_date", "publication-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date", "citation_date", "citation_online_date", "article_date_original",
    "originalpublicationdate", "w-published-date",
    "displaydate", "release_date", "rnews:datepublished", "shareaholic:article_published_time",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified:time", "og:article:modified_time", "og:updated_time", "datemodified",
    "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified",
    "updated date", "updated", "updated_time", "article.updated", "modified", "last_updated", "revision_date",
)  # fmt: skip
_URL = Pattern(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._+-]|$)")
_URL_WORDS = Pattern(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?=/|$)")
# So long is a day in ISO 8601.
_DAY = 10
# No milliseconds since 1970 are more.
_LARGEST = 10**13


def published(survey: printed_dates.Survey, head: Sequence[Block], changed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Dates of publication: the rule set's, JSON-LD, meta tags, printed lines, the URL, microdata, `<time>`, lines that
    no rule took for a date.

    The more reliable come first (`python -m training.sources --corpora FOLDER` counts how often each is right).

    changed: the dates of the last change. A page that states one and nothing else is not dated by lines far from its
    title: they are of other pieces.
    """
    found, tongue = survey.context, survey.language
    yield from _read(from_rules(found, "published"), tongue, dates.find)
    yield from (pair for block in head if block.layer in OF_SITE and (pair := printed_dates.of_line(block, tongue)))
    yield from _read(_declared(found, "datePublished"), tongue)
    yield from _read(from_metas(found, _PUBLISHED), tongue)
    marked = _marked_changes(found, tongue)
    yield from (pair for pair in printed_dates.beside_title(survey) if pair[0][:_DAY] not in marked)
    if iso := _of_url(found.url or ""):
        yield iso, "url"
    yield from _read(from_microdata(found, "published"), tongue)
    yield from printed_dates.times(survey, anywhere=not changed)
    yield from _read(from_jsonld(found, "dateCreated", "uploadDate"), tongue)
    yield from _read(from_jsonld(found, "datePublished", of="WebPage"), tongue)
    yield from (pair for pair in printed_dates.lines(survey) if pair[0][:_DAY] not in marked)
    yield from printed_dates.elsewhere(survey, printed_dates.is_dated)
    if not changed:
        yield from printed_dates.elsewhere(survey, printed_dates.is_date)


def modified(survey: printed_dates.Survey) -> Iterator[Candidate]:
    """Dates of the last change: the rule set's, JSON-LD, meta tags, microdata, printed lines; the more reliable first."""
    found, tongue = survey.context, survey.language
    for value, source in from_rules(found, "modified"):
        published, changed = printed_dates.said(value, tongue)
        if iso := changed or published:
            yield iso, source
    yield from _read(_declared(found, "dateModified"), tongue)
    yield from _read(from_metas(found, _MODIFIED), tongue)
    yield from _read(from_microdata(found, "modified"), tongue)
    yield from printed_dates.changes(survey)
    yield from _read(from_jsonld(found, "dateModified", of="WebPage"), tongue)


def _marked_changes(context: PageContext, language: str | None) -> frozenset[str]:
    """The days that microdata and RDFa mark as those of the last change where they mark none of publication: printed,
    such a day is none, either.
    """
    if any(_read(from_microdata(context, "published"), language)):
        return frozenset()
    return frozenset(iso[:_DAY] for iso, _ in _read(from_microdata(context, "modified"), language))


def _declared(context: PageContext, name: str) -> Iterator[Candidate]:
    """What JSON-LD's articles have under a key, numbers (seconds or milliseconds since 1970), too."""
    yield from from_jsonld(context, name)
    for entity in context.entities_of("Article"):
        value = entity.get(name)
        if isinstance(value, int | float) and 0 < value < _LARGEST:
            yield str(int(value)), f"json-ld:{name}"


def _of_url(url: str) -> str | None:
    """The day that an address names: /2024/03/04/, /2024-03-04-, /2024/march/4/."""
    url = unquote(url) if "%" in url else url
    match = _URL.search(url)
    if match:
        return dates.from_machine(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    match = _URL_WORDS.search(url)
    return dates.find(f"{match[3]} {match[2]} {match[1]}") if match else None


def _read(
    candidates: Iterable[Candidate], language: str | None, parse: Callable[..., str | None] | None = None
) -> Iterator[Candidate]:
    for value, source in candidates:
        if iso := (parse(value, language=language) if parse else None) or dates.from_machine(value, language):
            yield iso, source
