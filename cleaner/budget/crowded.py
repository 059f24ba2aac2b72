"""Whether a tag may have too many attributes: a look at one place in each few thousand bytes, without reading tags."""

from __future__ import annotations

import re

from cleaner.budget.tokens import ATTRIBUTE, attribute_names

_TAG = re.compile(rb"<[a-zA-Z][^\t\n\f\r />]*+((?:" + ATTRIBUTE + rb")*+)")
_SPACE = b"\t\n\f\r "
# One of these stands before each attribute but the first.
_SEPARATORS = _SPACE + b"/\"'"
# Attributes that take less than three bytes, with what separates them.
_SHORT = 256
# What may begin a tag is read up to that tag's end, from each `<` anew. Where that is more than so many times the bytes
# of a stretch, the page is read tag by tag (by hand).
_MOST_READ = 8


def may_be_crowded(data: bytes, most: int) -> bool:
    """Whether a tag may have more than `most` attributes of different names; False only where none has.

    Looks at windows of `step` bytes. A tag with too many attributes is so long that it holds one of them, and each `>`
    of that window stands in a quoted value. So the windows in which a `>` surely stands in none are passed over; the
    stretches between them are looked at closer.
    """
    step = (3 * most - _SHORT) // 2 if most > _SHORT else max(most, 2)
    quotes = _Quotes(data)
    began, waits = 0, False
    for place in range(step, len(data) - step + 1, step):
        at = data.find(b">", place, place + step)
        while at >= 0 and quotes.may_hold(at):
            at = data.find(b">", at + 1, place + step)
        if at < 0:
            waits = True
            continue
        if waits and _is_crowded(data[began:at], step, most):
            return True
        began, waits = at + 1, False
    return waits and _is_crowded(data[began:], step, most)


def _is_crowded(stretch: bytes, step: int, most: int) -> bool:
    """Whether a tag that begins in a stretch of a page may have too many attributes."""
    if len(stretch) - len(stretch.translate(None, _SEPARATORS)) < most:
        return False
    start, left = stretch.find(b"<"), _MOST_READ * len(stretch)
    while start >= 0:
        if found := _TAG.match(stretch, start):
            length = found.end() - start
            left -= length
            if left < 0 or (length >= 2 * step and len(set(attribute_names(found[1]))) > most):
                return True
        start = stretch.find(b"<", start + 1)
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
