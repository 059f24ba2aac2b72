"""Languages that a page declares: attributes, meta tags, JSON-LD and what its elements say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.language import primary
from cleaner.model import Head, PageContext

_METAS = ("content-language", "dc.language", "dcterms.language", "og:locale", "inlanguage", "language")
# How a language's tag or name stands in an object.
_KEYS = ("alternateName", "@value", "name", "@id")


def head_languages(head: Head) -> list[tuple[str, str]]:
    """The primary tags that attributes and meta tags declare, each with its source; what is no language is left out."""
    said = [*head.languages, *((value, f"meta:{name}") for name in _METAS for value in head.metas.get(name, [])[:1])]
    return [(tag, source) for value, source in said if (tag := primary(value))]


def stated_languages(context: PageContext) -> list[tuple[str, str]]:
    """The primary tags that JSON-LD's `inLanguage` states, of the article before the page and the site, then those of
    microdata and RDFa.
    """
    entities = [entity for kind in ("Article", "WebPage", "WebSite") for entity in context.entities_of(kind)]
    said = [(value, "json-ld:inLanguage") for entity in entities for value in _strings(entity.get("inLanguage"))]
    said += [(value, "property:language") for value in context.microdata.get("language", [])]
    return list(dict.fromkeys((tag, source) for value, source in said if (tag := primary(value))))


def _strings(value: Any) -> Iterator[str]:
    """The strings of a value: itself, or those of a list's or an object's; the first of a list speaks first."""
    for item in value[:4] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = next((item[key] for key in _KEYS if item.get(key)), None)
        if isinstance(item, str):
            yield item
