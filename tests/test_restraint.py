"""What the learnt classifier may not do to a page, whatever it was learnt from; and what its wish is worth."""

from __future__ import annotations

import pytest

from cleaner.label.classifier import Bounds, choose_changes
from cleaner.label.html.restraint import restrain, share_of_text
from cleaner.labels import Layer, Reason, Role
from cleaner.learned import confidence
from cleaner.learned.trees import BoostedTrees
from cleaner.lines.prose import prose_score
from cleaner.model import Block, Page
from tests.pages import LIGHTHOUSE

SHORT = "The lamp is lit at dusk, and put out at dawn."
LONG = " ".join(LIGHTHOUSE[:3])
LONGER = " ".join(LIGHTHOUSE)
LIST = ["a lamp with a spare wick, and a box of matches", "a table of the tides on the islands", "bread for two days"]
WISH = 0.1  # the probability that makes the trees drop a block


def block(text: str, form: Role = Role.PARAGRAPH, links: int = 0, group: int = -1) -> Block:
    made = Block(text, form, links=links, group=group)
    made.prose_score = prose_score(text, links, form)
    return made


def items(*texts: str, linked: bool = False) -> list[Block]:
    return [block(text, Role.LIST_ITEM, len(text) if linked else 0, group=7) for text in texts]


PROSE = [block(text) for text in LIGHTHOUSE]


def dropped(*some: Block, above: int = 3) -> list[Block]:
    """Which of some blocks go that the trees would drop, below `above` of six paragraphs that they would keep."""
    blocks = [*PROSE[:above], *some, *PROSE[above:]]
    wished = {i: WISH for i, one in enumerate(blocks) if any(one is other for other in some)}
    return [blocks[i] for i in restrain(blocks, wished)]


@pytest.mark.parametrize(
    "some",
    [
        [block(LONG)],
        [block(LONG, Role.QUOTE)],
        [block("while lamp.burns(): keeper.count(ships)", Role.CODE)],
        [block("Who keeps the lamp", Role.HEADING)],
        items(*LIST),
    ],
    ids=["prose", "quote", "code", "heading", "list"],
)
def test_in_the_flow_of_the_article_stays(some: list[Block]) -> None:
    assert dropped(*some) == []


@pytest.mark.parametrize(
    "some",
    [
        [block(SHORT)],
        [block("Storvik")],
        [block("Cat rescued from the mast", Role.HEADING, links=25)],
        [block(LONG, links=len(LONG))],
        items("Ferries", "Lamps", "Tides", "Cats"),
        items(*LIST[:2]),
        items(*(f"Cat number {i} rescued from the mast of the ferry" for i in range(5)), linked=True),
    ],
    ids=["short", "scrap", "linked heading", "linked prose", "tags", "two items", "teasers"],
)
def test_in_the_flow_goes_as_wished(some: list[Block]) -> None:
    assert dropped(*some) == some


def test_below_the_last_paragraph_headings_lists_and_notes_go_and_long_prose_stays() -> None:
    tail = [block("Who we are", Role.HEADING), block(LIGHTHOUSE[0]), *items(*LIST)]
    assert dropped(*tail, above=6) == tail
    assert dropped(block(LONGER), block("keeper.count(ships)", Role.CODE), above=6) == []


def test_a_page_without_paragraphs_has_no_flow() -> None:
    blocks = [block(SHORT), block("Lamps", Role.HEADING), block(SHORT)]
    assert set(restrain(blocks, {1: WISH})) == {1}


def test_a_page_keeps_its_text_where_the_trees_would_take_all_of_it() -> None:
    few, whole = dict.fromkeys(range(2), WISH), dict.fromkeys(range(6), WISH)
    assert restrain(PROSE, few) == few
    assert restrain(PROSE, whole) == {}


def rows(*texts: str) -> list[Block]:
    return [block(text, Role.TABLE_ROW, group=9) for text in texts]


def test_a_table_is_answered_whole() -> None:
    infobox = rows("Lamp | lit from dusk to dawn", "Height | 31 metres", "Keeper | Storvik", "Built | 1874")
    blocks = [*PROSE, *infobox]
    assert restrain(blocks, {7: WISH}) == {}
    assert restrain(blocks, dict.fromkeys(range(6, 9), WISH)).keys() == {6, 7, 8}, "most of it goes: no row is spared"
    for row in infobox:
        row.drop(Reason.OTHER, "generic:outside", Layer.GENERIC)
    assert restrain(blocks, {7: 0.9}) == {}, "a row alone does not come back"
    assert restrain(blocks, dict.fromkeys(range(6, 10), 0.9)).keys() == {6, 7, 8, 9}


def test_what_comes_back_comes_back_also_where_nothing_may_go() -> None:
    left_out = block(SHORT)
    left_out.drop(Reason.RELATED, "generic:related", Layer.GENERIC)
    blocks = [*PROSE, left_out]
    assert restrain(blocks, {6: 0.9}) == {6: 0.9}
    assert restrain(blocks, {**dict.fromkeys(range(6), WISH), 6: 0.9}) == {6: 0.9}


def test_the_share_of_the_text_counts_kept_blocks_alone() -> None:
    blocks = [block("x" * 30), block("x" * 10), block("x" * 60)]
    blocks[2].drop(Reason.OTHER, "generic:outside", Layer.GENERIC)
    assert share_of_text(blocks, [1]) == 0.25
    assert share_of_text(blocks, []) == 0.0
    assert share_of_text([], []) == 0.0


def doubt(probabilities: list[float]) -> tuple[int, float]:
    """How many of six paragraphs go for which trees give these probabilities, and the page's doubt."""
    page = Page([block(text) for text in LIGHTHOUSE], html=True)
    trees = BoostedTrees([[0, 0.5, -5.0, 5.0]], 100.0)  # a feature of 0 is dropped, one of 1 stays
    rows = [(i, [probability]) for i, probability in enumerate(probabilities)]
    return len(choose_changes(page, rows, trees, Bounds(0.4, 0.6))), page.doubt


def test_what_stays_against_the_trees_is_the_pages_doubt() -> None:
    assert doubt([1, 1, 1, 1, 1, 1]) == (0, 0.0)
    assert doubt([0, 1, 1, 1, 1, 0]) == (2, 0.0)
    assert doubt([0, 0, 0, 0, 0, 0]) == (0, 1.0)


def test_doubt_is_a_feature_of_confidence_in_html_alone() -> None:
    assert "doubt" in confidence.FEATURES["html"]
    assert "doubt" not in confidence.FEATURES["text"]
