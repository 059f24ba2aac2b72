"""What a parser does with each tag: `Tree` follows the rules of the HTML standard (13.2.6), as far as they open and
close elements.
"""

from __future__ import annotations

from cleaner.budget import names
from cleaner.budget.elements import BUTTON, CLOSED, CONTEXT, ITEM, LIST, NONE, SCOPE, SPECIAL, TABLE, UNSURE, Elements
from cleaner.budget.formatting import Entry
from cleaner.budget.tokens import attribute_pairs

# Rounds of the adoption agency algorithm, at most, and elements that it makes in each.
_ROUNDS, _MADE = 8, 4
_HTML_TYPES = (b"text/html", b"application/xhtml+xml")
# What a table opens by itself around a part.
_NEEDED = {b"td": b"tbody", b"th": b"tbody", b"tr": b"tbody", b"col": b"colgroup"}
_FONT_BREAKS = frozenset((b"color", b"face", b"size"))


class Tree:
    """The elements that a parser has open after the tags that it was given.

    most: how many were open at once; made: elements made of formatting elements that were left open;
    implied: elements opened without a tag, at most (two for each part of a table); steps: elements
    that a parser may have passed in search of others.
    quirks: whether `table` leaves a `p` open; None where that can't be told.
    """

    def __init__(self, quirks: bool | None = None) -> None:
        self.open = Elements()
        self.active = self.open.active
        self.quirks = quirks
        self.most = 2
        self.implied = 0
        self._form = False
        for name in (b"html", b"body"):
            self.open.push(name)

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
    def depth(self) -> int:
        """How many elements are open, at most."""
        return len(self.open) + len(self.active)

    @property
    def foreign(self) -> bool:
        """Whether the next start tag is one of SVG or MathML."""
        if not self.open.foreign:
            return False
        name = self.open.names[-1]
        return b" " in name and name not in names.INTEGRATION

    def start(self, name: bytes, attributes: bytes, closes_itself: bool = False) -> bool:
        """A start tag. True where the tokenizer takes the element's content for text."""
        if b" " in self.open.names[-1] and self._start_foreign(name, attributes, closes_itself):
            return False
        if name in (b"html", b"body", b"head"):
            return False
        if name == b"frameset":
            self.open.lost = True
        elif name in names.TABLE_PARTS:
            self._start_part(name)
        elif name in names.FORMATTING:
            self._start_formatting(name, attributes)
        elif name in (b"svg", b"math"):
            self.active.reopen(len(self.open))
            self._push_foreign(name + b" " + name, closes_itself)
        else:
            self._start_element(name)
        alone = name in names.VOID or name in names.RAW_TEXT
        self.most = max(self.most, self.depth + alone)
        return name in names.RAW_TEXT or name == b"plaintext"

    def text(self) -> None:
        """Text other than that of elements that hold text alone."""
        if not self.foreign or self.active.top == len(self.open):
            self.active.reopen(len(self.open))

    def end(self, name: bytes) -> None:
        """An end tag."""
        opened = self.open
        if b" " in opened.names[-1] and self.active.top < len(opened) and self._end_foreign(name):
            return
        if name in names.FORMATTING:
            self._end_formatting(name)
        elif name == b"p":
            opened.close(b"p", BUTTON)
            self.most = max(self.most, self.depth + 1)
        elif name == b"br":
            self.active.reopen(len(opened))
            self.most = max(self.most, self.depth + 1)
        elif name == b"li":
            opened.close(name, LIST)
        elif name in names.HEADINGS or name in names.SCOPED_END:
            closed = opened.close(name, SCOPE)
            if name in names.MARKED:
                self._clear_marker(closed)
        elif name == b"form":
            self._end_form()
        elif name in names.TABLE_PARTS or name in (b"table", b"template"):
            self._end_part(name)
        elif name not in (b"html", b"body", b"head"):
            opened.close(name, SPECIAL)

    # Elements of HTML other than formatting elements and parts of tables.

    def _start_element(self, name: bytes) -> None:
        opened = self.open
        if name == b"form":
            self._start_form()
            return
        if name == b"li":
            opened.close(name, ITEM)
        elif name in (b"dd", b"dt"):
            opened.close(max((b"dd", b"dt"), key=opened.last), ITEM)
        elif name == b"table":
            self._start_table()
            return
        elif name in (b"button", b"select", b"input"):
            wanted = b"select" if name == b"input" else name
            if opened.close(wanted, SCOPE) == CLOSED and name == b"select":
                return
        elif name in (b"option", b"optgroup", b"hr", b"rb", b"rtc", b"rp", b"rt"):
            self._close_implied(name)
        if name in names.ENDS_P:
            opened.close(b"p", BUTTON)
            if name in names.HEADINGS:
                self._close_current((b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"))
        if name not in names.NOT_REOPENING:
            self.active.reopen(len(opened))
        if name not in names.VOID and name not in names.RAW_TEXT:
            opened.push(name)
            if name in names.MARKED or name == b"template":
                self.active.push_marker(len(opened))

    def _close_current(self, wanted: tuple[bytes, ...]) -> bool:
        """Close the current element where it is one of these."""
        opened = self.open
        if opened.names[-1] not in wanted:
            return False
        height = len(opened) - 1
        if not opened.sure[-1] or self.active.doubt <= height:
            opened.doubt(height)
            return False
        if self.active.top > height:
            return False
        opened.cut(height)
        return True

    def _close_implied(self, name: bytes) -> None:
        """Close elements that need no end tag, where the new one stands in a `select` or a `ruby`."""
        opened = self.open
        holder = b"ruby" if name.startswith(b"r") else b"select"
        place = opened.last(holder)
        if place < 0:
            if name in (b"option", b"optgroup"):
                self._close_current((b"option",))
            return
        stop = [at for at in opened.stops[SCOPE] if at > place]
        if stop or not opened.sure[place]:
            self._doubt_implied()
            return
        spared = {b"option": b"optgroup", b"rp": b"rtc", b"rt": b"rtc"}.get(name)
        while self._close_current(tuple(names.IMPLIED - {spared})):
            pass

    def _start_form(self) -> None:
        opened = self.open
        if opened.last(b"template") >= 0:
            opened.close(b"p", BUTTON)
            opened.push(b"form", sure=False)
        elif self._form:
            return
        else:
            self._form = True
            context = self._context()
            if context >= 0 and not opened.sure[context]:
                opened.close(b"p", BUTTON)
                opened.push(b"form", sure=False)
                return
            if context >= 0 and opened.names[context] in names.TABLE_ROWS:
                self.most = max(self.most, self.depth + 1)
                return
            opened.close(b"p", BUTTON)
            opened.form = len(opened)
            opened.push(b"form")

    def _end_form(self) -> None:
        """A form is taken out from between those around it and those in it, which stay open."""
        opened = self.open
        if opened.last(b"template") >= 0:
            opened.close(b"form", SCOPE)
            return
        known, self._form = self._form, False
        place, opened.form = opened.form, -1
        if place < 0 or not known:
            return
        if not opened.sure[place]:
            self._doubt_implied()
            return
        scopes = [at for at in opened.stops[SCOPE] if at > place]
        if scopes:
            if not any(opened.sure[at] for at in scopes):
                opened.doubt(place)
            return
        while opened.names[-1] in names.IMPLIED and self._close_current(tuple(names.IMPLIED)):
            pass
        if place == len(opened) - 1 and self.active.top <= place < self.active.doubt:
            opened.cut(place)
            return
        opened.sure[place] = False

    def _doubt_implied(self) -> None:
        """A parser may have closed the elements that need no end tag."""
        opened, height = self.open, len(self.open)
        while opened.names[height - 1] in names.IMPLIED:
            height -= 1
        if height < len(opened):
            opened.doubt(height)

    # Formatting elements.

    def _start_formatting(self, name: bytes, attributes: bytes) -> None:
        if name == b"a" or name == b"nobr":
            found = next((entry for _, entry in self.active.in_reach() if entry.name == name), None)
            if name == b"nobr":
                self.active.reopen(len(self.open))
            if found is not None:
                self._end_formatting(name)
                if name == b"a" and found in self.active.entries and self._is_out_of_scope(found):
                    self.active.remove(self.active.entries.index(found), stays=True, closable=False)
        self.active.reopen(len(self.open))
        self.active.push(name, attributes, len(self.open))

    def _end_formatting(self, name: bytes) -> None:
        """The standard's adoption agency algorithm."""
        active, opened = self.active, self.open
        found = next(((at, entry) for at, entry in active.in_reach() if entry.name == name), None)
        if found is None:
            self._end_left(name)
            return
        at, entry = found
        if at >= active.open:
            active.remove(at)
            return
        if entry.height > active.doubt:
            self._doubt_formatting(name)
            return
        above = self._special_from(entry.height)
        if not above:
            opened.cut(entry.height)
            active.close_later(entry.serial)
            active.remove(at)
            return
        scopes = [place for place in opened.stops[SCOPE] if place >= entry.height]
        if scopes:
            if not any(opened.sure[place] for place in scopes):
                self._doubt_formatting(name)
            return
        if not all(opened.sure[place] for place in above):
            self._doubt_formatting(name)
            return
        active.made += min(len(above), _ROUNDS) * min(len(active.entries) - at, _MADE)
        self._lose_unspecial(entry.height)
        if len(active.entries) - at > _MADE - 1:
            active.doubt = min(active.doubt, max(entry.height - 1, 0))
        if len(above) < _ROUNDS:
            active.remove(at, stays=entry.ambiguous, closable=not entry.ambiguous)

    def _is_out_of_scope(self, entry: Entry) -> bool:
        """Whether a scope surely ends between a formatting element and what is open last."""
        scopes, sure = self.open.stops[SCOPE], self.open.sure
        return entry.height <= self.active.doubt and any(sure[at] for at in scopes if at >= entry.height)

    def _special_from(self, height: int) -> list[int]:
        """Where special elements stand from a height on."""
        stops, found = self.open.stops[SPECIAL], []
        for place in reversed(stops):
            if place < height:
                break
            found.append(place)
        self.open.steps += len(self.open) - height
        return found

    def _lose_unspecial(self, height: int) -> None:
        """Elements that are not special are closed with a formatting element around them."""
        opened = self.open
        for place in range(height, len(opened)):
            if opened.names[place] not in names.SPECIAL:
                opened.sure[place] = False
                opened.lost = opened.lost or b" " in opened.names[place]

    def _doubt_formatting(self, name: bytes) -> None:
        """Which of the formatting elements of a name is closed can't be told."""
        heights = [entry.height for _, entry in self.active.in_reach() if entry.name == name]
        self.open.doubt(min(heights))

    def _end_left(self, name: bytes) -> None:
        """The end tag of a formatting element that is open, but left the list, or was never there."""
        active, opened = self.active, self.open
        left = [(height, serial) for height, serial, other in active.left if other == name]
        active.steps += len(active.left)
        if not left:
            if any(not entry.name and not entry.sure for entry in active.entries):
                opened.doubt(2)
            return
        height, serial = left[-1]
        above = self._special_from(height)
        if any(opened.sure[place] for place in above):
            return
        if above or height > active.doubt:
            opened.doubt(min(height for height, _ in left))
            return
        opened.cut(height)
        active.close_later(serial - 1)

    # Tables.

    def _context(self) -> int:
        """Where the element stands by whose rules the parts of tables are read; -1 where there is none."""
        contexts = self.open.stops[CONTEXT]
        return contexts[-1] if contexts else -1

    def _start_table(self) -> None:
        opened = self.open
        context = self._context()
        name = opened.names[context] if context >= 0 else b""
        if name in names.TABLE_ROWS or name == b"colgroup":
            opened.close(b"table", TABLE)
        place = opened.last(b"p")
        if self.quirks is False:
            opened.close(b"p", BUTTON)
        elif self.quirks is None and place >= 0:
            opened.doubt(place)
        opened.push(b"table")

    def _start_part(self, name: bytes) -> None:
        opened = self.open
        self.implied += 2
        while True:
            place = self._context()
            if place < 0:
                return
            context = opened.names[place]
            if context == b"colgroup" and name == b"col" and self._is_in_table(place):
                # A parser closed the colgroup where anything but a `col` followed, and opens another one.
                opened.cut(place)
                opened.push(context, sure=False)
                break
            if not opened.sure[place] or context == b"template":
                self._start_unsure(name, place)
                return
            if not self._step_out(name, context, place):
                break
        if name == b"col":
            return
        opened.push(name, sure=name != b"colgroup")
        if name in names.CELLS or name == b"caption":
            self.active.push_marker(len(opened))

    def _is_in_table(self, place: int) -> bool:
        """Whether the context around one is a table that a parser surely has open."""
        contexts = self.open.stops[CONTEXT]
        around = contexts[-2] if contexts[-1] == place and len(contexts) > 1 else -1
        return around >= 0 and self.open.sure[around] and self.open.names[around] == b"table"

    def _step_out(self, name: bytes, context: bytes, place: int) -> bool:
        """Close what a part of a table ends, or open what it needs around it. True where the context changed."""
        opened = self.open
        if context in names.CELLS or context == b"caption":
            opened.cut(place)
            self.active.clear_to_marker()
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

    def _start_unsure(self, name: bytes, place: int) -> None:
        """A part in a template, or in a table that may not be there: what is open may be closed, or nothing is done."""
        opened = self.open
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
                self.active.push_marker(len(opened), sure=False)

    def _end_part(self, name: bytes) -> None:
        opened = self.open
        if name == b"template":
            place = opened.last(name)
            if place >= 0 and opened.sure[place]:
                opened.cut(place)
                self.active.clear_to_marker()
            elif place >= 0:
                self._clear_marker(opened.close(name, TABLE))
            return
        place = self._context()
        if place < 0 or name == b"col":
            return
        context = opened.names[place]
        if context == b"template" or not opened.sure[place]:
            if opened.close(name, TABLE) != NONE:
                self._clear_marker(UNSURE)
            return
        in_cell = context in names.CELLS
        if name in names.CELLS or name == b"caption":
            if name == context:
                self._clear_marker(opened.close(name, TABLE))
        elif name == b"colgroup":
            if name == context:
                opened.cut(place)
        elif context != b"caption" or name == b"table":
            closed = opened.close(name, TABLE)
            if in_cell or context == b"caption":
                self._clear_marker(closed)

    def _clear_marker(self, closed: str) -> None:
        if closed == CLOSED:
            self.active.clear_to_marker()
        elif closed == UNSURE:
            for entry in self.active.entries:
                entry.sure = bool(entry.name)

    # SVG and MathML.

    def _push_foreign(self, name: bytes, closes_itself: bool) -> None:
        self.most = max(self.most, self.depth + 1)
        if not closes_itself:
            self.open.push(name)

    def _start_foreign(self, name: bytes, attributes: bytes, closes_itself: bool) -> bool:
        """A start tag in SVG or MathML; False where the rules of HTML take it."""
        opened = self.open
        top = opened.names[-1]
        language = top.partition(b" ")[0]
        html = top in names.INTEGRATION
        if html and not (language == b"math" and name in (b"mglyph", b"malignmark") and top != b"math annotation-html"):
            return False
        if top == b"math annotation-xml" and name == b"svg":
            return False
        if self.active.top >= len(opened) and html:
            return False
        breaks = name in names.BREAKOUT or (
            name == b"font" and not _FONT_BREAKS.isdisjoint(attribute_pairs(attributes))
        )
        if breaks:
            self._break_out()
            return False
        if name == b"annotation-xml" and language == b"math":  # noqa: SIM102
            if attribute_pairs(attributes).get(b"encoding", b"").lower() in _HTML_TYPES:
                name = b"annotation-html"
        self._push_foreign(language + b" " + name, closes_itself)
        return True

    def _break_out(self) -> None:
        opened, height = self.open, len(self.open)
        while (
            height > self.active.top
            and b" " in opened.names[height - 1]
            and opened.names[height - 1] not in names.INTEGRATION
        ):
            height -= 1
        opened.cut(height)

    def _end_foreign(self, name: bytes) -> bool:
        """An end tag in SVG or MathML; False where the rules of HTML take it."""
        opened = self.open
        if name in (b"p", b"br"):
            self._break_out()
            return False
        for place in range(len(opened) - 1, self.active.top - 1, -1):
            opened.steps += 1
            _, _, local = opened.names[place].partition(b" ")
            if not local:
                return False
            if local == name or (local == b"annotation-html" and name == b"annotation-xml"):
                opened.cut(place)
                return True
        return False
