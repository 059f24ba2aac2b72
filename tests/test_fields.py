"""The plainer fields: each from every source that states it, never from what is another piece's, empty or a
placeholder, and each with its source.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cleaner import Article, Cleaner, RuleError
from cleaner import clean as clean_page
from cleaner.cli import main
from cleaner.labels import Reason
from cleaner.language import primary
from cleaner.metadata.sources import plain
from cleaner.model import PageContext
from cleaner.model.fields import FIELDS
from cleaner.model.metadata import METADATA_FIELDS
from cleaner.recognise import read_jsonld, read_microdata
from cleaner.rules.schema import parse

FIRST = "The council of Low Fell has sold the old mill, with both of its wheels, to a family of weavers."
SECOND = "They will move in when the roof has been mended, which may take until the spring."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
URL = "https://ledger.example/mill"


def page(head: str = "", body: str = BODY, root: str = "<html>", url: str | None = URL, **thing: Any) -> Article:
    """The article of a page whose JSON-LD says `thing`."""
    script = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>' if thing else ""
    )
    return clean_page(f"{root}<head>{head}{script}</head><body>{body}</body></html>", url=url)


def properties(html: str, **found: Any) -> dict[str, list[str]]:
    """What microdata and RDFa of a page say."""
    return read_microdata(LexborHTMLParser(html), PageContext(**found))


# ------------------------------------------------------------------------------------------------ microdata and RDFa

ITEM = """
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Low Fell sells its mill</h1>
<h2 itemprop="alternativeHeadline">Weavers move in</h2><a itemprop="articleSection">Villages</a>
<meta itemprop="keywords" content="mills, weavers"><meta itemprop="description" content="Who bought it"><meta itemprop="inLanguage" content="en-GB">
<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img src="/mill.jpg"><meta itemprop="url" content="/mill-large.jpg"></div>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Ledger Press"></div>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Weir</b></span>
<link itemprop="license" href="/terms"><meta itemprop="isAccessibleForFree" content="False">
<time itemprop="datePublished" datetime="2024-03-04">4 March</time><time itemprop="dateModified" datetime="2024-03-05">5 March</time>
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
    assert properties(ITEM % BODY) == SAID


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
    assert properties(as_rdfa(ITEM % BODY, prefix)) == SAID


def test_the_logo_is_not_the_lead_picture() -> None:
    assert page(body=f"<img itemprop=image src=/img/our-logo.png>{BODY}").image is None


def test_the_fields_of_microdata_come_out_with_their_sources() -> None:
    article = page(body=ITEM % BODY)
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
    f"itemprop=articleBody>{BODY}</div></div>"
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
    assert page(body=f"{BODY}<p><a rel=license href=/ours>CC</a></p>").licence == "https://ledger.example/ours"


def test_properties_come_after_json_ld_and_meta_tags() -> None:
    assert "section" not in properties(ITEM % BODY, entities=[{"@type": "Article", "articleSection": "News"}])
    assert page(body=ITEM % BODY, articleSection="News").section == "News"


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


# ------------------------------------------------------------------------------------------------ language and
# direction


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en-US", "en"), ("de_AT.UTF-8", "de"), (" FR ", "fr"), ("en, fr", "en"), ("iw", "he"), ("in-ID", "id"), ("ji",
        "yi"), ("no", "no"),
        ("fre", "fr"), ("English", "en"), ("English (US)", "en"), ("und", None), ("mul", None), ("zxx", None), ("xx",
        None), ("{{lang}}", None),
        ("not a tag", None), ("", None), ("x" * 100_000, None), (" " * 100_000, None),
    ],
)  # fmt: skip
def test_a_languages_primary_tag(said: str, tag: str | None) -> None:
    assert primary(said) == tag


@pytest.mark.parametrize(
    "stated",
    [
        "de-DE",
        ["de", "en"],
        {"@type": "Language", "name": "German", "alternateName": "de"},
        {"name": "German"},
        ["und", "de"],
    ],
)
def test_json_ld_states_the_language_where_nothing_else_declares_it(stated: Any) -> None:
    article = page(root="<html lang=und>", inLanguage=stated)
    assert (article.language, article.sources["language"]["source"]) == ("de", "json-ld:inLanguage")


