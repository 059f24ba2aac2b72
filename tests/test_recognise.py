"""What a page tells of itself: whose it is, by what rules it is read, and in what language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaner import Options
from cleaner.model import Block, Head, PageContext
from cleaner.recognise import read_microdata, recognise_html, recognise_text
from cleaner.recognise.head import read_head
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry
from cleaner.urls import registrable

OLD_AND_NEW = """
name = "Example"
hosts = ["example.org", "example.com"]
mirrors = ["example.arc.net"]
language = "en"
fingerprints = ["Example delivers", "/^Follow Example on/"]
[[layout]]
name = "new"
body = ["div.body"]
title = ["h1"]
published = ["time"]
remove.share = [".share"]
[[layout]]
name = "old"
body = ["td.text"]
title = ["font.head", "h1"]
"""


FAMILY = """
name = "Press"
recognise = ["meta[name=generator][content^=Press]"]
[[layout]]
remove.tags = [".tags"]
"""


REGISTRY = Registry([parse(OLD_AND_NEW, "example.toml")], [parse(FAMILY, "press.toml", "family")])


def page_context(html: str, url: str | None = None, options: Options | None = None) -> PageContext:
    return recognise_html(LexborHTMLParser(html), url, REGISTRY, options or Options())


def text_context(*lines: str, url: str | None = None) -> PageContext:
    return recognise_text([Block(line) for line in lines], url, REGISTRY, Options())


@pytest.mark.parametrize(
    ("html", "url", "site", "rules"),
    [
        ("<p>x", "https://www.example.org/a", "example.org", "example"),
        ("<p>x", "http://EXAMPLE.com:8080/a", "example.com", "example"),
        ("<p>x", "example.org/a", "example.org", "example"),
        ("<p>x", "https://example.arc.net/a", "example.org", "example"),  # a mirror
        ("<link rel=canonical href='https://example.org/a'>", None, "example.org", "example"),
        ("<meta property=og:url content='https://example.org/a'>", None, "example.org", "example"),
        ("<link rel=canonical href='https://example.org/a'>", "https://webcache.net/x", "example.org", "example"),
        ("<link rel=canonical href='/a'>", None, None, None),
        ("<link rel=canonical href='javascript:x'>", None, None, None),
        ("<p>x", "https://news.other.co.uk/", "other.co.uk", None),
        ("<p>x", "https://notexample.org/", "notexample.org", None),
        ("<p>x", "http://127.0.0.1/", "127.0.0.1", None),
        ("<p>x", "http://[::1]/", "::1", None),
        ("<p>x", "http://[", None, None),
        ("<p>x", None, None, None),
    ],
)
def test_whose_page_it_is(html: str, url: str | None, site: str | None, rules: str | None) -> None:
    context = page_context(html, url)
    assert (context.site, context.rules.slug if context.rules else None) == (site, rules)


def test_the_canonical_link_is_the_pages_address() -> None:
    html = "<link rel='shortlink canonical' href='../a?b#c'><meta property=og:url content='https://example.org/no'>"
    assert page_context(html, "https://example.org/x/y").url == "https://example.org/a?b#c"
    assert page_context("<p>x", "https://example.org/x").url == "https://example.org/x"


def test_a_stray_element_does_not_hide_the_rest_of_the_head() -> None:
    html = "<html><head><div></div><link rel=canonical href='https://example.org/a'></head><body>x"
    assert page_context(html).url == "https://example.org/a"


def test_site_rules_can_be_left_out_and_families_stay() -> None:
    context = page_context(
        "<meta name=generator content='Press 2'><p>x", "https://example.org/", Options(site_rules=False)
    )
    assert context.rules is None
    assert context.site == "example.org"
    assert [family.slug for family in context.families] == ["press"]


@pytest.mark.parametrize(
    ("html", "layout", "fit"),
    [
        ("<h1>T</h1><time>x</time><div class=body>y</div>", "new", 1.0),
        ("<h1>T</h1><div class=body>y</div>", "new", 0.667),
        ("<table><td class=text><font class=head>T</font>", "old", 1.0),
        ("<h1>T</h1><time>x</time><p>no body", None, 0.0),
    ],
)
def test_the_layout_that_fits_best_serves(html: str, layout: str | None, fit: float) -> None:
    context = page_context(html, "https://example.org/")
    assert (context.layout, context.fit) == (layout, fit)


def test_what_selectors_hit_becomes_marks_and_fields() -> None:
    html = "<h1>A <b>title</b></h1><time datetime=2019-02-23>Saturday</time><div class=body><p class=share>x</div>"
    context = page_context(html, "https://example.org/")
    assert context.fields == {"title": ["A title"], "published": ["2019-02-23"]}
    assert sorted((str(mark.label), mark.rule) for mark in context.marks.values()) == [
        ("None", "example:body"),
        ("published", "example:published"),
        ("share", "example:share"),
        ("title", "example:title"),
    ]


def test_text_is_known_by_its_url_else_by_its_fingerprints() -> None:
    assert text_context("x", url="https://www.example.com/").site == "example.com"
    told = text_context("x", "Example delivers", "y")
    assert (told.site, told.rules.slug if told.rules else None) == ("example.org", "example")
    assert text_context("x", "Example delivers", url="https://other.net/").rules is None
    assert text_context("Example delivers news").site is None


def test_fingerprints_are_looked_for_at_both_ends_of_a_long_text() -> None:
    lines = ["x"] * 5000
    assert text_context(*lines, "Follow Example on X").site == "example.org"
    assert text_context("Follow Example on X", *lines).site == "example.org"


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=en-GB>", "en"),
        ("<html xml:lang='ar'>", "ar"),
        ("<html lang=''><meta http-equiv=content-language content=fr-CA>", "fr"),
        ("<meta property=og:locale content=de_AT>", "de"),
        ("<html lang='not a tag'>", None),
        ("<p>x", None),
    ],
)
def test_the_declared_language(html: str, language: str | None) -> None:
    assert page_context(html).language == language


def test_the_rule_sets_language_where_the_page_declares_none() -> None:
    assert page_context("<p>x", "https://example.org/").language == "en"
    assert page_context("<html lang=ar><p>x", "https://example.org/").language == "ar"


def test_the_head_is_read_once() -> None:
    head = read_head(LexborHTMLParser(
        "<title>A\n title</title><title>no</title><meta name=Author content=' Jane '><meta name=author "
        "content=John><meta name=empty content=''>"
        "<meta itemprop=dateModified content=2019-02-23><script "
        "type='application/ld+json'>{}</script><script>x</script>"
    ))  # fmt: skip
    assert head.title == "A title"
    assert head.metas == {"author": ["Jane", "John"], "datemodified": ["2019-02-23"]}
    assert head.jsonld == ["{}"]
    assert head.first("none", "author") == "Jane"


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.example.org", "example.org"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
        ("co.uk", "co.uk"),
        (None, None),
    ],
)
def test_the_registrable_part_of_a_host(host: str | None, site: str | None) -> None:
    assert registrable(host) == site


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_no_address_is_an_error(url: str, link: str) -> None:
    page_context(f"<link rel=canonical href='{link}'>", url)
    text_context("x", url=url)


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<span itemprop=author>Jane Doe</span>", {"author": ["Jane Doe"]}),
        (
            "<div itemprop=author><a itemprop=url href=/j><b itemprop=name>Jane Doe</b></a><p>writes</div>",
            {"author": ["Jane Doe"]},
        ),
        (
            "<p><a rel=author href=/j>Jane Doe</a> and <a rel=author href=/r>John Roe</a></p>",
            {"author": ["Jane Doe", "John Roe"]},
        ),
        ("<p><a rel=author>Jane Doe</a></p><aside><a rel=author>John Roe</a></aside>", {"author": ["Jane Doe"]}),
        ("<div class=comment-list><span itemprop=author>John Roe</span></div>", {}),
        ("<time itemprop=datePublished datetime=2024-03-04>4 March</time>", {"published": ["2024-03-04"]}),
        ("<i property='schema:dateModified' content=2024-03-05></i>", {"modified": ["2024-03-05"]}),
        ("<div itemprop=author>" + "word " * 60 + "</div>", {}),
        ("<p>nothing", {}),
        ("", {}),
    ],
)
def test_microdata_rdfa_and_links_to_authors(html: str, read: dict[str, list[str]]) -> None:
    assert read_microdata(LexborHTMLParser(html), PageContext()) == read


def test_what_json_ld_or_a_meta_tag_says_is_not_looked_for() -> None:
    html = "<span itemprop=author>Jane Doe</span><i itemprop=datePublished content=2024-03-04></i>"
    known = PageContext(
        entities=[{"@type": "NewsArticle", "author": "John Roe"}],
        head=Head(metas={"article:published_time": ["2024-03-05"]}),
    )
    assert read_microdata(LexborHTMLParser(html), known) == {}


def test_json_ld_that_a_framework_wrote_into_a_meta_tag() -> None:
    head = read_head(LexborHTMLParser("""<head><meta name="script:ld+json" content='{"@type": "Article"}'>"""))
    assert head.jsonld == ['{"@type": "Article"}']
    assert "script:ld+json" not in head.metas


def test_json_ld_of_the_head_stands_before_that_of_the_body_and_what_a_page_does_not_show_is_not_read() -> None:
    script = '<script type="application/LD+json">{"name": "%s"}</script>'
    html = f"<head>{script % 'head'}<body>{script % 'body'}<svg>{script % 'svg'}</svg><p>{script % 'paragraph'}</p>"
    context = page_context(html)
    assert [entity["name"] for entity in context.entities] == ["head", "body", "paragraph"]


def test_a_layout_names_what_stands_in_the_head_and_its_fit_does_not_depend_on_it() -> None:
    rules = """
