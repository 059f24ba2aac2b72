"""An article as Markdown."""

from __future__ import annotations

import regex

from cleaner.article import Article
from cleaner.model import BlockView, Role, Style
from cleaner.render.groups import groups

_SPECIAL = regex.compile(r"([\\`*_\[\]<>])")
_LINE_START = regex.compile(r"^(\s*)([#>+-]|\d+[.)])(?=\s)", regex.MULTILINE)
_WRAP = {Style.STRONG: "**", Style.EMPHASIS: "*", Style.CODE: "`"}
_BULLET = regex.compile(r"^(?:[-*•·‣▪◦–+]|\(?\d{1,3}[.)])\s+")


def to_markdown(article: Article) -> str:
    """Title as a heading, deck in italics, then the body."""
    parts = []
    if article.title:
        parts.append(f"# {_escape(article.title)}")
    if article.subtitle:
        parts.append(f"*{_escape(article.subtitle)}*")
    parts += [_group(role, blocks) for role, blocks in groups(article)]
    return "\n\n".join(parts) + "\n"


def _group(role: Role, blocks: list[BlockView]) -> str:
    if role is Role.CODE:
        fence = "```" if "```" not in blocks[0].text else "~~~~"
        return f"{fence}\n{blocks[0].text}\n{fence}"
    lines = [_inline(block) for block in blocks]
    if role is Role.HEADING:
        return f"## {' '.join(lines[0].split())}"
    if role is Role.LIST_ITEM:
        return "\n".join(f"- {_BULLET.sub('', line, concurrent=False).replace(chr(10), chr(10) + '  ')}" for line in lines)
    if role is Role.QUOTE:
        return "\n>\n".join("\n".join(f"> {part}" for part in line.split("\n")) for line in lines)
    if role is Role.TABLE_ROW:
        return _table(blocks)
    return lines[0].replace("\n", "  \n")


def _table(blocks: list[BlockView]) -> str:
    rows = [[_escape(cell.strip()) for cell in block.text.replace("\n", " ").split(" | ")] for block in blocks]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _inline(block: BlockView) -> str:
    out = []
    for run in block.runs:
        text = _escape(run.text) if run.style is not Style.CODE else run.text
        if run.style is Style.LINK and run.href:
            text = f"[{text}](<{run.href}>)" if any(c in run.href for c in " ()") else f"[{text}]({run.href})"
        elif run.style in _WRAP:
            text = f"{_WRAP[run.style]}{text}{_WRAP[run.style]}"
        out.append(text)
    return _LINE_START.sub(r"\1\\\2", "".join(out), concurrent=False)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text, concurrent=False)
