"""`read`: bytes or str to a `Source`: decoded as browsers do, told HTML from text, and held against the size and nesting budgets."""

from __future__ import annotations

import codecs
from collections import Counter

import regex

from cleaner.errors import BinaryInputError, DecodeError, EmptyInputError, LimitError
from cleaner.model import Source
from cleaner.options import Limits, Options

_MAGIC = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"), (b"\x1f\x8b", "a gzip archive: unpack it first"), (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"), (b"\x7fELF", "a program"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"OggS", "a sound file"), (b"ID3", "a sound file"), (b"wOF", "a font"), (b"\xd0\xcf\x11\xe0", "an office document"),
)  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Browsers look at 1,024 bytes; pages that declare their charset later are common enough to look further.
_DECLARATION = regex.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", regex.IGNORECASE)
_DECLARED_WITHIN = 8192
# What browsers read under these names (WHATWG Encoding Standard): the supersets of which the older sets are a part.
_WHATWG = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_HTML_START = regex.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|head|body|article|main|section|div|p|h[1-6]|header|nav|ul|ol|table|meta|title|link|script|style|span|a|frameset|form|center|font|figure|blockquote|aside|template|noscript|br|hr|img|b|i|em|strong|pre)\b",
    regex.IGNORECASE,
)
_HTML_INSIDE = regex.compile(r"<(?:!doctype\s+html|html|head|body)\b[^<>]*>", regex.IGNORECASE)
_SNIFF = 4096
_TAG = regex.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_LONG_TAG = regex.compile(rb"<[a-zA-Z][^<>]{20000,}")
_ATTRIBUTE = regex.compile(rb"[\s\"'][^\s\"'=<>/]+")
_FORMATTING = frozenset(b"a b big code em font i nobr s small strike strong tt u".split())
# Elements that have no end tag, or whose end tag HTML lets a writer leave out: they do not nest when left open.
_UNCOUNTED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt html head body path rect circle line polygon use stop".split()
)
# A page whose tags balance to within this many can't nest deep enough to matter, and is not looked at further.
_BALANCED = 1000


def read(data: str | bytes, options: Options) -> Source:
    """Decode `data` and tell whether it is HTML.

    Raises `EmptyInputError`, `BinaryInputError`, `DecodeError` or `LimitError`; `TypeError` for anything but str or bytes.
    """
    if not isinstance(data, (str, bytes)):
        raise TypeError(f"clean() takes str or bytes, not {type(data).__name__}")
    limits = options.limits
    if len(data) > limits.size:
        raise LimitError(f"the input has {len(data):,} bytes, over the limit of {limits.size:,}: raise Options.limits.size to take it")
    if isinstance(data, str):
        text, encoding, origin, confidence = data.removeprefix("\ufeff"), "str", "caller", 1.0
    else:
        text, encoding, origin, confidence = decode(data, options.encoding)
    if not text or text.isspace():
        raise EmptyInputError("the input is empty")
    html = options.input == "html" or (options.input == "auto" and looks_like_html(text))
    if html:
        encoded = data if isinstance(data, bytes) and encoding == "utf-8" else text.encode("utf-8", "replace")
        check_nesting(encoded, limits)
        return Source(encoded, True, encoding, origin, confidence)
    return Source(text, False, encoding, origin, confidence)


def looks_like_html(text: str) -> bool:
    """Whether text starts with an HTML element or a doctype, or has `<html>`, `<head>` or `<body>` in its first 4,096 characters."""
    return _HTML_START.match(text, concurrent=False) is not None or _HTML_INSIDE.search(text, 0, _SNIFF, concurrent=False) is not None


def decode(data: bytes, encoding: str | None) -> tuple[str, str, str, float]:
    """Text, encoding, where that came from (option, bom, declared, utf-8, detected) and the confidence in it (0…1)."""
    if encoding is not None:
        try:
            return data.decode(encoding), encoding, "option", 1.0
        except UnicodeError as error:
            raise DecodeError(f"the bytes are not {encoding} ({_at(error)}): leave the encoding out to have it detected") from None
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name if bom != codecs.BOM_UTF8 else "utf-8-sig", "bom", 1.0
    _check_binary(data)
    found = _DECLARATION.search(data, 0, _DECLARED_WITHIN, concurrent=False)
    declared = _codec((found[1] or found[2]).decode("ascii")) if found else None
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
    if data[:4000].count(0) > len(data[:4000]) // 4:
        encoding = "utf-16-le" if data[1:4000:2].count(0) > data[0:4000:2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace"), encoding, "detected", 0.8
    return _detect(data)


def _detect(data: bytes) -> tuple[str, str, str, float]:
    """By charset-normalizer, on the first 100 kB that hold something beyond ASCII; windows-1252 where it finds nothing."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000], threshold=0.4).best()
    encoding = _codec(best.encoding) if best is not None else None
    if encoding and best is not None:
        try:
            return data.decode(encoding), encoding, "detected", round(1.0 - best.chaos, 2)
        except UnicodeDecodeError:
            pass
    return data.decode("cp1252", "replace"), "cp1252", "detected", 0.3


def _codec(label: str) -> str | None:
    """The Python codec that browsers use for a declared label; None for one that is unknown or no text."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"):
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
    utf16 = min(head[::2].count(0), head[1::2].count(0)) == 0
    if controls > len(head) // 20 or (head.count(0) > len(head) // 50 and not utf16):
        raise BinaryInputError("the input is binary data, not a page or text")


def _at(error: UnicodeError) -> str:
    return f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)


def check_nesting(data: bytes, limits: Limits) -> None:
    """Refuse, before the parser sees it, a page on which the parser would take minutes or gigabytes. Raises `LimitError`."""
    ends = data.count(b"</")
    starts = data.count(b"<") - ends
    if starts - ends > _BALANCED or starts > limits.depth:
        _check_balance(data, starts, limits)
    if len(data) > 20_000:
        for tag in _LONG_TAG.finditer(data, concurrent=False):
            if len(_ATTRIBUTE.findall(tag[0], concurrent=False)) > limits.attributes:
                raise LimitError(f"one tag has over {limits.attributes:,} attributes: the page is broken or hostile")


def _check_balance(data: bytes, starts: int, limits: Limits) -> None:
    balance: Counter[bytes] = Counter()
    depth = 0
    for tag in _TAG.finditer(data, concurrent=False):
        name = tag[2].lower()
        if name in _UNCOUNTED:
            continue
        step = -1 if tag[1] else 1
        balance[name] += step
        depth = max(0, depth + step)
        if depth > limits.depth:
            raise LimitError(f"over {limits.depth:,} elements stand open in each other: the page is broken or hostile")
    formatting = sum(max(0, balance[name]) for name in _FORMATTING)
    if formatting > 50 and formatting * starts > limits.formatting:
        raise LimitError(f"{formatting:,} formatting elements are left open among {starts:,} elements: a parser would repeat them in each")
    if data.count(b"<body") > limits.attributes:
        raise LimitError(f"the page has over {limits.attributes:,} body elements: it is broken or hostile")
