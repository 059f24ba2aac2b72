"""Columns: a number for each line of a text, and sums over the lines around each, computed in one go.

`before` is what `sums` returns: the sum before each line, and at the end that of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

Column = Sequence[float]
# Lines: larger distances count as this one. By hand; the trees were learnt with it.
FAR = 60


def sums(amounts: Column) -> list[float]:
    """The sum before each line, and at the end that of all.

    >>> sums([1, 2, 3])
    [0, 1, 3, 6]
    """
    return list(accumulate(amounts, initial=0))


def window(before: list[float], back: int, forth: int) -> list[float]:
    """For each line the sum from `back` lines before it to `forth` lines after it; -1 leaves out the line itself.

    >>> window(sums([1, 2, 3, 4]), 1, 1)
    [3, 6, 9, 7]
    >>> window(sums([1, 2, 3, 4]), 2, -1)
    [0, 1, 3, 5]
    """
    padded = [*[before[0]] * back, *before, *[before[-1]] * max(0, forth)]
    return [high - low for low, high in zip(padded, padded[back + forth + 1 :], strict=False)][: len(before) - 1]


def around(before: list[float], reach: int) -> list[float]:
    """For each line the sum over it and `reach` lines on both sides."""
    return window(before, reach, reach)


def preceding(before: list[float], reach: int) -> list[float]:
    """For each line the sum over the `reach` lines before it."""
    return window(before, reach, -1)


def after(before: list[float], reach: int) -> list[float]:
    """For each line the sum over the `reach` lines after it.

    >>> after(sums([1, 2, 3, 4]), 2)
    [5, 7, 4, 0]
    """
    return window(before[1:] + before[-1:], 0, reach - 1)


def until_next(is_prose: Sequence[bool]) -> Column:
    """For each line the number of lines to the next prose below it.

    >>> until_next([False, True, False, True, False])
    [1, 2, 1, 60, 60]
    """
    distances: list[float] = []
    distance = FAR
    for reads_as_prose in reversed(is_prose):
        distances.append(distance)
        distance = 1 if reads_as_prose else min(FAR, distance + 1)
    return distances[::-1]


def stretches(like_prose: Sequence[bool], prose: Column, total: float) -> Column:
    """For each line that is like prose the share of the text's prose in its unbroken stretch of such lines, else 0.

    >>> stretches([True, True, False, True], [50.0, 100.0, 0.0, 50.0], 200.0)
    [0.75, 0.75, 0.0, 0.25]
    """
    shares: list[float] = []
    at = 0
    for is_like_prose, members in groupby(like_prose):
        size = sum(1 for _ in members)
        shares += [sum(prose[at : at + size]) / total if is_like_prose else 0.0] * size
        at += size
    return shares


def barriers(like_prose: Sequence[bool], centre: int) -> Column:
    """For each line the longest run of lines unlike prose between it and the line with index `centre`.

    >>> barriers([False, True, False, False, True, True], 4)
    [2, 2, 1, 0, 0, 0]
    """

    def longest_runs(lines: Sequence[bool]) -> list[int]:
        longest_before, longest, run = [], 0, 0
        for is_like_prose in lines:
            longest_before.append(longest)
            run = 0 if is_like_prose else run + 1
            longest = max(longest, run)
        return longest_before

    upwards = longest_runs(like_prose[centre::-1])
    return [*upwards[:0:-1], *longest_runs(like_prose[centre:])]
