"""Dates as machines write them: ISO 8601, no more precise than what is stated."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dates import Stamp, find, from_machine, read_line, refines


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
        ("1550917620", "2019-02-23T10:27+00:00"),
        ("1550917651000", "2019-02-23T10:27:31+00:00"),
        ("9550917620", None),  # another number: the year would be 2272
        ("1234567", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("", None),
        ("soon", None),
        ("2021-03-03T14:05:00+0100", "2021-03-03T14:05+01:00"),
        ("2021-03-03T14:05+01", "2021-03-03T14:05+01:00"),
        ("2021-03-03T14:05", "2021-03-03T14:05"),
        ("2021-03-03 14:05:00 +0000 UTC", "2021-03-03T14:05+00:00"),
        ("2021-03-03 14:05:00.0", "2021-03-03T14:05"),
        ("2022-01-10T22:06:08:684Z", "2022-01-10T22:06:08+00:00"),
        ("2022-05-11T4:10:00", "2022-05-11T04:10"),
        ("20210303T140500Z", "2021-03-03T14:05+00:00"),
        ("20210303140500", "2021-03-03T14:05"),
        ("Thu, 08 May 2014 14:04:53 -0400", "2014-05-08T14:04:53-04:00"),
        ("2021-3-3", "2021-03-03"),
        ("'2021-03-03'", "2021-03-03"),
        ("03/03/2021 14:05", "2021-03-03T14:05"),
        ("13/11/2025 09:21:40", "2025-11-13T09:21:40"),
        ("03/02/2021 14:05", None),  # February or March
        ("2021-03-03T14:05:00 Europe/Berlin", "2021-03-03T14:05+01:00"),
        ("2021-07-03T14:05:00[Europe/Berlin]", "2021-07-03T14:05+02:00"),
        ("2021-03-03T14:05:00+01:00[Europe/Berlin]", "2021-03-03T14:05+01:00"),
        ("2021-03-03T14:05:00 Nowhere/Town", "2021-03-03T14:05"),
        ("2021-03-03T14:05:00 (CET)", "2021-03-03T14:05"),
        ("2021-02-30T14:05:00Z", None),
        ("2021-03-03T25:05:00Z", "2021-03-03"),
        ("Wed Mar  3 14:05:09 CET 2021", "2021-03-03T14:05:09+01:00"),
        ("Wed Mar 3 14:05:09 2021", "2021-03-03T14:05:09"),
        ("Wed Foo 3 14:05:09 2021", None),
        ("2201-01-01", None),
        ("1899-12-31T10:00", None),
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
    for iso in (
        find(text),
        find(text, modified=True),
        from_machine(text),
        (read_line(text) or Stamp("2019-01-01", modified=False)).iso,
    ):
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
