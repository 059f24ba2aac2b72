"""The list of active formatting elements (HTML standard, 13.2.4.3): what a parser opens anew in block after block."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from cleaner.budget.tokens import attribute_pairs

# A parser keeps no more than this many formatting elements that are alike (the "Noah's Ark clause").
_ALIKE = 3
# Of such attributes the text does not tell whether a parser holds two values for alike.
_AMBIGUOUS = (b"&", b"\0", b"\r")


# A formatting element's name and attributes.
Key: TypeAlias = tuple[bytes, frozenset[tuple[bytes, bytes]]]
_NO_KEY: Key = (b"", frozenset())


@dataclass(slots=True, eq=False)
class Entry:
    """A formatting element, or a marker, which has no name.

    key: elements with the same one are alike. height: how many other elements stood open when it was opened, or fewer.
    serial: later ones were opened later. order: later ones stand later in the list. kept: of a marker, how many entries
    below it are open.
    """

    name: bytes
    key: Key
    height: int
    serial: int
    order: int
    ambiguous: bool = False
    kept: int = 0
    sure: bool = True


class ActiveFormatting:
    """The list, and `left`: formatting elements that left it, but stand open.

    Entries from `open` on are closed; the next text or start tag opens them anew. Entries above the height of `doubt`
    may be closed. `made` counts the elements that were made of entries, `steps` the entries that were looked at.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.markers: list[Entry] = []
        self.left: list[tuple[int, int, bytes]] = []
        self._by_name: defaultdict[bytes, list[Entry]] = defaultdict(list)
        self._by_key: defaultdict[Key, list[Entry]] = defaultdict(list)
        self.open = 0
        self.doubt = 1 << 60
        self.lost = False
        self.made = self.steps = self._serial = self._order = self._latest_left = 0

    def __len__(self) -> int:
        return len(self.entries) - len(self.markers) + len(self.left)

    @property
    def top(self) -> int:
        """The height of the last formatting element that is open; 0 where none is."""
        at = self.open
        while at and not self.entries[at - 1].name:
            self.steps += 1
            at = self.entries[at - 1].kept
        return self.entries[at - 1].height if at else 0

    def in_reach(self, name: bytes) -> list[Entry]:
        """The entries of a name above the last marker, the first one first."""
        return self._above_marker(self._by_name.get(name, ()))

    def last(self, name: bytes) -> Entry | None:
        """The last entry of a name above the last marker. A parser passes those behind it."""
        found = self._by_name.get(name)
        if not found or (self.markers and found[-1].order < self.markers[-1].order):
            self.steps += len(self.entries)
            return None
        return found[-1]

    def index(self, entry: Entry) -> int:
        """Where an entry stands in the list, looked for from its end."""
        at = len(self.entries) - 1
        while self.entries[at] is not entry:
            at -= 1
        self.steps += len(self.entries) - at
        return at

    def _above_marker(self, entries: Sequence[Entry]) -> list[Entry]:
        least = self.markers[-1].order if self.markers else 0
        found = list(takewhile(lambda entry: entry.order > least, reversed(entries)))
        self.steps += len(found)
        return found[::-1]

    def push(self, name: bytes, attributes: bytes, height: int) -> None:
        """Enter a formatting element that was opened."""
        key = name, frozenset(attribute_pairs(attributes).items()) if attributes else frozenset()
        alike = self._above_marker(self._by_key[key][-_ALIKE:])
        ambiguous = any(sign in attributes for sign in _AMBIGUOUS)
        self.steps += len(self.entries)
        if len(alike) >= _ALIKE:
            self.lost = self.lost or ambiguous
            self.remove(self.index(alike[0]), stays=True)
        self._serial += 1
        self._order += 1
        entry = Entry(name, key, height, self._serial, self._order, ambiguous)
        self.entries.append(entry)
        self._by_name[name].append(entry)
        self._by_key[key].append(entry)
        self.open = len(self.entries)

    def push_marker(self, height: int, sure: bool = True) -> None:
        """What stands in an element with a marker takes no formatting from around it."""
        self._order += 1
        self.markers.append(Entry(b"", _NO_KEY, height, self._serial, self._order, kept=self.open, sure=sure))
        self.entries.append(self.markers[-1])
        self.open = len(self.entries)

    def clear_to_marker(self) -> None:
        """Forget the entries down to the last marker, and the marker."""
        while self.entries:
            entry = self.entries.pop()
            if not entry.name:
                self.markers.pop()
                self.open = min(entry.kept, len(self.entries))
                return
            self._by_name[entry.name].pop()
            self._by_key[entry.key].pop()
        self.open = 0

    def remove(self, at: int, stays: bool = False, closable: bool = True) -> None:
        """Take an entry out of the list; `stays` where what follows still stands in its element, `closable` where an
        end tag may close that.
        """
        entry = self.entries.pop(at)
        _take_out(self._by_name[entry.name], entry)
        _take_out(self._by_key[entry.key], entry)
        self.steps += len(self.entries) - at
        if at < self.open:
            self.open -= 1
        for marker in takewhile(lambda marker: marker.order > entry.order, reversed(self.markers)):
            self.steps += 1
            marker.kept -= marker.kept > at
        if stays:
            self._latest_left = max(self._latest_left, entry.serial)
            insort(self.left, (entry.height, entry.serial, entry.name if closable else b""))

    def close_above(self, height: int) -> None:
        """The elements above a height were closed."""
        entries = self.entries
        while self.left and self.left[-1][0] > height:
            self.left.pop()
        if height <= self.doubt:
            self.doubt = 1 << 60
        while self.open and entries[self.open - 1].name and entries[self.open - 1].height > height:
            self.open -= 1
        for marker in reversed(self.markers):
            if marker.height < height:
                return
            self.steps += 1
            while marker.kept and entries[marker.kept - 1].name and entries[marker.kept - 1].height > height:
                marker.kept -= 1

    def close_later(self, serial: int) -> None:
        """The formatting elements that were opened after one were closed with it."""
        entries = self.entries
        while self.open and entries[self.open - 1].name and entries[self.open - 1].serial > serial:
            self.open -= 1
        if serial < self._latest_left:
            self.steps += len(self.left)
            self.left = [item for item in self.left if item[1] <= serial]
            self._latest_left = serial

    def reopen(self, height: int) -> None:
        """Open anew what is closed, as text and most start tags make a parser do."""
        entries = self.entries
        if not entries or (self.open == len(entries) and self.doubt > height):
            return
        for at in range(len(entries) - 1, -1, -1):
            entry = entries[at]
            if not entry.name:
                if entry.sure:
                    break
                self.steps += 1
                continue
            closed = at >= self.open
            if not closed and entry.height <= self.doubt:
                break
            self.made += 1
            known = closed and entry.height <= self.doubt
            entry.height = height if known else min(entry.height, height)
        for entry in entries[self.open :]:
            self._serial += 1
            entry.serial = self._serial
        self.open = len(entries)


def _take_out(entries: list[Entry], entry: Entry) -> None:
    """Take an entry out of a list, the last ones first."""
    at = len(entries) - 1
    while entries[at] is not entry:
        at -= 1
    del entries[at]
