"""Which of a date's numbers is the month: the customs of languages and countries."""

from __future__ import annotations

from collections.abc import Callable

DAY_FIRST, MONTH_FIRST, UNKNOWN = "day", "month", ""
# Languages whose numeric dates give the day before the month. English ones do or do not, by country; in those that are
# missing here the year stands first, or there are both customs.
_DAY_FIRST_LANGUAGES = frozenset(
    "af ar az be bg bn ca cs da de el es et fi fr he hi hr hy id is it ka lv mk ms nl no pl pt ro ru sk sl sq sr sw "
    "ta th tr uk ur vi".split()
)
_DAY_FIRST_ENGLISH = frozenset("en-gb en-ie en-au en-nz en-in en-pk en-sg en-ng en-ke en-gh en-my en-hk".split())
_MONTH_FIRST_ENGLISH = frozenset(("en-us", "en-ph"))
_OTHER_CUSTOM = frozenset(("es-us", "es-pr", "es-pa", "fr-ca"))
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "sr", "sh": "sr"}


def order(given: str | None, spoken: Callable[[], frozenset[str]]) -> str:
    """What stands first in a date of three numbers, the year last, in a language (`normal`) or, where none is given, in
    those that a line's words tell of.
    """
    if given in _MONTH_FIRST_ENGLISH:
        return MONTH_FIRST
    languages = frozenset((given.partition("-")[0],)) if given else spoken()
    if given in _DAY_FIRST_ENGLISH or (languages and languages <= _DAY_FIRST_LANGUAGES and given not in _OTHER_CUSTOM):
        return DAY_FIRST
    return UNKNOWN


def normal(language: str | None) -> str | None:
    """A language tag in lower case, its language by the code that the words have."""
    if not language:
        return None
    tag = language.lower().replace("_", "-")
    first, _, rest = tag.partition("-")
    first = _ALIASES.get(first, first)
    return f"{first}-{rest}" if rest else first
