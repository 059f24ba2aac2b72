"""Line rules at work: each gives its label to the blocks that no stronger rule has spoken on."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from cleaner.labels import Reason, Role
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block
from cleaner.rules.matchers import Matcher
from cleaner.rules.schema import LineRule

# Phrases stand in short lines; a rule with anchors looks at no longer one.
SHORT = 600


def apply(
    rules: Sequence[LineRule],
    blocks: Sequence[Block],
    index: Index | None = None,
    text: Lines | None = None,
) -> None:
    """Label `blocks` (all of a document, in order) by `rules`, in the order of the file; a block's first label stays.

    index: that of the rules' anchors, where it is kept; text: the blocks' lines, where several files of rules are to be
    looked for.
    """
    if not rules or not blocks:
        return
    if index is None and any(rule.anchors for rule in rules):
        index = Index(rules)
    anchored = index.find(text or Lines(blocks, index.most)) if index else {}
    zones: tuple[int, int] | None = None
    for number, rule in enumerate(rules):
        places: Sequence[int] = range(len(blocks))
        if rule.anchors:
            if number not in anchored:
                continue
            places = _near(rule, sorted(anchored[number]))
        if rule.zone:
            zones = zones or _zones(blocks)
        first, last = (
            (0, len(blocks))
            if zones is None or not rule.zone
            else (0, zones[0])
            if rule.zone == "head"
            else (zones[1], len(blocks))
        )
        _apply_rule(rule, blocks, [i for i in places if first <= i < last], last)


def values(rules: Sequence[LineRule], blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The fields that rules name of the lines that they labelled, each with its value, in the order of the lines; tags
    one by one.
    """
    named = {rule.id: rule for rule in rules if rule.field}
    for block in blocks if named else ():
        if (rule := named.get(block.rule)) is not None and rule.field and (value := _value(rule, block)):
            yield from ((rule.field, part.strip()) for part in (value.split(",") if rule.field == "tags" else [value]))


def _value(rule: LineRule, block: Block) -> str | None:
    """The line, or the part that the pattern which holds of it names; None where no condition of the rule on the line
    itself holds.
    """
    said = next((value for matcher in (*rule.lines, *rule.start) if (value := matcher.value(block)) is not None), None)
    return block.text if said is None and not rule.lines else said


class Lines:
    """The lines of a text, of at most so many characters, as indices search them: one lower-case text, the short lines
    first, and its words.

    order: length and index of each line; starts: where each begins.
    """

    def __init__(self, blocks: Sequence[Block], most: int) -> None:
        self.order = sorted([(len(block.text), i) for i, block in enumerate(blocks) if len(block.text) <= most])
        self.whole = "\0".join([blocks[i].text for _, i in self.order]).lower()
        self.starts = list(accumulate([len(line) + 1 for line in self.whole.split("\0")], initial=0))
        self.words = set(self.whole.encode("ascii", "replace").translate(_LETTERS_ONLY).decode().split())
        self.sorted_words = [*sorted(self.words), "~"]

    def count(self, longest: int) -> int:
        """How many lines are no longer than that."""
        return bisect(self.order, (longest + 1,))

    def places(self, anchor: str, longest: int) -> list[int]:
        """In which lines, of at most that length, an anchor stands: one that begins with a word, where a word begins."""
        whole, found = self.whole, []
        end = self.starts[self.count(longest)]
        inside = len(anchor) >= _LETTERS and "a" <= anchor[0] <= "z"
        at = whole.find(anchor, 0, end)
        while at >= 0:
            if inside and "a" <= whole[at - 1 : at] <= "z":
                at = whole.find(anchor, at + 1, end)
            else:
                line = bisect(self.starts, at) - 1
                found.append(self.order[line][1])
                at = whole.find(anchor, self.starts[line + 1], end)
        return found


