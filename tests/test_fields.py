"""The plainer fields: each from every source that states it, never empty or a placeholder, and with its source."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli import main
from cleaner.labels import Reason
from cleaner.metadata.sources import plain
from cleaner.model.fields import FIELDS
from cleaner.model.metadata import METADATA_FIELDS
from tests.pages import MILL, MILL_URL, clean_mill


def test_every_field_that_has_a_value_says_where_it_came_from() -> None:
    article = clean_mill(
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
    assert article.sources["url"] == {"source": "link:canonical", "others": [{"source": "given", "value": MILL_URL}]}
    assert article.sources["site"] == {"source": "given"}
    assert article.sources["agencies"] == {"source": "json-ld:author"}


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
        f"type='application/ld+json'>{json.dumps(thing)}</script>{MILL}",
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
    article = cleaner.clean(f"<script type='application/ld+json'>{script}</script>{MILL}", url=MILL_URL)
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
    assert clean_mill(**thing).paywalled is paywalled


def test_a_relative_licence_is_made_absolute_and_words_stay() -> None:
    assert clean_mill("<link rel=license href=/terms>").licence == "https://ledger.example/terms"
    assert clean_mill("<meta name=dc.rights content='All rights reserved'>").licence == "All rights reserved"


def test_a_tag_comes_once_whatever_its_case() -> None:
    assert clean_mill(keywords=["Mills", "weavers", "mills", "\u200b"]).tags == ("Mills", "weavers")


@pytest.mark.parametrize("empty", ["\x00", "\u200b\ufeff", "\u200e", "  "])
def test_what_is_empty_when_it_is_tidied_is_null_and_has_no_source(empty: str) -> None:
    article = clean_mill(headline=empty, articleSection=empty, description=empty, publisher={"name": empty})
    assert (article.title, article.section, article.description, article.publisher) == (None, None, None, None)
    assert article.sources.keys().isdisjoint(("title", "section", "description", "publisher"))


def test_an_empty_value_gives_way_to_the_next_source() -> None:
    article = clean_mill("<meta property=article:section content='Villages'>", articleSection="\u200b")
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
    assert clean_mill(headline=written, description=written).title == text


@pytest.mark.slow
def test_markup_of_any_length_takes_no_time() -> None:
    begin = time.process_time()
    for text in ("<p " * 300_000, "</b" * 300_000, "<br" + " " * 500_000, "<a href=" * 100_000 + "</a>"):
        plain(text)
    assert time.process_time() - begin < 2


def test_what_is_longer_than_a_field_is_none() -> None:
    article = clean_mill(
        "<meta property=article:section content='Villages'>", headline="word " * 200, articleSection="word " * 60
    )
    assert (article.title, article.section) == (None, "Villages")


@pytest.mark.parametrize("nothing", ["null", "undefined", "N/A"])
def test_what_a_template_writes_for_nothing_is_none(nothing: str) -> None:
    assert (clean_mill(articleSection=nothing).section, clean_mill(publisher={"name": nothing}).publisher) == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("said", "kind"), [("article", "Article"), ("newsarticle", "Article"), ("post", "Article"), ("website", None)]
)
def test_the_type_of_a_page_without_json_ld(said: str, kind: str | None) -> None:
    assert clean_mill(f"<meta property=og:type content={said}>").type == kind


def crumbs(*steps: tuple[str, str]) -> str:
    """A breadcrumb in JSON-LD: names and addresses."""
    trail = [
        {"@type": "ListItem", "position": n, "name": name, "item": address}
        for n, (name, address) in enumerate(steps, 1)
    ]
    breadcrumb = json.dumps({"@type": "BreadcrumbList", "itemListElement": trail})
    return f"<script type='application/ld+json'>{breadcrumb}</script>"


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
    article = clean_mill(f"<title>Mill sold</title>{crumbs(*steps)}")
    assert article.section == section
    assert article.sources.get("section", {}).get("source") == (section and "json-ld:BreadcrumbList")
    assert clean_mill(crumbs(*steps), articleSection="Weavers").section == "Weavers"


@pytest.mark.parametrize(
    "trail", [None, 5, "x", {}, [None], [{"item": {}}], [{"item": {"name": "x"}}], [{"name": ["x"], "item": [1]}]]
)
def test_a_breadcrumb_of_odd_types_is_none(trail: Any) -> None:
    script = json.dumps({"@type": "BreadcrumbList", "itemListElement": trail})
    assert clean_mill(f"<script type='application/ld+json'>{script}</script>").section is None


def test_the_sites_name_falls_back_on_the_publishers() -> None:
    assert clean_mill(publisher={"name": "Ledger Press"}).site_name == "Ledger Press"
    assert (
        clean_mill(publisher={"name": "Ledger Press"}, isPartOf={"@type": "WebSite", "name": "The Ledger"}).site_name
        == "The Ledger"
    )


def test_each_field_of_the_metadata_stands_in_the_table_and_each_row_is_one() -> None:
    without_a_row = {"agencies", "site", "dateline"}  # they follow from authors, address and text
    marks_alone = {"captions", "headings"}
    assert set(METADATA_FIELDS) - without_a_row == set(FIELDS) - marks_alone
    assert all(set(field.sufficient_metas) <= set(field.metas) for field in FIELDS.values())
    assert {field.left_out_as for field in FIELDS.values()} - {None} <= set(Reason)
