"""What the documents show is what happens: their commands, Python and rule files are run in a copy of the project and
compared with what they print.

- ```console: each `$ command` is run by a shell, and what it prints must be what stands below it. `…` stands for any
  text in a line; a line of `…` alone, for any lines. Lines that begin with `> ` continue a command.
- ```python: run as one script per document, `>>>` as a doctest.
- ```LANGUAGE FILE: the block is written to FILE first. Rule files (```toml) must load.
- ```sh: commands that install or fetch something, and so are only looked at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleaner.rules.reader import parse
from tests.conftest import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "docs/rules.md", "docs/output.md", "docs/encodings.md"]
NOT_RUN = ("pip install", "tox", "curl ", "git ", "pre-commit")
FENCE = re.compile(r"^( *)```(\w*)(?: (\S+))?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fenced:
    """A fenced block of a document: its language, the file to save it as, its text and the number of its first line."""

    language: str
    file: str | None
    text: str
    line: int


def blocks(document: str) -> list[Fenced]:
    text = (ROOT / document).read_text("utf-8")
    fenced = []
    for match in FENCE.finditer(text):
        indent = match[1]
        lines = [line.removeprefix(indent) for line in match[4].splitlines(keepends=True)]
        fenced.append(Fenced(match[2], match[3], "".join(lines), text.count("\n", 0, match.start()) + 2))
    return fenced


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project to work in, with `cleaner`, `python` and `pytest` as programs that run what it holds."""
    for name in ("cleaner", "fixtures", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    programs = tmp_path / ".programs"
    programs.mkdir()
    for name, words in {"cleaner": "-m cleaner", "python": "", "pytest": "-m pytest -p no:cacheprovider"}.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        program.chmod(0o755)
    return tmp_path


def run(command: str, folder: Path, stdin: str | None = None) -> str:
    """What a shell command prints, standard error among it."""
    path = os.pathsep.join([str(folder / ".programs"), os.environ["PATH"]])
    environment = {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=environment,
        timeout=120,
        encoding="utf-8",
    )
    return done.stdout


def commands(block: Fenced) -> list[tuple[str, str]]:
    """The commands of a console block, each with what it prints."""
    pairs: list[tuple[list[str], list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            pairs.append(([line[2:]], []))
        elif line.startswith("> ") and not pairs[-1][1]:
            pairs[-1][0].append(line[2:])
        else:
            pairs[-1][1].append(line)
    return [("\n".join(words), "\n".join(output)) for words, output in pairs]


def pattern(shown: str) -> str:
    """A pattern of what a document shows."""
    lines = shown.strip("\n").split("\n") if shown.strip() else []
    return "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else ".*?".join(map(re.escape, line.rstrip().split("…"))) + r"[ \t]*\n"
        for line in lines
    )


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the documents' commands are those of a POSIX shell")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_shows_is_what_happens(document: str, copy: Path) -> None:
    script = ""
    for block in blocks(document):
        where = f"{document}:{block.line}"
        if block.file:
            target = copy / block.file
            assert copy in target.resolve().parents, where
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8")
        if block.language == "console":
            for command, shown in commands(block):
                printed = run(command, copy).strip("\n")
                assert re.fullmatch(pattern(shown), f"{printed}\n" if printed else ""), (
                    f"{where}: $ {command}\n{printed}"
                )
        elif block.language == "python" and not block.file:
            script += f"\n# {where}\n{block.text}"
    if ">>>" in script:
        (copy / "examples.txt").write_text(script, "utf-8")
        printed = run("python -m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE examples.txt", copy)
        assert not printed, f"{document}: {printed}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_rule_files_of_a_document_load(document: str) -> None:
    for block in blocks(document):
        if block.language == "toml":
            text = (
                block.text
                if re.search(r"^(?:hosts|recognise)\b", block.text, re.MULTILINE)
                else f'name = "Example"\nhosts = ["example.org"]\n{block.text}'
            )
            kind = "family" if "recognise" in block.text else "site"
            assert parse(text, f"{document}:{block.line}", kind)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_that_are_not_run_install_or_fetch_something(document: str) -> None:
    for block in blocks(document):
        assert block.language in {"console", "python", "toml", "html", "text", "json", "sh"}, f"{document}:{block.line}"
        for line in block.text.splitlines() if block.language == "sh" else ():
            assert any(word in line for word in NOT_RUN), f"{document}:{block.line}: {line}"


def test_the_test_command_is_that_of_ci() -> None:
    command = "python3 -m venv .venv && .venv/bin/pip install --quiet tox && .venv/bin/tox"
    assert any(block.text.strip() == command for block in blocks("README.md"))
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == command


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = FENCE.sub("", (ROOT / document).read_text("utf-8"))
    for link in re.findall(r"\]\(([^)#]+)", text):
        if not link.startswith(("http://", "https://")):
            assert ((ROOT / document).parent / link).exists(), f"{document}: {link}"
