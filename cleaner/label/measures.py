"""What the learnt review knows of a block: its form, what the rules said, its place, and how much of the page's text is shaped and placed as it is."""

from __future__ import annotations

from math import log1p

from cleaner.label.weights import add_up
from cleaner.model import BODY, Block, Page, Recognised, Role, Style
from cleaner.rules.matchers import ends_sentence

# The measures of a block, in the order in which `Measures.of` gives them.
NAMES = (
    *(
        "length",
        "links",
        "ends_sentence",
        "exclaims",
        "level",
        "is_list_item",
        "is_paragraph",
        "is_quote",
        "is_code",
        "worth",
        "lines",
        "strong",
        "emphasis",
        "runs",
    ),
    *("kept", "outside", "hidden", "side", "form", "navigation", "comments", "link_only"),
    *("text_before", "place", "after_title", "after_main", "description", "stated"),
    *("shape_kept", "shape_count", "shape_share", "wide_shape_share"),
    *("own_share", "siblings_share", "parent_share", "grandparent_share", "fork_depth"),
    *("branch_share", "branch_kept", "branch_length", "branch_links", "branch_blocks"),
    *("next_kept", "next_length", "previous_kept", "previous_length"),
    *("page_length", "page_blocks", "page_share", "page_lists", "page_mean", "page_short", "page_links", "page_headings", "page_news"),
)
_RULES = ("generic:outside", "generic:hidden", "generic:related_side", "generic:form", "generic:navigation", "generic:comments", "generic:link_only")
# So much of a text tells it from others.
_BEGINNING = 40
_SHORT = 60
# Distances are counted up to this many blocks.
_FAR = 20

# Prose of more than this worth is typical where so much of the page's good text stands beside it and is shaped like it.
_PROSE, _MUCH = 80.0, 0.3

# The tags and classes of some elements.
_Shape = object


