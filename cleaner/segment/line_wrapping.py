"""Hard-wrapped lines (mail, Usenet, books as plain text, text out of PDF) back to paragraphs, by a test that needs no
dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.patterns import Pattern
from cleaner.segment.hyphens import Hyphens, ends_in_hyphen

# The widths at which text is wrapped, in columns: mail 65 to 78, books 70, text out of PDF up to about 100.
NARROWEST, WIDEST = 60, 105
# A proportional font breaks lines of so many fewer characters than its widest.
_SLACK = 10
_SHORTEST = NARROWEST // 2  # in characters, since some are two columns wide
# Parts of one document may have been wrapped a little wider than most.
_OVER = 3
# How often lines may be wrapped at one more width: quoted mail in mail.
_WIDTHS = 3
# What shows that a width is one that text was wrapped at: so many lines that were full, and of these so many that break
# off in mid-sentence.
_FULL, _FULL_WITH_SLACK, _BROKEN_OFF, _SHARE = 3, 6, 2, 0.4
_STRICT, _LOOSE = 0, _SLACK
# Of a script without spaces, two characters: what may not begin a line hangs over with the one before it.
_HANGING = 4
_LIST_ITEM = Role.LIST_ITEM

_WIDE = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff01-\uff60]")
_UNSPACED = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff01-\uff60]")
_QUOTED = Pattern(r"(?:> ?)+")
_ENDS = tuple('.!?:。！？：؟।…"”’»」』)）]|*_>')
# Cells, headings, rulers, addresses and code: what stands in a line of prose nowhere.
_SHAPED = Pattern(r"\t| {3}| \| |^#|^(.)\1\1|^https?:|^[./]|[{}]|=>|\(\)|\);")
# A line of prose of that width has more words.
_WORDS = 4


def rejoin(blocks: list[Block], text: str, code: frozenset[int]) -> list[Block]:
    """The blocks, those that are lines of one hard-wrapped paragraph made one; `blocks` itself where none are.

    blocks: one for each line, with `gap` and `indent`; text: the whole document; code: the lines not to touch.

    Text was wrapped at a width where the first word of nearly every next line would not have fitted on the line before.
    The width is the one that most pairs of neighbouring lines agree on, and counts only where enough full lines break
    off in mid-sentence. Lists, verse, tables and addresses have lines that end where they please. Where lines of a
    proportional font were broken, less is asked of each and more of all.
    """
    runs = _runs(blocks, code)
    joined = _soft(blocks) if "\u00ad" in text else set[int]()
    for slack in (_STRICT, _LOOSE):
        for _ in range(_WIDTHS):
            found = _wrapped_at(runs, slack)
            if found is None:
                break
            joined.update(pair.at for run in found for pair in run.flowing)
            runs = [run for run in runs if not run.flowing]
    return _join(blocks, joined) if joined else blocks


class _Pair:
    """Two neighbouring lines of prose: the place of the second among the blocks, the columns of the first, how many it
    would have with one more word.

    broken: whether the first breaks off in mid-sentence; open: whether it does not end as a sentence does; closes:
    whether the second does.
    """

    __slots__ = ("at", "broken", "closes", "need", "open", "width")

    def __init__(self, at: int, width: int, need: int, broken: bool, open_: bool, closes: bool) -> None:
        self.at, self.width, self.need, self.broken, self.open, self.closes = at, width, need, broken, open_, closes


class _Run:
    """Lines without a blank one between them, as pairs of neighbours. flowing: the pairs that belong to one paragraph,
    once a width was found.
    """

    __slots__ = ("flowing", "pairs")

    def __init__(self, pairs: list[_Pair]) -> None:
        self.pairs = pairs
        self.flowing: list[_Pair] = []

    def agrees(self, width: int, slack: int) -> bool:
        """Whether the run reads as wrapped at a width: hardly a line is short of it that does not end there for a
        reason.
        """
        full = [pair for pair in self.pairs if pair.width <= width + _OVER and width < pair.need + slack]
        counted = self.pairs[1:] if len(self.pairs) > _FULL else self.pairs  # the first may be a heading
        short = sum(pair.open and not (pair.width <= width + _OVER and width < pair.need + slack) for pair in counted)
        self.flowing = full and [
            pair
            for pair in self.pairs
            if pair.width <= width + _OVER and width < pair.need + (_SLACK if pair.broken else slack)
        ]
        if short * 4 > len(self.flowing):
            self.flowing = []
        return bool(self.flowing)

    def broken_off(self) -> int:
        """How many of the run's full lines break off in mid-sentence."""
        return sum(pair.broken for pair in self.flowing)


def _runs(blocks: Sequence[Block], code: frozenset[int]) -> list[_Run]:
    runs: list[_Run] = []
    pairs: list[_Pair] = []
    before: Block | None = None
    margin: int | None = None  # where the run's lines begin that are not the first of a paragraph
    fresh = True  # whether the line before is the first of its paragraph
    for i, block in enumerate(blocks):
        if (
            before is None
            or block.gap
            or max(len(block.text), len(before.text)) > WIDEST
            or (code and block.line in code)
        ):
            if pairs:
                runs.append(_Run(pairs))
                pairs = []
            before = None if code and block.line in code else block
            margin, fresh = None, True
            continue
        pair = _pair(before, block, i) if len(before.text) >= _SHORTEST and _follows(blocks, i, fresh, margin) else None
        if pair is not None:
            pairs.append(pair)
            margin = block.indent
        elif pairs and block.indent == before.indent:
            runs.append(_Run(pairs))
            pairs = []
        before, fresh = block, pair is None
    if pairs:
        runs.append(_Run(pairs))
    return runs