def test_the_language_names_its_source_and_those_that_lost() -> None:
    article = page("<meta property=og:locale content=fr_FR>", root="<html lang=en>", inLanguage="de")
    assert article.language == "en"
    others = [{"source": "meta:og:locale", "value": "fr"}, {"source": "json-ld:inLanguage", "value": "de"}]
    assert article.sources["language"] == {"source": "html:lang", "others": others}


def test_the_body_may_declare_language_and_direction() -> None:
    article = clean_page(f"<html><body lang=he dir=rtl>{BODY}")
    assert (article.language, article.direction) == ("he", "rtl")
    assert (article.sources["language"], article.sources["direction"]) == (
        {"source": "body:lang"},
        {"source": "body:dir"},
    )
    assert clean_page(f"<html lang=en><body><article dir=rtl>{BODY}").sources["direction"] == {"source": "article:dir"}
    assert clean_page(f"<html lang=en><body>{BODY}").sources["direction"] == {"source": "language"}


# ------------------------------------------------------------------------------------------------ rule files

RULES = """
name = "The Ledger"
hosts = ["ledger.example"]
language = "en"
[[layout]]
body = [".story"]
"""


def ruled(tmp_path: Path, rules: str, data: str, url: str | None = URL) -> Article:
    """The article that a rule set of one's own gives."""
    (tmp_path / "ledger.toml").write_text(RULES + rules, "utf-8")
    return Cleaner(rules=[tmp_path]).clean(data, url=url)


@pytest.mark.parametrize(
    ("key", "selector", "markup", "value"),
    [
        ("url", "a.self", "<a class=self href='/own'>Link to this</a>", "https://ledger.example/own"),
        ("amp_url", "a.amp", "<a class=amp href='/amp'>Quick</a>", "https://ledger.example/amp"),
        ("language", ".story", "", "fr"),
        ("direction", ".story", "", "rtl"),
        ("paywalled", ".wall", "<div class=wall></div>", True),
        ("paywalled", ".wall", "<div class=wall>false</div>", False),
        ("paywalled", ".wall", "<meta class=wall content=no>", False),
        ("paywalled", ".wall", "<p>no such element</p>", None),
        ("speakable", ".aloud", "<p class=aloud>Read this</p>", (".aloud",)),
        (
            "corrections",
            ".fix",
            "<p class=fix>It has two wheels.</p><p class=fix>Not three.</p>",
            ("It has two wheels.", "Not three."),
        ),
    ],
)
def test_a_selector_names_any_field(tmp_path: Path, key: str, selector: str, markup: str, value: Any) -> None:
    article = ruled(tmp_path, f'{key} = ["{selector}"]', f"<div class=story lang=fr dir=rtl>{BODY}{markup}</div>")
    assert getattr(article, key) == value
    if value is not None:
        assert article.sources[key]["source"] == f"ledger:{key}"
    assert article.rules is not None
    assert article.rules.fit == 1.0


def test_what_holds_a_field_alone_is_not_in_the_text_but_what_stands_in_a_sentence_is(tmp_path: Path) -> None:
    rules = (
        'publisher = [".firm"]\ndescription = [".about"]\ncorrections = [".fix"]\nlicence = [".terms"]\npaywalled '
        '= [".story"]'
    )
    extra = (
        "<p class=about>The mill of Low Fell and its buyers.</p><p><b class=firm>Ledger Press</b></p><p "
        "class=fix>It has two wheels, not three.</p>"
    )
    article = ruled(
        tmp_path,
        rules,
        f"<div class=story>{BODY}{extra}<p>Reprint it under our <a class=terms href=/t>terms</a> with the author's "
        f"name.</p></div>",
    )
    assert article.text.split("\n\n") == [
        FIRST,
        SECOND,
        "It has two wheels, not three.",
        "Reprint it under our terms with the author's name.",
    ]
    assert (article.publisher, article.description, article.licence) == (
        "Ledger Press",
        "The mill of Low Fell and its buyers.",
        "https://ledger.example/t",
    )
    assert [(block.reason, block.rule) for block in article.removed] == [
        ("other", "ledger:description"),
        ("other", "ledger:publisher"),
    ]


