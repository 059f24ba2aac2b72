"""Headings that open a part of a text and never name the whole: "Key takeaways", "Step 1", "Chapter One"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from cleaner.patterns import IGNORECASE, Pattern, either

# Characters: no longer line is one. By hand.
_LONGEST = 80


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    """The words of `part_headings.toml`, by use and language."""
    return tomllib.loads((Path(__file__).parent / "part_headings.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    """The headings that are whole lines."""
    return frozenset(heading for listed in _words()["alone"].values() for heading in listed)


def _numbered() -> str:
    """The pattern of a heading that counts the parts."""
    words, numbers = (
        either(dict.fromkeys(word for listed in _words()[use].values() for word in listed))
        for use in ("numbered", "numbers")
    )
    return rf"{words} (?:\d{{1,3}}|[ivx]{{1,5}}|[a-z]|{numbers})(?:[.:–—-].*)?"


_NUMBERED = Pattern(_numbered, IGNORECASE)


def is_part_heading(line: str) -> bool:
    """Whether a line heads a part of a text rather than the whole.

    >>> is_part_heading("Key Takeaways:"), is_part_heading("Step 1: Gather your tools"), is_part_heading("Part 1")
    (True, True, True)
    >>> is_part_heading("Background checks at the harbour"), is_part_heading("Day 3 of the strike")
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    return line.lower().rstrip(" .:?!：？…") in _alone() or _NUMBERED.fullmatch(line) is not None
