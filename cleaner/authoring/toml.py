"""Rule files as TOML text."""

from __future__ import annotations

import json
from collections.abc import Iterable


def string(value: str) -> str:
    r"""A string of TOML: with single quotes where it can be, so that selectors and patterns stay as they are.

    >>> string('a[href="x"]'), string("it's")
    ('\'a[href="x"]\'', '"it\'s"')
    """
    if value.isprintable() and "'" not in value and ('"' in value or "\\" in value):
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def strings(values: Iterable[str]) -> str:
    """A list of strings: on one line where it is short, else one a line."""
    spelt = [string(value) for value in values]
    line = f"[{', '.join(spelt)}]"
    if len(line) <= _LINE:
        return line
    return "[\n" + "".join(f"    {value},\n" for value in spelt) + "]"


# Characters of a list that stands on one line.
_LINE = 100
