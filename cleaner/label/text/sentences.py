"""Sentences between the paragraphs of an article's text stay, whatever phrases they hold."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.label.text.dump import is_dump
from cleaner.labels import MAY_OVERRULE, Layer, Reason
from cleaner.lines.part_headings import is_part_heading
from cleaner.lines.shapes import is_date, is_prose
from cleaner.model import Block

# Reasons that phrase rules give to whole sentences.
_SPARED_REASONS = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE))
# Characters of the label of a list of contents. By hand.
_LONGEST_LABEL = 40
_MAY_REOPEN = MAY_OVERRULE[Layer.GENERIC]


def spare_sentences(labelling: Labelling) -> None:
    """Reopen sentences above further prose that a phrase rule took for a teaser, an advertisement or an author note.

    The label of a list of contents ("In this article") is reopened, too, where no list but prose follows.

    When unsure, keep: this holds in text that is no dump. Never touches labels of rule sets.
    """
    if is_dump(labelling.page.blocks):
        return
    is_followed, is_right_above = False, False
    for block in reversed(labelling.page.blocks):
        if block.reason is Reason.NAVIGATION and is_right_above and _is_label(block):
            block.reopen()
        is_right_above = is_prose(block.text) or is_date(block.text)
        if block.reason is None:
            is_followed = is_followed or is_prose(block.text)
        elif is_followed and block.reason in _SPARED_REASONS and block.layer in _MAY_REOPEN and is_prose(block.text):
            block.reopen()


def _is_label(block: Block) -> bool:
    """Whether a phrase rule took a heading of the text for the label of a list of contents."""
    return block.layer in _MAY_REOPEN and len(block.text) <= _LONGEST_LABEL and is_part_heading(block.text)
