"""The lines in which the rules of a file stand, and `cleaner rules show`, which tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.authoring.places import Place, lines_of
from cleaner.rules.registry import shipped
from tests.program import call

RULES = '''name = "Heath"  # not [[layout]]
hosts = ["heath.example", "moor.example"]
fingerprints = [
    "/^Sheep of \\\\[[a-z]\\\\]/",
    'Wool "daily"',
]

[[layout]]
when = ".heath"
body = ".story"
remove.related = [".more", # the box
    ".teaser"]
remove.share = [".send"]

[[layout]]
body = [".old"]
remove = { legal = [".imprint"], tags = [".about"] }

[[text]]
label = "legal"
lines = ["""All rights
reserved"""]
max = 90

[[add]]
remove.advertisement = [".wool"]
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place("", 0, "hosts", 1), 2),
        (Place("", 0, "fingerprints", 0), 4),
        (Place("", 0, "fingerprints", 1), 5),
        (Place("layout", 1, "", -1), 8),
        (Place("layout", 1, "body", 0), 10),
        (Place("layout", 1, "remove.related", 0), 11),
        (Place("layout", 1, "remove.related", 1), 12),
        (Place("layout", 1, "remove.share", 0), 13),
        (Place("layout", 2, "body", 0), 16),
        (Place("layout", 2, "remove.tags", 0), 17),
        (Place("text", 1, "", -1), 19),
        (Place("text", 1, "lines", 0), 21),
        (Place("text", 1, "max", 0), 23),
        (Place("add", 1, "remove.advertisement", 0), 26),
    ],
)
def test_line_of_a_rule(place: Place, line: int) -> None:
    assert lines_of(RULES)[place] == line


def test_a_table_of_removals_belongs_to_the_layout_above_it() -> None:
    content = '[[layout]]\nbody = ".story"\n[layout.remove]\nrelated = ".more"\n'
    assert lines_of(content)[Place("layout", 1, "remove.related", 0)] == 4


@pytest.mark.parametrize("content", ["", "[[", 'a = "', "[[layout]]\nbody = ['''", "=\n" * 10])
def test_what_is_no_rule_file_has_no_lines_and_does_no_harm(content: str) -> None:
    assert all(line > 0 for line in lines_of(content).values())


def test_each_rule_of_the_sets_that_ship_has_its_line() -> None:
    for rules in (*shipped().sites, *shipped().families):
        lines, written = lines_of(rules.content), rules.content.splitlines()
        for n, layout in enumerate(rules.layouts, 1):
            keyed = {"body": layout.body, **layout.fields} | {f"remove.{r}": s for r, s in layout.remove.items()}
            for key, selectors in keyed.items():
                for item, selector in enumerate(selectors):
                    assert selector in written[lines[Place("layout", n, key, item)] - 1]
        for n in range(1, len(rules.text) + 1):
            assert written[lines[Place("text", n, "", -1)] - 1].startswith("[[text]]")


def test_show_names_file_and_line_of_each_part_of_an_overlay(tmp_path: Path) -> None:
    mine, kept = tmp_path / "mine.toml", tmp_path / "sets"
    mine.write_text('name = "N"\nhosts = ["naharnet.com"]\n[[add]]\nremove.share = [".send"]\n', "utf-8")
    kept.mkdir()
    shown = call("rules", "show", "naharnet.com", "--rules", mine).stdout
    assert f".send  [{mine}:4]" in shown
    site = next(file for file in shipped().sites if "naharnet.com" in file.hosts)
    line = next(n for n, line in enumerate(site.content.splitlines(), 1) if line.startswith("body = "))
    assert f"[sites/naharnet.toml:{line}]" in shown
    for file in ("families/wordpress.toml", "phrases/en.toml", "generic.toml"):
        assert f"[{file}:" in shown


def test_show_tells_the_pack_below_an_overlay(tmp_path: Path) -> None:
    folder, mine, pack = tmp_path / "folder", tmp_path / "mine.toml", tmp_path / "sets.rulepack"
    folder.mkdir()
    (folder / "heath.toml").write_text(RULES, "utf-8")
    mine.write_text('name = "H"\nhosts = ["heath.example"]\n[[add]]\nremove.share = [".post"]\n', "utf-8")
    assert call("rules", "pack", folder, "-o", pack, "--version", "1").exit_code == 0
    shown = call("rules", "show", "heath.example", "--rules", mine, "--rules", pack).stdout
    assert f".post  [{mine}:4]" in shown
    assert f".teaser  [{pack}: heath.toml:12]" in shown
