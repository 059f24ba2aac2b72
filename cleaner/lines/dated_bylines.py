"""Lines that name who wrote and when on one line: where the names end and the date begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from cleaner import dates
from cleaner.lines import bylines
from cleaner.lines.agencies import is_agency
from cleaner.lines.comment_lines import read_head, without_age
from cleaner.patterns import IGNORECASE, Pattern

# Characters; a longer line is none. By hand, as the next ones.
LONGEST = 200
# Words of a name behind "by" that has not a person's form: "Web Desk", "admin".
_MOST_WORDS = 5
# Places of a line at which a date may begin or end that are looked at.
_MOST_PLACES = 16
_READING = (
    r"[<~≈]?\s?\d{1,3}\s?[- ]?(?:min(?:ute)?n?s?\.?[- ](?:read(?:ing)?(?: time)?|de lecture|de lectura|de leitura"
    r"|di lettura|lezen|lesezeit|czytania)|分で読めます)|(?:reading time|lesezeit|temps de lecture):? \d{1,3} min\w*"
)
_READING_TIME = Pattern(rf"(?<![\p{{L}}\d:.])(?:{_READING})(?![\p{{L}}\d])", IGNORECASE)
_DIGIT = re.compile(r"\d")
# Characters of a word before a date, and the signs between them.
_LONGEST_WORD = 24
_APART = frozenset("|•·–—-")
_SIGNS = " \t|•·●⋅∙,;:/–—-()[]~<>"
# Between a day and its time, which pages set apart.
_BAR_BEFORE_TIME = Pattern(r"(?<=\d)\s*[|•·]\s*(?=\d{1,2}[:.]\d\d\b)")
_WORD_STARTS = Pattern(r"(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu}\p{Ll}+ )")
_BY = Pattern(
    r"^(?:(?:submitted|posted|written|published|created|added|reported|uploaded) )?by\s+|^(?:von|par|por|door|oleh)\s+",
    IGNORECASE,
)
_BEFORE_DATE = Pattern(r"\s(?:on|at|am|vom|le|el|il|em|op|den|dnia|ngày|lúc|la|στις|þann)$", IGNORECASE)
# The outlet that printed the piece: "Published in NAME, December 9th, 2020".
_OUTLET = Pattern(
    r"(?:first |originally )?(?:published|appeared|printed) in\s+\p{L}[\p{L}.'’&-]*(?: \p{L}[\p{L}.'’&-]*){0,4}"
    r"|(?:erschienen in|paru dans|publié dans|publicado en|publicado em|pubblicato su)\s+(?:\p{L}+ ?){1,4}",
    IGNORECASE,
)


class DatedByline(NamedTuple):
    """Where the parts of such a line are: `cut` is the place between names and date, in whichever order they stand;
    names: the part that names somebody, empty where the line only tells when; when: the part that tells when.
    """

    cut: int
    names: str
    when: str


def read(line: str) -> DatedByline | None:
    """The parts of a line that tells who wrote and when and nothing else; None for other lines.

    >>> read("Ann Holt Fri, 10/20/2023 - 15:17")
    DatedByline(cut=9, names='Ann Holt', when='Fri, 10/20/2023 - 15:17')
    >>> read("4 March 2020 by Ann Holt").names, read("Published in NOON, December 9th, 2020").when
    ('by Ann Holt', 'December 9th, 2020')
    >>> read("Quay opens 4 March 2020"), read("Answer of Ann Holt of 4 March 2020:")
    (None, None)
    """
    if len(line) > LONGEST or not _has_number(line) or _ends_sentence(line) or line[-1] == ":":
        return None
    tells: Callable[[str], bool] = tells_when if _has_age(line) else _is_stamp
    if tells is _is_stamp and not dates.may_hold(line):
        return None
    return _names_first(line, tells) or _date_first(line, tells)


def _has_age(line: str) -> bool:
    """Whether a line holds an age or a reading time."""
    return _without_reading_time(line) != line or without_age(line) != line


def _without_reading_time(line: str) -> str:
    """A line with a bar in the place of each reading time."""
    may_tell = "min" in line.lower() or not line.isascii()
    return _READING_TIME.sub("|", line) if may_tell else line


def _ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, which "3 p.m." does not.

    >>> _ends_sentence("Nobody knew in 2020."), _ends_sentence("Ann Holt, 4 March 2020 3 p.m.")
    (True, False)
    """
    return line[-1] in ".!?" and line[-2:-1].lower() != "m"


