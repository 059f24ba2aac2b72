"""Which of a page's dates holds: what can be none is refused, and of the others one is chosen and said as precisely as
the page says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from cleaner import dates
from cleaner.metadata.sources import Candidate
from cleaner.patterns import Pattern

# So long is a day in ISO 8601; a moment ends in its offset.
_DAY = 10
_MOMENT = Pattern(r"T(?!00:00[+-]).*[+-]\d\d:\d\d$")
# Days that systems write where they know none: the zero of Unix (as seen west of Greenwich, too) and of spreadsheets. A
# year below 1900 is no date at all.
_NONE_KNOWN = ("1970-01-01", "1900-01-01")
_WEST = "1969-12-31"
FUTURE, PLACEHOLDER, TOO_EARLY = "after the page was fetched", "placeholder", "before the publication"


def sift(every: Sequence[Candidate], fetched: date) -> tuple[list[Candidate], dict[Candidate, str]]:
    """The candidates that may hold of a page that was fetched on a day, and the others with why they can't.

    Where the page was made it may be a day later than where it was fetched; so much is let pass.
    """
    latest = (fetched + timedelta(days=1)).isoformat() if fetched < date.max else fetched.isoformat()
    refused = {
        pair: why
        for pair in every
        if (why := FUTURE if pair[0][:_DAY] > latest else PLACEHOLDER if _is_placeholder(pair[0]) else "")
    }
    return [pair for pair in every if pair not in refused], refused


def sift_changed(every: Sequence[Candidate], published: str | None) -> tuple[list[Candidate], dict[Candidate, str]]:
    """The dates of the last change from the day of publication on, and the earlier ones, which tell of work on the
    draft.
    """
    refused = {pair: TOO_EARLY for pair in every if published and pair[0][:_DAY] < published[: len(pair[0][:_DAY])]}
    return [pair for pair in every if pair not in refused], refused


def _is_placeholder(iso: str) -> bool:
    if not iso.startswith(_WEST):
        return iso.startswith(_NONE_KNOWN)
    return len(iso) == _DAY or (_MOMENT.search(iso) is not None and datetime.fromisoformat(iso).timestamp() == 0)


def choose(every: Sequence[Candidate]) -> int:
    """The first date; said more precisely where a later candidate does so of the same moment."""
    return _refined(every, 0)


def choose_published(every: Sequence[Candidate], changed: Sequence[Candidate]) -> int:
    """The first date, unless the page prints an earlier one beside its title and none that agrees: systems declare the
    day of an import or a rebuild.

    A later one is as likely the day of the visit or of an update, but where `<time>` and words beside the title state
    it and the page was changed on another day. changed: the dates of the last change, for which a line without a word
    may stand, too. Dates that are a night apart (another time zone) or have day and month swapped count as agreement.
    """
    first, source = every[0]
    if source.startswith(("json-ld:", "meta:")):
        printed = [i for i, (_, said) in enumerate(every) if said.startswith("generic:")]
        if printed and not any(_agree(first, every[i][0]) for i in printed):
            shown = every[printed[0]][0]
            later = changed and any(said == "time" and _agree(shown, iso) for iso, said in every)
            if (shown < first or later) and not any(_agree(shown, iso) for iso, _ in changed):
                return _refined(every, printed[0])
    return _refined(every, 0)


def _refined(every: Sequence[Candidate], best: int) -> int:
    """The candidate that says the day of `best` more precisely. What a machine says with its offset goes before a
    line's local time.
    """
    iso, source = every[best]
    if not _MOMENT.search(iso) and (len(iso) == _DAY or not _is_machines(source)):
        best = next(
            (
                i
                for i, (other, said) in enumerate(every)
                if other[:_DAY] == iso[:_DAY] and _MOMENT.search(other) and _is_machines(said)
            ),
            best,
        )
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