class Measures:
    """The measures of a page's blocks once the rules have spoken; what they did not leave out counts as kept.

    good: the worth of each kept block, 0 for what reads not as prose; before: the good text that stands above each block.
    """

    def __init__(self, page: Page, found: Recognised) -> None:
        self.blocks, self.elements = page.blocks, page.elements
        self.kept = [block.role in BODY or not block.decided for block in page.blocks]
        self.good = [block.worth if kept and block.worth > 0 else 0.0 for block, kept in zip(page.blocks, self.kept, strict=True)]
        self.before: list[float] = []
        before = 0.0
        for good in self.good:
            self.before.append(before)
            before += good
        self.total = before or 1.0
        self.title = next((i for i, block in enumerate(page.blocks) if block.role is Role.TITLE), -1)
        self.decks = {text[:_BEGINNING] for name in ("description", "og:description") for text in found.head.metas.get(name, ()) if text}
        self.body = " ".join(" ".join(text.split()) for thing in found.things if isinstance(text := thing.get("articleBody"), str))
        self._compare_shapes()
        self._weigh_elements()
        self._grow_branches()
        self.whole = self._of_page(found)

    def of(self, i: int) -> list[float]:
        """The measures of the block with index `i`, in the order of `NAMES`."""
        block = self.blocks[i]
        return [*self._form(block, self.kept[i]), *self._place(i, block), *self._company(i, block), *self._neighbours(i), *self.whole]

    def is_typical(self, i: int) -> bool:
        """Whether a block is prose that stands beside much of the page's other prose and is shaped like it: nobody doubts it.

        Learning without these blocks makes the review better, too: word F1 +0.001 on both corpora.
        """
        block = self.blocks[i]
        return (
            self.good[i] > _PROSE
            and block.links < 0.2 * len(block.text)
            and self.shaped[self.shapes[i][0]] >= _MUCH * self.total
            and self.beside[self.elements.parents[block.element]] >= _MUCH * self.total
            and ends_sentence(block.text)
        )

    def _form(self, block: Block, kept: bool) -> list[float]:
        text, kind = block.text, block.kind
        strong = emphasis = 0
        runs = 0
        if block.styled is not None:
            parts, styles = block.styled
            runs = len(styles)
            for j, (start, style, _) in enumerate(styles):
                if style is Style.STRONG or style is Style.EMPHASIS:
                    size = sum(map(len, parts[start : styles[j + 1][0] if j + 1 < runs else None]))
                    if style is Style.STRONG:
                        strong += size
                    else:
                        emphasis += size
        size = len(text) or 1
        return [
            log1p(size), min(1.0, block.links / size), ends_sentence(text), "!" in text, block.level,
            kind is Role.LIST_ITEM, kind is Role.PARAGRAPH, kind is Role.QUOTE, kind is Role.CODE,
            min(block.worth, 300.0), min(5, text.count("\n")), min(1.0, strong / size), min(1.0, emphasis / size), min(5, runs),
            kept, *(block.rule == rule for rule in _RULES),
        ]  # fmt: skip

    def _place(self, i: int, block: Block) -> list[float]:
        beginning = block.text[:_BEGINNING]
        return [
            self.before[i] / self.total,
            i / len(self.blocks),
            min(_FAR, i - self.title) if 0 <= self.title < i else 0,
            min(_FAR, max(0, i - self.last)),
            beginning in self.decks,
            0.0 if not self.body else 1.0 if beginning in self.body else -1.0,
        ]

    def _company(self, i: int, block: Block) -> list[float]:
        """How much of the page's good text is shaped like the block, and stands around it."""
        parents, total = self.elements.parents, self.total
        narrow, wide = self.shapes[i]
        count, kept = self.alike[block.kind, narrow]
        element = block.element
        parent = parents[element] if element >= 0 else -1
        grandparent = parents[parent] if parent >= 0 else -1
        fork, branch = self.forks[i]
        members, members_kept, length, links = self.branches[branch] if branch >= 0 else (1, self.kept[i], len(block.text), block.links)
        return [
            kept / count, log1p(count), self.shaped.get(narrow, 0.0) / total, self.shaped.get(wide, 0.0) / total,
            self.below[element] / total, self.beside.get(parent, 0.0) / total,
            self.below[parent] / total if parent >= 0 else 1.0, self.below[grandparent] / total if grandparent >= 0 else 1.0, fork,
            self.below[branch] / total if branch >= 0 else 1.0, members_kept / members, log1p(length), links / (length or 1), log1p(members),
        ]  # fmt: skip

    def _neighbours(self, i: int) -> list[float]:
        last = len(self.blocks) - 1
        following = (self.kept[i + 1], log1p(len(self.blocks[i + 1].text))) if i < last else (0, 0)
        previous = (self.kept[i - 1], log1p(len(self.blocks[i - 1].text))) if i else (0, 0)
        return [*following, *previous]

    def _of_page(self, found: Recognised) -> list[float]:
        kept = [block for block, kept in zip(self.blocks, self.kept, strict=True) if kept]
        length = sum(len(block.text) for block in kept) or 1
        count = len(kept) or 1
        return [
            log1p(length), log1p(len(self.blocks)), self.total / (sum(block.worth for block in self.blocks if block.worth > 0) or 1.0),
            sum(len(block.text) for block in kept if block.kind is Role.LIST_ITEM) / length, length / count,
            sum(len(block.text) < _SHORT for block in kept) / count, sum(block.links for block in kept) / length,
            sum(block.kind is Role.HEADING for block in kept) / count, any("News" in name or "Report" in name for name in found.things_types()),
        ]  # fmt: skip

    def _compare_shapes(self) -> None:
        """A block's shape is the tag and class of its element and of one or two around it."""
        parents, tags, classes = self.elements.parents, self.elements.tags, self.elements.classes
        around: dict[int, tuple[_Shape, _Shape]] = {-1: (None, None)}
        self.shapes: list[tuple[_Shape, _Shape]] = []
        self.alike: dict[tuple[Role, _Shape], list[int]] = {}
        self.shaped: dict[_Shape, float] = {}
        for block, kept, good in zip(self.blocks, self.kept, self.good, strict=True):
            element = block.element
            parent = parents[element] if element >= 0 else -1
            if parent not in around:
                one = tags[parent], classes[parent]
                above = parents[parent]
                around[parent] = one, (one, (tags[above], classes[above]) if above >= 0 else None)
            one_up, two_up = around[parent]
            own = (tags[element], classes[element]) if element >= 0 else None
            narrow, wide = (own, one_up), (own, two_up, 2)
            self.shapes.append((narrow, wide))
            counts = self.alike.get((block.kind, narrow))
            if counts is None:
                self.alike[block.kind, narrow] = [1, int(kept)]
            else:
                counts[0] += 1
                counts[1] += kept
            if good:
                self.shaped[narrow] = self.shaped.get(narrow, 0.0) + good
                self.shaped[wide] = self.shaped.get(wide, 0.0) + good

    def _weigh_elements(self) -> None:
        """The good text below each element, and beside each other in one; the main container is where most stands beside each other."""
        parents = self.elements.parents
        self.below = [0.0] * len(parents)
        self.beside: dict[int, float] = {}
        self.last = main = -1
        for block, good in zip(self.blocks, self.good, strict=True):
            if good:
                self.below[block.element] += good
                parent = parents[block.element]
                self.beside[parent] = self.beside.get(parent, 0.0) + good
        add_up(parents, self.below)
        if self.beside:
            main = max(self.beside, key=lambda element: self.beside[element])
            self.last = max(i for i, block in enumerate(self.blocks) if self.good[i] and parents[block.element] == main)
        self.chain: dict[int, int] = {}
        while main >= 0:
            self.chain[main] = len(self.chain)
            main = parents[main]

    def _grow_branches(self) -> None:
        """For each block how far above the main container its path forks, and the element that branches off there (-1 for none); their sums."""
        self.forks: list[tuple[int, int]] = []
        self.branches: dict[int, list[int]] = {}
        parents = self.elements.parents
        known: dict[int, tuple[int, int]] = {element: (min(_FAR, depth), -1) for element, depth in self.chain.items()}
        known[-1] = (_FAR, -1)
        for block, kept in zip(self.blocks, self.kept, strict=True):
            at, path = block.element, []
            while at not in known:
                path.append(at)
                at = parents[at]
            depth, branch = known[at]
            if path:
                branch = path[-1] if branch < 0 else branch
                for element in path:
                    known[element] = (depth, branch)
            self.forks.append((depth, branch))
            if branch >= 0:
                sums = self.branches.get(branch)
                if sums is None:
                    sums = self.branches[branch] = [0, 0, 0, 0]
                sums[0] += 1
                sums[1] += kept
                sums[2] += len(block.text)
                sums[3] += block.links
