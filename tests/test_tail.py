"""The tail of an article: what stands behind the element that holds most of its paragraphs, and what of it stays."""

from __future__ import annotations

import pytest

from tests.corpora import SENTENCES
from tests.pages import BRIDGE, FERRY, LIGHTHOUSE, RIVER_TOWN, ferry_page, paragraphs, removed_parts, text_parts

# Nine tenths of the prose of an article that ends with END, seven tenths of one that ends with HALF.
MOST = [*LIGHTHOUSE, *FERRY, *BRIDGE, *SENTENCES[:8]]
END = [RIVER_TOWN[0], RIVER_TOWN[3]]
HALF = [*RIVER_TOWN, *SENTENCES[8:]]
NOTE = (
    "Ada Lind has written for the Quay since 2004, mostly on ferries. She lives in Storvik with two cats and a boat "
    "that has not been afloat for years."
)
PROMPT = (
    "Each Friday we write down what happened on the islands, and what did not, and send it to you before the first "
    "ferry of the weekend sails."
)


def tail_page(*behind: str, box: str = "div class=text") -> str:
    """A page whose article has most of its paragraphs in one element, and these parts behind it."""
    tag = box.split()[0]
    return ferry_page(f"<main><h1>Ferry</h1><{box}>{paragraphs(*MOST)}</{tag}>{''.join(behind)}</main>")


def text_box(*texts: str) -> str:
    """A further element like the one that holds most paragraphs."""
    return f"<div class=text>{paragraphs(*texts)}</div>"


# What continues the article


@pytest.mark.parametrize(
    ("box", "tail"),
    [
        ("div class=text", text_box(*END)),
        ("div class='text wide'", f"<div class='wide last text'>{paragraphs(*END)}</div>"),
        ("div", f"<div>{paragraphs(*END)}</div>"),
        ("section", f"<section>{paragraphs(*END)}</section>"),
        ("div class=text", paragraphs(*END)),
        ("div class=text", "".join(text_box(text) for text in END)),
    ],
    ids=["same class", "more classes", "no class", "sections", "loose", "one paragraph each"],
)
def test_paragraphs_in_elements_of_the_same_build_go_on(box: str, tail: str) -> None:
    assert text_parts(tail_page(tail, box=box)) == [*MOST, *END]


@pytest.mark.parametrize(
    ("part", "parts"),
    [
        ("<div class=list><ul><li>a lamp</li><li>a tide table</li></ul></div>", ["a lamp\na tide table"]),
        ("<div class=steps><ol><li>Wait for the ebb</li><li>Row</li></ol></div>", ["Wait for the ebb\nRow"]),
        ("<div class=data><table><tr><td>Ebb</td><td>6.10</td></tr></table></div>", ["Ebb | 6.10"]),
        ("<div class=pull><blockquote>Nobody has asked the ships.</blockquote></div>", ["Nobody has asked the ships."]),
        ("<div class=head><h2>What comes next</h2></div>", ["What comes next"]),
        ("<div class=head><h2>Bring</h2></div><div class=list><ul><li>a lamp</li></ul></div>", ["Bring", "a lamp"]),
    ],
    ids=["list", "steps", "table", "quote", "heading", "headed list"],
)
def test_what_stands_between_two_parts_in_an_element_of_its_own_stays(part: str, parts: list[str]) -> None:
    assert text_parts(tail_page(part, text_box(*END))) == [*MOST, *parts, *END]


def test_a_list_right_below_the_last_paragraph_stays() -> None:
    steps = [
        "Wait for the ebb, look at the lamp and count the ships that are waiting, too.",
        "Row until the rocks are behind you, and until the keeper has seen you.",
    ]
    items = "".join(f"<li>{step}</li>" for step in steps)
    for above in ("", "<div class=ad-slot><p>Lamps of all sizes at Holm's, on the quay.</p></div>"):
        assert text_parts(tail_page(above, f"<div class=steps><ol>{items}</ol></div>")) == [*MOST, "\n".join(steps)]


