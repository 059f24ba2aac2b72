"""Other articles below the first, as pages have them that go on while one scrolls."""

from __future__ import annotations

from cleaner import dates
from cleaner.label.labelling import Labelling
from cleaner.labels import MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.lines.bylines import is_english_byline
from cleaner.lines.shapes import is_prose
from cleaner.model import Elements, Page
from cleaner.rules import class_names

_TITLE, _HEADING = Role.TITLE, Role.HEADING
# The first article holds so many sentences at least; else its parts may be what follows.
_SENTENCES = 2
# How far around a heading its article is looked for.
_STEPS = 60
_LINE = 120
_SIGNS = frozenset(("byline", "published"))


def drop_other_articles(labelling: Labelling) -> None:
    """Leave out every further article: a part of the page that is built as the title's, with a heading of the title's
    rank.
    """
    page = labelling.page
    title = next((block for block in page.blocks if block.role is _TITLE and block.form is _HEADING), None)
    if title is None:
        return
    rivals = [
        block.element
        for block in page.blocks
        if block.form is _HEADING and block.level == title.level and not block.decided
    ]
    others = (
        _others(page, title.element, [element for element in rivals if element > title.element])
        if rivals
        else bytearray()
    )
    for block in page.blocks if any(others) else ():
        if block.layer in MAY_OVERRULE[Layer.GENERIC] and others[block.element]:
            block.drop(Reason.RELATED, "generic:other_article", Layer.GENERIC, ground=Ground.OTHER_ARTICLE)


def _others(page: Page, title: int, headings: list[int]) -> bytearray:
    """Which elements are in another article than the title's (1 or 0 for each)."""
    elements = page.elements
    others = bytearray(len(elements))
    article = _around(elements, title)
    article_end = elements.end(article) if article >= 0 else 0
    bodies: dict[int, bool] = {}
    signs = bytearray()
    for heading in headings:
        if others[heading]:
            continue
        own, other = article, _around(elements, heading) if article >= 0 else -1
        if other < article_end:
            signs = signs or _signs(page)
            own, other = _twins(elements, signs, title, heading)
        if other < 0:
            continue
        if own not in bodies:
            bodies[own] = _reads(page, own)
        if bodies[own]:
            end = elements.end(other)
            others[other:end] = b"\1" * (end - other)
    return others


def _around(elements: Elements, at: int) -> int:
    """The `article` element around another; -1 where there is none nearby."""
    for _ in range(_STEPS):
        if at < 0 or elements.tags[at] == "article":
            return at
        at = elements.parents[at]
    return -1


def _twins(elements: Elements, signs: bytearray, title: int, heading: int) -> tuple[int, int]:
    """The neighbouring elements that hold the two headings, if they are built alike and both bear a byline or date;
    (-1, -1) if not.
    """
    parents, tags = elements.parents, elements.tags
    for _ in range(_STEPS):
        if title < 0 or heading < 0 or tags[title] != tags[heading] or title == heading:
            break
        if parents[title] == parents[heading]:
            signed = signs.find(1, heading, elements.end(heading)) >= 0 and signs.find(1, title, heading) >= 0
            return (title, heading) if signed else (-1, -1)
        title, heading = parents[title], parents[heading]
    return -1, -1


def _signs(page: Page) -> bytearray:
    """Which elements bear a byline or a date (1 or 0 for each)."""
    elements = page.elements
    signs = bytearray(class_names.name_of(hint) in _SIGNS for hint in elements.hints)
    for block in page.blocks:
        if len(block.text) < _LINE and (is_english_byline(block.text) or dates.read_line(block.text)):
            signs[block.element] = 1
    return signs


def _reads(page: Page, root: int) -> bool:
    """Whether an element holds an article's text."""
    end = page.elements.end(root)
    return sum(root <= block.element < end and is_prose(block.text) for block in page.blocks) >= _SENTENCES
