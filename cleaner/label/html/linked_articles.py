"""Whole articles below the text whose headings lead to their own pages."""

from __future__ import annotations

from cleaner.label.html.cards import is_headline
from cleaner.label.html.flow import is_paragraph
from cleaner.label.html.other_articles import article_around, drop_parts
from cleaner.label.labelling import Labelling
from cleaner.labels import Role
from cleaner.model import Block

# Steps up from the heading of an article to it: its header and a wrapper stand between. By hand.
_STEPS = 4
# Characters of prose above such articles, at least: with less they are what the page consists of. By hand.
_LEAST_ABOVE = 400
# Level of their headings, at most. By hand: deeper ones head parts of a piece.
_LEVEL = 2
# Paragraphs of each such article on average, at least: those with one are cards (see `cards`). By hand.
_PARAGRAPHS = 2


def drop_linked_articles(labelling: Labelling) -> None:
    """Drop `article` elements below the title that begin with a heading that is a link to another page, where more
    prose of the body stands above the first of them than in them all: entries of a live blog and of a round-up are the
    piece itself. Changes blocks where `MAY_OVERRULE` allows; under `favour="recall"` they stay.
    """
    page, url = labelling.page, labelling.context.url or ""
    elements, title = page.elements, page.title_index
    if title < 0 or labelling.favour == "recall":
        return
    headlines = (block.element for block in page.blocks[title + 1 :] if _is_linked_heading(block, url))
    articles = sorted({article_around(elements, at, _STEPS) for at in headlines} - {-1})
    own = page.blocks[title].element
    in_linked, first, count = bytearray(len(elements) if articles else 0), 0, 0
    for article in articles:
        end = elements.end(article)
        if not in_linked[article] and not article <= own < end:
            in_linked[article:end] = b"\1" * (end - article)
            first, count = first or article, count + 1
    if not first:
        return
    prose = [block for block in page.blocks[title + 1 :] if is_paragraph(block) and block.reason is None]
    above = sum(len(block.text) for block in prose if block.element < first and labelling.inside[block.element])
    inside = [len(block.text) for block in prose if in_linked[block.element]]
    if len(inside) >= _PARAGRAPHS * count and above >= max(_LEAST_ABOVE, sum(inside)):
        drop_parts(page, in_linked)


def _is_linked_heading(block: Block, url: str) -> bool:
    return block.form is Role.HEADING and block.level <= _LEVEL and block.reason is None and is_headline(block, url)
