"""The dates that a page prints, each of a block that may speak of its piece: stamps beside the title, lines elsewhere,
`<time>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cleaner import dates
from cleaner.labels import Ground, Reason, Role
from cleaner.metadata.sources import Candidate, is_within, may_speak, near_title, region_of
from cleaner.model import Block, Page, PageContext, Style
from cleaner.patterns import Pattern

# How long a line with a date may be.
LONGEST = 150
# So many characters of link before a date are another piece's headline: names have fewer.
_TEASER = 24
# How many elements above a date may make it one of the page's header.
_ABOVE = 60
# Dates in parts that are not about this piece.
ELSEWHERE = frozenset(("related", "comments", "footer", "legal"))
_PARTS = Pattern(r"\s+[-–—|•·]\s+|\n")
_CHANGE, _PUBLICATION = (
    Pattern(r"(?i)modified|lastmod|(?:last|date|time|is)[-_]?updated"),
    Pattern(r"(?i)publi|posted|created"),
)
# Themes of WordPress give this class to the only day that they print, which is that of publication, and to the later of
# two.
_UPDATED = Pattern(r"(?<!\S)(?:dt-)?updated(?!\S)")
_YEAR = Pattern(r"(?:19|20)\d\d")
_ENDS = frozenset(".!?。！？")
# So many values of `<time>` are candidates, of so many titles it is asked where they stand; so many days far from the
# title are a list's.
_MOST_TIMES, _MOST_TITLES, _MANY_DAYS = 3, 8, 4
_TITLE = Role.TITLE
DATED = (Role.PUBLISHED, Role.MODIFIED, Role.BYLINE)
# The parts of a page that an article has for itself.
_OWN = frozenset(("article", "main"))
_TOLD = (*DATED, _TITLE, Role.SUBTITLE, Role.CAPTION)


@dataclass(frozen=True, slots=True)
class Survey:
    """Where a page prints dates, looked up once for all that ask.

    near: the places of the blocks around the title; lines: those of the blocks that are short enough for a date and may
    hold one; titles: the places and elements of the first blocks that print a title; changed: the days, by block, that
    the names of `<time>` call those of an update.
    """

    page: Page
    context: PageContext
    near: range
    lines: list[int]
    titles: list[tuple[int, int]]
    changed: frozenset[tuple[int, str]]

    @property
    def language(self) -> str | None:
        """The page's language."""
        return self.context.language


def survey(page: Page, context: PageContext) -> Survey:
    """Where a labelled page prints dates."""
    tongue = context.language
    any_form = (
        None if (tongue or "").startswith("en") else tongue
    )  # what gives nothing in the page's language is read in any
    lines = [
        i for i, block in enumerate(page.blocks) if len(block.text) <= LONGEST and dates.may_hold(block.text, any_form)
    ]
    titles = islice(
        ((i, block.element) for i, block in enumerate(page.blocks) if block.role is _TITLE and block.element >= 0),
        _MOST_TITLES,
    )
    return Survey(page, context, near_title(page), lines, list(titles), _changed_days(page, tongue))


def of_line(block: Block, language: str | None) -> Candidate | None:
    """The date of publication that a block labelled for a date or a byline prints; of one labelled for an update only
    what stands beside that.
    """
    if block.role not in DATED:
        return None
    published, changed = said(block.text, language)
    return (published, block.rule) if published and (changed or block.role is not Role.MODIFIED) else None


def beside_title(survey: Survey) -> Iterator[Candidate]:
    """What blocks beside the title print that are labelled for a date or a byline; a day that is called one of
    publication before a bare one.
    """
    page, near, language = survey.page, survey.near, survey.language
    found = [
        (block, pair)
        for i, block in enumerate(page.blocks[near.start : near.stop], near.start)
        if (pair := of_line(block, language))
        and (i, pair[0][:10]) not in survey.changed
        and not is_within(page, block, ELSEWHERE)
        and not _is_of_visit(survey, i)
    ]
    yield from (
        pair
        for _, pair in sorted(
            found, key=lambda item: not any(stamp.published for stamp in dates.stamps(item[0].text, language))
        )
    )


def _is_of_visit(survey: Survey, i: int) -> bool:
    """Whether a block is a bare date of the page's top or foot rather than of the article's: the day of the visit, or
    of another piece.
    """
    stamp = dates.read_line(survey.page.blocks[i].text, survey.language)
    return stamp is not None and not (stamp.published or stamp.modified) and _is_apart(survey, i)


