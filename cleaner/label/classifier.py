"""The learnt review: a last look, by boosted trees, at what the rules kept and at what they left out.

There are trees for HTML, and for dumps: all that a page prints, where they do most of the work, since no markup tells
anything. Other text may well be
clean: there the rules stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress
from pathlib import Path
from typing import Any, Literal

from cleaner.labels import BODY, MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.learned.html_features import Measures
from cleaner.learned.text_features import Cues, is_dump
from cleaner.learned.trees import BoostedTrees
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Page, PageContext
from cleaner.options import Favour

Kind = Literal["html", "dump"]
Bounds = tuple[float, float]
# The chances of being the article's under which a block goes, and from which one that was left out is taken back: when
# unsure, the rules stand. To take back lines of dumps was tried: it changes nothing.
BOUNDS: dict[Kind, dict[Favour, Bounds]] = {
    "html": {"balance": (0.4, 0.6), "precision": (0.6, 0.8), "recall": (0.2, 0.4)},
    "dump": {"balance": (0.45, 1.0), "precision": (0.7, 1.0), "recall": (0.25, 1.0)},
}
# A score beyond this ends the look, which halves its time; `python -m training` judges with the same end.
_SURE: dict[Kind, float] = {"html": 1.5, "dump": 1.5}
_CAPTION, _LIST_ITEM = Role.CAPTION, Role.LIST_ITEM
# Pages with less good text than this are few among those that the trees have seen: there the rules stand.
_LITTLE = 600.0
# The rule id of what the classifier decided.
CLASSIFIED = "learnt:classifier"
_FILE = Path(__file__).parent.parent / "learned" / "classifier.json"


def kind_of(page: Page) -> Kind | None:
    """Which trees review a page, once the rules have spoken; None for none."""
    return "html" if page.html else "dump" if is_dump(page.blocks) else None


def apply(page: Page, context: PageContext, favour: Favour, trees: BoostedTrees | None = None) -> None:
    """Keep or leave out by the learnt chance that a block is of the article; what a site's rules or a phrase spoke on
    stays as it is.

    Nor is a page reviewed whose body a rule names. trees: others than those that ship, for learning.
    """
    kind = kind_of(page)
    if kind is None:
        spare_sentences(page.blocks)
    if kind is None or page.elements.has_body:
        return
    trees = shipped(kind) if trees is None else trees
    for block, measures in doubtful(page, context):
        decide(block, trees.chance(measures), BOUNDS[kind][favour])


def spare_sentences(blocks: list[Block]) -> None:
    """In text that is no dump sentences between paragraphs stay though a phrase took them for a teaser, a notice or a
    note on the author: when unsure, keep.
    """
    followed = False
    for block in reversed(blocks):
        if block.reason is None:
            followed = followed or is_prose(block.text)
        elif (
            followed and block.reason in _SPARED and block.layer in MAY_OVERRULE[Layer.GENERIC] and is_prose(block.text)
        ):
            block.reopen()


_SPARED = frozenset((Reason.RELATED, Reason.ADVERTISEMENT, Reason.AUTHOR_NOTE))


def doubtful(page: Page, context: PageContext) -> Iterable[tuple[Block, Sequence[float]]]:
    """The blocks that the review may change, with their measures: in HTML not those that read and stand as most of the
    page's prose does.
    """
    if not page.html:
        return _lines(page)
    open_to = [i for i, block in enumerate(page.blocks) if is_open(block)]
    if not open_to:
        return []
    measures = Measures(page, context)
    if measures.total < _LITTLE:
        return []
    return [(page.blocks[i], measures.of(i)) for i in open_to if not measures.is_typical(i)]


def _lines(page: Page) -> Iterable[tuple[Block, Sequence[float]]]:
    cues = Cues(page)
    if cues.total < _LITTLE:
        return []
    return compress(zip(page.blocks, cues.rows(), strict=True), [not block.decided for block in page.blocks])


def decide(block: Block, chance: float, bounds: Bounds) -> None:
    """Label a block by its chance (0…1) of being the article's, where that differs from what the rules made of it."""
    least, enough = bounds
    if block.reason is None and chance < least:
        reason = Reason.NAVIGATION if block.prose_score <= 0 and block.form is _LIST_ITEM else Reason.OTHER
        block.drop(reason, CLASSIFIED, Layer.LEARNT, round(1 - chance, 2))
    elif block.reason is not None and chance >= enough:
        block.keep(block.form, CLASSIFIED, Layer.LEARNT, round(chance, 2))


def is_open(block: Block) -> bool:
    """Whether no stronger rule spoke on a block: it is kept for want of one, or it is prose that a generic rule left
    out.
    """
    if block.form is _CAPTION:
        return False
    if not block.decided:
        return True
    if block.layer not in _OPEN:
        return False
    return block.role in BODY or (
        block.prose_score > 0
        and block.reason is not None
        and block.reason not in _FINAL
        and block.ground is not Ground.OTHER_ARTICLE
    )


_OPEN = MAY_OVERRULE[Layer.LEARNT]
_FINAL = (Reason.CAPTION, Reason.DUPLICATE, Reason.HIDDEN)


def forest(kind: Kind, trees: list[Any]) -> BoostedTrees:
    """Trees of a kind, as they are looked at."""
    return BoostedTrees(trees, _SURE[kind])


@cache
def shipped(kind: Kind) -> BoostedTrees:
    """The trees of a kind that ship."""
    return forest(kind, json.loads(_FILE.read_text("utf-8"))[kind]["trees"])
