"""`python -m benchmarks.designs`: sets of one design on pages of another."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from benchmarks.designs import main
from tests.corpora import write_corpus

BODY = "\n\n".join(
    f"On day {day} the wardens of the heath counted the sheep again, found {day * 7} of them, and wrote it down."
    for day in range(1, 9)
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
MENU = "<p><a href='/'>Home</a></p>"


def run(folder: Path, old: str, new: str) -> list[str]:
    for id, page in (("heath-old-1", old), ("heath-2", new)):
        write_corpus(folder / id, {"id": id, "url": "https://heath.example/1", "body": BODY}, page=page)
    done = CliRunner().invoke(main, ["--corpora", str(folder)])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def test_a_set_whose_body_is_gone_says_so(tmp_path: Path) -> None:
    lines = run(
        tmp_path,
        f"<html><body>{MENU}<div class='text'>{PARAGRAPHS}</div></body></html>",
        f"<html><body>{MENU}<div class='story'>{PARAGRAPHS}</div></body></html>",
    )
    assert any("2 pairs: drift 2, fit rightly 0, fit wrongly 0" in line for line in lines)


def test_a_set_that_still_finds_the_body_fits_rightly(tmp_path: Path) -> None:
    page = f"<html><body>{MENU}<div class='text'>{PARAGRAPHS}</div></body></html>"
    lines = run(tmp_path, page, page.replace("<body>", "<body class='new'>"))
    assert any("2 pairs: drift 0, fit rightly 2, fit wrongly 0" in line for line in lines)
