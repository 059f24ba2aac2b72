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


def test_sites_whose_text_is_read_by_rules_have_fixtures() -> None:
    """Sets that know a site's scraped text as a whole have three of each form; sets that recognise it, one page."""
    for rules in shipped().sites:
        folder = FIXTURES / rules.hosts[0]
        is_whole = len(rules.text) >= 10
        least = 3 if is_whole else 1 if rules.fingerprints else 0
        assert len(list(folder.glob("*/input.html"))) >= least, rules.slug
        assert len(list(folder.glob("*/input.txt"))) >= 3 * is_whole, rules.slug


def test_negative_fixtures_lose_nothing() -> None:
    cases = [case for case in CASES if case.parent.name == "negative" and (case / "input.txt").exists()]
    assert len(cases) >= 6
    for case in cases:
        assert json.loads((case / "expected.json").read_text("utf-8"))["removed"] == []
