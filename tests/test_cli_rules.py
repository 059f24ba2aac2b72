"""`cleaner rules`: list, show and check, and rule files that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleaner
from tests.conftest import ROOT
from tests.program import STORY, TEXT, call, fails, on_terminal, rule_file

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


@pytest.mark.slow
def test_rules_check_passes_the_shipped_files() -> None:
    folder = ROOT / "cleaner" / "rules"
    done = call("rules", "check", folder / "sites", folder / "phrases")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "note" not in done.stdout


def test_a_file_called_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    assert call("./rules").stdout == call("--", "rules").stdout == STORY.strip() + "\n"
