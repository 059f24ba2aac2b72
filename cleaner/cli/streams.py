"""What the commands share: reading inputs, writing UTF-8 bytes, and complaints of one line."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.errors import EmptyInputError, InputError, LimitError, OutputError, one_line, printable

SOME_FAILED, USAGE, NO_ARTICLE, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141
STDIN = "-"
# Signs that steer a terminal (all controls but line feed and tab) or turn the order in which it shows the others.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def neutralised(text: str) -> str:
    r"""Text as a terminal may get it: what would steer the terminal is spelt as JSON spells it, so that a record stays
    the same record. Joiners and single marks of direction stay, since Arabic, Hebrew and Indic text needs them.

    >>> neutralised("a\x9b2Jb\u202e")
    'a\\u009b2Jb\\u202e'
    """
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def shown(name: str) -> str:
    """An input's name as messages and records give it."""
    return os.fsencode(name).decode("utf-8", "replace")


def named(name: str) -> str:
    """An input's name as complaints give it."""
    return "standard input" if name == STDIN else printable(shown(name)) or "''"


def complain(message: str) -> None:
    """One line on standard error; silence where it is closed."""
    if sys.stderr is not None:
        print(f"cleaner: {one_line(message)}", file=sys.stderr, flush=True)


def read_input(name: str, limit: int) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises `InputError`: what is wrong and what to do."""
    if name.lower().startswith(("http://", "https://")):
        address = shlex.quote(name)
        raise InputError(f"the cleaner fetches nothing: curl -sL {address} | cleaner --url {address}")
    if not name:
        raise InputError("an empty file name")
    try:
        if name != STDIN:
            with Path(name).open("rb") as file:
                data = file.read(limit + 1)
        elif sys.stdin is None:
            raise InputError("it is closed: name a file, or pipe a page in")
        else:
            if sys.stdin.isatty():
                complain("reading from the terminal: paste a page, then Ctrl-D (cleaner --help tells more)")
            data = sys.stdin.buffer.read(limit + 1)
    except FileNotFoundError:
        raise InputError("no such file") from None
    except IsADirectoryError:
        raise InputError(f"a folder: name the files in it, as {shlex.quote(shown(name).rstrip('/'))}/*") from None
    except PermissionError:
        raise InputError("no permission to read it") from None
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror or error}") from None
    if len(data) > limit:
        raise LimitError(f"over the limit of {limit:,} bytes: give one document at a time")
    if not data or data.isspace():
        raise EmptyInputError("the input is empty: see whether the page was fetched")
    return data


class Output:
    """Where results go: standard output, or a file that is opened before work starts and emptied when the first result
    comes.

    Raises `OutputError` for what can't be written; a closed pipe raises `BrokenPipeError`.
    """

    def __init__(self, path: str | None = None, inputs: Sequence[str] = ()) -> None:
        self.path = None if path is None or path == "-" else Path(path)
        self.terminal = False
        self._fresh = False
        if self.path is None:
            if sys.stdout is None:
                raise OutputError("standard output is closed: write to a file with --output")
            self._stream: BinaryIO = sys.stdout.buffer
            self.terminal = sys.stdout.isatty()
            return
        asked = f"--output {shown(str(path))}"
        self._created = not self.path.exists()
        if not self._created and any(
            name != STDIN and Path(name).exists() and self.path.samefile(name) for name in inputs
        ):
            raise OutputError(f"{asked}: is an input too: write to another file")
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            raise OutputError(f"{asked}: can't be written: {error.strerror or error}") from None
        self._stream = os.fdopen(handle, "wb")
        self._fresh = stat.S_ISREG(os.fstat(handle).st_mode)

    def write(self, text: str, *, safe: bool = False) -> None:
        """Write text as UTF-8, whatever the locale, and hand it on at once. safe: whether a terminal may get it as it
        is, since what came from a document was made printable before colours were added.
        """
        if self.terminal and not safe:
            text = neutralised(text)
        try:
            if self._fresh:
                self._stream.truncate(0)
                self._fresh = False
            self._stream.write(text.encode("utf-8", "replace"))
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.path is None:
                abandon_stdout()  # what is left in its buffer can't be written either
            raise OutputError(
                f"{shown(str(self.path)) if self.path else 'standard output'}: can't be written: "
                f"{error.strerror or error}"
            ) from None

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: Any) -> None:
        """Close a file; one that was made for a result that never came is taken away again."""
        if self.path is not None:
            with contextlib.suppress(OSError):  # `write` flushes, and has said so
                self._stream.close()
            if self._fresh and self._created:
                self.path.unlink()


def abandon_stdout() -> None:
    """Point standard output nowhere, so that nothing is said of a closed pipe at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def painted(*entities: Any) -> str:
    """What rich makes of `entities` on this terminal (`NO_COLOR` and the like are heeded)."""
    from io import StringIO

    from rich.console import Console

    console = Console(file=StringIO(), force_terminal=True, highlight=False)
    with console.capture() as captured:
        for entity in entities:
            console.print(entity)
    return captured.get()
