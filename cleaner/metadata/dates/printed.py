"""The dates that a page prints: in blocks beside the title, in lines elsewhere, in `<time>`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner import dates
from cleaner.labels import DATES, Ground, Reason, Role
from cleaner.metadata.candidate import Origin, Text, origin_of
from cleaner.metadata.dates.survey import LONGEST, Survey, is_apart, is_of_visit
from cleaner.metadata.placement import OF_SITE, is_within, may_speak, region_of
from cleaner.model import Block, Page, Style, styled_runs
from cleaner.patterns import Pattern
from cleaner.remembered import remember

# Characters of a link before a date from which on it is another article's headline: names have fewer. By hand, as the
# next ones.
_TEASER = 24
# Values of `<time>` that are candidates.
_MOST_TIMES = 3
# Days printed far from the title from which on they are a list's.
_MANY_DAYS = 4
# Categories of parts that are not about this article.
OTHER_PARTS = frozenset(("related", "comments", "footer", "legal"))
_PARTS = Pattern(r"\s+[-–—|•·]\s+|\n")
_BARS = Pattern(r"\s+[-–—|/•·]\s+|\n")
_YEAR = Pattern(r"(?:19|20)\d\d")
_SENTENCE_ENDS = frozenset(".!?。！？")
DATED = (Role.PUBLISHED, Role.MODIFIED, Role.BYLINE)
# Roles of blocks that `lines` does not read: others do, or they print no date of the article.
_LABELLED = (*DATED, Role.TITLE, Role.SUBTITLE, Role.CAPTION)


def of_line(block: Block, language: str | None) -> Text | None:
    """The date of publication that a block labelled for a date or a byline prints; of one labelled for an update only
    what stands beside that.
    """
    if block.role not in DATED:
        return None
    published, changed = dates_of(block.text, language)
    if published and (changed or block.role is not Role.MODIFIED):
        return Text(published, block.rule, origin_of(block))
    return None


def beside_title(survey: Survey, marked: frozenset[str]) -> Iterator[Text]:
    """What blocks beside the title and down to the end of the text print that are labelled for a date or a byline; a
    day that is called one of publication before a bare one.

    marked: moments of the last change. A bare date that may be one of them is none of publication. Of bare text a bare
    date above the title is left to `above_title`.
    """
    named, bare = _labelled(survey, range(survey.near.start, min(survey.near.stop, survey.below)), marked)
    yield from (*named, *bare)


def below_text(survey: Survey, marked: frozenset[str]) -> Iterator[Text]:
    """What such blocks print beside the title of a short text, but below it: mostly the days of other pieces."""
    named, bare = _labelled(survey, range(max(survey.near.start, survey.below), survey.near.stop), marked)
    for candidate in (*named, *bare):
        yield candidate._replace(origin=Origin.LINE)


def _labelled(survey: Survey, places: range, marked: frozenset[str]) -> tuple[list[Text], list[Text]]:
    """The days of some blocks that are labelled for a date or a byline: those called of publication, and bare ones."""
    page, language = survey.page, survey.language
    named: list[Text] = []
    bare: list[Text] = []
    for i in places:
        block = page.blocks[i]
        candidate = of_line(block, language)
        if candidate is None or (i, candidate.value[:10]) in survey.changed:
            continue
        if is_within(page, block, OTHER_PARTS) or is_of_visit(survey, i):
            continue
        if any(stamp.published for stamp in dates.stamps(block.text, language)):
            named.append(candidate)
        elif not any(_may_be(candidate.value, moment) for moment in marked) and not _may_be_of_visit(page, i):
            bare.append(candidate)
    return named, bare


def above_title(survey: Survey) -> Iterator[Text]:
    """The bare dates above the title of bare text: those of the visit, where the address or another line says
    otherwise.
    """
    page, near = survey.page, survey.near
    for i in range(near.start, max(near.start, page.title_index)):
        if _may_be_of_visit(page, i) and (candidate := of_line(page.blocks[i], survey.language)):
            yield candidate


def _may_be_of_visit(page: Page, i: int) -> bool:
    """Whether a line of bare text stands above the title and holds a date that nothing calls one of publication."""
    if page.html or i >= page.title_index or page.blocks[i].role not in DATES or page.blocks[i].layer in OF_SITE:
        return False
    return not any(stamp.published for stamp in dates.stamps(page.blocks[i].text))


@remember(1024)
def dates_of(text: str, language: str | None) -> tuple[str | None, str | None]:
    """The first date of a text that it does not call one of an update, and the first that it does; in any language
    where the page's gives none.
    """
    stamps = dates.stamps(text, language)
    if stamps:
        published = next((stamp.iso for stamp in stamps if not stamp.modified), None)
        return published, next((stamp.iso for stamp in stamps if stamp.modified), None)
    iso = dates.find(text, language=language)
    if iso is None and language is not None:
        return dates_of(text, None)
    changed = dates.find(text, modified=True, language=language)
    if iso is None or iso != changed:
        return iso, changed
    parts = _PARTS.split(text)  # "4 March 2024 | Updated 4 March 2024"
    if len(parts) == 1:
        return None, changed
    return next((published for part in parts if (published := dates_of(part, language)[0])), None), changed


def _may_be(printed: str, moment: str) -> bool:
    """Whether a printed date may state a moment: of the same day, and the same minute where both have a time (the hour
    depends on the time zone).

    >>> _may_be("2024-03-04T08:20", "2024-03-04T19:20+01:00"), _may_be("2024-03-04T08:57", "2024-03-04T19:20+01:00")
    (True, False)
    """
    return printed[:10] == moment[:10] and ("T" not in printed or "T" not in moment or printed[14:16] == moment[14:16])


def lines(survey: Survey, marked: frozenset[str]) -> Iterator[Text]:
    """Dates in short lines around the title that no rule took for one, and that are none of the `marked` changes."""
    page, language = survey.page, survey.language
    for i in survey.lines if page.html else ():
        block = page.blocks[i]
        if (
            not (i in survey.near or i + 1 in survey.copies)
            or block.role in _LABELLED
            or (block.ground is Ground.OUTSIDE and i >= survey.below)
            or _opens_with_headline(block)
            or not may_speak(page, i)
        ):
            continue
        iso = dates_of(block.text, language)[0]
        if iso is None or is_apart(survey, i) or ("T" not in iso and _is_sentence(block, language)):
            continue
        if not any(_may_be(iso, moment) for moment in marked):
            yield Text(iso, "line", Origin.LINE)


def short_days(survey: Survey) -> Iterator[Text]:
    """Days with a year of two digits that stand alone beside the title, or in front of a bar ("28.01.22 / News")."""
    page, near = survey.page, survey.near
    for i in range(near.start, min(near.stop, survey.below)):
        block = page.blocks[i]
        iso = dates.read_short(_BARS.split(block.text, 1)[0]) if len(block.text) <= LONGEST else None
        if iso and not is_within(page, block, OTHER_PARTS) and not is_apart(survey, i):
            yield Text(iso, "line", Origin.LINE)


def _is_sentence(block: Block, language: str | None) -> bool:
    """Whether a block is a heading or a short sentence of the text, which speaks of a day (one that states its own
    tells the time of day).
    """
    sentence = block.role is Role.HEADING or (block.role is Role.PARAGRAPH and block.text[-1:] in _SENTENCE_ENDS)
    return sentence and not dates.stamps(block.text, language)


def _opens_with_headline(block: Block) -> bool:
    """Whether a block begins with a link that is too long for a name and no date: the headline of another piece."""
    if block.links <= _TEASER:
        return False
    for run in styled_runs(block):
        if run.style == Style.LINK:
            return len(run.text) > _TEASER and _YEAR.search(run.text[:_TEASER]) is None
        if run.style != Style.PLAIN or run.text.strip():
            return False
    return False


def elsewhere(survey: Survey, dated: Callable[[Survey, Block], bool]) -> Iterator[Text]:
    """The first date that is printed far from the title in a block that is `dated`; none where there are many days, for
    that is a list of other pieces.
    """
    page, language = survey.page, survey.language
    days: list[str] = []
    for i in survey.lines if page.html else ():
        block = page.blocks[i]
        if i in survey.near or is_within(page, block, OTHER_PARTS):
            continue
        if not (block.role in DATED or (dated(survey, block) and may_speak(page, i))):
            continue
        if (iso := dates_of(block.text, language)[0]) and not is_of_visit(survey, i):
            days += [iso] if all(iso[:10] != day[:10] for day in days) else []
            if len(days) == _MANY_DAYS:
                return
    if days:
        yield Text(days[0], "line", Origin.LINE)


def changes(survey: Survey) -> Iterator[Text]:
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
        if not stands or is_within(page, block, OTHER_PARTS):
            continue
        published, changed = dates_of(block.text, survey.language)
        if iso := changed or (published if block.role is Role.MODIFIED else None):
            yield _of_block(iso, block)


def is_dated(survey: Survey, block: Block) -> bool:
    """Whether the part that a block stands in is called a date's or a byline's."""
    return region_of(survey.page, block) in ("published", "byline")


def is_date(survey: Survey, block: Block) -> bool:
    """Whether a block holds a date and nothing else."""
    return dates.read_line(block.text, survey.language) is not None


def _of_block(iso: str, block: Block) -> Text:
    """A block's date as a candidate."""
    return Text(iso, block.rule, origin_of(block)) if block.role in DATED else Text(iso, "line", Origin.LINE)


