"""The list of active formatting elements (HTML standard, 13.2.4.3): what a parser opens anew in block after block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.budget.tokens import attribute_pairs

# A parser keeps no more than this many formatting elements that are alike (the "Noah's Ark clause").
_ALIKE = 3
# Of such attributes the text does not tell whether a parser holds two values for alike.
_AMBIGUOUS = (b"&", b"\0", b"\r")


@dataclass(slots=True, eq=False)
class Entry:
    """A formatting element, or a marker, which has no name.

    height: how many other elements stood open when it was opened, or fewer; serial: later ones were opened later;
    kept: of a marker, how many entries below it are open.
    """

    name: bytes
    attributes: dict[bytes, bytes] | None
    height: int
    serial: int
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
        self.left: list[tuple[int, int, bytes]] = []
        self.open = 0
        self.doubt = 1 << 60
        self.lost = False
        self.made = self.steps = self._serial = self._markers = 0

    def __len__(self) -> int:
        return len(self.entries) - self._markers + len(self.left)

    @property
    def top(self) -> int:
        """The height of the last entry that is open; 0 where none is."""
        return self.entries[self.open - 1].height if self.open else 0

    def in_reach(self) -> Iterator[tuple[int, Entry]]:
        """The entries down to the last marker, last first."""
        for at in range(len(self.entries) - 1, -1, -1):
            self.steps += 1
            if not self.entries[at].name:
                return
            yield at, self.entries[at]

    def push(self, name: bytes, attributes: bytes, height: int) -> None:
        """Enter a formatting element that was opened."""
        pairs = attribute_pairs(attributes) if attributes else {}
        alike = [at for at, entry in self.in_reach() if entry.name == name and entry.attributes == pairs]
        ambiguous = any(sign in attributes for sign in _AMBIGUOUS)
        if len(alike) >= _ALIKE:
            self.lost = self.lost or ambiguous
            self.remove(alike[-1], stays=True)
        self._serial += 1
        self.entries.append(Entry(name, pairs, height, self._serial, ambiguous))
        self.open = len(self.entries)

    def push_marker(self, height: int, sure: bool = True) -> None:
        """What stands in an element with a marker takes no formatting from around it."""
        self._markers += 1
        self.entries.append(Entry(b"", None, height, self._serial, kept=self.open, sure=sure))
        self.open = len(self.entries)

    def clear_to_marker(self) -> None:
        """Forget the entries down to the last marker, and the marker."""
        while self.entries:
            entry = self.entries.pop()
            if not entry.name:
                self._markers -= 1
                self.open = min(entry.kept, len(self.entries))
                return
        self.open = 0

    def remove(self, at: int, stays: bool = False, closable: bool = True) -> None:
        """Take an entry out of the list; `stays` where what follows still stands in its element, `closable` where an
        end tag may close that.
        """
        entry = self.entries.pop(at)
        self.steps += len(self.entries) - at
        if at < self.open:
            self.open -= 1
        for above in self.entries[at:]:
            if not above.name and above.kept > at:
                above.kept -= 1
        if stays:
            self.left.append((entry.height, entry.serial, entry.name if closable else b""))
            self.left.sort()

    def close_above(self, height: int) -> None:
        """The elements above a height were closed."""
        entries = self.entries
        while self.left and self.left[-1][0] > height:
            self.left.pop()
        if height <= self.doubt:
            self.doubt = 1 << 60
        while self.open and entries[self.open - 1].name and entries[self.open - 1].height > height:
            self.open -= 1
        for entry in reversed(entries):
            if entry.name:
                continue
            if entry.height < height:
                return
            self.steps += 1
            while entry.kept and entries[entry.kept - 1].name and entries[entry.kept - 1].height > height:
                entry.kept -= 1

    def close_later(self, serial: int) -> None:
        """The formatting elements that were opened after one were closed with it."""
        entries = self.entries
        while self.open and entries[self.open - 1].name and entries[self.open - 1].serial > serial:
            self.open -= 1
        self.left = [item for item in self.left if item[1] <= serial]

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
