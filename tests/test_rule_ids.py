"""`docs/rule-ids.md` lists every rule id that the sources give, and no other."""

from __future__ import annotations

import ast
import re
import tomllib

import cleaner.labels
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs/rule-ids.md").read_text("utf-8")
# An id that ours give; other names of JSON-LD are sources of metadata (docs/output.md lists their form).
ID = re.compile(r"(?:generic|learnt|options):[a-z_]+|json-ld:articleBody")
ROW = re.compile(r"^\| `([^`]+)` \| ([a-z, ]+) \| (.+) \|$", re.MULTILINE)
# The category that marks the article's own parts: no rule labels a block by it.
NO_RULE = {"generic:content"}


def sources() -> list[ast.AST]:
    return [ast.parse(file.read_text("utf-8")) for file in sorted((ROOT / "cleaner").rglob("*.py"))]


def literals() -> set[str]:
    """The ids that stand in the sources as they are."""
    ids = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                ids.add(node.value)
    return ids


def composed() -> set[str]:
    """What stands in the braces of the ids that the sources compose: f"generic:{name}"."""
    pieces = set()
    for tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.JoinedStr) or not isinstance(node.values[0], ast.Constant):
                continue
            if node.values[0].value in ("generic:", "learnt:", "options:"):
                pieces |= {ast.unparse(value.value) for value in node.values if isinstance(value, ast.FormattedValue)}
    return pieces


def categories() -> set[str]:
    table = tomllib.loads((ROOT / "cleaner/rules/generic.toml").read_text("utf-8"))
    return {f"generic:{name}" for name in table["category"]} - NO_RULE


def listed() -> list[str]:
    tables = DOCUMENT.partition("## Renamed")[0]
    return [match[1] for match in ROW.finditer(tables) if not match[1].startswith("FILE:")]


def test_the_document_lists_every_id_and_no_other() -> None:
    given = literals() | categories() | {"generic:outside"}
    assert sorted(given - set(listed())) == []
    assert sorted(set(listed()) - given) == []


def test_every_id_is_listed_once() -> None:
    assert len(listed()) == len(set(listed()))


def test_ids_are_composed_of_categories_roles_and_outside_alone() -> None:
    """A new form of a composed id needs a rule here that tells which ids it makes."""
    assert composed() == {"name", "role"}


def test_every_row_names_a_layer() -> None:
    layers = {str(layer) for layer in cleaner.labels.Layer}
    for row in ROW.finditer(DOCUMENT.partition("## Renamed")[0]):
        assert set(row[2].split(", ")) <= layers, row[1]


def test_the_renamed_ids_are_those_that_the_benchmark_maps() -> None:
    renamed = DOCUMENT.partition("## Renamed")[2]
    assert "| `generic:reviewed` | `learnt:classifier` |" in renamed
    for now in re.findall(r"\| `([^`]+)` \|$", renamed, re.MULTILINE):
        assert now in listed()
