"""Who signs an article: the page's bylines, links, notes and signatures, weighed."""

from __future__ import annotations

import time
from typing import Any

import pytest

from cleaner.metadata.authors import parse
from tests.pages import BRIDGE, TWO_PARAGRAPHS, clean_bridge, clean_bridge_text, clean_page


def test_people_and_agencies_are_told_apart() -> None:
    article = clean_page(author=[{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "AFP"}])
    assert (article.authors, article.agencies) == (("Jane Doe",), ("AFP",))


def test_where_no_person_signs_the_agency_does() -> None:
    article = clean_page(author={"@type": "Organization", "name": "Reuters"})
    assert (article.authors, article.agencies) == (("Reuters",), ("Reuters",))


def test_a_person_who_is_printed_comes_before_the_site_that_json_ld_names() -> None:
    body = TWO_PARAGRAPHS.replace(
        "<article>", "<article><h1>The harbour of Port Selwin opens</h1><p class=byline>By Jane Doe</p>"
    )
    article = clean_page(
        body=body, author={"@type": "Organization", "name": "The Harbour Post"}, publisher={"name": "The Harbour Post"}
    )
    assert article.authors == ("Jane Doe",)


def test_names_that_are_links_need_no_comma() -> None:
    byline = "<p class=byline><a href=/a>Jane Doe</a> <a href=/b>John Roe</a></p>"
    assert clean_page(
        body=TWO_PARAGRAPHS.replace("<article>", f"<article><h1>The harbour opens</h1>{byline}")
    ).authors == (
        "Jane Doe",
        "John Roe",
    )


def test_a_signature_at_the_end_speaks_where_nothing_else_does() -> None:
    signed = TWO_PARAGRAPHS.replace("</article>", "<p>Written by Jane Doe</p></article>")
    assert clean_page(body=signed).authors == ("Jane Doe",)
    assert clean_page(body=signed, author="John Roe").authors == ("John Roe",)


def test_an_agency_in_brackets_signs_beside_the_person() -> None:
    article = clean_page("<meta name=author content='By Jane Doe (Reuters)'>")
    assert (article.authors, article.agencies) == (("Jane Doe",), ("Reuters",))
    assert clean_page(author={"@type": "Person", "givenName": "Jane", "familyName": "Doe"}).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "below",
    [
        '<div><a href="/authors/jane-doe">Jane Doe</a></div>',
        '<div><a href="/autor/jane-doe">Jane Doe</a> | 4 March 2024</div>',
        '<div class="banner"><a href="https://example.org/author/jane-doe/">Jane Doe</a></div>',
        '<div>Interview by <a href="/interviewer/jane-doe">Jane Doe</a></div>',
        '<div>Por <a href="/periodistas/jane-doe">Jane Doe</a></div>',
    ],
)
def test_a_link_to_an_authors_page_signs(below: str) -> None:
    assert clean_bridge(below).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "below",
    [
        '<div><a href="/people/jane-doe">Jane Doe</a></div>',
        '<div><a href="/author/">All Authors</a></div>',
        '<div><a href="/tag/jane-doe">Jane Doe</a></div>',
        '<nav><a href="/author/jane-doe">Jane Doe</a></nav>',
    ],
)
def test_other_links_do_not(below: str) -> None:
    assert clean_bridge(below).authors == ()


def test_two_who_sign_by_links_of_their_own_sign_together_and_cards_do_not() -> None:
    both = "<div><a href=/author/jane>Jane Doe</a></div><div><a href=/author/john>John Roe</a></div>"
    card = f"<p>{BRIDGE[0]}</p><p>{BRIDGE[1]}</p><p>{BRIDGE[2]}</p><div><a href=/author/kim>Kim Poe</a></div>"
    assert clean_bridge(both + card).authors == ("Jane Doe", "John Roe")


def test_who_is_linked_as_a_checker_is_no_author() -> None:
    assert clean_bridge(
        "<div>By <a href=/author/jane>Jane Doe</a>. Reviewed by <a href=/author/john>John Roe</a></div>"
    ).authors == ("Jane Doe",)


