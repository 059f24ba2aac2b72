"""When two titles are the same, and how well two lists of authors agree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Two titles are the same if one of more than this many characters begins the other. By hand.
_PREFIX = 15
# Separators between several names in one string of the gold.
_JOINED = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
# Academic degrees and the like, which follow a name but are none.
_DEGREE = re.compile(r"^(?:(?:[A-Z]\.?|[A-Z][a-z]?\.[A-Z]|Ph\.?D|RD|CFP|CEPF|DVM|CPP|PSP|FAND|FACLM|Jr|Sr)[®.]*\s*)+$")


def fold(text: str) -> str:
    """Letters and digits alone, in one case, each run of anything else a space.

    >>> fold("The Harbour: opens!")
    'the harbour opens'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(
        "".join(char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in plain).split()
    )


def same_title(one: str, two: str) -> bool:
    """Whether two titles are the same but for case and punctuation, or one of over 15 characters begins the other."""
    short, long = sorted((fold(one), fold(two)), key=len)
    return short == long or (len(short) > _PREFIX and long.startswith(short))


def authors_f1(said: Iterable[str], gold: Sequence[str]) -> float:
    """The F1 of two sets of folded names: the better of the gold as it is and with its strings split into names.

    >>> authors_f1(["Jane Doe", "John Roe"], ["Jane Doe and John Roe"])
    1.0
    """
    apart = split_authors(gold)
    names = {fold(name) for name in said} - {""}

    def f1(wanted: set[str]) -> float:
        return 2 * len(names & wanted) / (len(names) + len(wanted)) if names or wanted else 1.0

    return max(f1({fold(name) for name in gold}), f1({fold(name) for name in apart}))


def split_authors(gold: Sequence[str]) -> list[str]:
    """The gold's authors where a string of it may name several, without degrees."""
    return [name for value in gold for name in _JOINED.split(value) if name and not _DEGREE.match(name)]
