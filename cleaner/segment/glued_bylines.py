"""Bylines that stand before a date or a dateline on one line become lines of their own: "Ann Holt Fri, 10/20/2023",
"By Ann HoltPORT NESS, Scotland (AP) — …".
"""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.lines import bylines, dated_bylines, datelines
from cleaner.model import Block, RulesInForce
from cleaner.patterns import Pattern
from cleaner.rules.matchers import SearchTime
from cleaner.segment.glued_dates import is_named

# Lines at the top that may hold the byline. By hand.
_LINES = 40
# Characters: the longest byline before a dateline. By hand.
_LONGEST_BYLINE = 90
# Where a name in small letters touches a place in capitals.
_SEAM = Pattern(r"(?<=\p{Ll})(?=\p{Lu}{2})")


def cut_bylines(blocks: list[Block], rules: RulesInForce | None) -> list[Block]:
    """The blocks, those of the first lines cut where names end and a date or a dateline begins.

    blocks: normalized; rules: of the site, if known. A line that they name as it is printed stays whole.
    """
    out: list[Block] = []
    time_left = SearchTime()
    for block in blocks[:_LINES]:
        at = _seam(block)
        out += _halves(block, at) if at and not is_named(block, rules, time_left) else [block]
    return out + blocks[_LINES:]


def _seam(block: Block) -> int:
    """The place in a block's text at which it is to be cut; 0 for no cut. A block of joined lines is not cut."""
    text = block.text
    read, seam = dated_bylines.read(text), _SEAM.search(text, 0, _LONGEST_BYLINE)
    if (read is None and seam is None) or block.end - block.start != len(text) or bylines.is_byline(text):
        return 0  # a byline is read as it is
    if read is not None:
        return read.cut
    while seam is not None:
        at: int = seam.start()
        if bylines.is_byline(text[:at].strip()) and datelines.find(text[at:]):
            return at
        seam = _SEAM.search(text, at + 1, _LONGEST_BYLINE)
    return 0


def _halves(block: Block, at: int) -> list[Block]:
    """A block cut in two; the signs between the halves go to the first one, as they are printed."""
    rest = Block(block.text[at:], Role.PARAGRAPH, -1, block.start + at, block.end, block.line)
    first = block.text[:at].rstrip()
    block.text, block.end = first, block.start + len(first)
    if block.group < 0:
        block.group = block.line
    rest.group = block.group
    return [block, rest]
