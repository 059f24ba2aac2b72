"""What several passes ask of a block: is it a paragraph of the article, is it a link, does it stand in the flow?"""

from __future__ import annotations

from collections.abc import Container, Sequence

from cleaner.model import Block

# Prose score from which on a block is a paragraph of the article. By hand: a line of print.
PARAGRAPH = 80.0
# Share of a block's characters that are linked: from this on it is a link. By hand.
LINKED = 0.5


def is_link(block: Block) -> bool:
    """Whether a block is mostly a link."""
    return block.links >= LINKED * len(block.text)


def is_paragraph(block: Block) -> bool:
    """Whether a block is a paragraph of the article that no pass has left out."""
    return block.reason is None and block.prose_score >= PARAGRAPH


def flow_of(blocks: Sequence[Block], without: Container[int] = ()) -> range:
    """The indexes from the first paragraph of the article up to the last: what stands between them is in its flow.

    without: indexes of blocks that count as left out.
    """
    at = [i for i, block in enumerate(blocks) if is_paragraph(block) and i not in without]
    return range(at[0], at[-1]) if at else range(0)
