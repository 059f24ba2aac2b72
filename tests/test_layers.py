"""The house's order: imports follow the arrows. What a module imports is read off its source, whether at its head or
inside a function.
"""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import cleaner
from tests.conftest import ROOT

# What each room may import of ours besides itself: no more than it does.
MAY = {
    "labels": set(),
    "errors": set(),
    "version": set(),
    "patterns": set(),
    "remembered": set(),
    "canonical": {"patterns"},
    "entities": set(),
    "folding": {"remembered"},
    "urls": {"patterns", "remembered"},
    "slug": {"canonical", "remembered"},
    "model": {"labels"},
    "dates": {"canonical", "patterns", "remembered"},
    "language": {"patterns"},
    "options": {"labels", "errors"},
    "lines": {"dates", "folding", "labels", "patterns", "remembered"},
    "rules": {"errors", "folding", "labels", "lines", "model", "patterns", "remembered", "urls"},
    "budget": {"errors", "options"},
    "read": {"errors", "model", "options", "patterns"},
    "segment": {"budget", "dates", "errors", "labels", "lines", "model", "options", "patterns", "remembered", "rules"},
    "recognise": {"labels", "language", "lines", "model", "options", "patterns", "rules", "urls"},
    "invisible": {"patterns"},
    "normalize": {"canonical", "entities", "invisible", "labels", "model", "options", "patterns"},
    "learned": {"dates", "labels", "lines", "model", "slug"},
    "label": {
        "comments",
        "dates",
        "folding",
        "labels",
        "language",
        "learned",
        "lines",
        "model",
        "options",
        "patterns",
        "rules",
        "slug",
        "urls",
    },
    "metadata": {
        "canonical",
        "dates",
        "folding",
        "labels",
        "language",
        "learned",
        "lines",
        "model",
        "patterns",
        "remembered",
        "rules",
        "slug",
        "urls",
    },
    "comments": {"dates", "labels", "lines", "model", "patterns"},
    "render": {"labels", "model", "patterns", "urls"},
    "article": {"labels", "model", "patterns", "render", "urls"},
    # `assemble` takes the chosen metadata: data of the stage before it.
    "assemble": {
        "article",
        "comments",
        "labels",
        "language",
        "lines",
        "metadata",
        "model",
        "options",
        "patterns",
        "urls",
        "version",
    },
    "pipeline": {
        "article",
        "assemble",
        "errors",
        "label",
        "metadata",
        "model",
        "normalize",
        "options",
        "read",
    }
    | {"recognise", "rules", "segment", "urls", "version"},
    "__init__": {"version"},  # the public names are loaded when they are first asked for
    "__main__": {"cli", "version"},
}
# The rooms that every other may import.
BASE = {
    "labels",
    "model",
    "errors",
    "options",
    "dates",
    "language",
    "patterns",
    "version",
    "folding",
    "urls",
    "remembered",
    "canonical",
}
# What one of them imports when it is first needed: the Public Suffix List takes 20 ms to load.
LATE = {"urls": {"publicsuffixlist"}}
# What stands on the public API: it may take any public name (where it is defined, too), the rules, and these few.
USERS = {"cli", "corpus", "authoring", "inspect"}
ALLOWED = {"BODY", "Favour", "Kind", "METADATA_FIELDS", "one_line", "printable", "quoted"}
STAGES = {"read", "segment", "recognise", "normalize", "label", "metadata", "assemble"}
MODULES = sorted((ROOT / "cleaner").rglob("*.py"))


def part(path: Path) -> str:
    """The room that a module stands in: the package or module right below `cleaner`."""
    return path.relative_to(ROOT / "cleaner").parts[0].removesuffix(".py")


def imports(path: Path) -> set[tuple[str, bool]]:
    """The parts that a module imports ("" for the public names), and whether only type checkers see it."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    imported = set()
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (
                [f"cleaner.{alias.name}" for alias in node.names] if node.module == "cleaner" else [node.module or ""]
            )
        for name in names:
            first, *rest = name.split(".")
            if first == "cleaner":
                known = rest and (
                    (ROOT / "cleaner" / rest[0]).is_dir() or (ROOT / "cleaner" / f"{rest[0]}.py").exists()
                )
                imported.add((rest[0] if known else "", id(node) in for_types))
    return imported


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part(path) in USERS], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_stands_on_the_api_takes_public_names_and_rules(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "cleaner":
            rooms = (node.module or "").split(".")[1:2]
            if rooms not in (["rules"], ["authoring"], [part(path)]):
                assert {alias.name for alias in node.names} <= {*cleaner.__all__, *ALLOWED}, (
                    f"{path.relative_to(ROOT)}, line {node.lineno}"
                )


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part(path) not in USERS], ids=lambda path: str(path.relative_to(ROOT))
)
def test_imports_follow_the_arrows(path: Path) -> None:
    here = part(path)
    assert here in MAY, f"{here}: say in {Path(__file__).name} what this part may import"
    for other, types_only in imports(path):
        if other == here or (types_only and here == "__init__"):  # the public names, each loaded when it is asked for
            continue
        assert other in MAY[here], f"{path.relative_to(ROOT)} imports {other or 'the public names'}"


def test_no_room_imports_one_that_imports_it() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        here = part(path)
        graph.setdefault(here, set()).update(other for other, _ in imports(path) if other not in (here, ""))
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the rooms of a cycle


def test_only_the_pipeline_imports_stages() -> None:
    importers = {
        part(path) for path in MODULES for other, _ in imports(path) if other in STAGES and other != part(path)
    }
    assert importers <= {"pipeline", "assemble"}


def test_only_assemble_looks_into_another_stage_and_through_two_doors() -> None:
    doors = set()
    for node in ast.walk(ast.parse((ROOT / "cleaner" / "assemble.py").read_text("utf-8"))):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.split(".")[1:2]
            and node.module.split(".")[1] in STAGES
        ):
            doors |= {f"{node.module.removeprefix('cleaner.')}.{alias.name}" for alias in node.names}
    assert doors <= {"label.captions", "metadata.Described"}


def test_the_base_imports_none_of_the_packages_that_the_core_depends_on() -> None:
    outside = {"selectolax", "ftfy", "charset_normalizer", "publicsuffixlist", "click", "rich"}
    for path in MODULES:
        if part(path) in BASE:
            source = ast.parse(path.read_text("utf-8"))
            names = {node.module or "" for node in ast.walk(source) if isinstance(node, ast.ImportFrom)}
            names |= {alias.name for node in ast.walk(source) if isinstance(node, ast.Import) for alias in node.names}
            assert not {name.partition(".")[0] for name in names} & outside - LATE.get(part(path), set()), path


def test_no_test_module_imports_another() -> None:
    """What two of them share stands in a module that holds no tests: pages, corpora, tools, program."""
    for path in sorted((ROOT / "tests").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                assert not [name for name in names if name.startswith("tests.test_")], path.name
