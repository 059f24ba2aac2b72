"""`read`: bytes or str to a `Source`: decoded as browsers do, told HTML from text, and held against the size and
nesting budgets.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from cleaner.budget import check_nesting
from cleaner.errors import BinaryInputError, DecodeError, EmptyInputError, LimitError
from cleaner.model import Source
from cleaner.options import Options
from cleaner.patterns import IGNORECASE, Pattern

_MAGIC = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"%PDF-",
    "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"), (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"), (b"\x7fELF", "a program"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf",
    "a 7z archive"),
    (b"OggS", "a sound file"), (b"ID3", "a sound file"), (b"wOF", "a font"), (b"\xd0\xcf\x11\xe0",
    "an office document"),
)  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers look at 1,024 bytes; pages that declare their charset later are common enough to look further.
_DECLARATION = Pattern(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    IGNORECASE,
)
_DECLARED_WITHIN = 8192
# Browsers read these sets as supersets of them (WHATWG Encoding Standard).
_WHATWG = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# Labels of that standard that Python does not know.
_LABELS = {
    "x-sjis": "cp932", "windows-949": "cp949", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "x-euc-jp": "euc_jp",
    "x-x-big5": "big5hkscs",
    "windows-874": "cp874", "dos-874": "cp874", "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8",
    "visual": "iso8859-8", "koi8-ru": "koi8_u",
    "iso88591": "cp1252", "unicode-1-1-utf-8": "utf-8", "x-mac-cyrillic": "mac_cyrillic", "x-mac-roman": "mac_roman",
    **{f"x-cp125{n}": f"cp125{n}" for n in range(9)},
}  # fmt: skip
# The sets that undeclared text may be in: those that browsers guess.
_GUESSED = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp932", "euc_jp",
    "gb18030", "big5hkscs", "cp949", "cp874",
)  # fmt: skip
# Sets that decode one another's text.
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
# The set of a page's language, where it has one of its own.
_OF_LANGUAGE = {
    "cp1250": "pl cs sk hu ro sl hr bs sq", "cp1253": "el", "cp1254": "tr az", "cp1255": "he iw yi",
    "cp1256": "ar fa ur", "cp1257": "lt lv et", "cp874": "th",
}  # fmt: skip
_LANGUAGE = Pattern(rb"""<html[^>]{0,300}?\slang\s*=\s*["']?([a-z]{2})\b""", IGNORECASE)
_BEYOND_ASCII = Pattern(rb"[^<>]*[\x80-\xff][^<>]*")
_ODD_IN_WORD = Pattern(r"(?<=\p{Ll})[\p{S}\p{No}]|[\p{S}\p{No}](?=\p{Ll})")
# Bytes that an encoding is detected from (by hand).
_DETECTED_FROM = 100_000
_ASCII = bytes(range(128))
_HTML_START = Pattern(
    r"\s*<(?:!--|(?:!doctype|\?xml|html|head|body|article|main|section|div|p|h[1-6]|header|nav|ul|ol"
    r"|table|meta|title|link|script|style|span|a|frameset|form|center|font|figure|blockquote|aside|template|noscript"
    r"|br|hr|img|b|i|em|strong|pre)\b)",
    IGNORECASE,
)
_HTML_INSIDE = Pattern(r"<(?:!doctype\s+html|html|head|body)\b[^<>]*>", IGNORECASE)
# Characters in which HTML is looked for.
_SNIFF = 4096


def read(data: str | bytes, options: Options) -> Source:
    """Decode `data` and tell whether it is HTML.

    Raises `EmptyInputError`, `BinaryInputError`, `DecodeError` or `LimitError`; `TypeError` for anything but str or
    bytes.
    """
    if not isinstance(data, (str, bytes)):
        raise TypeError(f"clean() takes str or bytes, not {type(data).__name__}")
    limits = options.limits
    if len(data) > limits.size:
        raise LimitError(
            f"the input has {len(data):,} bytes, over the limit of {limits.size:,}: raise Options.limits.size to take "
            f"it"
        )
    if isinstance(data, str):
        text, encoding, origin, confidence = data.removeprefix("\ufeff"), "str", "caller", 1.0
    else:
        text, encoding, origin, confidence = decode(data, options.encoding)
        text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise EmptyInputError("the input is empty")
    html = options.input == "html" or (options.input == "auto" and looks_like_html(text))
    if html:
        encoded = data if isinstance(data, bytes) and encoding == "utf-8" else text.encode("utf-8", "replace")
        check_nesting(encoded, limits)
        return Source(encoded, True, encoding, origin, confidence)
    return Source(text, False, encoding, origin, confidence)


def looks_like_html(text: str) -> bool:
    """Whether text starts with an HTML element, comment or doctype, or has `<html>`, `<head>` or `<body>` in its first
    4,096 characters and an end tag.
    """
    return _HTML_START.match(text) is not None or (_HTML_INSIDE.search(text, 0, _SNIFF) is not None and "</" in text)


