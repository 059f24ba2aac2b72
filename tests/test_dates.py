"""Dates as pages print them: lines, longer texts, and what only looks like a date."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from cleaner.dates import Stamp, find, lexicon, may_hold, read_line, stamps
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Saturday, 23 Feb, 2019", "2019-02-23"),
        ("Saturday 24 August 2019", "2019-08-24"),
        ("February 23, 2019 at 10:27 am", "2019-02-23T10:27"),
        ("Feb. 3rd, 2019", "2019-02-03"),
        ("Sept. 5, 2019 12:05 a.m.", "2019-09-05T00:05"),
        ("5 May 2019 at 12pm", "2019-05-05T12:00"),
        ("Published date: 25 November 2024 10:15 GMT", "2024-11-25T10:15+00:00"),
        ("Thu 5 Sep 2019 06.00 BST", "2019-09-05T06:00+01:00"),
        ("09 September 2022 | 19:39 (GMT)", "2022-09-09T19:39+00:00"),
        ("2019-02-23 10:27:45 +0400", "2019-02-23T10:27:45+04:00"),
        ("2019/2/3", "2019-02-03"),
        ("23.2.2019", "2019-02-23"),
        ("Posted on: 1 January 2020", "2020-01-01"),
        ("5 May 2019 10", "2019-05-05"),  # an hour alone is no time
        ("5 May 2019 25:10", "2019-05-05"),
    ],
)
def test_lines_that_hold_a_date_and_nothing_else(line: str, iso: str) -> None:
    assert read_line(line) == Stamp(iso, modified=False)


@pytest.mark.parametrize(
    "line",
    [
        "Updated: December 27, 2018 04:24 PM",
        "Last updated on 27 December 2018, 16:24",
        "Last Update: 27 Dec 2018 16:24",
    ],
)
def test_lines_that_tell_of_an_update(line: str) -> None:
    assert read_line(line) == Stamp("2018-12-27T16:24", modified=True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "10:27",
        "May 2019",
        "31 February 2019",
        "In 2019 it rained",
        "On 5 May 2019 it rained",
        "5 May 20191",
        "125 May 2019",
        "1.2.3.2019",
        "Last update: 3 years 2 months ago",
        "5 May 2019" + " " * 80,
    ],
)
def test_lines_that_hold_more_or_less_than_a_date(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It rained on 5 May 2019 and on 6 May 2019.", "2019-05-05"),
        ("https://example.org/2019/02/23/a-story/", "2019-02-23"),
        ("Feb 30, 2019 is none, but 3 March 2019 is", "2019-03-03"),
        ("order 1232019-02-231 of 4 May 2019", "2019-05-04"),
        ("no date", None),
        ("EditorialNovember 22, 2018", "2018-11-22"),
        (
            "03/01/2017 by Agatha Moor, who speaks to the press",
            None,
        ),  # "to" is a Thursday in Finnish, and tells nothing here
    ],
)
def test_the_first_valid_date_of_a_longer_text(text: str, iso: str | None) -> None:
    assert find(text) == iso


def test_the_date_that_a_text_calls_an_update() -> None:
    text = "Published: 5 May 2019 10:00 | Updated: 6 May 2019 11:30"
    assert find(text) == "2019-05-05T10:00"
    assert find(text, modified=True) == "2019-05-06T11:30"
    assert find("Published: 5 May 2019", modified=True) is None


@pytest.mark.parametrize(
    "line",
    [
        "03/03/2021 14h05 - Atualizado há",
        "۳۱ اسفند ۱۳۹۹",
        "10/12/2023 7:38:01 PM",
        "02-12-2025",
        "3 March 2021 - 5 March 2021",
        "May 2021 be better",
        "March 15",
        "Sun 5 - 2",
        "On 3 March 2021 the council met",
        "vor 2 Stunden",
        "hace 3 horas",
        "14 Oct 2014 - 10 Aug 2017",
        "27.-29. Feb. 2020",
        "von 3. bis 5. März 2021",
        "3 listopada 2021",
        "01.06.2023 - 03.06.2023",
        "Sonntag, 22. Mai 2022 von 10.00 Uhr bis 17.00 Uhr",
        "Thu., January 08, 2026, 2:00 p.m. - 3:00 p.m. ET",
        "5 May 2019 10:00-12:00",
        "Mai 2021",
        "marzo de 2021",
        "10 Best HR Consulting Services in 2026",
        "In 2021 and 2022, just over half",
        "Pressemitteilung vom 25. Januar 2022 | Berlin",
        "26. April 2023 | 9 Kommentare",
        "Il 3 marzo 2021 il consiglio",
        "3 марта 2021 года совет",
        "2021年3月3日に発表した",
        "2019년 3월 3일 서울",
        "2025년 상용화를 위한 3차원",
        "von 2019 bis 2020",
        "2000 – 2023 3 März",
        "Oct. 6, 1923:",
        "on 14 December 2016.",
        "vom 15.04.2024.",
        "2017-06-23, 24",
        "21.04.2024 | 3:18 min",
        "3. März 2021 in Berlin",
        "el 3 de marzo de 2021 en Madrid",
        "05.08.24 kl. 14:47",
    ],
)
def test_ranges_prose_and_what_could_be_two_dates_are_no_stamps(line: str) -> None:
    assert stamps(line) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 3 March 2021 - Updated 4 March 2021 10:22", [("2021-03-03", False), ("2021-03-04T10:22", True)]),
        ("5 gennaio 2025 (modifica il 6 gennaio 2025 | 15:24)", [("2025-01-05", False), ("2025-01-06T15:24", True)]),
        (
            "postado em 04/05/2022 05:49 / atualizado em 04/05/2022 05:50",
            [("2022-05-04T05:49", False), ("2022-05-04T05:50", True)],
        ),
        ("Güncelleme: 4 Mart 2021 | Yayınlanma: 3 Mart 2021", [("2021-03-04", True), ("2021-03-03", False)]),
        ("2021年3月3日 14:05（2021年3月4日 10:22更新）", [("2021-03-03T14:05", False), ("2021-03-04T10:22", True)]),
        ("Mis à jour le mercredi 3 mars 2021 à 14 h 05 min 10 s", []),
    ],
)
def test_all_stamps_of_a_line(line: str, expected: list[tuple[str, bool]]) -> None:
    assert [(stamp.iso, stamp.modified) for stamp in stamps(line)] == expected
    assert read_line(line) == (Stamp(*expected[0]) if expected else None)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "2019 ",
        "1 ",
        "1.",
        "1:1 ",
        "march ",
        "updated ",
        "(",
        "mar ",
        "年",
        "م ",
        "5 May 2019 ",
        "31 Feb 2019 ",
        "p. m.",
        "tháng ",
        "20",
    ],
)
def test_a_hostile_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.perf_counter()
        find(piece * count + " 2019")
        find(piece * count + " 2019", modified=True)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)


def test_tables_are_made_when_a_line_needs_them() -> None:
    code = """
