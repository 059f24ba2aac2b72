"""The command line as tests call it: the real program in a pipe or on a terminal, or click's runner in this process."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cleaner.cli import main
from tests.conftest import FIXTURES, ROOT

TEXT = FIXTURES / "naharnet.com/text-comments/input.txt"
HTML = FIXTURES / "naharnet.com/html-p-desc/input.html"
HOSTILE = FIXTURES / "hostile"
STORY = (
    "The town council met on Monday and voted, after four hours of debate, to keep the old bridge open until the "
    "spring.\n\n"
)
PAGE = f"<html><body><article><h1>The bridge stays</h1><p>{STORY * 2}</p><p>{STORY}</p></article></body></html>"


def run(*words: Any, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real program, in a pipe."""
    command = [sys.executable, "-m", "cleaner", *map(str, words)]
    return subprocess.run(
        command, input=stdin, capture_output=True, cwd=ROOT, env={**os.environ, **environment}, timeout=60
    )


def call(*words: Any, stdin: str | bytes = b"") -> Result:
    """The same inside this process, where that is enough."""
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def fails(result: Result, code: int, *parts: str) -> None:
    """The run ended with `code`, printed nothing, and told all of `parts` in one line on standard error."""
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("cleaner: ")
    assert result.stderr.count("\n") == 1
    for part in parts:
        assert part in result.stderr


def rule_file(folder: Path, name: str, host: str = "example.org", more: str = "") -> Path:
    """A rule file that calls the line "Stop here" legal."""
    path = folder / name
    path.write_text(
        f'name = "Example"\nhosts = ["{host}"]\n{more}\n[[text]]\nlabel = "legal"\nlines = ["Stop here"]\n', "utf-8"
    )
    return path


def on_terminal(*words: str, **environment: str) -> str:
    """What the program writes to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", *words], stdout=theirs, cwd=ROOT, env={**os.environ, **environment}
    ):
        os.close(theirs)
        data = b""
        try:
            while piece := os.read(ours, 65536):
                data += piece
        except OSError:  # the terminal's end, as Linux tells it
            pass
    os.close(ours)
    return data.decode()
