"""`normalize`: encoding repairs, Unicode and white space, block by block; running it twice changes nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import ftfy
from ftfy.badness import is_bad
from ftfy.chardata import CHARMAP_ENCODINGS, UTF8_CLUES

from cleaner.canonical import canonical, cut_runs
from cleaner.entities import unescape
from cleaner.invisible import has_invisible_letters, strip_invisible
from cleaner.labels import Role
from cleaner.model import Block
from cleaner.options import Options
from cleaner.patterns import MULTILINE, Pattern

# The repairs of ftfy, one by one: those of a machine's faults are on, those of an author's choices are off.
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
    normalization=None,  # `fix` does it, since a repair may uncover a run of combining marks that has to be cut before
    explain=False,
)
_ENTITY_OR_CONTROL = Pattern(r"&#?[0-9A-Za-z]{1,24};|[\x00-\x08\x0b\x0e-\x1f\x7f\r\x0c]")
_NON_ASCII_SUSPECT = Pattern(
    r"[\x80-\x9f\u2028\u2029\ud800-\udfff\ufffd\u206a-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)
# Signs that can be seen, are in NFC and do not combine: Latin letters, punctuation and currencies, and the space. Under
# `re`, which is quicker here than `regex`.
_HARMLESS = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]*+")
_SPACES = Pattern(r"[^\S\n]*+\n[^\S\n]*+|[^\S\n]++")
# Code may be about entities, so they stay.
_CODE_CONFIG = CONFIG._replace(unescape_html=False)
# The one sign of mojibake that ftfy takes for one at the start of a line only.
_LINE_START = Pattern(r"^[ÃÂ] ", MULTILINE)
# Repairs after repairs that are made of one text: those of pages take two or three (by hand).
_MOST_ROUNDS = 20
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'})
_CODE = Role.CODE
_CODE_SPACES = str.maketrans({"\u00a0": " ", "\r": ""})


def normalize(blocks: Iterable[Block], options: Options) -> None:
    """Normalize the text of every block in place."""
    restyled = options.narrow_width or options.straight_quotes
    for block in blocks:
        text = block.text
        # Most blocks are plain, but for the bullets of menus: this says so of them without a call.
        plain = text.isascii() or (text[:1] == "•" and text[1:].isascii())
        if restyled or not (
            plain
            and text.isprintable()
            and "&" not in text
            and "  " not in text
            and text[:1] != " "
            and text[-1:] != " "
        ):
            block.text = normalize_text(text, options, code=block.form is _CODE)


def normalize_text(text: str, options: Options, *, code: bool = False) -> str:
    """The normalized form of a block's text: repaired by ftfy, in NFC, with single spaces (code keeps its white space),
    without invisible characters.
    """
    if not _is_of_harmless(text):
        text = _repair(text, code)
    if (options.narrow_width or options.straight_quotes) and not text.isascii():
        return _restyle(text, options, code)
    return text


def _is_of_harmless(text: str) -> bool:
    """Whether nothing has to be repaired in a text of signs that alone never are: most texts with dashes or accents."""
    return (
        _HARMLESS.fullmatch(text) is not None
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and not ("&" in text and _ENTITY_OR_CONTROL.search(text))
        and (text.isascii() or not _may_be_mojibake(text))
    )


def _repair(text: str, code: bool) -> str:
    text = cut_runs(text)
    if not _is_plain(text) or may_change(text):
        before, rounds = "", 0
        while before != text:  # a repair may uncover another
            before, text = text, _round(text, code)
            rounds += 1
            if rounds == _MOST_ROUNDS:
                break
    return text


def _is_plain(text: str) -> bool:
    """Whether a text has no white space to repair and no invisible characters.

    Python calls both "not printable", except for the space (U+0020).
    """
    flat = text.replace("\n", "") if "\n" in text else text
    return (
        flat.isprintable()
        and (text.isascii() or not has_invisible_letters(text))
        and "  " not in text
        and text == text.strip()
        and (flat is text or not (" \n" in text or "\n " in text))
    )


def _restyle(text: str, options: Options, code: bool) -> str:
    """Make quotes straight and characters narrow where the options say so, and normalize what that changed: a narrow
    ampersand may begin an entity.
    """
    changed = ftfy.fixes.fix_character_width(text) if options.narrow_width else text
    changed = changed.translate(_QUOTES) if options.straight_quotes else changed
    return changed if changed == text else normalize_text(changed, options, code=code)


def _round(text: str, code: bool) -> str:
    text = fix(text, _CODE_CONFIG if code else CONFIG)
    if not text.isascii():
        text = canonical("NFC", strip_invisible(text))
    if code:
        return text.translate(_CODE_SPACES).strip("\n")
    if "  " in text or not text.isprintable() or not text.isascii() or text[:1] == " " or text[-1:] == " ":
        text = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", text).strip()
    return text


def fix(text: str, config: ftfy.TextFixerConfig = CONFIG) -> str:
    """`ftfy.fix_text` and NFC, only where they could change something. Entities are undone before, since ftfy reads the
    whole text again for each level of them.
    """
    if config.unescape_html and "&" in text and "<" not in text:
        text, config = unescape(text), _CODE_CONFIG
    return canonical("NFC", ftfy.fix_text(text, config)) if may_change(text) else text


def may_change(text: str) -> bool:
    """Whether ftfy or NFC could change `text`: a cheap test that never says no where they would (tests compare)."""
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
    """Whether ftfy's decoders could find something: a part made of its clues, or a line of which all that is beyond
    ASCII is misread.
    """
    if len(text) > CONFIG.max_decode_length:
        return True
    part, line = _misread()
    if part.search(text) is None and (line.search(text) if "\n" in text else line.match(text)) is None:
        return False
    return is_bad(text) or _LINE_START.search(text) is not None


@lru_cache(maxsize=1)
def _misread() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what 8-bit sets make of a character's bytes in UTF-8: out of the signs that ftfy takes for clues, and
    as a line's first beyond ASCII.

    ftfy takes a space for the byte A0 after some leads (not in Mac Roman, where D0 is a dash), and a question mark for
    a byte that was lost.
    """
    clues = {*UTF8_CLUES["utf8_first_of_2"], *UTF8_CLUES["utf8_first_of_3"], *UTF8_CLUES["utf8_first_of_4"]}
    following = {*UTF8_CLUES["utf8_continuation"], *map(chr, range(0x80, 0xC0))}  # the clues have these as a range
    part, line = _sequence(clues, following), _sequence(None, None)
    return re.compile(part), re.compile(rf"^[\x00-\x09\x0b-\x7f]*+{line}", re.MULTILINE)