def test_a_nickname_that_links_to_its_user_signs() -> None:
    assert clean_bridge('<div class=author-info>by <a href="/users/rivergirl">rivergirl</a></div>').authors == (
        "rivergirl",
    )


def test_a_bare_name_signs_before_the_text_or_where_a_note_tells_of_it() -> None:
    site = {
        "author": {"@type": "Person", "name": "Harbour D"},
        "publisher": {"@type": "Organization", "name": "Harbour News"},
    }
    assert clean_bridge("<p>JANE DOE</p>", **site).authors == ("JANE DOE",)
    assert clean_bridge(
        "<ul><li>Share</li><li>Print</li><li>Post</li><li>Send</li></ul><p>Jane Doe</p>", **site
    ).authors == ("Jane Doe",)
    below = "<div>Jane Doe</div><div>4 March</div>"
    assert clean_bridge(below, "<p>Jane Doe is a writer who lives in Port Selwin.</p>").authors == ("Jane Doe",)
    assert clean_bridge(
        below, "<div>Jane Doe</div><div>A writer from Port Selwin who knows all about bridges.</div>"
    ).authors == ("Jane Doe",)
    assert (
        clean_bridge("<div>Link Kopieren</div><div>Teilen</div>", "<div>Link Kopieren</div><div>Teilen</div>").authors
        == ()
    )


def test_the_link_right_below_the_title_comes_before_a_byline_further_down() -> None:
    card = "<div class=card><p>Flood warning</p><p>By John Roe</p></div>"
    assert clean_bridge(f"<div><a href=/authors/jane>Jane Doe</a></div>{card}").authors == ("Jane Doe",)


def test_a_note_at_the_top_says_who_wrote() -> None:
    assert clean_bridge("<p>This post was written by Jane Doe, MD, heart specialist.</p>").authors == ("Jane Doe",)


def test_staff_sign_where_nobody_else_does() -> None:
    assert clean_bridge("<p class=author-name>Harbour Staff</p>").authors == ("Harbour Staff",)
    assert clean_bridge("<p class=author-name>Harbour Staff</p><p class=author-name>Jane Doe</p>").authors == (
        "Jane Doe",
    )


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert clean_bridge("<div>Written by</div><div>Eliza - Product marketer</div>").authors == ("Eliza",)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("— Jane Doe", ("Jane Doe",)),
        ("(Reporting by Jane Doe in Cairo and John Roe in Rome; Editing by Kim Poe)", ("Jane Doe", "John Roe")),
        ("Written by Jane Doe", ("Jane Doe",)),
        ("（责编：王伟、李雷）", ("王伟", "李雷")),
    ],
)
def test_a_signature_at_the_end(end: str, said: tuple[str, ...]) -> None:
    assert clean_bridge_text(end=end).authors == said
    assert clean_bridge(end=f"<p>{end}</p>").authors == said
    assert clean_bridge(end=f"<p>{end}</p>", author="Anna Poe").authors == ("Anna Poe",)


def test_the_agency_beside_a_person_stands_apart() -> None:
    article = clean_bridge("<p class=byline>Von Jana Beispiel, dpa</p>")
    assert (article.authors, article.agencies) == (("Jana Beispiel",), ("dpa",))


def test_the_source_of_a_quotation_does_not_sign() -> None:
    assert clean_bridge_text(end="“A bridge is a promise.”\n\n— Jane Doe").authors == ()


def test_a_footer_of_the_article_signs_and_the_pages_does_not() -> None:
    assert clean_bridge(end="<footer><p>Posted by Jane Doe on 4 March 2024 in bridges.</p></footer>").authors == (
        "Jane Doe",
    )
    assert (
        clean_bridge(
            end="</article><footer><p>Posted by Jane Doe on 4 March 2024 in bridges.</p></footer><article>"
        ).authors
        == ()
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("From Jane Doe in Cairo", ("Jane Doe",)),
        ("記者：王小明", ("王小明",)),
        ("（记者 王伟）", ("王伟",)),
        ("김철수 기자", ("김철수",)),
        ("Text: Jana Beispiel | Foto: Max Linse", ("Jana Beispiel",)),
    ],
)
def test_bylines_of_bare_text(line: str, said: tuple[str, ...]) -> None:
    assert clean_bridge_text(line).authors == said


