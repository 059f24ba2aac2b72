"""Forms, and elements that need no end tag: HTML standard, 13.2.6.4.7."""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.elements import BUTTON, SCOPE, Elements


def close_implied(opened: Elements, name: bytes) -> None:
    """Close elements that need no end tag, where the new one stands in a `select` or a `ruby`."""
    holder = b"ruby" if name.startswith(b"r") else b"select"
    place = opened.last(holder)
    if place < 0:
        if name in (b"option", b"optgroup"):
            opened.close_current((b"option",))
        return
    stop = opened.above(place, SCOPE)
    if stop or not opened.sure[place]:
        _doubt_implied(opened)
        return
    spared = {b"option": b"optgroup", b"rp": b"rtc", b"rt": b"rtc"}.get(name)
    while opened.close_current(tuple(names.IMPLIED - {spared})):
        pass


def _doubt_implied(opened: Elements) -> None:
    """A parser may have closed the elements that need no end tag."""
    height = len(opened)
    while opened.names[height - 1] in names.IMPLIED:
        height -= 1
    if height < len(opened):
        opened.doubt(height)


def start_form(opened: Elements) -> None:
    """A start tag of a form. In a form that is open a parser ignores it."""
    if opened.last(b"template") >= 0:
        opened.close(b"p", BUTTON)
        opened.push(b"form", sure=False)
    elif opened.in_form:
        return
    else:
        opened.in_form = True
        context = opened.context
        if context >= 0 and not opened.sure[context]:
            opened.close(b"p", BUTTON)
            opened.push(b"form", sure=False)
            return
        if context >= 0 and opened.names[context] in names.TABLE_ROWS:
            opened.reach(1)
            return
        opened.close(b"p", BUTTON)
        opened.form = len(opened)
        opened.push(b"form")


def end_form(opened: Elements) -> None:
    """A form is taken out from between those around it and those in it, which stay open."""
    if opened.last(b"template") >= 0:
        opened.close(b"form", SCOPE)
        return
    known, opened.in_form = opened.in_form, False
    place, opened.form = opened.form, -1
    if place < 0 or not known:
        return
    if not opened.sure[place]:
        _doubt_implied(opened)
        return
    scopes = opened.above(place, SCOPE)
    if scopes:
        if not any(opened.sure[at] for at in scopes):
            opened.doubt(place)
        return
    while opened.names[-1] in names.IMPLIED and opened.close_current(tuple(names.IMPLIED)):
        pass
    if place == len(opened) - 1 and opened.active.top <= place < opened.active.doubt:
        opened.cut(place)
        return
    opened.sure[place] = False
