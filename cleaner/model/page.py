"""A page while it goes through the stages: its blocks in reading order, and the elements and images they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.model.elements import Elements, Mark

_TITLE = Role.TITLE  # looking up a member of an enumeration for each block takes long


class Style(StrEnum):
    """What an inline run is."""

    PLAIN = "plain"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


# A block's text as written, in pieces, and from which piece on which style (by name) and link address hold. Python's
# garbage collector passes over plain tuples of strings and numbers, but not over named ones.
Styled = tuple[tuple[str, ...], tuple[tuple[int, str, str | None], ...]]


class StyledRun(NamedTuple):
    """A run of text of one style, as written: `style` is the value of a `Style`, `href` the address of a link."""

    text: str
    style: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an HTML page: its address and alternative text, and the element that holds it."""

    src: str
    alt: str
    element: int
    figure: int


@dataclass(slots=True)
class Block:
    """A block while it goes through the stages: mutable and slotted, since it is made for every line of every page.

    form: the role its form gives it, before anything is known of its content.
    text: normalized text; key: the same folded for matching (case, quotes, dashes), made on demand by `fold`.
    group: blocks of one list, table or stanza share it and are joined by single newlines; -1 for none.
    gap: of text, the blank lines before it (0: it stands on the line after the last block's; 2 for the first block);
    indent: the columns of white space before it on its line, of which a tab counts four.
    styled: the block's inline styles as the walk gathered them (see `styled_runs`); None where all is plain.
    role or reason: the label, set by `keep` and `drop`; layer: who gave it; rule: which rule, for people only; ground:
    what about the block made that rule do so; score: the probability (0…1) that a learnt model gave, None where a
    rule decided; decided: whether anything has spoken on the block.
    """

    text: str
    form: Role = Role.PARAGRAPH
    element: int = -1
    start: int = -1
    end: int = -1
    line: int = 0
    group: int = -1
    links: int = 0
    level: int = 0
    gap: int = 0
    indent: int = 0
    styled: Styled | None = None
    key: str = ""
    role: Role | None = None
    reason: Reason | None = None
    rule: str = ""
    layer: Layer = Layer.DEFAULT
    ground: Ground | None = None
    score: float | None = None
    prose_score: float = 0.0
    decided: bool = False

    def keep(
        self, role: Role, rule: str, layer: Layer, score: float | None = None, ground: Ground | None = None
    ) -> None:
        """Label the block with a role."""
        self.role, self.reason, self.decided = role, None, True
        self.rule, self.layer, self.ground, self.score = rule, layer, ground, score

    def drop(
        self, reason: Reason, rule: str, layer: Layer, score: float | None = None, ground: Ground | None = None
    ) -> None:
        """Label the block with the reason it is left out."""
        self.role, self.reason, self.decided = None, reason, True
        self.rule, self.layer, self.ground, self.score = rule, layer, ground, score

    def reopen(self) -> None:
        """Take the block's label off: the next pass that speaks on it gives it another."""
        self.role, self.reason, self.decided = None, None, False
        self.rule, self.layer, self.ground, self.score = "", Layer.DEFAULT, None, None


def styled_runs(block: Block) -> Iterator[StyledRun]:
    """The inline runs of a block's text as written; nothing where all of it is plain.

    >>> block = Block("By Jane Doe", styled=(("By ", "Jane Doe"), ((1, "link", "/jane"),)))
    >>> [tuple(run) for run in styled_runs(block)]
    [('By ', 'plain', None), ('Jane Doe', 'link', '/jane')]
    """
    if block.styled is None:
        return
    pieces, styles = block.styled
    first = styles[0][0]
    if first > 0:
        yield StyledRun("".join(pieces[:first]), Style.PLAIN.value, None)
    for i, (start, style, href) in enumerate(styles):
        end = styles[i + 1][0] if i + 1 < len(styles) else len(pieces)
        yield StyledRun("".join(pieces[start:end]), style, href)


class Struck:
    """A span inside a paragraph that a rule took out: reported among the removals, right after its block.

    text: what stood in it; it is gathered in pieces, since a span may have as many text nodes as the page.
    """

    __slots__ = ("_pieces", "block", "element", "mark")

    def __init__(self, text: str, block: int, element: int, mark: Mark) -> None:
        self._pieces = [text]
        self.block, self.element, self.mark = block, element, mark

    @property
    def text(self) -> str:
        """What stood in the span."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @text.setter
    def text(self, text: str) -> None:
        self._pieces = [text]

    def add(self, text: str) -> None:
        """Take one more text node of the span."""
        self._pieces.append(text)


@dataclass(slots=True)
class Page:
    """What segmentation yields: blocks in reading order, and for HTML the elements and images they stand in.

    struck: spans that rules took out of paragraphs; inline_marks: roles that selectors gave to an inline part of a
    block, by the block's index; times: `<time datetime>` values with the index of their block and the element's classes
    and item properties; kept_by: the rule that is named for blocks which no rule speaks on; doubt: the share (0…1) of
    the text that the classifier would have left out if it might; unveiled: the share (0…1) of the text that the page
    hides until a script shows it; is_cut: whether it has more blocks than `Limits.blocks` allows, and the rest was not
    read; parsed_parts: how many parts of it were parsed on their own (`noscript`, shadow trees, `articleBody`);
    has_unread_markup: whether one of these was beyond the limits of markup, and so was not read.
    """

    blocks: list[Block]
    html: bool
    elements: Elements = field(default_factory=Elements)
    images: list[Image] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    times: list[tuple[str, int, str]] = field(default_factory=list)
    inline_marks: dict[int, Mark] = field(default_factory=dict)
    kept_by: str = "generic:kept"
    doubt: float = 0.0
    unveiled: float = 0.0
    is_cut: bool = False
    parsed_parts: int = 0
    has_unread_markup: bool = False

    def cut(self, most: int) -> None:
        """Keep `most` blocks, the first ones, and what was noted of them."""
        self.is_cut = True
        del self.blocks[most:]
        self.struck[:] = [span for span in self.struck if span.block < most]
        self.times[:] = [time for time in self.times if time[1] < most]
        self.inline_marks = {i: mark for i, mark in self.inline_marks.items() if i < most}

    @property
    def title_index(self) -> int:
        """The index of the first block that is labelled as the title; -1 for none."""
        return next((i for i, block in enumerate(self.blocks) if block.role is _TITLE), -1)

    @property
    def title(self) -> Block | None:
        """The first block that is labelled as the title; None for none."""
        at = self.title_index
        return self.blocks[at] if at >= 0 else None
