"""Start and end tags of formatting elements, with the adoption agency algorithm: HTML standard, 13.2.6.4.7."""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.elements import SCOPE, SPECIAL, Elements
from cleaner.budget.formatting import Entry

# Rounds of the adoption agency algorithm, at most, and elements that it makes in each.
_ROUNDS, _MADE = 8, 4


def start_formatting(opened: Elements, name: bytes, attributes: bytes) -> None:
    """A start tag of a formatting element. A second `a` or `nobr` closes the first."""
    if name == b"a" or name == b"nobr":
        found = opened.active.last(name)
        if name == b"nobr":
            opened.active.reopen(len(opened))
        if found is not None:
            end_formatting(opened, name)
            if name == b"a" and found in opened.active.entries and _is_out_of_scope(opened, found):
                opened.active.remove(opened.active.index(found), stays=True, closable=False)
    opened.active.reopen(len(opened))
    opened.active.push(name, attributes, len(opened))


def end_formatting(opened: Elements, name: bytes) -> None:
    """The standard's adoption agency algorithm."""
    active = opened.active
    entry = active.last(name)
    if entry is None:
        _end_left(opened, name)
        return
    at = active.index(entry)
    if at >= active.open:
        active.remove(at)
        return
    if entry.height > active.doubt:
        _doubt_formatting(opened, name)
        return
    above = _special_from(opened, entry.height)
    if not above:
        opened.cut(entry.height)
        active.close_later(entry.serial)
        active.remove(at)
        return
    scopes = opened.above(entry.height - 1, SCOPE)
    if scopes:
        if not any(opened.sure[place] for place in scopes):
            _doubt_formatting(opened, name)
        return
    if not all(opened.sure[place] for place in above):
        _doubt_formatting(opened, name)
        return
    active.made += min(len(above), _ROUNDS) * min(len(active.entries) - at, _MADE)
    _lose_unspecial(opened, entry.height)
    if len(active.entries) - at > _MADE - 1:
        active.doubt = min(active.doubt, max(entry.height - 1, 0))
    if len(above) < _ROUNDS:
        active.remove(at, stays=entry.ambiguous, closable=not entry.ambiguous)


def _is_out_of_scope(opened: Elements, entry: Entry) -> bool:
    """Whether a scope surely ends between a formatting element and what is open last."""
    scopes = opened.above(entry.height - 1, SCOPE)
    return entry.height <= opened.active.doubt and any(opened.sure[at] for at in scopes)


def _special_from(opened: Elements, height: int) -> list[int]:
    """Where special elements stand from a height on."""
    stops, found = opened.stops[SPECIAL], []
    for place in reversed(stops):
        if place < height:
            break
        found.append(place)
    opened.steps += len(opened) - height
    return found


def _lose_unspecial(opened: Elements, height: int) -> None:
    """Elements that are not special are closed with a formatting element around them."""
    for place in range(height, len(opened)):
        if opened.names[place] not in names.SPECIAL:
            opened.sure[place] = False
            opened.lost = opened.lost or b" " in opened.names[place]


def _doubt_formatting(opened: Elements, name: bytes) -> None:
    """Which of the formatting elements of a name is closed can't be told."""
    opened.doubt(min(entry.height for entry in opened.active.in_reach(name)))


def _end_left(opened: Elements, name: bytes) -> None:
    """The end tag of a formatting element that is open, but left the list, or was never there."""
    active = opened.active
    left = [(height, serial) for height, serial, other in active.left if other == name]
    active.steps += len(active.left)
    if not left:
        if any(not marker.sure for marker in active.markers):
            opened.doubt(2)
        return
    height, serial = left[-1]
    above = _special_from(opened, height)
    if any(opened.sure[place] for place in above):
        return
    if above or height > active.doubt:
        opened.doubt(min(height for height, _ in left))
        return
    opened.cut(height)
    active.close_later(serial - 1)
