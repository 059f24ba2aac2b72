"""Rule files as bytes and as TOML: read without waiting, up to a size, and refused where a reader can't bear them."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from cleaner.errors import RuleError

# Bytes of the largest rule file: nearly five times the largest that ships (phrases/de.toml, 54,865 bytes).
MOST_BYTES = 256_000
# Parts of a dotted key, and brackets open in each other; files that ship have two of each. The reader of TOML takes
# memory by the square of the first and recurses by the second.
MOST_NESTED = 20
_STRING_OR_COMMENT = re.compile(
    # What nothing closes runs to the end, so that not each quotation mark begins a search of its own.
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)|\'\'\'.*?(?:\'{3,5}|\Z)|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*+',
    re.DOTALL,
)
_DOTTED = re.compile(rf"(?<![^\s.=,\[\]{{}}])(?:[^\s.=,\[\]{{}}]++[ \t]*+\.[ \t]*+){{{MOST_NESTED}}}")
_BRACKET = re.compile(r"[\[\]{}]")


def read_file(path: Path) -> str:
    """The text of a rule file. Raises `RuleError` for what is no file (a pipe or a device would never end), too large,
    not UTF-8 or can't be read.
    """
    try:
        if path.is_dir():
            raise RuleError(f"{path}: a folder that holds no rule files (*.toml)")
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise RuleError(f"{path}: no regular file: copy the rules into one")
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the path
        raise RuleError(f"{path}: {error}") from None
    if len(content) > MOST_BYTES:
        raise RuleError(f"{path}: over {MOST_BYTES:,} bytes: make several files of it, one for each site")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise RuleError(f"{path}: not UTF-8") from None


def tables_of(content: str, file: str) -> dict[str, Any]:
    """The tables of a rule file's TOML. Raises `RuleError` where it is none, or too large or nested to read."""
    if len(content) > MOST_BYTES:
        raise RuleError(f"{file}: over {MOST_BYTES:,} characters: make several files of it, one for each site")
    bare = _STRING_OR_COMMENT.sub("s", content)
    if _DOTTED.search(bare):
        raise RuleError(f"{file}: not TOML that a rule file needs: a key has over {MOST_NESTED} parts")
    if _deepest(bare) > MOST_NESTED:
        raise RuleError(f"{file}: not TOML that a rule file needs: over {MOST_NESTED} brackets stand open")
    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:  # TOML's own errors, and whole numbers of over 4,300 digits
        raise RuleError(f"{file}: not TOML: {error}: mend it there") from None


def _deepest(bare: str) -> int:
    """How many brackets stand open at once at most."""
    depth = deepest = 0
    for match in _BRACKET.finditer(bare):
        depth = depth + 1 if match[0] in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
