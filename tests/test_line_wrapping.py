"""Hard-wrapped text: lines become paragraphs again, and hyphens go where they only parted a word."""

from __future__ import annotations

import textwrap

import pytest

from cleaner import Role
from cleaner.model import Block
from cleaner.segment import cut_stamps, segment_text
from tests.pages import RIVER_TOWN

CHINESE = (
    "市议会星期二晚上投票决定重建被春季洪水冲走的木桥，结束了一场持续近十一年的争吵。渡船的主人说，她看到第一块木板时才会相信。"
    "木匠被要求制定一个计划，但是他拒绝了，因为他认为木材不够好，而且工期太短，预算也不足。市长说，工程将在秋天水位低的时候开始，并且应当在结冰之前完成。"
)


def segment(text: str) -> list[Block]:
    return cut_stamps(segment_text(text, 1_000_000).blocks, text, None)


def texts(text: str) -> list[str]:
    return [block.text for block in segment(text)]


def wrap(width: int, between: str = "\n\n", paragraphs: tuple[str, ...] = RIVER_TOWN, **how: str) -> str:
    return between.join(textwrap.fill(paragraph, width, break_on_hyphens=False, **how) for paragraph in paragraphs)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [65, 72, 78, 95])
def test_wrapped_paragraphs_are_whole_again_and_keep_their_place(width: int, newline: str) -> None:
    text = wrap(width).replace("\n", newline)
    blocks = segment(text)
    assert [block.text for block in blocks] == list(RIVER_TOWN)
    assert [" ".join(text[block.start : block.end].split()) for block in blocks] == list(RIVER_TOWN)
    assert [block.gap for block in blocks] == [2, 1, 1, 1]


def test_wrapped_paragraphs_may_be_told_by_a_short_line_or_by_the_indentation_of_their_first() -> None:
    assert texts(wrap(72, "\n")) == list(RIVER_TOWN)
    assert texts(wrap(70, "\n", initial_indent="   ")) == list(RIVER_TOWN)
    assert texts(wrap(70, initial_indent="    ", subsequent_indent="    ")) == list(RIVER_TOWN)


def test_a_wrapped_item_of_a_list_is_joined_with_its_hanging_lines() -> None:
    blocks = segment(wrap(72) + "\n\n" + wrap(70, "\n", initial_indent="  * ", subsequent_indent="    "))
    assert [block.text for block in blocks[4:]] == [f"* {paragraph}" for paragraph in RIVER_TOWN]
    assert {block.form for block in blocks[4:]} == {Role.LIST_ITEM}


def test_quoted_lines_of_a_mail_are_joined_without_their_marks() -> None:
    blocks = segment("Marta wrote:\n" + wrap(72, "\n>\n", initial_indent="> ", subsequent_indent="> ") + "\n\nI agree.")
    assert [block.text for block in blocks if block.text] == ["Marta wrote:", *RIVER_TOWN, "I agree."]
    assert {block.form for block in blocks[1:-1]} == {Role.QUOTE}


def test_text_without_spaces_is_joined_without_one() -> None:
    assert texts("\n".join(textwrap.wrap(CHINESE, 36))) == [CHINESE]


def test_a_page_may_end_in_mid_sentence_and_its_number_stands_alone() -> None:
    lines = wrap(72).split("\n")
    assert texts("\n".join(lines[:2]) + "\n\f" + "\n".join(lines[2:])) == list(RIVER_TOWN)
    parts = texts("\n".join(lines[:4]) + "\n\n12\n\f" + "\n".join(lines[5:]))
    assert parts == [RIVER_TOWN[0], "12", *RIVER_TOWN[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(RIVER_TOWN),
        "\n\n".join(RIVER_TOWN),
        "I wandered by the river when the water was low in the long grass,\nand counted every stone that the spring "
        "flood had left behind there,\n"
        "as if the number of them told\nhow many years the quarrel of the two old mayors had to last,\nand nobody had "
        "brought a hammer yet, nor a nail.",
        "The Ministry of Ferries, Bridges and other Crossings of the River\n12 Quay Street, Old Town, next to the "
        "harbour master's office\nPort Nasr 1234",
        "Name | Office | Years\nMarta Holm | ferry | 1990 to 2014\nIlse Brandt | bridge | 1988 to 2001",
        "- the first of the things which the council has to buy before the autumn\n- the second one, which is a "
        "hammer for the carpenter who refused\n"
        "- the third, a boat for those who cannot wait until the bridge is there",
    ],
    ids=["lines", "paragraphs", "verse", "address", "table", "list"],
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
    first = textwrap.fill(RIVER_TOWN[0], 70)
    body = (
        f"{'A long line of the story which tells what nobody knew before and '[: 70 - len(ends)].rstrip()} "
        f"{ends}\n{begins} been there before."
    )
    blocks = segment(
        "\n\n".join([first, wrap(70, paragraphs=RIVER_TOWN[1:] * 8), body, "It was rebuilt by the well-known man."])
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
