"""Metadata: every source is asked, the most reliable one wins, and the article says which it was."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import Article
from cleaner.metadata.authors import candidates as author_candidates
from cleaner.metadata.authors import parse
from cleaner.metadata.site_in_title import strip_site
from cleaner.metadata.site_name import site_keys
from cleaner.model import Head, PageContext

BODY = (
    "<article><p>The first paragraph of an article, a sentence with a comma and a full stop.</p><p>And the second "
    "one, which is as long as that.</p></article>"
)


def page(head: str = "", body: str = BODY, url: str | None = None, **thing: Any) -> Article:
    """The article of a page whose JSON-LD says `thing`."""
    script = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>' if thing else ""
    )
    return cleaner.clean(f"<html><head>{head}{script}</head><body>{body}</body></html>", url=url)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("by: Jane Doe, John Roe & Rana al-Odeh", ["Jane Doe", "John Roe", "Rana al-Odeh"]),
        ("Written by  Jane Doe | @janedoe", ["Jane Doe"]),
        ("Words by Jane Doe, JANE DOE", ["Jane Doe"]),
        ("By Byron Black", ["Byron Black"]),
        ("Anders Andersson", ["Anders Andersson"]),
        ("By Jane Doe, Middle East Correspondent", ["Jane Doe"]),
        ("admin", []),
        ("14:20", []),
        ("https://example.org/jane", []),
        ("jane@example.org", []),
        ("", []),
        ("a name of far more words than any name has", []),
    ],
)
def test_names_of_a_byline(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ({"@type": "Person", "name": "Jane Doe"}, ["Jane Doe"]),
        ([{"name": "Jane Doe"}, {"name": "John Roe"}, {"name": "jane doe"}], ["Jane Doe", "John Roe", "jane doe"]),
        ({"name": ["Jane Doe", "John Roe"]}, ["Jane Doe", "John Roe"]),
        ({"@id": "#jane"}, ["Jane of the Graph"]),
        ({"@id": "#nobody"}, []),
        ({"name": {"name": {"name": {"name": {"name": {"name": "Too deep"}}}}}}, []),
        ([[[[[[["Too deep"]]]]]]], []),
        (None, []),
        (5, []),
        ({}, []),
    ],
)
def test_names_of_json_ld(value: Any, said: list[str]) -> None:
    assert [
        name for name, _ in author_candidates.of_jsonld(value, [{"@id": "#jane", "name": "Jane of the Graph"}])
    ] == said


@pytest.mark.parametrize(
    ("title", "stripped"),
    [
        ("A headline of some words | Middle East Eye", "A headline of some words"),
        ("A headline - Middle East Eye", "A headline"),
        ("A headline – middleeasteye.net", "A headline"),
        ("A headline - and its second half", "A headline - and its second half"),
        ("War and peace | Opinion", "War and peace | Opinion"),
        ("A headline of some words | News | Eye Site", "A headline of some words"),
        ("Is it I? - Me", "Is it I? - Me"),  # two letters that the host's name holds
        ("Who won - ?", "Who won - ?"),
        ("A headline", "A headline"),
        ("A headline – Eye Site News Online", "A headline"),
        ("Two piers win - How the Eye Site lied", "Two piers win - How the Eye Site lied"),
        ("A site for sore eyes - Eye Site for all", "A site for sore eyes - Eye Site for all"),
        ("What is the value of the bitwise OR of 3 | 4?", "What is the value of the bitwise OR of 3 | 4?"),
        ("These are the winning numbers of 3 | 4", "These are the winning numbers of 3 | 4"),
    ],
)
def test_a_title_without_the_sites_name(title: str, stripped: str) -> None:
    context = PageContext(site="middleeasteye.net", head=Head(metas={"og:site_name": ["Eye Site"]}))
    assert strip_site(title, site_keys(context)) == stripped


def test_json_ld_comes_before_meta_tags_and_the_account_names_both() -> None:
    article = page("<meta property=og:title content='A title in the meta tags'>", headline="A headline of JSON-LD")
    assert article.title == "A headline of JSON-LD"
    assert article.sources["title"] == {
        "source": "json-ld:headline",
        "others": [{"source": "meta:og:title", "value": "A title in the meta tags"}],
    }


def test_the_heading_that_the_page_prints_comes_first() -> None:
    article = page(
        body=BODY.replace("<p>", "<h1>The heading as printed, in full</h1><p>", 1), headline="The heading as printed"
    )
    assert article.title == "The heading as printed, in full"


def test_fields_of_json_ld() -> None:
    article = page(
        author=[{"name": "Jane Doe"}],
        datePublished="2019-02-23T10:27:00Z",
        dateModified="2019-02-24",
        articleSection=["News", "World"],
        keywords="one, two,, three",
        inLanguage="en",
    )
    assert article.authors == ("Jane Doe",)
    assert article.published == "2019-02-23T10:27+00:00"
    assert article.modified == "2019-02-24"
    assert article.section == "News"
    assert article.tags == ("one", "two", "three")


@pytest.mark.parametrize(
    ("value", "tags"), [(["a, b", "c", 5, ""], ("a, b", "c", "5")), (5, ()), (None, ()), ({"x": "y"}, ()), ("", ())]
)
def test_keywords_of_odd_types(value: Any, tags: tuple[str, ...]) -> None:
    assert page(keywords=value, headline="x").tags == tags


def test_fields_of_meta_tags() -> None:
    article = page(
        "<meta name=author content='Jane Doe'><meta property=article:published_time "
        "content='2019-02-23T10:27:31+04:00'>"
        "<meta property=article:modified_time content='2019-02-24T01:00Z'><meta property=article:section content=World>"
        "<meta property=article:tag content=one><meta property=article:tag content=two><link rel=canonical "
        "href='https://www.example.org/a'>"
    )  # fmt: skip
    assert (article.authors, article.section, article.tags) == (("Jane Doe",), "World", ("one", "two"))
    assert (article.published, article.modified) == ("2019-02-23T10:27:31+04:00", "2019-02-24T01:00+00:00")
    assert (article.url, article.site) == ("https://www.example.org/a", "example.org")


def test_a_date_is_said_as_precisely_as_any_source_says_it() -> None:
    article = page(
        "<meta property=article:published_time content='2019-02-23T10:27:31+04:00'>", datePublished="2019-02-23"
    )
    assert article.published == "2019-02-23T10:27:31+04:00"
    assert article.sources["published"]["source"] == "meta:article:published_time"
    other = page("<meta property=article:published_time content='2019-02-25T10:27'>", datePublished="2019-02-23")
    assert other.published == "2019-02-23"


def test_the_lines_of_bare_text() -> None:
    article = cleaner.clean(
        "A headline for a story\n\nBy Jane Doe\n\nUpdated: December 27, 2018 04:24 PM\n\n"
        "The first paragraph of an article, a sentence with a comma and a full stop.\n\nAnd the second one, which is "
        "as long as the first of them."
    )  # fmt: skip
    assert (article.title, article.authors, article.modified) == (
        "A headline for a story",
        ("Jane Doe",),
        "2018-12-27T16:24",
    )


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("By Jane Doe, Senior Writer", ["Jane Doe"]),
        ("By Jane Doe, London", ["Jane Doe"]),
        ("By Jane Doe for the Harbour Post", ["Jane Doe"]),
        ("By Jane Doe | 4 March 2024", ["Jane Doe"]),
        ("By Jane Doe March 4, 2024", ["Jane Doe"]),
        ("By Jane DoeMarch 4, 2024", ["Jane Doe"]),
        ("ByJane Doe Updated on March 4, 2024", ["Jane Doe"]),
        ("4 March 2024 by Jane Doe", ["Jane Doe"]),
        ("March 4, 2024 · 3 min read · By Jane Doe", ["Jane Doe"]),
        ("By Jane Doe, MD, Ph.D.", ["Jane Doe"]),
        ("By Jane Doe and John Roe, Reuters", ["Jane Doe", "John Roe", "Reuters"]),
        ("By Jane Doe (jd)", ["Jane Doe"]),
        ("By Maria & Katerina", ["Maria & Katerina"]),
        ("By D. K. Doe View all posts", ["D. K. Doe"]),
        ("Jane Doe Founder & Lead Reviewer", ["Jane Doe"]),
        ("Von Jana Muster und Hans Beispiel", ["Jana Muster", "Hans Beispiel"]),
        ("Par Jeanne Exemple", ["Jeanne Exemple"]),
        ("Escrito por Juana Ejemplo", ["Juana Ejemplo"]),
        ("Автор: Анна Примерова", ["Анна Примерова"]),
        ("記者 松本花子", ["松本花子"]),
        ("3 min read", []),
        ("Written by:", []),
        ("Daniel Damon", ["Daniel Damon"]),
    ],
)
def test_what_stands_beside_a_name_is_none(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, MBA", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("The Harbour Team", ["The Harbour Team"]),
        ("Luxury Boat Expert", ["Luxury Boat Expert"]),
        ("jdoe", ["jdoe"]),
        ("https://www.example.org/jane", []),
        ("admin", []),
    ],
)
def test_names_of_a_field(value: str, said: list[str]) -> None:
    assert parse.of_field(value) == said


def test_people_and_agencies_are_told_apart() -> None:
    article = page(author=[{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "AFP"}])
    assert (article.authors, article.agencies) == (("Jane Doe",), ("AFP",))


def test_where_no_person_signs_the_agency_does() -> None:
    article = page(author={"@type": "Organization", "name": "Reuters"})
    assert (article.authors, article.agencies) == (("Reuters",), ("Reuters",))


def test_a_person_who_is_printed_comes_before_the_site_that_json_ld_names() -> None:
    body = BODY.replace(
        "<article>", "<article><h1>The harbour of Port Selwin opens</h1><p class=byline>By Jane Doe</p>"
    )
    article = page(
        body=body, author={"@type": "Organization", "name": "The Harbour Post"}, publisher={"name": "The Harbour Post"}
    )
    assert article.authors == ("Jane Doe",)


def test_names_that_are_links_need_no_comma() -> None:
    byline = "<p class=byline><a href=/a>Jane Doe</a> <a href=/b>John Roe</a></p>"
    assert page(body=BODY.replace("<article>", f"<article><h1>The harbour opens</h1>{byline}")).authors == (
        "Jane Doe",
        "John Roe",
    )


def test_a_signature_at_the_end_speaks_where_nothing_else_does() -> None:
    signed = BODY.replace("</article>", "<p>Written by Jane Doe</p></article>")
    assert page(body=signed).authors == ("Jane Doe",)
    assert page(body=signed, author="John Roe").authors == ("John Roe",)


def test_the_headline_is_what_is_printed_below_a_breadcrumb() -> None:
    body = (
        "<nav><ul><li>Home<li><h1>Harbour Port Selwin: all about the opening</h1></ul></nav>"
        "<article><h2>The harbour opens again, and nobody is there to see it</h2>" + BODY.removeprefix("<article>")
    )
    article = page(
        "<meta property=og:title content='Harbour Port Selwin: all about the opening'>",
        body,
        headline="The harbour opens again, and nobody is there to see it",
    )
    assert article.title == "The harbour opens again, and nobody is there to see it"


def test_the_title_for_links_says_whether_a_kicker_belongs() -> None:
    body = BODY.replace("<article>", "<article><h1>Premiere: The hotel opens as a theatre</h1>")
    assert (
        page("<meta property=og:title content='The hotel opens as a theatre'>", body).title
        == "The hotel opens as a theatre"
    )


def test_a_heading_that_names_the_site_is_no_title() -> None:
    head = (
        "<title>Jane's Notes: A short history of piers</title><meta property=og:title content='A short history of "
        "piers'>"
    )
    assert page(head, "<h1>Jane's Notes</h1>" + BODY).title == "A short history of piers"


def test_witnesses_that_agree_outvote_one() -> None:
    head = "<title>A tale of two piers</title><meta property=og:title content='A tale of two piers'>"
    body = BODY.replace("<article>", "<article><h1>Two piers, one tale and no ferry</h1>")
    assert page(head, body, headline="A tale of two piers").title == "A tale of two piers"
    assert page("<title>A tale of two piers</title>", body).title == "Two piers, one tale and no ferry"


def test_a_live_blog_is_called_by_its_title_for_links() -> None:
    body = BODY.replace("<article>", "<article><h1>Harbour LIVE: the third ship comes in</h1>")
    script = json.dumps({"@type": "LiveBlogPosting", "headline": "Harbour LIVE: the third ship comes in"})
    head = (
        f"<meta property=og:title content='The harbour opens: what happened when'><script "
        f"type='application/ld+json'>{script}</script>"
    )
    assert page(head, body).title == "The harbour opens: what happened when"


def test_an_earlier_printed_day_stands_against_one_that_no_line_supports() -> None:
    body = BODY.replace("<article>", "<article><h1>The harbour opens</h1><p class=date>4 March 2024</p>")
    assert page(body=body, datePublished="2025-11-05").published == "2024-03-04"
    assert (
        page(body=body, datePublished="2024-02-01").published == "2024-02-01"
    )  # a later one may be the day of the visit
    assert page(body=body, datePublished="2024-03-05T00:30:00Z").published == "2024-03-05T00:30+00:00"
    assert page(body=body, datePublished="2024-02-01", dateModified="2024-03-04").published == "2024-02-01"


def test_the_day_of_an_update_is_not_that_of_publication() -> None:
    article = page(dateModified="2024-03-04")
    assert (article.published, article.modified, article.date) == (None, "2024-03-04", "2024-03-04")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/03/04/pier", "2024-03-04"),
        ("https://a.example/news/2024-03-04-pier", "2024-03-04"),
        ("https://a.example/2024/march/4/pier", "2024-03-04"),
        ("https://a.example/2024/13/44/pier", None),
        ("https://a.example/12024/03/04", None),
    ],
)
def test_the_address_names_a_day(url: str, day: str | None) -> None:
    assert page(url=url).published == day


def test_days_of_comments_and_other_pieces_are_not_the_articles() -> None:
    body = (
        BODY
        + "<div class=comments><p>4 March 2024</p><time datetime=2024-03-04>then</time></div><div class=related><p>5 "
        "March 2024</p></div>"
    )
    assert page(body=body).published is None


def test_microdata_is_read_where_json_ld_and_meta_tags_are_silent() -> None:
    said = (
        "<span itemprop=author><span itemprop=name>Jane Doe</span></span><meta itemprop=datePublished "
        "content=2024-03-04T10:00>"
    )
    body = BODY.replace("<article>", f"<article><p>{said}</p>")
    article = page("<link rel=canonical href='https://a.example/pier'>", body)
    assert (article.authors, article.published) == (("Jane Doe",), "2024-03-04T10:00")
    assert article.sources["published"]["source"] == "property:published"
    assert page(body=body, author="John Roe").authors == ("John Roe",)


def test_the_fields_of_a_page() -> None:
    head = (
        "<meta property=og:site_name content='The Harbour Post'><meta property=og:description content='What "
        "&amp;quot;piers&amp;quot; are for'>"
        "<link rel=canonical href='https://a.example/pier'><link rel=amphtml href='/amp/pier'><link rel=license "
        "href='https://licences.example/by'>"
    )
    figure = (
        "<figure><img src='https://a.example/pier-800x600.jpg' alt='A pier'><figcaption>The pier. Photo: Jane "
        "Doe</figcaption></figure>"
    )
    article = page(
        head,
        BODY.replace("<article>", f"<article>{figure}"),
        image={"url": "https://a.example/pier.jpg"},
        publisher={"@type": "Organization", "name": "Harbour Media"},
        isAccessibleForFree="False",
        speakable={"cssSelector": [".lead"]},
        correction="An earlier version named another pier.",
    )
    assert (article.site_name, article.publisher, article.type) == ("The Harbour Post", "Harbour Media", "NewsArticle")
    assert (article.amp_url, article.licence, article.paywalled) == (
        "https://a.example/amp/pier",
        "https://licences.example/by",
        True,
    )
    assert article.description == 'What "piers" are for'
    assert (article.speakable, article.corrections) == ((".lead",), ("An earlier version named another pier.",))
    assert article.image is not None
    assert (article.image.image, article.image.credit, article.image.alt) == (
        "https://a.example/pier.jpg",
        "Jane Doe",
        "A pier",
    )


@pytest.mark.parametrize(
    ("root", "direction"),
    [
        ("<html lang=ar>", "rtl"),
        ("<html lang=en>", "ltr"),
        ("<html dir=RTL lang=en>", "rtl"),
        ("<html dir=auto>", None),
        ("<html>", None),
    ],
)
def test_the_direction_is_declared_or_the_languages(
    root: str, direction: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleaner.language.identify", lambda _: None)  # what it says depends on an extra
    assert cleaner.clean(f"{root}<body>{BODY}").direction == direction


def test_the_direction_follows_the_identified_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.language.identify", lambda _: "he")
    assert cleaner.clean(f"<html><body>{BODY}").direction == "rtl"


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ("NewsArticle", "NewsArticle"),
        (["Article", "OpinionNewsArticle"], "OpinionNewsArticle"),
        ("https://schema.org/LiveBlogPosting", "LiveBlogPosting"),
    ],
)
def test_the_type_is_the_most_telling(kinds: Any, kind: str) -> None:
    script = json.dumps({"@type": kinds, "headline": "x"})
    assert cleaner.clean(f"<script type='application/ld+json'>{script}</script>{BODY}").type == kind


def test_links_of_the_text_come_on_request() -> None:
    body = BODY.replace("as long as that", "as long as <a href='/that'>that one</a>").replace(
        "</article>", "</article><nav><a href=/x>Menu</a></nav>"
    )
    article = page("<link rel=canonical href='https://a.example/pier'>", body)
    (link,) = article.links
    assert (link.text, link.href) == ("that one", "https://a.example/that")
    assert "that one" in article.text[slice(*link.span)]


@pytest.mark.parametrize(("text", "count"), [("One two-three, four's 5.5 end.", 5), ("港は開く", 4), ("", 0)])
def test_words_are_counted(text: str, count: int) -> None:
    article = cleaner.clean(f"<article><p>{text or '<br>'}</p></article>")
    assert article.word_count == count


def test_long_hostile_lines_take_no_time() -> None:
    lines = ["By " + "Jane Doe and " * 4000, "By " + "a" * 60000, "1 min " * 9000, "| • " * 9000, "by Jane - " * 6000]
    body = "".join(f"<p class=byline>{line}</p>" for line in lines)
    started = time.perf_counter()
    page(body=BODY.replace("<article>", f"<article><h1>The harbour opens</h1>{body}"))
    assert time.perf_counter() - started < 5


FIELDS = ("author", "keywords", "headline", "datePublished", "dateModified", "articleSection", "@graph", "@id")
KEYS = st.sampled_from((*FIELDS, "name", "@type", "mainEntity"))
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)))
def test_json_ld_of_any_shape_is_no_error(thing: dict[str, Any]) -> None:
    page(**thing)


def dated(line: str, root: str = "<html lang=en>", head: str = "") -> Article:
    """The article of a page that prints a line below its title."""
    title = "A headline for a story of some length"
    return cleaner.clean(
        f"{root}<head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{line}</p>{BODY}</article></body></html>"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 March 2021 - Updated 4 March 2021 10:22",
        "Updated 4 March 2021 10:22 | Published 3 March 2021",
        "3 March 2021 (updated: 4 March 2021 10:22)",
    ],
)
def test_one_line_gives_both_dates(line: str) -> None:
    article = dated(line)
    assert (article.published, article.modified) == ("2021-03-03", "2021-03-04T10:22")


@pytest.mark.parametrize(
    ("root", "line", "published"),
    [
        ("<html lang=de>", "03/02/2021", "2021-02-03"),
        ("<html lang=en>", "03/02/2021", None),
        ("<html>", "03/02/2021", None),
        ("<html lang=pl>", "3 listopada 2021", "2021-11-03"),
        ("<html lang=hr>", "3 listopada 2021", "2021-10-03"),
        ("<html lang=en>", "3 Dezember 2021", "2021-12-03"),  # the theme's language, not the writer's
    ],
)
def test_dates_are_read_in_the_pages_language(root: str, line: str, published: str | None) -> None:
    assert dated(line, root).published == published


def test_a_printed_time_goes_behind_the_moment_that_a_machine_states() -> None:
    assert (
        dated("<time datetime=2021-03-03T09:22:07Z>3 March 2021 10:22</time>").published == "2021-03-03T09:22:07+00:00"
    )
    assert dated("<time datetime=2021-03-01T09:22:07Z>3 March 2021 10:22</time>").published == "2021-03-03T10:22"
    assert dated("<time datetime=2021-03-03T00:00Z>3 March 2021 10:22</time>").published == "2021-03-03T10:22"


def test_the_moment_that_a_line_calls_an_update_is_no_day_of_publication() -> None:
    article = dated("Updated <time datetime=2021-03-04T09:22:07Z>4 March 2021</time>")
    assert (article.published, article.modified, article.sources["modified"]["source"]) == (
        None,
        "2021-03-04T09:22:07+00:00",
        "time",
    )


def test_a_title_that_its_template_cut_at_a_quotation_mark_is_told_whole() -> None:
    head = (
        '<title>The winner of the day and &quot;a royal visit&quot;</title><meta property=og:title content="The '
        'winner of the day and "a royal visit"">'
    )
    body = f"<article><h2>What the town saw when all of it ran</h2>{BODY}</article>"
    assert page(head, body).title == 'The winner of the day and "a royal visit"'


def test_a_title_of_thousands_of_parts_is_read_at_once() -> None:
    begin = time.process_time()
    assert page(f"<title>{'a | ' * 3000}</title>").title is None
    strip_site("Eye Site | " * 100_000, ("eyesite",))
    assert time.process_time() - begin < 1.5


STORY = "".join(
    f"<p>The bridge over the river stays open until week {n} of next year, the council said.</p>" for n in range(6)
)
HEADING = "<h1>Bridge stays open until spring</h1>"


def test_what_a_comment_prints_neither_dates_nor_signs_the_article() -> None:
    article = page(
        body=f"<article>{HEADING}{STORY}</article><div id=comments><p class=byline>By Flint Stone</p><p>6 May "
        f"2024</p><p>I like it.</p></div>"
    )
    assert (article.published, article.authors) == (None, ())


MASTHEAD = "<header><div>Tuesday, 5 March 2024</div><nav><a href=/a>News</a><a href=/b>Sport</a></nav></header>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f"{MASTHEAD}<article>{HEADING}{STORY}</article>", None),
        (f"{MASTHEAD}<article>{HEADING}<p>2 March 2024</p>{STORY}</article>", "2024-03-02"),
        (
            f"<div>Tuesday, 5 March 2024</div><article>{HEADING}<p>Published 2 March 2024</p>{STORY}</article>",
            "2024-03-02",
        ),
        (f"<article><header><div>2 March 2024</div></header>{HEADING}{STORY}</article>", "2024-03-02"),
        (f"<header><div>2 March 2024</div>{HEADING}</header>{STORY}", "2024-03-02"),
    ],
)
def test_the_day_of_the_visit_is_not_that_of_publication(body: str, day: str | None) -> None:
    assert page(body=body).published == day


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Reuters, AFP", ["Reuters", "AFP"]),
        ("Jane Doe (@janedoe)", ["Jane Doe"]),
        ("Jane Doe / John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe (Reuters)", ["Jane Doe", "Reuters"]),
    ],
)
def test_forms_of_names_in_a_field(value: str, said: list[str]) -> None:
    assert parse.of_field(value) == said


def test_an_agency_in_brackets_signs_beside_the_person() -> None:
    article = page("<meta name=author content='By Jane Doe (Reuters)'>")
    assert (article.authors, article.agencies) == (("Jane Doe",), ("Reuters",))
    assert page(author={"@type": "Person", "givenName": "Jane", "familyName": "Doe"}).authors == ("Jane Doe",)


def test_of_several_articles_the_pages_own_speaks() -> None:
    entities = [
        {
            "@type": "NewsArticle",
            "url": "https://example.org/other",
            "headline": "Another piece",
            "datePublished": "2020-01-01",
        },
        {
            "@type": "NewsArticle",
            "mainEntityOfPage": {"@id": "https://example.org/own/"},
            "headline": "The own piece",
            "datePublished": "2024-03-02",
        },
    ]
    article = page(
        f"<link rel=canonical href=https://example.org/own><script "
        f'type="application/ld+json">{json.dumps(entities)}</script>'
    )
    assert (article.title, article.published) == ("The own piece", "2024-03-02")
