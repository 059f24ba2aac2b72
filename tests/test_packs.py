"""Packs of rule sets, the compiled form of those that ship, and telling sites by all fingerprints at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaner, RuleError
from cleaner.authoring.pack import pack_sets
from cleaner.model import Block
from cleaner.rules import compiled
from cleaner.rules.fingerprints import Fingerprints, required_piece
from cleaner.rules.matchers import compile_matcher
from cleaner.rules.reader import parse
from cleaner.rules.registry import shipped, with_user_files
from cleaner.rules.schema import LABELS
from cleaner.rules.shipped import site_files
from tests.pages import SENTENCE
from tests.program import call, fails, rule_file


def test_the_compiled_sets_are_those_that_ship() -> None:
    files = [(f"{file.parent.name}/{file.name}", file.read_text("utf-8")) for file in compiled.shipped_files()]
    assert compiled.SHIPPED.read_text("utf-8") == compiled.compile_sets(files, "shipped"), (
        "run python -m cleaner.rules.compiled"
    )


def test_a_compiled_set_is_what_its_toml_says() -> None:
    assert site_files()
    for file in site_files():
        rules = file.rules
        assert rules == parse(rules.content, rules.file, "site", check=False)
        assert (file.hosts, file.mirrors) == (rules.hosts, rules.mirrors)
        assert [matcher.spelling for matcher in file.fingerprints] == [each.spelling for each in rules.fingerprints]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of two sets."""
    folder = tmp_path / "sets"
    folder.mkdir()
    rule_file(folder, "one.toml", more='version = "7"')
    rule_file(folder, "naharnet.toml", "naharnet.com")
    done = call("rules", "pack", folder, "-o", tmp_path / "two.rulepack", "--version", "2024-03-05")
    assert done.exit_code == 0, done.stderr
    assert ": 2 rule sets, version 2024-03-05, " in done.stdout
    return tmp_path / "two.rulepack"


def test_a_pack_serves_in_place_of_what_ships(pack: Path) -> None:
    made = Cleaner(rules=[pack])
    text = f"Stop here\n\n{SENTENCE}"
    article = made.clean(text, url="https://www.example.org/x")
    assert [(block.rule, str(block.layer)) for block in article.removed] == [("one:legal:1", "site")]
    hit = made.registry.by_host("naharnet.com")
    assert hit is not None
    assert hit[0].file.endswith("two.rulepack: naharnet.toml")
    assert len(made.registry.files) == len(shipped().files) + 1
    assert "Stop here" not in call("--rules", pack, "--url", "https://example.org/x", "-", stdin=text).stdout
    checked = call("rules", "check", pack).stdout
    assert checked.startswith(f"{pack}: ok (a pack of 2 rule sets, version 2024-03-05, digest ")
    assert ", version 7): example.org" in call("rules", "show", "example.org", "--rules", pack).stdout
    assert "two.rulepack: one.toml" in call("rules", "show", "example.org", "--rules", pack).stdout


def test_own_files_go_before_a_pack_and_a_pack_in_the_folder_is_found(pack: Path, tmp_path: Path) -> None:
    mine = rule_file(tmp_path / "sets", "one.toml")
    registry = with_user_files([mine], pack.parent)
    hit = registry.by_host("example.org")
    assert hit is not None
    assert hit[0].file == f"{mine} over {pack}: one.toml"
    assert registry.refused == ()


def test_of_two_packs_the_newer_serves_and_imported_sets_stand_behind(pack: Path, tmp_path: Path) -> None:
    rule_file(tmp_path / "sets", "one.toml", more='version = "8"\n[[layout]]\nbody = ["main"]')
    rule_file(tmp_path / "sets", "away.toml", "www.example.org", more="imported = true")
    for name, version in (("a", "2024-03-10"), ("z", "2024-02-30")):
        assert call("rules", "pack", tmp_path / "sets", "-o", tmp_path / f"{name}.rulepack", "--version", version)
    hit = with_user_files([], tmp_path).by_host("www.example.org")
    assert hit is not None
    assert hit[0].file == f"{tmp_path / 'a.rulepack'}: one.toml"


