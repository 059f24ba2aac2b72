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
from tests.pages import LIGHTHOUSE, LIGHTHOUSE_DECK, LIGHTHOUSE_TITLE, TEXT, lighthouse_dump


def clean_lighthouse(*head: str, below: str = "") -> Article:
    return cleaner.clean(lighthouse_dump(*head, below=below), options=TEXT)


@pytest.mark.parametrize(
    "head",
    [
        (LIGHTHOUSE_TITLE,),
        (LIGHTHOUSE_TITLE, "12 March 2024"),
        ("Coast", LIGHTHOUSE_TITLE, LIGHTHOUSE_DECK, "By Ingrid Solheim"),
        ("Home > News > Coast", "COAST", LIGHTHOUSE_TITLE, "Ingrid Solheim", "12 March 2024", "3 min read"),
        (LIGHTHOUSE_TITLE, "Photo: Tom Roe", "A red lamp in a white tower at dusk"),
        ("Home", "News", LIGHTHOUSE_TITLE, "Share", "Save", "12 March 2024"),
    ],
)
def test_the_headline_is_found_among_what_stands_above_the_prose(head: tuple[str, ...]) -> None:
    article = clean_lighthouse(*head)
    assert article.title == LIGHTHOUSE_TITLE
    assert [line for line in article.text.split("\n\n") if line != LIGHTHOUSE_DECK] == LIGHTHOUSE


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ((LIGHTHOUSE_TITLE, "12 March 2024, 14:05"), "2024-03-12T14:05"),
        (("12 March 2024", LIGHTHOUSE_TITLE), "2024-03-12"),
        ((LIGHTHOUSE_TITLE, "Published 12 March 2024 • 3 minute read"), "2024-03-12"),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim · The Storvik Post · Posted: Mar 12, 2024"), "2024-03-12"),
    ],
)
def test_the_day_is_the_one_that_is_printed_beside_the_headline(head: tuple[str, ...], published: str) -> None:
    assert clean_lighthouse(*head).published == published


def test_a_day_below_the_first_paragraph_counts_too() -> None:
    article = clean_lighthouse(LIGHTHOUSE_TITLE, below="12.03.2024, 14:05")
    assert (article.published, article.text.split("\n\n")) == ("2024-03-12T14:05", LIGHTHOUSE)


def test_what_stands_around_the_headline_has_its_labels() -> None:
    labels = {
        block.text: block.role
        for block in clean_lighthouse(
            "Coast", LIGHTHOUSE_TITLE, LIGHTHOUSE_DECK, "Ingrid Solheim", "12 March 2024"
        ).blocks
    }
    assert labels[LIGHTHOUSE_TITLE] is Role.TITLE
    assert labels[LIGHTHOUSE_DECK] is Role.SUBTITLE
    assert labels["Ingrid Solheim"] is Role.BYLINE
    assert labels["12 March 2024"] is Role.PUBLISHED
    assert labels["Coast"] is None


def test_rules_are_named_by_what_they_tell() -> None:
    rules = {
        block.text: block.rule
        for block in clean_lighthouse(LIGHTHOUSE_TITLE, "Published 12 March 2024 • 3 minute read").blocks
    }
    assert (rules[LIGHTHOUSE_TITLE], rules["Published 12 March 2024 • 3 minute read"]) == (
        "learnt:headline",
        "generic:date",
    )
    blocks = cleaner.clean(
        "\n\n".join([LIGHTHOUSE_TITLE, "Ingrid Solheim", "12 March 2024", *LIGHTHOUSE]), options=TEXT
    ).blocks
    assert [block.rule for block in blocks[:3]] == ["generic:title", "generic:byline", "generic:date"]


def test_a_page_without_menus_has_its_headline_where_a_date_stands_below() -> None:
    lines = ["The Storvik Post", LIGHTHOUSE_TITLE, LIGHTHOUSE_DECK, "12 March 2024", *LIGHTHOUSE]
    assert cleaner.clean("\n\n".join(lines), options=TEXT).title == LIGHTHOUSE_TITLE


def test_clean_text_keeps_its_first_heading_even_if_it_is_named_as_title() -> None:
    text = "\n\n".join([LIGHTHOUSE_TITLE, *LIGHTHOUSE])
    article = cleaner.clean(text, options=TEXT)
    assert (article.title, article.text) == (LIGHTHOUSE_TITLE, text)


def test_a_text_of_prose_alone_has_no_headline() -> None:
    assert headline.predict(segment_text("\n\n".join(LIGHTHOUSE), 100).blocks, 0) == (-1, headline.LIKELY)


def measured(text: str) -> dict[str, dict[str, float]]:
    """What is known of each line that may be the headline."""
    page: Page = segment_text(text, 1000)
    body = next(i for i, block in enumerate(page.blocks) if block.text == LIGHTHOUSE[0])
    return {page.blocks[i].text: dict(zip(FEATURES, row, strict=True)) for i, row in rows(page.blocks, body)}


def test_features_say_how_much_the_article_speaks_of_a_line() -> None:
    lines = measured(lighthouse_dump("Coast", LIGHTHOUSE_TITLE, "12 March 2024"))
    assert "12 March 2024" not in lines
    assert lines[LIGHTHOUSE_TITLE]["hits"] > lines["• Weather"]["hits"] == 0
    assert (lines[LIGHTHOUSE_TITLE]["dated_below"], lines[LIGHTHOUSE_TITLE]["above_prose"]) == (0, 2)
    assert max(lines.values(), key=lambda line: line["beside_best"])["beside_best"] == 0
    assert lines[LIGHTHOUSE_TITLE]["repeated"] == lines[LIGHTHOUSE_TITLE]["contained"] == 0


def test_features_see_copies_of_a_line() -> None:
    lines = measured(lighthouse_dump(f"Home > {LIGHTHOUSE_TITLE}", LIGHTHOUSE_TITLE, LIGHTHOUSE_TITLE))
    assert (lines[LIGHTHOUSE_TITLE]["repeated"], lines[LIGHTHOUSE_TITLE]["contained"]) == (1, 1)


def test_scripts_without_spaces_are_compared_by_two_signs() -> None:
    text = (
        "港の灯台は来年も残る\n\n"
        + LIGHTHOUSE[0]
        + "\n\n"
        + "町議会は港の灯台を残すことを決めた。来年からは町が費用を出す。" * 3
    )
    assert (
        measured(text)["港の灯台は来年も残る"]["held"]
        > 0.3
        > measured(text.replace("灯台は来年も", "役所にもう一度"))["港の役所にもう一度残る"]["held"]
    )


@pytest.mark.slow
def test_a_text_of_many_short_lines_is_looked_at_once() -> None:
    blocks = segment_text(
        "\n".join(f"Harbour {i}" for i in range(100_000)) + "\n\n" + "\n\n".join(LIGHTHOUSE), 10**6
    ).blocks
    begin = time.process_time()
    headline.predict(blocks, 100_000)
    assert time.process_time() - begin < 2.0
