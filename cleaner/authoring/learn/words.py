"""How far two texts have the same words."""

from __future__ import annotations

import re
from collections import Counter

# A word; each CJK character, kana and hangul syllable is one.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


def words(text: str) -> Counter[str]:
    """The lower-case words of a text, with their number.

    >>> words("The the quay")
    Counter({'the': 2, 'quay': 1})
    """
    return Counter(_WORD.findall(text.lower()))


def word_f1(have: Counter[str], want: Counter[str]) -> float:
    """The harmonic mean of precision and recall of the words; 1 for two empty texts.

    >>> word_f1(words("the ferry sails"), words("the ferry"))
    0.8
    """
    both = (have & want).total()
    total = have.total() + want.total()
    return 2 * both / total if total else 1.0


def folded(text: str) -> str:
    """A text as lines are compared: in lower case, with single spaces."""
    return " ".join(text.casefold().split())


def letters(text: str) -> str:
    """Letters and digits alone, in lower case.

    >>> letters("Low Fell!")
    'lowfell'
    """
    return "".join(filter(str.isalnum, text.casefold()))
