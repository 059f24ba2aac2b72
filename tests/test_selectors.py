"""Selectors of rule files: the grammar, and searches that take time linear in the page and find what CSS says."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.rules import select as selecting
from cleaner.rules.registry import shipped
from cleaner.rules.select import has, select
from cleaner.rules.selectors import LONGEST, chains

ALLOWED = (
    "p", "*", ".a", "#b", "h1.a.b#c", "[itemprop]", "[class*=share i]", "a[href*='author/']", 'div[style^="a: b, c"]',
    "h1 + h2", "h1 ~ abbr.timeago, h1 + * abbr.timeago", ".x :is(p, figcaption)", "a>b", "a > b c", "p:first-child",
    "p:not(.a, [b])", "figure:has(> img)", "p:has(+ p.more)", r".md\:hidden", ":root", "p:NOT(:is(.a))", "div.größe",
)  # fmt: skip
REFUSED = (
    "", " ", ",", "p,", "div[", "[a=]", "[a='b]", "> p", "p >", "p > > a", "p:nth-child(2)", "p:NTH-child(2n)",
    r"p:n\74h-child(2)",
    r"p:\6eth-child(2)", ":has(p)", ":has(~ p ~ q)", "p:has(~ p)", ":has(> p q)", "p:first-of-type",
    "p:lexbor-contains('x')",
    ":not(p q)", ":not()", ":not(" * 9 + "p" + ")" * 9, ":is(p", "p::before", "a b c d e f g", "a>b>c>d>e", "p/**/a",
    "p\\", "a|b",
    "p:not(:has(q))", "p" * (LONGEST + 1), "@media", "p{}", "5a", "p !important", "\x00", "p\ud800(",
)  # fmt: skip


@pytest.mark.parametrize("selector", ALLOWED)
def test_what_the_grammar_allows_the_parser_takes(selector: str) -> None:
    assert chains(selector)
    LexborHTMLParser("<p></p>").css(selector)


@pytest.mark.parametrize("selector", REFUSED)
def test_what_costs_the_square_of_the_page_or_is_no_selector_is_refused(selector: str) -> None:
    with pytest.raises(ValueError, match="selector"):
        chains(selector)


def test_every_shipped_selector_is_allowed() -> None:
    layouts = [layout for rules in (*shipped().sites, *shipped().families) for layout in rules.layouts]
    selectors = {
        selector
        for layout in layouts
        for listed in (layout.body, *layout.fields.values(), *layout.remove.values(), (layout.when or "p",))
        for selector in listed
    }
    assert len(selectors) > 100
    for selector in selectors:
        assert chains(selector)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("pa.#:[]()>+~ ,*='\"\\not(hasis"), max_size=30))
def test_any_text_is_a_selector_or_a_value_error(selector: str) -> None:
    try:
        found = chains(selector)
    except ValueError:
        return
    for chain in found:
        assert all(step.compound and step.compound in selector for step in chain)


COMPOUNDS = (
    "div",
    "p",
    "b",
    "i",
    ".a",
    ".b",
    "*",
    "p.a",
    "[x]",
    ":first-child",
    "div:not(.a)",
    ":is(p, .b)",
    "b:has(+ i)",
)


def tree(random_: random.Random, depth: int) -> str:
    names = random_.choices(("div", "span", "b", "i", "p"), k=random_.randint(0, 3))
    inner = [tree(random_, depth - 1) if depth else "" for _ in names]
    return "".join(
        f"<{name} class={random_.choice('abc')} {random_.choice(('x', ''))}>{text}</{name}>"
        for name, text in zip(names, inner, strict=True)
    )


def naive(page: LexborHTMLParser, selector: str) -> list[int]:
    """The elements that a selector hits, by CSS's own words."""

    def around(node: LexborNode, combinator: str) -> list[LexborNode]:
        beside, parents = [], []
        at = node.prev
        while at is not None:
            beside += [at] if at.is_element_node else []
            at = at.prev
        at = node.parent
        while at is not None:
            parents.append(at)
            at = at.parent
        return {" ": parents, ">": parents[:1], "~": beside, "+": beside[:1]}[combinator]

    wanted: set[int] = set()
    for chain in chains(selector):
        hit = {node.mem_id for node in page.css(chain[0].compound)}
        for step in chain[1:]:
            nodes = page.css(step.compound)
            hit = {n.mem_id for n in nodes if any(other.mem_id in hit for other in around(n, step.combinator))}
        wanted |= hit
    return [node.mem_id for node in page.css("*") if node.mem_id in wanted]


def test_a_search_finds_what_css_says_in_the_order_of_the_page() -> None:
    random_ = random.Random(13)
    found = 0
    for _ in range(400):
        page = LexborHTMLParser(f"<main>{tree(random_, 4)}</main>")
        selector = ", ".join(
            f"{random_.choice(COMPOUNDS)} {random_.choice(COMPOUNDS)}{random_.choice((' ', ' ~ ', ' > ', ' + '))}"
            f"{random_.choice(COMPOUNDS)}"
            for _ in range(random_.randint(1, 2))
        )
        hits = [node.mem_id for node in select(page, selector)]
        assert hits == naive(page, selector), selector
        assert has(page, selector) is bool(hits)
        found += bool(hits)
    assert found > 50


@pytest.mark.parametrize(
    ("selector", "markup"),
    [("h1 ~ p", "<p>x</p>"), ("i p", "<div><p>x</p>"), ("i div div", "<div>"), ("i ~ p ~ p", "<p>x</p>")],
)
def test_each_element_is_asked_once_what_stands_around_it(
    selector: str, markup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counts the elements on the ways up and back; `i` stands at the end, so that no step is spared."""
    steps: list[int] = []

    class Counted(dict[int, bool]):
        def update(self, *given: dict[int, bool]) -> None:  # type: ignore[override]
            steps.append(len(given[0]))
            super().update(*given)

    asked = selecting._is_behind

    def counted(node: LexborNode, combinator: str, before: set[int], known: dict[int, bool]) -> bool:
        way: Counted = Counted(known)
        hit = asked(node, combinator, before, way)
        known.update(way)
        return hit

    monkeypatch.setattr(selecting, "_is_behind", counted)
    totals = []
    for times in (100, 200):
        steps.clear()
        select(LexborHTMLParser(f"<main>{markup * times}<i></i></main>"), selector)
        totals.append(sum(steps))
    assert totals[1] <= 2 * totals[0] + 10
