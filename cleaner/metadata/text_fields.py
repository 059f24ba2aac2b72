"""Candidates for subtitle, section, description, publisher, site name, licence, tags and corrections."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import urlsplit

from cleaner.folding import alnum_key
from cleaner.labels import Role
from cleaner.metadata.candidate import Origin, Text, Texts, origin_of
from cleaner.metadata.sources import (
    first_string,
    from_jsonld,
    from_metas,
    from_microdata,
    from_rules,
    meaningful,
    own_first,
    plain,
    rules_slug,
    stated,
    worded,
)
from cleaner.model import Block, PageContext
from cleaner.model.fields import FIELDS
from cleaner.patterns import Pattern
from cleaner.urls import absolute

# Themes print these before a link to a section or a tag.
_MARKS = "›»•#|,/ "
# Steps of a breadcrumb that are read, and words of a section's name: an article's title mostly has more. By hand.
_MOST_STEPS = 12
_SECTION_WORDS = 5
_FRONT_PAGE = frozenset((
    "home", "homepage", "startseite", "start", "accueil", "inicio", "início", "hjem", "hem", "forside", "etusivu",
    "ana sayfa", "anasayfa", "главная",
))  # fmt: skip
_COMMA = Pattern("[,،，、]")
_SEMICOLON = Pattern("[;；؛]")


def subtitles(blocks: Sequence[Block], context: PageContext, titles: Collection[str]) -> Iterator[Text]:
    """Subtitles: the rule set's, those the page prints, JSON-LD's `alternativeHeadline` where it is no second headline.

    blocks: those that are labelled as metadata. titles: what sources state as title, letters and digits alone, the
    chosen one first. An alternative headline that holds one of them, or is shorter than the chosen one, is no subtitle.
    """
    yield from from_rules(context, "subtitle")
    for block in blocks:
        if block.role is Role.SUBTITLE:
            yield Text(block.text.replace("\n", " "), block.rule, origin_of(block))
    chosen = next(iter(titles), "")
    for candidate in stated(context, FIELDS["subtitle"]):
        key = alnum_key(candidate.value)
        if key and len(key) >= len(chosen) and not any(title in key for title in titles):
            yield candidate


def sections(blocks: Sequence[Block], context: PageContext, not_sections: Collection[str]) -> Iterator[Text]:
    """Sections: the rule set's, those the page prints, JSON-LD, meta tags, microdata; else the last step of JSON-LD's
    breadcrumb above the article.

    not_sections: the names of the site and the titles, as letters and digits alone: they are often the first and last
    step.
    """
    field = FIELDS["section"]
    yield from from_rules(context, "section")
    yield from (Text(block.text, block.rule, origin_of(block)) for block in blocks if block.role is Role.SECTION)
    yield from worded(from_jsonld(context, *field.json_ld))
    yield from worded(from_metas(context, field.metas))
    yield from worded(_without_marks(context, "section"))
    steps = [name for name in _breadcrumb(context) if alnum_key(name) not in not_sections]
    yield from (Text(name, "json-ld:BreadcrumbList", Origin.JSON_LD, "BreadcrumbList") for name in steps[-1:])


def _breadcrumb(context: PageContext) -> Iterator[str]:
    """The names of a breadcrumb's steps to a part of the site, without its front page and the article."""
    trail = next((entity.get("itemListElement") for entity in context.entities_of("BreadcrumbList")), None)
    for step in trail[:_MOST_STEPS] if isinstance(trail, list) else ():
        item = step.get("item") if isinstance(step, dict) else None
        if not item:
            continue
        address, name = item, first_string(step.get("name"))
        if isinstance(item, dict):
            address = item.get("@id") or item.get("url")
            name = first_string(step.get("name") or item.get("name"))
        if not name or not isinstance(address, str):
            continue
        if name.casefold() in _FRONT_PAGE or len(name.split()) > _SECTION_WORDS or alnum_key(name).isdigit():
            continue
        place = absolute(address, context.url)
        if place and urlsplit(place).path.strip("/") and place.rstrip("/") != (context.url or "").rstrip("/"):
            yield name


def descriptions(context: PageContext) -> Iterator[Text]:
    """Descriptions: the rule set's, meta tags, JSON-LD, microdata."""
    field = FIELDS["description"]
    yield from from_rules(context, "description")
    for candidate in from_metas(context, field.metas):
        yield candidate._replace(value=plain(candidate.value))
    yield from from_jsonld(context, *field.json_ld)
    yield from from_microdata(context, "description")
    yield from from_jsonld(context, "description", of="WebPage")


