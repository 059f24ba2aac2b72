"""A title that ends a breadcrumb, and the headline below it.

A heading inside a breadcrumb is written for search engines; the heading that is printed below it is the headline.
"""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.model import Block, Elements, Page
from cleaner.rules import class_names

# Blocks after a breadcrumb's heading among which the headline stands. By hand, as the next ones.
_BLOCKS_BELOW = 8
# Elements, from the heading's own outwards, of which one may be the breadcrumb.
_ELEMENTS_ABOVE = 6
# A headline has more characters than this.
_SHORTEST = 15


def headline_below(page: Page, title: Block) -> Block | None:
    """The heading below a title that ends a breadcrumb; None where the title stands in no breadcrumb, or no heading
    follows.
    """
    elements = page.elements
    if title.form is not Role.HEADING or not _in_breadcrumb(elements, title.element):
        return None
    at = next(i for i, block in enumerate(page.blocks) if block is title)
    following = page.blocks[at + 1 : at + 1 + _BLOCKS_BELOW]
    for block in following:
        is_long = block.form is Role.HEADING and block.level <= 2 and len(block.text) > _SHORTEST
        if is_long and not _in_breadcrumb(elements, block.element):
            return block
    return None


def _in_breadcrumb(elements: Elements, element: int) -> bool:
    """Whether an element, or one right around it, is named as a breadcrumb or is an item of a list or navigation."""
    return any(
        elements.tags[at] in ("nav", "li")
        or class_names.name_of(elements.hints[at]) == "navigation"
        or "breadcrumb" in (elements.classes[at] or "").lower()
        for at in elements.ancestors(element, _ELEMENTS_ABOVE)
    )
