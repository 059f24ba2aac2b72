"""Who signs: names of all kinds and scripts, what stands beside them, where they are printed, and lines that name
nobody.
"""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

import cleaner
from cleaner.metadata.authors import parse, person

STORY = [
    f"The bridge over the river stays open until week {n} of next year, the council said on the phone."
    for n in range(6)
]
HEADING = "<h1>Bridge stays open until spring</h1>"


def page(below: str = "", end: str = "", head: str = "", url: str | None = None, **thing: Any) -> cleaner.Article:
    """The article of a page that prints `below` under its title and `end` after its text, and whose JSON-LD says
    `thing`.
    """
    script = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>' if thing else ""
    )
    story = "".join(f"<p>{line}</p>" for line in STORY)
    return cleaner.clean(
        f"<html><head>{head}{script}</head><body><article>{HEADING}{below}{story}{end}</article></body></html>", url=url
    )


def text(below: str = "", end: str = "") -> cleaner.Article:
    """The article of bare text with a line under its title, or at its end."""
    lines = ["Bridge stays open until spring", below, "4 March 2024", *STORY, end]
    return cleaner.clean("\n\n".join(filter(None, lines)), options=cleaner.Options(input="text"))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("By Emily Post", ["Emily Post"]),
        ("By Min Jin Doe and Anna Guest", ["Min Jin Doe", "Anna Guest"]),
        ("By Jane O'Neill and Piet van der Berg", ["Jane O'Neill", "Piet van der Berg"]),
        ("By Maria de la Cruz and Omar bin Rashid", ["Maria de la Cruz", "Omar bin Rashid"]),
        ("By Jeanne d'Arc", ["Jeanne d'Arc"]),
        ("By J. R. Smith and A. J. Neal View In Digital Edition", ["J. R. Smith", "A. J. Neal"]),
        ("By John Roe, Jr.", ["John Roe Jr."]),
        ("By Henry Roe III", ["Henry Roe III"]),
        ("By Jane Doe, MS, RDN, LDN", ["Jane Doe"]),
        ("By Mrs. Jane Doe", ["Jane Doe"]),
        ("By Jane Doe (she/her)", ["Jane Doe"]),
        ("By Jane Doe (555) 123-4567", ["Jane Doe"]),
        ("By Jane Doe jane@example.org @janedoe", ["Jane Doe"]),
        ("By Jane Doe BBC News", ["Jane Doe"]),
        ("By Jane Doe The Harbour Post", ["Jane Doe"]),
        ("By Jane Doe, Special to The Herald", ["Jane Doe"]),
        ("By Jane Doe Former editor", ["Jane Doe"]),
        ("By Jane Doe in Cairo and John Roe in Rome", ["Jane Doe", "John Roe"]),
        ("From Jane Doe in Cairo", ["Jane Doe"]),
        ("By Jane DoeFollow", ["Jane Doe"]),
        ("By Jane Doe Jane Doe", ["Jane Doe"]),
        ("By river_girl", ["river_girl"]),
        ("Jana Beispiel, Redakteurin", ["Jana Beispiel"]),
        ("Por Juana Ejemplo Redactora", ["Juana Ejemplo"]),
        ("Von Jana Beispiel Reporter für Politik", ["Jana Beispiel"]),
        ("Text: Jana Beispiel / Foto: Max Linse", ["Jana Beispiel"]),
        ("記者：王小明", ["王小明"]),
        ("文／王小明", ["王小明"]),
        ("文・山田太郎", ["山田太郎"]),
        ("文：ジョン・スミス", ["ジョン・スミス"]),
        ("（责编：王伟、李雷）", ["王伟", "李雷"]),
        ("김철수 기자", ["김철수"]),
        ("الكاتب: محمد علي حسن", ["محمد علي حسن"]),
        ("מאת יעל כהן", ["יעל כהן"]),
        ("Текст: Иван Примеров и Анна Примерова", ["Иван Примеров", "Анна Примерова"]),
        ("Γράφει ο Γιώργος Παράδειγμας", ["Γιώργος Παράδειγμας"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("लेखक: राम कुमार शर्मा", ["राम कुमार शर्मा"]),
        ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
    ],
)
def test_names_are_read_whole_and_alone(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Medically reviewed by Jane Doe, MD", []),
        ("Fact checked by Jane Doe", []),
        ("Edited by Jane Doe", []),
        ("Translated by Jane Doe", []),
        ("Aus dem Englischen von Jana Beispiel", []),
        ("Fotos von Max Linse", []),
        ("By Jane Doe. Reviewed by John Roe, MD", ["Jane Doe"]),
        ("By Jane Doe, with reporting by John Roe", ["Jane Doe"]),
        ("By Jane Doe Photographs by Max Lens", ["Jane Doe"]),
        ("Reviewed by John Roe Written by Jane Doe", ["Jane Doe"]),
        ("Reporting by Jane Doe; editing by John Roe", ["Jane Doe"]),
    ],
)
def test_who_checks_edits_translates_or_takes_pictures_is_no_author(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Jane Doe for The Herald", ["Jane Doe"]),
        ("Jane Doe • Contributor", ["Jane Doe"]),
        ("Jane Doe (Photos: Max Lens)", ["Jane Doe"]),
        ("Jane Doe, https://example.org/jane", ["Jane Doe"]),
        ("Edited by John Roe", []),
        ("Sponsored by Acme", ["Sponsored by Acme"]),
        ("The Harbour Post (www.example.org)", []),
        ("王小明、李雷", ["王小明", "李雷"]),
        ("张三 记者", ["张三"]),
        ("Madonna, Prince", ["Madonna", "Prince"]),
        ("Doe, Jane A.", ["Jane A. Doe"]),
        ("Doe, Jane; Roe, Richard", ["Jane Doe", "Richard Roe"]),
    ],
)
def test_names_of_a_field(value: str, said: list[str]) -> None:
    assert parse.of_field(value) == said


