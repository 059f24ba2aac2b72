"""Markdown left over in scraped text, taken off where its marks are balanced and stand at the bounds of words."""

from __future__ import annotations

import regex

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.patterns import IGNORECASE, Pattern

_TARGET = (
    r"(?:[a-z][a-z0-9+.-]{1,15}:|www\."
    r"|[/#])[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)?+(?:\s[\"'][^\"'\n()]{0,300}[\"'])?"
)
_LINK = Pattern(rf"(?<!!)\[([^\[\]\n]{{0,500}}+)\]\({_TARGET}\)", IGNORECASE)
_IMAGE = Pattern(rf"!\[([^\[\]\n]{{0,1000}}+)\]\({_TARGET}\)", IGNORECASE)
_PICTURE = Pattern(rf"(?:\[\s*)?!\[([^\[\]\n]{{0,1000}}+)\]\({_TARGET}\)(?:\s*\]\({_TARGET}\))?", IGNORECASE)
_STRONG = Pattern(r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]{1,2000}+)(?<=[^\s\\])\*\*(?![\w*])")
_HEADING = Pattern(r"(#{1,6})[ \t]+(?=[^\s\p{Ll}])(.*?)(?:[ \t]+#+)?")
_ABOUT = Pattern(r"\b(?:Markdown|CommonMark)\b", IGNORECASE)
_SENTENCE_END = (".", "!", "?", ":", "…", '"', "”", "’", "»", ")", "。", "！", "？", "」", "؟", "।", ">")
# Neighbouring lines of at most this many characters are a list or verse (all numbers here: by hand).
_SHORT = 80
# A line behind `> ` is a quote from this many characters on; shorter ones are entries of menus.
_SHORTEST_QUOTE = 50
_LONGEST_HEADING = 200
# Marks within marks are taken off to this depth.
_DEEPEST = 3


def take_off(blocks: list[Block], text: str, code: frozenset[int]) -> None:
    """Take Markdown's marks off the blocks, in place.

    text: the whole document; code: the lines not to touch. Headings (`# …` apart from other short lines) get their kind
    and level, quotes (`> …`) theirs; links count in `Block.links`; a picture on its own is a caption of its alternative
    text, or a block without text. List marks stay, as do the marks of a text that speaks of Markdown.
    """
    inline = ("]" in text and "](" in text) or ("*" in text and "**" in text)
    hashes, quotes = "#" in text, ">" in text and "> " in text
    if not (inline or hashes or quotes) or _ABOUT.search(text) is not None:
        return
    for i, block in enumerate(blocks):
        line = block.text
        if not line or block.line in code:
            continue
        if hashes and line[0] == "#":
            _read_heading(blocks, i)
        elif quotes and line[0] == ">":
            _read_quote(blocks, i)
        if inline and ("](" in line or "**" in line) and "`" not in line:
            _read_inline(block)


def _read_heading(blocks: list[Block], i: int) -> None:
    block = blocks[i]
    match = _HEADING.fullmatch(block.text) if len(block.text) <= _LONGEST_HEADING else None
    if match is None or not _stands_apart(blocks, i, -1):
        return
    level = len(match[1])
    if level > 1 or _stands_apart(blocks, i, 1):
        block.text, block.form, block.level = match[2], Role.HEADING, level


def _stands_apart(blocks: list[Block], i: int, step: int) -> bool:
    """Whether a blank line will stand between a block and the next one with text, in the direction of `step`: the next
    time there is one, too.
    """
    at, gap = i + step, 0
    while 0 <= at < len(blocks):
        gap = max(gap, blocks[at if step > 0 else at + 1].gap)
        if blocks[at].text:
            return gap > 0 or max(len(blocks[at].text), len(blocks[i].text)) > _SHORT
        at += step
    return True


def _read_quote(blocks: list[Block], i: int) -> None:
    block = blocks[i]
    text = block.text.lstrip("> \t")
    before = blocks[i - 1] if i > 0 and not block.gap else None
    after = blocks[i + 1] if i + 1 < len(blocks) and not blocks[i + 1].gap else None
    if (
        _reads_as_quote(block.text)
        or (before is not None and before.form is Role.QUOTE)
        or (after is not None and _reads_as_quote(after.text))
    ):
        block.text, block.form, block.level = text, Role.QUOTE, 0


def _reads_as_quote(line: str) -> bool:
    return line[:2] == "> " and len(line) >= _SHORTEST_QUOTE and line.endswith(_SENTENCE_END)


def _read_inline(block: Block) -> None:
    picture = _PICTURE.fullmatch(block.text)
    if picture is not None:
        alt = picture[1].strip()
        block.text = alt if " " in alt else ""
        if block.text:
            block.form = Role.CAPTION
        return
    links: list[int] = []

    def anchor(match: regex.Match[str]) -> str:
        links.append(len(match[1]))
        return str(match[1])

    for _ in range(_DEEPEST):
        before = text = block.text
        if "](" in text:
            text = _LINK.sub(anchor, _IMAGE.sub("", text))
        if "**" in text:
            text = _STRONG.sub(r"\1", text)
        if text == before:
            break
        block.text = text.strip()
    block.links += sum(links)
