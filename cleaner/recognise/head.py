"""The head, read once: meta tags, links, title; and the JSON-LD of the whole page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.model import UNSHOWN, Head

# Articles that declare a language or a direction, and JSON-LD: one query, since each goes through the whole page.
_ARTICLES_AND_JSONLD = 'article[dir], article[lang], script[type*="ld+json" i]'


def read_head(parser: LexborHTMLParser) -> Head:
    """What the page's head says, and the JSON-LD scripts of its head and its body, in this order."""
    head = Head()
    nodes = _find(parser, _ARTICLES_AND_JSONLD)
    _read_attributes(parser, next((node for node in nodes if node.tag == "article"), None), head)
    node = parser.head.child if parser.head is not None else None
    while node is not None:
        if node.is_element_node:
            _read_head_node(node, head)
        node = node.next
    if not ("canonical" in head.links or "og:url" in head.metas):
        # A stray element in the head ends it for a parser: the rest of it stands in the body. What has only `itemprop`
        # there is of any item, a comment, too.
        for stray in parser.css(
            "body meta[property], body meta[name], body meta[http-equiv], body link[rel=canonical]"
        ):
            _read_head_node(stray, head)
    scripts = [node for node in nodes if node.tag != "article" and _is_in_body(node)]
    head.jsonld += [node.text(deep=True) or "" for node in scripts]
    return head


def _find(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return parser.css(selector)
    except SelectolaxError:  # a tree without a root
        return []


def _is_in_body(node: LexborNode) -> bool:
    """Whether a node stands in no element that a page does not show: neither in the head nor in a picture or a form."""
    at = node.parent
    while at is not None:
        if at.tag in UNSHOWN:
            return False
        at = at.parent
    return True


def _read_attributes(parser: LexborHTMLParser, article: LexborNode | None, head: Head) -> None:
    """Language and direction as attributes declare them, the outermost element's first."""
    root = parser.root
    if root is None or not root.is_element_node:
        return
    for node in (root, parser.body, article):
        if node is not None:
            attributes = node.attributes
            if language := attributes.get("lang") or attributes.get("xml:lang"):
                head.languages.append((language, f"{node.tag}:lang"))
            if (direction := (attributes.get("dir") or "").strip().lower()) in ("rtl", "ltr"):
                head.directions.append((direction, f"{node.tag}:dir"))


def _read_head_node(node: LexborNode, head: Head) -> None:
    tag = node.tag
    if tag == "meta":
        attributes = node.attributes
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        content = attributes.get("content")
        if name == "script:ld+json":  # what some frameworks make of a script in the head
            head.jsonld.append(content or "")
        elif name and content and content.strip():
            head.metas.setdefault(name.strip().lower(), []).append(content.strip())
    elif tag == "link":
        attributes = node.attributes
        href = attributes.get("href")
        for relation in (attributes.get("rel") or "").lower().split():
            if href:
                head.links.setdefault(relation, href)
    elif tag == "title":
        head.title = head.title or " ".join((node.text(deep=True) or "").split())
    elif tag == "script" and _is_jsonld(node.attributes):
        head.jsonld.append(node.text(deep=True) or "")


def _is_jsonld(attributes: dict[str, str | None]) -> bool:
    return "ld+json" in (attributes.get("type") or "").lower()
