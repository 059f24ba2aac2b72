"""Whether a sighted reader sees an element's text, by its attributes and by what style sheets declare of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from cleaner.patterns import Pattern
from cleaner.segment.colours import Colour, are_alike, colour
from cleaner.segment.css import Declarations, uncalculated

# How text is not shown: to nobody; to those who listen alone; not yet, since it may fade in; not yet, and it moves in;
# until a reader unfolds it.
HIDDEN, READER, FADED, FADED_IN, FOLDED = "hidden", "reader", "faded", "faded in", "folded"
# Not read aloud, and mostly not seen; in type that is too small unless what stands in it has another size.
UNHEARD, SHRUNK = "unheard", "shrunk"
_UNSEEN = frozenset(("hidden", "collapse"))
# What is declared of an element that a script moves to its place while it fades in.
_MOVING = frozenset(("transform", "transition", "animation-name", "will-change", "translate"))
# Parts of class names, and data, by which scripts of wide use know such elements. WOW, AOS, Animate.css, Divi,
# Elementor, Webflow, ScrollReveal, Sal.
_FADING = frozenset(
    "animate animated animation wow aos fade fadein reveal lazy lazyload lazyloaded lazyloading inview sal "
    "elementor".split()
)
_FADING_DATA = frozenset(
    ("data-aos", "data-w-id", "data-animate", "data-animation", "data-sal", "data-sr-id", "data-wow-delay")
)

# All numbers are by hand. Opacity up to which text can't be seen.
_FAINT = 0.05
# Pixels of the largest type that can't be read, and of what is set away from the page.
_SMALL = 1.9
_FAR = 499.0
# Of what stands to the right, where pages may be wide.
_FAR_RIGHT = 4999.0
# Percent of a clip from each side that leaves nothing; of the width that is off the page for what is placed freely.
_HALF, _WHOLE = 49.5, 100.0
# Pixels of the box that is no larger than a dot.
_DOT = 1.5
# Pixels of the other units; percent as of a narrow column, so that a slide of a row of slides is not taken away.
_UNITS = {
    "": 1.0, "px": 1.0, "pt": 1.33, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.8, "em": 16.0, "rem": 16.0, "ch": 8.0,
    "ex": 8.0, "vw": 10.0, "vh": 8.0, "vmin": 8.0, "vmax": 10.0, "%": 4.0,
}  # fmt: skip
_LENGTH = Pattern(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)([a-z]*|%)\Z")
_CALL = Pattern(r"([a-z0-9-]+)\(([^()]*)\)")
_PLACED = frozenset(("absolute", "fixed"))
_CLIPPING = frozenset(("hidden", "clip", "scroll", "auto"))
# Attributes that hide whatever their value.
_CLOSING = frozenset(("popover", "inert"))
# The value of `hidden` that a search in the page, and so a reader, opens.
_UNTIL_FOUND = "until-found"


def by_attributes(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether the attributes say that an element is not shown: `hidden`, `popover` or `inert`, or a closed dialogue."""
    if "hidden" in attributes:
        return (attributes["hidden"] or "").strip().lower() != _UNTIL_FOUND
    return not _CLOSING.isdisjoint(attributes) or (tag == "dialog" and "open" not in attributes)


def by_style(declared: Declarations) -> str:
    """How declarations keep an element's text from being seen: HIDDEN, READER (clipped, or beside the page), FADED,
    FADED_IN, SHRUNK, or "" where it is seen.

    >>> by_style({"display": "none"}), by_style({"position": "absolute", "left": "-9999px"}), by_style({"color": "red"})
    ('hidden', 'reader', '')
    """
    if not declared:
        return ""
    if declared.get("display") == "none" or declared.get("content-visibility") == "hidden":
        return HIDDEN
    for name, set_aside in _PLACES:
        if name in declared and set_aside(declared):
            return READER
    for name, test in _TESTS:
        if name in declared and test(declared[name], declared):
            return HIDDEN
    if _is_small(declared.get("font-size", "")):
        return SHRUNK
    if declared.get("visibility") in _UNSEEN or _is_faint(declared.get("opacity", "1"), declared):
        return FADED if _MOVING.isdisjoint(declared) else FADED_IN
    return ""


