"""Families that ship: what they read from the pages of a publishing system, and what they leave alone."""

from __future__ import annotations

import pytest

from cleaner import Article, Options, clean

HEADLINE = "The weavers of Low Fell move in"
OTHER = "Weavers, mills and looms: moving house in the dales, a guide for all"
WORDPRESS = '<meta name="generator" content="WordPress 6.4.2">'
PROSE = "".join(
    f"<p>On day {day} the weavers carried their looms over the bridge, set up {day + 2} of them, and asked the miller "
    "whether the roof would last until the spring.</p>"
    for day in range(1, 7)
)


def page(headline: str, head: str = WORDPRESS, below: str = "") -> Article:
    html = (
        f"<html><head><title>{OTHER}</title>{head}</head><body><article>{headline}<div class='entry-content'>{PROSE}"
        f"</div></article>{below}</body></html>"
    )
    return clean(html, options=Options(site_rules=False))


@pytest.mark.parametrize("name", ["entry-title", "post-title", "wp-block-post-title", "elementor-heading-title"])
def test_wordpress_names_its_headline(name: str) -> None:
    article = page(f"<h1 class='{name}'>{HEADLINE}</h1>")
    assert article.title == HEADLINE
    assert article.sources["title"]["source"] == "family:title"
    assert HEADLINE not in article.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="Generator" content="wordpress 5">',
        "<link rel=stylesheet href='https://mill.example/wp-content/themes/x/style.css'>",
        "<script src='/wp-content/plugins/x.js'></script>",
    ],
)
def test_wordpress_is_told_by_its_generator_or_its_files(head: str) -> None:
    assert page(f"<h1 class='entry-title'>{HEADLINE}</h1>", head).title == HEADLINE


def test_other_systems_are_left_to_the_generic_rules() -> None:
    article = page(f"<h1 class='entry-title'>{HEADLINE}</h1>", "<meta name=generator content='Slatepress'>")
    assert article.sources["title"]["source"] != "family:title"


@pytest.mark.parametrize(
    "headline",
    [
        f"<h1 class='entry-title'>{HEADLINE}</h1><h1 class='entry-title'>Bridge of Low Fell to be painted</h1>",
        f"<h1 class='entry-title'><div>Town and dale |</div><div>{HEADLINE}</div></h1>",
    ],
    ids=["of several articles", "with the section above it"],
)
def test_a_headline_that_is_not_alone_is_not_believed(headline: str) -> None:
    assert page(headline).sources["title"]["source"] != "family:title"


def test_inline_markup_in_a_headline_is_part_of_it() -> None:
    assert page("<h1 class='entry-title'>The <em>weavers</em> of<br>Low Fell move in</h1>").title == HEADLINE


def test_author_block_of_wordpress() -> None:
    article = page(
        f"<h1 class='wp-block-post-title'>{HEADLINE}</h1><p class='wp-block-post-author__name'>Oda Brenn</p>"
    )
    assert article.authors == ("Oda Brenn",)
