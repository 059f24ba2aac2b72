"""What the stages hand to one another: the source, the page with its blocks and elements, and what was recognised of
it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cleaner.labels import Ground, Layer, Reason, Role

if TYPE_CHECKING:
    from cleaner.rules.schema import Layout, RuleSet


class Style(StrEnum):
    """What an inline run is."""

    PLAIN = "plain"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


class Elements:
    """What later stages need of the block-level elements of a page, in document order, as lists by index (a parent
    stands before its children).

    parents: the parent's index (-1 at the root); tags; classes: as written; ordinals: the place among its siblings,
    from 1; hints: the generic hint's category (0 for none); regions: the nearest element at or above it that has a hint
    or a mark or is hidden (-1 for none); hidden and marks: of the few that are or have.
    """

    __slots__ = ("classes", "hidden", "hints", "marks", "ordinals", "parents", "regions", "tags")

    def __init__(self) -> None:
        self.parents: list[int] = []
        self.tags: list[str] = []
        self.classes: list[str | None] = []
        self.ordinals: list[int] = []
        self.hints: list[int] = []
        self.regions: list[int] = []
        self.hidden: set[int] = set()
        self.marks: dict[int, Mark] = {}

    def __len__(self) -> int:
        return len(self.parents)

    @property
    def has_body(self) -> bool:
        """Whether a rule set's selector says where the body is."""
        return any(mark.label is None for mark in self.marks.values())

    def end(self, index: int) -> int:
        """The index after the last element below one: they stand in document order."""
        end = index + 1
        while end < len(self.parents) and self.parents[end] >= index:
            end += 1
        return end

    def outer(self, region: int) -> int:
        """The next region around a region; -1 where there is none."""
        parent = self.parents[region]
        return self.regions[parent] if parent >= 0 else -1

    def path(self, index: int) -> str:
        """The CSS path of an element, from the root, as `html > body:nth-child(2) > p:nth-child(1)`; "…" for the top of
        one of over 60 steps.

        What was read out of an element that a parser leaves as text (a script, `noscript`) is found at that element.
        """
        steps: list[str] = []
        while index >= 0:
            if self.tags[index] in _RAW:
                steps = []
            if len(steps) == _STEPS:
                steps.append("…")
                break
            parent = self.parents[index]
            steps.append(f"{self.tags[index]}:nth-child({self.ordinals[index]})" if parent >= 0 else self.tags[index])
            index = parent
        return " > ".join(reversed(steps))


_STEPS = 60
_RAW = frozenset(("script", "noscript", "noframes"))


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule set's selector says of the elements it hits, and by which rule: a role, a reason, or that they hold
    the body (None).
    """

    label: Role | Reason | None
    rule: str
    layer: Layer = Layer.GENERIC


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
    styled: the pieces of text as written, and from which of them on which style (by name) and link hold; None where all
    is plain.
    role or reason: the label, set by `keep` and `drop`; layer: who gave it; rule: which rule, for people only; ground: what
    about the block made a generic rule do so; score: the probability (0…1) that a learnt model gave, None where a rule
    decided; decided: whether anything has spoken on the block.
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
    styled: tuple[tuple[str, ...], tuple[tuple[int, str, str | None], ...]] | None = None
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


@dataclass(slots=True)
class Struck:
    """A span inside a paragraph that a rule took out: reported among the removals, right after its block."""

    text: str
    block: int
    element: int
    mark: Mark


@dataclass(slots=True)
class Page:
    """What segmentation yields: blocks in reading order, and for HTML the elements and images they stand in.

    struck: spans that rules took out of paragraphs; inline_marks: roles that selectors gave to an inline part of a
    block, by its index;
    jsonld: what such scripts hold; times: `<time datetime>` values with the index of their block and the element's
    classes and item properties; kept_by: the rule of what is kept because nothing speaks against it.
    """

    blocks: list[Block]
    html: bool
    elements: Elements = field(default_factory=Elements)
    images: list[Image] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)
    jsonld: list[str] = field(default_factory=list)
    times: list[tuple[str, int, str]] = field(default_factory=list)
    inline_marks: dict[int, Mark] = field(default_factory=dict)
    kept_by: str = "generic:kept"


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read: `data` is what the parser gets, `text` the decoded text (None for HTML given as UTF-8 bytes)."""

    data: str | bytes
    html: bool
    encoding: str
    encoding_source: str
    encoding_confidence: float


