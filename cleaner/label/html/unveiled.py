"""What of the text readers see only when a script shows it, or when they unfold it."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, Layer
from cleaner.model import Elements

FOLDED = "generic:folded"


def report_unveiled(labelling: Labelling) -> None:
    """Set `Page.unveiled`: the share of the text that the page hides, as pages do that a script shows; add it to the
    doubt. Looks at kept blocks; changes none.
    """
    page = labelling.page
    elements = page.elements
    if not (elements.hidden or elements.unveiled):
        return
    inside = _below(elements, elements.hidden | elements.unveiled)
    kept = [block for block in page.blocks if block.role in BODY]
    veiled = sum(len(block.text) for block in kept if inside[block.element])
    if veiled:
        page.unveiled = veiled / sum(len(block.text) for block in kept)
        page.doubt = max(page.doubt, page.unveiled)


def keep_folded(labelling: Labelling) -> None:
    """Keep undecided blocks that a reader has to unfold (`details`, an accordion) under a rule of their own."""
    page = labelling.page
    if page.elements.folded:
        inside = _below(page.elements, page.elements.folded)
        for block in page.blocks:
            if not block.decided and inside[block.element] and page.elements.tags[block.element] != "summary":
                role = block.form if block.form in BODY else None
                if role is not None:
                    block.keep(role, FOLDED, Layer.DEFAULT)


def _below(elements: Elements, chosen: set[int]) -> bytearray:
    """For each element 1 if it is one of some elements (at least one) or stands in one; one more than all, for -1."""
    inside = bytearray(len(elements) + 1)
    for index in chosen:
        inside[index] = 1
    parents = elements.parents
    for index in range(min(chosen) + 1, len(elements)):
        if inside[parents[index]]:
            inside[index] = 1
    return inside
