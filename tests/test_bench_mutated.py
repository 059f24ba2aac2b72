"""Changes of a page that leave its article alone. All of it is invented."""

from __future__ import annotations

import pytest

from benchmarks.metrics import squash
from benchmarks.mutations import MUTATIONS, holder_of
from tests.pages import COUNCIL, COUNCIL_TITLE, paragraphs

STORY = f'<div class="story"><h1>{COUNCIL_TITLE}</h1>{COUNCIL}</div>'
PAGE = f'<html><body><nav><a href="/">Home</a></nav>{STORY}</body></html>'
GOLD = COUNCIL.replace("<p>", "").replace("</p>", "\n\n")


def test_the_holder_is_the_element_around_the_paragraphs() -> None:
    holder = holder_of(PAGE, GOLD)
    assert holder is not None
    assert holder.start == '<div class="story">'
    assert holder.with_element(holder.element) == holder.page


def test_a_page_whose_paragraphs_stand_apart_has_no_holder() -> None:
    apart = "".join(f"<section>{part}</p></section>" for part in COUNCIL.split("</p>")[:-1])
    assert holder_of(f"<html><body>{apart}</body></html>", GOLD) is None


def test_a_page_of_something_else_has_no_holder() -> None:
    assert (
        holder_of(f"<html><body>{paragraphs('Nothing of it.', 'Nor of that.', 'Nor here.')}</body></html>", GOLD)
        is None
    )


@pytest.mark.parametrize("kind", MUTATIONS)
def test_each_change_leaves_the_article_on_the_page(kind: str) -> None:
    holder = holder_of(PAGE, GOLD)
    assert holder is not None
    changed = MUTATIONS[kind](holder)
    assert (changed == holder.page) == (kind == "as it is")
    assert all(squash(part) in squash(changed) for part in GOLD.split("\n\n"))
