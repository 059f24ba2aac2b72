"""Tell dumps (everything that a page prints, menus and footer included) from the text of an article alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.labels import MAY_OVERRULE, Layer, Role
from cleaner.learned.text_features import SCRAP
from cleaner.lines import bylines
from cleaner.lines.shapes import is_prose
from cleaner.model import Block


class Thresholds(NamedTuple):
    """Least numbers of lines that make a text a dump; it must reach all three of a row.

    phrase_lines: lines that a phrase rule left out; lines_above: lines above the first sentence; lines_outside: lines
    above the first sentence and below the last one together.
    """

    phrase_lines: int
    lines_above: int
    lines_outside: int


# Meeting any row makes the text a dump. By hand: of 1,121 dumps of dev pages 94 % are recognised, of 643 gold bodies
# none, of what extractors make of a page 1 to 3 % (`python -m training` prints the figures).
THRESHOLDS = (Thresholds(1, 7, 7), Thresholds(2, 0, 7), Thresholds(3, 3, 3), Thresholds(5, 0, 3))
# A text of scraps is a dump, too, if it has at least this many phrase lines. By hand.
_PHRASE_LINES_AMONG_SCRAPS = 3
# Share of the lines: a text with more lines shorter than SCRAP is a text of scraps. By hand.
_MOSTLY_SCRAPS = 0.56
# Lines: long guides hold a few phrase lines, too. With fewer than one phrase line in this many lines, a text is a dump
# only if at least _LINES_BELOW_GUIDES lines stand below the last sentence. By hand.
_LINES_PER_PHRASE = 100
_LINES_BELOW_GUIDES = 3
# Lines above the first sentence, and reasons of the phrase lines, from which on even a long text with few phrase lines
# is no guide: a menu stands above it. By hand.
_LINES_OF_MENU = 10
_KINDS_OF_PHRASES = 3
# Sentences with a byline below them, the lines up to it, and the share of these sentences, from which on a text is a
# list of pieces. By hand.
_SIGNED_SENTENCES = 4
_LINES_TO_BYLINE = 2
_SIGNED_SHARE = 0.75


def is_list_of_pieces(blocks: Sequence[Block]) -> bool:
    """Whether most sentences of a text have a byline of their own below them: headline, deck and name of piece after
    piece. Such a list is all the text there is, and has no headline that is the text's.
    """
    sentences = signed = 0
    since = _LINES_TO_BYLINE + 1  # lines since the last sentence
    for block in blocks:
        since += 1
        if block.reason is None and is_prose(block.text):
            sentences += 1
            since = 0
        elif since <= _LINES_TO_BYLINE and (block.role is Role.BYLINE or bylines.is_byline(block.text)):
            signed += 1
            since = _LINES_TO_BYLINE
    return signed >= _SIGNED_SENTENCES and signed >= _SIGNED_SHARE * sentences


def is_dump(blocks: Sequence[Block]) -> bool:
    """Whether the lines are a dump rather than an article that somebody took out of its page.

    The first phrase line below the first sentence, and all phrase lines with the same reason: that is what an extractor
    leaves behind, no dump. Nor is a text without a sentence that holds one phrase.
    """
    reasons = {}  # of the phrase lines, by index; lines that a site's rule left out do not count
    for i, block in enumerate(blocks):
        if block.reason is not None and block.layer in MAY_OVERRULE[Layer.GENERIC]:
            reasons[i] = block.reason
    phrase_lines = len(reasons)
    if not phrase_lines:
        return False
    above = next((i for i, block in enumerate(blocks) if is_prose(block.text)), len(blocks))
    below = next((i for i, block in enumerate(reversed(blocks)) if is_prose(block.text)), len(blocks))
    if above == len(blocks) and phrase_lines == 1:
        return False
    if min(reasons) > above and len(set(reasons.values())) == 1:
        return False
    has_menu = above >= _LINES_OF_MENU and len(set(reasons.values())) >= _KINDS_OF_PHRASES
    if phrase_lines * _LINES_PER_PHRASE < len(blocks) and below < _LINES_BELOW_GUIDES and not has_menu:
        return False
    for least in THRESHOLDS:
        if phrase_lines >= least.phrase_lines and above >= least.lines_above and above + below >= least.lines_outside:
            return not is_list_of_pieces(blocks)
    scraps = sum([len(block.text) < SCRAP for block in blocks])
    return (
        phrase_lines >= _PHRASE_LINES_AMONG_SCRAPS
        and scraps > _MOSTLY_SCRAPS * len(blocks)
        and not is_list_of_pieces(blocks)
    )
