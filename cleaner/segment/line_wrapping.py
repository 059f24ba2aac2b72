"""Rejoin hard-wrapped lines (of mail, Usenet, books as plain text, text out of PDF) to paragraphs, without a
dictionary.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.patterns import Pattern
from cleaner.segment.hyphens import SOFT_HYPHEN, UNSPACED, UNSPACED_CHARACTERS, Hyphens, ends_in_hyphen

# The widths at which text is wrapped, in columns: mail 65 to 78, books 70, text out of PDF up to about 100, short wire
# pieces and columns 36 to 60.
NARROWEST = 36
WIDEST = 105
# Narrower text, of wires and columns, must show its width in every line.
_NARROW = 60
# A proportional font breaks lines up to this many characters short of its widest (all numbers here: by hand).
_SLACK = 10
# The shortest line that may be followed by another, in characters, since some are two columns wide.
_SHORTEST = 16
# Parts of one document may be wrapped this many columns wider than most.
_OVER = 3
# How many widths are looked for in one document: quoted mail in mail is wrapped at another.
_WIDTHS = 3
# A width counts where this many lines are full (more in a proportional font) ...
_FULL = 3
_FULL_WITH_SLACK = 6
# ... and this many of them, and this share of them, break off in mid-sentence.
_BROKEN_OFF = 2
_BROKEN_OFF_SHARE = 0.4
# Columns of the first word of a line in a script without spaces: a character, and one that may not begin a line.
_HANGING = 4
# A line of prose of these widths has at least this many spaces.
_SPACES = 3
_LIST_ITEM = Role.LIST_ITEM

_WIDE = Pattern(rf"[{UNSPACED_CHARACTERS}\p{{Hangul}}]")
_QUOTED = Pattern(r"(?:> ?)+")
_ENDS = frozenset('.!?:。！？：؟।…"”’»」』)）]|*_>')
# Signs of cells, headings, rulers, addresses and code, which no line of prose has.
_SHAPED = Pattern(r"\t| {3}| \| |^#|^(.)\1\1|^https?:|^[./]|[{}]|=>|\(\)|\);")


def rejoin(blocks: list[Block], text: str, code: frozenset[int]) -> list[Block]:
    """The blocks, with the lines of a hard-wrapped paragraph joined to one; `blocks` itself where nothing is joined.

    blocks: one for each line, with `gap` and `indent`; text: the whole document; code: the lines not to touch.

    Text was wrapped at a width if the first word of nearly every line would not have fitted on the line before it. The
    width is the one that most pairs of neighbouring lines agree on, and counts only where enough full lines break off
    in mid-sentence. Lists, verse, tables and addresses end their lines at no common width. The second search allows for
    a proportional font: each line may be shorter, but more lines must be full.
    """
    runs = _runs(blocks, code) if _may_be_wrapped(blocks) else []
    joined = _broken_at_soft_hyphens(blocks) if SOFT_HYPHEN in text else set[int]()
    for slack in (0, _SLACK):
        for _ in range(_WIDTHS):
            wrapped = _wrapped_at(runs, slack)
            if wrapped is None:
                break
            joined.update(pair.at for run in wrapped for pair in run.flowing)
            runs = [run for run in runs if not run.flowing]
    return _join(blocks, joined) if joined else blocks


class _Pair:
    """Two neighbouring lines of prose.

    at: the index of the second line among the blocks; width: the columns of the first line; need: its columns with the
    first word of the second. broken: whether the first line breaks off in mid-sentence; open: whether it does not end
    as a sentence does; closes: whether the second line ends as one does.
    """

    __slots__ = ("at", "broken", "closes", "need", "open", "width")

    def __init__(self, at: int, width: int, need: int, broken: bool, open_: bool, closes: bool) -> None:
        self.at, self.width, self.need, self.broken, self.open, self.closes = at, width, need, broken, open_, closes


class _Run:
    """Lines without a blank one between them, as pairs of neighbours. flowing: the pairs that belong to one paragraph,
    set by `agrees`.
    """

    __slots__ = ("flowing", "pairs")

    def __init__(self, pairs: list[_Pair]) -> None:
        self.pairs = pairs
        self.flowing: list[_Pair] = []

    def agrees(self, width: int, slack: int) -> bool:
        """Whether the run reads as wrapped at a width: few lines are shorter without ending a sentence (at most a
        quarter of the flowing pairs). Sets `flowing`.
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


