"""Hostile input: pages that would cost a parser minutes, hostile JSON-LD, and anything at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import CleanerError, LimitError, Options
from tests.conftest import FIXTURES

NESTS = 20_000


HOSTILE = {
    "divs nested and closed": "<div>" * NESTS + "x" + "</div>" * NESTS,
    "divs never closed": "<div>" * NESTS,
    "lists never closed": "<ul><li>" * NESTS,
    "spans closed by other names": "<span>x</em>" * NESTS,
    "fonts that multiply to 12.5 million nodes": "<p>".join(f"<font color={i}>" for i in range(5000)),
    "fonts that are closed at the end": "<p>".join(f"<font color={i}>" for i in range(5000)) + "</font>" * 5000,
    "fonts beside stray end tags": "".join(f"<font color={i}><p></x></x>" for i in range(4900)),
    "attributes of one tag": "<p " + " ".join(f"a{i}=1" for i in range(NESTS)) + ">x",
    "attributes that hold tags' ends": "<p " + " ".join(f"a{i}='>'" for i in range(NESTS)) + ">x",
    "attributes without spaces": "<p " + "".join(f'a{i}="<"' for i in range(NESTS)) + ">x",
    "bodies": "".join(f"<BODY a{i}>" for i in range(NESTS)) + "</p>" * NESTS,
    "roots": "".join(f"<html a{i}>" for i in range(NESTS)),
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_pages_on_which_a_parser_would_take_minutes_are_refused(page: str) -> None:
    with pytest.raises(LimitError):
        cleaner.clean(page, options=Options(input="html"))


HARMLESS = {
    "many options": "<select><selectedcontent></selectedcontent>" + "<option>x" * NESTS + "</select>",
    "definitions left open": "<dl>" + "<dt>x<dd>y" * NESTS,
    "one font left open many times": "<p><font color=red>x" * 4000,
    "a page in an attribute": f"<div data-page='{'{&quot;key&quot;: &lt;b&gt; some words here}, ' * 9000}'></div>",
    "a table": "<table>" + "<tr><td>12<td>Some text in a cell<td>More text</tr>\n" * 40_000 + "</table>",
    "paragraphs": "<html><body><article>"
    + "<p>This is an ordinary paragraph of a long page, with a comma and a full stop.</p>\n" * 60_000
    + "</article>",
}


@pytest.mark.slow
@pytest.mark.parametrize("page", HARMLESS.values(), ids=HARMLESS.keys())
def test_pages_that_only_look_hostile_or_are_large_are_cleaned(page: str) -> None:
    article = cleaner.clean(
        page + "<p>And this is the paragraph that closes it, a sentence with some words.", options=Options(input="html")
    )
    assert any("the paragraph that closes it" in block.text for block in article.blocks)


JSONLD = {
    "nested authors": '{"@type": "Article", "author": ' + "[" * 900 + "]" * 900 + "}",
    "nested too deep to read": "[" * 100_000,
    "open comments": "{" + "/*" * 100_000,
    "spaces after its end": "{}-->" + " " * 100_000 + "x",
    "blank lines": "{" + "\n" * 100_000 + "x",
    "many values": "1 " * 200_000,
    "a number of 5,000 digits": '{"@type": "Article", "position": ' + "9" * 5000 + "}",
    "values of odd types": '{"@type": ["Article", 5, null], "keywords": 5, "author": 7, "headline": {}, '
    '"datePublished": [], "articleSection": [[]]}',
}


@pytest.mark.parametrize("script", JSONLD.values(), ids=JSONLD.keys())
def test_hostile_json_ld_is_passed_over(script: str) -> None:
    page = (
        f'<html><head><script type="application/ld+json">{script}</script></head><body><p>A paragraph that holds a '
        f"sentence, and then some more.</p>"
    )
    assert "holds a sentence" in cleaner.clean(page).text


BODIES = {
    "elements left open": "&lt;div&gt;" * 20_000 + "x",
    "formatting elements left open": "".join(f"&lt;p&gt;&lt;font color={i}&gt;x" for i in range(5000)),
    "half a character": "\\ud800" * 500,
    "a script's end": "A sentence &lt;/script&gt; and another &lt;script&gt;, with a comma. " * 20,
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_hostile_article_bodies_are_read_or_passed_over(body: str) -> None:
    page = (
        f'<html><head><script type="application/ld+json">{{"@type": "Article", "articleBody": '
        f'"{body}"}}</script></head><body></body></html>'
    )
    article = cleaner.clean(page)
    script = "html > head:nth-child(1) > script:nth-child(1)"
    assert {block.source.path for block in article.blocks} == (set() if article.limits else {script})
    assert article.limits in ((), ("markup",))
    assert article.to_json().encode()


@pytest.mark.parametrize(
    "markup",
    [
        "<noscript>" * 2000 + "x" * 500,
        "<noscript><div>" * 2000 + "x",
        "<noscript>" + "<p>x</noscript><noscript>" * 20_000,
    ],
)
def test_noscript_without_end_is_read(markup: str) -> None:
    cleaner.clean(markup, options=Options(input="html"))


@pytest.mark.parametrize("path", sorted((FIXTURES / "hostile").iterdir()), ids=lambda path: path.name)
def test_hostile_files_are_cleaned_or_refused(path: Path) -> None:
    try:
        article = cleaner.clean(path.read_bytes())
    except CleanerError as error:
        assert "\n" not in str(error)
    else:
        assert article.confidence == 0.0 or article.text


PIECES = (
    "<p>", "</p>", "<div class='share related'>", "</div>", "<b>", "</i>", "<a href='?x'>", "</a>", "<br>", "<br><br>",
    "<table><tr><td>", "</table>",
    "<ul><li>", "<pre>", "</pre>", "<!--", "-->", "<script type=application/ld+json>", "</script>",
    "<img alt='A photo of a thing' src=x>",
    "<figure><figcaption>", "</figure>", "<h1>", "</h1>", "<time datetime=2019-02-30>", "<template>", "<svg><p>",
    "<title>", "</title>", "<frameset>",
    "<noscript>", "<span hidden>", "</span>", "<meta property=og:title content='A\u00a0title'>",
    "<link rel=canonical href='http://[x'>",
    "<html lang=xx-YY>", "&amp;", "&#0;", "&#xD800;", "\0", "Â ", "Some words of prose, with a comma, that go on for "
    "a while. ", "Read more: ", "By Jane Doe",
    "5 May 2019 10:30", "(AFP)", '{"@type":', "]}", "\u200d", "｡", " | ",
)  # fmt: skip


FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


INPUTS = FRAGMENTS | st.text(max_size=80) | st.binary(max_size=80)


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(INPUTS, st.sampled_from(("auto", "html", "text")), st.sampled_from((None, "naharnet.com", "http://[", "//")))
@example("<script type=application/ld+json>[[[[", "auto", None)
@example("\ud800", "html", None)
def test_whatever_comes_in_an_article_comes_out_or_an_error_of_ours(
    data: str | bytes, kind: str, url: str | None
) -> None:
    try:
        article = cleaner.clean(data, url=url, options=Options(input=kind))  # type: ignore[arg-type]
    except CleanerError:
        return
    for render in (article.to_json, article.to_markdown, article.to_xml, article.to_html):
        assert render().encode()
    assert all(article.text[slice(*block.span)] == block.text for block in article.blocks if block.span)
