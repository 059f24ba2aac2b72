"""The gate: figures below their floors fail, and floors move only when asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks import (
    gate,
    peers,
)
from benchmarks.corpora import read_corpora
from benchmarks.floors import FLOORS as SHIPPED_FLOORS
from benchmarks.floors import MEASURES, Values
from tests.corpora import BODY, harbour_page, write_corpus
from tests.tools import tool


@pytest.fixture
def pinned(tmp_path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs the gate on made figures beside made floors; returns the result and the floors after it."""

    def call(figures: Values, floors: Values, *words: str) -> tuple[Any, Values]:
        path = tmp_path / "floors.json"
        path.write_text(json.dumps(floors), "utf8")
        monkeypatch.setattr(gate, "measured", lambda *_: figures)
        result = CliRunner().invoke(gate.main, ["--corpora", str(corpora), "--floors", str(path), *words])
        return result, json.loads(path.read_text("utf8"))

    return call


FLOORS: Values = {"news": {"pages": 4, "word_f1": 0.95, "below_half": 2, "cpu": 5.0}, "overall": {"auc": 0.93}}


def moved(**values: float) -> Values:
    return {"news": {**FLOORS["news"], **values}, "overall": dict(FLOORS["overall"])}


def test_the_gate_holds(pinned: Callable[..., Any]) -> None:
    result, after = pinned(moved(word_f1=0.9498, cpu=6.0), FLOORS)
    assert result.exit_code == 0, result.output
    assert after == FLOORS


@pytest.mark.parametrize("fall", [{"word_f1": 0.94}, {"below_half": 3}, {"cpu": 7.0}])
def test_the_gate_fails_on_a_fall(pinned: Callable[..., Any], fall: dict[str, float]) -> None:
    for words in ([], ["--raise"]):
        result, after = pinned(moved(**fall), FLOORS, *words)
        assert result.exit_code == 1
        assert f"news {next(iter(fall))}" in result.output
        assert after == FLOORS


def test_a_floor_is_lowered_by_a_flag_alone_and_a_better_figure_is_left_alone(pinned: Callable[..., Any]) -> None:
    result, after = pinned(moved(word_f1=0.94, below_half=1), FLOORS, "--lower")
    assert result.exit_code == 0, result.output
    assert after["news"] == {**FLOORS["news"], "word_f1": 0.94}


def test_a_floor_is_raised_by_a_flag_and_new_figures_get_one(pinned: Callable[..., Any]) -> None:
    figures = moved(word_f1=0.97, near_exact=0.5)
    result, after = pinned(figures, FLOORS)
    assert result.exit_code == 0 and "--raise keeps them" in result.output and after == FLOORS
    result, after = pinned(figures, FLOORS, "--raise")
    assert result.exit_code == 0
    assert after["news"] == {**FLOORS["news"], "word_f1": 0.97, "near_exact": 0.5}


def test_a_missing_figure_and_another_corpus_fail(pinned: Callable[..., Any]) -> None:
    result, _ = pinned({"news": FLOORS["news"]}, FLOORS, "--lower")
    assert result.exit_code == 1 and "overall auc" in result.output
    result, _ = pinned(moved(pages=5), FLOORS)
    assert result.exit_code == 1 and "not the corpus its floors were set on" in result.output
    result, after = pinned(moved(pages=5), FLOORS, "--lower")
    assert result.exit_code == 0 and after["news"]["pages"] == 5


def test_without_the_clock_its_floors_are_left_alone(pinned: Callable[..., Any]) -> None:
    figures = moved()
    del figures["news"]["cpu"]
    result, after = pinned(figures, FLOORS, "--timed", "0")
    assert result.exit_code == 0 and after == FLOORS


@pytest.mark.slow
def test_the_gate_measures_the_cleaner(corpora: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    words = ["--corpora", str(corpora), "--floors", str(path), "--timed", "1", "--repeats", "1"]
    assert CliRunner().invoke(gate.main, [*words, "--raise"]).exit_code == 0
    floors = json.loads(path.read_text("utf8"))
    assert floors["news"]["word_f1"] == 1.0 and floors["news"]["pages"] == 4
    assert set(floors["shop"]) == {"pages", "errors"}
    assert (floors["news"]["body_words_lost"], floors["news"]["bodies_untouched"]) == (0.0, 1.0)
    assert "auc" in floors["overall"]
    floors["news"]["cpu"] = floors["snippets"]["cpu"] = 10_000.0
    path.write_text(json.dumps(floors), "utf8")
    assert CliRunner().invoke(gate.main, words).exit_code == 0
    floors["news"]["snippet_f1"] = 1.5
    path.write_text(json.dumps(floors), "utf8")
    assert CliRunner().invoke(gate.main, words).exit_code == 1


def test_the_gate_measures_the_metadata_that_the_gold_has(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "url": "https://a.example/", "title": "The harbour opens"},
        {"id": "b", "url": "https://b.example/", "title": "The harbour closes"},
    ]
    write_corpus(tmp_path / "news", *rows, page=harbour_page())
    (corpus,) = read_corpora(tmp_path)
    assert gate.metadata_values(corpus) == {"meta_title": 0.5, "meta_authors": None, "meta_date": None}


def test_the_gate_measures_dumps_where_they_can_be_made(corpora: Path) -> None:
    parts = {c.name: c for c in read_corpora(corpora)}
    makers, _ = peers.load([tool("dump", lambda: lambda page: peers.Output(BODY))])
    values = {"dump_word_f1": 1.0, "dump_snippet_f1": 1.0, "dump_title": None, "dump_authors": None, "dump_date": None}
    assert gate.text_values(parts["news"], makers) == values | {
        "body_words_lost": 0.0,
        "worst_body_lost": 0.0,
        "bodies_untouched": 1.0,
    }
    assert gate.text_values(parts["snippets"], []) == dict.fromkeys(
        ["body_words_lost", "worst_body_lost", "bodies_untouched"]
    )


def test_the_shipped_floors_name_known_measures() -> None:
    floors = json.loads(SHIPPED_FLOORS.read_text("utf8"))
    assert floors
    for values in floors.values():
        assert set(values) <= {"pages", *MEASURES}
