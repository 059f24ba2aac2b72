"""The title of bare text that is no dump: the line at the top that a date, byline, deck or caption stands next to."""

from __future__ import annotations

from itertools import islice, takewhile

from cleaner.folding import fold
from cleaner.label.text.header_lines import (
    HEADER_LINES,
    LONGEST_DECK,
    is_body,
    is_byline_or_date,
    keep_by_place,
    label_line,
    may_be_byline,
)
from cleaner.labels import DATES, Layer, Reason, Role
from cleaner.lines import bylines
from cleaner.lines.shapes import is_headline
from cleaner.model import Block

# Characters: no title of a page is longer. By hand.
_LONGEST_TITLE = 300
# Characters that the page's title and the headline below it have in common at their beginning. By hand.
_SHARED_OPENING = 15
# Lines at the top among which the page's title stands. By hand.
_PAGE_TITLE_LINES = 3
# Lines below a deck of whole sentences in which its byline stands. By hand.
_LINES_BELOW_DECK = 2
# What stands between a headline and the site's name in a page's title: as printed, and folded.
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ")
_FOLDED_SEPARATORS = (" | ", " - ", " :: ", ' " ', " · ", " • ")
# Bytes: the longest entry of a menu, which is 8 Chinese characters. By hand.
_LONGEST_MENU_ENTRY = 24
# Roles of lines that make the headline beside them the title.
_TITLE_NEIGHBOURS = DATES | {Role.BYLINE, Role.CAPTION}


def label_title(blocks: list[Block], body: int) -> bool:
    """Label dates, bylines and captions above the body, then the title and deck beside them. Whether there is a title.

    The title is the headline below a page title that repeats it with the site's name, else the first undecided line,
    else the first line below a menu. body: the index of the first prose.
    """
    lines = [block for block in blocks[:body] if block.reason is None or may_be_byline(block)]
    first_and_last = lines if len(lines) <= 2 * HEADER_LINES else [*lines[:HEADER_LINES], *lines[-HEADER_LINES:]]
    for block in first_and_last:
        label_line(block)
    above = [block for block in first_and_last if block.reason is None]
    if any(block.role is Role.TITLE for block in above) or _label_below_page_title(lines, above):
        return True
    has_byline = _label_byline_below_deck(blocks, body)
    first = next((i for i, block in enumerate(above) if not block.decided), len(above))
    return _label_beside(above, first, has_byline) or _label_beside(above, _end_of_menu(above, first), has_byline)


def _label_below_page_title(lines: list[Block], above: list[Block]) -> bool:
    """Label the headline that stands below the page's title, which repeats it with the site's name. Whether it does."""
    for i, block in enumerate(lines[:_PAGE_TITLE_LINES]):
        if block.decided or len(block.text) > _LONGEST_TITLE or not any(sign in block.text for sign in _SEPARATORS):
            continue
        page_title, opening = fold(block.text), block.text[:_SHARED_OPENING]
        for other in lines[i + 1 :]:
            if other.decided or not other.text.startswith(opening) or len(other.text) >= len(block.text):
                continue
            title = fold(other.text)
            if page_title.startswith(title) and page_title[len(title) :].startswith(_FOLDED_SEPARATORS):
                block.drop(Reason.DUPLICATE, "generic:page_title", Layer.GENERIC)
                at = next((k for k, line in enumerate(above) if line is other), -1)
                if at < 0 or not _label_beside(above, at):
                    other.keep(Role.TITLE, "generic:title", Layer.GENERIC)
                return True
    return False


def _label_byline_below_deck(blocks: list[Block], body: int) -> bool:
    """Label byline and dates below a deck of whole sentences, which stays in the text. Whether there is such a byline.

    The first prose is a deck if a byline stands within _LINES_BELOW_DECK lines below it, and more prose below that.
    """
    if len(blocks[body].text) > LONGEST_DECK:
        return False
    open_lines = (block for block in blocks[body + 1 :] if block.reason is None or may_be_byline(block))
    lines = list(islice(open_lines, 2 * HEADER_LINES))
    at = -1
    for i, block in enumerate(lines[:_LINES_BELOW_DECK]):
        if block.role is Role.BYLINE or bylines.is_byline(block.text):
            at = i
            break
    if at < 0 or any(
        block.decided and not may_be_byline(block) and block.role is not Role.BYLINE for block in lines[:at]
    ):
        return False
    signatures = list(takewhile(is_byline_or_date, lines[at:]))
    if not any(block.reason is None and is_body(block) for block in lines[at + len(signatures) :]):
        return False
    for block in (*lines[:at], *signatures):
        if is_byline_or_date(block):
            label_line(block)
    return True


def _end_of_menu(above: list[Block], first: int) -> int:
    """The index of the first undecided line, from `first` on, that is longer than an entry of a menu."""
    for i in range(first, len(above)):
        if not above[i].decided and not _is_menu_entry(above[i].text):
            return i
    return len(above)


def _is_menu_entry(text: str) -> bool:
    """Whether a line is short enough for an entry of a menu.

    >>> _is_menu_entry("Sport and weather"), _is_menu_entry("The quay at Low Fell is shut")
    (True, False)
    """
    return len(text) <= _LONGEST_MENU_ENTRY and len(text.encode()) <= _LONGEST_MENU_ENTRY


def _label_beside(above: list[Block], at: int, has_byline: bool = False) -> bool:
    """Label a line as title, and the headline below it as deck, if a date, byline or caption is next to them.

    Returns whether it did. above: the lines above the body; at: the index of the line; has_byline: whether a byline
    stands below a deck of whole sentences.
    """
    if at >= len(above) or above[at].decided or not is_headline(above[at].text):
        return False
    following = above[at + 1 :]
    deck = following[0] if following and not following[0].decided and is_headline(following[0].text) else None
    beside = [*above[max(0, at - 1) : at], *following[1 if deck else 0 :][:1]]
    if not (any(block.role in _TITLE_NEIGHBOURS for block in beside) or (has_byline and not following)):
        return False
    above[at].keep(Role.TITLE, "generic:title", Layer.GENERIC)
    if deck is not None:
        keep_by_place(deck, Role.BYLINE if bylines.bare(deck.text) else Role.SUBTITLE)
    return True
