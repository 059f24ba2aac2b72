"""Authors: names out of JSON-LD, meta tags and bylines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cleaner.patterns import IGNORECASE, Pattern

_BY = Pattern(r"^(?:(?:words|written|story|text|reported|posted|published|reviewed)\s+)?by:?\s+", IGNORECASE)
_SPLIT = Pattern(r"\s*(?:,|;|\||•|·|\band\b|&)\s*")
_NO_NAME = Pattern(r"https?:|www\.|@|^[\d:.]+$|\.(?:com|org|net)\b|^(?:admin|administrator|editor|unknown|none|null|author)$", IGNORECASE)
# A date that shares the author's line, and what follows it.
_DATE = Pattern(
    r"\s*[|•·,–-]?\s*(?:(?:on|published|updated)\s+)?\b(?:\d{1,2}[./ ]+(?:\d{1,2}|\p{L}{3,12})[./ ,]+(?:19|20)\d\d"
    r"|\p{L}{3,12}\.? \d{1,2},? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d).*",
    IGNORECASE,
)
# More words than this, or more characters, are no name.
_WORDS, _LENGTH = 6, 60


def clean(values: Iterable[str]) -> list[str]:
    """Names from fields that each hold one author (or a byline that begins with "By")."""
    names: list[str] = []
    for value in values:
        names += from_byline(value) if _BY.match(value) or "," in value else [value]
    return _unique(names)


def from_byline(text: str) -> list[str]:
    """Names from a printed byline: "By Jane Doe and John Roe"."""
    rest = _BY.sub("", " ".join(text.split()))
    return _unique(_SPLIT.split(rest))


def from_jsonld(value: Any, things: list[dict[str, Any]], depth: int = 0) -> list[str]:
    """Names from JSON-LD's `author`: a string, an object, a reference to another object, or a list of them."""
    if isinstance(value, str):
        return clean([value])
    if depth > 4:
        return []
    if isinstance(value, list):
        return _unique(name for item in value for name in from_jsonld(item, things, depth + 1))
    if isinstance(value, dict):
        if value.get("name"):
            return from_jsonld(value["name"], things, depth + 1)
        if value.get("@id"):
            return next((from_jsonld(t["name"], things, depth + 1) for t in things if t.get("@id") == value["@id"] and t.get("name")), [])
    return []


def _unique(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        name = _DATE.split(" ".join(name.split()), 1)[0].strip(" .,|•·-–—")
        if name and len(name) <= _LENGTH and len(name.split()) <= _WORDS and not _NO_NAME.search(name):
            found.setdefault(name.casefold(), name)
    return list(found.values())
