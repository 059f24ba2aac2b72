"""Caches of what functions tell of texts, for short texts alone: a hostile page has a class name of a megabyte, and a
cache would keep one of every page. Imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

# Characters of the longest text that is remembered. Class attributes, names and lines that come again are shorter (by
# hand); a full cache of 65,536 texts holds 20 MB at most where they are ASCII.
LONGEST = 300
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


class _Remembered(dict[str, Result]):
    """What a function gives, by its one argument. It is emptied when it is full."""

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[str], Result], most: int) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, text: str) -> Result:
        result = self._function(text)
        if len(text) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = result
        return result


def remembered(function: Callable[[str], Result], most: int) -> Callable[[str], Result]:
    """A function of one text that remembers what it gave for `most` short texts. It costs as much as a look-up in a
    dictionary, so the walk can call it for each element.

    >>> length = remembered(len, most=2)
    >>> length("pier"), length("pier" * 100)
    (4, 400)
    """
    return _Remembered(function, most).__getitem__


def remember(most: int) -> Callable[[Callable[Arguments, Result]], Callable[Arguments, Result]]:
    """A decorator for a function of several texts: it remembers what it gave for `most` groups of short texts.

    >>> @remember(most=2)
    ... def joined(one: str, two: str) -> str:
    ...     return one + two
    >>> joined("pier", " 3")
    'pier 3'
    """

    def decorate(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
        cached = lru_cache(maxsize=most)(function)

        @wraps(function)
        def call(*texts: Arguments.args, **named: Arguments.kwargs) -> Result:
            for text in texts:
                if text is not None and len(text) > LONGEST:  # type: ignore[arg-type]
                    return function(*texts, **named)
            return cached(*texts, **named)  # type: ignore[arg-type]

        return call

    return decorate
