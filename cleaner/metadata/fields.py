"""The plainer fields of text: those for which the first source that speaks is right."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from cleaner.folding import alnum_key
from cleaner.labels import Role
from cleaner.metadata.sources import (  # fmt: skip
    Candidate,
    first_string,
    from_jsonld,
    from_metas,
    from_microdata,
    from_rules,
    own_first,
    plain,
    referred,
    rules_slug,
)
from cleaner.model import Block, PageContext
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.urls import absolute

_DESCRIPTIONS = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
)
_SECTIONS = (
    "article:section",
    "parsely-section",
    "og:article:section",
    "cxenseparse:recs:category",
    "section",
    "sailthru.vertical",
    "og:section",
    "articlesection",
    "prism.section",
    "mrf:sections",
    "category",
)
_IMAGES = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
    "thumbnail",
)
_LICENCES = ("dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "licence")
_PUBLISHERS = ("dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")
_SITE_NAMES = ("og:site_name", "twitter:app:name:iphone", "application-name", "apple-mobile-web-app-title")
# What templates write where they have no value.
_NOTHING = frozenset(
    ("null", "undefined", "none", "n/a", "-", "uncategorized", "uncategorised", "unkategorisiert",
    "nicht kategorisiert", "non classé", "sin categoría",
     "senza categoria", "sem categoria", "без рубрики")
)  # fmt: skip
_BRACES = (("{", "}"), ("%", "%"))
# What themes print before a link to a section or a tag.
_MARKS = "›»•#|,/ "
# Pictures that only count visits or hold a place.
_BLANK = Pattern(
    r"^data:|(?:^|[/_.-])(?:blank|spacer|pixel|transparent|placeholder|1x1)\.(?:gif|png|jpe?g|webp|svg)(?:[?#]|$)",
    IGNORECASE,
)
# Pictures of the site: its logo, what its design comes with.
_OF_SITE = Pattern(r"logo|/themes?/", IGNORECASE)


def subtitles(head: Sequence[Block], context: PageContext, titles: Collection[str]) -> Iterator[Candidate]:
    """Decks: the rule set's, those the page prints, JSON-LD's `alternativeHeadline` where it says more than a headline.

    titles: what sources say is the title, letters and digits alone, the chosen one first. What holds one of them, or is
    shorter than that, is a second headline and no deck.
    """
    yield from from_rules(context, "subtitle")
    yield from ((block.text.replace("\n", " "), block.rule) for block in head if block.role is Role.SUBTITLE)
    first = next(iter(titles), "")
    others = (*from_jsonld(context, "alternativeHeadline"), *from_microdata(context, "subtitle"))
    yield from (
        (value, source)
        for value, source in others
        if (said := alnum_key(value)) and len(said) >= len(first) and not any(title in said for title in titles)
    )


def sections(head: Sequence[Block], context: PageContext, others: Collection[str]) -> Iterator[Candidate]:
    """Sections: the rule set's, JSON-LD, meta tags, microdata; else the last step of JSON-LD's breadcrumb above the
    piece.

    others: what site and piece are called, as letters and digits alone: its first step and its last often are.
    """
    yield from from_rules(context, "section")
    yield from ((block.text, block.rule) for block in head if block.role is Role.SECTION)
    yield from _words(
        (*from_jsonld(context, "articleSection"), *from_metas(context, _SECTIONS), *_bare(context, "section"))
    )
    yield from [(name, "json-ld:BreadcrumbList") for name in _steps(context) if alnum_key(name) not in others][-1:]


def _steps(context: PageContext) -> Iterator[str]:
    """The names of a breadcrumb's steps that lead to a part of the site: not to its front page, nor to the piece."""
    trail = next((entity.get("itemListElement") for entity in context.entities_of("BreadcrumbList")), None)
    for step in trail[:_STEPS] if isinstance(trail, list) else ():
        item = step.get("item") if isinstance(step, dict) else None
        address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
        name = first_string(step.get("name") or (item.get("name") if isinstance(item, dict) else None)) if item else ""
        if (
            not name
            or not isinstance(address, str)
            or name.casefold() in _FRONT
            or len(name.split()) > _LONGEST
            or alnum_key(name).isdigit()
        ):
            continue
        place = absolute(address, context.url)
        if place and urlsplit(place).path.strip("/") and place.rstrip("/") != (context.url or "").rstrip("/"):
            yield name


# A breadcrumb has no more steps than so many; a section's name has so many words, a piece's mostly more.
_STEPS, _LONGEST = 12, 5
_FRONT = frozenset(
    (
        "home",
        "homepage",
        "startseite",
        "start",
        "accueil",
        "inicio",
        "início",
        "hjem",
        "hem",
        "forside",
        "etusivu",
        "ana sayfa",
        "anasayfa",
        "главная",
    )
)


def descriptions(context: PageContext) -> Iterator[Candidate]:
    """Descriptions: the rule set's, meta tags, JSON-LD, microdata."""
    yield from from_rules(context, "description")
    yield from ((plain(value), source) for value, source in from_metas(context, _DESCRIPTIONS))
    yield from from_jsonld(context, "description", "abstract")
    yield from from_microdata(context, "description")
    yield from from_jsonld(context, "description", of="WebPage")


def publishers(context: PageContext) -> Iterator[Candidate]:
    """Who publishes the site: the rule set's, JSON-LD, meta tags, microdata."""
    yield from from_rules(context, "publisher")
    for kind in ("Article", "WebPage", "WebSite"):
        yield from _words(from_jsonld(context, "publisher", "sourceOrganization", of=kind))
    yield from _words((*from_metas(context, _PUBLISHERS), *from_microdata(context, "publisher")))


