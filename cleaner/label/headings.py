"""Headings: drop those that head nothing; in bare text, find those among the short lines."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.lines.shapes import is_prose
from cleaner.model import Block

_HEADING = Role.HEADING
_MAY_OVERRULE = MAY_OVERRULE[Layer.GENERIC]
# Characters: no heading is longer. By hand.
_LONGEST_HEADING = 120
# A heading of bare text ends in none of these; the second list holds for all but the first line.
_NO_HEADING_ENDS = (".", ",", ";", '."', ".”")
_NO_LATER_HEADING_ENDS = (*_NO_HEADING_ENDS, ":", "!", '"', "”")
# Grounds that say where a block stands, not what it is: blocks dropped on these do not take a heading with them.
_GROUNDS_OF_PLACE = (Ground.OUTSIDE, Ground.HEADS_NOTHING)
# Blocks dropped for these reasons stand within a section: they do not take the section's heading with them, which
# readers see.
_REASONS_WITHIN_SECTION = (
    Reason.CAPTION, Reason.DUPLICATE, Reason.ADVERTISEMENT, Reason.CONSENT, Reason.NEWSLETTER, Reason.SHARE,
    Reason.HIDDEN,
)  # fmt: skip


def drop_empty_headings(labelling: Labelling) -> None:
    """Drop headings that head nothing: the end of the text follows, or blocks that were left out and then a heading of
    the same or a higher rank.

    Looks at the labels of all blocks; changes headings alone, and only where `MAY_OVERRULE` allows. Sentences that are
    set as a heading stay.
    """
    following: Block | None = None  # the nearest kept block below
    dropped: Block | None = None  # the nearest left-out block above `following`
    for block in reversed(labelling.page.blocks):
        heading = block.role is _HEADING or (not block.decided and block.form is _HEADING)
        if heading and block.layer in _MAY_OVERRULE and not is_prose(block.text):
            reason = _reason_to_go(block, following, dropped)
            if reason is not None:
                block.drop(reason, "generic:heads_nothing", Layer.GENERIC, ground=Ground.HEADS_NOTHING)
        if block.reason is not None:
            if block.ground not in _GROUNDS_OF_PLACE:
                dropped = block
        elif not block.decided or block.role in BODY:
            following, dropped = block, None


def _reason_to_go(heading: Block, following: Block | None, dropped: Block | None) -> Reason | None:
    """The reason to drop a heading; None to keep it.

    following: the nearest kept block below it; dropped: the nearest left-out block between the two.
    """
    if following is None:
        return (dropped.reason if dropped is not None else None) or Reason.OTHER
    ends_section = following.form is _HEADING and 0 < following.level <= heading.level
    if ends_section and dropped is not None and dropped.reason not in _REASONS_WITHIN_SECTION:
        return dropped.reason
    return None


def label_text_headings(labelling: Labelling) -> None:
    """Label short lines that stand alone above a sentence of bare text as headings. Changes undecided blocks alone."""
    blocks = labelling.page.blocks
    for i, block in enumerate(blocks[:-1]):
        if (
            block.decided
            or block.form is not Role.PARAGRAPH
            or (block.group >= 0 and len(blocks[i + 1].text) <= _LONGEST_HEADING)
            or not block.gap
            or len(block.text) > _LONGEST_HEADING
        ):
            continue
        following = blocks[i + 1]
        ends = _NO_HEADING_ENDS if i == 0 else _NO_LATER_HEADING_ENDS
        if (
            following.reason is None
            and is_prose(following.text)
            and not (block.text.endswith(ends) or "\n" in block.text or is_prose(block.text))
        ):
            block.keep(Role.HEADING, "generic:heading", Layer.GENERIC)
