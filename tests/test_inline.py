"""What stands inside a sentence, by example: nothing of it is lost, and nothing runs into its neighbour."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.segment import parse_html, segment_html
from cleaner.segment.tags import kind_of
from tests.pages import FERRY, ferry_page


def blocks(html: str) -> list[str]:
    return [block.text for block in segment_html(parse_html(html), {}).blocks]


def struck(html: str) -> list[tuple[str, str]]:
    """What was taken out of a page's blocks, and by which rule."""
    page = segment_html(parse_html(html), {})
    return [(" ".join(span.text.split()), span.mark.rule) for span in page.struck if span.text.strip()]


# What is seen and not read aloud stays, what is read aloud and not seen goes.


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("for <span aria-hidden=true>eleven weeks</span><span class=visually-hidden>11 weeks</span>, after",
         "for eleven weeks, after"),
        ("<span aria-hidden=true class=cap>T</span><span class=sr-only>The</span>"
         "<span aria-hidden=true>he</span> harbour", "The harbour"),
        ("<span aria-hidden=true>T</span><span class=sr-only>T</span>he harbour", "The harbour"),
        ("four <span aria-hidden=true>–</span><span class=sr-only> to </span> six", "four – six"),
        ("10<span aria-hidden=true>–</span><span class=sr-only> to </span>12", "10–12"),
        ("paid 12<span aria-hidden=true>%</span><span class=sr-only> percent</span>", "paid 12%"),
        ("<span aria-hidden=true>“</span>We lost<span aria-hidden=true>”</span>", "“We lost”"),
        ("3 <span aria-hidden=true>×</span> 4 metres", "3 × 4 metres"),
        ("the <small hidden>secret</small> bridge <b class=sr-only>of old</b> is shut", "the bridge is shut"),
        ("see <a href=/x>the plan<span style='position:absolute; left: -9999px'>, opens new tab</span></a> for it",
         "see the plan for it"),
        ("see <a href=/x>the plan<span style='clip: rect(0 0 0 0); width: 1px'>, opens new tab</span></a> for it",
         "see the plan for it"),
        ("a <span style='color: red; left: -3px; margin-left: -10px'>red</span> line", "a red line"),
        ("wide <span class='not-sr-only'>as</span> it <span class='sm:sr-only'>was</span>", "wide as it was"),
        ("built of stone<sup class=noprint>[when?]</sup> then", "built of stone[when?] then"),
    ],
)  # fmt: skip
def test_what_is_seen_stays(html: str, text: str) -> None:
    assert blocks(f"<p>{html}</p>") == [text]


@pytest.mark.parametrize(
    "icon",
    [
        "<i class=material-icons>arrow_forward</i>",
        "<span class='material-symbols-outlined notranslate'>expand_more</span>",
        "<i class='x7' aria-hidden=true>help</i>",
        "<i aria-hidden=true>arrow_forward</i>",
        "<span class='btn-icon' aria-hidden=true>close</span>",
        "<span aria-hidden=true>&#xe409;</span>",
        "<span aria-hidden=true>→</span>",
        "<span aria-hidden=true>★</span>",
    ],
)
def test_the_names_and_signs_of_icons_are_no_text(icon: str) -> None:
    assert blocks(f"<p>See the plan {icon} for it</p>") == ["See the plan for it"]
    assert len(struck(f"<p>See the plan {icon} for it</p>")) == 1


@pytest.mark.parametrize("sign", ["×", "#", "→", "/", "|", "¶", "+"])
def test_a_sign_at_the_edge_of_a_block_that_is_not_read_aloud_is_an_icon(sign: str) -> None:
    assert blocks(f"<h2>The plan<a href=#plan aria-hidden=true>{sign}</a></h2>") == ["The plan"]
    assert blocks(f"<h2><span aria-hidden=true>{sign}</span> The plan</h2>") == ["The plan"]


