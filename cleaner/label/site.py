"""Apply the site's own rule set: marks of its selectors on elements, then its line rules; then those of families."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.labels import Ground, Reason, Role
from cleaner.model import Block, Elements, Mark, Page
from cleaner.rules import line_rules

# Characters: a longer block does not get the role of its inline part. By hand.
_LONGEST_INLINE_MARKED = 300


def apply_rule_sets(labelling: Labelling) -> None:
    """Label the blocks that the site's rule set and the recognised families name, and collect the fields they read.

    Looks at the marks on elements and at the lines' text; may change every block. Sets `Labelling.fields`.
    """
    page, context = labelling.page, labelling.context
    if context.marks or page.inline_marks:
        _apply_marks(page)
    for rules in [context.rules, *context.families] if context.rules else context.families:
        line_rules.label_lines(rules.text, page.blocks)
        for field, value in line_rules.field_values(rules.text, page.blocks):
            labelling.fields.setdefault(field, []).append(value)


def _apply_marks(page: Page) -> None:
    """Label blocks by the marks on their elements, then undecided ones by marks on a part of their text."""
    labels: dict[int, Mark | None] = {-1: None}
    for block in page.blocks:
        region = page.elements.regions[block.element]
        if region >= 0:
            mark = _mark_at(page.elements, region, labels)
            if mark is not None and isinstance(mark.label, Reason):
                block.drop(mark.label, mark.rule, mark.layer, ground=Ground.SELECTOR)
            elif mark is not None and isinstance(mark.label, Role):
                block.keep(mark.label, mark.rule, mark.layer, ground=Ground.SELECTOR)
    for i, mark in page.inline_marks.items():
        if i < len(page.blocks) and not page.blocks[i].decided:
            _apply_inline(page.blocks[i], mark)


def _apply_inline(block: Block, mark: Mark) -> None:
    """Label a whole block by the mark on a part of its text: the author's link makes it the byline."""
    if isinstance(mark.label, Reason):
        block.drop(mark.label, mark.rule, mark.layer, ground=Ground.SELECTOR)
    elif isinstance(mark.label, Role) and len(block.text) <= _LONGEST_INLINE_MARKED:
        block.keep(mark.label, mark.rule, mark.layer, ground=Ground.SELECTOR)


def _mark_at(elements: Elements, region: int, known: dict[int, Mark | None]) -> Mark | None:
    """The mark that holds for a region: a removal at or around it, else the nearest role; None if there is none.

    known: what was found for regions before; it is filled, so that all questions together take one walk.
    """
    path = []
    while region not in known:
        path.append(region)
        region = elements.outer(region)
    holds = known[region]
    for at in reversed(path):
        mark = elements.marks.get(at)
        if mark is not None and (
            isinstance(mark.label, Reason)
            or (isinstance(mark.label, Role) and not (holds is not None and isinstance(holds.label, Reason)))
        ):
            holds = mark
        known[at] = holds
    return holds
