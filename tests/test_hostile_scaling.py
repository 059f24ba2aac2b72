"""Hostile pages of n, 2n and 4n pieces: what they cost is counted in steps, and grows no faster than the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import ftfy.fixes
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import Limits, Options, canonical, entities
from cleaner.metadata.authors import parse
from cleaner.model import Elements, Mark, Struck
from cleaner.normalize import normalize_text
from cleaner.remembered import LONGEST, remember, remembered
from cleaner.rules.class_names import category_of_names
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
    fields = counted(monkeypatch, parse, "clean_name")
    costs = []
    for size in SIZES:
        fields.clear()
        made = "".join(piece.replace("{n}", str(n)) for n in range(size))
        article = cleaner.clean(f"<html><body>{before}{made}{after}<h1>The ferry</h1><p>{PROSE * 3}</p>")
        assert len(article.authors) <= parse.MOST_NAMES
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