def test_words_that_are_not_read_aloud_and_stand_alone_are_hidden_unless_they_make_a_sentence() -> None:
    page = segment_html(parse_html("<p>a</p><p><span aria-hidden=true>Copied!</span></p>"), {})
    assert [block.text for block in page.blocks] == ["a", "Copied!"]
    assert page.inline_marks[1].rule == "generic:hidden"
    for shown in (
        "<p><span aria-hidden=true>11 weeks</span><span class=sr-only>eleven weeks</span></p>",
        "<p aria-label='eleven weeks'><span aria-hidden=true>11 weeks</span></p>",
        f"<p><span aria-hidden=true>{'The bridge is shut for eleven weeks. ' * 3}</span></p>",
    ):
        page = segment_html(parse_html(shown), {})
        assert len(page.blocks) == 1 and not page.inline_marks


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<span aria-hidden=true>3323</span><span class=x7>4.6 of 5 stars. 3323 reviews</span>",
         "4.6 of 5 stars. 3323 reviews"),
        ("<b aria-hidden=true>(12)</b><i>12 reviews with an average of 4</i>", "12 reviews with an average of 4"),
        ("<a href=/x aria-hidden=true>Make soup</a>Make soup", "Make soup"),
        ("a <abbr title='A ship of three hulls.'>trimaran<span aria-hidden=true>A ship of three hulls.</span></abbr>.",
         "a trimaran."),
        ("1<span aria-hidden=true>1</span> ships", "11 ships"),
    ],
)  # fmt: skip
def test_of_two_copies_one_stays(html: str, text: str) -> None:
    assert blocks(f"<p>{html}</p>") == [text]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("4<span class=sr-only>/</span>3", "4/3"),
        ("£<span class=sr-only>-</span>3", "£-3"),
        ("<b>2</b><span class=visually-hidden>goals to</span><b>1</b>", "2 1"),
        ("£<span class=sr-only>£</span>12", "£12"),
        ("as<span class=sr-only>/</span>it", "asit"),
        ("Posted<span class=sr-only> on </span>Monday", "Posted Monday"),
        ("<span class=sr-only>–</span>5 degrees", "5 degrees"),
        ("4<span hidden>/</span>3", "43"),
    ],
)
def test_of_text_that_is_only_read_aloud_nothing_stays_but_signs_between_figures(html: str, text: str) -> None:
    assert blocks(f"<p>{html}</p>") == [text]


# Elements that may hold blocks, in a sentence


@pytest.mark.parametrize(
    "html",
    [
        "The <button>authority</button>'s board",
        "two of the four <button class=term aria-expanded=false>bearings</button> had cracked",
        "<button>Bearings</button>, which were cast in 1931",
        "met <button>Rosa Venn</button> Tuesday",
        "after my work on <side-note>Yaml</side-note> was done",
        "<drop-cap>T</drop-cap>he harbour",
        "a town <st1:place w:st='on'>Port Ellery</st1:place>, by the sea",
        "closed on <relative-time datetime=2024-05-14>14 May</relative-time>",
        "we saw <my-a>a <my-b>ship</my-b></my-a> go by",
    ],
)
def test_buttons_and_custom_elements_are_words_of_a_sentence(html: str) -> None:
    (text,) = blocks(f"<p>{html}</p>")
    assert text == parse_html(html).body.text(deep=True)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<h3><button>What is a bearing?</button></h3><div>A part.</div>", ["What is a bearing?", "A part."]),
        ("<button><h3>What is a bearing?</h3></button><div>A part.</div>", ["What is a bearing?", "A part."]),
        ("<h2>Heading <button>Copy link</button></h2>", ["Heading", "Copy link"]),
        ("<p>It ended here. <button>Read more</button></p>", ["It ended here.", "Read more"]),
        ("<div><button>Share</button><button>Print</button></div>", ["Share", "Print"]),
        ("<p>One sentence. <button>Share</button> Another sentence.</p>",
         ["One sentence.", "Share", "Another sentence."]),
        ("<my-page><p>a</p><p>b</p></my-page>", ["a", "b"]),
        ("<div>Before <my-box><p>inside</p></my-box> behind</div>", ["Before", "inside", "behind"]),
        ("<my-a>one</my-a><my-a>two</my-a>", ["one", "two"]),
        ("<div>A text.<my-player></my-player>Another.</div>", ["A text.", "Another."]),
    ],
)  # fmt: skip
def test_buttons_and_custom_elements_are_blocks_elsewhere(html: str, texts: list[str]) -> None:
    assert blocks(html) == texts


