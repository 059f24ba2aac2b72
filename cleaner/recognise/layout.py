"""Which of a rule set's layouts fits the page, and what its selectors hit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.labels import Layer, Reason, Role
from cleaner.model import Mark
from cleaner.model.fields import FIELDS
from cleaner.rules.schema import Layout
from cleaner.rules.select import has, select
from cleaner.rules.sieve import ClassSieve


@dataclass(slots=True)
class Hits:
    """What the selectors of layouts hit: marks by node, and the values of fields."""

    marks: dict[int, Mark] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)


def choose_layout(parser: LexborHTMLParser, layouts: Sequence[Layout]) -> tuple[Layout | None, float | None]:
    """The layout that fits best, and the share of its selectors that hit (None where there are no layouts).

    On a tie the earlier in the file serves (the newer design). A layout of which no body selector hits does not fit.
    """
    chosen, best = None, 0.0
    for layout in layouts:
        if layout.when and not has(parser, layout.when):
            continue
        needed = [layout.body, *(selectors for name, selectors in layout.fields.items() if name not in _UNSEEN)]
        fit = sum(any(has(parser, selector) for selector in selectors) for selectors in needed) / len(needed)
        if fit > best and (not layout.body or any(has(parser, selector) for selector in layout.body)):
            chosen, best = layout, fit
    return chosen, round(best, 3) if layouts else None


def run_selectors(parser: LexborHTMLParser, layouts: Iterable[tuple[str, Layout]]) -> Hits:
    """What the selectors of layouts hit. Each layout comes with its rule set's slug; the first mark of a node stays."""
    hits, sieve = Hits(), ClassSieve(parser)
    for slug, layout in layouts:
        _run_layout(parser, sieve, layout, slug, hits)
    return hits


def _run_layout(parser: LexborHTMLParser, sieve: ClassSieve, layout: Layout, slug: str, hits: Hits) -> None:
    """Run each selector once, in the order of strength: removals, then fields, then the body."""
    marks = hits.marks
    for reason, selectors in layout.remove.items():
        for selector in filter(sieve.may_hit, selectors):
            for node in select(parser, selector):
                # A plugin's class on `body` says that the plugin is there: a family removes no whole page.
                if not (layout.layer is Layer.FAMILY and node.tag in _WHOLE):
                    marks.setdefault(node.mem_id, Mark(reason, f"{slug}:{reason}", layout.layer))
    for name, selectors in layout.fields.items():
        role = _ROLES.get(name)
        for selector in filter(sieve.may_hit, selectors):
            nodes = select(parser, selector)
            if layout.layer is Layer.FAMILY and name in _ONE and not (len(nodes) == 1 and _is_plain(nodes[0])):
                continue
            for node in nodes:
                if role is not None:
                    marks.setdefault(node.mem_id, Mark(role, f"{slug}:{name}", layout.layer))
                if name in _MANY:
                    continue
                attribute = _attribute(node, name)
                text = attribute or _text(node)
                value = selector if name == "speakable" else text or _EMPTY.get(name, "")
                hits.fields.setdefault(name, []).append(value)
                if name in _REASONS and not attribute and (only := _only(node, text)) is not None:
                    marks.setdefault(only.mem_id, Mark(_REASONS[name], f"{slug}:{name}", layout.layer))
            if nodes and name not in _MANY:
                break
    for selector in layout.body:
        for node in select(parser, selector):
            marks.setdefault(node.mem_id, Mark(None, f"{slug}:body", layout.layer))


_ROLES = {
    "title": Role.TITLE, "subtitle": Role.SUBTITLE, "authors": Role.BYLINE, "published": Role.PUBLISHED,
    "modified": Role.MODIFIED,
    "captions": Role.CAPTION, "headings": Role.HEADING, "section": Role.SECTION,
}  # fmt: skip
# The attributes that hold a field's value; where an element has none of them, its text is the value.
_ATTRIBUTES = {name: field.attributes for name, field in FIELDS.items() if field.attributes}
# The value of a field whose element holds nothing.
_EMPTY = {"paywalled": "true"}
# Why an element that holds nothing but one of these fields is left out of the text. A correction stays: it speaks to
# the reader.
_REASONS = {name: Reason(field.left_out_as) for name, field in FIELDS.items() if field.left_out_as}
# An element of a field of `_REASONS` has at most this many characters (by hand), and is none of the elements `_WHOLE`.
_LONGEST = 600
_WHOLE = frozenset(("html", "body", "main", "article"))
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "data", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "time", "u")
)
# Fields that stand in the head, or on few pages: they do not count for how well a layout fits.
_UNSEEN = frozenset(name for name, field in FIELDS.items() if not field.tells_layout)
# Fields of which a page has one. Where a family's selector hits several elements (each card of a list), or one that
# holds others (the section above the headline), it is not believed: a family knows no theme.
_ONE = frozenset(("title", "subtitle", "published", "modified", "section"))
_MANY = ("captions", "headings")  # the hits of every selector count; of other fields those of the first that hits


def _attribute(node: LexborNode, name: str) -> str:
    attributes = node.attributes
    return next(
        (str(attributes[key]) for key in _ATTRIBUTES.get(name, ("datetime", "content")) if attributes.get(key)), ""
    )


def _text(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def _is_plain(node: LexborNode) -> bool:
    """Whether an element holds nothing but text and inline elements."""
    inner = (element for element in node.css("*") if element.mem_id != node.mem_id)
    return all(element.tag in _INLINE or element.tag in ("br", "wbr") for element in inner)


def _only(node: LexborNode, text: str) -> LexborNode | None:
    """The block-level element whose text is this element's and no more; None where it stands among other text."""
    at: LexborNode | None = node if text and len(text) <= _LONGEST else None
    while at is not None and at.tag in _INLINE:
        at = at.parent if _is_blank(at.prev) and _is_blank(at.next) else None
    return at if at is not None and at.tag not in _WHOLE else None


def _is_blank(beside: LexborNode | None) -> bool:
    """Whether nothing stands beside an element, on one side, but white space."""
    return beside is None or (
        beside.is_text_node and not (beside.text() or "").strip() and (beside.prev is None or beside.next is None)
    )
