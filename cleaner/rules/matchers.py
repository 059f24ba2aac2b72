"""Matchers of lines: what a rule file writes as `"a literal"`, `"/a pattern/i"`, `"<shape>"` or `"@label"`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from cleaner.errors import RuleError
from cleaner.folding import fold
from cleaner.lines.shapes import is_date, is_headline, is_prose
from cleaner.model import Block
from cleaner.patterns import IGNORECASE

# Seconds that a pattern may take on one line before it counts as one that backtracks without end. By hand.
PATTERN_SECONDS = 1.0
# Characters: on lines up to this length patterns that ship run without the time limit, which costs more than most
# searches do. The tests check that they are quick there.
QUICK = 600
SHAPES = {"<headline>": is_headline, "<prose>": is_prose, "<date>": is_date}


@dataclass(frozen=True, slots=True)
class Matcher:
    """One matcher. spelling: as the rule file has it; ships: whether that file comes with the package."""

    spelling: str
    literal: str | None = None
    pattern: str | None = None
    ships: bool = False

    def matches(self, block: Block) -> bool:
        """Whether the block's line matches. Raises `RuleError` for a pattern that runs out of time."""
        if self.literal is not None:
            if not block.key:
                block.key = fold(block.text)
            return block.key == self.literal
        if self.pattern is not None:
            return self._search(self.pattern, block.text) is not None
        if self.spelling[0] == "@":
            return self.spelling[1:] in (block.role, block.reason)
        return SHAPES[self.spelling](block.text)

    def value(self, block: Block) -> str | None:
        """The value of a line that matches: what the pattern's group `value` holds, else the whole line; None for a
        line that does not match.
        """
        if self.pattern is None:
            return block.text if self.matches(block) else None
        match = self._search(self.pattern, block.text)
        if match is None:
            return None
        return (match["value"] or "").strip() if "value" in match.re.groupindex else block.text

    def _search(self, pattern: str, text: str) -> regex.Match[str] | None:
        search = compiled(pattern).search
        if self.ships and len(text) <= QUICK:
            return search(text, concurrent=False)
        try:
            return search(text, timeout=PATTERN_SECONDS, concurrent=False)
        except TimeoutError:
            raise RuleError(
                f"pattern {self.spelling} takes over {PATTERN_SECONDS:g} s on one line: make it linear"
            ) from None


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern as rule files write it, `/…/` or `/…/i`. Raises `regex.error`.

    >>> compiled("/^comments? (?P<value>[0-9]+)/i").search("Comments 2")["value"]
    '2'
    """
    body, _, flags = pattern[1:].rpartition("/")
    return regex.compile(body, IGNORECASE if flags else 0)


def compile_matcher(spelling: str, labels: frozenset[str], *, check: bool = True) -> Matcher:
    """Read one matcher. Raises `ValueError` with the reason for one that is wrong.

    check: whether to compile a pattern at once. Patterns of files that ship are compiled when they are first needed,
    since a page needs few of them.

    >>> compile_matcher("Read More", frozenset()).literal
    'read more'
    >>> compile_matcher("<headlin>", frozenset())
    Traceback (most recent call last):
    ValueError: no shape is called <headlin>: use one of <headline>, <prose>, <date>
    """
    if not spelling.strip():
        raise ValueError("a matcher is empty")
    if len(spelling) > 2 and spelling[0] == "/" and spelling.endswith(("/", "/i")):
        try:
            if check:
                compiled(spelling)
        except regex.error as error:
            raise ValueError(f"bad pattern {spelling}: {error}") from None
        return Matcher(spelling, pattern=spelling, ships=not check)
    if spelling in SHAPES:
        return Matcher(spelling)
    if spelling.startswith("<") and spelling.endswith(">"):
        raise ValueError(f"no shape is called {spelling}: use one of {', '.join(SHAPES)}")
    if spelling.startswith("@"):
        if spelling[1:] not in labels:
            raise ValueError(f"no label is called {spelling}")
        return Matcher(spelling)
    return Matcher(spelling, literal=fold(spelling))
