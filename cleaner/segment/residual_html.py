"""HTML tags left over in scraped text, taken off where nothing else can be meant by them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.segment.tags import FORMS

_BLOCKS = (
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote table thead tbody tfoot tr td th section article header "
    "footer aside nav main figure figcaption "
    "center address pre form"
)
_VOID = frozenset(("br", "hr", "img", "wbr", "--"))  # "--" stands for a comment
_INLINE = "a b strong i em u s span font small big sub sup strike del ins mark cite q abbr time label tt"
# Elements that end a line, but no paragraph.
_PARTS = frozenset("br li ul ol dl dt dd tr td th table tbody thead tfoot".split())
_BLOCK = frozenset((*_BLOCKS.split(), "br", "hr", "--"))
_LT, _GT = r"(?:<|&(?:amp;){0,3}lt;)", r"(?:>|&(?:amp;){0,3}gt;)"
_VALUE = rf"""(?:"[^"<>]*+"|'[^'<>]*+'|(?:(?!{_GT})[^\s"'<>])++)"""
_NAME = "|".join(sorted(f"{_BLOCKS} br hr img wbr {_INLINE}".split(), key=len, reverse=True))
_ATTRIBUTE = rf"\s++[a-z_:@][\w:.-]*+(?:=\s*+{_VALUE})?+"
_TAG = Pattern(
    rf"{_LT}(?P<close>/?)(?P<name>{_NAME})(?![\w:-])(?P<attributes>(?:{_ATTRIBUTE}){{0,30}}+)\s*+/?{_GT}"
    r"|<!--[^<>]{0,300}-->",
    IGNORECASE,
)
_ALT = Pattern(r"""\balt=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", IGNORECASE)
# A text that speaks of markup keeps its tags.
_ABOUT_HTML = Pattern(
    r"\bX?HTML5?\b|\bXML\b|<!DOCTYPE|<(?:html|head|body|script|style)\b|\bclassName=|(?:>|gt;)['\"”’`]? (?:tag"
    r"|element)s?\b",
    IGNORECASE,
)
_CODE = Pattern(r'[`{]|=>|#include|\["')
# The first and last characters of tags.
_FIRST, _LAST = frozenset("<&"), frozenset(">;")
# The characters before a tag that ends an element's text, and after one that begins it.
_BEFORE = Pattern(r"""[\w.!?…:;,)»”’"'%*]""")
_AFTER = Pattern(r"""[\w"'“‘«„(\[*¿¡—–&$€£#@]""")
_SENTENCE_END = frozenset(".!?…:;”»)")


def take_off(blocks: list[Block], text: str, code: frozenset[int]) -> list[Block]:
    """The blocks without leftover tags, cut where one ends a block; `blocks` itself where the text holds none.

    text: the whole document; code: the lines not to touch. Tags count as leftovers where they are HTML's own, stand in
    pairs around text or at the edge of a line, and the document does not speak of HTML. A block of nothing but tags has
    no text.
    """
    if (
        not ("<" in text or ("&" in text and "lt;" in text))
        or _TAG.search(text) is None
        or _ABOUT_HTML.search(text) is not None
    ):
        return blocks
    out: list[Block] = []
    gap = 0  # whether a tag ended a paragraph after the last block
    for block in blocks:
        line = block.text
        pieces = None
        if ("<" in line or "&" in line) and block.line not in code and _CODE.search(line) is None:
            if line[0] in _FIRST and line[-1] in _LAST and (tag := _TAG.fullmatch(line)):
                block.gap = max(gap, block.gap)
                gap = _take_alone(block, tag)
                out.append(block)
                continue
            pieces = _cut(block, text)
        made = pieces.finish() if pieces is not None else [block]
        made[0].gap = max(gap, made[0].gap)
        out += made
        gap = pieces.gap if pieces is not None else 0
    return out


def _take_alone(block: Block, tag: regex.Match[str]) -> int:
    """Take off the one tag that a block consists of; 1 if it ended a paragraph, else 0. `_cut` would do the same, and
    text that was left over has many such lines.
    """
    name = _name(tag)
    alt = _alt(tag) if name == "img" else ""
    block.text = alt if " " in alt else ""
    if block.text:
        block.form = Role.CAPTION
    return int(name in _BLOCK and name not in _PARTS)


def _alt(tag: regex.Match[str]) -> str:
    """The alternative text of a picture; empty for none."""
    alt = _ALT.search(tag["attributes"] or "")
    return alt[1] or alt[2] or "" if alt else ""


def _cut(block: Block, text: str) -> _Pieces | None:
    """What a block's tags make of it; None where none of them is a leftover."""
    tags = list(_TAG.finditer(block.text))
    leftovers = _leftover(tags, block.text) if tags else []
    if not any(leftovers):
        return None
    start = block.start
    if block.end - start == len(block.text) and text.startswith(block.text, start):
        places = [(start + tag.start(), start + tag.end()) for tag in tags]
    else:
        places = [tag.span() for tag in _TAG.finditer(text, start, block.end)]
        if len(places) != len(tags):  # joining its lines made or broke one
            return None
    pieces = _Pieces(block, text)
    for tag, place, leftover in zip(tags, places, leftovers, strict=True):
        if leftover:
            pieces.take(tag, place)
    return pieces


