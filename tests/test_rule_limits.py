"""Hostile rule files and options: each is told in one line, by a typed error, in no time and little memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner, CleanerError, Limits, Options, OptionsError, RuleError
from cleaner.rules import matchers
from cleaner.rules.pattern_size import check_size
from cleaner.rules.reader import parse
from cleaner.rules.registry import load_file, shipped
from cleaner.rules.toml_files import MOST_BYTES
from tests.pages import SITE_HEAD, line_rule
from tests.program import call, fails

PATTERNS = {
    "brackets in each other": "(" * 900 + ")" * 900,
    "repetitions in each other": "((a{1000}){1000}){1000}",
    "a hundred million": "a{100000000}",
    "a count of many digits": "a{" + "9" * 1900 + "}",
    "groups repeated in a row": ("(?:" * 20 + "a" + "){1,9}" * 20) * 5,
    "100,000 alternatives": "|".join(f"w{i}" for i in range(20_000)),
    "recursion": "(?R)",
    "recursion into a group": "(a)(?1)",
    "sets in each other": "(?V1)" + "[" * 900,
    "comments that hide brackets": "(?x)# [\n" + "(" * 900,
    "a list without a name": r"\L<x>",
    "an unclosed group": "(",
}
FILES = {
    "a key of 50,000 parts": "a." * 50_000 + "a = 1",
    "a table of 50,000 parts": "[" + "a." * 50_000 + "a]",
    "a key of quoted parts": '"a" . ' * 40 + "a = 1",
    "a key of parts behind a string": 'x = "\\""\n' + "a." * 40 + "a = 1",
    "a whole number of 5,000 digits": SITE_HEAD + "x = " + "9" * 5000,
    "max of 5,000 digits": SITE_HEAD + line_rule(lines=["x"]) + "\nmax = 0x" + "f" * 5000,
    "arrays in each other": SITE_HEAD + "x = " + "[" * 300 + "]" * 300,
    "tables in each other": SITE_HEAD + "x = " + "{a=" * 300 + "1" + "}" * 300,
    "30,000 rules": SITE_HEAD + "[[text]]\nlabel='legal'\nlines=['x']\n" * 30_000,
    "2,000 rules": SITE_HEAD + "[[text]]\nlabel='legal'\nlines=['x']\n" * 2_000,
    "20,000 lines of a rule": SITE_HEAD + "[[text]]\nlabel='legal'\nlines=[" + "'x'," * 20_000 + "]",
    "6,000 hosts": "name='x'\nhosts=[" + "".join(f"'h{i}.org'," for i in range(6_000)) + "]",
    "a long host": "name='x'\nhosts=['" + "a." * 200 + "org']",
    "a long name": "hosts = ['x.org']\nname = '" + "x" * 999 + "'",
    "a name that steers a terminal": 'name = "\\u001b[2J"\nhosts = ["x.org"]',
    "a name that turns what follows": 'name = "\\u202ex"\nhosts = ["x.org"]',
    "a long key": SITE_HEAD + "k" * 100_000 + " = 1",
    "a long label": SITE_HEAD + line_rule("x" * 100_000, lines=["x"]),
    "a long literal": SITE_HEAD + line_rule(lines=["x" * 3_000]),
    "a string that nothing closes": SITE_HEAD + 'x = """' + '\\"""' * 40_000,
    "quotation marks": '"' * 200_000,
    "a selector of 5,000 brackets": SITE_HEAD + "[[layout]]\nbody = ['" + ":not(" * 5000 + "p']",
    "a selector that looks back": SITE_HEAD + "[[layout]]\nbody = [':has(~ p ~ q)']",
    "a selector with an escape": SITE_HEAD + "[[layout]]\nbody = ['p:n\\74h-child(2n)']",
    **{f"pattern: {name}": SITE_HEAD + f"[[text]]\nlabel='legal'\nlines=['''/{pattern}/''']"
       for name, pattern in PATTERNS.items()},
}  # fmt: skip


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_a_hostile_rule_file_is_told_in_one_short_line(content: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(content, "mine/example.toml", "user")
    message = str(caught.value)
    assert message.startswith("mine/example.toml: ")
    assert message.isprintable()
    assert len(message) <= 620


@pytest.mark.parametrize("name", ["30,000 rules", "pattern: recursion", "a name that steers a terminal"])
def test_the_command_ends_with_2_and_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(FILES[name], "utf-8")
    fails(call("rules", "check", path), 2, "x.toml: ")


def test_shipped_patterns_are_within_the_limits() -> None:
    for rules in (*shipped().sites, *shipped().phrases.values()):
        parse(rules.content, rules.file, "phrases" if rules.file.startswith("phrases") else "site")


@pytest.mark.parametrize(
    "pattern", [r"\(\{(?:a{2,9}){3}\p{L}{1,100}[](){9}]x{,5}y{title}", "a?" * 500, r"[^]](?:b|c)+?"]
)
def test_ordinary_patterns_pass(pattern: str) -> None:
    check_size(pattern)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_is_no_regular_file_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    (tmp_path / "lost.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.toml").mkdir()
    for path in sorted(tmp_path.iterdir()):
        with pytest.raises(RuleError, match=rf"{path.name}: (no regular file|Too many|No such|a folder|no such)"):
            load_file(path)
        if path.is_dir():
            continue
        with pytest.raises(RuleError, match=path.name):
            Cleaner(rules=[path])


def test_a_file_larger_than_any_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(RuleError, match=rf"huge\.toml: over {MOST_BYTES:,} bytes"):
        load_file(tmp_path / "huge.toml")


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000, "\ud800.toml", ""])
def test_odd_paths_are_told(path: str) -> None:
    with pytest.raises(RuleError):
        load_file(Path(path))
    if path:
        with pytest.raises(RuleError):
            Cleaner(rules=[path])


def test_slow_lines_are_an_error_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line stays below the limit for one; the clock here says that each search takes 0.9 s."""
    clock = iter(range(10_000))
    monkeypatch.setattr(matchers.time, "thread_time", lambda: next(clock) * 0.9)
    rules = parse(SITE_HEAD + line_rule(lines=["/^never$/"]), "x.toml", "user")
    registry = Cleaner()
    registry._registry = type(registry.registry)([rules])
    with pytest.raises(RuleError, match=r"patterns take over 5 s on one document, at last /\^never\$/"):
        registry.clean("\n\n".join(f"Line {i} of the text." for i in range(300)), url="https://example.org/")


