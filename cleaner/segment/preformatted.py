"""Lines of text that keep their columns: fenced and indented code, and tables that are set with spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.patterns import Pattern

_FENCES = ("```", "~~~")
_MARGIN = frozenset(" \t\u00a0")
# A stretch is code if at least this many of its lines, and this share of them, hold signs of code. By hand.
_SIGNED_LINES = 2
_SIGNED_SHARE = 0.3
# Columns by which a line of code stands in, at least; lines of a table, at least, and the share of them that begin or
# end a cell at the same column. By hand.
_INDENT = 2
_ROWS = 3
_ALIGNED_SHARE = 0.8
_SIGNS = Pattern(
    r"[{};]$|^[})\]]+[;,)]*$|\w\([^()]*\)|:=|[=!<>]=|=>|->|--[>]|\s=\s|^(?:def|class|for|if|elif|else|while|try|return|import|"
    r"from|func|function|const|let|var|public|private|#include|SELECT|CREATE)\b.*[:;{)(]$|^else:$|^[\w.-]+:(?:\s|$)|</|/>"
)
_CELL = Pattern(r"(?<=\S) {2,}(?=\S)")


def stretches_of(blocks: Sequence[Block], text: str) -> Mapping[int, int]:
    """The lines that keep their columns, by number, each with the number of the first line of its stretch."""
    stretches: dict[int, int] = {}
    if "```" in text or "~~~" in text:
        stretches.update(_fenced(blocks))
    if "\n  " in text or "\n\t" in text:
        for stretch in _indented(blocks, stretches):
            stretches.update(dict.fromkeys([block.line for block in stretch], stretch[0].line))
    if "   " in text:
        for stretch in _tables(blocks, stretches):
            stretches.update(dict.fromkeys([block.line for block in stretch], stretch[0].line))
    return stretches


def join(blocks: Sequence[Block], text: str, stretches: Mapping[int, int]) -> list[Block]:
    """The blocks, with the lines of each stretch as one block of code, white space and all."""
    joined: list[Block] = []
    first = -1
    for block in blocks:
        at = stretches.get(block.line, -1)
        if at >= 0 and at == first:
            joined[-1].end = block.end
            continue
        first = at
        joined.append(block)
        if at >= 0:
            block.form = Role.CODE
            while block.start > 0 and text[block.start - 1] in _MARGIN:
                block.start -= 1
    for block in joined:
        if block.line in stretches:
            block.text = text[block.start : block.end].replace("\r\n", "\n").replace("\r", "\n")
    return joined


def _fenced(blocks: Sequence[Block]) -> dict[int, int]:
    """The lines of fenced code, with the fences; a fence that nothing closes is none."""
    code: dict[int, int] = {}
    inside: list[int] = []
    fence = ""
    for block in blocks:
        mark = block.text[:3]
        if inside:
            inside.append(block.line)
            if mark == fence:
                code.update(dict.fromkeys(inside, inside[0]))
                inside = []
        elif mark in _FENCES:
            inside, fence = [block.line], mark
    return code


def _indented(blocks: Sequence[Block], taken: Mapping[int, int]) -> Iterator[list[Block]]:
    """Stretches of indented code: lines of which some stand in and some hold signs of code.

    A line that stands in goes on with the stretch, also behind a blank line.
    """
    stretch: list[Block] = []
    for block in (*blocks, None):
        if block is not None and block.line not in taken and stretch:
            goes_on = block.gap == 1 and block.indent >= stretch[0].indent + _INDENT
            if not block.gap or (goes_on and _SIGNS.search(stretch[-1].text) is not None):
                stretch.append(block)
                continue
        if len(stretch) > 1 and _is_code(stretch):
            yield stretch
        stretch = [block] if block is not None and block.line not in taken else []


def _is_code(stretch: Sequence[Block]) -> bool:
    base = min(block.indent for block in stretch)
    if not any(block.indent >= base + _INDENT for block in stretch):
        return False
    if sum(block.form is Role.LIST_ITEM for block in stretch) * 2 > len(stretch):
        return False
    signed = sum(_SIGNS.search(block.text) is not None for block in stretch)
    return signed >= _SIGNED_LINES and signed >= _SIGNED_SHARE * len(stretch)


def _tables(blocks: Sequence[Block], taken: Mapping[int, int]) -> Iterator[list[Block]]:
    """Tables that are set with spaces: neighbouring lines whose cells begin, or end, at the same columns."""
    rows: list[Block] = []
    for block in (*blocks, None):
        is_row = (
            block is not None and block.line not in taken and "  " in block.text and block.form is not Role.LIST_ITEM
        )
        if block is not None and is_row and (not rows or not block.gap):
            rows.append(block)
            continue
        if len(rows) >= _ROWS and _is_aligned(rows):
            yield rows
        rows = [block] if block is not None and is_row else []


def _is_aligned(rows: Sequence[Block]) -> bool:
    begins: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for row in rows:
        gaps = list(_CELL.finditer(row.text))
        begins.update({row.indent + gap.end() for gap in gaps})
        ends.update({row.indent + gap.start() for gap in gaps} | {row.indent + len(row.text)})
    most = max(max(begins.values(), default=0), max(ends.values(), default=0))
    return sum(bool(_CELL.search(row.text)) for row in rows) == len(rows) and most >= _ALIGNED_SHARE * len(rows)
