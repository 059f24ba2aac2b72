"""Titles: what the page prints and what its head, JSON-LD and address say of it, weighed."""

from __future__ import annotations

import json
import time

import pytest

import cleaner
from cleaner.metadata.site_in_title import strip_site
from cleaner.metadata.site_name import site_keys
from cleaner.model import Head, PageContext
from tests.pages import TWO_PARAGRAPHS, clean_page


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("A headline of some words | Middle East Eye", "A headline of some words"),
        ("A headline - Middle East Eye", "A headline"),
        ("A headline – middleeasteye.net", "A headline"),
        ("A headline - and its second half", "A headline - and its second half"),
        ("War and peace | Opinion", "War and peace | Opinion"),
        ("A headline of some words | News | Eye Site", "A headline of some words"),
        ("Is it I? - Me", "Is it I? - Me"),  # two letters that the host's name holds
        ("Who won - ?", "Who won - ?"),
        ("A headline", "A headline"),
        ("A headline – Eye Site News Online", "A headline"),
        ("Two piers win - How the Eye Site lied", "Two piers win - How the Eye Site lied"),
        ("A site for sore eyes - Eye Site for all", "A site for sore eyes - Eye Site for all"),
        ("What is the value of the bitwise OR of 3 | 4?", "What is the value of the bitwise OR of 3 | 4?"),
        ("These are the winning numbers of 3 | 4", "These are the winning numbers of 3 | 4"),
    ],
)
def test_a_title_without_the_sites_name(title: str, stripped: str) -> None:
    context = PageContext(site="middleeasteye.net", head=Head(metas={"og:site_name": ["Eye Site"]}))
    assert strip_site(title, site_keys(context)) == stripped


def test_the_headline_is_what_is_printed_below_a_breadcrumb() -> None:
    body = (
        "<nav><ul><li>Home<li><h1>Harbour Port Selwin: all about the opening</h1></ul></nav>"
        "<article><h2>The harbour opens again, and nobody is there to see it</h2>"
        + TWO_PARAGRAPHS.removeprefix("<article>")
    )
    article = clean_page(
        "<meta property=og:title content='Harbour Port Selwin: all about the opening'>",
        body,
        headline="The harbour opens again, and nobody is there to see it",
    )
    assert article.title == "The harbour opens again, and nobody is there to see it"


def test_the_title_for_links_says_whether_a_kicker_belongs() -> None:
    body = TWO_PARAGRAPHS.replace("<article>", "<article><h1>Premiere: The hotel opens as a theatre</h1>")
    assert (
        clean_page("<meta property=og:title content='The hotel opens as a theatre'>", body).title
        == "The hotel opens as a theatre"
    )


def test_a_heading_that_names_the_site_is_no_title() -> None:
    head = (
        "<title>Jane's Notes: A short history of piers</title><meta property=og:title content='A short history of "
        "piers'>"
    )
    assert clean_page(head, "<h1>Jane's Notes</h1>" + TWO_PARAGRAPHS).title == "A short history of piers"


def test_witnesses_that_agree_outvote_one() -> None:
    head = "<title>A tale of two piers</title><meta property=og:title content='A tale of two piers'>"
    body = TWO_PARAGRAPHS.replace("<article>", "<article><h1>Two piers, one tale and no ferry</h1>")
    assert clean_page(head, body, headline="A tale of two piers").title == "A tale of two piers"
    assert clean_page("<title>A tale of two piers</title>", body).title == "Two piers, one tale and no ferry"


def test_a_live_blog_is_called_by_its_title_for_links() -> None:
    body = TWO_PARAGRAPHS.replace("<article>", "<article><h1>Harbour LIVE: the third ship comes in</h1>")
    script = json.dumps({"@type": "LiveBlogPosting", "headline": "Harbour LIVE: the third ship comes in"})
    head = (
        f"<meta property=og:title content='The harbour opens: what happened when'><script "
        f"type='application/ld+json'>{script}</script>"
    )
    assert clean_page(head, body).title == "The harbour opens: what happened when"


def test_a_title_that_its_template_cut_at_a_quotation_mark_is_told_whole() -> None:
    head = (
        '<title>The winner of the day and &quot;a royal visit&quot;</title><meta property=og:title content="The '
        'winner of the day and "a royal visit"">'
    )
    body = f"<article><h2>What the town saw when all of it ran</h2>{TWO_PARAGRAPHS}</article>"
    assert clean_page(head, body).title == 'The winner of the day and "a royal visit"'


def test_a_title_of_thousands_of_parts_is_read_at_once() -> None:
    begin = time.process_time()
    assert clean_page(f"<title>{'a | ' * 3000}</title>").title is None
    strip_site("Eye Site | " * 100_000, ("eyesite",))
    assert time.process_time() - begin < 1.5


def titled(heading: str) -> str:
    """A body whose article begins with a heading."""
    return TWO_PARAGRAPHS.replace("<article>", f"<article><h1>{heading}</h1>")


def test_the_address_decides_where_the_witnesses_are_even() -> None:
    head = (
        "<title>How the harbour pays for its new lighthouse</title><meta property=og:title content='How the "
        "harbour pays for its new lighthouse'>"
    )
    body = titled("A word from the editor of these pages")
    assert clean_page(head, body).title == "A word from the editor of these pages"
    assert (
        clean_page(head, body, url="https://example.org/news/how-the-harbour-pays-for-its-new-lighthouse").title
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
        clean_page(head, titled("A word from the editor of these pages"), url=url).title
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
    assert clean_page(head, titled("A word from the editor of these pages"), url=url).title == heading


def test_the_headline_that_two_kickers_stand_before() -> None:
    body = titled("The piers of the north <span>“Nobody asked the ferrymen first”</span>")
    head = "<meta property=og:title content='Harbour in trouble: “Nobody asked the ferrymen first”'>"
    assert clean_page(head, body).title == "“Nobody asked the ferrymen first”"


def test_what_two_titles_share_before_a_colon_belongs_to_them() -> None:
    head = "<meta property=og:title content='Selwin Doe: “Nobody asked the ferrymen first”'>"
    assert (
        clean_page(head, titled("Captain Selwin Doe: “Nobody asked the ferrymen first”")).title
        == "Selwin Doe: “Nobody asked the ferrymen first”"
    )


def test_a_meta_tag_that_names_the_site_is_no_title() -> None:
    head = (
        "<title>Which boat suits which harbour? | Harbourman</title><meta property=og:title "
        "content=Harbourman><meta property=og:site_name content=Harbourman>"
    )
    assert clean_page(head, titled("Which boat suits which harbour?")).title == "Which boat suits which harbour?"
    assert (
        clean_page("<meta property=og:title content=Harbourman><meta property=og:site_name content=Harbourman>").title
        == "Harbourman"
    )


def test_a_title_that_was_cut_to_a_length_is_told_whole() -> None:
    whole = "The harbour opens again after years of repairs, and nobody is there to see it"
    assert (
        clean_page(
            f"<title>{whole}</title><meta property=og:title content='The harbour opens again after years of…'>"
        ).title
        == whole
    )
    assert (
        clean_page(
            f"<title>{whole}</title><meta property=og:title content='The harbour opens again after years ...'>"
        ).title
        == whole
    )


def test_a_printed_title_loses_the_name_of_the_site() -> None:
    head = "<meta property=og:site_name content='Harbour Times'>"
    assert clean_page(head, titled("The ferry is late again - Harbour Times")).title == "The ferry is late again"
    assert clean_page(head, titled("The ferry is late - again")).title == "The ferry is late - again"


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
