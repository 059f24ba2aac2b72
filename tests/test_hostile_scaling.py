"""Hostile pages of n, 2n and 4n pieces: what they cost is counted in steps, and grows no faster than the page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import ftfy.fixes
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import Limits, Options, canonical, entities
from cleaner.label.site import _mark_at
from cleaner.labels import Reason, Role
from cleaner.metadata.authors import parse as authors_parse
from cleaner.model import Block, Elements, Mark, Struck
from cleaner.normalize import CONFIG, normalize_text
from cleaner.remembered import LONGEST, remember, remembered
from cleaner.rules.class_names import category_of_names
from cleaner.rules.matchers import compiled
from cleaner.segment import parse, residual_html
from cleaner.segment.text import _lines
from cleaner.urls import host_of, registrable

SIZES = (1_000, 2_000, 4_000)
PROSE = "The ferry to the island sailed again on Monday, the harbour office said, and the people sang about it. "


def counted(
    monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, weigh: Callable[[Any], int] = lambda _: 1
) -> list[int]:
    """Count what a function is called with: the list holds the weight of the last argument of each call."""
    original, seen = getattr(owner, name), []

    def call(*arguments: Any, **named: Any) -> Any:
        seen.append(weigh(arguments[-1]))
        return original(*arguments, **named)

    monkeypatch.setattr(owner, name, call)
    return seen


NESTED = {
    "ampersands": ("&", "amp;", "lt;"),
    "numbers": ("&", "#38;", "#60;"),
    "numbers and names": ("&", "amp;#x26;", "lt;"),
    "padded numbers": ("&", "#038;", "lt;"),
    "ends of entities": ("&lt", "&semi", ";"),
}


@pytest.mark.parametrize(("before", "level", "after"), NESTED.values(), ids=NESTED.keys())
def test_entities_of_any_depth_are_undone_in_linear_time(
    monkeypatch: pytest.MonkeyPatch, before: str, level: str, after: str
) -> None:
    read = counted(monkeypatch, entities, "unescape_html", len)
    costs = []
    for size in SIZES:
        read.clear()
        text = normalize_text(f"Mills {before}{level * size}{after} weavers", Options())
        assert text == "Mills < weavers"
        costs.append(sum(read))
    assert costs[1] < 2.6 * costs[0]
    assert costs[2] < 2.6 * costs[1]


PIECES = (
    "&",
    "amp;",
    "lt;",
    "amp",
    "&semi;",
    "#38;",
    "#",
    "x26;",
    "&num;",
    "a",
    "&#97;",
    "&#1;",
    ";",
    "<",
    " ",
    "&foo;",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_entities_are_undone_as_one_level_after_another_would_be(text: str) -> None:
    undone = text
    while (less := ftfy.fixes.unescape_html(undone)) != undone:
        undone = less
    assert entities.unescape(text) == undone
    assert entities._unescape_all(text) == undone


def test_runs_of_combining_marks_are_cut() -> None:
    for size in SIZES:
        text = "e" + "\u0301\u0316" * (50 * size) + " and more"
        for form in ("NFC", "NFKD"):
            made = canonical.canonical(form, text)  # type: ignore[arg-type]
            assert made.endswith(" and more")
            assert len(made) <= len("e and more") + canonical.MOST_MARKS
        normal = normalize_text(text, Options())
        assert normalize_text(normal, Options()) == normal


@given(st.text(alphabet="aeé\u0301\u0316\u05b0\u0e48한क् ", max_size=30) | st.text(max_size=60))
def test_ordinary_text_has_the_normal_form_that_unicode_gives_it(text: str) -> None:
    assert canonical.canonical("NFC", text) == unicodedata.normalize("NFC", text)
    assert canonical.canonical("NFKD", text) == unicodedata.normalize("NFKD", text)


def test_hosts_that_are_too_long_to_exist_are_none() -> None:
    assert host_of(f"https://{'a.' * 5000}example/") is None
    assert host_of(f"https://{'a.' * 127}b/") is None
    assert host_of(f"https://{'a' * 254}/") is None
    assert registrable(host_of(f"https://{'a.' * 100}example.org/")) == "example.org"


@pytest.mark.parametrize("piece", ["a<!-- -->", "a<wbr>", "<i>a</i>"])
def test_the_text_nodes_of_a_hidden_span_are_gathered_once(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    added = counted(monkeypatch, Struck, "add")
    for size in SIZES:
        added.clear()
        article = cleaner.clean(f"<p>{PROSE}<span hidden>{piece * size}</span> {PROSE}</p>")
        hidden = [block.text for block in article.blocks if block.reason is not None]
        assert "".join(hidden) == "a" * size
        assert len(added) == size


def test_a_struck_span_has_the_text_of_its_pieces() -> None:
    span = Struck("a", 0, 0, Mark(None, "x"))
    span.add("b")
    span.add("c")
    assert (span.text, span.text) == ("abc", "abc")
    span.text = ""
    assert span.text == ""


JSON_LD = '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
AUTHORS = {
    "JSON-LD's names": (f"{JSON_LD}[", '"Anna Gull {n}A",', '"x"]}</script>'),
    "JSON-LD's people": (f"{JSON_LD}[", '{"@type": "Person", "name": "Anna Gull {n}A"},', '"x"]}</script>'),
    "JSON-LD's one string": (f'{JSON_LD}"', "Anna {n}A, ", '"}</script>'),
    "meta tags": ("", '<meta name="author" content="Anna Gull {n}A">', ""),
    "microdata": ("", '<span itemprop="author">Anna Gull {n}A</span>', ""),
    "bylines": ("", "<p>By and by {n}</p>", ""),
}


@pytest.mark.parametrize(("before", "piece", "after"), AUTHORS.values(), ids=AUTHORS.keys())
def test_of_thousands_of_authors_a_hundred_are_read(
    monkeypatch: pytest.MonkeyPatch, before: str, piece: str, after: str
) -> None:
    fields = counted(monkeypatch, authors_parse, "clean_name")
    costs = []
    for size in SIZES:
        fields.clear()
        made = "".join(piece.replace("{n}", str(n)) for n in range(size))
        article = cleaner.clean(f"<html><body>{before}{made}{after}<h1>The ferry</h1><p>{PROSE * 3}</p>")
        assert len(article.authors) <= authors_parse.MOST_NAMES
        costs.append(len(fields))
    assert costs[2] <= costs[0] + 10


def test_a_path_is_spelled_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    spelled = counted(monkeypatch, Elements, "path")
    article = cleaner.clean("<html><body>" + "<div>" * 60 + f"<p>{PROSE}</p>" * 100)
    first = article.blocks[0]
    assert not spelled
    assert str(first.source.path).startswith("… > div")
    assert len(spelled) == 1


def test_long_texts_are_not_remembered() -> None:
    calls: list[str] = []

    def first(text: str) -> str:
        calls.append(text)
        return text[:1]

    one, several = remembered(first, 2), remember(2)(lambda text, other: first(text) + other)
    for text in ("short", "x" * LONGEST, "y" * (LONGEST + 1)):
        calls.clear()
        assert (one(text), one(text)) == (text[0], text[0])
        assert len(calls) == (2 if len(text) > LONGEST else 1)
        calls.clear()
        assert (several(text, "z"), several(text, "z")) == (f"{text[0]}z",) * 2
        assert len(calls) == (2 if len(text) > LONGEST else 1)


def test_a_full_memory_is_emptied() -> None:
    length = remembered(len, 3)
    assert [length("x" * n) for n in range(10)] == list(range(10))
    assert len(length.__self__) <= 3  # type: ignore[attr-defined]


def test_a_page_of_long_class_names_leaves_nothing_behind() -> None:
    kept = len(category_of_names.__self__)  # type: ignore[attr-defined]
    cleaner.clean("".join(f'<p class="{n}{"x" * LONGEST}">{PROSE}</p>' for n in range(20)))
    assert len(category_of_names.__self__) == kept  # type: ignore[attr-defined]


PARTIAL = {
    "paragraphs": "<p>x" * 40,
    "line breaks": "x<br><br>" * 40,
    "hidden spans and times": '<p>x <b hidden>y</b><time datetime="2021-05-03">z</time>' * 40,
    "list items in divs": "<div><ul><li>x" * 40,
    "preformatted lines": "<p>x</p>" * 30 + "<pre>x\n" + "y\n" * 40 + "</pre>",
}


@pytest.mark.parametrize("page", PARTIAL.values(), ids=PARTIAL.keys())
def test_of_too_many_blocks_the_first_are_read_and_the_article_says_so(page: str) -> None:
    article = cleaner.clean(page, options=Options(input="html", limits=Limits(blocks=10)))
    assert article.limits == ("blocks",)
    assert sum(block.text in ("x", "xz", "x z") for block in article.blocks) == 10
    for render in (article.to_json, article.to_markdown, article.to_xml, article.to_html):
        assert render()
    whole = cleaner.clean(page, options=Options(input="html"))
    assert whole.limits == ()


@given(
    st.lists(st.sampled_from(["x", "y" * 40_000, "\r", "\n", "\r\n", "\v", "\x85", "\u2028"]), max_size=12).map("".join)
)
def test_lines_are_those_of_the_whole_text(text: str) -> None:
    assert list(_lines(text)) == text.splitlines(keepends=True)


class CountedList(list[int]):
    """A list that counts how often an item of it is read."""

    reads = 0

    def __getitem__(self, at: Any) -> Any:
        self.reads += 1
        return super().__getitem__(at)


def test_the_elements_around_many_are_found_in_one_walk() -> None:
    costs = []
    for size in SIZES:
        elements = Elements()
        elements.parents = parents = CountedList(range(-1, size - 1))
        elements.tags = ["figure", *["figcaption"] * (size - 1)]
        known: dict[int, int] = {}
        assert {elements.nearest(at, ("figure",), known) for at in range(size)} == {0}
        assert elements.nearest(size - 1, ("article",), {}) == -1
        costs.append(parents.reads)
    assert costs[1] < 2.6 * costs[0]
    assert costs[2] < 2.6 * costs[1]


def test_paths_below_one_element_are_spelled_from_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    spelled = counted(monkeypatch, Elements, "_spell")
    for depth in (3, 57, 58, 59, 80):
        spelled.clear()
        article = cleaner.clean("<html><body>" + "<div>" * depth + f"<p>{PROSE}</p>" * 50)
        elements = article._draft.elements
        record = json.loads(article.to_json())
        paths = [block["source"]["path"] for block in record["blocks"]]
        assert len(spelled) == 1
        assert paths == [elements._spell(block.element)[0] for block in article._draft.blocks]
        assert [block["source"]["path"] for block in record["removed"]] == [
            view.source.path for view in article.removed
        ]


def test_only_the_last_paths_are_remembered() -> None:
    elements = Elements()
    for at in range(3_000):
        elements.parents.append(at - 2 if at % 2 else at - 1)
        elements.tags.append("div")
        elements.ordinals.append(1)
        elements.path(at)
    assert len(elements.spelled) <= 1_000


REGIONS = ("aside", "article", "header", "footer", "main", "nav")


@pytest.mark.parametrize("tag", REGIONS)
def test_the_reasons_of_nested_parts_are_found_in_one_walk(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    walked = counted(monkeypatch, Elements, "outer")
    costs = []
    for size in (200, 400, 800):
        walked.clear()
        cleaner.clean(f"<h1>The ferry</h1><p>{PROSE * 3}</p>" + "".join(f"<{tag}>x{n}" for n in range(size)))
        costs.append(len(walked))
    assert costs[1] < 2.6 * costs[0]
    assert costs[2] < 2.6 * costs[1]


def test_the_marks_of_nested_parts_are_found_in_one_walk() -> None:
    elements = Elements()
    removal, role = Mark(Reason.SHARE, "x"), Mark(Role.BYLINE, "y")
    size = 1_000
    elements.parents, elements.regions = list(range(-1, size - 1)), list(range(size))
    elements.marks = {10: role, 500: removal, 600: role}
    known: dict[int, Mark | None] = {-1: None}
    found = [_mark_at(elements, at, known) for at in reversed(range(size))][::-1]
    assert found == [None] * 10 + [role] * 490 + [removal] * 500
    assert len(known) == size + 1


@pytest.mark.parametrize("tag", ["noscript", "noframes"])
def test_noscripts_that_nothing_closes_are_parsed_twice_at_most(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = counted(monkeypatch, parse, "LexborHTMLParser")
    for size in (50, 100, 200):
        parsed.clear()
        article = cleaner.clean(f"<p>x<{tag}>word</p>" * size)
        assert article.blocks
        assert len(parsed) <= 5


def test_marks_that_a_repair_uncovers_are_cut() -> None:
    for written in ("&#769;&#790;", "&amp;#769;&amp;#790;", "\u0301\x01\u0316\x01", "\u0301\u200b\u0316\u00ad"):
        text = normalize_text(f"The pier e{written * 3_000} and more", Options())
        assert text.endswith(" and more")
        assert len(text) <= len("The pier e and more") + canonical.MOST_MARKS
    # `ftfy` would sort the marks before they are cut.
    assert CONFIG.normalization is None


def test_patterns_of_users_are_not_kept_for_ever() -> None:
    assert compiled.cache_info().maxsize is not None


ALONE = (
    "<p>", "</p>", "<br>", "<br/>", "<hr>", "<b>", "</div>", "<!-- x -->", "&lt;p&gt;", "&amp;lt;/li&amp;gt;", "<li>",
    '<img src="a" alt="the old pier">', '<img alt="pier">', "<img>", '<a href="/b">', "<h2>", "</h2>",
)  # fmt: skip


@pytest.mark.parametrize("line", ALONE)
def test_a_tag_alone_on_its_line_is_taken_off_like_any_other(line: str) -> None:
    taken, cut = (Block(line, start=0, end=len(line)) for _ in range(2))
    tag = residual_html._TAG.fullmatch(line)
    pieces = residual_html._cut(cut, line)
    assert tag is not None
    assert pieces is not None
    assert residual_html._take_alone(taken, tag) == pieces.gap
    assert pieces.finish() == [cut]
    assert taken == cut
