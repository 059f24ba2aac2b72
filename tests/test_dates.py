"""Dates as pages print them and as machines write them: ISO 8601, no more precise than what is stated."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dates import Stamp, find, from_machine, read_line, refines


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


@pytest.mark.parametrize("line", ["Updated: December 27, 2018 04:24 PM", "Last updated on 27 December 2018, 16:24", "Last Update: 27 Dec 2018 16:24"])
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
    ("value", "iso"),
    [
        ("2019-02-23", "2019-02-23"),
        ("20190223", "2019-02-23"),
        (" 2019-02-23T10:27Z ", "2019-02-23T10:27+00:00"),
        ("2019-02-23T10:27:00.000Z", "2019-02-23T10:27+00:00"),
        ("2019-02-23T10:27:31.123+0400", "2019-02-23T10:27:31+04:00"),
        ("2019-02-23 10:27:00 UTC", "2019-02-23T10:27+00:00"),
        ("2019-02-23 10:27:00 +02:00", "2019-02-23T10:27+02:00"),
        ("Sat, 23 Feb 2019 10:27:00 GMT", "2019-02-23T10:27+00:00"),
        ("2019-02", None),
        ("1550917620", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("", None),
        ("soon", None),
    ],
)
def test_machine_readable_values(value: str, iso: str | None) -> None:
    assert from_machine(value) == iso


@given(st.datetimes(datetime(1901, 1, 1), datetime(2199, 12, 31)), st.integers(-14 * 4, 14 * 4))
def test_iso_goes_through_unchanged_but_for_fractions(moment: datetime, quarters: int) -> None:
    moment = moment.replace(second=moment.second or 1, tzinfo=timezone(timedelta(minutes=15 * quarters)))
    iso = moment.isoformat(timespec="seconds")
    assert from_machine(iso) == iso
    assert from_machine(moment.isoformat()) == iso


@given(st.text(max_size=60) | st.text(st.sampled_from("0123456789/.:-+ TZMayFeb٢²,"), max_size=30))
def test_no_text_is_an_error(text: str) -> None:
    for iso in (find(text), find(text, modified=True), from_machine(text), (read_line(text) or Stamp("2019-01-01", modified=False)).iso):
        assert iso is None or datetime.fromisoformat(iso)


@pytest.mark.parametrize(
    ("iso", "other", "better"),
    [
        ("2019-02-23", "2019-02-23T10:27", True),
        ("2019-02-23", "2019-02-23T10:27+04:00", True),
        ("2019-02-23T10:27", "2019-02-23T10:27:31+04:00", True),
        ("2019-02-23T10:27+04:00", "2019-02-23T10:27:31+04:00", True),
        ("2019-02-23T10:27", "2019-02-23", False),
        ("2019-02-23", "2019-02-23", False),
        ("2019-02-23", "2019-02-24T10:27", False),
        ("2019-02-23T10:27", "2019-02-23T11:27:00", False),
        ("2019-02-23T10:27:31", "2019-02-23T10:27+04:00", False),  # it loses the seconds
        ("2019-02-23T10:27+00:00", "2019-02-23T10:27:31+04:00", False),  # another moment
    ],
)
def test_a_date_is_refined_by_what_says_the_same_more_precisely(iso: str, other: str, better: bool) -> None:
    assert refines(iso, other) is better