@pytest.mark.parametrize(
    ("field", "line", "value"),
    [
        ("title", "Headline: The mill is sold", "The mill is sold"),
        ("publisher", "Headline: Ledger Press", "Ledger Press"),
        ("tags", "Headline: mills, weavers", ("mills", "weavers")),
        ("authors", "Headline: Ann Weir", ("Ann Weir",)),
        ("published", "Headline: 4 March 2024", "2024-03-04"),
        ("paywalled", "Headline: yes", True),
        ("paywalled", "Headline: free", False),
        ("language", "Headline: de", "de"),
        ("direction", "Headline: rtl", "rtl"),
        ("url", "Headline: /mill/2", "https://ledger.example/mill/2"),
        ("corrections", "Headline: It has two wheels.", ("It has two wheels.",)),
    ],
)
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_line_names_any_field(tmp_path: Path, field: str, line: str, value: Any, form: str) -> None:
    rule = f"[[text]]\nlabel = 'other'\nfield = '{field}'\nlines = ['/^Headline: (?P<value>.+)$/']"
    lines = (line, FIRST, SECOND)
    data = (
        "\n\n".join(lines)
        if form == "text"
        else "<div class=story>" + "".join(f"<p>{text}</p>" for text in lines) + "</div>"
    )
    article = ruled(tmp_path, rule, data)
    assert getattr(article, field) == value
    assert article.sources[field]["source"].startswith("ledger:")
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_without_a_group_the_value_is_the_line_and_a_label_may_keep_it(tmp_path: Path) -> None:
    article = ruled(
        tmp_path,
        "[[text]]\nlabel = 'paragraph'\nfield = 'corrections'\nlines = ['/wheels/']\nafter = '<prose>'",
        f"{FIRST}\n\nTwo wheels it is.",
    )
    assert article.corrections == ("Two wheels it is.",)
    assert article.text.endswith("Two wheels it is.")


def test_rules_show_prints_the_field_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(
        f"{RULES}[[text]]\nlabel = 'legal'\nfield = 'publisher'\nlines = ['/^By Ledger/']", "utf-8"
    )
    shown = CliRunner().invoke(main, ["rules", "show", "ledger.example", "--rules", str(tmp_path)]).output
    assert "      field                publisher\n" in shown


