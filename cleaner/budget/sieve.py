"""The sieve: tells by counts and patterns that a page can't exceed the limits, without reading it tag by tag."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.budget.tokens import ATTRIBUTE
from cleaner.options import Limits

_SPACE = rb"[\t\n\f\r ]"
# Steps that a page of each size may take beside `Limits.steps`: a step costs 5 to 10 ns, a byte of a plain page 50 ns.
STEPS_A_BYTE = 150
# An element that closes itself at once, its attributes beyond doubt: `<i class="icon"></i>`.
_PLAIN = _SPACE + rb"++[\w:-]++=(?:\"[^\"<>]*+\"|'[^'<>]*+')"
# Formatting elements but `a` (a second one closes the first), and the root elements, whose attributes add up.
_WATCHED = re.compile(
    rb"<(?:([bBcCeEfFiInNsStTuU](?:[iI][gG]|[oO](?:[dD][eE]|[nN][tT]|[bB][rR])|[mM](?:[aA][lL][lL])?|[tT](?:[rR](?:[iI][kK][eE]|"
    rb"[oO][nN][gG]))?)?)(?=[\t\n\f\r />])((?:" + _PLAIN + rb")*+" + _SPACE + rb"*+>(?:[^<>]*+</\1>)?)?"
    rb"|([hH][tT][mM][lL]|[bB][oO][dD][yY])(?=[\t\n\f\r /])((?:" + _PLAIN + rb")*+" + _SPACE + rb"*+>)?)"
)
# An element that is closed at once, whatever it is.
_LEAF = re.compile(rb"<([a-zA-Z][\w-]*+)(?:" + _PLAIN + rb")*+" + _SPACE + rb"*+>[^<>]*+</\1>")
# What begins no element that others can stand in, in SVG neither.
_NEVER_NESTED = (b"<br>", b"<br/", b"<br ", b"<img ", b"<hr>", b"<hr ", b"<meta ", b"<!--")
# The search for the tag around a place looks back over so many `>`; so many tags are tried in a page. Where that is not
# enough, the page is read tag by tag (by hand).
_STEPS_BACK, _TRIES = 100, 2_000


def may_be_hostile(data: bytes, limits: Limits) -> bool:
    """Whether a page may exceed the limits; False only where it surely does not."""
    tags = data.count(b"<")
    return _may_nest(data, tags, limits) or _may_multiply(data, tags, limits) or _may_be_crowded(data, limits)


def _may_nest(data: bytes, tags: int, limits: Limits) -> bool:
    """Whether so many elements may stand open in each other, or be passed in search of others. A start tag passes what
    is open at most thrice, an end tag once.
    """
    allowed = limits.steps + STEPS_A_BYTE * len(data)
    # A cell or a row of a table opens what it needs around itself.
    if 2 * tags < limits.depth - 3 and 3 * tags * tags <= allowed:
        return False
    ends = data.count(b"</")
    starts = tags - ends
    nested = starts - sum(map(data.count, _NEVER_NESTED)) - len(_LEAF.findall(data))
    deepest = nested + data.count(b"<t") + data.count(b"<T") + 3
    return deepest > limits.depth or deepest * (starts + nested // 2 + ends) > allowed


def _may_multiply(data: bytes, tags: int, limits: Limits) -> bool:
    """Whether so many formatting elements are left open that repeating them may make too many, or the attributes of
    too many root elements add up.
    """
    allowed = limits.formatting + len(data)
    if 2 * tags * tags <= allowed and tags < limits.attributes // 4:
        return False
    bare: set[bytes] = set()
    left = roots = plain = 0
    for name, rest, root, attributes in _WATCHED.findall(data):
        if root:
            roots += not attributes
            plain += attributes.count(b"=")
        elif rest[-1:] != b">" or b"<" not in rest:
            if rest == b">":
                bare.add(name.lower())
            else:
                left += 1
    if roots > 3 or 2 * plain > limits.attributes:
        return True
    # They are opened anew where an element that stood between was closed: each is so once. A parser that reads an end
    # tag among elements makes at most eight times four of them.
    open_at_once = left + 3 * len(bare) + 1
    made = open_at_once * 2 * tags + 32 * tags if left or bare else 0
    if made <= allowed:
        return False
    ends = data.count(b"</")
    return open_at_once * (tags - ends + data.count(b"<t") + data.count(b"<T")) + 32 * ends > allowed


def _may_be_crowded(data: bytes, limits: Limits) -> bool:
    """Whether a tag may have too many attributes of different names.

    All but 256 of them take three bytes. So a tag with too many has, in its first `step` bytes, a place of those that
    are asked, and each `>` in the `step` bytes from there on stands in a value.
    """
    most = limits.attributes
    step = (3 * most - 256) // 2 if most > 256 else max(most, 2)
    crowded = _crowded(most)
    marks = _Marks(data)
    known = tried = 0
    ended = -1  # where the last `>` before the place is
    for place in range(step, len(data), step):
        at = data.find(b">", place, place + step)
        while at >= 0 and marks.may_hold(at):
            at = data.find(b">", at + 1, place + step)
        if at >= 0:
            continue
        ended = max(ended, data.rfind(b">", max(ended, 0), place))
        start = _tag_begins_after(data, ended, marks)
        if start < 0:
            return True
        start = data.find(b"<", max(start, known), place)
        while start >= 0:
            tried += 1
            if tried > _TRIES or crowded.match(data, start):
                return True
            start = data.find(b"<", start + 1, place)
        known = place
    return False


class _Marks:
    """Finds the last quotation mark of each kind before a place, and remembers where it looked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._known = {b'"': (-1, 0), b"'": (-1, 0)}

    def may_hold(self, place: int) -> bool:
        """Whether a `>` may stand in a quoted value: the last quotation mark of a kind before it follows a `=`."""
        return any(self._follows_equals(self._last(mark, place)) for mark in self._known)

    def _last(self, mark: bytes, place: int) -> int:
        last, looked = self._known[mark]
        if place > looked:
            last = max(last, self._data.rfind(mark, looked, place))
            self._known[mark] = last, place
        elif place <= last:
            last = self._data.rfind(mark, 0, place)
        return last

    def _follows_equals(self, place: int) -> bool:
        data = self._data
        while place > 0 and data[place - 1] in b"\t\n\f\r ":
            place -= 1
        return place > 0 and data[place - 1] == ord("=")


def _tag_begins_after(data: bytes, ended: int, marks: _Marks) -> int:
    """The place behind the last `>` that surely stands in no value, from a `>` on backwards; -1 where none is near."""
    for _ in range(_STEPS_BACK):
        if ended < 0 or not marks.may_hold(ended):
            return ended + 1
        ended = data.rfind(b">", 0, ended)
    return -1


@lru_cache(maxsize=8)
def _crowded(most: int) -> re.Pattern[bytes]:
    return re.compile(rb"<[^\t\n\f\r />]*+(?:" + ATTRIBUTE + rb"){%d}+" % most)
