"""Features of a block of an HTML page: its form, its label by the rules, its place, and how much of the page's prose
has the same shape and place.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, compress
from math import log1p

from cleaner.labels import BODY, Ground, Role
from cleaner.lines.shapes import ends_sentence
from cleaner.model import Block, Page, PageContext, Style, add_up

# The features of a block, in the order of `HtmlFeatures.of`. The model file stores these names.
FEATURES = (
    *("length", "links", "ends_sentence", "exclaims", "level", "is_list_item", "is_paragraph", "is_quote", "is_code"),
    *("worth", "lines", "strong", "emphasis", "runs"),
    *("kept", "outside", "hidden", "side", "form", "navigation", "comments", "link_only"),
    *("text_before", "place", "after_title", "after_main", "description", "stated"),
    *("shape_kept", "shape_count", "shape_share", "wide_shape_share"),
    *("own_share", "siblings_share", "parent_share", "grandparent_share", "fork_depth"),
    *("branch_share", "branch_kept", "branch_length", "branch_links", "branch_blocks"),
    *("next_kept", "next_length", "previous_kept", "previous_length"),
    *("page_length", "page_blocks", "page_share", "page_lists", "page_mean"),
    *("page_short", "page_links", "page_headings", "page_news"),
)  # fmt: skip
# Each is a feature: whether a rule left the block out on that ground.
_GROUND_FEATURES = (
    Ground.OUTSIDE,
    Ground.HIDDEN,
    Ground.RELATED_SIDE,
    Ground.FORM,
    Ground.NAVIGATION,
    Ground.COMMENTS,
    Ground.LINK_ONLY,
)
_GROUNDS: dict[Ground | None, tuple[bool, ...]] = {
    ground: tuple(ground is other for other in _GROUND_FEATURES) for ground in _GROUND_FEATURES
}
_NO_GROUND = (False,) * len(_GROUND_FEATURES)
# Each is a feature: whether the block has that form.
_FORM_FEATURES = (Role.LIST_ITEM, Role.PARAGRAPH, Role.QUOTE, Role.CODE)
_FORMS = {form: tuple(form is other for other in _FORM_FEATURES) for form in _FORM_FEATURES}
_NO_FORM = (False,) * len(_FORM_FEATURES)
_STRONG, _EMPHASIS = Style.STRONG.value, Style.EMPHASIS.value
_LIST_ITEM = Role.LIST_ITEM

# The trees were learnt with these numbers: who changes one must learn them anew (`python -m training`). All by hand.
# Characters: compare texts by their opening.
_OPENING = 40
# Characters: shorter blocks count as short ones.
_SHORT = 60
# Blocks, or elements: larger distances count as this number.
_FAR = 20
# Characters of prose: a longer block's `worth` counts as this number.
_MOST_PROSE = 300.0
# More newlines, and more inline runs, count as this number.
_MOST_PIECES = 5
# A block is typical prose with a prose score of more than _TYPICAL_SCORE, less than _TYPICAL_LINKS of its characters
# linked, and at least _TYPICAL_SHARE of the page's prose beside it and shaped like it.
_TYPICAL_SCORE = 80.0
_TYPICAL_LINKS = 0.2
_TYPICAL_SHARE = 0.3

# Tags and classes of a block's element and of one or two elements around it.
_Shape = tuple[str | None, ...]


class HtmlFeatures:
    """The features of a page's blocks after the rules; blocks that no rule left out count as kept.

    prose: the prose score of each kept block, 0 where that is negative; total: their sum; before: for each block the
    sum above it; below: for each element the sum of the blocks in it; beside: for each element the sum of the blocks
    whose elements are its children; shaped: for each shape the sum of the blocks that have it.
    main: the main container, which is the element with the greatest `beside`; last: the index of its last block of
    prose; chain: the distance above the main container of itself and each element around it.
    branch: for each element the outermost element around it that is not in `chain` (-1: none); branch_sums: of each
    branch the number of blocks, of kept blocks, of characters and of linked characters.
    """

    def __init__(self, page: Page, context: PageContext) -> None:
        self.blocks, self.elements = page.blocks, page.elements
        self.kept = [block.role in BODY or not block.decided for block in page.blocks]
        self.prose = [
            block.prose_score if kept and block.prose_score > 0 else 0.0
            for block, kept in zip(page.blocks, self.kept, strict=True)
        ]
        self.before = list(accumulate(self.prose, initial=0.0))
        self.total = self.before[-1] or 1.0
        self.title = page.title_index
        self.decks = {
            text[:_OPENING]
            for name in ("description", "og:description")
            for text in context.head.metas.get(name, ())
            if text
        }
        bodies = [entity.get("articleBody") for entity in context.entities]
        self.article_body = " ".join(" ".join(body.split()) for body in bodies if isinstance(body, str))
        self.shaped: dict[_Shape, float] = {}
        self.beside: dict[int, float] = {}
        self.chain: dict[int, int] = {}
        self.branch_sums: dict[int, list[int]] = {}
        self._compare_shapes()
        self._add_up_prose()
        self._find_branches()
        self.page_features = self._of_page(context)

    def of(self, i: int) -> list[float]:
        """The features of the block with index `i`, in the order of `FEATURES`."""
        block = self.blocks[i]
        return [
            *self._form(block, self.kept[i]),
            *self._place(i, block),
            *self._surroundings(i, block),
            *self._neighbours(i),
            *self.page_features,
        ]

    def is_typical(self, i: int) -> bool:
        """Whether a block is prose, stands beside much of the page's other prose and is shaped like it.

        The classifier does not look at such blocks. Learning without them makes it better, too: word F1 +0.001 on both
        corpora.
        """
        if self.prose[i] <= _TYPICAL_SCORE:
            return False
        block, least = self.blocks[i], _TYPICAL_SHARE * self.total
        return (
            block.links < _TYPICAL_LINKS * len(block.text)
            and self.shaped[self.shapes[i]] >= least
            and self.beside[self.elements.parents[block.element]] >= least
            and ends_sentence(block.text)
        )

    def _form(self, block: Block, kept: bool) -> list[float]:
        """What the block is like by itself, and what the rules made of it."""
        text, links = block.text, block.links
        size = len(text) or 1
        strong, emphasis, runs = _styles(block) if block.styled is not None else (0, 0, 0)
        return [
            log1p(size), links / size if links < size else 1.0, ends_sentence(text), "!" in text, block.level,
            *_FORMS.get(block.form, _NO_FORM),
            min(_MOST_PROSE, block.prose_score), min(_MOST_PIECES, text.count("\n")),
            min(1.0, strong / size), min(1.0, emphasis / size), min(_MOST_PIECES, runs),
            kept, *_GROUNDS.get(block.ground, _NO_GROUND),
        ]  # fmt: skip

    def _place(self, i: int, block: Block) -> list[float]:
        """Where the block stands, and whether the page's description or JSON-LD has its text."""
        opening = block.text[:_OPENING]
        return [
            self.before[i] / self.total,
            i / len(self.blocks),
            min(_FAR, i - self.title) if 0 <= self.title < i else 0,
            min(_FAR, i - self.last) if i > self.last else 0,
            opening in self.decks,
            0.0 if not self.article_body else 1.0 if opening in self.article_body else -1.0,
        ]

    def _surroundings(self, i: int, block: Block) -> list[float]:
        """How much of the page's prose is shaped like the block, and stands in the elements around it."""
        parents, below, total, shape = self.elements.parents, self.below, self.total, self.shapes[i]
        count, kept = self.alike[block.form, shape], self.alike_kept[block.form, shape]
        element = block.element
        parent = parents[element]
        grandparent = parents[parent] if parent >= 0 else -1
        branch = self.branch[element]
        fork = self.chain.get(parents[branch] if branch >= 0 else element, _FAR)
        members, members_kept, length, links = (
            self.branch_sums[branch] if branch >= 0 else (1, self.kept[i], len(block.text), block.links)
        )
        return [
            kept / count, log1p(count),
            self.shaped.get(shape, 0.0) / total, self.shaped.get(self._wide(element, shape), 0.0) / total,
            below[element] / total, self.beside.get(parent, 0.0) / total,
            below[parent] / total if parent >= 0 else 1.0, below[grandparent] / total if grandparent >= 0 else 1.0,
            fork,
            below[branch] / total if branch >= 0 else 1.0, members_kept / members, log1p(length),
            links / (length or 1), log1p(members),
        ]  # fmt: skip

    def _neighbours(self, i: int) -> tuple[float, ...]:
        """Whether the next and the previous block are kept, and how long they are."""
        blocks, kept = self.blocks, self.kept
        following = (kept[i + 1], log1p(len(blocks[i + 1].text))) if i + 1 < len(blocks) else (0, 0)
        previous = (kept[i - 1], log1p(len(blocks[i - 1].text))) if i else (0, 0)
        return following + previous

    def _of_page(self, context: PageContext) -> list[float]:
        """What the whole page is like."""
        kept = [block for block, kept in zip(self.blocks, self.kept, strict=True) if kept]
        lengths = [len(block.text) for block in kept]
        length, count = sum(lengths) or 1, len(kept) or 1
        forms = [block.form for block in kept]
        return [
            log1p(length), log1p(len(self.blocks)),
            self.total / (sum([block.prose_score for block in self.blocks if block.prose_score > 0]) or 1.0),
            sum([size for size, form in zip(lengths, forms, strict=True) if form is _LIST_ITEM]) / length,
            length / count,
            len([size for size in lengths if size < _SHORT]) / count, sum([block.links for block in kept]) / length,
            forms.count(Role.HEADING) / count,
            any("News" in name or "Report" in name for name in context.entity_types()),
        ]  # fmt: skip

    def _compare_shapes(self) -> None:
        """Count the blocks of each form and shape, and those of them that are kept.

        A block's shape is the tag and class of its element and of that element's parent.
        """
        parents, tags, classes = self.elements.parents, self.elements.tags, self.elements.classes
        around = [(block.element, parents[block.element]) for block in self.blocks]
        self.shapes: list[_Shape] = [
            (tags[at], classes[at], tags[up], classes[up]) if up >= 0 else (tags[at], classes[at]) for at, up in around
        ]
        alike = [(block.form, shape) for block, shape in zip(self.blocks, self.shapes, strict=True)]
        self.alike = Counter(alike)
        self.alike_kept = Counter(compress(alike, self.kept))

    def _wide(self, element: int, shape: _Shape) -> _Shape:
        """A shape with the tag and class of the element two above."""
        parent = self.elements.parents[element]
        above = self.elements.parents[parent] if parent >= 0 else -1
        return (*shape, self.elements.tags[above], self.elements.classes[above]) if above >= 0 else (*shape, None)

    def _add_up_prose(self) -> None:
        """Add up the prose of each shape, in each element, and of each element's children; find the main container."""
        parents, shaped, beside = self.elements.parents, self.shaped, self.beside
        self.below = [0.0] * len(parents)
        elements = [block.element for block in self.blocks]
        held = [(i, elements[i], prose) for i, prose in enumerate(self.prose) if prose]
        for i, element, prose in held:
            self.below[element] += prose
            parent = parents[element]
            beside[parent] = beside.get(parent, 0.0) + prose
            narrow = self.shapes[i]
            wide = self._wide(element, narrow)
            shaped[narrow] = shaped.get(narrow, 0.0) + prose
            shaped[wide] = shaped.get(wide, 0.0) + prose
        add_up(parents, self.below)
        self.main = max(beside, key=beside.__getitem__, default=-1)
        self.last = next((i for i, element, _ in reversed(held) if parents[element] == self.main), -1)

    def _find_branches(self) -> None:
        """Find the elements around the main container, the branch of each element off them, and each branch's sums."""
        for at in self.elements.ancestors(self.main):
            self.chain[at] = min(_FAR, len(self.chain))
        self.branch = branch = self.elements.branches_off(self.chain)
        for block, kept in zip(self.blocks, self.kept, strict=True):
            at = branch[block.element]
            if at >= 0:
                sums = self.branch_sums.get(at)
                if sums is None:
                    sums = self.branch_sums[at] = [0, 0, 0, 0]
                sums[0] += 1
                sums[1] += kept
                sums[2] += len(block.text)
                sums[3] += block.links


def _styles(block: Block) -> tuple[int, int, int]:
    """The number of strong characters of a block, of emphasized ones, and of its inline runs.

    Reads `Block.styled` itself: `styled_runs` joins the text of every run, which takes three times as long here.
    """
    parts, styles = block.styled or ((), ())
    strong = emphasis = 0
    for j, (start, style, _) in enumerate(styles):
        if style in (_STRONG, _EMPHASIS):
            size = sum(map(len, parts[start : styles[j + 1][0] if j + 1 < len(styles) else None]))
            if style == _STRONG:
                strong += size
            else:
                emphasis += size
    return strong, emphasis, len(styles)
