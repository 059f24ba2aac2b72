"""The command line, as people use it: the real program where pipes, bytes or exit codes matter, else click's runner."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import cleaner
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
    """The run ended with `code`, nothing on standard output, and one line on standard error that holds all of `parts`."""
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


# ---------------------------------------------------------------- a filter


def test_standard_input_to_standard_output() -> None:
    done = run(stdin=TEXT.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == cleaner.clean(TEXT.read_bytes()).text + "\n"


def test_dash_is_standard_input_and_a_file_gives_the_same() -> None:
    assert call("-", stdin=TEXT.read_bytes()).stdout == call(TEXT).stdout == call("--", TEXT).stdout


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


# ---------------------------------------------------------------- formats


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


# ---------------------------------------------------------------- options


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


# ---------------------------------------------------------------- explain


def test_explain_accounts_for_every_block_without_colours_in_a_pipe() -> None:
    done = run(TEXT, "--explain")
    account = done.stdout.decode()
    assert done.returncode == 0
    assert "\x1b" not in account
    article = cleaner.clean(TEXT.read_bytes())
    for block in article.blocks:
        sign = "+" if block.span else "-" if block.reason else "="
        head = f"{sign} {block.role or block.reason:<14} {block.layer:<8} {block.rule}  {block.source}\n    "
        assert head + block.text.replace("\n", "\n    ") + "\n" in account


def test_explain_tells_metadata_with_sources_and_the_rules_used() -> None:
    account = call(HTML, "--explain").stdout
    article = cleaner.clean(HTML.read_bytes())
    assert article.rules is not None
    assert (
        f"title       {article.title}\n              from {article.sources['title']['source']}; so says meta:og:title"
        in account
    )
    assert f"rules       naharnet, digest {article.rules.digest}, layout desc-2014, fit 1.00" in account
    assert f"confidence  {article.confidence:.2f}" in account
    assert "no site's rule set" in call("--explain", stdin=STORY).stdout


def test_explain_reports_several_files_in_turn() -> None:
    account = call(TEXT, HTML, "--explain").stdout
    assert account.index(f"file        {TEXT}") < account.index(f"file        {HTML}")


def test_explain_is_coloured_on_a_terminal_and_strikes_what_is_left_out() -> None:
    environment = {"TERM": "xterm-256color", "COLUMNS": "200"}
    painted = on_terminal("--explain", str(TEXT), **environment)
    assert "\x1b[32m+ paragraph" in painted
    assert "\x1b[31m- comments" in painted
    assert "\x1b[2;9mThumb ex-fpm 6 months" in painted
    assert "\x1b[2;9m" in painted
    assert "\x1b[3" not in on_terminal("--explain", str(TEXT), NO_COLOR="1", **environment)


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


def test_explain_leaves_a_terminal_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        PAGE.replace("<body>", '<head><link rel="canonical" href="https://example.org/&#27;[2J"></head><body>')
    )
    assert "\x1b" not in call(page, "--explain").stdout


def test_explain_is_a_format_of_its_own() -> None:
    fails(call(TEXT, "--explain", "-f", "xml"), 2, "--explain", "--format")


# ---------------------------------------------------------------- bad input: one line each


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
        call("--encoding", "utf-8", stdin=b"caf\xe9 " + STORY.encode()),
        2,
        "standard input",
        "not utf-8",
        "byte 3",
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


def test_the_others_are_still_done() -> None:
    done = run(HOSTILE / "image.png", TEXT, "no\nsuch", HTML)
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(TEXT), str(HTML)]
    assert [line.split(b": ")[1] for line in done.stderr.splitlines()] == [
        str(HOSTILE / "image.png").encode(),
        b"no\\nsuch",
    ]
    assert run(HOSTILE / "image.png", HOSTILE / "blank.txt").returncode == 2


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

    def faulty(self: cleaner.Cleaner, data: bytes, *, url: str | None = None) -> cleaner.Article:
        if data == HTML.read_bytes():
            raise ZeroDivisionError("division\nby zero")
        return clean(self, data, url=url)

    monkeypatch.setattr(cleaner.Cleaner, "clean", faulty)
    done = call(HTML, TEXT)
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)
    assert f"{HTML}: the cleaner itself failed (ZeroDivisionError: division by zero)" in done.stderr
    assert done.stderr.count("\n") == 1


# ---------------------------------------------------------------- bad output, bad usage


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


WRONG = [
    ('[[layout]]\ntitel = ["h1"]', "layout 1: titel: unknown key"),
    ('[[layout]]\ntitle = ["h1[["]', "layout 1: title"),
    ('[[text]]\nlabel = "legal"\nlines = ["/(/"]', "text 1: lines"),
    ("hosts = [", "not TOML"),
]


@pytest.mark.parametrize(("more", "part"), WRONG)
def test_a_wrong_rule_file_is_named_with_its_key(tmp_path: Path, more: str, part: str) -> None:
    path = rule_file(tmp_path, "wrong.toml", more=more)
    fails(call(TEXT, "--rules", path), 2, str(path), part)
    fails(call("rules", "check", path), 2, str(path), part)


# ---------------------------------------------------------------- rules


def test_rules_list() -> None:
    lines = call("rules", "list").stdout.splitlines()
    assert lines[0].split() == ["NAME", "KIND", "HOSTS", "FORMS", "DIGEST", "FILE"]
    naharnet = next(line for line in lines if line.startswith("Naharnet "))
    article = cleaner.clean(TEXT.read_bytes())
    assert article.rules is not None
    for part in (" site ", " naharnet.com ", " html, text ", f" {article.rules.digest} ", "sites/naharnet.toml"):
        assert part in naharnet
    assert any("phrases/en.toml" in line for line in lines)


def test_rules_list_is_a_table_on_a_terminal_and_holds_own_files(tmp_path: Path) -> None:
    rule_file(tmp_path, "mine.toml")
    assert "example.org" in call("rules", "list", "--rules", tmp_path).stdout
    assert "━" in on_terminal("rules", "list", COLUMNS="200", TERM="xterm")


def test_rules_show_names_each_layer_and_file_in_order_of_precedence(tmp_path: Path) -> None:
    mine = rule_file(tmp_path, "mine.toml", "naharnet.com")
    shown = call("rules", "show", "https://www.naharnet.com/stories/1", "--rules", mine).stdout
    order = [
        "host  www.naharnet.com", "site  naharnet.com", "1 your files", f"  {mine} (digest ", "    text mine:legal:1",
        "      lines                Stop here", "2 site", "  sites/naharnet.toml (digest ",
        "    layout desc-2014, when p.desc",
        "3 families", "4 phrases", "  phrases/en.toml", "5 generic", "  generic.toml",
    ]  # fmt: skip
    places = [shown.index(part) for part in order]
    assert places == sorted(places)


def test_rules_show_of_an_unknown_host() -> None:
    done = call("rules", "show", "example.org")
    assert done.exit_code == 0
    assert "no rule set claims this host" in done.stdout
    assert "1 your files: none" in done.stdout


def test_rules_check_says_ok_and_notes_what_it_goes_before(tmp_path: Path) -> None:
    fine, over = rule_file(tmp_path, "fine.toml"), rule_file(tmp_path, "over.toml", "naharnet.com")
    done = call("rules", "check", fine, over)
    assert done.exit_code == 0
    first, second = done.stdout.splitlines()
    assert first.startswith(f"{fine}: ok (Example: example.org;")
    assert "note: goes before the shipped sites/naharnet.toml" in second
    assert call("rules", "check", tmp_path).stdout == done.stdout


def test_rules_check_does_the_other_files_too(tmp_path: Path) -> None:
    wrong, fine = rule_file(tmp_path, "a.toml", more="nonsense = 1"), rule_file(tmp_path, "b.toml")
    done = call("rules", "check", wrong, fine, tmp_path / "gone.toml")
    assert done.exit_code == 2
    assert done.stdout.startswith(f"{fine}: ok")
    assert len(done.stderr.splitlines()) == 2
    assert f"{wrong}: nonsense: unknown key" in done.stderr
    assert f"{tmp_path / 'gone.toml'}: No such file" in done.stderr


def test_rules_check_says_that_a_folder_holds_no_rule_files(tmp_path: Path) -> None:
    fails(call("rules", "check", tmp_path), 2, f"{tmp_path}: a folder that holds no rule files (*.toml)")


def test_rules_check_refuses_a_host_claimed_twice(tmp_path: Path) -> None:
    one, two = rule_file(tmp_path, "one.toml"), rule_file(tmp_path, "two.toml")
    done = call("rules", "check", one, two)
    assert done.exit_code == 2
    assert f"{two}: hosts: 'example.org' is already claimed by {one}" in done.stderr


def test_rules_check_passes_the_shipped_files() -> None:
    folder = ROOT / "cleaner" / "rules"
    done = call("rules", "check", folder / "sites", folder / "phrases")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "note" not in done.stdout


def test_a_file_called_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    assert call("./rules").stdout == call("--", "rules").stdout == STORY.strip() + "\n"


# ---------------------------------------------------------------- many files


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
