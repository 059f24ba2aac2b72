"""Which of a rule set's layouts fits the page, and what its selectors hit."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.model import Mark, Recognised, Role
from cleaner.rules.schema import Layout


def choose_layout(parser: LexborHTMLParser, found: Recognised) -> None:
    """The layout that fits best serves, the earlier in the file (the newer design) on a tie; none where no body selector hits."""
    rules = found.rules
    best = 0.0
    for layout in rules.layouts if rules else ():
        if layout.when and not parser.css_matches(layout.when):
            continue
        needed = [layout.body, *(selectors for name, selectors in layout.fields.items() if name not in _UNSEEN)]
        fit = sum(any(parser.css_matches(selector) for selector in selectors) for selectors in needed) / len(needed)
        if fit > best and (not layout.body or any(parser.css_matches(selector) for selector in layout.body)):
            found.layout, best = layout, fit
    if rules and rules.layouts:
        found.fit = round(best, 3)
    if rules and found.layout:
        mark(parser, found.layout, rules.slug, found)


def mark(parser: LexborHTMLParser, layout: Layout, slug: str, found: Recognised) -> None:
    """Run a layout's selectors once; what they hit becomes marks by node, the stronger first: removals, then fields, then the body."""
    for reason, selectors in layout.remove.items():
        for selector in selectors:
            for node in _hits(parser, selector):
                found.marks.setdefault(node.mem_id, Mark(reason, f"{slug}:{reason}"))
    for name, selectors in layout.fields.items():
        role = _ROLES.get(name)
        for selector in selectors:
            nodes = _hits(parser, selector)
            for node in nodes:
                if role is not None:
                    found.marks.setdefault(node.mem_id, Mark(role, f"{slug}:{name}"))
                if name not in _MANY:
                    found.fields.setdefault(name, []).append(_value(node, name))
            if nodes and name not in _MANY:
                break
    for selector in layout.body:
        for node in _hits(parser, selector):
            found.marks.setdefault(node.mem_id, Mark(None, f"{slug}:body"))


_ROLES = {
    "title": Role.TITLE, "subtitle": Role.SUBTITLE, "authors": Role.BYLINE, "published": Role.PUBLISHED, "modified": Role.MODIFIED,
    "captions": Role.CAPTION, "headings": Role.HEADING, "section": Role.SECTION,
}  # fmt: skip
# Where a field's value stands, before the element's text.
_ATTRIBUTES = {"image": ("content", "src", "data-src", "href"), "licence": ("content", "href")}
# What stands in the head tells nothing of a page's design.
_UNSEEN = frozenset(("description", "image", "publisher", "site_name", "licence", "type"))
_MANY = ("captions", "headings")  # every selector's hits count, not those of the first that hits


def _value(node: LexborNode, field: str) -> str:
    attributes = node.attributes
    for name in _ATTRIBUTES.get(field, ("datetime", "content")):
        if attributes.get(name):
            return str(attributes[name])
    return " ".join(node.text(deep=True, separator=" ").split())


def _hits(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return parser.css(selector)
    except SelectolaxError:  # checked when the rule set was loaded; the tree here may still be one without a root
        return []
