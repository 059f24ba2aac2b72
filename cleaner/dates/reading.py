"""From a text to its stamps: tokens, their letters, the grammar, and what its match says in ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

import regex

from cleaner.dates import calendars, lexicon
from cleaner.dates.date_order import DAY_FIRST, MONTH_FIRST, normal, order
from cleaner.dates.grammar import (
    AFTER,
    BEFORE,
    BETWEEN,
    BY_WEEKDAY,
    CALLED_UPDATE,
    DATE,
    DAY_BY_YEAR,
    FROM,
    GREGORIAN,
    OF_OTHERS,
    STAMP,
    UNTIL,
    UPDATE,
    number,
)
from cleaner.dates.lexicon import Word
from cleaner.dates.zones import of_place

_CONVERTED = frozenset(("era", "other_month", "mark_of_year"))
_TWO_DIGITS = 2
# A year of two digits is one of this century up to here, as POSIX has it.
_LAST_OF_CENTURY = 69
# So many letters before a date are looked at for what it is called.
_BEFORE = 12
_PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: in ISO 8601, what stands before it ("P", "U" or ""), where its letters stand, whether another
    calendar gave it, and whether it begins with a mere particle ("on 5 May 2019", which may be a piece of a sentence:
    alone on a line it needs a time to be a stamp).

    `iso` is empty for a Hijri date where nothing is installed to convert it.
    """

    iso: str
    called: str
    start: int
    end: int
    converted: bool
    led: bool