WRONG: dict[str, dict[str, Any]] = {
    "limits": {"limits": None}, "limits as a table": {"limits": {"size": 5}}, "a switch": {"strict": "yes"},
    "keep as a number": {"keep": 5}, "drop as nothing": {"drop": None}, "input as a list": {"input": ["html"]},
    "favour as bytes": {"favour": b"x" * 100_000}, "a long label": {"keep": ["x" * 100_000]},
    "site_rules": {"site_rules": 1},
    "a label that steers": {"keep": ["\x1b[2J"]}, "an encoding that steers": {"encoding": "\x1b[2J" * 999},
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_options_of_other_types_are_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionsError) as caught:
        Options(**wrong)
    assert len(str(caught.value)) <= 620
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("value", ["1", float("inf"), float("nan"), [1], None])
def test_limits_of_other_types_are_told(value: Any) -> None:
    with pytest.raises(OptionsError):
        Limits(size=value)


@pytest.mark.parametrize(
    "wrong", [{"options": "html"}, {"options": Limits()}, {"rules": None}, {"rules": 5}, {"rules": [b"x"]}]
)
def test_a_cleaner_of_other_types_is_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionsError):
        Cleaner(**wrong)


@pytest.mark.parametrize("wrong", [{"url": b"x" * 100_000}, {"charset": [5] * 100_000}, {"fetched": "\x1b" * 100_000}])
def test_arguments_of_other_types_are_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(CleanerError) as caught:
        Cleaner().clean("A text of some words.", **wrong)
    assert len(str(caught.value)) <= 620


WORDS = st.sampled_from((
    "name", "hosts", "layout", "text", "label", "lines", "from", "until", "max", "field", "body", "remove", "when",
    "x", "=", "[", "]",
    "[[text]]", "[[layout]]", '"', "'", '"""', "'''", "/", "(", ")", "{", "}", "{9}", "|", "*", "(?", "\\", ".", ",",
    "#", "\n", " ",
    "legal", '"legal"', "'/a/'", "'p'", "1", "true", "0x9", "1e9", "2024-01-01", ":not(", "\x00", "ß", "<date>",
    "@title",
))  # fmt: skip
LINE = 'name = "x"\nhosts = ["x.org"]\n[[text]]\nlabel = "legal"\nlines = ['
LAYOUT = 'name = "x"\nhosts = ["x.org"]\n[[layout]]\nbody = ['


@settings(max_examples=400, deadline=None)
@given(
    st.lists(WORDS, max_size=25).map("".join),
    st.sampled_from(("", SITE_HEAD, LINE, LAYOUT, LINE + "'''/", LAYOUT + "'''")),
)
def test_any_toml_is_rules_or_a_rule_error(words: str, head: str) -> None:
    for content in (head + words, f"{head}{words}/''']", f"{head}{words}]"):
        try:
            parse(content, "x.toml", "user")
        except RuleError as error:
            assert str(error).startswith("x.toml: ")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_rules_or_a_rule_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("rules") / "x.toml"
    path.write_bytes(content)
    with pytest.raises(RuleError):
        load_file(path)
