"""Line rules at work: each gives its label to the blocks that no stronger rule has spoken on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from cleaner.model import Block, Reason, Role
from cleaner.rules.matchers import Matcher, is_headline, is_prose
from cleaner.rules.schema import LineRule

# Phrases stand in short lines; a rule with anchors looks at no longer one.
SHORT = 600


def apply(rules: Sequence[LineRule], blocks: Sequence[Block], score: float = 1.0) -> None:
    """Label `blocks` (all of a document, in order) by `rules`, in the order of the file; a block's first label stays."""
    if not rules or not blocks:
        return
    head, tail = _zones(blocks)
    anchored = _Anchored(blocks, max(rule.max or SHORT for rule in rules)) if any(rule.anchors for rule in rules) else None
    for rule in rules:
        first = 0 if rule.zone != "tail" else tail
        last = len(blocks) if rule.zone != "head" else head
        if anchored and rule.anchors:
            places: Sequence[int] = [i for i in _near(rule, anchored.places(rule.anchors)) if first <= i < last]
        else:
            places = range(first, last)
        _apply_rule(rule, blocks, places, last, score)


class _Anchored:
    """Where literal anchors stand: the short blocks' lower-cased text in one string, searched for those anchors whose first word it has."""

    def __init__(self, blocks: Sequence[Block], longest: int) -> None:
        self.indices = [i for i, block in enumerate(blocks) if len(block.text) <= longest]
        lines = [blocks[i].text.lower() for i in self.indices]
        self.text = "\n".join(lines)
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.words = set(_WORD.findall(self.text))
        self.found: dict[str, list[int]] = {}

    def places(self, anchors: Sequence[str]) -> list[int]:
        return sorted({i for anchor in anchors for i in self._lines(anchor)})

    def _lines(self, anchor: str) -> list[int]:
        if anchor not in self.found:
            lines = []
            word = first_word(anchor)
            at = self.text.find(anchor) if not word or word in self.words else -1
            while at >= 0:
                line = bisect_right(self.starts, at) - 1
                lines.append(self.indices[line])
                at = self.text.find(anchor, self.starts[line + 1])
            self.found[anchor] = lines
        return self.found[anchor]


_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=1 << 14)
def first_word(anchor: str) -> str:
    """The first whole run of a-z in an anchor, by which it is looked up; empty for one without, or one that may end in mid-word."""
    match = _WORD.search(anchor)
    return match[0] if match and match.end() < len(anchor) else ""


def _near(rule: LineRule, places: list[int]) -> list[int]:
    """The lines that a rule may take where its anchors stand in them or, with `before` and `after`, next to them."""
    if not (rule.before or rule.after):
        return places
    return sorted({i + step for i in places for step in (-1, 0, 1)})


def _zones(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the first prose paragraph stands, and where the last one ends."""
    prose = [i for i, block in enumerate(blocks) if is_prose(block.text) and not is_headline(block.text)]
    return (prose[0], prose[-1] + 1) if prose else (len(blocks), 0)


def _apply_rule(rule: LineRule, blocks: Sequence[Block], places: Sequence[int], last: int, score: float) -> None:
    end = -1
    for i in places:
        if i < end:
            continue
        block = blocks[i]
        if rule.first:
            if not block.decided:
                if _holds(rule, blocks, i):
                    _give(rule, block, score)
                return
            continue
        if (block.decided and not rule.start) or not _holds(rule, blocks, i):
            continue
        if not rule.start:
            _give(rule, block, score)
            continue
        end = _stretch(rule, blocks, i, last)
        for member in blocks[i:end]:
            if not member.decided:
                _give(rule, member, score)


def _holds(rule: LineRule, blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    return (
        (rule.max is None or len(block.text) <= rule.max)
        and (not rule.start or _any(rule.start, block))
        and (not rule.lines or _any(rule.lines, block))
        and (not rule.before or (i + 1 < len(blocks) and _any(rule.before, blocks[i + 1])))
        and (not rule.after or (i > 0 and _any(rule.after, blocks[i - 1])))
    )


def _stretch(rule: LineRule, blocks: Sequence[Block], start: int, last: int) -> int:
    i = start + 1
    while i < last:
        if rule.until and _any(rule.until, blocks[i]):
            break
        if rule.during and not _any(rule.during, blocks[i]):
            break
        i += 1
    return i


def _any(matchers: Sequence[Matcher], block: Block) -> bool:
    return any(matcher.matches(block) for matcher in matchers)


def _give(rule: LineRule, block: Block, score: float) -> None:
    if isinstance(rule.label, Role):
        block.keep(rule.label, rule.id, score)
    elif isinstance(rule.label, Reason):
        block.drop(rule.label, rule.id, score)
