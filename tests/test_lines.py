"""The word lists of `cleaner.lines`, and the doctests of the rooms that speak of lines, dates and rules."""

from __future__ import annotations

import doctest
import importlib
import tomllib
from itertools import chain

import pytest

from cleaner import dates
from cleaner.dates import names
from cleaner.lines.agencies import agencies, holds_agency, is_agency
from tests.conftest import ROOT

KEYS = {"names", "exact", "whole", "photos", "captions", "arabic", "after_dash", "chinese", "japanese"}
MODULES = [
    "cleaner.patterns",
    "cleaner.folding",
    *(
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for room in ("dates", "lines", "rules")
        for file in sorted((ROOT / "cleaner" / room).glob("[a-z]*.py"))
    ),
    "cleaner.dates",
    "cleaner.segment.glued_dates",
]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_docstrings_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_every_agency_is_named_once_and_by_known_keys() -> None:
    entries = tomllib.loads((ROOT / "cleaner/lines/agencies.toml").read_text("utf-8"))["agencies"]
    assert all(entry.keys() <= KEYS for entry in entries)
    spellings = list(chain.from_iterable(entry["names"] for entry in entries))
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("text", "whole", "held"),
    [
        ("Reuters", True, True),
        ("afp", True, False),  # in any case, but not within a text
        ("AFP / Reuters", True, True),
        ("PETRA", True, True),
        ("Petra", False, False),  # a given name
        ("mehr", False, False),  # German "more"
        ("CNN", True, False),  # "Jane Doe CNN" is a person
        ("Deutsche Presse-Agentur", True, False),
        ("Low Fell", False, False),
    ],
)
def test_an_agency_is_told_from_other_words(text: str, whole: bool, held: bool) -> None:
    assert (is_agency(text), holds_agency(text)) == (whole, held)
    assert agencies().folded.isdisjoint(name.casefold() for name in agencies().exact)


def test_the_beginnings_of_months_that_end_names_begin_names_of_months() -> None:
    table = tomllib.loads((ROOT / "cleaner/metadata/authors/names.toml").read_text("utf-8"))
    known = tuple({name.lower() for language in names.MONTHS for name in dates.month_names(language)})
    assert [start for start in table["months"] if not any(name.startswith(start) for name in known)] == []


@pytest.mark.parametrize("language", "en de fr es it nl pt".split())
def test_weekdays_are_whole_names(language: str) -> None:
    assert len(dates.weekday_names(language)) >= 7
