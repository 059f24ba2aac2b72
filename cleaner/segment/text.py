"""Text to blocks: each line that holds more than white space, with its place in the input."""

from __future__ import annotations

from cleaner.errors import LimitError
from cleaner.model import Block, Page, Role
from cleaner.patterns import Pattern

_BULLET = Pattern(r"(?:[-*•·‣▪◦–+]|\(?\d{1,3}[.)])[ \t\u00a0]+\S")
# A line of verse, a list or a table is short; most prose is longer: of 22,065 such lines of gold bodies 18,932 (python -m training.thresholds).
VERSE = 80


def segment_text(text: str, max_blocks: int) -> Page:
    """Cut text into its lines. Raises `LimitError` past `max_blocks` of them.

    Blocks keep their character span, and share a `group` where they stand on neighbouring lines and are short: lists, tables, verse.
    """
    page = Page(blocks=[], html=False)
    blocks = page.blocks
    offset, gap, previous = 0, 2, ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        stripped = line.strip()
        if stripped:
            if len(blocks) >= max_blocks:
                raise LimitError(f"the text has over {max_blocks:,} lines: raise Options.limits.blocks to take it")
            start = offset + line.index(stripped[0])
            kind = Role.LIST_ITEM if _BULLET.match(stripped) else Role.PARAGRAPH
            block = Block(stripped, kind, start=start, end=start + len(stripped), line=number, gap=gap, indent=_indent(line))
            if gap == 0 and max(len(stripped), len(previous)) <= VERSE:
                if blocks[-1].group < 0:
                    blocks[-1].group = number - 1
                block.group = blocks[-1].group
            blocks.append(block)
            gap, previous = 0, stripped
        elif blocks:
            gap += 1
        offset += len(line)
    return page


def _indent(line: str) -> int:
    """The columns of white space before a line's first character; a tab counts four."""
    if not line[0].isspace():
        return 0
    lead = line[: len(line) - len(line.lstrip())]
    return len(lead) + 3 * lead.count("\t")
