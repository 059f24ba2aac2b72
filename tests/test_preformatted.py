"""Code and tables that are set with spaces keep their columns; what only stands in does not become code."""

from __future__ import annotations

import pytest

import cleaner
from cleaner import Role
from tests.pages import FERRY

CODE = "for ship in quay:\n    if ship.late:\n        print(ship)"
GO = "func main() {\n\tships := quay()\n\tprint(ships)\n}"
TABLE = "Name          Office    Years\nMarta Holm    ferry     1990 to 2014\nIlse Brandt   bridge    1988 to 2001"
POINTS = "Harbour       12    30\nLow Fell      12     8\nMill Town      9   121"


@pytest.mark.parametrize(
    "part",
    [
        f"```\n{CODE}\n\n    # later\n```",
        f"~~~ python\n{CODE}\n~~~",
        CODE,
        f"    {CODE.replace(chr(10), chr(10) + '    ')}",
        GO,
        '{\n  "ship": "Ann",\n  "late": true\n}',
        "flowchart LR\n    A[Quay] --> B[Ship]\n    B --> C[Sea]",
        TABLE,
        POINTS,
    ],
)
def test_code_and_tables_keep_their_columns_also_the_second_time(part: str) -> None:
    text = "\n\n".join([FERRY[0], part, *FERRY[1:]])
    article = cleaner.clean(text)
    assert article.text == text
    assert [block.role for block in article.blocks][1] is Role.CODE
    assert cleaner.clean(article.text).text == text


@pytest.mark.parametrize(
    "part",
    [
        "  The ship sails\n    at dawn today\n  and nobody\n    is on the quay",
        "- one\n  - two\n  - three",
        "Roses are  red\nViolets are blue\nThe sea is  not",
        "12 Quay Street\n    Old Town\n    Port Nasr 1234",
    ],
)
def test_verse_lists_and_addresses_are_no_code(part: str) -> None:
    article = cleaner.clean("\n\n".join([FERRY[0], part, *FERRY[1:]]))
    assert Role.CODE not in [block.role for block in article.blocks]
