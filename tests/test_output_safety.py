"""What leaves is safe to open, whatever a page holds: each format is read back by a parser of its own."""

from __future__ import annotations

import json
from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

import cleaner
from cleaner import Article, Options
from cleaner.urls import is_harmless, runs_script

SENTENCE = (
    "The council voted on Monday, after four hours of debate, to keep the old mill open until the spring of next year."
)
SCRIPTS = (
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "\x01javascript:alert(1)", " javascript:alert(1)", "\xa0javascript:alert(1)", "javascript&colon;alert(1)",
    "\u2028javascript:alert(1)", "\u2028\x01javascript:alert(1)", "\u3000data:text/html,x", "\x85 vbscript:x",
    "data:text/html,<script>alert(1)</script>", "DATA:text/html;base64,PHN2Zz4=", "vbscript:x", "file:///etc/passwd",
    "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "blob:https://x.example/1", "jar:file:///x!/",
)  # fmt: skip
# Pieces of what means something to a format, a terminal or a spreadsheet, and of what UTF-8 or XML can't hold.
PIECES = (
    *SCRIPTS, "<script>alert(1)</script>", "</script>", "</article>", "<img src=x onerror=alert(1)>", "<!--", "-->",
    "]]>",
    "<?php", "&lt;b&gt;", "&amp;lt;", "&#27;[2J", "&#x9b;2J", "\x1b[31m", "\x9b2J", "\x07", "\u202e", "\u2066",
    "\ufffe",
    "\uffff", "\ud800", "\udfff", "\x00", "\u2028", "\x85", "](javascript:x)", "![x](https://x.example/)",
    "[x]: javascript:x",
    "!", "[", "]", "(", ")", "`", "```", "~~~", "***", "# ", "> ", "- ", "1. ", "---", "===", "|", "\\", "$$",
    "=cmd|' /C calc'!A0",
    "+1", "@SUM(1)", '"', "'", "{{x}}", "<https://x.example/>", "https://x.example/<b>", " ", "\n", "word", "Mill",
)  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=6).map("".join)
HTML_TAGS = {
    "article": {"lang", "dir"}, "header": set(), "h1": set(), "h2": set(), "p": {"class"}, "ul": set(), "li": set(),
    "blockquote": set(), "pre": set(), "code": set(), "table": set(), "tbody": set(), "tr": set(), "td": set(),
    "br": set(),
    "a": {"href"}, "strong": set(), "em": set(), "figure": set(), "img": {"src", "alt"}, "figcaption": set(),
    "html": set(), "head": set(), "body": set(),
}  # fmt: skip


def page(evil: str, other: str) -> str:
    """An ordinary page with two hostile strings wherever it says something."""
    text, value = escape(evil, quote=False), escape(other)
    data = {
        "@type": "NewsArticle", "headline": evil, "image": other, "license": other, "url": other, "inLanguage": evil,
        "author": {"name": evil, "url": other}, "keywords": [evil, other], "articleSection": evil,
    "publisher": {"name": evil},
        "description": evil, "datePublished": evil, "speakable": {"cssSelector": [evil]}, "correction": evil,
    }  # fmt: skip
    script = json.dumps(data).replace("</", "<\\/")
    return f"""<html lang="{value}"><head><title>{text}</title><link rel=canonical href="{value}">
<link rel=amphtml href="{value}"><link rel=license href="{value}"><meta property="og:image" content="{value}">
<meta property="og:url" content="{value}"><meta name=author content="{value}">
<meta property="og:title" content="{value}">
<script type="application/ld+json">{script}</script></head><body><article><h1>{text}</h1>
<p>{SENTENCE}</p><h2>{text}</h2><p>{SENTENCE} {text}</p><p>{SENTENCE}
So it said!<a href="{value}">{text}</a> and it was so.</p>
<ul><li>{SENTENCE}</li><li>{text} is one of them.</li></ul><blockquote><p>{text} {SENTENCE}</p></blockquote>
<pre><code>{text}</code></pre><table><tr><td>{text}</td><td>{SENTENCE}</td></tr></table>
<p><strong>{text}</strong> <em>{text}</em> <code>{text}</code> {SENTENCE}</p>
<figure><img src="{value}" alt="{value}"><figcaption>{text} {SENTENCE}</figcaption></figure></article></body></html>"""


