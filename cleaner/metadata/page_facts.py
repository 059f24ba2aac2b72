"""Candidates for facts of the page: addresses, language, direction, type, lead picture, paywall, what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.labels import Reason
from cleaner.language import primary
from cleaner.metadata.candidate import Candidate, Origin, Text, Texts
from cleaner.metadata.sources import from_metas, from_microdata, from_rules, own_first, referred, rules_slug
from cleaner.model import ARTICLES, Page, PageContext
from cleaner.model.context import types_of
from cleaner.model.fields import FIELDS
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.urls import absolute

_TIERS = {"locked": True, "metered": True, "premium": True, "paid": True, "free": False}
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False} | _TIERS
_PLAIN_TYPES = ("Article", "NewsArticle", "BlogPosting", "Posting")
# og:type as sites write it.
_OG_ARTICLE = frozenset((
    "article", "news", "blog", "post", "blogpost", "story", "newsarticle", "news_article", "news.article", "og:article",
))  # fmt: skip
_PAYWALL = Reason.PAYWALL
# Pictures that only count visits or hold a place.
_NAMES_OF_BLANKS = "blank|spacer|pixel|transparent|placeholder|1x1"
_BLANK = Pattern(rf"^data:|(?:^|[/_.-])(?:{_NAMES_OF_BLANKS})\.(?:gif|png|jpe?g|webp|svg)(?:[?#]|$)", IGNORECASE)
# Pictures of the site: its logo, and those of its theme.
_OF_SITE = Pattern(r"logo|/themes?/", IGNORECASE)
_ADDRESS_KEYS = ("url", "contentUrl", "contentURL")
# Pictures of a JSON-LD list among which the first real one is looked for. By hand.
_MOST_PICTURES = 8


def urls(context: PageContext) -> Iterator[Text]:
    """Addresses of the page: the rule set's, its canonical link, og:url, the one that was given."""
    for candidate in from_rules(context, "url"):
        if address := absolute(candidate.value, context.url):
            yield candidate._replace(value=address)
    yield from (Text(address, source, Origin.ADDRESS) for address, source in context.addresses)


def amp_urls(context: PageContext) -> Iterator[Text]:
    """Addresses of the AMP page: the rule set's, `link rel=amphtml`."""
    yield from from_rules(context, "amp_url")
    link = context.head.links.get("amphtml", "").strip()
    if link and (address := absolute(link, context.url)):
        yield Text(address, "link:amphtml", Origin.LINK)


def languages(context: PageContext) -> Iterator[Text]:
    """Primary tags: those of the rule set's selectors and lines, those that the page declares, the rule set's own."""
    for candidate in from_rules(context, "language"):
        if tag := primary(candidate.value):
            yield candidate._replace(value=tag)
    yield from (Text(tag, source, Origin.HEAD) for tag, source in context.languages)
    if context.rules is not None and context.rules.language:
        yield Text(context.rules.language, f"{context.rules.slug}:language", Origin.RULES)


def directions(context: PageContext) -> Iterator[Text]:
    """`rtl` and `ltr`: the rule set's, those that root, body or article declare."""
    for candidate in from_rules(context, "direction"):
        if (direction := candidate.value.lower()) in ("rtl", "ltr"):
            yield candidate._replace(value=direction)
    yield from (Text(direction, source, Origin.HEAD) for direction, source in context.head.directions)


def types(context: PageContext) -> Iterator[Text]:
    """Types of the article as schema.org names them, the more specific first: `OpinionNewsArticle` before
    `NewsArticle`; else og:type's.
    """
    yield from from_rules(context, "type")
    names: list[str] = []
    for entity in context.entities_of("Article"):
        names += [name for name in types_of(entity) if name.endswith(ARTICLES)]
    for name in sorted(dict.fromkeys(names), key=lambda name: name in _PLAIN_TYPES):
        yield Text(name, "json-ld:@type", Origin.JSON_LD, "@type")
    yield from sorted(from_microdata(context, "type"), key=lambda candidate: candidate.value in _PLAIN_TYPES)
    for value in context.head.metas.get("og:type", [])[:1]:
        if value.lower() in _OG_ARTICLE:
            yield Text("Article", "meta:og:type", Origin.META, "og:type")


def images(context: PageContext) -> Iterator[Text]:
    """Addresses of the lead picture: the rule set's, JSON-LD, meta tags, `link rel=image_src`, microdata; none of
    blank pictures.
    """
    for candidate in _images(context):
        if candidate.value and not _BLANK.search(candidate.value):
            yield candidate._replace(value=candidate.value.replace("&amp;", "&"))  # escaped twice


