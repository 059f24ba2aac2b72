"""The choice of a date: impossible ones are refused; the chosen one is stated as precisely as the page states it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from cleaner import dates
from cleaner.metadata.candidate import DECLARED, MACHINES, Origin, Text
from cleaner.patterns import Pattern

# Characters of a day in ISO 8601.
_DAY = 10
# A moment with its offset, other than midnight.
_MOMENT = Pattern(r"T(?!00:00[+-]).*[+-]\d\d:\d\d$")
# A moment that is not in UTC; the offset in which systems store moments.
_TIMED = Pattern(r"\d{4}-\d\d-\d\dT.*(?<!\+00:00)")
_UTC = "+00:00"
# The farthest offsets that people live by, and the steps of offsets.
_WEST, _EAST, _OFFSET_STEP = timedelta(hours=-11), timedelta(hours=14), timedelta(minutes=30)
# Days that systems write where they know none: the zeros of Unix and of spreadsheets.
_PLACEHOLDERS = ("1970-01-01", "1900-01-01")
# The zero of Unix west of Greenwich.
_ZERO_IN_WEST = "1969-12-31"
# Where readers see the day of publication.
_SHOWN = frozenset((Origin.PRINTED, Origin.ADDRESS))
# Why a date is refused.
FUTURE = "after the page was fetched"
PLACEHOLDER = "placeholder"
TOO_EARLY = "before the publication"


def sift(candidates: Sequence[Text], fetched: date) -> tuple[list[Text], dict[Text, str]]:
    """The dates that a page fetched on a day may state, and the refused ones with the reason.

    A date one day after the fetch is let pass: the page's place may lie in a later time zone.
    """
    latest = (fetched + timedelta(days=1)).isoformat() if fetched < date.max else fetched.isoformat()
    refused: dict[Text, str] = {}
    for candidate in candidates:
        if candidate.value[:_DAY] > latest:
            refused[candidate] = FUTURE
        elif _is_placeholder(candidate.value):
            refused[candidate] = PLACEHOLDER
    return [candidate for candidate in candidates if candidate not in refused], refused


def sift_changed(candidates: Sequence[Text], published: str | None) -> tuple[list[Text], dict[Text, str]]:
    """The dates of the last change from the day of publication on, and the refused earlier ones: work on a draft."""
    refused: dict[Text, str] = {}
    for candidate in candidates:
        day = candidate.value[:_DAY]
        if published and day < published[: len(day)]:
            refused[candidate] = TOO_EARLY
    return [candidate for candidate in candidates if candidate not in refused], refused


def _is_placeholder(iso: str) -> bool:
    """Whether a date is one that systems write where they know none.

    >>> _is_placeholder("1970-01-01T00:00")
    True
    """
    if not iso.startswith(_ZERO_IN_WEST):
        return iso.startswith(_PLACEHOLDERS)
    return len(iso) == _DAY or (_MOMENT.search(iso) is not None and datetime.fromisoformat(iso).timestamp() == 0)


def localize(candidates: Sequence[Text]) -> list[Text]:
    """The candidates; moments that machines state in UTC are told in the offset of the local time that the page shows.

    >>> stated = Text("2023-11-09T01:49:09+00:00", "json-ld:datePublished", Origin.JSON_LD)
    >>> localize([stated, Text("2023-11-08T17:49", "generic:date", Origin.PRINTED)])[0].value
    '2023-11-08T17:49:09-08:00'
    """
    local = [
        datetime.fromisoformat(candidate.value).replace(tzinfo=None)
        for candidate in candidates
        if candidate.origin not in DECLARED and _TIMED.fullmatch(candidate.value)
    ]
    if not local:
        return list(candidates)
    return [
        candidate._replace(value=_in_offset(candidate.value, local))
        if candidate.origin in DECLARED and candidate.value.endswith(_UTC)
        else candidate
        for candidate in candidates
    ]


def _in_offset(moment: str, local: Sequence[datetime]) -> str:
    """A moment in UTC, in the offset (of whole hours or half hours) of the first local time that may state it."""
    at = datetime.fromisoformat(moment)
    for shown in local:
        apart = shown.replace(second=0) - at.replace(tzinfo=None, second=0)
        if apart and _WEST <= apart <= _EAST and not apart % _OFFSET_STEP:
            return at.astimezone(timezone(apart)).isoformat(timespec="seconds" if at.second else "minutes")
    return moment


def choose(candidates: Sequence[Text]) -> int:
    """The place of the first date, or of a later candidate that states the same moment more precisely."""
    return _refined(candidates, 0)


def choose_published(candidates: Sequence[Text], changed: Sequence[Text]) -> int:
    """The place of the first date, unless the page prints an earlier one beside its title and none that agrees with it:
    systems declare the day of an import or a rebuild.

    A printed date later than the declared one counts only where `<time>` states it, too, and the page was changed on
    another day; else it may be the day of the visit or of an update. changed: the dates of the last change; a printed
    date that agrees with one of them is not the publication's. Dates one day apart (another time zone) and with day and
    month swapped agree.
    """
    first = candidates[0]
    if first.origin in DECLARED:
        printed = [i for i, candidate in enumerate(candidates) if candidate.origin in _SHOWN]
        if printed and not any(_agree(first.value, candidates[i].value) for i in printed):
            shown = candidates[printed[0]].value
            times = [candidate.value for candidate in candidates if candidate.origin is Origin.TIME]
            is_later = changed and any(_agree(shown, time) for time in times)
            if (shown < first.value or is_later) and not any(_agree(shown, change.value) for change in changed):
                return _refined(candidates, printed[0])
    elif first.origin in _SHOWN:
        return _refined(candidates, _confirmed(candidates))
    return _refined(candidates, 0)


def _confirmed(candidates: Sequence[Text]) -> int:
    """The place of the first day that the page prints and states for machines, too: a book's day is only printed. The
    first place where none is, or where machines state no day.
    """
    stated = [candidate.value for candidate in candidates if candidate.origin in MACHINES]
    return next(
        (
            i
            for i, candidate in enumerate(candidates)
            if candidate.origin in _SHOWN and any(_agree(candidate.value, moment) for moment in stated)
        ),
        0,
    )


def _refined(candidates: Sequence[Text], best: int) -> int:
    """The place of the candidate that states the day of `best` more precisely.

    A moment with its offset, stated for machines, goes before a line's local time.
    """
    stated = candidates[best]
    if not _MOMENT.search(stated.value) and (len(stated.value) == _DAY or stated.origin not in MACHINES):
        for i, other in enumerate(candidates):
            is_same_day = other.value[:_DAY] == stated.value[:_DAY]
            if is_same_day and other.origin in MACHINES and _MOMENT.search(other.value):
                best = i
                break
    for i in range(len(candidates)):
        if i != best and dates.refines(candidates[best].value, candidates[i].value):
            best = i
    return best


def _agree(one: str, two: str) -> bool:
    """Whether two dates may be of one moment: the same day or the next, or day and month swapped.

    >>> _agree("2024-03-04", "2024-04-03")
    True
    """
    try:
        apart = abs(date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days
    except ValueError:  # a year or a month alone
        return one.startswith(two) or two.startswith(one)
    return apart <= 1 or one[:10] == f"{two[:4]}-{two[8:10]}-{two[5:7]}"
