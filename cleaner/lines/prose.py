"""How much a piece of text reads like an article's prose."""

from __future__ import annotations

import re

from cleaner.labels import Role
from cleaner.patterns import Pattern

_CODE, _HEADING = Role.CODE, Role.HEADING
_PUNCTUATION = Pattern(r"[.!?,;:…。！？、，；：؟،۔।]")
# Punctuation is looked for in the first characters only. By hand.
_LOOK = 600
# Characters of the shortest sentence, and of the shortest text of more than one. By hand, on the dev pages.
_SENTENCE = 40
_LONG = 80
# A CJK character, kana or hangul syllable counts as 2.5 letters: 1.5 more than another character. By hand. Under `re`,
# which takes a third of the time.
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDE_MORE = 1.5
# Score, in characters of prose, of a text shorter than a sentence, and of a text that is mostly links. By hand.
_SCRAP = -3.0
_LINKS = -10.0


def prose_score(text: str, links: int, form: Role) -> float:
    """How much a text counts as an article's prose: its characters outside links if it reads as prose.

    Texts shorter than a sentence, and texts that are mostly links, have a score below 0.

    links: how many of its characters are linked; form: what its markup makes it.

    >>> prose_score("The council meets on Monday, and the quay opens on Friday.", 0, Role.PARAGRAPH)
    58.0
    >>> prose_score("The council meets on Monday in the old mill.", 0, Role.PARAGRAPH)
    26.4
    >>> prose_score("Read more", 9, Role.PARAGRAPH)
    -10.0
    """
    length = len(text)
    linked = min(1.0, links / length) if length else 1.0
    if not text.isascii():
        length += int(_WIDE_MORE * len(_WIDE.findall(text)))
    if form is _CODE:
        return length * (1.0 - linked)
    if length >= _SENTENCE and linked < 0.5:
        if length > _LONG and text.find(".", 0, _LOOK) >= 0:  # most prose is told without the pattern
            return length * (1.0 - linked)
        if mark := _PUNCTUATION.search(text, 0, _LOOK):
            is_long = length > _LONG or _PUNCTUATION.search(text, mark.end(), _LOOK)
            return length * (1.0 - linked) * (1.0 if is_long else 0.6)
    if form is _HEADING:
        return 0.0 if linked < 0.5 else _LINKS
    if linked > 0.5:
        return _LINKS
    return _SCRAP if length < _SENTENCE else 0.3 * length
