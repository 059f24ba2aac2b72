"""The benchmark of metadata: titles, authors and dates of pages and of dumps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import (
    meta,
    text_meta,
)
from benchmarks.__main__ import main
from benchmarks.corpora import Corpus, Loaded, Page, read_corpora
from tests.corpora import BODY, harbour_page, write_corpus
from tests.tools import quiet_progress
from training.sources import main as count_sources


def test_titles_are_the_same_but_for_case_punctuation_and_an_end() -> None:
    assert meta.same_title("The Harbour: opens!", "the harbour opens")
    assert meta.same_title("The harbour opens again - The Post", "The harbour opens again")
    assert not meta.same_title("The harbour", "The harbour opens")
    assert not meta.same_title("", "The harbour opens again")


@pytest.mark.parametrize(
    ("said", "gold", "f1"),
    [
        (["Jane Doe"], ["jane doe"], 1.0),
        (["Jane Doe", "John Roe"], ["Jane Doe and John Roe"], 1.0),
        (["Jane Doe"], ["Jane Doe, Ph.D."], 1.0),
        (["Jane Doe, Ph.D."], ["Jane Doe, Ph.D."], 1.0),
        (["Jane Doe"], ["Jane Doe", "John Roe"], 2 / 3),
        (["Max Poe"], ["Jane Doe"], 0.0),
        ([], ["Jane Doe"], 0.0),
    ],
)
def test_authors_are_compared_as_sets(said: list[str], gold: list[str], f1: float) -> None:
    assert meta.authors_f1(said, gold) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("said", "gold", "marks"),
    [
        ("2024-03-04T10:00+00:00", "2024-03-04 10:00:31+00:00", (1.0, 1.0, 1.0)),
        ("2024-03-04T12:00+02:00", "2024-03-04 10:00:00+00:00", (1.0, 1.0, 0.0)),
        ("2024-03-04T11:00+00:00", "2024-03-04 10:00:00+00:00", (1.0, 0.0, 0.0)),
        ("2024-03-04", "2024-03-04 10:00:00", (1.0, 0.0, None)),
        ("2024-03-04T10:00+01:00", "2024-03-04 10:00:00", (1.0, 1.0, None)),
        ("2024-03-04", "2024-03-04 00:00:00", (1.0, None, None)),
        ("2024-03-04", "2024-03-04", (1.0, None, None)),
        ("2024-03-04", "2024-03", (1.0, None, None)),
        (None, "2024-03-04", (0.0, None, None)),
        ("2024-03-04", None, (None, None, None)),
    ],
)
def test_dates_by_day_moment_and_offset(said: str | None, gold: str | None, marks: tuple[float | None, ...]) -> None:
    score = meta.mark(meta.Said("", date=said), Page("a", Path(), date=gold))
    assert (score.date, score.time, score.offset) == marks


def test_the_metadata_suite_lists_what_is_wrong_on_the_terminal_alone(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write_corpus(
        folder,
        {"id": "a", "url": "https://a.example/", "title": "The harbour closes", "authors": ["Jane Doe"]},
        page=harbour_page(),
    )
    out = CliRunner().invoke(
        main,
        [
            "--corpora",
            str(folder),
            "--table",
            "metadata",
            "--peers",
            "none",
            "--errors",
            "5",
            "--timed",
            "1",
            "--repeats",
            "1",
        ],
    )
    assert out.exit_code == 0, out.output
    assert "Pages whose gold has the field: title 1, authors 1, date 0" in out.output
    assert "Metadata take" in out.output
    assert "a title 0.00: The harbour opens | gold: The harbour closes | from generic:title" in out.output


def test_sources_are_counted_where_they_differ(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write_corpus(
        folder,
        {"id": "a", "url": "https://a.example/", "title": "The harbour opens"},
        page=harbour_page(extra="<meta property=og:title content='Another title'>"),
    )
    out = CliRunner().invoke(count_sources, ["--corpora", str(folder), "--fewest", "1"])
    assert out.exit_code == 0, out.output
    assert re.search(r"generic:title\s+1\s+1\.000\s+1\s+1\.000", out.output)
    assert re.search(r"meta:og:title\s+1\s+0\.000\s+1\s+0\.000", out.output)


GOLD = Page(
    "a", Path("a.html"), title="The harbour opens", authors=("Jane Doe", "John Roe"), date="2024-05-03T10:00:00"
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("THE HARBOUR OPENS\nBy John Roe and Jane Doe\n3 May 2024", ("The harbour opens", GOLD.authors, "2024-05-03")),
        ("By Jane Doe\n4 May 2024", (None, (), None)),
        ("", (None, (), None)),
    ],
)
def test_of_the_gold_that_counts_which_a_dump_prints(text: str, printed: tuple[object, ...]) -> None:
    held = text_meta.printed(GOLD, text)
    assert (held.title, held.authors, held.date) == printed


def test_metadata_of_dumps_are_marked(tmp_path: Path) -> None:
    rows = [
        {"id": id, "url": f"https://{id}.example/", "title": "The harbour opens", "date": "2024-05-03"}
        for id in ("a", "b")
    ]
    write_corpus(tmp_path / "news", *rows, page=harbour_page())
    (corpus,) = read_corpora(tmp_path)
    dump = f"The harbour opens\n\n3 May 2024\n\n{BODY}"
    texts = {"a": dump, "b": ""}
    table = text_meta.dumps_table([corpus], lambda page: Loaded(b"", texts[page.id], None), quiet_progress)
    assert table is not None and table.rows == (("news", "1", "1.000", "0", "–", "1", "1.000"),)
    assert text_meta.dumps_table([Corpus("none", ())], lambda page: Loaded(b"", dump, None), quiet_progress) is None
