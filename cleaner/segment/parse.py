"""Markup to a tree."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.errors import InputError

_WO_EVENTS = 1
# Shorter ones hold a picture that is loaded late, or a counter's.
_SHORTEST_RAW = 200


def parse_html(data: str | bytes) -> LexborHTMLParser:
    """Parse a page (bytes are UTF-8). Raises `InputError` where the parser gives up."""
    try:
        return LexborHTMLParser(data, options=_WO_EVENTS, scripting=True)
    except (SelectolaxError, ValueError, MemoryError) as error:
        raise InputError(f"the page can't be parsed: {error}") from None


def parse_raw(node: LexborNode) -> LexborNode | None:
    """The first node of the markup that a parser leaves as text (`noscript`, `noframes`); None where that is short."""
    text = node.text(deep=True) or ""
    body = parse_html(text).body if len(text) >= _SHORTEST_RAW else None
    return body.child if body is not None else None
