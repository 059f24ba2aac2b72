"""One loader for the model files that ship, each read when it is first needed."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.learned.trees import BoostedTrees

_FOLDER = Path(__file__).parent
# The file and the score (log-odds) beyond which the look at further trees ends. It halves the time of the classifier's
# trees; `python -m training` judges with the same end.
_TREES = {"html": ("classifier.json", 1.5), "dump": ("classifier.json", 1.5), "headline": ("headline.json", 4.0)}


@cache
def trees_of(name: str) -> BoostedTrees:
    """The boosted trees that ship: `html` and `dump` (the classifier's), `headline`."""
    file, _ = _TREES[name]
    return make_trees(name, _read_json(file)[name]["trees"])


def make_trees(name: str, trees: list[Any]) -> BoostedTrees:
    """Trees of a model, as they are looked at; for learning, too."""
    return BoostedTrees(trees, _TREES[name][1])


@cache
def weights_of(name: str) -> dict[str, Any]:
    """The weights of a logistic model that ships, by feature: `confidence` (by kind of document), `signers`."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def _read_json(file: str) -> dict[str, Any]:
    return dict(json.loads((_FOLDER / file).read_text("utf-8")))
