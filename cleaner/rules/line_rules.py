"""Rules of lines at work: each labels the lines that it matches, unless a stronger rule has labelled them."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from cleaner.labels import Reason, Role
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block
from cleaner.rules.matchers import Matcher, SearchTime
from cleaner.rules.schema import LineRule

# Characters: a rule with anchors looks at no longer line, unless its `max` says so. Phrases stand in short lines. By
# hand.
SHORT = 600


def label_lines(
    rules: Sequence[LineRule],
    blocks: Sequence[Block],
    index: Index | None = None,
    text: Lines | None = None,
) -> None:
    """Label the blocks of a document by the rules of a file, in the order of the file; a block's first label stays.

    blocks: all of the document, in order; index: of the rules' anchors, if it was made before; text: the searched lines
    of the blocks, if they were made before, for another file. Raises `RuleError` for patterns that run out of time.
    """
    if not rules or not blocks:
        return
    if index is None and any(rule.anchors for rule in rules):
        index = Index(rules)
    anchored = index.find(text or Lines(blocks, index.most)) if index else {}
    zones: tuple[int, int] | None = None
    time_left = SearchTime()
    for number, rule in enumerate(rules):
        places: Sequence[int] = range(len(blocks))
        if rule.anchors:
            if number not in anchored:
                continue
            places = _near(rule, sorted(anchored[number]))
        if rule.zone:
            zones = zones or _zones(blocks)
        first, last = 0, len(blocks)
        if zones is not None and rule.zone == "head":
            last = zones[0]
        elif zones is not None and rule.zone == "tail":
            first = zones[1]
        _apply_rule(rule, blocks, [i for i in places if first <= i < last], last, time_left)


def field_values(rules: Sequence[LineRule], blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The metadata fields of the lines that rules labelled, each with its value, in the order of the lines; the tags of
    a line one by one.
    """
    with_field = {rule.id: rule for rule in rules if rule.field}
    if not with_field:
        return
    time_left = SearchTime()
    for block in blocks:
        rule = with_field.get(block.rule)
        value = _value(rule, block, time_left) if rule is not None else None
        if rule is None or rule.field is None or not value:
            continue
        for part in value.split(",") if rule.field == "tags" else [value]:
            yield rule.field, part.strip()


def _value(rule: LineRule, block: Block, time_left: SearchTime) -> str | None:
    """The value of a line: what the group `value` of the matching pattern holds, else the whole line; None if neither
    `lines` nor `from` matches.
    """
    values = (matcher.value(block, time_left) for matcher in (*rule.lines, *rule.start))
    said = next((value for value in values if value is not None), None)
    return block.text if said is None and not rule.lines else said


class Lines:
    """The lines of a document in the form in which an `Index` searches them.

    most: the characters of the longest line to search; whole: the lines as one lower-case text, the shorter ones first;
    order: length and block number of each line; starts: where each line begins in `whole`; words: the words of `whole`.
    """

    def __init__(self, blocks: Sequence[Block], most: int) -> None:
        self.order = sorted([(len(block.text), i) for i, block in enumerate(blocks) if len(block.text) <= most])
        self.whole = "\0".join([blocks[i].text for _, i in self.order]).lower()
        self.starts = list(accumulate([len(line) + 1 for line in self.whole.split("\0")], initial=0))
        self.words = set(self.whole.encode("ascii", "replace").translate(_LETTERS_ONLY).decode().split())
        self.sorted_words = [*sorted(self.words), "~"]

    def count(self, longest: int) -> int:
        """The number of lines with at most `longest` characters."""
        return bisect(self.order, (longest + 1,))

    def places(self, anchor: str, longest: int) -> list[int]:
        """The numbers of the blocks that hold an anchor, among the lines of at most `longest` characters.

        An anchor that begins with a letter from a to z counts only at the beginning of a word.
        """
        whole, places = self.whole, []
        end = self.starts[self.count(longest)]
        inside = len(anchor) >= _LETTERS and "a" <= anchor[0] <= "z"
        at = whole.find(anchor, 0, end)
        while at >= 0:
            if inside and "a" <= whole[at - 1 : at] <= "z":
                at = whole.find(anchor, at + 1, end)
            else:
                line = bisect(self.starts, at) - 1
                places.append(self.order[line][1])
                at = whole.find(anchor, self.starts[line + 1], end)
        return places


