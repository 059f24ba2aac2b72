"""What the rules of a page's `<style>` elements hide on a screen: simple rules, for a tag, classes and ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.rules import class_names
from cleaner.segment.colours import WHITE, Colour, are_alike, colour
from cleaner.segment.css import ALL, NONE, Declarations, Rule, declarations, plain, read, rules_of, screens, settle
from cleaner.segment.visibility import FADED, FADED_IN, HIDDEN, SHRUNK, by_style, is_unveiled, own_background

# Characters of style sheets that are read of a page, and of one that is read whole; of a longer one only the rules with
# a word that hides. By hand: 9 of 10 pages have less than the second.
_MOST = 200_000
_WHOLE = 20_000
# Elements around one that are asked for the colour behind its text, by hand.
_STEPS = 40
# Kinds of elements (tag, classes, id) that are kept in mind, by hand.
_KEPT = 4_000
# Names whose rules are looked for, by hand: each looks at all rules.
_MOST_KEYS = 200
# Without one of these a rule hides nothing.
_HIDING_WORDS = (
    "display:none", "display: none", "hidden", "opacity:0", "opacity: 0", "opacity:.", "clip:", "clip-path", "collapse",
    "transparent", "scale(", ":-9", ": -9", "font-size:0", "font-size: 0", "height:0", "height: 0", "width:0",
    "width: 0", "rotate", "matrix", ",0)", ", 0)", "font-size:1px", "scale:",
)  # fmt: skip
# Without one of these, or of those above, a rule shows nothing either that another hides.
_SHOWING_WORDS = ("display", "visibility", "opacity", "position")
# In a short style sheet, whatever stands between.
_ALL_HIDING_WORDS = (*_HIDING_WORDS, "none", "opacity", "clip", ":-", ": -")
# Elements that the rules of a page may not hide: it would be the page.
_ROOTS = frozenset(("html", "body"))
_NOTHING: Declarations = {}


# How class names hide an element: see `PageStyles.asks`.
RULED, NAMED = 1, 2


class Named(dict[str, int]):
    """What `PageStyles.asks` says of each value of a class attribute, asked once a page."""

    def __init__(self, sheets: PageStyles) -> None:
        super().__init__()
        self.ask = sheets.asks

    def __missing__(self, classes: str) -> int:
        said = self[classes] = self.ask(classes)
        return said


class PageStyles:
    """What a page's style sheets and `style` attributes declare.

    hiding: the tags, `.classes` and `#ids` of the rules that hide; shades: the colours that stand behind some text.
    """

    __slots__ = (
        "_bodies",
        "_by_key",
        "_hiders",
        "_kinds",
        "_linked",
        "_parser",
        "_pieces",
        "_places",
        "_telling",
        "hiding",
        "named",
        "shades",
    )

    def __init__(self, parser: LexborHTMLParser | None = None) -> None:
        self.hiding: frozenset[str] = frozenset()
        self.named = Named(self)
        self.shades = [WHITE]
        self._parser = parser
        self._linked: bool | None = None
        self._telling: list[int] | None = None
        self._places: frozenset[str | None] | None = None
        self._pieces: list[tuple[str, str, bool]] = []
        self._bodies: dict[int, tuple[Declarations, Declarations]] = {}
        self._by_key: dict[str, list[Rule]] = {}
        self._hiders: dict[str, list[Rule]] = {}
        self._kinds: dict[tuple[str, str | None, str | None], tuple[Declarations, Declarations]] = {}
        text = _text_of(parser) if parser is not None else ""
        if text:
            self._read(text)

    def _read(self, text: str) -> None:
        """Find the rules that hide, or colour what stands behind text. Others are read when an element needs them."""
        words = tuple(word for word in (_ALL_HIDING_WORDS if len(text) <= _WHOLE else _HIDING_WORDS) if word in text)
        coloured = len(text) <= _WHOLE and "color" in text and not self.linked
        if not words and not coloured:
            return
        self._pieces = list(_pieces(text))
        for order, (head, body, everywhere) in enumerate(self._pieces):
            if not everywhere or not ((coloured and "color" in body) or _holds_any(body, words)):
                continue
            declared = self._declared(order)[0]
            own = colour(declared["color"]) if coloured and "color" in declared else None
            if by_style(declared) or (own is not None and are_alike(own, WHITE)):
                for rule in rules_of(head, order):
                    if rule.tag not in _ROOTS:
                        self._hiders.setdefault(_key(rule), []).append(rule)
            elif "background-color" in declared and (shade := own_background(declared)) is not None:
                self.shades.append(shade)
        self.hiding = frozenset(self._hiders)

    def _declared(self, order: int) -> tuple[Declarations, Declarations]:
        """What a rule declares, and which of that is important."""
        kept = self._bodies.get(order)
        if kept is None:
            declared = read(self._pieces[order][1])
            kept = settle(declared), settle(part for part in declared if part[2])
            self._bodies[order] = kept
        return kept

    def asks(self, classes: str) -> int:
        """Whether class names hide an element by what they are (NAMED), by a rule of the page (RULED), or not (0)."""
        if class_names.is_hidden_by_class(classes):
            return NAMED
        hiding = self.hiding
        return RULED if hiding and any(f".{name}" in hiding for name in classes.lower().split()) else 0

    def speaks_of(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Whether a rule that hides may match an element."""
        hiding = self.hiding
        if tag in hiding:
            return True
        classes, identity = attributes.get("class"), attributes.get("id")
        return (classes is not None and any(f".{name}" in hiding for name in classes.lower().split())) or (
            identity is not None and f"#{identity.lower()}" in hiding
        )

    def declared(self, tag: str, attributes: Mapping[str, str | None]) -> Declarations:
        """What the rules of the page and its `style` attribute declare of an element."""
        style = attributes.get("style")
        own = declarations(style) if style else {}
        if not self._pieces:
            return own
        key = (tag, attributes.get("class"), attributes.get("id"))
        ruled = self._kinds.get(key)
        if ruled is None:
            values: Declarations = {}
            important: Declarations = {}
            for order in self._orders(*key):
                usual, strong = self._declared(order)
                if not self._pieces[order][2] and by_style(usual):
                    continue  # who has a screen of another width sees the element
                values.update(usual)
                important.update(strong)
            ruled = values, important
            if len(self._kinds) < _KEPT:
                self._kinds[key] = ruled
        usual, strong = ruled
        return {**usual, **own, **strong}

    def _orders(self, tag: str, classes: str | None, identity: str | None) -> list[int]:
        """The places of the rules that match an element, the weakest first."""
        names, own_id = frozenset((classes or "").lower().split()), (identity or "").lower()
        keys = [f".{name}" for name in names]
        keys += [f"#{own_id}"] if own_id else []
        keys += [tag] if tag in self.hiding or tag in _ROOTS else []
        rules = {rule for key in keys for rule in self._rules(key) if rule.matches(tag, names, own_id)}
        return [rule.specificity[3] for rule in sorted(rules, key=lambda rule: rule.specificity)]

    def _rules(self, key: str) -> list[Rule]:
        """The rules in whose selector a tag, a class or an id stands."""
        rules = self._by_key.get(key)
        if rules is None:
            rules = []
            if len(self._by_key) >= _MOST_KEYS:
                rules = self._hiders.get(key, rules)
            else:
                if self._telling is None:
                    self._telling = [
                        order
                        for order, (_, body, _) in enumerate(self._pieces)
                        if order in self._bodies or _holds_any(body, _SHOWING_WORDS)
                    ]
                for order in self._telling:
                    head = self._pieces[order][0]
                    if key in head:
                        rules += rules_of(head, order)
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
        if self.hiding and self.speaks_of(tag, attributes):
            declared = self.declared(tag, attributes)
        elif style := attributes.get("style"):
            declared = declarations(style)
        else:
            declared = _NOTHING
        if kind := by_style(declared):
            if kind == SHRUNK:
                return HIDDEN if self._is_shrunk(node) else ""
            return kind if kind != FADED else FADED_IN if is_unveiled(attributes) else HIDDEN
        name = declared.get("color") or (tag == "font" and (attributes.get("color") or "").lower())
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


