"""Generic hints: what the names that sites give their parts tell, by one look-up of each class, id, role and item
property.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from cleaner.patterns import Pattern

# Up to this length a heading in a part for dates or names is one ("Published", a date) rather than a headline that
# stands beside it.
LABEL = 30
# Names of more parts than this are headings turned into anchors.
_LONGEST_NAME = 6
# Parts that say a name is not of the entity itself: `has-sidebar`, `sidebar-enabled--false`, `label-hidden`,
# `overflow-hidden`.
_QUALIFIED = frozenset(("has", "with", "no", "without", "enabled", "disabled", "label", "overflow"))
_FOLDED = frozenset(("accordion", "collapse", "collapsible", "expandable", "faq", "faqs"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAMEL = Pattern(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Tables:
    """The categories, by number (0 is none) as `Element.hint` keeps them, of whole names, their parts, ARIA roles, item
    properties and tags.

    `weak` are the categories that only say of what form a part is.
    """

    categories: tuple[str, ...]
    names: dict[str, int]
    parts: dict[str, int]
    roles: dict[str, int]
    props: dict[str, int]
    tags: dict[str, int]
    weak: frozenset[int]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables of `generic.toml`."""
    entries = tomllib.loads((Path(__file__).parent / "generic.toml").read_text("utf-8"))["category"]
    numbers = {name: number for number, name in enumerate(entries, 1)}

    def flat(key: str) -> dict[str, int]:
        return {token: numbers[name] for name, entry in entries.items() for token in entry.get(key, [])}

    weak = frozenset(numbers[name] for name, entry in entries.items() if entry.get("weak"))
    return Tables(("", *entries), flat("names"), flat("parts"), flat("roles"), flat("props"), flat("tags"), weak)


@lru_cache(maxsize=1 << 16)
def category_of(
    tag: str, classes: str | None, identity: str | None = None, role: str | None = None, prop: str | None = None
) -> int:
    """The category of an element by its item property, class, id, role and tag: the first that is not weak, else the
    first of any; 0 for none.
    """
    table = tables()
    said = (
        table.props.get(prop.lower(), 0) if prop else 0,
        category_of_names(classes) if classes else 0,
        _whole(identity) if identity and tag not in _HEADINGS else 0,
        table.roles.get(role, 0) if role else 0,
        table.tags.get(tag, 0),
    )
    return next((hint for hint in said if hint and hint not in table.weak), 0) or next(
        (hint for hint in said if hint), 0
    )


def _whole(identity: str) -> int:
    """The category of an id that is one of the names as a whole: a part of an id is too often a word of a heading's."""
    hint, whole = _token(identity)
    return hint if whole else 0


@lru_cache(maxsize=1 << 16)
def category_of_names(value: str) -> int:
    """The category that a class or id attribute's value names; 0 for none. The first of its names that says anything
    decides.
    """
    found = 0
    for token in value.split():
        hint, whole = _token(token)
        if whole:
            found = hint
            break
        found = found or hint
    return 0 if found and name_of(found) == "hidden" and is_unfolded_by_readers("", value, None) else found


@lru_cache(maxsize=1 << 16)
def _token(token: str) -> tuple[int, bool]:
    """The category of one name, and whether the whole name says so rather than a part of it."""
    table = tables()
    pieces = split(token)
    whole = "-".join(pieces)
    if whole in table.names or token.lower() in table.names:
        return table.names.get(whole) or table.names[token.lower()], True
    if not is_of_parts(pieces):
        return 0, False
    content = 0  # what is within the content's names may still be something else: `article-body-share`
    for first, second in pairwise(pieces):
        hint = table.names.get(f"{first}-{second}", 0)
        if hint and table.categories[hint] != "content":
            return hint, False
        content = content or hint
    for piece in pieces:
        hint = table.parts.get(piece.rstrip("0123456789"), 0)
        if hint and not (content and hint in table.weak):
            return hint, len(pieces) == 1
    return content, False


def split(token: str) -> list[str]:
    """The parts of one name, in lower case: it is cut at `-`, `_` and camel case."""
    return (token if token.islower() else _CAMEL.sub("-", token)).lower().replace("_", " ").replace("-", " ").split()


def is_of_parts(pieces: list[str]) -> bool:
    """Whether the parts of a name, too, are looked up, and not the whole alone: it is no long one, and says of nothing
    that it is there or not.
    """
    return len(pieces) <= _LONGEST_NAME and _QUALIFIED.isdisjoint(pieces)


def name_of(number: int) -> str:
    """The name of a category: a reason, a role, or `content`."""
    return tables().categories[number]


@lru_cache(maxsize=1 << 12)
def is_unfolded_by_readers(tag: str, classes: str | None, identity: str | None) -> bool:
    """Whether a hidden part is one that readers unfold: by its names an accordion's or an answer's, or a paragraph
    behind a paywall.
    """
    if tag == "p" and classes == "paywall":
        return True
    pieces = _CAMEL.sub("-", f"{classes or ''} {identity or ''}").lower().replace("_", "-").replace("-", " ").split()
    return not _FOLDED.isdisjoint(pieces)


@lru_cache(maxsize=1 << 16)
def is_hidden_by_class(classes: str) -> bool:
    """Whether a class, by its whole name, keeps an element from being shown."""
    return any(whole and name_of(hint) == "hidden" for hint, whole in map(_token, classes.split()))


def is_weak_name(name: str) -> bool:
    """`is_weak`, by a category's name."""
    return tables().categories.index(name) in tables().weak


def is_weak(number: int) -> bool:
    """Whether a category only says of what form a part is, not what it is for."""
    return number in tables().weak
