"""When the piece was published and changed: as stated, at the precision stated, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from cleaner import dates
from cleaner.metadata.sources import Candidate, from_jsonld, from_metas, from_properties, from_rules, is_within, may_speak, near_title, region_of
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
# How many elements above a date may make it one of the page's header.
_ABOVE = 60
# Dates in parts that are not about this piece.
_ELSEWHERE = frozenset(("related", "comments", "footer", "legal"))
_URL = Pattern(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._+-]|$)")
_URL_WORDS = Pattern(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?=/|$)")
# So long is a day in ISO 8601; a moment ends in its offset.
_DAY = 10
_MOMENT = Pattern(r"T(?!00:00[+-]).*[+-]\d\d:\d\d$")
_PARTS = Pattern(r"\s+[-–—|•·]\s+|\n")
_DATED = (Role.PUBLISHED, Role.MODIFIED, Role.BYLINE)
_TOLD = (*_DATED, Role.TITLE, Role.SUBTITLE, Role.CAPTION)


def published(page: Page, head: Sequence[Block], found: Recognised, changed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Dates of publication: the rule set's, JSON-LD, meta tags, printed lines, the URL, microdata, `<time>`, lines that no rule took for a date.

    The more reliable come first (`python -m training.sources --corpora FOLDER` counts how often each is right).

    changed: the dates of the last change. A page that states one and nothing else is not dated by lines far from its title: they are of other pieces.
    """
    near, tongue = near_title(page), found.language
    yield from _read(from_rules(found, "published"), tongue, dates.find)
    if found.rules is not None:
        own = f"{found.rules.slug}:"
        yield from (pair for block in head if block.rule.startswith(own) and (pair := _of_line(block, tongue)))
    yield from _read(from_jsonld(found, "datePublished"), tongue)
    yield from _read(from_metas(found, _PUBLISHED), tongue)
    yield from _printed(page, near, tongue)
    if iso := _of_url(found.url or ""):
        yield iso, "url"
    yield from _read(from_properties(found, "published"), tongue)
    yield from _times(page, near, tongue, anywhere=not changed)
    yield from _read(from_jsonld(found, "dateCreated", "uploadDate"), tongue)
    yield from _read(from_jsonld(found, "datePublished", of="WebPage"), tongue)
    yield from _lines(page, near, found)
    yield from _elsewhere(page, near, found, _is_dated)
    if not changed:
        yield from _elsewhere(page, near, found, _is_date)


def modified(page: Page, found: Recognised) -> Iterator[Candidate]:
    """Dates of the last change: the rule set's, JSON-LD, meta tags, microdata, printed lines; the more reliable first."""
    tongue = found.language
    for value, source in from_rules(found, "modified"):
        published, changed = _said(value, tongue)
        if iso := changed or published:
            yield iso, source
    yield from _read(from_jsonld(found, "dateModified"), tongue)
    yield from _read(from_metas(found, _MODIFIED), tongue)
    yield from _read(from_properties(found, "modified"), tongue)
    near = near_title(page)
    yield from _changes(page, near, tongue)
    for i, block in enumerate(page.blocks):
        if (
            len(block.text) > _LONGEST
            or not (block.role in _DATED or (page.html and (i in near or _is_dated(block, page, tongue) or _is_date(block, page, tongue))))
            or is_within(page, block, _ELSEWHERE)
        ):
            continue
        published, changed = _said(block.text, tongue)
        if iso := changed or (published if block.role is Role.MODIFIED else None):
            yield iso, _rule(block)
    yield from _read(from_jsonld(found, "dateModified", of="WebPage"), tongue)


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
    """The candidate that says the day of `best` more precisely. What a machine says with its offset goes before a line's local time."""
    iso, source = every[best]
    if not _MOMENT.search(iso) and (len(iso) == _DAY or not _is_machines(source)):
        best = next((i for i, (other, said) in enumerate(every) if other[:_DAY] == iso[:_DAY] and _MOMENT.search(other) and _is_machines(said)), best)
    for i in range(len(every)):
        if i != best and dates.refines(every[best][0], every[i][0]):
            best = i
    return best


def _is_machines(source: str) -> bool:
    return source == "time" or source.startswith(("json-ld:", "meta:", "property:"))


