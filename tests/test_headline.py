"""The headline of a dump, which nothing marks, and what is printed around it."""

from __future__ import annotations

import time

import pytest

import cleaner
from cleaner import Article, Role
from cleaner.learned import headline
from cleaner.learned.headline import FEATURES, rows
from cleaner.model import Page
from cleaner.segment.text import segment_text
from tests.test_cues import FOOT, HEAD, MENU, TEXT
from tests.test_review import PROSE

TITLE = HEAD[0]
DECK = "Storvik keeps what it has: the council votes for the keeper and for the light"


def dump(*head: str, below: str = "") -> str:
    """All that a page prints, with these lines between menu and article, and others below the first paragraph."""
    first, *rest = PROSE
    return "\n".join(
        [*MENU, "", "\n\n".join(head), "", "\n\n".join([first, *([below] if below else []), *rest]), "", *FOOT]
    )


def clean(*head: str, below: str = "") -> Article:
    return cleaner.clean(dump(*head, below=below), options=TEXT)


@pytest.mark.parametrize(
    "head",
    [
        (TITLE,),
        (TITLE, "12 March 2024"),
        ("Coast", TITLE, DECK, "By Ingrid Solheim"),
        ("Home > News > Coast", "COAST", TITLE, "Ingrid Solheim", "12 March 2024", "3 min read"),
        (TITLE, "Photo: Tom Roe", "A red lamp in a white tower at dusk"),
        ("Home", "News", TITLE, "Share", "Save", "12 March 2024"),
    ],
)
def test_the_headline_is_found_among_what_stands_above_the_prose(head: tuple[str, ...]) -> None:
    article = clean(*head)
    assert article.title == TITLE
    assert [line for line in article.text.split("\n\n") if line != DECK] == PROSE


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ((TITLE, "12 March 2024, 14:05"), "2024-03-12T14:05"),
        (("12 March 2024", TITLE), "2024-03-12"),
        ((TITLE, "Published 12 March 2024 • 3 minute read"), "2024-03-12"),
        ((TITLE, "Ingrid Solheim · The Storvik Post · Posted: Mar 12, 2024"), "2024-03-12"),
    ],
)
def test_the_day_is_the_one_that_is_printed_beside_the_headline(head: tuple[str, ...], published: str) -> None:
    assert clean(*head).published == published


def test_a_day_below_the_first_paragraph_counts_too() -> None:
    article = clean(TITLE, below="12.03.2024, 14:05")
    assert (article.published, article.text.split("\n\n")) == ("2024-03-12T14:05", PROSE)


def test_what_stands_around_the_headline_has_its_labels() -> None:
    labels = {block.text: block.role for block in clean("Coast", TITLE, DECK, "Ingrid Solheim", "12 March 2024").blocks}
    assert labels[TITLE] is Role.TITLE
    assert labels[DECK] is Role.SUBTITLE
    assert labels["Ingrid Solheim"] is Role.BYLINE
    assert labels["12 March 2024"] is Role.PUBLISHED
    assert labels["Coast"] is None


def test_rules_are_named_by_what_they_tell() -> None:
    rules = {block.text: block.rule for block in clean(TITLE, "Published 12 March 2024 • 3 minute read").blocks}
    assert (rules[TITLE], rules["Published 12 March 2024 • 3 minute read"]) == ("learnt:headline", "generic:date")
    blocks = cleaner.clean("\n\n".join([TITLE, "Ingrid Solheim", "12 March 2024", *PROSE]), options=TEXT).blocks
    assert [block.rule for block in blocks[:3]] == ["generic:title", "generic:byline", "generic:date"]


def test_a_page_without_menus_has_its_headline_where_a_date_stands_below() -> None:
    lines = ["The Storvik Post", TITLE, DECK, "12 March 2024", *PROSE]
    assert cleaner.clean("\n\n".join(lines), options=TEXT).title == TITLE


def test_clean_text_keeps_its_first_heading() -> None:
    text = "\n\n".join([TITLE, *PROSE])
    article = cleaner.clean(text, options=TEXT)
    assert (article.title, article.text) == (None, text)


def test_a_text_of_prose_alone_has_no_headline() -> None:
    assert headline.predict(segment_text("\n\n".join(PROSE), 100).blocks, 0) == (-1, headline.LIKELY)


def measured(text: str) -> dict[str, dict[str, float]]:
    """What is known of each line that may be the headline."""
    page: Page = segment_text(text, 1000)
    body = next(i for i, block in enumerate(page.blocks) if block.text == PROSE[0])
    return {page.blocks[i].text: dict(zip(FEATURES, row, strict=True)) for i, row in rows(page.blocks, body)}


def test_features_say_how_much_the_article_speaks_of_a_line() -> None:
    lines = measured(dump("Coast", TITLE, "12 March 2024"))
    assert "12 March 2024" not in lines
    assert lines[TITLE]["hits"] > lines["• Weather"]["hits"] == 0
    assert (lines[TITLE]["dated_below"], lines[TITLE]["above_prose"]) == (0, 2)
    assert max(lines.values(), key=lambda line: line["beside_best"])["beside_best"] == 0
    assert lines[TITLE]["repeated"] == lines[TITLE]["contained"] == 0


def test_features_see_copies_of_a_line() -> None:
    lines = measured(dump(f"Home > {TITLE}", TITLE, TITLE))
    assert (lines[TITLE]["repeated"], lines[TITLE]["contained"]) == (1, 1)


def test_scripts_without_spaces_are_compared_by_two_signs() -> None:
    text = (
        "港の灯台は来年も残る\n\n"
        + PROSE[0]
        + "\n\n"
        + "町議会は港の灯台を残すことを決めた。来年からは町が費用を出す。" * 3
    )
    assert (
        measured(text)["港の灯台は来年も残る"]["held"]
        > 0.3
        > measured(text.replace("灯台は来年も", "役所にもう一度"))["港の役所にもう一度残る"]["held"]
    )


def test_a_text_of_many_short_lines_is_looked_at_once() -> None:
    blocks = segment_text("\n".join(f"Harbour {i}" for i in range(100_000)) + "\n\n" + "\n\n".join(PROSE), 10**6).blocks
    begin = time.process_time()
    headline.predict(blocks, 100_000)
    assert time.process_time() - begin < 2.0
