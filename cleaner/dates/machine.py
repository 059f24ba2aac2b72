"""Dates as machines write them, and as hands that imitate machines."""

from __future__ import annotations

from datetime import UTC, datetime

from cleaner.dates.zones import of_place
from cleaner.patterns import Pattern

# The years that a value may have. By hand.
_YEARS = range(1900, 2201)
# Digits of the seconds, and of the milliseconds, since 1970 of any moment from September 2001 on.
_SECONDS = 10
_MILLISECONDS = 13
# Seconds since 1970 of 2100-01-01: a larger number is something else than a moment.
_LAST_SECOND = 4_102_444_800
_MOMENT = Pattern(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T ]\s?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,:](?P<fraction>\d+))?)?\s?"
    r"(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?(?: ?(?:UTC|GMT))?(?: ?\[?(?P<place>[A-Z][A-Za-z_]+/[A-Za-z_/+-]+)\]?)?(?: "
    r"?\([^()]{1,60}\))?)?"
)
_UTC = Pattern(r"[\d. ](?:UTC|GMT)$")
_COMPACT = Pattern(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?")
_PARTS = Pattern(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?([+-]\d\d:\d\d)?)?")
# Characters; a longer value is no date. By hand.
_LONGEST = 100


def from_iso(text: str) -> str | None:
    """A value of ISO 8601 or near it, of RFC 2822, or in seconds since 1970, in ISO 8601; None for all else.

    >>> from_iso("2019-02-23 10:27:00 UTC"), from_iso("Sat, 23 Feb 2019 10:27:00 GMT"), from_iso("23 February 2019")
    ('2019-02-23T10:27+00:00', '2019-02-23T10:27+00:00', None)
    """
    value = text.strip(" \t\r\n'\"")
    if not 8 <= len(value) <= _LONGEST or not value.isascii():
        return None
    if value.isdecimal() and len(value) in (_SECONDS, _MILLISECONDS) and 10**9 <= int(value[:_SECONDS]) < _LAST_SECOND:
        return _written(datetime.fromtimestamp(int(value[:_SECONDS]), UTC))
    match = _MOMENT.fullmatch(value)
    if match is not None:
        return _moment(match.groupdict(), utc=_UTC.search(value) is not None)
    compact = _COMPACT.fullmatch(value)
    if compact is not None:
        year, month, day, hour, minute, second, offset = compact.groups()
        parts = {
            "year": year,
            "month": month,
            "day": day,
            "hour": hour,
            "minute": minute,
            "second": second,
            "offset": offset,
        }
        return _moment(parts, utc=False)
    if value.isdecimal() and len(value) == 8:
        return _moment({"year": value[:4], "month": value[4:6], "day": value[6:]}, utc=False)
    return _from_mail(value) if value[:3].isalpha() and value[3:4] == "," else None


def _moment(parts: dict[str, str | None], *, utc: bool) -> str | None:
    year, month, day, hour, minute, second = (
        int(parts.get(name) or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    if parts.get("hour") is None:
        return moment.date().isoformat()
    offset, place = parts.get("offset"), parts.get("place")
    if offset == "Z" or (offset is None and utc):
        offset = "+00:00"
    elif offset is not None:
        digits = offset[1:].replace(":", "").ljust(4, "0")
        if int(digits[:2]) > 23 or int(digits[2:]) > 59:
            return None
        offset = f"{offset[0]}{digits[:2]}:{digits[2:]}"
    elif place is not None:
        offset = of_place(place, moment)
    return _written(moment, bool(int(parts.get("fraction") or 0))) + (offset or "")


def _from_mail(value: str) -> str | None:
    from email.utils import parsedate_to_datetime  # imports the half of a mail program

    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _written(moment) if moment.year in _YEARS else None


def _written(moment: datetime, in_seconds: bool = False) -> str:
    return moment.isoformat(timespec="seconds" if in_seconds or moment.second else "minutes")


def refines(iso: str, other: str) -> bool:
    """Whether `other` says the same moment as `iso` more precisely.

    >>> refines("2019-02-23", "2019-02-23T10:27"), refines("2019-02-23", "2019-02-24T10:27")
    (True, False)
    """
    one, two = _PARTS.fullmatch(iso), _PARTS.fullmatch(other)
    if one is None or two is None or iso == other:
        return False
    return all(mine is None or mine == its for mine, its in zip(one.groups(), two.groups(), strict=True))
