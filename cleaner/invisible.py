"""Characters that nobody sees: which of them a text needs, and which could only carry what no reader is to see.

A text may be read by a machine that obeys it, so a character stays only where it changes what a person sees: joiners in
scripts that join, selectors behind a sign that has variants, marks of direction in pairs.
"""

from __future__ import annotations

import re

import regex

from cleaner.patterns import Pattern

# Never needed: soft hyphens, spaces and joiners of no width, fillers, controls of C1, deprecated format characters,
# annotations, shorthand and musical controls, and code points that are no characters. Private use stays: fonts draw it.
_NEVER = (
    r"\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff\u180e\u17b4\u17b5\u3164\uffa0\x80-\x84\x86-\x9f"
    r"\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e01f0-\U000e0fff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
)
_BIDI = r"\u202a-\u202e\u2066-\u2069"
_SOMETIMES = rf"\u034f\u061c\u115f\u1160\u180b-\u180d\u180f\u200c-\u200f{_BIDI}\ufe00-\ufe0f\U000e0000-\U000e01ef"
_ANY = Pattern(f"[{_NEVER}{_SOMETIMES}]")
# Those that Python calls printable. Under `re`, which is quicker here than `regex`.
_PRINTABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\uffa0\ufe00-\ufe0f\U0001d173-\U0001d17a\U000e0100-\U000e01ef]"
)
# The three flags that are spelt in tags: England, Scotland and Wales.
_FLAG = (
    r"(?<=\U0001f3f4)\U000e0067\U000e0062"
    r"(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
# ZWNJ and ZWJ shape Arabic, Indic and Khmer letters and join emoji; between other characters they are noise.
_JOINING = "".join(
    rf"\p{{Script={name}}}"
    for name in (
        "Arabic", "Syriac", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada",
        "Malayalam", "Sinhala", "Khmer", "Mongolian",
    )
)  # fmt: skip
# Signs with variants: ideographs, marks of East Asian and mathematical text, Myanmar, Phags-pa.
_VARIANTS = (
    r"\p{Ideographic}\u2018-\u201d\u2200-\u22ff\u2a00-\u2aff\u1000-\u109f\ua840-\ua87f\u3000-\u303f\uff00-\uffef"
)
_KEPT = "|".join((
    _FLAG,
    rf"(?<=[{_JOINING}])[\u200c\u200d]",
    r"(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})",
    r"(?<=\p{Emoji})[\ufe0e\ufe0f]",
    rf"(?<=[{_VARIANTS}])[\ufe00-\ufe02]",
    r"(?<=\p{Ideographic})[\U000e0100-\U000e01ef]",
    r"(?<=\p{Script=Mongolian})[\u180b-\u180d\u180f]",
    r"\u115f(?=[\u1161-\u11a7])",
    r"(?<=[\u1100-\u115e])\u1160",
    r"(?<=\p{M})\u034f(?=\p{M})",
    r"[\u200e\u200f\u061c](?![\u200e\u200f\u061c])",
))  # fmt: skip
_SIGN = Pattern(f"({_KEPT})|([{_BIDI}])|[{_NEVER}{_SOMETIMES}]")
_RIGHT_TO_LEFT = Pattern(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_OPENING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_CLOSING = {"\u202c": frozenset("\u202a\u202b\u202d\u202e"), "\u2069": frozenset("\u2066\u2067\u2068")}
# Levels of direction that a text may have (Unicode's own bound).
_DEEPEST = 125


def has_invisible(text: str) -> bool:
    """Whether a text holds any character that `strip_invisible` may take away."""
    return _ANY.search(text) is not None


def has_invisible_letters(text: str) -> bool:
    """The same for a text that Python calls printable: then only fillers and selectors are left to look for."""
    return _PRINTABLE.search(text) is not None


def strip_invisible(text: str) -> str:
    """A text without the characters that nobody sees and that change nothing which anybody sees.

    >>> strip_invisible("pass\u00adword\u200b \U000e0068\U000e0069"), strip_invisible("\u202eabc\u202c")
    ('password ', 'abc')
    """
    if not has_invisible(text):
        return text
    directed = _paired(text) if _RIGHT_TO_LEFT.search(text) else frozenset()

    def keep(match: regex.Match[str]) -> str:
        if match[2] is not None:
            return match[2] if match.start() in directed else ""
        return match[1] or ""

    return _SIGN.sub(keep, text)


def _paired(text: str) -> frozenset[int]:
    """The places of the embeddings, overrides and isolates that end within their line, and of their ends."""
    places: set[int] = set()
    opened: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char == "\n":
            opened.clear()
        elif char in _OPENING:
            if len(opened) < _DEEPEST:
                opened.append((char, at))
        elif (starts := _CLOSING.get(char)) is not None and opened and opened[-1][0] in starts:
            places.update((opened.pop()[1], at))
    return frozenset(places)
