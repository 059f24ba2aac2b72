"""Photo credits, and what of a caption is compared with its copies."""

from __future__ import annotations

import regex

from cleaner.folding import fold
from cleaner.patterns import IGNORECASE, Pattern

# A copy cut short is told from chance by its length: of 39,050 lines of gold bodies 80 that are as long begin another
# (python -m training.thresholds).
CUT = 25
# A longer line is no caption.
LONGEST = 1000
_CREDIT = Pattern(
    r"[\s,.;|–—-]*(?:\((?:[^()]{0,60})\)|\[[^\[\]]{2,60}\]|(?:photo(?:graph)?|image|picture|credit|source"
    r"|courtesy)s?\s*(?:by|:|of)\s*[^.]{2,60}"
    r"|(?<=[.!?][\"”’']? )[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,3} / [\p{L}][\p{L} ]{2,30}"
    r"|(?:AFP|AP|Reuters|EPA|Getty Images|Getty|WAM|Alamy|Shutterstock)(?:\s*/\s*[\w .]{2,40})?)\s*\.?$",
    IGNORECASE,
)
# "(Reuters)" after a full stop signs a report.
_PHOTO_CREDIT = Pattern(
    r"(?<![.!?][\"”’]?) ?\((?:[^()]{0,60}[ /])?"
    r"(?:AFP|AP|EPA|Reuters|Getty(?: Images)?|(?i:file photo|photo|image|illustration|screengrab))(?:[ "
    r"/:,][^()]{0,60})?\)\.?$"
    r"|\[[^\[\]]{2,60}/[^\[\]]{2,60}\]$|(?i:\b(?:photo(?:graph)?|image|picture)s?(?: credit)?(?: by|:)) [^.]{2,60}$"
)
_LONGEST_CREDIT = 120
# One of these is in every credit, or it ends in a bracket: most lines are spared the patterns.
_SIGNS = (
    "photo",
    "image",
    "picture",
    "credit",
    "source",
    "courtesy",
    " / ",
    "afp",
    "ap",
    "reuters",
    "epa",
    "getty",
    "wam",
    "alamy",
    "shutterstock",
)
_LEAD = Pattern(r"^(?:photo(?:graph)?|image|picture|credit|source|courtesy)s?\s*(?:by|:|of)\s*", IGNORECASE)
_BULLET = Pattern(r"^[-*•·‣▪◦–+] ")
_TRIM = " .,;:!?…\"'()[]|-/"


def beginning(text: str) -> str:
    """The first 25 characters of a line's core, by which copies are looked up."""
    return _BULLET.sub("", fold(text[: 2 * CUT + 10])).lstrip(_TRIM)[:CUT]


def core(text: str) -> str:
    """What is left of a caption to compare by: folded, without its credit and outer punctuation."""
    key = _BULLET.sub("", fold(text))
    found = _find(_CREDIT, key)
    return (key[: found.start()] if found and found.start() >= CUT else key).strip(_TRIM)


def credited(text: str) -> bool:
    """Whether a line ends in a credit that only photos have: an agency or "photo" in brackets, "Photo: NAME",
    "[NAME/AGENCY]".
    """
    return 15 <= len(text) <= LONGEST and _find(_PHOTO_CREDIT, text) is not None


def credit(text: str) -> str | None:
    """The credit at a caption's end, as printed but for brackets and the words that lead to it; None where there is
    none.
    """
    match = _find(_CREDIT, text)
    if match is None:
        return None
    return _LEAD.sub("", match[0].strip(_TRIM)).strip(_TRIM) or None


def has_credit(text: str) -> bool:
    """Whether a line ends in a photo's credit: "(AFP/file photo)", "[NAME/AGENCY]", "Photo: …", an agency's name."""
    return _find(_CREDIT, text) is not None


def _find(pattern: Pattern, text: str) -> regex.Match[str] | None:
    """Where a line's credit stands, by one of the patterns."""
    start = max(0, len(text) - _LONGEST_CREDIT)
    tail = text[start:].casefold()
    if tail.rstrip().removesuffix(".").rstrip().endswith((")", "]")) or any(sign in tail for sign in _SIGNS):
        return pattern.search(text, start)
    return None
