"""Style sheets, as far as they tell what a page hides: what an element's `style` declares, and what simple rules of the
page's `<style>` elements do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.patterns import DOTALL, IGNORECASE, Pattern

# Properties with the values that they have, in lower case and without comments.
Declarations = dict[str, str]

# Characters of a `style` attribute that is kept in mind once it was read; longer ones are read each time.
_LONGEST_KEPT = 300
# On which screens a media query holds.
NONE, SOME, ALL = range(3)
# Pixels: the width of the narrowest and of the widest screen that pages are made for (by hand).
_NARROWEST, _WIDEST = 320.0, 2560.0
_COMMENT = Pattern(r"/\*.*?(?:\*/|\Z)", DOTALL)
_ESCAPE = Pattern(r"\\(?:([0-9a-f]{1,6})\s?|([^\n0-9a-f]))", IGNORECASE)
_QUOTED = r"\"[^\"]*+\"?|'[^']*+'?"
# Up to the next semicolon that stands in no brackets and no quotes.
_DECLARATION = Pattern(
    rf"([-_a-z0-9]++)\s*+:((?:[^;()\"']++|{_QUOTED}|\((?:[^()\"']++|{_QUOTED}|\([^()]*+\)?)*+\)?|\))*+)"
)
_IMPORTANT = Pattern(r"!\s*important\s*\Z")
# Values that a browser takes; a declaration with another value is as if it was not there.
_DISPLAY = Pattern(r"(?:none|contents|[a-z-]*(?:block|inline|flex|grid|table|run-in|list-item|ruby|box)[a-z -]*)\Z")
_KEYWORDS = {
    "visibility": frozenset(("visible", "hidden", "collapse")),
    "position": frozenset(("static", "relative", "absolute", "fixed", "sticky")),
    "content-visibility": frozenset(("visible", "hidden", "auto")),
}
_RESET = {"display": "inline", "visibility": "visible", "position": "static", "opacity": "1"}
_RESETTING = frozenset(("initial", "revert", "revert-layer", "unset"))
_NUMBER = Pattern(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?\Z")
_SIDES = ("top", "right", "bottom", "left")
_MEDIA = Pattern(r"\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)(px|r?em)\s*\)")
_ELEMENTS = frozenset(("", "all", "screen", "only screen", "only all"))
_COMPOUND = Pattern(r"([a-z][a-z0-9-]*|\*)?((?:[.#][-_a-z0-9\u0080-\U0010ffff]+)*)\Z")


def declarations(style: str) -> Declarations:
    """What a `style` attribute declares, by property: the last valid one of each, an important one before others.

    >>> declarations("DISPLAY :/**/ None; color: red ! important; color: blue; display: nonsense")
    {'display': 'none', 'color': 'red'}
    """
    return _kept(style) if len(style) <= _LONGEST_KEPT else settle(read(style))


@lru_cache(maxsize=1 << 12)
def _kept(style: str) -> Declarations:
    return settle(read(style))


def settle(declared: Iterable[tuple[str, str, bool]]) -> Declarations:
    """The values that hold, of properties with values in order and whether each is important."""
    values: Declarations = {}
    important = set()
    for name, value, strong in declared:
        if strong:
            important.add(name)
        elif name in important:
            continue
        values[name] = value
    return values


def read(style: str) -> list[tuple[str, str, bool]]:
    """The valid declarations of a `style` attribute, or between the braces of a rule, shorthands in their parts."""
    text = plain(style)
    declared = []
    for match in _DECLARATION.finditer(text):
        value = match[2].strip()
        strong = value.endswith("important") and _IMPORTANT.search(value) is not None
        if strong:
            value = _IMPORTANT.sub("", value).strip()
        declared += [(name, part, strong) for name, part in _parts(match[1].removeprefix("-webkit-"), value)]
    return declared


def plain(text: str) -> str:
    r"""A style sheet in lower case, without comments and escapes.

    >>> plain(r"d\69splay/* no */: NONE")
    'display: none'
    """
    if "/*" in text:
        text = _COMMENT.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: match[2] or _char(match[1]), text)
    return text.lower()


def _char(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that a declaration sets: those of a shorthand, one for any other, none for an invalid value."""
    if value in _RESETTING:
        value = _RESET.get(name, "")
    if name == "display":
        valid = _DISPLAY.match(value) is not None
    elif name in _KEYWORDS:
        valid = value in _KEYWORDS[name]
    else:
        valid = name != "opacity" or _NUMBER.match(uncalculated(value)) is not None
    if not valid:
        return
    if name in ("inset", "margin"):
        sides = value.split()
        places = (0, 1, 2, 3) if len(sides) == 4 else (0, 1, 0, 1) if len(sides) == 2 else (0, 1, 2, 1)
        if 1 <= len(sides) <= 4:
            prefix = "margin-" if name == "margin" else ""
            yield from (
                (f"{prefix}{side}", sides[min(at, len(sides) - 1)] if len(sides) > 1 else sides[0])
                for side, at in zip(_SIDES, places, strict=True)
            )
    elif name == "font":
        size = next((word for word in value.replace("/", " / ").split() if word[0].isdigit() or word[0] == "."), "")
        if size and not size.isdigit():
            yield "font-size", size
        elif size == "0":
            yield "font-size", "0"
    elif name in ("overflow-x", "overflow-y"):
        yield "overflow", value
    elif name == "background":
        yield "background-image", value if "url(" in value or "gradient(" in value else "none"
        yield "background-color", value
    elif name == "animation":
        yield "animation-name", value
    else:
        yield name, value