class Index:
    """In which lines of a text the anchors of rules stand: made once for a rule file.

    An anchor that begins with a letter from a to z is looked for at the beginning of a word, any other (one in a script
    without spaces, say) anywhere. Most cost next to nothing: a page does not hold their words.
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
        self.others: list[str] = []
        for anchor in self.rules:
            match = _WORD.match(anchor)
            if match is not None and match.end() < len(anchor):
                whole = frozenset(word[0] for word in _WORD.finditer(anchor) if word.end() < len(anchor))
                self.phrases.setdefault(match[0], []).append((anchor, whole))
            elif match is not None and len(anchor) >= _LETTERS:
                self.words.append(anchor)
            else:
                self.others.append(anchor)

    def find(self, lines: Lines) -> dict[int, set[int]]:
        """The lines that an anchor of a rule stands in, for each rule (by number) of which there are any."""
        words, ordered = lines.words, lines.sorted_words
        possible = [anchor for anchor in self.words if ordered[bisect_left(ordered, anchor)].startswith(anchor)]
        possible += [
            anchor for first in self.phrases.keys() & words for anchor, needed in self.phrases[first] if needed <= words
        ]
        found: dict[int, set[int]] = {}
        for anchor in possible + self.others:
            if places := lines.places(anchor, self.longest[anchor]):
                for number in self.rules[anchor]:
                    found.setdefault(number, set()).update(places)
        return found


# A shorter anchor of one word may stand anywhere.
_LETTERS = 3
_WORD = re.compile(r"[a-z]+")
_LETTERS_ONLY = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else 32 for code in range(256))


def _near(rule: LineRule, places: Sequence[int]) -> Sequence[int]:
    """The lines that a rule may take where its anchors stand in them or, with `before` and `after`, next to them."""
    if not (rule.before or rule.after):
        return places
    return sorted({i + step for i in places for step in (-1, 0, 1)})


def _zones(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the first prose paragraph stands, and where the last one ends."""
    prose = [i for i, block in enumerate(blocks) if is_prose(block.text) and not is_headline(block.text)]
    return (prose[0], prose[-1] + 1) if prose else (len(blocks), 0)


def _apply_rule(rule: LineRule, blocks: Sequence[Block], places: Sequence[int], last: int) -> None:
    end, looked, begun = -1, 0, False
    for i in places:
        if i < end:
            continue
        block = blocks[i]
        if rule.first:
            if not block.decided:
                if _holds(rule, blocks, i):
                    _give(rule, block)
                return
            continue
        if (block.decided and not rule.start) or not _holds(rule, blocks, i):
            continue
        if not rule.start:
            _give(rule, block)
            continue
        begun = begun or any(is_prose(other.text) and other.reason is None for other in blocks[looked:i])
        looked = i
        end = _stretch(rule, blocks, i, last, begun)
        for member in blocks[i:end]:
            if not member.decided:
                _give(rule, member)


def _holds(rule: LineRule, blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    return (
        (rule.max is None or len(block.text) <= rule.max)
        and (not rule.start or _any(rule.start, block))
        and (not rule.lines or _any(rule.lines, block))
        and (not rule.before or (i + 1 < len(blocks) and _any(rule.before, blocks[i + 1])))
        and (not rule.after or (i > 0 and _any(rule.after, blocks[i - 1])))
    )


def _stretch(rule: LineRule, blocks: Sequence[Block], start: int, last: int, begun: bool) -> int:
    """Where the stretch that begins with a line ends. begun: whether any of the article has come."""
    if not (rule.until or rule.during) and not begun:
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
    for matcher in matchers:  # noqa: SIM110, a generator would cost as much as a match
        if matcher.matches(block):
            return True
    return False


def _give(rule: LineRule, block: Block) -> None:
    if isinstance(rule.label, Role):
        block.keep(rule.label, rule.id, rule.layer)
    elif isinstance(rule.label, Reason):
        block.drop(rule.label, rule.id, rule.layer)
