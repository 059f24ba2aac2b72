"""Which of a date's numbers is the month, by language and country."""

from __future__ import annotations

from collections.abc import Callable

DAY_FIRST, MONTH_FIRST, UNKNOWN = "day", "month", ""
# Languages whose dates of three numbers give the day before the month. English ones do so in some countries; the
# languages that are missing here put the year first, or use both orders.
_DAY_FIRST_LANGUAGES = frozenset(
    "af am ar az be bg bn ca ckb cs da de el es et fi fr ha he hi hr hy id is it ka ku lv mk ms nl no pl pt ro ru sk "
    "sl sq sr sw ta th tr uk ur vi".split()
)
_DAY_FIRST_ENGLISH = frozenset("en-gb en-ie en-au en-nz en-in en-pk en-sg en-ng en-ke en-gh en-my en-hk".split())
_MONTH_FIRST_ENGLISH = frozenset(("en-us", "en-ph"))
_OTHER_ORDER = frozenset(("es-us", "es-pr", "es-pa", "fr-ca"))
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "sr", "sh": "sr"}


def order(given: str | None, spoken: Callable[[], frozenset[str]]) -> str:
    """The first number of a date of three numbers whose year is last: `DAY_FIRST`, `MONTH_FIRST` or `UNKNOWN`.

    given: the language's tag, as `normal` gives it; spoken: the languages of a line's words, asked if no tag is given.

    >>> order("en-gb", frozenset), order("en-us", frozenset), order("en", frozenset)
    ('day', 'month', '')
    """
    if given in _MONTH_FIRST_ENGLISH:
        return MONTH_FIRST
    languages = frozenset((given.partition("-")[0],)) if given else spoken()
    if given in _DAY_FIRST_ENGLISH or (languages and languages <= _DAY_FIRST_LANGUAGES and given not in _OTHER_ORDER):
        return DAY_FIRST
    return UNKNOWN


def normal(language: str | None) -> str | None:
    """A language tag in lower case, its language by the code that the lists of words use.

    >>> normal("nb_NO"), normal("en-GB")
    ('no-no', 'en-gb')
    """
    if not language:
        return None
    tag = language.lower().replace("_", "-")
    first, _, rest = tag.partition("-")
    first = _ALIASES.get(first, first)
    return f"{first}-{rest}" if rest else first
