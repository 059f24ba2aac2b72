"""Bytes to text as browsers do it: by a byte order mark, what HTTP said, what the page declares, else by the bytes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from cleaner.errors import DecodeError
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.read.binary import check_binary
from cleaner.read.detect import detect, utf16
from cleaner.read.labels import codec_of
from cleaner.read.utf8 import read_damaged

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers look at 1,024 bytes; pages that declare their charset later are common enough to look further.
_DECLARED_WITHIN = 8192
_DECLARATION = Pattern(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    IGNORECASE,
)
# Charsets whose text is ASCII by its bytes, so that it is valid UTF-8 as well.
_SEVEN_BITS = ("iso2022_jp", "hz")
# Bytes for each place that may be invalid in a declared charset, beside one. By hand.
_BYTES_FOR_A_PLACE = 1000
# Under an encoding that the caller names, more signs than these and more than this share of the text may not be
# undecodable. By hand: the share of Western text that is beyond ASCII is below it, that of other text far above.
_FEW, _HOPELESS = 2, 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was decoded.

    origin: what told the encoding (`option`, `bom`, `http`, `declared`, `utf-8`, `detected` or `caller`); confidence:
    that it is right (0…1); replaced: how many places were invalid in it.
    """

    text: str
    encoding: str
    origin: str
    confidence: float = 1.0
    replaced: int = 0


def decode(data: bytes, encoding: str | None = None, charset: str | None = None) -> Decoded:
    """Decode bytes.

    encoding: what the caller knows them to be in; charset: what HTTP said. Raises `DecodeError` where much is not in
    `encoding`, `BinaryInputError` for what is no text.
    """
    if encoding is not None:
        return _as_asked(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _replacing(data[len(bom) :], name, "bom", 1.0)
    named = codec_of(charset) if charset else None
    wide = utf16(data, named)
    if wide:
        return _replacing(data, wide, "http", 1.0) if wide == named else _replacing(data, wide, "detected", 0.8)
    check_binary(data)
    declared = _declared(data, named)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data, declared)
    # Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever they declare: chance makes that all but impossible.
    first = next(iter(declared), None)
    if first in _SEVEN_BITS and data.isascii():
        return _replacing(data, first, declared[first], 0.9)
    return Decoded(text, "utf-8", declared.get("utf-8", "utf-8"))


def _declared(data: bytes, named: str | None) -> dict[str, str]:
    """The codecs that HTTP and the page itself declare, the weightier first, and which of the two declares each."""
    declaration = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    own = codec_of((declaration[1] or declaration[2]).decode("ascii")) if declaration else None
    if own and own.startswith(("utf-16", "utf-32")):  # the declaration itself was read as ASCII, so it is wrong
        own = "utf-8"
    declared = {named: "http"} if named and not named.startswith(("utf-16", "utf-32")) else {}
    return declared | ({own: "declared"} if own and own != named else {})


def _decode_damaged(data: bytes, declared: dict[str, str]) -> Decoded:
    """Decode bytes that are not valid UTF-8: an old charset that is declared, damaged UTF-8, or what is detected."""
    damaged = read_damaged(data)
    mended = None
    if damaged.is_likely:
        origin = declared.get("utf-8", "utf-8")
        mended = Decoded(damaged.mended(), "utf-8", origin, 0.8 if origin == "utf-8" else 0.9, damaged.places)
    if mended and "utf-8" in declared:
        return mended
    for codec, origin in declared.items():
        if codec != "utf-8":
            decoded = _replacing(data, codec, origin, 0.9)
            if decoded.replaced <= 1 + len(data) // _BYTES_FOR_A_PLACE:
                return decoded
    if mended:
        return mended
    codec, confidence = detect(data)
    return _replacing(data, codec, "detected", confidence)


def _as_asked(data: bytes, encoding: str) -> Decoded:
    try:
        decoded = _replacing(data, encoding, "option", 1.0)
    except UnicodeError:  # a codec that can't replace, as `idna`
        raise _not_in(encoding, "all") from None
    if decoded.replaced > max(_FEW, _HOPELESS * len(decoded.text)):
        raise _not_in(encoding, f"{decoded.replaced:,} of {len(decoded.text):,}")
    return decoded


def _not_in(encoding: str, wrong: str) -> DecodeError:
    return DecodeError(
        f"the bytes are not {encoding} ({wrong} signs can't be decoded): leave the encoding out to have it detected"
    )


def _replacing(data: bytes, encoding: str, origin: str, confidence: float) -> Decoded:
    """Decode, with U+FFFD for what is invalid; the confidence is that of bytes that are all valid."""
    try:
        return Decoded(data.decode(encoding), encoding, origin, confidence)
    except UnicodeDecodeError:
        pass
    if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig"):
        damaged = read_damaged(data)
        text, replaced = damaged.mended(), damaged.places
    else:
        text = data.decode(encoding, "replace")
        replaced = text.count("\ufffd")
    return Decoded(text, encoding, origin, round(0.8 * confidence, 2), replaced)
