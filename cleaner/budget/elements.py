"""The stack of open elements, as the rules of the HTML standard build it (13.2.6), without the tree.

A parser's stack is never longer than this one: an element of which it is not sure whether a parser has it open is kept,
and known as unsure, and nothing is closed that a parser might leave open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from cleaner.budget import names
from cleaner.budget.formatting import ActiveFormatting

# For each name the stop lists that it belongs to: the scope of end tags, of buttons (and `p`), of list items and of
# tables; special elements; those at which the search for an open list item ends; and the contexts of a table's parts.
_STOPS = (
    names.SCOPE,
    names.BUTTON_SCOPE,
    names.LIST_SCOPE,
    names.TABLE_SCOPE,
    names.SPECIAL,
    names.SPECIAL - names.PASSED_BY_ITEMS,
    names.TABLE_CONTEXT,
)
_STOPS_OF = {
    name: tuple(number for number, members in enumerate(_STOPS) if name in members)
    for name in frozenset().union(*_STOPS)
}
# Headings close each other: all of them are known as `h1`.
_KEY = dict.fromkeys(names.HEADINGS, b"h1")
SCOPE, BUTTON, LIST, TABLE, SPECIAL, ITEM, CONTEXT = range(7)
CLOSED, NONE, UNSURE = "closed", "none", "unsure"


class Elements:
    """Open elements other than formatting ones: their names, and whether a parser surely has them open.

    active: the formatting elements. form: where the form stands that the next end tag of a form closes; -1 where none
    does. in_form: whether a parser takes a form for open. most: how many elements were open at once. implied: elements
    opened without a tag, at most (two for each part of a table). lost: what is open can't be told any more.
    steps: elements that a parser may have to pass in search of another.
    """

    def __init__(self) -> None:
        self.names: list[bytes] = []
        self.sure: list[bool] = []
        self.at: defaultdict[bytes, list[int]] = defaultdict(list)
        self.stops: tuple[list[int], ...] = tuple([] for _ in _STOPS)
        self.foreign: list[int] = []
        self.active = ActiveFormatting()
        self.form, self.in_form = -1, False
        self.most = self.implied = 0
        self.lost = False
        self.steps = 0

    def __len__(self) -> int:
        return len(self.names)

    def push(self, name: bytes, sure: bool = True) -> None:
        """Open an element; `sure` where a parser opens it beyond doubt."""
        at = len(self.names)
        self.names.append(name)
        self.sure.append(sure)
        self.at[_KEY.get(name, name)].append(at)
        for number in _STOPS_OF.get(name, ()):
            self.stops[number].append(at)
        if b" " in name:
            self.foreign.append(at)

    @property
    def depth(self) -> int:
        """How many elements are open, at most."""
        return len(self.names) + len(self.active)

    @property
    def context(self) -> int:
        """Where the element stands by whose rules the parts of tables are read; -1 where there is none."""
        contexts = self.stops[CONTEXT]
        return contexts[-1] if contexts else -1

    def reach(self, more: int) -> None:
        """So many more elements than are open now stand in each other for a moment."""
        self.most = max(self.most, self.depth + more)

    def last(self, name: bytes) -> int:
        """Where the last open element of a name stands; -1 where none does."""
        found = self.at.get(_KEY.get(name, name))
        return found[-1] if found else -1

    def cut(self, height: int) -> None:
        """Close the elements from a height on, the formatting elements above it with them."""
        while len(self.names) > height:
            self._pop()
        self.active.close_above(height)

    def clear(self, height: int) -> None:
        """Close what stands above the first `height` elements, formatting elements right above them, too."""
        self.cut(height)
        self.active.close_above(height - 1)

    def doubt(self, height: int) -> None:
        """From here on a parser may have closed what is open."""
        self.steps += len(self.names) - height
        for at in range(height, len(self.names)):
            self.sure[at] = False
        self.lost = self.lost or bool(self.foreign and self.foreign[-1] >= height)
        self.active.doubt = min(self.active.doubt, max(height - 1, 0))

    def close(self, name: bytes, stop: int) -> str:
        """Close the last element of a name and all above it, unless one of the elements at which the search stops
        stands above it. Says whether it was closed, none was there, or nobody can tell.
        """
        places = self.at.get(_KEY.get(name, name))
        stops = self.stops[stop]
        place = places[-1] if places else -1
        self.steps += len(self.names) - max(place, stops[-1] if stops else 0)
        if not places:
            return NONE
        above = self.above(place, stop)
        if not self.sure[place]:
            return self._close_unsure(places, stop)
        if not above:
            self.cut(place)
            return CLOSED
        if any(self.sure[at] for at in above):
            return NONE
        self.doubt(place)
        return UNSURE

    def close_current(self, wanted: tuple[bytes, ...]) -> bool:
        """Close the current element where it is one of these."""
        if self.names[-1] not in wanted:
            return False
        height = len(self.names) - 1
        if not self.sure[-1] or self.active.doubt <= height:
            self.doubt(height)
            return False
        if self.active.top > height:
            return False
        self.cut(height)
        return True

    def clear_marker(self, closed: str) -> None:
        """An element with a marker was closed, or may have been."""
        if closed == CLOSED:
            self.active.clear_to_marker()
        elif closed == UNSURE:
            self.steps += len(self.active.markers)
            for marker in self.active.markers:
                marker.sure = False

    def above(self, place: int, stop: int) -> list[int]:
        """Where the elements stand above a place that end a search from above."""
        stops = self.stops[stop]
        found = stops[bisect_left(stops, place + 1) :]
        self.steps += len(found)
        return found

    def _close_unsure(self, places: list[int], stop: int) -> str:
        """A parser closes this element or another of its name below it, where it has one."""
        lowest = -1
        for place in reversed(places):
            self.steps += 1
            if any(self.sure[at] for at in self.above(place, stop)):
                break
            lowest = place
            if self.sure[place]:
                break
        if lowest < 0:
            return NONE
        top = places[-1]
        self.doubt(lowest)
        if top == len(self.names) - 1:
            self._pop()
        return UNSURE

    def _pop(self) -> None:
        """Take the last element off, whether a parser has it or not."""
        name = self.names.pop()
        self.sure.pop()
        self.at[_KEY.get(name, name)].pop()
        if len(self.names) == self.form:
            self.form = -1
        for number in _STOPS_OF.get(name, ()):
            self.stops[number].pop()
        if b" " in name:
            self.foreign.pop()
