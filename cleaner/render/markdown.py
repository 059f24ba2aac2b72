"""An article as Markdown: what a CommonMark parser reads of it is the article's text again, with GitHub's tables
beside.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.labels import Role
from cleaner.model import ArticleFields, BlockView, Run, Style
from cleaner.patterns import MULTILINE, Pattern
from cleaner.render.groups import groups
from cleaner.urls import is_harmless

_SPECIAL = Pattern(r"[\\`*_\[\]<>|~]|&(?=#?\w{1,32};)")
# Signs that at a line's start make it a heading, a list item, a quote or a rule.
_LINE_START = Pattern(r"^(\s*)(?:([#>+-]|=+\s*$)|(\d{1,9})([.)](?:\s|$)))", MULTILINE)
_CLOSING_HASHES = Pattern(r"(?<=\s|^)(#+)$")
_BULLET = Pattern(r"^[-*•·‣▪◦–+]\s+")
_NUMBER = Pattern(r"^(\d{1,9})([.)])\s+")
_NOT_IN_LINKS = frozenset(' <>()\\"`')
_ENTITY = Pattern(r"&(?=#?\w{1,32};)")
_TICKS = Pattern(r"`+")
_OPEN = {Style.STRONG: "**", Style.EMPHASIS: "*"}


def to_markdown(article: ArticleFields) -> str:
    """Title as a heading, deck in italics, then the body."""
    parts = []
    if article.title:
        parts.append(f"# {_heading(_escape(article.title))}")
    if article.subtitle:
        parts.append(f"*{_escape(' '.join(article.subtitle.split()))}*")
    parts += [_group(role, blocks) for role, blocks in groups(article)]
    return "\n\n".join(parts) + "\n"


def _group(role: Role, blocks: list[BlockView]) -> str:
    if role is Role.CODE:
        fence = "`" * max(3, 1 + _longest(blocks[0].text))
        return f"{fence}\n{blocks[0].text}\n{fence}"
    if role is Role.TABLE_ROW:
        return _table(blocks)
    if role is Role.LIST_ITEM:
        return _list(blocks)
    lines = [_at_start(_inline(block.runs)) for block in blocks]
    if role is Role.HEADING:
        return f"## {_heading(lines[0])}"
    if role is Role.QUOTE:
        return "\n>\n".join("\n".join(f"> {part}" for part in _broken(line).split("\n")) for line in lines)
    return _broken("\n".join(lines))


def _heading(line: str) -> str:
    return _CLOSING_HASHES.sub(r"\\\1", " ".join(line.split()))


def _broken(line: str) -> str:
    return line.replace("\n", "\\\n")


def _list(blocks: Sequence[BlockView]) -> str:
    """Numbers that go up by one make a numbered list; others stay as the text has them, since a parser would count
    anew.
    """
    numbers = [_NUMBER.match(block.text) for block in blocks]
    counted = [int(number[1]) - i for i, number in enumerate(numbers) if number]
    numbered = (
        len(counted) == len(blocks) and len(set(counted)) == 1 and len({number[2] for number in numbers if number}) == 1
    )
    lines = []
    for block, number in zip(blocks, numbers, strict=True):
        mark = f"{number[1]}{number[2]} " if numbered and number else "- "
        strip = _NUMBER if numbered else _BULLET
        match = strip.match(block.text)
        runs = _without(block.runs, match.end() if match else 0)
        line = _broken(_at_start(_inline(runs)))
        lines.append(mark + line.replace("\n", "\n" + " " * len(mark)))
    return "\n".join(lines)


def _without(runs: Sequence[Run], length: int) -> list[Run]:
    """The runs without the first `length` characters of their text."""
    left = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            left.append(Run(run.text[cut:], run.style, run.href))
    return left


def _table(blocks: Sequence[BlockView]) -> str:
    rows = [[_escape(cell.strip()) for cell in block.text.replace("\n", " ").split(" | ")] for block in blocks]
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _inline(runs: Sequence[Run]) -> str:
    out = ""
    for i, run in enumerate(runs):
        following = runs[i + 1].text[:1] if i + 1 < len(runs) else ""
        piece = _run(run, runs[i - 1].text[-1:] if i else "", following, out)
        if piece.startswith("[") and out.endswith("!"):  # not a picture
            out = f"{out[:-1]}\\!"
        out += piece
    return out


def _run(run: Run, before: str, after: str, written: str) -> str:
    if run.style is Style.CODE:
        ticks = "`" * (1 + _longest(run.text))
        pad = " " if run.text[:1] == "`" or run.text[-1:] == "`" else ""
        return f"{ticks}{pad}{run.text}{pad}{ticks}" if not written.endswith("`") else _escape(run.text)
    text = _escape(run.text)
    if run.style is Style.LINK and run.href and is_harmless(run.href):
        return f"[{text}]({_destination(run.href)})"
    mark = _OPEN.get(run.style)
    # A parser takes no mark between a letter and a sign for emphasis, nor two marks that touch.
    if mark and _flanks(run.text[:1], before) and _flanks(run.text[-1:], after) and not written.endswith("*"):
        return f"{mark}{text}{mark}"
    return text


def _flanks(inner: str, outer: str) -> bool:
    """Whether emphasis may begin (or end) between two characters."""
    return bool(inner) and not inner.isspace() and (inner.isalnum() or not outer.isalnum())


def _destination(href: str) -> str:
    escaped = "".join(f"%{ord(char):02X}" if char in _NOT_IN_LINKS or char < " " else char for char in href)
    return _ENTITY.sub("%26", escaped)


def _at_start(text: str) -> str:
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _longest(text: str) -> int:
    return max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
