"""Generic rules for HTML: what regions, links and form tell of the blocks that no rule set spoke on."""

from __future__ import annotations

from cleaner.label import weights
from cleaner.label.captions import LONGEST
from cleaner.model import Block, Element, Page, Reason, Role
from cleaner.options import Options
from cleaner.rules import hints

_REASONS = {"related_side": Reason.RELATED, "footer": Reason.LEGAL, "form": Reason.OTHER, "header": Reason.MASTHEAD, "byline": Reason.OTHER, "published": Reason.OTHER}
# A block that is a link and nothing else, up to this length, is a teaser; longer ones are linked sentences.
TEASER = 150


def apply(page: Page, body: int, beliefs: weights.Beliefs, options: Options) -> list[bool]:
    """Label what lies outside the body, and the boilerplate within; returns for each block whether it may be the article's."""
    elements = page.elements
    last = _subtree_end(elements, body)
    inside = []
    for block in page.blocks:
        region = elements[block.element].region
        within = body <= block.element < last and body >= 0
        kept = not block.decided and within
        if not block.decided:
            if within and len(block.text) < LONGEST and (block.kind is Role.CAPTION or "caption" in beliefs.believed(region)):
                block.keep(Role.CAPTION, "generic:caption", 0.8)
                kept = False
            if not block.decided and beliefs.boilerplate(region):
                block.drop(*_why(elements, region, beliefs))
                kept = False
            elif not block.decided and not within:
                block.drop(Reason.OTHER if not block.links else Reason.NAVIGATION, "generic:outside", 0.7)
            elif not block.decided and block.links >= 0.8 * len(block.text) and len(block.text) <= TEASER and not _linked_list(block):
                block.drop(Reason.RELATED, "generic:link_only", 0.6)
                kept = False
        inside.append(kept)
    return inside


def _linked_list(block: Block) -> bool:
    return block.kind is Role.TABLE_ROW


def _why(elements: list[Element], region: int, beliefs: weights.Beliefs) -> tuple[Reason, str, float]:
    """The reason of the nearest region that names one."""
    at = region
    while at >= 0:
        element = elements[at]
        name = hints.category(element.hint)
        if element.hidden and "hidden" not in beliefs.disbelieved:
            return Reason.HIDDEN, "generic:hidden", 0.8
        if name in weights.BOILERPLATE and name not in beliefs.disbelieved:
            return _REASONS.get(name) or Reason(name), f"generic:{name}", 0.8
        at = elements[element.parent].region if element.parent >= 0 else -1
    return Reason.OTHER, "generic:region", 0.6


def _subtree_end(elements: list[Element], body: int) -> int:
    """One past the last element below `body`: elements stand in document order, so a subtree is a run."""
    inside = body + 1
    while inside < len(elements) and elements[inside].parent >= body:
        inside += 1
    return inside
