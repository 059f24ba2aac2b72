"""Dates as pages print them: ISO 8601 out, at the precision that is stated and no more. Imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import regex

from cleaner.patterns import IGNORECASE, Pattern

_MONTHS = {name: n for n, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
_ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00",
}  # fmt: skip
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<day>(?<!\d)\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?:the )?)?"
_TIME = (
    r"(?:(?:,| at| -| –| \||,? on)?\s*t?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>gmt|utc|[ecmp][sd]t|bst|cest|cet|eest|eet|z)\b\)?)?(?:\s?(?P<offset>[+-]\d\d:?\d\d))?)?"
)
_FORMS = tuple(
    Pattern(rf"{_WEEKDAY}{form}{_TIME}", IGNORECASE)
    for form in (
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_PREFIX = Pattern(
    r"(?:(?P<modified>(?:last[ -])?(?:updated|update|modified|edited)(?: date)?)"
    r"|(?P<published>(?:first )?(?:published|posted|submitted|publication)(?: date)?|date))"
    r"(?: on| at)?\s*:?\s+",
    IGNORECASE,
)
_LONGEST_LINE = 80
_PARTS = Pattern(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?([+-]\d\d:\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a line prints: in ISO 8601, and whether the line calls it the date of an update."""

    iso: str
    modified: bool


@lru_cache(maxsize=4096)
def read_line(text: str) -> Stamp | None:
    """The date of a line that holds a date or time stamp ("Updated: December 27, 2018 04:24 PM") and nothing else."""
    if len(text) > _LONGEST_LINE or not _has_year(text):
        return None
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    for form in _FORMS:
        match = form.fullmatch(rest.strip(" .|"))
        iso = _iso(match) if match else None
        if iso:
            return Stamp(iso, prefix is not None and prefix["modified"] is not None)
    return None


def find(text: str, *, modified: bool = False) -> str | None:
    """The first date inside a longer text; with `modified`, the one that the text calls an update."""
    if not _has_year(text):
        return None
    if modified:
        prefix = next((match for match in _PREFIX.finditer(text) if match["modified"]), None)
        if prefix is None:
            return None
        text = text[prefix.end() :]
        return next((iso for form in _FORMS if (match := form.match(text)) and (iso := _iso(match))), None)
    found = [hit for form in _FORMS if (hit := _first(form, text))]
    return min(found)[1] if found else None


def _has_year(text: str) -> bool:
    """Whether a year can stand in a text: all forms of dates have one, and most lines none."""
    return "20" in text or "19" in text


def _first(form: regex.Pattern[str], text: str) -> tuple[int, str] | None:
    """Where the first valid date of one form stands, and what it says."""
    return next(((match.start(), iso) for match in form.finditer(text) if (iso := _iso(match))), None)


@lru_cache(maxsize=4096)
def from_machine(text: str) -> str | None:
    """A machine-readable value (of JSON-LD, a meta tag, `<time>`) in ISO 8601, as precise as it was; None if it is no date."""
    value = text.strip()
    try:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00").replace(" +", "+").replace(" UTC", "+00:00"))
    except ValueError:
        return find(value)
    if not 1900 <= moment.year <= 2200:
        return None
    if len(value) <= 10:
        return moment.date().isoformat()
    return moment.isoformat(timespec="minutes" if moment.second == 0 and moment.microsecond == 0 else "seconds")


def refines(iso: str, other: str) -> bool:
    """Whether `other` says the same moment as `iso` more precisely."""
    one, two = _PARTS.fullmatch(iso), _PARTS.fullmatch(other)
    if one is None or two is None or iso == other:
        return False
    return all(mine is None or mine == its for mine, its in zip(one.groups(), two.groups(), strict=True))


def _iso(match: regex.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else _MONTHS[parts["month"][:3].lower()]
    try:
        day = datetime(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
    date = day.date().isoformat()
    if parts["hour"] is None or (parts["minute"] is None and parts["half"] is None):
        return date
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if parts["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return date
    second = f":{parts['second']}" if parts["second"] and parts["second"] != "00" else ""
    offset = parts["offset"] or (_ZONES[parts["zone"].lower()] if parts["zone"] else "")
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{date}T{hour:02}:{minute:02}{second}{offset}"