def test_a_stretch_gives_a_value_a_line(tmp_path: Path) -> None:
    rule = "[[text]]\nlabel = 'tags'\nfield = 'tags'\nfrom = '/^In: (?P<value>.+)$/'\nwhile = '<headline>'"
    assert ruled(tmp_path, rule, f"{FIRST}\n\n{SECOND}\n\nIn: Mills\nWeavers").tags == ("Mills", "Weavers")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("title = []", "layout 1: title: the list is empty: name a selector"),
        ("remove.share = []", "layout 1: remove.share: the list is empty"),
        (
            "[[text]]\nlabel = 'other'\nfield = 'colour'\nlines = ['x']",
            "text 1: field: unknown field 'colour': use one of title",
        ),
        ("[[text]]\nlabel = 'other'\nfield = 'captions'\nlines = ['x']", "text 1: field: unknown field 'captions'"),
    ],
)
def test_errors_of_fields_name_file_and_key(rules: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(RULES + rules, "ledger.toml")
    assert str(caught.value).startswith(f"ledger.toml: {message}")


def test_phrases_name_no_field() -> None:
    with pytest.raises(RuleError, match=r"en\.toml: text 1: field: phrases stand on any site's pages"):
        parse("language = 'en'\n[[text]]\nlabel = 'other'\nfield = 'title'\nlines = ['x']", "en.toml", "phrases")


# ------------------------------------------------------------------------------------------------ sources


def test_every_field_that_has_a_value_says_where_it_came_from() -> None:
    article = page(
        "<link rel=canonical href='/mill'><link rel=amphtml href='/amp'><meta property=og:site_name content='The "
        "Ledger'>",
        headline="Low Fell sells its mill",
        author=[{"@type": "Person", "name": "Ann Weir"}, {"@type": "Organization", "name": "Ledger Press"}],
        inLanguage="en",
        keywords="mills",
        license="/terms",
        image="/mill.jpg",
        isAccessibleForFree=True,
        speakable={"cssSelector": ".aloud"},
        correction="It has two wheels.",
        publisher={"name": "Ledger Press"},
    )
    record = article.to_dict()
    named = ("url", "amp_url", "site", "site_name", "publisher", "type", "title", "authors", "agencies", "language",
    "direction", "tags", "image", "licence",
             "paywalled", "speakable", "corrections")  # fmt: skip
    assert [name for name in named if record[name] in (None, [], "") or not article.sources[name]["source"]] == []
    assert article.sources["url"] == {"source": "link:canonical", "others": [{"source": "given", "value": URL}]}
    assert article.sources["site"] == {"source": "given"}
    assert article.sources["agencies"] == {"source": "json-ld:author"}


def test_the_site_may_be_told_by_fingerprints(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(
        RULES.replace("[[layout]]", "fingerprints = ['The Ledger of Low Fell']\n[[layout]]"), "utf-8"
    )
    article = Cleaner(rules=[tmp_path]).clean(f"The Ledger of Low Fell\n\n{FIRST}\n\n{SECOND}")
    assert (article.site, article.sources["site"], article.site_name) == (
        "ledger.example",
        {"source": "fingerprints"},
        "The Ledger",
    )
    assert article.sources["site_name"] == {"source": "ledger:name"}
    assert article.sources["language"] == {"source": "ledger:language"}


def test_the_names_that_won_are_not_among_those_that_lost(tmp_path: Path) -> None:
    article = ruled(
        tmp_path,
        'authors = [".by"]',
        f"<div class=story><h1>The mill is sold</h1><p class=by>By Ann Weir</p>{BODY}</div>",
    )
    assert article.authors == ("Ann Weir",)
    assert article.sources["authors"] == {"source": "ledger:authors"}


def test_explain_prints_every_field(tmp_path: Path) -> None:
    thing = {
        "@type": "Article",
        "image": "https://ledger.example/mill.jpg",
        "isAccessibleForFree": True,
        "speakable": {"cssSelector": ".aloud"},
        "correction": "Two wheels.",
    }
    file = tmp_path / "mill.html"
    file.write_text(
        f"<html dir=ltr><link rel=amphtml href=https://ledger.example/amp><script "
        f"type='application/ld+json'>{json.dumps(thing)}</script>{BODY}",
        "utf-8",
    )
    lines = CliRunner().invoke(main, ["--explain", str(file)]).output.splitlines()
    for line in (
        "direction   ltr", "amp_url     https://ledger.example/amp", "image       https://ledger.example/mill.jpg",
        "paywalled   no", "speakable   .aloud",
        "corrections Two wheels.",
    ):  # fmt: skip
        assert line in lines
        assert lines[lines.index(line) + 1].strip().startswith("from ")


# ------------------------------------------------------------------------------------------------ single fields


def test_the_alternative_headline_is_a_deck_where_it_says_more_than_a_headline() -> None:
    deck = "Weavers of the next valley move in when the roof has been mended"
    assert page(headline="The mill is sold", alternativeHeadline=deck).subtitle == deck
    assert page(headline="The mill is sold", alternativeHeadline="The mill is sold!").subtitle is None
    assert page(headline="The mill is sold", alternativeHeadline="Village: The mill is sold").subtitle is None
    assert page(headline="The mill is sold", alternativeHeadline="Mill sold").subtitle is None
    assert (
        page(
            f"<meta property=og:title content='{deck}'>", headline="The mill is sold", alternativeHeadline=deck
        ).subtitle
        is None
    )


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ({"@id": "#photo"}, "https://ledger.example/photo.jpg"),
        ([{"@id": "#photo"}], "https://ledger.example/photo.jpg"),
        (["data:image/gif;base64,R0lGOD", "/mill.jpg"], "https://ledger.example/mill.jpg"),
        ({"url": "/dot.gif", "width": 1, "height": "1"}, None),
        ("/img/spacer.gif?v=2", None),
        ("/img/1x1.png", None),
        ("/img/blank.gif", None),
        ("/placeholder/mill.jpg", "https://ledger.example/placeholder/mill.jpg"),
        ({"@id": "#nothing"}, None),
        ({"@id": "/mill.jpg"}, "https://ledger.example/mill.jpg"),
        ({"contentURL": "/mill.jpg"}, "https://ledger.example/mill.jpg"),
    ],
)
def test_the_lead_picture_is_a_picture(image: Any, address: str | None) -> None:
    graph = [{"@type": "NewsArticle", "image": image}, {"@type": "ImageObject", "@id": "#photo", "url": "/photo.jpg"}]
    script = json.dumps({"@context": "https://schema.org", "@graph": graph})
    article = clean_page(f"<script type='application/ld+json'>{script}</script>{BODY}", url=URL)
    assert (article.image.image if article.image else None) == address