def _sequence(leads: set[str] | None, follows: set[str] | None) -> str:
    """The pattern of one misread character; its signs may be restricted."""

    def read(codes: Iterable[int], names: Iterable[str], among: set[str] | None) -> str:
        signs = {char for name in names for char in bytes(codes).decode(name)}
        return "".join(sorted(signs if among is None else signs & among))

    def first(codes: Iterable[int], names: Iterable[str] = CHARMAP_ENCODINGS) -> str:
        return read(codes, names, leads)

    spaced = [name for name in CHARMAP_ENCODINGS if name != "macroman"]
    rest = read(range(0x80, 0xC0), CHARMAP_ENCODINGS, follows)
    sequences = (
        (first(range(0xC2, 0xE0)), f"[{rest}]"), (first(b"\xc2\xc3\xc5\xce\xd0\xd9", spaced), " "),
        (first(b"\xc0\xc2\xc3"), "[?\x80]"),
        (first(range(0xE0, 0xF0)), f"[{rest}?]{{2}}"), (first(range(0xE0, 0xE4), spaced), f"[{rest} ]{{2}}"),
        (first(range(0xF0, 0xF8)), f"[{rest} ?]{{3}}"),
    )  # fmt: skip
    return (
        f"[{''.join(lead for lead, _ in sequences)}](?:{'|'.join(f'(?<=[{lead}]){rest}' for lead, rest in sequences)})"
    )