def _agree(one: str, two: str) -> bool:
    """Whether two dates may be of one moment: the same day or the next, or day and month swapped."""
    try:
        apart = abs(date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days
    except ValueError:  # a year or a month alone
        return one.startswith(two) or two.startswith(one)
    return apart <= 1 or one[:10] == f"{two[:4]}-{two[8:10]}-{two[5:7]}"


def _of_line(block: Block, language: str | None) -> Candidate | None:
    """The date of publication that a block labelled for a date or a byline prints; of one labelled for an update only what stands beside that."""
    if block.role not in _DATED:
        return None
    published, changed = _said(block.text, language)
    return (published, block.rule) if published and (changed or block.role is not Role.MODIFIED) else None


def _printed(page: Page, near: range, language: str | None) -> Iterator[Candidate]:
    """What blocks beside the title print that are labelled for a date or a byline; a day that is called one of publication before a bare one."""
    titled = _titled_headers(page)
    found = [
        (block, pair)
        for block in page.blocks[near.start : near.stop]
        if (pair := _of_line(block, language)) and not is_within(page, block, _ELSEWHERE) and not _is_of_visit(page, block, language, titled)
    ]
    yield from (pair for _, pair in sorted(found, key=lambda item: not any(stamp.published for stamp in dates.stamps(item[0].text, language))))


def _is_of_visit(page: Page, block: Block, language: str | None, titled: frozenset[int]) -> bool:
    """Whether a block is a bare date in the page's header, outside the article and in none with a title (`titled`): the day of the visit."""
    stamp = dates.read_line(block.text, language)
    return stamp is not None and not (stamp.published or stamp.modified) and (header := _header_of(page, block.element)) >= 0 and header not in titled


def _titled_headers(page: Page) -> frozenset[int]:
    """The page's headers that a title stands in."""
    return frozenset(_header_of(page, block.element) for block in page.blocks if block.role is Role.TITLE)


def _header_of(page: Page, at: int) -> int:
    """The page's header that an element stands in; -1 for none, and for the header of an article."""
    elements, header = page.elements, -1
    for _ in range(_ABOVE):
        if at < 0 or elements.tags[at] in ("article", "main"):
            return header if at < 0 else -1
        if elements.tags[at] == "header":
            header = at
        at = elements.parents[at]
    return -1


@lru_cache(maxsize=1024)
def _said(text: str, language: str | None) -> tuple[str | None, str | None]:
    """The first date of a text that it does not call one of an update, and the first that it does; in any language where the page's gives none."""
    stamps = dates.stamps(text, language)
    if stamps:
        return next((stamp.iso for stamp in stamps if not stamp.modified), None), next((stamp.iso for stamp in stamps if stamp.modified), None)
    iso = dates.find(text, language=language)
    if iso is None and language is not None:
        return _said(text, None)
    changed = dates.find(text, modified=True, language=language)
    if iso is None or iso != changed:
        return iso, changed
    parts = _PARTS.split(text)  # "4 March 2024 | Updated 4 March 2024"
    return next((published for part in parts if (published := _said(part, language)[0])), None) if len(parts) > 1 else None, changed


def _lines(page: Page, near: range, found: Recognised) -> Iterator[Candidate]:
    """Dates in short lines around the title that no rule took for one."""
    for i in near if page.html else ():
        block = page.blocks[i]
        if block.role not in _TOLD and len(block.text) <= _LONGEST and may_speak(page, i, found) and (iso := _said(block.text, found.language)[0]):
            yield iso, "line"


def _elsewhere(page: Page, near: range, found: Recognised, dated: Callable[[Block, Page, str | None], bool]) -> Iterator[Candidate]:
    """The first date that is printed far from the title in a block that is `dated`."""
    titled = _titled_headers(page)
    for i, block in enumerate(page.blocks if page.html else ()):
        if i in near or len(block.text) > _LONGEST or is_within(page, block, _ELSEWHERE):
            continue
        if not (block.role in _DATED or (dated(block, page, found.language) and may_speak(page, i, found))):
            continue
        if (iso := _said(block.text, found.language)[0]) and not _is_of_visit(page, block, found.language, titled):
            yield iso, "line"
            return


def _is_dated(block: Block, page: Page, _: str | None) -> bool:
    """Whether the part that a block stands in is called a date's or a byline's."""
    return region_of(page, block) in ("published", "byline")


def _is_date(block: Block, _: Page, language: str | None) -> bool:
    """Whether a block holds a date and nothing else."""
    return dates.read_line(block.text, language) is not None


def _rule(block: Block) -> str:
    return block.rule if block.role in _DATED else "line"


def _times(page: Page, near: range, language: str | None, anywhere: bool) -> Iterator[Candidate]:
    """`<time>` of blocks near the title, then, if `anywhere`, of others; not of comments, other pieces and updates."""
    taken = 0
    for value, i in sorted(page.times, key=lambda time: time[1] not in near):
        block = page.blocks[i] if i < len(page.blocks) else None
        if block is not None and (block.role is Role.MODIFIED or block.rule == "generic:link_only" or is_within(page, block, _ELSEWHERE)):
            continue
        iso = dates.from_machine(value, language)
        if iso and (anywhere or i in near) and not (block is not None and _is_change(iso, block, language)):
            yield iso, "time"
            taken += 1
            if taken == 3:
                return


def _changes(page: Page, near: range, language: str | None) -> Iterator[Candidate]:
    """`<time>` of blocks near the title that call its moment one of an update."""
    for value, i in page.times:
        if i in near and (iso := dates.from_machine(value, language)) and _is_change(iso, page.blocks[i], language):
            yield iso, "time"


def _is_change(iso: str, block: Block, language: str | None) -> bool:
    """Whether a block calls a moment one of an update, and not one of publication, too."""
    published, changed = _said(block.text, language) if len(block.text) <= _LONGEST else (None, None)
    return changed is not None and iso.startswith(changed) and changed != published


def _of_url(url: str) -> str | None:
    """The day that an address names: /2024/03/04/, /2024-03-04-, /2024/march/4/."""
    match = _URL.search(url)
    if match:
        return dates.from_machine(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    match = _URL_WORDS.search(url)
    return dates.find(f"{match[3]} {match[2]} {match[1]}") if match else None


def _read(candidates: Iterable[Candidate], language: str | None, parse: Callable[..., str | None] | None = None) -> Iterator[Candidate]:
    for value, source in candidates:
        if iso := (parse(value, language=language) if parse else None) or dates.from_machine(value, language):
            yield iso, source
