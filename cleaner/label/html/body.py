"""The weighed score: which part of an HTML page is the article's body."""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.lines.prose import prose_score
from cleaner.model import Block, Elements, Page, add_up
from cleaner.options import Favour
from cleaner.rules import class_names

# A hint is believed unless its region, or all regions of its category on the page together, hold more than this share
# of the page's good text: sites name the wrappers of whole articles so. Readers' comments and consent dialogues may
# well hold more than the article, and the small print of a page's foot more than a short one.
MOST = 0.4
MOST_OF = {"comments": 0.9, "consent": 0.9, "footer": 0.75, "legal": 0.75}
_LONG = frozenset(("comments", "consent"))
# What all believed categories leave of the good text beside those two, at least; else the one that takes most is not
# believed.
LEFT = 0.25
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
_CODE, _HEADING = Role.CODE, Role.HEADING
# Regions that are left out wherever they stand; the others are only signs.
BOILERPLATE = frozenset((
    "navigation", "masthead", "newsletter", "comments", "share", "related", "advertisement", "consent", "paywall",
    "legal",
    "author_note", "tags", "related_side", "footer", "form", "button", "hidden", "caption", "byline", "published",
))  # fmt: skip


def choose_body(page: Page, favour: Favour) -> tuple[bytearray, HintTrust]:
    """Which elements are in the article's body (1 or 0 for each), and which hints to believe on this page.

    A site's own body counts where it holds text; else the body is the subtree whose blocks add up to most, and under
    `favour="recall"` what follows in it.
    """
    elements, blocks = page.elements, page.blocks
    for block in blocks:
        block.prose_score = prose_score(block.text, block.links, block.form)
    values = [0.0 if block.reason is not None else block.prose_score for block in blocks]
    trust = HintTrust(elements)
    trust.settle(blocks, values)
    inside = _site_body(elements)
    if inside is not None and any(
        worth > 0 and inside[block.element] for block, worth in zip(blocks, values, strict=True)
    ):
        return inside, trust
    scores = [0.0] * len(elements)
    for block, worth in zip(blocks, values, strict=True):
        if worth > 0 and trust.boilerplate(elements.regions[block.element]):
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
    return inside, trust


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
    title = page.title
    beside = elements.parents[title.element] if title is not None and title.element >= 0 else -2
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
            and not trust.boilerplate(elements.regions[block.element])
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


class HintTrust:
    """Which categories of hints are believed on a page, and so which of its regions are boilerplate."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.good = [0.0] * len(elements)
        self.names: dict[int, frozenset[str]] = {-1: frozenset()}
        self.distrusted: set[str] = set()
        self.left: dict[int, frozenset[str]] = {}
        self.total = 0.0

    def categories(self, region: int) -> frozenset[str]:
        """The boilerplate categories of a region and of those around it."""
        path = []
        while region not in self.names:
            path.append(region)
            region = self.elements.outer(region)
        names = self.names[region]
        for inner in reversed(path):
            hint = class_names.name_of(self.elements.hints[inner])
            for name in (hint, "hidden") if inner in self.elements.hidden else (hint,):
                if name in BOILERPLATE and name not in names and self.good[inner] <= self.total * most(name):
                    names |= {name}
            self.names[inner] = names
        return names

    def settle(self, blocks: list[Block], values: list[float]) -> None:
        """Weigh what each category would take of the page's good text, and stop believing those that take too much."""
        for block, worth in zip(blocks, values, strict=True):
            if worth > 0:
                self.good[block.element] += worth
                self.total += worth
        add_up(self.elements.parents, self.good)
        held: dict[frozenset[str], float] = {}
        for block, worth in zip(blocks, values, strict=True):
            if worth > 0:
                names = self.categories(self.elements.regions[block.element])
                held[names] = held.get(names, 0.0) + worth
        shares = {
            name: sum(worth for names, worth in held.items() if name in names) for names in held for name in names
        }
        self.distrusted = {name for name, share in shares.items() if share > self.total * most(name)}
        long = _LONG - self.distrusted
        own = sum(worth for names, worth in held.items() if names.isdisjoint(long))
        while shares:
            left = sum(worth for names, worth in held.items() if names <= self.distrusted)
            believed = [name for name in shares if name not in self.distrusted and name not in _LONG]
            if left >= LEFT * own or not believed:
                return
            self.distrusted.add(max(believed, key=lambda name: (shares[name], name)))

    def believed(self, region: int) -> frozenset[str]:
        """The boilerplate categories that hold for a region."""
        if region not in self.left:
            self.left[region] = self.categories(region) - self.distrusted
        return self.left[region]

    def boilerplate(self, region: int) -> bool:
        """Whether a region is boilerplate."""
        return bool(self.believed(region))


def most(name: str) -> float:
    """The share of the page's good text up to which a category is believed."""
    return MOST_OF.get(name, MOST)