name = "Example"
hosts = ["example.org"]
[[layout]]
body = ["div.body"]
title = ["h1"]
description = [".teaser", "meta[name=description]"]
image = ["img.lead"]
licence = ["a.licence"]
"""
    html = (
        "<meta name=description content='What it is about'><h1>x</h1><img class=lead src=/a.jpg><a class=licence "
        "href=/by>CC</a><div class=body>y</div>"
    )
    known = Registry([parse(rules, "example.toml")], [])
    context = recognise_html(LexborHTMLParser(html), "https://example.org/a", known, Options())
    assert (context.fields["description"], context.fields["image"], context.fields["licence"]) == (
        ["What it is about"],
        ["/a.jpg"],
        ["/by"],
    )
    without = recognise_html(
        LexborHTMLParser("<h1>x</h1><div class=body>y</div>"), "https://example.org/a", known, Options()
    )
    assert context.fit == without.fit == 1.0


def test_item_properties_in_the_body_are_not_the_heads() -> None:
    body = (
        "<p>Text</p><div itemprop=comment><meta itemprop=datePublished content=2024-05-06></div><meta "
        "property=og:title content='A stray title'>"
    )
    assert read_head(LexborHTMLParser(f"<html><head></head><body>{body}</body></html>")).metas == {
        "og:title": ["A stray title"]
    }
