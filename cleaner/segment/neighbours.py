"""What stands around an inline element, or in it: whether it is part of a sentence, an icon, a copy of its neighbour.

Each question looks at few nodes, so that a page that repeats an element a hundred thousand times costs no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cleaner.patterns import Pattern
from cleaner.segment.seams import ITEMS, LINKS, RUNS
from cleaner.segment.tags import ACTIONS, BLOCK, EITHER, INLINE, OF_TEXT, SHIFTED, SPECIAL, kind_of

# All numbers of this module are by hand. Nodes below an element that is part of a sentence, at most.
_MOST_NODES = 30
# Nodes that are looked at on the way to what stands behind or before an element, and the first items of a row.
_MOST_STEPS = 20
_MOST_ITEMS = 8
# Characters of the longest item of a row.
_LONGEST_ITEM = 100
# Characters before a button at the end of a paragraph whose word it is.
_SENTENCE = 40
# Characters of the shortest copy of a neighbour, of a word and of a figure: shorter ones may stand side by side.
_COPIED_WORD = 2
_COPIED_FIGURE = 4
# Spaces of a text that says in words what a figure beside it shows.
_SEVERAL = 2
_ITEM = "item"
_LIGATURE = Pattern(r"[a-z]+(?:_[a-z0-9]+)+|\p{Co}+")
_GOES_ON = Pattern(r"\p{N}|\s*(?:\p{Ll}|[,.;:!?)\]’'”»…%–—-])")
_FIGURE_GOES_ON = Pattern(r"[.,:/'’-]?\p{N}")
_FIGURE_BROKEN_OFF = Pattern(r"\p{N}[.,:/'’-]?$")
_BROKEN_OFF = Pattern(r"[\p{L}\p{M}\p{N},;(\[“‘«–—-]\s*$")


def is_in_sentence(node: LexborNode, tag: str, before: str) -> bool:
    """Whether an element that may hold blocks is part of the text around it: a custom element beside text, a button
    within a sentence. before: the text before it in its block.
    """
    if tag == "button" or node.child is None:
        return _is_word(node, before) and _holds_no_block(node)
    return (bool(before) or bool(text_behind(node).strip())) and _holds_no_block(node)


def _is_word(button: LexborNode, before: str) -> bool:
    """Whether a button, or an empty element, stands in a sentence, which goes on behind it or breaks off before it."""
    behind = text_behind(button)
    if _FIGURE_BROKEN_OFF.search(before) and _FIGURE_GOES_ON.match(button.text(deep=True) or ""):
        return True
    if not before:
        return _GOES_ON.match(behind) is not None
    if behind.strip():
        return _BROKEN_OFF.search(before) is not None or _GOES_ON.match(behind) is not None
    parent = button.parent
    return len(before) >= _SENTENCE and parent is not None and parent.tag == "p" and bool(_BROKEN_OFF.search(before))


def _holds_no_block(node: LexborNode) -> bool:
    """Whether an element is short, and holds no block."""
    for number, inner in enumerate(node.traverse(include_text=True)):
        if number > _MOST_NODES:
            return False
        if inner.is_element_node and ACTIONS.get(inner.tag or "", EITHER) == BLOCK:
            return False
    return True


def has_text_behind(node: LexborNode) -> bool:
    """Whether text follows an element immediately."""
    behind = node.next
    return behind is not None and behind.is_text_node and not behind.is_empty_text_node


def text_behind(node: LexborNode) -> str:
    """The text that follows an element in its block; "" where a block or a line ends first."""
    at: LexborNode | None = node
    space = ""
    for _ in range(_MOST_STEPS):
        if at is None:
            break
        behind = at.next
        if behind is None:
            parent = at.parent
            if parent is None or ACTIONS.get(parent.tag or "", EITHER) != INLINE:
                break
            at = parent
            continue
        at = behind
        if behind.is_text_node:
            text = behind.text_content or ""
            if text.strip():
                return space + text
            space = " "
        elif behind.is_element_node:
            action = ACTIONS.get(behind.tag or "", EITHER)
            if action == BLOCK or behind.tag == "br":
                break
            if action in (INLINE, EITHER) and (text := behind.text(deep=True) or "").strip():
                return space + text
    return ""


class Rows:
    """How inline elements stand to those right before them. It remembers the last element whose children it looked at,
    since each of them asks.
    """

    __slots__ = ("is_row", "parent")

    def __init__(self) -> None:
        self.parent, self.is_row = 0, False

    def between(self, node: LexborNode, kind: str, loose: bool) -> int:
        """As an item of a row (ITEMS), as one of the links of a byline (LINKS), as a run of a paragraph that holds
        nothing but such (RUNS), or 0 where text may run from one into the other.

        kind: that of the element's attributes; loose: whether the block is a byline, whose items stand anyhow.
        """
        before = _before(node)
        if before is None:
            return 0
        if not before.is_element_node:
            return ITEMS if loose else 0
        if ACTIONS.get(before.tag or "", EITHER) not in (INLINE, EITHER) or before.tag in SHIFTED:
            return 0
        parent = node.parent
        if parent is None or not self._is_row(parent):
            return ITEMS if loose else 0
        if loose and _is_link(before) and _is_link(node):
            return LINKS
        if not _is_of_text(parent) and _are_items(before, node):
            return ITEMS
        named = loose or kind == _ITEM or kind_of(before.attributes) == _ITEM or kind_of(parent.attributes) == _ITEM
        return ITEMS if named else RUNS

    def _is_row(self, parent: LexborNode) -> bool:
        if parent.mem_id != self.parent:
            self.parent, self.is_row = parent.mem_id, _is_row(parent)
        return self.is_row


def _is_row(parent: LexborNode) -> bool:
    """Whether an element holds nothing but inline elements, by its first children."""
    child = parent.child
    for _ in range(_MOST_ITEMS):
        if child is None:
            break
        if child.is_text_node:
            if not child.is_empty_text_node:
                return False
        elif ACTIONS.get(child.tag or "", EITHER) == BLOCK:
            return False
        child = child.next
    return True


def _is_link(node: LexborNode) -> bool:
    return node.tag == "a" or (node.child is not None and node.child.tag == "a")


def _short_text(node: LexborNode) -> str | None:
    """The text of a node, stripped; None where it has over _MOST_NODES nodes: nested elements each ask."""
    if node.is_text_node:
        return (node.text_content or "").strip()
    pieces = []
    for number, inner in enumerate(node.traverse(include_text=True)):
        if number > _MOST_NODES:
            return None
        if inner.is_text_node:
            pieces.append(inner.text_content or "")
    return "".join(pieces).strip()


def _are_items(one: LexborNode, two: LexborNode) -> bool:
    """Whether two elements are of a length of items: longer than a sign of which words and figures are put together."""
    texts = _short_text(one), _short_text(two)
    return None not in texts and 1 < max(len(text or "") for text in texts) <= _LONGEST_ITEM


def _before(node: LexborNode) -> LexborNode | None:
    """The nearest node before one that a page shows: text or an element."""
    before = node.prev
    for _ in range(_MOST_STEPS):
        if before is None or before.is_text_node:
            return before
        if before.is_element_node and ACTIONS.get(before.tag or "", EITHER) != SPECIAL:
            return before
        before = before.prev
    return None


def _is_of_text(node: LexborNode | None) -> bool:
    """Whether the block around an inline element, or the element itself, holds a line of thought."""
    for _ in range(_MOST_STEPS):
        if node is None:
            return False
        if ACTIONS.get(node.tag or "", EITHER) == BLOCK:
            return node.tag in OF_TEXT
        node = node.parent
    return True


def is_plain(node: LexborNode) -> bool:
    """Whether an element that is not read aloud is text like any other: the element around it says the same in an
    attribute, or there is none to hear.
    """
    parent = node.parent
    return (parent is not None and "aria-label" in parent.attributes) or _short_text(node) == ""


def is_icon_or_copy(node: LexborNode, tag: str) -> bool:
    """Whether an element that is not read aloud is an icon, or says again what stands beside or around it.

    An icon has an icon's name for text, or a character that a font of icons draws, or stands in an `i` with a class.
    What explains a word (`abbr`, `dfn`) opens over it, as its `title` does.
    """
    text = _short_text(node)
    if text is None:
        return False
    if _LIGATURE.fullmatch(text) or (tag == "i" and "class" in node.attributes):
        return True
    if any(_says(other, text) for other in _beside(node)):
        return True
    parent = node.parent
    if parent is None:
        return False
    explains = parent.tag in ("abbr", "dfn") and node.prev is not None
    return explains or text == (parent.attributes.get("title") or "").strip()


def _beside(node: LexborNode) -> Iterator[LexborNode]:
    """What stands right before and behind an element, over white space and comments."""
    for step in ("prev", "next"):
        other = getattr(node, step)
        for _ in range(_MOST_STEPS):
            if other is None:
                break
            if other.is_element_node or (other.is_text_node and not other.is_empty_text_node):
                yield other
                break
            other = getattr(other, step)


def _says(other: LexborNode, text: str) -> bool:
    """Whether a neighbour that people see has the same text, or is an element that has it among several words."""
    if other.is_element_node and (
        ACTIONS.get(other.tag or "", EITHER) == BLOCK or kind_of(other.attributes) in ("reader", "hidden")
    ):
        return False
    said = _short_text(other)
    if said is None:
        return False
    if other.is_element_node and said.count(" ") >= _SEVERAL and f" {text.strip('()')} " in f" {said} ":
        return True
    return said == text and len(text) >= (_COPIED_WORD if any(map(str.isalpha, text)) else _COPIED_FIGURE)


def is_tooltip(node: LexborNode, kind: str) -> bool:
    """Whether an element whose class or role names a tooltip is the text that opens, rather than the word that it
    belongs to, or what holds both.
    """
    if holds_kind(node, "tooltip") or holds_kind(node, "tip"):
        return False
    parent = node.parent
    return kind == "tooltip" or (
        node.prev is not None and parent is not None and ACTIONS.get(parent.tag or "", EITHER) in (INLINE, EITHER)
    )


def holds_kind(node: LexborNode, kind: str) -> bool:
    """Whether an element holds another whose attributes are of a kind, among its first nodes."""
    for number, inner in enumerate(node.traverse(include_text=False)):
        if number > _MOST_NODES:
            break
        if number and kind_of(inner.attributes) == kind:
            return True
    return False
