"""Which site a bare text is of: the fingerprints of all rule sets, searched together.

A text holds the words of few fingerprints. So a line is compared by its folded key with all literals at once, and a
pattern is searched only where the words that it spells out stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleaner.folding import fold
from cleaner.labels import Layer, Reason
from cleaner.model import Block
from cleaner.rules.line_rules import Index, Lines
from cleaner.rules.matchers import Matcher, SearchTime
from cleaner.rules.schema import LineRule

# Characters of the longest line that is looked at: all of them.
_ANY_LENGTH = 1_000_000
# Characters of the shortest piece of a pattern that is worth a search of its own. By hand.
_SHORTEST = 4
# A key may be longer than its line, since some signs fold to two; at most by this factor. By hand.
_FOLDED = 2
# The parts of a pattern: where a word begins, a set, what stands for more than itself, a sign that it spells out.
_TOKEN = re.compile(
    r"(?P<edge>\^|\\b)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*+\])|(?P<opens>\()|(?P<closes>\))|(?P<either>\|)"
    r"|(?P<many>\\[pPNLxuUg](?:\{[^}]*+\}|[0-9a-fA-F]*+)|\\\w|\{[^}]*+\}|[\\.*+?{}$\[\]Σσς])|\\?(?P<plain>.)",
    re.DOTALL,
)
# Of what stands before one of these nothing need be there.
_OPTIONAL = ("*", "?", "{")


@dataclass(frozen=True, slots=True)
class _Pattern:
    owner: int
    matcher: Matcher


class Fingerprints:
    """The fingerprints of numbered rule sets."""

    def __init__(self, of_sets: Iterable[tuple[int, Sequence[Matcher]]]) -> None:
        self._literals: dict[str, list[int]] = {}
        self._anchored: list[_Pattern] = []
        self._others: list[_Pattern] = []
        anchors: list[LineRule] = []
        for owner, matchers in of_sets:
            for matcher in matchers:
                if matcher.literal is not None:
                    self._literals.setdefault(matcher.literal, []).append(owner)
                elif piece := required_piece(matcher.pattern):
                    self._anchored.append(_Pattern(owner, matcher))
                    anchors.append(LineRule(Reason.OTHER, "", Layer.SITE, max=_ANY_LENGTH, anchors=(piece,)))
                else:
                    self._others.append(_Pattern(owner, matcher))
        self._index = Index(anchors) if anchors else None
        self._longest = _FOLDED * max(map(len, self._literals), default=0)

    def best(self, blocks: Sequence[Block]) -> int | None:
        """The number of the rule set of which most fingerprints hit a line; of several the first; None where none does.

        Raises `RuleError` for patterns that run out of time.
        """
        hits: dict[int, int] = {}
        for owner in self._hit(blocks):
            hits[owner] = hits.get(owner, 0) + 1
        return min(hits, key=lambda owner: (-hits[owner], owner)) if hits else None

    def _hit(self, blocks: Sequence[Block]) -> Iterable[int]:
        """The owner of each fingerprint that hits a line."""
        if self._literals:
            for key in self._keys(blocks) & self._literals.keys():
                yield from self._literals[key]
        if self._index is not None:
            time_left = SearchTime()
            for number, places in self._index.find(Lines(blocks, _ANY_LENGTH)).items():
                pattern = self._anchored[number]
                if any(pattern.matcher.matches(blocks[at], time_left) for at in sorted(places)):
                    yield pattern.owner
        for pattern in self._others:
            time_left = SearchTime()
            if any(pattern.matcher.matches(block, time_left) for block in blocks):
                yield pattern.owner

    def _keys(self, blocks: Sequence[Block]) -> set[str]:
        keys = set()
        for block in blocks:
            if len(block.text) <= self._longest:
                if not block.key:
                    block.key = fold(block.text)
                keys.add(block.key)
        return keys


def required_piece(pattern: str | None) -> str | None:
    r"""The longest piece that a pattern spells out and that any match holds, from the beginning of a word, in lower
    case; None where there is none.

    >>> required_piece(r"/^(?:The )?\bHarbour Post, since \d{4}/i")
    'harbour post, since '
    >>> required_piece("/Tides|Piers/") is None
    True
    """
    pieces, depth, at_word = [""], 0, False
    tokens = list(_TOKEN.finditer(pattern[1:].rpartition("/")[0])) if pattern else []
    for token, following in zip(tokens, [*(after[0] for after in tokens[1:]), ""], strict=True):
        if token.lastgroup == "either" and not depth:
            return None
        depth += (token.lastgroup == "opens") - (token.lastgroup == "closes")
        sign = (token["plain"] or "").lower()
        if not sign or depth or following in _OPTIONAL:
            pieces.append("")
        # A letter within a word is not looked for: the piece begins behind it.
        elif pieces[-1] or at_word or not "a" <= sign <= "z":
            pieces[-1] += sign
        at_word = token.lastgroup == "edge"
    longest = max(pieces, key=len)
    return longest if len(longest.strip()) >= _SHORTEST else None