def times(survey: Survey, anywhere: bool) -> Iterator[Text]:
    """`<time>` of blocks near the title, those from it on first, then, if `anywhere`, of others; not of comments, other
    pieces, updates and the visit.
    """
    page, near, language, taken = survey.page, survey.near, survey.language, 0
    title = page.title_index if page.title_index >= 0 else near.start
    for value, i, _ in sorted(page.times, key=lambda time: (time[1] not in near, time[1] < title)):
        iso = dates.from_machine(value, language)
        if iso is None or not (anywhere or i in near) or (i, iso[:10]) in survey.changed:
            continue
        if i < len(page.blocks) and (
            _is_elsewhere(page, i) or _is_change(iso, page.blocks[i], language) or is_of_visit(survey, i)
        ):
            continue
        yield Text(iso, "time", Origin.TIME)
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
        or is_within(page, block, OTHER_PARTS)
    )


def _time_changes(survey: Survey) -> Iterator[Text]:
    """`<time>` of blocks near the title that is called one of an update, by its own names or the block's words."""
    page, language = survey.page, survey.language
    for value, i, _ in page.times:
        if (
            i in survey.near
            and (iso := dates.from_machine(value, language))
            and ((i, iso[:10]) in survey.changed or _is_change(iso, page.blocks[i], language))
        ):
            yield Text(iso, "time", Origin.TIME)


def _is_change(iso: str, block: Block, language: str | None) -> bool:
    """Whether a block calls a moment one of an update, and not one of publication, too."""
    published, changed = dates_of(block.text, language) if len(block.text) <= LONGEST else (None, None)
    return changed is not None and iso.startswith(changed) and changed != published
