"""Dates as pages print them, in some fifty languages, and as machines write them: ISO 8601 out, at the precision that
is stated and no more.

What is not stated is not guessed:

- 3/2/2021 is read only where a language tells which is the month: the one that is given, or the one of the line's other
  words ("Publié le 03/02/2021"). English without a country tells nothing. Dots always part day, month and year; a year
  that stands first is followed by the month.
- A month's name that means another month elsewhere ("3 listopada 2021": Polish or Croatian) needs the same.
- A year has four digits, but in an era, and between dots in a language that puts the day first, where a weekday or a
  label stands beside it ("Do 25.04.24"). A date has a day, and a time no offset unless an offset or a zone that has one
  meaning stands beside it.
- Persian, Buddhist, Japanese and Minguo dates become Gregorian ones; Hijri ones, too, where the extra `calendars` is
  installed, unless the line gives the Gregorian date beside it.

Imports nothing of ours but patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleaner.dates import lexicon
from cleaner.dates.lexicon import month_names, weekday_names
from cleaner.dates.machine import from_iso, refines
from cleaner.dates.reading import Reading, readings
from cleaner.patterns import Pattern, either
from cleaner.remembered import remember

__all__ = [
    "Stamp",
    "find",
    "from_machine",
    "is_month",
    "may_hold",
    "month_names",
    "read_line",
    "refines",
    "stamps",
    "weekday_names",
    "weekday_pattern",
]

# Characters of a stamp with its words: the longest of the corpora has 74.
_LONGEST_STAMP = 80
# Stamps on one line: published and updated. By hand.
_MOST_STAMPS = 2
# Beside 19 and 20: years in other digits, of other calendars and of eras. Under `re`, which is quicker here than
# `regex`.
_OTHER_YEAR = re.compile(r"[٠-٩۰-۹०-९০-৯௦-௯๐-๙０-９]{2}|[令平昭大民][和成正國国].{1,3}年|2[45]\d\d|1[345]\d\d")
# "EditorialNovember 22, 2018": pages glue what they set apart by style.
_GLUED = Pattern(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})")
# As `date` and Java print a moment: "Fri Apr 28 19:20:36 CEST 2023".
_UNIX = Pattern(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d\d?) (?P<time>\d\d:\d\d:\d\d)(?P<zone> [A-Z]{1,5})? "
    r"(?P<year>\d{4})"
)
# "25.04.24": years of two digits, which only stand between dots.
_SHORT_DAY = Pattern(r"(\d\d)\.(\d\d)\.([0-3]\d)")
_SHORT_YEAR = Pattern(r"(?<![\d.])\d\d?\. ?\d\d?\. ?\d\d(?!\d)")
_DAY = Pattern(r"(?<!\d)\d\d?(?!\d)|元")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a line prints: in ISO 8601, and whether the line calls it the date of an update or of publication."""

    iso: str
    modified: bool
    published: bool = field(default=False, compare=False)


@remember(4096)
def stamps(text: str, language: str | None = None) -> tuple[Stamp, ...]:
    """The dates of a line that holds date or time stamps ("Published 3 March 2021 - Updated 4 March 2021 10:22") and
    nothing else.

    `language` is the page's as a tag ("de", "en-GB"). A range of dates is none, and neither is a line that holds a word
    more.
    """
    if len(text) > _LONGEST_STAMP * _MOST_STAMPS or not may_hold(text, language) or _DAY.search(text) is None:
        return ()
    for reading in readings(text, language, line=True):
        read = reading.stamps()
        if read and len(text) > _LONGEST_STAMP * len(read):
            return ()
        if read:
            return tuple(Stamp(one.iso, one.called == "U", one.called == "P") for one in read)
    return ()


def read_line(text: str, language: str | None = None) -> Stamp | None:
    """The first date of a line that holds date or time stamps and nothing else.

    >>> read_line("Updated: December 27, 2018 04:24 PM")
    Stamp(iso='2018-12-27T16:24', modified=True, published=False)
    """
    return next(iter(stamps(text, language)), None)


def find(text: str, *, modified: bool = False, language: str | None = None) -> str | None:
    """The first date inside a longer text; with `modified`, the first that the text calls an update.

    >>> find("The quay was opened on 3 March 2021 and shut again in May.")
    '2021-03-03'
    """
    if not may_hold(text, language):
        return None
    look = Reading.first_update if modified else Reading.first
    text = _GLUED.sub(" ", text)
    return next((iso for reading in readings(text, language, line=False) if (iso := look(reading))), None)


@remember(4096)
def from_machine(text: str, language: str | None = None) -> str | None:
    """A machine-readable value (of JSON-LD, a meta tag, `<time>`) in ISO 8601, as precise as it was; None if it is no
    date of 1900 to 2200.
    """
    if (unix := _UNIX.fullmatch(text)) is not None:
        return find(unix.expandf("{day} {month} {year} {time}{zone}"), language="en")
    return from_iso(text) or find(text, language=language)


def read_short(line: str) -> str | None:
    """The day of a line that holds one with a year of two digits and nothing else: "28.01.22". The day stands first, as
    in all languages that write dots.

    >>> read_short("28.01.22"), read_short("28.1.22 Uhr"), read_short("10.22.33")
    ('2022-01-28', None, None)
    """
    match = _SHORT_DAY.fullmatch(line)
    return from_iso(f"20{match[3]}-{match[2]}-{match[1]}") if match is not None else None


def is_month(word: str) -> bool:
    """Whether a word is a month's name, whole or short, in any language; its case, accents and a dot behind it do not
    count.

    >>> is_month("Sept."), is_month("Harbour")
    (True, False)
    """
    return lexicon.fold(word).rstrip(".") in lexicon.months()


def weekday_pattern(languages: str) -> str:
    """A piece of a pattern: the whole names of weekdays in some languages, given as "en de".

    >>> weekday_pattern("en")
    '(?:Wednesday|Thursday|Saturday|Tuesday|Monday|Friday|Sunday)'
    """
    return either(dict.fromkeys(name for language in languages.split() for name in weekday_names(language)))


def may_hold(text: str, language: str | None = None) -> bool:
    """Whether a year, and so a date, can stand in a text: all forms of dates have one, and most lines none. English has
    fewer forms than no language.
    """
    if "20" in text or "19" in text:
        return True
    if text.count(".") > 1 and not (language or "").startswith("en") and _SHORT_YEAR.search(text) is not None:
        return True
    if text.isascii() and (language is None or language[:2] not in ("fa", "th")):
        return False
    return _OTHER_YEAR.search(text) is not None