def test_the_time_of_a_custom_element_counts() -> None:
    page = segment_html(parse_html("<p>closed <time-ago datetime=2024-05-14>14 May</time-ago></p>"), {})
    assert page.times == [("2024-05-14", 0, " ")]


# Tooltips and side notes


@pytest.mark.parametrize(
    "html",
    [
        "<span class=tooltip>bearings<span class=tooltiptext role=tooltip>A part.</span></span>",
        "<span class=term>bearings<span class=tooltip>A part.</span></span>",
        "<dfn>bearings<span class=hint__tooltip-content>A part.</span></dfn>",
    ],
)
def test_a_tooltip_is_taken_out_of_the_sentence(html: str) -> None:
    assert blocks(f"<p>four {html} had cracked</p>") == ["four bearings had cracked"]
    assert struck(f"<p>four {html} had cracked</p>") == [("A part.", "generic:tooltip")]


@pytest.mark.parametrize(
    "html",
    [
        "<span class=tooltip title='A part.'>bearings</span>",
        "<span class=tooltip data-tip='A part.'><b>bearings</b></span>",
        "<sup class=footnote_tooltip_text>[1]</sup>",
        "<span class=tooltip><span class=tooltip>bearings</span></span>",
    ],
)
def test_the_word_that_has_a_tooltip_stays(html: str) -> None:
    assert struck(f"<p>of the four {html} had cracked</p>") == []


def test_a_side_note_stands_behind_its_paragraph() -> None:
    html = "<p>The bridge<span class=sidenote>Built in <a href=/x>1931</a>.</span> is shut.</p><p>b</p>"
    page = segment_html(parse_html(html), {})
    assert [block.text for block in page.blocks] == ["The bridge is shut.", "Built in 1931.", "b"]
    assert page.blocks[1].links == 4
    assert page.blocks[0].element == page.blocks[1].element
    assert blocks("<p><span class=marginnote>A note.</span>The bridge is shut.</p>") == [
        "The bridge is shut.",
        "A note.",
    ]


def test_what_holds_a_note_and_its_word_is_no_note_nor_is_one_that_stands_alone() -> None:
    html = "<p>The <span class=sidenote>bridge<span class=sidenote__content>Of 1931.</span></span> is shut.</p>"
    assert blocks(html) == ["The bridge is shut.", "Of 1931."]
    assert blocks("<div><span class=sidenote>A note.</span></div><p>b</p>") == ["A note.", "b"]


