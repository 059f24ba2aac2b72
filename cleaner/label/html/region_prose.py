"""Whether what stands in a region can be what its name says: a date has no paragraphs, a list of links no sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from cleaner.label.html.flow import is_link
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
# Steps up the tree: what stands deeper is not in the flow around a region. By hand.
STEPS = 20
# Share of linked characters from which on a block is no sentence of the article. By hand.
MOST_LINKS = 0.3
# Categories of short texts, of links, and of what may be of any length wherever it stands.
_SHORT = frozenset(("published", "tags", "share", "masthead"))
# Beside the text a byline is mostly the author's life, in prose.
_SHORT_IN_FLOW = _SHORT | {"byline", "caption", "button", "advertisement", "related_side"}
# Elements that some pages wrap their text in.
_WRAPPERS = frozenset(("footer", "form"))
# Paragraphs of a wrapper, at least, and steps up from the paragraph above it to what holds both. By hand.
_MANY_PARAGRAPHS, _NEAR = 3, 2
_LINKS = frozenset(("related", "navigation"))
_ANY_LENGTH = frozenset(("comments", "consent", "hidden", "unseen"))


@dataclass(slots=True)
class _Prose:
    """The prose of a region: its characters, its paragraphs and sentences, the indexes of its first and last block of
    prose, and the number of its blocks that are links.
    """

    first: int = 1 << 60
    last: int = -1
    characters: float = 0.0
    paragraphs: int = 0
    sentences: int = 0
    links: int = 0

    def add(self, inner: _Prose) -> None:
        """Take in what a region within this one holds."""
        self.first, self.last = min(self.first, inner.first), max(self.last, inner.last)
        self.characters += inner.characters
        self.paragraphs += inner.paragraphs
        self.sentences += inner.sentences
        self.links += inner.links


class RegionProse:
    """The prose in the regions of a page, and what else stands there.

    scores: the prose score of each block, 0 or less for blocks that do not count.
    """

    def __init__(self, elements: Elements, blocks: Sequence[Block], scores: Sequence[float]) -> None:
        self.elements, self.blocks = elements, blocks
        self.prose: dict[int, _Prose] = {}
        self.paragraphs: list[int] = []
        self.above = [0]  # the characters of the first 0, 1, 2 … paragraphs
        regions, found = elements.regions, self.prose
        for i, (block, score) in enumerate(zip(blocks, scores, strict=True)):
            region = regions[block.element]
            linked = is_link(block)
            if linked or score <= 0 or block.links >= MOST_LINKS * len(block.text):
                if linked and region >= 0:
                    found.setdefault(region, _Prose()).links += 1
                continue
            if score >= PARAGRAPH:
                self.paragraphs.append(i)
                self.above.append(self.above[-1] + len(block.text))
            if region >= 0:
                prose = found.setdefault(region, _Prose())
                prose.first, prose.last = min(prose.first, i), i
                prose.characters += score
                prose.paragraphs += score >= PARAGRAPH
                prose.sentences += score >= SENTENCE
        self._add_up()

    def _add_up(self) -> None:
        """Add to each region what the regions in it hold: inner ones have the greater index."""
        waiting = [-region for region in self.prose]
        heapify(waiting)
        while waiting:
            region = -heappop(waiting)
            outer = self.elements.outer(region)
            if outer >= 0:
                if outer not in self.prose:
                    self.prose[outer] = _Prose()
                    heappush(waiting, -outer)
                self.prose[outer].add(self.prose[region])

    def fits(self, region: int, category: str) -> bool:
        """Whether what stands in a region can be of a category."""
        prose = self.prose.get(region)
        if prose is None or not prose.characters or category in _ANY_LENGTH:
            return True
        in_flow = self._stands_in_flow(region, prose)
        if category in _LINKS and (in_flow or prose.characters >= LEAST_BESIDE):
            return prose.sentences <= prose.links
        if category in (_SHORT_IN_FLOW if in_flow else _SHORT):
            return prose.characters < SHORT
        if category in _WRAPPERS and self._goes_on(region, prose):
            return False
        return not (in_flow and prose.characters >= SHORT and prose.paragraphs >= LEAST_PARAGRAPHS)

    def _goes_on(self, region: int, prose: _Prose) -> bool:
        """Whether a region stands beside the paragraph before it and holds more prose than all that stand before, in
        several paragraphs: a note on the author or the law is shorter than the article above it.
        """
        before = bisect_left(self.paragraphs, prose.first)
        if not before or prose.paragraphs < _MANY_PARAGRAPHS:
            return False
        above = self.blocks[self.paragraphs[before - 1]].element
        beside = self.elements.parents[region] in self.elements.ancestors(above, _NEAR)
        return beside and prose.characters > self.above[before]

    def _stands_in_flow(self, region: int, prose: _Prose) -> bool:
        """Whether paragraphs stand right above and below a region, in no other region, and at most STEPS deep in the
        element around it.
        """
        before = bisect_left(self.paragraphs, prose.first) - 1
        after = bisect_right(self.paragraphs, prose.last)
        if before < 0 or after >= len(self.paragraphs):
            return False
        elements = self.elements
        parent, outer = elements.parents[region], elements.outer(region)
        return all(
            elements.regions[at] == outer and parent in elements.ancestors(at, STEPS)
            for at in (self.blocks[self.paragraphs[before]].element, self.blocks[self.paragraphs[after]].element)
        )
