"""What the learnt classifier may not take out of a page: its harm is bounded, whatever it was learnt from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cleaner.label.html.flow import flow_of, is_link
from cleaner.labels import Role
from cleaner.model import Block

# Prose score from which on a block in the flow stays, and one at the edges of the article, where notes and the lives of
# authors stand. By hand: three and seven lines of print.
LONG = 250.0
LONG_AT_EDGE = 600.0
# A list in the flow stays whole if it has so many items that are no links, with so many characters in the mean. By
# hand: 25 and 40 characters give the same word F1 on wcxb, 0.0004 less and more on fundus.
RUN_ITEMS = 3
RUN_MEAN = 25
# Share of the kept text that the classifier may take out; above it the page stays as the rules left it. By hand: with
# 0.3 word F1 is 0.001 to 0.002 lower.
MOST = 0.7

_CODE, _HEADING, _LIST_ITEM, _TABLE_ROW = Role.CODE, Role.HEADING, Role.LIST_ITEM, Role.TABLE_ROW


def restrain(blocks: Sequence[Block], proposed: Mapping[int, float]) -> Mapping[int, float]:
    """The proposed changes without those that might do more harm than good.

    Code and long prose stay. In the flow of the article so do headings and lists. A table is answered whole: it goes as
    most of its rows would go. If what is left would still take out MOST of the text, no kept block goes.

    proposed: the blocks whose label would change, by index, with the probability (0…1) that they are the article's.
    """
    proposed = _with_whole_groups(blocks, proposed)
    drops = [i for i in proposed if blocks[i].reason is None]
    if not drops:
        return proposed
    flow = flow_of(blocks, without=proposed)
    runs = _runs(block for block in blocks if block.reason is None)
    spared = {i for i in drops if _is_spared(blocks[i], i in flow, runs)}
    if share_of_text(blocks, [i for i in drops if i not in spared]) > MOST:
        spared.update(drops)
    return {i: probability for i, probability in proposed.items() if i not in spared}


def _with_whole_groups(blocks: Sequence[Block], proposed: Mapping[int, float]) -> Mapping[int, float]:
    """The proposed changes without those of single rows against most of their table, by characters, and of single items
    without links against most of their list.
    """
    balance: dict[int, int] = {}  # characters of a group's parts that would be kept, less those that would go
    parts = [i for i in proposed if _is_part(blocks[i])]
    if not parts:
        return proposed
    for i, block in enumerate(blocks):
        if _is_part(block):
            kept = (block.reason is None) is not (i in proposed)
            balance[block.group] = balance.get(block.group, 0) + (len(block.text) if kept else -len(block.text))
    against = {i for i in parts if (blocks[i].reason is None) is (balance[blocks[i].group] >= 0)}
    return {i: probability for i, probability in proposed.items() if i not in against}


def _is_part(block: Block) -> bool:
    """Whether a block is a row of a table, or an item of a list that is no link."""
    return block.form is _TABLE_ROW or (block.form is _LIST_ITEM and block.group >= 0 and not is_link(block))


def share_of_text(blocks: Sequence[Block], indexes: Iterable[int]) -> float:
    """The share (0…1) of the text that was kept so far that stands in some kept blocks."""
    some = sum(len(blocks[i].text) for i in indexes)
    return some / sum(len(block.text) for block in blocks if block.reason is None) if some else 0.0


def _runs(blocks: Iterable[Block]) -> set[int]:
    """The groups of the lists with RUN_ITEMS items that are no links, of RUN_MEAN characters in the mean."""
    lengths: dict[int, list[int]] = {}
    for block in blocks:
        if block.form is _LIST_ITEM and block.group >= 0 and not is_link(block):
            lengths.setdefault(block.group, []).append(len(block.text))
    return {group for group, own in lengths.items() if len(own) >= RUN_ITEMS and sum(own) >= RUN_MEAN * len(own)}


def _is_spared(block: Block, in_flow: bool, runs: set[int]) -> bool:
    """Whether a block stays that the classifier would drop. runs: the groups of lists that stay in the flow."""
    if block.form is _CODE:
        return True
    if is_link(block):
        return False
    if in_flow and (block.form is _HEADING or (block.form is _LIST_ITEM and block.group in runs)):
        return True
    return block.prose_score >= (LONG if in_flow else LONG_AT_EDGE)
