"""The sources of candidates: rule sets, JSON-LD, meta tags and microdata, and how their values become text."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any

from cleaner.folding import alnum_key
from cleaner.metadata.candidate import Origin, Text
from cleaner.model import PageContext
from cleaner.model.fields import Field
from cleaner.patterns import IGNORECASE, Pattern

_BLOCK_TAGS = "blockquote|br|div|h[1-6]|hr|li|ol|p|section|ul"
_INLINE_TAGS = "a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr"
_BREAK = Pattern(rf"</?(?:{_BLOCK_TAGS})(?:\s[^<>]*+)?/?>", IGNORECASE)
_INLINE = Pattern(rf"</?(?:{_INLINE_TAGS})(?:\s[^<>]*+)?/?>", IGNORECASE)
# Templates write these where they have no value.
_NOTHING = frozenset((
    "null", "undefined", "none", "n/a", "-", "uncategorized", "uncategorised", "unkategorisiert",
    "nicht kategorisiert", "non classé", "sin categoría", "senza categoria", "sem categoria", "без рубрики",
))  # fmt: skip
# The first and the last character of a template's unexpanded variable.
_BRACES = (("{", "}"), ("%", "%"))


def from_rules(context: PageContext, name: str) -> Iterator[Text]:
    """What the selectors and lines of the rule set or a family state for a field."""
    source = f"{rules_slug(context)}:{name}"
    yield from (Text(value, source, Origin.RULES, name) for value in context.fields.get(name, []) if value)


def rules_slug(context: PageContext) -> str:
    """The name of the rule set's file without its suffix; `family` for a page without a rule set."""
    return context.rules.slug if context.rules else "family"


def from_jsonld(context: PageContext, *keys: str, of: str = "Article") -> Iterator[Text]:
    """The first string of each of these keys in JSON-LD's articles, or in its objects of the type `of`."""
    for entity in own_first(context, context.entities_of(of)):
        for name in keys:
            text = first_string(resolved(entity.get(name), context))
            if text:
                yield Text(text, f"json-ld:{name}", Origin.JSON_LD, name)


def own_first(context: PageContext, entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """JSON-LD's objects: those with the page's address or its og:title first, then those of other articles."""
    if len(entities) < 2:
        return entities
    address, title = _address(context.url or ""), alnum_key(context.head.first("og:title") or "")

    def is_other(entity: dict[str, Any]) -> bool:
        said = (_address(first_string(_reference(entity.get(key)))) for key in ("url", "@id", "mainEntityOfPage"))
        return not (
            (address and address in said) or (title and alnum_key(first_string(entity.get("headline"))) == title)
        )

    return sorted(entities, key=is_other)


def _reference(value: Any) -> Any:
    return (value.get("@id") or value.get("url")) if isinstance(value, dict) else value


def _address(url: str) -> str:
    """An address without scheme, fragment and the last slash, in which addresses of one page differ.

    >>> _address("https://post.example/story/#top")
    'post.example/story'
    """
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def from_metas(context: PageContext, names: Iterable[str]) -> Iterator[Text]:
    """The values of meta tags of these names, as text (an address as it is)."""
    metas = context.head.metas
    for name in names:
        if name in metas:
            for value in metas[name]:
                yield Text(value if "://" in value else plain(value), f"meta:{name}", Origin.META, name)


def from_microdata(context: PageContext, name: str) -> Iterator[Text]:
    """What microdata or RDFa state for a field."""
    yield from (Text(value, f"property:{name}", Origin.MICRODATA, name) for value in context.microdata.get(name, []))


def stated(context: PageContext, field: Field) -> Iterator[Text]:
    """What JSON-LD's article, meta tags and microdata state for a field, by the names that the table of fields has."""
    yield from from_jsonld(context, *field.json_ld)
    yield from from_metas(context, field.metas)
    yield from from_microdata(context, field.key)


def meaningful(candidates: Iterable[Text]) -> Iterator[Text]:
    """Drop empty values and unexpanded template variables (`{$category}`)."""
    for candidate in candidates:
        value = candidate.value
        if value and value.casefold() not in _NOTHING and (value[0], value[-1]) not in _BRACES:
            yield candidate


def worded(candidates: Iterable[Text]) -> Iterator[Text]:
    """Drop values without words: addresses, numbers and marks, and what `meaningful` drops."""
    for candidate in meaningful(candidates):
        value = candidate.value
        if "://" not in value and not value.isdigit() and alnum_key(value):
            yield candidate


def resolved(value: Any, context: PageContext) -> Any:
    """The object that a JSON-LD reference points to; any other value as it is, and of a list the first."""
    value = next((item for item in value if item), None) if isinstance(value, list) else value
    if isinstance(value, dict) and value.get("@id") and not value.get("name"):
        return referred(value["@id"], context, "name")
    return value


def referred(name: Any, context: PageContext, *keys: str) -> dict[str, Any] | None:
    """The object of the page's JSON-LD of this `@id` that has one of the keys; None where there is none."""
    return next(
        (entity for entity in context.entities if entity.get("@id") == name and any(entity.get(key) for key in keys)),
        None,
    )


def first_string(value: Any) -> str:
    """The first string of a JSON-LD value: itself, a number, or that of a list or of an object with a name, a URL or a
    value; empty where there is none.

    >>> first_string([{"@type": "Person", "name": "Jane Doe"}])
    'Jane Doe'
    """
    for _ in range(4):
        if isinstance(value, list):
            value = next((item for item in value if item), None)
        elif isinstance(value, dict):
            value = next((value[key] for key in ("name", "@value", "url", "contentUrl", "@id") if value.get(key)), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        return str(value)
    return plain(value) if isinstance(value, str) else ""


def plain(text: str) -> str:
    """A value of the head as text: without tags and entities that were escaped twice, each white space one space.

    >>> plain("Mills &amp; <b>weavers</b>  move<br>in</p>")
    'Mills & weavers move in'
    """
    text = html.unescape(text) if "&" in text else text
    if "<" in text and (
        text.startswith("<") or "</" in text or _BREAK.search(text)
    ):  # a tag alone may be what the text speaks of
        text = _INLINE.sub("", _BREAK.sub(" ", text))
    return " ".join(text.split())
