"""Pages whose gold is known to be wrong: figures are printed with and without them.

`gold-errata.jsonl` has one object a line: `corpus` and `id` name the page, `what` says what is wrong with its gold, and
`evidence` how one can see it. The evidence gives counts, and never more than five words of an article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from benchmarks.corpora import CorpusError
from benchmarks.run import Scores, figures

ERRATA = Path(__file__).resolve().parent / "gold-errata.jsonl"
KEYS = ("corpus", "id", "what", "evidence")


@dataclass(frozen=True, slots=True)
class Erratum:
    """A page whose gold is wrong."""

    corpus: str
    id: str
    what: str
    evidence: str


class HasId(Protocol):
    """A result that belongs to a page."""

    @property
    def id(self) -> str:
        """The page's id."""


Result = TypeVar("Result", bound=HasId)


def read_errata(file: Path = ERRATA) -> list[Erratum]:
    """The errata of a file, in its order. Raises `CorpusError`, which names file and line, where a line is broken."""
    errata = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise CorpusError(f"{file}, line {number}: {error}") from error
        if not isinstance(row, dict) or sorted(row) != sorted(KEYS) or not all(row[key] for key in KEYS):
            raise CorpusError(f"{file}, line {number}: an erratum has {', '.join(KEYS)}, and none of them is empty")
        errata.append(Erratum(**row))
    return errata


def wrong_pages(corpus: str, errata: Iterable[Erratum]) -> frozenset[str]:
    """The ids of the pages of a corpus whose gold is wrong.

    >>> sorted(wrong_pages("news", [Erratum("news", "a", "…", "…"), Erratum("blogs", "b", "…", "…")]))
    ['a']
    """
    return frozenset(erratum.id for erratum in errata if erratum.corpus == corpus)


def without(results: Sequence[Result], ids: frozenset[str]) -> list[Result]:
    """The results of the other pages."""
    return [result for result in results if result.id not in ids]


def note_without(corpus: str, scores: Scores, errata: Iterable[Erratum]) -> list[str]:
    """A line for under a table: the word F1 of each tool without the pages of wrong gold; none without such pages."""
    wrong = wrong_pages(corpus, errata)
    some = next(iter(scores.values()), ())
    count = len(some) - len(without(some, wrong))
    if not count:
        return []
    by_tool = {tool: figures(without(of_tool, wrong)).f1 for tool, of_tool in scores.items()}
    told = ", ".join(f"{tool} {f1:.3f}" for tool, f1 in by_tool.items() if f1 is not None)
    return [f"Word F1 without the {count} pages whose gold is known to be wrong: {told}."] if told else []
