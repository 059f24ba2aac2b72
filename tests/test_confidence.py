"""Confidence tells articles from other pages, and `favour` moves the balance."""

from __future__ import annotations

import cleaner
from cleaner import Cleaner
from cleaner.learned import confidence
from cleaner.learned.loader import weights_of
from cleaner.read import read
from tests.pages import FERRY, ferry_page, paragraphs, text_parts


def test_confidence_tells_articles_from_other_pages() -> None:
    article = ferry_page(
        f"<article><h1>Ferry stays in port</h1>{paragraphs(*FERRY * 3)}</article>",
        '<meta property="og:type" content="article">',
    )
    listing = ferry_page(
        "<ul>"
        + "".join(
            f'<li><a href="/{i}">Island {i}: a short line of a listing with a price</a> 12.00</li>' for i in range(40)
        )
        + "</ul>"
    )
    assert cleaner.clean(article).confidence > cleaner.clean(listing).confidence


def test_every_measure_has_a_learnt_weight() -> None:
    cleaner_ = Cleaner()
    for kind, data in (("html", ferry_page(f"<article>{paragraphs(*FERRY)}</article>")), ("text", "\n\n".join(FERRY))):
        labelled, context, _ = cleaner_.labelled(read(data, cleaner_.options), None)
        assert set(weights_of("confidence")[kind]) == {"bias", *confidence.of(labelled, context, labelled.blocks)}


def test_confidence_tells_articles_from_other_text() -> None:
    listing = "\n".join(f"Island {i}: a short line of a listing with a price 12.00" for i in range(40))
    assert cleaner.clean("\n\n".join(FERRY * 3)).confidence > cleaner.clean(listing).confidence


def test_favour_moves_the_balance() -> None:
    link = '<p><a href="/other">The lighthouse keeper and his cat</a></p>'
    data = ferry_page(f"<article>{paragraphs(*FERRY[:3])}{link}<p>{FERRY[3]}</p></article>")
    assert text_parts(data, favour="recall") == [*FERRY[:3], "The lighthouse keeper and his cat", FERRY[3]]
    assert text_parts(data) == text_parts(data, favour="precision") == FERRY
