"""The selectors that a rule file may use: a small grammar of CSS, each part of which costs at most one look at each
element of a page.

What CSS has beyond it (`:nth-child`, `:has` of descendants or later siblings) costs the square of the page, and no
signal ends a search that runs (measured on selectolax 1.0.2: `:has(~ i)` over 40,000 siblings takes 18 s).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cleaner.errors import quoted

# Characters of the longest selector; the longest that ships has 110.
LONGEST = 500
# Steps of the longest chain: its elements, and the combinators written out (`>`, `+`, `~`). By hand.
MOST_STEPS = 6
# How deep `:not(:is(…))` may nest. By hand.
_DEPTH = 3
_PSEUDO_CLASSES = frozenset(("root", "empty", "first-child", "last-child", "only-child"))
_OF_LISTS = frozenset(("not", "is", "where"))
ALLOWED = ":root, :empty, :first-child, :last-child, :only-child, :not(…), :is(…), :where(…), :has(> …) and :has(+ …)"
_ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}[ \t\n]?|[^\n0-9a-fA-F])"
_NAME = rf"(?:--|-?(?:[A-Za-z_\u0080-\U0010ffff]|{_ESCAPE}))(?:[\w\u0080-\U0010ffff-]|{_ESCAPE})*+"
_STRING = r""""(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'"""
_SPACE = r"[ \t\n\r\f]"
_SIMPLE = re.compile(
    rf"[.#]{_NAME}|\[{_SPACE}*+{_NAME}{_SPACE}*+(?:[~|^$*]?={_SPACE}*+(?:{_NAME}|{_STRING}){_SPACE}*+(?:[is]{_SPACE}*+)?)?\]",
    re.IGNORECASE,
)
_TAG = re.compile(rf"\*|{_NAME}")
_PSEUDO = re.compile(r":([A-Za-z-]+)(\()?")
_COMBINATOR = re.compile(rf"{_SPACE}*+([>+~]){_SPACE}*+|{_SPACE}++(?![,)]|$)")
_SPACES = re.compile(rf"{_SPACE}*+")


class Step(NamedTuple):
    """An element of a chain: how it stands to the step before it (`""` for the first, a space, `>`, `+` or `~`), and
    what it must be.
    """

    combinator: str
    compound: str


Chain = tuple[Step, ...]


# A rule file has at most some thousand selectors, and few files serve at once.
@lru_cache(maxsize=4096)
def chains(selector: str) -> tuple[Chain, ...]:
    """The chains of a selector's list. Raises `ValueError` for a selector beyond the grammar, with the reason.

    >>> chains("h1 ~ .by, p")
    ((Step(combinator='', compound='h1'), Step(combinator='~', compound='.by')), (Step(combinator='', compound='p'),))
    >>> chains("p q")[0][1].combinator
    ' '
    >>> chains("p..a")
    Traceback (most recent call last):
    ValueError: bad selector 'p..a': nothing can begin at '..a'
    """
    if len(selector) > LONGEST:
        raise ValueError(f"selector {quoted(selector)} has over {LONGEST} characters: make several of it")
    found, end = _Parser(selector).chain_list(0, 0)
    if end < len(selector):
        raise ValueError(f"bad selector {quoted(selector)}: nothing can begin at {quoted(selector[end : end + 20])}")
    for chain in found:
        if sum(1 + (step.combinator not in ("", " ")) for step in chain) > MOST_STEPS:
            raise ValueError(
                f"selector {quoted(selector)} costs too much on large pages: use at most {MOST_STEPS} steps"
            )
    return found


class _Parser:
    """Reads one selector by recursive descent, `_DEPTH` deep; each method gives the place where what it read ends."""

    def __init__(self, selector: str) -> None:
        self.selector = selector

    def chain_list(self, at: int, depth: int) -> tuple[tuple[Chain, ...], int]:
        """Chains with commas between; inside brackets each is a single element."""
        found = []
        while True:
            chain, at = self.chain(at, depth)
            found.append(chain)
            if self.selector[at : at + 1] != ",":
                return tuple(found), at
            at += 1

    def chain(self, at: int, depth: int) -> tuple[Chain, int]:
        at = self.skip(at)
        end = self.compound(at, depth)
        steps = [Step("", self.selector[at:end])]
        while not depth and (match := _COMBINATOR.match(self.selector, end)):
            at = match.end()
            end = self.compound(at, depth)
            steps.append(Step(match[1] or " ", self.selector[at:end]))
        return tuple(steps), self.skip(end)

    def compound(self, at: int, depth: int) -> int:
        tag = _TAG.match(self.selector, at)
        end = tag.end() if tag else at
        while True:
            if simple := _SIMPLE.match(self.selector, end):
                end = simple.end()
            elif self.selector[end : end + 1] == ":":
                end = self.pseudo_class(end, depth)
            else:
                break
        if end == at:
            raise ValueError(
                f"bad selector {quoted(self.selector)}: an element is needed at {quoted(self.selector[at : at + 20])}"
            )
        return end

    def pseudo_class(self, at: int, depth: int) -> int:
        match = _PSEUDO.match(self.selector, at)
        name = match[1].lower() if match else ""
        if match and not match[2] and name in _PSEUDO_CLASSES:
            return match.end()
        if match and match[2] and name in _OF_LISTS and depth < _DEPTH:
            _, end = self.chain_list(match.end(), depth + 1)
            return self.closed(end)
        if match and match[2] and name == "has" and depth < _DEPTH:
            inside = self.skip(match.end())
            if self.selector[inside : inside + 1] in (">", "+"):
                return self.closed(self.skip(self.compound(self.skip(inside + 1), depth + 1)))
        raise ValueError(
            f"selector {quoted(self.selector)} costs too much on large pages at {quoted(self.selector[at : at + 20])}: "
            f"of pseudo-classes use {ALLOWED}"
        )

    def closed(self, at: int) -> int:
        if self.selector[at : at + 1] != ")":
            raise ValueError(f"bad selector {quoted(self.selector)}: a bracket is not closed")
        return at + 1

    def skip(self, at: int) -> int:
        match = _SPACES.match(self.selector, at)
        return match.end() if match else at
