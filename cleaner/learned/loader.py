"""Load the model files that ship, each when it is first needed."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.learned.trees import BoostedTrees

_FOLDER = Path(__file__).parent
# File, and the score (log-odds) that ends the evaluation of further trees: this halves the classifier's time. By hand;
# `python -m training` judges the trees with the same numbers.
_TREES = {
    "html": ("classifier.json", 1.5), "dump": ("classifier.json", 1.5), "headline": ("headline.json", 4.0),
    "title": ("headline.json", 6.0),
}  # fmt: skip


@cache
def trees_of(name: str) -> BoostedTrees:
    """The boosted trees that ship: `html` and `dump` (the classifier's), `headline`, `title`."""
    file, _ = _TREES[name]
    return make_trees(name, _read_json(file)[name]["trees"])


def make_trees(name: str, trees: list[Any]) -> BoostedTrees:
    """Boosted trees from the lists of a model file, or newly learnt ones, for the model `name`."""
    return BoostedTrees(trees, _TREES[name][1])


@cache
def weights_of(name: str) -> dict[str, Any]:
    """The weights of a logistic model that ships: `confidence` and `signers`, each a table of weights by feature."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def _read_json(file: str) -> dict[str, Any]:
    return dict(json.loads((_FOLDER / file).read_text("utf-8")))
