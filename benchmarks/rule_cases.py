"""What rule sets are scored on: pages of the corpora and fixtures, each with what should come out of it; and how right
an article is beside that.

Every measure is from 0 to 1, or None where the gold is silent:

- `text`: word F1 with the gold body; without one snippet F1.
- `begins`: the text begins with the first words of the gold body, or of its deck.
- `title`, `authors`, `day`: as in `benchmarks.meta`.
- `captions`: the share of the gold's captions that are found; of a fixture, which lists all, of those and of whatever
  else is called one.
- `comments`, `removals`: the share of the lines labelled as comments, and of all lines that are no part of the article,
  that are left out for the right reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import CorpusError, Page
from benchmarks.lines import ARTICLE, CAPTION, SHORTEST, key_of
from benchmarks.meta import Said, mark
from benchmarks.metrics import NEAR_EXACT, best_overlap, snippets
from benchmarks.peers import Output
from cleaner import Article, Reason

MEASURES = ("text", "begins", "title", "authors", "day", "captions", "comments", "removals")
# From this value on a page is right; of the measures that are not named only 1 is.
RIGHT_FROM = {"text": NEAR_EXACT}
# Words at the beginning that are compared. By hand.
FIRST_WORDS = 5

_ANY = frozenset(map(str, Reason))
# The reasons that are right for a labelled line, by its letter (see `benchmarks.lines`). A line that is a promotion or
# asks for money may be any of several things, and of the rest every reason is right.
_REASONS: Mapping[str, frozenset[str]] = {
    "N": frozenset(("newsletter",)),
    "R": frozenset(("related",)),
    "M": frozenset(("comments",)),
    "S": frozenset(("share",)),
    "P": frozenset(("advertisement", "paywall", "newsletter", "related")),
    "O": _ANY,
}
_NAMES = {"N": "newsletter", "R": "related", "M": "comments", "S": "share", "P": "promotion", "O": "other"}

Values = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Left:
    """A text that is to be left out: what it is called, and the reasons that are right for it."""

    name: str
    reasons: frozenset[str]
    key: str


@dataclass(frozen=True, slots=True)
class Case:
    """A page with its gold, captions and what is to be left out among it. `exhaustive`: the captions are all there
    are.
    """

    page: Page
    captions: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    exhaustive: bool = False


def case_of_page(page: Page) -> Case:
    """A page of a corpus, with its labelled lines where it has some."""
    own = {key_of(line) for letter, line in page.lines if letter == ARTICLE}
    lines = [(letter, key_of(line)) for letter, line in page.lines if len(line) >= SHORTEST]
    captions = tuple(dict.fromkeys(key for letter, key in lines if letter == CAPTION))
    left = tuple(
        Left(_NAMES[letter], _REASONS[letter], key) for letter, key in lines if letter in _REASONS and key not in own
    )
    return Case(page, captions, left)


def cases_of_fixtures(folder: Path) -> Iterator[tuple[str, Case]]:
    """The fixtures of a folder, each with the name of the folder it lies in: the host. Raises `CorpusError`."""
    for path in sorted(folder.glob("*/*/expected.json")):
        try:
            expected = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise CorpusError(f"{path}: {error}") from error
        source = next(path.parent.glob("input.*"), None)
        if source is None:
            raise CorpusError(f"{path.parent} holds no input")
        yield path.parent.parent.name, _fixture(path.parent, source, expected)


def _fixture(folder: Path, source: Path, expected: Mapping[str, Any]) -> Case:
    page = Page(
        id=f"{folder.parent.name}/{folder.name}",
        path=source,
        url=expected.get("url"),
        body="\n\n".join(expected.get("body", ())) or None,
        deck=expected.get("subtitle"),
        title=expected.get("title"),
        authors=tuple(expected.get("authors", ())),
        date=expected.get("published"),
    )
    captions = [caption if isinstance(caption, str) else caption["text"] for caption in expected.get("captions", ())]
    left = [
        Left(item["reason"], frozenset((item["reason"],)), key_of(item["text"])) for item in expected.get("removed", ())
    ]
    return Case(page, tuple(map(key_of, captions)), tuple(left), exhaustive="captions" in expected)


def values_of(case: Case, article: Article) -> dict[str, float | None]:
    """How right an article is, by measure."""
    page = case.page
    marks = mark(Said("", None, None, article.title, article.authors, article.date), page)
    right = [is_right for _, is_right in left_out(case, article)]
    comments = [is_right for left, is_right in left_out(case, article) if left.name == "comments"]
    return {
        "text": _text(page, article),
        "begins": _begins(page, article),
        "title": marks.title,
        "authors": marks.authors,
        "day": marks.date,
        "captions": _captions(case, article),
        "comments": sum(comments) / len(comments) if comments else None,
        "removals": sum(right) / len(right) if right else None,
    }


def left_out(case: Case, article: Article) -> list[tuple[Left, bool]]:
    """What is to be left out, each with whether it is, for the right reason."""
    removed: dict[str, list[str]] = {}
    for removal in article.removed:
        removed.setdefault(str(removal.reason), []).append(f" {key_of(removal.text)} ")
    return [
        (left, any(f" {left.key} " in text for reason in left.reasons for text in removed.get(reason, ())))
        for left in case.left
    ]


def errors_of(values: Values) -> int:
    """How many measures of a page are not right."""
    return sum(value is not None and value < RIGHT_FROM.get(name, 1.0) for name, value in values.items())


def means(values: Sequence[Values]) -> dict[str, float | None]:
    """The mean of each measure over the pages whose gold has it."""
    told = {name: [value for one in values if (value := one[name]) is not None] for name in MEASURES}
    return {name: sum(of_measure) / len(of_measure) if of_measure else None for name, of_measure in told.items()}


def _text(page: Page, article: Article) -> float | None:
    if page.golds:
        return best_overlap(Output(article.text, article.subtitle).texts, page.golds).f1
    return snippets(article.text, page.wanted, page.unwanted).f1


def _begins(page: Page, article: Article) -> float | None:
    words = key_of(article.text).split()[:FIRST_WORDS]
    golds = [key_of(gold).split()[:FIRST_WORDS] for gold in page.golds]
    return float(words in golds) if golds else None


def _captions(case: Case, article: Article) -> float | None:
    have = [key_of(caption.text) for caption in article.captions]
    found = sum(any(key in text for text in have) for key in case.captions)
    count = max(len(case.captions), len(have) if case.exhaustive else 0)
    return found / count if count else None
