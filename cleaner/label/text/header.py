"""The header of bare text: the headline of a dump, and the lines around it that must not be left out too early."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cleaner import dates
from cleaner.folding import fold
from cleaner.label.classifier import CLASSIFIED, reason_for, relabel
from cleaner.label.labelling import Header, Label, Labelling
from cleaner.label.text.dump import is_list_of_pieces
from cleaner.label.text.header_lines import (
    HEADER_LINES,
    LONGEST_DECK,
    body_at,
    keep_by_place,
    label_line,
    may_be_byline,
)
from cleaner.label.text.title import drop_copies, label_title
from cleaner.labels import DATES, MAY_OVERRULE, Layer, Reason, Role
from cleaner.learned import headline
from cleaner.learned.trees import BoostedTrees
from cleaner.lines import bylines
from cleaner.lines.shapes import is_prose
from cleaner.model import Block

# Probability needed to accept a headline outside a dump, or a sentence as headline where the body begins (in a dump
# `headline.LIKELY` is enough above the body). By hand.
_LIKELY = 0.5
# Lines above a dump's headline, and below the beginning of its body, that may be its date or byline. By hand.
_LINES_ABOVE_TITLE = 4
_LINES_BELOW_BODY = 5
# Characters: the longest line that holds a date beside other words. By hand.
_LONGEST_DATED = 120
# Characters: the shortest deck of a dump's headline. By hand.
_SHORTEST_DECK = 25


def find_header(labelling: Labelling) -> None:
    """Find the body and a dump's headline, label that headline, and let the lines around them wait.

    Looks at `Labelling.proposed`. Outside the header each proposal becomes a label; within it the proposals wait in
    `Labelling.header` until the passes for headers have run. Around a headline this reopens lines that a general
    rule left out as `other`; that label waits, too.
    """
    blocks, proposed = labelling.page.blocks, labelling.proposed
    body = body_at(blocks, proposed)
    title, probability = find_dump_title(blocks, body, proposed)
    if title >= 0:
        blocks[title].keep(Role.TITLE, "learnt:headline", Layer.LEARNT, round(probability, 2))
    near = range(max(0, body - HEADER_LINES), max(0, body)) if title < 0 else _around(title, body, len(blocks))
    for i, probability in proposed.items():
        if i not in near and not blocks[i].decided:
            relabel(blocks[i], probability)
    waiting = []
    for i in near:
        block = blocks[i]
        if not block.decided and i in proposed:
            score = round(1 - proposed[i], 2)
            waiting.append(Label(block, reason_for(block), CLASSIFIED, Layer.LEARNT, None, score))
        elif title >= 0 and _is_left_out_as_other(block):
            waiting.append(Label(block, Reason.OTHER, block.rule, block.layer, block.ground, block.score))
            block.reopen()
    labelling.header = Header(title, body, waiting)


def label_header(labelling: Labelling) -> None:
    """Label title, deck, byline, dates and dateline of bare text; a first line without evidence stays a heading.

    In a dump they stand around its headline, else at the top (see `label_title`). Looks at lines above the body and a
    few below its beginning; changes undecided lines, and notes on the author that turn out to be bylines.
    """
    blocks, header = labelling.page.blocks, labelling.header
    if header is not None and header.title >= 0:
        _label_around(blocks, header)
        return
    body = body_at(blocks)
    if body >= 0 and not is_list_of_pieces(blocks):  # not nothing but short lines: verse, a list
        label_title(blocks, body, labelling.context.url)


def drop_title_copies(labelling: Labelling) -> None:
    """Leave out the second of two headlines above the body of text that is no dump: captions are printed twice, too,
    and the next pass looks for them.
    """
    blocks, header = labelling.page.blocks, labelling.header
    if header is None or header.title < 0:
        drop_copies(blocks, body_at(blocks))


def drop_waiting(labelling: Labelling) -> None:
    """Give the lines of the header that are still undecided the label that waited for them in `Labelling.header`."""
    for label in labelling.header.waiting if labelling.header else ():
        if not label.block.decided:
            label.block.drop(label.reason, label.rule, label.layer, label.score, label.ground)


def _is_left_out_as_other(block: Block) -> bool:
    """Whether a general rule left a block out without saying what it is."""
    return block.reason is Reason.OTHER and block.layer in MAY_OVERRULE[Layer.GENERIC]


def _around(title: int, body: int, count: int) -> range:
    """The lines around a headline and above the body that may be date or byline.

    title, body: indices of the headline and the first prose; count: the number of lines of the text.

    >>> _around(title=10, body=14, count=60)
    range(2, 19)
    """
    first = max(0, min(title - _LINES_ABOVE_TITLE, body - HEADER_LINES))
    return range(first, min(count, max(title, body) + _LINES_BELOW_BODY))


def find_dump_title(
    blocks: Sequence[Block], body: int, proposed: Collection[int], trees: BoostedTrees | None = None
) -> tuple[int, float]:
    """The index of a dump's headline and its probability; the index is -1 if none is likely, or nothing is proposed.

    body: the index of the first prose (-1: none); proposed: the lines that the classifier would leave out; trees:
    others than those that ship, for learning.
    """
    if body < 0 or not proposed:
        return -1, 0.0
    at, probability = headline.predict(blocks, body, proposed, trees)
    if at >= body and is_prose(blocks[at].text) and (at > body or probability < _LIKELY):
        return -1, 0.0
    return at, probability


def _label_around(blocks: list[Block], header: Header) -> None:
    """Label the lines around a headline: dates, bylines, datelines and captions; of those that wait, also lines that
    hold a date beside other words, bare names next to a date, and the deck.
    """
    places = _around(header.title, header.body, len(blocks))
    around = [blocks[i] for i in places if blocks[i].reason is None or may_be_byline(blocks[i])]
    for block in around:
        if not is_prose(block.text):
            label_line(block)
    waiting = {id(label.block) for label in header.waiting}
    _label_dates_and_names(around, waiting)
    deck = blocks[header.title + 1] if header.title + 1 < header.body else None
    if (
        deck is not None
        and id(deck) in waiting
        and not deck.decided
        and _SHORTEST_DECK <= len(deck.text) <= LONGEST_DECK
        and not _repeats(deck.text, blocks[header.title].text)
    ):
        keep_by_place(deck, Role.SUBTITLE)


def _label_dates_and_names(around: list[Block], waiting: set[int]) -> None:
    """Label waiting lines that hold a date beside other words, and waiting lines next to a date that are a bare name.

    waiting: `id(block)` of the blocks that wait.
    """
    for block in around:
        if id(block) not in waiting or block.decided:
            continue
        if len(block.text) <= _LONGEST_DATED and dates.find(block.text) is not None:
            keep_by_place(block, Role.BYLINE if bylines.with_date(block.text) else Role.PUBLISHED)
    dated = {i for i, block in enumerate(around) if block.role in DATES}
    for i, block in enumerate(around):
        if id(block) in waiting and not block.decided and {i - 1, i + 1} & dated and bylines.bare(block.text):
            keep_by_place(block, Role.BYLINE)


def _repeats(line: str, title: str) -> bool:
    """Whether one of two lines contains the other.

    >>> _repeats("Low Fell Post: The quay is shut", "The quay is shut")
    True
    """
    folded_line, folded_title = fold(line), fold(title)
    return folded_line in folded_title or folded_title in folded_line
