"""Dumps, all that a page prints as text: what tells them, what is known of their lines, and what comes out of them."""

from __future__ import annotations

import pytest

import cleaner
from cleaner import Layer, Options, Reason, Role
from cleaner.label.text.dump import is_dump
from cleaner.learned.text_features import FEATURES, TextFeatures
from cleaner.model import Page
from cleaner.segment.text import segment_text
from tests.pages import FOOT, LIGHTHOUSE, LIGHTHOUSE_TITLE, MENU, TEXT, lighthouse_dump

HEAD = [LIGHTHOUSE_TITLE, "By Ingrid Solheim", "12 March 2024"]
DUMP = lighthouse_dump("\n".join(HEAD))


def dump_page(text: str) -> Page:
    """A text as the phrases leave it: what they tell is told here by hand."""
    made = segment_text(text, 10_000)
    for block in made.blocks:
        if block.text in (MENU[0], FOOT[0], FOOT[4], FOOT[5], FOOT[-1]):
            block.drop(Reason.OTHER, "en:other:1", Layer.PHRASE)
    return made


def test_of_a_dump_the_article_is_left() -> None:
    article = cleaner.clean(DUMP, options=TEXT)
    assert article.text.split("\n\n") == LIGHTHOUSE
    assert (article.title, list(article.authors), article.published) == (HEAD[0], ["Ingrid Solheim"], "2024-03-12")
    assert [block.text for block in article.blocks] == [line.strip() for line in DUMP.split("\n") if line.strip()]


def test_what_the_classifier_leaves_out_has_its_reason_and_place() -> None:
    removed = {block.text: block for block in cleaner.clean(DUMP, options=TEXT).removed}
    entry = removed["• Sport"]
    assert (entry.reason, entry.rule, str(entry.source)) == (Reason.NAVIGATION, "learnt:classifier", "line 5")
    assert removed["Sign up to our newsletter"].reason is Reason.NEWSLETTER


@pytest.mark.parametrize("indent", ["", "\t", "    "])
def test_menus_go_however_they_are_set(indent: str) -> None:
    flush = [line.strip().removeprefix("• ") for line in (*MENU, *HEAD, *LIGHTHOUSE, *FOOT)]
    assert cleaner.clean("\n".join(indent + line for line in flush), options=TEXT).text.split("\n\n") == LIGHTHOUSE


def test_a_dump_is_told_by_its_menu_and_its_phrases() -> None:
    assert is_dump(dump_page(DUMP).blocks)
    assert not is_dump(dump_page("\n\n".join(LIGHTHOUSE)).blocks)
    assert not is_dump(dump_page("\n\n".join([*LIGHTHOUSE, FOOT[4], FOOT[5]])).blocks)  # what an extractor left behind


def test_phrases_of_one_kind_below_the_first_sentence_make_no_dump() -> None:
    talk = [
        "The keeper of the lamp",
        "Tom Roe",
        "Hello, Ada.",
        "Hello, Tom.",
        "When did you start?",
        "In 1998.",
        "With whom?",
        "With my aunt.",
        "And now?",
    ]
    text = "\n\n".join([*talk, *LIGHTHOUSE, "Do you miss it?", "Never."])
    assert cleaner.clean(f"{text}\n\nShare this article", options=TEXT).text == text
    between = [line for paragraph in LIGHTHOUSE for line in (paragraph, "Advertisement")]
    assert cleaner.clean("\n\n".join([*between, "Correction: it was 1875."]), options=TEXT).text.split("\n\n") == [
        *LIGHTHOUSE,
        "Correction: it was 1875.",
    ]


def test_clean_text_is_not_classified() -> None:
    lines = "\n".join(f"- item {n}" for n in range(30))
    text = "\n\n".join([lines, *LIGHTHOUSE, "A last short line"])
    assert cleaner.clean(text, options=TEXT).text == text


def test_a_line_has_all_features() -> None:
    rows = TextFeatures(dump_page(DUMP)).rows()
    assert {len(row) for row in rows} == {len(FEATURES)}


def test_features_tell_what_stands_between_a_line_and_the_prose() -> None:
    made = dump_page(DUMP)
    features = {
        block.text: dict(zip(FEATURES, row, strict=True))
        for block, row in zip(made.blocks, TextFeatures(made).rows(), strict=True)
    }
    inside, teaser, small_print = features[LIGHTHOUSE[2]], features["• Six ships in a winter"], features["Terms of use"]
    assert (inside["barrier"], inside["reasons_between"], inside["in_core"]) == (0, 0, True)
    assert (teaser["reasons_between"], small_print["reasons_between"]) == (1, 3)
    assert small_print["barrier"] > teaser["barrier"] > 0
    assert features["• Home"]["from_first_prose"] < 0 < small_print["from_first_prose"]


def test_favour_moves_what_is_kept_of_a_dump() -> None:
    kept = {
        favour: len(cleaner.clean(DUMP, options=Options(input="text", favour=favour)).text)
        for favour in ("precision", "balance", "recall")
    }
    assert kept["precision"] <= kept["balance"] <= kept["recall"]


def test_the_title_of_a_dump_keeps_its_role() -> None:
    roles = {block.text: block.role for block in cleaner.clean(DUMP, options=TEXT).blocks}
    assert [roles[line] for line in HEAD] == [Role.TITLE, Role.BYLINE, Role.PUBLISHED]
