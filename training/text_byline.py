"""The weights that tell which line of a dump is its byline: a logistic regression on the lines around its headline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from benchmarks.meta_names import fold, split_authors
from benchmarks.text_meta import printed
from cleaner.learned.trees import BoostedTrees
from cleaner.metadata.authors import text_byline
from training.classifier import labelled
from training.folds import FOLDS
from training.trees import Example

FILE = Path(__file__).parent.parent / "cleaner" / "learned" / "signers.toml"
HEAD = """\
# Which line around the headline of bare text is its byline: the weights of the features in text_byline.py, a logistic
# regression.
# Learnt by `python -m training --corpora FOLDER --write`; do not edit by hand.
# Learnt from: the WCXB benchmark (CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
# and the parser tests of fundus (MIT, https://github.com/flairNLP/fundus).

[weights]
"""


@dataclass(frozen=True)
class Byline:
    """A dump whose authors are known and printed: the lines that name somebody, and which of them name an author."""

    corpus: str
    fold: int
    lines: list[text_byline.Line]
    right: list[bool]


def examples(documents: Iterable[Example], models: Sequence[BoostedTrees]) -> list[Byline]:
    """The dumps that print all of their authors, classified by trees that were learnt without their host."""
    known = []
    for seen in documents:
        if seen.origin != "dump" or not seen.gold.authors:
            continue
        text = "\n".join(block.text for block in seen.labelling.page.blocks)
        authors = {fold(name) for name in split_authors(printed(seen.gold, text).authors)}
        if authors:
            lines = text_byline.lines(labelled(seen, models[seen.fold], "balance").page.blocks)
            known.append(Byline(seen.corpus, seen.fold, lines, [fold(line.names[0]) in authors for line in lines]))
    return known


def fit(known: Sequence[Byline]) -> dict[str, float]:
    """Weights by feature, and the bias."""
    rows = [line.features for seen in known for line in seen.lines]
    names = text_byline.FEATURES
    model = LogisticRegression(C=0.5, max_iter=1000).fit(
        [[row[name] for name in names] for row in rows], [right for seen in known for right in seen.right]
    )
    return {
        "bias": float(model.intercept_[0]),
        **{name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)},
    }


def judge(known: Sequence[Byline]) -> dict[str, list[str]]:
    """The cells of a table by corpus, cross-validated: dumps, dumps where a line is accepted, dumps where that line
    names an author, precision and recall.
    """
    learnt = [fit([seen for seen in known if seen.fold != fold]) for fold in range(FOLDS)]
    counts: dict[str, list[int]] = {}
    for seen in known:
        count = counts.setdefault(seen.corpus, [0, 0, 0])
        weighed = [text_byline.weigh(line.features, learnt[seen.fold]) for line in seen.lines]
        best = max(range(len(weighed)), key=weighed.__getitem__, default=-1)
        accepted = best >= 0 and weighed[best] >= text_byline.ENOUGH
        count[0] += 1
        count[1] += accepted
        count[2] += accepted and seen.right[best]
    return {
        corpus: [*map(str, count), f"{count[2] / (count[1] or 1):.3f}", f"{count[2] / count[0]:.3f}"]
        for corpus, count in counts.items()
    }


def write(known: Sequence[Byline]) -> None:
    """Write the weights learnt from all dumps to the file that ships."""
    FILE.write_text(HEAD + "".join(f"{name} = {weight:.3f}\n" for name, weight in fit(known).items()), "utf-8")
