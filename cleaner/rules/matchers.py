"""Matchers of lines: what a rule file writes as `"a literal"`, `"/a pattern/i"`, `"<shape>"` or `"@label"`."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache

import regex

from cleaner.errors import RuleError
from cleaner.folding import fold
from cleaner.lines.shapes import is_date, is_headline, is_prose
from cleaner.model import Block
from cleaner.patterns import IGNORECASE
from cleaner.rules.pattern_size import check_size

# Seconds that a pattern may take on one line before it counts as one that backtracks without end. By hand.
PATTERN_SECONDS = 1.0
# Seconds that all slow searches of a file's patterns may take on one document. By hand.
DOCUMENT_SECONDS = 5.0
# Seconds up to which a search does not count as slow: so much, and so much for each character; some 20 times what
# patterns that ship take. By hand.
_QUICK_SEARCH, _QUICK_CHARACTER = 20e-6, 0.2e-6
# Characters: on lines up to this length patterns that ship run without the time limit, which costs more than most
# searches do. The tests check that they are quick there.
QUICK = 600
# Compiled patterns that are kept; rule files that ship hold some 1,900. By hand.
_MOST_COMPILED = 8192
SHAPES = {"<headline>": is_headline, "<prose>": is_prose, "<date>": is_date}


@dataclass(slots=True)
class SearchTime:
    """The seconds of this thread that slow searches may still take on one document; quick ones cost nothing, so that a
    long document takes as long as it needs.

    `regex` can't count its steps. So this is the one budget that is measured in seconds: it ends in an error, and never
    changes a result.
    """

    left: float = DOCUMENT_SECONDS

    def search(self, pattern: str, text: str) -> regex.Match[str] | None:
        """Search a line. Raises `RuleError` for a pattern that is too slow on it, or on all lines together."""
        search = compiled(pattern).search
        started = time.thread_time()
        try:
            match = search(text, timeout=PATTERN_SECONDS, concurrent=False)
        except (TimeoutError, MemoryError):
            raise RuleError(
                f"pattern {_cut(pattern)} takes over {PATTERN_SECONDS:g} s on one line: make it linear"
            ) from None
        over = time.thread_time() - started - _QUICK_SEARCH - len(text) * _QUICK_CHARACTER
        if over > 0:
            self.left -= over
            if self.left < 0:
                raise RuleError(
                    f"patterns take over {DOCUMENT_SECONDS:g} s on one document, at last {_cut(pattern)}: make them "
                    f"linear"
                )
        return match


def _cut(spelling: str) -> str:
    return spelling if len(spelling) <= _SHOWN else f"{spelling[:_SHOWN]}…"


# Characters of a pattern that an error tells. By hand.
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Matcher:
    """One matcher. spelling: as the rule file has it; ships: whether that file comes with the package."""

    spelling: str
    literal: str | None = None
    pattern: str | None = None
    ships: bool = False

    def matches(self, block: Block, time_left: SearchTime | None = None) -> bool:
        """Whether the block's line matches. time_left: what the document's other lines left of it; all of it where it
        is None. Raises `RuleError` for a pattern that runs out of time.
        """
        if self.literal is not None:
            if not block.key:
                block.key = fold(block.text)
            return block.key == self.literal
        if self.pattern is not None:
            return self._search(self.pattern, block.text, time_left) is not None
        if self.spelling[0] == "@":
            return self.spelling[1:] in (block.role, block.reason)
        return SHAPES[self.spelling](block.text)

    def value(self, block: Block, time_left: SearchTime | None = None) -> str | None:
        """The value of a line that matches: what the pattern's group `value` holds, else the whole line; None for a
        line that does not match.
        """
        if self.pattern is None:
            return block.text if self.matches(block) else None
        match = self._search(self.pattern, block.text, time_left)
        if match is None:
            return None
        return (match["value"] or "").strip() if "value" in match.re.groupindex else block.text

    def _search(self, pattern: str, text: str, time_left: SearchTime | None) -> regex.Match[str] | None:
        if self.ships and len(text) <= QUICK:
            return compiled(pattern).search(text, concurrent=False)
        return (time_left or SearchTime()).search(pattern, text)


@lru_cache(_MOST_COMPILED)
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
        if check:
            _try_pattern(spelling)
        return Matcher(spelling, pattern=spelling, ships=not check)
    if spelling in SHAPES:
        return Matcher(spelling)
    if spelling.startswith("<") and spelling.endswith(">"):
        raise ValueError(f"no shape is called {_cut(spelling)}: use one of {', '.join(SHAPES)}")
    if spelling.startswith("@"):
        if spelling[1:] not in labels:
            raise ValueError(f"no label is called {_cut(spelling)}")
        return Matcher(spelling)
    return Matcher(spelling, literal=fold(spelling))


def _try_pattern(spelling: str) -> None:
    """Compile a user's pattern. Raises `ValueError` with the reason for one that is wrong, or too large to try."""
    check_size(spelling)
    try:
        compiled(spelling)
    except regex.error as error:
        raise ValueError(f"bad pattern {_cut(spelling)}: {error}") from None
    except (RecursionError, MemoryError, OverflowError, ValueError, KeyError, IndexError, TypeError) as error:
        raise ValueError(f"bad pattern {_cut(spelling)}: it can't be compiled ({type(error).__name__})") from None