class Reading:
    """A text as tokens and their letters, with the language that is given and the ones that its words tell of."""

    def __init__(self, tokens: list[str], language: str | None, size: int) -> None:
        self.tokens, self.language = tokens, language
        self.words: dict[int, Word] = {}  # by the place of the token in `tokens`
        self.places: list[int] = []  # of each letter's token
        self.codes = self._encode(*lexicon.table(size))

    def _encode(self, table: dict[str, Word], longest: dict[str, int]) -> str:
        codes, tokens, places = [], self.tokens, self.places
        skip = 0
        for i, token in enumerate(tokens):
            if skip:
                skip -= 1
                continue
            places.append(i)
            if token[0] <= "9" or token[0].isdecimal():
                codes.append(number(token) if token[-1].isdecimal() else token)
                continue
            word = None
            if token in longest:
                for size in range(longest[token], 1, -1):
                    word = table.get(" ".join(tokens[i : i + size]))
                    if word is not None:
                        skip = min(size, len(tokens) - i) - 1
                        break
            if word is None:
                word = table.get(token)
            if word is not None:
                self.words[i] = word
                codes.append(word.code)
            else:
                codes.append("T" if token == "t" else "x" if len(token) > 1 or token.isalpha() else token)
        return "".join(codes)

    def stamps(self) -> list[Found]:
        """The dates of a text that holds date stamps and nothing else; none if it holds more."""
        if "x" in self.codes or "n" not in self.codes:
            return []
        found: list[Found] = []
        codes = self.codes
        at, end = _past(codes, 0, BEFORE), len(codes)
        while at < end:
            match = STAMP.match(codes, at)
            one = self._found(match) if match else None
            if one is None or (one.led and not found and "T" not in one.iso):
                return []
            found.append(one)
            at = _past(codes, one.end, AFTER)
            if at == end:
                break
            at = _past(codes, one.end, BETWEEN)
            if at < end and codes[at] in "PU" and _past(codes, at + 1, AFTER) == end:
                found[-1] = replace(one, called=one.called or codes[at])
                break
        else:
            return []
        return _agreeing(found)

    def first(self) -> str | None:
        """The first date of a text that is no end of a range and not called one of something else."""
        match = DATE.search(self.codes)
        while match is not None:
            found = self._found(match)
            if found is None or not found.iso:
                match = DATE.search(self.codes, match.start() + 1)
            elif self._is_of_range(match, found) or OF_OTHERS.search(
                self.codes, max(0, match.start() - _BEFORE), match.start()
            ):
                match = DATE.search(self.codes, match.end())
            else:
                return found.iso
        return None

    def _is_of_range(self, match: regex.Match[str], found: Found) -> bool:
        """Whether a date is an end of a range: "3-5 March 2024", "3 March 2024 – 5 March 2024"; not if the same day
        stands behind it, or another calendar's.
        """
        codes, (start, end) = self.codes, match.span()
        if codes[start - 1 : start] == "-" and FROM.search(codes, max(0, start - _BEFORE), start):
            return True
        after = DATE.match(codes, end + 1) if UNTIL.match(codes, end) else None
        other = self._found(after) if after else None
        return other is not None and other.converted == found.converted and other.iso[:10] != found.iso[:10]

    def first_update(self) -> str | None:
        """The first date that the text calls one of an update."""
        for called in CALLED_UPDATE.finditer(self.codes):
            match = STAMP.match(self.codes, called.end())
            if match is None:
                continue
            found = self._found(match)
            if found is not None and found.iso:
                return found.iso
        return None

    def _found(self, match: regex.Match[str]) -> Found | None:
        parts = {
            name: self.places[start]
            for name, (start, end) in zip(_group_names(match.re), match.regs[1:], strict=True)
            if end > start
        }
        if (
            "short" in parts
            and "minute" not in parts
            and BY_WEEKDAY.search(self.codes, match.start(), match.end()) is None
        ):
            return None
        called = match[1] if "called" in parts else ""
        day, converted = self._day(parts)
        if day is None and not converted:
            return None
        iso = day.isoformat() + self._time(parts, day) if day else ""
        calling = "" if not called.strip("-|:") else "P" if set(UPDATE).isdisjoint(called) else "U"
        return Found(iso, calling, match.start(), match.end(), converted, led="lead" in parts and not calling)

    def _int(self, place: int) -> int:
        return int(self.tokens[place])

    def _day(self, parts: dict[str, int]) -> tuple[date | None, bool]:
        """The day that a match names, and whether it stood in another calendar.

        parts: the places of the match's tokens, by the names of its groups.
        """
        try:
            return self._gregorian(parts) if parts.keys().isdisjoint(_CONVERTED) else (self._converted(parts), True)
        except ValueError:
            return None, False

    def _short(self, parts: dict[str, int]) -> date | None:
        """A date with a year of two digits: read where the language puts the day first."""
        year = self.tokens[parts["short"]]
        if len(year) != _TWO_DIGITS or order(self.language, self._spoken) is not DAY_FIRST:
            return None
        return date(
            int(year) + (2000 if int(year) <= _LAST_OF_CENTURY else 1900),
            self._int(parts["second_number"]),
            self._int(parts["first"]),
        )

    def _gregorian(self, parts: dict[str, int]) -> tuple[date | None, bool]:
        if "short" in parts:
            return self._short(parts), False
        year = self._int(parts["year"])
        if "first" in parts:
            if year >= GREGORIAN.stop and self.language != "th":
                return None, False
            year = calendars.from_buddhist(year, 1, 1).year if year >= GREGORIAN.stop else year
            return self._numeric(
                year, self._int(parts["first"]), self._int(parts["second_number"]), self.tokens[parts["between"]]
            ), False
        month, day = self._month(parts["month"]), self._int(parts["day"])
        if month is None or (
            "same" in parts and self._month(parts["same"]) != month
        ):  # "4 آذار/مارس 2024", but not "4 March/April 2024"
            return None, False
        if year < GREGORIAN.start:  # of three numbers, the year first
            return (
                (calendars.from_persian(year, month, day), True) if self._is_persian(parts["year"]) else (None, False)
            )
        if year >= GREGORIAN.stop:
            return calendars.from_buddhist(year, month, day), False
        return date(year, month, day), False

    def _converted(self, parts: dict[str, int]) -> date | None:
        year = self._int(parts["year"])
        if "first" in parts:
            return calendars.from_hijri(year, self._int(parts["second_number"]), self._int(parts["first"]))
        day = self._int(parts["day"])
        if "era" in parts:
            return calendars.from_era(int(self.words[parts["era"]].value or 0), year, self._int(parts["month"]), day)
        word = self.words[parts["other_month"]]
        convert = calendars.from_persian if word.code == "J" else calendars.from_hijri
        return convert(year, int(word.value or 0), day)

    def _month(self, place: int) -> int | None:
        word = self.words.get(place)
        if word is None:
            return self._int(place)
        if word.by_language is None:
            return int(word.value or 0)
        if self.language in word.by_language:
            return word.by_language[self.language]
        spoken = self._spoken()
        numbers = {number for language, number in word.by_language.items() if language in spoken}
        return numbers.pop() if len(numbers) == 1 else None

    def _spoken(self) -> frozenset[str]:
        """The languages that all words of a line share; those without meaning of their own (particles, zones) have no
        say.

        In a text that holds more than dates a word that looks like one of another language ("to", Thursday in Finnish)
        proves nothing.
        """
        if "x" in self.codes:
            return frozenset()
        told = [word.languages for word in self.words.values() if word.code in "MBWVPU"]
        return frozenset.intersection(*told) if told else frozenset()

    def _is_persian(self, year: int) -> bool:
        return (self.language or "").startswith("fa") or self.tokens[year][0] in _PERSIAN_DIGITS

    def _numeric(self, year: int, first: int, second: int, between: str) -> date | None:
        """A date of three numbers, the year last. 3/2/2021 is the third of February or the second of March: it is read
        only where the language tells.
        """
        if between == "." or first > 12 or first == second:
            return date(year, second, first)
        custom = order(self.language, self._spoken)
        if second > 12 or custom is MONTH_FIRST:
            return date(year, first, second)
        return date(year, second, first) if custom is DAY_FIRST else None

    def _time(self, parts: dict[str, int], day: date) -> str:
        if "hour" not in parts or parts.keys().isdisjoint(("minute", "half", "mark")):
            return ""
        if "minute" in parts and "mark" not in parts and len(self.tokens[parts["minute"]]) != _TWO_DIGITS:
            return ""  # 2.5 is a number
        hour = self._int(parts["hour"])
        minute = self._int(parts["minute"]) if "minute" in parts else 0
        if "half" in parts and 1 <= hour <= 12:
            hour = hour % 12 + 12 * int(self.words[parts["half"]].value or 0)
        if hour > 23 or minute > 59:
            return ""
        second = self._int(parts["second"]) if "second" in parts else 0
        seconds = f":{second:02}" if 0 < second < 60 else ""
        offset = self._offset(parts, datetime(day.year, day.month, day.day, hour, minute))
        return f"T{hour:02}:{minute:02}{seconds}{offset}"

    def _offset(self, parts: dict[str, int], moment: datetime) -> str:
        if "offset" in parts:
            offset = self.tokens[parts["offset"]]
            return offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
        if "zone" not in parts:
            return ""
        if "zone_hour" in parts:
            hours, minute = (
                self._int(parts["zone_hour"]),
                self._int(parts["zone_minute"]) if "zone_minute" in parts else 0,
            )
            return f"{self.tokens[parts['sign']]}{hours:02}:{minute:02}" if hours <= 14 and minute < 60 else ""
        zone = str(self.words[parts["zone"]].value)
        return of_place(zone, moment) if "/" in zone else zone


