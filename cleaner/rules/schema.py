"""The model of a rule file: a rule set, its layouts and its rules of lines, and the words that the file may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cleaner.labels import Layer, Reason, Role
from cleaner.model import fields
from cleaner.rules.matchers import Matcher

ROLES = frozenset(str(role) for role in Role)
REASONS = frozenset(str(reason) for reason in Reason)
LABELS = ROLES | REASONS
Kind = Literal["site", "user", "family", "phrases", "pack"]
# The layer of the labels that a rule file of each kind gives.
LAYERS: dict[Kind, Layer] = {
    "site": Layer.SITE,
    "user": Layer.USER,
    "family": Layer.FAMILY,
    "phrases": Layer.PHRASE,
    "pack": Layer.SITE,
}
# What a layout's selectors may give, and what a rule of lines may.
FIELDS = tuple(name for name, field in fields.FIELDS.items() if field.selectors)
LINE_FIELDS = tuple(name for name, field in fields.FIELDS.items() if field.lines)
ZONES = ("head", "tail")


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule of lines: every condition that it names must hold.

    lines: matchers of the line itself; before: of the line below it; after: of the line above it; start, until, during:
    of a stretch's first line (`from` in the file), of the line behind its last, and of each further one (`while`);
    zone: "head" or "tail" of the document; first: only the first unlabelled line; max: the most characters; field: the
    field that the line is a value of; anchors: lower-case literals, one of which stands in or next to each line.
    """

    label: Role | Reason
    id: str
    layer: Layer
    lines: tuple[Matcher, ...] = ()
    before: tuple[Matcher, ...] = ()
    after: tuple[Matcher, ...] = ()
    start: tuple[Matcher, ...] = ()
    until: tuple[Matcher, ...] = ()
    during: tuple[Matcher, ...] = ()
    zone: str | None = None
    first: bool = False
    max: int | None = None
    field: str | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One page design: selectors by field and by reason. `when` is a selector without which it is not tried; `slug`
    that of the file it comes from.
    """

    name: str
    when: str | None
    body: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    remove: dict[Reason, tuple[str, ...]]
    layer: Layer = Layer.SITE
    slug: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A checked rule file: its path, its content as it was read, and what it says.

    additions: selectors that hold beside those of whichever layout serves, and where none does; imported: whether it
    was made of another program's file, and serves only where no other set does.
    """

    name: str
    file: str
    content: str = field(repr=False)
    hosts: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    language: str | None = None
    fingerprints: tuple[Matcher, ...] = ()
    layouts: tuple[Layout, ...] = ()
    text: tuple[LineRule, ...] = ()
    recognise: tuple[str, ...] = ()
    slug: str = ""
    additions: tuple[Layout, ...] = ()
    version: str | None = None
    imported: bool = False

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the content's SHA-256."""
        import hashlib  # 8 ms, and needed only where a rule set has served

        return hashlib.sha256(self.content.encode()).hexdigest()[:16]
