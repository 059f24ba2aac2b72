"""The site's own rules: marks that its selectors left on elements, then its lines; families after it."""

from __future__ import annotations

from cleaner.labels import Reason, Role
from cleaner.model import Block, Elements, Mark, Page, PageContext
from cleaner.rules import line_rules


def apply(page: Page, context: PageContext) -> dict[str, list[str]]:
    """Label what the rule set and the families recognised speak on. Returns the values that line rules read, by field."""
    fields: dict[str, list[str]] = {}
    if context.marks or page.inline_marks:
        _apply_marks(page)
    for rules in [context.rules, *context.families] if context.rules else context.families:
        line_rules.apply(rules.text, page.blocks)
        for field, value in line_rules.values(rules.text, page.blocks):
            fields.setdefault(field, []).append(value)
    return fields


def _apply_marks(page: Page) -> None:
    labels: dict[int, Mark | None] = {}
    for block in page.blocks:
        region = page.elements.regions[block.element]
        if region >= 0:
            if region not in labels:
                labels[region] = mark_at(page.elements, region)
            mark = labels[region]
            if mark is not None and isinstance(mark.label, Reason):
                block.drop(mark.label, mark.rule, mark.layer)
            elif mark is not None and isinstance(mark.label, Role):
                block.keep(mark.label, mark.rule, mark.layer)
    for i, mark in page.inline_marks.items():
        if i < len(page.blocks) and not page.blocks[i].decided:
            _apply_inline(page.blocks[i], mark)


def _apply_inline(block: Block, mark: Mark) -> None:
    if isinstance(mark.label, Reason):
        block.drop(mark.label, mark.rule, mark.layer)
    elif isinstance(mark.label, Role) and len(block.text) <= _WHOLE:
        block.keep(mark.label, mark.rule, mark.layer)


# An inline part gives its role to the whole block (the author's link to the byline) up to this length.
_WHOLE = 300


def mark_at(elements: Elements, region: int) -> Mark | None:
    """The mark that holds for a region: a removal around it before all others, else the nearest role."""
    nearest = None
    while region >= 0:
        mark = elements.marks.get(region)
        if mark is not None and isinstance(mark.label, Reason):
            return mark
        if mark is not None and nearest is None and isinstance(mark.label, Role):
            nearest = mark
        region = elements.outer(region)
    return nearest