class Index:
    """The anchors of the rules of a file, prepared for the search in the lines of a document; made once for each file.

    An anchor that begins with a letter from a to z is looked for at the beginning of a word, any other (in a script
    without spaces, for instance) anywhere. Most anchors cost next to nothing, since a page does not hold their words.
    """

    def __init__(self, rules: Sequence[LineRule]) -> None:
        self.most = max((rule.max or SHORT for rule in rules if rule.anchors), default=0)
        self.rules: dict[str, list[int]] = {}
        self.longest: dict[str, int] = {}
        for number, rule in enumerate(rules):
            most = rule.max if rule.max and not (rule.before or rule.after) else self.most
            for anchor in rule.anchors:
                self.rules.setdefault(anchor, []).append(number)
                self.longest[anchor] = max(self.longest.get(anchor, 0), most)
        self.words: list[str] = []
        self.phrases: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self.anywhere: dict[str, list[str]] = {}
        for anchor in self.rules:
            match = _WORD.match(anchor)
            if match is not None and match.end() < len(anchor):
                whole = frozenset(word[0] for word in _WORD.finditer(anchor) if word.end() < len(anchor))
                self.phrases.setdefault(match[0], []).append((anchor, whole))
            elif match is not None and len(anchor) >= _LETTERS:
                self.words.append(anchor)
            else:
                self.anywhere.setdefault(anchor[0], []).append(anchor)

    def find(self, lines: Lines) -> dict[int, set[int]]:
        """For each rule (by its number) with an anchor in the document: the numbers of the blocks that hold one."""
        words, ordered = lines.words, lines.sorted_words
        possible = [anchor for anchor in self.words if ordered[bisect_left(ordered, anchor)].startswith(anchor)]
        possible += [
            anchor for first in self.phrases.keys() & words for anchor, needed in self.phrases[first] if needed <= words
        ]
        for sign, anchors in self.anywhere.items():  # most texts have no square bracket, and so none of the shortcodes
            if sign in lines.whole:
                possible += anchors
        of_rules: dict[int, set[int]] = {}
        for anchor in possible:
            if places := lines.places(anchor, self.longest[anchor]):
                for number in self.rules[anchor]:
                    of_rules.setdefault(number, set()).update(places)
        return of_rules


# Letters: a shorter anchor of one word may stand anywhere in a word. By hand.
_LETTERS = 3
_WORD = re.compile(r"[a-z]+")
_LETTERS_ONLY = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else 32 for code in range(256))


def _near(rule: LineRule, places: Sequence[int]) -> Sequence[int]:
    """The lines that a rule may label if its anchors stand in `places`: these and, with `before` or `after`, the lines
    next to them.
    """
    if not (rule.before or rule.after):
        return places
    return sorted({i + step for i in places for step in (-1, 0, 1)})


def _zones(blocks: Sequence[Block]) -> tuple[int, int]:
    """The number of the first block of prose, and the number behind the last one."""
    prose = [i for i, block in enumerate(blocks) if is_prose(block.text) and not is_headline(block.text)]
    return (prose[0], prose[-1] + 1) if prose else (len(blocks), 0)


def _apply_rule(
    rule: LineRule, blocks: Sequence[Block], places: Sequence[int], last: int, time_left: SearchTime
) -> None:
    end, looked, begun = -1, 0, False
    for i in places:
        if i < end:
            continue
        block = blocks[i]
        if rule.first:
            if not block.decided:
                if _holds(rule, blocks, i, time_left):
                    _give(rule, block)
                return
            continue
        if (block.decided and not rule.start) or not _holds(rule, blocks, i, time_left):
            continue
        if not rule.start:
            _give(rule, block)
            continue
        begun = begun or any(is_prose(other.text) and other.reason is None for other in blocks[looked:i])
        looked = i
        end = _stretch(rule, blocks, i, last, begun, time_left)
        for member in blocks[i:end]:
            if not member.decided:
                _give(rule, member)


def _holds(rule: LineRule, blocks: Sequence[Block], i: int, time_left: SearchTime) -> bool:
    block = blocks[i]
    return (
        (rule.max is None or len(block.text) <= rule.max)
        and (not rule.start or _any(rule.start, block, time_left))
        and (not rule.lines or _any(rule.lines, block, time_left))
        and (not rule.before or (i + 1 < len(blocks) and _any(rule.before, blocks[i + 1], time_left)))
        and (not rule.after or (i > 0 and _any(rule.after, blocks[i - 1], time_left)))
    )


def _stretch(rule: LineRule, blocks: Sequence[Block], start: int, last: int, begun: bool, time_left: SearchTime) -> int:
    """The number of the block behind a stretch. begun: whether prose of the article stands above the stretch."""
    if not (rule.until or rule.during) and not begun:
        return start + 1  # a stretch to the end that begins above the article would take all of it
    i = start + 1
    while i < last:
        if rule.until and _any(rule.until, blocks[i], time_left):
            break
        if rule.during and not _any(rule.during, blocks[i], time_left):
            break
        i += 1
    return i


def _any(matchers: Sequence[Matcher], block: Block, time_left: SearchTime) -> bool:
    for matcher in matchers:  # noqa: SIM110, a generator would cost as much as a match
        if matcher.matches(block, time_left):
            return True
    return False


def _give(rule: LineRule, block: Block) -> None:
    if isinstance(rule.label, Role):
        block.keep(rule.label, rule.id, rule.layer)
    elif isinstance(rule.label, Reason):
        block.drop(rule.label, rule.id, rule.layer)
