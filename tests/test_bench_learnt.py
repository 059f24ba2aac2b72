"""The table of learnt sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import learnt
from tests.pages import QUAY_STORIES, quay_page


def test_learnt_sets_are_compared_with_the_generic_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpora" / "quays"
    (corpus / "html").mkdir(parents=True)
    rows = []
    for n, name in enumerate(("quay-old-1", "quay-2", "quay-3")):
        (corpus / "html" / f"{name}.html").write_bytes(quay_page(n, "hp-story" if n else "older-text"))
        rows.append(
            {
                "id": name,
                "url": f"https://harbourpost.example/{n}",
                "body": "\n".join(QUAY_STORIES[n][2:]),
                "kind": "article",
            }
        )
    (corpus / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    learnt.main(["--corpora", str(corpus.parent), "--processes", "1"])
    printed = capsys.readouterr().out
    both = printed[printed.index("both: 1 hosts") :].splitlines()
    assert both[1].startswith("  without gold:  pages 3, layout served ")
    assert both[1].endswith("worse by over 0.01: 0")
    assert both[2].endswith("; layouts 2; 0.97 reached on 2 of 2")
    assert both[4] == "  old and new:   pairs 4; set does not fit 4; fits and harms 0"
