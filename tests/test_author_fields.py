"""Names in JSON-LD and other fields: people, organisations, and what is no name."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.metadata.authors import candidates as author_candidates
from cleaner.metadata.authors import parse, person
from tests.pages import clean_bridge


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
        ("Reuters, AFP", ["Reuters", "AFP"]),
        ("Jane Doe (@janedoe)", ["Jane Doe"]),
        ("Jane Doe / John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe (Reuters)", ["Jane Doe", "Reuters"]),
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
    assert clean_bridge(head="<meta name=author content='Doe, Jane'>").authors == ("Doe", "Jane")
    assert clean_bridge(
        head="<meta name=author content='Doe, Jane'>",
        end="<p>Jane Doe lives in Port Selwin, and she writes about bridges.</p>",
    ).authors == ("Jane Doe",)
    assert clean_bridge(head="<meta name=citation_author content='Doe, Jane'>").authors == ("Jane Doe",)
    assert clean_bridge(author={"@type": "Person", "name": "Doe, Jane"}).authors == ("Jane Doe",)


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
    assert clean_bridge(head=head).authors == ("Jane Doe", "John Roe", "Anna Poe")


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
    article = clean_bridge(
        author={"@type": "Person", "name": name}, publisher={"@type": "Organization", "name": "Harbour Media"}
    )
    assert (article.authors, article.agencies) == ((name,), ())


@pytest.mark.parametrize("name", ["The Harbour Times", "Reuters", "Harbour Staff", "Redaktion"])
def test_a_site_an_agency_and_staff_are_no_people_even_if_the_page_says_so(name: str) -> None:
    article = clean_bridge(
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
        ("王小明", True), ("北京日报", False), ("编辑推荐", False), ("Jane", False),
        ("jane doe", False), ("Jane Doe 2", False),
        ("", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_person(name: str, is_one: bool) -> None:
    assert person.is_person(name) is is_one
