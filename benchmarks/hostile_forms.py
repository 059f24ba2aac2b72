"""The hostile classes that `benchmarks.hostile` measures: each a way to make a page of any size, most of them products
of a few pieces and the shapes and places that these come in (`hostile.toml`).

A piece is repeated until the size is reached; `{n}` in it is its number, so that nothing can be remembered from the
page before. Every page is filled to its size with the class alone: an ordinary page holds some of anything, these hold
nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

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

_ATTRIBUTES = (
    ("p", "class"), ("span", "class"), ("div", "id"), ("span", "style"), ("a", "href"), ("img", "alt"),
    ("time", "datetime"), ("html", "lang"),
)  # fmt: skip
# Characters of a line in a flood of lines.
_LINE = 72
_PIECES = tomllib.loads((Path(__file__).parent / "hostile.toml").read_text("utf-8"))
# Characters of an attribute's value on each of many elements.
_PIECE_OF_VALUE = 700
_META = (
    "author", "article:author", "og:title", "og:url", "og:image", "description", "keywords", "date",
    "article:published_time", "og:site_name",
)  # fmt: skip


def repeated(piece: str, before: str = "", after: str = "") -> Form:
    """A form that repeats a piece, between a beginning and an end.

    >>> repeated("<p>{n}</p>", "<div>")(30, 7)
    '<div><p>7</p><p>8</p><p>9</p>'
    """

    def form(size: int, first: int) -> str:
        width = len(piece.replace("{n}", str(first)).encode("utf-8", "surrogatepass"))
        opening, ending = before.replace("{n}", str(first)), after.replace("{n}", str(first))
        last = first + max(1, (size - len(opening)) // width)
        if "{n}" not in piece:
            return opening + piece * (last - first) + ending
        return opening + "".join(piece.replace("{n}", str(n)) for n in range(first, last)) + ending

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
    for tag in _PIECES["elements"].split():
        for shape, piece in _PIECES["shapes"].items():
            yield f"{tag}: {shape}", _page(piece.replace("{tag}", tag))
        yield f"{tag}: nested", _page(f"<{tag}>" * _DEEP + "x {n}" + f"</{tag}>" * _DEEP)


def _places() -> Iterator[tuple[str, Form]]:
    for place, (before, after) in _PIECES["places"].items():
        for name, piece in _PIECES["placed"].items():
            yield f"{name} in {place}", repeated(piece, f"<!DOCTYPE html>{before}", after)


def _values() -> Iterator[tuple[str, Form]]:
    for tag, attribute in _ATTRIBUTES:
        for name, value in _PIECES["values"].items():
            held = "&" + value if name == "nested entities" else value
            one = repeated(value, f'{HEAD}<p>x <{tag} {attribute}="{held}', f'">y</{tag}>{TAIL}')
            yield f"{tag} {attribute}: {name}", one
            many = held + value * (_PIECE_OF_VALUE // len(value))
            yield f"{tag} {attribute} of many: {name}", _page(f'<p>x <{tag} {attribute}="{many}{{n}}">y</{tag}></p>')


def _meta() -> Iterator[tuple[str, Form]]:
    for name in _META:
        key = "property" if ":" in name else "name"
        for kind, value in _PIECES["meta_values"].items():
            yield f"meta {name}: {kind}", _head(f'<meta {key}="{name}" content="{value}">')
        for kind, value in _PIECES["values"].items():
            held = "&" if kind == "nested entities" else ""
            before = f'<html><head><meta {key}="{name}" content="{held}'
            yield f"meta {name}, one: {kind}", repeated(value, before, f'"></head><body><p>{SENTENCE}</p>')


def _head(piece: str) -> Form:
    return repeated(
        piece, "<!DOCTYPE html><html><head><title>The ferry returns</title>", f"</head><body><p>{SENTENCE}</p>"
    )


def _json() -> Iterator[tuple[str, Form]]:
    for name, (before, piece, after) in _PIECES["json_ld"].items():
        start = f'<html><head><script type="application/ld+json">{{"@type": "NewsArticle", {before}'
        yield f"JSON-LD: {name}", repeated(piece, start, f"{after}}}</script></head><body><p>{SENTENCE}</p>")


def _carried() -> Iterator[tuple[str, Form]]:
    for name, piece in _PIECES["carried"].items():
        yield name, _page(piece)
        yield f"{name} in one paragraph", repeated(piece, f"{HEAD}<p>", f"</p>{TAIL}")


def _floods() -> Iterator[tuple[str, Form]]:
    for name, piece in _PIECES["floods"].items():
        escaped = piece.replace("<", "&lt;")
        yield f"{name}: one paragraph", repeated(escaped, f"{HEAD}<p>a&", f"lt; b</p>{TAIL}")
        yield f"{TEXT}{name}: one line", repeated(piece, "The ferry &", "lt; b")
        yield f"{TEXT}{name}: lines", repeated(f"{piece * (_LINE // len(piece))} {{n}}\n")


def _lines() -> Iterator[tuple[str, Form]]:
    for name, piece in _PIECES["lines"].items():
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
