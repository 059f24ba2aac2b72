"""JSON-LD as pages really write it: broken, nested, escaped, or hostile."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.model import PageContext
from cleaner.recognise import article_body, read_jsonld
from tests.pages import MILL, clean_mill

ARTICLE = {"@type": "NewsArticle", "headline": "A headline"}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A headline"}',
        '\n<!-- {"@type": "NewsArticle", "headline": "A headline"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A headline"}\n//]]>',
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "A headline"}/*]]>*/',
        '{"@type": "NewsArticle", "headline": "A headline",}',
        '{"@type": "NewsArticle", /* a note */ "headline": "A headline"}',
        '{\n  // a note\n"@type": "NewsArticle", "headline": "A headline"};',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A headline&quot;}",
        '[{"@type": "NewsArticle", "headline": "A headline"}]',
        '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "A headline"}]}',
        '{"@type": "NewsArticle", "headline": "A headline"} {"broken": ',
    ],
)
def test_json_ld_as_pages_write_it(script: str) -> None:
    assert read_jsonld([script]) == [ARTICLE]


def test_strings_keep_what_looks_like_a_comment_or_a_comma_too_many() -> None:
    thing = {"url": "https://example.org//x", "text": "a /* b */ ,] c"}
    assert read_jsonld(['{"url": "https://example.org//x", "text": "a /* b */ ,] c",}']) == [thing]
    assert read_jsonld(['{"headline": "two\nlines"}']) == [{"headline": "two\nlines"}]


def test_nested_things_follow_the_one_that_holds_them() -> None:
    things = read_jsonld(
        ['{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle"}}', '{"@type": "Person"} {"@type": "Place"}']
    )
    assert [thing["@type"] for thing in things] == ["WebPage", "NewsArticle", "Person", "Place"]


def test_articles_of_every_kind_are_articles() -> None:
    kinds = ["NewsArticle", "https://schema.org/Article", "schema:BlogPosting", ["Thing", "Report"], "Product", 5, None]
    context = PageContext(entities=[{"@type": kind} for kind in kinds])
    assert [thing["@type"] for thing in context.entities_of("Article")] == kinds[:4]
    assert [thing["@type"] for thing in context.entities_of("Product")] == ["Product"]


@pytest.mark.parametrize(
    ("body", "markup"),
    [
        ("One & two.\n\nThree < four.\r\n", "<p>One &amp; two.</p><p>Three &lt; four.</p>"),
        ("Fish &amp; chips &quot;to go&quot;", "<p>Fish &amp; chips &quot;to go&quot;</p>"),
        ("<p>One.</p><h2>Two</h2>", "<p>One.</p><h2>Two</h2>"),
        ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;", "<p>One &amp; two.</p>"),
        ("One <b>bold</b> word.\nTwo.", "<p>One <b>bold</b> word.</p><p>Two.</p>"),
        (["One."], ""),
        (" ", ""),
    ],
)
def test_an_article_body_is_lines_or_markup_escaped_or_not(body: object, markup: str) -> None:
    assert article_body([{"@type": "Person"}, {"@type": "NewsArticle", "articleBody": body}]) == markup


def test_no_more_things_are_read_than_describe_an_article() -> None:
    assert len(read_jsonld(["[" + ",".join(['{"a": 1}'] * 2000) + "]"])) == 400


@settings(deadline=None)
@given(st.text(st.sampled_from('{}[]",:/*<!->;\n\\ a1'), max_size=60) | st.text(max_size=30))
def test_no_script_is_an_error(script: str) -> None:
    read_jsonld([script])


def test_a_json_ld_string_that_nothing_closes_takes_no_time() -> None:
    assert read_jsonld(['{"@type": "NewsArticle", "a": "' + '\\"' * 300_000]) == []


@pytest.mark.parametrize(
    "script",
    [
        '\ufeff{"headline": "It is"}',
        '{"headline": "It is", // the title\n"url": "https://example.org/"}',
        '{"url": "a\\\\", // both\n"headline": "It is"}',
    ],
)
def test_json_ld_with_a_mark_or_comments(script: str) -> None:
    assert read_jsonld([script])[0]["headline"] == "It is"


def test_json_ld_with_escaped_apostrophes() -> None:
    assert read_jsonld(['{"headline": "It\\\'s so", "name": "a \\\\"}']) == [{"headline": "It's so", "name": "a \\"}]


@pytest.mark.parametrize(
    "kind",
    [
        "https://schema.org/NewsArticle",
        "http://schema.org/NewsArticle",
        "schema:NewsArticle",
        "https://schema.org#NewsArticle",
        ["Thing", "NewsArticle"],
    ],
)
def test_types_as_addresses(kind: Any) -> None:
    assert clean_mill(**{"@type": kind, "articleSection": "Villages"}).section == "Villages"


def test_a_broken_script_does_not_lose_the_others() -> None:
    assert read_jsonld(['{"headline": "a "mill" is sold"}', '{"headline": "b"}']) == [{"headline": "b"}]


@pytest.mark.parametrize(
    "around",
    [
        '[{"headline": "a"}, %s]',
        '{"@context": "https://schema.org", "@graph": [{"headline": "a"} %s]}',
        '{"headline": "a"} %s',
    ],
)
def test_what_stands_before_a_broken_member_counts(around: str) -> None:
    assert read_jsonld([around % '{"name": "a "mill" is sold"}']) == [{"headline": "a"}]


def test_a_graph_within_an_object() -> None:
    assert [
        thing["@type"]
        for thing in read_jsonld(['{"@type": "WebPage", "mainEntity": {"@graph": [{"@type": "Article"}]}}'])
    ] == ["WebPage", "Article"]


def test_numbers_are_values_and_what_is_none_is_not() -> None:
    (thing,) = read_jsonld(
        ['{"headline": 1984, "articleSection": NaN, "keywords": [7], "wordCount": %s}' % ("9" * 10_000)]
    )
    assert thing["wordCount"] == float("inf")
    article = cleaner.clean(
        '<script type="application/ld+json">{"@type": "Article", "headline": 1984, "articleSection": NaN, "keywords": '
        "[7]}</script>" + MILL
    )
    assert (article.title, article.section, article.tags) == ("1984", None, ("7",))


def test_quotation_marks_that_an_editor_made_curly() -> None:
    assert read_jsonld(["{“@type”: “Article”}"]) == [{"@type": "Article"}]


def test_of_a_key_that_comes_twice_the_last_counts() -> None:
    assert read_jsonld(['{"headline": "a", "headline": "b"}']) == [{"headline": "b"}]


KEYS = ("image", "keywords", "inLanguage", "hasPart", "isPartOf", "speakable", "correction", "publisher", "license",
"isAccessibleForFree",
        "alternativeHeadline", "thumbnailUrl", "articleSection", "description", "name", "url", "@id", "@type",
        "cssSelector", "text", "width")  # fmt: skip


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("", "x", "/a.jpg", "true", "#a", "NewsArticle", "\x00", "http://[")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_no_value_of_json_ld_is_an_error(thing: dict[str, Any]) -> None:
    """Whatever a page states: no field is an empty string, and each that has a value has a source."""
    script = json.dumps({"@graph": [{"@type": "NewsArticle", **thing}, thing]})
    record = clean_mill(f'<script type="application/ld+json">{script}</script>').to_dict()
    for name in (
        "title",
        "subtitle",
        "section",
        "description",
        "publisher",
        "licence",
        "site_name",
        "type",
        "language",
    ):
        assert record[name] != ""
        assert (record[name] is None) == (name not in record["sources"])


@pytest.mark.parametrize(
    "script",
    [
        "[" * 500_000,
        '{"a":' * 100_000,
        '{"@graph":[' * 50_000,
        "{ " * 300_000 + '"@graph"',
        '"' * 500_000,
        "{," * 200_000,
    ],
)
def test_hostile_scripts_take_no_time(script: str) -> None:
    begin = time.process_time()
    read_jsonld([script])
    assert time.process_time() - begin < 2
