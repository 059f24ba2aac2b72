"""Captions and copies: one caption and no text, and a paragraph printed twice comes once."""

from __future__ import annotations

import pytest

import cleaner
from tests.pages import FERRY, ferry_page, paragraphs, removed_parts, text_parts


def test_a_caption_and_its_copies_leave_one_caption_and_no_text() -> None:
    caption = "The ferry in the harbour of Skarholm last autumn (AFP/file photo)"
    article = cleaner.clean(
        ferry_page(
            f"<article><figure><img "
            f"src=f.jpg><figcaption>{caption}</figcaption></figure><p>{caption}</p>{paragraphs(*FERRY)}</article>"
        )
    )
    assert [(c.text, c.credit, c.image) for c in article.captions] == [(caption, "AFP/file photo", "f.jpg")]
    assert article.text.split("\n\n") == FERRY


@pytest.mark.parametrize(
    "copy",
    [
        "THE FERRY IN THE HARBOUR OF SKARHOLM LAST AUTUMN",
        "The ferry in the harbour of Skarholm last aut",
        "The ferry in the harbour of Skarh…",
    ],
)
def test_near_and_cut_copies_are_copies(copy: str) -> None:
    caption = "The ferry in the harbour of Skarholm last autumn. Photo: Ada Lind"
    article = cleaner.clean(
        ferry_page(
            f"<article><figure><figcaption>{caption}</figcaption></figure><p>{copy}</p>{paragraphs(*FERRY)}</article>"
        )
    )
    assert [c.text for c in article.captions] == [caption]
    assert ("caption", copy) in [(str(b.reason), b.text) for b in article.removed]


def test_a_caption_never_takes_paragraphs_that_begin_as_it_does() -> None:
    name = "Harbour master Leyla Haddad of Skarholm"
    texts = [
        f"{name} said on Monday that the ferry would sail again.",
        f"{name} did not say when, or with which engine it would.",
        *FERRY,
    ]
    article = cleaner.clean(
        ferry_page(f"<article><figure><figcaption>{name}</figcaption></figure>{paragraphs(*texts)}</article>")
    )
    assert article.text.split("\n\n") == texts
    assert [c.text for c in article.captions] == [name]


def test_captions_that_differ_in_a_number_are_no_copies_and_take_no_time() -> None:
    captions = [f"The ferry in the harbour of Skarholm, picture {i}" for i in range(5000)]
    figures = "".join(f"<figure><img src=f.jpg><figcaption>{caption}</figcaption></figure>" for caption in captions)
    article = cleaner.clean(ferry_page(f"<article>{paragraphs(*FERRY)}{figures}</article>"))
    assert [c.text for c in article.captions] == captions


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    beside, apart = [FERRY[0], FERRY[0], FERRY[1], FERRY[2]], [FERRY[0], FERRY[1], FERRY[2], FERRY[0]]
    for data in (
        "\n\n".join(beside),
        *(ferry_page(f"<article>{paragraphs(*order)}</article>") for order in (beside, apart)),
    ):
        assert text_parts(data) == [FERRY[0], FERRY[1], FERRY[2]]
        assert removed_parts(data) == [("duplicate", FERRY[0])]


def test_a_paragraph_that_text_prints_again_further_on_stays() -> None:
    text = "\n\n".join([FERRY[0], FERRY[1], FERRY[2], FERRY[0]])
    assert cleaner.clean(text).text == text


def test_a_deck_that_is_the_cut_lede_leaves_the_lede() -> None:
    assert FERRY[0] in text_parts(f"{FERRY[0][:80]}…\n\n{FERRY[0]}\n\n{FERRY[1]}")


def test_refrains_stay() -> None:
    verse = "And miles to go before the ferry sails"
    text = f"{FERRY[0]}\n\n{verse}\n{verse}\n\n{FERRY[1]}"
    assert cleaner.clean(text).text == text
    interview = f"{FERRY[0]}\n\nWhat did you do then?\n\nNothing.\n\nWhat did you do then?\n\nNothing.\n\n{FERRY[1]}"
    assert cleaner.clean(interview).text == interview


def test_many_paragraphs_that_begin_alike_take_no_time_and_stay() -> None:
    text = "\n\n".join(f"{FERRY[0][:-1]} number {i}." for i in range(3000))
    assert cleaner.clean(text).text == text
