"""HTML to blocks: one iterative walk that opens and closes elements, gathers inline text and cuts it at block
boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.labels import Role
from cleaner.model import Mark, Page
from cleaner.rules import class_names
from cleaner.rules.inline_names import kind_of_names
from cleaner.segment.block_builder import Context
from cleaner.segment.formulas import formula, latex
from cleaner.segment.inline import SKIPPED, InlineWalk, Styled
from cleaner.segment.neighbours import has_text_behind, is_in_sentence
from cleaner.segment.parse import parse_html, parse_raw
from cleaner.segment.shadow import fill_slots, shadow_tree
from cleaner.segment.tags import (
    ACTIONS,
    BLOCK,
    EITHER,
    FORMS,
    GROUPS,
    HIDING,
    INLINE,
    LINK,
    RAW,
    SPECIAL,
    STRUCTURE,
    TELLING,
    is_hidden,
)

CELL = " | "
# The last pieces of text that are looked at to tell whether a sentence goes on (by hand).
_LOOKED_AT = 8
# Characters of shadow trees with slots that are read of one page, since each is parsed again (by hand).
_MOST_SHADOW = 4_000_000

_HEADING, _QUOTE, _TABLE_ROW = Role.HEADING, Role.QUOTE, Role.TABLE_ROW
# The elements that name the speaker of a quotation, where they stand in it.
_SPEAKERS = frozenset(("footer", "figcaption"))


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


class Walk(InlineWalk):
    """The state of one walk over the whole tree.

    quoted: the figure that held the last quotation, or -1. shadow: how many characters of shadow trees with slots it
    may still read.
    """

    __slots__ = ("elements", "quoted", "raw", "shadow", "tagged")

    def __init__(self, page: Page, marks: Mapping[int, Mark], max_blocks: int, raw: bool = False) -> None:
        super().__init__(page, marks, max_blocks)
        self.quoted = -1
        self.raw, self.shadow = raw, _MOST_SHADOW
        self.elements, self.tagged = page.elements, class_names.tables().tags.get

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
                    self.close(styled)
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
                action = ACTIONS.get(tag, EITHER)
                if action <= INLINE:
                    child = node.child
                    if child is not None:
                        if action == BLOCK:
                            stack.append((node, ordinal, self._block(node, tag, stack, ordinal), None))
                            ordinal, node = 0, child
                            continue
                        styled = self.inline(node, tag)
                        if styled is not SKIPPED:
                            stack.append((node, ordinal, None, styled))
                            ordinal, node = 0, child
                            continue
                    elif action == BLOCK:
                        self.flush()
                elif action == SPECIAL:
                    self._special(node, tag)
                elif action == EITHER:
                    frame = self._either(node, tag, stack, ordinal)
                    if frame is not None:
                        stack.append(frame)
                        ordinal, node = 0, node.child
                        continue
                elif action == RAW:
                    child, last = self._raw(node, tag)
                    if child is not None:
                        stack.append((last, ordinal, self._block(node, tag, stack, ordinal), None))
                        ordinal, node = 0, child
                        continue
            node = node.next

    def read_notes(self) -> None:
        """Read the side notes of a block, after it and as parts of its element."""
        notes, self.notes = self.notes, []
        for note in notes:
            if note.child is not None:
                walk = Walk(self.page, self.marks, self.max_blocks, self.raw)
                walk.element, walk.in_note = self.element, True
                walk.run(note.child)
                walk.flush()
        self.struck = len(self.page.struck)

    def _odd_text(self, text: str) -> None:
        """Gather a text node that a rule strikes out, or that holds nothing but exotic spaces: it counts as a space."""
        if not text.isspace():
            self.page.struck[self.strike].text += text
        elif self.parts:
            self.parts.append(" ")

    def _either(self, node: LexborNode, tag: str, stack: list[_Frame], ordinal: int) -> _Frame | None:
        """Enter an element that may hold blocks, or be part of the text that it stands in; None where it holds none."""
        if (self.parts or has_text_behind(node)) and is_in_sentence(node, tag, "".join(self.parts[-_LOOKED_AT:])):
            if node.child is not None and (styled := self.inline(node, tag)) is not SKIPPED:
                self.time(node.attributes)
                return node, ordinal, None, styled
            self.gap()
            return None
        if node.child is None:
            self.flush()
            return None
        return node, ordinal, self._block(node, tag, stack, ordinal), None

    def _raw(self, node: LexborNode, tag: str) -> tuple[LexborNode | None, LexborNode]:
        """The first node of what a parser leaves out of the tree, None where it is not read, and the node it ends at.

        A shadow tree stands for what its host holds, where that goes to its slots.
        """
        if tag != "template":
            return parse_raw(node) if self.raw else None, node
        tree = shadow_tree(node)
        if tree is None:
            return None, node
        markup = fill_slots(tree, node)
        if markup is None or len(markup) > self.shadow:
            return tree.child, node
        self.shadow -= len(markup)
        filled = parse_html(markup).body
        last = node
        while (behind := last.next) is not None:
            last = behind
        return filled.child if filled is not None else None, last

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
        if hint and tag in _SPEAKERS and self.is_of_quote(tag):
            hint = 0
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

    def is_of_quote(self, tag: str) -> bool:
        """Whether a footer or a caption names the speaker of the quotation that it stands in, or below."""
        form, _, _, _, figure = self.context
        return form is _QUOTE if tag == "footer" else 0 <= figure == self.quoted

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
                _, _, strike_outside, _ = styled
                if strike_outside < 0:  # the rule that strikes out the inline element takes its blocks, too
                    elements.marks[self.element] = self.page.struck[self.strike].mark
                    elements.regions[self.element] = self.element

    def _structure(self, tag: str) -> Context:
        """The context inside a structural element, or inside a block within a table's row: that table serves for
        layout.
        """
        form, level, group, pre, figure = self.context
        if tag in FORMS:
            form = _QUOTE if tag == "figcaption" and self.is_of_quote(tag) else FORMS[tag]
            level = int(tag[1]) if form is _HEADING else 0
            pre = pre or tag == "pre"
        elif form is _TABLE_ROW:
            form = Role.PARAGRAPH
        if form is _QUOTE:
            self.quoted = figure
        if tag in GROUPS:
            group = group if group >= 0 and self.context[0] is not _TABLE_ROW else self.element
        elif tag in ("blockquote", "article", "section"):
            group = -1
        elif tag == "figure":
            figure = self.element
        return form, level, group, pre, figure

    def _special(self, node: LexborNode, tag: str) -> None:
        """Take what stands in a line and is no text."""
        if tag == "br":
            self.line_break()
        elif tag == "img":
            attributes = node.attributes
            if (classes := attributes.get("class")) and kind_of_names(classes) == "formula":
                self.formula(latex(attributes.get("alt") or ""))
            self.image(attributes)
            if self.parts:
                self.gap()
        elif tag == "math":
            self.formula(formula(node))
        elif self.parts:
            if tag != "script":
                self.gap()
            elif (node.attributes.get("type") or "").startswith("math/tex"):
                self.formula(latex(node.text(deep=True) or ""))


# What the end of a block-level element restores: element and context around it; that of an inline one is `Styled`, and
# one that holds a block restores both. These are plain tuples, since named ones take ten times as long to make, and
# every element makes one.
_Opened = tuple[int, Context]
# An open element: its node, its ordinal, and what its end restores.
_Frame = tuple[LexborNode, int, _Opened | None, Styled | None]


def _is_block(frame: _Frame) -> bool:
    """Whether an open element stands among the page's elements, as block-level ones do."""
    _, _, opened, _ = frame
    return opened is not None