@pytest.mark.parametrize(
    ("thing", "paywalled"),
    [
        ({"isAccessibleForFree": False}, True),
        ({"isAccessibleForFree": "https://schema.org/True"}, False),
        ({"hasPart": {"isAccessibleForFree": "False", "cssSelector": ".rest"}}, True),
        ({"hasPart": [{"isAccessibleForFree": True}]}, None),
        ({"isAccessibleForFree": True, "hasPart": [{"isAccessibleForFree": False}]}, False),
        ({"isAccessibleForFree": "perhaps"}, None),
    ],
)
def test_a_part_that_is_not_free_makes_the_piece_paywalled_where_it_does_not_say_so_itself(
    thing: dict[str, Any], paywalled: bool | None
) -> None:
    assert page(**thing).paywalled is paywalled


def test_a_relative_licence_is_made_absolute_and_words_stay() -> None:
    assert page("<link rel=license href=/terms>").licence == "https://ledger.example/terms"
    assert page("<meta name=dc.rights content='All rights reserved'>").licence == "All rights reserved"


def test_a_tag_comes_once_whatever_its_case() -> None:
    assert page(keywords=["Mills", "weavers", "mills", "\u200b"]).tags == ("Mills", "weavers")


@pytest.mark.parametrize("empty", ["\x00", "\u200b\ufeff", "\u200e", "  "])
def test_what_is_empty_when_it_is_tidied_is_null_and_has_no_source(empty: str) -> None:
    article = page(headline=empty, articleSection=empty, description=empty, publisher={"name": empty})
    assert (article.title, article.section, article.description, article.publisher) == (None, None, None, None)
    assert article.sources.keys().isdisjoint(("title", "section", "description", "publisher"))


def test_an_empty_value_gives_way_to_the_next_source() -> None:
    article = page("<meta property=article:section content='Villages'>", articleSection="\u200b")
    assert (article.section, article.sources["section"]["source"]) == ("Villages", "meta:article:section")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Low Fell sells <em>its</em> mill", "Low Fell sells its mill"),
        ("One<br>two<br/>three", "One two three"),
        ("<p>Who bought it", "Who bought it"),
        ("&lt;b&gt;Who&lt;/b&gt; bought it &amp; why", "Who bought it & why"),
        ("Where x < y and y > z", "Where x < y and y > z"),
        ("What the <b> tag is for", "What the <b> tag is for"),
        ("A <Bat> in </the> mill", "A <Bat> in </the> mill"),
        ("i <3 mills", "i <3 mills"),
    ],
)
def test_markup_inside_values_is_taken_off(written: str, text: str) -> None:
    assert plain(written) == text
    assert page(headline=written, description=written).title == text


def test_markup_of_any_length_takes_no_time() -> None:
    begin = time.process_time()
    for text in ("<p " * 300_000, "</b" * 300_000, "<br" + " " * 500_000, "<a href=" * 100_000 + "</a>"):
        plain(text)
    assert time.process_time() - begin < 2


def test_what_is_longer_than_a_field_is_none() -> None:
    article = page(
        "<meta property=article:section content='Villages'>", headline="word " * 200, articleSection="word " * 60
    )
    assert (article.title, article.section) == (None, "Villages")


@pytest.mark.parametrize("nothing", ["null", "undefined", "N/A"])
def test_what_a_template_writes_for_nothing_is_none(nothing: str) -> None:
    assert (page(articleSection=nothing).section, page(publisher={"name": nothing}).publisher) == (None, None)


@pytest.mark.parametrize(
    ("said", "kind"), [("article", "Article"), ("newsarticle", "Article"), ("post", "Article"), ("website", None)]
)
def test_the_type_of_a_page_without_json_ld(said: str, kind: str | None) -> None:
    assert page(f"<meta property=og:type content={said}>").type == kind


