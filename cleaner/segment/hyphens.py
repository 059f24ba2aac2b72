"""What stands between two lines that are joined: a space, nothing between characters that know no spaces, and the
hyphen or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block
from cleaner.patterns import Pattern

SOFT = "\u00ad"
_HYPHENS = ("-", "\u2010", SOFT)
_WORD = Pattern(r"\p{L}+(?:[-\u2010]\p{L}+)*")
_LAST = Pattern(r"(?:\p{L}+[-\u2010])*\p{L}++$")
_FIRST = Pattern(r"\p{L}+(?:[-\u2010]\p{L}+)*")
_UNSPACED = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff01-\uff60]")
# "pre- and post-war": the words that follow a hyphen which stands for a word left out.
_AND = frozenset("and or nor to und oder bis et ou y e o en of och og eller i a lub".split())
# Where at least one of so many joined lines ends in a hyphen, somebody's machine broke words; else only compounds stand
# at the ends of lines.
_BROKEN_WORDS = 25
_LONGEST_WORD = 60


def ends_in_hyphen(line: str) -> bool:
    """Whether a line ends in a letter and a hyphen."""
    return line[-1:] in _HYPHENS and line[-2:-1].isalpha()


class Hyphens:
    """How to join lines of a document; it looks at the document's words only when it meets a hyphen."""

    def __init__(self, blocks: Sequence[Block], joined: set[int]) -> None:
        self.blocks, self.joined = blocks, joined
        self.words: frozenset[str] | None = None
        self.breaks_words = False

    def glue(self, one: str, two: str) -> tuple[str, str]:
        """The end of the first line, with its hyphen or not, and what stands between it and the second."""
        if ends_in_hyphen(one):
            return self._hyphened(one, two)
        if not one.isascii() and not two.isascii() and _UNSPACED.match(one[-1]) and _UNSPACED.match(two):
            return one, ""
        return one, " "

    def _hyphened(self, one: str, two: str) -> tuple[str, str]:
        if one[-1] == SOFT:
            return one[:-1], ""
        first = _FIRST.match(two[:_LONGEST_WORD])
        if first is None or not two[0].islower():
            return one, "" if two[0].isalnum() else " "
        if first[0] in _AND:
            return one, " "
        before = _LAST.search(one[-_LONGEST_WORD:-1])
        return (one[:-1], "") if before is None or self._is_one_word(before[0].lower(), first[0].lower()) else (one, "")

    def _is_one_word(self, one: str, two: str) -> bool:
        """Whether the hyphen parts a word: the document has it whole, or has it nowhere with a hyphen and breaks words
        at the ends of its lines.

        Two halves that the document has as words of their own are a compound.
        """
        if self.words is None:
            self._read()
        words = self.words or frozenset()
        if one + two in words:
            return True
        if f"{one}-{two}" in words or f"{one}\u2010{two}" in words or not self.breaks_words:
            return False
        return not (one in words and two in words)

    def _read(self) -> None:
        """The document's words, those aside that the end of a line cuts."""
        words: set[str] = set()
        hyphens = 0
        for i, block in enumerate(self.blocks):
            text = block.text
            if i in self.joined and ends_in_hyphen(self.blocks[i - 1].text):
                hyphens += 1
                text = text.partition(" ")[2]
            if ends_in_hyphen(text):
                text = text.rpartition(" ")[0]
            words.update(_WORD.findall(text.lower()))
        self.words = frozenset(words)
        self.breaks_words = hyphens * _BROKEN_WORDS >= len(self.joined)
