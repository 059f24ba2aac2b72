"""The command that tells what other choices of the body would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import oracle
from benchmarks.corpora import read_corpora


@pytest.mark.slow
def test_it_prints_each_reading_of_each_corpus(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oracle.main(["--corpora", str(corpora), "--processes", "1"])
    printed = capsys.readouterr().out
    assert "news: " in printed
    assert all(name in printed for name in ("today", *oracle.READINGS, "the best"))


def test_the_best_reading_is_no_worse_than_any(corpora: Path) -> None:
    pages = [page for corpus in read_corpora(corpora) for page in corpus.pages if page.golds]
    found = [oracle.scores(page) for page in pages]
    assert found
    assert all(row["the best"] == max(row.values()) for row in found)
