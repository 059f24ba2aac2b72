"""Which charset for Chinese, Japanese or Korean bytes are in: the one that reads the most common signs in them.

The right reading of a text consists of common signs by a third and more; a wrong one scatters over thousands of rare
ones, and so does text in alphabets (`python -m benchmarks.encodings`).
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from cleaner.patterns import Pattern

# The charsets, and the weight of each. gb18030 has its kana where EUC-JP has them; `big5` is that set before Hong
# Kong's additions, which browsers know, moved its kana. Both speak only where they read more.
_CHARSETS = {"big5hkscs": 1.0, "cp932": 1.0, "euc_jp": 1.0, "cp949": 1.0, "gb18030": 0.9, "big5": 0.8}
# The most frequent signs of news in simplified and traditional Chinese, Japanese and Korean, and their punctuation.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然"
    "家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日月新市公司"
    "這個們來為國說時會對過發後裡種經麼現當沒動還進樣開從實與於將等無業電車點長應關體問間機東"
    "十二三同政社見議民連五間対党合業内相四今回場金員九入選立手米力問高代明円決京全目表戦通外最言氏調"
    "이다는을의에가고지하기로한은사도를대정서인자시어아리해들일부전나라상수그장있보원주제만과국유동것스여오비공경성위연"
    "구관생안소실진조당업방미할적회세마신재선모중트내등으계"
    "“”‘’…–—、。，：；！？（）《》「」『』・％áàâäãåçéèêëíìîïñóòôöõøúùûüæß"
) | frozenset(map(chr, [*range(0x3041, 0x3094), *range(0x30A1, 0x30FD)]))  # hiragana, katakana
# The least score. Measured: the right reading of a body has 0.41 and more, text in alphabets less than 0.1.
_LEAST = 0.2
# Doubt in a few signs: the score counts as many more that are not common. By hand.
_DOUBT = 3
# What a wrong reading is full of: signs that can't be, those for private use, and those that stand within a word of
# Latin letters.
_WRONG = Pattern("[\ufffd\ue000-\uf8ff]|(?<=[a-z])[\u3040-\ud7a3](?=[a-z])")
# Bytes beyond ASCII, with what stands between them (where a sign is of two bytes or four) and around them.
_SIGNS = Pattern(rb"[\x00-\x7f]{0,2}(?:[\x80-\xff][\x00-\x7f]{0,3}){1,40}")
# Pieces of up to 40 bytes beyond ASCII that are scored (by hand).
_SCORED = 100


def best_charset(sample: bytes) -> tuple[str, float] | None:
    """The charset that a sample of text reads best in, and its score (at most 1); None for other text."""
    signs = b"".join(piece[0] for piece in islice(_SIGNS.finditer(sample), _SCORED))
    readings = [(_score(signs, charset) * weight, charset) for charset, weight in _CHARSETS.items()]
    score, charset = max(readings, key=lambda reading: reading[0])
    return (charset, score) if score >= _LEAST else None


def _score(sample: bytes, charset: str) -> float:
    """The share of common signs among those beyond ASCII, less the share of wrong ones.

    >>> _score("今日は".encode("euc_jp"), "euc_jp"), _score("今日は".encode("euc_jp"), "cp949")
    (0.5, 0.0)
    """
    text = sample.decode(charset, "replace")
    signs = Counter(text)
    beyond_ascii = sum(count for sign, count in signs.items() if not sign.isascii())
    common = sum(signs[sign] for sign in signs.keys() & _COMMON)
    return (common - len(_WRONG.findall(text))) / (beyond_ascii + _DOUBT)
