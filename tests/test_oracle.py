"""The command that tells what other choices of the body would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import oracle
from benchmarks.corpora import Page, read_corpora
from benchmarks.metrics import best_overlap
from cleaner import Cleaner, Options
from tests.pages import paragraphs

NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@pytest.mark.slow
def test_it_prints_each_reading_of_each_corpus(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oracle.main(["--corpora", str(corpora), "--processes", "1"])
    printed = capsys.readouterr().out
    assert "news: " in printed
    assert all(name in printed for name in ("today", *oracle.READINGS, "the best"))


def test_todays_reading_is_what_the_cleaner_gives(corpora: Path) -> None:
    shared = Cleaner(Options(site_rules=False))
    for corpus in read_corpora(corpora):
        for page in corpus.pages:
            if page.golds:
                text = shared.clean(page.load().raw, url=page.url).text
                assert oracle.scores(page)["today"] == best_overlap((text,), page.golds).f1


def test_readings_take_other_parts_of_the_page(tmp_path: Path) -> None:
    story = [f"The {nth} boat came in at noon, and the keeper wrote its name into the book." for nth in NUMBERS]
    aside = "<p>Boats are for hire at the quay on each day of the week but for Sundays, and so are nets.</p>" * 2
    file = tmp_path / "page.html"
    file.write_text(f"<main><div>{paragraphs(*story)}</div>{'<p>Boats</p>' * 150}<div>{aside}</div></main>")
    found = oracle.scores(Page("page", file, body=" ".join(story)))
    assert found["whole page"] < found["today"] == found["the best"]
