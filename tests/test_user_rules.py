"""A user's own rule sets: the folder of settings, additions to what ships, imported sets, and reading them anew."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import cleaner
from cleaner import Cleaner, Layer, RuleError
from cleaner.rules.registry import with_user_files
from tests.pages import SENTENCE
from tests.program import TEXT, call, rule_file

PAGE = (
    f'<html><body><h1>A bridge</h1><article class="story"><p>{SENTENCE}</p><p class="mug">Buy our mug, said nobody, '
    f'and yet it is for sale in the shop of the town hall.</p><p class="kept">{SENTENCE[::-1]}</p></article></body>'
)
BASE = '[[layout]]\nname = "now"\nbody = [".story"]\ntitle = ["h1"]\n'
ADDED = '[[add]]\nremove.advertisement = [".mug"]\n'
URL = "https://www.example.org/bridge"


def test_an_addition_holds_beside_the_layout_that_serves(tmp_path: Path) -> None:
    rule_file(tmp_path, "mine.toml", more=BASE + ADDED)
    article = Cleaner(rules=[tmp_path]).clean(PAGE, url=URL)
    assert [(str(block.reason), block.rule) for block in article.removed] == [("advertisement", "mine:advertisement")]
    assert article.rules is not None
    assert (article.rules.layout, article.rules.fit) == ("now", 1.0)


def test_an_addition_to_a_set_of_a_weaker_layer(tmp_path: Path) -> None:
    """What is added is the user's, the rest stays the other set's."""
    (tmp_path / "folder").mkdir()
    rule_file(tmp_path / "folder", "base.toml", more=BASE)
    mine = tmp_path / "mine.toml"
    mine.write_text(f'name = "Mine"\nhosts = ["example.org"]\n{ADDED}')
    article = Cleaner(rules=[mine], user_folder=tmp_path / "folder").clean(PAGE, url=URL)
    assert [(block.rule, block.layer) for block in article.removed] == [("mine:advertisement", Layer.USER)]
    assert article.title == "A bridge"
    assert article.rules is not None
    assert article.rules.layout == "now"


def test_an_addition_holds_where_no_layout_serves_and_only_when_it_says(tmp_path: Path) -> None:
    path = rule_file(tmp_path, "mine.toml", more=ADDED)
    assert "mug" not in Cleaner(rules=[path]).clean(PAGE, url=URL).text
    path = rule_file(tmp_path, "mine.toml", more=ADDED + 'when = ".other-design"\n')
    assert "mug" in Cleaner(rules=[path]).clean(PAGE, url=URL).text


def test_a_wrong_file_of_the_folder_takes_nothing_else_down(tmp_path: Path) -> None:
    rule_file(tmp_path, "a.toml", more=BASE + ADDED)
    wrong = [rule_file(tmp_path, "b.toml", "b.example.net", more="x = 1"), rule_file(tmp_path, "c.toml")]
    (tmp_path / "d.toml").write_bytes(b"\xff")
    made = Cleaner(user_folder=tmp_path)
    assert [line.partition(": ")[0] for line in made.refused] == [
        str(wrong[0]),
        str(tmp_path / "d.toml"),
        str(wrong[1]),
    ]
    assert "mug" not in made.clean(PAGE, url=URL).text
    naharnet = made.clean(TEXT.read_bytes())
    assert naharnet == cleaner.clean(TEXT.read_bytes())


def test_a_folder_that_is_not_there_is_none(tmp_path: Path) -> None:
    made = Cleaner(user_folder=tmp_path / "none")
    assert made.refused == ()
    assert pickle.loads(pickle.dumps(made)).registry.files == made.registry.files


def test_the_command_reads_the_settings_folder_and_goes_on_without_wrong_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "cleaner" / "rules"
    folder.mkdir(parents=True)
    rule_file(folder, "a.toml", more=BASE + ADDED)
    wrong = rule_file(folder, "b.toml", "b.example.net", more="x = 1")
    done = call("--url", URL, "-", stdin=PAGE)
    assert done.exit_code == 0
    assert "mug" not in done.stdout
    assert done.stderr == f"cleaner: {wrong}: x: unknown key: use one of {done.stderr.partition('one of ')[2]}"
    assert done.stderr.endswith("(the file is left out)\n")
    shown = call("rules", "show", "example.org").stdout
    assert f"  {folder / 'a.toml'} (digest " in shown
    assert f"    add 1  [{folder / 'a.toml'}:" in shown
    assert f"      remove.advertisement .mug  [{folder / 'a.toml'}:" in shown
    assert "mug" in call("--no-site-rules", "--url", URL, "-", stdin=PAGE).stdout
    mine = rule_file(tmp_path, "mine.toml", more='[[layout]]\nbody = [".story"]\nremove.other = [".kept"]\n')
    own = call("--rules", mine, "--url", URL, "-", stdin=PAGE).stdout
    assert SENTENCE[::-1] not in own


def test_rules_are_read_anew(tmp_path: Path) -> None:
    made = Cleaner(rules=[rule_file(tmp_path, "mine.toml", more=BASE)])
    assert "mug" in made.clean(PAGE, url=URL).text
    rule_file(tmp_path, "mine.toml", more=BASE + ADDED)
    made.reload()
    assert "mug" not in made.clean(PAGE, url=URL).text
    rule_file(tmp_path, "mine.toml", more="x = 1")
    with pytest.raises(RuleError):
        made.reload()
    assert "mug" not in made.clean(PAGE, url=URL).text


def test_an_imported_set_serves_only_hosts_of_which_no_other_speaks(tmp_path: Path) -> None:
    rule_file(tmp_path, "other.toml", "imported.example.net", more='imported = true\nmirrors = ["news.example.org"]\n')
    rule_file(tmp_path, "ours.toml", "example.org")
    registry = with_user_files([tmp_path])
    hit = registry.by_host("www.imported.example.net")
    assert hit is not None
    assert hit[0].text[0].layer is Layer.SITE
    assert registry.by_host("news.example.org") == registry.by_host("example.org")
    rule_file(tmp_path, "other.toml", "naharnet.com", more="imported = true\n")
    known = with_user_files([tmp_path]).by_host("naharnet.com")
    assert known is not None
    assert known[0].file == "sites/naharnet.toml"
