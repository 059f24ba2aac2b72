"""The last pass: what a block's neighbours tell of it."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.lines.shapes import is_prose
from cleaner.model import Block

_HEADING = Role.HEADING
_OPEN = MAY_OVERRULE[Layer.GENERIC]
# These grounds tell where a block stands, not what it is: no reason for the heading above it to go.
_OF_PLACE = (Ground.OUTSIDE, Ground.HEADS_NOTHING)


def drop_empty_headings(labelling: Labelling) -> None:
    """A heading with no kept block before the next heading of its level or the end, but with left-out blocks, goes with
    them.

    Sentences that are set as a heading stay.
    """
    following: Block | None = None
    dropped: Block | None = None
    for block in reversed(labelling.page.blocks):
        heading = block.role is _HEADING or (not block.decided and block.form is _HEADING)
        if heading and block.layer in _OPEN and not _is_sentences(block.text):
            reason = _reason_to_go(block, following, dropped)
            if reason is not None:
                block.drop(reason, "generic:heads_nothing", Layer.GENERIC, ground=Ground.HEADS_NOTHING)
        if block.reason is not None:
            if block.ground not in _OF_PLACE:
                dropped = block
        elif not block.decided or block.role in BODY:
            following, dropped = block, None


def _is_sentences(text: str) -> bool:
    return len(text) > _LONGEST_HEADING and is_prose(text)


def _reason_to_go(heading: Block, following: Block | None, dropped: Block | None) -> Reason | None:
    """Why a heading goes: nothing is kept after it, or what stood between it and the next heading of its rank was left
    out.
    """
    if following is None:
        return (dropped.reason if dropped is not None else None) or Reason.OTHER
    ranks = following.form is _HEADING and 0 < following.level <= heading.level
    return dropped.reason if ranks and dropped is not None and dropped.reason not in _BETWEEN else None


# What is left out from within a section does not take the section's heading along.
_BETWEEN = (Reason.CAPTION, Reason.DUPLICATE, Reason.ADVERTISEMENT, Reason.CONSENT, Reason.NEWSLETTER, Reason.SHARE)


def label_text_headings(labelling: Labelling) -> None:
    """Short lines that stand alone between paragraphs of bare text are headings."""
    blocks = labelling.page.blocks
    for i, block in enumerate(blocks[:-1]):
        if (
            block.decided
            or block.form is not Role.PARAGRAPH
            or block.group >= 0
            or not block.gap
            or len(block.text) > _LONGEST_HEADING
        ):
            continue
        following = blocks[i + 1]
        ends = _NO_HEADING_END if i == 0 else (*_NO_HEADING_END, ":", "!", '"', "”")
        if (
            following.reason is None
            and is_prose(following.text)
            and not (block.text.endswith(ends) or "\n" in block.text or is_prose(block.text))
        ):
            block.keep(Role.HEADING, "generic:heading", Layer.GENERIC)


_LONGEST_HEADING = 120
_NO_HEADING_END = (".", ",", ";", '."', ".”")
