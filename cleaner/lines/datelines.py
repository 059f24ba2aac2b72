"""Datelines: the place, agency and date that a report opens with."""

from __future__ import annotations

import regex

from cleaner import dates
from cleaner.lines.agencies import is_agency, pattern
from cleaner.patterns import Pattern, either

# Characters; a dateline is looked for in no more of a paragraph. By hand.
_LONGEST = 90
# A day and what may be a month's name, or the other way round: `dates` knows the names.
_MONTH = r"(?P<month>\p{L}[\p{L}\p{M}]{2,15})"
_DATE = rf"(?:\d{{1,2}}\.? (?:de )?{_MONTH}|{_MONTH}\.? \d{{1,2}})\b\.?(?:,? (?:19|20)\d\d)?"
_CAPS = r"\p{Lu}[\p{Lu}\p{M}.'’-]+"
_WORD = r"\p{Lu}[\p{L}\p{M}.'’-]+"
_AGENCY = r"[(\[](?P<agency>[\p{L}][\p{L}\p{M}./ -]{1,28})[)\]]"
_REGION = rf"(?:, {_WORD}(?: {_WORD}){{0,2}}| \[{_WORD}(?: {_WORD}){{0,2}}\])"
_PLACES = rf"(?!The ){_WORD}(?:[ /](?:d[aeiou]s? |del |al )?{_WORD}){{0,3}}{_REGION}?"
_DASH = r"\s?(?:\.?\s?[–—―]|(?<=[)\]]\s?)\.?\s?-{1,2}|(?<=\s)-{1,2}(?=\s)|\.\s?-{1,2}(?=\s))"
# "BEIRUT, Lebanon, Feb 23 (AFP) —": with an agency or a date a place needs no capitals; the dash may be missing where
# the line ends.
_WITH_AGENCY = Pattern(rf"(?P<said>{_PLACES}(?:, {_DATE})?,?\s+{_AGENCY}){_DASH}?(?P<colon>\s?:)?(?:\s|$)")
_WITH_DATE = Pattern(
    lambda: rf"(?P<said>{_PLACES}, {_DATE}(?:{_DASH} ?{pattern('after_dash')}\b|(?={_DASH}|\s?:|\. /)))"
)
_ALONE = Pattern(rf"(?P<said>{_CAPS}(?:[ /]{_CAPS}){{0,3}}{_REGION}?)(?:\s?[–—―]|\s-{{1,2}})(?:\s|$)")
_CAPS_COLON = Pattern(rf"(?P<said>{_CAPS}(?: {_CAPS}){{0,2}}):\s+[\"“'‘]?\p{{Lu}}")
_AGENCY_FIRST = Pattern(
    rf"(?P<said>{_AGENCY}(?:\s?-\s{_CAPS}(?: {_CAPS}){{0,2}}, {_DATE})?)(?:{_DASH}|(?<=\))(?=\p{{Lu}}))"
)
_OPEN, _CLOSE = r"［\[【（(〔", r"］\]】）)〕"


def _east_asian() -> str:
    """The pattern of Japanese and Chinese datelines: in brackets, or an agency, a place, a date and 电 ("wire")."""
    sign = rf"[=＝]|\d{{1,2}}\s?日|{pattern('japanese')}|[电電訊讯][{_CLOSE}]"
    bracketed = rf"[{_OPEN}](?=[^{_CLOSE}]{{0,30}}(?:{sign}))[^{_OPEN}{_CLOSE}]{{2,40}}[{_CLOSE}]"
    wire = rf"{pattern('chinese')}\p{{Han}}{{2,10}}\d{{1,2}}月\d{{1,2}}日[电電](?:[（(][^（）()]{{2,30}}[）)])?"
    return f"(?P<said>{bracketed}|{wire})"


def _arabic() -> str:
    """The pattern of Arabic and Persian datelines: up to three words and an agency in brackets or behind a stroke."""
    word = r"[\p{Arabic}\u200c]{2,15}"
    agency = pattern("arabic").replace(r"\.", r" ?\. ?")
    return rf"(?P<said>{word}(?: {word}){{0,2}} ?[(/] ?{agency} ?[)/])\s?[-–—:]"


