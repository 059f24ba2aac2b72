"""Regular expressions of our own: compiled when first used, and never giving up the interpreter's lock. Imports nothing
of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import regex

IGNORECASE, DOTALL, MULTILINE = regex.IGNORECASE, regex.DOTALL, regex.MULTILINE


class Pattern:
    """A pattern of the `regex` module.

    Its methods take what those of a compiled pattern take. They pass `concurrent=False`: by default `regex` gives up
    the interpreter's lock, and beside a busy thread each search then waits for it (measured: up to 8,000 times slower).
    Compiling waits for the first use, since all patterns together would take longer than the cleaning of a page. Where
    the text of the pattern comes out of a data file, give a function: it is called at the first use.
    """

    search: Callable[..., regex.Match[str] | None]
    match: Callable[..., regex.Match[str] | None]
    fullmatch: Callable[..., regex.Match[str] | None]
    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[regex.Match[str]]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str | bytes | Callable[[], str], flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = self.pattern() if callable(self.pattern) else self.pattern
        compiled = regex.compile(pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, partial(getattr(compiled, method), concurrent=False))
        return getattr(self, name)


_METHODS = frozenset(("findall", "finditer", "fullmatch", "match", "search", "split", "sub"))


def either(spellings: Iterable[str]) -> str:
    r"""A piece of a pattern: any of some literal spellings, the longer ones first.

    >>> either(["by", "written by"])
    '(?:written\\ by|by)'
    """
    pieces = [re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True)]
    return f"(?:{'|'.join(pieces)})"
