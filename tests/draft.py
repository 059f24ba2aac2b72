"""Draft a fixture: copy a page into fixtures/ and write down what the cleaner makes of it now.

    python -m tests.draft HOST/CASE PAGE [--url URL]

The draft is what comes out today, right or wrong: read it line by line against the page, and correct it where the
cleaner is wrong. What is then in expected.json is what tests/test_fixtures.py wants.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import click

from cleaner import CleanerError
from tests.conftest import FIXTURES
from tests.pages import outcome

# Two folder names: the host (or generic, negative, hostile) and the case.
CASE = re.compile(r"\w[\w.-]*/[\w-]+", re.ASCII)
CHECK = """Read it line by line against the page, and correct it where the cleaner is wrong:
- body: every paragraph of the article, in order, and nothing else
- removed: each with its right reason
- title, subtitle, authors, published, modified: as the page prints them
- the words of the page are invented, not those of an article"""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("case", metavar="HOST/CASE")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", help="The address to clean the page with; without it, from its bytes alone.")
@click.option("--force", is_flag=True, help="Overwrite a fixture that exists.")
def main(case: str, page: Path, url: str | None, force: bool) -> None:
    """Copy PAGE (.html or .txt) to fixtures/HOST/CASE/ and write its expected.json from what comes out now."""
    if not CASE.fullmatch(case):
        raise click.UsageError(f"{case!r} is no fixture: give it as HOST/CASE, such as example.org/html-almanac")
    if page.suffix not in {".html", ".txt"}:
        raise click.UsageError(f"{page}: a fixture is an .html or a .txt file")
    folder = FIXTURES / case
    if folder.exists() and not force:
        raise click.ClickException(f"fixtures/{case} exists: --force overwrites it")
    try:
        expected = {"url": url} | outcome(page, url)
    except CleanerError as error:
        raise click.ClickException(f"{page}: {error}") from error
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"input{page.suffix}"
    for other in folder.glob("input.*"):
        if other != target:
            other.unlink()
    if page.resolve() != target.resolve():
        shutil.copyfile(page, target)
    text = json.dumps(expected, indent=1, ensure_ascii=False) + "\n"
    (folder / "expected.json").write_text(text, "utf-8")
    click.echo(f"drafted fixtures/{case}/expected.json. {CHECK}")


if __name__ == "__main__":
    main()
