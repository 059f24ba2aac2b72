"""A thread of comments told by its shape: parts that each hold a name, a date or an age, a control that answers or
reports it, and text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.comments.lines import Line, read_lines
from cleaner.comments.threads import Unit, units_of
from cleaner.labels import Role
from cleaner.lines.comment_lines import answers, may_answer
from cleaner.lines.shapes import is_prose
from cleaner.model import Elements, Page

_TITLE, _HEADING = Role.TITLE, Role.HEADING
# Headings in a comment, at most: its name, mostly. By hand: articles of a page that loads more have several.
_HEADINGS = 1
# Characters: a line with a control is no longer. By hand.
_LONGEST = 60
# Comments that make a thread, at least: a single one may be a box for letters. By hand.
LEAST_COMMENTS = 2
# Share of the controls of a page that stand in its comments, at least: in other lists of posts they lead elsewhere. By
# hand.
_LEAST_SHARE = 0.5
# Blocks before the first control and behind the last among which the thread begins and ends. By hand: a long comment.
_BEFORE, _BEHIND = 30, 10
# Tags around the controls of comments that are the same. By hand.
_TAGS = 3


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread of comments on a page: the indexes of its first block and of the block behind its last; the number of
    its comments; the characters of prose in it, and on the page above it.
    """

    start: int
    end: int
    comments: int
    prose: int
    prose_above: int


def controls_of(page: Page) -> list[int]:
    """The indexes of the blocks that answer or report a comment."""
    short = [(i, block.text) for i, block in enumerate(page.blocks) if len(block.text) <= _LONGEST]
    if not may_answer(" ".join(text for _, text in short)):
        return []
    return [i for i, text in short if answers(text)]


def find_thread(page: Page, answering: list[int], language: str | None) -> Thread | None:
    """The thread of comments that a page holds by its shape; None where it has none. Labels nothing.

    answering: the indexes of the controls that answer or report comments, by `controls_of`.
    """
    blocks = page.blocks
    if len(answering) < LEAST_COMMENTS:
        return None
    near = range(max(0, answering[0] - _BEFORE), min(len(blocks), answering[-1] + _BEHIND))
    lines = read_lines(page, (i for i in near if blocks[i].text), language)
    controls = set(answering)
    units = _comments(lines, controls, page.elements)
    if units and units[0].start:
        # The story's own date stands above, and what lies between that and the first comment is the story's.
        lines = lines[units[0].start :]
        units = _comments(lines, controls, page.elements)
    inside = sum(line.at in controls for unit in units for line in lines[unit.start : unit.end])
    if len(units) < LEAST_COMMENTS or inside < _LEAST_SHARE * len(answering):
        return None
    start, end = lines[units[0].start].at, lines[units[-1].end - 1].at + 1
    return Thread(
        start,
        end,
        len(units),
        sum(len(block.text) for block in blocks[start:end] if is_prose(block.text)),
        sum(len(block.text) for block in blocks[:start] if is_prose(block.text)),
    )


def _comments(lines: Sequence[Line], controls: set[int], elements: Elements) -> list[Unit]:
    """The units of lines that are comments, built alike."""
    units = [unit for unit in units_of(lines, elements) if _is_comment(lines, unit, controls)]
    return _built_alike(lines, units, controls, elements) if units else []


def _built_alike(lines: Sequence[Line], units: Sequence[Unit], controls: set[int], elements: Elements) -> list[Unit]:
    """Those of the units whose first control stands in the same tags as most others do."""
    forms = []
    for unit in units:
        control = next(line for line in lines[unit.start : unit.end] if line.at in controls)
        forms.append(tuple(elements.tags[at] for at in elements.ancestors(control.block.element, _TAGS)))
    most = Counter(forms).most_common(1)
    return [unit for unit, form in zip(units, forms, strict=True) if form == most[0][0]]


def _is_comment(lines: Sequence[Line], unit: Unit, controls: set[int]) -> bool:
    """Whether a unit has a name, a control and text, and neither the title of the page nor several headings."""
    own = lines[unit.start : unit.end]
    head = lines[unit.mark].head
    named = (head is not None and head.author is not None) or any(line.names for line in own)
    texts = sum(line.is_text for line in own) - (head is None or head.author is None)
    if any(line.block.role is _TITLE for line in own) or sum(line.block.form is _HEADING for line in own) > _HEADINGS:
        return False
    return named and texts > 0 and any(line.at in controls for line in own)
