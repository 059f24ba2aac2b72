"""Dates that a page prints beside its article: their forms, languages and places."""

from __future__ import annotations

import pytest

import cleaner
from cleaner import Article, dates
from tests.pages import TWO_PARAGRAPHS, clean_council, clean_page


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("By Jane DoePublished March 3, 2024Updated March 5, 2024", "2024-03-03", "2024-03-05"),
        ("Published:3 March 2024Last updated:5 March 2024", "2024-03-03", "2024-03-05"),
        ("Published3 March 2024", "2024-03-03", None),
        ("3 March 2024 - 5 min read", "2024-03-03", None),
        ("3 March 2024 - 10:30", "2024-03-03T10:30", None),
    ],
)
def test_what_is_glued_to_a_day_or_beside_it(line: str, published: str, modified: str | None) -> None:
    article = clean_council(beside=f"<p class=meta>{line}</p>")
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("Do 25.04.24 | 14:07 Uhr", "de", "2024-04-25T14:07"),
        ("Stand: 25.04.24, 14:07 Uhr", "de", "2024-04-25T14:07"),
        ("Publisert: 05.08.24", "no", "2024-08-05"),
        ("Publisert: 05.08.24", None, "2024-08-05"),
        ("Stand: 25.04.98", "de", "1998-04-25"),
        ("25.04.24", "de", None),  # a number of three parts
        ("Version 2.8.18", "de", None),
        ("Updated 5.8.24", "en", None),  # the day or the month
        ("입력 24.04.25", "ko", None),  # the year first
        ("Stand: 5.8.24.1", "de", None),
    ],
)
def test_a_year_of_two_digits_needs_dots_and_a_word_of_the_day(
    line: str, language: str | None, iso: str | None
) -> None:
    stamp = dates.read_line(line, language)
    assert (stamp.iso if stamp else None) == iso


@pytest.mark.parametrize(
    ("language", "line", "iso"),
    [
        ("cs", "Publikováno 4. 3. 2024 14.30 hod.", "2024-03-04T14:30"),
        ("ar", "نشر في: 4 مارس, 2024: 02:30 م", "2024-03-04T14:30"),
        ("ar", "4 آذار/مارس 2024", "2024-03-04"),
        ("ar", "04/03/2024 الساعة 14:30 (توقيت غرينتش)", "2024-03-04T14:30+00:00"),
        ("ar", "آخر تحديث: 4 مارس 2024 - 14:30 بتوقيت القدس", "2024-03-04T14:30"),
        ("he", "יום ב', 4 במרץ 2024", "2024-03-04"),
        ("th", "04/03/2567 14:30", "2024-03-04T14:30"),
        ("fr", "4 mars 2024 à 14h30 (heure de Paris)", "2024-03-04T14:30+01:00"),
        ("pt", "04/03/2024 - 14:30 (Horário de Brasília)", "2024-03-04T14:30-03:00"),
        ("en", "Mar. 04, 2024 at 14:30 Eastern Time", "2024-03-04T14:30-05:00"),
        ("de", "4. März 2024, 14:30 Uhr (MESZ)", "2024-03-04T14:30+02:00"),
        ("hi", "प्रकाशित: 04 मार्च 2024, 14:30 IST", "2024-03-04T14:30"),  # India, Israel or Ireland
        ("ja", "2024年3月4日 14時30分", "2024-03-04T14:30"),
        ("zh-TW", "民國113年3月4日", "2024-03-04"),
    ],
)
def test_forms_of_news_sites(language: str, line: str, iso: str) -> None:
    stamp = dates.read_line(line, language)
    assert stamp is not None
    assert stamp.iso == iso


def test_a_byline_below_the_text_dates_it() -> None:
    assert (
        clean_council(tail="<div class=byline>Author: Weir2go on 4 March 2010, 13:36</div>").published
        == "2010-03-04T13:36"
    )


