"""Captions between the paragraphs: lines that end in a photo's credit or open with the words of a caption."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.label.labelling import Labelling
from cleaner.labels import Layer, Role
from cleaner.lines import bylines, datelines
from cleaner.lines.photo_credits import is_caption_label, is_credited, opens_caption
from cleaner.lines.shapes import PROSE, is_prose
from cleaner.model import Block

_FORMS = (Role.PARAGRAPH, Role.QUOTE, Role.HEADING)
# Characters: a caption below a line that says only "Image caption" is no longer. By hand.
_LONGEST_BELOW_LABEL = 300


def label_credited_lines(labelling: Labelling) -> None:
    """Label undecided lines that end in a photo's credit, or that open as captions do, as captions.

    Where long ones are more than the other sentences, the text is a series of pictures: there they stay. Looks at all
    blocks that are not left out; changes undecided paragraphs, quotes and headings.
    """
    blocks = [block for block in labelling.page.blocks if block.reason is None]
    captions = [block for block in blocks if not block.decided and block.form in _FORMS and _is_caption(block.text)]
    captions += _below_labels(blocks)
    if not captions:
        return
    found = {id(block) for block in captions}
    prose = sum(id(block) not in found and block.form in _FORMS and is_prose(block.text) for block in blocks)
    if sum(len(block.text) >= PROSE for block in captions) > prose:
        return
    for block in captions:
        block.keep(Role.CAPTION, "generic:credit", Layer.GENERIC)


def _is_caption(line: str) -> bool:
    """Whether a line ends in a photo's credit or opens as captions do, and is no byline ("Text: … Photo: …") and no
    dateline ("MILLFORD, March 3 (AFP)").
    """
    return (is_credited(line) or opens_caption(line)) and not bylines.is_byline(line) and not datelines.is_line(line)


def _below_labels(blocks: Sequence[Block]) -> list[Block]:
    """The lines that say nothing but "Image caption", each with the line below it, which is the caption."""
    found = []
    for label, caption in pairwise(blocks):
        if label.decided or len(label.text) > _LONGEST_BELOW_LABEL or not is_caption_label(label.text):
            continue
        found.append(label)
        if not caption.decided and len(caption.text) <= _LONGEST_BELOW_LABEL and caption.form is Role.PARAGRAPH:
            found.append(caption)
    return found
