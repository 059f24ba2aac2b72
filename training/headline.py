"""Dumps whose headline is known, for the trees that look for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy

from benchmarks.meta_names import same_title
from cleaner.label.text.header import find_dump_title
from cleaner.label.text.header_lines import body_at
from cleaner.learned import headline
from cleaner.learned.loader import make_trees
from cleaner.learned.trees import BoostedTrees
from training.classifier import proposed
from training.folds import FOLDS
from training.trees import Example, Shape, learn

SHAPE = Shape(100, 4, 0.1, fewest=20)
FILE = Path(headline.__file__).parent / "headline.json"
# The weight of every line in learning. By hand.
_WEIGHT = 1 / 60


def examples(documents: Iterable[Example], models: Sequence[BoostedTrees]) -> list[Example]:
    """The dumps, classified by trees that were learnt without their host; their places are those of the lines that may
    be the headline.
    """
    dumps = []
    for seen in documents:
        if seen.origin == "dump" and seen.kind == "dump" and seen.gold.title:
            labelling = proposed(seen, models[seen.fold], "balance")
            blocks = labelling.page.blocks
            body = body_at(blocks, labelling.proposed)
            rows = list(headline.rows(blocks, body, labelling.proposed)) if body >= 0 else []
            places = [place for place, _ in rows]
            truth = [same_title(blocks[place].text, seen.gold.title) for place in places]
            features = numpy.array([row for _, row in rows], dtype=float).reshape(len(rows), len(headline.FEATURES))
            dumps.append(
                replace(
                    seen,
                    labelling=labelling,
                    places=places,
                    features=features,
                    truth=truth,
                    weight=[_WEIGHT] * len(rows),
                )
            )
    return dumps


@dataclass
class Headlines:
    """Counts of dumps: all, those that print their headline, those where a line is chosen, those where it is right."""

    dumps: int = 0
    held: int = 0
    chosen: int = 0
    right: int = 0

    def cells(self) -> list[str]:
        """The numbers, then precision and recall."""
        counts = [str(count) for count in (self.dumps, self.held, self.chosen, self.right)]
        return [*counts, f"{self.right / (self.chosen or 1):.3f}", f"{self.right / (self.held or 1):.3f}"]


def judge(known: Sequence[Example]) -> dict[str, Headlines]:
    """The counts by corpus; each dump is searched by trees that were learnt without its host."""
    models = [
        make_trees("headline", learn([seen for seen in known if seen.fold != fold], SHAPE)) for fold in range(FOLDS)
    ]
    by_corpus: dict[str, Headlines] = {}
    for seen in known:
        counts, title = by_corpus.setdefault(seen.corpus, Headlines()), seen.gold.title or ""
        blocks, changes = seen.labelling.page.blocks, seen.labelling.proposed
        at, _ = find_dump_title(blocks, body_at(blocks, changes), changes, models[seen.fold])
        counts.dumps += 1
        counts.held += any(same_title(block.text, title) for block in blocks)
        counts.chosen += at >= 0
        counts.right += at >= 0 and same_title(blocks[at].text, title)
    return by_corpus
