"""What the passes of the label stage share: the document, what is known of it, and what earlier passes found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Ground, Layer, Reason
from cleaner.model import Block, Elements, Page, PageContext
from cleaner.options import Favour
from cleaner.rules.registry import Registry


class Label(NamedTuple):
    """What had been said of a block that was left out."""

    block: Block
    reason: Reason
    rule: str
    layer: Layer
    ground: Ground | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the body of bare text: the headline of a dump (its index, -1 where none is known), where the
    prose begins, and the labels that lines near them get unless a pass for headers speaks.
    """

    title: int
    body: int
    waiting: list[Label]


@dataclass(slots=True)
class Labelling:
    """One document on its way through the passes. Each pass takes this, looks at the page, and labels blocks.

    page: the blocks, labelled in place; context: what was recognised of the page; registry: the rule sets in force;
    favour: which error to avoid where a block is in doubt.
    inside: for each element 1 if it is in the article's body, set by `choose_body`; trust: which names of the page's
    parts to believe, weighed by `choose_body`; header: of bare text, set by `find_header`.
    """

    page: Page
    context: PageContext
    registry: Registry
    favour: Favour
    inside: bytearray = field(default_factory=bytearray)
    trust: HintTrust = field(default_factory=lambda: HintTrust(Elements()))
    header: Header | None = None
