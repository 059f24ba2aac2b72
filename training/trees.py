"""Boosted trees in the form that the cleaner reads, and the examples they are learnt from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import lightgbm
import numpy

from benchmarks.corpora import Page as GoldPage
from cleaner.label import Labelling
from cleaner.label.classifier import Kind
from cleaner.learned.loader import make_trees
from cleaner.learned.trees import BoostedTrees
from training.align import marks_by_snippets, shares_in_body
from training.folds import FOLDS

FILE = Path(__file__).parent.parent / "cleaner" / "learned" / "classifier.json"
ABOUT = (
    "Boosted trees: see the module of the file's name. Learnt by `python -m training --corpora FOLDER --write`; do "
    "not edit by hand. "
    "Learnt from the WCXB benchmark (CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark), "
    "the parser tests of fundus "
    "(MIT, https://github.com/flairNLP/fundus) and the evaluation set of trafilatura (Apache-2.0, "
    "https://github.com/adbar/trafilatura). "
    "A node is [feature, threshold, branch where at most that, branch where more]; a leaf is added to the score."
)
# The weight of a block in learning is the root of its share (0…1) of the gold body's characters. All by hand.
# A greater share counts as this.
_GREATEST_SHARE = 0.3
# Added to each share, so that one-word lines count.
_SHARE_OF_ANY_BLOCK = 0.002
# The share where the gold has snippets alone.
_SHARE_BY_SNIPPET = 0.15


@dataclass(frozen=True)
class Example:
    """A document as the rules leave it, with its gold; and of each block that the trees may decide on its place in the
    page, its features, its truth (whether the gold holds it) and its weight (0 where the truth is unknown).

    kind: which trees classify it (None for none). origin: what was given: "page" for HTML; "dump", "body" or an
    extractor's name for text. labelling: the document with the labels of the rules alone.
    """

    kind: Kind | None
    origin: str
    corpus: str
    gold: GoldPage
    labelling: Labelling
    places: list[int]
    features: numpy.ndarray[Any, Any]
    truth: list[bool]
    weight: list[float]
    fold: int


@dataclass(frozen=True)
class Shape:
    """The size of boosted trees: their number, the leaves of each, the learning rate, the rows that a leaf needs."""

    trees: int
    leaves: int
    rate: float = 0.12
    fewest: int = 50


def truths(gold: GoldPage, texts: Sequence[str], places: Sequence[int]) -> tuple[list[bool], list[float]]:
    """Of the blocks at `places`: whether the gold holds each, and its weight."""
    if gold.body:
        shares, size = shares_in_body(texts, gold.body), len(gold.body)
        return [shares[i] > 0.5 for i in places], [_weight(len(texts[i]) / size) for i in places]
    marks = marks_by_snippets(texts, gold.wanted, gold.unwanted)
    return [bool(marks[i]) for i in places], [0.0 if marks[i] is None else sqrt(_SHARE_BY_SNIPPET) for i in places]


def _weight(share: float) -> float:
    """The weight of a block by its share of the body's characters.

    >>> _weight(0.088), _weight(0.9) == _weight(0.3)
    (0.3, True)
    """
    return sqrt(min(_GREATEST_SHARE, share) + _SHARE_OF_ANY_BLOCK)


def learn(known: Sequence[Example], shape: Shape) -> list[Any]:
    """The trees in the form that `cleaner.learned.trees` reads."""
    rows = numpy.concatenate([example.features for example in known if len(example.places)])
    truth = numpy.array([mark for example in known for mark in example.truth])
    weight = numpy.array([weight for example in known for weight in example.weight])
    rows, truth, weight = rows[weight > 0], truth[weight > 0], weight[weight > 0]
    model = lightgbm.LGBMClassifier(
        n_estimators=shape.trees, num_leaves=shape.leaves, learning_rate=shape.rate, min_child_samples=shape.fewest,
        colsample_bytree=0.5, subsample=0.7,
        subsample_freq=1, reg_lambda=5.0, n_jobs=2, verbose=-1, random_state=0, deterministic=True,
    )  # fmt: skip
    model.fit(rows, truth, sample_weight=weight * 300)
    return [_node(tree["tree_structure"]) for tree in model.booster_.dump_model()["tree_info"]]


def cross_learn(known: Sequence[Example], shape: Shape, kind: Kind) -> list[BoostedTrees]:
    """The trees by fold, learnt from the pages of the other folds."""
    return [
        make_trees(kind, learn([example for example in known if example.fold != fold], shape)) for fold in range(FOLDS)
    ]


def learn_without(known: Sequence[Example], corpus: str, shape: Shape, kind: Kind) -> BoostedTrees:
    """The trees that are learnt from all pages but those of one corpus: what a new kind of site meets."""
    return make_trees(kind, learn([example for example in known if example.corpus != corpus], shape))


def _node(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [
        node["split_feature"],
        float(f"{node['threshold']:.5g}"),
        _node(node["left_child"]),
        _node(node["right_child"]),
    ]


def write(file: Path, learnt: Mapping[str, tuple[Sequence[str], list[Any]]]) -> None:
    """Write features and trees by kind to a file that ships, which calls the features `measures`; it keeps the trees of
    other kinds.
    """
    kinds = {
        kind: (part["measures"], part["trees"])
        for kind, part in json.loads(file.read_text("utf-8")).items()
        if kind != "about"
    }
    kinds.update(learnt)
    parts = []
    for kind, (names, trees) in kinds.items():
        lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f'"{kind}": {{"measures": {json.dumps(list(names))},\n"trees": [\n{lines}\n]}}')
    file.write_text(f'{{"about": {json.dumps(ABOUT)},\n' + ",\n".join(parts) + "}\n", "utf-8")
