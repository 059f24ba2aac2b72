"""Text to blocks: its lines, hard-wrapped ones joined, leftover markup taken off, each with its place in the input."""

from __future__ import annotations

from cleaner.errors import LimitError
from cleaner.labels import Role
from cleaner.model import Block, Page
from cleaner.patterns import Pattern
from cleaner.segment import line_wrapping, markdown, residual_html

_GLUED = frozenset("•‣▪◦●►▸")  # nothing but a bullet, also without white space behind it
_BULLET_SIGNS = _GLUED | frozenset("-*–+·○■□▶→✓✔")
_SPACES = frozenset(" \t\u00a0")
_MAY_NUMBER = frozenset("(0123456789")
_NUMBER = Pattern(r"(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+\S")
# A line of verse, a list or a table has at most this many characters. Most prose is longer: of 22,065 lines of gold
# bodies that end as sentences 18,932 are (python -m training.thresholds).
VERSE = 80
_TAB = 4
_FENCES = ("```", "~~~")
_LIST_ITEM, _PARAGRAPH = Role.LIST_ITEM, Role.PARAGRAPH


def segment_text(text: str, max_blocks: int) -> Page:
    """Cut text into its lines, and these into blocks. Raises `LimitError` past `max_blocks` of them.

    Each line is a block, unless it was hard-wrapped (`line_wrapping.rejoin`) or holds leftover tags that end a block
    (`residual_html.take_off`). Blocks keep their character span. Short blocks on neighbouring lines share a `group`:
    lists, tables, verse.
    """
    blocks = lines_of(text, max_blocks)
    code = _fenced(blocks) if "`" in text or "~" in text else frozenset[int]()
    blocks = line_wrapping.rejoin(blocks, text, code)
    blocks = residual_html.take_off(blocks, text, code)
    markdown.take_off(blocks, text, code)
    if len(blocks) > max_blocks:
        raise _too_many(max_blocks)
    _group(blocks)
    return Page(blocks=blocks, html=False)


def lines_of(text: str, max_blocks: int) -> list[Block]:
    """The lines that hold more than white space. A form feed breaks a line, but is no blank one: a page may end in
    mid-sentence.
    """
    blocks: list[Block] = []
    offset, gap = 0, 2
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        stripped = line.strip()
        if stripped:
            first = stripped[0]
            margin = indent = 0
            if line[0] != first:
                margin = indent = len(line) - len(line.lstrip())
                if "\t" in line:
                    indent += (_TAB - 1) * line.count("\t", 0, margin)
            form = _PARAGRAPH
            if first in _BULLET_SIGNS:
                if stripped[1:2] in _SPACES or (first in _GLUED and stripped[1:2].isalnum()):
                    form = _LIST_ITEM
            elif (first in _MAY_NUMBER or stripped[1:2] == ")") and _NUMBER.match(stripped):
                form = _LIST_ITEM
            start = offset + margin
            blocks.append(Block(stripped, form, -1, start, start + len(stripped), number, -1, 0, 0, gap, indent))
            if number > max_blocks and len(blocks) > max_blocks:
                raise _too_many(max_blocks)
            gap = 0
        elif blocks and line != "\f":
            gap += 1
        offset += len(line)
    return blocks


def _too_many(max_blocks: int) -> LimitError:
    return LimitError(f"the text has over {max_blocks:,} lines: raise Options.limits.blocks to take it")


def _fenced(blocks: list[Block]) -> frozenset[int]:
    """The numbers of the lines of fenced code, with the fences; a fence that nothing closes is none."""
    code: set[int] = set()
    inside: list[int] = []
    fence = ""
    for block in blocks:
        mark = block.text[:3]
        if inside:
            inside.append(block.line)
            if mark == fence:
                code.update(inside)
                inside = []
        elif mark in _FENCES:
            inside, fence = [block.line], mark
    return frozenset(code)


def _group(blocks: list[Block]) -> None:
    """Short blocks on neighbouring lines share the number of the first one's line."""
    before: Block | None = None
    for block in blocks:
        if len(block.text) > VERSE:
            before = None
            continue
        if before is not None and not block.gap:
            if before.group < 0:
                before.group = before.line
            block.group = before.group
        before = block
