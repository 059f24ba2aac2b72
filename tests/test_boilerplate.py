"""Blocks that are a link and nothing else: which are the article's own, and which are teasers of other articles."""

from __future__ import annotations

import pytest

import cleaner
from tests.pages import FERRY, LIGHTHOUSE, ferry_page, paragraphs, removed_parts, text_parts

URL = "https://www.storvik.example/news/lamp"
HEADINGS = [
    "Council sits down",
    "Captain asks to speak",
    "Hotel sends a lawyer",
    "Keeper is asked",
    "Vote is put off",
    "Lamp is lit",
]
OUTWARD = "<ul><li><a href=https://a.example/1>A history</a></li><li><a href=https://b.example/2>A plan</a></li></ul>"
TEASERS = "<ul><li><a href=/1>Cat rescued from mast</a></li><li><a href=/2>Baker wins a prize</a></li></ul>"


def lamp_parts(*parts: str) -> list[str]:
    """What is the text of an article of the site `URL` that consists of these parts."""
    page = ferry_page(f"<article><h1>Lamp</h1>{''.join(parts)}</article>")
    return cleaner.clean(page, url=URL).text.split("\n\n")


@pytest.mark.parametrize(
    "href", ["#entry-{}", "/live/lamp#entry-{}", "https://www.storvik.example/live/{}", "https://a.example/{}"]
)
@pytest.mark.parametrize(
    "entry", ["<h2>{0}</h2><p>{1}</p>", "<div><h3>{0}</h3><figure><img src=a.jpg></figure><p>{1}</p></div>"]
)
def test_linked_headings_of_the_text_stay(href: str, entry: str) -> None:
    links = [f"<a href={href.format(i)}>{heading}</a>" for i, heading in enumerate(HEADINGS)]
    parts = lamp_parts(*(entry.format(link, text) for link, text in zip(links, LIGHTHOUSE, strict=True)))
    assert parts == [part for pair in zip(HEADINGS, LIGHTHOUSE, strict=True) for part in pair]


def test_linked_headings_stay_below_lists_and_above_prose() -> None:
    links = [f"<h2><a href=/live/{i}>{heading}</a></h2>" for i, heading in enumerate(HEADINGS)]
    below = [
        f"{link}<p>{text}</p><ul><li>a lamp</li><li>and a rope</li></ul>"
        for link, text in zip(links, LIGHTHOUSE, strict=True)
    ]
    assert [part for part in lamp_parts(*below) if part in HEADINGS] == HEADINGS


@pytest.mark.parametrize("link", ["{}", "<a href=#part>{}</a>"])
def test_a_summary_above_the_text_stays(link: str) -> None:
    points = ["The county sells the tower to a hotel", "Nobody has asked the ships", "A decision comes after Easter"]
    items = "".join(f"<li>{link.format(point)}</li>" for point in points)
    summary = f"<div><h2>Key points</h2><ul>{items}</ul></div>"
    assert lamp_parts(summary, paragraphs(*LIGHTHOUSE)) == ["Key points", "\n".join(points), *LIGHTHOUSE]


@pytest.mark.parametrize("line", ["<p>Others have written on the tower</p>", "<h3>Sources</h3>"])
def test_outward_links_below_a_line_of_the_article_stay(line: str) -> None:
    parts = lamp_parts(paragraphs(*LIGHTHOUSE[:3]), line, OUTWARD, paragraphs(*LIGHTHOUSE[3:]))
    assert parts[4:] == ["A history\nA plan", *LIGHTHOUSE[3:]]


def test_links_below_a_colon_stay_wherever_they_lead() -> None:
    parts = lamp_parts(paragraphs(*LIGHTHOUSE[:3]), "<p>The council lists:</p>", TEASERS, paragraphs(*LIGHTHOUSE[3:]))
    assert parts[3:5] == ["The council lists:", "Cat rescued from mast\nBaker wins a prize"]


def test_a_list_with_more_than_links_stays() -> None:
    own = '<ul><li><a href="https://a.example/1">A tide table</a></li><li>and a lamp</li></ul>'
    parts = text_parts(
        ferry_page(f"<article>{paragraphs(*FERRY)}<p>Take along:</p>{own}<p>{FERRY[0][:-1]} again.</p></article>")
    )
    assert "A tide table\nand a lamp" in parts


@pytest.mark.parametrize(
    "teasers",
    [
        TEASERS,
        TEASERS.replace("href=", "href=https://www.storvik.example"),
        "<p><a href=/1>Cat rescued from mast</a></p><p><a href=/2>Baker wins a prize</a></p>",
        "<div><a href=/1>Cat rescued from mast</a></div><div><a href=/2>Baker wins a prize</a></div>",
    ],
    ids=["list", "own host", "paragraphs", "boxes"],
)
def test_teasers_between_paragraphs_go(teasers: str) -> None:
    data = ferry_page(f"<article>{paragraphs(*LIGHTHOUSE[:3])}{teasers}{paragraphs(*LIGHTHOUSE[3:])}</article>")
    assert text_parts(data) == LIGHTHOUSE
    assert removed_parts(data) == [("related", "Cat rescued from mast"), ("related", "Baker wins a prize")]


@pytest.mark.parametrize("name", ["time-line", "meta-analysis"])
def test_a_part_named_for_its_date_or_byline_that_holds_a_list_holds_none(name: str) -> None:
    items = "".join(f"<li>Stop {n} of the tour of the old quays</li>" for n in range(1, 9))
    prose = "".join(
        f"<p>The quays of {town} are old and long, and who walks them from end to end needs a day and a half.</p>"
        for town in ("Ost", "Wick", "Lund", "Holm")
    )
    page = f'<h1>A tour of the quays</h1><div class="{name}">{prose}<ul>{items}</ul></div>'
    assert all(f"Stop {n}" in cleaner.clean(page).text for n in range(1, 9))


QUAYS = [
    f"The quays of {town} are old and long, and who walks them from end to end needs a day and a half, said a guide."
    for town in ("Ost", "Wick", "Lund", "Holm", "Sand")
]


def quays_text(above: list[str], wrapped: list[str], tag: str) -> str:
    before, inside = (paragraphs(*part) for part in (above, wrapped))
    end = "<footer><p>All rights are with the Coast Post, which is printed at the quay of Ost by two men.</p></footer>"
    page = f"<article><h1>A tour of the quays</h1>{before}<{tag}><div>{inside}</div></{tag}></article>{end}"
    return cleaner.clean(page).text


@pytest.mark.parametrize("tag", ["footer", "form"])
def test_an_article_may_go_on_in_a_wrapper_that_holds_most_of_it(tag: str) -> None:
    assert all(line in quays_text(QUAYS[:2], QUAYS[2:], tag) for line in QUAYS)


def test_the_foot_of_an_article_is_shorter_than_the_article() -> None:
    assert QUAYS[4] not in quays_text(QUAYS[:3], QUAYS[3:], "footer")
