"""From a text to its stamps: tokens, their letters, the grammar, and what its match says in ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import regex

from cleaner.dates import lexicon
from cleaner.dates.date_order import normal
from cleaner.dates.grammar import (
    AFTER,
    BEFORE,
    BETWEEN,
    BY_WEEKDAY,
    CALLED_UPDATE,
    DATE,
    DAY_BY_YEAR,
    FROM,
    OF_OTHER_EVENT,
    STAMP,
    UNTIL,
    UPDATE,
    number,
)
from cleaner.dates.lexicon import Word
from cleaner.dates.values import Values

# Letters before a date in which a word for something else than the page is looked for. By hand.
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text.

    iso: in ISO 8601; empty for a Hijri date if the extra that converts it is not installed; called: the letter of the
    word before it ("P" published, "U" updated, or ""); start, end: the place of its letters; converted: whether it is
    of another calendar; after_particle: whether it begins with a mere particle ("on 5 May 2019"). Such a date may be a
    piece of a sentence: alone on a line it needs a time to be a stamp.
    """

    iso: str
    called: str
    start: int
    end: int
    converted: bool
    after_particle: bool


class Reading:
    """A text as tokens and their letters (see `grammar`), and the dates in it."""

    def __init__(self, tokens: list[str], language: str | None, size: int) -> None:
        self.tokens = tokens
        self.values = Values(tokens, language)
        self.places: list[int] = []  # of each letter's token
        self.codes = self.values.codes = self._encode(*lexicon.table(size))

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
                self.values.words[i] = word
                codes.append(word.code)
            else:
                codes.append("T" if token == "t" else "x" if len(token) > 1 or token.isalpha() else token)
        return "".join(codes)

    def stamps(self) -> list[DateMatch]:
        """The dates of a text that holds date stamps and nothing else; none if it holds more."""
        if "x" in self.codes or "n" not in self.codes:
            return []
        read: list[DateMatch] = []
        codes = self.codes
        at, end = _past(codes, 0, BEFORE), len(codes)
        while at < end:
            match = STAMP.match(codes, at)
            one = self._read(match) if match else None
            if one is None or (one.after_particle and not read and "T" not in one.iso):
                return []
            read.append(one)
            at = _past(codes, one.end, AFTER)
            if at == end:
                break
            at = _past(codes, one.end, BETWEEN)
            if at < end and codes[at] in "PU" and _past(codes, at + 1, AFTER) == end:
                read[-1] = replace(one, called=one.called or codes[at])
                break
        else:
            return []
        return _agreeing(read)

    def first(self) -> str | None:
        """The first date of a text that is no end of a range and not called one of something else."""
        match = DATE.search(self.codes)
        while match is not None:
            day = self._read(match)
            if day is None or not day.iso:
                match = DATE.search(self.codes, match.start() + 1)
            elif self._is_of_range(match, day) or OF_OTHER_EVENT.search(
                self.codes, max(0, match.start() - _BEFORE), match.start()
            ):
                match = DATE.search(self.codes, match.end())
            else:
                return day.iso
        return None

    def _is_of_range(self, match: regex.Match[str], day: DateMatch) -> bool:
        """Whether a date is an end of a range: "3-5 March 2024", "3 March 2024 – 5 March 2024"; not if the same day
        stands behind it, or another calendar's.
        """
        codes, (start, end) = self.codes, match.span()
        if codes[start - 1 : start] == "-" and FROM.search(codes, max(0, start - _BEFORE), start):
            return True
        after = DATE.match(codes, end + 1) if UNTIL.match(codes, end) else None
        other = self._read(after) if after else None
        return other is not None and other.converted == day.converted and other.iso[:10] != day.iso[:10]

    def first_update(self) -> str | None:
        """The first date that the text calls one of an update."""
        for called in CALLED_UPDATE.finditer(self.codes):
            match = STAMP.match(self.codes, called.end())
            if match is None:
                continue
            day = self._read(match)
            if day is not None and day.iso:
                return day.iso
        return None

    def _read(self, match: regex.Match[str]) -> DateMatch | None:
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
        day, converted = self.values.day(parts)
        if day is None and not converted:
            return None
        iso = day.isoformat() + self.values.time(parts, day) if day else ""
        calling = "" if not called.strip("-|:") else "P" if set(UPDATE).isdisjoint(called) else "U"
        return DateMatch(
            iso, calling, match.start(), match.end(), converted, after_particle="particle" in parts and not calling
        )


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


def _agreeing(read: list[DateMatch]) -> list[DateMatch]:
    """The stamps of a line, unless they are the ends of a range: a further one has its own word before it, or says the
    same day (in another calendar, too).
    """
    called = next((one.called for one in read if one.called), "")
    kept: list[DateMatch] = []
    for one in [one for one in read if not one.converted] or [one for one in read if one.iso]:
        if not kept:
            kept.append(replace(one, called=one.called or called) if len(read) > 1 and read[0].converted else one)
        elif one.called:
            kept.append(one)
        elif one.iso[:10] != kept[-1].iso[:10]:
            return []
    return kept
