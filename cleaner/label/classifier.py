"""The learnt classifier: boosted trees that look at what the rules kept and at what they left out.

There are trees for HTML and trees for dumps (everything that a page prints, as text without markup). In other bare text
the rules have the last word. `propose_changes` looks and labels nothing. What it proposes becomes labels in
`make_changes` (HTML) or in `label.text.header.find_header` (dumps).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cleaner.label.html.restraint import restrain, share_of_text
from cleaner.label.labelling import Labelling
from cleaner.label.text.dump import is_dump
from cleaner.labels import BODY, MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.learned.html_features import HtmlFeatures
from cleaner.learned.loader import trees_of
from cleaner.learned.text_features import TextFeatures
from cleaner.learned.trees import BoostedTrees
from cleaner.model import Block, Page, PageContext
from cleaner.options import Favour

Kind = Literal["html", "dump"]


class Bounds(NamedTuple):
    """Probabilities: below `drop` a kept block goes; from `take_back` on a block that was left out comes back."""

    drop: float
    take_back: float


# Between the bounds the label of the rules stands. By hand, on the dev pages; to take back lines of dumps changes
# nothing.
BOUNDS: dict[Kind, dict[Favour, Bounds]] = {
    "html": {"balance": Bounds(0.35, 0.55), "precision": Bounds(0.6, 0.8), "recall": Bounds(0.2, 0.4)},
    "dump": {"balance": Bounds(0.45, 1.0), "precision": Bounds(0.7, 1.0), "recall": Bounds(0.25, 1.0)},
}
# The rule id of what the classifier decided.
CLASSIFIED = "learnt:classifier"
# Characters of prose (`total` of the features): on pages with less the rules stand, since the trees were learnt on few
# of them. By hand.
_LEAST_PROSE = 600.0
_CAPTION, _LIST_ITEM = Role.CAPTION, Role.LIST_ITEM
_MAY_OVERRULE = MAY_OVERRULE[Layer.LEARNT]
# Generic rules that look at the text itself give these reasons; the classifier does not take such blocks back.
_FINAL_REASONS = (Reason.CAPTION, Reason.DUPLICATE, Reason.HIDDEN)
# What stands in another article, or is not shown, does not come back either.
_FINAL_GROUNDS = (Ground.OTHER_ARTICLE, Ground.HIDDEN)


def kind_of(page: Page) -> Kind | None:
    """Which trees look at a page that the rules have labelled; None for bare text that is no dump."""
    return "html" if page.html else "dump" if is_dump(page.blocks) else None


def propose_changes(labelling: Labelling) -> None:
    """Set `Labelling.proposed`: kept blocks that are unlikely to be the article's, left-out ones that are likely to be.

    Looks at the features of all blocks; labels none. Proposes nothing where the rules have the last word: in text that
    is no dump, and on a page whose body a rule set names.
    """
    page, kind = labelling.page, kind_of(labelling.page)
    if kind is not None and not page.elements.has_body:
        rows = candidates(page, labelling.context)
        labelling.proposed = choose_changes(page, rows, trees_of(kind), BOUNDS[kind][labelling.favour])


def choose_changes(
    page: Page, rows: Iterable[tuple[int, Sequence[float]]], trees: BoostedTrees, bounds: Bounds
) -> Mapping[int, float]:
    """The blocks whose label trees would change, by index, each with the probability that it is the article's.

    rows: the index and the features of each block that may be relabelled, as `candidates` gives them. On a page of HTML
    the trees may do no more than `restrain` lets them; the share of the text that stays against them is `Page.doubt`.
    """
    proposed = {}
    for i, features in rows:
        probability = trees.probability(features)
        if changes(page.blocks[i], probability, bounds):
            proposed[i] = probability
    if not page.html:
        return proposed
    allowed = restrain(page.blocks, proposed)
    page.doubt = share_of_text(page.blocks, proposed.keys() - allowed.keys())
    return allowed


def make_changes(labelling: Labelling) -> None:
    """Relabel the blocks of `Labelling.proposed`, whatever stands around them."""
    for i, probability in labelling.proposed.items():
        relabel(labelling.page.blocks[i], probability)


def candidates(page: Page, context: PageContext) -> Iterator[tuple[int, Sequence[float]]]:
    """The blocks that the classifier may relabel, by index, with their features.

    In HTML these are the blocks of `is_open` that are no typical prose; in a dump all undecided lines.
    """
    if not page.html:
        yield from _undecided_lines(page)
        return
    open_blocks = [i for i, block in enumerate(page.blocks) if is_open(block)]
    if not open_blocks:
        return
    features = HtmlFeatures(page, context)
    if features.total >= _LEAST_PROSE:
        yield from ((i, features.of(i)) for i in open_blocks if not features.is_typical(i))


def _undecided_lines(page: Page) -> Iterator[tuple[int, Sequence[float]]]:
    """The undecided lines of a dump, by index, with their features; none if the dump has little prose."""
    features = TextFeatures(page)
    if features.total < _LEAST_PROSE:
        return
    for i, row in enumerate(features.rows()):
        if not page.blocks[i].decided:
            yield i, row


def changes(block: Block, probability: float, bounds: Bounds) -> bool:
    """Whether a probability is beyond the bound at which a block's label changes."""
    return probability < bounds.drop if block.reason is None else probability >= bounds.take_back


def relabel(block: Block, probability: float) -> None:
    """Leave out a block that was kept, or keep one that was left out."""
    if block.reason is None:
        block.drop(reason_for(block), CLASSIFIED, Layer.LEARNT, round(1 - probability, 2))
    else:
        block.keep(block.form, CLASSIFIED, Layer.LEARNT, round(probability, 2))


def reason_for(block: Block) -> Reason:
    """The reason for a block that the classifier drops: navigation for list items that are no prose, else other."""
    return Reason.NAVIGATION if block.prose_score <= 0 and block.form is _LIST_ITEM else Reason.OTHER


def is_open(block: Block) -> bool:
    """Whether the classifier may relabel a block: it is undecided, or a generic rule kept it or dropped prose."""
    if block.form is _CAPTION:
        return False
    if not block.decided:
        return True
    if block.layer not in _MAY_OVERRULE:
        return False
    return block.role in BODY or (
        block.prose_score > 0
        and block.reason is not None
        and block.reason not in _FINAL_REASONS
        and block.ground not in _FINAL_GROUNDS
    )
