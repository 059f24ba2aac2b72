"""Drafting a fixture: what is written, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import draft
from tests.pages import FERRY, ferry_page, outcome, paragraphs


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page to draft from; the fixtures go to a folder beside it."""
    monkeypatch.setattr(draft, "FIXTURES", tmp_path / "fixtures")
    path = tmp_path / "page.html"
    path.write_text(ferry_page(f"<article>{paragraphs(*FERRY)}</article>"), "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(draft.main, [str(word) for word in words])


def test_the_page_is_copied_and_what_comes_out_is_written(page: Path, tmp_path: Path) -> None:
    result = run("quay.example/html-ferry", page, "--url", "https://quay.example/1")
    assert result.exit_code == 0, result.output
    assert "correct it where the cleaner is wrong" in result.output
    case = tmp_path / "fixtures/quay.example/html-ferry"
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert (case / "input.html").read_bytes() == page.read_bytes()
    assert expected == {"url": "https://quay.example/1"} | outcome(page, "https://quay.example/1")
    assert (expected["site"], expected["body"]) == ("quay.example", FERRY)


def test_a_fixture_is_overwritten_by_a_flag_alone(page: Path, tmp_path: Path) -> None:
    text = tmp_path / "page.txt"
    text.write_text("\n\n".join(FERRY), "utf-8")
    assert run("quay.example/ferry", page).exit_code == 0
    result = run("quay.example/ferry", text)
    assert result.exit_code == 1
    assert "fixtures/quay.example/ferry exists: --force overwrites it" in result.output
    assert run("quay.example/ferry", text, "--force").exit_code == 0
    assert [path.name for path in (tmp_path / "fixtures/quay.example/ferry").glob("input.*")] == ["input.txt"]


@pytest.mark.parametrize(
    ("case", "suffix", "content", "message"),
    [
        ("ferry", ".html", b"<p>x", "give it as HOST/CASE"),
        ("../out", ".html", b"<p>x", "give it as HOST/CASE"),
        ("quay.example/ferry", ".pdf", b"<p>x", "an .html or a .txt file"),
        ("quay.example/ferry", ".txt", b"", "page.txt: "),
    ],
)
def test_what_makes_no_fixture_is_refused(
    page: Path, tmp_path: Path, case: str, suffix: str, content: bytes, message: str
) -> None:
    other = tmp_path / f"page{suffix}"
    other.write_bytes(content)
    result = run(case, other)
    assert result.exit_code != 0
    assert message in result.output
    assert not (tmp_path / "fixtures").exists()
