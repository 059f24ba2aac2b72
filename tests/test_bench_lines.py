"""Lines by label: what a text lacks of the article, and what it holds of the rest."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpora import Page
from benchmarks.lines import Fields, Tally
from benchmarks.peers import Output

FIRST = "The first boat came in at noon on Monday."
SECOND = "The keeper wrote its name into the book."
PROMPT = "Sign up for the letter of the harbour!"
PAGE = Page(
    "page",
    Path("page.html"),
    lines=(
        ("A", FIRST), ("A", SECOND), ("A", "Short."), ("N", PROMPT), ("R", FIRST), ("T", "The boat that came late"),
        ("C", "The boat, off the old pier at noon."), ("M", "It was late, as all of its kind are."),
    ),
)  # fmt: skip


def test_lost_and_kept_lines_are_counted_by_label() -> None:
    counted = Tally()
    counted.add(PAGE, Output(f"{FIRST}\n\nSIGN UP for the letter of the harbour"))
    assert (counted.lost, counted.kept) == (0.5, 1 / 3)
    assert counted.inside == {"A": 1, "N": 1, "C": 0, "M": 0}


def test_short_lines_titles_and_what_the_article_says_too_do_not_count() -> None:
    counted = Tally()
    counted.add(PAGE, Output(""))
    assert counted.every == {"A": 2, "N": 1, "C": 1, "M": 1}


def test_captions_and_comments_are_found_in_fields_alone() -> None:
    counted = Tally()
    counted.add(PAGE, Fields("", captions=("The boat, off the old pier at noon. (Photo: R. Venn)",), comments=()))
    assert (counted.found_of("C"), counted.found_of("M"), counted.found_of("S")) == (1.0, 0.0, None)
