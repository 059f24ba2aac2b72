"""Microdata, RDFa, microformats and `rel` of the page's own article: read for what JSON-LD and the meta tags leave
open, by one selector for all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.model import ARTICLES, PageContext
from cleaner.model.fields import FIELDS

# One walk of the page: to search its bytes for "itemprop" first would cost as much.
_SELECTOR = "[itemprop], body [property], [rel~=author], a[rel~=license], a[rel~=tag], time[pubdate], .h-entry"
_ENTRY = ".p-author, .dt-published, .dt-updated"
# schema.org's names in lower case, by the field that they give; `_BODY` only tells which item is the page's.
_BODY = "body"
_NAMES = {name: field.key for field in FIELDS.values() for name in field.schema_org} | {"articlebody": _BODY}
_DUBLIN_CORE = {name: field.key for field in FIELDS.values() for name in field.dublin_core}
_PREFIXES = {"schema": _NAMES, "rnews": _NAMES, "dc": _DUBLIN_CORE, "dcterms": _DUBLIN_CORE}
_CLASSES = (("p-author", "author"), ("dt-published", "published"), ("dt-updated", "modified"))
# For each field the JSON-LD key and the meta tags that give it: where one does, microdata is not asked.
_KNOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    field.key: (field.json_ld[0], field.sufficient_metas) for field in FIELDS.values() if field.from_microdata
}
_EMPTY: tuple[object, ...] = (None, "", [], {})
_ATTRIBUTES = {field.key: field.microdata_attributes for field in FIELDS.values() if field.microdata_attributes}
# Selectors of the value inside an item, the likelier first; a prefix or the vocabulary's address may stand before a
# property's name.
_NAMED = "[itemprop~=name], [property~=name], [property$=':name'], [property$='/name']"
_ADDRESSED = (
    "[itemprop~=url], [itemprop~=contentUrl], [property~=url], [property$=':url'], [property$='/url'], "
    "[property$='contentUrl']"
)
_NESTED = {"author": (_NAMED,), "publisher": (_NAMED,), "image": (_ADDRESSED, "img")}
# Longer texts are no value, in characters; a description may be longer (all numbers here: by hand).
_LONGEST = 200
_LONGEST_TEXT = 2000
# The elements of a field that are looked at on a page, and those that are read of an item (of tags all of them).
_SEEN = 60
_MOST = 12
# How many elements above one are asked for its item, and how many for a comment's, a teaser's or a picture's.
_DEPTH = 60
_ABOVE = 6
_OTHER_PIECES = ("comment", "related", "teaser", "recommend", "sidebar")
# The endings of the types of articles, other vocabularies' included.
_KINDS = (*ARTICLES, "CreativeWork", "NewsItem", "BlogPost")
_POSTS = frozenset(("Item", "Post", "Document"))  # of SIOC and FOAF, as Drupal writes them
_PAGES = frozenset(("", "Thing", "WebSite", "Blog"))
# Properties by which an item around it names the page's own article.
_MAIN = frozenset(("mainentity", "mainentityofpage", "maincontentofpage", "blogpost", "blogposts"))


@dataclass(slots=True)
class _Item:
    """An item of the page: its element (none for what stands in no item), what it is ("article", "page" or "other"),
    its types, and the elements of its properties by field.
    """

    at: LexborNode | None
    kind: str
    types: list[str]
    hits: dict[str, list[LexborNode]] = field(default_factory=dict)

    @property
    def is_headed(self) -> bool:
        """Whether its headline is the page's."""
        return any(
            node.tag == "h1" or (node.parent is not None and node.parent.tag == "h1")
            for node in self.hits.get("title", ())
        )


def read_microdata(parser: LexborHTMLParser, context: PageContext) -> dict[str, list[str]]:
    """What the elements of the page's own article say, by field; a field that JSON-LD or a meta tag gives is left out.

    Not that of comments, teasers, products and organisations: the item counts that a property stands in.
    """
    missing = _missing(context)
    try:
        nodes = parser.css(_SELECTOR) if missing else []
    except SelectolaxError:  # a tree without a root
        return {}
    if (entry := next((node for node in nodes if "h-entry" in (node.attributes.get("class") or "")), None)) is not None:
        nodes += entry.css(_ENTRY)
    items = _items(nodes)
    own = _own(items)
    around = _Item(None, "page", [])
    for item in items:
        for name, hits in item.hits.items() if item.kind == "page" else ():
            around.hits.setdefault(name, []).extend(hits)
    read = {}
    for name in missing:
        if values := (list(_values(own, name)) if own is not None else []) or list(_values(around, name)):
            read[name] = list(dict.fromkeys(values))
    if (
        own is not None
        and not context.entities_of("Article")
        and (kinds := [kind for kind in own.types if kind.endswith(ARTICLES)])
    ):
        read["type"] = kinds
    return read


def _missing(context: PageContext) -> list[str]:
    """The fields that neither JSON-LD nor a meta tag gives."""
    articles, metas = context.entities_of("Article"), context.head.metas
    return [
        name
        for name, (key, names) in _KNOWN.items()
        if not any(entity.get(key) not in _EMPTY for entity in articles) and metas.keys().isdisjoint(names)
    ]