@dataclass(slots=True)
class Head:
    """What the head says: meta tags by folded name (all values, in order), the title element, links by relation,
    JSON-LD as written; languages and directions as root, body and article declare them, with what does (`html:lang`).
    """

    metas: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    links: dict[str, str] = field(default_factory=dict)
    jsonld: list[str] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    directions: list[tuple[str, str]] = field(default_factory=list)

    def first(self, *names: str) -> str | None:
        """The first value of the first of `names` that the page has."""
        for name in names:
            if name in self.metas:
                return self.metas[name][0]
        return None


@dataclass(slots=True)
class PageContext:
    """Where the page comes from, which rules speak of it, and what its head and JSON-LD say.

    url, site: the page's address and its registrable host; addresses: all that it might be, each with its source, the
    likeliest first;
    site_source: what told the site. languages: the primary tags that the page declares, each with its source, the
    strongest first.
    marks: what the rules' selectors hit, by node; fields: what they read, by field; entities: the JSON-LD objects that
    describe the page;
    microdata: what microdata and RDFa say of it, by field, where JSON-LD and meta tags are silent.
    """

    url: str | None = None
    site: str | None = None
    rules: RuleSet | None = None
    layout: Layout | None = None
    fit: float | None = None
    families: list[RuleSet] = field(default_factory=list)
    head: Head = field(default_factory=Head)
    marks: dict[int, Mark] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)
    entities: list[dict[str, Any]] = field(default_factory=list)
    microdata: dict[str, list[str]] = field(default_factory=dict)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    site_source: str = ""
    languages: list[tuple[str, str]] = field(default_factory=list)
    _by_kind: dict[tuple[str, ...], list[dict[str, Any]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def language(self) -> str | None:
        """The declared language, else the rule set's, as a lower-case primary tag (`en`); None where neither says."""
        return self.languages[0][0] if self.languages else self.rules.language if self.rules else None

    def types_of(self, entity: dict[str, Any]) -> list[str]:
        """The types of a JSON-LD object, without the vocabulary's address."""
        return _types(entity)

    def entity_types(self) -> set[str]:
        """The types of all JSON-LD objects of the page."""
        return {kind for entity in self.entities for kind in _types(entity)}

    def entities_of(self, *names: str) -> list[dict[str, Any]]:
        """The JSON-LD objects whose type is one of `names`; "Article" stands for every kind of article (see
        `ARTICLES`).
        """
        if names not in self._by_kind:  # each field asks for the same few, once all objects are read
            ends = ARTICLES if "Article" in names else ()
            self._by_kind[names] = [
                entity
                for entity in self.entities
                if any(kind in names or kind.endswith(ends) for kind in _types(entity))
            ]
        return self._by_kind[names]


# What the name of every type of article ends in, as schema.org has them.
ARTICLES = ("Article", "Posting", "Review", "Report", "Recipe")


def _types(entity: dict[str, Any]) -> list[str]:
    value = entity.get("@type")
    names = value if isinstance(value, list) else [value]
    return [
        name.strip().rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]
        for name in names
        if isinstance(name, str)
    ]


def add_up(parents: list[int], sums: list[float]) -> None:
    """Turn each element's own amount into that of its subtree (children stand after their parent, so the last come
    first).
    """
    for i in range(len(sums) - 1, 0, -1):
        sums[parents[i]] += sums[i]
