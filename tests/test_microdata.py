"""Microdata and RDFa: what the article says of itself, and never what another item says."""

from __future__ import annotations

import time
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner.model import PageContext
from cleaner.recognise import read_microdata
from tests.pages import MILL, clean_mill


def properties(html: str, **known: Any) -> dict[str, list[str]]:
    """What microdata and RDFa of a page say."""
    return read_microdata(LexborHTMLParser(html), PageContext(**known))


ITEM = """
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Low Fell sells its mill</h1>
<h2 itemprop="alternativeHeadline">Weavers move in</h2><a itemprop="articleSection">Villages</a>
<meta itemprop="keywords" content="mills, weavers"><meta itemprop="description" content="Who bought it">
<meta itemprop="inLanguage" content="en-GB">
<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject">
<img src="/mill.jpg"><meta itemprop="url" content="/mill-large.jpg"></div>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
<meta itemprop="name" content="Ledger Press"></div>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Weir</b></span>
<link itemprop="license" href="/terms"><meta itemprop="isAccessibleForFree" content="False">
<time itemprop="datePublished" datetime="2024-03-04">4 March</time>
<time itemprop="dateModified" datetime="2024-03-05">5 March</time>
<div itemprop="articleBody">%s</div></article>
"""


SAID = {
    "author": ["Ann Weir"], "published": ["2024-03-04"], "modified": ["2024-03-05"],
    "title": ["Low Fell sells its mill"], "subtitle": ["Weavers move in"],
    "section": ["Villages"], "tags": ["mills, weavers"], "description": ["Who bought it"],
    "image": ["/mill-large.jpg"], "publisher": ["Ledger Press"],
    "paywalled": ["False"], "licence": ["/terms"], "language": ["en-GB"], "type": ["NewsArticle"],
}  # fmt: skip


def test_an_article_in_microdata_gives_every_field() -> None:
    assert properties(ITEM % MILL) == SAID


def as_rdfa(item: str, prefix: str) -> str:
    """The same item in RDFa."""
    item = item.replace("itemscope itemtype=", "typeof=").replace("https://schema.org/", prefix)
    return (
        item.replace('itemprop="', f'property="{prefix}')
        if prefix
        else f'<div vocab="https://schema.org/">{item.replace("itemprop=", "property=")}</div>'
    )


@pytest.mark.parametrize("prefix", ["", "schema:", "https://schema.org/"])
def test_an_article_in_rdfa_gives_the_same(prefix: str) -> None:
    assert properties(as_rdfa(ITEM % MILL, prefix)) == SAID


def test_the_logo_is_not_the_lead_picture() -> None:
    assert clean_mill(body=f"<img itemprop=image src=/img/our-logo.png>{MILL}").image is None


def test_the_fields_of_microdata_come_out_with_their_sources() -> None:
    article = clean_mill(body=ITEM % MILL)
    assert (article.section, article.tags, article.publisher, article.type) == (
        "Villages",
        ("mills", "weavers"),
        "Ledger Press",
        "NewsArticle",
    )
    assert (article.description, article.licence, article.paywalled, article.language) == (
        "Who bought it",
        "https://ledger.example/terms",
        True,
        "en",
    )
    assert article.image is not None
    assert article.image.image == "https://ledger.example/mill-large.jpg"
    for field in ("section", "tags", "publisher", "type", "description", "licence", "paywalled", "language", "image"):
        assert article.sources[field]["source"] == f"property:{field}"


OWN = (
    f"<div itemscope itemtype='https://schema.org/Article'><h1 itemprop=headline>Ours</h1><div "
    f"itemprop=articleBody>{MILL}</div></div>"
)


@pytest.mark.parametrize(
    "other",
    [
        "<div itemscope itemtype='https://schema.org/Article'><h3 itemprop=headline>Theirs</h3><i "
        "itemprop=articleSection>Theirs</i></div>",
        "<div itemscope itemtype='https://schema.org/Comment'><i itemprop=headline>Theirs</i><i "
        "itemprop=articleSection>Theirs</i></div>",
        "<div itemscope itemtype='https://schema.org/Product'><i itemprop=headline>Theirs</i><i "
        "itemprop=articleSection>Theirs</i></div>",
        "<div class=teaser><i itemprop=headline>Theirs</i><i itemprop=articleSection>Theirs</i></div>",
        "<p property=headline>Theirs</p><p property=articleSection>Theirs</p>",
        "<div itemscope itemtype=x/Product><div itemprop=review itemscope itemtype=x/Review><i "
        "itemprop=articleSection>Theirs</i></div></div>",
    ],
)
def test_what_other_items_say_is_not_the_articles(other: str) -> None:
    assert properties(other + OWN) == properties(OWN + other) == {"title": ["Ours"], "type": ["Article"]}


def test_of_teasers_alone_none_is_the_article() -> None:
    teaser = (
        "<div itemscope itemtype='https://schema.org/Article'><h3 itemprop=headline>Theirs</h3><b "
        "itemprop=author>Ann Weir</b></div>"
    )
    assert properties(teaser * 2) == {}
    assert properties(teaser) == {"author": ["Ann Weir"], "title": ["Theirs"], "type": ["Article"]}


def test_what_the_page_around_the_article_says_counts_where_the_article_is_silent() -> None:
    html = (
        f"<body itemscope itemtype='https://schema.org/WebPage'><meta itemprop=inLanguage content=fr><i "
        f"itemprop=headline>The page</i>{OWN}"
    )
    assert properties(html) == {"title": ["Ours"], "language": ["fr"], "type": ["Article"]}


def test_a_comment_as_drupal_marks_it_is_no_article() -> None:
    html = "<div typeof='sioc:Item foaf:Document'><i property='dc:date dc:created' content=2012-05-03></i></div>"
    comment = "<div typeof='sioc:Post sioct:Comment'><i property='dc:date dc:created' content=2019-01-01></i></div>"
    assert properties(comment + html) == {"published": ["2012-05-03"]}


def test_a_link_to_the_licence_is_the_pages_and_not_a_pictures() -> None:
    assert properties(
        "<figure><img src=a.jpg><a rel=license href=/theirs>CC</a></figure><p><a rel='nofollow license' "
        "href=/ours>CC</a>"
    ) == {"licence": ["/ours"]}
    assert clean_mill(body=f"{MILL}<p><a rel=license href=/ours>CC</a></p>").licence == "https://ledger.example/ours"


def test_properties_come_after_json_ld_and_meta_tags() -> None:
    assert "section" not in properties(ITEM % MILL, entities=[{"@type": "Article", "articleSection": "News"}])
    assert clean_mill(body=ITEM % MILL, articleSection="News").section == "News"


@pytest.mark.slow
@pytest.mark.parametrize(
    "html",
    [
        "<div itemscope itemtype=x/Article>" * 20_000 + "<i itemprop=headline>x",
        "<i itemprop='headline author image keywords'>x</i>" * 50_000,
    ],
)
def test_any_number_of_items_is_read_at_once(html: str) -> None:
    parser = LexborHTMLParser(html)
    begin = time.process_time()
    read_microdata(parser, PageContext())
    assert time.process_time() - begin < 3
