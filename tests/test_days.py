"""Days of publication and change: which of a page's dates hold of the piece, and which are refused."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import cleaner
from cleaner import Article, Cleaner, Options, OptionsError, dates
from cleaner.cli.explain import explain
from cleaner.version import RELEASED

TITLE = "The old bridge stays closed for another year"
PROSE = "".join(
    f"<p>The council met for the {time} time and spoke at length about the bridge, which has been closed since winter "
    f"and will cost more.</p>"
    for time in ("first", "second", "third", "fourth", "fifth")
)
MARCH_14 = "Saturday, March 14, 2020"


def page(
    top: str = "", beside: str = "", tail: str = "", language: str = "en", options: Options | None = None, **thing: Any
) -> Article:
    """A page with an article: what stands above it, beside its title and below it, and what its JSON-LD says."""
    script = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **thing})}</script>' if thing else ""
    )
    html = f"<html lang={language}><head>{script}</head><body>{top}<article><h1>{TITLE}</h1>{beside}{PROSE}</article>{tail}</body></html>"
    return cleaner.clean(html, options=options)


def test_a_day_after_the_page_was_fetched_is_refused_and_told_with_the_reason() -> None:
    article = page(beside="<p class=date>5 March 2024</p>", datePublished="2099-05-01T10:00:00Z")
    assert article.published == "2024-03-05"
    assert article.sources["published"]["others"] == [
        {"source": "json-ld:datePublished", "value": "2099-05-01T10:00+00:00", "refused": "after the page was fetched"}
    ]


def test_explain_says_why_a_day_was_refused() -> None:
    account = explain(
        page(beside="<p class=date>5 March 2024</p>", datePublished="2099-05-01", dateModified="1970-01-01"),
        None,
        False,
    )
    assert "not json-ld:datePublished: 2099-05-01 (after the page was fetched)" in account
    assert "not json-ld:dateModified: 1970-01-01 (placeholder)" in account


def test_where_every_day_is_refused_there_is_none() -> None:
    article = page(datePublished="2099-05-01", dateModified="2099-05-02")
    assert (article.published, article.modified, article.date, article.sources["published"]["source"]) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("stated", "published"),
    [("2024-03-05", "2024-03-05"), ("2024-03-06T09:00+14:00", "2024-03-06T09:00+14:00"), ("2024-03-07", None)],
)
def test_the_day_of_a_crawl_is_the_last_but_for_what_is_a_day_ahead_elsewhere(
    stated: str, published: str | None
) -> None:
    assert page(options=Options(fetched=date(2024, 3, 5)), datePublished=stated).published == published


def test_without_a_day_that_is_given_today_is_the_last() -> None:
    today = datetime.now(UTC).date()
    assert page(datePublished=today.isoformat()).published == today.isoformat()
    assert page(datePublished=(today + timedelta(days=3)).isoformat()).published is None


@pytest.mark.parametrize(("clock", "published"), [(2150, "2099-03-05"), (1999, None)])
def test_the_clock_is_read_for_each_page_and_not_believed_where_it_stands_before_the_package(
    monkeypatch: pytest.MonkeyPatch, clock: int, published: str | None
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime(clock, 1, 1, tzinfo=tz)

    made = Cleaner()
    monkeypatch.setattr("cleaner.pipeline.datetime", Clock)
    text = f"<html><body><article><h1>{TITLE}</h1><p class=date>{{}}</p>{PROSE}</article></body></html>"
    assert made.clean(text.format("5 March 2099")).published == published
    assert made.clean(text.format(f"{RELEASED:%d %B %Y}")).published == RELEASED.isoformat()


def test_fetched_is_a_day() -> None:
    assert Options(fetched=datetime(2024, 3, 5, 12, 30)).fetched == date(2024, 3, 5)
    assert page(options=Options(fetched=date.max), datePublished="2099-05-01").published == "2099-05-01"
    with pytest.raises(OptionsError, match=r"fetched is '2024-03-05': use a datetime\.date"):
        Options(fetched="2024-03-05")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "nothing",
    [
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "1970-01-01T01:00:00+01:00",
        "1969-12-31T19:00:00-05:00",
        "1969-12-31",
        "1900-01-01",
        "0001-01-01T00:00:00Z",
        0,
        "0",
    ],
)
def test_what_systems_write_where_they_know_no_day_is_none(nothing: str | int) -> None:
    assert page(datePublished=nothing).published is None
    assert page(beside="<p class=date>5 March 2024</p>", datePublished=nothing).published == "2024-03-05"


def test_a_real_day_at_the_end_of_1969_is_one() -> None:
    assert page(datePublished="1969-12-31T05:00:00-05:00").published == "1969-12-31T05:00-05:00"


def test_a_change_before_the_day_of_publication_is_one_of_the_draft() -> None:
    article = page(datePublished="2024-05-01", dateModified="2024-04-01")
    assert (article.published, article.modified, article.date) == ("2024-05-01", None, "2024-05-01")
    assert article.sources["modified"]["others"][0]["refused"] == "before the publication"
    assert page(datePublished="2024-05-01T10:00", dateModified="2024-05-01T09:00").modified == "2024-05-01T09:00"


@pytest.mark.parametrize("number", [1714557600, 1714557600000, 1714557600.0])
def test_json_ld_may_count_seconds_or_milliseconds(number: float) -> None:
    assert page(datePublished=number).published == "2024-05-01T10:00+00:00"


def test_json_ld_may_hold_any_number() -> None:
    assert page(datePublished=float("inf"), dateModified=10**400).date is None
    assert page(datePublished=True, dateModified=-1).date is None


@pytest.mark.parametrize(
    "top",
    [
        f"<div class=topbar><span>{MARCH_14}</span></div>",
        f"<div><a href=/>The Daily</a></div><div>{MARCH_14}</div><ul><li><a href=/a>News</a></li><li><a "
        f"href=/b>Sport</a></li></ul>",
        f"<div id=masthead><div class=date>{MARCH_14}</div></div>",
        f'<div class=masthead><time datetime="2020-03-14">{MARCH_14}</time></div>',
        f'<header><time datetime="2020-03-14">{MARCH_14}</time></header>',
        f"<div>{MARCH_14} | 12°C</div>",
        f"<div>Today is {MARCH_14}</div>",
    ],
)
def test_a_bare_day_above_the_article_is_that_of_the_visit(top: str) -> None:
    assert page(top).published is None
    assert page(top, beside="<p>By Jane Doe, 5 March 2020</p>").published == "2020-03-05"


def test_a_bare_day_above_the_title_in_the_same_part_is_the_articles() -> None:
    for above in (
        f"<div class=date>{MARCH_14}</div>",
        f"<div>{MARCH_14}</div>",
        f'<div><time datetime="2020-03-14">{MARCH_14}</time></div>',
    ):
        html = f"<html lang=en><body><div class=post>{above}<h1>{TITLE}</h1>{PROSE}</div></body></html>"
        assert cleaner.clean(html).published == "2020-03-14", above


@pytest.mark.parametrize("names", ["class='entry-date modified'", "class=time-updated", "itemprop=dateModified"])
def test_a_time_that_its_names_call_an_update_is_no_day_of_publication(names: str) -> None:
    article = page(beside=f'<p><time {names} datetime="2020-03-14">March 14, 2020</time></p>')
    assert (article.published, article.modified) == (None, "2020-03-14")


def test_a_day_that_microdata_mark_as_that_of_the_change_alone_is_no_day_of_publication() -> None:
    for line in (
        "<span itemprop=dateModified>March 14, 2020</span>",
        "Jane Doe <span itemprop=dateModified content=2020-03-14>March 14, 2020</span>",
    ):
        article = page(beside=f"<p>{line}</p>")
        assert (article.published, article.modified, article.date) == (None, "2020-03-14", "2020-03-14")
    both = "<span itemprop=datePublished>March 14, 2020</span> <meta itemprop=dateModified content=2020-03-14>"
    assert page(beside=f"<p>{both}</p>").published == "2020-03-14"


def test_a_time_that_is_called_both_is_the_day_of_publication() -> None:
    both = '<time class="entry-date published updated" datetime="2020-03-14">March 14, 2020</time>'
    assert page(beside=f"<p>{both}</p>").published == "2020-03-14"
    one = (
        '<time class=updated datetime="2020-03-14T10:00Z">March 14, 2020</time> <time class=published '
        'datetime="2020-03-10T10:00Z">March 10, 2020</time>'
    )
    article = page(beside=f"<p>{one}</p>")
    assert (article.published, article.modified) == ("2020-03-10T10:00+00:00", "2020-03-14T10:00+00:00")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Originally scheduled for 3 March 2020"),
        ("en", "Event date: 3 March 2020"),
        ("en", "Founded 3 March 2020"),
        ("en", "Registration deadline: 3 March 2020"),
        ("de", "Einsendeschluss: 3. März 2020"),
        ("fr", "Date limite : 3 mars 2020"),
        ("es", "Válido hasta el 3 de marzo de 2020"),
        ("ja", "締切：2020年3月3日"),
    ],
)
def test_a_day_that_is_called_one_of_something_else_tells_nothing(language: str, line: str) -> None:
    for beside in (f"<p>{line}</p>", f"<p class=date>{line}</p>"):
        assert page(beside=beside, language=language).published is None
        assert page(beside=beside, language=language, datePublished="2024-05-01").published == "2024-05-01"


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2024 - 5 March 2024",
        "3-5 March 2024",
        "March 3 - March 5, 2024",
        "2024-03-03 – 2024-03-05",
        "3. März – 5. März 2024",
    ],
)
def test_a_range_is_no_day(line: str) -> None:
    assert page(beside=f"<p class=date>{line}</p>").published is None


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
    article = page(beside=f"<p class=meta>{line}</p>")
    assert (article.published, article.modified) == (published, modified)


@pytest.mark.parametrize(
    "tail",
    [
        '<section><h2>Comments</h2><div><b>Ann</b> <time datetime="2020-03-03">3 March 2020</time><p>A good piece, '
        "thank you.</p></div></section>",
        "<div class=comments><div><span class=date>3 March 2020</span><p>A good piece, thank you.</p></div></div>",
        "<ol class=replies><li>Ann, 3 March 2020<p>A good piece, thank you.</p></li></ol>",
        "<div><h4>Latest</h4><p><a href=/1>A river rises in the north</a></p><p>3 March 2020</p><p><a "
        "href=/2>Trains</a></p><p>4 March 2020</p></div>",
        "<div><h3>More news</h3><ul><li><a href=/x>Another story, about a river</a> <span>3 March "
        "2020</span></li></ul></div>",
    ],
)
def test_days_of_comments_and_of_other_pieces_never_count(tail: str) -> None:
    assert page(tail=tail).date is None
    assert page(tail=tail, beside="<p>5 March 2024</p>").date == "2024-03-05"


def test_days_of_pieces_above_the_article_never_count() -> None:
    assert page("<ul><li><a href=/x>Another story, about a river</a> <span>3 March 2020</span></li></ul>").date is None


def test_a_time_below_the_title_goes_before_one_above() -> None:
    above = "".join(
        f'<p><a href=/{day}>Another piece of news</a> <time datetime="2020-03-0{day}">0{day}/03/2020</time></p>'
        for day in (1, 2, 3)
    )
    article = page(f"<main>{above}</main>", '<div><time datetime="2017-05-06">05/06/2017</time></div>')
    assert article.published == "2017-05-06"


def test_a_later_day_that_a_time_beside_the_title_shows_goes_before_the_declared_one() -> None:
    shown = '<p class=byline><time datetime="2023-03-20">March 20, 2023</time> | Health</p>'
    declared = {"datePublished": "2013-03-11T11:11:07Z"}
    assert page(beside=shown, **declared, dateModified="2026-02-18").published == "2023-03-20"
    assert (
        page(beside=shown, **declared, dateModified="2023-03-20").published == "2013-03-11T11:11:07+00:00"
    )  # it shows the update
    assert page(beside=shown, **declared).published == "2013-03-11T11:11:07+00:00"  # it may show one


def test_an_address_may_be_escaped() -> None:
    assert (
        cleaner.clean(
            f"<h1>{TITLE}</h1>{PROSE}", url="https://blog.example/articles%2F2025-12-15%2BHow+and+why"
        ).published
        == "2025-12-15"
    )


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


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "3 hours ago"), ("en", "20 hours ago"), ("en", "1920 views, 3 hours ago"), ("en", "Today at 14:30"),
        ("de", "gestern, 14:30 Uhr"),
        ("fr", "il y a 3 heures"), ("es", "hace 3 horas"), ("ru", "вчера, 14:30"), ("zh", "3小时前"), ("ja", "3時間前"),
        ("ar", "منذ 3 ساعات"),
        ("en", "4 March/April 2024"), ("fi", "4.3. 14:30"), ("zh-TW", "113/03/04 14:30"), ("en", "04/03/2567"),
    ],
)  # fmt: skip
def test_what_states_no_day_gives_none(language: str, line: str) -> None:
    assert (dates.read_line(line, language), dates.find(line, language=language)) == (None, None)


def test_the_only_day_that_a_theme_calls_updated_is_that_of_publication() -> None:
    assert (
        page(beside='<p><time class=updated datetime="2020-03-14">March 14, 2020</time></p>').published == "2020-03-14"
    )


def test_many_days_far_from_the_title_are_those_of_other_pieces() -> None:
    def far(*days: int) -> Article:
        stamps = "".join(f"<div class=date><span>{day} March 2020</span></div>" for day in days)
        return cleaner.clean(
            f"<html lang=en><body><article><h1>{TITLE}</h1>{PROSE * 5}{stamps}</article></body></html>"
        )

    assert far(3).published == "2020-03-03"
    assert far(3, 4, 5, 6).published is None


def test_a_byline_below_the_text_dates_it() -> None:
    assert page(tail="<div class=byline>Author: Weir2go on 4 March 2010, 13:36</div>").published == "2010-03-04T13:36"


@pytest.mark.parametrize(
    "sentence", ["<p>On 3 March 2020 the council voted.</p>", "<h2>The vote on 3 March 2020 ended in a tie</h2>"]
)
def test_a_sentence_that_speaks_of_a_day_does_not_date_the_page(sentence: str) -> None:
    assert page(beside=sentence).published is None


def test_a_heading_may_state_the_moment() -> None:
    assert page(beside="<h2>Stars (1 / 1) 06.11.2023 13:30 by Jane Doe, a picture</h2>").published == "2023-11-06T13:30"


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


def test_many_days_above_many_titles_take_no_more_than_their_number() -> None:
    def seconds(count: int) -> float:
        html = f"<body>{f'<div><div>{MARCH_14}</div></div>' * count}<article>{f'<h1>{TITLE}</h1>' * count}{PROSE}</article></body>"
        start = time.process_time()
        cleaner.clean(html)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 20 * max(0.02, seconds(400))
