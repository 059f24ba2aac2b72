"""Every fixture comes out as its expected.json says: text, captions, metadata, and each removal with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cleaner
from tests.conftest import FIXTURES

CASES = sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))


def outcome(case: Path, expected: dict[str, Any]) -> dict[str, Any]:
    """What comes out of a fixture, in the form of its expected.json."""
    page = next(case.glob("input.*"))
    article = cleaner.clean(page.read_bytes(), url=expected.get("url"))
    identified = article.sources.get("language") == {
        "source": "identified"
    }  # not the page's word, and it depends on what is installed: test_language.py
    fields = {
        "site": article.site,
        "language": None if identified else article.language,
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": list(article.authors),
        "published": article.published,
        "modified": article.modified,
        "captions": [caption.text for caption in article.captions],
        "body": article.text.split("\n\n") if article.text else [],
        "removed": [{"reason": str(block.reason), "text": block.text} for block in article.removed],
    }
    return {key: value for key, value in fields.items() if key in expected}


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_fixture(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    got = outcome(case, expected)
    for key, value in got.items():
        assert value == expected[key], key


def test_each_site_has_three_fixtures_of_each_form() -> None:
    from cleaner.rules.registry import shipped

    for rules in shipped().sites:
        folder = FIXTURES / rules.hosts[0]
        assert len(list(folder.glob("*/input.html"))) >= 3, rules.slug
        assert len(list(folder.glob("*/input.txt"))) >= 3, rules.slug


def test_negative_fixtures_lose_nothing() -> None:
    cases = [case for case in CASES if case.parent.name == "negative" and (case / "input.txt").exists()]
    assert len(cases) >= 6
    for case in cases:
        assert json.loads((case / "expected.json").read_text("utf-8"))["removed"] == []
