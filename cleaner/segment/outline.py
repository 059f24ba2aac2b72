"""Block-level elements: the walk enters them among the page's elements, with what their attributes say."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from cleaner.labels import Role
from cleaner.model import Mark, Page
from cleaner.options import Limits
from cleaner.rules import class_names
from cleaner.rules.class_names import category_of, category_of_names
from cleaner.segment.block_builder import HIDDEN, Context
from cleaner.segment.hiding_names import NAMED
from cleaner.segment.inline import UNSEEN_KINDS, InlineWalk, Styled
from cleaner.segment.page_styles import PageStyles
from cleaner.segment.tags import FORMS, GROUPS, HIDING, STRUCTURE, TELLING
from cleaner.segment.visibility import FADED_IN, FOLDED, UNHEARD, by_attributes
from cleaner.segment.visibility import HIDDEN as UNSEEN

CELL = " | "
_HEADING, _QUOTE, _TABLE_ROW = Role.HEADING, Role.QUOTE, Role.TABLE_ROW
# The elements that name the speaker of a quotation, where they stand in it.
_SPEAKERS = frozenset(("footer", "figcaption"))
# What the end of a block-level element restores: element and context around it; that of an inline one is `Styled`, and
# one that holds a block restores both. These are plain tuples, since named ones take ten times as long to make, and
# every element makes one.
Opened = tuple[int, Context]
# An open element: its node, its ordinal, and what its end restores.
Frame = tuple[LexborNode, int, Opened | None, Styled | None]


class BlockWalk(InlineWalk):
    """The state of a walk among block-level elements.

    preformatted: whether it saw a `pre`. quoted: the figure that held the last quotation, or -1.
    """

    __slots__ = ("asked_tags", "elements", "named", "preformatted", "quoted", "rules_of_ids", "tagged")

    def __init__(self, page: Page, marks: Mapping[int, Mark], limits: Limits, sheets: PageStyles) -> None:
        super().__init__(page, marks, limits, sheets)
        self.quoted, self.preformatted = -1, False
        self.named = sheets.named
        self.asked_tags = sheets.tags | {"details", "dialog"}
        self.rules_of_ids = bool(sheets.ids)
        self.elements, self.tagged = page.elements, class_names.tables().tags.get

    def block(self, node: LexborNode, tag: str, stack: list[Frame], ordinal: int) -> Opened | None:
        """Enter a block-level element; returns the element and context that its end restores."""
        in_row = self.context[0] is _TABLE_ROW
        if in_row and tag in ("td", "th"):
            return None
        if self.parts or self.struck < len(self.page.struck):
            if in_row:
                self._end_cells()
            self.flush()
        if stack and not _is_block(stack[-1]):
            self._adopt(stack)
        outer = (self.element, self.context)
        self.element = self.enter(node, tag, self.element, ordinal)
        self.strike = -1
        if in_row or tag in STRUCTURE:
            self.context = self._structure(tag)
        return outer

    def cell(self, node: LexborNode, tag: str) -> Styled | None:
        """Enter a cell of a row; returns what its end restores, where its text is not shown."""
        if self.strike < 0 and self.kind_of(node, tag, node.attributes) in UNSEEN_KINDS:
            return self.strike_out(HIDDEN)
        if self.parts:
            self.parts.append(CELL)
            self.cells = True
        return None

    def _end_cells(self) -> None:
        """Take the cells before a block in a row for paragraphs: the table serves for layout."""
        _, level, _, pre, figure = self.context
        self.context = (Role.PARAGRAPH, level, -1, pre, figure)
        if self.parts and self.parts[-1] == CELL:
            self.parts.pop()

    def enter(self, node: LexborNode, tag: str, parent: int, ordinal: int) -> int:
        """A new element among the page's, with what its attributes say."""
        elements = self.elements
        index = len(elements.parents)
        attributes = node.attributes
        region = False
        classes = None
        hint = self.tagged(tag, 0)
        said, asked = 0, tag in self.asked_tags
        if attributes:
            get = attributes.get
            classes = get("class")
            if not TELLING.isdisjoint(attributes):
                asked = asked or not HIDING.isdisjoint(attributes) or (self.rules_of_ids and "id" in attributes)
                hint = category_of(tag, classes, get("id"), get("role"), get("itemprop"))
            elif classes:
                hint = category_of(tag, classes) if hint else category_of_names(classes)
            if classes:
                said = self.named(classes)
        if (asked or said) and (kind := self._hiding(node, tag, attributes, said == NAMED)):
            if kind == FADED_IN:
                elements.unveiled.add(index)
            elif kind == FOLDED:
                elements.folded.add(index)
            else:
                (elements.unheard if kind == UNHEARD else elements.hidden).add(index)
                region = True
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

    def _hiding(self, node: LexborNode, tag: str, attributes: dict[str, str | None], named: bool) -> str:
        """How a block-level element is kept from being seen, as `PageStyles.kind` does; or UNHEARD, or FOLDED where
        readers unfold it. named: whether one of its classes hides it by its name.
        """
        if tag == "details":
            return "" if "open" in attributes else FOLDED
        if named or by_attributes(tag, attributes):
            kind = FADED_IN if self.sheets.is_streamed(attributes) else UNSEEN
        else:
            kind = self.sheets.kind(node, tag, attributes)
            if not kind and attributes.get("aria-hidden") == "true":
                kind = UNHEARD
        if kind and class_names.is_unfolded_by_readers(tag, attributes.get("class"), attributes.get("id")):
            return FOLDED
        return kind

    def is_of_quote(self, tag: str) -> bool:
        """Whether a footer or a caption names the speaker of the quotation that it stands in, or below."""
        form, _, _, _, figure = self.context
        return form is _QUOTE if tag == "footer" else 0 <= figure == self.quoted

    def _adopt(self, stack: list[Frame]) -> None:
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
            if tag == "pre":
                pre = self.preformatted = True
        elif form is _TABLE_ROW:
            form = Role.PARAGRAPH
        if tag == "blockquote" and not self.elements.hints[self.element]:  # an embedded post has one: it has a caption
            self.quoted = figure
        if tag in GROUPS:
            group = group if group >= 0 and self.context[0] is not _TABLE_ROW else self.element
        elif tag in ("blockquote", "article", "section"):
            group = -1
        elif tag == "figure":
            figure = self.element
        return form, level, group, pre, figure


def _is_block(frame: Frame) -> bool:
    """Whether an open element stands among the page's elements, as block-level ones do."""
    _, _, opened, _ = frame
    return opened is not None