class _Pieces:
    """The pieces of a block. parts, links: those of the piece that is gathered; at, start: from where on in the block's
    text and in the document.

    gap: whether a paragraph ended since the last piece.
    """

    def __init__(self, block: Block, text: str) -> None:
        self.block, self.text = block, text
        self.out: list[Block] = []
        self.parts: list[str] = []
        self.at, self.start = 0, block.start
        self.length = 0
        self.counted, self.line = block.start, block.line
        self.form, self.level, self.gap = block.form, 0, 0
        self.linked = -1
        self.links = self.breaks = 0
        self.alt = ""

    def take(self, tag: regex.Match[str], place: tuple[int, int]) -> None:
        """Take the text before a tag, and what the tag makes of what follows."""
        self._gather(tag.start())
        self.at = tag.end()
        name, closing = _name(tag), bool(tag["close"])
        if name == "a":
            if closing and self.linked >= 0:
                self.links += self.length - self.linked
            self.linked = -1 if closing else self.length
        elif name == "img":
            self.alt = self.alt or _alt(tag)
        elif name in _BLOCK:
            self._end(place[1] if closing or name in _VOID else place[0])
            self.breaks += name == "br"
            if name not in _PARTS or self.breaks > 1:
                self.gap = 1
            form = FORMS.get(name)
            if form is not None:
                self.form = self.block.form if closing or form is Role.CODE else form
                self.level = int(name[1]) if form is Role.HEADING and not closing else 0

    def _gather(self, end: int) -> None:
        part = self.block.text[self.at : end]
        self.parts.append(part)
        self.length += len(part)

    def _end(self, end: int) -> None:
        """End a piece; what has no text goes with the next."""
        piece = "".join(self.parts).strip()
        self.parts.clear()
        if not piece:
            return
        first = not self.out
        start, end = self._trimmed(self.start, end)
        block = self.block
        self.line += len(f"{self.text[self.counted : start]}x".splitlines()) - 1
        self.counted = start
        gap, indent = (max(block.gap, self.gap), block.indent) if first else (self.gap, 0)
        self.out.append(Block(piece, self.form, -1, start, end, self.line, -1, self.links, self.level, gap, indent))
        self.start, self.length, self.links, self.gap, self.breaks = end, 0, 0, 0, 0
        self.linked = 0 if self.linked >= 0 else -1

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without the white space at its ends."""
        inside = self.text[start:end]
        return end - len(inside.lstrip()), start + len(inside.rstrip())

    def finish(self) -> list[Block]:
        """The blocks of the pieces; the last one has the tags that follow it."""
        self._gather(len(self.block.text))
        self._end(self.block.end)
        if not self.out:
            block = self.block
            block.text = self.alt if " " in self.alt else ""
            if block.text:
                block.form = Role.CAPTION
            return [block]
        self.out[-1].end = self.block.end
        return self.out


def _name(tag: regex.Match[str]) -> str:
    return (tag["name"] or "--").lower()


def _leftover(tags: Sequence[regex.Match[str]], text: str) -> list[bool]:
    """Which of a block's tags are leftovers."""
    names = [_name(tag) for tag in tags]
    partner = _partners(tags, names)
    ends = [0, *[tag.end() for tag in tags]]
    starts = [*[tag.start() for tag in tags], len(text)]
    between = [not text[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    count = len(tags)
    # Tags up to `left`, and from `right` on, stand at the edge of the block.
    left = next((k for k in range(count) if not between[k]), count)
    right = next((k for k in range(count, 0, -1) if not between[k]), 0)

    # A tag touches text, another tag or the edge of the block.
    def before(k: int) -> bool:
        return between[k] or _BEFORE.match(text[starts[k] - 1]) is not None

    def after(k: int) -> bool:
        return between[k + 1] or _AFTER.match(text[ends[k + 1]]) is not None

    leftovers = []
    for k, tag in enumerate(tags):
        name, other = names[k], partner[k]
        if name == "--" or (name in _VOID and tag["attributes"]):
            leftover = True
        elif name in _VOID:
            leftover = (k < left and k >= right) or (k >= left and before(k)) or (k < right and after(k))
        elif other >= 0:
            one, two = min(k, other), max(k, other)
            leftover = (one < left and two >= right) or (after(one) and before(two))
        elif tag["close"]:
            leftover = before(k) and (k >= left or after(k))
        elif k < left:
            leftover = after(k)
        elif k >= right:
            leftover = before(k)
        else:
            marked = name in _BLOCK or bool(tag["attributes"])
            leftover = marked and (between[k] or text[starts[k] - 1] in _SENTENCE_END) and after(k)
        leftovers.append(leftover)
    return leftovers


def _partners(tags: Sequence[regex.Match[str]], names: Sequence[str]) -> list[int]:
    """For each tag the place of that which it closes or is closed by; -1 for none."""
    partner = [-1] * len(tags)
    opened: dict[str, list[int]] = {}
    for k, tag in enumerate(tags):
        if not tag["close"]:
            opened.setdefault(names[k], []).append(k)
        elif opened.get(names[k]):
            partner[k] = opened[names[k]].pop()
            partner[partner[k]] = k
    return partner
