"""Names read of a line: what leads to a name, what stands beside it, and lines that name nobody."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cleaner.metadata.authors import parse, person
from tests.pages import clean_bridge, clean_bridge_text


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


# Lines that name nobody, one a line.
NOBODY = (Path(__file__).parent / "data" / "no_names.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", NOBODY)
def test_lines_that_name_nobody(line: str) -> None:
    assert clean_bridge(f"<p>{line}</p>").authors == ()
    assert clean_bridge(f"<div class=author>{line}</div>").authors == ()
    assert clean_bridge(f"<div>{line} <time>4 March 2024</time></div>").authors == ()
    assert clean_bridge_text(line).authors == ()


@pytest.mark.slow
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
    ("byline", "names"),
    [
        ("Par Anne Holt (Bruxelles, bureau européen)", ["Anne Holt"]),
        ("Par Anne Holt(Rome, correspondance) et Bob Fisk", ["Anne Holt", "Bob Fisk"]),
        ("By Ann Holt (AFP, Reuters)", ["Ann Holt", "AFP", "Reuters"]),
    ],
)
def test_a_place_and_a_post_behind_a_name_are_no_names(byline: str, names: list[str]) -> None:
    assert parse.of_byline(byline) == names
