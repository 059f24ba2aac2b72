"""Which line of a dump is its headline: boosted trees that look at a line's form, place, and words in the article.

Without markup nothing names the headline; above the prose stand menus, kickers, decks, bylines and captions, too.
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

# The features of a line, in the order of `rows`. The model file stores these names.
FEATURES = (
    *("held", "weight", "hits", "length", "words", "headline", "ends", "told"),
    *("hits_above", "length_above", "bullet_above", "length_below", "bullet_below"),
    *("repeated", "contained", "above_prose", "gap", "gap_below", "dated_below", "beside_best"),
)  # fmt: skip
# Probability: a less likely line is not called the headline. By hand: of what is chosen four of five are right
# (docs/training.md).
LIKELY = 0.1

# The trees were learnt with these numbers: who changes one must learn them anew (`python -m training`). All by hand.
# Lines above the first prose among which the headline is looked for.
ABOVE = 30
# Lines from the first prose on among which it is looked for.
_BELOW = 6
# Lines of the article whose words are counted.
_ARTICLE_LINES = 60
# Lines from the beginning of the body on among which copies of a line are looked for.
_COPY_LINES = 400
# Characters of a headline.
_SHORTEST = 6
_LONGEST = 250
# Characters: no date or byline is longer.
_LONGEST_DATED = 160
# Characters: a line that is no longer stands in many others by chance.
_SHORTEST_CONTAINED = 15
# Lines: no date or byline is looked for further below a line.
_FAR = 9
# Times: a word counts no more often.
_MOST_TIMES = 3
# Blank lines: more count as this number.
_MOST_GAP = 4
_WORD = re.compile(r"\w{4,}")
# Each two signs of Thai, Japanese, Chinese and Korean, which set no spaces or few.
_SIGN_PAIR = re.compile(r"(?=([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))")
_LIST_ITEM = Role.LIST_ITEM


def predict(
    blocks: Sequence[Block], body: int, proposed: Container[int] = (), trees: BoostedTrees | None = None
) -> tuple[int, float]:
    """The index of the likeliest headline, and its probability; (-1, LIKELY) if no line is likelier than LIKELY.

    body: the index of the first prose; proposed: the lines that the classifier would leave out; trees: trees to use
    instead of those that ship, for learning.
    """
    best, highest = -1, LIKELY
    trees = trees_of("headline") if trees is None else trees
    for i, row in rows(blocks, body, proposed):
        if (probability := trees.probability(row)) > highest:
            best, highest = i, probability
    return best, highest


def rows(blocks: Sequence[Block], body: int, proposed: Container[int] = ()) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The index and the features of each line that may be the headline, in the order of `FEATURES`."""
    first, end = max(0, body - ABOVE), min(len(blocks), body + _BELOW)
    counts = count_words(blocks, body, proposed)
    start = max(0, first - 1)
    lines = [Line(block, counts) for block in blocks[start : end + _FAR]]
    dated = [_is_dated(line.block.text) for line in lines]
    short = [block.text.casefold() for block in blocks[: body + _COPY_LINES] if len(block.text) <= _LONGEST]
    copies, joined = Counter(short), "\n".join(short)
    candidates = [i for i in range(first, end) if not dated[i - start] and lines[i - start].may_be_title()]
    most_hits = max((lines[i - start].hits for i in candidates), default=0)
    for i in candidates:
        at = i - start
        line = lines[at]
        above = lines[at - 1] if at > 0 else _NOTHING
        below = lines[at + 1] if i + 1 < len(blocks) else _NOTHING
        dated_below = next((n for n, is_dated in enumerate(dated[at + 1 : at + _FAR]) if is_dated), _FAR)
        text = line.block.text
        key = text.casefold()
        contained = len(key) > _SHORTEST_CONTAINED and joined.count(key) > copies[key]
        row = (
            *(line.held, line.weight, line.hits, line.length, text.count(" ") + 1),
            *(is_headline(text), ends_sentence(text), line.left_out),
            *(above.hits, above.length, above.bullet, below.length, below.bullet),
            *(copies[key] > 1, contained, body - i, line.block.gap, below.gap, dated_below, line.hits - most_hits),
        )
        yield i, row


class Line:
    """The features of a line by itself.

    hits: the number of its words that the article has; held: their share of its words; weight: the mean number of lines
    of the article that have one of its words, each at most _MOST_TIMES; length: the logarithm of its characters;
    left_out: whether a rule left it out.
    """

    __slots__ = ("block", "bullet", "gap", "held", "hits", "left_out", "length", "weight")

    def __init__(self, block: Block, counts: Counter[str]) -> None:
        text = block.text
        self.block, self.gap, self.bullet = block, min(_MOST_GAP, block.gap), block.form is _LIST_ITEM
        words = words_of(text) if len(text) <= _LONGEST else set()
        self.hits = sum(word in counts for word in words)
        self.held = self.hits / (len(words) or 1)
        self.weight = sum(min(_MOST_TIMES, counts[word]) for word in words) / (len(words) or 1)
        self.length = log(len(text) + 1)
        self.left_out = block.reason is not None and block.layer is not Layer.LEARNT

    def may_be_title(self) -> bool:
        """Whether it has a headline's length, and no role and no label of a rule set."""
        return (
            _SHORTEST <= len(self.block.text) <= _LONGEST
            and self.block.role is None
            and not (self.left_out and self.block.layer not in MAY_OVERRULE[Layer.GENERIC])
        )


def _is_dated(text: str) -> bool:
    """Whether a line is a date or byline."""
    return 0 < len(text) <= _LONGEST_DATED and (dates.read_line(text) is not None or bylines.is_byline(text))


def count_words(blocks: Sequence[Block], body: int, proposed: Container[int]) -> Counter[str]:
    """For each word the number of lines of the article that have it, among the first _ARTICLE_LINES."""
    counts: Counter[str] = Counter()
    lines = 0
    for i in range(body, len(blocks)):
        block = blocks[i]
        if block.reason is None and i not in proposed:
            counts.update(words_of(block.text))
            lines += 1
            if lines == _ARTICLE_LINES:
                break
    return counts


def words_of(text: str) -> set[str]:
    """The words of at least four letters, which say most of a text's subject; in scripts without spaces each two signs.

    >>> sorted(words_of("The quay at Low Fell")), sorted(words_of("港の灯台"))
    (['fell', 'quay'], ['の灯', '港の', '港の灯台', '灯台'])
    """
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    if not folded.isascii():
        words.update(_SIGN_PAIR.findall(folded))
    return words


_NOTHING = Line(Block("", gap=_MOST_GAP), Counter())
