"""Boxes of other headlines inside bare text go, up to where prose resumes."""

from __future__ import annotations

import pytest

import cleaner
from tests.pages import FERRY

HEADLINES = ["Fishermen win a new market hall", "Storm closes the northern road for days"]


@pytest.mark.parametrize(
    "label",
    [
        "Read more:",
        "RELATED COVERAGE",
        "TRENDING STORIES",
        "You might also like",
        "Most read",
        "In other news",
        "More on this story",
    ],
)
@pytest.mark.parametrize("form", ["{}", "- {}", "• {}"])
def test_the_headlines_below_a_label_go(label: str, form: str) -> None:
    box = "\n\n".join([label, *map(form.format, HEADLINES)])
    assert cleaner.clean("\n\n".join([FERRY[0], box, *FERRY[1:]])).text == "\n\n".join(FERRY)


@pytest.mark.parametrize(
    "part",
    [
        "Read more books this year\n\n- Novels of the sea and its ferries\n\n- Poems about the quay at night",
        "Read more:\n\nThe quay is old.\n\nIt was shut in May.",
        "What to pack\n\nA warm coat for the crossing\n\nA book for the way home",
    ],
)
def test_what_the_article_lists_stays(part: str) -> None:
    kept = part.removeprefix("Read more:\n\n")
    assert kept in cleaner.clean("\n\n".join([FERRY[0], part, *FERRY[1:]])).text


def test_a_sub_heading_behind_a_box_stays() -> None:
    text = f"{FERRY[0]}\n\nRead more:\n\n{HEADLINES[0]}\n\n{HEADLINES[1]}\n\nA new quay for all\n{FERRY[1]}"
    assert "A new quay for all" in cleaner.clean(text).text
