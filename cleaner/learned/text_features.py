"""Features of a line of bare text: its form, its neighbours, and what stands between it and the document's prose.

Each feature is a column over all lines, computed in one go, since a text may have millions of lines.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from math import log1p

from cleaner.labels import Reason, Role
from cleaner.learned.columns import FAR, Column, after, around, barriers, preceding, stretches, sums, until_next
from cleaner.lines.prose import prose_score
from cleaner.lines.shapes import PROSE, ends_sentence
from cleaner.model import Page

# The features of a line, in the order of `TextFeatures.rows`. The model file stores these names.
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
# Each reason's number, as the trees know it: by its place in `Reason`.
_REASONS = {reason: number for number, reason in enumerate(Reason, 1)}
_RELATED = frozenset((Reason.RELATED, Reason.NEWSLETTER))
_NOTES = frozenset((Reason.COMMENTS, Reason.AUTHOR_NOTE, Reason.LEGAL, Reason.TAGS, Reason.CONSENT, Reason.PAYWALL))
_SHARE = frozenset((Reason.SHARE,))
_LIST_ITEM = Role.LIST_ITEM
# A time, a year, or a date in figures.
_DATED = re.compile(r"\d[:h]\d\d|(?:19|20)\d\d|\d[./-]\d{1,2}[./-]")
_BULLETS = "•-*◦·–► "

# The trees were learnt with these numbers: who changes one must learn them anew (`python -m training`). All by hand.
# Characters: a line shorter than this is a scrap.
SCRAP = 40
# Characters: capitals and dates are looked for in no longer line.
_LONGEST_EXAMINED = 150
# Blank lines before a line: more count as this number; the shape of a line counts no more than _SHAPE_GAP.
_MOST_GAP = 4
_SHAPE_GAP = 2
# Characters of prose: a longer line's `worth` counts as this number.
_MOST_PROSE = 300.0
# Characters of prose that a scrap, and a line with a reason, take from the prose core around them.
_SCRAP_COST = -12.0
_REASON_COST = -30.0
# Lines before and after a line that its neighbourhoods reach: prose near and around it, reasons, dates.
_NEAR = 3
_AROUND = 10
_REASONS_NEAR = 2
_DATES_NEAR = 4

# The densest place of a text is the line with most prose around it. Tried on the dumps of dev pages, where consent
# dialogues and comments are often denser than the article. All by hand.
# Lines before and after a line that count.
_DENSITY_REACH = 4
# Characters: longer paragraphs count as this number.
_DENSITY_LONGEST = 400.0
# Characters of prose that each line with a reason takes from its neighbourhood.
_DENSITY_REASON_COST = 100.0
# Share of its density that the last line of the text loses for its place; lines before it lose proportionally less.
_DENSITY_LATE_COST = 0.3
# Lines between two lines of prose that still belong to one cluster.
_CLUSTER_GAP = 5


class TextFeatures:
    """The features of all lines of a text after the phrase rules; sets `Block.prose_score` of each.

    scores: the prose score of each line; prose: the same, 0 for lines that a rule left out and for scraps; total: the
    sum of `prose`; before: for each line the sum of `prose` above it; is_prose: whether a line is a long sentence;
    core: the first line of the prose core and the line after its last.
    """

    def __init__(self, page: Page) -> None:
        self.blocks = blocks = page.blocks
        for block in blocks:
            block.prose_score = prose_score(block.text, block.links, block.form)
        self.count = len(blocks)
        self.texts = [block.text for block in blocks]
        self.lengths = [len(text) for text in self.texts]
        self.scores = [block.prose_score for block in blocks]
        self.reasons = [block.reason for block in blocks]
        self.prose = [
            0.0 if score <= 0 or reason else score for score, reason in zip(self.scores, self.reasons, strict=True)
        ]
        self.before = list(accumulate(self.prose, initial=0.0))
        self.total = self.before[-1] or 1.0
        self.ends = [ends_sentence(text) for text in self.texts]
        self.is_prose = [score >= PROSE and end for score, end in zip(self.scores, self.ends, strict=True)]
        self.bullets = [block.form is _LIST_ITEM for block in blocks]
        self.core = _core(self.scores, self.reasons)

    def rows(self) -> Iterator[tuple[float, ...]]:
        """The features of each line, in the order of `FEATURES`; one row at a time, since a text may have millions."""
        page = self._of_page()
        columns = [*self._form(), *self._shape(), *self._runs(), *self._place(), *self._neighbours(), *self._between()]
        return ((*row, *page) for row in zip(*columns, strict=True))

    def _form(self) -> list[Column]:
        """What each line is like by itself, and how many lines begin alike."""
        texts = self.texts
        words = [text.count(" ") + 1 for text in texts]
        keys = [text.lstrip(_BULLETS)[:SCRAP].casefold() for text in texts]
        counts = Counter(keys)
        return [
            [log1p(length) for length in self.lengths],
            words,
            self.ends,
            [text.endswith(":") for text in texts],
            [text[:1].islower() for text in texts],
            [
                _capitals(text) if length <= _LONGEST_EXAMINED else 0.0
                for text, length in zip(texts, self.lengths, strict=True)
            ],
            [min(_MOST_PROSE, score) for score in self.scores],
            self.bullets,
            [counts[key] - 1 for key in keys],
            [_REASONS.get(reason, 0) if reason else 0 for reason in self.reasons],
        ]

    def _shape(self) -> list[Column]:
        """Indentation, bullet and blank lines before each line, and the share of the prose that has the same."""
        indents = [block.indent for block in self.blocks]
        gaps = [min(_MOST_GAP, block.gap) for block in self.blocks]
        short_gaps = [min(_SHAPE_GAP, gap) for gap in gaps]
        shapes = list(zip(indents, self.bullets, short_gaps, strict=True))
        by_indent: defaultdict[int, float] = defaultdict(float)
        by_shape: defaultdict[tuple[int, bool, int], float] = defaultdict(float)
        for indent, shape, prose in zip(indents, shapes, self.prose, strict=True):
            if prose:
                by_indent[indent] += prose
                by_shape[shape] += prose
        counts = Counter(shapes)
        return [
            gaps,
            [*gaps[1:], _MOST_GAP],
            indents,
            [by_indent[indent] / self.total for indent in indents],
            [by_shape[shape] / self.total for shape in shapes],
            [counts[shape] / self.count for shape in shapes],
        ]

    def _runs(self) -> list[Column]:
        """Each line's run of lines with the same indentation and bullet: how many, their mean length, the share that
        ends a sentence, the longest.
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

    def _place(self) -> list[Column]:
        """Where each line stands among the text's prose."""
        count, total = self.count, self.total
        first, last = self.core
        first_prose = next((i for i, is_prose in enumerate(self.is_prose) if is_prose), count)
        return [
            [before / total for before in self.before[:-1]],
            [first <= i < last for i in range(count)],
            [max(-FAR, min(FAR, i - first_prose)) for i in range(count)],
            until_next(self.is_prose),
        ]

    def _neighbours(self) -> list[Column]:
        """Prose, reasons and dates in the lines around each line."""
        prose, scores = sums(self.is_prose), sums(self.scores)
        dated = [
            length <= _LONGEST_EXAMINED and _DATED.search(text) is not None
            for text, length in zip(self.texts, self.lengths, strict=True)
        ]
        return [
            around(prose, _NEAR),
            around(prose, _AROUND),
            after(scores, _AROUND),
            preceding(scores, _AROUND),
            around(sums([reason is not None for reason in self.reasons]), _REASONS_NEAR),
            around(sums(dated), _DATES_NEAR),
        ]

    def _between(self) -> list[Column]:
        """What stands between each line and the line around which the text's prose is densest."""
        like_prose = [prose > 0 and length > SCRAP for prose, length in zip(self.prose, self.lengths, strict=True)]
        with_reason = sums([reason is not None for reason in self.reasons])
        prose_around = around(sums([min(_DENSITY_LONGEST, prose) for prose in self.prose]), _DENSITY_REACH)
        reasons_around = around(with_reason, _DENSITY_REACH)
        densities = [-1.0] * self.count
        for i, is_like_prose in enumerate(like_prose):
            if is_like_prose:
                density = prose_around[i] - _DENSITY_REASON_COST * reasons_around[i]
                densities[i] = density * (1.0 - _DENSITY_LATE_COST * i / self.count)
        centre = max(range(self.count), key=densities.__getitem__, default=0)

        def between(before: list[float]) -> Column:
            """For each line the sum over the lines between it and the densest one; before: the sum before each line."""
            here = before[centre]
            up = [here - total for total in before[1 : centre + 1]]
            return [*up, 0, *[total - here for total in before[centre + 1 : self.count]]]

        def with_reasons(reasons: frozenset[Reason]) -> Column:
            return between(sums([reason in reasons for reason in self.reasons]))

        return [
            stretches(like_prose, self.prose, self.total),
            self._clusters(like_prose, with_reason),
            barriers(like_prose, centre),
            between(with_reason),
            with_reasons(_RELATED),
            with_reasons(_SHARE),
            with_reasons(_NOTES),
            [max(-FAR, min(FAR, i - centre)) for i in range(self.count)],
        ]

    def _clusters(self, like_prose: Sequence[bool], with_reason: list[float]) -> Column:
        """The share of lines with a reason in each line's cluster.

        Lines of prose with at most _CLUSTER_GAP lines between them are one cluster; clusters meet halfway.
        """
        borders = [0]
        last = -1
        for i, prose in enumerate(like_prose):
            if prose:
                if last >= 0 and i - last > _CLUSTER_GAP:
                    borders.append((last + i + 1) // 2)
                last = i
        borders.append(self.count)
        shares: list[float] = []
        for start, end in pairwise(borders):
            shares += [(with_reason[end] - with_reason[start]) / (end - start)] * (end - start)
        return shares

    def _of_page(self) -> tuple[float, ...]:
        """What the whole text is like."""
        count, length = self.count, sum(self.lengths) or 1
        first, last = self.core
        prose = sum([size for size, is_prose in zip(self.lengths, self.is_prose, strict=True) if is_prose])
        return (
            log1p(length), log1p(count), length / count, sum([size < SCRAP for size in self.lengths]) / count,
            sum(self.bullets) / count,
            min(FAR, sum(self.is_prose)), prose / length, sum([reason is not None for reason in self.reasons]) / count,
            (last - first) / count,
            (self.before[last] - self.before[first]) / self.total,
        )  # fmt: skip


def _capitals(text: str) -> float:
    """The share of a line's words that begin with a capital letter.

    >>> _capitals("Sport and Weather"), _capitals("")
    (0.6666666666666666, 0.0)
    """
    words = text.split()
    return sum([word[0].isupper() for word in words]) / len(words) if words else 0.0


def _core(scores: Column, reasons: Sequence[Reason | None]) -> tuple[int, int]:
    """The stretch of lines with the greatest sum: its first line and the line after its last.

    Prose adds its score; a scrap costs _SCRAP_COST, a line with a reason _REASON_COST.

    >>> _core([-3.0, 80.0, -3.0, 90.0, -3.0], [None] * 5)
    (1, 4)
    """
    greatest, start, end, first, total = 0.0, 0, 0, 0, 0.0
    for i, score in enumerate(scores):
        if total <= 0:
            total, first = 0.0, i
        if reasons[i]:
            total += _REASON_COST
        elif score > 0:
            total += score
        else:
            total += _SCRAP_COST
        if total > greatest:
            greatest, start, end = total, first, i + 1
    return start, end
