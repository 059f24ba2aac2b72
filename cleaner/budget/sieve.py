"""The sieve: bounds by counts of tags, from which it follows that a page can't exceed the limits. The page is not read
tag by tag.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cleaner.budget import names
from cleaner.budget.crowded import may_be_crowded
from cleaner.budget.tokens import ATTRIBUTE, attribute_names
from cleaner.options import Limits

# Steps that a page of each size may take beside `Limits.steps`: a step costs 5 to 10 ns, a byte of a plain page 50 ns.
STEPS_A_BYTE = 150
# Start tags by name and attributes.
_Left: TypeAlias = dict[tuple[bytes, bytes], int]
_SPACE = rb"[\t\n\f\r ]"
_NAME = rb"[a-zA-Z][^\t\n\f\r />]*+"
_SURE_NAME = rb"[a-zA-Z][a-zA-Z0-9:_-]*+"
# Any `<`: of a start tag its name, and the `>` where it has no attributes.
_START = re.compile(rb"<(" + _NAME + rb">?+)?+")
# A third sign in a class of two makes `re` look it up in a table, which is three times as fast.
_VALUE = rb"(?:\"[^\"<>\0]*+\"|'[^'<>\0]*+'|[a-zA-Z0-9_#.%-]++)"
# Attributes beyond doubt.
_PLAIN = rb"(?:" + _SPACE + rb"++[a-zA-Z0-9_:-]++(?:=" + _VALUE + rb")?+)*+" + _SPACE + rb"*+"
# A start tag, and its attributes where they are beyond doubt.
_LEFT = re.compile(rb"<(" + _NAME + rb")(" + _PLAIN + rb">)?+")
# An element that holds no other and is closed by its own end tag, or has none. A tokenizer that reads its start tag
# reads its end tag, too; one that reads the former as part of a comment, a value or a script may read the latter.
_CLOSED = re.compile(rb"<(?:(?:br|hr|img)" + _PLAIN + rb"/?+>|(" + _SURE_NAME + rb")" + _PLAIN + rb">[^<]*+</\1>)")
_FORMATTING_END = re.compile(rb"</(?:" + b"|".join(sorted(names.FORMATTING)) + rb")(?=[\t\n\f\r />])", re.IGNORECASE)
# Closed elements are taken out, then those that held nothing but them, and so on, so many times, and as long as no more
# than this share of the page is left each time (by hand).
_ROUNDS = 5
_SHRINKS = 0.99
# The html and body tags, and the attributes that one has if it begins there.
_ROOT = re.compile(rb"<(?:html|body)(?=[\t\n\f\r />])(?=((?:" + ATTRIBUTE + rb")*+))", re.IGNORECASE)
# Pages with more of these tags are read tag by tag (by hand; pages in the templates of pages have some).
_MOST_ROOTS = 20
# Elements in which no others stand, in SVG and MathML neither; and those of which that is true but there.
_NEVER_NESTED = frozenset((b"br", b"img", b"hr", b"meta", b"embed"))
# A parser keeps no more formatting elements than this that are alike.
_ALIKE = 3
# A second one of these closes the first.
_ALONE = frozenset((b"a", b"nobr"))
# These open elements that have no tag.
_TABLES = (b"table", b"template")
# After these it can't always be told whether a table is open.
_DOUBTFUL = frozenset((b"template", b"colgroup", b"col"))
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
    tags = Tags.of(data)
    closer = itertools.chain([first_bounds(tags)], closer_bounds(data, tags))
    if not any(bounds.are_within(limits, len(data)) for bounds in closer):
        return True
    return attributes_may_be_many(data, tags, limits.attributes)


@dataclass(frozen=True, slots=True)
class Tags:
    """A page's tags. tags: start tags, end tags and others. starts: start tags by name, in lower case. bare: those of
    them that have no attributes.
    """

    tags: int
    starts: dict[bytes, int]
    bare: dict[bytes, int]

    @classmethod
    def of(cls, data: bytes) -> Tags:
        """Count the tags of a page, all in one pass: each pass over a page takes as long as half of the checks."""
        starts: dict[bytes, int] = {}
        bare: dict[bytes, int] = {}
        found = _START.findall(data)
        tags, by_text = len(found), Counter(found)
        del by_text[b""]
        for text, count in by_text.items():
            name = text.lower()
            if b"<" in name:
                tags += count * name.count(b"<")
            if name.endswith(b">"):
                name = name[:-1]
                bare[name] = bare.get(name, 0) + count
            starts[name] = starts.get(name, 0) + count
        return cls(tags, starts, bare)


def first_bounds(tags: Tags) -> Bounds:
    """Bounds by the number of start tags alone, as if none of them were ever closed.

    >>> first_bounds(Tags.of(b"<div><b>x</b></div>")).depth
    7
    """
    left: _Left = {}
    for name, count in tags.starts.items():
        bare = tags.bare.get(name, 0)
        left[name, b">"] = bare
        left[name, b""] = count - bare
    return _bounds(tags, left, tags.tags - sum(tags.starts.values()))


def closer_bounds(data: bytes, tags: Tags) -> Iterator[Bounds]:
    """Bounds that come closer and closer: elements that surely are closed are left out."""
    rest, ends = data, len(_FORMATTING_END.findall(data))
    for rounds in range(1, _ROUNDS + 1):
        before, rest = len(rest), _CLOSED.sub(b"", rest)
        left: _Left = {}
        for (name, attributes), count in Counter(_LEFT.findall(rest)).items():
            key = name.lower(), attributes
            left[key] = left.get(key, 0) + count
        yield _bounds(tags, left, ends, rounds)
        if len(rest) > _SHRINKS * before:
            return


def _bounds(tags: Tags, left: _Left, ends: int, rounds: int = 0) -> Bounds:
    """left: start tags of elements that may stay open, by name and attributes (empty where those are in doubt).
    ends: end tags of formatting elements. rounds: how many elements may stand in each other beside those.
    """
    names_left: dict[bytes, int] = {}
    formatting = rounds
    for (name, attributes), count in left.items():
        names_left[name] = names_left.get(name, 0) + count
        if name in names.FORMATTING and name not in _ALONE:
            formatting += min(count, _ALIKE) if attributes else count
    never = _NEVER_NESTED if names_left.get(b"svg") or names_left.get(b"math") else names.VOID
    nested = sum(names_left.values()) - _count(names_left, never)
    # A table opens at most two elements at once that have no tag. Five are the root elements, and one in another that
    # are closed at once.
    depth = nested + 2 * _count(names_left, _TABLES) + rounds + 5
    alone = _count(tags.starts, _ALONE)
    formatting += min(alone, 2)
    # They are opened anew where an element that stood between was closed: each is so once.
    starts = sum(tags.starts.values())
    made = (formatting + 1) * (starts + 2 * _count(tags.starts, _TABLES)) + _MADE_BY_END * (ends + alone)
    # A start tag passes what is open at most thrice, an end tag twice: once more than in the standard, since the exact
    # scan counts the steps of both cases where it can't tell which one a parser takes. Where a table may not be open,
    # it also keeps the rows around each cell.
    passed = depth + (0 if tags.starts.keys().isdisjoint(_DOUBTFUL) else 2 * _count(tags.starts, names.TABLE_PARTS))
    return Bounds(depth, made if formatting else 0, passed * (2 * tags.tags + nested))


def _count(by_name: Mapping[bytes, int], wanted: Iterable[bytes]) -> int:
    return sum(by_name[name] for name in wanted if name in by_name)


def attributes_may_be_many(data: bytes, tags: Tags, most: int) -> bool:
    """Whether a tag may have more than `most` attributes; all html tags count as one, and all body tags."""
    return _may_roots_be_crowded(data, tags, most) or may_be_crowded(data, most)


def _may_roots_be_crowded(data: bytes, tags: Tags, most: int) -> bool:
    """Whether the attributes of several html or body tags, which a parser gives to one element, may be too many."""
    roots = tags.starts.get(b"html", 0), tags.starts.get(b"body", 0)
    if max(roots) < 2:
        return False
    return sum(roots) > _MOST_ROOTS or sum(map(len, map(attribute_names, _ROOT.findall(data)))) > most
