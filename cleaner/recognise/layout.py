"""Which of a rule set's layouts fits the page, and what its selectors hit."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.labels import Reason, Role
from cleaner.model import Mark, PageContext
from cleaner.model.fields import FIELDS
from cleaner.rules.schema import Layout


def choose_layout(parser: LexborHTMLParser, context: PageContext) -> None:
    """The layout that fits best serves, the earlier in the file (the newer design) on a tie; none where no body
    selector hits.
    """
    rules = context.rules
    best = 0.0
    for layout in rules.layouts if rules else ():
        if layout.when and not parser.css_matches(layout.when):
            continue
        needed = [layout.body, *(selectors for name, selectors in layout.fields.items() if name not in _UNSEEN)]
        fit = sum(any(parser.css_matches(selector) for selector in selectors) for selectors in needed) / len(needed)
        if fit > best and (not layout.body or any(parser.css_matches(selector) for selector in layout.body)):
            context.layout, best = layout, fit
    if rules and rules.layouts:
        context.fit = round(best, 3)
    if rules and context.layout:
        mark(parser, context.layout, rules.slug, context)


def mark(parser: LexborHTMLParser, layout: Layout, slug: str, context: PageContext) -> None:
    """Run a layout's selectors once; what they hit becomes marks by node, the stronger first: removals, then fields,
    then the body.
    """
    for reason, selectors in layout.remove.items():
        for selector in selectors:
            for node in _hits(parser, selector):
                context.marks.setdefault(node.mem_id, Mark(reason, f"{slug}:{reason}", layout.layer))
    for name, selectors in layout.fields.items():
        role = _ROLES.get(name)
        for selector in selectors:
            nodes = _hits(parser, selector)
            for node in nodes:
                if role is not None:
                    context.marks.setdefault(node.mem_id, Mark(role, f"{slug}:{name}", layout.layer))
                if name in _MANY:
                    continue
                attribute = _attribute(node, name)
                text = attribute or _text(node)
                context.fields.setdefault(name, []).append(
                    selector if name == "speakable" else text or _EMPTY.get(name, "")
                )
                if name in _REASONS and not attribute and (only := _only(node, text)) is not None:
                    context.marks.setdefault(only.mem_id, Mark(_REASONS[name], f"{slug}:{name}", layout.layer))
            if nodes and name not in _MANY:
                break
    for selector in layout.body:
        for node in _hits(parser, selector):
            context.marks.setdefault(node.mem_id, Mark(None, f"{slug}:body", layout.layer))


_ROLES = {
    "title": Role.TITLE, "subtitle": Role.SUBTITLE, "authors": Role.BYLINE, "published": Role.PUBLISHED,
    "modified": Role.MODIFIED,
    "captions": Role.CAPTION, "headings": Role.HEADING, "section": Role.SECTION,
}  # fmt: skip
# Where a field's value stands, before the element's text.
_ATTRIBUTES = {name: field.attributes for name, field in FIELDS.items() if field.attributes}
# What an element means that holds nothing.
_EMPTY = {"paywalled": "true"}
# Why an element that holds such a field and nothing else is no part of the text. A correction is: it speaks to the
# reader.
_REASONS = {name: Reason(field.left_out_as) for name, field in FIELDS.items() if field.left_out_as}
# No such field is longer; nor is it the page's whole body.
_LONGEST = 600
_WHOLE = frozenset(("html", "body", "main", "article"))
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "data", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "time", "u")
)
# What stands in the head, or on few pages, tells nothing of a page's design.
_UNSEEN = frozenset(name for name, field in FIELDS.items() if not field.tells_layout)
_MANY = ("captions", "headings")  # every selector's hits count, not those of the first that hits


def _attribute(node: LexborNode, field: str) -> str:
    attributes = node.attributes
    return next(
        (str(attributes[name]) for name in _ATTRIBUTES.get(field, ("datetime", "content")) if attributes.get(name)), ""
    )


def _text(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def _only(node: LexborNode, text: str) -> LexborNode | None:
    """The block-level element that holds this element's text and nothing else; None where it stands among other text."""
    at: LexborNode | None = node if text and len(text) <= _LONGEST else None
    while at is not None and at.tag in _INLINE:
        at = at.parent if _is_blank(at.prev) and _is_blank(at.next) else None
    return at if at is not None and at.tag not in _WHOLE else None


def _is_blank(beside: LexborNode | None) -> bool:
    """Whether nothing stands beside an element, on one side, but white space."""
    return beside is None or (
        beside.is_text_node and not (beside.text() or "").strip() and (beside.prev is None or beside.next is None)
    )


def _hits(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return parser.css(selector)
    except SelectolaxError:  # checked when the rule set was loaded; the tree here may still be one without a root
        return []