def _holds_any(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - quicker than any(), and asked of each rule
        if word in text:
            return True
    return False


def _key(rule: Rule) -> str:
    """The name by which a rule is found: its id, one of its classes, or its tag."""
    if rule.ids:
        return f"#{min(rule.ids)}"
    return f".{min(rule.classes)}" if rule.classes else rule.tag


def _text_of(parser: LexborHTMLParser) -> str:
    """The style sheets of a page that hold on a screen, one after another."""
    texts, room = [], _MOST
    for node in parser.tags("style"):
        media = node.attributes.get("media")
        if media and screens(media) < ALL:
            continue
        text = node.text(deep=True) or ""
        if len(text) > room:
            break
        room -= len(text)
        texts.append(text)
    text = "\n".join(texts)
    return plain(text) if len(text) <= _WHOLE or "/*" in text else text


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """The selectors and declarations of the rules that hold on a screen, and whether on a screen of any width."""
    around: list[int] = []  # on which screens the at-rules around hold
    for piece in text.split("}"):
        head, brace, body = piece.rpartition("{")
        if not brace:
            if around:
                around.pop()
            continue
        if "{" in head or "@" in head or ";" in head:
            *outer, head = head.split("{")
            around += [_screens(query.rpartition(";")[2].strip()) for query in outer]
            head = head.rpartition(";")[2]
        if "@" not in head and (held := min(around, default=ALL)):
            yield head, body, held == ALL


def _screens(head: str) -> int:
    """On which screens the rules inside an at-rule hold."""
    name = head.lower()
    if name.startswith("@media"):
        return screens(name[len("@media") :].strip())
    return ALL if name.startswith("@layer") else NONE
