"""Other articles below the first, on pages that load more of them while one scrolls."""

from __future__ import annotations

from cleaner import dates
from cleaner.label.labelling import Labelling
from cleaner.labels import MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.lines.bylines import is_english_byline
from cleaner.lines.shapes import is_prose
from cleaner.model import Elements, Page
from cleaner.rules import class_names

_TITLE, _HEADING = Role.TITLE, Role.HEADING
# Blocks of prose in the first article, at least; with fewer, the parts that follow may be its own. By hand.
_LEAST_PROSE_BLOCKS = 2
# Steps up the tree: the article around a heading is looked for no further. By hand.
_STEPS = 60
# Characters: no byline or date is as long. By hand.
_LONGEST_BYLINE = 120
_SIGNATURE_CATEGORIES = frozenset(("byline", "published"))


def drop_other_articles(labelling: Labelling) -> None:
    """Drop every further article: a part of the page that is built as the title's, with a heading of the title's level.

    Looks at elements and headings of the whole page; changes the blocks of those parts, where `MAY_OVERRULE` allows.
    """
    page = labelling.page
    # Not `page.title`: a title that is no heading may stand above the one that is.
    title = next((block for block in page.blocks if block.role is _TITLE and block.form is _HEADING), None)
    if title is None:
        return
    rivals = [
        block.element
        for block in page.blocks
        if block.form is _HEADING and block.level == title.level and not block.decided
    ]
    if not rivals:
        return
    drop_parts(page, _other_articles(page, title.element, [element for element in rivals if element > title.element]))


def drop_parts(page: Page, in_other: bytearray) -> None:
    """Drop the blocks of other articles. in_other: for each element 1 if it stands in one."""
    for block in page.blocks if any(in_other) else ():
        if block.layer in MAY_OVERRULE[Layer.GENERIC] and in_other[block.element]:
            block.drop(Reason.RELATED, "generic:other_article", Layer.GENERIC, ground=Ground.OTHER_ARTICLE)


def _other_articles(page: Page, title: int, headings: list[int]) -> bytearray:
    """For each element 1 if it is in another article than the title's, else 0."""
    elements = page.elements
    in_other = bytearray(len(elements))
    article = article_around(elements, title)
    article_end = elements.end(article) if article >= 0 else 0
    has_prose: dict[int, bool] = {}
    ends: dict[int, int] = {}
    signatures = bytearray()
    for heading in headings:
        if in_other[heading]:
            continue
        own, other = article, article_around(elements, heading) if article >= 0 else -1
        if other < article_end:
            signatures = signatures or _signatures(page)
            own, other = _twins(elements, signatures, title, heading, ends)
        if other < 0:
            continue
        if own not in has_prose:
            has_prose[own] = _has_prose(page, own)
        if has_prose[own]:
            end = elements.end(other)
            in_other[other:end] = b"\1" * (end - other)
    return in_other


def article_around(elements: Elements, at: int, steps: int = _STEPS) -> int:
    """The `article` element at or around another, within some steps; -1 if there is none."""
    return next((above for above in elements.ancestors(at, steps) if elements.tags[above] == "article"), -1)


def _twins(
    elements: Elements, signatures: bytearray, title: int, heading: int, ends: dict[int, int]
) -> tuple[int, int]:
    """The two siblings that hold the title and the heading, if they are built alike and both have a byline or date.

    They are built alike if the tags on the paths from them to the headings are the same. (-1, -1) if not. ends:
    where elements end that were asked for.
    """
    parents, tags = elements.parents, elements.tags
    for _ in range(_STEPS):
        if title < 0 or heading < 0 or tags[title] != tags[heading] or title == heading:
            break
        if parents[title] == parents[heading]:
            if heading not in ends:
                ends[heading] = elements.end(heading)
            signed = signatures.find(1, heading, ends[heading]) >= 0 and signatures.find(1, title, heading) >= 0
            return (title, heading) if signed else (-1, -1)
        title, heading = parents[title], parents[heading]
    return -1, -1


def _signatures(page: Page) -> bytearray:
    """For each element 1 if it is a byline or a date, else 0."""
    elements = page.elements
    signatures = bytearray(class_names.name_of(hint) in _SIGNATURE_CATEGORIES for hint in elements.hints)
    for block in page.blocks:
        if len(block.text) < _LONGEST_BYLINE and (is_english_byline(block.text) or dates.read_line(block.text)):
            signatures[block.element] = 1
    return signatures


def _has_prose(page: Page, root: int) -> bool:
    """Whether an element holds at least _LEAST_PROSE_BLOCKS blocks of prose."""
    end = page.elements.end(root)
    return sum(root <= block.element < end and is_prose(block.text) for block in page.blocks) >= _LEAST_PROSE_BLOCKS