@lru_cache(maxsize=1 << 12)
def is_faded_in(classes: str) -> bool:
    """Whether by its class names a script shows an element when a reader comes to it.

    >>> is_faded_in("et_pb_row et_animated"), is_faded_in("lead")
    (True, False)
    """
    return not _FADING.isdisjoint(classes.lower().replace("_", " ").replace("-", " ").split())


def is_unveiled(attributes: Mapping[str, str | None]) -> bool:
    """Whether a script shows an element that starts faded, by its class names or data."""
    classes = attributes.get("class")
    return not _FADING_DATA.isdisjoint(attributes) or bool(classes and is_faded_in(classes))


def _number(value: str) -> float | None:
    value = uncalculated(value)
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else float(value)
    except ValueError:
        return None


def _length(value: str | None) -> tuple[float, str] | None:
    """The number and the unit of a length."""
    match = _LENGTH.match(uncalculated(value)) if value else None
    return (float(match[1]), match[2]) if match is not None else None


def pixels(value: str | None) -> float | None:
    """About how many pixels a length is; None for what is none.

    >>> pixels("-99em"), pixels("0"), pixels("auto")
    (-1584.0, 0.0, None)
    """
    length = _length(value)
    if length is None or length[1] not in _UNITS:
        return None
    return length[0] * _UNITS[length[1]]


def _is_faint(value: str, _: Declarations) -> bool:
    number = _number(value)
    return number is not None and number <= _FAINT


def _is_small(value: str) -> bool:
    length = _length(value)
    if length is None or length[0] < 0:
        return False
    number, unit = length
    size = number * 0.16 if unit == "%" else number * _UNITS.get(unit, 16.0)
    return size < _SMALL and (bool(unit) or number == 0)


def _is_nothing(value: str | None) -> bool:
    size = pixels(value)
    return size is not None and size <= 0


def _is_dot(value: str | None) -> bool:
    size = pixels(value)
    return size is not None and size <= _DOT


def _is_closed(_: str, declared: Declarations) -> bool:
    """Whether a box that cuts off what does not fit in is of no size."""
    if _CLIPPING.isdisjoint(declared["overflow"].split()):
        return False
    height = declared.get("max-height", declared.get("height"))
    width = declared.get("max-width", declared.get("width"))
    flat = any(_is_nothing(declared.get(name)) for name in _SIZES) or (_is_dot(height) and _is_dot(width))
    # Padding would give room again; only a box of no height whose lines have none is certain without it.
    return flat or _is_nothing(declared.get("line-height"))


_SIZES = (
    "height",
    "max-height",
    "width",
    "max-width",
    "block-size",
    "inline-size",
    "max-block-size",
    "max-inline-size",
)


def _is_turned_away(value: str, declared: Declarations) -> bool:
    """Whether a transformation shrinks an element to nothing, turns its edge to the reader, or moves it far away."""
    for name, inner in _CALL.findall(value):
        numbers = inner.replace(",", " ").split()
        if name.startswith("scale") and any(
            _number(number) == 0 for number in numbers[: 1 if name[5:] in _AXES else 2]
        ):
            return True
        if name == "matrix" and len(numbers) == 6 and all(_number(numbers[at]) == 0 for at in (0, 1, 2, 3)):
            return True
        if name in ("rotatex", "rotatey") and numbers:
            turned = numbers[0].removesuffix("deg")
            if turned in ("90", "-90", "270") or (turned == "180" and declared.get("backface-visibility") == "hidden"):
                return True
        if name.startswith("translate") and any(_is_far(number) for number in numbers[:2]):
            return True
    return False


_AXES = frozenset(("x", "y"))


def _is_scaled(value: str, _: Declarations) -> bool:
    return any(_number(number) == 0 for number in value.split()[:2])


def _is_moved(value: str, _: Declarations) -> bool:
    return any(_is_far(number) for number in value.split()[:2])


