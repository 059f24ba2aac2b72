"""Bare text as it really comes: menus, leftover tags and Markdown, and glued time stamps."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import Role
from cleaner.model import Block
from cleaner.segment import cut_stamps, segment_text
from tests.pages import RIVER_TOWN, TEXT


def segment(text: str) -> list[Block]:
    return cut_stamps(segment_text(text, 1_000_000).blocks, text, None)


def texts(text: str) -> list[str]:
    return [block.text for block in segment(text)]


def wrap(width: int, between: str = "\n\n", paragraphs: tuple[str, ...] = RIVER_TOWN, **how: str) -> str:
    return between.join(textwrap.fill(paragraph, width, break_on_hyphens=False, **how) for paragraph in paragraphs)


def cleaned(text: str) -> str:
    return cleaner.clean(text, options=TEXT).text


def test_every_entry_of_a_menu_is_a_block_of_its_own() -> None:
    blocks = segment("  • Home\n    • Apps\n    ◦ Maps\n→ More\n– World\n(a) one\nb) two\n•Glued\n\t* Tab")
    assert [block.form for block in blocks] == [Role.LIST_ITEM] * 9
    assert [block.indent for block in blocks] == [2, 4, 4, 0, 0, 0, 0, 0, 4]
    assert len({block.group for block in blocks}) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\u2028", "\u2029", "\x85", "\n\f"])
def test_every_line_end_ends_a_line(end: str) -> None:
    text = end.join(("one", " two", "three"))
    blocks = segment(text)
    assert [(text[block.start : block.end], block.gap) for block in blocks] == [("one", 2), ("two", 0), ("three", 0)]


def test_leftover_tags_are_taken_off_and_end_blocks() -> None:
    text = (
        "<div><p>The <b>old</b> town.</p></div>\n<!-- wp:paragraph "
        "-->\nOne<br/>two<br><br>three\n<ul><li>a</li><li>b</li></ul><h2>Head</h2>"
    )
    blocks = segment(text)
    assert [(block.text, str(block.form), block.gap) for block in blocks] == [
        ("The old town.", "paragraph", 2), ("", "paragraph", 1), ("One", "paragraph", 1), ("two", "paragraph", 0),
        ("three", "paragraph", 1),
        ("a", "list_item", 0), ("b", "list_item", 0), ("Head", "heading", 1),
    ]  # fmt: skip
    assert blocks[-1].level == 2
    assert "".join(text[block.start : block.end] for block in blocks) == text.replace("\n", "")


def test_the_text_of_links_is_counted() -> None:
    (block,) = segment(
        'See <a href="https://x.example/?a=1&b=2" class=out>the ferry</a> and [the bridge](https://x.example/b_(1) '
        '"b").'
    )
    assert (block.text, block.links) == ("See the ferry and the bridge.", len("the ferrythe bridge"))


def test_entities_are_read_when_the_tags_are_gone() -> None:
    assert (
        cleaned("<p>Bread&nbsp;&amp;&nbsp;butter</p>\n&lt;p&gt;More of it&lt;/p&gt;") == "Bread & butter\n\nMore of it"
    )


def test_tags_may_stand_across_the_lines_of_wrapped_text() -> None:
    linked = RIVER_TOWN[0].replace("wooden bridge", '<a href="https://x.example/">wooden bridge</a>')
    blocks = segment(wrap(66, "\n", (f"<p>{linked}</p>", f"<p>{RIVER_TOWN[3]}</p>")))
    assert [(block.text, block.line, block.links) for block in blocks] == [
        (RIVER_TOWN[0], 1, 13),
        (RIVER_TOWN[3], 6, 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Use the <p> tag for paragraphs", "Wrap it in <p> and </p> to see", "if a < b and b > c",
        "A List<String> and a <T>", "Write `<b>x</b>` there",
        "for (i = 0; i <b && c> d)", "<https://x.example/>", "x <br", "The HTML of <p>it</p>", "a <- b", "I <3 it",
    ],
)  # fmt: skip
def test_text_about_tags_and_angles_stays(line: str) -> None:
    assert texts(line) == [line]


def test_leftover_markdown_is_taken_off() -> None:
    blocks = segment(
        "# Title\n\n## Head ##\nSome **bold** text, [linked](/x).\n\n> A quote of somebody that is long enough to be "
        "one.\n\n- [item](https://x.example)"
    )
    assert [(block.text, str(block.form), block.level, block.links) for block in blocks] == [
        ("Title", "heading", 1, 0), ("Head", "heading", 2, 0), ("Some bold text, linked.", "paragraph", 0, 6),
        ("A quote of somebody that is long enough to be one.", "quote", 0, 0), ("- item", "list_item", 0, 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "picture", ["![{}](https://x.example/a.jpg)", "[![{}](/a.jpg)](/b)", '<img src="a.jpg" alt="{}">']
)
def test_a_picture_is_a_caption_of_its_alternative_text_or_empty(picture: str) -> None:
    article = cleaner.clean(
        "\n\n".join([RIVER_TOWN[0], picture.format("A ferry on the river"), RIVER_TOWN[1], picture.format("")]),
        options=TEXT,
    )
    assert article.text == f"{RIVER_TOWN[0]}\n\n{RIVER_TOWN[1]}"
    assert [caption.text for caption in article.captions] == ["A ferry on the river"]
    assert [(block.text, str(block.reason), block.rule) for block in article.removed] == [
        ("", "other", "generic:empty")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2**3**4", "f(*args, **kwargs) and **more", "[note] (x)", "[a](b)", "#1 in the charts", "# a\nb",
        "> Home\n> World", "***", "**", "a ** b ** c",
        "1. one", "- one", "Markdown has **bold** text", "#hashtag", "`**x**`", "snake__case__name",
    ],
)  # fmt: skip
def test_marks_that_may_mean_something_else_stay(line: str) -> None:
    assert texts(line) == line.split("\n")


def test_fenced_code_stays() -> None:
    text = "```\n# code\n\n**x** <b>x</b>\n```"
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Port Nasr, UAESaturday 24 August 2019", ["Port Nasr, UAE", "Saturday 24 August 2019"]),
        ("By Jane DoeUpdated 5 May 2019", ["By Jane Doe", "Updated 5 May 2019"]),
        ("12 March 2020Share", ["12 March 2020", "Share"]),
        (
            "By Jane DoeMarch 12, 2020Updated 5 May 2020 10:30Share",
            ["By Jane Doe", "March 12, 2020", "Updated 5 May 2020 10:30", "Share"],
        ),
        ("Von Max MusterMontag, 5. März 2019", ["Von Max Muster", "Montag, 5. März 2019"]),
        ("Par Jean DupontMercredi 8 mai 2019", ["Par Jean Dupont", "Mercredi 8 mai 2019"]),
        ("Jane DoeUpdated 2 hours ago", ["Jane Doe", "Updated 2 hours ago"]),
    ],
)
def test_a_stamp_is_cut_from_what_it_is_glued_to(line: str, parts: list[str]) -> None:
    blocks = segment(line)
    assert [block.text for block in blocks] == parts
    assert [line[block.start : block.end] for block in blocks] == parts


@pytest.mark.parametrize(
    "line",
    [
        "The iPhone 2020Pro",
        "McMarch 2019 was a song",
        "Posted 5 May 2019",
        "AutoUpdated software of 2019",
        "The SuperSunday of 2019",
        "x" * 200,
    ],
)
def test_what_is_no_stamp_is_not_cut(line: str) -> None:
    assert texts(line) == [line]


def test_a_line_that_the_sites_rules_name_stays_whole() -> None:
    line = "Abu Dhabi, UAESaturday 24 August 2019"
    assert [block.text for block in cleaner.clean(f"{line}\n\n{RIVER_TOWN[0]}", options=TEXT).removed] == [line]


MARKED = (
    "<p>One</p>", "<p>", "</div>", "a<br>b", "**b** [c](/d)", "## Head", "# Head", "> " + RIVER_TOWN[2], "![a b](/c)",
    "&lt;b&gt;x&lt;/b&gt;", "x < y",
    "<b>**x**</b>",
    "By AUpdated 5 May 2019", "• a", "```", *RIVER_TOWN,
    textwrap.fill(RIVER_TOWN[0], 72), textwrap.fill(RIVER_TOWN[3], 66), "rebu-",
    "\u00ad", "ab\u00ad", "\f", "",
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(MARKED), st.sampled_from(("\n", "\n\n", "\r\n", "\n  ", "\f", "\u2028"))),
        min_size=1,
        max_size=10,
    )
)
def test_all_of_the_text_is_accounted_for(pairs: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, pairs))
    at = 0
    for block in segment(text):
        assert not text[at : block.start].strip()
        assert block.end > block.start
        assert block.line == len(f"{text[: block.start]}x".splitlines())
        at = block.end
    assert not text[at:].strip()


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKED), min_size=1, max_size=10))
def test_cleaning_what_came_out_changes_nothing(parts: list[str]) -> None:
    once = cleaned("\n\n".join([RIVER_TOWN[0], *parts, RIVER_TOWN[1]]))
    assert cleaned(once) == once


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "[",
        "**",
        "-\n",
        "x</p>",
        "<a>x</a> ",
        "<br> ",
        '<a b="',
        "![a](/b",
        "> a\n",
        "a" * 70 + "-\n",
        "aMarch 1, 2019",
    ],
)
def test_hostile_lines_take_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        assert segment(text)
        return time.process_time() - start

    # 8 times the text; by its square it would be 64. A busy machine may slow one run.
    assert any(seconds(400_000) < 24 * seconds(50_000) + 0.3 for _ in range(3))
