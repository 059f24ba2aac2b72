"""Sentences between the paragraphs of clean text stay, whatever wording they hold."""

from __future__ import annotations

from cleaner.label.classifier import kind_of
from cleaner.label.labelling import Labelling
from cleaner.labels import MAY_OVERRULE, Layer, Reason
from cleaner.lines.shapes import is_prose
from cleaner.model import Block

# Reasons that phrases give to whole sentences.
_SPARED = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE))
_OPEN = MAY_OVERRULE[Layer.GENERIC]


def spare_sentences(labelling: Labelling) -> None:
    """In text that is no dump, take the label off sentences above further prose that a phrase took for a teaser, a
    notice or a note on the author: when unsure, keep.
    """
    if kind_of(labelling.page) is None:
        spare(labelling.page.blocks)


def spare(blocks: list[Block]) -> None:
    """`spare_sentences` for the lines of a text that is known to be no dump."""
    is_followed = False
    for block in reversed(blocks):
        if block.reason is None:
            is_followed = is_followed or is_prose(block.text)
        elif is_followed and block.reason in _SPARED and block.layer in _OPEN and is_prose(block.text):
            block.reopen()
