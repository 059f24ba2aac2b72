"""What the class names of inline elements tell of how their text is shown, by the tables of `inline.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from cleaner.remembered import remembered
from cleaner.rules import class_names

# `not-sr-only`, and `sm:hidden`, which holds on some screens alone.
_NEGATED = "not"
_CONDITIONAL = ":"
# The kinds that go before others, and those of text that is shown as it stands.
_FIRST = ("reader", "hidden")
_PLAIN = ("", "printed")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The kinds of names and of parts of names; of an element with several the one that stands first in the file."""
    kinds = tomllib.loads((Path(__file__).parent / "inline.toml").read_text("utf-8"))
    names = {name: kind for kind, entry in kinds.items() for name in entry.get("names", [])}
    parts = {part: kind for kind, entry in kinds.items() for part in entry.get("parts", [])}
    return names, parts


def _kind_of_names(classes: str) -> str:
    """The kind that an inline element's classes give its text: "hidden", or a table of `inline.toml`; "" for none.

    >>> [kind_of_names(classes) for classes in ("hint govuk-visually-hidden", "not-sr-only", "is-hidden", "lead")]
    ['reader', '', 'hidden', '']
    """
    names = classes.split()
    if any(class_names.shows(name) for name in names):
        return next((kind for name in names if (kind := _kind_of_name(name)) not in (*_FIRST, *_PLAIN)), "")
    kinds = [_kind_of_name(name) for name in names if _CONDITIONAL not in name]
    return next((kind for kind in (*_FIRST, *kinds) if kind in kinds and kind not in _PLAIN), "")


kind_of_names = remembered(_kind_of_names, 1 << 16)


def _read_name(name: str) -> str:
    names, parts = _tables()
    pieces = class_names.split(name)
    if (kind := names.get("-".join(pieces))) is not None:
        return kind
    if class_names.is_hidden_by_class(name):
        return "hidden"
    if _NEGATED in pieces or not class_names.is_of_parts(pieces):
        return ""
    pairs = (names.get(f"{first}-{second}") for first, second in pairwise(pieces))
    return next((kind for kind in pairs if kind), "") or next((parts[piece] for piece in pieces if piece in parts), "")


_kind_of_name = remembered(_read_name, 1 << 16)