@cache
def _group_names(pattern: Any) -> list[str]:
    """The names of a pattern's groups, all of which are named, in their order."""
    return sorted(pattern.groupindex, key=pattern.groupindex.__getitem__)


def readings(text: str, language: str | None, *, line: bool) -> Iterator[Reading]:
    """A text's readings, the one by the smaller table of words first; a line that can't be a date stamp in any language
    gets that one alone.
    """
    language = normal(language)
    folded = lexicon.fold(text)
    tokens = lexicon.tokens(folded)
    if not folded.isascii() and max(folded) >= lexicon.PAST_LATIN:
        yield Reading(tokens, language, lexicon.ALL)
        return
    english = Reading(tokens, language, lexicon.ENGLISH)
    yield english
    if not (language or "").startswith("en") and not (line and DAY_BY_YEAR.search(english.codes) is None):
        yield Reading(tokens, language, lexicon.LATIN)


def _past(codes: str, at: int, signs: frozenset[str]) -> int:
    """The place after signs that stand from a place on."""
    while at < len(codes) and codes[at] in signs:
        at += 1
    return at


def _agreeing(found: list[Found]) -> list[Found]:
    """The stamps of a line, unless they are the ends of a range: a further one has its own word before it, or says the
    same day (in another calendar, too).
    """
    called = next((one.called for one in found if one.called), "")
    kept: list[Found] = []
    for one in [one for one in found if not one.converted] or [one for one in found if one.iso]:
        if not kept:
            kept.append(replace(one, called=one.called or called) if len(found) > 1 and found[0].converted else one)
        elif one.called:
            kept.append(one)
        elif one.iso[:10] != kept[-1].iso[:10]:
            return []
    return kept
