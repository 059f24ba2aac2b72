"""What a parser does with each tag: `Tree` follows the rules of the HTML standard (13.2.6), as far as they open and
close elements.
"""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.adoption import end_formatting, start_formatting
from cleaner.budget.elements import BUTTON, CLOSED, ITEM, LIST, SCOPE, SPECIAL, Elements
from cleaner.budget.foreign import end_foreign, push_foreign, start_foreign
from cleaner.budget.implied import close_implied, end_form, start_form
from cleaner.budget.tables import end_part, start_part, start_table


class Tree:
    """The elements that a parser has open after the tags that it was given.

    quirks: whether `table` leaves a `p` open; None where that can't be told.
    """

    def __init__(self, quirks: bool | None = None) -> None:
        self.open = Elements()
        self.active = self.open.active
        self.quirks = quirks
        for name in (b"html", b"body"):
            self.open.push(name)
        self.open.most = 2

    @property
    def made(self) -> int:
        """How many elements were made of formatting elements that were left open."""
        return self.active.made

    @property
    def steps(self) -> int:
        """How many elements a parser may have passed in search of others."""
        return self.open.steps + self.active.steps

    @property
    def lost(self) -> bool:
        """Whether nobody can tell any more what is open."""
        return self.open.lost or self.active.lost

    @property
    def foreign(self) -> bool:
        """Whether the next start tag is one of SVG or MathML."""
        if not self.open.foreign:
            return False
        name = self.open.names[-1]
        return b" " in name and name not in names.INTEGRATION

    def start(self, name: bytes, attributes: bytes, closes_itself: bool = False) -> bool:
        """A start tag. True where the tokenizer takes the element's content for text."""
        if b" " in self.open.names[-1] and start_foreign(self.open, name, attributes, closes_itself):
            return False
        if name in (b"html", b"body", b"head"):
            return False
        if name == b"frameset":
            self.open.lost = True
        elif name in names.TABLE_PARTS:
            start_part(self.open, name)
        elif name in names.FORMATTING:
            start_formatting(self.open, name, attributes)
        elif name in (b"svg", b"math"):
            self.active.reopen(len(self.open))
            push_foreign(self.open, name + b" " + name, closes_itself)
        else:
            self._start_element(name)
        alone = name in names.VOID or name in names.RAW_TEXT
        self.open.reach(alone)
        return name in names.RAW_TEXT or name == b"plaintext"

    def text(self) -> None:
        """Text other than that of elements that hold text alone."""
        if not self.foreign or self.active.top == len(self.open):
            self.active.reopen(len(self.open))

    def end(self, name: bytes) -> None:
        """An end tag."""
        opened = self.open
        if b" " in opened.names[-1] and self.active.top < len(opened) and end_foreign(opened, name):
            return
        if name in names.FORMATTING:
            end_formatting(opened, name)
        elif name == b"p":
            opened.close(b"p", BUTTON)
            opened.reach(1)
        elif name == b"br":
            self.active.reopen(len(opened))
            opened.reach(1)
        elif name == b"li":
            opened.close(name, LIST)
        elif name in names.HEADINGS or name in names.SCOPED_END:
            closed = opened.close(name, SCOPE)
            if name in names.MARKED:
                opened.clear_marker(closed)
        elif name == b"form":
            end_form(opened)
        elif name in names.TABLE_PARTS or name in (b"table", b"template"):
            end_part(opened, name)
        elif name not in (b"html", b"body", b"head"):
            opened.close(name, SPECIAL)

    def _start_element(self, name: bytes) -> None:
        """A start tag of HTML other than those of formatting elements and parts of tables."""
        opened = self.open
        if name == b"form":
            start_form(opened)
            return
        if name == b"li":
            opened.close(name, ITEM)
        elif name in (b"dd", b"dt"):
            opened.close(max((b"dd", b"dt"), key=opened.last), ITEM)
        elif name == b"table":
            start_table(opened, self.quirks)
            return
        elif name in (b"button", b"select", b"input"):
            wanted = b"select" if name == b"input" else name
            if opened.close(wanted, SCOPE) == CLOSED and name == b"select":
                return
        elif name in (b"option", b"optgroup", b"hr", b"rb", b"rtc", b"rp", b"rt"):
            close_implied(opened, name)
        if name in names.ENDS_P:
            opened.close(b"p", BUTTON)
            if name in names.HEADINGS:
                opened.close_current((b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"))
        if name not in names.NOT_REOPENING:
            self.active.reopen(len(opened))
        if name not in names.VOID and name not in names.RAW_TEXT:
            opened.push(name)
            if name in names.MARKED or name == b"template":
                self.active.push_marker(len(opened))
