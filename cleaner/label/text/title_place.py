"""The lines above and below the title of bare text: kickers and menus, deck, bare names."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.label.text.header_lines import LONGEST_DECK, keep_by_place
from cleaner.labels import DATES, Ground, Layer, Reason, Role
from cleaner.lines import bylines
from cleaner.lines.part_headings import is_part_heading
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block

# Bytes: the longest entry of a menu, which is 8 Chinese characters. By hand.
_LONGEST_MENU_ENTRY = 24
# Characters: the longest breadcrumb, and what stands between its steps. By hand.
_LONGEST_BREADCRUMB = 120
_STEPS = (" › ", " » ", " > ")
# Lines: more above a title are a list of the text. By hand.
_LINES_ABOVE = 6
_SIGNATURES = DATES | {Role.BYLINE}
_BESIDE_NAMES = _SIGNATURES | {Role.CAPTION}


def is_menu_entry(text: str) -> bool:
    """Whether a line is short enough for an entry of a menu.

    >>> is_menu_entry("Sport and weather"), is_menu_entry("The quay at Low Fell is shut")
    (True, False)
    """
    return len(text) <= _LONGEST_MENU_ENTRY and len(text.encode("utf-8", "replace")) <= _LONGEST_MENU_ENTRY


def is_breadcrumb(text: str) -> bool:
    """Whether a line holds the steps to a part of a site.

    >>> is_breadcrumb("Home › News › Harbour"), is_breadcrumb("Quay and/or mill")
    (True, False)
    """
    is_path = any(sign in text for sign in _STEPS) and "«" not in text
    return is_path and len(text) <= _LONGEST_BREADCRUMB and not is_prose(text)


def label_above_title(blocks: Sequence[Block], title: int) -> None:
    """Leave out the kicker, the menu and the breadcrumb above a title that something tells, and label names beside a
    date there; nothing if any other line or more lines stand there. Changes undecided lines alone.
    """
    above = [block for block in blocks[:title] if not block.decided]
    if len(above) > _LINES_ABOVE or any(is_part_heading(block.text) for block in above):
        return
    if not all(is_menu_entry(block.text) or is_breadcrumb(block.text) for block in above):
        return
    for i, block in enumerate(blocks[:title]):
        if block.decided:
            continue
        beside = [blocks[at] for at in (i - 1, i + 1) if 0 <= at < title]
        if bylines.bare(block.text) and any(other.role in DATES for other in beside):
            keep_by_place(block, Role.BYLINE)
        else:
            block.drop(Reason.NAVIGATION, "generic:above_title", Layer.GENERIC, ground=Ground.NAVIGATION)


def label_below_title(blocks: Sequence[Block], title: int, body: int) -> None:
    """Label the deck and the bare names below a title that something tells. Changes undecided lines alone.

    body: the index of the first prose. The line below the title is the deck if a date, byline or caption follows it, or
    stands right above the title. Names stand beside one of these.
    """
    below = [block for block in blocks[title + 1 : body] if block.reason is None]
    signed = [i for i, block in enumerate(below) if block.role in _BESIDE_NAMES]
    above = next((block for block in reversed(blocks[:title]) if block.reason is None), None)
    is_dated_above = above is not None and above.role in _BESIDE_NAMES
    if below and not below[0].decided and (signed or is_dated_above):
        deck = below[0]
        if bylines.bare(deck.text):
            keep_by_place(deck, Role.BYLINE)
        elif (signed[:1] == [1] or is_dated_above) and is_headline(deck.text) and len(deck.text) <= LONGEST_DECK:
            keep_by_place(deck, Role.SUBTITLE)
    for i, block in enumerate(below):
        beside = [below[at] for at in (i - 1, i + 1) if 0 <= at < len(below)]
        if (
            not block.decided
            and bylines.bare(block.text)
            and any(other.role in _BESIDE_NAMES or other.role is Role.SUBTITLE for other in beside)
        ):
            keep_by_place(block, Role.BYLINE)
