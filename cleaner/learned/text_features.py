"""What the learnt review knows of a line of bare text: its form, its neighbours, and what stands between it and the
document's prose.

Every cue is a column over all lines, made in one go, since a text may have millions of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from math import log1p

from cleaner.labels import MAY_OVERRULE, Layer, Reason, Role
from cleaner.lines.prose import prose_score
from cleaner.lines.shapes import PROSE, ends_sentence, is_prose
from cleaner.model import Block, Page

# The cues of a line, in the order in which `TextFeatures.rows` gives them.
FEATURES = (
    *("length", "words", "ends_sentence", "ends_colon", "begins_lower", "capitals", "worth", "bullet", "repeated",
    "reason"),
    *("gap", "gap_after", "indent", "indent_share", "shape_share", "shape_count", "run_lines", "run_mean",
    "run_sentences", "run_longest"),
    *("text_before", "in_core", "from_first_prose", "to_next_prose"),
    *("prose_near", "prose_around", "worth_after", "worth_before", "reasons_near", "dates_near"),
    *("stretch_share", "cluster_reasons", "barrier", "reasons_between", "related_between", "share_between",
    "notes_between", "from_densest"),
    *("page_length", "page_lines", "page_mean", "page_short", "page_bullets", "page_prose", "page_prose_share",
    "page_reasons", "core_lines", "core_share"),
)  # fmt: skip
_REASONS = {reason: number for number, reason in enumerate(Reason, 1)}
_RELATED = frozenset((Reason.RELATED, Reason.NEWSLETTER))
_NOTES = frozenset((Reason.COMMENTS, Reason.AUTHOR_NOTE, Reason.LEGAL, Reason.TAGS, Reason.CONSENT, Reason.PAYWALL))
_SHARE = frozenset((Reason.SHARE,))
_LIST_ITEM = Role.LIST_ITEM
_DATED = re.compile(r"\d[:h]\d\d|(?:19|20)\d\d|\d[./-]\d{1,2}[./-]")
_MARKS = "•-*◦·–► "
# A line shorter than this is a scrap.
_SCRAP = 40
# Of longer lines neither capitals nor dates tell anything.
_LOOK = 150
# Distances are counted up to so many lines; the prose core ends where so many scraps' worth is lost.
_FAR, _SCRAP_COST, _REASON_COST = 60, -12.0, -30.0
# How far around a line its neighbourhood reaches.
_NEAR, _AROUND = 3, 10
# The densest place is the one with most prose within four lines, long paragraphs counted as so long, less for each
# reason there and for coming later; these were tried on the dumps of dev pages, since consent dialogues and comments
# are often denser than the article.
_DENSE, _LONG, _REASON_NEAR, _LATER = 4, 400.0, 100.0, 0.3
# More lines than this between two of prose part clusters.
_PARTED = 5

_Column = Sequence[float]


# A dump begins with menus, ends in a foot, and holds lines that phrases tell: so many of those with so many lines above
# the first sentence and around all of them. Of 1,121 dumps of dev pages 94 % are told so, of 643 gold bodies none, of
# what extractors make of a page 1 to 3 % (`python -m training`).
_SIGNS = ((1, 7, 7), (2, 0, 7), (3, 3, 3), (5, 0, 3))
# Or so many and most lines scraps. Where less than one line in so many is spoken on, no prose may stand in the last
# few: long guides hold such lines, too.
_MANY, _MOSTLY, _OF, _FOOT = 3, 0.56, 100, 3


def is_dump(blocks: Sequence[Block]) -> bool:
    """Whether lines are all that a page prints, menus and all, rather than an article that somebody took out of it.

    Reasons of one kind alone, all in or below the prose, are what an extractor leaves behind.
    """
    told = {
        i: block.reason
        for i, block in enumerate(blocks)
        if block.reason is not None and block.layer in MAY_OVERRULE[Layer.GENERIC]
    }  # by a phrase, not by a site's rule
    spoken = len(told)
    if not spoken:
        return False
    first = next((i for i, block in enumerate(blocks) if is_prose(block.text)), len(blocks))
    around = first + next((i for i, block in enumerate(reversed(blocks)) if is_prose(block.text)), len(blocks))
    if (min(told) > first and len(set(told.values())) == 1) or (spoken * _OF < len(blocks) and around - first < _FOOT):
        return False
    if any(spoken >= reasons and first >= above and around >= all_around for reasons, above, all_around in _SIGNS):
        return True
    return spoken >= _MANY and sum([len(block.text) < _SCRAP for block in blocks]) > _MOSTLY * len(blocks)


class TextFeatures:
    """The cues of all lines of a text once the phrase rules have spoken.

    worth: what each line is worth as prose; total: that of all that no rule left out.
    """

    def __init__(self, page: Page) -> None:
        self.blocks = blocks = page.blocks
        for block in blocks:
            block.prose_score = prose_score(block.text, block.links, block.form)
        self.count = len(blocks)
        self.texts = [block.text for block in blocks]
        self.lengths = [len(text) for text in self.texts]
        self.prose_score = [block.prose_score for block in blocks]
        self.reasons = [block.reason for block in blocks]
        self.good = [
            0.0 if worth <= 0 or reason else worth for worth, reason in zip(self.prose_score, self.reasons, strict=True)
        ]
        self.before = list(accumulate(self.good, initial=0.0))
        self.total = self.before[-1] or 1.0
        self.ends = [ends_sentence(text) for text in self.texts]
        self.prose = [worth >= PROSE and end for worth, end in zip(self.prose_score, self.ends, strict=True)]
        self.bullets = [block.form is _LIST_ITEM for block in blocks]
        self.core = _core(self.prose_score, self.reasons)

    def rows(self) -> Iterator[tuple[float, ...]]:
        """The cues of each line, in the order of `FEATURES`; one at a time, since a text may have millions."""
        page = self._of_page()
        columns = [*self._form(), *self._shape(), *self._runs(), *self._place(), *self._neighbours(), *self._between()]
        return ((*row, *page) for row in zip(*columns, strict=True))

    def _form(self) -> list[_Column]:
        texts = self.texts
        words = [text.count(" ") + 1 for text in texts]
        keys = [text.lstrip(_MARKS)[:_SCRAP].casefold() for text in texts]
        counts = Counter(keys)
        return [
            [log1p(length) for length in self.lengths],
            words,
            self.ends,
            [text.endswith(":") for text in texts],
            [text[:1].islower() for text in texts],
            [_capitals(text) if length <= _LOOK else 0.0 for text, length in zip(texts, self.lengths, strict=True)],
            [min(300.0, worth) for worth in self.prose_score],
            self.bullets,
            [counts[key] - 1 for key in keys],
            [_REASONS.get(reason, 0) if reason else 0 for reason in self.reasons],
        ]

    def _shape(self) -> list[_Column]:
        """How much of the document's prose is set as the line is: its indentation, its mark, the blank lines before it."""
        indents = [block.indent for block in self.blocks]
        gaps = [min(4, block.gap) for block in self.blocks]
        shapes = [
            (indent, bullet, min(2, gap)) for indent, bullet, gap in zip(indents, self.bullets, gaps, strict=True)
        ]
        by_indent: Counter[int] = Counter()
        by_shape: Counter[tuple[int, bool, int]] = Counter()
        for indent, shape, good in zip(indents, shapes, self.good, strict=True):
            if good:
                by_indent[indent] += good  # type: ignore[assignment]
                by_shape[shape] += good  # type: ignore[assignment]
        counts = Counter(shapes)
        return [
            gaps,
            [*gaps[1:], 4],
            indents,
            [by_indent[indent] / self.total for indent in indents],
            [by_shape[shape] / self.total for shape in shapes],
            [counts[shape] / self.count for shape in shapes],
        ]

    def _runs(self) -> list[_Column]:
        """Lines set alike that follow one another: how many, their mean length, the share that ends sentences, the
        longest.
        """
        runs: list[tuple[float, ...]] = []
        at = 0
        for _, members in groupby(zip([block.indent for block in self.blocks], self.bullets, strict=True)):
            size = sum(1 for _ in members)
            end = at + size
            lengths = self.lengths[at:end]
            runs += [(size, sum(lengths) / size, sum(self.ends[at:end]) / size, max(lengths))] * size
            at = end
        return list(zip(*runs, strict=True))

    def _place(self) -> list[_Column]:
        count, total = self.count, self.total
        first, last = self.core
        first_prose = next((i for i, prose in enumerate(self.prose) if prose), count)
        return [
            [before / total for before in self.before[:-1]],
            [first <= i < last for i in range(count)],
            [max(-_FAR, min(_FAR, i - first_prose)) for i in range(count)],
            _until_next(self.prose),
        ]

    def _neighbours(self) -> list[_Column]:
        prose, worth = _sums(self.prose), _sums(self.prose_score)
        dated = [
            length <= _LOOK and _DATED.search(text) is not None
            for text, length in zip(self.texts, self.lengths, strict=True)
        ]
        return [
            _around(prose, _NEAR),
            _around(prose, _AROUND),
            _after(worth, _AROUND),
            _preceding(worth, _AROUND),
            _around(_sums([reason is not None for reason in self.reasons]), 2),
            _around(_sums(dated), 4),
        ]

    def _between(self) -> list[_Column]:
        """What stands between each line and the place where the document's prose is densest."""
        like_prose = [good > 0 and length > _SCRAP for good, length in zip(self.good, self.lengths, strict=True)]
        told = _sums([reason is not None for reason in self.reasons])
        density = _around(_sums([min(_LONG, good) for good in self.good]), _DENSE)
        chances = [
            (near - _REASON_NEAR * reasons) * (1.0 - _LATER * i / self.count) if prose else -1.0
            for i, (near, reasons, prose) in enumerate(zip(density, _around(told, _DENSE), like_prose, strict=True))
        ]
        centre = max(range(self.count), key=chances.__getitem__, default=0)

        def between(sums: list[float]) -> _Column:
            here = sums[centre]
            return [*[here - s for s in sums[1 : centre + 1]], 0, *[s - here for s in sums[centre + 1 : self.count]]]

        def of(members: frozenset[Reason]) -> _Column:
            return between(_sums([reason in members for reason in self.reasons]))

        return [
            _stretches(like_prose, self.good, self.total),
            self._clusters(like_prose, told),
            _barriers(like_prose, centre),
            between(told),
            of(_RELATED),
            of(_SHARE),
            of(_NOTES),
            [max(-_FAR, min(_FAR, i - centre)) for i in range(self.count)],
        ]

    def _clusters(self, like_prose: Sequence[bool], told: list[float]) -> _Column:
        """How many of a cluster's lines a reason is given for: prose lines that no more than a few others part make up
        a cluster.
        """
        borders = [0]
        last = -1
        for i, prose in enumerate(like_prose):
            if prose:
                if last >= 0 and i - last > _PARTED:
                    borders.append((last + i + 1) // 2)
                last = i
        borders.append(self.count)
        reasons: list[float] = []
        for start, end in pairwise(borders):
            reasons += [(told[end] - told[start]) / (end - start)] * (end - start)
        return reasons

    def _of_page(self) -> tuple[float, ...]:
        count, length = self.count, sum(self.lengths) or 1
        first, last = self.core
        prose = sum([size for size, is_prose in zip(self.lengths, self.prose, strict=True) if is_prose])
        return (
            log1p(length), log1p(count), length / count, sum([size < _SCRAP for size in self.lengths]) / count,
            sum(self.bullets) / count,
            min(_FAR, sum(self.prose)), prose / length, sum([reason is not None for reason in self.reasons]) / count,
            (last - first) / count,
            (self.before[last] - self.before[first]) / self.total,
        )  # fmt: skip


def _capitals(text: str) -> float:
    """The share of a line's words that begin with a capital letter."""
    words = text.split()
    return sum([word[0].isupper() for word in words]) / len(words) if words else 0.0


def _core(worth: _Column, reasons: Sequence[Reason | None]) -> tuple[int, int]:
    """Where the stretch of lines begins and ends that is worth most: prose adds to it, scraps and what a rule left out
    take from it.
    """
    best, start, end, first, held = 0.0, 0, 0, 0, 0.0
    for i, amount in enumerate(worth):
        if held <= 0:
            held, first = 0.0, i
        held += _REASON_COST if reasons[i] else amount if amount > 0 else _SCRAP_COST
        if held > best:
            best, start, end = held, first, i + 1
    return start, end


def _sums(amounts: _Column) -> list[float]:
    return list(accumulate(amounts, initial=0))


def _window(sums: list[float], back: int, forth: int) -> list[float]:
    """For each line the sum over those from `back` before it to `forth` after it (a negative one leaves out the line
    itself).
    """
    padded = [*[sums[0]] * back, *sums, *[sums[-1]] * max(0, forth)]
    return [high - low for low, high in zip(padded, padded[back + forth + 1 :], strict=False)][: len(sums) - 1]


def _around(sums: list[float], reach: int) -> list[float]:
    return _window(sums, reach, reach)


def _preceding(sums: list[float], reach: int) -> list[float]:
    return _window(sums, reach, -1)


def _after(sums: list[float], reach: int) -> list[float]:
    return _window(sums[1:] + sums[-1:], 0, reach - 1)


def _until_next(prose: Sequence[bool]) -> _Column:
    """How many lines on the next prose stands."""
    steps: list[float] = []
    step = _FAR
    for reads in reversed(prose):
        steps.append(step)
        step = 1 if reads else min(_FAR, step + 1)
    return steps[::-1]


def _stretches(like_prose: Sequence[bool], good: _Column, total: float) -> _Column:
    """Of each line that reads as prose the share of the document's prose that stands together with it."""
    shares: list[float] = []
    at = 0
    for reads, members in groupby(like_prose):
        size = sum(1 for _ in members)
        shares += [sum(good[at : at + size]) / total if reads else 0.0] * size
        at += size
    return shares


def _barriers(like_prose: Sequence[bool], centre: int) -> _Column:
    """The most lines in a row that are no prose between each line and the one with the index `centre`."""

    def walk(steps: Sequence[bool]) -> list[int]:
        found, most, row = [], 0, 0
        for reads in steps:
            found.append(most)
            row = 0 if reads else row + 1
            most = max(most, row)
        return found

    up = walk(like_prose[centre::-1])
    return [*up[:0:-1], *walk(like_prose[centre:])]
