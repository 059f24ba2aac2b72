"""Folders of the project, and the fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.corpora import write_corpora

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"

# No rule sets of whoever runs the tests.
os.environ["XDG_CONFIG_HOME"] = str(ROOT / "tests" / "no-such-folder")

# A run on the same tree tries the same examples, so that a failure belongs to a change. Others are looked for with
# `pytest --hypothesis-profile=search`.
settings.register_profile("same", derandomize=True, database=None)
settings.register_profile("search", print_blob=True)
settings.load_profile("same")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of three small corpora: news, snippets, shop."""
    return write_corpora(tmp_path / "corpora")
