"""Families that ship: what they read from the pages of a publishing system, and what they leave alone."""

from __future__ import annotations

import pytest

from cleaner import Article, Cleaner, Options, clean
from cleaner.model import PageContext
from cleaner.read import read
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry, shipped
from cleaner.rules.schema import RuleSet
from cleaner.rules.site_files import FamilyFile

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


def paragraphs(count: int, of: str) -> str:
    return "".join(
        f"<p>On day {day} {of} carried {day + 3} looms over the bridge, counted them twice, and asked the miller "
        "whether the roof would last.</p>"
        for day in range(count)
    )


FAMILY = """
recognise = [".slate"]
[[layout]]
body = [".slate-text"]
remove.newsletter = [".slate-letter"]
"""


def slate(html: str, rules: str = FAMILY, site: str = "") -> tuple[PageContext, str]:
    """What is recognised of a page of the family `slate`, and its text."""
    sites = [parse(f'hosts = ["mill.example"]\nname = "Mill"\n{site}', "mill.toml")] if site else []
    cleaner = Chosen(Registry(sites, [parse(rules, "slate.toml", "family")]))
    html = f"<html><body><div class=slate></div>{html}</body></html>"
    source = read(html, cleaner.options, None)
    context = cleaner.segmented(source, "https://mill.example/1")[1]
    return context, cleaner.clean(html, url="https://mill.example/1").text


class Chosen(Cleaner):
    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self._registry = registry


def test_a_family_that_fits_serves() -> None:
    body, letter = paragraphs(6, "weavers"), paragraphs(2, "readers")
    context, text = slate(f"<div class=slate-text>{body}<div class=slate-letter>{letter}</div></div>")
    assert ([family.slug for family in context.families], context.refused) == (["slate"], {})
    assert "readers" not in text


@pytest.mark.parametrize(
    ("html", "drift"),
    [
        (f"<article>{paragraphs(9, 'weavers')}</article><div class=slate-text><p>Read on.</p></div>", "misses_prose"),
        (f"<article class=slate-letter>{paragraphs(9, 'weavers')}</article>", None),
        (f"<article><div class=slate-letter>{paragraphs(9, 'weavers')}</div></article>", "takes_prose"),
        (
            f"<article>{paragraphs(5, 'weavers')}<div class=slate-letter>{paragraphs(5, 'spinners')}</div></article>",
            "takes_prose",
        ),
    ],
    ids=["its body is elsewhere", "no whole article is removed", "all prose is removed", "half of it is removed"],
)
def test_a_family_that_does_not_fit_yields(html: str, drift: str | None) -> None:
    context, text = slate(html)
    assert dict(context.refused) == ({"slate": drift} if drift else {})
    assert ([family.slug for family in context.families] == []) == (drift is not None)
    assert "On day 4 weavers carried 7 looms" in text


def test_a_class_of_a_plugin_on_the_whole_page_removes_nothing() -> None:
    article = clean(
        f"<html><head>{WORDPRESS}</head><body class='mc4wp-form'><article><h1>{HEADLINE}</h1>{PROSE}</article></body>"
    )
    assert "set up 8 of them" in article.text


def test_a_boxed_letter_of_wordpress_goes_with_its_reason_and_the_prose_around_it_stays() -> None:
    letter = "Every Friday the weavers write down what happened at the mill, and send it on."
    article = page(f"<div class='tdn-form-wrap'><p>{letter}</p></div>")
    assert [str(removal.reason) for removal in article.removed] == ["newsletter"]
    assert "set up 3 of them" in article.text


def test_where_a_layout_of_the_site_serves_the_body_of_a_family_is_not_beside_it() -> None:
    html = f"<div class=own>{paragraphs(6, 'weavers')}</div><div class=slate-text>{paragraphs(6, 'spinners')}</div>"
    context, text = slate(html, site='[[layout]]\nbody = [".own"]\n')
    assert (context.layout, "weavers" in text, "spinners" in text) == ("1", True, False)


def test_a_family_is_read_when_a_page_of_it_comes() -> None:
    def read_it() -> RuleSet:
        read_files.append("slate")
        return parse(FAMILY, "slate.toml", "family")

    read_files: list[str] = []
    cleaner = Chosen(Registry([], lambda: [FamilyFile("slate", (".slate",), read_it)]))
    cleaner.clean(f"<html><body><article>{PROSE}</article></body></html>")
    assert read_files == []
    for _ in range(2):
        cleaner.clean(f"<html><body class=slate><article>{PROSE}</article></body></html>")
    assert read_files == ["slate"]


def test_the_compiled_form_tells_the_pages_of_each_family_that_ships() -> None:
    told = {file.slug: file.recognise for file in shipped().family_files}
    assert told == {family.slug: family.recognise for family in shipped().families}
    assert len(told) > 1
    assert all(told.values())
