"""The model files that ship: each was learnt on the features that its module computes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import cleaner.learned
from cleaner.labels import Layer, Role
from cleaner.learned import confidence, headline, html_features, text_features, text_title
from cleaner.metadata.authors import text_byline
from cleaner.segment.text import segment_text

FOLDER = Path(cleaner.learned.__file__).parent
# The models that ship as trees, by file and table, and the features of their modules.
TREES = {
    ("classifier.json", "html"): html_features.FEATURES,
    ("classifier.json", "dump"): text_features.FEATURES,
    ("headline.json", "headline"): headline.FEATURES,
    ("headline.json", "title"): text_title.FEATURES,
}


def loaded(file: str) -> dict[str, Any]:
    text = (FOLDER / file).read_text("utf-8")
    return json.loads(text) if file.endswith(".json") else tomllib.loads(text)


def features_asked(node: Any) -> set[int]:
    """The indices of the features that a tree asks for."""
    if not isinstance(node, list):
        return set()
    return {node[0]} | features_asked(node[2]) | features_asked(node[3])


def test_every_model_file_is_checked_here() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix in (".json", ".toml")}
    assert files == {file for file, _ in TREES} | {"confidence.toml", "signers.toml"}
    for name in {file for file, _ in TREES}:
        assert {(name, table) for table in loaded(name) if table != "about"} == {key for key in TREES if key[0] == name}


@pytest.mark.parametrize(("file", "table"), TREES)
def test_trees_were_learnt_on_the_features_of_their_module(file: str, table: str) -> None:
    model, features = loaded(file)[table], TREES[file, table]
    assert model["measures"] == list(features)
    assert len(set(features)) == len(features)
    assert set().union(*map(features_asked, model["trees"])) <= set(range(len(features)))


@pytest.mark.parametrize("form", ["html", "text"])
def test_confidence_has_a_weight_for_each_of_its_features(form: str) -> None:
    tables = loaded("confidence.toml")
    assert set(tables) == set(confidence.FEATURES)
    assert list(tables[form]) == ["bias", *confidence.FEATURES[form]]


def test_signers_have_a_weight_for_each_of_their_features() -> None:
    blocks = segment_text("The quay is shut\nBy Jane Doe", 100).blocks
    blocks[0].keep(Role.TITLE, "generic:title", Layer.GENERIC)
    (line,) = text_byline.lines(blocks)
    assert tuple(line.features) == text_byline.FEATURES
    assert list(loaded("signers.toml")["weights"]) == ["bias", *text_byline.FEATURES]