def tells_when(text: str) -> bool:
    """Whether a text holds dates, ages ("2 hours ago") and reading times and nothing else.

    >>> tells_when("Jan 31, 2022 • 39 minutes ago • < 1 minute read"), tells_when("4 March, noon")
    (True, False)
    """
    if dates.read_line(text) is not None:
        return True
    if len(text) > LONGEST or not _has_number(text):
        return False
    rest = _BAR_BEFORE_TIME.sub(" ", without_age(_without_reading_time(text))).strip(_SIGNS)
    if rest == text.strip(_SIGNS):
        return False
    return not rest or all(_is_stamp(part) for part in rest.split("|") if part.strip(_SIGNS))


def is_labelled_date(text: str) -> bool:
    """Whether a line holds one word, a sign and dates: the nickname of who wrote, or the name of a section.

    >>> is_labelled_date("quaywatch | 4 March 2020"), is_labelled_date("Quay opens | 4 March 2020")
    (True, False)
    """
    if len(text) > bylines.LONGEST or not dates.may_hold(text):
        return False
    word, _, when = text.partition(" ")
    sign, _, when = when.partition(" ")
    return len(word) <= _LONGEST_WORD and sign in _APART and dates.read_line(when) is not None


def without_age_and_reading_time(text: str) -> str:
    """A text without its ages and reading times.

    >>> without_age_and_reading_time("Jan 31, 2022 • 39 minutes ago • < 1 minute read")
    'Jan 31, 2022'
    """
    return without_age(_without_reading_time(text)).strip(_SIGNS)


def is_age(line: str) -> bool:
    """Whether a line says how long ago something was printed and nothing else.

    >>> is_age("2 hours ago"), is_age("Updated 3 hours ago"), is_age("2 hours of sun")
    (True, True, False)
    """
    if not _has_number(line) or len(line) > bylines.LONGEST:
        return False
    head = read_head(line)
    if head is None or not head.is_dated or head.date:
        return False
    return head.author is None or head.author.casefold() in _CALLED


_CALLED = frozenset("updated published posted aktualisiert veröffentlicht publié actualizado publicado".split())


def _has_number(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _is_stamp(part: str) -> bool:
    return dates.read_line(part.strip(_SIGNS)) is not None


def _names_first(line: str, tells: Callable[[str], bool]) -> DatedByline | None:
    places = [match.start() for match in _WORD_STARTS.finditer(line)][1:]
    tried = 0
    for at in places:
        if not _may_begin_date(line, at):
            continue
        tried += 1
        if tried > _MOST_PLACES:
            return None
        when = line[at:].strip()
        if tells(when):
            names = _BEFORE_DATE.sub("", line[:at].rstrip(_SIGNS))
            return DatedByline(at, names, when) if _is_of_names(names) else None
    return None


def _date_first(line: str, tells: Callable[[str], bool]) -> DatedByline | None:
    places = [match.start() for match in _WORD_STARTS.finditer(line)][1:]
    for at in places[::-1][:_MOST_PLACES]:
        when, names = line[:at].rstrip(_SIGNS), line[at:].strip(_SIGNS)
        if tells(when):
            return DatedByline(at, names, when) if _is_of_names(names) else None
    return None


def _may_begin_date(line: str, at: int) -> bool:
    """Whether a word that begins at a place may be a date's first: a number, or one in capitals or before a number."""
    return (
        line[at].isdigit()
        or line[at].isupper()
        or not line[at].isascii()
        or any(sign.isdigit() for sign in line[at : at + 24])
    )


def _is_of_names(names: str) -> bool:
    """Whether a text names who wrote: names with or without "by", an agency, an outlet behind "Published in"."""
    if not names or names[0].isdigit():
        return False
    if bylines.names(names) or bylines.bare(names) or is_agency(names) or _OUTLET.fullmatch(names):
        return True
    by = _BY.match(names)
    if by is None:
        return False
    rest = names[by.end() :]
    return 0 < len(rest.split()) <= _MOST_WORDS and not _has_number(rest)