def decode(data: bytes, encoding: str | None) -> tuple[str, str, str, float]:
    """Text, encoding, where that came from (option, bom, declared, utf-8, detected) and the confidence in it (0…1)."""
    if encoding is not None:
        try:
            return data.decode(encoding), encoding, "option", 1.0
        except UnicodeError as error:
            raise DecodeError(
                f"the bytes are not {encoding} ({_at(error)}): leave the encoding out to have it detected"
            ) from None
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name if bom != codecs.BOM_UTF8 else "utf-8-sig", "bom", 1.0
    utf16 = _utf16(data)
    if utf16:
        return data.decode(utf16, "replace"), utf16, "detected", 0.8
    _check_binary(data)
    declaration = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    declared = _codec((declaration[1] or declaration[2]).decode("ascii")) if declaration else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever they declare: chance makes that all but impossible.
        sevenbit = declared in ("iso2022_jp", "hz", "utf-7") and data.isascii()
        if not sevenbit:
            return text, "utf-8", "declared" if declared == "utf-8" else "utf-8", 1.0
    return _decode_legacy(data, declared)


def _decode_legacy(data: bytes, declared: str | None) -> tuple[str, str, str, float]:
    if declared not in (None, "utf-8"):
        try:
            return data.decode(declared), declared, "declared", 0.9
        except UnicodeDecodeError:
            text = data.decode(declared, "replace")
            if text.count("\ufffd") <= 1 + len(data) // 1000:
                return text, declared, "declared", 0.7
    text = data.decode("utf-8", "replace")
    # A UTF-8 page with a few torn characters: far more that decode than that do not.
    if text.count("\ufffd") * 5 <= sum(not char.isascii() for char in text):
        return text, "utf-8", "utf-8", 0.8
    return _detect(data)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: spaces, digits and tags leave a zero in every other place, and what decodes is
    text.
    """
    head = data[:4000]
    head = head[: len(head) & ~1]
    zeros = head[::2].count(0), head[1::2].count(0)
    if len(head) < 8 or max(zeros) * 50 < len(head) or min(zeros) * 50 > max(zeros):
        return None
    encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    text = head.decode(encoding, "replace")
    good = sum((char.isprintable() and char != "\ufffd") or char.isspace() for char in text)
    return encoding if good >= 0.97 * len(text) else None


def _detect(data: bytes) -> tuple[str, str, str, float]:
    """Decode by charset-normalizer's guess on the first 100 kB of text beyond ASCII; as windows-1252 where it has none.

    The Latin sets decode one another's text. Between those that read equally well, the page's language decides, then
    the number of signs that stand inside words ("og³osi³"), then how common the set is.
    """
    from charset_normalizer import from_bytes

    sample = b" ".join(_take(data))
    matches = {match.encoding: match for match in from_bytes(sample, cp_isolation=list(_GUESSED), threshold=0.4)}
    best = next(iter(matches.values()), None)
    for match in list(matches.values()):
        matches |= {name: match for name in match.could_be_from_charset if name not in matches}
    language = _LANGUAGE.search(data, 0, _DECLARED_WITHIN)
    hinted = next(
        (name for name, tags in _OF_LANGUAGE.items() if language and language[1].decode().lower() in tags.split()), ""
    )
    if best is not None:
        names = [best.encoding]
        if hinted in matches and matches[hinted].chaos <= best.chaos + 0.05:
            names.insert(0, hinted)
        elif best.encoding in _LATIN:
            equal = [name for name in _LATIN if name in matches and matches[name].chaos <= best.chaos]
            names = sorted(equal, key=lambda name: len(_ODD_IN_WORD.findall(sample.decode(name, "replace"))))
        for name in names:
            text = data.decode(name, "replace")
            if text.count("\ufffd") <= len(data) // 1000:
                return text, name, "detected", round(1.0 - matches[name].chaos, 2)
    return data.decode("cp1252", "replace"), "cp1252", "detected", 0.3


def _take(data: bytes) -> Iterator[bytes]:
    taken = 0
    for run in _BEYOND_ASCII.finditer(data):
        if taken >= _DETECTED_FROM:
            return
        piece = run[0] if len(run[0]) <= _DETECTED_FROM else run[0].lstrip(_ASCII)[:_DETECTED_FROM]
        taken += len(piece)
        yield piece


def _codec(label: str) -> str | None:
    """The Python codec that browsers use for a declared label; None for one that is unknown or no text."""
    known = _LABELS.get(label.strip().lower())
    if known:
        return known
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in (
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "undefined",
    ):
        return None
    if info.name.startswith(("utf-16", "utf-32")):  # the declaration itself was read as ASCII, so it is wrong
        return "utf-8"
    return _WHATWG.get(info.name, info.name)


def _check_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryInputError(f"the input is {what}, not a page or text")
    head = data[:4000]
    controls = sum(head.count(byte) for byte in (*range(1, 8), *range(14, 27), 28, 29, 30, 31))
    if controls > len(head) // 20 or head.count(0) > len(head) // 50:
        raise BinaryInputError("the input is binary data, not a page or text")


def _at(error: UnicodeError) -> str:
    return f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)
