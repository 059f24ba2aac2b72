"""The worst pages by name, the open and the blind half, and pages of wrong gold. All of it is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import floors, gate, halves, metrics, report, run, tables, worst
from benchmarks.corpora import Corpus, CorpusError, Page
from benchmarks.errata import ERRATA, Erratum, note_without, read_errata, without, wrong_pages
from benchmarks.text import Harm, most_lost
from training.folds import FOLDS, fold_of, half_of

OPEN = [f"open{i}.example" for i in range(40) if half_of(f"open{i}.example") == "open"][:4]
BLIND = [f"blind{i}.example" for i in range(40) if half_of(f"blind{i}.example") == "blind"][:3]


def corpus(*hosts: str) -> Corpus:
    return Corpus("news", [Page(host, Path(), url=f"https://{host}/1", body="b") for host in hosts])


def scores(*values: tuple[str, float]) -> list[run.Score]:
    return [run.Score(host, host, metrics.Overlap(f1, f1, f1), metrics.Snippets()) for host, f1 in values]


def test_the_halves_are_about_equal_and_independent_of_the_folds() -> None:
    sites = [f"site{i}.example" for i in range(2000)]
    for fold in range(FOLDS):
        of_fold = [half_of(site) for site in sites if fold_of(site) == fold]
        assert 0.4 < of_fold.count("open") / len(of_fold) < 0.6
    assert worst.half_of_host(f"news.{OPEN[0]}") == "open"


def test_the_worst_pages_are_named_of_the_open_half_alone() -> None:
    line = worst.worst_pages(
        corpus(*OPEN, *BLIND),
        scores((OPEN[0], 0.9), (OPEN[1], 0.79), (OPEN[2], 0.49), (OPEN[3], 1.0), (BLIND[0], 0.1), (BLIND[1], 1.0)),
        named=2,
    )
    assert line == (
        "news: word F1, open half: 2 of 4 pages below 0.8, 1 below 0.5, lowest 0.490; "
        "blind half: 1 of 2 pages below 0.8, 1 below 0.5, lowest 0.100; "
        f"worst of the open half: {OPEN[2]} 0.490, {OPEN[1]} 0.790"
    )


def test_pages_without_bodies_are_ranked_by_snippets_and_without_gold_not_at_all() -> None:
    given = corpus(OPEN[0])
    held = run.Score(OPEN[0], OPEN[0], None, metrics.Snippets(wanted=2, found=1, leaked=0))
    line = worst.worst_pages(given, [held])
    assert line is not None and "snippet F1, open half: 1 of 1 pages below 0.8" in line and f"{OPEN[0]} 0.667" in line
    assert worst.worst_pages(given, [run.Score(OPEN[0], OPEN[0], None, metrics.Snippets())]) is None


def test_the_worst_bodies_are_named() -> None:
    line = worst.worst_bodies(corpus(*OPEN, *BLIND), {OPEN[0]: 0.0, OPEN[1]: 0.25, BLIND[0]: 0.5})
    assert line == (
        "news, bodies as text: open half: 1 of 2 bodies lose words, 0.250 at most; "
        f"blind half: 1 of 1 bodies lose words, 0.500 at most; worst of the open half: {OPEN[1]} 0.250"
    )
    assert worst.worst_bodies(corpus(), {}) is None
    assert most_lost([Harm("a", 0.1, False, False), Harm("b", 0.3, False, False)]) == 0.3 and most_lost([]) is None


def test_the_gate_counts_poor_pages_and_shows_figures_without_wrong_gold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = scores((OPEN[0], 0.79), (OPEN[1], 0.49), (OPEN[2], 0.8))
    assert gate.page_values(known)["below_eighty"] == 2 and gate.page_values(known)["below_half"] == 1
    assert floors.MEASURES["below_eighty"].falls(3, 2) and not floors.MEASURES["worst_body_lost"].falls(0.104, 0.1)
    monkeypatch.setattr(gate, "read_errata", lambda: [Erratum("news", OPEN[1], "w", "e")])
    shown: list[str] = []
    gate.show_without_errata(corpus(*OPEN), known, gate.page_values, shown.append)
    assert len(shown) == 1 and "without 1 pages" in shown[0]
    assert "below_eighty 1.0000, below_half 0.0000" in shown[0]
    gate.show_without_errata(Corpus("blog", ()), known, gate.page_values, shown.append)
    assert len(shown) == 1


def test_the_table_of_halves() -> None:
    given = corpus(*OPEN, *BLIND)
    by_tool = {
        "cleaner": scores(*((host, 0.9) for host in (*OPEN, *BLIND))),
        "trafilatura": scores(*((host, 0.8) for host in (*OPEN, *BLIND))),
    }
    errata = [Erratum("news", BLIND[0], "w", "e")]
    table = halves.halves_table([given], {"news": by_tool}, errata, tables.Settings(rounds=20))
    assert table is not None
    assert [row[:3] for row in table.rows] == [
        ("news: open", "4", "4"),
        ("news: blind", "3", "3"),
        ("news: blind, without wrong gold", "2", "2"),
    ]
    assert {row[3:] for row in table.rows} == {("0.9000", "0.8000", "+0.1000", "+0.1000 to +0.1000")}
    del by_tool["trafilatura"]
    assert halves.halves_table([given], {"news": by_tool}, errata, tables.Settings(rounds=20)) is None


def test_errata_are_read_and_checked(tmp_path: Path) -> None:
    file = tmp_path / "errata.jsonl"
    row = {"corpus": "news", "id": "a", "what": "the gold is a legal line", "evidence": "body of 70 characters"}
    file.write_text(json.dumps(row) + "\n\n", "utf-8")
    errata = read_errata(file)
    assert errata == [Erratum(**row)] and wrong_pages("news", errata) == {"a"} and not wrong_pages("blog", errata)
    known = scores(("a", 0.1), ("b", 0.9))
    assert [score.id for score in without(known, wrong_pages("news", errata))] == ["b"]
    assert note_without("news", {"cleaner": known}, errata) == [
        "Word F1 without the 1 pages whose gold is known to be wrong: cleaner 0.900."
    ]
    assert note_without("blog", {"cleaner": known}, errata) == []
    for broken in ("{", "[]", json.dumps(row | {"evidence": ""}), json.dumps(row | {"more": "x"})):
        file.write_text(f"{json.dumps(row)}\n{broken}\n", "utf-8")
        with pytest.raises(CorpusError, match="line 2"):
            read_errata(file)


def test_the_shipped_errata_quote_five_words_at_most() -> None:
    errata = read_errata(ERRATA)
    assert len({(erratum.corpus, erratum.id) for erratum in errata}) == len(errata) > 0
    for erratum in errata:
        assert len(erratum.evidence.partition("begins: ")[2].split()) <= 5


def test_names_of_pages_are_not_written_to_the_document() -> None:
    table = tables.Table("T", ("tool",), (("x",),), ("note",), ("page a 0.1",))
    assert "note" in report.markdown(table) and "page a" not in report.markdown(table)