_EAST_ASIAN, _ARABIC = Pattern(_east_asian), Pattern(_arabic)
# Words in capitals before a dash or colon that are no places.
_HEADINGS = (
    "ADVERTISEMENT ANALYSIS ANSWER BREAKING CORRECTION DISCLAIMER DISCLOSURE EXCLUSIVE EXCLUSIVO EXPLAINER FACTBOX "
    "FACT FAQ HOST HOW INTERVIEW LIVE NEWS OPINION PART PHOTO PHOTOS POLL POSTED PRICE PUBLISHED QUESTION QUOTE RATING "
    "REVIEW RECAP RELATED SCORE SOURCE SOURCES SPOILER SPOILERS STEP STORY SUMMARY TIP TIPS TL TLDR TOP UPDATE UPDATED "
    "VERDICT VIDEO WATCH WARNING WHAT WHY WHO"
).split()
_WEEKDAYS = dates.weekday_pattern("en de fr es it nl pt pl ru sv no da is")
_ABBREVIATION = r"^\p{Lu}{1,3}$"
_NO_PLACE = Pattern(rf"(?i:\b(?:{_WEEKDAYS}|editor\p{{L}}*|note)\b)|{_ABBREVIATION}|\b{either(_HEADINGS)}\b")
# What a line that is a dateline ends in.
_LAST = frozenset(")]）】］〕–—―-:电電")
_SMALL, _LARGE = Pattern(r"\p{Ll}{3}(?:[/-]\p{Ll}{2,4})*"), Pattern(r"\p{Lu}{2,6}(?:[/-]\p{Lu}{2,6})*")


def find(text: str) -> str | None:
    """The dateline that a paragraph begins with, as printed and without its dash; None if there is none.

    A place in small letters that no agency or date follows is not told from other words before a dash.

    >>> find("BAGHDAD (Reuters) - The quay was shut on Friday.")
    'BAGHDAD (Reuters)'
    >>> find("Low Fell - The quay was shut on Friday.")
    """
    head = text[:_LONGEST]
    first = head[:1]
    if first.isupper():
        return _of_place(head)
    if first in "([" and (match := _dated(_AGENCY_FIRST.match(head))) and is_agency(match["agency"]):
        return str(match["said"])
    match = (_ARABIC if "\u0600" <= first <= "\u06ff" else _EAST_ASIAN).match(head)
    return str(match["said"]) if match else None


def is_line(text: str) -> bool:
    """Whether a line is a dateline and nothing else.

    >>> is_line("BEIRUT, Lebanon, Feb 23 (AFP) —")
    True
    """
    if len(text) > _LONGEST or text[-1:] not in _LAST:
        return False
    said = find(text)
    return said is not None and not text[len(said) :].strip(" .:-–—―")


def speaks(text: str) -> bool:
    """Whether a paragraph begins with capitals and a colon: a place, or the speaker of a transcript.

    >>> speaks("INTERVIEWER: When did the quay open?")
    True
    """
    return _CAPS_COLON.match(text[:_LONGEST]) is not None


def _of_place(head: str) -> str | None:
    match = _dated(_WITH_AGENCY.match(head))
    if match is not None:
        agency = match["agency"]
        marked = match.end() > len(match["said"]) + 1 or match.end() == len(head)
        if marked and (is_agency(agency) or _short(agency, match["said"])):
            return str(match["said"])
    match = _dated(_WITH_DATE.match(head)) or _ALONE.match(head) or _CAPS_COLON.match(head)
    if match is None or (_NO_PLACE.search(match["said"]) and not is_agency(match["said"])):
        return None
    return str(match["said"])


def _dated(match: regex.Match[str] | None) -> regex.Match[str] | None:
    """A match, unless what stands for its month is none."""
    return match if match is None or match["month"] is None or dates.is_month(match["month"]) else None


def _short(agency: str, said: str) -> bool:
    """Whether what stands in brackets may be an agency of any name: three small letters, or capitals after a place in
    capitals.
    """
    return _SMALL.fullmatch(agency) is not None or (said[:3].isupper() and _LARGE.fullmatch(agency) is not None)
