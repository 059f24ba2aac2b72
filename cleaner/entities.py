"""Entities that were left in text (`&amp;lt;`), undone at all levels in one pass. Imports nothing of ours."""

from __future__ import annotations

import re

from ftfy.fixes import unescape_html

# Levels that are undone one by one, as ftfy does it: text that was escaped more often is hostile (by hand).
_LEVELS = 4
# An ampersand, however often it was escaped.
_AMPERSANDS = re.compile(r"&(?:amp;|AMP;|#38;|#x26;)+")
# An entity that ends where the text does; its longest name has 24 characters (ftfy's `HTML_ENTITY_RE`).
_AT_END = re.compile(r"&#?[0-9A-Za-z]{1,24};\Z")
_LONGEST = 27


def unescape(text: str) -> str:
    """A text without entities, however often they were escaped; the entities are those that ftfy knows.

    >>> unescape("Mills &" + "amp;" * 10_000 + "lt; weavers &semi; &foo;")
    'Mills < weavers ; &foo;'
    """
    text = _AMPERSANDS.sub("&", text)
    for _ in range(_LEVELS):
        before, text = text, unescape_html(text)
        if text == before:
            return text
    return _unescape_all(text)


def _unescape_all(text: str) -> str:
    """Undo each entity when its end is reached, and again where it stood for the end of another (`&amp&semi;`)."""
    done: list[str] = []
    for char in text:
        done.append(char)
        while done and done[-1] == ";":
            entity = _AT_END.search("".join(done[-_LONGEST:]))
            if entity is None or (sign := unescape_html(entity[0])) == entity[0]:
                break
            del done[-len(entity[0]) :]
            done += sign
    return "".join(done)
