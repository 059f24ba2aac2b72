"""Lines that name the authors. All of it is invented."""

from __future__ import annotations

import pytest

from cleaner.lines import bylines


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ingrid Solheim", ["Ingrid Solheim"]),
        ("BY INGRID SOLHEIM", ["INGRID SOLHEIM"]),
        ("Yazan: Defne Aksoy", ["Defne Aksoy"]),
        ("YAZAN: Defne Aksoy", ["Defne Aksoy"]),
        ("Γράφει ο Νίκος Παππάς", ["Νίκος Παππάς"]),
        ("Piše: Ana Horvat", ["Ana Horvat"]),
        ("Пише: Јелена Марић", ["Јелена Марић"]),
        ("Höfundur: Jón Sigurðsson", ["Jón Sigurðsson"]),
        ("Napísala Jana Kováčová", ["Jana Kováčová"]),
        ("Piše se nova povijest grada", []),
        ("Пише новую книгу", []),
        ("Édité par Luc Ferrand", []),
        ("The ferry came in late", []),
    ],
)
def test_a_byline_names_its_people(line: str, people: list[str]) -> None:
    assert bylines.names(line) == people


def test_each_word_that_a_byline_begins_with_is_known_by_its_first_letters() -> None:
    # A word of one letter would be no beginning of two, and its bylines would be passed over.
    words = [word for by_kind in bylines._words().values() for group in by_kind.values() for word in group]
    assert words and all(len(word) > 1 for word in words if word.isascii())
