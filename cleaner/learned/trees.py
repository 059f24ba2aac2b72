"""Boosted trees at work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

# After so many trees a score beyond what is sure ends the look.
_STEP = 10


class BoostedTrees:
    """Boosted trees that give the probability that a row of features belongs to what was learnt.

    trees: a node is [measure, threshold, where it is at most that, where it is more], a leaf what it adds to the score.
    sure: a score beyond this (log-odds) after each ten trees ends the look, since later trees only add to it. The trees
    are written out as Python expressions, once: to walk them as lists takes longer for each block.
    """

    def __init__(self, trees: Sequence[Any], sure: float) -> None:
        self.sure = sure
        self.parts: list[Callable[[Sequence[float]], float]] = [
            eval(f"lambda m: {' + '.join(map(_expression, trees[first : first + _STEP]))}")
            for first in range(0, len(trees), _STEP)
        ]

    def probability(self, measures: Sequence[float]) -> float:
        """The probability (0…1) for one row of features."""
        score, sure = 0.0, self.sure
        for part in self.parts:
            score += part(measures)
            if not -sure < score < sure:
                break
        return 1.0 / (1.0 + exp(-score))


def _expression(node: Any) -> str:
    """A tree as an expression; only numbers get into it."""
    if not isinstance(node, list):
        return repr(float(node))
    at, bound, low, high = node
    return f"({_expression(low)} if m[{int(at)}] <= {float(bound)!r} else {_expression(high)})"
