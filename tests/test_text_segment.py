"""Text as it really comes: hard-wrapped, with leftover tags and Markdown, menus, page breaks and glued time stamps."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import Options, Role
from cleaner.model import Block
from cleaner.segment import cut_stamps, segment_text

TEXT = Options(input="text")
PROSE = (
    "The council of the old river town voted on Tuesday evening to rebuild the wooden bridge that the spring flood "
    "had carried away, ending a quarrel "
    "that had lasted for nearly eleven years and cost two mayors their office.",
    "Marta Holm, who keeps the ferry, said that she would believe it when she saw the first plank. “They have voted "
    "before,” she said. “Nobody has ever "
    "brought a hammer.”",
    "The well-known carpenter was asked to make a plan, and he refused.",
    "Work is to begin in the autumn, when the water is low, and should be done before the ice comes; the timber is to "
    "be cut in the town's own forest, "
    "which has not been touched since the war.",
)
CHINESE = (
    "市议会星期二晚上投票决定重建被春季洪水冲走的木桥，结束了一场持续近十一年的争吵。渡船的主人说，她看到第一块木板时才会相信。"
    "木匠被要求制定一个计划，但是他拒绝了，因为他认为木材不够好，而且工期太短，预算也不足。市长说，工程将在秋天水位低的时候开始，并且应当在结冰之前完成。"
)


def segment(text: str) -> list[Block]:
    return cut_stamps(segment_text(text, 1_000_000).blocks, text, None)


def texts(text: str) -> list[str]:
    return [block.text for block in segment(text)]


def wrap(width: int, between: str = "\n\n", paragraphs: tuple[str, ...] = PROSE, **how: str) -> str:
    return between.join(textwrap.fill(paragraph, width, break_on_hyphens=False, **how) for paragraph in paragraphs)


def clean(text: str) -> str:
    return cleaner.clean(text, options=TEXT).text


# --- hard-wrapped text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [65, 72, 78, 95])
def test_wrapped_paragraphs_are_whole_again_and_keep_their_place(width: int, newline: str) -> None:
    text = wrap(width).replace("\n", newline)
    blocks = segment(text)
    assert [block.text for block in blocks] == list(PROSE)
    assert [" ".join(text[block.start : block.end].split()) for block in blocks] == list(PROSE)
    assert [block.gap for block in blocks] == [2, 1, 1, 1]


def test_wrapped_paragraphs_may_be_told_by_a_short_line_or_by_the_indentation_of_their_first() -> None:
    assert texts(wrap(72, "\n")) == list(PROSE)
    assert texts(wrap(70, "\n", initial_indent="   ")) == list(PROSE)
    assert texts(wrap(70, initial_indent="    ", subsequent_indent="    ")) == list(PROSE)


def test_a_wrapped_item_of_a_list_is_joined_with_its_hanging_lines() -> None:
    blocks = segment(wrap(72) + "\n\n" + wrap(70, "\n", initial_indent="  * ", subsequent_indent="    "))
    assert [block.text for block in blocks[4:]] == [f"* {paragraph}" for paragraph in PROSE]
    assert {block.form for block in blocks[4:]} == {Role.LIST_ITEM}


def test_quoted_lines_of_a_mail_are_joined_without_their_marks() -> None:
    blocks = segment("Marta wrote:\n" + wrap(72, "\n>\n", initial_indent="> ", subsequent_indent="> ") + "\n\nI agree.")
    assert [block.text for block in blocks if block.text] == ["Marta wrote:", *PROSE, "I agree."]
    assert {block.form for block in blocks[1:-1]} == {Role.QUOTE}


def test_text_without_spaces_is_joined_without_one() -> None:
    assert texts("\n".join(textwrap.wrap(CHINESE, 36))) == [CHINESE]


def test_a_page_may_end_in_mid_sentence_and_its_number_stands_alone() -> None:
    lines = wrap(72).split("\n")
    assert texts("\n".join(lines[:2]) + "\n\f" + "\n".join(lines[2:])) == list(PROSE)
    parts = texts("\n".join(lines[:4]) + "\n\n12\n\f" + "\n".join(lines[5:]))
    assert parts == [PROSE[0], "12", *PROSE[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PROSE),
        "\n\n".join(PROSE),
        "I wandered by the river when the water was low in the long grass,\nand counted every stone that the spring "
        "flood had left behind there,\n"
        "as if the number of them told\nhow many years the quarrel of the two old mayors had to last,\nand nobody had "
        "brought a hammer yet, nor a nail.",
        "The Ministry of Ferries, Bridges and other Crossings of the River\n12 Quay Street, Old Town, next to the "
        "harbour master's office\nPort Nasr 1234",
        "Name          Office    Years\nMarta Holm    ferry     1990 to 2014\nIlse Brandt   bridge    1988 to 2001",
        "def cross(river):\n    for stone in river.stones:  # every one that the flood has left where it was\n        "
        "yield stone\n    return river.other_side",
        "- the first of the things which the council has to buy before the autumn\n- the second one, which is a "
        "hammer for the carpenter who refused\n"
        "- the third, a boat for those who cannot wait until the bridge is there",
    ],
    ids=["lines", "paragraphs", "verse", "address", "table", "code", "list"],
)  # fmt: skip
def test_what_is_not_wrapped_stays_as_it_is(text: str) -> None:
    assert texts(text) == [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("ends", "begins", "joined"),
    [
        ("was rebu-", "ilt by those who had", "was rebuilt by those"),  # the document has the word whole
        ("the well-", "known carpenter, who had", "the well-known carpenter"),  # it has it with its hyphen
        ("an Anglo-", "Norman chapel that had", "an Anglo-Norman chapel"),
        ("the pre- ", "and post-war years that", "the pre- and post-war"),
        ("the brid\u00ad", "ges over the river that", "the bridges over"),
        ("a self-", "evident thing that had", "a self-evident thing"),  # nobody breaks words in this document
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_the_document_shows_that_it_parts_a_word(
    ends: str, begins: str, joined: str
) -> None:
    first = textwrap.fill(PROSE[0], 70)
    body = (
        f"{'A long line of the story which tells what nobody knew before and '[: 70 - len(ends)].rstrip()} "
        f"{ends}\n{begins} been there before."
    )
    blocks = segment(
        "\n\n".join([first, wrap(70, paragraphs=PROSE[1:] * 8), body, "It was rebuilt by the well-known man."])
    )
    assert joined in blocks[-2].text


def test_where_lines_are_broken_in_words_they_are_mended() -> None:
    words = "carpenter timber forest bridge hammer ferry council river autumn quarrel".split()
    lines = [
        f"the {words[i % 10]} which stood there and was not seen by those who came {words[i % 7][:3]}-"
        for i in range(8)
    ]
    lines = [f"{words[(i - 1) % 7][3:]} and {line}" if i else line for i, line in enumerate(lines)]
    (text,) = texts("\n".join([*lines, f"{words[7 % 7][3:]} was all."]))
    assert "-" not in text


# --- menus and line ends


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


# --- leftover tags


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
    assert clean("<p>Bread&nbsp;&amp;&nbsp;butter</p>\n&lt;p&gt;More of it&lt;/p&gt;") == "Bread & butter\n\nMore of it"


def test_tags_may_stand_across_the_lines_of_wrapped_text() -> None:
    linked = PROSE[0].replace("wooden bridge", '<a href="https://x.example/">wooden bridge</a>')
    blocks = segment(wrap(66, "\n", (f"<p>{linked}</p>", f"<p>{PROSE[3]}</p>")))
    assert [(block.text, block.line, block.links) for block in blocks] == [(PROSE[0], 1, 13), (PROSE[3], 6, 0)]


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


# --- leftover Markdown


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
        "\n\n".join([PROSE[0], picture.format("A ferry on the river"), PROSE[1], picture.format("")]), options=TEXT
    )
    assert article.text == f"{PROSE[0]}\n\n{PROSE[1]}"
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
    assert texts(text) == ["```", "# code", "**x** <b>x</b>", "```"]


# --- glued time stamps


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
    assert [block.text for block in cleaner.clean(f"{line}\n\n{PROSE[0]}", options=TEXT).removed] == [line]


# --- all of it


MARKED = (
    "<p>One</p>", "<p>", "</div>", "a<br>b", "**b** [c](/d)", "## Head", "# Head", "> " + PROSE[2], "![a b](/c)",
    "&lt;b&gt;x&lt;/b&gt;", "x < y",
    "<b>**x**</b>",
    "By AUpdated 5 May 2019", "• a", "```", *PROSE, textwrap.fill(PROSE[0], 72), textwrap.fill(PROSE[3], 66), "rebu-",
    "\u00ad", "ab\u00ad", "\f", "",
)  # fmt: skip


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


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKED), min_size=1, max_size=10))
def test_cleaning_what_came_out_changes_nothing(parts: list[str]) -> None:
    once = clean("\n\n".join([PROSE[0], *parts, PROSE[1]]))
    assert clean(once) == once


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

    assert seconds(400_000) < 24 * seconds(50_000) + 0.3  # 8 times the text; by its square it would be 64