import cleaner.dates, sys
from cleaner.dates import lexicon
cleaner.dates.read_line("A line without a date")
assert "cleaner.dates.names" not in sys.modules and lexicon.table.cache_info().currsize == 0
for line in ("5 May 2019", "In 2019 it rained", "The 10 best books for children in 2019"):
    cleaner.dates.read_line(line)
assert lexicon.table.cache_info().currsize == 1
cleaner.dates.read_line("5 mai 2019")
assert lexicon.table.cache_info().currsize == 2
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_each_pair_of_roles_has_a_letter_of_its_own() -> None:
    roles = [role for pair in lexicon.PAIRS for role in pair]
    assert len(set(lexicon.PAIRS.values())) == len(lexicon.PAIRS)
    assert not set(lexicon.PAIRS.values()) & set(roles)


@pytest.mark.parametrize(
    "line", ["4 March 2024", "Do 25.04.24", "4 มีนาคม 2567", "۱۴ اسفند ۱۴۰۲", "令和6年3月4日", "４ March ２０２４"]
)
def test_a_line_with_a_year_may_hold_a_date(line: str) -> None:
    assert may_hold(line)


@pytest.mark.parametrize("line", ["", "Bridges of the north", "4 March", "Seite 3 von 25", "Vergrößern", "第一章"])
def test_a_line_without_a_year_holds_none(line: str) -> None:
    assert not may_hold(line) and find(line) is None


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("04.03.24, 18:05", "de", "2024-03-04T18:05"),
        ("04.03.24 18:05 Uhr", "de", "2024-03-04T18:05"),
        ("04.03.24, 18:05", "he", "2024-03-04T18:05"),
        ("04.03.24", "de", None),
        ("04.03.24 18", "de", None),
        ("1.2.10 12:30", "en", None),
        ("1.2.3.4 18:05", "de", None),
    ],
)
def test_a_time_behind_a_year_of_two_digits(line: str, language: str, iso: str | None) -> None:
    assert find(line, language=language) == iso
