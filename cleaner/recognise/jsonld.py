"""JSON-LD as pages really have it: several blocks, arrays and graphs, with raw newlines, comments, trailing commas or
entities inside.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

import regex

from cleaner.patterns import DOTALL, IGNORECASE, Pattern

_WRAPPING = Pattern(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*+\]\]>|/\*\s*+\]\]>\s*+\*/"
    r"|\]\]>)\s*+;?\s*+$"
)
# A string that nothing closes runs to the end, so that not each of its quotes begins a search of its own.
_COMMENT = Pattern(
    r"""("(?:\\.|[^"\\])*+(?:"|\\?\Z))|/\*(?:[^*]|\*(?!/))*+(?:\*/|$)|(?m:^[^\S\n]*+//[^\n]*$)""", DOTALL
)
_TRAILING = Pattern(r'("(?:\\.|[^"\\])*+(?:"|\\?\Z))|,(?=\s*+[}\]])', DOTALL)
# A comment behind a comma or an opening bracket.
_REMARK = Pattern(r"""("(?:\\.|[^"\\])*+(?:"|\\?\Z))|(?<=[,{\[])[^\S\n]*+//[^\n]*+""", DOTALL)
_ESCAPE = Pattern(r"\\.", DOTALL)  # JSON knows no \'
# JSON-LD is read to this depth, and to this number of objects a page (by hand): product lists and sitemaps have
# thousands that do not describe the article.
_DEPTH = 6
_ENTITIES = 400
_BLOCK_TAG = Pattern(r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|section|figure|table)\b[^<>]*>", IGNORECASE)
_INLINE_TAG = Pattern(r"</(?:a|b|strong|em|i|span|u)>", IGNORECASE)
_BETWEEN = Pattern(r"[ \t\r\n;,]*")


def read_jsonld(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """The objects of a page's JSON-LD scripts, flattened: members of arrays, `@graph` and nested entities, the outer
    before the inner.

    >>> read_jsonld(['{"@graph": [{"@type": "WebPage", "mainEntity": {"headline": "Mill"}},]}'])
    [{'@type': 'WebPage', 'mainEntity': {'headline': 'Mill'}}, {'headline': 'Mill'}]
    """
    entities: list[dict[str, Any]] = []
    for script in scripts:
        for value in _values(script):
            for entity in _flatten(value, 0):
                if len(entities) >= _ENTITIES:
                    return entities
                entities.append(entity)
    return entities


def article_body(entities: Iterable[dict[str, Any]]) -> str:
    """The first `articleBody` of a page's JSON-LD objects, as HTML: sites write markup there, escaped or not, or lines.
    Empty for none.
    """
    body = next(
        (body for entity in entities if isinstance(body := entity.get("articleBody"), str) and body.strip()), ""
    )
    text = body if _BLOCK_TAG.search(body) else html.unescape(body)
    if not text or _BLOCK_TAG.search(text):
        return text
    return "".join(
        f"<p>{line if _INLINE_TAG.search(line) else html.escape(line)}</p>"
        for line in text.splitlines()
        if line.strip()
    )


def _mended(text: str) -> str:
    r"""JSON in which no escape is half of a pair (`\ud800` alone): a string of it could not be written as UTF-8."""
    return _ESCAPED.sub(_whole, text) if _HALF.search(text) else text


def _whole(match: regex.Match[str]) -> str:
    return "\\ufffd" if match["half"] else match[0]


_HALF = Pattern(r"\\u[dD][89a-fA-F]")
# An escape: a pair, a half of one, or any other.
_ESCAPED = Pattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", DOTALL
)


def _number(digits: str) -> int | float:
    """A number, however long it is written: Python refuses whole ones of over 4,300 digits."""
    return int(digits) if len(digits) < _DIGITS else float(digits)


_DIGITS = 20
_DECODER = json.JSONDecoder(strict=False, parse_int=_number)
# The beginning of a list or a graph, up to its first member.
_MEMBERS = Pattern(r'\s*+(?:\{[^{}\[\]]*?"@graph"\s*+:\s*+)?\[')
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "″": '"'})


def _values(script: str) -> Iterator[Any]:
    """The values of a script. Of a broken one those before the break; of a list or a graph that breaks, its members
    before the break.
    """
    try:
        yield _DECODER.decode(_mended(script.lstrip("\ufeff")))
        return
    except (ValueError, RecursionError):
        pass
    text = _WRAPPING.sub("", script.lstrip("\ufeff"))
    if "\\'" in text:
        text = _ESCAPE.sub(_unescaped, text)
    if "//" in text:
        text = _REMARK.sub(r"\1", text)
    text = _COMMENT.sub(r"\1", text)
    text = _TRAILING.sub(r"\1", text)
    if '"' not in text:  # an editor made them curly
        text = text.translate(_CURLY)
    unescaped = html.unescape(text)
    for candidate in (text, unescaped) if unescaped != text else (text,):
        members = _MEMBERS.match(candidate)
        values = _decode(candidate, 0) or (_decode(candidate, members.end()) if members else [])
        if values:
            yield from values
            return


def _decode(text: str, at: int) -> list[Any]:
    """The values that stand in a row from a place on, up to the first that is broken."""
    values: list[Any] = []
    text = _mended(text)
    try:
        while (at := _skip(text, at)) < len(text) and len(values) < _ENTITIES:
            value, at = _DECODER.raw_decode(text, at)
            values.append(value)
    except (ValueError, RecursionError):
        pass
    return values


def _unescaped(match: regex.Match[str]) -> str:
    return "'" if match[0] == "\\'" else match[0]


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _flatten(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item, depth + 1)
    elif isinstance(value, dict):
        if value.keys() - {"@context", "@graph"}:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"):
            if isinstance(value.get(key), (list, dict)):
                yield from _flatten(value[key], depth + 1)