def crumbs(*steps: tuple[str, str]) -> str:
    """A breadcrumb in JSON-LD: names and addresses."""
    trail = [
        {"@type": "ListItem", "position": n, "name": name, "item": address}
        for n, (name, address) in enumerate(steps, 1)
    ]
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'BreadcrumbList', 'itemListElement': trail})}</script>"


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        (
            [("Ledger", "/"), ("News", "/news"), ("Villages", "/news/villages"), ("The mill is sold", "/mill")],
            "Villages",
        ),
        ([("Home", "/start"), ("The mill is sold", "/mill")], None),
        ([("Ledger", "/ledger/"), ("A whole headline of more words than any section", "/x")], None),
        ([("Ledger", "/ledger/"), ("Mill sold", "/other/address")], None),
        ([("Villages", "http://["), ("2", "/news/2")], None),
        ([], None),
    ],
)
def test_the_section_may_be_the_last_step_of_a_breadcrumb(steps: list[tuple[str, str]], section: str | None) -> None:
    article = page(f"<title>Mill sold</title>{crumbs(*steps)}")
    assert article.section == section
    assert article.sources.get("section", {}).get("source") == (section and "json-ld:BreadcrumbList")
    assert page(crumbs(*steps), articleSection="Weavers").section == "Weavers"


@pytest.mark.parametrize(
    "trail", [None, 5, "x", {}, [None], [{"item": {}}], [{"item": {"name": "x"}}], [{"name": ["x"], "item": [1]}]]
)
def test_a_breadcrumb_of_odd_types_is_none(trail: Any) -> None:
    script = json.dumps({"@type": "BreadcrumbList", "itemListElement": trail})
    assert page(f"<script type='application/ld+json'>{script}</script>").section is None


def test_the_sites_name_falls_back_on_the_publishers() -> None:
    assert page(publisher={"name": "Ledger Press"}).site_name == "Ledger Press"
    assert (
        page(publisher={"name": "Ledger Press"}, isPartOf={"@type": "WebSite", "name": "The Ledger"}).site_name
        == "The Ledger"
    )


# ------------------------------------------------------------------------------------------------ JSON-LD as pages
# write it


@pytest.mark.parametrize(
    "kind",
    [
        "https://schema.org/NewsArticle",
        "http://schema.org/NewsArticle",
        "schema:NewsArticle",
        "https://schema.org#NewsArticle",
        ["Thing", "NewsArticle"],
    ],
)
def test_types_as_addresses(kind: Any) -> None:
    assert page(**{"@type": kind, "articleSection": "Villages"}).section == "Villages"


def test_a_broken_script_does_not_lose_the_others() -> None:
    assert read_jsonld(['{"headline": "a "mill" is sold"}', '{"headline": "b"}']) == [{"headline": "b"}]


@pytest.mark.parametrize(
    "around",
    [
        '[{"headline": "a"}, %s]',
        '{"@context": "https://schema.org", "@graph": [{"headline": "a"} %s]}',
        '{"headline": "a"} %s',
    ],
)
def test_what_stands_before_a_broken_member_counts(around: str) -> None:
    assert read_jsonld([around % '{"name": "a "mill" is sold"}']) == [{"headline": "a"}]


def test_a_graph_within_an_object() -> None:
    assert [
        thing["@type"]
        for thing in read_jsonld(['{"@type": "WebPage", "mainEntity": {"@graph": [{"@type": "Article"}]}}'])
    ] == ["WebPage", "Article"]


def test_numbers_are_values_and_what_is_none_is_not() -> None:
    (thing,) = read_jsonld(
        ['{"headline": 1984, "articleSection": NaN, "keywords": [7], "wordCount": %s}' % ("9" * 10_000)]
    )
    assert thing["wordCount"] == float("inf")
    article = clean_page(
        '<script type="application/ld+json">{"@type": "Article", "headline": 1984, "articleSection": NaN, "keywords": '
        "[7]}</script>" + BODY
    )
    assert (article.title, article.section, article.tags) == ("1984", None, ("7",))


def test_quotation_marks_that_an_editor_made_curly() -> None:
    assert read_jsonld(["{“@type”: “Article”}"]) == [{"@type": "Article"}]


def test_of_a_key_that_comes_twice_the_last_counts() -> None:
    assert read_jsonld(['{"headline": "a", "headline": "b"}']) == [{"headline": "b"}]


