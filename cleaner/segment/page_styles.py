"""What the rules of a page's `<style>` elements hide on a screen: simple rules, for a tag, classes and ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.remembered import remembered
from cleaner.segment.colours import WHITE, Colour, are_alike, colour
from cleaner.segment.css import ALL, Declarations, Rule, declarations
from cleaner.segment.hiding_names import Named, named_alone, names_of
from cleaner.segment.sheet import places_of, sheet_of
from cleaner.segment.visibility import FADED, FADED_IN, HIDDEN, SHRUNK, by_style, is_unveiled, own_background

# Elements around one that are asked for the colour behind its text, by hand.
_STEPS = 40
# Kinds of elements (tag, classes, id) that are kept in mind, by hand.
_KEPT = 4_000
# Names whose rules are looked for, by hand: each looks at all rules.
_MOST_KEYS = 200
# Elements that the rules of a page may not hide: it would be the page.
_ROOTS = frozenset(("html", "body"))
# What a `style` attribute says that hides nothing and names no colour.
_PLAIN: tuple[str, str | None] = ("", None)
# A rule that may hide, by its place in the sheet.
_MayHide: TypeAlias = tuple[Rule, int]


class PageStyles:
    """What a page's style sheets and `style` attributes declare.

    A page has few elements of most rules, so a rule is read when an element may need it.

    tags, ids: of the rules that hide, what each is found by; named: how the names of a class attribute hide; has_rules:
    whether there are any rules that may hide.
    """

    __slots__ = (
        "_by_key",
        "_coloured",
        "_hiders",
        "_hiding_places",
        "_kinds",
        "_linked",
        "_may_hide",
        "_parser",
        "_places",
        "_places_that_may_hide",
        "_shades",
        "_sheet",
        "has_rules",
        "ids",
        "named",
        "tags",
    )

    def __init__(self, parser: LexborHTMLParser | None = None) -> None:
        self.tags: frozenset[str] = frozenset()
        self.ids: frozenset[str] = frozenset()
        self.has_rules = self._coloured = False
        self.named: Callable[[str], int] = named_alone
        self._parser = parser
        self._linked: bool | None = None
        self._places: frozenset[str | None] | None = None
        self._shades: list[Colour] | None = None
        self._by_key: dict[str, list[Rule]] = {}
        self._hiders: dict[str, list[Rule]] = {}
        self._hiding_places: dict[int, bool] = {}
        self._places_that_may_hide: list[int] = []
        self._kinds: dict[tuple[str, str | None, str | None], tuple[Declarations, Declarations]] = {}
        self._may_hide: dict[str, list[_MayHide]] = {}
        self._sheet = sheet_of(parser)
        if self._sheet.text:
            self._find_hiders()

    def _find_hiders(self) -> None:
        """Find the rules that may hide. Others are read when an element needs them."""
        sheet, may_hide = self._sheet, self._may_hide
        self._coloured = "color" in sheet.text and not self.linked
        self._places_that_may_hide = sheet.hiding(self._coloured)
        for place in self._places_that_may_hide:
            for rule in sheet.rules(place):
                if rule.tag not in _ROOTS:
                    may_hide.setdefault(_key(rule), []).append((rule, place))
        if not may_hide:
            return
        self.has_rules = True
        classes = frozenset(key[1:] for key in may_hide if key[:1] == ".")
        if classes:
            self.named = Named(classes, self.hides).__getitem__
        self.ids = frozenset(key[1:] for key in may_hide if key[:1] == "#" and self.hides(key))
        self.tags = frozenset(key for key in may_hide if key[:1] not in (".", "#") and self.hides(key))

    def hides(self, key: str) -> bool:
        """Whether a rule that is found by a tag, `.class` or `#id` hides."""
        return bool(self._hiders_of(key))

    def _hiders_of(self, key: str) -> list[Rule]:
        """The rules that hide of those that are found by a tag, `.class` or `#id`."""
        hiders = self._hiders.get(key)
        if hiders is None:
            hiders = [rule for rule, place in self._may_hide.get(key, ()) if self._is_hiding(place)]
            self._hiders[key] = hiders
        return hiders

    def _is_hiding(self, place: int) -> bool:
        """Whether the rule at a place hides."""
        known = self._hiding_places.get(place)
        if known is None:
            known = self._hiding_places[place] = self._sheet.is_plainly_hidden(place) or self._hides_by_values(place)
        return known

    def _hides_by_values(self, place: int) -> bool:
        declared = self._sheet.declared(place)[0]
        own = colour(declared["color"]) if self._coloured and "color" in declared else None
        return bool(by_style(declared)) or (own is not None and are_alike(own, WHITE))

    @property
    def shades(self) -> list[Colour]:
        """The colours that stand behind some text."""
        if self._shades is None:
            self._shades = [WHITE]
            for place in self._places_that_may_hide:
                if not self._is_hiding(place):
                    declared = self._sheet.declared(place)[0]
                    if "background-color" in declared and (shade := own_background(declared)) is not None:
                        self._shades.append(shade)
        return self._shades

    def speaks_of(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether a rule that hides may match an element."""
        if tag in self.tags:
            return True
        if (classes := attributes.get("class")) and self.named(classes):
            return True
        return bool(self.ids) and (attributes.get("id") or "").lower() in self.ids

    def declared(self, tag: str, attributes: Mapping[str, str | None]) -> Declarations:
        """What the rules of the page and its `style` attribute declare of an element."""
        style = attributes.get("style")
        own = declarations(style) if style else {}
        if not self._sheet.text:
            return own
        key = (tag, attributes.get("class"), attributes.get("id"))
        ruled = self._kinds.get(key)
        if ruled is None:
            ruled = self._ruled(*key)
            if len(self._kinds) < _KEPT:
                self._kinds[key] = ruled
        usual, strong = ruled
        return {**usual, **own, **strong}

    def _ruled(self, tag: str, classes: str | None, identity: str | None) -> tuple[Declarations, Declarations]:
        """What the rules that match an element declare, and which of that is important."""
        names, own_id = frozenset(names_of(classes or "")), (identity or "").lower()
        keys = [f".{name}" for name in names]
        keys += [f"#{own_id}"] if own_id else []
        keys += [tag] if tag in self.tags or tag in _ROOTS else []
        rules = {rule for key in keys for rule in self._rules(key) if rule.matches(tag, names, own_id)}
        values: Declarations = {}
        important: Declarations = {}
        for place in places_of(rules):
            usual, strong = self._sheet.declared(place)
            if self._sheet.screens_of(place) != ALL and by_style(usual):
                continue  # who has a screen of another width sees the element
            values.update(usual)
            important.update(strong)
        return values, important

    def _rules(self, key: str) -> list[Rule]:
        """The rules in whose selector a tag, a class or an id stands."""
        rules = self._by_key.get(key)
        if rules is None:
            rules = self._hiders_of(key) if len(self._by_key) >= _MOST_KEYS else self._sheet.rules_with(key)
            self._by_key[key] = rules
        return rules

    @property
    def linked(self) -> bool:
        """Whether the page has style sheets elsewhere, too."""
        if self._linked is None:
            self._linked = self._parser is not None and self._parser.css_matches("link[rel~=stylesheet i]")
        return self._linked

    def kind(self, node: LexborNode, tag: str, attributes: Mapping[str, str | None]) -> str:
        """How style sheets keep an element's text from being seen: HIDDEN, READER, FADED_IN, or "" where it is seen."""
        if self.has_rules and self.speaks_of(tag, attributes):
            declared = self.declared(tag, attributes)
            kind, name = by_style(declared), declared.get("color")
        else:
            style = attributes.get("style")
            kind, name = _of_style(style) if style else _PLAIN
        if kind:
            if kind == SHRUNK:
                return HIDDEN if self._is_shrunk(node) else ""
            return kind if kind != FADED else FADED_IN if is_unveiled(attributes) else HIDDEN
        if tag == "font":
            name = name or (attributes.get("color") or "").lower()
        own = colour(name) if name else None
        return HIDDEN if own is not None and self.is_lost(node, own) else ""

    def _is_shrunk(self, node: LexborNode) -> bool:
        """Whether all text in an element has the size of its type: it stands right in it, or in elements of which
        nobody says another size.
        """
        inner: list[LexborNode] = []
        child = node.child
        for _ in range(_STEPS):
            if child is None:
                break
            if child.is_text_node and not child.is_empty_text_node:
                return True
            if child.is_element_node:
                inner.append(child)
            child = child.next
        for element in inner[:_STEPS]:
            for number, at in enumerate(element.traverse()):
                if number > _STEPS:
                    break
                attributes = at.attributes
                named = "class" in attributes or "id" in attributes
                if (named and self.linked) or "font-size" in self.declared(at.tag or "", attributes):
                    return False
        return True

    def is_streamed(self, attributes: Mapping[str, str | None]) -> bool:
        """Whether a hidden element is a part of the page that React sends late (`S:4`), and whose place in the page
        waits for it (`<template id="B:4">`, or `P:4`): a script puts it there.
        """
        identity = attributes.get("id") or ""
        if "hidden" not in attributes or identity[:2] != "S:":
            return False
        if self._places is None:
            places = self._parser.tags("template") if self._parser is not None else []
            self._places = frozenset(place.attributes.get("id") for place in places)
        return f"B:{identity[2:]}" in self._places or f"P:{identity[2:]}" in self._places

    def is_lost(self, node: LexborNode, own: Colour) -> bool:
        """Whether text of a colour can't be told from what stands behind it, as far as the page itself says.

        Nothing is believed where an element between has a class or an id that a style sheet elsewhere may speak of.
        """
        if not any(are_alike(own, shade) for shade in self.shades):
            return False
        at: LexborNode | None = node
        for _ in range(_STEPS):
            if at is None or not at.is_element_node:
                return are_alike(own, WHITE)
            attributes = at.attributes
            declared = self.declared(at.tag or "", attributes)
            if declared.get("background-image", "none") not in ("none", ""):
                return False
            shade = own_background(declared) or colour((attributes.get("bgcolor") or "").lower())
            if shade is not None:
                return are_alike(own, shade)
            if ("class" in attributes or "id" in attributes or at is node) and self.linked:
                return False
            at = at.parent
        return False


def _read_style(style: str) -> tuple[str, str | None]:
    """How a `style` attribute keeps text from being seen (see `by_style`), and the colour that it names."""
    declared = declarations(style)
    return by_style(declared), declared.get("color")


_of_style = remembered(_read_style, 1 << 12)


def _key(rule: Rule) -> str:
    """The name by which a rule is found: its id, one of its classes, or its tag."""
    if rule.ids:
        return f"#{min(rule.ids)}"
    return f".{min(rule.classes)}" if rule.classes else rule.tag