@pytest.mark.slow
def test_thousands_of_authors_on_a_long_page_take_no_time() -> None:
    metas = "".join(f"<meta name=author content='Doe{'abcdefghij'[n % 10] * (n // 10)}, Jane'>" for n in range(500))
    begin = time.process_time()
    clean_bridge(
        head=metas, end="<p>The bridge is open, and Jane Doe is glad of it.</p>" * 5000, author=["Poe, Jane"] * 20_000
    )
    assert time.process_time() - begin < 4


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Par Claire Dupont (avec AFP)", ["Claire Dupont", "AFP"]),
        ("Von Jana Beispiel (mit dpa)", ["Jana Beispiel", "dpa"]),
        ("By Ann Weir (with Reuters)", ["Ann Weir", "Reuters"]),
        ("By Ann Weir and agencies", ["Ann Weir"]),
        ("Por Ana García y agencias", ["Ana García"]),
    ],
)
def test_an_agency_that_had_a_part_in_it(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


@pytest.mark.parametrize(
    "printed",
    [
        "2024年03月04日 18:05 来源：河谷日报 作者：王小明 责任编辑：李华",
        "来源：河谷日报 作者：王小明",
        "作者：王小明 来源：河谷日报",
        "文/王小明 编辑/李华",
    ],
)
def test_an_east_asian_line_that_names_source_author_and_editor(printed: str) -> None:
    assert parse.of_byline(printed, sure=True) == ["王小明"]
    assert clean_bridge(f"<div class=info>{printed}</div>").authors == ("王小明",)


def test_an_arabic_name_behind_the_date() -> None:
    assert parse.of_byline("4 مارس 2024 - كتب: أحمد منصور") == ["أحمد منصور"]


def test_new_delhi_is_a_place() -> None:
    assert clean_bridge("<p class=author>नई दिल्ली, 4 मार्च 2024</p>").authors == ()


def test_digits_of_a_nickname_and_of_a_footnote() -> None:
    assert (parse.of_field("weaver42"), parse.of_field("Ann Weir1,2")) == (["weaver42"], ["Ann Weir"])


def test_the_agency_that_the_head_names_beside_the_people_who_are_printed() -> None:
    article = clean_bridge("<p class=byline>By Ann Weir</p>", author={"@type": "Organization", "name": "AFP"})
    assert (article.authors, article.agencies) == (("Ann Weir",), ("AFP",))
    assert article.sources["agencies"] == {"source": "json-ld:author"}


@pytest.mark.parametrize("kind", [["Person", "Organization"], "Person"])
def test_a_person_whose_site_it_is(kind: Any) -> None:
    owner = {"@type": kind, "name": "Ann Weir"}
    article = clean_bridge(
        url="https://annweir.example/mill",
        author=owner,
        publisher=owner,
        head='<meta property="og:site_name" content="Ann Weir">',
    )
    assert (article.authors, article.agencies) == (("Ann Weir",), ())


def test_a_firm_that_signs_on_its_own_site() -> None:
    firm = {"@type": "Person", "name": "Weir Roofs"}
    article = clean_bridge(
        url="https://weirroofs.example/mill", author=firm, publisher={"@type": "Organization", "name": "Weir Roofs"}
    )
    assert article.agencies == ("Weir Roofs",)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("dpa/Ann Weir", ["dpa", "Ann Weir"]),
        ("Ann Weir <ann@ledger.example>", ["Ann Weir"]),
        ("Ann Weir / Reuters", ["Ann Weir", "Reuters"]),
    ],
)
def test_an_agency_behind_a_stroke_and_an_address_in_angles(value: str, said: list[str]) -> None:
    assert parse.of_field(value) == said
