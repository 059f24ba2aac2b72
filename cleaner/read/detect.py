"""What bytes that declare nothing are in: told from the text."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.patterns import IGNORECASE, Pattern
from cleaner.read.east_asian import best_charset

# The sets that undeclared text may be in, those that browsers guess: for alphabets, and of two bytes a sign.
_ALPHABETS = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp874",
)  # fmt: skip
_WIDE = ("cp932", "euc_jp", "gb18030", "big5hkscs", "cp949")
# Sets that decode one another's text.
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
# The set of a page's language, where it has one of its own.
_OF_LANGUAGE = {
    "cp1250": "pl cs sk hu ro sl hr bs sq", "cp1253": "el", "cp1254": "tr az", "cp1255": "he iw yi",
    "cp1256": "ar fa ur", "cp1257": "lt lv et", "cp874": "th",
}  # fmt: skip
_LANGUAGE = Pattern(rb"""<html[^>]{0,300}?\slang\s*=\s*["']?([a-z]{2})\b""", IGNORECASE)
# Bytes in which the page's language is looked for.
_LANGUAGE_WITHIN = 8192
# What text of two bytes a sign holds, or of four: neighbours, or in Western text the punctuation of Shift_JIS (at 81,
# which Western sets lack) and the dashes of Big5 ("¡X" in others).
_PAIR = Pattern(rb"[\x80-\xff]{2}|(?:[\x81-\xfe][0-9]){2}|\x81[@-~]|[a-z]\xa1[KVX]|\xa1[KVX] ")
# So few bytes beyond ASCII, each alone, are letters of an alphabet. By hand.
_FEW = 2
_BEYOND_ASCII = Pattern(rb"[^<>]*[\x80-\xff][^<>]*")
_ODD_IN_WORD = Pattern(r"(?<=\p{Ll})[\p{S}\p{No}]|[\p{S}\p{No}](?=\p{Ll})")
# Bytes that an encoding is detected from (by hand).
_DETECTED_FROM = 100_000
_ASCII = bytes(range(128))


def utf16(data: bytes, named: str | None = None) -> str | None:
    """UTF-16 without a byte order mark, or None: spaces, digits and tags leave a zero in every other place, and what
    decodes is text. `named` is the codec that HTTP names: text in it needs no zeros, but may not be UTF-8.
    """
    head = data[:4000]
    head = head[: len(head) & ~1]
    zeros = head[::2].count(0), head[1::2].count(0)
    encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if len(head) < 8 or max(zeros) * 50 < len(head) or min(zeros) * 50 > max(zeros):
        if named not in ("utf-16-le", "utf-16-be") or _is_utf8(data):
            return None
        encoding = named
    text = head.decode(encoding, "replace")
    good = sum((char.isprintable() and char != "\ufffd") or char.isspace() for char in text)
    return encoding if good >= 0.97 * len(text) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def detect(data: bytes) -> tuple[str, float]:
    """The charset of undeclared text and the confidence in it (0…1).

    Told from the first 100 kB of text beyond ASCII: a charset for East Asian languages if it reads their most common
    signs, else charset-normalizer's guess.
    """
    sample = b" ".join(_take(data))
    pairs = _PAIR.search(sample) is not None
    east_asian = best_charset(sample) if pairs else None
    if east_asian:
        charset, share = east_asian
        return charset, round(min(1.0, 0.5 + share), 2)
    few = not pairs and len(sample.translate(None, _ASCII)) <= _FEW
    return _guess(data, sample, _ALPHABETS if few else (*_ALPHABETS, *_WIDE))


def _guess(data: bytes, sample: bytes, among: tuple[str, ...]) -> tuple[str, float]:
    """charset-normalizer's guess among some sets; windows-1252 where it has none.

    The Latin sets decode one another's text. Between those that read equally well, the page's language decides, then
    the number of signs that stand inside words ("og³osi³"), then how common the set is.
    """
    from charset_normalizer import from_bytes

    matches = {match.encoding: match for match in from_bytes(sample, cp_isolation=list(among), threshold=0.4)}
    best = next(iter(matches.values()), None)
    for match in list(matches.values()):
        matches |= {name: match for name in match.could_be_from_charset if name not in matches}
    language = _LANGUAGE.search(data, 0, _LANGUAGE_WITHIN)
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
            if data.decode(name, "replace").count("\ufffd") <= len(data) // 1000:
                return name, round(1.0 - matches[name].chaos, 2)
    return "cp1252", 0.3


def _take(data: bytes) -> Iterator[bytes]:
    taken = 0
    for run in _BEYOND_ASCII.finditer(data):
        if taken >= _DETECTED_FROM:
            return
        piece = run[0] if len(run[0]) <= _DETECTED_FROM else run[0].lstrip(_ASCII)[:_DETECTED_FROM]
        taken += len(piece)
        yield piece
