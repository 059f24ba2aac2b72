"""Captions: of all copies of one there is one caption, and no text."""

from __future__ import annotations

import pytest

import cleaner
from tests.pages import FERRY, ferry_page, paragraphs, text_parts


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


@pytest.mark.slow
def test_captions_that_differ_in_a_number_are_no_copies_and_take_no_time() -> None:
    captions = [f"The ferry in the harbour of Skarholm, picture {i}" for i in range(5000)]
    figures = "".join(f"<figure><img src=f.jpg><figcaption>{caption}</figcaption></figure>" for caption in captions)
    article = cleaner.clean(ferry_page(f"<article>{paragraphs(*FERRY)}{figures}</article>"))
    assert [c.text for c in article.captions] == captions


def test_a_deck_that_is_the_cut_lede_leaves_the_lede() -> None:
    assert FERRY[0] in text_parts(f"{FERRY[0][:80]}…\n\n{FERRY[0]}\n\n{FERRY[1]}")


_MENU = "<p>Local news</p>" * 14


def captions_above_the_body(name: str) -> list[str]:
    picture = "<figure><img src=/a.jpg><figcaption>The ferry off the old pier at dawn.</figcaption></figure>"
    head = f'<header><h1>Ferry returns</h1><div class="{name}">{picture}</div>{_MENU}</header>'
    page = f"<main>{head}<div>{paragraphs(*FERRY)}</div></main>"
    return [caption.text for caption in cleaner.clean(page).captions]


def test_the_lead_pictures_caption_is_kept_above_the_body() -> None:
    assert captions_above_the_body("lead") == ["The ferry off the old pier at dawn."]


def test_the_caption_of_another_piece_above_the_body_is_none() -> None:
    assert captions_above_the_body("related-stories") == []


def test_a_credit_below_the_lead_picture_is_no_byline() -> None:
    credit = '<div class="byline"><figcaption>Photo: Mara Ellwood</figcaption></div>'
    article = cleaner.clean(f"<article><h1>Ferry returns</h1>{credit}{paragraphs(*FERRY)}</article>")
    assert [caption.text for caption in article.captions] == ["Photo: Mara Ellwood"]
    assert article.authors == ()
