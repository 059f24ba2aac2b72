"""The sieves before selectors let pass all that hits."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner.recognise.family_signs import families_of
from cleaner.rules.registry import shipped
from cleaner.rules.select import has, select
from cleaner.rules.sieve import ClassSieve
from tests.conftest import FIXTURES

PAGES = sorted(FIXTURES.glob("*/*/input.html"))[::3]
SELECTORS = [
    selector
    for file in shipped().family_files
    for layout in file.rules.layouts
    for selectors in (*layout.remove.values(), *layout.fields.values())
    for selector in selectors
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_what_a_sieve_stops_hits_nothing(page: object) -> None:
    parser = LexborHTMLParser(page.read_bytes())  # type: ignore[attr-defined]
    sieve = ClassSieve(parser)
    assert not [selector for selector in SELECTORS if not sieve.may_hit(selector) and select(parser, selector)]
    told = [rules.slug for rules in families_of(parser, shipped())]
    files = shipped().family_files
    assert told == [file.slug for file in files if any(has(parser, selector) for selector in file.recognise)]


@pytest.mark.parametrize(
    ("selector", "may_hit"),
    [
        (".Card .title", True),
        (".card > .lead", False),
        (".lead, .title", True),
        ("div:not(.lead)", True),
        (".title:is(.lead, h2)", True),
        ("[data-x='.lead']", True),
        (r".le\61 d", True),
    ],
)
def test_a_selector_passes_whose_class_names_are_on_the_page(selector: str, may_hit: bool) -> None:
    sieve = ClassSieve(LexborHTMLParser("<div class='card\nwide'><h2 class=TITLE>A</h2></div>"))
    assert sieve.may_hit(selector) is may_hit
