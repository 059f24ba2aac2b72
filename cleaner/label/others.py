"""Other articles below the first, as pages have them that go on while one scrolls."""

from __future__ import annotations

from cleaner import dates
from cleaner.label.heads import BYLINE
from cleaner.model import Block, Elements, Page, Reason, Role
from cleaner.rules import hints
from cleaner.rules.matchers import is_prose

# The first article holds so many sentences at least; else its parts may be what follows.
_SENTENCES = 2
_LINE = 120
_SIGNS = frozenset(("byline", "published"))


def apply(page: Page) -> None:
    """Leave out every further article: a part of the page that is built as the title's, with a heading of the title's rank."""
    title = next((block for block in page.blocks if block.role is Role.TITLE and block.kind is Role.HEADING), None)
    if title is None:
        return
    elements = page.elements
    roots = {}
    for block in page.blocks:
        if block.kind is Role.HEADING and block.level == title.level and not block.decided and block.element > title.element:
            own, other = _articles(elements, title.element, block.element) or _twins(page, title.element, block.element)
            if other >= 0 and _reads(page.blocks, elements, own):
                roots[other] = _end(elements, other)
    for block in page.blocks if roots else ():
        if block.score < 1.0 and any(root <= block.element < end for root, end in roots.items()):
            block.drop(Reason.RELATED, "generic:other_article", 0.8)


def _articles(elements: Elements, title: int, heading: int) -> tuple[int, int] | None:
    """The `article` elements of the two headings, where neither holds the other."""
    own, other = (_around(elements, at) for at in (title, heading))
    return (own, other) if own >= 0 and other >= _end(elements, own) else None


def _around(elements: Elements, at: int) -> int:
    while at >= 0 and elements.tags[at] != "article":
        at = elements.parents[at]
    return at


def _twins(page: Page, title: int, heading: int) -> tuple[int, int]:
    """The neighbouring elements that hold the two headings, if they are built alike and both bear a byline or date; (-1, -1) if not."""
    parents, tags = page.elements.parents, page.elements.tags
    while title >= 0 and heading >= 0 and tags[title] == tags[heading]:
        if parents[title] == parents[heading]:
            return (title, heading) if _is_signed(page, title) and _is_signed(page, heading) else (-1, -1)
        title, heading = parents[title], parents[heading]
    return -1, -1


def _is_signed(page: Page, root: int) -> bool:
    elements, end = page.elements, _end(page.elements, root)
    if any(hints.category(elements.hints[i]) in _SIGNS for i in range(root, end)):
        return True
    lines = (block.text for block in page.blocks if root <= block.element < end and len(block.text) < _LINE)
    return any(BYLINE.match(line) or dates.read_line(line) for line in lines)


def _reads(blocks: list[Block], elements: Elements, root: int) -> bool:
    """Whether an element holds an article's text."""
    end = _end(elements, root)
    return sum(root <= block.element < end and is_prose(block.text) for block in blocks) >= _SENTENCES


def _end(elements: Elements, root: int) -> int:
    """The index after the last element below one: they stand in document order."""
    end = root + 1
    while end < len(elements) and elements.parents[end] >= root:
        end += 1
    return end
