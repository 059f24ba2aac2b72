"""Gather the text between two block boundaries, and make a block of it."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from cleaner.labels import Reason, Role
from cleaner.model import Block, Image, Mark, Page, Struck
from cleaner.options import Limits
from cleaner.segment.seams import BREAK, Seam, is_unheard, mend
from cleaner.segment.tags import PLAIN

# A row of one cell with more characters is a paragraph in a table that serves for layout (by hand).
_LAYOUT_CELL = 120

# What nobody sees, and what is read aloud but not seen: one mark each, to tell the two.
HIDDEN = Mark(Reason.HIDDEN, "generic:hidden")
UNSEEN_TEXT = Mark(Reason.HIDDEN, "generic:hidden")
_TABLE_ROW, _PARAGRAPH = Role.TABLE_ROW, Role.PARAGRAPH
# What the blocks inside a block-level element take from it: form, heading level, group, whether white space counts, and
# the index of the figure.
Context = tuple[Role, int, int, bool, int]


class PageFullError(Exception):
    """The page has as many blocks as it may have; ends the walk, and never leaves this room."""


class BlockBuilder:
    """The text since the last block boundary.

    element, context: the innermost open block-level element and what it gives to its blocks; parts: the text as
    written; styles: from which part on a style holds; links: how many characters are linked; struck: how many of the
    page's struck spans earlier blocks account for; seams: where the text has to be mended; notes: the side notes that
    stand in it, to be read after it.
    """

    __slots__ = (
        "breaks",
        "cells",
        "context",
        "element",
        "href",
        "limits",
        "links",
        "max_blocks",
        "notes",
        "page",
        "parts",
        "seams",
        "struck",
        "style",
        "styles",
    )

    def __init__(self, page: Page, limits: Limits) -> None:
        self.page, self.limits, self.max_blocks = page, limits, limits.blocks
        self.parts: list[str] = []
        self.seams: list[Seam] = []
        self.notes: list[LexborNode] = []
        self.styles: list[tuple[int, str, str | None]] = []
        self.element = -1
        self.context: Context = (Role.PARAGRAPH, 0, -1, False, -1)
        self.style = PLAIN
        self.href: str | None = None
        self.links = self.breaks = 0
        self.struck = len(page.struck)
        self.cells = False

    def line_break(self) -> None:
        """Take a `<br>`: two of them in a row end a paragraph."""
        self.breaks += 1
        form, level, _, pre, figure = self.context
        if self.breaks == 2 and not pre:
            if form is _TABLE_ROW:  # paragraphs inside a cell: the table serves for layout
                self.context = (Role.PARAGRAPH, level, -1, pre, figure)
            self.flush()
        elif self.parts:
            self.parts.append(BREAK)

    def image(self, attributes: dict[str, str | None]) -> None:
        """Take a picture, by its attributes, if it has an address or an alternative text."""
        alt = " ".join((attributes.get("alt") or "").split())
        src = attributes.get("src") or ""
        if not src or src.startswith("data:"):
            src = attributes.get("data-src") or attributes.get("data-lazy-src") or attributes.get("data-original") or ""
        if alt or src:
            self.page.images.append(Image(src, alt, self.element, self.context[4]))

    def flush(self) -> None:
        """End the block that was being gathered. Raises `PageFullError` where the page may have no more."""
        page, parts = self.page, self.parts
        if self.seams:
            self._mend()
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if self.struck < len(page.struck):
            if not text:
                text = self._all_struck()
            self.struck = len(page.struck)
        if text:
            form, level, group, pre, _ = self.context
            text = (
                text.replace(BREAK, "\n").strip("\n")
                if pre
                else collapse(text)
                if BREAK in text
                else " ".join(text.split())
            )
            if (
                len(text) > _LAYOUT_CELL
                and not self.cells
                and (form is _TABLE_ROW or (form is _PARAGRAPH and group >= 0))
            ):
                form, group = Role.PARAGRAPH, -1
            if len(page.blocks) >= self.max_blocks:
                raise PageFullError
            styled = (tuple(parts), tuple(self.styles)) if self.styles else None
            page.blocks.append(Block(text, form, self.element, -1, -1, 0, group, self.links, level, 0, 0, styled))
            parts.clear()
        if self.styles:
            self.styles.clear()
            if self.style is not PLAIN:
                self.styles.append((0, self.style, self.href))
        self.links = self.breaks = 0
        self.cells = False
        if self.notes:
            self.read_notes()

    def read_notes(self) -> None:
        """Read the side notes of a block, after it."""
        self.notes.clear()

    def _mend(self) -> None:
        """Mend the text at its seams. Text of which nothing is read aloud, and that is no sentence, is hidden."""
        page, parts, unheard = self.page, self.parts, is_unheard(self.parts, self.seams)
        for sign in mend(parts, self.seams):
            page.struck.append(Struck(sign, len(page.blocks), self.element, HIDDEN))
        self.seams.clear()
        if not any(part.strip() for part in parts):
            parts.clear()
        elif unheard and all(span.mark is not UNSEEN_TEXT for span in page.struck[self.struck :]):
            page.inline_marks.setdefault(len(page.blocks), HIDDEN)

    def _all_struck(self) -> str:
        """The text of a block of which nothing is left: it is reported as a block that goes by the same rule."""
        page = self.page
        spans = [span for span in page.struck[self.struck :] if span.text.strip()]
        if not spans:
            return ""
        page.inline_marks[len(page.blocks)] = spans[0].mark
        text = " ".join(span.text for span in spans)
        for span in spans:
            span.text = ""
        return text


def collapse(text: str) -> str:
    """White space to single spaces, and a newline for each `<br>`."""
    if BREAK in text:
        lines = [" ".join(line.split()) for line in text.split(BREAK)]
        return "\n".join(line for line in lines if line)
    return " ".join(text.split())
