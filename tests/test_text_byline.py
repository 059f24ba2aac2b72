"""Who signs a dump: the lines around its headline, weighed. All of it is invented."""

from __future__ import annotations

import time

import pytest

import cleaner
from cleaner.labels import Layer, Role
from cleaner.metadata.authors import text_byline
from cleaner.segment.text import segment_text
from tests.pages import FOOT, LIGHTHOUSE, LIGHTHOUSE_DECK, LIGHTHOUSE_TITLE, MENU, TEXT, lighthouse_dump


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ((LIGHTHOUSE_TITLE, "By Ingrid Solheim and Tom Roe"), ("Ingrid Solheim", "Tom Roe")),
        ((LIGHTHOUSE_TITLE, "ByIngrid Solheim", "12 March 2024"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim", "12 March 2024"), ("Ingrid Solheim",)),
        (("Cold Coast", LIGHTHOUSE_TITLE, "Ingrid Solheim", "12 March 2024"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim · The Storvik Post · Posted: Mar 12, 2024 4:00 AM"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim 12 March 2024 • 4 min read"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "12 March 2024 by Ingrid Solheim"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Picture of Ingrid Solheim", "Ingrid Solheim", "12 March 2024"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim's avatar", "Ingrid Solheim", "Mar 12, 2024"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid SolheimIngrid Solheim12.03.2024, 19:35"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid SolheimHarbour Reporter", "12 March 2024"), ("Ingrid Solheim",)),
        ((LIGHTHOUSE_TITLE, "Ingrid Solheim", "Tom Roe", "12 March 2024"), ("Ingrid Solheim", "Tom Roe")),
        ((LIGHTHOUSE_TITLE, LIGHTHOUSE_DECK, "12 March 2024"), ()),
        (("Start Trial", "Request Demo", LIGHTHOUSE_TITLE, "12 March 2024"), ()),
        ((LIGHTHOUSE_TITLE, "Edited by Tom Roe", "12 March 2024"), ()),
    ],
)
def test_the_lines_around_the_headline_sign(head: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert cleaner.clean(lighthouse_dump(*head), options=TEXT).authors == authors


def test_people_of_the_story_do_not_sign() -> None:
    text = lighthouse_dump(LIGHTHOUSE_TITLE, "Ada Lind", "A red lamp in a white tower at dusk")
    assert cleaner.clean(text, options=TEXT).authors == ()
    assert cleaner.clean(text.replace("\nAda Lind\n", "\nBy Ada Lind\n"), options=TEXT).authors == ("Ada Lind",)


def test_sources_name_the_line() -> None:
    assert (
        cleaner.clean(lighthouse_dump(LIGHTHOUSE_TITLE, "By Ingrid Solheim"), options=TEXT).sources["authors"]["source"]
        == "generic:byline"
    )


def test_features_of_a_line() -> None:
    page = segment_text(
        lighthouse_dump(
            LIGHTHOUSE_TITLE, "Ingrid Solheim", "12 March 2024", below="Ingrid Solheim is a reporter of the coast"
        ),
        1000,
    )
    next(block for block in page.blocks if block.text == LIGHTHOUSE_TITLE).keep(Role.TITLE, "test", Layer.GENERIC)
    next(block for block in page.blocks if block.text == "12 March 2024").keep(Role.PUBLISHED, "test", Layer.GENERIC)
    for block in page.blocks:
        if block.text in LIGHTHOUSE:
            block.keep(Role.PARAGRAPH, "test", Layer.GENERIC)
    line = next(line for line in text_byline.lines(page.blocks) if line.names == ["Ingrid Solheim"])
    assert {name for name, value in line.features.items() if value} == {"alone", "beside_date", "distance", "told_of"}


def test_without_a_headline_nothing_signs() -> None:
    assert text_byline.lines(segment_text("\n".join([*MENU, *LIGHTHOUSE, *FOOT]), 1000).blocks) == []


@pytest.mark.slow
def test_lines_of_a_long_text_are_weighed_at_once() -> None:
    blocks = segment_text(
        "\n\n".join([LIGHTHOUSE_TITLE, *(f"Ingrid Solheim {i}" for i in range(50_000)), *LIGHTHOUSE]), 10**6
    ).blocks
    blocks[0].keep(Role.TITLE, "test", Layer.GENERIC)
    begin = time.process_time()
    text_byline.lines(blocks)
    assert time.process_time() - begin < 2.0