def test_a_heading_may_state_the_moment() -> None:
    assert (
        clean_council(beside="<h2>Stars (1 / 1) 06.11.2023 13:30 by Jane Doe, a picture</h2>").published
        == "2023-11-06T13:30"
    )


def test_a_day_in_two_calendars_is_no_range() -> None:
    assert dates.find("شهر: ۱۴ اسفند ۱۴۰۲ - ۴ مارس ۲۰۲۴ تهران", language="fa") == "2024-03-04"
    assert dates.find("Seen 4 March 2024 - 2024-03-04 in Rome", language="en") == "2024-03-04"


def test_a_time_may_stand_behind_a_stroke() -> None:
    assert dates.find("March 4, 2024 / 2:30 PM EST / The Daily", language="en") == "2024-03-04T14:30-05:00"


@pytest.mark.parametrize(
    ("word", "known"),
    [("Feb.", True), ("maaliskuuta", True), ("Μαρτίου", True), ("března", True), ("Zimmer", False), ("", False)],
)
def test_a_months_name_is_one_in_any_language(word: str, known: bool) -> None:
    assert dates.is_month(word) is known


def test_the_day_of_an_update_is_not_that_of_publication() -> None:
    article = clean_page(dateModified="2024-03-04")
    assert (article.published, article.modified, article.date) == (None, "2024-03-04", "2024-03-04")


def dated(line: str, root: str = "<html lang=en>", head: str = "") -> Article:
    """The article of a page that prints a line below its title."""
    title = "A headline for a story of some length"
    return cleaner.clean(
        f"{root}<head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{line}</p>{TWO_PARAGRAPHS}</article></body></html>"
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


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("28.01.22", "2022-01-28"),
        ("28.01.22 / 3 Kommentare", "2022-01-28"),
        ("28.1.22", None),  # a number of three parts
        ("40.01.22", None),
        ("Windows 10.04.22", None),
    ],
)
def test_a_short_day_alone_beside_the_title_is_the_day(line: str, iso: str | None) -> None:
    assert clean_council(beside=f"<p>{line}</p>").published == iso


def test_days_in_a_list_below_a_short_text_are_those_of_other_pieces() -> None:
    others = "".join(
        f"<li><a href=/{day}>0{day}.10.2021</a> <a href=/{day}>Fair of Kilnsea no. {day}</a>" for day in (9, 8, 7)
    )
    article = clean_page(
        "",
        f"<h1>Fair called off</h1><p>24.01.2022 11:38<br>Category: News</p>{TWO_PARAGRAPHS}<ul>{others}</ul>",
    )
    assert article.published == "2022-01-24T11:38"


def test_a_day_below_the_text_is_the_articles_where_no_other_is_printed() -> None:
    article = clean_page("", f"<h1>Fair of Kilnsea called off</h1>{TWO_PARAGRAPHS}<p class=date>24 January 2022</p>")
    assert article.published == "2022-01-24"


def test_a_day_that_the_page_states_for_machines_goes_before_that_of_a_book() -> None:
    article = clean_page(
        "",
        "<h2 class=date-header>9 September 2017</h2><h1>The Long Mole, a review</h1>"
        "<abbr class=published itemprop=datePublished title=2017-09-09T10:52:00+02:00>10:52</abbr>"
        f"<p class=date>Published: 14 August 2017</p>{TWO_PARAGRAPHS}",
    )
    assert article.published == "2017-09-09T10:52+02:00"


def test_drupal_says_when_a_page_was_made() -> None:
    made = "<span property=schema:dateCreated content=2022-01-28T12:45:46+00:00 class=rdf-meta></span>"
    assert clean_council(beside=made).published == "2022-01-28T12:45:46+00:00"


def test_the_subject_of_a_post_is_no_name_of_its_part() -> None:
    article = clean_page(
        "",
        "<div class='post type-post category-comments tag-newsletter'><h1>Fair of Kilnsea called off</h1>"
        f"<p class=date>24 January 2022</p><p>The film:</p></div>{TWO_PARAGRAPHS}",
    )
    assert article.published == "2022-01-24"
