"""`normalize`: encoding repairs, Unicode and white space, block by block; running it twice changes nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import ftfy
import regex
from ftfy.badness import is_bad
from ftfy.chardata import CHARMAP_ENCODINGS

from cleaner.model import Block, Role
from cleaner.options import Options
from cleaner.patterns import MULTILINE, Pattern

# What ftfy may do, one by one: it repairs what a machine broke and leaves what an author chose.
CONFIG = ftfy.TextFixerConfig(
    unescape_html="auto",  # entities left in text were escaped twice; not beside a `<`, where they may be the subject
    remove_terminal_escapes=True,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,  # the author's (or the typesetter's) own
    fix_character_width=False,  # full-width forms are how East Asian text is written
    uncurl_quotes=False,  # the author's own
    fix_line_breaks=True,
    fix_surrogates=True,
    remove_control_chars=True,
    normalization="NFC",
    explain=False,
)
_ENTITY_OR_CONTROL = Pattern(r"&#?[0-9A-Za-z]{1,24};|[\x00-\x08\x0b\x0e-\x1f\x7f\r\x0c]")
_NON_ASCII_SUSPECT = Pattern(r"[\x80-\x9f\u2028\u2029\ud800-\udfff\ufffd\u206a-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]")
_SPACES = Pattern(r"[^\S\n]*+\n[^\S\n]*+|[^\S\n]++")
# Soft hyphens, zero-width spaces, word joiners and byte order marks carry no text. Direction marks and variation selectors do.
_INVISIBLE = Pattern(r"[\u00ad\u200b\u2060-\u2064\ufeff\u180e]")
# ZWNJ and ZWJ shape Arabic, Indic and Khmer letters and join emoji; between other characters they are noise.
_JOINER = Pattern(r"[\u200c\u200d]")
_JOINING = Pattern(
    r"[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}"
    r"\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}"
    r"\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]"
)
# In code an entity is what the code is about.
_CODE_CONFIG = CONFIG._replace(unescape_html=False)
# The one sign of mojibake that ftfy takes for one at the start of a line only.
_LINE_START = Pattern(r"^[ÃÂ] ", MULTILINE)
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'})
_CODE_SPACES = str.maketrans({"\u00a0": " ", "\r": ""})


def normalize(blocks: Iterable[Block], options: Options) -> None:
    """Normalize the text of every block in place."""
    for block in blocks:
        block.text = normalize_text(block.text, options, code=block.kind is Role.CODE)


def normalize_text(text: str, options: Options, *, code: bool = False) -> str:
    """The normalized form of a block's text: repaired by ftfy, in NFC, with single spaces (code keeps its white space), without invisible characters."""
    # Every space but U+0020 and every control or invisible character is "not printable" to Python.
    plain = text.isprintable() and "&" not in text and "  " not in text and text[:1] != " " and text[-1:] != " "
    if not (plain and (text.isascii() or not may_change(text))):
        before = ""
        while before != text:  # a repair may uncover another
            before, text = text, _round(text, code)
    if (options.narrow_width or options.straight_quotes) and not text.isascii():
        return _restyle(text, options, code)
    return text


def _restyle(text: str, options: Options, code: bool) -> str:
    """What options ask for; a wide space, ampersand or semicolon made narrow may leave something to normalize."""
    changed = ftfy.fixes.fix_character_width(text) if options.narrow_width else text
    changed = changed.translate(_QUOTES) if options.straight_quotes else changed
    return changed if changed == text else normalize_text(changed, options, code=code)


def _round(text: str, code: bool) -> str:
    text = fix(text, _CODE_CONFIG if code else CONFIG)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        if "\u200c" in text or "\u200d" in text:
            text = _strip_joiners(text)
        text = unicodedata.normalize("NFC", text)
    if code:
        return text.translate(_CODE_SPACES).strip("\n")
    if "  " in text or not text.isprintable() or not text.isascii() or text[:1] == " " or text[-1:] == " ":
        text = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", text).strip()
    return text


def fix(text: str, config: ftfy.TextFixerConfig = CONFIG) -> str:
    """`ftfy.fix_text`, called only where it could change something."""
    return ftfy.fix_text(text, config) if may_change(text) else text


def may_change(text: str) -> bool:
    """Whether ftfy could change `text`: a cheap test that never says no where it would (tests compare the two)."""
    if ("&" in text or not text.isprintable()) and _ENTITY_OR_CONTROL.search(text):
        return True
    if text.isascii():
        return False
    if not text.isprintable() and _NON_ASCII_SUSPECT.search(text):
        return True
    if "\ufffd" in text or "\ufffc" in text or not unicodedata.is_normalized("NFC", text):
        return True
    return _may_be_mojibake(text)


def _may_be_mojibake(text: str) -> bool:
    """Mojibake holds a character that some 8-bit set reads for a lead byte of UTF-8, and one that it reads for a byte that follows."""
    beyond = frozenset(text) - _ASCII
    return _repertoire_suspect(beyond) and (is_bad(text) or _LINE_START.search(text) is not None or len(text) > CONFIG.max_decode_length)


@lru_cache(maxsize=1 << 14)
def _repertoire_suspect(characters: frozenset[str]) -> bool:
    return any(not characters.isdisjoint(leads) and not characters.isdisjoint(follows) for leads, follows in _byte_classes()) or not (
        characters.isdisjoint(_altered())
    )


@lru_cache(maxsize=1)
def _byte_classes() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def characters(first: int, last: int, encoding: str) -> frozenset[str]:
        return frozenset(bytes(range(first, last + 1)).decode(encoding))

    single = [(characters(0xC0, 0xF7, name), characters(0x80, 0xBF, name)) for name in CHARMAP_ENCODINGS]
    # ftfy's detector of mixed text takes leads and followers from several sets at once.
    mixed = (frozenset().union(*(leads for leads, _ in single[:6])), frozenset().union(*(follows for _, follows in single[:6])))
    return (*single, mixed)


@lru_cache(maxsize=1)
def _altered() -> frozenset[str]:
    """Lead bytes after which a lost NBSP, now a space, would stand for the byte A0 (ftfy does not ask it of Mac Roman, where D0 is a dash)."""
    return frozenset(char for name in CHARMAP_ENCODINGS if name != "macroman" for char in b"\xc2\xc3\xc5\xce\xd0\xd9\xe2\xe3".decode(name))


def _strip_joiners(text: str) -> str:
    def keep(match: regex.Match[str]) -> str:
        before = text[max(0, match.start() - 1) : match.start()]
        return match[0] if _JOINING.match(before) else ""

    return _JOINER.sub(keep, text)


_ASCII = frozenset(map(chr, range(128)))
