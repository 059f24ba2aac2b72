"""Which names of a page's parts to believe: sites name the wrappers of whole articles `social-article`, too."""

from __future__ import annotations

from cleaner.model import Block, Elements, add_up
from cleaner.rules import class_names

# A hint is trusted unless its region, or all regions of its category together, hold more than this share of the page's
# prose. By trying 0.3 to 0.6 on the dev pages.
MAX_SHARE = 0.4
# Readers' comments and consent dialogues may hold more than the article, a page's foot more than a short article.
MAX_SHARE_OF = {"comments": 0.9, "consent": 0.9, "footer": 0.75, "legal": 0.75}
# Categories that may be long: their prose is not counted when the trusted hints' rest is weighed.
_MAY_BE_LONG = frozenset(("comments", "consent"))
# Trusted hints must leave at least this share of the prose; otherwise the greediest one is distrusted.
LEAST_LEFT = 0.25
# Categories that are left out wherever they stand; the others only tell where the article is.
BOILERPLATE = frozenset((
    "navigation", "masthead", "newsletter", "comments", "share", "related", "advertisement", "consent", "paywall",
    "legal",
    "author_note", "tags", "related_side", "footer", "form", "button", "hidden", "caption", "byline", "published",
))  # fmt: skip


class HintTrust:
    """Which categories of hints are trusted on a page, and so which of its regions are boilerplate."""

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
                if name in BOILERPLATE and name not in names and self.good[inner] <= self.total * max_share(name):
                    names |= {name}
            self.names[inner] = names
        return names

    def weigh(self, blocks: list[Block], values: list[float]) -> None:
        """Weigh what each category would take of the page's good text, and distrust those that take too much."""
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
        self.distrusted = {name for name, share in shares.items() if share > self.total * max_share(name)}
        long = _MAY_BE_LONG - self.distrusted
        own = sum(worth for names, worth in held.items() if names.isdisjoint(long))
        while shares:
            left = sum(worth for names, worth in held.items() if names <= self.distrusted)
            believed = [name for name in shares if name not in self.distrusted and name not in _MAY_BE_LONG]
            if left >= LEAST_LEFT * own or not believed:
                return
            self.distrusted.add(max(believed, key=lambda name: (shares[name], name)))

    def trusted(self, region: int) -> frozenset[str]:
        """The trusted boilerplate categories of a region."""
        if region not in self.left:
            self.left[region] = self.categories(region) - self.distrusted
        return self.left[region]

    def is_boilerplate(self, region: int) -> bool:
        """Whether a region is boilerplate."""
        return bool(self.trusted(region))


def max_share(name: str) -> float:
    """The share of the page's good text up to which a category is trusted."""
    return MAX_SHARE_OF.get(name, MAX_SHARE)
