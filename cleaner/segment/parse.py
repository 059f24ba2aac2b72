"""Markup to a tree."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.budget import check_nesting
from cleaner.errors import InputError
from cleaner.model import Page
from cleaner.options import Limits

_WO_EVENTS = 1
_LIMITS = Limits()
# Shorter `noscript` elements, in characters, hold a picture that is loaded late, or a counter's (by hand).
_SHORTEST_RAW = 200
_VOID = rb"(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b"
_SELF_CLOSED = re.compile(rb"<(?!" + _VOID + rb")([a-z][\w:-]*+)((?:\s[^<>]*)?)/>", re.IGNORECASE)


def parse_html(data: str | bytes, limits: Limits = _LIMITS) -> LexborHTMLParser:
    """Parse a page (bytes are UTF-8). Raises `LimitError` where the parser would
    take long, and `InputError` where it gives up.
    """
    if isinstance(data, bytes) and data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        data = as_html(data)
    check_nesting(data if isinstance(data, bytes) else data.encode("utf-8", "replace"), limits)
    try:
        return LexborHTMLParser(data, options=_WO_EVENTS, scripting=True)
    except (SelectolaxError, ValueError, MemoryError) as error:
        raise InputError(f"the page can't be parsed: {error}") from None


def as_html(xml: bytes) -> bytes:
    """XHTML for a parser of HTML, which takes `<script/>` for a script that never ends, and CDATA for a comment."""
    data, *sections = _SELF_CLOSED.sub(rb"<\1\2></\1>", xml).split(b"<![CDATA[")
    pieces = [data]
    for section in sections:
        text, end, after = section.partition(b"]]>")
        if end and not pieces[-1].endswith((b"/", b"*")):  # in a script it is commented out
            pieces += text.replace(b"&", b"&amp;").replace(b"<", b"&lt;"), after
        else:
            pieces.append(b"<![CDATA[" + section)
    return b"".join(pieces)


def raw_markup(node: LexborNode) -> str:
    """The markup that a parser leaves as text (`noscript`, `noframes`); empty where that is short."""
    text = node.text(deep=True) or ""
    return text if len(text) >= _SHORTEST_RAW else ""


def parse_part(markup: str, page: Page, limits: Limits) -> LexborNode | None:
    """The body of markup that a page holds as text. Where it is beyond the limits of markup, None: the page says so.

    What the limits allow beside each byte is for the whole page: the second part of a page gets half of it, the third
    one a third, and so on. So many parts may take a few times as much as one.
    """
    page.parsed_parts += 1
    left = replace(
        limits,
        formatting=max(limits.formatting // page.parsed_parts, 1),
        steps=max(limits.steps // page.parsed_parts, 1),
    )
    try:
        return parse_html(markup.encode("utf-8", "replace"), left).body
    except InputError:
        page.has_unread_markup = True
        return None
