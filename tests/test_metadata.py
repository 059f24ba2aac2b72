"""Metadata: every source is asked, the most reliable one wins, and the article says which it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import Article
from cleaner.metadata import authors
from cleaner.metadata.candidates import strip_site
from cleaner.model import Head, Recognised

BODY = (
    "<article><p>The first paragraph of an article, a sentence with a comma and a full stop.</p><p>And the second one, which is as long as that.</p></article>"
)


def page(head: str = "", body: str = BODY, url: str | None = None, **thing: Any) -> Article:
    """The article of a page whose JSON-LD says `thing`."""
    script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>' if thing else ""
    return cleaner.clean(f"<html><head>{head}{script}</head><body>{body}</body></html>", url=url)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("by: Jane Doe, John Roe & Rana al-Odeh", ["Jane Doe", "John Roe", "Rana al-Odeh"]),
        ("Written by  Jane\n Doe | @janedoe", ["Jane Doe"]),
        ("Words by Jane Doe, JANE DOE", ["Jane Doe"]),
        ("By Byron Black", ["Byron Black"]),
        ("Anders Andersson", ["Anders Andersson"]),
        ("admin", []),
        ("14:20", []),
        ("https://example.org/jane", []),
        ("jane@example.org", []),
        ("", []),
        ("a name of far more words than any name has", []),
    ],
)
def test_names_of_a_byline(printed: str, names: list[str]) -> None:
    assert authors.from_byline(printed) == names


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ({"@type": "Person", "name": "Jane Doe"}, ["Jane Doe"]),
        ([{"name": "Jane Doe"}, {"name": "John Roe"}, {"name": "jane doe"}], ["Jane Doe", "John Roe"]),
        ({"name": ["Jane Doe", "John Roe"]}, ["Jane Doe", "John Roe"]),
        ({"@id": "#jane"}, ["Jane of the graph"]),
        ({"@id": "#nobody"}, []),
        ({"name": {"name": {"name": {"name": {"name": {"name": "Too deep"}}}}}}, []),
        ([[[[[[["Too deep"]]]]]]], []),
        (None, []),
        (5, []),
        ({}, []),
    ],
)
def test_names_of_json_ld(value: Any, names: list[str]) -> None:
    assert authors.from_jsonld(value, [{"@id": "#jane", "name": "Jane of the graph"}]) == names


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("A headline of some words | Middle East Eye", "A headline of some words"),
        ("A headline - Middle East Eye", "A headline"),
        ("A headline – middleeasteye.net", "A headline"),
        ("A headline - and its second half", "A headline - and its second half"),
        ("War and peace | Opinion", "War and peace | Opinion"),
        ("A headline of some words | News | Eye Site", "A headline of some words | News"),
        ("Is it I? - Me", "Is it I? - Me"),  # two letters that the host's name holds
        ("Who won - ?", "Who won - ?"),
        ("A headline", "A headline"),
    ],
)
def test_a_title_without_the_sites_name(title: str, stripped: str) -> None:
    found = Recognised(site="middleeasteye.net", head=Head(metas={"og:site_name": ["Eye Site"]}))
    assert strip_site(title, found) == stripped


def test_json_ld_comes_before_meta_tags_and_the_account_names_both() -> None:
    article = page("<meta property=og:title content='A title in the meta tags'>", headline="A headline of JSON-LD")
    assert article.title == "A headline of JSON-LD"
    assert article.sources["title"] == {"source": "json-ld:headline", "others": [{"source": "meta:og:title", "value": "A title in the meta tags"}]}


def test_the_heading_that_the_page_prints_comes_first() -> None:
    article = page(body=BODY.replace("<p>", "<h1>The heading as printed, in full</h1><p>", 1), headline="The heading as printed")
    assert article.title == "The heading as printed, in full"


def test_fields_of_json_ld() -> None:
    article = page(
        author=[{"name": "Jane Doe"}],
        datePublished="2019-02-23T10:27:00Z",
        dateModified="2019-02-24",
        articleSection=["News", "World"],
        keywords="one, two,, three",
        inLanguage="en",
    )
    assert article.authors == ("Jane Doe",)
    assert article.published == "2019-02-23T10:27+00:00"
    assert article.modified == "2019-02-24"
    assert article.section == "News"
    assert article.tags == ("one", "two", "three")


@pytest.mark.parametrize(("value", "tags"), [(["a, b", "c", 5, ""], ("a, b", "c")), (5, ()), (None, ()), ({"x": "y"}, ()), ("", ())])
def test_keywords_of_odd_types(value: Any, tags: tuple[str, ...]) -> None:
    assert page(keywords=value, headline="x").tags == tags


def test_fields_of_meta_tags() -> None:
    article = page(
        "<meta name=author content='Jane Doe'><meta property=article:published_time content='2019-02-23T10:27:31+04:00'>"
        "<meta property=article:modified_time content='2019-02-24T01:00Z'><meta property=article:section content=World>"
        "<meta property=article:tag content=one><meta property=article:tag content=two><link rel=canonical href='https://www.example.org/a'>"
    )  # fmt: skip
    assert (article.authors, article.section, article.tags) == (("Jane Doe",), "World", ("one", "two"))
    assert (article.published, article.modified) == ("2019-02-23T10:27:31+04:00", "2019-02-24T01:00+00:00")
    assert (article.url, article.site) == ("https://www.example.org/a", "example.org")


def test_a_date_is_said_as_precisely_as_any_source_says_it() -> None:
    article = page("<meta property=article:published_time content='2019-02-23T10:27:31+04:00'>", datePublished="2019-02-23")
    assert article.published == "2019-02-23T10:27:31+04:00"
    assert article.sources["published"]["source"] == "meta:article:published_time"
    other = page("<meta property=article:published_time content='2019-02-25T10:27'>", datePublished="2019-02-23")
    assert other.published == "2019-02-23"


def test_the_lines_of_bare_text() -> None:
    article = cleaner.clean(
        "A headline for a story\n\nBy Jane Doe\n\nUpdated: December 27, 2018 04:24 PM\n\n"
        "The first paragraph of an article, a sentence with a comma and a full stop.\n\nAnd the second one, which is as long as the first of them."
    )  # fmt: skip
    assert (article.title, article.authors, article.modified) == ("A headline for a story", ("Jane Doe",), "2018-12-27T16:24")


FIELDS = ("author", "keywords", "headline", "datePublished", "dateModified", "articleSection", "@graph", "@id")
KEYS = st.sampled_from((*FIELDS, "name", "@type", "mainEntity"))
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)))
def test_json_ld_of_any_shape_is_no_error(thing: dict[str, Any]) -> None:
    page(**thing)
