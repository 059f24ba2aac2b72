"""What the learnt classifier may not take out of a page: its harm is bounded, whatever it was learnt from."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cleaner.labels import Role
from cleaner.model import Block, Page

# Prose score of a paragraph of the article; between two of them a block stands in the article's flow. By hand.
PARAGRAPH = 80.0
# Prose score from which on a block in the flow stays.
LONG = float(os.environ.get("LONG", 250.0))
# The same at the edges of the article, where notes and authors' lives stand.
LONG_AT_EDGE = float(os.environ.get("EDGE", 600.0))
# Items of a list in the flow, at least, that stays as a whole, and their characters in the mean. By hand.
RUN = int(os.environ.get("RUN", 3))
ITEM = float(os.environ.get("ITEM", 25))
# Share of a block's characters that are linked: from this on it is a link. By hand.
LINKED = 0.5
# Share of the kept text that the classifier may take out; above it the page is left as the rules left it.
MOST = float(os.environ.get("MOST", 0.5))

_CODE, _HEADING, _LIST_ITEM = Role.CODE, Role.HEADING, Role.LIST_ITEM


def restrain(page: Page, proposed: Mapping[int, float]) -> Mapping[int, float]:
    """The proposed changes without those that might do harm.

    proposed: the blocks whose label would change, by index, with their probabilities.
    """
    blocks = page.blocks
    drops = [i for i in proposed if blocks[i].reason is None]
    if not drops:
        return proposed
    prose = [
        i
        for i, block in enumerate(blocks)
        if block.reason is None and block.prose_score >= PARAGRAPH and i not in proposed
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    runs = _runs(blocks)
    spared = {i for i in drops if _is_spared(blocks[i], first < i < last, runs)}
    taken = sum(len(blocks[i].text) for i in drops if i not in spared)
    kept = sum(len(block.text) for block in blocks if block.reason is None)
    if taken > MOST * kept:
        spared.update(drops)
    return {i: probability for i, probability in proposed.items() if i not in spared}


def _runs(blocks) -> set[int]:
    items: dict[int, list[int]] = {}
    for block in blocks:
        if block.form is _LIST_ITEM and block.group >= 0 and block.reason is None and block.links < LINKED * len(block.text):
            items.setdefault(block.group, []).append(len(block.text))
    return {group for group, lengths in items.items() if len(lengths) >= RUN and sum(lengths) >= ITEM * len(lengths)}


def _is_spared(block: Block, in_flow: bool, runs) -> bool:
    """Whether a block stays that the classifier would drop."""
    if block.form is _CODE:
        return True
    if block.links >= LINKED * len(block.text):
        return False
    if in_flow and (block.form is _HEADING or (block.form is _LIST_ITEM and block.group in runs)):
        return True
    return block.prose_score >= (LONG if in_flow else LONG_AT_EDGE)
