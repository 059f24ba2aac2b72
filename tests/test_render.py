"""Rendering: Markdown that reads back as the text, XML and HTML that parse, JSON with every field, and spans that point
where they say.
"""

from __future__ import annotations

import json
import string
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import cleaner
from cleaner import Article, Options
from cleaner.labels import Role
from tests.conftest import FIXTURES

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGE = """<html lang="en"><head><title>The <i>title</i></title><meta property="og:title" content="Ten *stars* for #1 &amp; co"></head><body><article>
<h1>Ten *stars* for #1 &amp; co</h1>
<p>The minister said, on Saturday, that <a href="https://example.org/a_(b)?x=1&y=2">the law</a> was <strong>over</strong>, and <em>that</em> was it.</p>
<h2>What <em>now</em> #</h2>
<p># No heading, 1 &lt; 2 &amp; 3 &gt; 2, a_b_c, *stars*, `ticks`, [brackets], &amp;amp; entities and C:\\dir, in a sentence of some length.</p>
<p>1986. A great year, said nobody who was there, and a number that must not begin a list of its own here.</p>
<ul><li>One item, that is long enough</li><li>- Another, with a dash before it</li></ul>
<blockquote><p>A quote, of two lines that are long,<br>and here the second of them goes on.</p></blockquote>
<pre><code>if a:
    b = "```"</code></pre>
<table><tr><td>Name</td><td>Value</td></tr><tr><td>a|b</td><td>2, a value</td></tr></table>
<p>It ended, as such things do, <b>“badly”</b>and with <code>a `tick`</code> in a sentence, which closes the page.</p>
<figure><img src="javascript:alert(1)" alt="x"><figcaption>A photo of the minister, in a hat. (AFP)</figcaption></figure>
</article></body></html>"""  # noqa: E501
CASES = sorted(path for path in FIXTURES.glob("*/*/input.*") if path.parent.parent.name != "hostile")


@pytest.fixture(scope="module")
def article() -> Article:
    return cleaner.clean(PAGE, url="https://example.org/x?a=1&b=2")


def plain(tokens: list[Token]) -> str:
    """The text that a Markdown reader sees."""
    out = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            out.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif token.type == "list_item_open":
            out.append(f"{token.info}{token.markup} ")
        elif token.type in ("fence", "code_block"):
            out.append(token.content + "\n")
        elif token.type == "inline":
            out.append(plain(token.children or []) + "\n")
        elif token.type in ("hr", "html_block", "html_inline", "image"):
            out.append(f"<{token.type}>")
    return "".join(out)


def read_back(markdown: str) -> list[str]:
    """The words of a document, as a CommonMark parser with tables reads them."""
    return plain(MarkdownIt("commonmark").enable("table").parse(markdown)).split()


def named_title(article: Article) -> str | None:
    """The title that stays in the text, too: renderers print it once."""
    return next((block.text for block in article.blocks if block.role is Role.TITLE and block.span), None)


def words(article: Article) -> list[str]:
    """The words that an article's Markdown should say: bullets and bars between cells are marks of the form."""
    body = article.text.removeprefix(f"{named_title(article)}\n\n")
    text = "\n".join((article.title or "", article.subtitle or "", body))
    return text.split()


def test_markdown_of_a_page(article: Article) -> None:
    markdown = article.to_markdown()
    assert markdown.startswith(
        "# Ten \\*stars\\* for #1 & co\n\nThe minister said, on Saturday, that "
        "[the law](https://example.org/a_%28b%29?x=1&y=2) was **over**, and *that* was it."
    )
    assert (
        "\n\n## What *now* \\#\n\n\\# No heading, 1 \\< 2 & 3 \\> 2, a\\_b\\_c, \\*stars\\*, \\`ticks\\`, "
        "\\[brackets\\], \\&amp; entities and C:\\\\dir" in markdown
    )
    assert "\n\n1986\\. A great year" in markdown
    assert (
        "\n\n- One item, that is long enough\n- Another, with a dash before it\n\n> A quote, of two lines that are "
        "long,\\\n> and here" in markdown
    )
    assert '\n\n````\nif a:\n    b = "```"\n````\n\n' in markdown
    assert "| Name | Value |\n| --- | --- |\n| a\\|b | 2, a value |" in markdown
    assert "“badly”and with `` a `tick` `` in" in markdown
    assert [word for word in read_back(markdown) if word not in "-|"] == [
        word for word in words(article) if word not in "-|"
    ]


