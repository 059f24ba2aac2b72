"""Bylines and dates that stand above the first paragraph of a page's text and that no earlier pass has told."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.label.text.header_lines import HEADER_LINES, is_byline_or_date, label_line
from cleaner.labels import Role
from cleaner.lines.shapes import is_prose


def label_leading_lines(labelling: Labelling) -> None:
    """Label undecided paragraphs above the first prose that are a byline or a date and nothing else.

    Bare text is read so, too: without this pass its cleaning would take from a page's text what the page's left in it.
    """
    lines = (block for block in labelling.page.blocks if block.reason is None)
    for count, block in enumerate(lines):
        if count == 2 * HEADER_LINES or (not block.decided and is_prose(block.text)):
            return
        if not block.decided and block.form is Role.PARAGRAPH and is_byline_or_date(block):
            label_line(block)
