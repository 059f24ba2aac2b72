"""What is known of a document besides its blocks: how it was read, what its head says, and which rules are in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from cleaner.model.elements import Mark

# The endings of the names of all types of article, as schema.org has them.
ARTICLES = ("Article", "Posting", "Review", "Report", "Recipe")
# Types of schema.org and words of addresses that forums have. By hand.
_FORUM_TYPES = frozenset(("DiscussionForumPosting", "QAPage"))
_FORUM_WORDS = frozenset("forum forums thread threads viewtopic showthread".split())
_WORDS = re.compile(r"[^a-z]+")


class Drift(StrEnum):
    """Why a site's layouts did not serve a page, though the site's rule set has some: the page's design is another."""

    NO_LAYOUT = "no_layout"  # no layout's body, or `when`, hits anything
    MISSES_PROSE = "misses_prose"  # the body holds little of the prose that the generic rules take for the article
    MISSES_ARTICLE_BODY = "misses_article_body"  # the body holds little of the JSON-LD's `articleBody`
    TOO_WIDE = "too_wide"  # most of the body's prose is not the article's
    TAKES_PROSE = "takes_prose"  # of a family: what it leaves out is prose that the generic rules take for the article


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read.

    data: the page in UTF-8 for HTML, the decoded text for text. encoding: the name of the encoding; encoding_source:
    what told it (`option`, `bom`, `http`, `declared`, `utf-8`, `detected` or `caller`); encoding_confidence: from 0 to
    1; encoding_replaced: how many places were invalid in it.
    """

    data: str | bytes
    html: bool
    encoding: str
    encoding_source: str
    encoding_confidence: float
    encoding_replaced: int = 0


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


class RulesInForce(Protocol):
    """What the stages ask of a rule set. `cleaner.rules` makes them, and reads their line rules."""

    @property
    def name(self) -> str:
        """What the site or the family is called."""

    @property
    def slug(self) -> str:
        """The first part of the ids of its rules."""

    @property
    def digest(self) -> str:
        """16 hex digits that tell the content of its file."""

    @property
    def language(self) -> str | None:
        """The primary tag of the language that its pages are written in, if it says so."""

    @property
    def text(self) -> tuple[Any, ...]:
        """Its line rules, for `cleaner.rules.line_rules`."""


class Entities(tuple[dict[str, Any], ...]):
    """The JSON-LD objects of a page. Which of them are of a type is found once."""

    def __init__(self, _: Iterable[dict[str, Any]] = ()) -> None:
        self._typed: list[tuple[dict[str, Any], list[str]]] = []
        self._by_type: dict[tuple[str, ...], list[dict[str, Any]]] = {}

    def typed(self) -> list[tuple[dict[str, Any], list[str]]]:
        """Each object with its types."""
        if not self._typed:
            self._typed.extend((entity, types_of(entity)) for entity in self)
        return self._typed

    def of(self, names: tuple[str, ...]) -> list[dict[str, Any]]:
        """The objects whose type is one of `names`; "Article" stands for every kind of article."""
        if names not in self._by_type:  # the fields of the metadata ask for the same few types
            ends = ARTICLES if "Article" in names else ()
            self._by_type[names] = [
                entity for entity, kinds in self.typed() if any(kind in names or kind.endswith(ends) for kind in kinds)
            ]
        return self._by_type[names]


def types_of(entity: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD object, without the vocabulary's address.

    >>> types_of({"@type": ["https://schema.org/NewsArticle", "schema:Report"]})
    ['NewsArticle', 'Report']
    """
    value = entity.get("@type")
    names = value if isinstance(value, list) else [value]
    return [
        name.strip().rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]
        for name in names
        if isinstance(name, str)
    ]


@dataclass(frozen=True, slots=True)
class PageContext:
    """Where the page comes from, which rules are in force, and what its head and JSON-LD say.

    url, site: the page's address and its registrable host; site_source: what told the site; addresses: all addresses
    that the page may have, each with its source, the likeliest first.
    rules: the site's rule set; layout, fit: the name of the layout chosen, and how well it fits (0…1); drift: why none
    serves though the set has some; families: the rule sets of the CMS families recognised; refused: families that were
    recognised and do not fit the page, by slug, each with the reason.
    languages: the primary tags that the page declares, each with its source, the strongest first.
    marks: what the rules' selectors hit, by node; fields: the values that rules read, by field.
    entities: the JSON-LD objects that describe the page; microdata: what microdata and RDFa say, by field, where
    JSON-LD and meta tags are silent.
    record_lines: how many blocks at the top of bare text are a head for machines, which `head` and `addresses` hold.
    """

    url: str | None = None
    site: str | None = None
    site_source: str = ""
    addresses: Sequence[tuple[str, str]] = ()
    rules: RulesInForce | None = None
    layout: str | None = None
    fit: float | None = None
    drift: Drift | None = None
    families: Sequence[RulesInForce] = ()
    refused: Mapping[str, Drift] = field(default_factory=dict)
    head: Head = field(default_factory=Head)
    marks: Mapping[int, Mark] = field(default_factory=dict)
    fields: Mapping[str, list[str]] = field(default_factory=dict)
    entities: Sequence[dict[str, Any]] = ()
    microdata: Mapping[str, list[str]] = field(default_factory=dict)
    languages: Sequence[tuple[str, str]] = ()
    record_lines: int = 0

    @property
    def language(self) -> str | None:
        """The declared language, else the rule set's, as a lower-case primary tag (`en`); None where neither says."""
        if self.languages:
            return self.languages[0][0]
        return self.rules.language if self.rules else None

    def with_fields(self, fields: Mapping[str, list[str]]) -> PageContext:
        """The context with further values of fields, behind those that it has.

        >>> PageContext(fields={"tags": ["Mills"]}).with_fields({"tags": ["Fire"]}).fields
        {'tags': ['Mills', 'Fire']}
        """
        if not fields:
            return self
        merged = dict(self.fields)
        for name, values in fields.items():
            merged[name] = [*merged.get(name, ()), *values]
        return replace(self, fields=merged)

    def entity_types(self) -> set[str]:
        """The types of all JSON-LD objects of the page."""
        return {kind for _, kinds in self._entities().typed() for kind in kinds}

    @property
    def is_forum(self) -> bool:
        """Whether the page says that it is a forum's, by its type or its address: the posts are its content."""
        if not self.entity_types().isdisjoint(_FORUM_TYPES):
            return True
        return self.url is not None and not _FORUM_WORDS.isdisjoint(_WORDS.split(self.url.lower()))

    def entities_of(self, *names: str) -> list[dict[str, Any]]:
        """The JSON-LD objects whose type is one of `names`; "Article" stands for every kind of article (see
        `ARTICLES`).
        """
        return self._entities().of(names)

    def _entities(self) -> Entities:
        if not isinstance(self.entities, Entities):
            object.__setattr__(self, "entities", Entities(self.entities))
        return self.entities  # type: ignore[return-value]
