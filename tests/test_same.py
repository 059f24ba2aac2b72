"""`benchmarks.same`: what comes out before and after a change is compared, and a renamed rule is no difference."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from benchmarks import documents, same
from tests.pages import FERRY, TEXT, ferry_page, paragraphs

Edit = Callable[[dict[str, Any]], None]


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two cases, one of them with an address; there are no fixtures beside them."""
    monkeypatch.setattr(documents, "ROOT", tmp_path / "empty")
    folder = tmp_path / "cases"
    folder.mkdir()
    menu = "<nav><a href=/>Home</a></nav>"
    (folder / "ferry.html").write_text(ferry_page(f"{menu}<article>{paragraphs(*FERRY)}</article>"), "utf-8")
    (folder / "ferry.txt").write_text("\n\n".join([*FERRY, "Sign up to our newsletter"]), "utf-8")
    rows = [{"file": "ferry.html", "url": "https://quay.example/1"}]
    (folder / "cases.json").write_text(json.dumps(rows), "utf-8")
    return folder


def run(cases: Path, *words: object) -> Result:
    result = CliRunner().invoke(same.main, ["--cases", str(cases), *map(str, words)], env={"CLEANER_CORPORA": ""})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def record(cases: Path, edit: Edit | None = None) -> Path:
    """A record of the cases, changed by `edit` as if the cleaner had said something else before."""
    file = cases.parent / "before.gz"
    assert run(cases, "--record", file).exit_code == 0
    if edit:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            records = json.load(lines)
        edit(records)
        with gzip.open(file, "wt", encoding="utf-8") as out:
            json.dump(records, out)
    return file


def test_what_is_recorded_compares_as_the_same(cases: Path) -> None:
    result = run(cases, "--compare", record(cases))
    assert (result.exit_code, result.output) == (0, "2 documents (0 new, 0 gone), 0 differ: no difference\n")


def test_the_address_of_a_case_is_that_of_cases_json(cases: Path) -> None:
    urls = {document.name: document.url for document in same.documents(None, [cases])}
    assert urls == {"case ferry.html": "https://quay.example/1", "case ferry.txt": None}


def test_a_text_that_changed_is_a_difference(cases: Path) -> None:
    file = record(cases)
    page = cases / "ferry.txt"
    page.write_text(page.read_text("utf-8").replace("flour", "bread"), "utf-8")
    result = run(cases, "--compare", file)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "case ferry.txt: text, labels",
        "2 documents (0 new, 0 gone), 1 differ: labels 1, text 1",
    ]


def call_rules_otherwise(records: dict[str, Any]) -> None:
    """Rules as an older version might have called them."""
    for one in records.values():
        one["rules"] = [["old" + rule if rule.startswith("en:") else rule, score] for rule, score in one["rules"]]


def test_a_rule_that_is_called_otherwise_is_a_difference_until_the_map_names_it(cases: Path, tmp_path: Path) -> None:
    file, names = record(cases, call_rules_otherwise), tmp_path / "renamed.json"
    result = run(cases, "--compare", file)
    assert result.exit_code == 1
    assert "case ferry.txt: rules (['olden:newsletter:" in result.output
    names.write_text(json.dumps({"prefixes": {"olden:": "en:"}}), "utf-8")
    assert run(cases, "--compare", file, "--map", names).exit_code == 0


def test_single_rules_may_be_renamed_in_blocks_and_sources() -> None:
    before = {"rules": [["generic:a", 0.5], ["generic:b", 0.5]], "sources": {"title": {"source": "generic:a"}}}
    renames = same.Renames({"generic:a": "learnt:a"}, scored=["learnt:a"])
    assert renames.apply(before) == {
        "rules": [["learnt:a", 0.5], ["generic:b", None]],
        "sources": {"title": {"source": "learnt:a"}},
    }


def test_new_documents_are_counted_and_gone_ones_are_a_difference(cases: Path) -> None:
    file = record(cases)
    (cases / "more.txt").write_text(FERRY[0], "utf-8")
    assert run(cases, "--compare", file).output.startswith("3 documents (1 new, 0 gone), 0 differ")
    (cases / "ferry.txt").unlink()
    result = run(cases, "--compare", file)
    assert (result.exit_code, result.output.split(",")[1]) == (1, " 1 gone)")


def test_the_parts_share_the_documents(cases: Path) -> None:
    file = record(cases)
    parts = [run(cases, "--compare", file, "--part", f"{part}/2").output for part in (1, 2)]
    assert [part.split(" documents")[0] for part in parts] == ["1", "1"]


def test_an_input_that_fails_is_recorded_with_its_error() -> None:
    record = same.outcome(same.Document("nothing", ""))
    assert record == {"error": record["error"]} and record["error"].startswith("EmptyInputError")
    full = same.outcome(same.Document("text", "\n\n".join(FERRY), options={"input": TEXT.input}))
    assert same.differences(record, full) == ["error"]
    assert same.differences(record, record) == same.differences(full, full) == []


def test_one_of_record_and_compare_is_needed(cases: Path) -> None:
    assert run(cases).exit_code == 2
