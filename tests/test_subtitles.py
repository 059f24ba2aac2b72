"""Subtitles: a deck below the title is one, and a heading of the text or a line of names is none."""

from __future__ import annotations

from tests.pages import clean_mill


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
