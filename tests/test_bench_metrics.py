"""The measures of the benchmark, on small examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import (
    metrics,
    peers,
    run,
)
from benchmarks.corpora import Page


def test_words_are_lower_case_without_underscores_and_marks() -> None:
    assert metrics.tokens("The the, O'Neill's snake_case 3.5 Über") == {
        "the": 2,
        "o": 1,
        "neill": 1,
        "s": 1,
        "snake": 1,
        "case": 1,
        "3": 1,
        "5": 1,
        "über": 1,
    }
    assert metrics.tokens(None) == {}


def test_each_cjk_character_kana_and_hangul_syllable_is_a_word() -> None:
    assert list(metrics.tokens("港が開く 항구 port")) == ["港", "が", "開", "く", "항", "구", "port"]


def test_overlap_counts_repeats() -> None:
    overlap = metrics.overlap(metrics.tokens("a a b c"), metrics.tokens("a b b"))
    assert (overlap.precision, overlap.recall, overlap.f1) == (2 / 4, 2 / 3, 4 / 7)


def test_overlap_of_nothing() -> None:
    assert metrics.overlap(metrics.tokens(""), metrics.tokens("")).f1 == 1.0
    assert metrics.overlap(metrics.tokens(""), metrics.tokens("a")) == metrics.Overlap(0.0, 0.0, 0.0)
    assert metrics.overlap(metrics.tokens("a"), metrics.tokens("")).f1 == 0.0


@pytest.mark.parametrize(
    ("output", "page"),
    [
        (peers.Output("the body"), Page("x", Path(), body="the body", deck="a deck")),
        (peers.Output("a deck the body"), Page("x", Path(), body="the body", deck="a deck")),
        (peers.Output("the body", deck="a deck"), Page("x", Path(), body="a deck the body")),
        (peers.Output("the body", deck="another deck"), Page("x", Path(), body="the body")),
    ],
)
def test_a_deck_in_or_out_is_no_error(output: peers.Output, page: Page) -> None:
    words = run.score(page, output).words
    assert words is not None and words.f1 == 1.0


def test_snippets_over_a_corpus() -> None:
    one = metrics.snippets("The  Quick\nfox", ["the quick fox", "dog"], ["quick", "cat"])
    assert one == metrics.Snippets(wanted=2, found=1, leaked=1)
    total = one + metrics.Snippets(wanted=2, found=2, leaked=0)
    precision, recall = 3 / 4, 3 / 4
    assert total.f1 == pytest.approx(2 * precision * recall / (precision + recall))
    assert metrics.Snippets().f1 is None
    assert metrics.Snippets(wanted=3).f1 == 0.0


def test_auc() -> None:
    assert metrics.auc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert metrics.auc([0.1], [0.9]) == 0.0
    assert metrics.auc([0.5, 0.5], [0.5]) == 0.5
    assert metrics.auc([0.9, 0.4], [0.4, 0.1]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert metrics.auc([], [0.1]) is None


def test_calibration_error() -> None:
    assert metrics.calibration_error([1.0, 1.0, 0.0], [True, True, False]) == 0.0
    assert metrics.calibration_error([0.95, 0.95, 0.15, 0.15], [True, False, False, False]) == pytest.approx(
        (2 * 0.45 + 2 * 0.15) / 4
    )
    assert metrics.calibration_error([], []) is None
    with pytest.raises(ValueError, match="as many"):
        metrics.calibration_error([0.5], [])


def test_bootstrap_is_the_same_for_the_same_seed_and_resamples_hosts() -> None:
    hosts = [f"h{i % 7}" for i in range(70)]
    sums = metrics.by_host(hosts, [(float(i % 7) / 7, 1.0) for i in range(70)])
    assert sums["h2"] == pytest.approx([20 / 7, 10.0])

    def share(s: Any) -> float:
        return float(s[0] / s[1])

    first = metrics.bootstrap(sums, share, rounds=300, seed=4)
    assert first == metrics.bootstrap(dict(reversed(sums.items())), share, rounds=300, seed=4)
    assert first != metrics.bootstrap(sums, share, rounds=300, seed=5)
    low, high = first
    assert low < 3 / 7 < high
    assert metrics.bootstrap(metrics.by_host(["one"] * 70, [(0.5, 1.0)] * 70), share, rounds=50) == (0.5, 0.5)
    with pytest.raises(ValueError, match="nothing"):
        metrics.bootstrap({}, share)


def scores_of(*values: float, wanted: int = 0) -> list[run.Score]:
    return [
        run.Score(
            str(i),
            f"h{i}",
            metrics.Overlap(v, v, v),
            metrics.Snippets(wanted, round(wanted * v), 0),
            confidence=v,
            error="E" if v == 0 else None,
        )
        for i, v in enumerate(values)
    ]


def test_figures_of_a_row() -> None:
    row = run.figures([*scores_of(1.0, 0.99, 0.4, 0.0, wanted=2), run.Score("x", "y", None, metrics.Snippets(2, 0, 1))])
    assert row.pages == 5
    assert row.f1 == pytest.approx((1.0 + 0.99 + 0.4) / 4)
    assert (row.near_exact, row.below_half, row.errors) == (0.5, 2, 1)
    assert row.snippet_f1 == pytest.approx(2 * 5 / (5 + 1 + 10))
    empty = run.figures([run.Score("x", "y", None, metrics.Snippets())])
    assert (empty.f1, empty.snippet_f1, empty.below_half) == (None, None, None)


def test_the_best_peer_is_chosen_by_measure_and_the_gap_has_an_interval() -> None:
    scores = {
        "cleaner": scores_of(*[1.0] * 9, 0.9),
        "even": scores_of(*[0.98] * 10),
        "patchy": scores_of(*[1.0] * 5, *[0.5] * 5),
    }
    by = {d.measure: d for d in run.differences(scores, "cleaner", ["even", "patchy", "absent"], rounds=200)}
    assert (by["word F1"].peer, by["near-exact"].peer) == ("even", "patchy")
    assert "snippet F1" not in by
    word = by["word F1"]
    assert word.ours - word.theirs == pytest.approx(0.01)
    assert word.low <= 0.01 <= word.high
    assert run.differences(scores, "cleaner", []) == []


def test_confidence_by_corpus() -> None:
    worth = run.confidence({"news": scores_of(1.0, 1.0), "shop": scores_of(0.0)}, {"news": True, "shop": False})
    assert (worth.auc, worth.error, worth.error_all) == (1.0, 0.0, 0.0)


def test_the_worst_pages_name_the_best_peer() -> None:
    scores = {
        "cleaner": scores_of(0.9, 0.2),
        "cleaner, site rules": scores_of(1.0, 1.0),
        "a": scores_of(0.1, 0.7),
        "b": scores_of(0.2, 0.8),
    }
    ((score, peer, theirs),) = run.worst(scores, "cleaner", 1)
    assert (score.id, peer, theirs) == ("1", "b", 0.8)
