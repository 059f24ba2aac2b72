"""When the piece was published and changed: as stated, at the precision stated, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from cleaner import dates
from cleaner.metadata.sources import Candidate, from_jsonld, from_metas, from_properties, from_rules, may_speak, near_title, region_of
from cleaner.model import Block, Page, Recognised, Role
from cleaner.patterns import Pattern

_PUBLISHED = (
    "article:published_time", "article:published:time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "published",
    "published-date", "article.published", "publication_date", "publication-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "citation_publication_date", "citation_date", "citation_online_date", "article_date_original", "originalpublicationdate", "w-published-date",
    "displaydate", "release_date", "rnews:datepublished", "shareaholic:article_published_time",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified:time", "og:article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified",
    "updated date", "updated", "updated_time", "article.updated", "modified", "last_updated", "revision_date",
)  # fmt: skip
# How long a line with a date may be.
_LONGEST = 150
# Dates in parts that are not about this piece.
_ELSEWHERE = frozenset(("related", "comments", "footer", "legal"))
_URL = Pattern(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._+-]|$)")
_URL_WORDS = Pattern(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?=/|$)")
_PARTS = Pattern(r"\s+[-–—|•·]\s+|\n")
_DATED = (Role.PUBLISHED, Role.MODIFIED, Role.BYLINE)
_TOLD = (*_DATED, Role.TITLE, Role.SUBTITLE, Role.CAPTION)


def published(page: Page, head: Sequence[Block], found: Recognised, changed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Dates of publication: the rule set's, JSON-LD, meta tags, printed lines, the URL, microdata, `<time>`, lines that no rule took for a date.

    The more reliable come first (`python -m training.sources --corpora FOLDER` counts how often each is right).

    changed: the dates of the last change. A page that states one and nothing else is not dated by lines far from its title: they are of other pieces.
    """
    near = near_title(page)
    yield from _read(from_rules(found, "published"), dates.find)
    if found.rules is not None:
        own = f"{found.rules.slug}:"
        yield from (pair for block in head if block.rule.startswith(own) and (pair := _of_line(block)))
    yield from _read(from_jsonld(found, "datePublished"), dates.from_machine)
    yield from _read(from_metas(found, _PUBLISHED), dates.from_machine)
    yield from (pair for block in page.blocks[near.start : near.stop] if block.role in _DATED and (pair := _of_line(block)))
    if iso := _of_url(found.url or ""):
        yield iso, "url"
    yield from _read(from_properties(found, "published"), dates.from_machine)
    yield from _times(page, near)
    yield from _read(from_jsonld(found, "dateCreated", "uploadDate"), dates.from_machine)
    yield from _read(from_jsonld(found, "datePublished", of="WebPage"), dates.from_machine)
    yield from _lines(page, near, found)
    yield from _elsewhere(page, near, found, _is_dated)
    if not changed:
        yield from _elsewhere(page, near, found, _is_date)


def modified(page: Page, found: Recognised) -> Iterator[Candidate]:
    """Dates of the last change: the rule set's, JSON-LD, meta tags, microdata, printed lines; the more reliable first."""
    for value, source in from_rules(found, "modified"):
        if iso := dates.find(value, modified=True) or dates.find(value):
            yield iso, source
    yield from _read(from_jsonld(found, "dateModified"), dates.from_machine)
    yield from _read(from_metas(found, _MODIFIED), dates.from_machine)
    yield from _read(from_properties(found, "modified"), dates.from_machine)
    near = near_title(page)
    for i, block in enumerate(page.blocks):
        if (
            len(block.text) > _LONGEST
            or not (block.role in _DATED or (page.html and (i in near or _is_dated(page, block) or _is_date(page, block))))
            or region_of(page, block) in _ELSEWHERE
        ):
            continue
        if iso := dates.find(block.text, modified=True) or (dates.find(block.text) if block.role is Role.MODIFIED else None):
            yield iso, _rule(block)
    yield from _read(from_jsonld(found, "dateModified", of="WebPage"), dates.from_machine)


def choose(every: Sequence[Candidate]) -> int:
    """The first date; said more precisely where a later candidate does so of the same moment."""
    return _refined(every, 0)


