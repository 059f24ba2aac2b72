"""Mend a block's text where its pieces, set one after another, would read otherwise than they look: figures that run
into each other, raised signs, signs that nobody sees.

>>> parts = ["10", "-4", " grams"]
>>> mend(parts, [Seam(RAISED, 1, 2)]), "".join(parts)
([], '10⁻⁴ grams')
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cleaner.model import Struck
from cleaner.patterns import Pattern
from cleaner.segment.hyphens import UNSPACED

# What a seam is. At a gap something stands that is no text (a picture) or was taken out; at an unseen span text that is
# read aloud alone. Raised and lowered spans are set above and below the line. A shown span is seen, but not read aloud.
# Between items and between links no text of their own stands, and they are short; runs are longer, inside a paragraph.
GAP, UNSEEN, RAISED, LOWERED, SHOWN, ITEMS, LINKS, RUNS = range(8)

BREAK = "\0"  # a parser drops NUL from text, so it can stand for <br>

# Characters that nobody sees, and that go when a text is normalized.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_UP = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_DOWN = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
# Characters of unseen text that may be a sign between digits ("4/3", "£12.50"): one or two, by hand.
_LONGEST_SIGN = 2
# Signs behind which a space is due.
PAUSES = frozenset(",.;:!?")
# Signs with which a figure may go on, and a sentence end.
_POINTS = ".,:"
# A price up to its point: small figures behind it are its cents. And its currency behind it.
_PRICE = Pattern(r"\p{Sc}[ \u00a0]?\d[\d.,]*+$")
_CURRENCY_BEHIND = Pattern(r"[ \u00a0]?(?:\p{Sc}|(?:EUR|USD|GBP|CHF|Euro)\b)")
_CENTS = 2
# Characters: how far a price or a neighbour is looked for; and how many invisible ones, or empty parts, are passed. By
# hand.
_REACH = 24
EMPTY = 8
# Characters of a block that is not read aloud from which on it is text, whoever hears it. By hand.
_SENTENCE = 80
# Signs that stay at the edge of a block although they are not read aloud: those that belong to a sentence or a figure.
_OF_SENTENCES = Pattern(r"[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Sc}\"'.,;:!?…。、！？%‰°′″]+")
_PICTOGRAM = Pattern(r"[\p{So}\p{Sk}\p{Co}\p{Cn}\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u200b\ufe0f\s]+")


def shifted(text: str, kind: int) -> str | None:
    """A text in raised or lowered digits; None where it holds more than digits and signs.

    >>> shifted("-4", RAISED), shifted("12", LOWERED), shifted("n", RAISED)
    ('⁻⁴', '₁₂', None)
    """
    set_so = _shift(text, kind)
    return set_so if text and set(set_so).isdisjoint(text) else None


def _shift(text: str, kind: int) -> str:
    """A text with its digits and signs raised or lowered; letters stay as they are."""
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return text.translate(_UP if kind == RAISED else _DOWN)


# Seams within one another that are looked at: each reads the text of all in it. By hand.
_MOST_NESTED = 8


class Seam:
    """A place in a block's text: of what kind, and the parts from which to which it goes.

    A gap and an unseen span have an empty part of their own; struck: the span that holds the unseen text.
    """

    __slots__ = ("end", "kind", "start", "struck")

    def __init__(self, kind: int, start: int, end: int, struck: Struck | None = None) -> None:
        self.kind, self.start, self.end, self.struck = kind, start, end, struck


def mend(parts: list[str], seams: Sequence[Seam]) -> list[str]:
    """Change the parts of a block's text at its seams, in place; returns the icons that were taken out.

    What is kept of unseen text leaves its struck span.
    """
    icons: list[str] = []
    signs = {seam.start for seam in seams if seam.kind <= UNSEEN and _fill(parts, seam)}
    ends: list[int] = []  # of the seams around this one
    for seam in seams:
        while ends and ends[-1] <= seam.start:
            ends.pop()
        if len(ends) >= _MOST_NESTED:
            continue
        ends.append(seam.end)
        if seam.kind in (RAISED, LOWERED):
            if _touches_figure(parts, seam, signs):
                parts[seam.start : seam.end] = [_shift(part, seam.kind) for part in parts[seam.start : seam.end]]
        elif seam.kind == SHOWN:
            if _is_icon(parts, seam):
                icons.append("".join(parts[seam.start : seam.end]))
                parts[seam.start : seam.end] = [" " if part.isspace() else "" for part in parts[seam.start : seam.end]]
        elif seam.kind >= ITEMS and seam.start < len(parts) and _are_apart(parts, seam):
            parts[seam.start] = f"{BREAK if seam.kind == LINKS else ' '}{parts[seam.start]}"
    return icons


def is_unheard(parts: Sequence[str], seams: Sequence[Seam]) -> bool:
    """Whether all of a block's text, and no sentence, stands where it is not read aloud."""
    at = 0
    for seam in seams:
        if seam.kind == SHOWN and seam.end > at:
            if any(part.strip() for part in parts[at : seam.start]):
                return False
            at = seam.end
    return at > 0 and sum(map(len, parts)) < _SENTENCE and not any(part.strip() for part in parts[at:])