def _is_apart(survey: Survey, i: int) -> bool:
    """Whether a block stands in the page's header, without a title; or outside the article that has all titles, or
    before the part of the page that has.
    """
    page, titles, element = survey.page, survey.titles, survey.page.blocks[i].element
    header = _header_of(page, element)
    if header >= 0 and all(_header_of(page, title) != header for _, title in titles):
        return True
    return element >= 0 and bool(titles) and all(_are_apart(page, element, title, above=i < at) for at, title in titles)


def _are_apart(page: Page, one: int, title: int, above: bool) -> bool:
    """Whether a title stands in an article, or a main part, that lacks another element; or both, the title below, in
    different parts of the body.
    """
    tags, line = page.elements.tags, _line_of(page, one)
    inner = []
    for at in _line_of(page, title):
        if at in line:
            shared = at
            break
        inner.append(at)
    else:
        return False
    if any(tags[at] in _OWN for at in _line_of(page, shared)):
        return False
    return any(tags[at] in _OWN for at in inner) or (above and tags[shared] == "body" and len(inner) > 1)


def _line_of(page: Page, at: int) -> list[int]:
    """An element and those around it, the innermost first."""
    line: list[int] = []
    while at >= 0 and len(line) < _ABOVE:
        line.append(at)
        at = page.elements.parents[at]
    return line


def _header_of(page: Page, at: int) -> int:
    """The page's header that an element stands in; -1 for none, and for the header of an article."""
    tags, line = page.elements.tags, _line_of(page, at)
    return (
        -1 if any(tags[at] in _OWN for at in line) else next((at for at in reversed(line) if tags[at] == "header"), -1)
    )


@lru_cache(maxsize=1024)
def said(text: str, language: str | None) -> tuple[str | None, str | None]:
    """The first date of a text that it does not call one of an update, and the first that it does; in any language
    where the page's gives none.
    """
    stamps = dates.stamps(text, language)
    if stamps:
        return next((stamp.iso for stamp in stamps if not stamp.modified), None), next(
            (stamp.iso for stamp in stamps if stamp.modified), None
        )
    iso = dates.find(text, language=language)
    if iso is None and language is not None:
        return said(text, None)
    changed = dates.find(text, modified=True, language=language)
    if iso is None or iso != changed:
        return iso, changed
    parts = _PARTS.split(text)  # "4 March 2024 | Updated 4 March 2024"
    return next((published for part in parts if (published := said(part, language)[0])), None) if len(
        parts
    ) > 1 else None, changed


def lines(survey: Survey) -> Iterator[Candidate]:
    """Dates in short lines around the title that no rule took for one."""
    page, tongue = survey.page, survey.language
    for i in survey.lines if page.html else ():
        block = page.blocks[i]
        if (
            i not in survey.near
            or block.role in _TOLD
            or (block.ground is Ground.OUTSIDE and _is_below_text(page, i))
            or _opens_with_headline(block)
            or not may_speak(page, i, survey.context)
        ):
            continue
        iso = said(block.text, tongue)[0]
        if iso and not _is_apart(survey, i) and ("T" in iso or not _is_sentence(block, tongue)):
            yield iso, "line"


def _is_below_text(page: Page, i: int) -> bool:
    """Whether a block stands below the last paragraph of the text."""
    return all(block.role is not Role.PARAGRAPH for block in page.blocks[i:]) and any(
        block.role is Role.PARAGRAPH for block in page.blocks[:i]
    )


def _is_sentence(block: Block, language: str | None) -> bool:
    """Whether a block is a heading or a short sentence of the text, which speaks of a day (one that states its own
    tells the time of day).
    """
    sentence = block.role is Role.HEADING or (block.role is Role.PARAGRAPH and block.text[-1:] in _ENDS)
    return sentence and not dates.stamps(block.text, language)


def _opens_with_headline(block: Block) -> bool:
    """Whether a block begins with a link that is too long for a name and no date: the headline of another piece."""
    if block.links <= _TEASER or block.styled is None:
        return False
    pieces, styles = block.styled
    start, style, _ = styles[0]
    said = "".join(pieces[start : styles[1][0] if len(styles) > 1 else len(pieces)])
    return (
        style == Style.LINK
        and not "".join(pieces[:start]).strip()
        and len(said) > _TEASER
        and _YEAR.search(said[:_TEASER]) is None
    )


