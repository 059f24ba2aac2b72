"""Values of fields as templates really write them: lists, addresses, escapes and what is empty."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.pages import MILL, MILL_URL, clean_mill


def test_the_first_member_that_says_something() -> None:
    assert clean_mill(articleSection=["", None, "Villages"]).section == "Villages"


@pytest.mark.parametrize(
    "keywords",
    ["mills; weavers; roofs", ["mills, weavers, roofs"], "mills،weavers， roofs", "mills、weavers、roofs"],
)
def test_lists_of_tags_in_one_string(keywords: Any) -> None:
    assert clean_mill(keywords=keywords).tags == ("mills", "weavers", "roofs")


def test_a_list_of_tags_is_one_already() -> None:
    assert clean_mill(keywords=["Ann Weir, weaver", "mills"]).tags == ("Ann Weir, weaver", "mills")


def test_an_escaped_sign_parts_no_tags() -> None:
    assert clean_mill('<meta name=keywords content="Weir &amp;amp; Sons, mills">').tags == ("Weir & Sons", "mills")


@pytest.mark.parametrize("said", ["https://ledger.example/", "/", "7", " | "])
def test_an_address_or_a_mark_is_no_name(said: str) -> None:
    article = clean_mill(
        f'<meta property="og:site_name" content="{said}"><meta property="article:section" content="{said}">',
        publisher={"name": "Ledger Press"},
    )
    assert (article.section, article.site_name) == (None, "Ledger Press")


def test_a_description_that_only_the_page_object_has() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "x"},
            {"@type": "WebPage", "description": "Who bought the mill"},
        ]
    }
    article = clean_mill(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (article.description, article.sources["description"]["source"]) == (
        "Who bought the mill",
        "json-ld:description",
    )


def test_links_to_tags_and_to_the_category() -> None:
    links = '<p><a rel="category tag" href=/c/1>› Villages</a> <a rel="category tag" href=/c/2>News</a></p>'
    links += "<p><a rel=tag href=/t/1>#mills</a> <a rel=tag href=/t/2>Roofs</a></p>"
    aside = "<aside class=related><a rel=tag href=/t/9>Ferries</a></aside>"
    article = clean_mill(body=f"<article><h1>Low Fell sells its mill</h1>{MILL}{links}</article>{aside}")
    assert (article.section, article.tags) == ("Villages", ("mills", "Roofs"))
    assert (
        article.sources["tags"]["source"]
        == article.sources["section"]["source"].replace("section", "tags")
        == "property:tags"
    )


def test_the_category_of_what_has_none() -> None:
    assert clean_mill(body='<a rel="category tag" href=/c/1>Uncategorized</a>' + MILL).section is None


def test_a_moment_in_the_title_of_an_abbreviation() -> None:
    stamp = '<abbr itemprop=datePublished title="2012-07-09T21:15:00+01:00">9:15 PM</abbr>'
    inner = f"<h3 itemprop=name>Low Fell sells its mill</h3><div itemprop=articleBody>{MILL}</div>{stamp}"
    item = f'<div itemscope itemtype="https://schema.org/BlogPosting">{inner}</div>'
    assert (
        clean_mill(body=f"<h2 class=date-header>Monday, July 9, 2012</h2>{item}").published == "2012-07-09T21:15+01:00"
    )


def test_an_address_that_was_escaped_twice() -> None:
    article = clean_mill('<meta property="og:image" content="https://ledger.example/a.jpg?w=1&amp;amp;h=2">')
    assert article.image is not None
    assert article.image.image == "https://ledger.example/a.jpg?w=1&h=2"


@pytest.mark.parametrize(
    "canonical",
    ["https://ledger.example/", "https://ledger.example", "/", "https://ledger.example/index.html", "https://mill"],
)
def test_a_template_that_states_the_front_page(canonical: str) -> None:
    article = clean_mill(f'<link rel=canonical href="{canonical}"><meta property="og:url" content="{MILL_URL}">')
    assert (article.url, article.sources["url"]["source"]) == (MILL_URL, "meta:og:url")
    assert clean_mill(f'<link rel=canonical href="{canonical}">').url == MILL_URL


@pytest.mark.parametrize("given", [None, "https://ledger.example/?from=mail", "https://ledger.example/index.php"])
def test_the_front_page_itself(given: str | None) -> None:
    assert clean_mill('<link rel=canonical href="https://ledger.example/">', url=given).url == "https://ledger.example/"


def test_a_place_that_a_template_left_empty() -> None:
    assert (
        clean_mill('<meta name=category content="{$category}"><meta name=category content="Villages">').section
        == "Villages"
    )


@pytest.mark.parametrize("name", ["DC.subject", "dcterms.subject", "citation_keywords"])
def test_tags_of_catalogues(name: str) -> None:
    assert clean_mill(f'<meta name="{name}" content="mills; weavers">').tags == ("mills", "weavers")


@pytest.mark.parametrize(
    ("link", "address"),
    [("/amp/mill", "https://ledger.example/amp/mill"), ("javascript:void(0)", None), (" ", None), ("http://[", None)],
)
def test_only_an_address_is_that_of_the_amp_page(link: str, address: str | None) -> None:
    assert clean_mill(f'<link rel=amphtml href="{link}">').amp_url == address