def uncalculated(value: str) -> str:
    """A value without a `calc()` around a single number.

    >>> uncalculated("calc( 0px )"), uncalculated("calc(1px + 2px)")
    ('0px', 'calc(1px + 2px)')
    """
    if value.startswith("calc(") and value.endswith(")"):
        inner = value[5:-1].strip()
        return value if " " in inner or "*" in inner else inner
    return value


class Rule(NamedTuple):
    """A rule with one simple selector: a tag ("" for any), classes and ids; specificity: its weight, then its place."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    specificity: tuple[int, int, int, int]

    def matches(self, tag: str, classes: frozenset[str], identity: str) -> bool:
        """Whether the rule speaks of an element."""
        return self.tag in ("", tag) and self.classes <= classes and self.ids <= {identity}


def screens(query: str) -> int:
    """On which screens a media query holds: ALL, SOME (by their width) or NONE; NONE, too, for one that is not simple.

    >>> [screens(query) for query in ("screen", "print", "screen and (min-width: 768px)", "(min-width: 1px)")]
    [2, 0, 1, 2]
    """
    return max(_screens(part.strip()) for part in query.lower().split(","))


def _screens(query: str) -> int:
    holds = ALL
    for part in query.split(" and "):
        match = _MEDIA.match(part.strip())
        if match is None:
            if part.strip() not in _ELEMENTS:
                return NONE
            continue
        width = float(match[2]) * (1 if match[3] == "px" else 16)
        if (width > _NARROWEST) if match[1] == "min" else (width < _WIDEST):
            holds = SOME
    return holds


def rules_of(head: str, order: int) -> Iterator[Rule]:
    """The rules of a list of selectors, one for each simple one; order: their place in the style sheet.

    Selectors of several elements, attributes or states are not read: nothing is believed of them.

    >>> [sorted(rule.classes) for rule in rules_of(".a, p.b.c, .d .e, .f:hover", 0)]
    [['a'], ['b', 'c']]
    """
    for part in head.split(","):
        selector = part.strip()
        if " " in selector or ":" in selector:  # most have one of them, and a pattern takes ten times as long to tell
            continue
        match = _COMPOUND.match(selector.lower())
        if match is None or not match[0]:
            continue
        names = match[2].replace("#", ".#").split(".")[1:]
        classes = frozenset(name for name in names if name[:1] != "#")
        ids = frozenset(name[1:] for name in names if name[:1] == "#")
        tag = (match[1] or "").replace("*", "")
        yield Rule(tag, classes, ids, (len(ids), len(classes), bool(tag), order))
