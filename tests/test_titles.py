"""Titles: what the page prints and what its head, JSON-LD and address say of it, weighed."""

from __future__ import annotations

import pytest

import cleaner
from tests.test_metadata import BODY, page


def titled(heading: str) -> str:
    """A body whose article begins with a heading."""
    return BODY.replace("<article>", f"<article><h1>{heading}</h1>")


def test_the_address_decides_where_the_witnesses_are_even() -> None:
    head = (
        "<title>How the harbour pays for its new lighthouse</title><meta property=og:title content='How the "
        "harbour pays for its new lighthouse'>"
    )
    body = titled("A word from the editor of these pages")
    assert page(head, body).title == "A word from the editor of these pages"
    assert (
        page(head, body, url="https://example.org/news/how-the-harbour-pays-for-its-new-lighthouse").title
        == "How the harbour pays for its new lighthouse"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/harbour",
        "https://example.org/2024/03/04/118274.html",
        "https://[example/how-the-harbour-pays",
        "https://example.org/",
    ],
)
def test_an_address_of_a_word_or_two_says_nothing(url: str) -> None:
    head = (
        "<title>How the harbour pays for its new lighthouse</title><meta property=og:title content='How the "
        "harbour pays for its new lighthouse'>"
    )
    assert (
        page(head, titled("A word from the editor of these pages"), url=url).title
        == "A word from the editor of these pages"
    )


@pytest.mark.parametrize(
    ("heading", "url"),
    [
        ("Über die Brücke führt ein schmaler Weg", "https://example.org/uber-die-brucke-fuhrt-ein-schmaler-weg"),
        (
            "Через мост ведёт узкая дорога домой",
            "https://example.org/%D1%87%D0%B5%D1%80%D0%B5%D0%B7-%D0%BC%D0%BE%D1%81%D1%82-%D0%B2%D0%B5%D0%B4%D0%B5%D1%82-%D1%83%D0%B7%D0%BA%D0%B0%D1%8F",
        ),
    ],
)
def test_accents_and_scripts_of_an_address(heading: str, url: str) -> None:
    head = f"<title>{heading}</title><meta property=og:title content='{heading}'>"
    assert page(head, titled("A word from the editor of these pages"), url=url).title == heading


def test_the_headline_that_two_kickers_stand_before() -> None:
    body = titled("The piers of the north <span>“Nobody asked the ferrymen first”</span>")
    head = "<meta property=og:title content='Harbour in trouble: “Nobody asked the ferrymen first”'>"
    assert page(head, body).title == "“Nobody asked the ferrymen first”"


def test_what_two_titles_share_before_a_colon_belongs_to_them() -> None:
    head = "<meta property=og:title content='Selwin Doe: “Nobody asked the ferrymen first”'>"
    assert (
        page(head, titled("Captain Selwin Doe: “Nobody asked the ferrymen first”")).title
        == "Selwin Doe: “Nobody asked the ferrymen first”"
    )


def test_a_meta_tag_that_names_the_site_is_no_title() -> None:
    head = (
        "<title>Which boat suits which harbour? | Harbourman</title><meta property=og:title "
        "content=Harbourman><meta property=og:site_name content=Harbourman>"
    )
    assert page(head, titled("Which boat suits which harbour?")).title == "Which boat suits which harbour?"
    assert (
        page("<meta property=og:title content=Harbourman><meta property=og:site_name content=Harbourman>").title
        == "Harbourman"
    )


def test_a_title_that_was_cut_to_a_length_is_told_whole() -> None:
    whole = "The harbour opens again after years of repairs, and nobody is there to see it"
    assert (
        page(f"<title>{whole}</title><meta property=og:title content='The harbour opens again after years of…'>").title
        == whole
    )
    assert (
        page(f"<title>{whole}</title><meta property=og:title content='The harbour opens again after years ...'>").title
        == whole
    )


def test_a_printed_title_loses_the_name_of_the_site() -> None:
    head = "<meta property=og:site_name content='Harbour Times'>"
    assert page(head, titled("The ferry is late again - Harbour Times")).title == "The ferry is late again"
    assert page(head, titled("The ferry is late - again")).title == "The ferry is late - again"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The Hill Post: Well runs dry in Low Fell", "Well runs dry in Low Fell"),
        ("Hill Post: Well runs dry in Low Fell", "Well runs dry in Low Fell"),
        ("Hill fire: Well runs dry in Low Fell", "Hill fire: Well runs dry in Low Fell"),
        ("Well runs dry in Low Fell › Hill Post", "Well runs dry in Low Fell"),
    ],
)
def test_the_name_of_the_site_before_a_colon_or_after_a_mark(said: str, title: str) -> None:
    prose = "<p>The well of Low Fell ran dry on Monday for the first time since the year in which it was dug.</p>" * 4
    assert cleaner.clean(f"<title>{said}</title>{prose}", url="https://hillpost.example/well").title == title
