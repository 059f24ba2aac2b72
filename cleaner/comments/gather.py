"""Comments out of the lines that are labelled so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from cleaner.comments.lines import Line, comment_lines
from cleaner.comments.threads import Unit, depths_of, units_of
from cleaner.lines.shapes import is_prose
from cleaner.model import Comment, Page

# Characters: a shorter name is a picture of initials where another name stands beside it. By hand.
_INITIALS = 2


def comments_of(page: Page, language: str | None) -> tuple[Comment, ...]:
    """The readers' comments of a labelled page, in document order.

    Controls ("Reply"), names and dates are not part of a comment's text; headings, forms and lines that lead to the
    comments are nobody's, and are only in the blocks.
    """
    lines = comment_lines(page, language)
    units = units_of(lines, page.elements)
    if not units:
        return tuple(_undated(lines))
    depths = depths_of(units, lines, page.elements)
    return tuple(
        comment
        for unit, depth in zip(units, depths, strict=True)
        if (comment := _comment(lines, unit, depth)) is not None
    )


def _comment(lines: Sequence[Line], unit: Unit, depth: int) -> Comment | None:
    """The comment of a unit; None if it says nothing."""
    head = lines[unit.mark].head
    author, named_by = (head.author if head else None), -1
    if author is None:
        named_by = _name_line(lines, unit)
        name = lines[named_by].head if named_by >= 0 else None
        author = name.author if name else None
    said = [
        line
        for i, line in enumerate(lines[unit.start : unit.end], unit.start)
        if i not in (unit.mark, named_by)
        and line.is_text
        and not (line.names and i < unit.mark and line.head and len(line.block.text) <= _INITIALS)
    ]
    return Comment(author, head.date if head else None, _joined(said), depth) if said else None


def _name_line(lines: Sequence[Line], unit: Unit) -> int:
    """The line of a comment that names who wrote it: the first name that is no picture of initials; -1 for none."""
    names = [i for i in range(unit.start, unit.mark) if lines[i].names]
    names = [i for i in names if len(lines[i].block.text) > _INITIALS] or names
    if names and any(line.is_text for i, line in enumerate(lines[unit.start : unit.end], unit.start) if i != names[0]):
        return names[0]
    return -1


def _undated(lines: Sequence[Line]) -> Iterator[Comment]:
    """The comments among lines of which none tells a date: a name, and what stands below it up to the next name; each
    line of prose where nobody is named.
    """
    author: str | None = None
    said: list[Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        opens = line.names and below is not None and below.is_text and not below.names
        if (opens or not line.is_text) and said:
            yield Comment(author, None, _joined(said))
            said = []
        if opens or not line.is_text:
            author = line.head.author if opens and line.head else None
        elif author is not None:
            said.append(line)
        elif is_prose(line.block.text):
            yield Comment(None, None, line.block.text)
    if said:
        yield Comment(author, None, _joined(said))


def _joined(lines: Sequence[Line]) -> str:
    """The paragraphs of a comment as the article's are joined: a blank line between blocks, a single newline between
    those of a list, table or verse.
    """
    pieces = [lines[0].block.text]
    for before, line in pairwise(lines):
        together = line.block.group >= 0 and line.block.group == before.block.group
        pieces += ("\n" if together else "\n\n", line.block.text)
    return "".join(pieces)