# Items side by side


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div class=byline><span>By</span><a href=/a>Rosa Venn</a><span>in Port Ellery</span></div>",
         "By Rosa Venn in Port Ellery"),
        ("<p class=byline><span>By</span><a href=/a>Rosa Venn</a><span>in Port Ellery</span></p>",
         "By Rosa Venn in Port Ellery"),
        ("<div class=byline>By<a href=/a>Rosa Venn</a></div>", "By Rosa Venn"),
        ("<div class=byline><a href=/a>Rosa Venn</a><a href=/b>Ilan Brandt</a></div>", "Rosa Venn\nIlan Brandt"),
        ("<div><span>4.6</span><span>3308 reviews</span></div>", "4.6 3308 reviews"),
        ("<div><span>14 May 2024</span><span>11 mins</span></div>", "14 May 2024 11 mins"),
        ("<p><span class=speaker>Quill</span><span class=line>we gambled</span></p>", "Quill we gambled"),
        ("<p><span class=cue>we gambled</span><span class=cue>on the weather</span></p>", "we gambled on the weather"),
        ("<p><span>It was late,</span><span>and dark.</span><b>Yes.</b></p>", "It was late, and dark. Yes."),
        ("<div><span>$116.97</span><span>$145</span></div>", "$116.97 $145"),
        ("<p>now <del>£15</del><ins>£12</ins> each</p>", "now £15 £12 each"),
        ("<p><b>Interviewer</b><span>What did you see?</span></p>", "Interviewer What did you see?"),
        ("<li><span>Ships</span><span>12</span></li>", "Ships 12"),
    ],
)  # fmt: skip
def test_items_side_by_side_are_apart(html: str, text: str) -> None:
    assert blocks(html) == [text]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><span>The harbour auth</span><span>ority said</span></p>", "The harbour authority said"),
        ("<p><span class=cap>T</span><span>he harbour</span></p>", "The harbour"),
        ("<p><span class=cap>I</span><span>N the heart</span></p>", "IN the heart"),
        ("<div><span>T</span><span>h</span><span>e</span></div>", "The"),
        ("<div><span>1</span><span>9</span><span>3</span><span>1</span></div>", "1931"),
        ("<p>the <b>un</b><i>able</i> crew</p>", "the unable crew"),
        ("<p>on <b>You</b><span>Tube</span> today</p>", "on YouTube today"),
        ("<p>in 19<span>31</span></p>", "in 1931"),
        ("<div><span>12</span><span>€</span></div>", "12€"),
        ("<p><img src=t.png alt=T>he harbour</p>", "The harbour"),
        ("<p><img src=t.png alt=A> harbour</p>", "harbour"),
        ("<p><span>the year 19</span><span>31</span></p>", "the year 1931"),
        ("<p><span>the 3</span><span>rd of May</span></p>", "the 3rd of May"),
        ("<p><b>example.</b><span>com</span></p>", "example.com"),
        ("<p><b>12.</b><span>50</span></p>", "12.50"),
        ("<pre><code><span>stddev::</span><span>Float</span></code></pre>", "stddev::Float"),
        ("<p><code><span>a</span><span>Value</span>;<span>get</span><span>Name</span></code></p>", "aValue;getName"),
        ("<div><span>東京</span><span>タワー</span></div>", "東京タワー"),
        ("<div><span>H</span><sub>2</sub><span>O</span></div>", "H2O"),
        ("<nav><a href=/a>Home</a><a href=/b>News</a></nav>", "HomeNews"),
    ],
)
def test_a_word_stays_whole(html: str, text: str) -> None:
    assert blocks(html) == [text]


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ({"class": "lead"}, ""),
        ({"class": "icon"}, ""),
        ({"class": "icon", "aria-hidden": "true"}, "icon"),
        ({"aria-hidden": "false"}, ""),
        ({"aria-hidden": "true", "style": "display: none"}, "hidden"),
        ({"class": "sr-only", "style": None}, "reader"),
        ({"role": "tooltip"}, "tooltip"),
        ({"style": "text-indent:-9999em"}, "reader"),
        ({"style": "clip-path: inset(50%)"}, "reader"),
    ],
)
def test_how_the_text_of_an_inline_element_is_shown(attributes: dict[str, str | None], kind: str) -> None:
    assert kind_of(attributes) == kind


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1<sup>2", "<b>x</b><span aria-hidden=true>w ", "<x-h><template shadowrootmode=open><slot></slot></template>"],
)
def test_many_nested_elements_take_no_time(piece: str) -> None:
    assert FERRY[0] in cleaner.clean(ferry_page(f"<p>{FERRY[0]}</p><p>{piece * 4000}")).text


@pytest.mark.parametrize(
    "handle",
    [
        '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>',
        '<a class="headerlink" href="#lamp" title="Link to this heading">¶</a>',
        '<a href="#lamp" aria-label="Permalink">#</a>',
        '<a href="#lamp">Copy link</a>',
    ],
)
def test_the_handle_of_a_section_is_no_part_of_its_heading(handle: str) -> None:
    assert blocks(f"<h2>The lamp {handle}</h2><p>It burns.</p>") == ["The lamp", "It burns."]
    assert [rule for _, rule in struck(f"<h2>The lamp{handle}</h2>")] == ["generic:handle"]


@pytest.mark.parametrize(
    "heading",
    [
        '<h2><a href="#lamp">¶</a></h2>',
        '<h2>Release <a href="/7">#7</a></h2>',
        '<h2>How to <a href="/x">edit the text of your first page</a></h2>',
        '<h2 class="headerlink">The lamp</h2>',
        '<h2>Lamps: <a class="anchor-link" href="/a">a very long history of the lamps of the northern islands</a></h2>',
    ],
)
def test_other_links_are_part_of_the_heading(heading: str) -> None:
    assert struck(heading) == []


def test_a_sentence_keeps_what_a_heading_would_lose() -> None:
    assert blocks('<p>Press <a href="#x">edit</a> and wait.</p>') == ["Press edit and wait."]
