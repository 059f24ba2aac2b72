"""The lines of a page that are labelled as comments, each with what it says of a comment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cleaner import dates
from cleaner.labels import Reason, Role
from cleaner.lines.comment_lines import (
    LONGEST_HEAD,
    Head,
    is_controls,
    is_name,
    opens_form,
    read_head,
    speaks_of_comments,
)
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Page

_COMMENTS, _QUOTE, _HEADING = Reason.COMMENTS, Role.QUOTE, Role.HEADING
_FORM = ("form",)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comments.

    at: its block's index; head: who comments and when, if the line says so; is_control: whether it holds controls and
    nothing else; is_aside: whether it stands in a form, is a heading or leads to the comments: it is nobody's comment.
    """

    at: int
    block: Block
    head: Head | None
    is_control: bool
    is_aside: bool

    @property
    def is_dated(self) -> bool:
        """Whether it says when somebody commented."""
        return self.head is not None and self.head.is_dated

    @property
    def names(self) -> bool:
        """Whether it may name who comments, and says nothing else."""
        return self.head is not None and self.head.author is not None and not self.head.is_dated

    @property
    def is_text(self) -> bool:
        """Whether it may be what somebody said."""
        return not (self.is_dated or self.is_control or self.is_aside)


def comment_lines(page: Page, language: str | None) -> list[Line]:
    """The lines labelled as comments, in document order."""
    labelled = [i for i, block in enumerate(page.blocks) if block.reason is _COMMENTS and block.text]
    return read_lines(page, labelled, language) if labelled else []


def read_lines(page: Page, indexes: Iterable[int], language: str | None) -> list[Line]:
    """Some blocks of a page as lines of comments."""
    times = {i: value for value, i, _ in reversed(page.times)}
    forms: dict[int, int] = {}
    lines = []
    in_form = False
    for i in indexes:
        block = page.blocks[i]
        if block.element >= 0:
            in_form = page.elements.nearest(block.element, _FORM, forms) >= 0 or opens_form(block.text)
        else:  # nothing tells where a form of bare text ends, and it is the last
            in_form = in_form or opens_form(block.text)
        is_aside = in_form or block.form is _HEADING or speaks_of_comments(block.text)
        head = None if is_aside or block.form is _QUOTE else _head(block, times.get(i), language)
        is_control = (head is None or head.author is None) and is_controls(block.text)
        lines.append(Line(i, block, head, is_control, is_aside))
    return lines


def _head(block: Block, time: str | None, language: str | None) -> Head | None:
    """Who comments and when, by a line's words and the machine-readable time in it."""
    if len(block.text) > LONGEST_HEAD or is_prose(block.text):
        return None
    head = read_head(block.text, language)
    date = dates.from_machine(time, language) if time else None
    if date is None:
        return head
    if head is None:
        first = block.text.split("\n", 1)[0]
        return Head(first if is_name(first) else None, date, is_dated=True)
    return Head(head.author, head.date if head.date and dates.refines(date, head.date) else date, is_dated=True)
