"""Line rules at work: each gives its label to the blocks that no stronger rule has spoken on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.model import Block, Reason, Role
from cleaner.rules.matchers import Matcher, is_headline, is_prose
from cleaner.rules.schema import LineRule

# Phrases stand in short lines; a rule with anchors looks at no longer one.
SHORT = 600


def apply(rules: Sequence[LineRule], blocks: Sequence[Block], score: float = 1.0, index: Index | None = None) -> None:
    """Label `blocks` (all of a document, in order) by `rules`, in the order of the file; a block's first label stays.

    index: that of the rules' anchors, where they have some and it is kept.
    """
    if not rules or not blocks:
        return
    head, tail = _zones(blocks)
    if index is None and any(rule.anchors for rule in rules):
        index = Index(rules)
    anchored = index.find(blocks) if index else {}
    for rule in rules:
        first = 0 if rule.zone != "tail" else tail
        last = len(blocks) if rule.zone != "head" else head
        if rule.anchors:
            places: Sequence[int] = sorted({i for anchor in rule.anchors if anchor in anchored for i in anchored[anchor]})
            if not places:
                continue
            places = [i for i in _near(rule, places) if first <= i < last]
        else:
            places = range(first, last)
        _apply_rule(rule, blocks, places, last, score)


class Index:
    """Of which rules the anchors may stand in a text: made once for a rule file. Anchors are looked up by their first letters."""

    def __init__(self, rules: Sequence[LineRule]) -> None:
        self.longest = max((rule.max or SHORT for rule in rules if rule.anchors), default=0)
        self.begun: dict[str, list[str]] = {}
        self.others: list[str] = []
        for anchor in dict.fromkeys(anchor for rule in rules for anchor in rule.anchors):
            match = _WORD.match(anchor)
            if match is None or (len(match[0]) < _LETTERS and match.end() == len(anchor)):
                self.others.append(anchor)
            else:
                self.begun.setdefault(match[0][:_LETTERS], []).append(anchor)

    def find(self, blocks: Sequence[Block]) -> dict[str, list[int]]:
        """The lines, by index, that each anchor stands in."""
        lines = {i: block.text.lower() for i, block in enumerate(blocks) if len(block.text) <= self.longest}
        places: dict[str, dict[int, None]] = {}
        for i, line in lines.items():
            for word in _WORD.findall(line):
                places.setdefault(word[:_LETTERS], {})[i] = None
        found: dict[str, list[int]] = {}
        for beginning in self.begun.keys() & places.keys():
            for anchor in self.begun[beginning]:
                if at := [i for i in places[beginning] if anchor in lines[i]]:
                    found[anchor] = at
        whole = "\n".join(lines.values()) if self.others else ""
        for anchor in self.others:
            if anchor in whole:
                found[anchor] = [i for i, line in lines.items() if anchor in line]
        return found


# So many letters at the beginning of a word lead to the anchors that begin so.
_LETTERS = 3
_WORD = re.compile(r"[a-z]+")


def _near(rule: LineRule, places: Sequence[int]) -> Sequence[int]:
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
    if not (rule.until or rule.during) and not any(is_prose(block.text) and block.reason is None for block in blocks[:start]):
        return start + 1  # to the end, before any of the article has come: it would take all of it
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