def site_names(context: PageContext) -> Iterator[Candidate]:
    """What the site calls itself: the rule set's, meta tags, JSON-LD, the rule set's own name; else its publisher's, as
    JSON-LD says it.
    """
    yield from from_rules(context, "site_name")
    yield from _words(
        (
            *from_metas(context, _SITE_NAMES),
            *from_jsonld(context, "name", of="WebSite"),
            *from_jsonld(context, "isPartOf"),
        )
    )
    if context.rules is not None:
        yield context.rules.name, f"{context.rules.slug}:name"
    yield from _words(from_jsonld(context, "publisher"))


def images(context: PageContext) -> Iterator[Candidate]:
    """Addresses of the lead picture: the rule set's, JSON-LD, meta tags, `link rel=image_src`, microdata; none of
    pictures that hold no more than a place.
    """
    said = [*from_rules(context, "image")]
    for entity in own_first(context, context.entities_of("Article")):
        said.append(
            (_picture(entity.get("image"), context) or _picture(entity.get("thumbnailUrl"), context), "json-ld:image")
        )
    said += from_metas(context, _IMAGES)
    said.append((context.head.links.get("image_src", ""), "link:image_src"))
    said += [pair for pair in from_microdata(context, "image") if not _OF_SITE.search(pair[0])]
    said += [
        (_picture(entity.get("primaryImageOfPage"), context), "json-ld:primaryImageOfPage")
        for entity in context.entities_of("WebPage")
    ]
    yield from (
        (address.replace("&amp;", "&"), source) for address, source in said if address and not _BLANK.search(address)
    )  # escaped twice


def licences(context: PageContext) -> Iterator[Candidate]:
    """Licences, as words or absolute addresses: the rule set's, `link rel=license`, JSON-LD, meta tags, links of the
    page.
    """
    said = [
        *from_rules(context, "licence"),
        (context.head.links.get("license", ""), "link:license"),
        *from_jsonld(context, "license"),
    ]
    for value, source in _said((*said, *from_metas(context, _LICENCES), *from_microdata(context, "licence"))):
        is_link = source in ("link:license", "property:licence") and " " not in value
        yield (
            (absolute(value, context.url) or value) if is_link or value.startswith(("/", "./", "../")) else value,
            source,
        )


def tag_lists(context: PageContext) -> Iterator[tuple[list[str], str]]:
    """Lists of tags: the rule set's, JSON-LD keywords, meta tags, microdata."""
    yield context.fields.get("tags", []), f"{rules_slug(context)}:tags"
    for entity in own_first(context, context.entities_of("Article")):
        value = entity.get("keywords")
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):  # all of them in one
            value = value[0]
        if isinstance(value, list):
            yield [text for item in value if (text := first_string(item))], "json-ld:keywords"
        elif isinstance(value, str):
            yield _split(value), "json-ld:keywords"
    yield [plain(tag) for tag in context.head.metas.get("article:tag", [])], "meta:article:tag"
    for name in (
        "news_keywords",
        "keywords",
        "parsely-tags",
        "sailthru.tags",
        "citation_keywords",
        "dc.subject",
        "dcterms.subject",
    ):
        yield [tag for value in context.head.metas.get(name, []) for tag in _split(value)], f"meta:{name}"
    yield [tag for value, _ in _said(_bare(context, "tags")) for tag in _split(value)], "property:tags"


def _picture(value: Any, context: PageContext) -> str:
    """The address of a picture: a string, an object's `url`, that of the object it refers to, or the first of a list
    that is one; not of a single pixel.
    """
    for item in value[:_PICTURES] if isinstance(value, list) else [value]:
        for _ in range(3):
            if isinstance(item, list):
                item = item[0] if item else None
            if isinstance(item, dict):
                item = _address_of(item, context)
        if isinstance(item, str) and ("/" in item or "." in item) and not _BLANK.search(item):
            return item.strip()
    return ""


def _address_of(entity: dict[str, Any], context: PageContext) -> Any:
    name = entity.get("@id")
    if name and not any(map(entity.get, _ADDRESS)):
        entity = referred(name, context, *_ADDRESS) or entity
    if str(entity.get("width")) == str(entity.get("height")) == "1":
        return None
    return next(
        (entity[key] for key in _ADDRESS if entity.get(key)),
        name if isinstance(name, str) and "#" not in name else None,
    )


_ADDRESS = ("url", "contentUrl", "contentURL")
# Of so many pictures that JSON-LD lists the first that is one is taken.
_PICTURES = 8


def _said(pairs: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that say something, and are not the template's own name for it: `{$category}`."""
    return (
        pair
        for pair in pairs
        if pair[0] and pair[0].casefold() not in _NOTHING and (pair[0][0], pair[0][-1]) not in _BRACES
    )


def _bare(context: PageContext, name: str) -> Iterator[Candidate]:
    """What microdata, RDFa and links to a section or a tag say, without marks around it."""
    return ((value.strip(_MARKS), source) for value, source in from_microdata(context, name))


def _words(pairs: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that say something in words: no address, number or mark."""
    return (pair for pair in _said(pairs) if "://" not in pair[0] and not pair[0].isdigit() and alnum_key(pair[0]))


def _split(value: str) -> list[str]:
    """The tags of a list: with commas of any script between them; of one without, what stands between semicolons."""
    plainly = html.unescape(value) if "&" in value else value
    parts = _COMMA.split(plainly)
    return [tag for part in (parts if len(parts) > 1 else _SEMICOLON.split(plainly)) if (tag := plain(part))]


_COMMA, _SEMICOLON = Pattern("[,،，、]"), Pattern("[;；؛]")
