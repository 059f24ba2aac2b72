"""Input and output that fail: one line on standard error, and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import cleaner
from tests.conftest import ROOT
from tests.program import HOSTILE, HTML, PAGE, STORY, TEXT, call, fails, run


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("image.png", ["image.png", "PNG picture", "give the page's HTML"]),
        ("document.pdf", ["document.pdf", "PDF document"]),
        ("archive.zip", ["archive.zip", "ZIP archive"]),
        ("page.html.gz", ["page.html.gz", "gzip archive", "unpack it"]),
        ("empty.html", ["empty.html", "is empty"]),
        ("blank.txt", ["blank.txt", "is empty"]),
        ("missing.html", ["missing.html", "no such file"]),
        ("", ["hostile", "a folder", "/*"]),
    ],
)
def test_an_input_that_fails_is_named_in_one_line(name: str, parts: list[str]) -> None:
    fails(call(HOSTILE / name), 2, *parts)


def test_standard_input_is_named_too() -> None:
    fails(call(stdin=b" \n "), 2, "standard input: the input is empty")
    fails(call("-", stdin=b"%PDF-1.4 ..."), 2, "standard input: the input is a PDF document")


def test_undecodable_bytes_under_an_encoding() -> None:
    fails(
        call("--encoding", "utf-8", stdin="Привет, мир. ".encode("koi8-r") * 9),
        2,
        "standard input",
        "not utf-8",
        "leave the encoding out",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    page.chmod(0)
    fails(call(page), 2, "page.html", "no permission")


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "example.org/story",
        "http://example.org:8080/",
        "//example.org",
        "http://localhost/",
        "http://[::1]/",
    ],
)
def test_addresses_of_every_form_are_taken(url: str) -> None:
    assert call("--url", url, stdin=STORY).exit_code == 0


def test_a_url_is_not_fetched() -> None:
    fails(
        call("https://example.org/a?b&c"),
        2,
        "fetches nothing",
        "curl -sL 'https://example.org/a?b&c' | cleaner --url 'https://example.org/a?b&c'",
    )


@pytest.mark.slow
def test_the_others_are_still_done() -> None:
    done = run(HOSTILE / "image.png", TEXT, "no\nsuch", HTML)
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(TEXT), str(HTML)]
    assert [line.split(b": ")[1] for line in done.stderr.splitlines()] == [
        str(HOSTILE / "image.png").encode(),
        b"no\\nsuch",
    ]
    assert run(HOSTILE / "image.png", HOSTILE / "blank.txt").returncode == 2


@pytest.mark.slow
def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    page = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    page.write_text(STORY)
    assert json.loads(run(page, "-f", "json").stdout)["file"].endswith("caf\ufffd.txt")
    assert run(f"{page}.gone").stderr.count(b"\n") == 1


def test_an_input_over_the_size_limit(tmp_path: Path) -> None:
    page = tmp_path / "big.txt"
    with page.open("wb") as file:
        file.truncate(cleaner.Limits().size + 1)
    fails(call(page), 2, "big.txt", "over the limit of 100,000,000 bytes")


def test_a_fault_of_the_cleaner_costs_one_input_and_gives_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    clean = cleaner.Cleaner.clean

    def faulty(self: cleaner.Cleaner, data: bytes, **facts: Any) -> cleaner.Article:
        if data == HTML.read_bytes():
            raise ZeroDivisionError("division\nby zero")
        return clean(self, data, **facts)

    monkeypatch.setattr(cleaner.Cleaner, "clean", faulty)
    done = call(HTML, TEXT)
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)
    assert f"{HTML}: the cleaner itself failed (ZeroDivisionError: division by zero)" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unwritable_output_is_told_before_work_starts(tmp_path: Path) -> None:
    for output in (tmp_path, tmp_path / "no" / "where.txt"):
        fails(call(HOSTILE / "image.png", TEXT, "-o", output), 2, f"--output {output}", "can't be written")


def test_an_output_that_is_an_input_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(STORY)
    fails(call(page, "-o", tmp_path / "." / "page.txt"), 2, "page.txt", "is an input too")
    assert page.read_text() == STORY


def test_a_failed_run_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("kept")
    for output in (old, new):
        assert call(HOSTILE / "image.png", "-o", output).exit_code == 2
    assert old.read_text() == "kept"
    assert not new.exists()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    fails(call(TEXT, "-o", "/dev/full"), 2, "/dev/full: can't be written: No space left")
    done = subprocess.run(
        f'"{sys.executable}" -m cleaner "{TEXT}" > /dev/full', shell=True, capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (
        2,
        "cleaner: standard output: can't be written: No space left on device\n",
    )
