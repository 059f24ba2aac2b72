"""Credits that only photos have, and the words that open a caption, in the languages of `credits.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from re import escape

from cleaner.patterns import IGNORECASE, Pattern

# Bytes of the shortest line that is a caption with its credit; characters of the longest one, and of the longest
# credit. By hand.
_SHORTEST = 15
LONGEST = 700
_LONGEST_CREDIT = 120
# Words of a name behind a label, and how many of them may begin with a small letter. By hand.
_NAME_WORDS = 8
_SMALL_WORDS = 1
# Letters that tell most lines from those that open as captions do.
_FIRST_LETTERS = 3
# Small words of names and of what stands between names.
_PARTICLES = frozenset(
    "a al and at bin by courtesy da de del der di du e el en et f for fra from für i la le les of on och og par pela "
    "pelo por the til to und van via via: von y z ze ve".split()
)
_OPEN, _CLOSE = r"[\(\[（【［〔]", r"[\)\]）】］〕]"


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    """The words of `credits.toml`, by use and language."""
    return tomllib.loads((Path(__file__).parent / "credits.toml").read_text("utf-8"))


def _any_of(use: str) -> str:
    """A piece of a pattern: all words of a use, the longest first."""
    words = dict.fromkeys(word for listed in _words()[use].values() for word in listed)
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


@lru_cache(maxsize=1)
def _labels() -> tuple[str, ...]:
    """The labels, without those that begin with another one: a quick test before the pattern."""
    words = sorted({word for listed in _words()["label"].values() for word in listed})
    return tuple(word for word in words if not any(word != other and other in word for other in words))


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    """What the name of a seller of pictures may end in, in small letters: the literal pieces of its pattern, those
    before a question mark also without their last letter.
    """
    pieces = [piece for word in _words()["picture"]["any"] for piece in _PIECE.findall(word.lower())]
    return tuple(dict.fromkeys(end for piece, shorter in pieces for end in (piece + shorter, piece) if end))


def _may_be_agency(low: str) -> bool:
    """Whether a line in small letters may end in an agency's credit: a quick test before the pattern."""
    return (
        _holds_one(_MARKS, low)
        or low.rstrip().removesuffix(".").rstrip().endswith(_ends())
        or (_holds_one(_BEHIND_AGENCY, low) and _holds_one(_ends(), low))
    )


def _labelled() -> str:
    """The pattern of a label and what follows it to the end of a line: "Photo: Jane Doe", "(Photo by Jane Doe/AFP)"."""
    words = sorted({word for listed in _words()["label"].values() for word in listed}, key=len, reverse=True)
    label = rf"(?i:{'|'.join(map(escape, words))})"
    before = r"(?:^|(?<=[\s.,;!?|/–—\-\(\[（【［\"”’»。、])|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lo}))"
    colon = r"(?i: ?(?:by|courtesy of|courtesy|supplied by|via))?\s?[:：=＝|]|[／/]|(?<=(?i:fot)\.)\s"
    by = r"(?i: ?(?:by|courtesy of|courtesy|supplied by))\s"
    apart = r"(?:^|(?<=[.!?|/–—\-\(\[（【［\"”’»] ?)|(?<=\p{Ll})(?=\p{Lu})|(?<=(?i:express|file|handout|pool|staff) ))"
    name = r"(?P<name>[^.?!。！？:：\n]{2,70}(?:\.[^.?!。！？\n]{1,20})?)"
    return rf"(?:{before}{label}(?:{colon})|{apart}{label}{by})\s*{name}\.?{_CLOSE}?\.?$"


