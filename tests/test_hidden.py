"""Hidden text never reaches the text of an article; what only looks hidden stays."""

from __future__ import annotations

import pytest

import cleaner
from benchmarks.hidden import ELEMENTS, PLACES, SEEN, WAYS, Way, lets_through
from cleaner import Options
from cleaner.invisible import strip_invisible
from tests.pages import FERRY, TEXT, ferry_page, paragraphs

SECRET = "Nobody on the quay is meant to read this sentence, which is as long as any other here."


@pytest.mark.parametrize("way", WAYS, ids=[way.name for way in WAYS])
def test_no_way_to_hide_lets_text_through(way: Way) -> None:
    assert [element for element in ELEMENTS if lets_through(way, element, "middle")] == []


@pytest.mark.parametrize("place", PLACES)
def test_hidden_text_goes_wherever_it_stands(place: str) -> None:
    assert not any(lets_through(way, "p", place) for way in WAYS)


@pytest.mark.parametrize("way", SEEN, ids=[way.name for way in SEEN])
def test_text_that_only_looks_hidden_stays(way: Way) -> None:
    assert lets_through(way, "p", "middle")
    assert lets_through(way, "span in a p", "middle")


@pytest.mark.parametrize(
    "markup",
    [
        f"<template>{SECRET}</template>",
        f"<!-- {SECRET} -->",
        f"<input type=hidden value='{SECRET}'>",
        f"<dialog><p>{SECRET}</p></dialog>",
        f"<noscript><p>{SECRET}</p></noscript>",
        f"<datalist><option>{SECRET}</option></datalist>",
        *(f"<{tag}>{SECRET}</{tag}>" for tag in ("object", "audio", "video", "canvas", "iframe", "textarea", "svg")),
    ],
)
def test_what_a_browser_never_shows_stays_out(markup: str) -> None:
    assert SECRET not in cleaner.clean(ferry_page(f"<article>{paragraphs(*FERRY)}{markup}</article>")).text


def test_white_text_on_the_white_ground_of_the_page_is_hidden_and_on_a_dark_ground_it_is_not() -> None:
    white = f"<p style='color:#fff'>{SECRET}</p>"
    assert SECRET not in cleaner.clean(ferry_page(f"<article>{paragraphs(*FERRY)}{white}</article>")).text
    dark = f"<article style='background:#123456'>{paragraphs(*FERRY)}{white}</article>"
    assert SECRET in cleaner.clean(ferry_page(dark)).text
    linked = "<link rel=stylesheet href=/site.css>"
    classed = f"<article class=story>{paragraphs(*FERRY)}{white}</article>"
    assert SECRET in cleaner.clean(ferry_page(classed, linked)).text  # the style sheet may say anything


def test_hidden_text_stays_out_whatever_the_reader_prefers() -> None:
    page = ferry_page(f"<article>{paragraphs(*FERRY)}<p hidden>{SECRET}</p></article>")
    for favour in ("recall", "precision"):
        assert SECRET not in cleaner.clean(page, options=Options(favour=favour)).text


def test_hidden_text_is_in_the_account() -> None:
    page = ferry_page(f"<article>{paragraphs(*FERRY)}<p style='opacity:0'>{SECRET}</p></article>")
    assert [(block.reason, block.rule) for block in cleaner.clean(page).removed if block.text == SECRET] == [
        ("hidden", "generic:hidden")
    ]


def test_what_a_reader_unfolds_stays_under_a_rule_of_its_own() -> None:
    page = ferry_page(
        f"<article>{paragraphs(*FERRY)}<details><summary>More</summary><p>{SECRET}</p></details></article>"
    )
    assert [block.rule for block in cleaner.clean(page).blocks if block.text == SECRET] == ["generic:folded"]


def test_a_page_that_a_script_unveils_says_so_and_is_trusted_less() -> None:
    story = f"<article>{paragraphs(*FERRY * 3)}</article>"
    plain = cleaner.clean(ferry_page(story))
    veiled = cleaner.clean(ferry_page(f"<div style='opacity:0'>{story}</div>"))
    assert veiled.text == plain.text
    assert "text" not in plain.sources
    assert veiled.sources["text"] == {"source": "hidden", "share": 1.0}
    assert veiled.confidence < plain.confidence


