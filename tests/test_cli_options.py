"""The options of the command line, and wrong ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cleaner
from tests.program import HOSTILE, HTML, PAGE, STORY, TEXT, call, fails, rule_file, run


def test_url_tells_the_site() -> None:
    record = json.loads(call("--url", "https://www.naharnet.com/stories/en/1", "-f", "json", stdin=STORY).stdout)
    assert record["site"] == "naharnet.com"


def test_keep_and_drop_take_lists_of_labels() -> None:
    plain = call(TEXT).stdout
    assert "- Lost markets -" in plain
    assert "Thumb ex-fpm" not in plain
    assert "- Lost markets -" not in call(TEXT, "--drop", "headings").stdout
    both = call(TEXT, "--keep", "comments, captions", "--drop", "heading", "--drop", "quotes").stdout
    assert "Thumb ex-fpm" in both
    assert "- Lost markets -" not in both


def test_own_rules_by_file_and_by_folder(tmp_path: Path) -> None:
    one = rule_file(tmp_path, "one.toml")
    page = f"{STORY}Stop here\n\n{STORY.replace('Monday', 'Tuesday')}"
    url = ("--url", "https://www.example.org/a")
    assert "Stop here" in call(*url, stdin=page).stdout
    for rules in (one, tmp_path):
        assert "Stop here" not in call(*url, "--rules", rules, stdin=page).stdout
    other = rule_file(tmp_path, "two.toml", "example.net")
    assert "Stop here" not in call("--url", "https://example.net", "--rules", one, "--rules", other, stdin=page).stdout


def test_no_site_rules() -> None:
    assert json.loads(call(TEXT, "-f", "json").stdout)["rules"]["set"] == "naharnet"
    assert json.loads(call(TEXT, "-f", "json", "--no-site-rules").stdout)["rules"] is None


@pytest.mark.parametrize("favour", ["balance", "precision", "recall"])
def test_favour(favour: Any) -> None:
    assert (
        call(HTML, "--favour", favour).stdout
        == cleaner.clean(HTML.read_bytes(), options=cleaner.Options(favour=favour)).text + "\n"
    )


def test_quotes_and_widths_change_on_request_only() -> None:
    page = f"“Yes”, she said of the Ｅｘｐｏ. {STORY}"
    assert call(stdin=page).stdout.startswith("“Yes”, she said of the Ｅｘｐｏ.")
    assert call("--straight-quotes", stdin=page).stdout.startswith('"Yes", she said of the Ｅｘｐｏ.')
    assert call("--narrow-width", stdin=page).stdout.startswith("“Yes”, she said of the Expo.")


def test_fetched_says_which_days_are_still_to_come() -> None:
    page = (
        f"<meta property=article:published_time content=2024-03-09><article><h1>The mill is "
        f"sold</h1><p>{STORY}</article>"
    )
    assert json.loads(call("-f", "json", stdin=page).stdout)["published"] == "2024-03-09"
    assert json.loads(call("-f", "json", "--fetched", "2024-03-05", stdin=page).stdout)["published"] is None
    fails(call("--fetched", "tomorrow", stdin=page), 2, "'tomorrow' is no day: give it as 2024-03-05")
    fails(call("--fetched", "2024-13-01", stdin=page), 2, "'2024-13-01' is no day: give it as 2024-03-05")


def test_from_says_what_the_input_is() -> None:
    assert "<article>" in call("--from", "text", stdin=PAGE).stdout
    assert "<article>" not in call("--from", "html", stdin=PAGE).stdout


def test_encoding_is_found_or_given() -> None:
    page = f"Привет, мир. {STORY}".encode("koi8-r")
    assert call("--encoding", "koi8-r", stdin=page).stdout.startswith("Привет, мир.")


def test_encoding_replaces_what_is_invalid_in_it() -> None:
    done = call("--encoding", "utf-8", stdin=b"caf\xe9 \xa4 " + STORY.encode())
    assert (done.exit_code, done.stdout[:7]) == (0, "café \ufffd ")
    account = call("--encoding", "utf-8", "--explain", stdin=b"caf\xe9 \xa4 " + STORY.encode()).stdout
    assert "utf-8 (option, confidence 0.80, 2 replaced)" in account


def test_charset_is_what_http_said() -> None:
    story = f"Привет, мир. {STORY}"
    page = f"<meta charset=windows-1251><p>{story}</p>".encode("koi8-r")
    assert call("--charset", "koi8-r", stdin=page).stdout.startswith("Привет, мир.")
    assert not call("--charset", "klingon", stdin=page).stdout.startswith("Привет, мир.")
    assert call("--charset", "koi8-r", "--encoding", "utf-8", stdin=story.encode()).stdout.startswith("Привет, мир.")


def test_a_page_without_an_article_is_empty_text_and_no_error() -> None:
    page = HOSTILE / "no-article.html"
    done = run(page)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    records = [json.loads(line) for line in call(page, TEXT).stdout.splitlines()]
    assert (records[0]["text"], records[0]["confidence"]) == ("", 0)


def test_strict_makes_it_an_error() -> None:
    page = HOSTILE / "no-article.html"
    fails(call(page, "--strict"), 3, "no-article.html", "holds no article")
    some = call(page, TEXT, "--strict")
    assert (some.exit_code, some.stdout.count("\n")) == (3, 1)
    assert call(page, TEXT, HOSTILE / "image.png", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--formt", "json"], "No such option"),
        (["--format", "pdf"], "'pdf' is not one of"),
        (["--favour", "speed"], "'speed' is not one of"),
        (["--keep", "captions,nonsense"], "keep: no label is called 'nonsense'"),
        (["--drop", "nonsense"], "drop: no label is called 'nonsense'"),
        (["--keep", "captions", "--drop", "caption"], "both kept and dropped"),
        (["--encoding", "klingon"], "encoding 'klingon' is not known"),
        (["--rules", "no/such"], "no/such"),
        (["--url"], "requires an argument"),
        (["--url", "notaurl"], "--url 'notaurl' is no web address"),
        (["--url", ""], "no web address"),
        (["--url", "https://[x"], "no web address"),
        (["--url", "https:///story"], "no web address"),
        (["rules"], "Missing command"),
        (["rules", "lst"], "No such command 'lst'"),
        (["rules", "show"], "Missing argument"),
        (["rules", "show", "not a host"], "is no host"),
        (["rules", "list", "--rules", "no/such"], "no/such"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(words: list[str], part: str) -> None:
    fails(call(*words, stdin=STORY), 2, part)
