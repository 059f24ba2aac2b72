"""The weighed score: which part of an HTML page is the article's body."""

from __future__ import annotations

from cleaner.label.html.hint_trust import HintTrust
from cleaner.label.labelling import Labelling
from cleaner.labels import Role
from cleaner.lines.prose import prose_score
from cleaner.model import Elements, Page, add_up

# Found by trying 0.4 to 0.9 and 2 to 5 on the dev pages: word F1 +0.002 to +0.003 and near-exact +0.03 to +0.05 on both
# corpora.
CONTAINER, PARAGRAPHS = 0.6, 3
# The body is not cut closer than this: the element around the best one is taken while it costs no more than four short
# lines.
SLACK = 12.0
# Of 0.5 to 0.8 the best on the dev pages: word F1 +0.001 to +0.002.
MARKED = 0.5
# A further one with so much of the score is a part of the article; 0.05 to 0.2 give the same figures.
PART = 0.1
_CODE, _HEADING, _TITLE = Role.CODE, Role.HEADING, Role.TITLE


def choose_body(labelling: Labelling) -> None:
    """Tell which elements are in the article's body, and which names of the page's parts to trust.

    A site's own body counts where it holds text; else the body is the subtree whose blocks add up to most, and under
    `favour="recall"` what follows in it.
    """
    page, favour = labelling.page, labelling.favour
    elements, blocks = page.elements, page.blocks
    for block in blocks:
        block.prose_score = prose_score(block.text, block.links, block.form)
    values = [0.0 if block.reason is not None else block.prose_score for block in blocks]
    labelling.trust = trust = HintTrust(elements)
    trust.weigh(blocks, values)
    inside = _site_body(elements)
    if inside is not None and any(
        worth > 0 and inside[block.element] for block, worth in zip(blocks, values, strict=True)
    ):
        labelling.inside = inside
        return
    scores = [0.0] * len(elements)
    for block, worth in zip(blocks, values, strict=True):
        if worth > 0 and trust.is_boilerplate(elements.regions[block.element]):
            worth = -0.2 * worth
        scores[block.element] += worth
    add_up(elements.parents, scores)
    best = max(range(len(elements)), key=lambda i: (scores[i], i), default=-1)
    inside = bytearray(len(elements))
    parent = elements.parents[best] if best >= 0 else -1
    while parent >= 0 and scores[parent] >= scores[best] - SLACK:
        best, parent = parent, elements.parents[parent]
    if favour != "recall":
        best = _marked(elements, scores, best)
    if best >= 0 and scores[best] <= 0:
        _take_named(page, inside)
    elif best >= 0:
        inside[best] = 1
        _fill(elements, inside)
        if favour != "recall":
            _trim_tail(page, inside, trust)
    labelling.inside = inside


def _marked(elements: Elements, scores: list[float], best: int) -> int:
    """The one `article` or `main` within the best element that holds half of its score: what stands around it is not of
    the article.

    Where further ones hold some of it they are all its parts.
    """
    held = []
    at, end = best + 1, elements.end(best)
    while 0 < at < end:
        if elements.tags[at] in ("article", "main") and scores[at] > 0:
            held.append(at)
            at = elements.end(at)
        else:
            at += 1
    main = max(held, key=lambda i: scores[i], default=-1)
    if (
        main < 0
        or scores[main] < MARKED * scores[best]
        or any(i != main and scores[i] >= PART * scores[best] for i in held)
    ):
        return best
    return _marked(elements, scores, main)


def _take_named(page: Page, inside: bytearray) -> None:
    """The body of a page without a sentence of some length: what its author marked as the article, else the paragraphs
    beside the title.
    """
    elements = page.elements
    title = next((block.element for block in page.blocks if block.role is _TITLE), -1)
    beside = elements.parents[title] if title >= 0 else -2
    if "form" in elements.tags:
        return
    marked = [i for i, tag in enumerate(elements.tags) if tag == "article"]
    for i in marked[:1] or [i for i, tag in enumerate(elements.tags) if tag == "p" and elements.parents[i] == beside]:
        inside[i] = 1
    _fill(elements, inside)


def _trim_tail(page: Page, inside: bytearray, trust: HintTrust) -> None:
    """Take out of the body what follows the container of most of its paragraphs: notes, prompts and teasers stand
    there.

    The container is an element that holds, in its children, three paragraphs and three fifths of the body's good text
    at least.
    """
    elements = page.elements
    held: dict[int, float] = {}
    members: dict[int, int] = {}
    for block in page.blocks:
        if (
            inside[block.element]
            and block.prose_score > 0
            and block.reason is None
            and not trust.is_boilerplate(elements.regions[block.element])
        ):
            container = elements.parents[block.element]
            held[container] = held.get(container, 0.0) + block.prose_score
            members[container] = members.get(container, 0) + 1
    main = max(held, key=lambda i: held[i], default=-1)
    if main < 0 or held[main] < CONTAINER * sum(held.values()) or members[main] < PARAGRAPHS:
        return
    within = bytearray(len(elements))
    within[main] = 1
    _fill(elements, within)
    for block in reversed(page.blocks):
        if within[block.element]:
            return
        inside[block.element] = 0


def _site_body(elements: Elements) -> bytearray | None:
    inside = bytearray(len(elements))
    for i, mark in elements.marks.items():
        inside[i] = mark.label is None
    if not any(inside):
        return None
    _fill(elements, inside)
    return inside


def _fill(elements: Elements, inside: bytearray) -> None:
    """Take in all elements below those taken in: a parent stands before its children."""
    parents = elements.parents
    for i in range(1, len(elements)):
        if inside[parents[i]]:
            inside[i] = 1
