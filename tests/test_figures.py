"""No figure of what a page shows is joined with another, split or changed: figures in markup of every kind that cuts
them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Options
from cleaner.normalize import normalize
from cleaner.segment import parse_html, segment_html

SUPERSCRIPTS, SUBSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
# A raised or lowered digit is a figure of its own.
SET_APART = {ord(sign): f"|{i % 10}|" for i, sign in enumerate(SUPERSCRIPTS + SUBSCRIPTS)}
FIGURE = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")


def figures(text: str) -> list[str]:
    """The figures of a text, raised and lowered ones by themselves.

    >>> figures("12,500 of 10⁴, 2016.¹ 4/3")
    ['12,500', '10', '4', '2016', '1', '4/3']
    """
    return FIGURE.findall(text.translate(SET_APART).replace("||", ""))


def shown(html: str) -> str:
    page = segment_html(parse_html(html), {})
    normalize(page.blocks, Options())
    return "\n".join(block.text for block in page.blocks)


@dataclass(frozen=True)
class Piece:
    """A piece of markup, and what a sighted reader sees of it: a bar where something that is no text stands."""

    html: str
    seen: str


# Elements in which a part of a figure may stand without a reader's seeing it.
AROUND = (
    "{}", "<span>{}</span>", "<b>{}</b>", "<em><i>{}</i></em>", "<a href='/x'>{}</a>", "<mark>{}</mark>",
    "<my-figure>{}</my-figure>", "<button>{}</button>", "<span aria-hidden='true'>{}</span>", "<font>{}</font>",
    "<data value='0'>{}</data>", "<span class='term'>{}</span>", "<st1:number>{}</st1:number>",
)  # fmt: skip
# What may stand between two parts of a figure without a reader's seeing it.
UNSEEN = (
    "", "<wbr>", "<!-- a comment -->", "<!---->", "<span hidden>77</span>", "<span style='display: none'>77</span>",
    "<span class='tooltiptext' role='tooltip'>88 in all.</span>", "<script>99</script>", "&shy;", "<span></span>",
)  # fmt: skip
# What a reader sees between two figures that stand side by side.
BETWEEN = (
    "<img src='a.png' alt=''>", "<svg><text>77</text></svg>", "<br>", " ", "&nbsp;", "<div>or</div>",
    "<input value='77'>", "<span class='visually-hidden'> goals to </span>",
)  # fmt: skip


@st.composite
def cut_figures(draw: st.DrawFn) -> Piece:
    """A figure, cut anywhere."""
    figure = draw(st.from_regex(r"[1-9][0-9]{0,3}(?:[.,:][0-9]{2,3})?", fullmatch=True))
    cuts = sorted(draw(st.sets(st.integers(1, len(figure)), max_size=3)) | {0, len(figure)})
    html = ""
    for start, end in pairwise(cuts):
        html += draw(st.sampled_from(AROUND)).format(figure[start:end])
        if end < len(figure):
            html += draw(st.sampled_from(UNSEEN))
    return Piece(html, figure)


@st.composite
def set_apart(draw: st.DrawFn) -> Piece:
    """A figure beside another that is raised, lowered, crossed out, or stands behind something that is no text."""
    one, two = draw(cut_figures()), str(draw(st.integers(1, 999)))
    form = draw(st.sampled_from(("raised", "lowered", "note", "crossed", "behind", "signed")))
    if form == "signed":
        sign = draw(st.sampled_from("/:"))
        return Piece(f"{one.html}<span class='sr-only'>{sign}</span>{two}", f"{one.seen}{sign}{two}")
    if form in ("raised", "lowered"):
        tag = "sup" if form == "raised" else "sub"
        return Piece(f"{one.html}<{tag}>{two}</{tag}>", f"{one.seen}|{two}")
    if form == "note":
        return Piece(f"{one.html}.<sup><a href='#1'>{two}</a></sup>", f"{one.seen}|{two}")
    if form == "crossed":
        return Piece(f"<del>{two}</del>{one.html}", f"{two}|{one.seen}")
    return Piece(f"{one.html}{draw(st.sampled_from(BETWEEN))}{two}", f"{one.seen}|{two}")


WORDS = st.sampled_from(("turns", "of the bridge", "about", "was", "in the harbour of")).map(
    lambda word: Piece(word, word)
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(cut_figures(), set_apart(), WORDS), min_size=1, max_size=6),
    st.sampled_from(("p", "li", "td", "h2")),
)
def test_no_figure_is_joined_split_or_changed(pieces: list[Piece], tag: str) -> None:
    inner = " and ".join(piece.html for piece in pieces)
    html = f"<{tag}>They counted {inner} crowns in the end.</{tag}>"
    page = f"<table><tr>{html}</tr></table>" if tag == "td" else html
    seen = " and ".join(piece.seen for piece in pieces)
    assert figures(shown(page)) == figures(seen)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<sup>4</sup>/<sub>3</sub>", "4/3"),
        ("<sup>4</sup><span class=visually-hidden>/</span><sub>3</sub>", "4/3"),
        ("2<sup>1</sup>/<sub>2</sub>", "2¹/₂"),
        ("<span>£</span><span>12</span><span class=sr-only>.</span><sup>50</sup>", "£12.50"),
        ("£12.<sup>50</sup>", "£12.50"),
        ("12,<sup>95</sup> €", "12,95 €"),
        ("$12<sup>.99</sup>", "$12.99"),
        ("12:<sup>30</sup>", "12:30"),
        ("10<sup>4</sup>", "10⁴"),
        ("10<sup>-4</sup>", "10⁻⁴"),
        ("10<sup>−4</sup> m", "10⁻⁴ m"),
        ("2019.<sup>3</sup>", "2019.³"),
        ("2019,<sup>1,2</sup>", "2019,¹,²"),
        ("2019<sup>[1]</sup>", "2019[1]"),
        ("2019<a class=footnote-ref href='#1'>1</a>", "2019¹"),
        ("2019<span style='vertical-align: super'>1</span>", "2019¹"),
        ("the 20<sup>th</sup> of June", "the 20th of June"),
        ("CO<sub>2</sub>, m<sup>2</sup>", "CO2, m2"),
        ("<sup>1</sup>2019", "¹2019"),
        ("١٠<sup>٤</sup>", "١٠⁴"),
        ("10&#8203;<sup>4</sup>", "10⁴"),
        ("log<sub>10</sub>100", "log₁₀100"),
        ("word.<sup>3</sup> Next", "word.3 Next"),
    ],
)
def test_raised_and_lowered_figures(html: str, text: str) -> None:
    assert shown(f"<p>{html}</p>") == text