def elsewhere(survey: Survey, dated: Callable[[Survey, Block], bool]) -> Iterator[Candidate]:
    """The first date that is printed far from the title in a block that is `dated`; none where there are many days, for
    that is a list of other pieces.
    """
    page, language = survey.page, survey.language
    days: list[str] = []
    for i in survey.lines if page.html else ():
        block = page.blocks[i]
        if i in survey.near or is_within(page, block, ELSEWHERE):
            continue
        if not (block.role in DATED or (dated(survey, block) and may_speak(page, i, survey.context))):
            continue
        if (iso := said(block.text, language)[0]) and not _is_of_visit(survey, i):
            days += [iso] if all(iso[:10] != day[:10] for day in days) else []
            if len(days) == _MANY_DAYS:
                return
    if days:
        yield days[0], "line"


def changes(survey: Survey) -> Iterator[Candidate]:
    """What blocks call the date of an update: `<time>` beside the title, then any line that is labelled for a date or
    stands where dates do.
    """
    yield from _time_changes(survey)
    page = survey.page
    for i in survey.lines:
        block = page.blocks[i]
        stands = block.role in DATED or (
            page.html and (i in survey.near or is_dated(survey, block) or is_date(survey, block))
        )
        if not stands or is_within(page, block, ELSEWHERE):
            continue
        published, changed = said(block.text, survey.language)
        if iso := changed or (published if block.role is Role.MODIFIED else None):
            yield iso, _rule(block)


def is_dated(survey: Survey, block: Block) -> bool:
    """Whether the part that a block stands in is called a date's or a byline's."""
    return region_of(survey.page, block) in ("published", "byline")


def is_date(survey: Survey, block: Block) -> bool:
    """Whether a block holds a date and nothing else."""
    return dates.read_line(block.text, survey.language) is not None


def _rule(block: Block) -> str:
    return block.rule if block.role in DATED else "line"


def times(survey: Survey, anywhere: bool) -> Iterator[Candidate]:
    """`<time>` of blocks near the title, those from it on first, then, if `anywhere`, of others; not of comments, other
    pieces, updates and the visit.
    """
    page, near, language, taken = survey.page, survey.near, survey.language, 0
    title = next((i for i in near if page.blocks[i].role is Role.TITLE), near.start)
    for value, i, _ in sorted(page.times, key=lambda time: (time[1] not in near, time[1] < title)):
        iso = dates.from_machine(value, language)
        if iso is None or not (anywhere or i in near) or (i, iso[:10]) in survey.changed:
            continue
        if i < len(page.blocks) and (
            _is_elsewhere(page, i) or _is_change(iso, page.blocks[i], language) or _is_of_visit(survey, i)
        ):
            continue
        yield iso, "time"
        taken += 1
        if taken == _MOST_TIMES:
            return


def _is_elsewhere(page: Page, i: int) -> bool:
    """Whether a block with a `<time>` is about something else than the publication of this piece."""
    block = page.blocks[i]
    return (
        block.role is Role.MODIFIED
        or block.reason is Reason.COMMENTS
        or block.ground is Ground.LINK_ONLY
        or is_within(page, block, ELSEWHERE)
    )


def _time_changes(survey: Survey) -> Iterator[Candidate]:
    """`<time>` of blocks near the title that is called one of an update, by its own names or the block's words."""
    page, language = survey.page, survey.language
    for value, i, _ in page.times:
        if (
            i in survey.near
            and (iso := dates.from_machine(value, language))
            and ((i, iso[:10]) in survey.changed or _is_change(iso, page.blocks[i], language))
        ):
            yield iso, "time"


def _changed_days(page: Page, language: str | None) -> frozenset[tuple[int, str]]:
    """The days, by block, that the names of `<time>` call those of an update and not of publication as well."""
    changed: set[tuple[int, str]] = set()
    updated: set[tuple[int, str]] = set()
    others: set[tuple[int, str]] = set()
    for value, i, names in page.times:
        if iso := dates.from_machine(value, language):
            called = (
                others
                if _PUBLICATION.search(names)
                else changed
                if _CHANGE.search(names)
                else updated
                if _UPDATED.search(names)
                else others
            )
            called.add((i, iso[:10]))
    beside = {i for i, _ in others}
    return frozenset((changed | {(i, day) for i, day in updated if i in beside}) - others)


def _is_change(iso: str, block: Block, language: str | None) -> bool:
    """Whether a block calls a moment one of an update, and not one of publication, too."""
    published, changed = said(block.text, language) if len(block.text) <= LONGEST else (None, None)
    return changed is not None and iso.startswith(changed) and changed != published