@pytest.mark.parametrize("value", ["Müller, Anna", "O'Neill, Eugene", "García Márquez, Gabriel", "Иванов, Иван"])
def test_family_names_go_behind_where_something_says_that_it_is_a_name(value: str) -> None:
    family, given = value.split(", ")
    assert parse.of_field(value, lambda name: True) == [f"{given} {family}"]
    assert parse.of_field(value, lambda name: False) == [family, given]


def test_what_says_that_it_is_a_name() -> None:
    assert page(head="<meta name=author content='Doe, Jane'>").authors == ("Doe", "Jane")
    assert page(
        head="<meta name=author content='Doe, Jane'>",
        end="<p>Jane Doe lives in Port Selwin, and she writes about bridges.</p>",
    ).authors == ("Jane Doe",)
    assert page(head="<meta name=citation_author content='Doe, Jane'>").authors == ("Jane Doe",)
    assert page(author={"@type": "Person", "name": "Doe, Jane"}).authors == ("Jane Doe",)


def test_the_authors_of_a_study_are_all_read() -> None:
    listed = [
        f"{given} {family}"
        for given in ("Jane", "John", "Anna", "Omar")
        for family in ("Doe", "Roe", "Poe", "Smith", "Miller", "Cook", "Wright", "Baker", "Mason", "Carter")
    ]
    assert parse.of_field(", ".join(listed)) == listed
    assert parse.of_field("Jane Doe writes about bridges, rivers and what lies between them, " * 10) == []


def test_a_study_lists_more_than_its_first_author() -> None:
    head = (
        "<meta name=dc.creator content='Jane Doe'><meta name=citation_authors content='Jane Doe, John Roe, Anna Poe'>"
    )
    assert page(head=head).authors == ("Jane Doe", "John Roe", "Anna Poe")


