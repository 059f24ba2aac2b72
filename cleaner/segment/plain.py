"""Pages whose article is preformatted text (mail archives, old journals): their `pre` to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from cleaner.labels import Role
from cleaner.model import Block, Page
from cleaner.segment.line_wrapping import WIDEST, rejoin
from cleaner.segment.text import lines_of

# Share of a page's characters beside links that stand in `pre`, and share of those that are prose: from these on the
# article is preformatted text (by hand; samples of code are less of a page, and no prose).
_PREFORMATTED = 0.5
_PROSE = 0.5
# Characters of the shortest `pre` that may be an article (by hand).
_SHORTEST = 400
# Signs at a sentence's end, and the share of letters and spaces in prose (by hand).
_ENDS = frozenset(".!?:…。！？؟।\"'”’»)")
_WORDS = 0.85
_CODE, _PARAGRAPH = Role.CODE, Role.PARAGRAPH


def cut_preformatted(page: Page, max_blocks: int) -> None:
    """Cut preformatted text into its paragraphs where it is the article of the page; tables and verse in it stay as
    they are.
    """
    written = sum(len(block.text) for block in page.blocks if block.form is _CODE)
    if written < _SHORTEST or written < _PREFORMATTED * sum(len(block.text) - block.links for block in page.blocks):
        return
    pieces = [
        list(_paragraphs(block, max_blocks)) if block.form is _CODE and "\n" in block.text else [block]
        for block in page.blocks
    ]
    if (
        sum(_prose(cut) for cut, block in zip(pieces, page.blocks, strict=True) if block.form is _CODE)
        < _PROSE * written
    ):
        return
    places = list(accumulate((len(cut) for cut in pieces), initial=0))
    page.blocks[:] = [piece for cut in pieces for piece in cut]
    page.times[:] = [(value, places[block], names) for value, block, names in page.times]
    page.inline_marks.update({places[block]: page.inline_marks.pop(block) for block in sorted(page.inline_marks)})
    for span in page.struck:
        span.block = places[span.block]


def _prose(pieces: list[Block]) -> int:
    """The characters of paragraphs that are longer than a line, end as sentences do and are made of words."""
    long = [piece.text for piece in pieces if piece.form is _PARAGRAPH and len(piece.text) > WIDEST]
    return sum(
        len(text)
        for text in long
        if text[-1] in _ENDS and sum(char.isalpha() or char == " " for char in text) > _WORDS * len(text)
    )


def _paragraphs(block: Block, max_blocks: int) -> Iterator[Block]:
    """The paragraphs of a `pre`: between blank lines, with hard-wrapped lines joined. Other lines stay together."""
    text = block.text
    lines = lines_of(text, max_blocks + 1)
    if len(lines) > max_blocks:
        yield block
        return
    for stretch in _between_blanks(rejoin(lines, text, frozenset())):
        if len(stretch) == 1 or all(len(line.text) > WIDEST for line in stretch):
            yield from (Block(line.text, _PARAGRAPH, block.element) for line in stretch)
        else:
            start = text.rfind("\n", 0, stretch[0].start) + 1
            yield Block(text[start : stretch[-1].end], _CODE, block.element)


def _between_blanks(lines: list[Block]) -> Iterator[list[Block]]:
    """The lines by stretches without a blank line."""
    stretch: list[Block] = []
    for line in lines:
        if line.gap and stretch:
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch
