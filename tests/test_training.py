"""What the learning goes by: which blocks of a page stand in its gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest

from benchmarks.corpora import Page, read_corpora
from benchmarks.errata import Erratum
from cleaner.learned.loader import trees_of
from cleaner.learned.trees import BoostedTrees
from cleaner.options import Favour, Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from tests.pages import LIGHTHOUSE, LIGHTHOUSE_TITLE, MENU, lighthouse_dump, paragraphs
from training.align import marks_by_snippets, shares_in_body
from training.folds import FOLDS, fold_of, half_of, site_of

BODY = [
    "The lighthouse at Storvik was built in 1874 of stone that had come as ballast.",
    "Who keeps it",
    "Its keeper, Ada Lind, counts the ships that pass and knows the names of four.",
]


def test_blocks_of_the_body_are_found_and_others_are_not() -> None:
    blocks = ["Storvik Courier", *BODY, "Read more: the ferry is late again, says its captain", "All rights reserved"]
    assert shares_in_body(blocks, "\n".join(BODY)) == [0.0, 1.0, 1.0, 1.0, 0.0, 0.0]


def test_a_second_copy_is_not_found() -> None:
    assert shares_in_body([BODY[0], BODY[2], BODY[0]], "\n".join(BODY)) == [1.0, 1.0, 0.0]


def test_a_short_block_is_found_only_between_its_neighbours() -> None:
    blocks = ["Ada Lind", BODY[0], BODY[2], "the ships"]
    assert shares_in_body(blocks, "\n".join(BODY)) == [0.0, 1.0, 1.0, 0.0]


def test_a_block_that_is_half_of_the_body_is_half_found() -> None:
    share = shares_in_body(
        [BODY[0] + " Sign up now and get each of our letters on every Monday morning at six"], BODY[0]
    )[0]
    assert 0.45 < share < 0.55


def test_snippets_speak_of_the_blocks_that_hold_them() -> None:
    assert marks_by_snippets([*BODY, "All rights reserved"], ["keeper, Ada Lind"], ["rights  RESERVED"]) == [
        None,
        None,
        1.0,
        0.0,
    ]


def test_pages_of_one_site_are_in_one_fold() -> None:
    assert (
        site_of("https://www.storvik.example/a", "x")
        == site_of("https://m.storvik.example/b", "y")
        == "storvik.example"
    )
    assert site_of(None, "page-1") == "page-1"
    assert {fold_of(f"host{i}.example") for i in range(60)} == set(range(FOLDS))


HTML_PAGE = f"<html><body><ul>{''.join(f'<li>{item}' for item in MENU)}</ul>{paragraphs(*LIGHTHOUSE)}</body></html>"
DUMP = lighthouse_dump(LIGHTHOUSE_TITLE, "By Ingrid Solheim", "12 March 2024")


@pytest.mark.parametrize(
    ("data", "input_form", "kind"),
    [(HTML_PAGE, "html", "html"), (DUMP, "text", "dump"), ("\n".join(LIGHTHOUSE), "text", None)],
    ids=["html", "dump", "other text"],
)
@pytest.mark.parametrize("favour", ["balance", "precision", "recall"])
def test_training_labels_with_given_trees_as_the_cleaner_does_with_its_own(
    data: str, input_form: Literal["html", "text"], kind: Literal["html", "dump"] | None, favour: Favour
) -> None:
    pytest.importorskip("lightgbm")
    from training.classifier import example, labelled

    cleaner = Cleaner(Options(site_rules=False, input=input_form, favour=favour))
    known = example(cleaner, "corpus", Page("page", Path(), body="\n".join(LIGHTHOUSE)), data)
    assert known.kind == kind
    ours = labelled(known, trees_of(kind) if kind else None, favour).page.blocks
    shipped, _, _ = cleaner.labelled(read(data, cleaner.options), None)
    assert ours == shipped.blocks


def test_nothing_is_learnt_from_pages_of_wrong_gold(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("lightgbm")
    from training import classifier

    wrong = [
        Erratum("news", "a1", "the gold is a legal line", "…"),
        Erratum("snippets", "a2", "of another corpus", "…"),
    ]
    monkeypatch.setattr(classifier, "read_errata", lambda: wrong)
    known = classifier.examples(read_corpora(corpora))
    assert [(seen.corpus, seen.gold.id) for seen in known] == [
        ("news", "a0"), ("news", "a2"), ("news", "a3"), ("snippets", "s1"),
    ]  # fmt: skip


def test_a_corpus_is_judged_by_trees_that_saw_nothing_of_it(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("lightgbm")
    from training import classifier, trees

    learnt_from: list[set[str]] = []

    def learn(known: list[trees.Example], _: trees.Shape) -> list[Any]:
        learnt_from.append({seen.corpus for seen in known})
        return [0.0]

    monkeypatch.setattr(trees, "learn", learn)
    known = classifier.examples(read_corpora(corpora))
    figures = classifier.judge_unseen(known, "balance")
    assert learnt_from == [{"snippets"}, {"news"}]
    halves = {f"{seen.corpus}: {half_of(site_of(seen.gold.url, seen.gold.id))}" for seen in known}
    assert set(figures) == halves
    assert sum(len(of_half.overlaps) for of_half in figures.values()) == 4


def test_the_table_of_unseen_corpora_has_a_row_for_each_half(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("lightgbm")
    from training import __main__ as command
    from training import classifier

    monkeypatch.setattr(classifier, "learn_without", lambda *_: BoostedTrees([0.0], 1.0))
    rows = command._unseen_table(classifier.examples(read_corpora(corpora))).splitlines()[2:]
    assert rows and all(
        row.startswith(("| learnt elsewhere | news: ", "| learnt elsewhere | snippets: ")) for row in rows
    )
