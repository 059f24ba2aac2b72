"""Whole articles below the text that lead to their own pages go; entries of a page that consists of them stay."""

from __future__ import annotations

import cleaner

PROSE = "".join(
    f"<p>The council met for the {nth} time this year, and the harbour master told it again that the old pier will not "
    "stand another winter of storms like the last.</p>"
    for nth in ("first", "second", "third", "fourth")
)
INNER = (
    "<p>The ferry to the islands runs again from Monday on, said the harbour office, and it sells tickets now.</p>"
    "<p>Two of the three boats were in the yard since the storm, and the third one sailed on calm days only.</p>"
)


def article(
    heading: str = '<h2><a href="/news/7">The ferry runs again from Monday on</a></h2>', body: str = INNER
) -> str:
    return f"<article><header>{heading}</header>{body}</article>"


def text(below: str, above: str = PROSE) -> str:
    return cleaner.clean(f"<main><h1>Pier to close</h1><div class=body>{above}</div>{below}</main>").text


def test_an_article_that_leads_to_its_own_page_goes() -> None:
    assert "another winter" in text(article())
    assert "ferry to the islands" not in text(article())


def test_a_part_of_the_story_stays() -> None:
    assert "ferry to the islands" in text(article("<h2>The ferry runs again</h2>"))
    inner = article('<h2><a href="#ferry">The ferry runs again from Monday</a></h2>')
    assert "ferry to the islands" in text("", above=PROSE + inner)


def test_entries_stay_where_they_are_the_piece() -> None:
    short = "<p>We tell here what happens in the harbour today, from the first boat to the last one of the evening.</p>"
    assert "ferry to the islands" in text("".join(article() for _ in range(3)), short)


def test_who_asks_for_recall_keeps_them() -> None:
    page = f"<main><h1>Pier to close</h1><div class=body>{PROSE}</div>{article()}</main>"
    assert "ferry to the islands" in cleaner.clean(page, options=cleaner.Options(favour="recall")).text