@pytest.mark.parametrize(
    "between",
    [
        "<div class=ad-slot><p>Lamps of all sizes at Holm's, on the quay.</p></div>",
        f"<div class=newsletter-signup><p>{PROMPT}</p></div>",
        "<aside class=related-posts><h3><a href=/1>Cat rescued from mast</a></h3></aside>",
    ],
    ids=["advertisement", "newsletter", "teaser"],
)
def test_the_article_goes_on_behind_boilerplate(between: str) -> None:
    assert text_parts(tail_page(between, text_box(END[0]), between, text_box(END[1]))) == [*MOST, *END]


def test_every_part_behind_a_quotation_stays() -> None:
    quote = "<figure class=pull><blockquote>Nobody has asked the ships.</blockquote></figure>"
    parts = text_parts(tail_page(quote, text_box(END[0]), text_box(END[1])))
    assert parts == [*MOST, "Nobody has asked the ships.", *END]


def test_sections_around_containers_go_on() -> None:
    section = "<section><div class=section-content><div class=section-inner>{}</div></div></section>"
    parts = (paragraphs(*MOST), f"<h3>Next year</h3>{paragraphs(END[0])}", paragraphs(END[1]))
    data = ferry_page(f"<main><h1>Ferry</h1>{''.join(map(section.format, parts))}</main>")
    assert text_parts(data) == [*MOST, "Next year", *END]


# What does not


@pytest.mark.parametrize(
    "tail",
    [
        f"<div class=about><p>{NOTE}</p></div>",
        f"<div class=about><div><img src=ada.jpg></div><div><h4>Ada Lind</h4><p>{NOTE}</p></div></div>",
        f"<div class=box><h3>The week on the quay</h3><p>{PROMPT}</p></div>",
        f"<section><div><div><h3>The week on the quay</h3><p>{PROMPT}</p><input name=mail></div></div></section>",
        "<div class=more><ul><li><a href=/1>Cat rescued</a></li><li><a href=/2>Baker wins</a></li></ul></div>",
        f"<div class=card><h3><a href=/1>Bridge stays open</a></h3>{paragraphs(*END)}</div>",
    ],
    ids=["note", "note with a picture", "prompt", "prompt in a section", "links", "other story"],
)
def test_notes_prompts_links_and_other_stories_go(tail: str) -> None:
    assert text_parts(tail_page(tail)) == MOST


def test_notes_and_prompts_take_nothing_of_the_article_with_them() -> None:
    note = f"<div class=about><p>{NOTE}</p></div>"
    data = tail_page(text_box(END[0]), paragraphs(END[1]), note)
    assert text_parts(data) == [*MOST, *END]
    assert removed_parts(data) == [("other", NOTE)]


def test_a_story_that_a_link_heads_goes_behind_less_of_the_prose_too() -> None:
    other = f"<div class=text><h2><a href=/1>Bridge stays open</a></h2>{paragraphs(*FERRY[:3])}</div>"
    data = ferry_page(f"<main><h1>Lamp</h1><div class=text>{paragraphs(*LIGHTHOUSE)}</div>{other}</main>")
    assert text_parts(data) == LIGHTHOUSE


def test_a_long_second_half_stays_however_it_is_built() -> None:
    half = f"<section class=second><div>{paragraphs(*HALF)}</div></section>"
    assert text_parts(tail_page(half)) == [*MOST, *HALF]


def test_a_paragraph_far_above_the_container_goes() -> None:
    deep = f"{'<div>' * 7}{paragraphs(*MOST)}{'</div>' * 7}"
    assert text_parts(ferry_page(f"<h1>Ferry</h1>{deep}<p>{PROMPT}</p>")) == MOST


def test_recall_keeps_the_tail() -> None:
    data = tail_page(f"<div class=about><p>{NOTE}</p></div>")
    assert text_parts(data, favour="recall") == [*MOST, NOTE]