def _images(context: PageContext) -> Iterator[Text]:
    yield from from_rules(context, "image")
    for entity in own_first(context, context.entities_of("Article")):
        addresses = (_picture(entity.get(key), context) for key in FIELDS["image"].json_ld)
        yield Text(next(filter(None, addresses), ""), "json-ld:image", Origin.JSON_LD, "image")
    yield from from_metas(context, FIELDS["image"].metas)
    yield Text(context.head.links.get("image_src", ""), "link:image_src", Origin.LINK)
    yield from (image for image in from_microdata(context, "image") if not _OF_SITE.search(image.value))
    for entity in context.entities_of("WebPage"):
        address = _picture(entity.get("primaryImageOfPage"), context)
        yield Text(address, "json-ld:primaryImageOfPage", Origin.JSON_LD, "primaryImageOfPage")


def _picture(value: Any, context: PageContext) -> str:
    """The address of a JSON-LD picture: a string, an object's `url`, that of the object it refers to, or the first of a
    list; empty where there is none but blank ones.
    """
    for item in value[:_MOST_PICTURES] if isinstance(value, list) else [value]:
        for _ in range(3):
            if isinstance(item, list):
                item = item[0] if item else None
            if isinstance(item, dict):
                item = _address_of(item, context)
        if isinstance(item, str) and ("/" in item or "." in item) and not _BLANK.search(item):
            return item.strip()
    return ""


def _address_of(entity: dict[str, Any], context: PageContext) -> Any:
    """The address that a JSON-LD picture has; None for a picture of a single pixel."""
    identifier = entity.get("@id")
    if identifier and not any(map(entity.get, _ADDRESS_KEYS)):
        entity = referred(identifier, context, *_ADDRESS_KEYS) or entity
    if str(entity.get("width")) == str(entity.get("height")) == "1":
        return None
    for key in _ADDRESS_KEYS:
        if entity.get(key):
            return entity[key]
    return identifier if isinstance(identifier, str) and "#" not in identifier else None


def paywalls(page: Page, context: PageContext) -> Iterator[Candidate[bool]]:
    """Whether the article is behind a paywall: by the rule set, JSON-LD (`isAccessibleForFree`), a meta tag, microdata,
    or a line of the page.

    What JSON-LD states of an article goes before what it states of a part (`hasPart`).
    """
    for said in from_rules(context, "paywalled"):
        yield Candidate(_TRUTHS.get(said.value.lower(), True), said.source, said.origin)
    for entity in [*context.entities_of("Article"), *context.entities_of("WebPage")]:
        if (free := _is_free(entity.get("isAccessibleForFree"))) is not None:
            yield Candidate(not free, "json-ld:isAccessibleForFree", Origin.JSON_LD)
        if _has_locked_part(entity):
            yield Candidate(True, "json-ld:hasPart", Origin.JSON_LD)
    for said in from_metas(context, FIELDS["paywalled"].metas):
        if said.value.lower() in _TIERS:
            yield Candidate(_TIERS[said.value.lower()], said.source, said.origin)
    for said in from_microdata(context, "paywalled"):
        if (free := _is_free(said.value)) is not None:
            yield Candidate(not free, said.source, said.origin)
    for block in page.blocks if page.html else ():
        if block.reason is _PAYWALL:
            yield Candidate(True, block.rule, Origin.PRINTED)


def _has_locked_part(entity: dict[str, Any]) -> bool:
    parts = entity.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and _is_free(part.get("isAccessibleForFree")) is False:
            return True
    return False


def _is_free(value: Any) -> bool | None:
    """What `isAccessibleForFree` states: a truth, a word or the address of one; None for anything else.

    >>> _is_free("https://schema.org/False")
    False
    """
    return _TRUTHS.get(str(value).strip().lower().rpartition("/")[2])


def speakable(context: PageContext) -> Iterator[Texts]:
    """Lists of selectors and paths: those of the rule set that hit, those that JSON-LD's `speakable` names."""
    yield Texts(context.fields.get("speakable", []), f"{rules_slug(context)}:speakable", Origin.RULES)
    listed: list[str] = []
    for entity in [*context.entities_of("Article"), *context.entities_of("WebPage")]:
        value = entity.get("speakable")
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                for key in ("cssSelector", "xpath", "xPath"):
                    paths = item.get(key)
                    listed += [
                        path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str)
                    ]
    yield Texts(listed, "json-ld:speakable", Origin.JSON_LD, "speakable")
