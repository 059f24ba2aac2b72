"""The sieve: bounds by counts of tags, from which it follows that a page can't exceed the limits. The page is not read
tag by tag.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from cleaner.budget import names
from cleaner.budget.crowded import may_be_crowded
from cleaner.budget.names import FORMATTING
from cleaner.budget.tokens import ATTRIBUTE, attribute_names
from cleaner.options import Limits

# Steps that a page of each size may take beside `Limits.steps`: a step costs 5 to 10 ns, a byte of a plain page 50 ns.
STEPS_A_BYTE = 150
_SPACE = rb"[\t\n\f\r ]"
_NAME = rb"[a-zA-Z][^\t\n\f\r />]*+"
# A start tag's name, and the `>` where it has no attributes.
_START = re.compile(rb"<(" + _NAME + rb">?+)")
# A third sign in a class of two makes `re` look it up in a table, which is three times as fast.
_VALUE = rb"(?:\"[^\"<>\0]*+\"|'[^'<>\0]*+')"
# Attributes beyond doubt, and the end of their tag.
_PLAIN = rb"(?:" + _SPACE + rb"++[a-zA-Z0-9_:-]++=" + _VALUE + rb")*+" + _SPACE + rb"*+>"
# A start tag that no end tag of its name follows at once, and its attributes where they are beyond doubt.
_STANDING = re.compile(rb"<(?!(" + _NAME + rb")" + _PLAIN + rb"[^<]*+</\1>)(" + _NAME + rb")(" + _PLAIN + rb")?+")
# The html and body tags, and the attributes that one has if it begins there.
_ROOT = re.compile(rb"<(?:html|body)(?=[\t\n\f\r />])(?=((?:" + ATTRIBUTE + rb")*+))", re.IGNORECASE)
# Pages with more of these tags are read tag by tag (by hand; pages in the templates of pages have some).
_MOST_ROOTS = 20
_ROOTS = (b"html", b"body")
# Elements in which no others stand, in SVG and MathML neither; and those of which that is true but there.
_NEVER_NESTED = frozenset((b"br", b"img", b"hr", b"meta", b"embed"))
_VOID = names.VOID - _NEVER_NESTED
# A parser keeps no more formatting elements than this that are alike.
_ALIKE = 3
# A second one of these closes the first.
_ALONE = frozenset((b"a", b"nobr"))
# A parser that reads the end tag of a formatting element among others makes at most eight times four of them.
_MADE_BY_END = 32


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a parser makes of a page, at most: see `Counts`."""

    depth: int
    made: int
    steps: int

    def are_within(self, limits: Limits, size: int) -> bool:
        """Whether a page of a size in bytes stays within the limits."""
        return (
            self.depth <= limits.depth
            and self.made <= allowed_elements(limits, size)
            and self.steps <= allowed_steps(limits, size)
        )


def allowed_elements(limits: Limits, size: int) -> int:
    """How many elements a parser may make of formatting elements that were left open, in a page of `size` bytes."""
    return limits.formatting + size


def allowed_steps(limits: Limits, size: int) -> int:
    """How many steps a parser may take through open elements, in a page of `size` bytes."""
    return limits.steps + STEPS_A_BYTE * size


def may_be_hostile(data: bytes, limits: Limits) -> bool:
    """Whether a page may exceed the limits; False only where it surely does not."""
    starts = Counter(_START.findall(data))
    if not _bounds_of_all(data, starts).are_within(limits, len(data)) and not standing_bounds(data, starts).are_within(
        limits, len(data)
    ):
        return True
    return _may_roots_be_crowded(data, starts, limits.attributes) or may_be_crowded(data, limits.attributes)


def bounds(data: bytes) -> Bounds:
    """Bounds from start tags alone, as if none of them were ever closed.

    >>> bounds(b"<div><b>x</b></div>").depth
    7
    """
    return _bounds_of_all(data, Counter(_START.findall(data)))


def _bounds_of_all(data: bytes, starts: Counter[bytes]) -> Bounds:
    by_name: Counter[bytes] = Counter()
    formatting: Counter[tuple[bytes, bytes | None]] = Counter()
    for text, count in starts.items():
        name = text.rstrip(b">").lower()
        by_name[name] += count
        if name in FORMATTING:
            formatting[name, b">" if text[-1:] == b">" else None] += count
    return _bounds(data.count(b"<"), by_name.total(), by_name, formatting)


def standing_bounds(data: bytes, starts: Counter[bytes]) -> Bounds:
    """Closer bounds: without the elements that are closed at once, and with at most three formatting elements that are
    alike.
    """
    by_name: Counter[bytes] = Counter()
    formatting: Counter[tuple[bytes, bytes | None]] = Counter()
    for (_, name, attributes), count in Counter(_STANDING.findall(data)).items():
        name = name.lower()
        by_name[name] += count
        if name in FORMATTING:
            formatting[name, attributes or None] += count
    return _bounds(data.count(b"<"), starts.total(), by_name, formatting)


def _bounds(
    tags: int, starts: int, by_name: Counter[bytes], formatting: Counter[tuple[bytes, bytes | None]]
) -> Bounds:
    """tags: start tags, end tags and others. starts: start tags. by_name: those that may stay open. formatting: those
    of formatting elements, by name and attributes, None for attributes in doubt.
    """
    never = _NEVER_NESTED if by_name[b"svg"] or by_name[b"math"] else names.VOID
    nested = by_name.total() - sum(by_name[name] for name in never)
    # A table opens at most two elements at once that have no tag; a column one.
    implied = 2 * (by_name[b"table"] + by_name[b"template"])
    # The root elements, and one that is closed at once.
    depth = nested + implied + 5
    alone = sum(by_name[name] for name in _ALONE)
    left = min(alone, 2) + sum(
        count if attributes is None else min(count, _ALIKE)
        for (name, attributes), count in formatting.items()
        if name not in _ALONE
    )
    # They are opened anew where an element that stood between was closed: each is so once.
    ends = tags - starts + alone
    made = (left + 1) * (starts + implied) + _MADE_BY_END * ends if left else 0
    # A start tag passes what is open at most thrice, an end tag once.
    return Bounds(depth, made, depth * (tags + nested // 2))


def _may_roots_be_crowded(data: bytes, starts: Counter[bytes], most: int) -> bool:
    """Whether the attributes of several html or body tags, which a parser gives to one element, may be too many."""
    roots: Counter[bytes] = Counter()
    for text, count in starts.items():
        roots[text[:4].lower()] += count if text.rstrip(b">").lower() in _ROOTS else 0
    if max(roots[b"html"], roots[b"body"]) < 2:
        return False
    if roots.total() > _MOST_ROOTS:
        return True
    return sum(len(attribute_names(attributes)) for attributes in _ROOT.findall(data)) > most
