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
_EQUALS = ord("=")
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
    find, rfind = data.find, data.rfind
    began, waits = 0, False
    # Up to where quotation marks were looked for, and whether the last one of each kind may begin a value.
    looked, double, single = 0, False, False
    for place in range(step, len(data) - step + 1, step):
        at = find(b">", place, place + step)
        while at >= 0:
            if (quote := rfind(b'"', looked, at)) >= 0:
                double = _opens(data, quote)
            if (quote := rfind(b"'", looked, at)) >= 0:
                single = _opens(data, quote)
            looked = at
            if not (double or single):
                break
            at = find(b">", at + 1, place + step)
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


def _opens(data: bytes, quote: int) -> bool:
    """Whether a quotation mark may begin a value: it follows a `=`."""
    before = quote - 1
    while before >= 0 and data[before] in _SPACE:
        before -= 1
    return before >= 0 and data[before] == _EQUALS