KEYS = ("image", "keywords", "inLanguage", "hasPart", "isPartOf", "speakable", "correction", "publisher", "license",
"isAccessibleForFree",
        "alternativeHeadline", "thumbnailUrl", "articleSection", "description", "name", "url", "@id", "@type",
        "cssSelector", "text", "width")  # fmt: skip
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("", "x", "/a.jpg", "true", "#a", "NewsArticle", "\x00", "http://[")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_no_value_of_json_ld_is_an_error(thing: dict[str, Any]) -> None:
    """Whatever a page states: no field is an empty string, and each that has a value has a source."""
    script = json.dumps({"@graph": [{"@type": "NewsArticle", **thing}, thing]})
    record = page(f'<script type="application/ld+json">{script}</script>').to_dict()
    for name in (
        "title",
        "subtitle",
        "section",
        "description",
        "publisher",
        "licence",
        "site_name",
        "type",
        "language",
    ):
        assert record[name] != ""
        assert (record[name] is None) == (name not in record["sources"])


@pytest.mark.parametrize(
    "script",
    [
        "[" * 500_000,
        '{"a":' * 100_000,
        '{"@graph":[' * 50_000,
        "{ " * 300_000 + '"@graph"',
        '"' * 500_000,
        "{," * 200_000,
    ],
)
def test_hostile_scripts_take_no_time(script: str) -> None:
    begin = time.process_time()
    read_jsonld([script])
    assert time.process_time() - begin < 2


# ------------------------------------------------------------------------------------------------ values as sites
# really write them


def test_the_first_member_that_says_something() -> None:
    assert page(articleSection=["", None, "Villages"]).section == "Villages"


@pytest.mark.parametrize(
    "keywords",
    ["mills; weavers; roofs", ["mills, weavers, roofs"], "mills،weavers， roofs", "mills、weavers、roofs"],
)
def test_lists_of_tags_in_one_string(keywords: Any) -> None:
    assert page(keywords=keywords).tags == ("mills", "weavers", "roofs")


def test_a_list_of_tags_is_one_already() -> None:
    assert page(keywords=["Ann Weir, weaver", "mills"]).tags == ("Ann Weir, weaver", "mills")


def test_an_escaped_sign_parts_no_tags() -> None:
    assert page('<meta name=keywords content="Weir &amp;amp; Sons, mills">').tags == ("Weir & Sons", "mills")


@pytest.mark.parametrize("said", ["https://ledger.example/", "/", "7", " | "])
def test_an_address_or_a_mark_is_no_name(said: str) -> None:
    article = page(
        f'<meta property="og:site_name" content="{said}"><meta property="article:section" content="{said}">',
        publisher={"name": "Ledger Press"},
    )
    assert (article.section, article.site_name) == (None, "Ledger Press")