MARKS = string.punctuation + "“”… 12abé\n"
LINES = st.lists(st.text(st.sampled_from(MARKS), min_size=1, max_size=12), min_size=1, max_size=4)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(LINES, LINES)
@example(["---"], ["==="])
@example(["~~~"], ["&amp;"])
@example(["1) a"], ["#"])
def test_any_signs_read_back(first: list[str], second: list[str]) -> None:
    prose = "A sentence of prose, as articles have them, which is long enough to be one."
    text = f"{prose}\n\n{' '.join(first)}\n\n{prose} {' '.join(second)}\n\n{prose}!"
    article = cleaner.clean(text, options=Options(input="text"))
    bare = [word.lstrip("-*+•") for word in read_back(article.to_markdown())]
    wanted = [word.lstrip("-*+•") for word in words(article)]
    assert [word for word in bare if word] == [word for word in wanted if word]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("- one\n- two", "- one\n- two\n"),
        ("1. one\n2. two", "1. one\n2. two\n"),
        ("10. ten\n9. nine", "- 10\\. ten\n- 9\\. nine\n"),
        ("• one\n• - two", "- one\n- \\- two\n"),
        ("Roses are red\nViolets are blue", "Roses are red\\\nViolets are blue\n"),
    ],
)
def test_lists_and_verse_of_bare_text(text: str, markdown: str) -> None:
    assert cleaner.clean(text, options=Options(input="text")).to_markdown() == markdown


def cleaned(path: Path) -> Article:
    return cleaner.clean(
        path.read_bytes(), url=json.loads((path.parent / "expected.json").read_text("utf-8")).get("url")
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_every_fixture_renders(path: Path) -> None:
    article = cleaned(path)
    assert all(article.text[slice(*block.span)] == block.text for block in article.blocks if block.span is not None)
    assert "".join(article.text.split()) == "".join(
        "".join(block.text.split()) for block in article.blocks if block.span is not None
    )
    ElementTree.fromstring(article.to_xml())
    assert json.loads(article.to_json()) == json.loads(json.dumps(article.to_dict()))
    sign = str.maketrans("", "", "-|*•·‣▪◦–+")
    assert "".join(read_back(article.to_markdown())).translate(sign) == "".join(words(article)).translate(sign)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_html_is_cleaned_to_the_same_text(path: Path) -> None:
    """But for lines that a site's set keeps and the generic rules lose: none of its names is written."""
    article = cleaned(path)
    again = cleaner.clean(article.to_html(), options=Options(input="html"))
    expected = article.text.removeprefix(f"{named_title(article)}\n\n")
    generic = cleaner.clean(path.read_bytes(), options=Options(site_rules=False)).text
    of_the_set = set(expected.splitlines()) - set(generic.splitlines())
    lost = set(expected.splitlines()) ^ set(again.text.splitlines())
    assert again.text == expected or (lost and lost <= of_the_set)


def test_xml_holds_the_metadata_and_the_body(article: Article) -> None:
    root = ElementTree.fromstring(article.to_xml())
    assert root.findtext(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title") == "Ten *stars* for #1 & co"
    pointer = root.find(f".//{TEI}ptr")
    assert pointer is not None
    assert pointer.get("target") == "https://example.org/x?a=1&b=2"
    assert [head.text for head in root.iter(f"{TEI}head")] == ["What now #"]
    assert [item.text for item in root.iter(f"{TEI}cell")] == ["Name", "Value", "a|b", "2, a value"]


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
@example("\x00\x0b\x1b\x7f\x85\ufffe\uffff\ud800", "]]>&<>\"'")
def test_xml_is_well_formed_whatever_the_text_and_the_url(text: str, url: str) -> None:
    article = cleaner.clean(f"{text} and a sentence.", url=url, options=Options(input="text"))
    ElementTree.fromstring(article.to_xml().encode("utf-8"))


def test_html_runs_no_script() -> None:
    links = '<a href="java\tscript:alert(1)">one</a>, <a href=" JavaScript:x">two</a> and <a href="/ok">three</a>'
    page = f"<article><p>A sentence with {links} links in it.</p></article>"
    html = cleaner.clean(page).to_html()
    assert "script" not in html.lower()
    assert '<a href="/ok">three</a>' in html


def test_html_of_a_page(article: Article) -> None:
    html = article.to_html()
    assert html.startswith(
        '<article lang="en">\n<header>\n<h1>Ten *stars* for #1 &amp; co</h1>\n</header>\n<p>The minister'
    )
    assert "<ul><li>One item, that is long enough</li><li>" in html
    assert (
        "<blockquote><p>A quote, of two lines that are long,<br>and here the second of them goes on.</p></blockquote>"
        in html
    )
    assert "<figcaption>A photo of the minister, in a hat. (AFP)</figcaption>" in html
    assert "alert" not in html


def test_json_has_every_field_and_names_the_versions(article: Article) -> None:
    data = json.loads(article.to_json(indent=2))
    assert data["schema"] == 2
    assert data["version"] == cleaner.__version__
    assert data["text"] == article.text
    assert len(data["blocks"]) == len(article.blocks)
    kept = [block for block in data["blocks"] if block["span"]]
    assert all(data["text"][slice(*block["span"])] == block["text"] for block in kept)
    assert "\n" not in article.to_json()
    assert {
        "title",
        "authors",
        "published",
        "language",
        "site",
        "captions",
        "comments",
        "removed",
        "confidence",
        "sources",
        "encoding",
    } <= set(data)
