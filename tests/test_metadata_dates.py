"""Dates of publication and change that a page declares: which holds, and which are refused and why."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import cleaner
from cleaner import Cleaner, InputError
from cleaner.cli.explain import explain
from cleaner.version import RELEASED
from tests.pages import COUNCIL, COUNCIL_TITLE, TWO_PARAGRAPHS, clean_council, clean_page


def test_a_day_after_the_page_was_fetched_is_refused_and_told_with_the_reason() -> None:
    article = clean_council(beside="<p class=date>5 March 2024</p>", datePublished="2099-05-01T10:00:00Z")
    assert article.published == "2024-03-05"
    assert article.sources["published"]["others"] == [
        {"source": "json-ld:datePublished", "value": "2099-05-01T10:00+00:00", "refused": "after the page was fetched"}
    ]


def test_explain_says_why_a_day_was_refused() -> None:
    account = explain(
        clean_council(beside="<p class=date>5 March 2024</p>", datePublished="2099-05-01", dateModified="1970-01-01"),
        None,
        False,
    )
    assert "not json-ld:datePublished: 2099-05-01 (after the page was fetched)" in account
    assert "not json-ld:dateModified: 1970-01-01 (placeholder)" in account


def test_where_every_day_is_refused_there_is_none() -> None:
    article = clean_council(datePublished="2099-05-01", dateModified="2099-05-02")
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
    assert clean_council(fetched=date(2024, 3, 5), datePublished=stated).published == published


def test_without_a_day_that_is_given_today_is_the_last() -> None:
    today = datetime.now(UTC).date()
    assert clean_council(datePublished=today.isoformat()).published == today.isoformat()
    assert clean_council(datePublished=(today + timedelta(days=3)).isoformat()).published is None


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
    text = f"<html><body><article><h1>{COUNCIL_TITLE}</h1><p class=date>{{}}</p>{COUNCIL}</article></body></html>"
    assert made.clean(text.format("5 March 2099")).published == published
    assert made.clean(text.format(f"{RELEASED:%d %B %Y}")).published == RELEASED.isoformat()


def test_fetched_is_a_day() -> None:
    noon = datetime(2024, 3, 5, 12, 30)
    assert clean_council(fetched=noon, datePublished="2024-03-06").published == "2024-03-06"
    assert clean_council(fetched=noon, datePublished="2024-03-07").published is None
    assert clean_council(fetched=date.max, datePublished="2099-05-01").published == "2099-05-01"
    with pytest.raises(InputError, match=r"fetched is '2024-03-05': give it as a datetime\.date, or leave it out"):
        cleaner.clean(COUNCIL, fetched="2024-03-05")  # type: ignore[arg-type]


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
    assert clean_council(datePublished=nothing).published is None
    assert clean_council(beside="<p class=date>5 March 2024</p>", datePublished=nothing).published == "2024-03-05"


def test_a_real_day_at_the_end_of_1969_is_one() -> None:
    assert clean_council(datePublished="1969-12-31T05:00:00-05:00").published == "1969-12-31T05:00-05:00"


def test_a_change_before_the_day_of_publication_is_one_of_the_draft() -> None:
    article = clean_council(datePublished="2024-05-01", dateModified="2024-04-01")
    assert (article.published, article.modified, article.date) == ("2024-05-01", None, "2024-05-01")
    assert article.sources["modified"]["others"][0]["refused"] == "before the publication"
    assert (
        clean_council(datePublished="2024-05-01T10:00", dateModified="2024-05-01T09:00").modified == "2024-05-01T09:00"
    )


@pytest.mark.parametrize("number", [1714557600, 1714557600000, 1714557600.0])
def test_json_ld_may_count_seconds_or_milliseconds(number: float) -> None:
    assert clean_council(datePublished=number).published == "2024-05-01T10:00+00:00"


def test_json_ld_may_hold_any_number() -> None:
    assert clean_council(datePublished=float("inf"), dateModified=10**400).date is None
    assert clean_council(datePublished=True, dateModified=-1).date is None


@pytest.mark.parametrize("names", ["class='entry-date modified'", "class=time-updated", "itemprop=dateModified"])
def test_a_time_that_its_names_call_an_update_is_no_day_of_publication(names: str) -> None:
    article = clean_council(beside=f'<p><time {names} datetime="2020-03-14">March 14, 2020</time></p>')
    assert (article.published, article.modified) == (None, "2020-03-14")


def test_a_day_that_microdata_mark_as_that_of_the_change_alone_is_no_day_of_publication() -> None:
    for line in (
        "<span itemprop=dateModified>March 14, 2020</span>",
        "Jane Doe <span itemprop=dateModified content=2020-03-14>March 14, 2020</span>",
    ):
        article = clean_council(beside=f"<p>{line}</p>")
        assert (article.published, article.modified, article.date) == (None, "2020-03-14", "2020-03-14")
    both = "<span itemprop=datePublished>March 14, 2020</span> <meta itemprop=dateModified content=2020-03-14>"
    assert clean_council(beside=f"<p>{both}</p>").published == "2020-03-14"


def test_a_time_that_is_called_both_is_the_day_of_publication() -> None:
    both = '<time class="entry-date published updated" datetime="2020-03-14">March 14, 2020</time>'
    assert clean_council(beside=f"<p>{both}</p>").published == "2020-03-14"
    one = (
        '<time class=updated datetime="2020-03-14T10:00Z">March 14, 2020</time> <time class=published '
        'datetime="2020-03-10T10:00Z">March 10, 2020</time>'
    )
    article = clean_council(beside=f"<p>{one}</p>")
    assert (article.published, article.modified) == ("2020-03-10T10:00+00:00", "2020-03-14T10:00+00:00")


def test_an_address_may_be_escaped() -> None:
    assert (
        cleaner.clean(
            f"<h1>{COUNCIL_TITLE}</h1>{COUNCIL}", url="https://blog.example/articles%2F2025-12-15%2BHow+and+why"
        ).published
        == "2025-12-15"
    )


def test_the_only_day_that_a_theme_calls_updated_is_that_of_publication() -> None:
    assert (
        clean_council(beside='<p><time class=updated datetime="2020-03-14">March 14, 2020</time></p>').published
        == "2020-03-14"
    )


def test_a_date_is_said_as_precisely_as_any_source_says_it() -> None:
    article = clean_page(
        "<meta property=article:published_time content='2019-02-23T10:27:31+04:00'>", datePublished="2019-02-23"
    )
    assert article.published == "2019-02-23T10:27:31+04:00"
    assert article.sources["published"]["source"] == "meta:article:published_time"
    other = clean_page("<meta property=article:published_time content='2019-02-25T10:27'>", datePublished="2019-02-23")
    assert other.published == "2019-02-23"


def test_an_earlier_printed_day_stands_against_one_that_no_line_supports() -> None:
    body = TWO_PARAGRAPHS.replace("<article>", "<article><h1>The harbour opens</h1><p class=date>4 March 2024</p>")
    assert clean_page(body=body, datePublished="2025-11-05").published == "2024-03-04"
    assert (
        clean_page(body=body, datePublished="2024-02-01").published == "2024-02-01"
    )  # a later one may be the day of the visit
    assert clean_page(body=body, datePublished="2024-03-05T00:30:00Z").published == "2024-03-05T00:30+00:00"
    assert clean_page(body=body, datePublished="2024-02-01", dateModified="2024-03-04").published == "2024-02-01"


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("4 March 2024, 20:30", "2024-03-04T20:30:09-05:00"),
        ("5 March 2024, 07:00", "2024-03-05T07:00:09+05:30"),
        ("5 March 2024, 07:13", "2024-03-05T01:30:09+00:00"),
        ("4 March 2024", "2024-03-05T01:30:09+00:00"),
    ],
    ids=["west", "east", "another minute", "the day before"],
)
def test_a_moment_in_utc_is_told_as_the_readers_of_the_page_see_it(printed: str, published: str) -> None:
    article = clean_council(beside=f"<p class=date>{printed}</p>", datePublished="2024-03-05T01:30:09Z")
    assert article.published == published


def test_an_address_keeps_the_day_of_publication_where_a_system_declares_that_of_an_import() -> None:
    declared = '<meta property="article:published_time" content="2019-06-17T18:28+02:00">'
    page = f"<head>{declared}</head><article><h1>{COUNCIL_TITLE}</h1>{{}}{COUNCIL}</article>"
    url = "https://a.example/2017/07/12/pier/"
    assert cleaner.clean(page.format(""), url=url).published == "2017-07-12"
    assert cleaner.clean(page.format("<p>17 June 2019</p>"), url=url).published == "2019-06-17T18:28+02:00"


@pytest.mark.parametrize(
    ("first", "published"),
    [("Published 14 March 2020 01:57", "2020-03-14T01:57"), ("Published 14 March 2020", "2020-03-14")],
)
def test_the_day_of_publication_may_be_that_of_the_update(first: str, published: str) -> None:
    update = '<time itemprop=dateModified datetime="2020-03-14T19:20:00+01:00">Updated 14 March 2020 19:20</time>'
    article = clean_council(beside=f"<p>{first}</p><p>{update}</p>")
    assert (article.published, article.modified) == (published, "2020-03-14T19:20+01:00")


@pytest.mark.parametrize(
    "stamp",
    [
        '<abbr class=published title="2020-03-14T10:00:00+01:00">10:00</abbr>',
        '<time title="2020-03-14T10:00:00+01:00">10:00</time>',
        '<span data-datetime="2020-03-14T10:00:00+01:00">10:00</span>',
        '<relative-time datetime="2020-03-14T10:00:00+01:00">four years ago</relative-time>',
    ],
)
def test_a_moment_may_stand_in_an_attribute_alone(stamp: str) -> None:
    assert clean_council(beside=f"<p>At {stamp}</p>").published == "2020-03-14T10:00+01:00"
    other = stamp.replace("published", "unit").replace("2020-03-14T10:00:00+01:00", "minutes and hours")
    assert clean_council(beside=f"<p>At {other}</p>").published is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/03/04/pier", "2024-03-04"),
        ("https://a.example/news/2024-03-04-pier", "2024-03-04"),
        ("https://a.example/2024/march/4/pier", "2024-03-04"),
        ("https://a.example/20240304/pier", "2024-03-04"),
        ("https://a.example/text/20240304-pier.html", "2024-03-04"),
        ("https://a.example/2024030412/pier", None),
        ("https://a.example/20241304/pier", None),
        ("https://a.example/2024/13/44/pier", None),
        ("https://a.example/12024/03/04", None),
    ],
)
def test_the_address_names_a_day(url: str, day: str | None) -> None:
    assert clean_page(url=url).published == day
