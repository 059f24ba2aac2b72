"""Subtitles: a deck below the title is one, and a heading of the text or a line of names is none."""

from __future__ import annotations

import pytest

from tests.pages import clean_mill

DECK = "The mill of Low Fell had stood empty for eleven years when a family of weavers asked the council for its keys."


def test_the_alternative_headline_is_a_deck_where_it_says_more_than_a_headline() -> None:
    deck = "Weavers of the next valley move in when the roof has been mended"
    assert clean_mill(headline="The mill is sold", alternativeHeadline=deck).subtitle == deck
    assert clean_mill(headline="The mill is sold", alternativeHeadline="The mill is sold!").subtitle is None
    assert clean_mill(headline="The mill is sold", alternativeHeadline="Village: The mill is sold").subtitle is None
    assert clean_mill(headline="The mill is sold", alternativeHeadline="Mill sold").subtitle is None
    assert (
        clean_mill(
            f"<meta property=og:title content='{deck}'>", headline="The mill is sold", alternativeHeadline=deck
        ).subtitle
        is None
    )


STORY = [
    f"<p>The council met for the {time} time on the mill and spoke at length of its roof, which leaks.</p>"
    for time in ("first", "second", "third", "fourth")
]


SUBHEADS = [f"<h2 class=subheadline>{text}</h2>" for text in ("Roof and wheels", "What the weavers say")]


def test_a_heading_of_the_text_is_no_deck_though_its_class_says_so() -> None:
    article = clean_mill(
        body=f"<article><h1>Low Fell sells its "
        f"mill</h1>{STORY[0]}{SUBHEADS[0]}{STORY[1]}{STORY[2]}{SUBHEADS[1]}{STORY[3]}</article>"
    )
    assert article.subtitle is None
    assert "Roof and wheels" in article.text


def test_a_deck_right_below_the_title_is_one() -> None:
    deck = "<h2 class=subheadline>A family of weavers moves in next spring</h2>"
    article = clean_mill(
        body=f"<article><h1>Low Fell sells its mill</h1>{deck}{STORY[0]}{SUBHEADS[1]}{STORY[1]}</article>"
    )
    assert article.subtitle == "A family of weavers moves in next spring"


def test_a_line_of_a_name_and_a_date_is_no_deck() -> None:
    article = clean_mill(
        body=f"<article><h1>Low Fell sells its mill</h1><p class=subtitle>Weavers' Union • 2 March "
        f"2022</p>{''.join(STORY)}</article>"
    )
    assert (article.subtitle, article.published) == (None, "2022-03-02")


def test_a_deck_that_speaks_of_a_day_is_one() -> None:
    deck = "What the council decided on 4 March 2022 – and why"
    assert (
        clean_mill(
            body=f"<article><h1>Low Fell sells its mill</h1><p class=subtitle>{deck}</p>{''.join(STORY)}</article>"
        ).subtitle
        == deck
    )


@pytest.mark.parametrize("deck", ["<h2>A family of weavers moves in next spring</h2>", f"<p>{DECK}</p>"])
def test_what_stands_below_the_title_in_its_header_is_the_deck(deck: str) -> None:
    story = f"<main><article>{STORY[0]}{STORY[1]}</article></main>"
    article = clean_mill(body=f"<header><h1>Low Fell sells its mill</h1>{deck}</header>{story}")
    assert article.subtitle in deck
    assert article.subtitle not in article.text


def test_a_heading_below_the_title_that_opens_the_text_is_no_deck() -> None:
    article = clean_mill(
        body=f"<article><h1>Low Fell sells its mill</h1><h2>The sale</h2>{STORY[0]}{STORY[1]}</article>"
    )
    assert article.subtitle is None
    menu = '<h2><a href="/mills">All mills of the valley and their owners</a></h2>'
    article = clean_mill(body=f"<header><h1>Low Fell sells its mill</h1>{menu}</header>{STORY[0]}{STORY[1]}")
    assert article.subtitle is None
