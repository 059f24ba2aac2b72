"""What a pattern of a rule file may hold: so much that it compiles at once, in little memory."""

from __future__ import annotations

import re

from cleaner.errors import quoted

# Characters of the longest pattern; the longest that ships has 788. 100,000 alternatives take 9 s to compile.
LONGEST = 2_000
# Brackets open in each other; the compiler of patterns recurses by them. By hand.
MOST_NESTED = 50
# Signs that a pattern may spell out: `{n}` repeats what stands before it, and the compiler does so in memory (measured:
# `((a{1000}){1000}){1000}` takes over 2.8 GB).
MOST_SIGNS = 10_000
_TOKEN = re.compile(
    r"(?P<escape>\\(?:[pPNLgx]\{[^}]*\}|.))"
    r"|(?P<comment>\(\?\#[^)]*\))"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*+\])"
    r"|(?P<recursion>\(\?(?:R|[0-9]|[+-][0-9]|&|P>))"
    r"|(?P<flag>\(\?[a-zA-Z0-9]*(?:[xw]|V1)[a-zA-Z0-9]*[:)-])"
    r"|(?P<opens>\()|(?P<closes>\))"
    r"|\{(?P<least>\d*)(?P<range>,?)(?P<most>\d*)\}"
    r"|.",
    re.DOTALL,
)


def check_size(pattern: str) -> None:
    """Refuse a pattern that would take its compiler seconds or gigabytes. Raises `ValueError` with the reason.

    >>> check_size("/^((a{1000}){1000})$/")
    Traceback (most recent call last):
    ValueError: pattern '/^((a{1000}){1000})$/' spells out over 10,000 signs: repeat less
    """
    if len(pattern) > LONGEST:
        raise ValueError(f"pattern {quoted(pattern)} has over {LONGEST:,} characters: make several of it")
    if _signs(pattern) > MOST_SIGNS:
        raise ValueError(f"pattern {quoted(pattern)} spells out over {MOST_SIGNS:,} signs: repeat less")


def _signs(pattern: str) -> int:
    """How many signs a pattern has when its repetitions are written out."""
    groups = [0]  # of each open group the signs so far
    last = 0  # of what stands before, which a repetition multiplies
    for token in _TOKEN.finditer(pattern):
        kind = token.lastgroup
        if kind in ("recursion", "flag"):
            raise ValueError(
                f"pattern {quoted(pattern)} uses {quoted(token[0])}: patterns of rule files have no recursion and no "
                f"flags x, w and V1"
            )
        if kind == "opens":
            if len(groups) > MOST_NESTED:
                raise ValueError(f"pattern {quoted(pattern)} has over {MOST_NESTED} brackets in each other")
            groups.append(0)
            last = 0
        elif kind == "closes":
            last = groups.pop() if len(groups) > 1 else 0
            groups[-1] += last
        elif token["range"] is not None and (token["least"] or token["most"]):
            times = max(int(token["least"] or 0), int(token["most"] or 0), 1)
            groups[-1] += last * (times - 1)
            last *= times
        else:
            last = 1
            groups[-1] += last
    return sum(groups)
