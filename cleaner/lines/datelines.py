"""Datelines: the place, agency and date that a report opens with."""

from __future__ import annotations

import regex

from cleaner import dates
from cleaner.lines.agencies import DAYS, is_agency
from cleaner.patterns import Pattern

# A dateline is short; it is looked for in no more of a paragraph.
_LONGEST = 90
# A day and what may be a month's name, or the other way round: `dates` knows the names.
_DATE = (
    r"(?:\d{1,2}\.? (?:de )?(?P<month>\p{L}[\p{L}\p{M}]{2,15})|(?P<month>\p{L}[\p{L}\p{M}]{2,15})\.? "
    r"\d{1,2})\b\.?(?:,? (?:19|20)\d\d)?"
)
_CAPS = r"\p{Lu}[\p{Lu}\p{M}.'’-]+"
_WORD = r"\p{Lu}[\p{L}\p{M}.'’-]+"
_AGENCY = r"[(\[](?P<agency>[\p{L}][\p{L}\p{M}./ -]{1,28})[)\]]"
_REGION = rf"(?:, {_WORD}(?: {_WORD}){{0,2}}| \[{_WORD}(?: {_WORD}){{0,2}}\])"
_PLACES = rf"(?!The ){_WORD}(?:[ /](?:d[aeiou]s? |del |al )?{_WORD}){{0,3}}{_REGION}?"
_DASH = r"\s?(?:\.?\s?[–—―]|(?<=[)\]]\s?)\.?\s?-{1,2}|(?<=\s)-{1,2}(?=\s)|\.\s?-{1,2}(?=\s))"
# Agencies whose name stands after the dash.
_NAMED = r"(?:ТАСС|РИА Новости|Интерфакс|Укринформ|Укрінформ|УНН|INTERFAX\.RU)"
# "BEIRUT, Lebanon, Feb 23 (AFP) —": with an agency or a date a place needs no capitals; the dash may be missing where
# the line ends.
_WITH_AGENCY = Pattern(rf"(?P<said>{_PLACES}(?:, {_DATE})?,?\s+{_AGENCY}){_DASH}?(?P<colon>\s?:)?(?:\s|$)")
_WITH_DATE = Pattern(rf"(?P<said>{_PLACES}, {_DATE}(?:{_DASH} ?{_NAMED}\b|(?={_DASH}|\s?:|\. /)))")
_ALONE = Pattern(rf"(?P<said>{_CAPS}(?:[ /]{_CAPS}){{0,3}}{_REGION}?)(?:\s?[–—―]|\s-{{1,2}})(?:\s|$)")
_CAPS_COLON = Pattern(rf"(?P<said>{_CAPS}(?: {_CAPS}){{0,2}}):\s+[\"“'‘]?\p{{Lu}}")
_AGENCY_FIRST = Pattern(
    rf"(?P<said>{_AGENCY}(?:\s?-\s{_CAPS}(?: {_CAPS}){{0,2}}, {_DATE})?)(?:{_DASH}|(?<=\))(?=\p{{Lu}}))"
)
_CJK = Pattern(
    r"(?P<said>[［\[【（(〔](?=[^］\]】）)〕]{0,30}(?:[=＝]|\d{1,2}\s?日|ロイター|時事|共同"
    r"|[電电訊讯][］\]】）)〕]))[^［\[【（(〔］\]】）)〕]{2,40}[］\]】）)〕]"
    r"|(?:新华社|新華社|中新社|中新网|中央社)\p{Han}{2,10}\d{1,2}月\d{1,2}日[电電](?:[（(][^（）()]{2,30}[）)])?)"
)
_ARABIC = Pattern(
    r"(?P<said>[\p{Arabic}\u200c]{2,15}(?: [\p{Arabic}\u200c]{2,15}){0,2} ?[(/] ?"
    r"(?:رويترز|أ ف ب|ا ف ب|أ ?\. ?ف ?\. ?ب|فرانس برس|د ب أ|أ ب|الأناضول|وام|قنا|واس|وفا|سانا|پانا|ایرنا|ایسنا|فارس"
    r"|تسنیم|مهر) ?[)/])\s?[-–—:]"
)
# What stands in capitals before a dash or colon and is no place, as abbreviations are not.
_NO_PLACE = Pattern(
    rf"(?i:\b(?:{DAYS}|editor\p{{L}}*|note)\b)|^\p{{Lu}}{{1,3}}$|\b(?:ADVERTISEMENT|ANALYSIS|ANSWER|BREAKING"
    rf"|CORRECTION|DISCLAIMER|DISCLOSURE|EXCLUSIVE|EXCLUSIVO"
    r"|EXPLAINER|FACTBOX|FACT|FAQ|HOST|HOW|INTERVIEW|LIVE|NEWS|OPINION|PART|PHOTOS?|POLL|POSTED|PRICE|PUBLISHED"
    r"|QUESTION|QUOTE|RATING|REVIEW|RECAP"
    r"|RELATED|SCORE|SOURCES?|SPOILERS?|STEP|STORY|SUMMARY|TIPS?|TL|TLDR"
    r"|TOP|UPDATED?|VERDICT|VIDEO|WATCH|WARNING|WHAT|WHY|WHO)\b"
)
# What a line that is a dateline ends in.
_LAST = frozenset(")]）】］〕–—―-:电電")
_SMALL, _LARGE = Pattern(r"\p{Ll}{3}(?:[/-]\p{Ll}{2,4})*"), Pattern(r"\p{Lu}{2,6}(?:[/-]\p{Lu}{2,6})*")


def find(text: str) -> str | None:
    """The dateline that a paragraph begins with, as printed and without its dash: "BAGHDAD (Reuters)"; None where there
    is none.

    A place in small letters that no agency or date follows is not told from other words before a dash.
    """
    head = text[:_LONGEST]
    first = head[:1]
    if first.isupper():
        return _of_place(head)
    if first in "([" and (match := _dated(_AGENCY_FIRST.match(head))) and is_agency(match["agency"]):
        return str(match["said"])
    match = (_ARABIC if "\u0600" <= first <= "\u06ff" else _CJK).match(head)
    return str(match["said"]) if match else None


def is_line(text: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    if len(text) > _LONGEST or text[-1:] not in _LAST:
        return False
    said = find(text)
    return said is not None and not text[len(said) :].strip(" .:-–—―")


def speaks(text: str) -> bool:
    """Whether a paragraph begins with capitals and a colon: a place, or who speaks in a transcript."""
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