def _before(parts: Sequence[str], at: int, reach: int = 1) -> str:
    """The last characters of the text before a part."""
    return "".join(parts[max(0, at - reach - EMPTY) : at])[-reach - EMPTY :].translate(INVISIBLE)[-reach:]


def _after(parts: Sequence[str], at: int, reach: int = 1) -> str:
    """The first characters of the text from a part on."""
    return "".join(parts[at : at + reach + EMPTY])[: reach + EMPTY].translate(INVISIBLE)[:reach]


def _fill(parts: list[str], seam: Seam) -> bool:
    """Fill the empty part of a gap or an unseen span; returns whether a sign went there."""
    left, right = _before(parts, seam.start), _after(parts, seam.end)
    unseen = seam.struck.text if seam.struck is not None else ""
    if _is_of_figure(left) and _is_of_figure(right):
        sign = "".join(unseen.split())
        if 0 < len(sign) <= _LONGEST_SIGN and not any(char.isalnum() or _is_currency(char) for char in sign):
            parts[seam.start] = sign
            if seam.struck is not None:
                seam.struck.text = ""
            return True
        if left.isdigit() and (right.isdigit() or seam.struck is None):
            parts[seam.start] = " "
    elif left.isalnum() and right.isalnum() and unseen[:1].isspace() and unseen[-1:].isspace():
        parts[seam.start] = " "
    return False


def _is_currency(char: str) -> bool:
    return char != "" and unicodedata.category(char) == "Sc"


def _is_of_figure(char: str) -> bool:
    return char.isdigit() or _is_currency(char)


def _touches_figure(parts: Sequence[str], seam: Seam, signs: set[int]) -> bool:
    """Whether the digits of a raised or lowered span would run into those before or behind it.

    They don't where a sign stands between them that is only read aloud, nor as the cents of a price. A point after
    which a note's mark stands ends a sentence.
    """
    text = "".join(parts[seam.start : seam.end])
    if text[-1:].isdigit() and _after(parts, seam.end).isdigit():
        return True
    if not (text[:1].isdigit() or (text[:1] in _SIGNED and text[1:2].isdigit())) or seam.start - 1 in signs:
        return False
    before = _before(parts, seam.start, 2)
    if before[-1:].isdigit() or (before[-1:] in _SLASHES and before[:1] in _RAISED_DIGITS):
        return True
    if before[-1:] not in _POINTS or not before[:1].isdigit():
        return False
    if len(text) != _CENTS:
        return True
    if before[-1] == ":":
        return False
    return not (
        _PRICE.search(_before(parts, seam.start, _REACH)) or _CURRENCY_BEHIND.match(_after(parts, seam.end, _REACH))
    )


_SIGNED = frozenset("+-−–")
# A fraction behind a whole number ("2¹/₂").
_SLASHES = frozenset("/⁄")
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def _is_icon(parts: Sequence[str], seam: Seam) -> bool:
    """Whether what is not read aloud is an icon: a pictogram, or a sign at the edge of the block.

    Signs of a sentence or a figure are none, nor is any sign between digits.
    """
    text = "".join(parts[seam.start : seam.end]).strip()
    if not text or any(char.isalnum() for char in text):
        return False
    before, after = _before(parts, seam.start, _REACH).rstrip(), _after(parts, seam.end, _REACH).lstrip()
    if before[-1:].isdigit() and after[:1].isdigit():
        return False
    return bool(_PICTOGRAM.fullmatch(text)) or ((not before or not after) and not _OF_SENTENCES.fullmatch(text))


def _are_apart(parts: Sequence[str], seam: Seam) -> bool:
    """Whether words on both sides of a boundary between inline elements are two.

    Single letters are the beginning of a word (a drop cap) or part of one, and some scripts have no spaces. In a
    paragraph only a word with a capital after small letters or a figure is known to be another, and a figure after
    small letters. A comma or a full stop ends a word.
    """
    before, after = _before(parts, seam.start, 2), _after(parts, seam.start, 2)
    left, right = before[-1:], after[:1]
    if left.isalnum() and _is_currency(right) and after[1:].isdigit():
        return True
    if not right.isalnum() or UNSPACED.match(left) or UNSPACED.match(right):
        return False
    if left in PAUSES:
        return right.isalpha() and (left != "." or right.isupper())
    if seam.kind == RUNS:
        small = before.islower() and before.isalpha() and len(before) > 1
        return (small and right.isdigit()) or ((small or left.isdigit()) and right.isupper() and after[1:].islower())
    return ((before.isalnum() and len(before) > 1) or left.isdigit()) and (
        (after.isalnum() and len(after) > 1) or right.isdigit()
    )
