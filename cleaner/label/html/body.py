"""Main content detection: which elements of an HTML page are the article's body."""

from __future__ import annotations

from cleaner.label.html.hint_trust import HintTrust
from cleaner.label.html.tail import trim_tail
from cleaner.label.labelling import Labelling
from cleaner.lines.prose import prose_score
from cleaner.model import Elements, Page, add_up
from cleaner.options import Favour

# Characters of prose: the body grows to the element around it while that costs no more than this, which is four scraps.
# By hand.
SLACK = 12.0
# Share of the best element's score from which on an `article` or `main` within it is the body. By hand: the best of 0.5
# to 0.8 on the dev pages (word F1 +0.001 to +0.002).
MARKED_SHARE = 0.5
# Share of the best element's score from which on a further `article` or `main` is a part of the same article. By hand:
# 0.05 to 0.2 give the same figures.
PART_SHARE = 0.1
# In boilerplate prose counts as this many times its prose score; scraps and links do not count. By hand: where links
# count, those between two parts of an article cost one part (recall on wcxb 0.002 lower).
_IN_BOILERPLATE = (-0.2, 0.0)
_UNSEEN = (0.0, 0.0)


def choose_body(labelling: Labelling) -> None:
    """Find the elements of the article's body, and the categories of hints to trust. Labels no block.

    The body is what the site's rule set marks, if there is prose in it, else the element with the greatest sum of prose
    scores; its tail of notes and teasers is cut off unless `favour` is "recall". Sets `Labelling.inside`,
    `Labelling.trust` and each `Block.prose_score`.
    """
    page, favour = labelling.page, labelling.favour
    elements, blocks = page.elements, page.blocks
    for block in blocks:
        block.prose_score = prose_score(block.text, block.links, block.form)
    prose_scores = [0.0 if block.reason is not None else block.prose_score for block in blocks]
    labelling.trust = trust = HintTrust(elements)
    trust.weigh(blocks, prose_scores)
    inside = marked_body(elements)
    if inside is not None and any(
        score > 0 and inside[block.element] for block, score in zip(blocks, prose_scores, strict=True)
    ):
        labelling.inside = inside
        return
    labelling.inside = main_content(page, prose_scores, trust, favour)


def main_content(page: Page, prose_scores: list[float], trust: HintTrust, favour: Favour) -> bytearray:
    """For each element 1 if it is in the body that the page's own form tells, whatever a rule set marks; else 0.

    prose_scores: of each block; trust: the hints to trust, weighed by the same scores.
    """
    elements, blocks = page.elements, page.blocks
    scores = [0.0] * len(elements)
    factors = {-1: (1.0, 1.0)}  # by region: of prose, and of what is none
    regions = elements.regions
    for block, score in zip(blocks, prose_scores, strict=True):
        region = regions[block.element]
        factor = factors.get(region)
        if factor is None:
            factor = factors[region] = _factor(trust.trusted(region))
        scores[block.element] += score * factor[score < 0]
    add_up(elements.parents, scores)
    best = max(range(len(elements)), key=lambda i: (scores[i], i), default=-1)
    inside = bytearray(len(elements))
    parent = elements.parents[best] if best >= 0 else -1
    while parent >= 0 and scores[parent] >= scores[best] - SLACK:
        best, parent = parent, elements.parents[parent]
    if favour != "recall":
        best = _narrow_to_marked(elements, scores, best)
    if best >= 0 and scores[best] <= 0:
        _take_marked(page, inside)
    elif best >= 0:
        inside[best] = 1
        _fill(elements, inside)
        if favour != "recall":
            trim_tail(page, inside, trust)
    return inside


def _factor(trusted: frozenset[str]) -> tuple[float, float]:
    """How much prose, and what is none, count in a region of these trusted categories. What nobody sees does not
    count: it may stand in the article, of any length.
    """
    return _UNSEEN if "unseen" in trusted else _IN_BOILERPLATE if trusted else (1.0, 1.0)


def _narrow_to_marked(elements: Elements, scores: list[float], best: int) -> int:
    """The `article` or `main` within the best element that holds at least MARKED_SHARE of its score, else that element.

    If further ones hold PART_SHARE of the score they are all parts of the article, and the best element stays.
    """
    marked = []
    at, end = best + 1, elements.end(best)
    while 0 < at < end:
        if elements.tags[at] in ("article", "main") and scores[at] > 0:
            marked.append(at)
            at = elements.end(at)
        else:
            at += 1
    main = max(marked, key=lambda i: scores[i], default=-1)
    if (
        main < 0
        or scores[main] < MARKED_SHARE * scores[best]
        or any(i != main and scores[i] >= PART_SHARE * scores[best] for i in marked)
    ):
        return best
    return _narrow_to_marked(elements, scores, main)


def _take_marked(page: Page, inside: bytearray) -> None:
    """Set the body of a page without prose: its first `article`, else the paragraphs beside the title; none if it has a
    form.
    """
    elements = page.elements
    title = page.title
    beside = elements.parents[title.element] if title is not None and title.element >= 0 else -2
    if "form" in elements.tags:
        return
    marked = [i for i, tag in enumerate(elements.tags) if tag == "article"]
    for i in marked[:1] or [i for i, tag in enumerate(elements.tags) if tag == "p" and elements.parents[i] == beside]:
        inside[i] = 1
    _fill(elements, inside)


def marked_body(elements: Elements) -> bytearray | None:
    """For each element 1 if a rule set says that it is in the body, else 0; None if no rule set does."""
    inside = bytearray(len(elements))
    for i, mark in elements.marks.items():
        inside[i] = mark.label is None
    if not any(inside):
        return None
    _fill(elements, inside)
    return inside


def _fill(elements: Elements, inside: bytearray) -> None:
    """Set to 1 all elements below those that are 1; a parent stands before its children."""
    parents = elements.parents
    for i in range(1, len(elements)):
        if inside[parents[i]]:
            inside[i] = 1
