"""Which blocks may print metadata: those that are labelled for it, those around the title, and the parts of a page."""

from __future__ import annotations

from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Page
from cleaner.rules import class_names

# Layers whose rules know the site.
OF_SITE = frozenset((Layer.SITE, Layer.USER))

# Blocks before and after the title that may print what belongs to it. By hand.
_BEFORE = 8
_AFTER = 18
_TITLE = Role.TITLE  # a member of an enum takes three times as long to look up as a name
# The roles of blocks that print metadata.
_METADATA = frozenset((_TITLE, Role.SUBTITLE, Role.BYLINE, Role.PUBLISHED, Role.MODIFIED, Role.SECTION))
_CONTENT = frozenset((Role.QUOTE, Role.CODE, Role.TABLE_ROW, Role.CAPTION))
_NOT_METADATA = frozenset((Reason.LEGAL, Reason.COMMENTS, Reason.CAPTION, Reason.RELATED))
_ABOVE = frozenset((Reason.MASTHEAD, Reason.NAVIGATION))
# Parts of a page that are not about its article.
_ELSEWHERE = frozenset(("related", "comments", "footer", "legal", "newsletter", "advertisement", "caption", "figure"))


def metadata_blocks(page: Page) -> list[Block]:
    """The blocks that are labelled as metadata."""
    return [block for block in page.blocks if block.role in _METADATA]


def near_title(page: Page) -> range:
    """The places of the blocks around the title; of the first ones where the page prints none."""
    at = page.title_index
    first, last = (max(0, at - _BEFORE), at + 1 + _AFTER) if at >= 0 else (0, 2 * _AFTER)
    return range(first, min(len(page.blocks), last))


def may_speak(page: Page, i: int) -> bool:
    """Whether a block that is not labelled as metadata may still print some.

    Excluded are the masthead (it prints the day of the visit), blocks that a site's rule labelled, captions, quotes,
    tables, prose, comments and links to other articles.
    """
    block = page.blocks[i]
    if (
        block.form in _CONTENT
        or block.reason in _NOT_METADATA
        or block.ground is Ground.LINK_ONLY
        or region_of(page, block) in _ELSEWHERE
    ):
        return False
    if block.layer in OF_SITE:
        return False
    if block.reason in _ABOVE and not any(other.role is _TITLE for other in page.blocks[max(0, i - _AFTER) : i]):
        return _is_beside_title(page, i)
    return not (block.role is Role.PARAGRAPH and is_prose(block.text))


def _is_beside_title(page: Page, i: int) -> bool:
    """Whether a block stands right before the title, in the same element."""
    parents, below = page.elements.parents, page.blocks[i + 1 : i + 3]
    return any(
        block.role is Role.TITLE and parents[block.element] == parents[page.blocks[i].element] >= 0
        for block in below
        if block.element >= 0
    )


def region_of(page: Page, block: Block) -> str:
    """The category of class names (see `rules.class_names`) of the part of the page around a block; empty for none."""
    region = page.elements.regions[block.element] if block.element >= 0 else -1
    return class_names.name_of(page.elements.hints[region]) if region >= 0 else ""


def is_within(page: Page, block: Block, categories: frozenset[str]) -> bool:
    """Whether a block stands in a part of the page of one of the `categories`, or in the date or byline of a comment.

    Other parts around a byline are not asked: on the corpora that loses more authors than it keeps out wrong ones.
    """
    region = region_of(page, block)
    if region in ("published", "byline"):
        outer = page.elements.outer(page.elements.regions[block.element])
        return outer >= 0 and class_names.name_of(page.elements.hints[outer]) == "comments"
    return region in categories
