"""Other places of an article, for pages that show hardly any prose: `noscript`, `noframes`, and JSON-LD's
`articleBody`.
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.model import Mark, Page
from cleaner.options import Limits
from cleaner.segment.html import Walk, segment_html
from cleaner.segment.page_styles import PageStyles
from cleaner.segment.parse import parse_part

# A page that shows this many characters is read as it is shown (by hand).
_ENOUGH = 1500
# Text that is not shown is taken where it is this many times as long as the text that is shown: of few pages the
# `articleBody` is (python -m training.thresholds).
MORE = 3
JSON_LD = "json-ld:articleBody"


def read_raw(page: Page, parser: LexborHTMLParser, marks: Mapping[int, Mark], limits: Limits) -> Page:
    """The page with its `noscript` and `noframes` read as well where it shows next to nothing without them, else as it
    was.
    """
    if _shows(page, _ENOUGH) or not parser.css_matches("noscript, noframes"):
        return page
    full = segment_html(parser, marks, limits, raw=True)
    page.has_unread_markup |= full.has_unread_markup
    return full if _amount(full) > MORE * _amount(page) else page


def lacks(page: Page, body: str) -> bool:
    """Whether a page shows much less than the `articleBody` of its JSON-LD holds. A body that a site's rule set found
    is enough.
    """
    return not page.elements.has_body and not _shows(page, len(body) // MORE)


def read_article_body(page: Page, parser: LexborHTMLParser, body: str, limits: Limits) -> None:
    """Take a JSON-LD `articleBody`, given as HTML, for the article: its blocks follow all others and stand in the
    script's element. One beyond the limits of markup is not read.
    """
    script = next(
        (node for node in parser.css('script[type*="ld+json" i]') if "articleBody" in (node.text(deep=True) or "")),
        None,
    )
    if script is None:
        return
    tree = parse_part(body, page, limits)
    if tree is None:
        return
    walk = Walk(page, {}, limits, PageStyles())
    walk.element = element = _element_of(walk, script)
    page.elements.marks[element] = Mark(None, JSON_LD)
    page.elements.regions[element] = element
    if tree.child is not None:
        walk.read(tree.child)
    page.kept_by = JSON_LD


def _amount(page: Page) -> int:
    """How many characters a page shows beside links."""
    return sum(len(block.text) - block.links for block in page.blocks)


def _shows(page: Page, amount: int) -> bool:
    """Whether a page shows more than `amount` characters beside links."""
    for block in page.blocks:
        amount -= len(block.text) - block.links
        if amount < 0:
            return True
    return False


def _element_of(walk: Walk, node: LexborNode) -> int:
    """The index of a node among the page's elements; it is entered there, with those around it, where the walk passed
    it over.
    """
    path = [node]
    while (parent := path[-1].parent) is not None and parent.is_element_node:
        path.append(parent)
    elements, index = walk.page.elements, -1
    known = {
        (parent, ordinal): i
        for i, (parent, ordinal) in enumerate(zip(elements.parents, elements.ordinals, strict=True))
    }
    for step in reversed(path):
        ordinal, before = 1, step.prev
        while before is not None:
            ordinal, before = ordinal + before.is_element_node, before.prev
        at = known.get((index, ordinal))
        index = at if at is not None else walk.enter(step, step.tag or "", index, ordinal)
    return index
