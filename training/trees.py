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
from cleaner.label import classifier
from cleaner.label.classifier import Kind
from cleaner.learned.trees import BoostedTrees
from cleaner.model import Page, PageContext
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
    "A node is [measure, threshold, where at most that, where more]; a leaf is what it adds to the score."
)
# What a block weighs: the root of its share of the page's text, at most _MOST, and a little for being a block; of
# _SNIPPET where a snippet speaks of it.
_MOST, _LEAST, _SNIPPET = 0.3, 0.002, 0.15


@dataclass(frozen=True)
class Example:
    """A document as the rules leave it, its gold, and of each block that the review may change its place, measures,
    truth and weight (0 where unknown).

    kind: which trees review it (None for none); origin: what was given: "page" for HTML, "dump", "body" or an
    extractor's name for text.
    """

    kind: Kind | None
    origin: str
    corpus: str
    gold: GoldPage
    page: Page
    context: PageContext
    places: list[int]
    measures: numpy.ndarray[Any, Any]
    truth: list[bool]
    weight: list[float]
    fold: int


@dataclass(frozen=True)
class Shape:
    """How many trees are learnt, with how many leaves, at which rate, and from how many rows a leaf at least."""

    trees: int
    leaves: int
    rate: float = 0.12
    fewest: int = 50


def truths(gold: GoldPage, texts: Sequence[str], places: Sequence[int]) -> tuple[list[bool], list[float]]:
    """For the blocks at some places whether the gold holds them, and what that weighs."""
    if gold.body:
        shares, size = shares_in_body(texts, gold.body), len(gold.body)
        return [shares[i] > 0.5 for i in places], [sqrt(min(_MOST, len(texts[i]) / size) + _LEAST) for i in places]
    marks = marks_by_snippets(texts, gold.wanted, gold.unwanted)
    return [bool(marks[i]) for i in places], [0.0 if marks[i] is None else sqrt(_SNIPPET) for i in places]


def learn(known: Sequence[Example], shape: Shape) -> list[Any]:
    """The trees, as `review` reads them."""
    rows = numpy.concatenate([example.measures for example in known if len(example.places)])
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
        classifier.forest(kind, learn([example for example in known if example.fold != fold], shape))
        for fold in range(FOLDS)
    ]


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
    """Write measures and trees by kind to a file that ships."""
    parts = []
    for kind, (names, trees) in learnt.items():
        lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f'"{kind}": {{"measures": {json.dumps(list(names))},\n"trees": [\n{lines}\n]}}')
    file.write_text(f'{{"about": {json.dumps(ABOUT)},\n' + ",\n".join(parts) + "}\n", "utf-8")