@pytest.mark.parametrize(
    "name",
    [
        "Emily Post",
        "Wiley Post",
        "Guy Standard",
        "Jane Times",
        "David Independent",
        "Jane Doe Times",
        "An Nguyen",
        "Chris Harbour",
    ],
)
def test_whom_the_page_calls_a_person_is_one(name: str) -> None:
    article = page(
        author={"@type": "Person", "name": name}, publisher={"@type": "Organization", "name": "Harbour Media"}
    )
    assert (article.authors, article.agencies) == ((name,), ())


@pytest.mark.parametrize("name", ["The Harbour Times", "Reuters", "Harbour Staff", "Redaktion"])
def test_a_site_an_agency_and_staff_are_no_people_even_if_the_page_says_so(name: str) -> None:
    article = page(
        "<p class=byline>By Jane Doe</p>",
        author={"@type": "Person", "name": name},
        publisher={"@type": "Organization", "name": "The Harbour Times"},
    )
    assert article.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Emily Post", True), ("Denver Post", False), ("Harbour Evening Post", False), ("Piet van der Berg", True),
        ("Wasser der Zukunft", False),
        ("A bis Z", False), ("Haus zu Haus", False), ("A. J. Neal", True), ("Los Angeles", False), ("Latest News",
        False),
        ("عبد الرحمن محمد الشريف", True), ("สมชาย ใจดีประเสริฐ", True),
        ("王小明", True), ("北京日报", False), ("编辑推荐", False), ("Jane", False), ("jane doe", False), ("Jane Doe 2", False),
        ("", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_person(name: str, is_one: bool) -> None:
    assert person.is_person(name) is is_one


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
    assert page(below).authors == ("Jane Doe",)


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
    assert page(below).authors == ()


def test_two_who_sign_by_links_of_their_own_sign_together_and_cards_do_not() -> None:
    both = "<div><a href=/author/jane>Jane Doe</a></div><div><a href=/author/john>John Roe</a></div>"
    card = f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{STORY[2]}</p><div><a href=/author/kim>Kim Poe</a></div>"
    assert page(both + card).authors == ("Jane Doe", "John Roe")


def test_who_is_linked_as_a_checker_is_no_author() -> None:
    assert page(
        "<div>By <a href=/author/jane>Jane Doe</a>. Reviewed by <a href=/author/john>John Roe</a></div>"
    ).authors == ("Jane Doe",)


def test_a_nickname_that_links_to_its_user_signs() -> None:
    assert page('<div class=author-info>by <a href="/users/rivergirl">rivergirl</a></div>').authors == ("rivergirl",)


def test_a_bare_name_signs_before_the_text_or_where_a_note_tells_of_it() -> None:
    site = {
        "author": {"@type": "Person", "name": "Harbour D"},
        "publisher": {"@type": "Organization", "name": "Harbour News"},
    }
    assert page("<p>JANE DOE</p>", **site).authors == ("JANE DOE",)
    assert page("<ul><li>Share</li><li>Print</li><li>Post</li><li>Send</li></ul><p>Jane Doe</p>", **site).authors == (
        "Jane Doe",
    )
    below = "<div>Jane Doe</div><div>4 March</div>"
    assert page(below, "<p>Jane Doe is a writer who lives in Port Selwin.</p>").authors == ("Jane Doe",)
    assert page(
        below, "<div>Jane Doe</div><div>A writer from Port Selwin who knows all about bridges.</div>"
    ).authors == ("Jane Doe",)
    assert page("<div>Link Kopieren</div><div>Teilen</div>", "<div>Link Kopieren</div><div>Teilen</div>").authors == ()


def test_the_link_right_below_the_title_comes_before_a_byline_further_down() -> None:
    card = "<div class=card><p>Flood warning</p><p>By John Roe</p></div>"
    assert page(f"<div><a href=/authors/jane>Jane Doe</a></div>{card}").authors == ("Jane Doe",)


def test_a_note_at_the_top_says_who_wrote() -> None:
    assert page("<p>This post was written by Jane Doe, MD, heart specialist.</p>").authors == ("Jane Doe",)


def test_staff_sign_where_nobody_else_does() -> None:
    assert page("<p class=author-name>Harbour Staff</p>").authors == ("Harbour Staff",)
    assert page("<p class=author-name>Harbour Staff</p><p class=author-name>Jane Doe</p>").authors == ("Jane Doe",)


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert page("<div>Written by</div><div>Eliza - Product marketer</div>").authors == ("Eliza",)


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
    assert text(end=end).authors == said
    assert page(end=f"<p>{end}</p>").authors == said
    assert page(end=f"<p>{end}</p>", author="Anna Poe").authors == ("Anna Poe",)


def test_the_agency_beside_a_person_stands_apart() -> None:
    article = page("<p class=byline>Von Jana Beispiel, dpa</p>")
    assert (article.authors, article.agencies) == (("Jana Beispiel",), ("dpa",))


def test_the_source_of_a_quotation_does_not_sign() -> None:
    assert text(end="“A bridge is a promise.”\n\n— Jane Doe").authors == ()


def test_a_footer_of_the_article_signs_and_the_pages_does_not() -> None:
    assert page(end="<footer><p>Posted by Jane Doe on 4 March 2024 in bridges.</p></footer>").authors == ("Jane Doe",)
    assert (
        page(end="</article><footer><p>Posted by Jane Doe on 4 March 2024 in bridges.</p></footer><article>").authors
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
    assert text(line).authors == said


NOBODY = (
    """
Author Login|Author Archive|Authors Guidelines|Joined: Sunday|Browse by Author|View All Posts|About Us|Log In|Main Menu
By using this site you agree to the terms|By clicking Subscribe, you accept|By 2030|By 2030 the port will be open|By the numbers|By the Numbers|By Accident
By Country|By Industry|By Event Type|By Topic|By Request|By Monday evening|Shop By Brand|Sort by Date|Sort By Relevance|Filter by Category|By Land And By Sea
Powered by WordPress|Designed by Pixel Studio|Hosted by Harbour Net|Sponsored by Acme Bank|Supported by Acme Bank|Written by AI|Written by our team of experts
Posted in Travel|Posted on Monday|Source: Wikipedia|Text Size|Text only|Latest News|Breaking News|Must Read|Guest Post|Next Post|Related Posts|Top Stories
Real Estate|New York|Middle East|Los Angeles|Climate Change
Von A bis Z|Von Montag bis Freitag|Von Haus zu Haus|Von Anfang an|Von Null auf Hundert|Von Hand|Von Berlin nach Paris
Von der Redaktion empfohlen|Autor werden|Autoren A bis Z
Par ailleurs|Par exemple|Par Thème|Par ici la sortie|Por favor|Por ejemplo|Por Tema|Por Categoría|Por Fin|Di più|Di Nuovo|Da non perdere|Da Vedere
Av Samma Skribent|Av alla|Door To Door|Door middel van|Автор проекта|Автор не указан|Все авторы
记者会|記者会見の様子|作者专栏|文章来源|编辑推荐|編集部のおすすめ|기자회견|تقرير خاص|บทความ โดย
Reviewed by John Roe, MD|Edited by John Roe|Photographs by Max Lens|Photo: Max Lens|Traduit par Anna Mot|Übersetzt von Anna Worte
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("line", NOBODY)
def test_lines_that_name_nobody(line: str) -> None:
    assert page(f"<p>{line}</p>").authors == ()
    assert page(f"<div class=author>{line}</div>").authors == ()
    assert page(f"<div>{line} <time>4 March 2024</time></div>").authors == ()
    assert text(line).authors == ()


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        ",",
        "Jane Doe, ",
        "Doe, Jane; ",
        "- ",
        "(",
        "A. ",
        "by ",
        "photo by ",
        "a.b@",
        "+1 555 ",
        "1",
        "Jane ",
        "王",
        "van der ",
        "\u00a0",
    ],
)
def test_long_hostile_fields_take_no_time(piece: str) -> None:
    line, begin = piece * (200_000 // len(piece)), time.process_time()
    parse.of_field(line)
    parse.of_byline(line, sure=True)
    parse.after_by(line)
    person.is_person(line)
    assert time.process_time() - begin < 1


def test_thousands_of_authors_on_a_long_page_take_no_time() -> None:
    metas = "".join(f"<meta name=author content='Doe{'abcdefghij'[n % 10] * (n // 10)}, Jane'>" for n in range(500))
    begin = time.process_time()
    page(head=metas, end="<p>The bridge is open, and Jane Doe is glad of it.</p>" * 5000, author=["Poe, Jane"] * 20_000)
    assert time.process_time() - begin < 4


@pytest.mark.parametrize(
    "word", [word.rstrip(":") for word in person.words().table["by"] if word not in person.words().table["others"]]
)
def test_every_word_for_by_leads_to_a_name(word: str) -> None:
    for spelling in (word, word.upper(), word.capitalize()):
        assert parse.is_byline(f"{spelling}: Jane Doe")
        assert parse.after_by(f"4 May · {spelling}: Jane Doe") == "Jane Doe"


@pytest.mark.parametrize("doing", person.words().table["doing"])
def test_every_word_for_the_work_leads_to_by(doing: str) -> None:
    assert parse.is_byline(f"{doing} by Jane Doe")
    assert parse.is_byline(f"{doing.upper()} BY JANE DOE")


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Von Jana Beispiel am 4. März 2024", ["Jana Beispiel"]),
        ("Von Jana Beispiel am Montag, 4. März 2024", ["Jana Beispiel"]),
        ("Par Claire Dupont le mar, 05/11/2019 - 09:12", ["Claire Dupont"]),
        ("Door Jan van den Berg op maandag 4 maart 2024", ["Jan van den Berg"]),
        ("Door Jan van den Berg 4 mei 2024", ["Jan van den Berg"]),
        ("Por Ana García el lunes 4 de marzo de 2024", ["Ana García"]),
        ("By Ann Weir on Monday, March 4, 2024", ["Ann Weir"]),
        ("Yazar: Ayşe Yılmaz 4 Kasım 2024", ["Ayşe Yılmaz"]),
        ("Written by weirwheel7 GmbH", ["weirwheel7 GmbH"]),
    ],
)
def test_what_leads_to_the_date_behind_a_name(printed: str, said: list[str]) -> None:
    assert parse.of_byline(printed) == said


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
    assert page(f"<div class=info>{printed}</div>").authors == ("王小明",)


def test_an_arabic_name_behind_the_date() -> None:
    assert parse.of_byline("4 مارس 2024 - كتب: أحمد منصور") == ["أحمد منصور"]


def test_new_delhi_is_a_place() -> None:
    assert page("<p class=author>नई दिल्ली, 4 मार्च 2024</p>").authors == ()


def test_digits_of_a_nickname_and_of_a_footnote() -> None:
    assert (parse.of_field("weaver42"), parse.of_field("Ann Weir1,2")) == (["weaver42"], ["Ann Weir"])


def test_the_agency_that_the_head_names_beside_the_people_who_are_printed() -> None:
    article = page("<p class=byline>By Ann Weir</p>", author={"@type": "Organization", "name": "AFP"})
    assert (article.authors, article.agencies) == (("Ann Weir",), ("AFP",))
    assert article.sources["agencies"] == {"source": "json-ld:author"}


@pytest.mark.parametrize("kind", [["Person", "Organization"], "Person"])
def test_a_person_whose_site_it_is(kind: Any) -> None:
    owner = {"@type": kind, "name": "Ann Weir"}
    article = page(
        url="https://annweir.example/mill",
        author=owner,
        publisher=owner,
        head='<meta property="og:site_name" content="Ann Weir">',
    )
    assert (article.authors, article.agencies) == (("Ann Weir",), ())


def test_a_firm_that_signs_on_its_own_site() -> None:
    firm = {"@type": "Person", "name": "Weir Roofs"}
    article = page(
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
