"""Which line of a dump is its headline: learnt from how a line reads and stands, and from how much of the article
speaks of the same.

Without markup nothing names it; above the prose stand menus, kickers, decks, bylines and captions, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from math import log

from cleaner import dates
from cleaner.labels import MAY_OVERRULE, Layer, Role
from cleaner.learned.loader import trees_of
from cleaner.learned.trees import BoostedTrees
from cleaner.lines import bylines
from cleaner.lines.shapes import ends_sentence, is_headline
from cleaner.model import Block

# What is known of a line, in the order of `measures`.
FEATURES = (
    *("held", "weight", "hits", "length", "words", "headline", "ends", "told"),
    *("hits_above", "length_above", "bullet_above", "length_below", "bullet_below"),
    *("repeated", "contained", "above_prose", "gap", "gap_below", "dated_below", "beside_best"),
)  # fmt: skip
# The headline is looked for so many lines above the first prose and below it.
ABOVE, _BELOW = 30, 6
# So many lines of the article tell what it is about; copies of a line are looked for down to so many lines below its
# beginning.
_TELLING, _COPIES = 60, 400
_SHORTEST, _LONGEST = 6, 250
# A longer line is no date or byline; a shorter one stands in many others.
_DATED, _CONTAINED, _FAR = 160, 15, 9
# A line less likely than this is not called the headline: of what is chosen four of five are right (docs/training.md).
LIKELY = 0.1
_WORD = re.compile(r"\w{4,}")
_EAST = re.compile(r"(?=([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))")
_LIST_ITEM = Role.LIST_ITEM


def find(
    blocks: Sequence[Block], body: int, proposed: Container[int] = (), trees: BoostedTrees | None = None
) -> tuple[int, float]:
    """The place of the line of a dump that is likeliest its headline, and its chance (0…1); -1 where none is likely.

    body: where its prose begins. proposed: the lines that the classifier would leave out. trees: others than those that ship, for learning.
    """
    best, chance = -1, LIKELY
    trees = trees_of("headline") if trees is None else trees
    for i, row in rows(blocks, body, proposed):
        if (likely := trees.probability(row)) > chance:
            best, chance = i, likely
    return best, chance


def rows(blocks: Sequence[Block], body: int, proposed: Container[int] = ()) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The places of the lines that may be the headline of a dump, with what `FEATURES` lists."""
    first, end = max(0, body - ABOVE), min(len(blocks), body + _BELOW)
    counts = _subject(blocks, body, proposed)
    lines = [_Line(blocks[i], counts) for i in range(max(0, first - 1), min(len(blocks), end + _FAR))]
    offset = max(0, first - 1)
    copies = [block.text.casefold() for block in blocks[: body + _COPIES] if len(block.text) <= _LONGEST]
    same, joined = Counter(copies), "\n".join(copies)
    shown = [i for i in range(first, end) if lines[i - offset].may_be_title()]
    most = max((lines[i - offset].hits for i in shown), default=0)
    for i in shown:
        line, above, below = (
            lines[i - offset],
            lines[i - offset - 1] if i > offset else _NOTHING,
            lines[i - offset + 1] if i + 1 < len(blocks) else _NOTHING,
        )
        key = line.block.text.casefold()
        yield (
            i,
            (
                *(line.held, line.weight, line.hits, line.length, line.block.text.count(" ") + 1),
                *(is_headline(line.block.text), ends_sentence(line.block.text), line.told),
                *(above.hits, above.length, above.bullet, below.length, below.bullet),
                *(
                    same[key] > 1,
                    len(key) > _CONTAINED and joined.count(key) > same[key],
                    body - i,
                    line.block.gap,
                    below.gap,
                ),
                next((n for n, other in enumerate(lines[i - offset + 1 : i - offset + _FAR]) if other.dated), _FAR),
                line.hits - most,
            ),
        )


class _Line:
    """What a line tells by itself: how many of its words the article has, as a share, weighed by how often, and as a
    number.
    """

    __slots__ = ("block", "bullet", "dated", "gap", "held", "hits", "length", "told", "weight")

    def __init__(self, block: Block, counts: Counter[str]) -> None:
        text = block.text
        self.block, self.gap, self.bullet = block, min(4, block.gap), block.form is _LIST_ITEM
        own = _words(text) if len(text) <= _LONGEST else set()
        self.hits = sum(word in counts for word in own)
        self.held = self.hits / (len(own) or 1)
        self.weight = sum(min(3, counts[word]) for word in own) / (len(own) or 1)
        self.length = log(len(text) + 1)
        self.told = block.reason is not None and block.layer is not Layer.LEARNT
        self.dated = 0 < len(text) <= _DATED and (dates.read_line(text) is not None or bylines.is_byline(text))

    def may_be_title(self) -> bool:
        """Whether it has a headline's length and is neither a date nor a byline, nor labelled by a site's rules."""
        return (
            _SHORTEST <= len(self.block.text) <= _LONGEST
            and not self.dated
            and self.block.role is None
            and not (self.told and self.block.layer not in MAY_OVERRULE[Layer.GENERIC])
        )


def _subject(blocks: Sequence[Block], body: int, proposed: Container[int]) -> Counter[str]:
    """In how many lines of the article each word stands."""
    counts: Counter[str] = Counter()
    told = 0
    for i in range(body, len(blocks)):
        block = blocks[i]
        if block.reason is None and i not in proposed:
            counts.update(_words(block.text))
            told += 1
            if told == _TELLING:
                break
    return counts


def _words(text: str) -> set[str]:
    """The words of four letters and more, which say most of the subject; of scripts that set no spaces each two signs."""
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    if not folded.isascii():
        words.update(_EAST.findall(folded))
    return words


_NOTHING = _Line(Block("", gap=4), Counter())
