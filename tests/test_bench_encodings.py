"""`benchmarks.encodings`: bodies are damaged and re-encoded, and what is read of them is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import encodings
from benchmarks.encodings import Body, bodies, count_damaged, cut_and_put_in, equal_but_for_the_sign, samples, table
from tests.charsets import CHINESE, ENGLISH, JAPANESE, KOREAN, RUSSIAN
from tests.corpora import harbour_page, write_corpus

TEXTS = {"en": ENGLISH, "ja": JAPANESE, "ko": KOREAN, "zh": CHINESE, "ru": RUSSIAN}
BODIES = [Body(language, text, language) for language, text in TEXTS.items()]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    rows = [{"id": language, "url": None, "body": text} for language, text in TEXTS.items()]
    write_corpus(tmp_path / "news", *rows, {**rows[0], "id": "again"}, page=harbour_page())
    return tmp_path


def test_bodies_are_taken_once_with_their_language(corpora: Path) -> None:
    assert {body.text: body.language for body in bodies(corpora)} == {text: lang for lang, text in TEXTS.items()}


def test_damage_is_seeded_and_leaves_the_rest_as_it_was() -> None:
    damaged = list(cut_and_put_in(BODIES, 5, seed=1))
    assert damaged == list(cut_and_put_in(BODIES, 5, seed=1))
    assert len(damaged) == 2 * 5 * len(BODIES)
    for kind, data, before, after in damaged:
        assert data.startswith(before.encode())
        assert data.endswith(after.encode())
        assert (len(data) - len(before.encode()) - len(after.encode())) <= (2 if kind == "cut off" else 1)


@pytest.mark.parametrize(("text", "equal"), [("abcd", True), ("ab\ufffdcd", True), ("abXXcd", False), ("ab", False)])
def test_a_text_may_differ_in_the_damaged_sign_alone(text: str, equal: bool) -> None:
    assert equal_but_for_the_sign(text, "ab", "cd") is equal


def test_damaged_utf_8_is_counted() -> None:
    right, total = count_damaged(BODIES, 10, seed=0)
    assert right == total == {"cut off": 50, "one byte put in": 50}


def test_a_charset_is_tried_on_the_bodies_that_it_holds() -> None:
    rows = {sample.row for sample in samples(BODIES, seed=0)}
    assert {"shift_jis, own languages", "euc-kr, own languages", "windows-1251, own languages"} <= rows
    assert "windows-1252, other languages" not in rows
    for sample in samples(BODIES, seed=0):
        if sample.column == "undeclared":
            assert sample.data.decode(encodings.CHARSETS[sample.row.split(",")[0]]) == sample.text


def test_the_table_is_markdown() -> None:
    head, rule, *rows = table(BODIES, seed=0)
    assert head.startswith("| charset | declared | undeclared | declared, bad byte |")
    assert rule.count("|") == head.count("|")
    assert "| euc-jp, own languages | 1 of 1 | 1 of 1 | 1 of 1 |" in "\n".join(rows)


def test_the_command_prints_both(corpora: Path) -> None:
    done = CliRunner().invoke(encodings.main, ["--corpora", str(corpora), "--bodies", "3", "--times", "2"])
    assert done.exit_code == 0
    assert "cut off: 6 of 6 right\none byte put in: 6 of 6 right\n| charset |" in done.stdout
    assert "no folder" in CliRunner().invoke(encodings.main, ["--corpora", str(corpora / "none")]).output