def publishers(context: PageContext) -> Iterator[Text]:
    """Publishers: the rule set's, JSON-LD, meta tags, microdata."""
    field = FIELDS["publisher"]
    yield from from_rules(context, "publisher")
    for kind in ("Article", "WebPage", "WebSite"):
        yield from worded(from_jsonld(context, *field.json_ld, of=kind))
    yield from worded(from_metas(context, field.metas))
    yield from worded(from_microdata(context, "publisher"))


def site_names(context: PageContext) -> Iterator[Text]:
    """The site's names for itself: the rule set's selectors, meta tags, JSON-LD, the rule set's name; else JSON-LD's
    publisher.
    """
    yield from from_rules(context, "site_name")
    yield from worded(from_metas(context, FIELDS["site_name"].metas))
    yield from worded(from_jsonld(context, "name", of="WebSite"))
    yield from worded(from_jsonld(context, "isPartOf"))
    if context.rules is not None:
        yield Text(context.rules.name, f"{context.rules.slug}:name", Origin.RULES)
    yield from worded(from_jsonld(context, "publisher"))


def licences(context: PageContext) -> Iterator[Text]:
    """Licences, as words or absolute addresses: the rule set's, `link rel=license`, JSON-LD, meta tags, microdata."""
    yield from (_with_address(candidate, context) for candidate in meaningful(_licences(context)))


def _licences(context: PageContext) -> Iterator[Text]:
    yield from from_rules(context, "licence")
    yield Text(context.head.links.get("license", ""), "link:license", Origin.LINK)
    yield from stated(context, FIELDS["licence"])


def _with_address(licence: Text, context: PageContext) -> Text:
    """A licence whose relative address is made absolute; words stay as they are."""
    is_link = licence.origin in (Origin.LINK, Origin.MICRODATA) and " " not in licence.value
    if is_link or licence.value.startswith(("/", "./", "../")):
        return licence._replace(value=absolute(licence.value, context.url) or licence.value)
    return licence


def tag_lists(context: PageContext) -> Iterator[Texts]:
    """Lists of tags: the rule set's, JSON-LD keywords, meta tags, microdata."""
    yield Texts(context.fields.get("tags", []), f"{rules_slug(context)}:tags", Origin.RULES)
    for entity in own_first(context, context.entities_of("Article")):
        value = entity.get("keywords")
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):  # all of them in one string
            value = value[0]
        if isinstance(value, list):
            listed = [text for item in value if (text := first_string(item))]
            yield Texts(listed, "json-ld:keywords", Origin.JSON_LD, "keywords")
        elif isinstance(value, str):
            yield Texts(split_tags(value), "json-ld:keywords", Origin.JSON_LD, "keywords")
    for name in FIELDS["tags"].metas:
        values = context.head.metas.get(name, [])
        if name == "article:tag":  # each holds one tag, which may have a comma
            listed = [plain(tag) for tag in values]
        else:
            listed = [tag for value in values for tag in split_tags(value)]
        yield Texts(listed, f"meta:{name}", Origin.META, name)
    marked = meaningful(_without_marks(context, "tags"))
    yield Texts([tag for said in marked for tag in split_tags(said.value)], "property:tags", Origin.MICRODATA, "tags")


def split_tags(value: str) -> list[str]:
    """The tags of a list with commas of any script; of one without commas, those between semicolons.

    >>> split_tags("mills, weavers")
    ['mills', 'weavers']
    >>> split_tags("Mills; Low Fell")
    ['Mills', 'Low Fell']
    """
    unescaped = html.unescape(value) if "&" in value else value
    parts = _COMMA.split(unescaped)
    if len(parts) == 1:
        parts = _SEMICOLON.split(unescaped)
    return [tag for part in parts if (tag := plain(part))]


def corrections(context: PageContext) -> Iterator[Texts]:
    """Lists of corrections: the rule set's, JSON-LD's `correction`, a text or an object with one."""
    yield Texts(context.fields.get("corrections", []), f"{rules_slug(context)}:corrections", Origin.RULES)
    texts: list[str] = []
    for entity in context.entities_of("Article"):
        value = entity.get("correction")
        for item in value if isinstance(value, list) else [value]:
            text = item.get("text") or item.get("description") if isinstance(item, dict) else item
            if isinstance(text, str) and plain(text):
                texts.append(plain(text))
    yield Texts(texts, "json-ld:correction", Origin.JSON_LD, "correction")


def _without_marks(context: PageContext, name: str) -> Iterator[Text]:
    """What microdata, RDFa and links state for a section or a tag, without marks around it."""
    for candidate in from_microdata(context, name):
        yield candidate._replace(value=candidate.value.strip(_MARKS))