def test_a_description_that_only_the_page_object_has() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "x"},
            {"@type": "WebPage", "description": "Who bought the mill"},
        ]
    }
    article = page(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert (article.description, article.sources["description"]["source"]) == (
        "Who bought the mill",
        "json-ld:description",
    )


def test_links_to_tags_and_to_the_category() -> None:
    links = '<p><a rel="category tag" href=/c/1>› Villages</a> <a rel="category tag" href=/c/2>News</a></p>'
    links += "<p><a rel=tag href=/t/1>#mills</a> <a rel=tag href=/t/2>Roofs</a></p>"
    aside = "<aside class=related><a rel=tag href=/t/9>Ferries</a></aside>"
    article = page(body=f"<article><h1>Low Fell sells its mill</h1>{BODY}{links}</article>{aside}")
    assert (article.section, article.tags) == ("Villages", ("mills", "Roofs"))
    assert (
        article.sources["tags"]["source"]
        == article.sources["section"]["source"].replace("section", "tags")
        == "property:tags"
    )


def test_the_category_of_what_has_none() -> None:
    assert page(body='<a rel="category tag" href=/c/1>Uncategorized</a>' + BODY).section is None


def test_a_moment_in_the_title_of_an_abbreviation() -> None:
    stamp = '<abbr itemprop=datePublished title="2012-07-09T21:15:00+01:00">9:15 PM</abbr>'
    inner = f"<h3 itemprop=name>Low Fell sells its mill</h3><div itemprop=articleBody>{BODY}</div>{stamp}"
    item = f'<div itemscope itemtype="https://schema.org/BlogPosting">{inner}</div>'
    assert page(body=f"<h2 class=date-header>Monday, July 9, 2012</h2>{item}").published == "2012-07-09T21:15+01:00"


def test_an_address_that_was_escaped_twice() -> None:
    article = page('<meta property="og:image" content="https://ledger.example/a.jpg?w=1&amp;amp;h=2">')
    assert article.image is not None
    assert article.image.image == "https://ledger.example/a.jpg?w=1&h=2"


@pytest.mark.parametrize(
    "canonical",
    ["https://ledger.example/", "https://ledger.example", "/", "https://ledger.example/index.html", "https://mill"],
)
def test_a_template_that_states_the_front_page(canonical: str) -> None:
    article = page(f'<link rel=canonical href="{canonical}"><meta property="og:url" content="{URL}">')
    assert (article.url, article.sources["url"]["source"]) == (URL, "meta:og:url")
    assert page(f'<link rel=canonical href="{canonical}">').url == URL


@pytest.mark.parametrize("given", [None, "https://ledger.example/?from=mail", "https://ledger.example/index.php"])
def test_the_front_page_itself(given: str | None) -> None:
    assert page('<link rel=canonical href="https://ledger.example/">', url=given).url == "https://ledger.example/"


STORY = [
    f"<p>The council met for the {time} time on the mill and spoke at length of its roof, which leaks.</p>"
    for time in ("first", "second", "third", "fourth")
]
SUBHEADS = [f"<h2 class=subheadline>{text}</h2>" for text in ("Roof and wheels", "What the weavers say")]


def test_a_heading_of_the_text_is_no_deck_though_its_class_says_so() -> None:
    article = page(
        body=f"<article><h1>Low Fell sells its "
        f"mill</h1>{STORY[0]}{SUBHEADS[0]}{STORY[1]}{STORY[2]}{SUBHEADS[1]}{STORY[3]}</article>"
    )
    assert article.subtitle is None
    assert "Roof and wheels" in article.text


def test_a_deck_right_below_the_title_is_one() -> None:
    deck = "<h2 class=subheadline>A family of weavers moves in next spring</h2>"
    article = page(body=f"<article><h1>Low Fell sells its mill</h1>{deck}{STORY[0]}{SUBHEADS[1]}{STORY[1]}</article>")
    assert article.subtitle == "A family of weavers moves in next spring"


def test_a_place_that_a_template_left_empty() -> None:
    assert (
        page('<meta name=category content="{$category}"><meta name=category content="Villages">').section == "Villages"
    )


def test_a_line_of_a_name_and_a_date_is_no_deck() -> None:
    article = page(
        body=f"<article><h1>Low Fell sells its mill</h1><p class=subtitle>Weavers' Union • 2 March "
        f"2022</p>{''.join(STORY)}</article>"
    )
    assert (article.subtitle, article.published) == (None, "2022-03-02")


def test_a_deck_that_speaks_of_a_day_is_one() -> None:
    deck = "What the council decided on 4 March 2022 – and why"
    assert (
        page(
            body=f"<article><h1>Low Fell sells its mill</h1><p class=subtitle>{deck}</p>{''.join(STORY)}</article>"
        ).subtitle
        == deck
    )


@pytest.mark.parametrize("name", ["DC.subject", "dcterms.subject", "citation_keywords"])
def test_tags_of_catalogues(name: str) -> None:
    assert page(f'<meta name="{name}" content="mills; weavers">').tags == ("mills", "weavers")


@pytest.mark.parametrize(
    ("link", "address"),
    [("/amp/mill", "https://ledger.example/amp/mill"), ("javascript:void(0)", None), (" ", None), ("http://[", None)],
)
def test_only_an_address_is_that_of_the_amp_page(link: str, address: str | None) -> None:
    assert page(f'<link rel=amphtml href="{link}">').amp_url == address


def test_each_field_of_the_metadata_stands_in_the_table_and_each_row_is_one() -> None:
    without_a_row = {"agencies", "site", "dateline"}  # they follow from authors, address and text
    marks_alone = {"captions", "headings"}
    assert set(METADATA_FIELDS) - without_a_row == set(FIELDS) - marks_alone
    assert all(set(field.sufficient_metas) <= set(field.metas) for field in FIELDS.values())
    assert {field.left_out_as for field in FIELDS.values()} - {None} <= set(Reason)
