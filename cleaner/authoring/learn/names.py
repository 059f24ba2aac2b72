"""Names of elements that a person gave, and selectors made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode, SelectolaxError

from cleaner.authoring.toml import string
from cleaner.rules.plausible import check_selector
from cleaner.rules.selectors import chains

# Attributes whose values name an element as a class does.
_NAMING = ("itemprop", "data-testid", "data-component", "data-qa", "data-type", "data-role", "property")
# Classes of one element that are looked at. By hand.
_MOST_NAMES = 12
# Tags that serve as a selector on their own, since they say what an element is.
SPEAKING_TAGS = frozenset(("article", "main"))
# Tags that need not stand before a class: they say nothing.
_SILENT_TAGS = frozenset(("div", "section", "article", "main", "span"))
_NAME = re.compile(r"[A-Za-z][A-Za-z_-]{2,59}")
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# A name that a build makes of a word and a digest: `ArticleBody_root__x3K2a`.
_BUILT = re.compile(r"([A-Za-z]{3,}(?:[_-]{1,2}[A-Za-z]{3,})*(?:__|--|_))([A-Za-z0-9-]{5,8})")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
# Names of how an element looks or of the state it is in, which change from page to page or stand on anything.
_OF_LOOKS = frozenset((
    "active", "align", "auto",
    "background", "bg", "block", "bold", "border", "center", "clear", "clearfix", "col", "cols",
    "column", "columns", "container", "dark", "display", "fade", "first", "fixed", "flex", "float", "flow", "font",
    "full", "grid", "gutter", "height", "hide", "inline", "inner", "is", "has", "items", "justify", "last", "layout",
    "left", "lg", "light", "loaded", "margin", "max", "md", "min", "mx", "my", "mt", "mb", "no", "none", "odd", "even",
    "open", "order", "outer", "overflow", "padding", "page", "position", "pull", "px", "py", "pt", "pb", "relative",
    "responsive", "right", "row", "self", "shadow", "show", "site", "size", "sm", "small", "space", "span", "spacing",
    "sticky", "style", "styled", "test", "text", "theme", "top", "bottom", "transition", "visible", "w", "h", "white",
    "wide", "width", "wrap", "wrapper", "xl", "xs", "z", "js", "new", "with", "root", "default", "normal", "large",
    "medium", "black", "gray", "grey", "red", "blue", "green",
))  # fmt: skip


def _is_digest(piece: str) -> bool:
    """Whether a piece of a name has capitals where no word begins, as digests have.

    >>> _is_digest("storyBody"), _is_digest("JuyWl"), _is_digest("WNyan")
    (False, True, True)
    """
    humps = _PIECE.findall(piece)
    return len(humps) > 1 and any(len(hump) < 2 or (i > 0 and not _VOWEL.search(hump)) for i, hump in enumerate(humps))


@lru_cache(maxsize=1 << 14)
def is_word(name: str) -> bool:
    """Whether a class or id is made of words that tell what the element is: no digest, number or look.

    >>> is_word("hp-text"), is_word("articleBody"), is_word("css-1x2y3z"), is_word("jNyKxa"), is_word("mt-auto")
    (True, True, False, False, False)
    """
    if not _NAME.fullmatch(name):
        return False
    pieces = _PIECE.findall(name)
    if any(map(_is_digest, re.split(r"[_-]+", name))):
        return False
    if any(len(piece) >= 6 and len(_VOWEL.findall(piece)) * 6 < len(piece) for piece in pieces):
        return False
    if not any(len(piece) >= 3 and _VOWEL.search(piece) for piece in pieces):
        return False
    return name == "text" or any(len(piece) >= 2 and piece.lower() not in _OF_LOOKS for piece in pieces)


def selectors_of(node: LexborNode) -> tuple[str, ...]:
    """Selectors that name one element by its attributes or a tag that speaks, the most telling first; none by place."""
    tag = node.tag or ""
    if tag in ("html", "body", "head", "") or not tag.isascii():
        return ()
    attributes = node.attributes
    found = [
        f"[{key}={string(value)}]" if '"' not in value else ""
        for key in _NAMING
        if (value := attributes.get(key) or "") and is_word(value)
    ]
    identity = attributes.get("id") or ""
    if is_word(identity):
        found.append(f"#{identity}")
    shown = "" if tag in _SILENT_TAGS else tag
    for name in (attributes.get("class") or "").split()[:_MOST_NAMES]:
        if is_word(name):
            found.append(f"{shown}.{name}")
        elif (built := _BUILT.fullmatch(name)) and not is_word(built[2]) and is_word(built[1].rstrip("_-")):
            found.append(f'{shown}[class*="{built[1]}"]')
    if tag in SPEAKING_TAGS:
        found.append(tag)
    return tuple(selector for selector in dict.fromkeys(found) if selector and is_sound(selector))


@lru_cache(maxsize=1 << 14)
def is_sound(selector: str) -> bool:
    """Whether a rule file may use a selector for a body or a removal."""
    try:
        chains(selector)
        check_selector(selector)
    except (ValueError, SelectolaxError):
        return False
    return True


def words_of(selector: str) -> str:
    """A selector as words, for a layout's name.

    >>> words_of('div.hp-text'), words_of('[itemprop="articleBody"]')
    ('hp-text', 'articleBody')
    """
    names = re.findall(r'"([^"]+)"|[.#]([\w-]+)', selector)
    return "-".join(quoted.strip("_-") or plain for quoted, plain in names) or selector
