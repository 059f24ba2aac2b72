"""Folders of the project, and the fixtures that several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import write_corpora

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of three small corpora: news, snippets, shop."""
    return write_corpora(tmp_path / "corpora")
