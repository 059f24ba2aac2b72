"""UTF-8 with damaged places: whether bytes are that rather than an old charset, and their text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import regex

from cleaner.patterns import Pattern

# Whole sequences beside each damaged place. By hand: pages hold comments, or what an advertiser sent, in windows-1252.
# In old charsets for East Asian languages there is less than one, by accident (`python -m benchmarks.encodings`).
_SEQUENCES = 4
# Damaged runs that Western text may have however few its sequences are, and places for each of these. By hand: one is
# cut off, one is stray; a byte that stands within a sequence leaves two places or more.
_FEW, _PLACES = 2, 2
# Invalid bytes, which Python decodes to these signs under `surrogateescape`.
_INVALID = Pattern("[\udc80-\udcff]+")
# Signs of other than Western text: all but Latin letters, punctuation, symbols, emoji and invalid bytes.
_NOT_WESTERN = Pattern(
    "[^\\x00-\\x7f\xa0-\u017f\u0218-\u021b\u2000-\u2bff\ufe0f\ufeff\U0001f000-\U0001faff\udc80-\udcff]"
)
# A sequence that was cut, of punctuation or an emoji; or its first byte alone where the document ends.
_CUT = Pattern("\udce2[\udc80-\udc83]|\udcf0\udc9f|[\udcc2\udcc3\udce2]\\s*$")
_ASCII = bytes(range(128))
# What windows-1252 text holds most beyond letters: … ‘ ’ “ ” • – —
_TYPOGRAPHIC = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97")
# The bytes that begin most sequences of Western text: one of them alone is a torn sequence, not "Â", "Ã" or "â".
_COMMON_LEADS = frozenset(b"\xc2\xc3\xe2")
# The letters of windows-1252; × and ÷ stand among them.
_LETTERS = frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}
# Bytes that can begin a sequence.
_LEADS = frozenset(range(0xC2, 0xF5))
# The first sign beyond Latin letters.
_BEYOND_LATIN = "\u0250"


@dataclass(frozen=True, slots=True)
class DamagedUtf8:
    """Bytes read as UTF-8 though some are invalid.

    escaped: the text, with invalid bytes as `surrogateescape` gives them. sequences: whole sequences beyond ASCII;
    places: damaged ones, as browsers count them: each stray byte and each beginning of a sequence is shown as U+FFFD.
    """

    escaped: str
    sequences: int
    places: int

    @property
    def is_likely(self) -> bool:
        """Whether the bytes are damaged UTF-8 rather than an old charset: the damaged places are few beside the whole
        sequences, or few in Western text, or the only one is plainly a sequence that was cut.
        """
        if not self.sequences:
            return self.places == 1 and _CUT.search(self.escaped) is not None
        if self.places * _SEQUENCES <= self.sequences:
            return True
        runs = islice(_INVALID.finditer(self.escaped), _FEW + 1)
        few = self.places <= _PLACES * self.sequences and sum(1 for _ in runs) <= _FEW
        return few and _NOT_WESTERN.search(self.escaped) is None

    def mended(self) -> str:
        """The text, with each damaged place as U+FFFD, or as the sign of windows-1252 that a lone byte plainly is."""
        leads = _COMMON_LEADS | {char.encode()[0] for char in set(_INVALID.sub("", self.escaped)) if not char.isascii()}

        def mend(run: regex.Match[str]) -> str:
            start, end = run.span()
            return _mend(_bytes(run[0]), self.escaped[max(start - 1, 0) : start], self.escaped[end : end + 1], leads)

        return _INVALID.sub(mend, self.escaped)


def read_damaged(data: bytes) -> DamagedUtf8:
    """Read bytes that are not valid UTF-8.

    >>> read_damaged("Zürich ’".encode()[:-1]).mended()
    'Zürich �'
    >>> read_damaged("Zürich".encode() + "’s café".encode("cp1252") + b" ...").mended()
    'Zürich’s café ...'
    """
    escaped = data.decode("utf-8", "surrogateescape")
    whole = escaped.encode("utf-8", "ignore")
    sequences = len(escaped) - (len(data) - len(whole)) - (len(whole) - len(whole.translate(None, _ASCII)))
    places = data.decode("utf-8", "replace").count("\ufffd") - escaped.count("\ufffd")
    return DamagedUtf8(escaped, sequences, places)


def _bytes(run: str) -> bytes:
    return run.encode("utf-8", "surrogateescape")


def _mend(run: bytes, before: str, after: str, leads: frozenset[int]) -> str:
    """What is shown for a run of invalid bytes between two signs ("" at the ends of the document)."""
    if len(run) == 1 and before < _BEYOND_LATIN and after < _BEYOND_LATIN and _is_plain(run[0], before, after, leads):
        return run.decode("cp1252")
    return run.decode("utf-8", "replace")


def _is_plain(byte: int, before: str, after: str, leads: frozenset[int]) -> bool:
    """Whether a lone byte is plainly a sign of windows-1252: typographic, or a letter in a word that can't be a torn
    sequence, since none of the document's sequences begins with it.
    """
    if byte in _TYPOGRAPHIC:
        return True
    torn = byte in leads or (not after and byte in _LEADS)
    return byte in _LETTERS and not torn and (_is_letter(before) or _is_letter(after))


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
