"""The command line as a filter: pipes, bytes, formats, a terminal and many files."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cleaner
from tests.conftest import ROOT
from tests.program import HTML, PAGE, STORY, TEXT, call, fails, run


def test_standard_input_to_standard_output() -> None:
    done = run(stdin=TEXT.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == cleaner.clean(TEXT.read_bytes()).text + "\n"


def test_dash_is_standard_input_and_a_file_gives_the_same() -> None:
    assert call("-", stdin=TEXT.read_bytes()).stdout == call(TEXT).stdout == call("--", TEXT).stdout


@pytest.mark.slow
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    page = tmp_path / "página.txt"
    page.write_text("“Así es”, dijo Ñusta — 東京。 " + STORY, "utf-8")
    done = run(page, "--explain", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“Así es”, dijo Ñusta — 東京。" in done.stdout.decode("utf-8")
    missing = run(tmp_path / "ñ", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert missing.returncode == 2
    assert missing.stderr.count(b"\n") == 1


def test_version_and_help_answer_at_once_without_the_engine() -> None:
    assert call("--version").stdout == f"cleaner {cleaner.__version__}\n"
    for word in ("--version", "--help"):
        code = (
            f"import sys\nfrom cleaner.cli import main\ntry: main(['{word}'])\nexcept SystemExit: "
            f"pass\nprint(*sorted(sys.modules), file=sys.stderr)"
        )
        loaded = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
        ).stderr.split()
        assert not {"selectolax", "regex", "ftfy", "rich", "cleaner.pipeline"}.intersection(loaded)


def test_help_documents_exit_codes_and_gives_examples() -> None:
    text = call("--help").stdout
    assert "Exit codes:" in text
    assert "curl -s https://" in text
    assert call("-h").stdout == text


@pytest.mark.slow
def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text("".join(f"{STORY.strip()} Again, {n}.\n\n" for n in range(2000)), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", *[str(big)] * 5], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline(100).startswith(b'{"file"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_ends_it_quietly() -> None:
    # What a shell starts in the background is deaf to interrupts, and so is all that it starts.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [
        sys.executable,
        "-c",
        f"{hear}; import sys, cleaner.__main__ as m; print('up', file=sys.stderr, flush=True); m.main()",
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"up\n"
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().strip() == b""
    assert process.returncode == 130


@pytest.mark.slow
def test_a_terminal_is_told_that_it_waits_for_input() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner"], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        os.close(theirs)
        assert process.stderr is not None
        assert b"reading from the terminal" in process.stderr.readline()
        os.write(ours, f"{STORY.strip()}\n\x04".encode())
        assert STORY.strip().encode() in process.communicate(timeout=30)[0]
    os.close(ours)


def test_closed_standard_streams_are_told() -> None:
    done = subprocess.run(f'"{sys.executable}" -m cleaner <&-', shell=True, capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "standard input" in done.stderr
    done = subprocess.run(
        f'"{sys.executable}" -m cleaner "{TEXT}" >&-', shell=True, capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "standard output is closed" in done.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "xml", "html"])
def test_each_format_is_that_of_the_library(form: str) -> None:
    article = cleaner.clean(HTML.read_bytes())
    expected = {
        "text": article.text + "\n",
        "markdown": article.to_markdown(),
        "xml": article.to_xml(),
        "html": article.to_html(),
    }
    assert call(HTML, "--format", form).stdout == expected[form]


def test_json_is_indented_and_jsonl_is_one_line() -> None:
    expected = {"file": str(HTML), **json.loads(cleaner.clean(HTML.read_bytes()).to_json())}
    pretty, line = call(HTML, "-f", "json").stdout, call(HTML, "-f", "jsonl").stdout
    assert json.loads(pretty) == json.loads(line) == expected
    assert line.count("\n") == 1 < pretty.count("\n")
    assert json.loads(call("-f", "json", stdin=TEXT.read_bytes()).stdout)["file"] == "-"


def test_links_come_on_request() -> None:
    page = PAGE.replace("four hours of debate", "four hours of <a href=/debate>debate</a>", 1)
    record = json.loads(
        call("-f", "json", "--links", "--url", "https://example.org/news/1", stdin=page.encode()).stdout
    )
    assert [(link["text"], link["href"]) for link in record["links"]] == [("debate", "https://example.org/debate")]
    assert "links" not in json.loads(call("-f", "json", stdin=page.encode()).stdout)
    fails(call("--links", stdin=page.encode()), 2, "add --format json")


def test_several_files_give_one_json_line_each() -> None:
    for words in ([], ["-f", "jsonl"], ["-f", "json"]):
        records = [json.loads(line) for line in call(TEXT, HTML, *words).stdout.splitlines()]
        assert [record["file"] for record in records] == [str(TEXT), str(HTML)]
        assert records[0]["text"] == cleaner.clean(TEXT.read_bytes()).text


def test_several_files_take_no_other_format_and_no_url() -> None:
    fails(call(TEXT, HTML, "-f", "xml"), 2, "several files", "--format xml")
    fails(call(TEXT, HTML, "--url", "https://example.org/"), 2, "--url", "one file")


def test_what_utf_8_cannot_hold_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\ud800 b"}</script>'
    page.write_text(PAGE.replace("<body>", f"<head>{script}</head><body>"))
    for words in (["-f", "json"], ["-f", "markdown"], ["--explain"]):
        assert call(page, *words).exit_code == 0


def test_output_goes_to_a_file_and_nowhere_else(tmp_path: Path) -> None:
    result = tmp_path / "article.txt"
    result.write_text("something longer that was there before" * 1000)
    assert call(TEXT, "-o", result).output == ""
    assert result.read_text("utf-8") == cleaner.clean(TEXT.read_bytes()).text + "\n"
    assert call(TEXT, "--output", "-").stdout == result.read_text("utf-8")


def test_a_bar_shows_the_progress_of_many_files_on_a_terminal_only() -> None:
    files = [str(TEXT)] * 12
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", *files], stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT
    ) as process:
        os.close(theirs)
        assert process.stdout is not None
        assert process.stdout.read().count(b"\n") == 12
        assert b"cleaning" in os.read(ours, 65536)
    os.close(ours)
    assert run(*files).stderr == b""
