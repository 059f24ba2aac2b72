"""Text to blocks: its lines, hard-wrapped ones joined, leftover markup taken off, each with its place in the input."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.labels import Role
from cleaner.lines import record_heads
from cleaner.model import Block, Page
from cleaner.patterns import Pattern
from cleaner.segment import line_wrapping, markdown, preformatted, residual_html

_GLUED = frozenset("•‣▪◦●►▸")  # nothing but a bullet, also without white space behind it
_BULLET_SIGNS = _GLUED | frozenset("-*–+·○■□▶→✓✔")
_SPACES = frozenset(" \t\u00a0")
_MAY_NUMBER = frozenset("(0123456789")
_NUMBER = Pattern(r"(?:\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+\S")
# A line of verse, a list or a table has at most this many characters. Most prose is longer: of 22,065 lines of gold
# bodies that end as sentences 18,932 are (python -m training.thresholds).
VERSE = 80
_TAB = 4
# In a text whose paragraphs blank lines part: the most long lines right below another for each long one that a blank
# line parts from the last. By hand: lists of long items are many lines.
_GLUED_PER_PARTED = 8
# The same for each long line that a blank line parts from a short one: around headings some stand in every text.
_GLUED_PER_HEADING = 2
# Characters of text that are cut into lines at a time, and what `str.splitlines` ends a line at.
_STRETCH = 1 << 16
_LINE_END = Pattern(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CODE, _LIST_ITEM, _PARAGRAPH = Role.CODE, Role.LIST_ITEM, Role.PARAGRAPH


def segment_text(text: str, max_blocks: int) -> Page:
    """Cut text into its lines, and these into blocks: `max_blocks` at most, the rest is not read (`Page.is_cut`).

    Each line is a block, unless it was hard-wrapped (`line_wrapping.rejoin`) or holds leftover tags that end a block
    (`residual_html.take_off`). Lines of code and of tables set with spaces are one block
    (`preformatted.join`). Blocks keep their character span. Blocks on neighbouring lines share a `group`: lists,
    tables, verse.
    """
    blocks = lines_of(text, max_blocks + 1)
    is_cut = len(blocks) > max_blocks
    record = _of_record(blocks)
    stretches = preformatted.stretches_of([block for block in blocks if block.line not in record], text)
    code = frozenset(stretches) | record
    blocks = line_wrapping.rejoin(blocks, text, code)
    blocks = residual_html.take_off(blocks, text, code)
    markdown.take_off(blocks, text, code)
    if stretches:
        blocks = preformatted.join(blocks, text, stretches)
    page = Page(blocks=blocks, html=False)
    if len(blocks) > max_blocks or is_cut:
        page.cut(max_blocks)
    _group(blocks)
    return page


def lines_of(text: str, most: int) -> list[Block]:
    """The first lines that hold more than white space, `most` of them. A form feed breaks a line, but is no blank
    one: a page may end in mid-sentence.
    """
    blocks: list[Block] = []
    offset, gap = 0, 2
    for number, line in enumerate(_lines(text), 1):
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
            if len(blocks) == most:
                return blocks
            gap = 0
        elif blocks and line != "\f":
            gap += 1
        offset += len(line)
    return blocks


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, some thousand at a time: all lines of 100 MB may take 3 GB."""
    at = 0
    while at < len(text):
        end = _LINE_END.search(text, min(at + _STRETCH, len(text)))
        to = end.end() if end else len(text)
        yield from text[at:to].splitlines(keepends=True)
        at = to


def _of_record(blocks: list[Block]) -> frozenset[int]:
    """The numbers of the lines of a head for machines, which stay as they are."""
    head = blocks[: record_heads.MOST_LINES + 1]
    record = record_heads.read([block.text for block in head], [block.gap for block in head])
    return frozenset(block.line for block in head[: record.lines]) if record else frozenset()


def _group(blocks: list[Block]) -> None:
    """Blocks on neighbouring lines share the number of the first one's line: short ones, and, where blank lines part
    the paragraphs, all of them: there a single newline means less.
    """
    long_too = _parts_by_blank_lines(blocks)
    before: Block | None = None
    for block in blocks:
        if (len(block.text) > VERSE and not long_too) or block.form is _CODE:
            before = None
            continue
        if before is not None and not block.gap:
            if before.group < 0:
                before.group = before.line
            block.group = before.group
        before = block


def _parts_by_blank_lines(blocks: list[Block]) -> bool:
    """Whether blank lines part the paragraphs of a text, rather than single newlines."""
    # Pairs of neighbouring lines, by whether both are long or one, and whether a blank line parts them.
    both_parted = both_glued = one_parted = one_glued = 0
    are_long = [len(block.text) > VERSE for block in blocks]
    for is_before_long, is_long, block in zip(are_long, are_long[1:], blocks[1:], strict=False):
        if is_before_long and is_long:
            both_parted += block.gap > 0
            both_glued += not block.gap
        elif is_before_long or is_long:
            one_parted += block.gap > 0
            one_glued += not block.gap
    most = both_parted * _GLUED_PER_PARTED
    return both_glued + one_glued > 0 and both_glued <= most and one_glued <= most + one_parted * _GLUED_PER_HEADING