def _follows(blocks: Sequence[Block], i: int, fresh: bool, margin: int | None) -> bool:
    """Whether a line may belong to the paragraph of the line before it, by their indentation.

    fresh: whether the line before is the paragraph's first: it may stand further in or, with a bullet, further out than
    the rest.
    """
    before, block = blocks[i - 1], blocks[i]
    if block.form is _LIST_ITEM:
        return False
    if not fresh:
        return block.indent == margin
    if before.form is _LIST_ITEM:
        return block.indent >= before.indent
    if block.indent != before.indent or not block.indent:
        return block.indent <= before.indent
    # Both stand in: lines of one paragraph, or two first lines.
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    return (margin is None or margin == block.indent) and (
        following is None or following.gap > 0 or following.indent >= block.indent
    )


def _pair(before: Block, block: Block, at: int) -> _Pair | None:
    """Two lines as a pair; None where they cannot belong to one paragraph whatever the width."""
    one, two = before.text, block.text
    if one[0] == ">" or two[0] == ">":
        two = _unquoted(one, two)
        if not two:
            return None
    if _SHAPED.search(one) or _SHAPED.search(two):
        return None
    width = before.indent + len(one)
    if not one.isascii():
        width += len(_WIDE.findall(one))
    if not two[0].isascii() and _UNSPACED.match(two):
        word = _HANGING
    elif one.count(" ") < _WORDS:
        return None
    else:
        space = two.find(" ")
        word = 1 + (space if space >= 0 else len(two))
    first, last = two[0], one[-1]
    ends = last in _ENDS
    small = first.islower() or (first.lower() == first.upper() and (first.isalpha() or word == _HANGING))
    if ends_in_hyphen(one):
        word += _SLACK  # the rest of the word would not have fitted, whatever its length
    return _Pair(at, width, width + word, small and not ends, not ends, two[-1] in _ENDS)


def _unquoted(one: str, two: str) -> str:
    """The second of two quoted lines without its marks; nothing where the two are not quoted alike."""
    mine, its = _QUOTED.match(one), _QUOTED.match(two)
    return (
        two[its.end() :]
        if mine and its and mine[0].replace(" ", "") == its[0].replace(" ", "") and len(one) > mine.end()
        else ""
    )


def _wrapped_at(runs: Sequence[_Run], slack: int) -> list[_Run] | None:
    """The runs that were wrapped at the width that most pairs agree on; None where the lines don't show that any were."""
    if sum(len(run.pairs) for run in runs) < (_FULL_WITH_SLACK if slack else _FULL):
        return None
    change = [0] * (WIDEST + 3)
    for run in runs:
        for pair in run.pairs:
            if pair.width <= WIDEST and pair.need + slack > NARROWEST:
                change[pair.width] += 1
                change[min(pair.need + slack, WIDEST + 1)] -= 1
    best = width = most = 0
    for column, step in enumerate(change[: WIDEST + 1]):
        best += step
        if column >= NARROWEST and best >= most:
            most, width = best, column
    found = [run for run in runs if run.agrees(width, slack) and not (slack and run.broken_off() < _BROKEN_OFF)]
    count, broken = sum(len(run.flowing) for run in found), [run.broken_off() for run in found]
    enough = (
        count >= (_FULL_WITH_SLACK if slack else _FULL)
        and max(broken, default=0) >= _BROKEN_OFF
        and sum(broken) >= _SHARE * count
    )
    # Paragraphs end in the end of a sentence; "thumbnail" below a title does not.
    enough = enough and 2 * sum(run.flowing[-1].closes for run in found) >= len(found)
    # Where lines break off in mid-sentence at any width, something else than a width broke them.
    return found if enough and sum(broken) >= _SHARE * sum(pair.broken for run in runs for pair in run.pairs) else None


def _soft(blocks: Sequence[Block]) -> set[int]:
    """The lines before which a word was broken at a soft hyphen: nobody else writes one there."""
    return {
        i
        for i, (one, two) in enumerate(pairwise(blocks), 1)
        if one.text[-1] == "\u00ad" and not two.gap and one.text[-2:-1].isalpha() and two.text[0].islower()
    }


def _join(blocks: Sequence[Block], joined: set[int]) -> list[Block]:
    """The blocks, those at the places `joined` made one with the block before them."""
    out: list[Block] = []
    parts: list[str] = []
    hyphens = Hyphens(blocks, joined)
    for i, block in enumerate(blocks):
        if i in joined:
            text = block.text
            if text[0] == ">":
                text = _QUOTED.sub("", text, count=1)
            parts[-1], glue = hyphens.glue(parts[-1], text)
            parts += [glue, text]
            out[-1].end = block.end
            continue
        if len(parts) > 1:
            out[-1].text = "".join(parts)
        out.append(block)
        parts = [block.text]
    if len(parts) > 1:
        out[-1].text = "".join(parts)
    return out
