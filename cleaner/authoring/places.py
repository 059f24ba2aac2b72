"""Where in a rule file each rule stands: TOML is read without lines, so they are told by the file's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# What a rule file is made of, outermost first. A string that nothing closes runs to its line's or the file's end.
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*+)
    |(?P<string>\"{3}(?:\\.|[^\\])*?(?:\"{3,5}|\Z)|'{3}.*?(?:'{3,5}|\Z)|"(?:[^"\\\n]|\\.)*+"?|'[^'\n]*+'?)
    |(?P<header>(?<![^\n])[ \t]*+\[\[?[^\[\]\n"']*+\]\]?(?=[ \t]*+(?:\#|\n|\Z)))
    |(?P<key>[A-Za-z0-9_-]+(?:[ \t]*+\.[ \t]*+[A-Za-z0-9_-]+)*+)(?=[ \t]*+=)
    |(?P<open>\{)|(?P<close>\})
    |(?P<word>[A-Za-z0-9_.+:-]++)""",
    re.VERBOSE | re.DOTALL,
)


class Place(NamedTuple):
    """A value in a rule file: `layout`, `add` or `text` and its number in the file (an empty name and 0 for what stands
    above them), its key (`remove.related`), and which of the key's values it is, from 0; -1 for the table's own header.
    """

    table: str
    number: int
    key: str
    item: int


def lines_of(content: str) -> Mapping[Place, int]:
    '''The line, from 1, of each value of a rule file's TOML, and of each table's header.

    >>> lines_of("""[[layout]]
    ... body = [".a",
    ...         ".b"]""")[Place("layout", 1, "body", 1)]
    3
    '''
    lines: dict[Place, int] = {}
    for place, at in _places(content):
        lines.setdefault(place, at)
    return lines


def _places(content: str) -> Iterator[tuple[Place, int]]:
    counts: dict[str, int] = {}
    table, section, key, inner, index = "", "", "", "", 0
    line, end = 1, 0
    for match in _TOKEN.finditer(content):
        line += content.count("\n", end, match.start())
        end = match.start()
        kind, text = match.lastgroup, match[0]
        if kind == "header":
            path = text.strip().strip("[]").replace(" ", "").split(".")
            if text.strip().startswith("[["):
                table, section = path[0], ""
                counts[table] = counts.get(table, 0) + 1
                yield Place(table, counts[table], "", -1), line
            else:  # `[layout.remove]` belongs to the layout above it
                section = ".".join(path[1:] if path[0] in counts else path)
        elif kind == "key":
            own = re.sub(r"\s", "", text)
            key, index = f"{inner}{own}", 0
        elif kind == "open":
            inner = f"{key}."
        elif kind == "close":
            inner = ""
        elif kind in ("string", "word"):
            full = f"{section}.{key}" if section else key
            yield Place(table, counts.get(table, 0), full, index), line
            index += 1
