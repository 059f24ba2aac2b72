"""Sentences between the paragraphs of an article's text stay, whatever phrases they hold."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.label.text.dump import is_dump
from cleaner.labels import MAY_OVERRULE, Layer, Reason
from cleaner.lines.shapes import is_prose

# Reasons that phrase rules give to whole sentences.
_SPARED_REASONS = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE))
_MAY_REOPEN = MAY_OVERRULE[Layer.GENERIC]


def spare_sentences(labelling: Labelling) -> None:
    """Reopen sentences above further prose that a phrase rule took for a teaser, an advertisement or an author note.

    When unsure, keep: this holds in text that is no dump. Never touches labels of rule sets.
    """
    if is_dump(labelling.page.blocks):
        return
    is_followed = False
    for block in reversed(labelling.page.blocks):
        if block.reason is None:
            is_followed = is_followed or is_prose(block.text)
        elif is_followed and block.reason in _SPARED_REASONS and block.layer in _MAY_REOPEN and is_prose(block.text):
            block.reopen()
