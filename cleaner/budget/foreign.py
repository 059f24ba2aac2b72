"""SVG and MathML in HTML: HTML standard, 13.2.6.5."""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.elements import Elements
from cleaner.budget.tokens import attribute_pairs

_HTML_TYPES = (b"text/html", b"application/xhtml+xml")
_FONT_BREAKS = frozenset((b"color", b"face", b"size"))


def push_foreign(opened: Elements, name: bytes, closes_itself: bool) -> None:
    """Open an element of SVG or MathML."""
    opened.reach(1)
    if not closes_itself:
        opened.push(name)


def start_foreign(opened: Elements, name: bytes, attributes: bytes, closes_itself: bool) -> bool:
    """A start tag in SVG or MathML; False where the rules of HTML take it."""
    top = opened.names[-1]
    language = top.partition(b" ")[0]
    html = top in names.INTEGRATION
    if html and not (language == b"math" and name in (b"mglyph", b"malignmark") and top != b"math annotation-html"):
        return False
    if top == b"math annotation-xml" and name == b"svg":
        return False
    if opened.active.top >= len(opened) and html:
        return False
    breaks = name in names.BREAKOUT or (name == b"font" and not _FONT_BREAKS.isdisjoint(attribute_pairs(attributes)))
    if breaks:
        _break_out(opened)
        return False
    if name == b"annotation-xml" and language == b"math":  # noqa: SIM102
        if attribute_pairs(attributes).get(b"encoding", b"").lower() in _HTML_TYPES:
            name = b"annotation-html"
    push_foreign(opened, language + b" " + name, closes_itself)
    return True


def _break_out(opened: Elements) -> None:
    height = len(opened)
    while (
        height > opened.active.top
        and b" " in opened.names[height - 1]
        and opened.names[height - 1] not in names.INTEGRATION
    ):
        height -= 1
    opened.cut(height)


def end_foreign(opened: Elements, name: bytes) -> bool:
    """An end tag in SVG or MathML; False where the rules of HTML take it."""
    if name in (b"p", b"br"):
        _break_out(opened)
        return False
    known = [b"svg " + name, b"math " + name]
    if name == b"annotation-xml":
        known.append(b"math annotation-html")
    place = max(map(opened.last, known))
    above = len(opened) - place
    # Only elements of SVG and MathML may stand above it.
    if place < opened.active.top or place < 0 or opened.foreign[-above:][:1] != [place]:
        opened.steps += len(opened)
        return False
    opened.steps += above
    opened.cut(place)
    return True
