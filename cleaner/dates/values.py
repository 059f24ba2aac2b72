"""From the parts of a date to ISO 8601: which month, which calendar, which of three numbers is the day."""

from __future__ import annotations

from datetime import date, datetime

from cleaner.dates import calendars
from cleaner.dates.date_order import DAY_FIRST, MONTH_FIRST, order
from cleaner.dates.grammar import GREGORIAN
from cleaner.dates.lexicon import Word
from cleaner.dates.zones import of_place

# Parts that only dates of other calendars have.
_CONVERTED = frozenset(("era", "other_month", "mark_of_year"))
# Digits of minutes, and of short years.
_TWO_DIGITS = 2
# A year of two digits is one of this century up to here, as POSIX has it.
_LAST_OF_CENTURY = 69
_PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"


class Values:
    """The values of a text's tokens, by their places.

    words: the known words by the place of their token; language: the one that is given; codes: the letters of the
    tokens (see `grammar`), set when they are known.
    """

    def __init__(self, tokens: list[str], language: str | None) -> None:
        self.tokens, self.language = tokens, language
        self.words: dict[int, Word] = {}
        self.codes = ""

    def _int(self, place: int) -> int:
        return int(self.tokens[place])

    def day(self, parts: dict[str, int]) -> tuple[date | None, bool]:
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
        first_part = order(self.language, self._spoken)
        if second > 12 or first_part is MONTH_FIRST:
            return date(year, first, second)
        return date(year, second, first) if first_part is DAY_FIRST else None

    def time(self, parts: dict[str, int], day: date) -> str:
        """The time of a match behind its day, as in "T14:05+02:00"; empty if it states none. parts: see `day`."""
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
