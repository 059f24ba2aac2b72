"""Tables and their parts: HTML standard, 13.2.6.4.9 to 15 and 13.2.6.4.18."""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.elements import BUTTON, CONTEXT, NONE, TABLE, UNSURE, Elements

# What a table opens by itself around a part.
_NEEDED = {b"td": b"tbody", b"th": b"tbody", b"tr": b"tbody", b"col": b"colgroup"}


def start_table(opened: Elements, quirks: bool | None) -> None:
    """quirks: whether a table leaves an open `p` open; None where that can't be told."""
    context = opened.context
    name = opened.names[context] if context >= 0 else b""
    if name in names.TABLE_ROWS or name == b"colgroup":
        opened.close(b"table", TABLE)
    place = opened.last(b"p")
    if quirks is False:
        opened.close(b"p", BUTTON)
    elif quirks is None and place >= 0:
        opened.doubt(place)
    opened.push(b"table")


def start_part(opened: Elements, name: bytes) -> None:
    """A start tag of a part of a table: nothing is opened where no table is open."""
    opened.implied += 2
    while True:
        place = opened.context
        if place < 0:
            return
        context = opened.names[place]
        if context == b"colgroup" and name == b"col" and _is_in_table(opened, place):
            # A parser closed the colgroup where anything but a `col` followed, and opens another one.
            opened.cut(place)
            opened.push(context, sure=False)
            break
        if not opened.sure[place] or context == b"template":
            _start_unsure(opened, name, place)
            return
        if not _step_out(opened, name, context, place):
            break
    if name == b"col":
        return
    opened.push(name, sure=name != b"colgroup")
    if name in names.CELLS or name == b"caption":
        opened.active.push_marker(len(opened))


def _is_in_table(opened: Elements, place: int) -> bool:
    """Whether the context around one is a table that a parser surely has open."""
    contexts = opened.stops[CONTEXT]
    around = contexts[-2] if contexts[-1] == place and len(contexts) > 1 else -1
    return around >= 0 and opened.sure[around] and opened.names[around] == b"table"


def _step_out(opened: Elements, name: bytes, context: bytes, place: int) -> bool:
    """Close what a part of a table ends, or open what it needs around it. True where the context changed."""
    if context in names.CELLS or context == b"caption":
        opened.cut(place)
        opened.active.clear_to_marker()
        return True
    if context == b"colgroup":
        opened.cut(place)
        return True
    opened.clear(place + 1)
    if context == b"table":
        needed = _NEEDED.get(name, b"")
    elif context in names.SECTIONS:
        if name not in names.CELLS and name != b"tr":
            opened.cut(place)
            return True
        needed = b"tr" if name in names.CELLS else b""
    else:
        if name not in names.CELLS:
            opened.cut(place)
            return True
        needed = b""
    if needed:
        opened.push(needed, sure=needed != b"colgroup")
    return bool(needed)


def _start_unsure(opened: Elements, name: bytes, place: int) -> None:
    """A part in a template, or in a table that may not be there: what is open may be closed, or nothing is done."""
    if name == b"col" and opened.last(b"template") >= 0:
        opened.lost = True  # in a template nothing but `col` may follow: a parser ignores all else
    opened.doubt(place + (opened.names[place] == b"template"))
    if name == b"col":
        opened.push(b"colgroup", sure=False)
    if name in names.CELLS or name == b"tr":
        opened.push(b"tbody", sure=False)
    if name in names.CELLS:
        opened.push(b"tr", sure=False)
    if name != b"col":
        opened.push(name, sure=False)
        if name in names.CELLS or name == b"caption":
            opened.active.push_marker(len(opened), sure=False)


def end_part(opened: Elements, name: bytes) -> None:
    """An end tag of a table, of a part of one, or of a template."""
    if name == b"template":
        place = opened.last(name)
        if place >= 0 and opened.sure[place]:
            opened.cut(place)
            opened.active.clear_to_marker()
        elif place >= 0:
            opened.clear_marker(opened.close(name, TABLE))
        return
    place = opened.context
    if place < 0 or name == b"col":
        return
    context = opened.names[place]
    if context == b"template" or not opened.sure[place]:
        if opened.close(name, TABLE) != NONE:
            opened.clear_marker(UNSURE)
        return
    in_cell = context in names.CELLS
    if name in names.CELLS or name == b"caption":
        if name == context:
            opened.clear_marker(opened.close(name, TABLE))
    elif name == b"colgroup":
        if name == context:
            opened.cut(place)
    elif context != b"caption" or name == b"table":
        closed = opened.close(name, TABLE)
        if in_cell or context == b"caption":
            opened.clear_marker(closed)
