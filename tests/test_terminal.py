"""A terminal gets nothing that steers it from a page, a file name or a rule file; a pipe and a file get all as is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.errors import InputError
from tests.pages import SITE_HEAD
from tests.program import call, on_terminal

STEERING = ("\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u061c")
PAGE = """<html><head><meta property="og:title" content="The &#x202e;mill&#x61c;">
<script type="application/ld+json">{"@type": "Article", "image": "https://x.example/\\u009b2J.jpg",
"headline": "A \\u001b[2J b",
"speakable": {"cssSelector": ["\\u009b31m", "\\u001b]0;x\\u0007"]}}</script></head><body><article><h1>The mill</h1>
<p>The council voted on Monday, to keep the old &#x202e;mill&#x2066; open until the spring.</p>
<p>It said so, and <a href="https://x.example/&#x202e;&#x9b;b">wrote</a> it down for everybody to read.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    "words",
    [("-f", form) for form in ("text", "markdown", "json", "jsonl", "xml", "html")]
    + [("--explain",), ("--links", "-f", "json")],
)
def test_no_format_steers_a_terminal(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    shown = on_terminal(*words, str(tmp_path / "page.html"), NO_COLOR="1", TERM="dumb")
    assert "council" in shown
    for sign in STEERING:
        assert sign not in shown


def test_a_record_on_a_terminal_is_the_same_record(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    shown = on_terminal("-f", "jsonl", str(tmp_path / "page.html"))
    piped = call("-f", "jsonl", tmp_path / "page.html").stdout
    assert json.loads(shown) == json.loads(piped)


def test_messages_and_checks_spell_out_what_steers(tmp_path: Path) -> None:
    path = tmp_path / "x\x1b[2J\u202e.toml"
    path.write_text(SITE_HEAD + '[[text]]\nlabel = "legal"\nlines = ["/(\\u001b\\u009b/"]', "utf-8")
    wrong = call("rules", "check", path)
    path.write_text(SITE_HEAD, "utf-8")
    right = call("rules", "check", path)
    missing = call(tmp_path / "y\x1b[2J\x9b")
    assert (wrong.exit_code, right.exit_code, missing.exit_code) == (2, 0, 2)
    for text in (wrong.stderr, right.stdout, missing.stderr):
        assert text.rstrip("\n").isprintable()


def test_a_long_message_is_cut_in_its_middle() -> None:
    message = str(InputError("page.html: " + "x" * 100_000 + ": no such file\n\x1b"))
    assert len(message) < 700
    assert message.startswith("page.html: xxx")
    assert message.endswith(("xxx: no such file\\x1b", "no such file \\x1b"))


def test_the_command_cuts_long_values_of_options() -> None:
    done = call("--url", "x" * 100_000, "--favour", "y" * 100_000)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 700
