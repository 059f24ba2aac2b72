"""Colours of style sheets, as far as they tell whether text can be seen."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.patterns import Pattern

# How much each of red, green and blue (0…255) may differ in colours that nobody tells apart (by hand).
_ALIKE = 12.0
_HEX = Pattern(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-z])")
_CALL = Pattern(r"(?<![a-z-])(rgb|hsl)a?\(([^()]*)\)")
_WORD = Pattern(r"(?<![\w#.-])([a-z]+)(?![\w(.-])")
_FULL = 255.0
# Names of the colours that pages have behind their text, or give to text that nobody is to see.
_NAMES = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250),
    "azure": (240, 255, 255), "aliceblue": (240, 248, 255), "silver": (192, 192, 192), "gray": (128, 128, 128),
    "grey": (128, 128, 128), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "gainsboro": (220, 220, 220),
    "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0), "navy": (0, 0, 128),
}  # fmt: skip


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and how much of it can be seen (0…1)."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


WHITE = Colour(_FULL, _FULL, _FULL)


def colour(value: str) -> Colour | None:
    """The first colour that a value names; None where it names none that is known.

    >>> colour("#fff0"), colour("rgb(0 0 0 / 0%)"), colour("url(x.png) white")
    (Colour(red=255.0, green=255.0, blue=255.0, alpha=0.0), Colour(red=0.0, green=0.0, blue=0.0, alpha=0.0), \
Colour(red=255.0, green=255.0, blue=255.0, alpha=1.0))
    """
    if (match := _HEX.search(value)) is not None:
        digits = match[1] if len(match[1]) > 4 else "".join(digit * 2 for digit in match[1])
        parts = [float(int(digits[at : at + 2], 16)) for at in range(0, len(digits), 2)]
        return Colour(parts[0], parts[1], parts[2], parts[3] / _FULL if len(parts) > 3 else 1.0)
    if (match := _CALL.search(value)) is not None:
        return _called(match[1], match[2].replace(",", " ").replace("/", " ").split())
    for word in _WORD.findall(value):
        if word == "transparent":
            return Colour(0.0, 0.0, 0.0, 0.0)
        if word in _NAMES:
            return Colour(*map(float, _NAMES[word]))
    return None


def _called(name: str, words: list[str]) -> Colour | None:
    try:
        alpha = _share(words[3]) if len(words) > 3 else 1.0
        if name == "rgb":
            red, green, blue = (float(word[:-1]) * 2.55 if word.endswith("%") else float(word) for word in words[:3])
            return Colour(red, green, blue, alpha)
        light = _share(words[2])
        grey = light in (0.0, 1.0) or _share(words[1]) == 0.0
        return Colour(light * _FULL, light * _FULL, light * _FULL, alpha) if grey or alpha == 0.0 else None
    except (ValueError, IndexError):
        return None


def _share(word: str) -> float:
    return float(word[:-1]) / 100 if word.endswith("%") else float(word)


def are_alike(one: Colour, other: Colour) -> bool:
    """Whether nobody tells two colours apart.

    >>> are_alike(WHITE, Colour(250, 250, 250)), are_alike(WHITE, Colour(200, 200, 200))
    (True, False)
    """
    return all(abs(a - b) <= _ALIKE for a, b in zip(one[:3], other[:3], strict=True))
