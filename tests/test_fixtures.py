"""Every fixture comes out as its expected.json says: text, captions, metadata, and each removal with its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.rules.registry import shipped
from tests.conftest import FIXTURES
from tests.pages import outcome

CASES = sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_fixture(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    for key, value in outcome(next(case.glob("input.*")), expected.get("url")).items():
        if key in expected:
            assert value == expected[key], key


def test_each_site_has_three_fixtures_of_each_form() -> None:
    for rules in shipped().sites:
        folder = FIXTURES / rules.hosts[0]
        assert len(list(folder.glob("*/input.html"))) >= 3, rules.slug
        assert len(list(folder.glob("*/input.txt"))) >= 3, rules.slug


def test_negative_fixtures_lose_nothing() -> None:
    cases = [case for case in CASES if case.parent.name == "negative" and (case / "input.txt").exists()]
    assert len(cases) >= 6
    for case in cases:
        assert json.loads((case / "expected.json").read_text("utf-8"))["removed"] == []
