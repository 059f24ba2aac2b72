"""The sieve: tells by counts and patterns that a page can't exceed the limits, without reading it tag by tag."""

from __future__ import annotations

import re

from cleaner.options import Limits

_SPACE = rb"[\t\n\f\r ]"
# Steps that a page of each size may take beside `Limits.steps`: a step costs 5 to 10 ns, a byte of a plain page 50 ns.
STEPS_A_BYTE = 50
# An element that closes itself at once, its attributes beyond doubt: `<i class="icon"></i>`.
_PLAIN = _SPACE + rb"++[\w:-]++=(?:\"[^\"<>]*+\"|'[^'<>]*+')"
# Formatting elements but `a` (a second one closes the first), and the root elements, whose attributes add up.
_WATCHED = re.compile(
    rb"<(?:([bBcCeEfFiInNsStTuU](?:[iI][gG]|[oO](?:[dD][eE]|[nN][tT]|[bB][rR])|[mM](?:[aA][lL][lL])?|[tT](?:[rR](?:[iI][kK][eE]|"
    rb"[oO][nN][gG]))?)?)(?=[\t\n\f\r />])((?:" + _PLAIN + rb")*+" + _SPACE + rb"*+>(?:[^<>]*+</\1>)?)?"
    rb"|([hH][tT][mM][lL]|[bB][oO][dD][yY])(?=[\t\n\f\r /]))"
)
def may_be_hostile(data: bytes, limits: Limits) -> bool:
    """Whether a page may exceed the limits; False only where it surely does not."""
    ends = data.count(b"</")
    starts = data.count(b"<") - ends
    # A cell or a row of a table opens what it needs around itself.
    deepest = starts + data.count(b"<t") + data.count(b"<T") + 3
    if deepest > limits.depth:
        return True
    # A start tag passes what is open at most thrice, an end tag once.
    if deepest * (3 * starts // 2 + ends) > limits.steps + STEPS_A_BYTE * len(data):
        return True
    return _may_multiply(data, starts, ends, limits) or _may_be_crowded(data, limits)


def _may_multiply(data: bytes, starts: int, ends: int, limits: Limits) -> bool:
    """Whether so many formatting elements are left open that repeating them may make too many, or the attributes of
    too many root elements add up.
    """
    allowed = limits.formatting + len(data)
    if starts * (2 * starts + 2 * ends) <= allowed and starts < limits.attributes // 4:
        return False
    watched = _WATCHED.findall(data)
    bare: set[bytes] = set()
    left = roots = 0
    for name, rest, root in watched:
        if root:
            roots += 1
        elif rest[-1:] != b">" or b"<" not in rest:
            if rest == b">":
                bare.add(name.lower())
            else:
                left += 1
    open_at_once = left + 3 * len(bare) + 1
    # They are opened anew where an element that stood between was closed: each is so once. A parser that reads an end
    # tag among elements makes at most eight times four of them.
    made = open_at_once * (starts + data.count(b"<t") + data.count(b"<T")) + 32 * ends if left or bare else 0
    return roots > 3 or made > allowed


def _may_be_crowded(data: bytes, limits: Limits) -> bool:
    """Whether a tag may have too many attributes.

    An attribute takes two bytes, so that a tag with too many has a place every `step` bytes, half of its attributes
    stand behind the first of these places, and each `>` in the next `step` bytes stands in a value.
    """
    step = max(limits.attributes, 2)
    quotes = _Quotes(data)
    for place in range(step, len(data), step):
        at = data.find(b">", place, place + step)
        while at >= 0 and quotes.may_hold(at):
            at = data.find(b">", at + 1, place + step)
        if at < 0 and _may_be_in_tag(data, place):
            return True
    return False


class _Quotes:
    """Tells whether the `>` at a place may stand in a quoted value: the last quotation mark before it follows a `=`.
    Places are asked for in rising order.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._asked = 0
        self._last = {b'"': -1, b"'": -1}

    def may_hold(self, place: int) -> bool:
        data, asked = self._data, min(self._asked, place)
        self._asked = place
        for mark in self._last:
            found = data.rfind(mark, asked, place)
            if found >= 0:
                self._last[mark] = found
            if _follows_equals(data, self._last[mark]):
                return True
        return False


def _follows_equals(data: bytes, place: int) -> bool:
    while place > 0 and data[place - 1] in b"\t\n\f\r ":
        place -= 1
    return place > 0 and data[place - 1] == ord("=")


def _may_be_in_tag(data: bytes, place: int) -> bool:
    """Whether a tag may have begun before a place: not where the last `>` surely ends one, and no `<` follows it."""
    before = data.rfind(b">", 0, place)
    return _Quotes(data).may_hold(before) or data.find(b"<", before + 1, place) >= 0
