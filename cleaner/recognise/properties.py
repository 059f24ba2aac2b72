"""Microdata, RDFa and microformats: read only for what JSON-LD and the meta tags leave open, since each selector walks the page."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.model import Recognised

_SELECTORS = {
    "author": '[itemprop~=author], [rel~=author], [property="schema:author"], [property="dc:creator"], .h-entry .p-author',
    "published": '[itemprop~=datePublished], [property="schema:datePublished"], [property="dc:date"], [property="dc:created"], time[pubdate], '
    ".h-entry .dt-published",
    "modified": '[itemprop~=dateModified], [property="schema:dateModified"], [property="dc:modified"], .h-entry .dt-updated',
}  # fmt: skip
# What says in JSON-LD or a meta tag what a selector would look for.
_KNOWN = {
    "author": ("author", ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "citation_author")),
    "published": ("datePublished", ("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued")),
    "modified": ("dateModified", ("article:modified_time", "datemodified", "og:updated_time")),
}
# A value as long as this is none; of so many elements the first few are read; a comment's author is told by so many elements above it.
_LONGEST, _MOST, _ABOVE = 200, 12, 6
_OTHERS = ("comment", "related", "teaser", "recommend", "sidebar")


def read_properties(parser: LexborHTMLParser, found: Recognised) -> dict[str, list[str]]:
    """The authors and dates that a page's elements name, by field; a field that JSON-LD or a meta tag gives is left out."""
    read = {}
    for name, selector in _SELECTORS.items():
        key, metas = _KNOWN[name]
        if any(thing.get(key) for thing in found.things_of("Article")) or any(meta in found.head.metas for meta in metas):
            continue
        try:
            nodes = parser.css(selector)[:_MOST]
        except SelectolaxError:  # a tree without a root
            return {}
        values = list(dict.fromkeys(_values(nodes)))
        if values:
            read[name] = values
    return read


def _values(nodes: list[LexborNode]) -> Iterator[str]:
    """The values of the first element that is not a comment's, and of those beside it."""
    parent = None
    for node in nodes:
        above = node.parent
        if parent is None and _is_of_another(node):
            continue
        if parent is not None and (above is None or above.mem_id != parent):
            return
        value = _value(node)
        if value:
            parent = above.mem_id if above is not None else -1
            yield value


def _value(node: LexborNode) -> str:
    attributes = node.attributes
    for name in ("content", "datetime"):
        if attributes.get(name):
            return str(attributes[name]).strip()
    if attributes.get("rel") is None:
        named = node.css_first("[itemprop~=name]")
        if named is not None and named.mem_id != node.mem_id:
            return _value(named)
    text = " ".join((node.text(deep=True, separator=" ") or "").split())
    return text if len(text) <= _LONGEST else ""


def _is_of_another(node: LexborNode) -> bool:
    """Whether an element belongs to a comment or to another piece."""
    at: LexborNode | None = node
    for _ in range(_ABOVE):
        if at is None or at.tag in ("body", "main"):
            return False
        attributes = at.attributes
        said = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}".lower()
        if any(word in said for word in _OTHERS):
            return True
        at = at.parent
    return False
