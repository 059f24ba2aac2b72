"""Where each comment begins and ends, and how deep in its thread it stands: read off the tree around its date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.comments.lines import Line
from cleaner.model import Elements
from cleaner.patterns import Pattern

# Steps up the tree from a comment's date, at most, and from there to the class that tells its depth. By hand.
STEPS = 60
_STEPS_TO_DEPTH = 8
# "depth-2", "level_3", "comment-depth2": themes count from 1, or from 0 where any comment has that.
_DEPTH = Pattern(r"(?:^|[\s_-])(?:depth|level|indent)[-_]?(\d{1,2})(?!\d)")


class Unit(NamedTuple):
    """A comment: the indexes of its first line, of the line behind its last, and of the line that dates it."""

    start: int
    end: int
    mark: int


def units_of(lines: Sequence[Line], elements: Elements) -> list[Unit]:
    """The comments among the lines, one for each line that tells a date or an age.

    The lines of a comment are those in the widest element around its date in which no other comment's date stands.
    """
    marks = _marks(lines)
    if not marks:
        return []
    around = [_around(lines, elements, marks, k) for k in range(len(marks))]
    starts = [_start(lines, marks, k, around[k]) for k in range(len(marks))]
    if _is_dated_below(lines, marks, starts):
        ends = [*(mark + 1 for mark in marks)]
        return [Unit(ends[k - 1] if k else 0, end, end - 1) for k, end in enumerate(ends)]
    behind = _ends_of(elements)
    return [
        Unit(start, _end(lines, start, following, at, behind[at] if at >= 0 else -1), mark)
        for start, following, at, mark in zip(starts, [*starts[1:], len(lines)], around, marks, strict=True)
    ]


def depths_of(units: Sequence[Unit], lines: Sequence[Line], elements: Elements) -> list[int]:
    """How deep in its thread each comment stands: 0 for one that answers the story.

    The classes of its elements say so (`depth-2`), else the tree: a comment answers the one in whose element its own
    stands.
    """
    named = [_named_depth(elements, lines[unit.mark].block.element) for unit in units]
    if units and None not in named:
        least = min(depth for depth in named if depth is not None)
        return [depth - least for depth in named if depth is not None]
    depths: list[int] = []
    stack: list[tuple[int, int]] = []  # of each comment around the next one: its own element, and its steps to the root
    for k, unit in enumerate(units):
        chain = list(elements.ancestors(lines[unit.mark].block.element, STEPS)) if elements.parents else []
        while stack and not (stack[-1][0] in chain and len(chain) > stack[-1][1]):
            stack.pop()
        depths.append(len(stack))
        if not chain:
            continue
        if k == 0:
            own = chain[-1]
        else:
            before = set(elements.ancestors(lines[units[k - 1].mark].block.element, STEPS))
            own = next((at for at in reversed(chain) if at not in before), chain[0])
        stack.append((own, len(chain)))
    return depths


def _marks(lines: Sequence[Line]) -> list[int]:
    """The lines that date a comment. A second date of the same comment, as of its edition, is none: nothing is said
    between the two, and nobody named.
    """
    marks: list[int] = []
    is_said = False
    for i, line in enumerate(lines):
        is_said = is_said or line.is_text
        if line.is_dated and (is_said or not marks or (line.head and line.head.author)):
            marks.append(i)
            is_said = False
    return marks


def _around(lines: Sequence[Line], elements: Elements, marks: Sequence[int], k: int) -> int:
    """The widest element around a comment's date in which the date of the one before it does not stand (of the one
    behind it, for the first); -1 in bare text. For a single comment the narrowest one that holds text.
    """
    at = lines[marks[k]].block.element
    if at < 0:
        return -1
    chain = list(elements.ancestors(at, STEPS))
    if len(marks) == 1:
        texts = {above for line in lines if line.is_text for above in elements.ancestors(line.block.element, STEPS)}
        return next((above for above in chain if above in texts), at)
    beside = set(elements.ancestors(lines[marks[k - 1 if k else 1]].block.element, STEPS))
    return next((above for above in reversed(chain) if above not in beside), at)


def _start(lines: Sequence[Line], marks: Sequence[int], k: int, around: int) -> int:
    """The first line of a comment: the first in the element around it. Where that is the date's alone, the name right
    above belongs to it.
    """
    mark, first = marks[k], marks[k - 1] + 1 if k else 0
    start = next((i for i in range(first, mark) if lines[i].block.element >= around >= 0), mark)
    if start == mark > first and lines[mark - 1].names and not (lines[mark].head and lines[mark].head.author):  # type: ignore[union-attr]
        return mark - 1
    return start


def _end(lines: Sequence[Line], start: int, following: int, around: int, behind: int) -> int:
    """The line behind the last one of a comment: where the element around it ends, if it holds text, else where the
    next comment begins.

    behind: the index after the last element in the element around the comment; -1 in bare text.
    """
    if behind < 0:
        return following
    inside = [i for i in range(start, following) if around <= lines[i].block.element < behind]
    if any(lines[i].is_text and not lines[i].names for i in inside):
        return inside[-1] + 1
    return following


def _ends_of(elements: Elements) -> list[int]:
    """For each element the index after the last one below it; all at once, since comments stand in comments."""
    ends = list(range(1, len(elements) + 1))
    for i in range(len(elements) - 1, 0, -1):
        parent = elements.parents[i]
        ends[parent] = max(ends[parent], ends[i])
    return ends


def _is_dated_below(lines: Sequence[Line], marks: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether all comments have their date below their text and nothing around both: text stands above the first date,
    none below the last.
    """
    return (
        all(mark - start <= 1 for mark, start in zip(marks, starts, strict=True))
        and any(line.is_text and not line.names for line in lines[: starts[0]])
        and not any(line.is_text for line in lines[marks[-1] + 1 :])
    )


def _named_depth(elements: Elements, at: int) -> int | None:
    """The depth that a class around a comment's date names; None for none."""
    for above in elements.ancestors(at, _STEPS_TO_DEPTH):
        classes = elements.classes[above]
        if classes and (found := _DEPTH.search(classes)) is not None:
            return int(found[1])
    return None
