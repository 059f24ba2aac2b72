"""The budget of markup: never below what the parser builds, and refused where the parser would take long."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import LimitError, Limits, Options
from cleaner.budget import check_nesting, count_markup
from cleaner.budget.sieve import Tags, attributes_may_be_many
from cleaner.model import Page
from cleaner.segment import parse_html
from cleaner.segment.parse import parse_part
from tests.markup import MARKUP, built, random_markup, shortfall

TIMES = 5_000

HOSTILE = {
    "end tags in comments": "<p><font c={n}><!--</font>-->",
    "end tags of blocks in comments": "<div><!--</div>-->",
    "end tags in attributes": "<p><font c={n}><img alt='</font>'>",
    "end tags in style": "<p><font c={n}><style></font></style>",
    "end tags in a textarea": "<p><font c={n}><textarea></font></textarea>",
    "end tags in a title": "<div><title></div></title>",
    "end tags in a script": "<div><script></div></script>",
    "end tags in a script's comment": "<div><script><!--<script></script></div>--></script>",
    "end tags out of an object": "<p><font c={n}><object></font></object>",
    "end tags out of a select": "<div><select></div></select>",
    "end tags out of a marquee": "<p><font c={n}><marquee></font></marquee>",
    "end tags out of a table": "<div><table><tr><td></div></table>",
    "end tags out of a template": "<div><template></div></template>",
    "misnesting": "<span><div></span></div>",
    "misnested formatting": "<b><div></b>",
    "links around blocks": "<a><div>",
    "forms": "<form><div></form>",
    "names cut at a colon": "<a:b></a>",
    "names cut at a dot": "<div.x></div>",
    "blocks in SVG titles": "<svg><title><div></title></svg>",
    "items among open elements": "<ul><li>",
    "definitions around spans": "<dl><dd>",
    "preformatted": "<pre>",
    "dialogs": "<dialog>",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_pages_that_hide_end_tags_are_refused_or_small(piece: str) -> None:
    page = "".join(piece.replace("{n}", str(n)) for n in range(TIMES)).encode()
    try:
        check_nesting(page, Limits())
    except LimitError:
        return
    assert built(page, 20 * TIMES) is not None


@pytest.mark.parametrize("times", [TIMES, 4 * TIMES])
@pytest.mark.parametrize(
    "attribute", ["a{n}='>'", "a{n}='<'", "<{n}", "a{n}=<", "a{n}='<p>x</p>'", 'a{n}="it\'s <b>"', "a{n}"]
)
def test_floods_of_attributes_are_refused(attribute: str, times: int) -> None:
    tag = "<p " + " ".join(attribute.replace("{n}", str(n)) for n in range(times)) + ">x"
    with pytest.raises(LimitError, match="attributes"):
        check_nesting(tag.encode(), Limits())


@pytest.mark.parametrize("root", ["html", "body", "BODY"])
def test_attributes_of_repeated_roots_add_up(root: str) -> None:
    page = "".join(f'<{root} a{n}="x">' for n in range(TIMES))
    with pytest.raises(LimitError, match="attributes"):
        check_nesting(page.encode(), Limits())


DEEP = "".join(f"<p><font c={n}><!--</font>-->" for n in range(TIMES))


def test_xhtml_is_held_against_the_budget_as_it_is_parsed() -> None:
    with pytest.raises(LimitError):
        parse_html(b'<?xml version="1.0"?><html><body>' + b"<div><![CDATA[</div>]]>" * 3 * TIMES)


TOLD = "<p>The bridge over the river is closed until May, since two of its pillars have cracks.</p>"
PARTS = {
    "noscript": "<body><p>Closed.</p><noscript>{}</noscript>",
    "articleBody": '<script type="application/ld+json">{{"@type": "Article", "articleBody": "{}"}}</script>'
    "<body><p>Closed.</p>",
}


@pytest.mark.parametrize("page", PARTS.values(), ids=PARTS.keys())
def test_a_part_beyond_the_limits_is_left_unread_and_the_page_stays(page: str) -> None:
    article = cleaner.clean(page.format(DEEP), options=Options(input="html"))
    assert article.limits == ("markup",)
    assert [block.text for block in article.blocks] == ["Closed."]


@pytest.mark.parametrize("page", PARTS.values(), ids=PARTS.keys())
def test_parts_are_held_against_the_limits_of_the_caller(page: str) -> None:
    page = page.format("<div>" * 20 + 5 * TOLD)
    read = cleaner.clean(page, options=Options(input="html"))
    unread = cleaner.clean(page, options=Options(input="html", limits=Limits(depth=15)))
    assert (len(read.blocks), read.limits) == (6, ())
    assert (len(unread.blocks), unread.limits) == (1, ("markup",))


def test_parts_share_what_the_limits_allow_beside_each_byte() -> None:
    page = Page(blocks=[], html=True)
    bold = "<p>" + "".join(f"<b a={n}>" for n in range(40)) + "</p>" + "<p>x</p>" * 40
    limits = Limits(formatting=count_markup(bold.encode()).made)
    assert parse_part(bold, page, limits) is not None
    assert parse_part(bold, page, limits) is None
    assert page.has_unread_markup


HARMLESS = {
    "a large script of comparisons": "<script>" + "a<b " * 1_000_000 + "</script><p>x",
    "a large style": "<style>" + "a>b{} " * 100_000 + "</style><p>x",
    "a comment of tags": "<!--" + "<div>" * 100_000 + "--><p>x",
    "a textarea of tags": "<textarea>" + "<div>" * 100_000 + "</textarea><p>x",
    "misnested bold": "<p><b>x</p></b>" * 20_000,
    "misnested links": "<div><a href=x>x</div></a>" * 20_000,
    "rows without end tags": "<table>" + "<tr><td>x<td><b>y</b>" * 20_000,
    "a picture in SVG": "<svg>" + "<g><path d='M0 0'/></g>" * 20_000 + "</svg>",
    "stray end tags": "<p>x</span></div></b>" * 20_000,
    "a word for each attribute": "<img alt=" + "x " * 20_000 + ">",
}


@pytest.mark.slow
@pytest.mark.parametrize("page", HARMLESS.values(), ids=HARMLESS.keys())
def test_pages_that_only_look_hostile_pass(page: str) -> None:
    check_nesting(page.encode(), Limits())


def test_elements_that_a_parser_repeats_are_counted() -> None:
    page = b"<p><i a=1><b a=2>x</p><p>y</p><p>z"
    assert count_markup(page).made == 4


@pytest.mark.parametrize(
    ("markup", "depth"),
    [
        ("<div><p>x<p>y", 4),
        ("<ul><li>x<li>y</ul>", 4),
        ("<table><td>x<tr><td>y", 6),
        ("<div><!--</div>--><div>", 4),
        ("<div a='</div>'><div>", 4),
        ("<svg><style></svg></style></svg><p>", 4),
        ("<select><option>a<option>b</select>", 4),
        ("<b><div></b><div>", 4),
    ],
)
def test_depth_is_that_of_the_parser(markup: str, depth: int) -> None:
    assert count_markup(markup.encode()).depth == depth


def test_twice_the_page_is_at_most_twice_as_deep() -> None:
    for piece in HOSTILE.values():
        small, large = (count_markup(piece.replace("{n}", "1").encode() * times) for times in (50, 100))
        assert large.depth <= 2 * small.depth + 20


# Markup of which a scan once counted less than the parser builds.
FOUND = [
    "<form><table></form><form></table></form><form><table></form><form>",
    "<svg><desc><nobr><a></nobr>x</svg><b><svg><svg>",
    "<table/><form>",
    "<a><select><a></select><rb></a></a><rb><rb><b>",
    "<h1><a></h1><rt></a><rt><a><title></title>",
    "<template><col></template><ruby></ruby><em><nobr></em>x<div>",
    "<nobr a><i><i a><i><button><nobr a><i><i><i><button><i><button><math>",
    "<template><col><xmp a=1></template><form a=1><center><rtc>",
    "<h1><em a=&amp;><p><em a=&amp;><em a=&amp;><em a=&amp;><h1><em a=&amp;>",
    "<select><em a=&amp;><select><h2><select><em a=&amp;><em a=&amp;><em a=&amp;><select><h2><em a=&amp;>",
    "<table><col><em><em><em><col><em>",
    "<table><font><col><font><font><col><font>",
    "<table><b><b><b><col><mi><col>",
    "<table><font a><col><font a><col><desc><col><select a>",
    "<table><a><col><a><col>",
    "<a a=&amp;><p></a><dialog></a><dialog><dialog>",
    "<select><em><em><select>\0<dt><input><dt><math>",
    "<table><mtext><applet><col><svg><h1></h1><![CDATA[<col><svg><g><colgroup>",
    "<table><object><colgroup></colgroup><math></math><th>",
]


@pytest.mark.parametrize("markup", FOUND)
def test_markup_that_was_counted_short_is_not(markup: str) -> None:
    assert not shortfall(markup)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(MARKUP)
def test_the_counts_are_never_below_the_tree_that_the_parser_builds(markup: str) -> None:
    assert not shortfall(markup)


def test_random_markup_is_counted_in_full() -> None:
    random = Random(1)
    for _ in range(1_000):
        markup = "".join(random_markup(random))
        assert not shortfall(markup), markup


@settings(max_examples=400, deadline=None, derandomize=True)
@given(MARKUP, st.integers(1, 60))
def test_the_sieve_never_misses_attributes(markup: str, few: int) -> None:
    page = markup.encode("utf-8", "replace")
    counts = count_markup(page)
    assert counts.crude or counts.attributes <= few or attributes_may_be_many(page, Tags.of(page), few)


def test_messages_are_one_line() -> None:
    with pytest.raises(LimitError) as error:
        parse_html("<div>" * 20_000)
    assert re.fullmatch(r"[^\n]{20,120}", str(error.value))
