"""The trees of the review, learnt from the blocks that the rules leave in doubt on pages with gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt
from pathlib import Path
from typing import Any

import click
import lightgbm
import numpy

from benchmarks.corpora import Corpus
from benchmarks.corpora import Page as GoldPage
from benchmarks.metrics import NEAR_EXACT, Overlap, Snippets, best_overlap, snippets
from cleaner.errors import InputError
from cleaner.label import apply_rules, review, settle
from cleaner.label.measures import NAMES
from cleaner.model import Page, Recognised
from cleaner.options import Favour, Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from training.align import marks_by_snippets, shares_in_body, versions
from training.folds import FOLDS, fold_of, site_of

FILE = Path(__file__).parent.parent / "cleaner" / "label" / "review.json"
ABOUT = (
    "The review's boosted trees: see review.py. Learnt by `python -m training --corpora FOLDER --write`; do not edit by hand. "
    "Learnt from the WCXB benchmark (CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark), the parser tests of fundus "
    "(MIT, https://github.com/flairNLP/fundus) and the evaluation set of trafilatura (Apache-2.0, https://github.com/adbar/trafilatura). "
    "A node is [measure, threshold, where at most that, where more]; a leaf is what it adds to the score."
)
# What a block weighs: the root of its share of the page's text, at most _MOST, and a little for being a block; of _SNIPPET where a snippet speaks of it.
_MOST, _LEAST, _SNIPPET = 0.3, 0.002, 0.15
TREES, LEAVES, RATE = 80, 8, 0.12


@dataclass(frozen=True)
class Example:
    """A page as the rules leave it, its gold, and of each block that the review may change the measures, the truth and the weight (0 where unknown)."""

    corpus: str
    gold: GoldPage
    page: Page
    found: Recognised
    doubtful: list[tuple[int, list[float]]]
    truth: list[bool]
    weight: list[float]
    fold: int


def examples(corpora: Iterable[Corpus]) -> list[Example]:
    """The pages of articles that have a gold body or snippets."""
    cleaner = Cleaner(Options(site_rules=False))
    found = []
    for corpus in corpora:
        for gold in corpus.pages if corpus.articles else ():
            try:
                found.append(_example(cleaner, corpus.name, gold))
            except InputError as error:
                click.echo(f"{gold.id}: {error}", err=True)
    return found


def _example(cleaner: Cleaner, corpus: str, gold: GoldPage) -> Example:
    loaded = gold.load()
    page, found = cleaner.segmented(read(loaded.raw, cleaner.options), loaded.url)
    apply_rules(page, found, cleaner.registry, cleaner.options)
    texts = [block.text for block in page.blocks]
    places = {id(block): i for i, block in enumerate(page.blocks)}
    doubtful = [(places[id(block)], list(map(float, measures))) for block, measures in review.doubtful(page, found)]
    if gold.body:
        shares, size = shares_in_body(texts, gold.body), len(gold.body)
        truth = [shares[i] > 0.5 for i, _ in doubtful]
        weight = [sqrt(min(_MOST, len(texts[i]) / size) + _LEAST) for i, _ in doubtful]
    else:
        marks = marks_by_snippets(texts, gold.wanted, gold.unwanted)
        truth = [bool(marks[i]) for i, _ in doubtful]
        weight = [0.0 if marks[i] is None else sqrt(_SNIPPET) for i, _ in doubtful]
    return Example(corpus, gold, page, found, doubtful, truth, weight, fold_of(site_of(loaded.url, gold.id)))


def learn(known: Sequence[Example]) -> list[Any]:
    """The trees, as `review` reads them."""
    rows = numpy.array([row for example in known for _, row in example.doubtful])
    truth = numpy.array([mark for example in known for mark in example.truth])
    weight = numpy.array([weight for example in known for weight in example.weight])
    rows, truth, weight = rows[weight > 0], truth[weight > 0], weight[weight > 0]
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES, num_leaves=LEAVES, learning_rate=RATE, min_child_samples=50, colsample_bytree=0.5, subsample=0.7, subsample_freq=1,
        reg_lambda=5.0, n_jobs=1, verbose=-1, random_state=0, deterministic=True,
    )  # fmt: skip
    model.fit(rows, truth, sample_weight=weight * 300)
    return [_node(tree["tree_structure"]) for tree in model.booster_.dump_model()["tree_info"]]


def _node(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [node["split_feature"], float(f"{node['threshold']:.5g}"), _node(node["left_child"]), _node(node["right_child"])]


@dataclass
class Figures:
    """How a corpus came out."""

    overlaps: list[Overlap] = field(default_factory=list)
    snippets: Snippets = field(default_factory=Snippets)

    def cells(self) -> list[str]:
        """Word P, R and F1, near-exact, pages below 0.5 and snippet F1; a dash where the corpus has no gold for it."""
        pages = len(self.overlaps)
        cells = ["–"] * 5
        if pages:
            mean = [sum(getattr(overlap, name) for overlap in self.overlaps) / pages for name in ("precision", "recall", "f1")]
            exact = sum(overlap.f1 >= NEAR_EXACT for overlap in self.overlaps) / pages
            cells = [*(f"{value:.4f}" for value in mean), f"{exact:.3f}", str(sum(overlap.f1 < 0.5 for overlap in self.overlaps))]
        return [*cells, "–" if self.snippets.f1 is None else f"{self.snippets.f1:.4f}"]


def cross_learn(known: Sequence[Example]) -> list[list[Any]]:
    """The trees by fold, learnt from the pages of the other folds."""
    return [learn([example for example in known if example.fold != fold]) for fold in range(FOLDS)]


def judge(known: Sequence[Example], models: Sequence[list[Any] | None], favour: Favour) -> dict[str, Figures]:
    """The figures by corpus, each page reviewed by the model that has seen none of its host."""
    figures: dict[str, Figures] = {}
    for example in known:
        found = figures.setdefault(example.corpus, Figures())
        texts = reviewed(example, models[example.fold], favour)
        if example.gold.body:
            found.overlaps.append(best_overlap(texts, example.gold.golds))
        found.snippets += snippets(texts[0], example.gold.wanted, example.gold.unwanted)
    return figures


def reviewed(example: Example, trees: list[Any] | None, favour: Favour) -> list[str]:
    """The text of a page after the review (None: without it), without and with its deck; the page is left as it was."""
    blocks = [replace(block) for block in example.page.blocks]
    if trees is not None:
        for i, measures in example.doubtful:
            review.decide(blocks[i], review.estimate(trees, measures), favour)
    settle(replace(example.page, blocks=blocks), example.found)
    return versions(blocks)


def write(known: Sequence[Example]) -> None:
    """Write the trees learnt from all pages to the file that ships."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in learn(known))
    FILE.write_text(f'{{"about": {json.dumps(ABOUT)},\n"measures": {json.dumps(NAMES)},\n"trees": [\n{trees}\n]}}\n', "utf-8")
