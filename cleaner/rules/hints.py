"""Generic hints: what the names that sites give their parts tell, by one look-up of each class, id, role and item property."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

import regex

# The hint categories by number, as `Element.hint` keeps them: 0 is none. The order is that of `generic.toml`'s tables.
_SPLIT = regex.compile(r"[^a-z]+")
_CAMEL = regex.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=1)
def tables() -> tuple[tuple[str, ...], dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    """Category names by number; then the categories of whole names, of their parts, of ARIA roles and of tags."""
    table = tomllib.loads((resources.files("cleaner.rules") / "generic.toml").read_text("utf-8"))
    names = ("", *table["category"])
    numbers = {name: number for number, name in enumerate(names)}

    def flat(key: str) -> dict[str, int]:
        return {token: numbers[name] for name, entry in table["category"].items() for token in entry.get(key, [])}

    return names, flat("names"), flat("parts"), flat("roles"), flat("tags")


@lru_cache(maxsize=1 << 16)
def named(value: str) -> int:
    """The category that a class or id attribute's value names; 0 for none. The first of its names that says anything decides."""
    _, names, parts, _, _ = tables()
    for token in value.split():
        folded = token.lower().replace("_", "-")
        if folded in names:
            return names[folded]
    for token in value.split():
        pieces = [piece for piece in _SPLIT.split(_CAMEL.sub("-", token, concurrent=False).lower(), concurrent=False) if piece]
        for first, second in zip(pieces, pieces[1:], strict=False):
            if f"{first}-{second}" in names:
                return names[f"{first}-{second}"]
        for piece in pieces:
            if piece in parts:
                return parts[piece]
    return 0


def category(number: int) -> str:
    """The name of a category: a reason, a role, or `content`."""
    return tables()[0][number]
