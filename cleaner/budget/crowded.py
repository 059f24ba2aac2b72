"""Whether a tag may have too many attributes: a look at one place in each few thousand bytes, without reading tags."""

from __future__ import annotations

import re

from cleaner.budget.tokens import ATTRIBUTE, attribute_names

_TAG = re.compile(rb"<[a-zA-Z][^\t\n\f\r />]*+((?:" + ATTRIBUTE + rb")*+)")
_SPACE = b"\t\n\f\r "
# What may begin a tag is read up to its end, since all of it may stand in another one's value. Where that takes more
# than this many times the bytes of the page, the page is read tag by tag (by hand).
_MOST_READ = 2
# Attributes of one byte; all others take three with the space before them.
_SHORTEST = 256


def may_be_crowded(data: bytes, most: int) -> bool:
    """Whether a tag may have more than `most` attributes of different names; False only where none has.

    All but 256 of the attributes take three bytes or more. So a tag with too many holds one of the windows of `step`
    bytes that follow each other, after a first part of at most `step` bytes, and each `>` of the window stands in a
    quoted value.
    """
    step = (3 * most - _SHORTEST) // 2 if most > _SHORTEST else max(most, 2)
    quotes = _Quotes(data)
    read = ended = known = 0
    for place in range(step, len(data) - step + 1, step):
        at = data.find(b">", place, place + step)
        while at >= 0 and quotes.may_hold(at):
            at = data.find(b">", at + 1, place + step)
        if at >= 0:
            ended = at + 1
            continue
        start = data.find(b"<", max(ended, known), place)
        while start >= 0:
            if found := _TAG.match(data, start):
                length = found.end() - start
                read += length
                if read > _MOST_READ * len(data):
                    return True
                if length >= 2 * step and len(set(attribute_names(found[1]))) > most:
                    return True
            start = data.find(b"<", start + 1, place)
        known = place
    return False


class _Quotes:
    """The last quotation mark of each kind before a place. Places are asked for in ascending order."""

    __slots__ = ("_data", "_double", "_looked", "_single")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._double = self._single = -1
        self._looked = 0

    def may_hold(self, place: int) -> bool:
        """Whether a `>` may stand in a quoted value: the last quotation mark of a kind before it follows a `=`."""
        data, looked = self._data, self._looked
        self._double = max(self._double, data.rfind(b'"', looked, place))
        self._single = max(self._single, data.rfind(b"'", looked, place))
        self._looked = place
        return self._opens(self._double) or self._opens(self._single)

    def _opens(self, place: int) -> bool:
        data = self._data
        while place > 0 and data[place - 1] in _SPACE:
            place -= 1
        return place > 0 and data[place - 1] == ord("=")
