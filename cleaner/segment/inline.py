"""What the walk does at inline elements: their styles, spans that are taken out, and the seams that these leave."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from cleaner.labels import Reason, Role
from cleaner.model import Mark, Page, Struck
from cleaner.options import Limits
from cleaner.patterns import Pattern
from cleaner.rules import class_names
from cleaner.segment import neighbours
from cleaner.segment.block_builder import HIDDEN, UNSEEN_TEXT, BlockBuilder
from cleaner.segment.formulas import formula_in
from cleaner.segment.page_styles import PageStyles
from cleaner.segment.seams import BREAK, EMPTY, GAP, INVISIBLE, LOWERED, PAUSES, RAISED, SHOWN, UNSEEN, Seam
from cleaner.segment.tags import CODE, CROSSED, LINK, SHIFTED, STYLES, kind_of
from cleaner.segment.visibility import HIDDEN as UNSHOWN_TEXT
from cleaner.segment.visibility import READER

# What the end of an inline element restores: style, link and strike around it; and the seam that it closes. A plain
# tuple, since named ones take ten times as long to make, and many elements make one.
Styled = tuple[str, str | None, int, Seam | None]
# An element that is not entered: what it holds was read, or goes elsewhere.
SKIPPED: Styled = ("", None, -1, None)

# The reading of a word, set above it in small signs: without the brackets that some pages have around it, it would run
# into the word.
_RUBY = Mark(Reason.OTHER, "generic:ruby")
_TOOLTIP = Mark(Reason.OTHER, "generic:tooltip")
_HANDLE = Mark(Reason.NAVIGATION, "generic:handle")
_HEADING, _QUOTE = Role.HEADING, Role.QUOTE
UNSEEN_KINDS = (UNSHOWN_TEXT, READER)
# What the handle of a section says, where its class does not name it; and the length of the longest that one names.
_HANDLES = frozenset(("¶", "#", "§", "🔗", "[edit]", "edit", "permalink", "copy link", "link to this heading"))
_LONGEST_HANDLE = 40
_ENDS = Pattern(r"[.!?…。！？][\p{Pf}\p{Pe}\"']*$")
_SEAMS = {"raised": RAISED, "lowered": LOWERED, "unheard": SHOWN}
# The class names of times in hAtom, which are abbreviations: `<abbr class="published" title="2024-03-04">`.
_HATOM = Pattern(r"(?<!\S)(?:dt-)?(?:published|updated)(?!\S)")
# The tags that do more than to style their text.
_ODD = CROSSED | SHIFTED.keys() | {"abbr", "cite", "rt", "time"}
_STYLED = STYLES.keys() | {"a"}
# The end of a seam that is still open.
_OPEN = 1 << 30
# The categories of parts of a page that hold items in a row, and of others that an article is read in. Elsewhere,
# in menus above all, nobody asks whether two links are one word.
_LOOSE = frozenset(("byline", "published"))
_READ = _LOOSE | {"", "content", "header", "subtitle", "caption", "author_note", "figure"}


class InlineWalk(BlockBuilder):
    """The state of a walk inside a block.

    strike: the index among the page's struck spans that text goes to, or -1. in_note: whether it reads a side note.
    sheets: what the page's style sheets hide.
    """

    __slots__ = ("has_rules", "in_note", "marks", "rows", "sheets", "strike")

    def __init__(self, page: Page, marks: Mapping[int, Mark], limits: Limits, sheets: PageStyles) -> None:
        super().__init__(page, limits)
        self.sheets, self.has_rules = sheets, sheets.has_rules
        self.marks = marks
        self.strike = -1
        self.in_note = False
        self.rows = neighbours.Rows()

    def inline(self, node: LexborNode, tag: str) -> Styled | None:
        """Enter an inline element; returns what its end restores: None where it changes nothing, SKIPPED where it is
        not entered.
        """
        attributes = node.attributes
        kind = ""
        if self.marks and (mark := self.marks.get(node.mem_id)) is not None and mark.label is not None:
            if isinstance(mark.label, Role):
                self.page.inline_marks[len(self.page.blocks)] = mark
            elif self.strike < 0:
                return self.strike_out(mark, GAP)
        elif self.strike < 0:
            if attributes:
                kind = kind_of(attributes)
                if self.has_rules or "style" in attributes or tag == "font":
                    kind = self._kind_by_styles(node, tag, attributes, kind)
            elif self.has_rules and tag in self.sheets.tags:
                kind = self.sheets.kind(node, tag, attributes)
            if kind:
                if kind == "unheard" and neighbours.is_plain(node):
                    kind = ""
                elif (styled := self._unusual(node, tag, kind)) is not None:
                    return styled
        if tag == "a" and self.context[0] is _HEADING and self.strike < 0 and self.parts and _is_handle(node, _HANDLES):
            return self.strike_out(_HANDLE, GAP)
        parts = self.parts
        if parts and ((last := parts[-1][-1:]).isalnum() or last in PAUSES) and tag not in SHIFTED and self.strike < 0:
            self._divide(node, kind)
        seam = None
        if tag in _ODD or kind in _SEAMS:
            if tag == "rt" and self.strike < 0 and (node.prev is None or node.prev.tag != "rp"):
                return self.strike_out(_RUBY)
            seam = self._odd(tag, kind, attributes)
        elif tag not in _STYLED:
            if "data-datetime" in attributes:
                self.time(attributes)
            return None
        style, href = STYLES.get(tag), None
        if tag == "a":
            href = attributes.get("href")
            if href is not None or not ("name" in attributes or "id" in attributes):
                style = LINK  # <a name="…"/> stays open to the end of the page
        elif style is not None and self.style is LINK:
            style = None
        if style is None:
            return (self.style, self.href, self.strike, seam) if seam is not None else None
        outer = (self.style, self.href, self.strike, seam)
        self.style, self.href = style, href
        self.styles.append((len(self.parts), style, href))
        return outer

    def kind_of(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> str:
        """How the text of an element in a line is shown: see `tags.kind_of`, and what the page's style sheets say."""
        return self._kind_by_styles(node, tag, attributes, kind_of(attributes) if attributes else "")

    def _kind_by_styles(self, node: LexborNode, tag: str, attributes: dict[str, str | None], kind: str) -> str:
        """How the text of an element in a line is shown. kind: what its other attributes say."""
        if kind in UNSEEN_KINDS:
            return kind
        if "style" in attributes or tag == "font" or (self.has_rules and self.sheets.speaks_of(tag, attributes)):
            return self.sheets.kind(node, tag, attributes) or kind
        return kind

    def close(self, outer: Styled) -> None:
        """Leave an inline element."""
        style, href, self.strike, seam = outer
        if seam is not None:
            if seam.kind > UNSEEN:
                seam.end = len(self.parts)
            else:
                self.gap(seam.kind, seam.struck)
        if self.style is not style or self.href != href:
            self.style, self.href = style, href
            self.styles.append((len(self.parts), style, href))

    def gap(self, kind: int = GAP, struck: Struck | None = None) -> None:
        """Take note of what stands in a line and is no text, behind a figure, a currency or a word."""
        last = self.parts[-1][-EMPTY:].translate(INVISIBLE)[-1:] if self.parts else ""
        if last.isdigit() or (struck is not None and last and not last.isspace()):
            self.seams.append(Seam(kind, len(self.parts), len(self.parts) + 1, struck))
            self.parts.append("")

    def formula(self, text: str) -> None:
        """Take the text of a formula."""
        if self.strike < 0 and text:
            self.parts.append(text)
            self.breaks = 0
            if self.style is LINK:
                self.links += len(text)

    def _unusual(self, node: LexborNode, tag: str, kind: str) -> Styled | None:
        """Enter an inline element whose text is not shown in the line as it stands; None where it is after all."""
        if kind == "hidden":
            return self.strike_out(HIDDEN)
        if kind == "reader":
            return self.strike_out(UNSEEN_TEXT, UNSEEN)
        if kind in ("icon", "ligature") or (kind == "unheard" and neighbours.is_icon_or_copy(node, tag)):
            return self.strike_out(HIDDEN, GAP)
        if kind == "formula" and (text := formula_in(node)):
            self.formula(text)
            return SKIPPED
        if kind == "note" and not self.in_note and self._is_beside(node):
            self.notes.append(node)
            self.page.struck.append(Struck("", len(self.page.blocks), self.element, HIDDEN))
            return SKIPPED
        if kind == "handle" and self.parts and _is_handle(node):
            return self.strike_out(_HANDLE, GAP)
        if kind in ("tooltip", "tip") and self.parts and tag not in SHIFTED and neighbours.is_tooltip(node, kind):
            return self.strike_out(_TOOLTIP)
        return None

    def _is_beside(self, note: LexborNode) -> bool:
        """Whether a side note stands in a text, and is not what holds both the note and the words that it is on."""
        in_text = bool(self.parts) or bool(neighbours.text_behind(note))
        return in_text and not neighbours.holds_kind(note, "note")

    def time(self, attributes: dict[str, str | None], titled: bool = False) -> None:
        """Take the machine's form of a time; titled: whether the element may state it in its `title` alone."""
        value = attributes.get("datetime") or attributes.get("data-datetime")
        if value := value or (attributes.get("title") if titled else None):
            names = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}"
            self.page.times.append((value, len(self.page.blocks), names))

    def _odd(self, tag: str, kind: str, attributes: dict[str, str | None]) -> Seam | None:
        """Take note of a time, or of a seam; returns the seam that the element's end closes."""
        if tag == "time" or (tag == "abbr" and _HATOM.search(attributes.get("class") or "")):
            self.time(attributes, titled=True)
        if self.strike >= 0:
            return None
        if tag == "cite" and self.context[0] is _QUOTE and self.parts and _ENDS.search(self.parts[-1]):
            self.parts.append(BREAK)  # the speaker under a quotation
        if tag in CROSSED:
            self.gap()
            return Seam(GAP, -1, -1)
        made = _SEAMS.get(SHIFTED.get(tag) or kind)
        if made is None:
            return None
        seam = Seam(made, len(self.parts), _OPEN)
        self.seams.append(seam)
        return seam

    def _divide(self, node: LexborNode, kind: str) -> None:
        """Take note of the boundary between an inline element and the one that ends right before it; not in code."""
        if self.context[3] or self.style is CODE:
            return
        elements = self.page.elements
        region = elements.regions[self.element] if self.element >= 0 else -1
        part = class_names.name_of(elements.hints[region]) if region >= 0 else ""
        if part in _READ and (between := self.rows.between(node, kind, part in _LOOSE)):
            self.seams.append(Seam(between, len(self.parts), len(self.parts)))

    def strike_out(self, mark: Mark, seam: int | None = None) -> Styled:
        """Take out the text of an inline element, up to its end; seam: what is left in its place."""
        struck = Struck("", len(self.page.blocks), self.element, mark)
        self.page.struck.append(struck)
        left = None if seam is None else Seam(seam, -1, -1, struck if seam == UNSEEN else None)
        outer = (self.style, self.href, self.strike, left)
        self.strike = len(self.page.struck) - 1
        return outer


def _is_handle(node: LexborNode, texts: frozenset[str] | None = None) -> bool:
    """Whether an element's text is short enough for the handle of a section, and one of `texts`."""
    text = (node.text(deep=True) or "").strip(" \n\u200b")
    return len(text) <= _LONGEST_HANDLE and (texts is None or text.lower() in texts)
