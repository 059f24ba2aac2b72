"""What the API hands out of a document: frozen views of its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cleaner.labels import Layer, Reason, Role
from cleaner.model.elements import Elements
from cleaner.model.page import Style


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a block's text with its style; `href` for links."""

    text: str
    style: Style = Style.PLAIN
    href: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where in the input a block stands: characters `start` to `end` and the `line` (from 1) of text, or the CSS `path`
    of HTML.
    """

    start: int | None = None
    end: int | None = None
    line: int | None = None
    path: str | None = None

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Place) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int | None, int | None, int | None, str | None]:
        return self.start, self.end, self.line, self.path

    def __str__(self) -> str:
        return self.path if self.path is not None else f"line {self.line}"

    def to_dict(self) -> dict[str, Any]:
        """The fields that are set, as a plain dictionary."""
        return {
            k: v
            for k, v in (("start", self.start), ("end", self.end), ("line", self.line), ("path", self.path))
            if v is not None
        }


class ElementPlace(Place):
    """The place of an element. Its path is spelled when it is read: a page of a million paragraphs, each in 60
    elements, holds gigabytes of paths.
    """

    __slots__ = ("_element", "_elements")
    _elements: Elements
    _element: int

    def __init__(self, elements: Elements, element: int) -> None:
        for name, value in (("start", None), ("end", None), ("line", None)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_elements", elements)
        object.__setattr__(self, "_element", element)

    @property
    def path(self) -> str:
        """The CSS path of the element."""
        return self._elements.path(self._element)

    def __reduce__(self) -> tuple[type[Place], tuple[None, None, None, str]]:
        return Place, (None, None, None, self.path)


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block as the API hands it out. `span` is its place in `Article.text` (None if it is not part of it), `source`
    its place in the input.

    Exactly one of `role` and `reason` is set; `layer` says who decided, `rule` by which rule, and `score` is the
    probability (0…1) that a learnt model gave (None where a rule decided).
    """

    text: str
    role: Role | None
    reason: Reason | None
    rule: str
    layer: Layer
    score: float | None
    span: tuple[int, int] | None
    source: Place
    runs: tuple[Run, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The block as plain data."""
        return {
            "text": self.text,
            **({"role": str(self.role)} if self.role else {"reason": str(self.reason)}),
            "rule": self.rule,
            "layer": str(self.layer),
            "score": None if self.score is None else round(self.score, 3),
            "span": self.span,
            "source": self.source.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo's caption as printed, credit included; the credit alone; the image's address and alternative text."""

    text: str
    credit: str | None = None
    image: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment: who wrote it, as printed, and when (ISO 8601), where the page says so; its paragraphs.

    depth: 0 for one that answers the story, 1 for an answer to such a one, and so on.
    """

    author: str | None
    date: str | None
    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a kept block: its anchor text, its address, and the place of its block in `Article.text`."""

    text: str
    href: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RulesUsed:
    """Which rule set and layout served, the digest of its file, and how well the layout fitted (0…1, None for text).

    drift: None, or why no layout of the set served an HTML page and the generic rules did the work: `no_layout` (none
    fits), `misses_prose`, `misses_article_body` or `too_wide` (a layout fits, but its body is not the article). `fit`
    is then that of the layout that was refused.
    """

    set: str
    digest: str
    layout: str | None
    fit: float | None
    drift: str | None = None
