"""Dates at the top of bare text that are not the text's own, but those of its first item."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.labels import DATES
from cleaner.lines.shapes import is_date
from cleaner.model import Block
from cleaner.patterns import Pattern

# Lines below that are dates of the same form, from which on these are dates of items; characters of such a line. By
# hand.
_DATED_ITEMS = 2
_LONGEST_ITEM_DATE = 60
_FIGURES = Pattern(r"\d+")


def reopen_item_dates(blocks: Sequence[Block], body: int) -> bool:
    """Reopen the dates above the body where they are those of an item, as dates of the same form below are: of an
    event, of an entry of a diary. Whether they are. Such a date tells no title.

    body: the index of the first prose. Changes lines that a general rule has labelled as dates.
    """
    dated = [block for block in blocks[:body] if block.role in DATES and block.rule == "generic:date"]
    if not dated:
        return False
    form = _date_form(dated[-1].text)
    below = [block for block in blocks[body:] if not block.decided and len(block.text) <= _LONGEST_ITEM_DATE]
    if sum(_date_form(block.text) == form and is_date(block.text) for block in below) < _DATED_ITEMS:
        return False
    for block in dated:
        block.reopen()
    return True


def _date_form(text: str) -> tuple[int, int]:
    """The form of a date's line: its words, and its figures.

    >>> _date_form("March 16, 2026") == _date_form("April 2, 2026"), _date_form("16.3.2026")
    (True, (1, 3))
    """
    return len(text.split()), len(_FIGURES.findall(text))
