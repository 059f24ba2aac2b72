"""The tables of rule sets: what imported sets are worth, and what loading costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import imported, loading
from tests.program import rule_file


def test_imported_sets_are_compared_with_the_generic_rules(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sets"
    folder.mkdir()
    layout = '[[layout]]\nbody = ["article"]\nremove.other = ["p"]'
    rule_file(folder, "site1.toml", "site1.example", more=f"imported = true\n{layout}")
    imported.main(["--corpora", str(corpora), "--rules", str(folder), "--processes", "1", "--worst", "1"])
    printed = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith("both   pages 2, hosts 1, layout served 2; word F1 1.0000 generic, ") for line in printed
    )
    assert printed.count("open   no page") + printed.count("blind  no page") == 1


@pytest.mark.slow
def test_the_cost_of_loading_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loading.main(["--sites", "50", "--rules", str(rule_file(tmp_path, "mine.toml"))])
    printed = capsys.readouterr().out
    for part in ("registry of what ships", "one shipped set, the slowest", "registry with mine.toml", "its site among"):
        assert part in printed
