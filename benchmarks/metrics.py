"""The measures of quality: overlap of words, snippets, ranking and calibration of the confidence, and intervals by
resampling hosts.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

# Bounds of word F1 on a page, all by hand.
NEAR_EXACT = 0.99  # at least: as good as the gold
RIGHT = 0.9  # at least: the text may be used as it is
POOR = 0.8  # below: much of the article is missing, or much else is among it
FAILED = 0.5  # below: another text, or none

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """How the words of a text agree with those of the gold."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Snippets:
    """How many snippets should be there, how many of them are, and how many are that should not."""

    wanted: int = 0
    found: int = 0
    leaked: int = 0

    def __add__(self, other: Snippets) -> Snippets:
        """The counts of both."""
        return Snippets(self.wanted + other.wanted, self.found + other.found, self.leaked + other.leaked)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of found/(found + leaked) and found/wanted; None where no snippet is wanted."""
        return snippet_f1(self.wanted, self.found, self.leaked) if self.wanted else None


def snippet_f1(wanted: float, found: float, leaked: float) -> float:
    """Snippet F1 from the three counts."""
    return 2 * found / (found + leaked + wanted) if wanted or found or leaked else 0.0


def tokens(text: str | None) -> Counter[str]:
    """The lower-case words of a text, with their number; each CJK character, kana and hangul syllable is a word.

    >>> tokens("The the 港口")
    Counter({'the': 2, '港': 1, '口': 1})
    """
    return Counter(_TOKEN.findall((text or "").lower()))


def overlap(have: Counter[str], want: Counter[str]) -> Overlap:
    """Precision, recall and F1 of two multisets of words. Two empty ones agree.

    >>> overlap(tokens("the ferry sails"), tokens("the ferry")).recall
    1.0
    """
    n, m = have.total(), want.total()
    if not n and not m:
        return Overlap(1.0, 1.0, 1.0)
    both = (have & want).total()
    return Overlap(both / n if n else 0.0, both / m if m else 0.0, 2 * both / (n + m))


def best_overlap(texts: Iterable[str], golds: Iterable[str]) -> Overlap:
    """The best by F1 over all pairs: so a deck that stands in one and not in the other is no error."""
    counted = [tokens(gold) for gold in golds]
    return max((overlap(have, want) for have in map(tokens, texts) for want in counted), key=lambda o: o.f1)


def squash(text: str | None) -> str:
    """The text in lower case with single spaces, as snippets are looked for.

    >>> squash("The  Ferry sails ")
    'the ferry sails'
    """
    return _SPACE.sub(" ", text or "").strip().lower()


def snippets(text: str | None, wanted: Iterable[str], unwanted: Iterable[str]) -> Snippets:
    """Which of the snippets stand in the text, white space and case aside."""
    flat, must = squash(text), list(wanted)
    return Snippets(len(must), sum(squash(s) in flat for s in must), sum(squash(s) in flat for s in unwanted))


def auc(high: Sequence[float], low: Sequence[float]) -> float | None:
    """The chance that one of `high` exceeds one of `low`, ties counting half; None where one of them is empty."""
    if not high or not low:
        return None
    ranked = sorted([(value, True) for value in high] + [(value, False) for value in low])
    total, start = 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        mean = (start + 1 + end) / 2
        total += mean * sum(is_high for _, is_high in ranked[start:end])
        start = end
    return (total - len(high) * (len(high) + 1) / 2) / (len(high) * len(low))


def calibration_error(chances: Sequence[float], outcomes: Sequence[bool], bins: int = 10) -> float | None:
    """The expected calibration error: the gap between mean chance and share of hits, over bins of equal width, weighted
    by their pages.
    """
    if len(chances) != len(outcomes):
        raise ValueError("as many chances as outcomes are needed")
    if not chances:
        return None
    held: dict[int, list[tuple[float, bool]]] = {}
    for chance, outcome in zip(chances, outcomes, strict=True):
        held.setdefault(min(bins - 1, max(0, int(chance * bins))), []).append((chance, outcome))
    return sum(abs(sum(c for c, _ in b) - sum(o for _, o in b)) for b in held.values()) / len(chances)


def mean(values: Sequence[float]) -> float | None:
    """The mean, or None of nothing."""
    return sum(values) / len(values) if values else None


def bootstrap(
    sums: Mapping[str, Sequence[float]],
    statistic: Callable[[Sequence[float]], float],
    rounds: int = 2000,
    seed: int = 0,
    share: float = 0.95,
) -> tuple[float, float]:
    """An interval of a statistic of sums, resampled by host: pages of one site succeed and fail together.

    `sums` holds the summed counts of each host, `statistic` makes the figure of their total. The same seed gives the
    same interval.
    """
    rows = [tuple(sums[host]) for host in sorted(sums)]
    if not rows:
        raise ValueError("nothing to resample")
    draw, values = random.Random(seed), []
    for _ in range(rounds):
        values.append(statistic([sum(column) for column in zip(*draw.choices(rows, k=len(rows)), strict=True)]))
    values.sort()
    edge = (1 - share) / 2
    return values[int(edge * (rounds - 1))], values[-1 - int(edge * (rounds - 1))]


def by_host(hosts: Sequence[str], rows: Iterable[Sequence[float]]) -> dict[str, list[float]]:
    """The rows summed by host, as `bootstrap` takes them."""
    sums: dict[str, list[float]] = {}
    for host, row in zip(hosts, rows, strict=True):
        total = sums.setdefault(host, [0.0] * len(row))
        for i, value in enumerate(row):
            total[i] += value
    return sums
