"""Cards of other pieces below the article go; lists of which the article consists stay."""

from __future__ import annotations

import cleaner

PROSE = "".join(
    f"<p>The council met for the {nth} time this year, and the harbour master told it again that the old pier will not "
    "stand another winter of storms like the last.</p>"
    for nth in ("first", "second", "third", "fourth")
)
EXCERPT = "A long walk along the shore, with a flask and a map, is all that the keeper of the light asks of a guest."


def card(number: int, heading: str = "h3", link: str = "/story/{}", look: str = "card-title") -> str:
    return (
        f'<div class="tile"><{heading} class="{look}"><a href="{link.format(number)}">Story number {number} of the '
        f"coast</a></{heading}><div>{EXCERPT} It is day {number}.</div><p>May {number}, 2024</p></div>"
    )


def text(below: str, above: str = PROSE, favour: str = "balance") -> str:
    page = f"<main><h1>Pier to close</h1><div class=body>{above}<div class=row>{below}</div></div></main>"
    return cleaner.clean(page, options=cleaner.Options(favour=favour)).text  # type: ignore[arg-type]


def test_cards_with_excerpts_below_the_article_go() -> None:
    below = text("".join(map(card, range(1, 6))))
    assert "another winter" in below
    assert "flask" not in below


def test_two_of_them_are_no_row() -> None:
    page = f"<main><h1>Pier to close</h1><div>{PROSE}<div>{card(1)}{card(2)}</div></div></main>"
    assert "generic:card" not in {block.rule for block in cleaner.clean(page).blocks}


def test_headings_that_lead_to_places_in_the_page_are_none() -> None:
    assert "flask" in text("".join(card(n, link="#part-{}") for n in range(1, 6)))


def test_a_list_of_which_the_article_consists_stays() -> None:
    """Most of the prose stands in the parts, or their headings look like the article's own."""
    short = "<p>Here are five walks that we like, each with a place to rest and a view of the open sea.</p>"
    assert "flask" in text("".join(map(card, range(1, 6))), above=short)
    own = PROSE + '<h3 class="card-title">The first of the walks</h3>' + PROSE.replace("year", "spring")
    assert "flask" in text("".join(map(card, range(1, 6))), above=own)


def test_parts_with_prose_between_or_below_them_stay() -> None:
    cards = [card(n) for n in range(1, 6)]
    between = (
        "<p>Between the walks there is time for tea at the inn, which has been open since the year of the flood.</p>"
    )
    assert "flask" in text(between.join(cards))
    assert "flask" in text("".join(cards) + between)


def test_long_parts_stay() -> None:
    assert "flask" in text("".join(card(n) for n in range(1, 6)).replace(EXCERPT, EXCERPT * 7))


def test_who_asks_for_recall_keeps_them() -> None:
    assert "flask" in text("".join(map(card, range(1, 6))), favour="recall")


def test_the_reason_is_told() -> None:
    page = f"<main><h1>Pier to close</h1><div>{PROSE}</div><div>{''.join(map(card, range(1, 6)))}</div></main>"
    left_out = {
        block.rule: block.reason for block in cleaner.clean(page).blocks if block.text.startswith("A long walk")
    }
    assert left_out == {"generic:card": "related"}


def test_an_offer_below_the_cards_does_not_save_them() -> None:
    """What stands below is no part of the flow that the article ends in; such cards lead to the site's own pages."""
    offer = (
        "<div><p>Stay with the Coast Post, read by more people between the two capes than any other paper is.</p></div>"
    )
    cards = [card(n) for n in range(1, 6)]
    assert "flask" not in text(f"<div>{''.join(cards)}</div>{offer}")
    away = "".join(card(n, link="https://walks.example/{}") for n in range(1, 6))
    assert "flask" in text(f"<div>{away}</div>{offer}")
