"""What the learning goes by: which blocks of a page stand in its gold."""

from __future__ import annotations

from training.align import marks_by_snippets, shares_in_body
from training.folds import FOLDS, fold_of, site_of

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
