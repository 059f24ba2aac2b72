"""How two lines are glued when they are joined: with a space, with nothing in scripts without spaces, and with or
without the hyphen that ends the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block
from cleaner.patterns import Pattern

SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_WORD = Pattern(r"\p{L}+(?:[-\u2010]\p{L}+)*")
_LAST = Pattern(r"(?:\p{L}+[-\u2010])*\p{L}++$")
# The characters of scripts without spaces between words, for a character class.
UNSPACED_CHARACTERS = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff01-\uff60"
UNSPACED = Pattern(f"[{UNSPACED_CHARACTERS}]")
# Words that may follow a hyphen that stays: "pre- and post-war".
_AND = frozenset("and or nor to und oder bis et ou y e o en of och og eller i a lub".split())
# A document breaks words at line ends where at least one in 25 joined lines ends in a hyphen (by hand); in others only
# compounds end a line.
_LINES_FOR_EACH_HYPHEN = 25
# Characters of a line in which its first or last word is looked for (by hand).
_LONGEST_WORD = 60


def ends_in_hyphen(line: str) -> bool:
    """Whether a line ends in a letter and a hyphen.

    >>> ends_in_hyphen("the govern-"), ends_in_hyphen("the end -")
    (True, False)
    """
    return line[-1:] in _HYPHENS and line[-2:-1].isalpha()


class Hyphens:
    """How to join lines of a document; it looks at the document's words only when it meets a hyphen."""

    def __init__(self, blocks: Sequence[Block], joined: set[int]) -> None:
        self.blocks, self.joined = blocks, joined
        self.words: frozenset[str] | None = None
        self.breaks_words = False

    def glue(self, one: str, two: str) -> tuple[str, str]:
        r"""The first line, with or without its hyphen, and what to put between it and the second.

        >>> hyphens = Hyphens([], set())
        >>> hyphens.glue("The mill", "has closed."), hyphens.glue("gov\u00ad", "ernment")
        (('The mill', ' '), ('gov', ''))
        """
        if ends_in_hyphen(one):
            return self._hyphened(one, two)
        if not one.isascii() and not two.isascii() and UNSPACED.match(one[-1]) and UNSPACED.match(two):
            return one, ""
        return one, " "

    def _hyphened(self, one: str, two: str) -> tuple[str, str]:
        if one[-1] == SOFT_HYPHEN:
            return one[:-1], ""
        first = _WORD.match(two[:_LONGEST_WORD])
        if first is None or not two[0].islower():
            return one, "" if two[0].isalnum() else " "
        if first[0] in _AND:
            return one, " "
        before = _LAST.search(one[-_LONGEST_WORD:-1])
        return (one[:-1], "") if before is None or self._is_one_word(before[0].lower(), first[0].lower()) else (one, "")

    def _is_one_word(self, one: str, two: str) -> bool:
        """Whether two parts are one word that was broken at the end of a line.

        They are where the document has the whole word; also where it breaks words, never writes this one with a hyphen,
        and does not have both parts as words of their own.
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
        """Collect the document's words, except those that the end of a line cuts."""
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
        self.breaks_words = hyphens * _LINES_FOR_EACH_HYPHEN >= len(self.joined)