def _items(nodes: Sequence[LexborNode]) -> list[_Item]:
    """The items of a page that have properties, in its order, each with the first elements of each."""
    items: dict[int, _Item] = {}
    seen: dict[str, int] = {}
    for node in nodes:
        for name, needs_item in _fields(node):
            if seen.setdefault(name, 0) < _SEEN:
                seen[name] += 1
                at = _scope(node)
                key = at.mem_id if at is not None else 0
                if key not in items:
                    items[key] = _Item(at, *_kind_of(at))
                if not (needs_item and (at is None or (name == "title" and items[key].kind != "article"))):
                    items[key].hits.setdefault(name, []).append(node)
    return list(items.values())


def _fields(node: LexborNode) -> Iterator[tuple[str, bool]]:
    """The fields that an element gives, and whether only within an item: RDFa without a prefix, and `name`, which all
    sorts of entities have.
    """
    attributes = node.attributes
    for token in (attributes.get("itemprop") or "").lower().split():
        if token in _NAMES:
            yield _NAMES[token], token == "name"
    for token in (attributes.get("property") or "").lower().split():
        prefix, _, name = token.rpartition("/" if "/" in token else ":")
        names = (
            _PREFIXES.get(prefix)
            if prefix and "/" not in token
            else _NAMES
            if not prefix or "schema.org" in prefix
            else None
        )
        if names and name in names:
            yield names[name], not prefix or name in ("name", "title")
    relations = (attributes.get("rel") or "").lower().split()
    if "author" in relations:
        yield "author", False
    if "license" in relations and node.tag == "a":
        yield "licence", False
    if "tag" in relations and node.tag == "a":  # WordPress calls its categories both
        yield "section" if "category" in relations else "tags", False
    if node.tag == "time" and "pubdate" in attributes:
        yield "published", False
    if "p-author" in (said := attributes.get("class") or "") or "dt-" in said:
        yield from ((name, False) for token, name in _CLASSES if token in said.split())


def _scope(node: LexborNode) -> LexborNode | None:
    """The element of the item that an element's properties are of; None for none."""
    at = node.parent
    for _ in range(_DEPTH):
        if at is None or not at.is_element_node:
            return None
        attributes = at.attributes
        if "itemscope" in attributes or "typeof" in attributes or "itemtype" in attributes:
            return at
        at = at.parent
    return None


def _kind_of(at: LexborNode | None) -> tuple[str, list[str]]:
    """Whether an item is an article, the page around it or something else, and its types."""
    if at is None:
        return "page", []
    attributes = at.attributes
    said = f"{attributes.get('itemtype') or ''} {attributes.get('typeof') or ''}".split()
    types = [kind.rstrip("/").rpartition("/")[2].rpartition("#")[2].rpartition(":")[2] for kind in said]
    relations = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".lower().split()
    if any("Comment" in kind for kind in types):
        return "other", types
    if any(kind.endswith(_KINDS) or kind in _POSTS for kind in types):
        return ("article" if all(relation.rpartition(":")[2] in _MAIN for relation in relations) else "other"), types
    return ("page" if not types or any(kind in _PAGES or kind.endswith("Page") for kind in types) else "other"), types


def _own(items: Sequence[_Item]) -> _Item | None:
    """The item of the page's own article: that with the body, else with the page's heading, else the only one."""
    articles = [item for item in items if item.kind == "article"]
    if told := next((item for item in articles if _BODY in item.hits), None):
        return told
    articles = [item for item in articles if item.at is not None and not _is_of_another(item.at)]
    return next((item for item in articles if item.is_headed), articles[0] if len(articles) == 1 else None)


def _values(item: _Item, name: str) -> Iterator[str]:
    """The values of the first element that is not a comment's, and of those beside it; of tags wherever they stand."""
    parent = None
    for node in item.hits.get(name, [])[: _SEEN if name == "tags" else _MOST]:
        above = node.parent
        if (parent is None or name == "tags") and (
            _is_of_another(node, item.at) or (name == "licence" and _is_of_picture(node))
        ):
            continue
        if parent is not None and name != "tags" and (above is None or above.mem_id != parent):
            return
        if value := _value(node, name):
            parent = above.mem_id if above is not None else -1
            yield value


def _value(node: LexborNode, name: str) -> str:
    attributes = node.attributes
    for attribute in _ATTRIBUTES.get(
        name, ("content", "datetime", "title") if node.tag == "abbr" else ("content", "datetime")
    ):
        if attributes.get(attribute):
            return str(attributes[attribute]).strip()
    if name in _NESTED and attributes.get("rel") is None:
        nested = next((inner for selector in _NESTED[name] if (inner := node.css_first(selector)) is not None), None)
        if nested is not None and nested.mem_id != node.mem_id:
            return _value(nested, name)
    if name == "image":
        return ""
    text = " ".join((node.text(deep=True, separator=" ") or "").split())
    return text if len(text) <= (_LONGEST_TEXT if name == "description" else _LONGEST) else ""


def _is_of_another(node: LexborNode, item: LexborNode | None = None) -> bool:
    """Whether an element belongs to a comment or to another piece, as what is around it, up to its item, is called."""
    at: LexborNode | None = node
    for _ in range(_ABOVE):
        if at is None or at.tag in ("body", "main") or (item is not None and at.mem_id == item.mem_id):
            return False
        attributes = at.attributes
        said = (
            f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}".lower()
        )
        if any(word in said for word in _OTHER_PIECES):
            return True
        at = at.parent
    return False


def _is_of_picture(node: LexborNode) -> bool:
    """Whether an element stands in a figure: a licence there is the picture's."""
    at = node.parent
    for _ in range(_ABOVE):
        if at is None or at.tag in ("figure", "figcaption"):
            return at is not None
        at = at.parent
    return False
