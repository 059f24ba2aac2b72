"""Generic rules for HTML: what regions, links and form tell of the blocks that no rule set spoke on."""

from __future__ import annotations

from cleaner.label import weights
from cleaner.model import Block, Element, Page, Reason, Role
from cleaner.options import Options
from cleaner.rules import hints

_REASONS = {"related_side": Reason.RELATED, "footer": Reason.LEGAL, "form": Reason.OTHER, "header": Reason.MASTHEAD, "figure": Reason.OTHER}
_NAMES = frozenset(str(reason) for reason in Reason)
# A block that is a link and nothing else, up to this length, is a teaser; longer ones are linked sentences.
TEASER = 150


def apply(page: Page, body: int, options: Options) -> list[bool]:
    """Label what lies outside the body, and the boilerplate within; returns for each block whether it may be the article's."""
    elements = page.elements
    last = _subtree_end(elements, body)
    total = elements[0].good if elements else 0.0
    states: dict[int, bool] = {}
    inside = []
    for block in page.blocks:
        region = elements[block.element].region
        within = body <= block.element < last and body >= 0
        kept = not block.decided and within
        if not block.decided:
            if block.kind is Role.CAPTION or _category(elements, region) == "caption":
                near = within or _near(block, body)
                if near and len(block.text) < 1000:
                    block.keep(Role.CAPTION, "generic:caption", 0.8)
                    kept = False
            if not block.decided and weights.boilerplate(elements, region, total, states):
                block.drop(*_why(elements, region, total))
                kept = False
            elif not block.decided and not within:
                block.drop(Reason.OTHER if not block.links else Reason.NAVIGATION, "generic:outside", 0.7)
            elif not block.decided and block.links >= 0.8 * len(block.text) and len(block.text) <= TEASER and not _linked_list(block):
                block.drop(Reason.RELATED, "generic:link_only", 0.6)
                kept = False
        inside.append(kept)
    return inside


def _near(block: Block, body: int) -> bool:
    return False


def _linked_list(block: Block) -> bool:
    return block.kind is Role.TABLE_ROW


def _category(elements: list[Element], region: int) -> str:
    return hints.category(elements[region].hint) if region >= 0 else ""


def _why(elements: list[Element], region: int, total: float) -> tuple[Reason, str, float]:
    """The reason of the nearest region that names one."""
    at = region
    while at >= 0:
        element = elements[at]
        name = hints.category(element.hint)
        if element.good <= weights.WRAPPER_SHARE * total:
            if element.hidden:
                return Reason.HIDDEN, "generic:hidden", 0.8
            if name in _NAMES:
                return Reason(name), f"generic:{name}", 0.8
            if name in weights.BOILERPLATE:
                return _REASONS.get(name, Reason.OTHER), f"generic:{name}", 0.7
        at = elements[element.parent].region if element.parent >= 0 else -1
    return Reason.OTHER, "generic:region", 0.6


def _subtree_end(elements: list[Element], body: int) -> int:
    """One past the last element below `body`: elements stand in document order, so a subtree is a run."""
    inside = body + 1
    while inside < len(elements) and elements[inside].parent >= body:
        inside += 1
    return inside