def _agency() -> str:
    """The pattern of an agency's credit at the end of a line."""
    picture, wire = _any_of("picture"), _any_of("wire")
    name = r"\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: [\p{L}\p{M}.'’-]{1,20}){0,4}"
    behind = r"(?: (?:via|für|for) [\p{L} .]{2,40}|/[\p{L} .-]{2,40}|, (?i:file|pool|archive))?"
    agency = rf"(?:{picture}|{wire})"
    forms = (
        rf"(?:(?<=[.!?…”\"’»\)|–—-] ?)|(?<=\p{{Ll}})|(?<=, ))(?:{name} ?[/|] ?){{1,3}}{agency}{behind}",  # Jane Doe/AFP
        rf"(?:^|(?<=[\s.!?”\"]))(?:{wire}|{picture})(?: (?:Photo|PHOTO|FOTO|FILE PHOTO))? ?/ ?"
        rf"{name}(?:/{name}|/(?i:file(?: photo)?)|, (?i:file|pool))?",
        rf"(?:(?<=[.!?…”\"’»|–—/-] ?)|(?<=\p{{Ll}})|(?<= via )|(?<=© ?))(?:{picture}){behind}",  # the quay.Getty Images
        rf"(?<!^)© ?(?!(?:19|20)\d\d)(?:{name}|{agency})(?: ?/ ?(?:{agency}|{name}))*{behind}",
        rf"(?<=[.!?”\"] ?)(?i:(?:pool |file |handout )?(?:photo |image |picture )?via ){agency}",
        rf"(?:(?<=[.!?”\"] ?)|(?<=\p{{Ll}}))Credit(?:\.{{3}}|…)? ?"
        rf"{name}(?: for [\p{{L}} ]{{2,40}}|/[\p{{L}} .-]{{2,40}})?",
        r"(?<=[.!?”\"] ?)(?:Courtesy(?: of)?|COURTESY(?: OF)?) \p{Lu}[^.?!]{1,60}",
    )
    return rf"(?:{'|'.join(forms)})\s*\.?$"


def _bracketed() -> str:
    """The pattern of a credit in brackets. "(Reuters)" behind a full stop signs a report; "[Reuters]" does not."""
    picture, wire, archive = (_any_of(use) for use in ("picture", "wire", "archive"))
    inner = r"[^()\[\]（）【】]{0,60}"
    forms = (
        rf"{_OPEN}(?:{inner}[\s/|,©])?{picture}(?:[\s/|:,]{inner})?{_CLOSE}",
        rf"{_OPEN}{inner}[/|] ?{wire}(?: {inner})?{_CLOSE}",
        rf"{_OPEN}{inner}via {wire}{_CLOSE}",
        rf"{_OPEN}{wire}(?: (?:Photo|PHOTO|FOTO|foto|写真|照片))? ?[/|]{inner}{_CLOSE}",
        rf"(?:\[|【|［)(?:{inner}[/|] ?)?{wire}(?:[/|,]{inner})?(?:\]|】|］)",
        r"\[[^\[\]/]{2,60}/[^\[\]/]{2,60}\]",
        rf"{_OPEN}(?i:{archive})(?:[\s/|:,]{inner})?{_CLOSE}",
        rf"(?<![.!?。！？][\"”’]? ?){_OPEN}(?i:photo|foto|image|ph) {inner}{_CLOSE}",
        rf"(?<![.!?。！？][\"”’]? ?){_OPEN}(?:{inner}[\s/])?{wire}{_CLOSE}",
    )
    return rf"(?:{'|'.join(forms)})\s*\.?$"


_LABELLED, _AGENCY, _BRACKETED = Pattern(_labelled), Pattern(_agency), Pattern(_bracketed)
_OPENING = Pattern(lambda: rf"^(?:{_any_of('opening')})(?P<rest>\s*[,，،:：]\s*|\s+(?=\S)|$)", IGNORECASE)


