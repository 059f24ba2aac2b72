"""Which categories of hints (class names and the like) to trust on a page: some sites name the wrapper of the whole
article `social-article`.
"""

from __future__ import annotations

from cleaner.label.html.region_prose import RegionProse
from cleaner.model import Block, Elements, add_up
from cleaner.rules import class_names

# A hint is trusted unless its region, or all regions of its category together, hold more than this share of the page's
# prose. By hand.
MAX_SHARE = 0.4
# Shares for categories that may hold more: comments and consent dialogues more than the article, a page's footer more
# than a short article. By hand.
MAX_SHARE_OF = {"comments": 0.9, "consent": 0.9, "footer": 0.75, "legal": 0.75, "unseen": 0.8}
# Characters of prose that readers see from which on nothing hidden is the article, whatever its share. By hand: pages
# that a script unveils show at most 400 without it, most of them none.
_ENOUGH_SEEN = 1500.0
# Categories that may be long: their prose does not count when the share that trusted hints leave is computed.
_MAY_BE_LONG = frozenset(("comments", "consent", "unseen"))
# The categories of a region that is not shown, for sure and perhaps.
_UNSEEN, _PERHAPS = ("unseen",), ("hidden",)
# Trusted hints must leave at least this share of the prose; otherwise the greediest one is distrusted. By hand.
LEAST_LEFT = 0.25
# Categories whose blocks are left out; the others only tell where the article is.
BOILERPLATE = frozenset((
    "navigation", "masthead", "newsletter", "comments", "share", "related", "advertisement", "consent", "paywall",
    "legal",
    "author_note", "tags", "related_side", "footer", "form", "button", "hidden", "unseen", "caption", "byline",
    "published",
))  # fmt: skip


class HintTrust:
    """Which categories of hints are trusted on a page, and so which of its regions are boilerplate.

    prose: for each element the prose scores of the blocks in it; total: those of the page; distrusted: categories.
    """

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.prose = [0.0] * len(elements)
        self.total = 0.0
        self.distrusted: set[str] = set()
        self.region_prose = RegionProse(elements, (), ())
        self._categories: dict[int, frozenset[str]] = {-1: frozenset()}  # by region
        self._trusted: dict[int, frozenset[str]] = {}  # by region

    def categories(self, region: int) -> frozenset[str]:
        """The boilerplate categories of a region and of those around it, but for any that holds too much prose, or such
        as does not look like it.
        """
        path = []
        while region not in self._categories:
            path.append(region)
            region = self.elements.outer(region)
        names = self._categories[region]
        elements, categories = self.elements, class_names.tables().categories
        for inner in reversed(path):
            said: tuple[str, ...] = (categories[elements.hints[inner]],)
            if inner in elements.hidden or inner in elements.unheard:
                said += _UNSEEN if inner in elements.hidden else _PERHAPS
            for name in said:
                if (
                    name in BOILERPLATE
                    and name not in names
                    and not self._is_too_much(name, self.prose[inner])
                    and self.region_prose.fits(inner, name)
                ):
                    names |= {name}
            self._categories[inner] = names
        return names

    def weigh(self, blocks: list[Block], scores: list[float]) -> None:
        """Distrust categories that would take too much of the page's prose, alone or together.

        scores: the prose score of each block, 0 or less for blocks that do not count.
        """
        for block, score in zip(blocks, scores, strict=True):
            if score > 0:
                self.prose[block.element] += score
                self.total += score
        add_up(self.elements.parents, self.prose)
        self.region_prose = RegionProse(self.elements, blocks, scores)
        by_categories: dict[frozenset[str], float] = {}
        for block, score in zip(blocks, scores, strict=True):
            if score > 0:
                names = self.categories(self.elements.regions[block.element])
                by_categories[names] = by_categories.get(names, 0.0) + score
        taken: dict[str, float] = {}
        for names, prose in by_categories.items():
            for name in names:
                taken[name] = taken.get(name, 0.0) + prose
        self.distrusted = {name for name, prose in taken.items() if self._is_too_much(name, prose)}
        long = _MAY_BE_LONG - self.distrusted
        counted = sum(prose for names, prose in by_categories.items() if names.isdisjoint(long))
        while taken:
            left = sum(prose for names, prose in by_categories.items() if names <= self.distrusted)
            trusted = [name for name in taken if name not in self.distrusted and name not in _MAY_BE_LONG]
            if left >= LEAST_LEFT * counted or not trusted:
                return
            self.distrusted.add(max(trusted, key=lambda name: (taken[name], name)))

    def _is_too_much(self, name: str, prose: float) -> bool:
        """Whether a category would take more prose than one may."""
        if name == "unseen" and self.total - prose >= _ENOUGH_SEEN:
            return False
        return prose > self.total * max_share(name)

    def trusted(self, region: int) -> frozenset[str]:
        """The trusted boilerplate categories of a region."""
        if region not in self._trusted:
            self._trusted[region] = self.categories(region) - self.distrusted
        return self._trusted[region]

    def is_boilerplate(self, region: int) -> bool:
        """Whether a trusted category says that a region is boilerplate."""
        return bool(self.trusted(region))


def max_share(name: str) -> float:
    """The share of the page's prose up to which a category is trusted.

    >>> max_share("comments"), max_share("share")
    (0.9, 0.4)
    """
    return MAX_SHARE_OF.get(name, MAX_SHARE)
