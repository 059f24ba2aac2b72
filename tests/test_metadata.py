"""Metadata: every source is asked, the most reliable one wins, and the article says which it was."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from tests.pages import TWO_PARAGRAPHS, clean_page


def test_json_ld_comes_before_meta_tags_and_the_account_names_both() -> None:
    article = clean_page(
        "<meta property=og:title content='A title in the meta tags'>", headline="A headline of JSON-LD"
    )
    assert article.title == "A headline of JSON-LD"
    assert article.sources["title"] == {
        "source": "json-ld:headline",
        "others": [{"source": "meta:og:title", "value": "A title in the meta tags"}],
    }


def test_the_heading_that_the_page_prints_comes_first() -> None:
    article = clean_page(
        body=TWO_PARAGRAPHS.replace("<p>", "<h1>The heading as printed, in full</h1><p>", 1),
        headline="The heading as printed",
    )
    assert article.title == "The heading as printed, in full"


def test_fields_of_json_ld() -> None:
    article = clean_page(
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


@pytest.mark.parametrize(
    ("value", "tags"), [(["a, b", "c", 5, ""], ("a, b", "c", "5")), (5, ()), (None, ()), ({"x": "y"}, ()), ("", ())]
)
def test_keywords_of_odd_types(value: Any, tags: tuple[str, ...]) -> None:
    assert clean_page(keywords=value, headline="x").tags == tags


def test_fields_of_meta_tags() -> None:
    article = clean_page(
        "<meta name=author content='Jane Doe'><meta property=article:published_time "
        "content='2019-02-23T10:27:31+04:00'>"
        "<meta property=article:modified_time content='2019-02-24T01:00Z'><meta property=article:section content=World>"
        "<meta property=article:tag content=one><meta property=article:tag content=two><link rel=canonical "
        "href='https://www.example.org/a'>"
    )  # fmt: skip
    assert (article.authors, article.section, article.tags) == (("Jane Doe",), "World", ("one", "two"))
    assert (article.published, article.modified) == ("2019-02-23T10:27:31+04:00", "2019-02-24T01:00+00:00")
    assert (article.url, article.site) == ("https://www.example.org/a", "example.org")


def test_the_lines_of_bare_text() -> None:
    article = cleaner.clean(
        "A headline for a story\n\nBy Jane Doe\n\nUpdated: December 27, 2018 04:24 PM\n\n"
        "The first paragraph of an article, a sentence with a comma and a full stop.\n\nAnd the second one, which is "
        "as long as the first of them."
    )  # fmt: skip
    assert (article.title, article.authors, article.modified) == (
        "A headline for a story",
        ("Jane Doe",),
        "2018-12-27T16:24",
    )


def test_microdata_is_read_where_json_ld_and_meta_tags_are_silent() -> None:
    said = (
        "<span itemprop=author><span itemprop=name>Jane Doe</span></span><meta itemprop=datePublished "
        "content=2024-03-04T10:00>"
    )
    body = TWO_PARAGRAPHS.replace("<article>", f"<article><p>{said}</p>")
    article = clean_page("<link rel=canonical href='https://a.example/pier'>", body)
    assert (article.authors, article.published) == (("Jane Doe",), "2024-03-04T10:00")
    assert article.sources["published"]["source"] == "property:published"
    assert clean_page(body=body, author="John Roe").authors == ("John Roe",)


def test_the_fields_of_a_page() -> None:
    head = (
        "<meta property=og:site_name content='The Harbour Post'><meta property=og:description content='What "
        "&amp;quot;piers&amp;quot; are for'>"
        "<link rel=canonical href='https://a.example/pier'><link rel=amphtml href='/amp/pier'><link rel=license "
        "href='https://licences.example/by'>"
    )
    figure = (
        "<figure><img src='https://a.example/pier-800x600.jpg' alt='A pier'><figcaption>The pier. Photo: Jane "
        "Doe</figcaption></figure>"
    )
    article = clean_page(
        head,
        TWO_PARAGRAPHS.replace("<article>", f"<article>{figure}"),
        image={"url": "https://a.example/pier.jpg"},
        publisher={"@type": "Organization", "name": "Harbour Media"},
        isAccessibleForFree="False",
        speakable={"cssSelector": [".lead"]},
        correction="An earlier version named another pier.",
    )
    assert (article.site_name, article.publisher, article.type) == ("The Harbour Post", "Harbour Media", "NewsArticle")
    assert (article.amp_url, article.licence, article.paywalled) == (
        "https://a.example/amp/pier",
        "https://licences.example/by",
        True,
    )
    assert article.description == 'What "piers" are for'
    assert (article.speakable, article.corrections) == ((".lead",), ("An earlier version named another pier.",))
    assert article.image is not None
    assert (article.image.image, article.image.credit, article.image.alt) == (
        "https://a.example/pier.jpg",
        "Jane Doe",
        "A pier",
    )


@pytest.mark.parametrize(
    ("root", "direction"),
    [
        ("<html lang=ar>", "rtl"),
        ("<html lang=en>", "ltr"),
        ("<html dir=RTL lang=en>", "rtl"),
        ("<html dir=auto>", None),
        ("<html>", None),
    ],
)
def test_the_direction_is_declared_or_the_languages(
    root: str, direction: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleaner.language.identify", lambda _: None)  # what it says depends on an extra
    assert cleaner.clean(f"{root}<body>{TWO_PARAGRAPHS}").direction == direction


def test_the_direction_follows_the_identified_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.language.identify", lambda _: "he")
    assert cleaner.clean(f"<html><body>{TWO_PARAGRAPHS}").direction == "rtl"


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ("NewsArticle", "NewsArticle"),
        (["Article", "OpinionNewsArticle"], "OpinionNewsArticle"),
        ("https://schema.org/LiveBlogPosting", "LiveBlogPosting"),
    ],
)
def test_the_type_is_the_most_telling(kinds: Any, kind: str) -> None:
    script = json.dumps({"@type": kinds, "headline": "x"})
    assert cleaner.clean(f"<script type='application/ld+json'>{script}</script>{TWO_PARAGRAPHS}").type == kind


def test_links_of_the_text_come_on_request() -> None:
    body = TWO_PARAGRAPHS.replace("as long as that", "as long as <a href='/that'>that one</a>").replace(
        "</article>", "</article><nav><a href=/x>Menu</a></nav>"
    )
    article = clean_page("<link rel=canonical href='https://a.example/pier'>", body)
    (link,) = article.links
    assert (link.text, link.href) == ("that one", "https://a.example/that")
    assert "that one" in article.text[slice(*link.span)]


@pytest.mark.parametrize(("text", "count"), [("One two-three, four's 5.5 end.", 5), ("港は開く", 4), ("", 0)])
def test_words_are_counted(text: str, count: int) -> None:
    article = cleaner.clean(f"<article><p>{text or '<br>'}</p></article>")
    assert article.word_count == count


def test_long_hostile_lines_take_no_time() -> None:
    lines = ["By " + "Jane Doe and " * 4000, "By " + "a" * 60000, "1 min " * 9000, "| • " * 9000, "by Jane - " * 6000]
    body = "".join(f"<p class=byline>{line}</p>" for line in lines)
    started = time.perf_counter()
    clean_page(body=TWO_PARAGRAPHS.replace("<article>", f"<article><h1>The harbour opens</h1>{body}"))
    assert time.perf_counter() - started < 5


FIELDS = ("author", "keywords", "headline", "datePublished", "dateModified", "articleSection", "@graph", "@id")


KEYS = st.sampled_from((*FIELDS, "name", "@type", "mainEntity"))


SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)


JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)))
def test_json_ld_of_any_shape_is_no_error(thing: dict[str, Any]) -> None:
    clean_page(**thing)


def test_of_several_articles_the_pages_own_speaks() -> None:
    entities = [
        {
            "@type": "NewsArticle",
            "url": "https://example.org/other",
            "headline": "Another piece",
            "datePublished": "2020-01-01",
        },
        {
            "@type": "NewsArticle",
            "mainEntityOfPage": {"@id": "https://example.org/own/"},
            "headline": "The own piece",
            "datePublished": "2024-03-02",
        },
    ]
    article = clean_page(
        f"<link rel=canonical href=https://example.org/own><script "
        f'type="application/ld+json">{json.dumps(entities)}</script>'
    )
    assert (article.title, article.published) == ("The own piece", "2024-03-02")
