"""Paragraphs that are printed twice: a copy goes, a repetition that belongs to the text stays."""

from __future__ import annotations

import pytest

import cleaner
from tests.pages import FERRY, LIGHTHOUSE, ferry_page, paragraphs, removed_parts, text_parts

MEAL = "Oats with a spoon of honey, tea without sugar and, if the day is long, another slice of bread with cheese."
CHORUS = "Oh, burn from dusk to dawn, my lamp, and tell the ships that pass below that nobody has gone to sleep."
ANSWER = "“I said nothing to the captains then, and I am not going to say anything to the newspapers now, either.”"
NOTE = "This picture was taken from the quay; the rocks below the lamp are further away than they look in it."
OATH = "I declare that the boat is mine, and that I shall tell the office of whatever becomes of her within a week."


def ferry_article(*parts: str) -> str:
    return ferry_page(f"<article><h1>Ferry</h1>{''.join(parts)}</article>")


# A copy goes


def test_a_copy_right_below_goes() -> None:
    beside = [FERRY[0], FERRY[0], *FERRY[1:]]
    for data in ("\n\n".join(beside), ferry_article(paragraphs(*beside))):
        assert text_parts(data) == FERRY
        assert removed_parts(data) == [("duplicate", FERRY[0])]


@pytest.mark.parametrize(
    "copy",
    [
        "<blockquote class=pull><p>{}</p></blockquote>",
        "<blockquote>{}</blockquote>",
        "<p class=highlight>{}</p>",
        "<div class=fact-box><p>{}</p></div>",
    ],
)
def test_a_copy_that_is_set_otherwise_goes_wherever_it_stands(copy: str) -> None:
    data = ferry_article(paragraphs(*LIGHTHOUSE[:5]), copy.format(LIGHTHOUSE[0]), paragraphs(LIGHTHOUSE[5]))
    assert text_parts(data) == LIGHTHOUSE
    assert removed_parts(data) == [("duplicate", LIGHTHOUSE[0])]


@pytest.mark.parametrize("tag", ["p", "div", "section"])
def test_a_second_printing_of_the_article_goes(tag: str) -> None:
    mobile = "".join(f"<{tag}>{text}</{tag}>" for text in LIGHTHOUSE)
    data = ferry_article(f"<div class=desktop>{paragraphs(*LIGHTHOUSE)}</div><div class=mobile>{mobile}</div>")
    assert text_parts(data) == LIGHTHOUSE
    assert removed_parts(data) == [("duplicate", text) for text in LIGHTHOUSE]


def test_a_second_printing_goes_also_where_it_is_built_alike() -> None:
    box = f"<div class=story>{paragraphs(*LIGHTHOUSE)}</div>"
    assert text_parts(ferry_article(box, box)) == LIGHTHOUSE


# A repetition stays


def test_what_each_section_says_again_stays() -> None:
    days = [part for day, text in enumerate(LIGHTHOUSE, 1) for part in (f"Day {day}", MEAL, text)]
    markup = "".join(f"<h3>Day {day}</h3><p>{MEAL}</p><p>{text}</p>" for day, text in enumerate(LIGHTHOUSE, 1))
    assert text_parts(ferry_article(markup)) == days


@pytest.mark.parametrize("again", [CHORUS, ANSWER, NOTE, OATH], ids=["chorus", "dialogue", "note", "form"])
@pytest.mark.parametrize(
    "markup",
    [
        "<p>{0}</p><p>{1}</p>",
        "<div class=verse><p>{0}</p></div><div class=verse><p>{1}</p></div>",
        "<p>{0}</p><figure><img src=lamp.jpg></figure><p class=note>{1}</p>",
        "<section><h3>Of the boat</h3><p>{0}</p><p>{1}</p></section>",
    ],
    ids=["paragraphs", "boxes", "pictures", "sections"],
)
def test_what_comes_again_built_alike_stays(again: str, markup: str) -> None:
    parts = text_parts(ferry_article(*(markup.format(text, again) for text in LIGHTHOUSE)))
    assert [text for text in parts if text != "Of the boat"] == [part for text in LIGHTHOUSE for part in (text, again)]


def test_rows_items_and_lines_of_verse_may_say_the_same() -> None:
    table = f"<table>{''.join(f'<tr><td>{day}</td><td>{MEAL}</td></tr>' for day in ('Mon', 'Tue', 'Wed'))}</table>"
    items = f"<ol><li>{OATH}</li><li>{FERRY[0]}</li><li>{OATH}</li></ol>"
    parts = text_parts(ferry_article(paragraphs(*LIGHTHOUSE), table, items))
    assert parts[6:] == [f"Mon | {MEAL}\nTue | {MEAL}\nWed | {MEAL}", f"{OATH}\n{FERRY[0]}\n{OATH}"]


def test_the_last_paragraph_may_be_the_first_again() -> None:
    again = [*FERRY, FERRY[0]]
    assert text_parts(ferry_article(paragraphs(*again))) == again
    assert cleaner.clean("\n\n".join(again)).text == "\n\n".join(again)


def test_refrains_stay() -> None:
    verse = "And miles to go before the ferry sails"
    text = f"{FERRY[0]}\n\n{verse}\n{verse}\n\n{FERRY[1]}"
    assert cleaner.clean(text).text == text
    interview = f"{FERRY[0]}\n\nWhat did you do then?\n\nNothing.\n\nWhat did you do then?\n\nNothing.\n\n{FERRY[1]}"
    assert cleaner.clean(interview).text == interview


def test_many_paragraphs_that_begin_alike_take_no_time_and_stay() -> None:
    text = "\n\n".join(f"{FERRY[0][:-1]} number {i}." for i in range(3000))
    assert cleaner.clean(text).text == text


def test_a_second_printing_goes_with_its_short_lines() -> None:
    first, second = paragraphs(*LIGHTHOUSE[:3]), paragraphs(*LIGHTHOUSE[3:])
    story = f"<h2>Lamp</h2><p>Nobody knew.</p>{first}<h2>Keeper</h2>{second}<p>So it is.</p>"
    once = text_parts(ferry_article(story))
    assert text_parts(ferry_article(f"<div>{story}</div><div>{story}</div>")) == once


def test_short_lines_that_come_again_stay_without_a_second_printing() -> None:
    told = [part for text in LIGHTHOUSE for part in (text, "Nobody knew.")]
    assert text_parts(ferry_article(paragraphs(*told))) == told
