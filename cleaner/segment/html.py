"""HTML to blocks: one iterative walk that opens and closes elements, gathers inline text and cuts it at block
boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.labels import Reason, Role
from cleaner.model import Mark, Page, Struck
from cleaner.rules import class_names
from cleaner.segment.block_builder import BlockBuilder, Context
from cleaner.segment.parse import parse_raw
from cleaner.segment.tags import (
    ACTIONS,
    BARE,
    BLOCK,
    FORMS,
    GROUPS,
    HIDING,
    LINK,
    RAW,
    SPECIAL,
    STRUCTURE,
    STYLES,
    TELLING,
    hides,
    is_hidden,
)

CELL = " | "

_HEADING, _TABLE_ROW = Role.HEADING, Role.TABLE_ROW


def segment_html(parser: LexborHTMLParser, marks: Mapping[int, Mark], max_blocks: int, *, raw: bool = False) -> Page:
    """Walk the tree once and cut it into blocks (text still as written, but for collapsed white space).

    marks: what a rule set's selectors say, by node. raw: whether to read what browsers with scripts and frames don't
    show, too. Raises `LimitError` past `max_blocks` blocks.
    """
    page = Page(blocks=[], html=True)
    root = parser.root
    if root is not None:
        Walk(page, marks, max_blocks, raw).run(root)
    return page


class Walk(BlockBuilder):
    """The state of one walk. strike: the index among the page's struck spans that text goes to, or -1."""

    __slots__ = ("elements", "marks", "raw", "strike", "tagged")

    def __init__(self, page: Page, marks: Mapping[int, Mark], max_blocks: int, raw: bool = False) -> None:
        super().__init__(page, max_blocks)
        self.marks, self.raw = marks, raw
        self.elements, self.tagged = page.elements, class_names.tables().tags.get
        self.strike = -1

    def run(self, root: LexborNode) -> None:
        """Visit a node, those after it and all below them, in document order.

        The loop asks of a node no more than it must: it is where a walk spends most of its time.
        """
        stack: list[_Frame] = []
        parts, struck = self.parts, self.page.struck
        node: LexborNode | None = root
        ordinal = 0
        while True:
            if node is None:
                if not stack:
                    return
                closed, ordinal, opened, styled = stack.pop()
                if styled is not None:
                    self._restyle(styled)
                if opened is not None:
                    if parts or styled is not None or self.struck < len(struck):
                        self.flush()
                    self.element, self.context = opened
                node = closed.next
                continue
            if node.is_text_node:
                if node.is_empty_text_node:
                    if parts:
                        parts.append(" ")
                else:
                    text = node.text_content
                    if text is None or self.strike >= 0 or text.isspace():
                        self._odd_text(text or " ")
                    else:
                        parts.append(text)
                        self.breaks = 0
                        if self.style is LINK:
                            self.links += len(text)
                node = node.next
                continue
            tag = node.tag
            if tag is not None and tag[0] not in "-!":
                ordinal += 1
                action = ACTIONS.get(tag, BLOCK)
                if action <= BARE:
                    child = node.child
                    if child is not None:
                        if action == BLOCK:
                            stack.append((node, ordinal, self._block(node, tag, stack, ordinal), None))
                        else:
                            stack.append((node, ordinal, None, self._inline(node, tag, action)))
                        ordinal, node = 0, child
                        continue
                    if action == BLOCK:
                        self.flush()
                elif action == SPECIAL:
                    self._special(node, tag)
                elif action == RAW and self.raw:
                    child = parse_raw(node)
                    if child is not None:
                        stack.append((node, ordinal, self._block(node, tag, stack, ordinal), None))
                        ordinal, node = 0, child
                        continue
            node = node.next

    def _odd_text(self, text: str) -> None:
        """Gather a text node that a rule strikes out, or that holds nothing but exotic spaces: it counts as a space."""
        if not text.isspace():
            self.page.struck[self.strike].text += text
        elif self.parts:
            self.parts.append(" ")

    def _inline(self, node: LexborNode, tag: str, action: int) -> _Styled | None:
        """Enter an inline element; returns the style that its end restores, None where it changes nothing."""
        if action == BARE:
            style, href = STYLES.get(tag), None
            if style is None or self.style is LINK:
                return None
        else:
            attributes = node.attributes
            if self.marks or (attributes and hides(attributes)):
                mark = self.marks.get(node.mem_id)
                if mark is not None and isinstance(mark.label, Role):
                    self.page.inline_marks[len(self.page.blocks)] = mark
                elif self.strike < 0 and ((mark is not None and mark.label is not None) or hides(attributes)):
                    return self._strike(mark or _HIDDEN)
            if tag == "rt" and self.strike < 0 and (node.prev is None or node.prev.tag != "rp"):
                return self._strike(_RUBY)
            if tag == "time" and attributes.get("datetime"):
                names = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}"
                self.page.times.append((str(attributes["datetime"]), len(self.page.blocks), names))
            style, href = LINK, attributes.get("href")
            if tag != "a" or (
                href is None and ("name" in attributes or "id" in attributes)
            ):  # <a name="…"/> stays open to the end of the page
                return None
        outer = (self.style, self.href, self.strike)
        self.style, self.href = style, href
        self.styles.append((len(self.parts), style, href))
        return outer

    def _strike(self, mark: Mark) -> _Styled:
        """Take out the text of an inline element, up to its end."""
        outer = (self.style, self.href, self.strike)
        self.page.struck.append(Struck("", len(self.page.blocks), self.element, mark))
        self.strike = len(self.page.struck) - 1
        return outer

    def _restyle(self, outer: _Styled) -> None:
        style, href, self.strike = outer
        if self.style is not style or self.href != href:
            self.style, self.href = style, href
            self.styles.append((len(self.parts), style, href))

    def _block(self, node: LexborNode, tag: str, stack: list[_Frame], ordinal: int) -> _Opened | None:
        """Enter a block-level element; returns the element and context that its end restores."""
        in_row = self.context[0] is _TABLE_ROW
        if in_row and tag in ("td", "th"):
            if self.parts:
                self.parts.append(CELL)
                self.cells = True
            return None
        if self.parts or self.struck < len(self.page.struck):
            self.flush()
        if stack and not _is_block(stack[-1]):
            self._adopt(stack)
        outer = (self.element, self.context)
        self.element = self.enter(node, tag, self.element, ordinal)
        self.strike = -1
        if in_row or tag in STRUCTURE:
            self.context = self._structure(tag)
        return outer

    def enter(self, node: LexborNode, tag: str, parent: int, ordinal: int) -> int:
        """A new element among the page's, with what its attributes say."""
        elements = self.elements
        index = len(elements.parents)
        attributes = node.attributes
        region = False
        classes = None
        hint = self.tagged(tag, 0)
        if attributes:
            get = attributes.get
            classes = get("class")
            if not TELLING.isdisjoint(attributes):
                hint = class_names.category_of(tag, classes, get("id"), get("role"), get("itemprop"))
                region = (
                    not HIDING.isdisjoint(attributes)
                    and is_hidden(attributes)
                    and not class_names.is_unfolded_by_readers(tag, classes, get("id"))
                )
                if region:
                    elements.hidden.add(index)
            elif classes:
                hint = class_names.category_of(tag, classes) if hint else class_names.category_of_names(classes)
        if self.marks and (mark := self.marks.get(node.mem_id)) is not None:
            elements.marks[index] = mark
            region = True
        elements.parents.append(parent)
        elements.tags.append(tag)
        elements.ordinals.append(ordinal)
        elements.classes.append(classes)
        elements.hints.append(hint)
        elements.regions.append(index if hint or region else elements.regions[parent] if parent >= 0 else -1)
        return index

    def _adopt(self, stack: list[_Frame]) -> None:
        """Enter the inline elements (and cells) that hold a block among the page's elements, so that they close as
        blocks do.
        """
        first = len(stack)
        while first > 0 and not _is_block(stack[first - 1]):
            first -= 1
        elements = self.page.elements
        for i in range(first, len(stack)):
            node, ordinal, _, styled = stack[i]
            stack[i] = (node, ordinal, (self.element, self.context), styled)
            self.element = self.enter(node, node.tag or "", self.element, ordinal)
            if styled is not None and self.strike >= 0:
                _, _, strike_outside = styled
                if strike_outside < 0:  # the rule that strikes out the inline element takes its blocks, too
                    elements.marks[self.element] = self.page.struck[self.strike].mark
                    elements.regions[self.element] = self.element

    def _structure(self, tag: str) -> Context:
        """The context inside a structural element, or inside a block within a table's row: that table serves for
        layout.
        """
        form, level, group, pre, figure = self.context
        if tag in FORMS:
            form = FORMS[tag]
            level = int(tag[1]) if form is _HEADING else 0
            pre = pre or tag == "pre"
        elif form is _TABLE_ROW:
            form = Role.PARAGRAPH
        if tag in GROUPS:
            group = group if group >= 0 and self.context[0] is not _TABLE_ROW else self.element
        elif tag in ("blockquote", "article", "section"):
            group = -1
        elif tag == "figure":
            figure = self.element
        return form, level, group, pre, figure

    def _special(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self.line_break()
        else:
            self.image(node.attributes)


# What the end of an element restores: element and context around a block-level one; style, link and strike around an
# inline one. An inline element that holds a block restores both. These are plain tuples, since named ones take ten
# times as long to make, and every element makes one.
_Opened = tuple[int, Context]
_Styled = tuple[str, str | None, int]
# An open element: its node, its ordinal, and what its end restores.
_Frame = tuple[LexborNode, int, _Opened | None, _Styled | None]


def _is_block(frame: _Frame) -> bool:
    """Whether an open element stands among the page's elements, as block-level ones do."""
    _, _, opened, _ = frame
    return opened is not None


# The reading of a word, set above it in small signs: without the brackets that some pages have around it, it would run
# into the word.
_RUBY = Mark(Reason.OTHER, "generic:ruby")
_HIDDEN = Mark(Reason.HIDDEN, "generic:hidden")
