"""The hostile classes that `benchmarks.hostile` measures: each a way to make a page of any size, most of them products of
a few pieces and the shapes and places that these come in.

A piece is repeated until the size is reached; `{n}` in it is its number, so that nothing can be remembered from the page
before. Every page is filled to its size with the class alone: an ordinary page holds some of anything, these hold nothing
else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Makes a page or text of a size, its pieces numbered from the second argument on.
Form = Callable[[int, int], str]

SENTENCE = (
    "The ferry to Gull Island sailed again on Monday, nine years after the line was closed, the harbour office said in "
    "report {n}. "
)
HEAD = (
    '<!DOCTYPE html><html lang="en"><head><title>The ferry returns</title></head><body><article><h1>The ferry '
    f"returns</h1><p>{SENTENCE * 3}</p>"
)
TAIL = "</article></body></html>"
# The prefix of a class that is no HTML.
TEXT = "text: "
# Elements nested in each other, and closed again: real pages stay below.
_DEEP = 60

_ELEMENTS = (
    "p div span a b em font i code s u small li ul ol dl dd td tr table caption h2 blockquote q pre section article aside "
    "nav header footer main figure figcaption img br hr wbr time cite sup sub label button input select option textarea "
    "iframe object script style noscript template svg math ruby rt details summary address form center x-part"
).split()
_SHAPES = {
    "filled": "<{tag}>word {n} of it</{tag}>\n",
    "empty": "<{tag}></{tag}>",
    "left open": "<p>x<{tag}>y {n}</p>",
    "with a class of its own": '<{tag} class="part-{n} c{n}" id="i{n}">word {n}</{tag}>\n',
    "hidden": "a <{tag} hidden>word {n}</{tag}> b",
    "alternated": "<p>Some words <{tag}>word {n}</{tag}> and more.</p><{tag}>x</{tag}>",
}
_PLACED = {
    "words": "word {n} ", "paragraphs": "<p>word {n}</p>", "bold": "<b>{n}</b>", "links": '<a href="/{n}">x</a>',
    "comments": "<!-- {n} -->", "end tags": "</div></p>", "entities": "&amp;&lt;{n}&nbsp;", "angles": "< {n} > ",
}  # fmt: skip
_PLACES = {
    "head": ("<html><head>", "</head><body><p>x</p>"), "title": ("<title>", "</title><p>x</p>"),
    "table": ("<table>", "</table>"), "cell": ("<table><tr><td>", "</table>"), "list": ("<ul>", "</ul>"),
    "script": ("<script>", "</script><p>x</p>"), "style": ("<style>", "</style><p>x</p>"),
    "comment": ("<!-- ", " --><p>x</p>"), "noscript": ("<noscript>", "</noscript>"),
    "textarea": ("<textarea>", "</textarea><p>x</p>"), "select": ("<select>", "</select><p>x</p>"),
    "template": ("<template>", "</template><p>x</p>"), "shadow tree": ("<div><template shadowrootmode=open>", "</template></div>"),
    "svg": ("<svg>", "</svg><p>x</p>"), "math": ("<p>x <math><mi>", "</mi></math></p>"), "preformatted": ("<pre>", "</pre>"),
    "heading": ("<h1>", "</h1>"), "link": ('<a href="/x">', "</a>"), "figure": ("<figure><figcaption>", "</figcaption></figure>"),
    "hidden span": ("<p>x <span hidden>", "</span> y</p>"), "read aloud": ('<p>x <span class="sr-only">', "</span> y</p>"),
    "hidden part": ("<div hidden>", "</div>"), "details": ("<details><summary>x</summary>", "</details>"),
}  # fmt: skip
_VALUES = {
    "one word": "a", "words": "w{n} ", "parts": "a-b{n}-", "digits": "7", "spaces": " ", "slashes": "/a{n}", "dots": "a.",
    "entities": "&amp;", "nested entities": "amp;", "percents": "%41", "marks": "e\u0301\u0316", "capitals": "aB",
    "declarations": "color:red;", "queries": "&q{n}=1",
}  # fmt: skip
_ATTRIBUTES = (
    ("p", "class"), ("span", "class"), ("div", "id"), ("p", "style"), ("span", "style"), ("a", "href"), ("img", "src"),
    ("img", "alt"), ("time", "datetime"), ("div", "itemprop"), ("html", "lang"), ("div", "role"), ("abbr", "title"),
)  # fmt: skip
# Characters of an attribute's value on each of many elements.
_PIECE_OF_VALUE = 700
_META = (
    "author", "article:author", "og:title", "og:url", "og:image", "description", "keywords", "date",
    "article:published_time", "article:tag", "og:site_name", "twitter:creator", "news_keywords", "og:locale",
)  # fmt: skip
_META_VALUES = {
    "numbered": "Anna Gull {n}", "names": "Anna Gull {n}, Ben Tern {n} and Cid Auk", "dates": "2021-05-03T10:{n}",
    "addresses": "https://a{n}.example/b/{n}",
}  # fmt: skip
_JSON = {
    "authors": ('"author": [', '{"@type": "Person", "name": "Anna Gull {n}"},', '"x"]'),
    "authors' names": ('"author": [', '"Anna Gull {n}",', '"x"]'),
    "author of many names": ('"author": "', "Anna Gull {n}, ", '"'),
    "authors joined": ('"author": "', "Anna Gull{n} and ", '"'),
    "publishers": ('"publisher": [', '{"@type": "Organization", "name": "Post {n}"},', "{}]"),
    "keywords": ('"keywords": [', '"word {n}",', '"x"]'),
    "keywords in one": ('"keywords": "', "word {n}, ", '"'),
    "sections": ('"articleSection": [', '"Part {n}",', '"x"]'),
    "images": ('"image": [', '{"url": "https://a.example/{n}.jpg"},', '"x"]'),
    "headline": ('"headline": "', "word {n} ", '"'),
    "nested entities": ('"headline": "&', "amp;", 'lt;"'),
    "dates": ('"datePublished": [', '"2021-05-03T10:00:{n}",', '"x"]'),
    "long date": ('"datePublished": "', "2021-05-", '"'),
    "address": ('"url": "https://', "a{n}.", 'example/"'),
    "address's path": ('"url": "https://a.example/', "a{n}/", '"'),
    "graph": ('"@graph": [', '{"@type": "NewsArticle", "@id": "#{n}", "author": {"@id": "#{n}"}},', "{}]"),
    "graph of people": ('"@graph": [', '{"@type": "Person", "@id": "#{n}", "name": "Anna Gull {n}"},', "{}]"),
    "references": ('"author": [', '{"@id": "#{n}"},', "{}]"),
    "keys": ("", '"k{n}": {n},', '"x": 1'),
    "one key": ("", '"headline": "x{n}",', '"x": 1'),
    "nested": ('"a": ', '{"a": [' * 50 + "1" + "]}" * 50 + ', "b{n}": ', "1"),
    "body": ('"articleBody": "', "The boats came in, {n} of them. ", '"'),
    "body of markup": ('"articleBody": "', "&lt;p&gt;The boats came in, {n} of them.&lt;/p&gt;", '"'),
    "body of line breaks": ('"articleBody": "', "x{n}\\n", '"'),
    "half characters": ('"headline": "', "\\ud800", '"'),
    "escapes": ('"headline": "', "\\u0301\\u0316", '"'),
    "comments": ("", "/* {n} */", '"x": 1'),
    "spaces": ("", "  \n", '"x": 1'),
    "speakable": ('"speakable": {"cssSelector": [', '".a{n}",', '"x"]}'),
    "breadcrumb": ('"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [', '{"name": "Part {n}", "position": {n}},', "{}]}"),
    "comment list": ('"comment": [', '{"@type": "Comment", "text": "Reader {n}"},', "{}]"),
}  # fmt: skip
_CARRIED = {
    "microdata people": '<div itemscope itemtype="https://schema.org/Person" itemprop=author><span itemprop=name>Anna Gull {n}</span></div>',
    "microdata articles": '<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop=headline>Story {n}</b></div>',
    "microdata properties": '<span itemprop="keywords">word {n}</span>',
    "microdata dates": '<meta itemprop=datePublished content="2021-05-03T10:{n}">',
    "microdata references": '<div itemscope itemref="a{n} b{n}" id=a{n}></div>',
    "links to authors": '<a rel=author href="/author/{n}">Anna Gull {n}</a> ',
    "links by class": '<a class="author" href="/people/{n}">Anna Gull {n}</a>',
    "licences": '<a rel=license href="/l/{n}">x</a>',
    "canonical links": '<link rel=canonical href="https://a.example/{n}">',
    "alternate links": '<link rel=alternate hreflang=x{n} href="/{n}">',
    "amp links": '<link rel=amphtml href="/amp/{n}">',
    "bases": '<base href="https://a{n}.example/">',
    "times": '<time datetime="2021-05-03T10:{n}">3 May 2021</time> ',
    "times with classes": '<time class="published" datetime="2021-05-{n}">x</time>',
    "breadcrumbs": '<ol class="breadcrumb"><li><a href="/{n}">Part {n}</a></li></ol>',
    "one breadcrumb": '<li class="breadcrumb-item"><a href="/{n}">Part {n}</a></li>',
    "bylines": '<p class="byline">By Anna Gull {n}</p>',
    "bylines by class": '<span class="author-name">Anna Gull {n}</span>',
    "printed dates": "<p>Published 3 May 20{n}, 10:30</p>",
    "titles": "<h1>The ferry returns, report {n}</h1>",
    "title elements": "<title>The ferry returns {n}</title>",
    "captions": '<figure><img src="/{n}.jpg" alt="Pier {n}"><figcaption>The pier, view {n} (AFP)</figcaption></figure>',
    "images": '<img src="/{n}.jpg" alt="The ferry at pier {n}">',
    "images of one alternative": '<img src="/{n}.jpg" alt="The ferry at pier">',
    "scripts of JSON-LD": '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Story {n}"}</script>',
    "scripts that set data": "<script>var page{n} = {'author': 'Anna Gull'};</script>",
    "languages": '<p lang="x-{n}">word</p>',
    "repeated paragraphs": "<p>The same boats came in, and the same people sang about them on the quay.</p>",
    "repeated captions": "<p>The same pier (AFP)</p>",
    "short links": '<p><a href="/{n}">{n}</a></p>',
    "teasers": '<div class="related"><h3><a href="/{n}">Story {n} of the day</a></h3><p>The boats came in.</p></div>',
    "dates in menus": "<li><a href='/{n}'>3 May 2021</a></li>",
    "rows of links": '<li><a href="/{n}">A</a><a href="/b{n}">B</a></li>',
    "inline neighbours": "<b>a{n}</b><i>b</i><a href=/{n}>c</a>",
    "raised figures": "1<sup>{n}</sup>",
    "hidden inline spans": 'a<span style="display:none">b{n}</span>',
    "read aloud signs": '1<span class="sr-only">,</span>{n} ',
    "icons": '<i class="icon icon-{n}" aria-hidden=true>x</i> a ',
    "tooltips": 'a <span class="tooltip">word {n}</span> ',
    "side notes": 'a <span class="footnote">note {n} of it</span> ',
    "struck words": "<del>old {n}</del><ins>new</ins> ",
    "readings": "<ruby>漢<rp>(</rp><rt>k{n}</rt><rp>)</rp></ruby>",
    "shadow trees": "<div><template shadowrootmode=open><slot></slot></template>word {n}</div>",
    "slots": "<div><template shadowrootmode=open><slot name=a{n}></slot></template><b slot=a{n}>x</b></div>",
    "noscripts": "<noscript><p>The boats came in, {n} of them, and people sang.</p></noscript>",
    "double breaks": "x{n}<br><br>",
    "breaks": "x{n}<br>",
    "breaks alone": "<br>",
    "cells": "<td>x{n}</td>",
    "rows": "<tr><td>x{n}<td>y",
    "tables": "<table><tr><td>x{n}</table>",
    "headings alone": "<h2>Section {n}</h2>",
    "levels of headings": "<h1>A{n}</h1><h2>B</h2><h3>C</h3><h4>D</h4>",
    "quotes": "<blockquote><p>“The ferry’s back,” said {n}.</p></blockquote>",
    "definitions": "<dl><dt>x{n}<dd>y</dl>",
    "other articles": "<article><h2>Story {n}</h2><p>The boats came in, and people sang about them.</p></article>",
    "comments of readers": '<div class="comment"><p>Reader {n}: I have waited for this ferry.</p></div>',
    "formulas": "<span class=katex><math><annotation encoding='application/x-tex'>x_{n}</annotation></math></span> ",
    "scripts of formulas": "a <script type='math/tex'>x^{n}</script> ",
}  # fmt: skip
# Signs and phrases that come in floods, each in a paragraph, in many, in a line and in many lines.
_FLOODS = {
    "letters": "a", "capitals": "A", "words": "word ", "numbered words": "w{n} ", "digits": "7", "numbers": "1,{n} ",
    "decimals": "1.", "full stops": ".", "spaced stops": ". ", "commas": ",", "dashes": "-", "long dashes": "—",
    "underscores": "_", "asterisks": "*", "backticks": "`", "hashes": "#", "pipes": "|", "spaced pipes": "a | ",
    "bullets": "• ", "bullets alone": "•", "quotes": "“", "quotes paired": "“a”", "apostrophes": "a’", "brackets": "(",
    "brackets closed": ")", "pairs of brackets": "()", "square brackets": "[", "links of Markdown": "[a{n}](/b) ",
    "at signs": "@", "addresses": "a{n}@b.example ", "slashes": "/", "URLs": "http://a{n}.example/b ",
    "one URL": "http://a.", "ampersands": "&", "entities": "&amp;", "numeric entities": "&#38;", "long entities": "&aaaa",
    "entities of two levels": "&amp;amp;", "entities' ends": "amp;", "semicolons": ";", "colons": "a: ",
    "angles": "<", "angles closed": ">", "spaced angles": "a < b > ", "combining marks": "\u0301\u0316",
    "one combining mark": "\u0301", "marks on letters": "e\u0301", "Hangul parts": "\u1112\u1161\u11ab",
    "zero-width spaces": "\u200b", "joiners": "\u200d", "non-joiners": "a\u200c", "soft hyphens": "a\u00ad",
    "tags": "\U000e0041", "selectors": "\ufe0f", "emoji": "👍🏽", "flags": "🇬🇧", "spaces": " ", "exotic spaces": "\u2003",
    "no-break spaces": "\u00a0", "tabs": "\t", "line feeds": "\n", "returns": "\r", "both": "\r\n", "line separators": "\u2028",
    "separated": "a\u2028", "form feeds": "\f", "vertical tabs": "a\v", "NUL": "\0", "controls": "\x01", "C1": "\x85",
    "misread": "Ã©", "misread quotes": "â€™", "misread leads": "Ã", "misread spaces": "Â ", "misread twice": "ÃƒÂ©",
    "replaced": "\ufffd", "marks of order": "\ufeff", "directions": "\u202e", "isolates": "\u2066a", "ideographs": "漢",
    "kana": "かな", "Thai": "ไทย", "Arabic": "عرب ", "Hindi": "क्षि", "wide letters": "Ａ", "ligatures": "ﬁ", "private": "\ue000",
    "escapes": "\x1b[31m", "bylines": "By Anna Gull and ", "names": "Anna Gull, ", "initials": "A. B. ", "dates": "3 May 2021 ",
    "ISO dates": "2021-05-03 ", "times": "10:30 ", "months": "May ", "datelines": "LONDON (Reuters) - ", "agencies": "(AFP) ",
    "credits": "Photo: ", "phrases": "Read more: ", "subscribe": "Sign up for our newsletter. ", "copyright": "© 2021 ",
    "questions": "What? ", "hyphens": "ferry- ", "camel case": "aB", "dots between": "a.b.", "ellipses": "… ", "percent": "%41",
    "backslashes": "\\", "dollars": "$x$ ", "equations": "\\(x\\) ",
}  # fmt: skip
_LINE = 72
# A line of text, or several, repeated.
_LINES = {
    "short lines": "x\n", "numbered lines": "line {n} of it\n", "one line many times": "The same boats came in.\n",
    "blank lines between": "x{n}\n\n", "blank lines": "x\n\n\n\n\n\n\n\n", "wrapped lines": f"{'The ferry sailed again and '*2}on day\n",
    "hyphenated lines": f"{'the ferry sailed once more ' * 2}and re-\nturned ", "returns": "x{n}\r", "both": "x{n}\r\n",
    "line separators": "x{n}\u2028", "form feeds": "x{n}\f", "items": "- item {n}\n", "numbers": "{n}. item\n",
    "headings of Markdown": "# Part {n}\n", "quotes of Markdown": "> a {n}\n", "nested quotes": "> > > > a\n", "fences": "```\n",
    "fences left open": "```\nx {n}\n~~~\n", "rules": "---\n", "underlined": "Part {n}\n=====\n", "tables of Markdown": "| a | {n} |\n",
    "emphasis": "*a **b _c* {n}\n", "indented": "\t\t\tx{n}\n", "more and more indented": "    " * 6 + "x\n", "timestamps": "10:{n} x\n",
    "dates": "3 May 2021\n", "glued dates": "The ferry3 May 2021By Anna {n}\n", "bylines": "By Anna Gull {n}\n", "names": "Anna Gull\n",
    "captions": "Photo: the pier {n} (AFP)\n", "repeated captions": "Photo: the pier (AFP)\n", "phrases": "Read more: story {n}\n",
    "menus": "Home\nNews\nSport\n", "imprints": "© The Example {n}\n", "subtitles": "{n}\n00:00:01,000 --> 00:00:02,000\nx\n\n",
    "residual tags": "<p>x {n}</p>\n", "residual bold": "a <b>b {n}</b> c\n", "residual breaks": "x{n}<br>\n", "residual ends": "</div>\n",
    "residual left open": "<div>\n", "residual comments": "<!-- x{n} -->\n", "residual entities": "&lt;p&gt;x{n}&amp;\n",
    "residual attributes": '<a href="/{n}" class=x>y</a>\n', "unclosed tags": "<a href='x{n}\n", "headlines": "The Ferry Returns {n}\n",
    "sentences": "The boats came in, {n} of them.\n", "long paragraphs": SENTENCE * 6 + "\n\n", "questions": "Who came in {n}?\n",
    "transcripts": "ANNA: we came in {n}.\n", "emails": "From: a{n}@b.example\n", "URLs": "https://a.example/{n}\n", "verse": "O ferry,\nsail\n\n",
    "ferries and dumps": "Home\nNews\n\n" + SENTENCE * 2 + "\nShare\nTweet\n\n", "tabbed": "a\tb\t{n}\n", "spaces": " \n", "dotted": "...\n",
}  # fmt: skip


def repeated(piece: str, before: str = "", after: str = "") -> Form:
    """A form that repeats a piece, between a beginning and an end.

    >>> repeated("<p>{n}</p>", "<div>")(30, 7)
    '<div><p>7</p><p>8</p><p>9</p>'
    """

    def form(size: int, first: int) -> str:
        width = len(piece.replace("{n}", str(first)).encode("utf-8", "surrogatepass"))
        last = first + max(1, (size - len(before)) // width)
        if "{n}" not in piece:
            return before + piece * (last - first) + after
        return before + "".join(piece.replace("{n}", str(n)) for n in range(first, last)) + after

    return form


def _page(piece: str) -> Form:
    return repeated(piece, HEAD, TAIL)


PLAIN_PAGE: Form = _page(f'<p>{SENTENCE}<a href="/{{n}}">More of it</a>, and <b>one word</b> or another.</p>\n')
PLAIN_TEXT: Form = repeated(f"{SENTENCE}{SENTENCE}\n\n")


def forms() -> dict[str, Form]:
    """All classes, by name."""
    parts = (_elements, _places, _values, _meta, _json, _carried, _floods, _lines, _odd)
    return {name: form for part in parts for name, form in part()}


def _elements() -> Iterator[tuple[str, Form]]:
    for tag in _ELEMENTS:
        for shape, piece in _SHAPES.items():
            yield f"{tag}: {shape}", _page(piece.replace("{tag}", tag))
        yield f"{tag}: nested", _page(f"<{tag}>" * _DEEP + "x {n}" + f"</{tag}>" * _DEEP)


def _places() -> Iterator[tuple[str, Form]]:
    for place, (before, after) in _PLACES.items():
        for name, piece in _PLACED.items():
            yield f"{name} in {place}", repeated(piece, f"<!DOCTYPE html>{before}", after)


def _values() -> Iterator[tuple[str, Form]]:
    for tag, attribute in _ATTRIBUTES:
        for name, value in _VALUES.items():
            held = "&" + value if name == "nested entities" else value
            one = repeated(value, f'{HEAD}<p>x <{tag} {attribute}="{held}', f'">y</{tag}>{TAIL}')
            yield f"{tag} {attribute}: {name}", one
            many = held + value * (_PIECE_OF_VALUE // len(value))
            yield f"{tag} {attribute} of many: {name}", _page(f'<p>x <{tag} {attribute}="{many}{{n}}">y</{tag}></p>')


def _meta() -> Iterator[tuple[str, Form]]:
    for name in _META:
        key = "property" if ":" in name else "name"
        for kind, value in _META_VALUES.items():
            yield f"meta {name}: {kind}", _head(f'<meta {key}="{name}" content="{value}">')
        for kind, value in _VALUES.items():
            held = "&" if kind == "nested entities" else ""
            before = f'<html><head><meta {key}="{name}" content="{held}'
            yield f"meta {name}, one: {kind}", repeated(value, before, f'"></head><body><p>{SENTENCE}</p>')


def _head(piece: str) -> Form:
    return repeated(
        piece, "<!DOCTYPE html><html><head><title>The ferry returns</title>", f"</head><body><p>{SENTENCE}</p>"
    )


def _json() -> Iterator[tuple[str, Form]]:
    for name, (before, piece, after) in _JSON.items():
        start = f'<html><head><script type="application/ld+json">{{"@type": "NewsArticle", {before}'
        yield f"JSON-LD: {name}", repeated(piece, start, f"{after}}}</script></head><body><p>{SENTENCE}</p>")


def _carried() -> Iterator[tuple[str, Form]]:
    for name, piece in _CARRIED.items():
        yield name, _page(piece)
        yield f"{name} in one paragraph", repeated(piece, f"{HEAD}<p>", f"</p>{TAIL}")


def _floods() -> Iterator[tuple[str, Form]]:
    for name, piece in _FLOODS.items():
        escaped = piece.replace("<", "&lt;")
        yield f"{name}: one paragraph", repeated(escaped, f"{HEAD}<p>a&", f"lt; b</p>{TAIL}")
        some = escaped * (_LINE // len(piece))
        yield f"{name}: paragraphs", _page(f"<p>{some} {{n}}</p>\n")
        yield f"{name}: title", repeated(escaped, "<title>a&", f"lt; b</title><h1>The ferry</h1><p>{SENTENCE}</p>")
        yield f"{TEXT}{name}: one line", repeated(piece, "The ferry &", "lt; b")
        yield f"{TEXT}{name}: lines", repeated(f"{piece * (_LINE // len(piece))} {{n}}\n")


def _lines() -> Iterator[tuple[str, Form]]:
    for name, piece in _LINES.items():
        yield f"{TEXT}{name}", repeated(piece)


def _odd() -> Iterator[tuple[str, Form]]:
    """Classes that are no product."""
    yield "paragraphs below many divs", repeated("<p>x{n}</p>", "<div>" * _DEEP)
    yield (
        "hosts of many labels",
        repeated("a{n}.", '<link rel=canonical href="https://', f'example/"><p>{SENTENCE}</p>'),
    )
    yield (
        "hosts",
        _head(
            '<link rel=canonical href="https://a{n}.b{n}.example/"><meta property="og:url" content="https://{n}.example">'
        ),
    )
    yield "labels left open", repeated("<label>x{n}", HEAD)
    yield "nothing but a comment left open", repeated("x{n} ", "<!-- ")
    yield "a tag left open", repeated("x{n} ", "<p><a href='")
    yield "doctypes", repeated("<!DOCTYPE html>")
    yield "processing instructions", _page("<?php echo {n}; ?>")
    yield "CDATA", _page("<![CDATA[ x{n} ]]>")
    yield "XHTML", repeated("<p>x{n}</p><br/>", '<?xml version="1.0"?><html><body>', "</body></html>")
    yield "XHTML's CDATA", repeated("<p><![CDATA[x{n}]]></p>", '<?xml version="1.0"?><html><body>', "</body></html>")
    yield "XHTML's CDATA left open", repeated("<![CDATA[x{n}", '<?xml version="1.0"?><html><body><p>')
    yield "framesets", repeated("<frame src={n}>", "<html><frameset>")
