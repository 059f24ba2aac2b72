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


_FERRY = (
    "<p>The ferry sailed again on Monday, nine years after the last one had been sold to a breaker in the south, and "
    "the island painted its pier for it.</p>"
)
_LEAD = "<figure><img src=/a.jpg><figcaption>The ferry off the old pier at dawn.</figcaption></figure>"


def captions_of(page: str) -> list[str]:
    return [caption.text for caption in cleaner.clean(page).captions]


def test_a_caption_between_title_and_body_is_kept() -> None:
    page = f"<main><div><h1>Ferry returns</h1>{_LEAD}</div><div>{_FERRY * 3}</div></main>"
    assert captions_of(page) == ["The ferry off the old pier at dawn."]


def test_the_caption_of_another_piece_is_none() -> None:
    page = f'<main><h1>Ferry returns</h1><div class="related">{_LEAD}</div><div>{_FERRY * 3}</div></main>'
    assert captions_of(page) == []
