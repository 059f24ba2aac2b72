"""What browsers take a declared charset for, as a Python codec."""

from __future__ import annotations

import codecs

# Browsers read these sets as supersets of them (WHATWG Encoding Standard).
_WHATWG = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "utf-16": "utf-16-le",
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
_NO_CHARSETS = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined")


def codec_of(label: str) -> str | None:
    """The Python codec that browsers use for a declared label; None for one that is unknown or no text.

    >>> codec_of("ISO-8859-1"), codec_of("gb2312"), codec_of("klingon")
    ('cp1252', 'gb18030', None)
    """
    known = _LABELS.get(label.strip().lower())
    if known:
        return known
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name in _NO_CHARSETS:
        return None
    return _WHATWG.get(info.name, info.name)