def test_a_pack_that_was_changed_or_cut_is_refused(pack: Path, tmp_path: Path) -> None:
    content = pack.read_text()
    wrong = tmp_path / "wrong.rulepack"
    for text, message in (
        (content.replace("Stop here", "Stop now!"), "its content is not what its digest says"),
        (content[:-20], "its content is not what its digest says"),
        ("{}", "no pack of rule sets that this version reads"),
        ("name = 1", "its head can't be read: pack it anew"),
        (content.replace(compiled.FORMAT, "cleaner rule sets 9"), "pack it anew with this version"),
        ("[" * 100_000, "its head can't be read"),
    ):
        wrong.write_text(text)
        with pytest.raises(RuleError, match=message):
            Cleaner(rules=[wrong])
        fails(call("rules", "check", wrong), 2, "wrong.rulepack: ")
        kept = Cleaner(user_folder=tmp_path)  # the other pack still serves
        assert kept.registry.by_host("www.example.org") is not None
        assert len(kept.refused) == 1


def test_a_set_of_a_pack_is_checked_as_all_others(tmp_path: Path) -> None:
    """Whoever made the pack by hand; the set is looked at when a page needs it."""
    wrong = 'name = "x"\nhosts = ["example.org"]\n[[layout]]\nbody = ["html"]\nremove.junk = ["p"]\n'
    (tmp_path / "x.rulepack").write_text(compiled.compile_sets([("x.toml", wrong)], "1"))
    made = Cleaner(rules=[tmp_path / "x.rulepack"])
    made.clean(SENTENCE, url="https://other.example.net/")
    with pytest.raises(RuleError, match=r"x\.rulepack: x\.toml: layout 1: body: .* \(and 1 more mistake\)"):
        made.clean(SENTENCE, url="https://example.org/")
    assert len(call("rules", "check", tmp_path / "x.rulepack").stderr.splitlines()) == 2


def test_what_is_wrong_is_not_packed(tmp_path: Path) -> None:
    rule_file(tmp_path, "a.toml", more="x = 1")
    rule_file(tmp_path, "b.toml", more="y = 1")
    done = call("rules", "pack", tmp_path, "-o", tmp_path / "out.rulepack")
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 2)
    assert not (tmp_path / "out.rulepack").exists()
    rule_file(tmp_path, "a.toml")
    rule_file(tmp_path, "b.toml")
    with pytest.raises(RuleError, match="is already claimed by"):
        pack_sets([tmp_path], "1")
    with pytest.raises(RuleError, match="--version"):
        pack_sets([tmp_path], "\x1b")


@pytest.mark.parametrize(
    ("pattern", "piece"),
    [
        ("/^Tides by the Post$/", "tides by the post"), (r"/\bTides \d+ Post/i", "tides "),
        ("/[Tt]ides by/", " by"), ("/Tides|Piers of the/", None), ("/(?:Tides|Piers) of the Post/", " of the post"),
        (r"/\p{Lu}des of it/", " of it"), ("/^Tidess? by/", "tides"), ("/^a{20}bcdefg/", None),
        (r"/^\x41bcd efgh/", " efgh"), ("/^(The Post)/", None), (r"/^Post\. Daily/", " daily"), ("/ΟΔΟΣ/", None),
    ],
)  # fmt: skip
def test_what_a_pattern_spells_out(pattern: str, piece: str | None) -> None:
    found = required_piece(pattern)
    assert found == piece or (piece is not None and len(piece.strip()) < 4 and found is None)


LINES = [
    "The Post, daily",
    "Tides for pier 7",
    "tides for pier 7",
    "By the ÄPost team",
    "x" * 2000 + " Tides for pier 8",
]
MATCHERS = [
    "the post, daily", "/^Tides for pier 7$/", "/Tides for pier 8/", "/^(?:Tides|Piers)/", "/^tides for/i",
    "/post team/i", "/Post team/", "Nobody prints this", "/Nobody prints this/", "/[a-z]ides for/",
]  # fmt: skip


def test_fingerprints_hit_what_each_of_them_hits_alone() -> None:
    matchers = [compile_matcher(spelling, LABELS) for spelling in MATCHERS]
    together = Fingerprints((number, [matcher]) for number, matcher in enumerate(matchers))
    blocks = [Block(line) for line in LINES]
    alone = {number for number, each in enumerate(matchers) if any(each.matches(Block(line)) for line in LINES)}
    assert set(together._hit(blocks)) == alone
    assert together.best(blocks) == min(alone)
    assert together.best([Block("Nothing")]) is None
