"""`check_nesting`: the budget of a page's markup, held before the parser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.errors import LimitError
from cleaner.options import Limits

# The scans of whole pages are under `re`, which is up to 100 times faster at them than `regex` and never runs twice
# over a byte here.
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Attributes as a parser sees them: a quoted value may hold anything, `<` and `>` among it.
_ATTRIBUTE = rb"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ROOTS = re.compile(rb"<(?:html|body)(?=[\s/])([^>]*)", re.IGNORECASE)
# Formatting elements that stay in effect until they are closed (a second `a` or `nobr` closes the first).
_FORMATTING = re.compile(rb"<(/?)(big|b|code|em|font|i|small|strike|strong|s|tt|u)(?=[\s/>])([^>]*)", re.IGNORECASE)
# Attribute values that begin with the sign that ends a tag, or with one that begins a tag.
_HELD = (b'=">', b"='>")
_OPEN = re.compile(b"=[\"']<")
_SEPARATORS = (b" ", b"\t", b"\n", b"\r", b"\f", b"/", b'"', b"'")
# A parser keeps no more than this many formatting elements that are alike (HTML standard, the "Noah's Ark clause").
_SAME = 3
# Elements that have no end tag, or whose end tag HTML lets a writer leave out: they do not nest when left open.
_UNCOUNTED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead "
    b"tbody tfoot colgroup rt "
    b"html head body path rect circle line polygon use stop".split()
)


def check_nesting(data: bytes, limits: Limits) -> None:
    """Refuse, before the parser sees it, a page on which the parser would take minutes or gigabytes. Raises
    `LimitError`.
    """
    tags = data.count(b"<") + 1
    if tags > limits.depth:
        _check_depth(data, limits)
    # The worst case is half of the tags left open as formatting elements, and repeated in each of the other half.
    if tags * tags > 4 * limits.formatting:
        _check_formatting(data, tags - data.count(b"</"), limits)
    if len(data) > 3 * limits.attributes and _may_be_crowded(data, tags, limits):
        _check_attributes(data, limits)


def _may_be_crowded(data: bytes, tags: int, limits: Limits) -> bool:
    """Whether a tag is long enough for too many attributes, their values may hold `<` or `>`, or root elements come too
    often.
    """
    most = limits.attributes
    for piece in _long_tags(data, 3 * most):
        # Before each attribute but the first stands a space, a slash or a quotation mark; most long pieces are scripts,
        # which end their tag soon.
        open_or_held = piece.find(b">", 0, 3 * most) < 0 or sum(map(piece.count, _HELD)) > most // 4
        if open_or_held and sum(map(piece.count, _SEPARATORS)) >= most:
            return True
    if tags <= most // 2:
        return False
    return len(_ROOTS.findall(data)) > 2 or len(_OPEN.findall(data)) > most // 4


def _long_tags(data: bytes, longest: int) -> Iterator[bytes]:
    """The text from a `<` that begins a tag up to the next `<`, where it has over `longest` bytes. The search leaps by
    that length.
    """
    at = data.find(b"<")
    while at >= 0:
        leap = data.rfind(b"<", at + 1, at + longest + 2)
        if leap < 0:
            leap = data.find(b"<", at + longest + 2)
            if data[at + 1 : at + 2].isalpha() and (leap >= 0 or len(data) > at + longest + 1):
                yield data[at + 1 : leap if leap >= 0 else len(data)]
        at = leap


def _check_depth(data: bytes, limits: Limits) -> None:
    """An end tag closes an element only where one of its name stands open: `<span>…</em>` goes on nesting."""
    opened: dict[bytes, int] = {}
    depth = 0
    for slash, name in _TAG.findall(data):
        name = name.lower()
        if name in _UNCOUNTED:
            continue
        count = opened.get(name, 0)
        if not slash:
            opened[name] = count + 1
            depth += 1
            if depth > limits.depth:
                raise LimitError(
                    f"over {limits.depth:,} elements stand open in each other: the page is broken or hostile"
                )
        elif count:
            opened[name] = count - 1
            depth -= 1


def _check_formatting(data: bytes, starts: int, limits: Limits) -> None:
    """A parser opens anew, in each paragraph that follows, every formatting element that was left open: at most three
    that are alike.
    """
    opened: dict[bytes, list[bytes]] = {}
    alike: dict[tuple[bytes, bytes], int] = {}
    most = now = 0
    for slash, name, attributes in _FORMATTING.findall(data):
        name = name.lower()
        stack = opened.setdefault(name, [])
        if slash:
            if stack:
                alike[name, stack.pop()] -= 1
                now -= 1
        elif alike.get((name, attributes), 0) < _SAME:
            alike[name, attributes] = alike.get((name, attributes), 0) + 1
            stack.append(attributes)
            now += 1
            most = max(most, now)
    if most * starts > limits.formatting:
        raise LimitError(
            f"{most:,} formatting elements are left open among {starts:,} elements: a parser would repeat them in each"
        )


def _check_attributes(data: bytes, limits: Limits) -> None:
    """A parser compares each attribute of a tag with all before it, and gives those of further `html` and `body` tags
    to the first.
    """
    for tag in _crowded(limits.attributes).finditer(data):
        if len({name.lower() for name in _ATTRIBUTES.findall(tag[1])}) > limits.attributes:
            raise LimitError(f"one tag has over {limits.attributes:,} attributes: the page is broken or hostile")
    roots = _ROOTS.findall(data)
    if len(roots) > 2 and sum(len(_ATTRIBUTES.findall(root)) for root in roots) > limits.attributes:
        raise LimitError(
            f"the page's html and body elements have over {limits.attributes:,} attributes: it is broken or hostile"
        )


@lru_cache(maxsize=8)
def _crowded(most: int) -> re.Pattern[bytes]:
    """A pattern of a tag with more than `most` attributes, of whatever names."""
    return re.compile(rb"<[a-zA-Z][^\s/>]*+((?:" + _ATTRIBUTE.replace(b"([^", b"(?:[^") + rb"){%d,}+)" % (most + 1))
