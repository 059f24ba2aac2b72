"""What single lines of an article's header are in bare text: a date, a byline, a dateline, a photo's caption."""

from __future__ import annotations

from collections.abc import Container

from cleaner import dates
from cleaner.labels import MAY_OVERRULE, Layer, Reason, Role
from cleaner.lines import bylines, dated_bylines, datelines
from cleaner.lines.credits import credited
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block

# Lines at the top, and lines right above the body, that may be title, byline or date. By hand.
HEADER_LINES = 12
# Characters: a deck of whole sentences is no longer. By hand.
LONGEST_DECK = 400
# The rule id of a role that a line gets for where it stands.
_RULES = {Role.BYLINE: "generic:byline", Role.PUBLISHED: "generic:date", Role.SUBTITLE: "generic:subtitle"}


def body_at(blocks: list[Block], proposed: Container[int] = ()) -> int:
    """The index of the first prose that nothing has left out; -1 if there is none.

    proposed: the indices of the lines that the classifier would leave out.
    """
    for i, block in enumerate(blocks):
        if block.reason is None and i not in proposed and is_body(block):
            return i
    return -1


def is_body(block: Block) -> bool:
    """Whether a line is undecided prose: no headline of a sentence's form and no caption."""
    return not block.decided and is_prose(block.text) and not is_headline(block.text) and not credited(block.text)


def is_byline_or_date(block: Block) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    return bylines.is_byline(block.text) or dated_bylines.tells_when(block.text)


def may_be_byline(block: Block) -> bool:
    """Whether a phrase rule took a line for a note on the author: above the body that may be the byline."""
    return block.reason is Reason.AUTHOR_NOTE and block.layer in MAY_OVERRULE[Layer.GENERIC]


def label_line(block: Block) -> None:
    """Label a line of the header that is a date, a byline, a dateline or a photo's caption and nothing else.

    Of lines that are labelled already it changes only notes on the author, to a date or byline.
    """
    if block.decided and not may_be_byline(block):
        return
    date = dates.read_line(block.text)
    if date is not None:
        block.keep(Role.MODIFIED if date.modified else Role.PUBLISHED, "generic:date", Layer.GENERIC)
    elif _tells_when(block.text):
        block.keep(Role.PUBLISHED, "generic:date", Layer.GENERIC)
    elif bylines.is_byline(block.text):
        block.keep(Role.BYLINE, "generic:byline", Layer.GENERIC)
    elif block.decided:
        return
    elif datelines.is_line(block.text):
        block.keep(Role.DATELINE, "generic:dateline", Layer.GENERIC)
    elif credited(block.text):
        block.keep(Role.CAPTION, "generic:credit", Layer.GENERIC)


def _tells_when(text: str) -> bool:
    """Whether a line says when the piece was printed, in another form than a date alone."""
    return dated_bylines.tells_when(text) or dated_bylines.is_age(text) or dated_bylines.is_labelled_date(text)


def keep_by_place(block: Block, role: Role) -> None:
    """Label a line as byline, date or deck for where it stands rather than for its form."""
    block.keep(role, _RULES[role], Layer.GENERIC)
