"""`python -m benchmarks.rules`: rule sets beside the generic rules, on a small made-up corpus and fixtures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.corpora import Page
from benchmarks.rule_cases import Case, Left, case_of_page, errors_of, left_out, means, values_of
from benchmarks.rules import BETTER, FEWER_ERRORS, NO_GAIN, NO_PAGES, WORSE, Pair, main, score_families
from benchmarks.rules import Result as SetResult
from cleaner import clean
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry
from tests.corpora import BODY, SENTENCES, harbour_page, write_corpus

ALMANAC = (
    "<p class='tide'>Tide tables for every pier on the coast are printed in the new almanac of the harbour office, "
    "which is in the shops from Monday and costs nothing to those who row.</p>"
)
PAGE = harbour_page().replace("</article>", f"{ALMANAC}</article>")
GOLD = {"body": BODY, "title": "The harbour opens"}


def scored(tmp_path: Path, layout: str, *words: str, host: str = "harbourpost.example", **gold: object) -> Result:
    write_corpus(
        tmp_path / "corpora" / "news",
        *({"id": f"a{i}", "url": f"https://{host}/{i}", **GOLD, **gold} for i in range(2)),
        page=PAGE,
    )
    (tmp_path / "rules").mkdir(exist_ok=True)
    (tmp_path / "rules" / "quay.toml").write_text(f'name = "Quay"\nhosts = ["harbourpost.example"]\n{layout}', "utf-8")
    (tmp_path / "fixtures").mkdir(exist_ok=True)
    arguments = ["--corpora", tmp_path / "corpora", "--fixtures", tmp_path / "fixtures", "--rules", tmp_path / "rules"]
    return CliRunner().invoke(main, [*map(str, arguments), *words])


def test_a_set_that_mends_the_text_is_better(tmp_path: Path) -> None:
    done = scored(tmp_path, '[[layout]]\nbody = ["article"]\nremove.advertisement = [".tide"]\n')
    assert done.exit_code == 0, done.output
    assert next(line for line in done.stdout.splitlines() if line.startswith("quay")).endswith(BETTER)


@pytest.mark.parametrize(
    ("layout", "verdict"),
    [
        ('[[layout]]\nbody = ["article"]\n', NO_GAIN),
        ('[[layout]]\nbody = ["article"]\nremove.related = ["article p"]\n', WORSE),
    ],
)
def test_a_set_that_mends_nothing_or_loses_the_text_fails(tmp_path: Path, layout: str, verdict: str) -> None:
    done = scored(tmp_path, layout, "--worse")
    assert done.exit_code == 1
    assert next(line for line in done.stdout.splitlines() if line.startswith("quay")).endswith(verdict)
    assert "not worth their place: quay" in done.stderr
    assert ("worse: quay: a0: text" in done.stdout) == (verdict == WORSE)


def test_a_set_of_another_host_has_no_pages_and_does_not_fail(tmp_path: Path) -> None:
    done = scored(tmp_path, '[[layout]]\nbody = ["article"]\n', host="other.example")
    assert (done.exit_code, "1 sets have neither pages nor fixtures" in done.stdout) == (0, True)


def test_fixtures_count_with_their_removals(tmp_path: Path) -> None:
    case = tmp_path / "fixtures" / "harbourpost.example" / "html-almanac"
    case.mkdir(parents=True)
    (case / "input.html").write_text(PAGE, "utf-8")
    removed = [
        {"reason": "advertisement", "text": "Tide tables for every pier on the coast are printed in the new almanac"}
    ]
    expected = {"url": "https://harbourpost.example/1", "body": SENTENCES, "captions": [], "removed": removed}
    (case / "expected.json").write_text(json.dumps(expected), "utf-8")
    done = scored(tmp_path, '[[layout]]\nbody = ["article"]\nremove.advertisement = [".tide"]\n')
    assert done.exit_code == 0
    row = next(line for line in done.stdout.splitlines() if line.startswith("quay"))
    assert row.split()[1] == "3"
    assert any(line.split() == ["quay", "advertisement", "0", "→", "1", "of", "1"] for line in done.stdout.splitlines())


def test_a_wrong_rule_file_is_told(tmp_path: Path) -> None:
    done = scored(tmp_path, "[[layout]]\nbdoy = []\n")
    assert done.exit_code == 1
    assert "bdoy" in done.stderr


def test_a_family_is_scored_on_the_pages_that_it_recognises(tmp_path: Path) -> None:
    family = parse(
        'recognise = [".tide"]\n[[layout]]\nbody = ["article"]\nremove.advertisement = [".tide"]\n',
        "slate.toml",
        "family",
    )
    write_corpus(tmp_path / "with", {"id": "a", "url": "https://a.example/", **GOLD}, page=PAGE)
    write_corpus(tmp_path / "without", {"id": "b", "url": "https://b.example/", **GOLD})
    cases = [
        ("a.example", case_of_page(Page("a", tmp_path / "with/html/a.html.gz", "https://a.example/", BODY))),
        ("b.example", case_of_page(Page("b", tmp_path / "without/html/b.html.gz", "https://b.example/", BODY))),
    ]
    (result,) = score_families(Registry([], [family]), cases)
    assert ([pair.page.id for pair in result.pairs], result.verdict) == (["a"], BETTER)


def pair(id: str, generic: dict[str, float], own: dict[str, float], name: str = "a.html.gz") -> Pair:
    silent = dict.fromkeys(means([]), None)
    return Pair(Page(id, Path(name), f"https://{id}.example/"), {**silent, **generic}, {**silent, **own})


def test_verdicts() -> None:
    good, poor = pair("a", {"text": 0.9}, {"text": 1.0}), pair("b", {"text": 1.0}, {"text": 0.9}, "input.html")
    assert SetResult("x").verdict == NO_PAGES
    assert SetResult("x", [good]).verdict == BETTER
    assert SetResult("x", [good, poor]).verdict == WORSE  # fixtures do not outweigh pages, nor pages fixtures
    assert SetResult("x", [pair("a", {"text": 1.0, "title": 0.0}, {"text": 1.0, "title": 1.0})]).verdict == FEWER_ERRORS
    assert SetResult("x", [pair("a", {"text": 1.0}, {"text": 1.0})]).verdict == NO_GAIN


def test_measures_of_a_page() -> None:
    ad = Left("advertisement", frozenset(("advertisement",)), "tide tables for every pier on the coast")
    case = Case(Page("a", Path("a.html"), None, BODY, title="The harbour opens"), left=(ad,))
    values = values_of(case, clean(PAGE))
    assert (values["title"], values["removals"], values["begins"], values["captions"]) == (1.0, 0.0, 1.0, None)
    assert errors_of(values) == 2  # the text, in which the almanac is, and the removal
    assert left_out(case, clean(PAGE)) == [(ad, False)]


def test_labelled_lines_tell_captions_and_what_is_left_out() -> None:
    lines = (
        ("A", SENTENCES[0]),
        ("M", "I saw it all from my window."),
        ("C", "The quay on Monday morning"),
        ("B", "By Oda Brenn, our man"),
    )
    case = case_of_page(Page("a", Path("a.html"), lines=lines))
    assert [left.name for left in case.left] == ["comments"]
    assert case.captions == ("the quay on monday morning",)
