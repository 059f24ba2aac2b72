"""The weighed score: which part of an HTML page is the article's body."""

from __future__ import annotations

import regex

from cleaner.model import BODY, Block, Element, Page, Reason, Recognised, Role
from cleaner.options import Options
from cleaner.rules import hints

# A region that a hint calls boilerplate is believed unless it holds this share of the page's good text: sites name wrappers so too.
WRAPPER_SHARE = 0.4
_PUNCTUATION = regex.compile(r"[.!?,;:…。！？、，；：؟،۔।]")
# Regions that are left out wherever they stand; the others are only signs.
BOILERPLATE = frozenset(
    "navigation masthead newsletter comments share related advertisement consent paywall legal author_note tags related_side footer form hidden caption byline published".split()
)


def value(block: Block) -> float:
    """What a block is worth as article text: its plain characters if they read as prose, less for links; short scraps cost."""
    text = block.text
    length = len(text)
    linked = min(1.0, block.links / length) if length else 1.0
    marks = len(_PUNCTUATION.findall(text, concurrent=False)) if length < 2000 else 20
    if block.kind is Role.CODE or (length >= 40 and marks and linked < 0.5):
        return length * (1.0 - linked) * (1.0 if marks > 1 or length > 80 else 0.6)
    if block.kind is Role.HEADING:
        return -5.0 if linked < 0.5 else -20.0
    if linked > 0.5:
        return -25.0
    return -8.0 if length < 40 else 0.3 * length


def choose_body(page: Page, found: Recognised, options: Options) -> int:
    """The element that holds the article's body: a site's own, else the one whose blocks add up to most. -1 where no text is worth keeping."""
    elements, blocks = page.elements, page.blocks
    values = [0.0 if block.reason is not None else value(block) for block in blocks]
    _good_text(page, values)
    total = sum(v for v in values if v > 0)
    states: dict[int, bool] = {}
    for block, worth in zip(blocks, values, strict=True):
        if worth > 0 and boilerplate(elements, elements[block.element].region, total, states):
            worth = -0.2 * worth
        elements[block.element].score += worth
    for i in range(len(elements) - 1, 0, -1):
        elements[elements[i].parent].score += elements[i].score
    if not elements:
        return -1
    best = max(range(len(elements)), key=lambda i: (elements[i].score, i))
    return best if elements[best].score > 0 else -1


def _good_text(page: Page, values: list[float]) -> None:
    for block, worth in zip(page.blocks, values, strict=True):
        if worth > 0:
            page.elements[block.element].good += worth
    for i in range(len(page.elements) - 1, 0, -1):
        page.elements[page.elements[i].parent].good += page.elements[i].good


def boilerplate(elements: list[Element], region: int, total: float, states: dict[int, bool]) -> bool:
    """Whether a region, or one around it, is boilerplate that does not hold most of the page's good text."""
    if region < 0:
        return False
    if region not in states:
        element = elements[region]
        named = element.hidden or hints.category(element.hint) in BOILERPLATE
        parent = elements[element.parent].region if element.parent >= 0 else -1
        states[region] = (named and element.good <= WRAPPER_SHARE * total) or boilerplate(elements, parent, total, states)
    return states[region]


def confidence(page: Page, body: int | None) -> float:
    """How sure it is that the page holds an article (0…1): by the amount of kept prose and its share of the page's prose."""
    kept = sum(len(block.text) for block in page.blocks if block.role in BODY)
    if not kept:
        return 0.0
    prose = sum(max(0.0, value(block)) for block in page.blocks if block.role in BODY)
    others = sum(max(0.0, value(block)) for block in page.blocks if block.reason is not None and block.reason is not Reason.CAPTION)
    if body is None:
        return round(min(1.0, 0.5 + kept / 4000), 3)
    return round(min(1.0, prose / 1500) * (prose / (prose + others) if prose else 0.0), 3)
