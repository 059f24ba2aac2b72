"""`cleaner rules check HOST|FILE PAGE…`: hits beside recorded counts, rules that never fire, what recurs, and drift."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.authoring.hits import Account, Hits
from cleaner.authoring.record import Record, beside, changes, read_record
from cleaner.errors import RuleError
from tests.conftest import FIXTURES
from tests.program import call, fails

RULES = """name = "Heath"
hosts = ["heath.example"]
[[layout]]
name = "2024"
body = [".story"]
subtitle = [".deck"]
remove.related = [".more", ".teaser"]
[[layout]]
name = "2011"
body = [".old-story"]
[[text]]
label = "legal"
lines = ["All rights reserved, the heath"]
"""


def page(n: int, name: str = "story", deck: str = "deck") -> str:
    paragraphs = "".join(
        f"<p>On day {n} of week {week} the wardens of the heath counted the sheep again, found {n * 7 + week} of "
        "them, and wrote the number into the book.</p>"
        for week in range(1, 6)
    )
    return (
        f"<html><head><title>The sheep of day {n}</title></head><body><h1>The sheep of day {n}</h1>"
        f"<div class='{name}'><p class='{deck}'>A count that took {n} hours</p>{paragraphs}<p>The shepherd of the "
        "heath can be met at the hut each Tuesday, when it does not rain.</p><p class='more'>Read on about the hut</p>"
        "</div><p>All rights reserved, the heath</p></body></html>"
    )


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "heath.toml"
    path.write_text(RULES, "utf-8")
    return path


def pages(folder: Path, count: int, name: str = "story", deck: str = "deck") -> list[Path]:
    paths = [folder / f"{name}-{deck}-{n}.html" for n in range(1, count + 1)]
    for n, path in enumerate(paths, 1):
        path.write_text(page(n, name, deck), "utf-8")
    return paths


def test_hits_of_each_rule_and_what_never_fires_or_recurs(tmp_path: Path, rules: Path) -> None:
    done = call("rules", "check", rules, *pages(tmp_path, 4))
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Heath (") and lines[0].endswith("); pages: 4")
    assert "layouts: 2024 4; mean fit 1.00" in lines
    counts = {line.split("–")[-1].strip(): line.split()[:4] for line in lines if "–" in line}
    assert counts["2024 body .story"] == ["4", "of", "4", "4"]
    assert counts["2024 remove.related .teaser"] == ["0", "of", "4", "0"]
    assert counts["heath:legal:1"] == ["4", "of", "4", "4"]
    assert lines[lines.index("never fired: 1") + 1] == "  2024 remove.related .teaser"
    assert lines[lines.index("of layouts that served no page: 1") + 1] == "  2011 body .old-story"
    kept = lines[lines.index("recur, and are kept:") + 1 :]
    assert kept == ["  on 4 pages: The shepherd of the heath can be met at the hut each Tuesday, when it does not r…"]


def test_pages_that_no_layout_serves_are_drift(tmp_path: Path, rules: Path) -> None:
    done = call("rules", "check", rules, *pages(tmp_path, 2), *pages(tmp_path, 2, "body-2"))
    assert done.exit_code == 1
    assert "no layout (no_layout): " in done.stdout
    assert done.stdout.endswith("drift:\n  no layout serves 2 of 4 pages\n")


def test_rules_that_fire_less_often_than_recorded_are_drift(tmp_path: Path, rules: Path) -> None:
    recorded = pages(tmp_path, 6)
    assert call("rules", "check", rules, *recorded, "--record").exit_code == 0
    assert beside(rules).exists()
    same = call("rules", "check", rules, *recorded)
    assert (same.exit_code, "6 of 6      6       6 of 6  2024 subtitle .deck" in same.stdout) == (0, True)
    done = call("rules", "check", rules, *pages(tmp_path, 6, deck="lead"))
    assert done.exit_code == 1
    assert done.stdout.endswith("drift:\n  2024 subtitle .deck: fires on 0 of 6 pages; recorded: 6 of 6\n")


def test_a_rule_file_stays_as_it_was_when_counts_are_recorded(tmp_path: Path, rules: Path) -> None:
    call("rules", "check", rules, *pages(tmp_path, 2), "--record")
    assert rules.read_text("utf-8") == RULES
    assert json.loads(beside(rules).read_text("utf-8"))["pages"] == 2
    assert call("rules", "check", rules).exit_code == 0  # as a file alone


def test_the_set_of_a_host(tmp_path: Path) -> None:
    fixtures = sorted((FIXTURES / "naharnet.com").glob("html-*/input.html"))
    done = call("rules", "check", "naharnet.com", *fixtures, "--record", "--recorded", tmp_path / "counts.json")
    assert done.exit_code == 0, done.output
    assert read_record(tmp_path / "counts.json") is not None
    assert done.stdout.startswith("Naharnet (sites/naharnet.toml, digest ")


def test_what_is_wrong_is_told_and_the_other_pages_are_done(tmp_path: Path, rules: Path) -> None:
    good = pages(tmp_path, 1)
    done = call("rules", "check", rules, *good, tmp_path / "gone.html", *good)
    assert (done.exit_code, "); pages: 1" in done.stdout) == (1, True)
    assert done.stderr.splitlines() == [
        f"cleaner: {tmp_path / 'gone.html'}: no such file",
        f"cleaner: {good[0]}: the text of a page before it: left out",
    ]
    done = call("rules", "check", rules, *good, "--rules", tmp_path / "none")
    fails(done, 2, "no such file or folder")


def test_wrong_uses(tmp_path: Path, rules: Path) -> None:
    for words, part in (
        (("unknown.example", rules.with_suffix(".html")), "no rule set claims this host"),
        (("naharnet.com", "page.html", "--record"), "--recorded FILE"),
        ((rules, "--record"), "name pages too"),
    ):
        done = call("rules", "check", *words)
        assert done.exit_code == 2
        assert part in done.stderr


BROKEN = [
    "",
    "[]",
    '{"pages": 3}',
    '{"pages": 3, "drifted": 4, "rules": {}}',
    '{"pages": 1e400, "drifted": 0, "rules": {}}',
    '{"pages": 3, "drifted": 0, "rules": {"a": [1, 2]}}',
    '{"pages": 3, "drifted": 0, "rules": {"a": [-1, -2, 0]}}',
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_record_is_told(tmp_path: Path, rules: Path, content: str) -> None:
    beside(rules).write_text(content, "utf-8")
    with pytest.raises(RuleError, match="take it away and record anew"):
        read_record(beside(rules))
    fails(call("rules", "check", rules, *pages(tmp_path, 1)), 2, "heath.recorded.json")


def test_rare_rules_and_few_pages_are_no_drift() -> None:
    record = Record(100, 10, {"rare": Hits(100, 4, 4), "steady": Hits(100, 99, 99), "gone": Hits(100, 100, 100)})
    rules = {"rare": Hits(20, 0, 0), "steady": Hits(20, 19, 19), "gone": Hits(1, 0, 0), "new": Hits(20, 0, 0)}
    assert list(changes(Account(20, rules, drifted={"a": "no_layout", "b": "no_layout"}), record)) == [
        "gone: fires on 0 of 1 pages; recorded: 100 of 100"
    ]


def test_many_pages_are_counted_without_overflow() -> None:
    record = Record(10**6, 0, {"a": Hits(10**6, 10**6 // 2, 10**6)})
    assert len(list(changes(Account(10**4, {"a": Hits(10**4, 10**3, 10**3)}), record))) == 1