def choose_published(every: Sequence[Candidate], changed: Sequence[Candidate]) -> int:
    """The first date, unless the page prints an earlier one beside its title and none that agrees: systems declare the day of an import or a rebuild.

    A later one is as likely the day of the visit or of an update. changed: the dates of the last change, for which a line without a word may stand, too.
    Dates that are a night apart (another time zone) or have day and month swapped count as agreement.
    """
    first, source = every[0]
    if source.startswith(("json-ld:", "meta:")):
        printed = [i for i, (_, said) in enumerate(every) if said.startswith("generic:")]
        if (
            printed
            and every[printed[0]][0] < first
            and not any(_agree(first, every[i][0]) for i in printed)
            and not any(_agree(every[printed[0]][0], iso) for iso, _ in changed)
        ):
            return _refined(every, printed[0])
    return _refined(every, 0)


def _refined(every: Sequence[Candidate], best: int) -> int:
    for i in range(len(every)):
        if i != best and dates.refines(every[best][0], every[i][0]):
            best = i
    return best


def _agree(one: str, two: str) -> bool:
    """Whether two dates may be of one moment: the same day or the next, or day and month swapped."""
    try:
        apart = abs(date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days
    except ValueError:  # a year or a month alone
        return one.startswith(two) or two.startswith(one)
    return apart <= 1 or one[:10] == f"{two[:4]}-{two[8:10]}-{two[5:7]}"


def _of_line(block: Block) -> Candidate | None:
    """The date of publication that a block labelled for it prints."""
    if block.role not in (Role.PUBLISHED, Role.BYLINE):
        return None
    stamp = dates.read_line(block.text)
    if stamp is not None:
        return None if stamp.modified else (stamp.iso, block.rule)
    iso = _published_in(block.text)
    return (iso, block.rule) if iso else None


def _published_in(text: str) -> str | None:
    """The first date of a text that the text does not call that of an update."""
    iso = dates.find(text)
    if iso is None or iso != dates.find(text, modified=True):
        return iso
    parts = _PARTS.split(text)  # "4 March 2024 | Updated 4 March 2024"
    return next((found for part in parts if (found := dates.find(part)) and not dates.find(part, modified=True)), None) if len(parts) > 1 else None


def _lines(page: Page, near: range, found: Recognised) -> Iterator[Candidate]:
    """Dates in short lines around the title that no rule took for one."""
    for i in near if page.html else ():
        block = page.blocks[i]
        if block.role not in _TOLD and len(block.text) <= _LONGEST and may_speak(page, i, found) and (iso := _published_in(block.text)):
            yield iso, "line"


def _elsewhere(page: Page, near: range, found: Recognised, dated: Callable[[Page, Block], bool]) -> Iterator[Candidate]:
    """The first date that is printed far from the title in a block that is `dated`."""
    for i, block in enumerate(page.blocks if page.html else ()):
        if i in near or len(block.text) > _LONGEST or not (block.role in _DATED or (dated(page, block) and may_speak(page, i, found))):
            continue
        if iso := _published_in(block.text):
            yield iso, "line"
            return


def _is_dated(page: Page, block: Block) -> bool:
    """Whether the part that a block stands in is called a date's or a byline's."""
    return region_of(page, block) in ("published", "byline")


def _is_date(_: Page, block: Block) -> bool:
    """Whether a block holds a date and nothing else."""
    return dates.read_line(block.text) is not None


def _rule(block: Block) -> str:
    return block.rule if block.role in _DATED else "line"


def _times(page: Page, near: range) -> Iterator[Candidate]:
    """`<time>` of blocks near the title, then of others; not of comments, other pieces and updates."""
    taken = 0
    for value, i in sorted(page.times, key=lambda time: time[1] not in near):
        block = page.blocks[i] if i < len(page.blocks) else None
        if block is not None and (block.role is Role.MODIFIED or block.rule == "generic:link_only" or region_of(page, block) in _ELSEWHERE):
            continue
        iso = dates.from_machine(value)
        if iso and not (block is not None and dates.find(block.text, modified=True) == iso[:10]):
            yield iso, "time"
            taken += 1
            if taken == 3:
                return


def _of_url(url: str) -> str | None:
    """The day that an address names: /2024/03/04/, /2024-03-04-, /2024/march/4/."""
    match = _URL.search(url)
    if match:
        return dates.from_machine(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    match = _URL_WORDS.search(url)
    return dates.find(f"{match[3]} {match[2]} {match[1]}") if match else None


def _read(candidates: Iterable[Candidate], parse: Callable[[str], str | None]) -> Iterator[Candidate]:
    for value, source in candidates:
        if iso := parse(value) or dates.from_machine(value):
            yield iso, source
