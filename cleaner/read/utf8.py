"""UTF-8 with damaged places: whether bytes are that rather than an old charset, and their text."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.patterns import Pattern

# Damaged places that a document of any length may have. By hand: one is cut or stray, a stray byte may tear a sequence.
_FEW = 2
# A damaged place for this many whole sequences, in longer documents. By hand: pages that hold comments, or what an
# advertiser sent, in windows-1252. Old charsets for East Asian languages hold one for every half of a sequence.
_SEQUENCES = 4
# The least share of the bytes beyond ASCII that must be whole sequences. In old charsets for East Asian languages a
# quarter to two fifths are, by accident (`python -m benchmarks.encodings`).
_WHOLE = 0.6
# Invalid bytes, which Python decodes to these signs under `surrogateescape`.
_INVALID = Pattern("[\udc80-\udcff]+")
# A sequence that its document's end cuts off: two bytes of it, or one that the signs of Western text start with.
_CUT_OFF = Pattern("(?:[\udcc2\udcc3\udce2]|[\udce0-\udcef][\udc80-\udcbf]|\udcf0[\udc90-\udcbf][\udc80-\udcbf]?)$")
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
    places: what a browser shows as U+FFFD: stray bytes and beginnings of sequences; whole: the share (0…1) of the bytes
    beyond ASCII that are in whole sequences.
    """

    escaped: str
    sequences: int
    places: int
    whole: float

    @property
    def is_likely(self) -> bool:
        """Whether the bytes are damaged UTF-8 rather than an old charset: the damaged places are few among whole
        sequences, or the only one is a sequence that the end cuts off.
        """
        if not self.sequences:
            return self.places == 1 and _CUT_OFF.search(self.escaped) is not None
        return self.whole >= _WHOLE and self.places <= max(_FEW, self.sequences // _SEQUENCES)

    def mended(self) -> str:
        """The text, with each damaged place as U+FFFD, or as the sign of windows-1252 that a lone byte plainly is."""
        leads = frozenset(char.encode()[0] for char in set(_INVALID.sub("", self.escaped)) if not char.isascii())
        pieces, at = [], 0
        for run in _INVALID.finditer(self.escaped):
            start, end = run.span()
            before, after = self.escaped[max(start - 1, 0) : start], self.escaped[end : end + 1]
            pieces += [self.escaped[at:start], _mend(_bytes(run[0]), before, after, leads | _COMMON_LEADS)]
            at = end
        return "".join([*pieces, self.escaped[at:]])


def read_damaged(data: bytes) -> DamagedUtf8:
    """Read bytes that are not valid UTF-8.

    >>> read_damaged(b"M\xc3\xbcller \xe2\x80").mended()
    'Müller �'
    >>> read_damaged(b"M\xc3\xbcller\x92s caf\xe9 ").mended()
    'Müller’s café '
    """
    escaped = data.decode("utf-8", "surrogateescape")
    runs = _INVALID.findall(escaped)
    invalid = sum(map(len, runs))
    beyond_ascii = len(data.translate(None, _ASCII))
    sequences = len(escaped) - (len(data) - beyond_ascii) - invalid
    places = sum(len(_bytes(run).decode("utf-8", "replace")) for run in runs)
    return DamagedUtf8(escaped, sequences, places, 1 - invalid / max(beyond_ascii, 1))


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
