"""HTML to blocks: one iterative walk that opens and closes elements, gathers inline text and cuts it at block boundaries."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.errors import InputError, LimitError
from cleaner.model import Block, Element, Image, Mark, Page, Reason, Role, Struck, Style
from cleaner.rules import hints

_WO_EVENTS = 1
_SKIP = frozenset(
    "style template svg math canvas iframe object embed applet select option datalist textarea head title meta link base param source track area map noembed noframes".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr img picture input".split()
)
# Inline elements whose attributes say nothing that a later stage uses.
_BARE = frozenset("abbr acronym b bdi bdo big br cite code del dfn em i ins kbd mark nobr q rb rt ruby s samp small strike strong sub sup tt u var wbr".split())
_STYLES = {"a": Style.LINK, "b": Style.STRONG, "strong": Style.STRONG, "i": Style.EMPHASIS, "em": Style.EMPHASIS, "code": Style.CODE}
_KINDS = {
    "li": Role.LIST_ITEM, "dt": Role.LIST_ITEM, "dd": Role.LIST_ITEM, "blockquote": Role.QUOTE, "pre": Role.CODE, "tr": Role.TABLE_ROW,
    "figcaption": Role.CAPTION, "caption": Role.CAPTION, "h1": Role.HEADING, "h2": Role.HEADING, "h3": Role.HEADING, "h4": Role.HEADING,
    "h5": Role.HEADING, "h6": Role.HEADING,
}  # fmt: skip
_GROUPS = frozenset(("ul", "ol", "dl", "table"))
BREAK = "\0"  # a parser drops NUL from text, so it can stand for <br>
CELL = " | "


def parse_html(data: str | bytes) -> LexborHTMLParser:
    """Parse a page (bytes are UTF-8). Raises `InputError` where the parser gives up."""
    try:
        return LexborHTMLParser(data, options=_WO_EVENTS, scripting=True)
    except (SelectolaxError, ValueError, MemoryError) as error:
        raise InputError(f"the page can't be parsed: {error}") from None


def segment_html(parser: LexborHTMLParser, marks: dict[int, Mark], max_blocks: int) -> Page:
    """Walk the tree once and cut it into blocks (text still as written, but for collapsed white space).

    marks: what a rule set's selectors say, by node. Raises `LimitError` past `max_blocks` blocks.
    """
    page = Page(blocks=[], html=True)
    root = parser.root
    if root is not None:
        _Walk(page, marks, max_blocks).run(root)
    return page


class _Frame:
    """An open element: how to go on when it closes."""

    __slots__ = ("block", "children", "element", "figure", "group", "kind", "level", "link", "node", "pre", "style", "tag", "value")

    def __init__(self, node: LexborNode, tag: str) -> None:
        self.node, self.tag, self.children = node, tag, 0


class _Walk:
    """The state of one walk. `parts` is the inline text gathered since the last block boundary."""

    def __init__(self, page: Page, marks: dict[int, Mark], max_blocks: int) -> None:
        self.page, self.marks, self.max_blocks = page, marks, max_blocks
        self.parts: list[tuple[str, Style, str | None]] = []
        self.links = 0
        self.any = False
        self.breaks = 0

    def run(self, root: LexborNode) -> None:
        """Visit every node once, in document order."""
        frame = _Frame(root, root.tag or "html")
        frame.block = True
        frame.element, frame.kind, frame.group, frame.level = self._element(frame, -1, 1), Role.PARAGRAPH, -1, 0
        frame.style, frame.value, frame.link, frame.pre, frame.figure = Style.PLAIN, None, False, False, -1
        stack = [frame]
        node = root.child
        while True:
            if node is None:
                self._close(stack.pop())
                if not stack:
                    return
                node = frame.node.next
                frame = stack[-1]
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content, frame)
            elif tag is not None and tag[0] not in "-!":
                frame.children += 1
                opened = self._open(node, tag, frame, stack)
                if opened is not None:
                    child = node.child
                    if child is not None:
                        stack.append(opened)
                        frame, node = opened, child
                        continue
                    self._close(opened)
            node = node.next

    def _text(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if not text.isspace():
            self.any = True
            self.breaks = 0
            if frame.link:
                self.links += len(text)
        self.parts.append((text, frame.style, frame.value))

    def _open(self, node: LexborNode, tag: str, frame: _Frame, stack: list[_Frame]) -> _Frame | None:
        """What follows from a start tag; None where the element's content is no part of the page's text."""
        if tag in _SKIP:
            return None
        if tag == "br":
            self._break(frame, stack)
            return None
        if tag in ("script", "noscript"):
            self._scripts(node, tag)
            return None
        inline = tag in _INLINE
        attributes = node.attributes if tag not in _BARE else _NONE
        if tag in ("img", "input"):
            if tag == "img":
                self._image(attributes, frame, stack)
            return None
        mark = self.marks.get(node.mem_id) if self.marks else None
        opened = _Frame(node, tag)
        opened.kind, opened.group, opened.level, opened.figure, opened.pre = frame.kind, frame.group, frame.level, frame.figure, frame.pre
        opened.style, opened.value, opened.link = frame.style, frame.value, frame.link
        opened.element = frame.element
        if inline:
            struck = mark is not None and isinstance(mark.label, Reason)
            hidden = bool(attributes) and _hidden(attributes)
            opened.block = struck and not self.any
            if mark is not None and isinstance(mark.label, Role):
                self.page.inline_marks[len(self.page.blocks)] = mark
            if not opened.block:
                self._inline(opened, tag, attributes, mark if struck else None, hidden, stack)
                return opened
            self._flush(frame)
        else:
            opened.block = True
            if tag in ("td", "th") and frame.kind is Role.TABLE_ROW:
                self._cell(opened)
                return opened
            self._flush(frame)
        opened.element = self._new_element(node, opened, stack, attributes, mark)
        self._structure(opened, tag, frame)
        return opened

    def _inline(self, opened: _Frame, tag: str, attributes: dict[str, str | None], mark: Mark | None, hidden: bool, stack: list[_Frame]) -> None:
        """An inline element: its style, and whether a rule or its hiding strikes it out of the paragraph."""
        if mark is not None or hidden:
            opened.style, opened.value = Style.PLAIN, STRUCK
            self.page.struck.append(Struck("", len(self.page.blocks), opened.element, mark or _HIDDEN))
            opened.value = f"{STRUCK}{len(self.page.struck) - 1}"
        elif opened.value is None or opened.value[:1] != STRUCK:
            style = _STYLES.get(tag)
            if style is Style.LINK:
                opened.style, opened.value, opened.link = Style.LINK, attributes.get("href"), True
            elif style is not None and opened.style is not Style.LINK:
                opened.style = style
        if tag == "time" and attributes.get("datetime"):
            self.page.times.append((str(attributes["datetime"]), len(self.page.blocks)))

    def _cell(self, opened: _Frame) -> None:
        if self.any:
            self.parts.append((CELL, Style.PLAIN, None))
        opened.block = False
        opened.style, opened.value, opened.link = Style.PLAIN, None, False

    def _structure(self, opened: _Frame, tag: str, frame: _Frame) -> None:
        """What a block-level element makes of the blocks inside it."""
        kind = _KINDS.get(tag)
        if kind is not None:
            if not (kind is Role.TABLE_ROW and frame.kind is Role.CAPTION):
                opened.kind = kind
            opened.pre = opened.pre or tag == "pre"
            opened.level = int(tag[1]) if kind is Role.HEADING else 0
        elif frame.kind is Role.TABLE_ROW:  # a block inside a cell: the table serves for layout
            opened.kind = Role.PARAGRAPH
        if tag in _GROUPS and frame.group < 0:
            opened.group = opened.element
        elif tag in ("td", "th", "blockquote", "article", "section"):
            opened.group = -1
        if tag == "figure":
            opened.figure = opened.element

    def _break(self, frame: _Frame, stack: list[_Frame]) -> None:
        self.breaks += 1
        if self.breaks == 2 and not frame.pre:
            if frame.kind is Role.TABLE_ROW:  # paragraphs inside a cell: the table serves for layout
                for outer in reversed(stack):
                    outer.kind, outer.group = Role.PARAGRAPH, -1
                    if outer.block:
                        break
            self._flush(frame)
        elif self.any:
            self.parts.append((BREAK, Style.PLAIN, None))

    def _close(self, frame: _Frame) -> None:
        if frame.block:
            self._flush(frame)

    def _flush(self, frame: _Frame) -> None:
        """End the block that was being gathered."""
        if self.any:
            if len(self.page.blocks) >= self.max_blocks:
                raise LimitError(f"the page has over {self.max_blocks:,} blocks: raise Options.limits.blocks to take it")
            self.page.blocks.append(self._block(frame))
        self.parts = []
        self.links = self.breaks = 0
        self.any = False

    def _block(self, frame: _Frame) -> Block:
        parts = self.parts
        if len(parts) == 1:
            text = parts[0][0]
        else:
            if any(part[2] is not None and part[2][:1] == STRUCK for part in parts):
                parts = self._strike(parts)
            text = "".join([part[0] for part in parts])
        text = text.replace(BREAK, "\n").strip("\n") if frame.pre else collapse(text)
        styled = any(part[1] is not Style.PLAIN for part in parts)
        return Block(
            text, frame.kind, frame.element, group=frame.group, links=self.links, level=frame.level, tight=False, parts=parts if styled else None
        )

    def _strike(self, parts: list[tuple[str, Style, str | None]]) -> list[tuple[str, Style, str | None]]:
        """Move struck-out spans from the paragraph to the page's account of them; a block that is all struck keeps its text."""
        kept = [part for part in parts if part[2] is None or part[2][:1] != STRUCK]
        if not any(text.strip() for text, _, _ in kept):
            return [(text, style, None) for text, style, _ in parts]
        for text, _, value in parts:
            if value is not None and value[:1] == STRUCK:
                span = self.page.struck[int(value[1:])]
                span.text += text
                span.block = len(self.page.blocks)
        return kept

    def _scripts(self, node: LexborNode, tag: str) -> None:
        if tag == "noscript":
            self.page.noscript.append(node.text(deep=True) or "")
        elif "ld+json" in (node.attributes.get("type") or "").lower():
            self.page.jsonld.append(node.text(deep=True) or "")

    def _image(self, attributes: dict[str, str | None], frame: _Frame, stack: list[_Frame]) -> None:
        alt = " ".join((attributes.get("alt") or "").split())
        src = attributes.get("src") or ""
        if src.startswith("data:"):
            src = attributes.get("data-src") or attributes.get("data-lazy-src") or ""
        if alt or src:
            self.page.images.append(Image(src, alt, frame.element, frame.figure))

    def _new_element(self, node: LexborNode, opened: _Frame, stack: list[_Frame], attributes: dict[str, str | None], mark: Mark | None) -> int:
        """Enter a block-level element among the page's elements, and with it any inline ones that hold it."""
        parent = stack[-1]
        if not parent.block:
            first = next(i for i in range(len(stack) - 1, -1, -1) if stack[i].block)
            for i in range(first + 1, len(stack)):
                stack[i].element = self._element(stack[i], stack[i - 1].element, stack[i - 1].children)
                stack[i].block = True
        index = self._element(opened, parent.element, parent.children)
        element = self.page.elements[index]
        element.mark = mark
        if attributes or opened.tag in hints.tables().tags:
            self._describe(element, attributes, opened.tag)
        if element.hint or mark is not None or element.hidden:
            element.region = index
        return index

    def _element(self, frame: _Frame, parent: int, ordinal: int) -> int:
        elements = self.page.elements
        element = Element(parent, frame.tag, ordinal)
        if parent >= 0:
            element.region = elements[parent].region
        elements.append(element)
        return len(elements) - 1

    def _describe(self, element: Element, attributes: dict[str, str | None], tag: str) -> None:
        """What an element's tag and attributes tell: its hint, the most telling of them, and whether it is hidden."""
        element.hidden = bool(attributes) and _hidden(attributes)
        element.hint = hints.of(tag, attributes.get("class"), attributes.get("id"), attributes.get("role"), attributes.get("itemprop"))


_NONE: dict[str, str | None] = {}
_HIDDEN = Mark(Reason.HIDDEN, "generic:hidden")
STRUCK = "\1"


def _hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and ("display:none" in (flat := style.replace(" ", "").lower()) or "visibility:hidden" in flat)


def collapse(text: str) -> str:
    """White space to single spaces, and a newline for each `<br>`."""
    if BREAK in text:
        lines = [" ".join(line.split()) for line in text.split(BREAK)]
        return "\n".join(line for line in lines if line)
    return " ".join(text.split())
