"""Bare text: every character belongs to a block or is white space between two; clean text comes out as it went in, also
the second time.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import Article, Limits, Options, Role
from cleaner.segment.text import segment_text
from tests.pages import TEXT

LINES = (
    "By Jane Doe", "Read more: a headline", "Share", "5 May 2019 10:30", "Updated: 5 May 2019", "Comments 3",
    "Photo of a thing in a place by a person (AFP)",
    "A headline of some words", "- an item", "1. an item", "Advertisement", "Sign up to our newsletter",
    "© 2019 The Agency. All rights reserved.", "***", "…",
    "A sentence of an article that somebody wrote, which is long enough to be prose.", "“Yes,” she said.", "\u200b",
    "\xa0x\xa0", "Â ", "a\u2028b", "x" * 500,
)  # fmt: skip
BREAKS = ("\n", "\n\n", "\r\n", "\r", "\n \n", "\n\n\n", "\x0b", "\x0c", "\u2028", "\x85", "\n\t", " \n")


def clean(text: str) -> Article:
    return cleaner.clean(text, options=TEXT)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(LINES) | st.text(max_size=20), st.sampled_from(BREAKS)), min_size=1, max_size=14
    ).map(lambda pairs: "".join(map("".join, pairs)))
)
@example("\x1c a \x1d")
@example("\u200b\n")
def test_blocks_and_the_white_space_between_them_make_up_the_input(text: str) -> None:
    if not text or text.isspace() or text.startswith("\ufeff"):
        return
    at = 0
    for block in clean(text).blocks:
        start, end, line = block.source.start, block.source.end, block.source.line
        assert start is not None
        assert end is not None
        assert text[at:start] == "" or text[at:start].isspace()
        assert end > start
        assert line == len(f"{text[:start]}x".splitlines())
        assert (block.role is None) != (block.reason is None)
        at = end
    assert text[at:] == "" or text[at:].isspace()


def test_spans_point_into_decoded_bytes() -> None:
    text = "Zürich, one line of it.\r\n\r\nAnd another line."
    blocks = cleaner.clean(b"\xef\xbb\xbf" + text.encode(), options=TEXT).blocks
    assert [text[block.source.start : block.source.end] for block in blocks] == [
        "Zürich, one line of it.",
        "And another line.",
    ]
    assert [str(block.source) for block in blocks] == ["line 1", "line 3"]


# What no cleaner should touch: sentences without a word that any rule knows.
NAMES = (
    "Marta",
    "the old miller",
    "a fox",
    "their neighbour",
    "Ilse",
    "the ferryman",
    "an owl",
    "my aunt",
    "the gardener",
    "a stranger",
)
DEEDS = (
    "crossed the river",
    "mended the fence",
    "slept under a pear tree",
    "counted every stone",
    "sang to the goats",
    "waited for the rain",
    "lost a shoe",
)
PLACES = (
    "at noon",
    "beyond the hills",
    "near the mill",
    "without a word",
    "for seven days",
    "in the long grass",
    "when the snow came",
)


@st.composite
def paragraph(draw: st.DrawFn) -> str:
    """A few sentences; the number at the beginning keeps two paragraphs from sharing theirs, as a caption and its cut
    copy do.
    """
    sentences = [
        f"{draw(st.integers(100, 10**9))} times {draw(st.sampled_from(NAMES))} {draw(st.sampled_from(DEEDS))} "
        f"{draw(st.sampled_from(PLACES))}."
    ]
    for _ in range(draw(st.integers(1, 4))):
        who, what, where, then = (draw(st.sampled_from(words)) for words in (NAMES, DEEDS, PLACES, DEEDS))
        sentences.append(f"{who[0].upper()}{who[1:]} {what} {where}, and then {then}, or so they say.")
    return " ".join(sentences)


PARAGRAPHS = paragraph()
VERSE = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(DEEDS), st.sampled_from(PLACES)).map(" ".join),
    min_size=2,
    max_size=5,
    unique=True,
).map("\n".join)
ITEMS = st.lists(st.sampled_from(DEEDS), min_size=2, max_size=5, unique=True)
LISTS = st.builds(
    lambda items, mark: "\n".join(f"{mark} {item}" for item in items), ITEMS, st.sampled_from(("-", "•", "*", "–"))
)
NUMBERED = ITEMS.map(lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1)))
PROSE = st.lists(PARAGRAPHS, min_size=1, max_size=6, unique=True).map("\n\n".join)
ARTICLES = st.builds(
    lambda first, parts, last: "\n\n".join(dict.fromkeys([first, *parts, last])),
    PARAGRAPHS,
    st.lists(PARAGRAPHS | VERSE | LISTS | NUMBERED, max_size=5),
    PARAGRAPHS,
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_clean_prose_comes_out_untouched(text: str) -> None:
    article = clean(text)
    assert article.text == text
    assert not article.removed
    assert not article.captions


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_lists_and_verse_between_prose_come_out_untouched(text: str) -> None:
    article = clean(text)
    assert article.text == text
    assert not article.removed


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.lists(st.sampled_from(LINES[:16]), max_size=3), st.lists(st.sampled_from(LINES[:16]), max_size=3))
def test_cleaning_the_result_again_changes_nothing(text: str, before: list[str], after: list[str]) -> None:
    once = clean("\n\n".join([*before, text, *after])).text
    assert clean(once).text == once


def test_what_is_left_out_between_two_copies_of_a_caption_does_not_part_them() -> None:
    prose = (
        "Marta crossed the river at noon, and then crossed the river again, or so they say in the village on its "
        "other side."
    )
    credit = "Photo of a thing in a place by a person (AFP)"
    article = clean(f"{prose}\n\n{credit}\n\nRead more: a headline\n\n{credit}")
    assert (article.text, [caption.text for caption in article.captions]) == (prose, [credit])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_single_and_double_newlines_become_lines_and_paragraphs(newline: str) -> None:
    first = "A first paragraph, of a length that no line of verse has, ends here, after so and so many words."
    second = "The second one, as long as the first was, ends there as well, and not a word before its time."
    third = "And a third one closes the story, as third ones do, with a few words more than it needs."
    article = clean(newline.join((first, second, "", "Roses are red", "Violets are blue", "", third)))
    assert article.text == f"{first}\n\n{second}\n\nRoses are red\nViolets are blue\n\n{third}"


def test_bullets_and_numbers_make_list_items() -> None:
    lines = ["- a", "* b", "• c", "1. d", "(2) e", "10) f", "-g", "3.5 million", "2019. A year"]
    assert [block.form for block in segment_text("\n".join(lines), 99).blocks] == [Role.LIST_ITEM] * 6 + [
        Role.PARAGRAPH
    ] * 3


def test_of_too_many_lines_the_first_are_read() -> None:
    options = Options(limits=Limits(blocks=10))
    article = cleaner.clean("x\n" * 11, options=options)
    assert (len(article.blocks), article.limits) == (10, ("blocks",))
    assert article.to_dict()["limits"] == ["blocks"]
    assert cleaner.clean("x\n" * 10, options=options).limits == ()


def test_single_newlines_beside_headings_stay_where_blank_lines_part_the_paragraphs() -> None:
    long = "The harbour board met on Monday, heard everybody who had come, and put the matter off until the spring."
    text = f"{long}\n\n{long[:-1]} again.\n\nThe quay\n{long}\n\nThe mill\n{long}"
    assert cleaner.clean(text, options=Options(input="text", site_rules=False)).text == text