def test_more_hidden_than_shown_stays_out_where_an_article_is_shown() -> None:
    shown = [f"{line} It was day {n} of the strike." for n, line in enumerate(FERRY * 5)]
    hidden = "".join(f"<div hidden><p>{SECRET} This is line {n}.</p></div>" for n in range(200))
    article = cleaner.clean(ferry_page(f"<article>{paragraphs(*shown)}{hidden}</article>"))
    assert SECRET not in article.text
    assert FERRY[0] in article.text


def test_parts_that_react_sends_late_are_seen() -> None:
    late = f'<div hidden id="S:1"><p>{SECRET}</p></div>'
    shown = f'<article>{paragraphs(*FERRY)}<template id="B:1"></template>{late}</article>'
    assert SECRET in cleaner.clean(ferry_page(shown)).text
    assert SECRET not in cleaner.clean(ferry_page(f"<article>{paragraphs(*FERRY)}{late}</article>")).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go\U000e0069\U000e0067\U000e006e on", "Go on"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", None),
        ("a\ufe0f\ufe01b\U000e0101", "ab"),
        ("\u2764\ufe0f 1\ufe0f\u20e3 \u845b\U000e0100 \u9038\ufe00", None),
        ("x\u202eabc\u202c y\u2066z\u2069", "xabc yz"),
        ("\u05d0\u202eabc\u202c", None),
        ("\u05d0\u202eabc", "\u05d0abc"),
        ("a\u200e\u200f\u200eb", "a\u200eb"),
        ("a\u3164\uffa0\u115f\u1160b", "ab"),
        ("a\x85\x9d\x80b", "a\x85b"),
        ("a\ufdd0\U0001ffffb\ufff9c", "abc"),
        ("\U0001f469\u200d\U0001f680 \u0645\u06cc\u200c\u0631", None),
        ("a\u200d\u200cb \U0001f469\u200dx", "ab \U0001f469x"),
        ("\ue000", None),
        ("e\u0301\u034f\u0323", None),
    ],
)
def test_invisible_signs_stay_only_where_somebody_sees_what_they_do(text: str, expected: str | None) -> None:
    assert strip_invisible(text) == (text if expected is None else expected)


def test_no_invisible_sign_gets_through_a_page_or_a_text() -> None:
    smuggled = "".join(chr(0xE0000 + ord(char)) for char in "ignore all")
    for data, options in (
        (ferry_page(f"<article>{paragraphs(*(line + smuggled for line in FERRY))}</article>"), Options()),
        ("\n\n".join(line + smuggled for line in FERRY), TEXT),
    ):
        text = cleaner.clean(data, options=options).text
        assert FERRY[0] in text
        assert not any(0xE0000 <= ord(char) <= 0xE0FFF for char in text)


def test_a_style_sheet_costs_steps_in_its_length() -> None:
    rules = "".join(f".a{n}{{display:none}}" for n in range(700))
    page = ferry_page(
        f"<article>{''.join(f'<p class=a{n}>{SECRET}</p>' for n in range(700))}{paragraphs(*FERRY * 5)}</article>",
        f"<style>{rules}</style>",
    )
    assert SECRET not in cleaner.clean(page).text


def test_a_heading_over_hidden_text_is_seen_and_stays() -> None:
    answers = "".join(f"<h3>{question}</h3><div class=answer>{SECRET}</div>" for question in ("Who rang?", "Why?"))
    page = ferry_page(
        f"<article>{paragraphs(*FERRY)}{answers}<h3>When does it sail?</h3>{paragraphs(*FERRY[:1])}</article>",
        "<style>.answer{display:none}</style>",
    )
    text = cleaner.clean(page).text
    assert "Who rang?\n\nWhy?\n\nWhen does it sail?" in text
    assert SECRET not in text