def _may_be_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether enough neighbouring lines may break off in mid-sentence: most texts are known for unwrapped by that."""
    broken = 0
    for before, block in pairwise(blocks):
        if block.gap or len(block.text) > WIDEST or before.text[-1] in _ENDS:
            continue
        first = block.text[0]
        if first.islower() or first == ">" or not (first.isascii() or first.isupper()):
            broken += 1
            if broken == _BROKEN_OFF:
                return True
    return False


def _runs(blocks: Sequence[Block], code: frozenset[int]) -> list[_Run]:
    """The pairs of lines that may belong to one paragraph, by runs of lines that follow each other."""
    runs: list[_Run] = []
    pairs: list[_Pair] = []
    before: Block | None = None
    margin: int | None = None  # the indentation of the paragraph's lines after its first
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
    if not two[0].isascii() and UNSPACED.match(two):
        word = _HANGING
    elif one.count(" ") < _SPACES:
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
    """The second of two quoted lines without its marks; empty where the two have different marks.

    >>> _unquoted("> > The mill", "> > has closed."), _unquoted("> The mill", "has closed.")
    ('has closed.', '')
    """
    first, second = _QUOTED.match(one), _QUOTED.match(two)
    if first is None or second is None or len(one) == first.end():
        return ""
    return two[second.end() :] if first[0].replace(" ", "") == second[0].replace(" ", "") else ""


def _wrapped_at(runs: Sequence[_Run], slack: int) -> list[_Run] | None:
    """The runs that were wrapped at the width that most pairs agree on; None where the lines show no width."""
    least = _FULL_WITH_SLACK if slack else _FULL
    if sum(len(run.pairs) for run in runs) < least:
        return None
    width = _commonest_width(runs, slack)
    wrapped = [run for run in runs if run.agrees(width, slack) and not (slack and run.broken_off() < _BROKEN_OFF)]
    full = sum(len(run.flowing) for run in wrapped)
    broken = [run.broken_off() for run in wrapped]
    if full < least or sum(broken) < max(_BROKEN_OFF, _BROKEN_OFF_SHARE * full):
        return None
    if (width < _NARROW or max(broken) < _BROKEN_OFF) and (slack or not _all_agree(runs, wrapped)):
        return None
    # Half of the paragraphs at least must end a sentence: "thumbnail" below a title does not.
    if 2 * sum(run.flowing[-1].closes for run in wrapped) < len(wrapped):
        return None
    # Where most lines that break off in mid-sentence are not full, something else than a width broke them.
    broken_of_all = sum(pair.broken for run in runs for pair in run.pairs)
    return wrapped if sum(broken) >= _BROKEN_OFF_SHARE * broken_of_all else None


def _all_agree(runs: Sequence[_Run], wrapped: Sequence[_Run]) -> bool:
    """Whether each pair of lines of the text is full, and each paragraph ends as a sentence does: a short text, or one
    of narrow lines, is taken for wrapped only then.
    """
    if len(wrapped) < len(runs):
        return False
    return all(len(run.flowing) == len(run.pairs) and run.flowing[-1].closes for run in wrapped)


def _commonest_width(runs: Sequence[_Run], slack: int) -> int:
    """The width that most pairs agree on, the widest of several: the first line fits, and one more word would not."""
    change = [0] * (WIDEST + 3)  # by how many the number of pairs that agree changes at a column
    for run in runs:
        for pair in run.pairs:
            if pair.width <= WIDEST and pair.need + slack > NARROWEST:
                change[pair.width] += 1
                change[min(pair.need + slack, WIDEST + 1)] -= 1
    agreeing = width = most = 0
    for column, step in enumerate(change[: WIDEST + 1]):
        agreeing += step
        if column >= NARROWEST and agreeing >= most:
            most, width = agreeing, column
    return width


def _broken_at_soft_hyphens(blocks: Sequence[Block]) -> set[int]:
    """The lines before which a word was broken at a soft hyphen, which only a machine writes at the end of a line."""
    return {
        i
        for i, (one, two) in enumerate(pairwise(blocks), 1)
        if one.text[-1] == SOFT_HYPHEN and not two.gap and one.text[-2:-1].isalpha() and two.text[0].islower()
    }


def _join(blocks: Sequence[Block], joined: set[int]) -> list[Block]:
    """The blocks, with each of those at the indexes `joined` joined to the block before it."""
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
