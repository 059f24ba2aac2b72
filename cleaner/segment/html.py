"""HTML to blocks: one iterative walk that opens and closes elements, gathers inline text and cuts it at block
boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.model import Mark, Page
from cleaner.options import Limits
from cleaner.rules.inline_names import kind_of_names
from cleaner.segment.block_builder import PageFullError
from cleaner.segment.formulas import formula, latex
from cleaner.segment.inline import SKIPPED
from cleaner.segment.neighbours import has_text_behind, is_in_sentence, text_behind
from cleaner.segment.outline import BlockWalk, Frame
from cleaner.segment.page_styles import PageStyles
from cleaner.segment.parse import parse_part, raw_markup
from cleaner.segment.plain import cut_preformatted
from cleaner.segment.seams import INVISIBLE
from cleaner.segment.shadow import fill_slots, shadow_tree
from cleaner.segment.tags import ACTIONS, BLOCK, EITHER, INLINE, LINK, RAW, SPECIAL

_LIMITS = Limits()
# The last pieces of text, and characters, that are looked at to tell whether a sentence goes on (by hand).
_LOOKED_AT = 8
_LOOKED_BACK = 80
# Characters of shadow trees with slots that are read of one page, since each is parsed again (by hand).
_MOST_SHADOW = 4_000_000
# How the names of comments and doctypes begin, which are no elements; and one for a node without a name.
_NO_ELEMENTS, _NO_TAG = "-!", "-"
# Elements that a parser leaves as text. One in one that is read is read, too, but none in that: each is parsed again,
# and one that nothing closes holds the rest of the page (by hand).
_READ_AS_TEXT = frozenset(("noscript", "noframes"))


def segment_html(
    parser: LexborHTMLParser, marks: Mapping[int, Mark], limits: Limits = _LIMITS, *, raw: bool = False
) -> Page:
    """Walk the tree once and cut it into blocks (text still as written, but for collapsed white space).

    marks: what a rule set's selectors say, by node. raw: whether to read what browsers with scripts and frames don't
    show, too. Past `limits.blocks` blocks the rest is not read (`Page.is_cut`); markup in the page that is beyond the
    limits of markup is not read either (`Page.has_unread_markup`).
    """
    page = Page(blocks=[], html=True)
    root = parser.root
    if root is not None:
        walk = Walk(page, marks, limits, PageStyles(parser), raw)
        walk.read(root)
        if walk.preformatted:
            cut_preformatted(page, limits.blocks)
    return page


class Walk(BlockWalk):
    """The state of one walk over the whole tree.

    raw: whether it reads what browsers with scripts don't show. shadow: how many characters of shadow trees with slots
    it may still read; read_as_text: the elements that a parser leaves as text around those that were asked for.
    """

    __slots__ = ("raw", "read_as_text", "shadow")

    def __init__(
        self, page: Page, marks: Mapping[int, Mark], limits: Limits, sheets: PageStyles, raw: bool = False
    ) -> None:
        super().__init__(page, marks, limits, sheets)
        self.raw, self.shadow = raw, _MOST_SHADOW
        self.read_as_text: dict[int, int] = {}

    def read(self, root: LexborNode) -> None:
        """Visit a node, those after it and all below them, until the page is full."""
        try:
            self.run(root)
            self.flush()
        except PageFullError:
            self.page.cut(self.max_blocks)

    def run(self, root: LexborNode) -> None:
        """Visit a node, those after it and all below them, in document order.

        The loop asks of a node no more than it must: it is where a walk spends most of its time.
        """
        stack: list[Frame] = []
        parts, struck, action_of = self.parts, self.page.struck, ACTIONS.get
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
            tag = node.tag or _NO_TAG
            action = action_of(tag)
            if action is None and tag[0] not in _NO_ELEMENTS:
                action = EITHER
            if action is not None:
                ordinal += 1
                if action <= INLINE:
                    child = node.child
                    if child is not None:
                        if action == BLOCK:
                            opened = self.block(node, tag, stack, ordinal)
                            stack.append((node, ordinal, opened, None if opened is not None else self.cell(node, tag)))
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
                        stack.append((last, ordinal, self.block(node, tag, stack, ordinal), None))
                        ordinal, node = 0, child
                        continue
            node = node.next

    def read_notes(self) -> None:
        """Read the side notes of a block, after it and as parts of its element."""
        notes, self.notes = self.notes, []
        for note in notes:
            if note.child is not None:
                walk = Walk(self.page, self.marks, self.limits, self.sheets, self.raw)
                walk.element, walk.in_note = self.element, True
                walk.run(note.child)
                walk.flush()
        self.struck = len(self.page.struck)

    def _odd_text(self, text: str) -> None:
        """Gather a text node that a rule strikes out, or that holds nothing but exotic spaces: it counts as a space."""
        if not text.isspace():
            self.page.struck[self.strike].add(text)
        elif self.parts:
            self.parts.append(" ")

    def _either(self, node: LexborNode, tag: str, stack: list[Frame], ordinal: int) -> Frame | None:
        """Enter an element that may hold blocks, or be part of the text that it stands in; None where it holds none."""
        before = "".join(self.parts[-_LOOKED_AT:])[-_LOOKED_BACK:].translate(INVISIBLE)
        if (before or has_text_behind(node)) and is_in_sentence(node, tag, before):
            if node.child is not None and (styled := self.inline(node, tag)) is not SKIPPED:
                self.time(node.attributes)
                return node, ordinal, None, styled
            self.gap()
            return None
        if node.child is None:
            self.flush()
            return None
        return node, ordinal, self.block(node, tag, stack, ordinal), None

    def _raw(self, node: LexborNode, tag: str) -> tuple[LexborNode | None, LexborNode]:
        """The first node of what a parser leaves out of the tree, None where it is not read, and the node it ends at.

        A shadow tree stands for what its host holds, where that goes to its slots.
        """
        if tag != "template":
            text = raw_markup(node) if self.raw and not self._is_nested_raw() else ""
            body = parse_part(text, self.page, self.limits) if text else None
            return body.child if body is not None else None, node
        tree = shadow_tree(node)
        if tree is None:
            return None, node
        markup = fill_slots(tree, node) if self.shadow > 0 else None
        if markup is None:
            return tree.child, node
        self.shadow -= len(markup)
        if self.shadow < 0:
            return tree.child, node
        filled = parse_part(markup, self.page, self.limits)
        last = node
        while (behind := last.next) is not None:
            last = behind
        return filled.child if filled is not None else None, last

    def _is_nested_raw(self) -> bool:
        """Whether the walk is in text that was read as markup out of text that was read so."""
        elements = self.page.elements
        around = elements.nearest(self.element, _READ_AS_TEXT, self.read_as_text)
        return around >= 0 and elements.nearest(elements.parents[around], _READ_AS_TEXT, self.read_as_text) >= 0

    def _special(self, node: LexborNode, tag: str) -> None:
        """Take what stands in a line and is no text."""
        if tag == "br":
            self.line_break()
        elif tag == "img":
            attributes = node.attributes
            if (classes := attributes.get("class")) and kind_of_names(classes) == "formula":
                self.formula(latex(attributes.get("alt") or ""))
            elif len(alt := attributes.get("alt") or "") == 1 and alt.isupper() and text_behind(node)[:1].islower():
                self.formula(alt)  # a drop cap that is drawn
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