def _is_far(value: str) -> bool:
    distance = pixels(value)
    return distance is not None and (distance < -_FAR or distance > _FAR_RIGHT)


def _is_clear(value: str, declared: Declarations) -> bool:
    """Whether text has a colour that can't be seen, and its letters are no window to a picture behind it."""
    own = colour(value)
    if declared.get("background-clip") == "text":
        return False
    if name_of_fill in declared and value != declared[name_of_fill]:
        return False  # the fill of the letters goes before their colour
    if own is None:
        return False
    if own.alpha <= _FAINT:
        return True
    behind = own_background(declared)
    return behind is not None and are_alike(own, behind)


name_of_fill = "text-fill-color"


def own_background(declared: Declarations) -> Colour | None:
    """The colour that an element's declarations set behind its text; None where none, a picture, or a clear one."""
    if declared.get("background-image", "none") not in ("none", ""):
        return None
    behind = colour(declared.get("background-color", ""))
    return behind if behind is not None and behind.alpha > _FAINT else None


def _is_filtered(value: str, _: Declarations) -> bool:
    return any(name == "opacity" and _is_faint(inner.strip(), {}) for name, inner in _CALL.findall(value))


_TESTS: tuple[tuple[str, Callable[[str, Declarations], bool]], ...] = tuple({
    "font-size-adjust": _is_scaled, "overflow": _is_closed,
    "transform": _is_turned_away, "scale": _is_scaled, "translate": _is_moved, "color": _is_clear,
    name_of_fill: _is_clear, "filter": _is_filtered,
}.items())  # fmt: skip


def _is_off(name: str) -> Callable[[Declarations], bool]:
    """Whether a property sets an element, or its text, far beside the page."""

    def test(declared: Declarations) -> bool:
        distance = pixels(declared[name])
        if distance is None:
            return False
        if name in _OFFSETS:
            position = declared.get("position")
            if position == "static":
                return False
            length = _length(declared[name])
            if position in _PLACED and length is not None and length[1] == "%" and length[0] <= -_WHOLE:
                return True
        return distance < -_FAR or (name in _RIGHTWARD and distance > _FAR_RIGHT)

    return test


_OFFSETS = frozenset(("left", "right", "top", "bottom"))
_RIGHTWARD = frozenset(("left", "text-indent", "margin-left"))


def _is_clipped(declared: Declarations) -> bool:
    if declared.get("position") in ("static", "relative"):
        return False
    calls = _CALL.findall(declared["clip"])
    sides = [pixels(side) for side in calls[0][1].replace(",", " ").split()] if calls else []
    if len(sides) != 4 or any(side is None for side in sides):
        return False
    top, right, bottom, left = (side or 0.0 for side in sides)
    return bottom - top <= _DOT or right - left <= _DOT


def _is_cut_away(declared: Declarations) -> bool:
    calls = _CALL.findall(declared["clip-path"])
    if not calls:
        return False
    name, inner = calls[0]
    words = inner.split(" round ")[0].replace(",", " ").split()
    if name == "inset":
        sides = [_length(word) for word in words[:4]]
        return bool(sides) and all(side is not None and _takes_half(*side) for side in sides)
    if name in ("circle", "ellipse"):
        return bool(words) and _is_nothing(words[0])
    if name == "polygon":
        return len(words) >= 2 and len({(a, b) for a, b in zip(words[::2], words[1::2], strict=False)}) == 1
    return name == "rect" and bool(words) and all(_is_nothing(word) for word in words[:4])


def _takes_half(number: float, unit: str) -> bool:
    return number >= _HALF if unit == "%" else number * _UNITS.get(unit, 1.0) > _FAR


_PLACES: tuple[tuple[str, Callable[[Declarations], bool]], ...] = (
    ("clip", _is_clipped), ("clip-path", _is_cut_away),
    *((name, _is_off(name)) for name in (*sorted(_OFFSETS), "text-indent", "margin-left", "margin-top", "margin-right",
                                         "letter-spacing")),
)  # fmt: skip
