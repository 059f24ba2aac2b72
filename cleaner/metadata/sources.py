"""Where candidates come from: a rule set's selectors, JSON-LD, meta tags. Each is a value and the name of its source."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any

from cleaner.folding import alnum_key
from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Page, PageContext
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules import class_names

# Layers whose rules know the site.
OF_SITE = frozenset((Layer.SITE, Layer.USER))
Candidate = tuple[str, str]  # value, source

# How many blocks before and after the title may print what belongs to it.
_BEFORE, _AFTER = 8, 18
_TITLE = Role.TITLE  # asked of each block, and an enumeration's members take long to look up
_SAID = frozenset((_TITLE, Role.SUBTITLE, Role.BYLINE, Role.PUBLISHED, Role.MODIFIED, Role.SECTION))


def printed(page: Page) -> list[Block]:
    """The blocks that are labelled as metadata."""
    return [block for block in page.blocks if block.role in _SAID]


def near_title(page: Page) -> range:
    """The places of the blocks around the title; of the first ones where the page prints none."""
    at = page.title_index
    first, last = (max(0, at - _BEFORE), at + 1 + _AFTER) if at >= 0 else (0, 2 * _AFTER)
    return range(first, min(len(page.blocks), last))


def may_speak(page: Page, i: int, context: PageContext) -> bool:
    """Whether a block without a label of metadata may still print some: not the masthead with the day of the visit, nor
    what a site's rule spoke on, nor captions, quotes, tables, prose, comments and what leads to other pieces.
    """
    block = page.blocks[i]
    if (
        block.form in _CONTENT
        or block.reason in _OTHERS
        or block.ground is Ground.LINK_ONLY
        or region_of(page, block) in _ELSEWHERE
    ):
        return False
    if block.layer in OF_SITE:
        return False
    if block.reason in _ABOVE and not any(other.role is _TITLE for other in page.blocks[max(0, i - _AFTER) : i]):
        return _is_beside_title(page, i)
    return not (block.role is Role.PARAGRAPH and is_prose(block.text))


def _is_beside_title(page: Page, i: int) -> bool:
    """Whether a block stands right before the title, in the same element."""
    parents, below = page.elements.parents, page.blocks[i + 1 : i + 3]
    return any(
        block.role is Role.TITLE and parents[block.element] == parents[page.blocks[i].element] >= 0
        for block in below
        if block.element >= 0
    )


_CONTENT = frozenset((Role.QUOTE, Role.CODE, Role.TABLE_ROW, Role.CAPTION))
_OTHERS = frozenset((Reason.LEGAL, Reason.COMMENTS, Reason.CAPTION, Reason.RELATED))
_ABOVE = frozenset((Reason.MASTHEAD, Reason.NAVIGATION))
# Parts of a page that are about other pieces, or nothing's.
_ELSEWHERE = frozenset(("related", "comments", "footer", "legal", "newsletter", "advertisement", "caption", "figure"))


def region_of(page: Page, block: Block) -> str:
    """What the part of the page that a block stands in is called: a category of the generic hints, empty for none."""
    region = page.elements.regions[block.element] if block.element >= 0 else -1
    return class_names.name_of(page.elements.hints[region]) if region >= 0 else ""


def is_within(page: Page, block: Block, categories: frozenset[str]) -> bool:
    """Whether a block stands in a part of the page that is called one of `categories`, or in a comment's date or
    byline.

    Other parts around a byline are not asked: counted, that loses more authors of pieces than it keeps out.
    """
    region = region_of(page, block)
    if region in ("published", "byline"):
        outer = page.elements.outer(page.elements.regions[block.element])
        return outer >= 0 and class_names.name_of(page.elements.hints[outer]) == "comments"
    return region in categories


def from_rules(context: PageContext, name: str) -> Iterator[Candidate]:
    """What the selectors of the rule set or a family hit."""
    yield from ((value, f"{rules_slug(context)}:{name}") for value in context.fields.get(name, []) if value)


def rules_slug(context: PageContext) -> str:
    """What the rules that named a field are called: by their file, or `family`."""
    return context.rules.slug if context.rules else "family"


def from_jsonld(context: PageContext, *names: str, of: str = "Article") -> Iterator[Candidate]:
    """The strings that JSON-LD's articles (or what else `of` says) have under these keys, as text: sites escape them as
    HTML.
    """
    for entity in own_first(context, context.entities_of(of)):
        for name in names:
            text = first_string(_resolved(entity.get(name), context))
            if text:
                yield text, f"json-ld:{name}"


def own_first(context: PageContext, entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """JSON-LD's objects, those that have the page's address or its title for links before those of other pieces."""
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
    """An address without what does not part pages: scheme, fragment, the last slash."""
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def from_metas(context: PageContext, names: Iterable[str]) -> Iterator[Candidate]:
    """The values of meta tags of these names, as text (an address as it is)."""
    metas = context.head.metas
    for name in names:
        if name in metas:
            yield from ((value if "://" in value else plain(value), f"meta:{name}") for value in metas[name])


def from_microdata(context: PageContext, name: str) -> Iterator[Candidate]:
    """What microdata or RDFa say."""
    yield from ((value, f"property:{name}") for value in context.microdata.get(name, []))


def _resolved(value: Any, context: PageContext) -> Any:
    """What a reference to another object of the page points to; any other value as it is."""
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
    """The first string of a JSON-LD value, which may be one, a number, a list, or an object with a name, a URL or a
    value; empty where there is none.
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
    """A value of the head as text: without tags, entities that were escaped twice, and white space of more than a
    space.
    """
    text = html.unescape(text) if "&" in text else text
    if "<" in text and (
        text.startswith("<") or "</" in text or _BREAK.search(text)
    ):  # a tag alone may be what the text speaks of
        text = _INLINE.sub("", _BREAK.sub(" ", text))
    return " ".join(text.split())


_BREAK = Pattern(r"</?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|section|ul)(?:\s[^<>]*+)?/?>", IGNORECASE)
_INLINE = Pattern(
    r"</?(?:a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u"
    r"|wbr)(?:\s[^<>]*+)?/?>",
    IGNORECASE,
)


def site_names(context: PageContext) -> tuple[str, ...]:
    """What the site is called, as letters and digits alone in lower case: its own name, its publisher's, its host's and
    the host's first label.
    """
    said = [*context.head.metas.get("og:site_name", []), *context.head.metas.get("application-name", [])]
    said += [
        first_string(_resolved(entity.get("publisher"), context))
        for entity in context.entities_of("Article", "WebSite", "WebPage")
    ]
    said += [
        name
        for entity in context.entities_of("WebSite", "NewsMediaOrganization", "Organization")
        if isinstance(name := entity.get("name"), str)
    ]
    host, title = context.site or "", alnum_key(context.head.title)
    return tuple(
        dict.fromkeys(
            name for text in (*said, host, host.split(".")[0]) if len(name := alnum_key(text)) > 1 and name != title
        )
    )


def owners(context: PageContext) -> frozenset[str]:
    """The people whose site it is, as letters and digits alone: JSON-LD calls its publisher a person (a person and an
    organisation in one, too).
    """
    people = [entity for entity in context.entities_of("Person") if "Organization" in context.types_of(entity)]
    for entity in context.entities_of("Article", "WebSite", "WebPage"):
        publisher = _resolved(entity.get("publisher"), context)
        if isinstance(publisher, dict) and "Person" in context.types_of(publisher):
            people.append(publisher)
    return frozenset(alnum_key(first_string(entity)) for entity in people)
