"""Photo credits at the end of captions, and the keys under which captions are compared with their copies."""

from __future__ import annotations

from functools import lru_cache

import regex

from cleaner.folding import fold
from cleaner.lines.agencies import agencies, pattern
from cleaner.patterns import IGNORECASE, Pattern, either

# Characters. A copy cut short is told from chance by its length: of 39,050 lines of gold bodies 80 that are as long
# begin another (python -m training.thresholds).
CUT = 25
# Characters; a longer line is no caption. By hand.
LONGEST = 1000
# Characters at a line's end in which a credit is looked for. By hand.
_LONGEST_CREDIT = 120
# Characters; a line that is shorter holds nothing but its credit. By hand.
_SHORTEST_CREDITED = 15

_CREDIT_WORDS = ("photo", "photograph", "image", "picture", "credit", "source", "courtesy")
_LABEL = rf"{either(_CREDIT_WORDS)}s?\s*(?:by|:|of)\s*"
_NAME_AND_AGENCY = r"(?<=[.!?][\"”’']? )[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3} / [\p{L}][\p{L} ]{2,30}"
_BRACKETED_PHOTO = r"(?i:file photo|photo|image|illustration|screengrab)"


def _credit() -> str:
    """The pattern of a credit at the end of a line that is known for a caption."""
    agency = rf"{pattern('photos', 'captions')}(?:\s*/\s*[\w .]{{2,40}})?"
    forms = (r"\([^()]{0,60}\)", r"\[[^\[\]]{2,60}\]", rf"{_LABEL}[^.]{{2,60}}", _NAME_AND_AGENCY, agency)
    return rf"[\s,.;|–—-]*(?:{'|'.join(forms)})\s*\.?$"


def _photo_credit() -> str:
    """The pattern of a credit that only photos have. "(Reuters)" after a full stop signs a report."""
    agency = rf"(?:{pattern('photos')}|{_BRACKETED_PHOTO})"
    in_brackets = rf"(?<![.!?][\"”’]?) ?\((?:[^()]{{0,60}}[ /])?{agency}(?:[ /:,][^()]{{0,60}})?\)\.?$"
    name_and_agency = r"\[[^\[\]]{2,60}/[^\[\]]{2,60}\]$"
    labelled = r"(?i:\b(?:photo(?:graph)?|image|picture)s?(?: credit)?(?: by|:)) [^.]{2,60}$"
    return f"{in_brackets}|{name_and_agency}|{labelled}"


_CREDIT, _PHOTO_CREDIT = Pattern(_credit, IGNORECASE), Pattern(_photo_credit)
_LEADING_LABEL = Pattern(rf"^{_LABEL}", IGNORECASE)
_BULLET = Pattern(r"^[-*•·‣▪◦–+] ")
_TRIM = " .,;:!?…\"'()[]|-/"


@lru_cache(maxsize=1)
def _signs() -> tuple[str, ...]:
    """What a credit holds unless it ends in a bracket, in small letters: it spares most lines the patterns."""
    places = agencies().places
    names = (name.casefold() for place in ("photos", "captions") for name in places[place])
    return ("photo", "image", "picture", "credit", "source", "courtesy", " / ", *names)


def opening_key(text: str) -> str:
    """The first 25 characters of a line's `caption_key`, under which copies are looked up.

    >>> opening_key("“The quay at Low Fell, seen from the mill.”")
    'the quay at low fell, see'
    """
    return _BULLET.sub("", fold(text[: 2 * CUT + 10])).lstrip(_TRIM)[:CUT]


def caption_key(text: str) -> str:
    """The key under which captions are compared: folded, without the credit and the punctuation around.

    >>> caption_key("The quay at Low Fell, seen from the mill. (AFP/file photo)")
    'the quay at low fell, seen from the mill'
    """
    key = _BULLET.sub("", fold(text))
    match = _find(_CREDIT, key)
    return (key[: match.start()] if match and match.start() >= CUT else key).strip(_TRIM)


def credited(text: str) -> bool:
    """Whether a line ends in a credit that only photos have: an agency or "photo" in brackets, "Photo: NAME",
    "[NAME/AGENCY]".

    >>> credited("The quay at Low Fell (AFP)"), credited("The quay was shut (again)")
    (True, False)
    """
    return _SHORTEST_CREDITED <= len(text) <= LONGEST and _find(_PHOTO_CREDIT, text) is not None


def credit(text: str) -> str | None:
    """The credit at a caption's end, as printed, without brackets and a label such as "Photo:"; None if there is none.

    >>> credit("The quay at Low Fell (Photo: Jane Doe)")
    'Jane Doe'
    """
    match = _find(_CREDIT, text)
    if match is None:
        return None
    return _LEADING_LABEL.sub("", match[0].strip(_TRIM)).strip(_TRIM) or None


def has_credit(text: str) -> bool:
    """Whether a line ends in a photo's credit: "(AFP/file photo)", "[NAME/AGENCY]", "Photo: …", an agency's name."""
    return _find(_CREDIT, text) is not None


def _find(credits: Pattern, text: str) -> regex.Match[str] | None:
    """The match of one of the patterns of credits at a line's end; None if there is none."""
    start = max(0, len(text) - _LONGEST_CREDIT)
    tail = text[start:].casefold()
    if tail.rstrip().removesuffix(".").rstrip().endswith((")", "]")) or any(sign in tail for sign in _signs()):
        return credits.search(text, start)
    return None