def check(article: Article) -> None:
    """All that an article gives out is safe."""
    record = article.to_json(links=True)
    assert json.loads(record.encode()) == json.loads(json.dumps(article.to_dict(links=True)))
    for address in (article.amp_url, article.image and article.image.image):
        assert not address or (is_harmless(address) and address.isprintable())
    assert not article.url or (article.url.isprintable() and not runs_script(article.url))  # a caller may name a file
    for caption in article.captions:
        assert not caption.image or is_harmless(caption.image)
    for link in article.links:
        assert is_harmless(link.href)
        assert link.href.isprintable()
    assert not article.licence or not runs_script(article.licence)
    ElementTree.fromstring(article.to_xml().encode())
    html_is_safe(article.to_html())
    markdown_is_safe(article.to_markdown())


def html_is_safe(markup: str) -> None:
    markup.encode()
    root = LexborHTMLParser(markup).root
    assert root is not None
    for node in list(root.traverse()):
        assert node.tag in HTML_TAGS
        assert node.attributes.keys() <= HTML_TAGS[node.tag]
        for name in ("href", "src"):
            assert is_harmless(node.attributes.get(name) or "")


def markdown_is_safe(markup: str) -> None:
    markup.encode()
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    reader.validateLink = lambda _: True  # type: ignore[method-assign]
    tokens_are_safe(reader.parse(markup))


def tokens_are_safe(tokens: list[Token]) -> None:
    for token in tokens:
        assert token.type not in ("html_block", "html_inline", "image")
        assert is_harmless(str(token.attrs.get("href", "")))
        tokens_are_safe(token.children or [])


@settings(max_examples=300, deadline=None)
@given(HOSTILE, HOSTILE)
@example("javascript:alert(1)", "\u2028javascript:alert(1)")
@example("\ud800", "\udfff")
@example("\x9b2J\u202e", "https://x.example/\x9b2J\u202e\ud800")
@example("So it said!", "https://x.example/")
def test_a_page_of_hostile_strings_gives_safe_output(evil: str, other: str) -> None:
    check(cleaner.clean(page(evil, other), url="https://x.example/a"))
    check(cleaner.clean(page(evil, other)))


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE, st.sampled_from(("html", "text")))
def test_hostile_text_and_addresses_give_safe_output(evil: str, other: str, form: str) -> None:
    options = Options(input=form)  # type: ignore[arg-type]
    check(cleaner.clean(f"{evil}\n\n{SENTENCE}\n\n{other}\n\n{SENTENCE}", url=other, options=options))


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_address_runs_a_script_or_holds_its_own_data(script: str) -> None:
    article = cleaner.clean(page("The mill", script), url="https://x.example/a")
    assert [link.href for link in article.links if not link.href.startswith("https://x.example/")] == []
    assert (article.url or "").startswith("https://x.example/")
    assert article.image is None or (article.image.image or "").startswith("https://x.example/")
    assert not runs_script(cleaner.clean(SENTENCE, url=script).url or "")


def test_ordinary_addresses_stay_as_they_are() -> None:
    for address in (
        "mailto:desk@x.example",
        "tel:+4912345",
        "https://x.example/a b?c=d:e#f",
        "/a:b",
        "#data:",
        "?javascript:x",
    ):
        assert is_harmless(address)
    assert cleaner.clean(SENTENCE, url="x.example:8080/story").url == "x.example:8080/story"


@pytest.mark.parametrize("escaped", [r"\ud800", r"\udc00", r"\ud83d\ud83d\ude00", r"\\\ud800", r"\uD83Dx"])
def test_half_a_surrogate_pair_becomes_the_sign_for_what_is_no_sign(escaped: str) -> None:
    data = '{"@type": "NewsArticle", "headline": "The X mill", "image": "https://x.example/X.jpg"}'.replace(
        "X", escaped
    )
    markup = f'<script type="application/ld+json">{data}</script><article><h1>The mill</h1><p>{SENTENCE}</p></article>'
    record = json.dumps(cleaner.clean(markup, url="https://x.example/\ud800").to_dict(), ensure_ascii=False)
    record.encode()
    assert "\ufffd" in record or "%EF%BF%BD" in record


def test_whole_surrogate_pairs_and_escaped_backslashes_stay() -> None:
    data = r'{"@type": "NewsArticle", "headline": "A \ud83d\ude00 mill \\ud800"}'
    markup = f'<script type="application/ld+json">{data}</script><article><p>{SENTENCE}</p></article>'
    assert cleaner.clean(markup).title == "A 😀 mill \\ud800"


def test_a_picture_is_no_part_of_the_markdown_of_a_link_behind_an_exclamation_mark() -> None:
    markup = f'<article><p>{SENTENCE} Look!<a href="https://x.example/b">at this</a></p></article>'
    assert "Look\\![at this](https://x.example/b)" in cleaner.clean(markup).to_markdown()