def is_credited(text: str) -> bool:
    """Whether a line ends in a credit that only photos have.

    >>> [is_credited(f"The quay at Low Fell {credit}") for credit in ("(AFP)", "in May. REUTERS/Jane Doe", "[Getty]")]
    [True, True, True]
    >>> is_credited("The quay in winter.Photograph: Jane Doe/The Post"), is_credited("Photo: the word is Greek")
    (True, False)
    """
    if len(text) > LONGEST or (len(text) < _SHORTEST and len(text.encode("utf-8", "replace")) < _SHORTEST):
        return False
    tail = text[-_LONGEST_CREDIT:] if len(text) > _LONGEST_CREDIT else text
    last = tail[-1]
    if (last in _CLOSING or (last == "." and tail[-2:-1] in _CLOSING)) and _BRACKETED.search(tail) is not None:
        return not _holds_one(_CODE, tail)
    low = tail.lower()
    if _holds_one(_JOINTS, low) and _holds_one(_labels(), low):
        match = _LABELLED.search(tail)
        if match is not None:
            return _is_name(match["name"]) and not _holds_one(_CODE, tail)
    if last in _SENTENCE_ENDS or not _may_be_agency(low) or _holds_one(_CODE, tail):
        return False
    return _AGENCY.search(tail) is not None


def _holds_one(signs: Iterable[str], text: str) -> bool:
    """Whether one of some signs stands in a text. A loop, since each line is asked."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


# A literal piece of a pattern of `credits.toml`, and its last letter where that may be missing.
_PIECE = Pattern(r"([^()?:|\\\[\]]+?)([^()?:|\\\[\]](?=\?)|(?=[()?:|\\\[\]]|$))")
# What stands in an agency's credit that does not end in the agency's name, and what may stand behind that name.
_MARKS = ("/", "|", "©", "credit", "courtesy", "via ")
_BEHIND_AGENCY = (" for ", " für ", ", file", ", pool", ", archive")
# What stands between a label and the name behind it.
_JOINTS = (":", "：", "=", "＝", " by ", "/", "／", "|", "courtesy", "fot.")
# Signs of code and addresses, which no credit has.
_CODE = ("://", "<", "{", "->", '":')
_SENTENCE_ENDS = frozenset(".?!。！？।։።…")
_CLOSING = frozenset(")]）】］〕")


def opens_caption(text: str) -> bool:
    """Whether a line opens with words that only captions and their credits open with, and says something behind them.

    >>> opens_caption("Image caption The quay in winter"), opens_caption("Image caption"), opens_caption("Imagine it.")
    (True, False, False)
    """
    match = _OPENING.match(text) if len(text) <= LONGEST and _may_open(text) else None
    if match is None or match.end() == len(text):
        return False
    first = text[match.end()]
    return match["rest"].strip() != "" or not first.islower()


def is_caption_label(text: str) -> bool:
    """Whether a line is one of the words that open a caption, alone: the caption stands on the next line.

    >>> is_caption_label("Image caption"), is_caption_label("Pie de foto,"), is_caption_label("Caption")
    (True, True, False)
    """
    match = _OPENING.match(text) if len(text) <= _LONGEST_CREDIT and _may_open(text) else None
    return match is not None and match.end() == len(text)


def _may_open(text: str) -> bool:
    """Whether a line begins with the first letters of words that open a caption: a quick test before the pattern."""
    first = text[:_FIRST_LETTERS].lower()
    return not first.isascii() or first in _first_letters()


@lru_cache(maxsize=1)
def _first_letters() -> frozenset[str]:
    """The first letters of the words that open a caption."""
    return frozenset(word[:_FIRST_LETTERS].lower() for listed in _words()["opening"].values() for word in listed)


def _is_name(text: str) -> bool:
    """Whether what stands behind a label names a person, an agency or a source rather than says something.

    >>> _is_name("Jane Doe for The Post"), _is_name("The word comes from the Greek"), _is_name("picture alliance/dpa")
    (True, False, True)
    """
    name = text.strip("()[]（）【】 ")
    words = name.replace("/", " ").split()
    if not words or len(words) > _NAME_WORDS:
        return False
    first = name[0]
    if first.islower() and "/" not in name and words[0] not in _PARTICLES and len(words) > 1:
        return False
    small = sum(word[0].islower() and word not in _PARTICLES for word in words)
    return small <= (2 * _SMALL_WORDS + 1 if "/" in name else _SMALL_WORDS) and (
        small < len(words) or len(words) == 1 or "/" in name
    )
