"""Tables, the picture and the command of the benchmark from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import (
    report,
    suites,
    tables,
)
from benchmarks.__main__ import main
from benchmarks.corpora import Corpus, read_corpora
from tests.corpora import SENTENCES


def test_a_table_in_markdown() -> None:
    assert (
        report.markdown(tables.Table("T", ("tool", "a|b"), (("x", "1|2"),), ("note",)))
        == "## T\n\n| tool | a\\|b |\n|---|--:|\n| x | 1\\|2 |\n\n- note\n"
    )


def test_labels_of_the_picture_keep_their_distance() -> None:
    heights = report._heights([(10, 0.9), (10, 0.5), (20, 0.901), (12, 0.902), (400, 0.9)], 0.02)
    assert heights == pytest.approx([0.9, 0.5, 0.92, 0.94, 0.9])


@pytest.mark.slow
def test_the_command_from_end_to_end(corpora: Path, tmp_path: Path) -> None:
    written = tmp_path / "docs" / "benchmarks.md"
    words = [
        "--peers",
        "none",
        "--timed",
        "1",
        "--repeats",
        "2",
        "--grow-to",
        "10",
        "--favour",
        "--errors",
        "1",
        "--table",
        "html",
        "--write",
        str(written),
    ]
    result = CliRunner().invoke(main, words, env={"CLEANER_CORPORA": str(corpora)}, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    text = written.read_text("utf8")
    for part in (
        "## news: 4 pages of 2 hosts",
        "## snippets: 1 pages of 1 hosts",
        "| cleaner, precision |",
        "| bare parse |",
        "## Confidence",
        "## Growth",
    ):
        assert part in text
    assert "## shop" not in text
    assert "Worst pages of news" in result.output and "a0 (site0.example)" in result.output
    for secret in (SENTENCES[0], "site0.example", "a0"):
        assert secret not in text
    row = next(line for line in text.splitlines() if line.startswith("| cleaner |"))
    assert row.split(" | ")[3] == "1.000"


def test_the_command_without_costs_writes_nothing_unasked(corpora: Path) -> None:
    result = CliRunner().invoke(
        main, ["--corpora", str(corpora), "--peers", "none", "--no-costs", "--pages", "1", "--only", "news"]
    )
    assert result.exit_code == 0, result.output
    assert "news: 1 pages" in result.output and "Harm" in result.output
    assert "written" not in result.output and "Growth" not in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--peers", "nobody"], "no peer is called"),
        (["--only", "nothing"], "no corpus is called 'nothing': use news, shop, snippets"),
    ],
)
def test_the_command_says_what_is_wrong(corpora: Path, words: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["--corpora", str(corpora), *words])
    assert result.exit_code == 1 and message in result.output


def test_the_command_needs_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLEANER_CORPORA", raising=False)
    assert CliRunner().invoke(main, []).exit_code == 2
    result = CliRunner().invoke(main, ["--corpora", str(tmp_path)])
    assert result.exit_code == 1 and "holds no corpus" in result.output


def test_a_corpus_with_an_other_pages_part_alone_is_measured_for_confidence(corpora: Path) -> None:
    parts: list[Corpus] = read_corpora(corpora)
    result = suites.html_suite(
        parts, tables.Settings(peers=("none",), costs=False, rounds=10), lambda name, steps: lambda: None
    )
    assert [t.title.split(":")[0] for t in result.tables] == ["news", "snippets", "Confidence"]
    assert list(result.scores) == ["news", "shop", "snippets"]
