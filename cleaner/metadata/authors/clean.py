"""One name, cleaned of what bylines print around it."""

from __future__ import annotations

from cleaner.metadata.authors.patterns import forms
from cleaner.metadata.authors.person import is_person, words
from cleaner.patterns import IGNORECASE, Pattern

# Words and characters of the longest name. By hand.
_MOST_WORDS = 6
_LONGEST_NAME = 60
# Characters that are read for a name.
_LONGEST_READ = 300
_NO_NAME = Pattern(
    r"https?:|www\.|@|^[\W\d_]+$|:\s|[{}<>=\\#]|\s_|_\s|^\S+\.(?:extra|head)\.|[!?]$|：|\.\.\.|…|:$", IGNORECASE
)
# A reporter's initials, "(obe)"; "(Reuters)" is an agency.
_INITIALS = Pattern(r"\s*\(\s*[\p{Ll}.]{2,5}\s*\)|\s*\[\w{2,5}\]")
# A footnote's mark behind a full name; the digits of a single word are a nickname's.
_FOOTNOTE = Pattern(r"(?<=\s\S*\p{L})[\d*†‡]+(?:,\d+)*$")
_QUOTED = Pattern(r"^[\s\"“”'‘’(*_~+（【-]*(.*?)[\s\"“”'‘’.,:;|•·\-–—*_~+）】]*$")
_OUTLET = Pattern(r"(?:[Tt]he|\p{Lu}{2,5} (?:News|Sport|Radio|TV|Online))\b")
# East Asian trades, which stand before or behind the name without a space.
_EAST_TRADE_BEFORE = r"(?:本[报報]|特[约約])?[记記]者\s*(?=\p{Han}{2,4}$)"
_EAST_TRADES = "|".join((
    "(?:선임|인턴|전문|수습)?기자", "특파원", "논설위원",
    "[记記]者", "特派[员員]", "[编編][辑輯]", "[编編]集委[员員]", "[报報報][导導道]",
))  # fmt: skip
_EAST_TRADE = Pattern(rf"^{_EAST_TRADE_BEFORE}|(?<=[\p{{Han}}\p{{Hangul}}])\s*(?:{_EAST_TRADES})$")


def clean_name(name: str, trades: bool = True) -> str:
    """One name without initials in brackets, footnotes, degrees and punctuation around it; empty where it is no name.

    >>> clean_name("“Mrs. Jane Doe, PhD”")
    'Jane Doe'

    trades: whether a trade after the name is taken off, too, and phrases are refused ("using this site").
    """
    known = words()
    parts = _words_of(name)
    folded = [part.casefold().strip(".,") for part in parts]
    if trades:
        if known.desks.isdisjoint(folded):
            end = next((i for i, part in enumerate(folded) if i >= 2 and part in known.roles), len(parts))
            parts, folded = parts[:end], folded[:end]
        if not folded or folded[0] in known.lures or _goes_on(parts, folded):
            return ""
        if known.desks.isdisjoint(folded) and _begins_phrase(parts, folded):
            return ""
        if all(part in known.roles or part.replace(".", "") in known.degrees for part in folded):
            return ""
    name = " ".join(parts).rstrip(",") + ("." if len(parts) > 1 and parts[-1] in ("Jr", "Sr") else "")
    if not name or len(parts) > _MOST_WORDS or name.casefold() in known.junk:
        return ""
    if name.count("(") != name.count(")"):
        name = name.strip("()")
    return "" if len(name) > _LONGEST_NAME or _NO_NAME.search(name) else name


def _words_of(name: str) -> list[str]:
    """The words of a name, without the quotation marks, "Mrs.", initials in brackets, footnotes, degrees and outlet
    around it.
    """
    known = words()
    name = _FOOTNOTE.sub("", _INITIALS.sub("", name[:_LONGEST_READ])).strip()
    match = _QUOTED.match(name)
    name = forms().title.sub("", match[1] if match else name)
    parts = (name if name.isascii() else _EAST_TRADE.sub("", name)).split()
    while len(parts) > 2 and parts[-1].casefold().replace(".", "").strip(",®") in known.degrees:
        parts.pop()
    if len(parts) > 3 and parts[: len(parts) // 2] == parts[len(parts) // 2 :]:  # once more for screen readers
        parts = parts[: len(parts) // 2]
    for i in range(2, len(parts)):
        if _OUTLET.match(" ".join(parts[i : i + 2])) and is_person(" ".join(parts[:i])):
            return parts[:i]
    return parts


def _begins_phrase(parts: list[str], folded: list[str]) -> bool:
    """Whether the words after "By" are a phrase: "the numbers", "using this site", "Berlin nach Paris"."""
    known = words()
    if folded[0] in known.stop and "." not in parts[0]:
        return not is_person(" ".join(parts))
    return "by" in folded or any(
        part in known.stop and part not in known.particles for part in parts[1:] if part.islower()
    )


def _goes_on(parts: list[str], folded: list[str]) -> bool:
    """Whether words end in a particle, or in small letters after a capital: "Anfang an", "middel van".

    A desk ("The Harbour team") does not count.
    """
    known = words()
    if len(parts) < 2 or not parts[-1].islower() or folded[-1] in known.desks or folded[0] in known.desks:
        return False
    return folded[-1] in known.particles or any(part[0].isupper() for part in parts)
