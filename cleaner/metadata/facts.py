"""Facts of a page: its addresses, languages, direction and type, whether it is paywalled, what is to be read aloud,
what was corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.labels import Reason
from cleaner.language import primary
from cleaner.metadata.sources import Candidate, from_metas, from_microdata, from_rules, plain, rules_slug
from cleaner.model import ARTICLES, Page, PageContext
from cleaner.urls import absolute

_TIERS = {"locked": True, "metered": True, "premium": True, "paid": True, "free": False}
_WORDS = {"true": True, "yes": True, "false": False, "no": False} | _TIERS
_PLAIN_TYPES = ("Article", "NewsArticle", "BlogPosting", "Posting")
# og:type as sites write it.
_OG_ARTICLE = frozenset(
    (
        "article",
        "news",
        "blog",
        "post",
        "blogpost",
        "story",
        "newsarticle",
        "news_article",
        "news.article",
        "og:article",
    )
)
_PAYWALL = Reason.PAYWALL
Lists = Iterator[tuple[list[str], str]]


def urls(context: PageContext) -> Iterator[Candidate]:
    """Addresses of the page: the rule set's, its canonical link, og:url, the one that was given."""
    yield from (
        (address, source) for value, source in from_rules(context, "url") if (address := absolute(value, context.url))
    )
    yield from context.addresses


def amp_urls(context: PageContext) -> Iterator[Candidate]:
    """Addresses of the AMP page: the rule set's, `link rel=amphtml`."""
    yield from from_rules(context, "amp_url")
    link = context.head.links.get("amphtml", "").strip()
    if address := absolute(link, context.url) if link else None:
        yield address, "link:amphtml"


def languages(context: PageContext) -> Iterator[Candidate]:
    """Primary tags: what the rule set's selectors and lines give, what the page declares, the rule set's own."""
    yield from ((tag, source) for value, source in from_rules(context, "language") if (tag := primary(value)))
    yield from context.languages
    if context.rules is not None and context.rules.language:
        yield context.rules.language, f"{context.rules.slug}:language"


def directions(context: PageContext) -> Iterator[Candidate]:
    """`rtl` and `ltr`: the rule set's, those that root, body or article declare."""
    yield from (
        (value.lower(), source) for value, source in from_rules(context, "direction") if value.lower() in ("rtl", "ltr")
    )
    yield from context.head.directions


def kinds(context: PageContext) -> Iterator[Candidate]:
    """Types of the piece as schema.org names them, the more telling first: `OpinionNewsArticle` before `NewsArticle`;
    of a page without, og:type's.
    """
    yield from from_rules(context, "type")
    types = [
        kind
        for entity in context.entities_of("Article")
        for kind in context.types_of(entity)
        if kind.endswith(ARTICLES)
    ]
    yield from ((kind, "json-ld:@type") for kind in sorted(dict.fromkeys(types), key=lambda kind: kind in _PLAIN_TYPES))
    yield from sorted(from_microdata(context, "type"), key=lambda pair: pair[0] in _PLAIN_TYPES)
    yield from (
        ("Article", "meta:og:type") for said in context.head.metas.get("og:type", [])[:1] if said.lower() in _OG_ARTICLE
    )


def paywalls(page: Page, context: PageContext) -> Iterator[tuple[bool, str]]:
    """Whether the piece is behind a paywall: as the rule set says, JSON-LD (`isAccessibleForFree`), a meta tag,
    microdata, or a line of the page.

    What an article says of itself goes before what it says of a part (`hasPart`).
    """
    yield from ((_WORDS.get(value.lower(), True), source) for value, source in from_rules(context, "paywalled"))
    for entity in [*context.entities_of("Article"), *context.entities_of("WebPage")]:
        if (free := _is_free(entity.get("isAccessibleForFree"))) is not None:
            yield not free, "json-ld:isAccessibleForFree"
        parts = entity.get("hasPart")
        if any(
            _is_free(part.get("isAccessibleForFree")) is False
            for part in (parts if isinstance(parts, list) else [parts])
            if isinstance(part, dict)
        ):
            yield True, "json-ld:hasPart"
    for value, source in from_metas(context, ("article:content_tier", "og:article:content_tier")):
        if value.lower() in _TIERS:
            yield _TIERS[value.lower()], source
    yield from (
        (not free, source)
        for value, source in from_microdata(context, "paywalled")
        if (free := _is_free(value)) is not None
    )
    yield from ((True, block.rule) for block in page.blocks if block.reason is _PAYWALL) if page.html else ()


def _is_free(value: Any) -> bool | None:
    """What `isAccessibleForFree` says: a truth, a word or the address of one; None for nothing."""
    return _WORDS.get(str(value).strip().lower().rpartition("/")[2])


def speakable(context: PageContext) -> Lists:
    """Lists of selectors and paths: those of the rule set that hit, those that JSON-LD's `speakable` names."""
    yield context.fields.get("speakable", []), f"{rules_slug(context)}:speakable"
    said: list[str] = []
    for entity in [*context.entities_of("Article"), *context.entities_of("WebPage")]:
        value = entity.get("speakable")
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                for key in ("cssSelector", "xpath", "xPath"):
                    paths = item.get(key)
                    said += [path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str)]
    yield said, "json-ld:speakable"


def corrections(context: PageContext) -> Lists:
    """Lists of corrections: the rule set's, JSON-LD's `correction`, a text or an object with one."""
    yield context.fields.get("corrections", []), f"{rules_slug(context)}:corrections"
    said: list[str] = []
    for entity in context.entities_of("Article"):
        value = entity.get("correction")
        for item in value if isinstance(value, list) else [value]:
            text = item.get("text") or item.get("description") if isinstance(item, dict) else item
            if isinstance(text, str) and plain(text):
                said.append(plain(text))
    yield said, "json-ld:correction"
