"""The plainer fields: those for which the first source that speaks is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cleaner.metadata.sources import Candidate, first_string, from_jsonld, from_metas, from_rules, plain
from cleaner.model import Block, Page, Reason, Recognised, Role

_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description", "sailthru.description")
_SECTIONS = ("article:section", "parsely-section", "og:article:section", "cxenseparse:recs:category", "section", "sailthru.vertical")
_IMAGES = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail")
_LICENCES = ("dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "licence")
_TIERS = {"locked": True, "metered": True, "premium": True, "paid": True, "free": False}
_PLAIN_TYPES = ("Article", "NewsArticle", "BlogPosting", "Posting")


def subtitles(head: Sequence[Block], found: Recognised) -> Iterator[Candidate]:
    """Decks: the rule set's, those the page prints, JSON-LD's `alternativeHeadline`."""
    yield from from_rules(found, "subtitle")
    yield from ((block.text.replace("\n", " "), block.rule) for block in head if block.role is Role.SUBTITLE)


def sections(head: Sequence[Block], found: Recognised) -> Iterator[Candidate]:
    """Sections: the rule set's, JSON-LD, meta tags."""
    yield from from_rules(found, "section")
    yield from ((block.text, block.rule) for block in head if block.role is Role.SECTION)
    yield from from_jsonld(found, "articleSection")
    yield from from_metas(found, _SECTIONS)


def descriptions(found: Recognised) -> Iterator[Candidate]:
    """Descriptions: the rule set's, meta tags, JSON-LD."""
    yield from from_rules(found, "description")
    yield from ((plain(value), source) for value, source in from_metas(found, _DESCRIPTIONS))
    yield from from_jsonld(found, "description", "abstract")


def publishers(found: Recognised) -> Iterator[Candidate]:
    """Who publishes the site: the rule set's, JSON-LD, meta tags."""
    yield from from_rules(found, "publisher")
    for kind in ("Article", "WebPage", "WebSite"):
        yield from (pair for pair in from_jsonld(found, "publisher", "sourceOrganization", of=kind) if _is_text(pair[0]))
    yield from (pair for pair in from_metas(found, ("dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")) if _is_text(pair[0]))


def site_names(found: Recognised) -> Iterator[Candidate]:
    """What the site calls itself: the rule set's, meta tags, JSON-LD, else the rule set's own name."""
    yield from from_rules(found, "site_name")
    yield from from_metas(found, ("og:site_name", "twitter:app:name:iphone", "application-name", "apple-mobile-web-app-title"))
    yield from from_jsonld(found, "name", of="WebSite")
    if found.rules is not None:
        yield found.rules.name, "rules"


def images(found: Recognised) -> Iterator[Candidate]:
    """Addresses of the lead picture: the rule set's, JSON-LD, meta tags, `link rel=image_src`."""
    yield from from_rules(found, "image")
    for thing in found.things_of("Article"):
        if address := _address(thing.get("image") or thing.get("thumbnailUrl")):
            yield address, "json-ld:image"
    yield from from_metas(found, _IMAGES)
    if found.head.links.get("image_src"):
        yield found.head.links["image_src"], "link:image_src"


def licences(found: Recognised) -> Iterator[Candidate]:
    """Licences: the rule set's, `link rel=license`, JSON-LD, meta tags."""
    yield from from_rules(found, "licence")
    if found.head.links.get("license"):
        yield found.head.links["license"], "link:license"
    yield from from_jsonld(found, "license")
    yield from from_metas(found, _LICENCES)


def kinds(found: Recognised) -> Iterator[Candidate]:
    """Types of the piece as schema.org names them, the more telling first: `OpinionNewsArticle` before `NewsArticle`; of a page without, og:type's."""
    yield from from_rules(found, "type")
    types = [
        kind for thing in found.things_of("Article") for kind in found.types_of(thing) if kind.endswith(("Article", "Posting", "Review", "Report", "Recipe"))
    ]
    yield from ((kind, "json-ld:@type") for kind in sorted(dict.fromkeys(types), key=lambda kind: kind in _PLAIN_TYPES))
    if (found.head.first("og:type") or "").lower() in ("article", "news", "blog"):
        yield "Article", "meta:og:type"


def paywalls(page: Page, found: Recognised) -> Iterator[tuple[bool, str]]:
    """Whether the piece is behind a paywall: as JSON-LD says (`isAccessibleForFree`), a meta tag, or a line of the page that asks for a subscription."""
    for thing in [*found.things_of("Article"), *found.things_of("WebPage")]:
        free = thing.get("isAccessibleForFree")
        if isinstance(free, bool) or str(free).lower().rsplit("/", 1)[-1] in ("true", "false", "yes", "no"):
            yield str(free).lower().rsplit("/", 1)[-1] in ("false", "no"), "json-ld:isAccessibleForFree"
    for value, source in from_metas(found, ("article:content_tier", "og:article:content_tier")):
        if value.lower() in _TIERS:
            yield _TIERS[value.lower()], source
    yield from ((True, block.rule) for block in page.blocks if block.reason is Reason.PAYWALL)


def speakable(found: Recognised) -> list[str]:
    """The selectors and paths that JSON-LD's `speakable` names, as written."""
    said: list[str] = []
    for thing in [*found.things_of("Article"), *found.things_of("WebPage")]:
        value = thing.get("speakable")
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                for key in ("cssSelector", "xpath", "xPath"):
                    paths = item.get(key)
                    said += [path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str)]
    return list(dict.fromkeys(said))


def corrections(found: Recognised) -> list[str]:
    """What JSON-LD's `correction` says: a text, or an object with one."""
    said: list[str] = []
    for thing in found.things_of("Article"):
        value = thing.get("correction")
        for item in value if isinstance(value, list) else [value]:
            text = item.get("text") or item.get("description") if isinstance(item, dict) else item
            if isinstance(text, str) and plain(text):
                said.append(plain(text))
    return list(dict.fromkeys(said))


def tag_lists(found: Recognised) -> Iterator[tuple[list[str], str]]:
    """Lists of tags: the rule set's, JSON-LD keywords, meta tags."""
    yield found.fields.get("tags", []), f"{found.rules.slug if found.rules else 'family'}:tags"
    for thing in found.things_of("Article"):
        value = thing.get("keywords")
        if isinstance(value, str):
            yield _split(value), "json-ld:keywords"
        elif isinstance(value, list):
            yield [text for item in value if (text := first_string(item))], "json-ld:keywords"
    yield [plain(tag) for tag in found.head.metas.get("article:tag", [])], "meta:article:tag"
    for name in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags"):
        yield [tag for value in found.head.metas.get(name, []) for tag in _split(value)], f"meta:{name}"


def _address(value: Any) -> str:
    """The address of a picture: a string, an object's `url`, or the first of a list."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("url") or value.get("contentUrl") or value.get("@id")
    return value.strip() if isinstance(value, str) and ("/" in value or "." in value) else ""


def _is_text(value: str) -> bool:
    return "://" not in value and not value.isdigit()


def _split(value: str) -> list[str]:
    return [tag for part in value.split(",") if (tag := plain(part))]
