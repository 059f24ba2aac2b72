"""Parts of a page that tell whether a line may name its author; the common ground of `printed` and `signatures`."""

from __future__ import annotations

from cleaner.labels import Ground, Role
from cleaner.metadata.candidate import Origin, origin_of
from cleaner.model import Block, Page
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.remembered import remembered

# Elements, from the block's own outwards, of which one may be named after an author. By hand, as the next one.
_ELEMENTS_ABOVE = 3
# Characters of the longest line that only names people.
LONGEST_LINE = 120
# Class names of authors and bylines.
_AUTHOR_CLASS = Pattern(r"author|byline|writer|contributor|autor|redakteur|auteur|verfasser|journalist", IGNORECASE)
# Categories of parts that name authors of other articles.
OTHER_PARTS = frozenset(("related", "comments", "navigation", "footer", "newsletter", "advertisement"))
# Roles of blocks that name no author.
NO_BYLINE = frozenset((Role.TITLE, Role.SUBTITLE, Role.HEADING))


def origin_of_byline(block: Block) -> Origin:
    """Who labelled a block as a byline: RULES where a selector for authors did; PRINTED for all else."""
    if block.role is not Role.BYLINE or origin_of(block) is not Origin.RULES:
        return Origin.PRINTED
    return Origin.RULES if block.ground is Ground.SELECTOR else Origin.PRINTED


def is_named_byline(page: Page, block: Block) -> bool:
    """Whether a block's element, or one right above it, is an `address` or has a class name of authors or bylines."""
    elements = page.elements
    for at in elements.ancestors(block.element, _ELEMENTS_ABOVE):
        classes = elements.classes[at]
        if elements.tags[at] == "address" or (classes and _names_author(classes)):
            return True
    return False


def _has_author_class(classes: str) -> bool:
    """Whether a class attribute names an author or a byline."""
    return _AUTHOR_CLASS.search(classes) is not None


_names_author = remembered(_has_author_class, 1 << 12)
