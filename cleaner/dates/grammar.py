"""The order in which a stamp's parts may stand: a pattern over one letter a token, so that one grammar serves all
languages.

Letters of words are `lexicon`'s. Numbers: n one or two digits, m three, y a year of 1900 to 2099, j one of other
calendars up to 1599, t a Buddhist one, o an offset, r an offset that might be the end of a range ("10:00-12:00"), f
others; x is a word that is not known. Signs stand for themselves.
"""

from __future__ import annotations

from cleaner.dates.lexicon import letters
from cleaner.patterns import Pattern

GREGORIAN = range(1900, 2100)


def _class(roles: str) -> str:
    return "[" + "".join(letters(role) for role in roles) + "]"


_MONTH, _HALF, _HOUR = _class("M"), _class("p"), _class("H")
_A = _class("a")
UPDATE = letters("U")
_FILL = rf"(?:{_A}\.?){{0,3}}"
_NAMED_DAY = rf"(?:\(?{_class('WLD')}\)?[.,]*{_FILL})"
_DAY = rf"(?P<day>n)(?:[.]|{_A}){{0,3}}"
_YEAR = rf"(?P<year>y)(?:{_A}\.?|\.)?"
_ZONE = (
    rf"(?:[,|]?\(?(?:(?P<zone>{_class('z')})(?:(?P<sign>[+-])(?P<zone_hour>n)(?::(?P<zone_minute>n))?"
    rf"|(?P<offset>[or]))?|i)\)?|(?P<offset>o))?"
)
_MINUTE = r"(?P<minute>n)(?:{}(?:(?P<second>n)S?(?:[.:,][mnyjtf](?!:))?(?P<offset>r)?)?)?"
# 14:05 and 14.05, but not a length of "3:18 min"; the last condition keeps 21.04 of "21.04.2022" from being a time.
_CLOCK = (
    rf"(?:(?P<half>{_HALF})\.?)?(?P<hour>n)(?:(?P<mark>{_HOUR})(?:{_MINUTE.format('[N:.]?')})?"
    rf"|[:.]{_MINUTE.format('[:.](?=n)')})"
    rf"{_HOUR}?\.?(?:(?P<half>{_HALF})\.?)?{_ZONE}(?!N|[./\-](?:n[./\-])?y)"
)
_HOUR_OF_HALF = rf"(?P<hour>n)(?P<half>{_HALF})\.?{_ZONE}"
# An hour that nothing calls one tells nothing.
_BARE_HOUR = rf"{_A}?n(?![./\-]n|\.?{_A}?[MBJQ])"
_BEFORE_TIME = rf"(?:[,\-|@(/:]|{_A}[.:]?){{0,4}}T?"
_WRITTEN = (
    rf"{_DAY}[\-/]?(?P<month>{_MONTH})(?:/(?P<same>{_MONTH}))?[.,\-/]*{_FILL},?{_YEAR}",
    rf"(?P<month>{_MONTH})\.?{_FILL}{_DAY},?{_FILL}{_YEAR}",
    rf"{_YEAR},?{_FILL}(?P<month>{_MONTH})\.?{_DAY}",
    rf"{_YEAR}{_FILL}{_DAY}(?P<month>{_MONTH})",
    r"(?P<year>[yj])(?P<between>[\-/.])(?P<month>n)(?P=between)(?P<day>n)\.?",
    rf"(?<!n[./\-])(?P<first>n)(?P<between>[\-/.])(?P<second_number>n)(?P=between){_YEAR}",
    r"(?<!n\.)(?P<first>n)(?P<between>\.)(?P<second_number>n)\.(?P<short>n)(?![.:\-/]n|n(?!:n))",
    r"(?P<first>n)(?P<between>[\-/.])(?P<second_number>n)(?P=between)(?P<year>t)",
    r"(?P<year>y)Y(?P<month>n)L(?P<day>n)D",
    r"(?P<era>E)(?P<year>[nm])Y(?P<month>n)L(?P<day>n)D",
    rf"{_DAY}(?P<month>{_MONTH})\.?(?:{_A}|,)?(?P<buddhist>b\.?)?(?P<year>t)",
    rf"{_DAY}(?P<other_month>[JQ]){_FILL},?(?P<year>j)(?P<mark_of_year>[qk])?\.?",
    r"(?P<first>n)(?P<between>[\-/])(?P<second_number>n)(?P=between)(?P<year>j)(?P<mark_of_year>q)",
)
_WRITTEN_DATE = "(?:" + "|".join(_WRITTEN) + ")"
_DATED = (
    rf"(?:{_CLOCK}[,\-|]?{_FILL})?{_NAMED_DAY}?{_WRITTEN_DATE}(?:,?{_NAMED_DAY})?"
    rf"(?:{_BEFORE_TIME}(?:{_CLOCK}|{_HOUR_OF_HALF})|{_BARE_HOUR})?"
)
# A date in a text, and a date with the words that a line may print before it.
DATE = Pattern(_DATED)
STAMP = Pattern(
    rf"(?P<called>[P{UPDATE}\-|:]{{0,5}})[,.@(\[~]?(?P<particle>(?:{_A}[.:]?){{1,3}}[@(\[]?)?{_NAMED_DAY}?{_DATED}"
)
# The words before a date of something else than the page; the ends of a range of days; a weekday or label, one of which
# a date with a year of two digits needs if it has no time.
OF_OTHER_EVENT = Pattern(rf"O(?:[:,.\-|(]|{_A}|x){{0,3}}$")
FROM, UNTIL = Pattern(rf"(?:^|[^x:.])n(?:\.|{_A})*{_MONTH}?\.?,?y?-$"), Pattern(rf"-{_NAMED_DAY}?(?:[ny]|{_MONTH})")
BY_WEEKDAY = Pattern(f"[{letters('W')}{letters('P')}{UPDATE}]")
CALLED_UPDATE = Pattern(rf"[{UPDATE}](?:[P{UPDATE}:\-|.]|{_A}){{0,5}}")
# Day and year with at most four words between them ("3 de marzo de 2021"), known or not: what each written date holds.
_FEW_WORDS = r"[^nyx]{0,3}(?:x[^nyx]{0,2}){0,4}"
DAY_BY_YEAR = Pattern(rf"n{_FEW_WORDS}[yj]|[yj]{_FEW_WORDS}n|n\.n\.n")
# Signs that may stand before a line's stamps, between two, and after them. A colon after a date announces what happened
# then, and is none of them.
BEFORE = frozenset("-|([")
BETWEEN = frozenset(",.-|/;()[]:~")
AFTER = frozenset(",.-|)]")


def number(token: str) -> str:
    """The letter of a number or an offset.

    >>> number("5"), number("2021"), number("1400"), number("+02:00")
    ('n', 'y', 'j', 'o')
    """
    if token[0] in "+-":
        return "r" if token[0] == "-" and ":" in token else "o"
    size = len(token)
    if size <= 2:
        return "n"
    if size == 3:
        return "m"
    if size != 4:
        return "f"
    value = int(token)
    return "y" if value in GREGORIAN else "j" if 1200 <= value <= 1599 else "t" if 2443 <= value <= 2642 else "f"
