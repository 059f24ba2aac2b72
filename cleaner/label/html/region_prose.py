"""Whether what stands in a region can be what its name says: a date has no paragraphs, a list of links no sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.model import Block, Elements

# Characters: a shorter text is no paragraph. By hand.
PARAGRAPH = 100
# Characters of prose: a date, a byline or a list of tags has less. By hand.
SHORT = 250.0
# Paragraphs that stand between paragraphs of the article: with so many, and as much prose, they belong to the article
# whatever their name. By hand.
LEAST_PARAGRAPHS = 2
# Characters of the shortest sentence that tells sentences from links. By hand.
SENTENCE = 60
# Characters of prose beside the text that tell sentences from a teaser that was left without its link. By hand.
LEAST_BESIDE = 120.0
# Share of linked characters from which on a block is no sentence of the article. By hand.
MOST_LINKS = 0.3
# Categories of short texts, of links, and of what may be of any length wherever it stands.
_SHORT = frozenset(("published", "tags", "share", "masthead"))
# Beside the text a byline is mostly the author's life, in prose.
_SHORT_IN_FLOW = _SHORT | {"byline", "caption", "button", "advertisement", "related_side"}
_LINKS = frozenset(("related", "navigation"))
_ANY_LENGTH = frozenset(("comments", "consent", "hidden"))


@dataclass(slots=True)
class _Prose:
    """The prose of a region: its characters, its paragraphs, and the indexes of its first and last block of prose."""

    first: int
    last: int
    characters: float = 0.0
    paragraphs: int = 0
    sentences: int = 0


class RegionProse:
    """The prose in the regions of a page, and what else stands there.

    scores: the prose score of each block, 0 or less for blocks that do not count.
    """

    def __init__(self, elements: Elements, blocks: Sequence[Block], scores: Sequence[float]) -> None:
        self.elements, self.blocks = elements, blocks
        self.prose: dict[int, _Prose] = {}
        self.paragraphs: list[int] = []
        for i, (block, score) in enumerate(zip(blocks, scores, strict=True)):
            if score <= 0 or block.links >= MOST_LINKS * len(block.text):
                continue
            is_paragraph = score >= PARAGRAPH
            if is_paragraph:
                self.paragraphs.append(i)
            region = elements.regions[block.element]
            while region >= 0:
                prose = self.prose.get(region)
                if prose is None:
                    prose = self.prose[region] = _Prose(i, i)
                prose.last = i
                prose.characters += score
                prose.paragraphs += is_paragraph
                prose.sentences += score >= SENTENCE
                region = elements.outer(region)

    def fits(self, region: int, category: str) -> bool:
        """Whether what stands in a region can be of a category."""
        prose = self.prose.get(region)
        if prose is None or category in _ANY_LENGTH:
            return True
        in_flow = self._stands_in_flow(region, prose)
        if category in _LINKS and (in_flow or prose.characters >= LEAST_BESIDE):
            return prose.sentences <= self._link_blocks(region)
        if category in (_SHORT_IN_FLOW if in_flow else _SHORT):
            return prose.characters < SHORT
        return not (in_flow and prose.characters >= SHORT and prose.paragraphs >= LEAST_PARAGRAPHS)

    def _stands_in_flow(self, region: int, prose: _Prose) -> bool:
        """Whether paragraphs stand right above and below a region, in the element around it and in no other region."""
        before = bisect_left(self.paragraphs, prose.first) - 1
        after = bisect_right(self.paragraphs, prose.last)
        if before < 0 or after >= len(self.paragraphs):
            return False
        elements = self.elements
        parent, outer = elements.parents[region], elements.outer(region)
        return all(
            elements.regions[at] == outer and parent in elements.ancestors(at)
            for at in (self.blocks[self.paragraphs[before]].element, self.blocks[self.paragraphs[after]].element)
        )

    def _link_blocks(self, region: int) -> int:
        """The number of blocks of a region that are links and little else."""
        end = self.elements.end(region)
        return sum(region <= block.element < end and block.links >= 0.5 * len(block.text) for block in self.blocks)
