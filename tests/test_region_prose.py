"""A class name is no verdict: it is believed only of what can be what it says."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.pipeline import Cleaner
from cleaner.read import read
from cleaner.rules import class_names
from tests.pages import BRIDGE, FERRY, LIGHTHOUSE, ferry_page, paragraphs, text_parts

# Eight paragraphs of 190 to 290 characters.
_SENTENCES = [*BRIDGE[:4], *FERRY[:2], *LIGHTHOUSE, *FERRY[2:], *BRIDGE[4:]]
STORY = [f"{one} {other}" for one, other in zip(_SENTENCES[::2], _SENTENCES[1::2], strict=True)]
# What stands in a part of these names may be of any length, wherever it stands.
ANY_LENGTH = {"comments", "consent", "hidden"}


def names_by_category() -> dict[str, list[str]]:
    """The names, and parts of names, of each category of `generic.toml` that is to be believed of some texts alone."""
    tables = class_names.tables()
    names: dict[str, list[str]] = {}
    for table in (tables.names, tables.parts):
        for name, number in table.items():
            names.setdefault(tables.categories[number], []).append(name)
    return {category: own for category, own in names.items() if category not in {"content", *ANY_LENGTH}}


NAMES = names_by_category()


def story_with(part: str, above: int = 3, below: int = 3) -> str:
    """A page with a part below `above` paragraphs of the story and above those from `below` on."""
    return ferry_page(
        f"<article><h1>Ferry</h1>{paragraphs(*STORY[:above])}{part}{paragraphs(*STORY[below:])}</article>"
    )


@pytest.mark.parametrize("category", NAMES)
def test_two_paragraphs_in_the_middle_stay_whatever_the_name_of_their_wrapper(category: str) -> None:
    tool = Cleaner()
    lost = []
    for name in NAMES[category]:
        data = story_with(f"<div class={name}>{paragraphs(*STORY[3:5])}</div>", below=5)
        page, _, _ = tool.labelled(read(data, tool.options), None)
        if [block.text for block in page.blocks if block.role == "paragraph"] != STORY:
            lost.append(name)
    assert lost == []


@pytest.mark.parametrize(
    "wrapper",
    ["div class=event-date", "section class=topics", "div class=author-quote-meta", "aside class=credits", "aside"],
)
@pytest.mark.parametrize(
    "markup", ["<p>{0}</p><p>{1}</p>", "<h3>Who pays</h3><p>{0}</p><p>{1}</p>", "<div>{0}<br><br>{1}</div>"]
)
def test_headed_and_broken_paragraphs_stay_in_misnamed_wrappers(wrapper: str, markup: str) -> None:
    part = f"<{wrapper}>{markup.format(*STORY[3:5])}</{wrapper.split()[0]}>"
    assert [text for text in text_parts(story_with(part, below=5)) if text != "Who pays"] == STORY


@pytest.mark.parametrize(
    ("part", "label"),
    [
        ("<div class=post-date><p>12 March 2024, at nine in the evening</p></div>", "published"),
        ("<div class=author-name><p>Ingrid Solheim, Skarholm</p></div>", "byline"),
        ("<ul class=tag-list><li><a href=/t/1>Ferries</a></li><li><a href=/t/2>Skarholm</a></li></ul>", "tags"),
        ("<p class=tags>Ferries, Skarholm, flour and the sea</p>", "tags"),
        (
            "<div class=wp-caption-text><p>The ferry at the quay, seen from the lighthouse in March.</p></div>",
            "caption",
        ),
        ("<div class=share-bar><span>Share this with the keeper</span> <a href=/s>Mail</a></div>", "share"),
        (
            "<div class=newsletter-signup><h3>Letter from the quay</h3><p>Each Friday we write down what happened on "
            "the islands, and what did not. It costs nothing.</p></div>",
            "newsletter",
        ),
        (
            "<div class=teaser><h3><a href=/1>Cat rescued from the mast</a></h3><p>For the third time the cat of the "
            "ferry had to be fetched down by the keeper.</p></div>",
            "related",
        ),
        (
            "<div class=related-posts><h3><a href=/1>Cat rescued from the mast</a></h3><p>For the third time it had to "
            "be fetched.</p><h3><a href=/2>Baker wins a prize</a></h3><p>Her rye bread is the best.</p></div>",
            "related",
        ),
        ("<div class=breadcrumb><a href=/>Home</a> <a href=/n>News</a></div>", "navigation"),
        (
            "<div class=ad-slot><p>Lamps of all sizes, and wicks by the yard, at Holm's on the quay.</p></div>",
            "advertisement",
        ),
        ("<div class=masthead><p>The Quay, from the islands since 1874</p></div>", "masthead"),
        (
            "<div class=author-bio><p>Ingrid Solheim has written on ferries since 2004, and lives on one.</p></div>",
            "author_note",
        ),
        (
            "<div class=disclaimer><p>This is no advice for seafarers, and nobody here is liable for it.</p></div>",
            "legal",
        ),
        (
            "<div class=popup><p>Do you want to hear when the ferry sails? Then leave us your address.</p></div>",
            "other",
        ),
        ("<aside class=sidebar><p>The ferry in figures: 31 metres, 144 seats, one engine.</p></aside>", "related"),
    ],
    ids=lambda value: None if value.startswith("<") else value,
)
def test_what_looks_like_its_name_goes(part: str, label: str) -> None:
    article = cleaner.clean(story_with(part))
    assert article.text.split("\n\n") == STORY
    others = [block for block in article.blocks if block.text not in (*STORY, "Ferry")]
    assert {str(block.reason or block.role) for block in others} == {label}


@pytest.mark.parametrize("name", ["comments", "cookie-notice", "sr-only"])
def test_comments_consent_and_hidden_parts_go_whatever_their_length(name: str) -> None:
    part = f"<div class={name}>{paragraphs(*(text[:-1] + ', or so they say.' for text in STORY[3:5]))}</div>"
    assert text_parts(story_with(part)) == STORY


def test_the_life_of_an_author_at_the_end_goes_however_long() -> None:
    life = [f"{text[:-1]}, she writes." for text in STORY[:3]]
    assert text_parts(story_with(f"<div class=author-bio>{paragraphs(*life)}</div>", above=8, below=8)) == STORY


@pytest.mark.parametrize("wrapper", ["aside", "div class=post-date", "div class=photo-credit", "div class=share"])
def test_a_long_paragraph_is_no_date_credit_or_aside(wrapper: str) -> None:
    text = " ".join(STORY[3:5])
    data = story_with(f"<{wrapper}><p>{text}</p></{wrapper.split()[0]}>", below=5)
    assert text_parts(data) == [*STORY[:3], text, *STORY[5:]]


@pytest.mark.slow
@pytest.mark.parametrize("nested", [False, True])
def test_many_named_parts_take_no_time(nested: bool) -> None:
    end = "" if nested else "</div>"
    parts = "".join(f"<div class=related><p>{LIGHTHOUSE[0]} {i}</p>{end}" for i in range(5000))
    assert (
        text_parts(ferry_page(f"<article>{paragraphs(*FERRY)}{parts}{'</div>' * 5000 * nested}</article>"))[:4] == FERRY
    )
