"""The state that the passes of the label stage share: the document, its context, and results of earlier passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Ground, Layer, Reason
from cleaner.model import Block, Elements, Page, PageContext
from cleaner.options import Favour
from cleaner.rules.registry import Registry


class Label(NamedTuple):
    """A block that a pass wants to leave out, with the label that it gets if no later pass speaks on it."""

    block: Block
    reason: Reason
    rule: str
    layer: Layer
    ground: Ground | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Header:
    """The header of bare text.

    title: the index of a dump's headline (-1: none is known); body: the index of the first prose (-1: none); waiting:
    the labels that lines near them get if the passes for headers leave these lines undecided.
    """

    title: int
    body: int
    waiting: list[Label]


@dataclass(slots=True)
class Labelling:
    """One document on its way through the passes. Each pass takes this, looks at the page, and labels blocks.

    page: the blocks, labelled in place; context: site, rule sets, metadata of the page; registry: the rule sets in
    force; favour: the error to avoid where a block is in doubt.
    inside (HTML): for each element 1 if it is in the article's body, else 0, set by `choose_body`.
    trust (HTML): the categories of class names that are trusted on this page, set by `choose_body`.
    proposed: the blocks whose label the classifier would change, by index, each with the probability (0…1) that it is
    the article's; set by `propose_changes`.
    header (bare text): set by `find_header`.
    """

    page: Page
    context: PageContext
    registry: Registry
    favour: Favour
    inside: bytearray = field(default_factory=bytearray)
    trust: HintTrust = field(default_factory=lambda: HintTrust(Elements()))
    proposed: Mapping[int, float] = field(default_factory=dict)
    header: Header | None = None
    fields: dict[str, list[str]] = field(default_factory=dict)
