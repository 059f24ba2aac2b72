"""The language and direction that a page declares, in whatever form."""

from __future__ import annotations

from typing import Any

import pytest

import cleaner
from cleaner.language import primary
from tests.pages import MILL, clean_mill


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("en-US", "en"), ("de_AT.UTF-8", "de"), (" FR ", "fr"), ("en, fr", "en"), ("iw", "he"), ("in-ID", "id"), ("ji",
        "yi"), ("no", "no"),
        ("fre", "fr"), ("English", "en"), ("English (US)", "en"), ("und", None), ("mul", None), ("zxx", None), ("xx",
        None), ("{{lang}}", None),
        ("not a tag", None), ("", None), ("x" * 100_000, None), (" " * 100_000, None),
    ],
)  # fmt: skip
def test_a_languages_primary_tag(said: str, tag: str | None) -> None:
    assert primary(said) == tag


@pytest.mark.parametrize(
    "stated",
    [
        "de-DE",
        ["de", "en"],
        {"@type": "Language", "name": "German", "alternateName": "de"},
        {"name": "German"},
        ["und", "de"],
    ],
)
def test_json_ld_states_the_language_where_nothing_else_declares_it(stated: Any) -> None:
    article = clean_mill(root="<html lang=und>", inLanguage=stated)
    assert (article.language, article.sources["language"]["source"]) == ("de", "json-ld:inLanguage")


def test_the_language_names_its_source_and_those_that_lost() -> None:
    article = clean_mill("<meta property=og:locale content=fr_FR>", root="<html lang=en>", inLanguage="de")
    assert article.language == "en"
    others = [{"source": "meta:og:locale", "value": "fr"}, {"source": "json-ld:inLanguage", "value": "de"}]
    assert article.sources["language"] == {"source": "html:lang", "others": others}


def test_the_body_may_declare_language_and_direction() -> None:
    article = cleaner.clean(f"<html><body lang=he dir=rtl>{MILL}")
    assert (article.language, article.direction) == ("he", "rtl")
    assert (article.sources["language"], article.sources["direction"]) == (
        {"source": "body:lang"},
        {"source": "body:dir"},
    )
    assert cleaner.clean(f"<html lang=en><body><article dir=rtl>{MILL}").sources["direction"] == {
        "source": "article:dir"
    }
    assert cleaner.clean(f"<html lang=en><body>{MILL}").sources["direction"] == {"source": "language"}
