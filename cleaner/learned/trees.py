"""Boosted trees: the probability that a row of features belongs to the class that was learnt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

# Trees that are evaluated together; after them a score that is sure ends the evaluation. By hand.
_TREES_A_STEP = 10


class BoostedTrees:
    """Boosted trees, as Python expressions that are compiled once: to walk them as lists takes longer.

    trees: a node is [feature's index, threshold, node if at most the threshold, node if above]; a leaf is the number
    that it adds to the score. sure: log-odds; a score above it, or below its negative, after ten trees ends the
    evaluation.
    """

    def __init__(self, trees: Sequence[Any], sure: float) -> None:
        self.sure = sure
        self.parts: list[Callable[[Sequence[float]], float]] = [
            eval(f"lambda row: {' + '.join(map(_expression, trees[first : first + _TREES_A_STEP]))}")
            for first in range(0, len(trees), _TREES_A_STEP)
        ]

    def probability(self, row: Sequence[float]) -> float:
        """The probability (0…1) for one row of features."""
        score, sure = 0.0, self.sure
        for part in self.parts:
            score += part(row)
            if not -sure < score < sure:
                break
        return 1.0 / (1.0 + exp(-score))


def _expression(node: Any) -> str:
    """A tree as a Python expression; only numbers get into it.

    >>> _expression([2, 0.5, -1.0, [0, 3, 0.25, 1.5]])
    '(-1.0 if row[2] <= 0.5 else (0.25 if row[0] <= 3.0 else 1.5))'
    """
    if not isinstance(node, list):
        return repr(float(node))
    feature, threshold, low, high = node
    return f"({_expression(low)} if row[{int(feature)}] <= {float(threshold)!r} else {_expression(high)})"
