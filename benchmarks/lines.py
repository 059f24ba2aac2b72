"""Pages labelled line by line: how many lines of each label a tool's text holds, and whether captions and comments are
found in fields of their own.

Beside the corpora lies `lines/lines.jsonl`, a line a page: `corpus` and `id` of a page there, and `lines`, each a
letter (see `LABELS`) and a block of text that somebody read. Titles and decks do not count, nor do lines of under 20
characters.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.corpora import Corpus, Loaded, Page
from benchmarks.peers import OURS, TOOLS, Output, Run, Tool, choose, load, quiet
from benchmarks.tables import Progress, Report, Settings, Table

ARTICLE, CAPTION, COMMENT = "A", "C", "M"
# What stays out of a text, by its letter. An article's byline and captions have fields of their own.
LABELS: Mapping[str, str] = {
    "N": "newsletter",
    "R": "related",
    COMMENT: "comments",
    "S": "share",
    "P": "promotion",
    "O": "other",
    CAPTION: "caption",
    "B": "byline",
}
# Characters of the shortest line that counts: shorter ones stand in many a sentence.
SHORTEST = 20
# The peers of the table: those that people take for news.
PEERS = ("trafilatura", "resiliparse", "readability-lxml", "newspaper4k")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Fields(Output):
    """An output with the captions and comments that the tool gives apart."""

    captions: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Lines counted: by letter those in the text and all; by letter those found in their field. `errors`: pages."""

    inside: dict[str, int] = field(default_factory=dict)
    every: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    errors: int = 0

    def add(self, page: Page, output: Output) -> None:
        """Count the lines of a page."""
        text = f" {key_of(output.text)} "
        fields: dict[str, list[str]] = {}
        if isinstance(output, Fields):
            fields = {CAPTION: [*map(key_of, output.captions)], COMMENT: [*map(key_of, output.comments)]}
        own = {key_of(line) for letter, line in page.lines if letter == ARTICLE}
        for letter, line in page.lines:
            key = key_of(line)
            if len(line) < SHORTEST or (letter != ARTICLE and (letter not in LABELS or key in own)):
                continue
            self.every[letter] = self.every.get(letter, 0) + 1
            self.inside[letter] = self.inside.get(letter, 0) + (f" {key} " in text)
            self.found[letter] = self.found.get(letter, 0) + any(key in held for held in fields.get(letter, ()))

    @property
    def lost(self) -> float | None:
        """The share of the article's lines that the text lacks."""
        every = self.every.get(ARTICLE, 0)
        return 1 - self.inside[ARTICLE] / every if every else None

    @property
    def kept(self) -> float | None:
        """The share of all other lines that the text holds."""
        every = sum(self.every.get(letter, 0) for letter in LABELS)
        return sum(self.inside.get(letter, 0) for letter in LABELS) / every if every else None

    def found_of(self, letter: str) -> float | None:
        """The share of the lines of a letter that are found in their field."""
        every = self.every.get(letter, 0)
        return self.found[letter] / every if every else None


def key_of(text: str) -> str:
    """A text as it is compared: its words in lower case.

    >>> key_of("“Copy link” – now!")
    'copy link now'
    """
    return _NO_WORD.sub(" ", text.lower()).strip()


def tally(pages: Sequence[Page], tools: Mapping[str, Run], step: Any = lambda: None) -> dict[str, Tally]:
    """The lines that each tool keeps. A tool that raises has returned nothing."""
    tallies = {name: Tally() for name in tools}
    with quiet():
        for page in pages:
            loaded = page.load()
            for name, run in tools.items():
                try:
                    output = run(loaded)
                except Exception:  # whatever a peer raises is its result on the page
                    output = Output("")
                    tallies[name].errors += 1
                tallies[name].add(page, output)
            step()
    return tallies


def pages_with_lines(corpora: Iterable[Corpus]) -> list[Page]:
    """The pages whose lines are labelled."""
    return [page for corpus in corpora for page in corpus.pages if page.lines]


def with_fields(**options: Any) -> Run:
    """The cleaner with its captions, and all lines that it labels as comments: the names, dates and controls, too."""
    cleaner = importlib.import_module("cleaner")
    made = cleaner.Cleaner(options=cleaner.Options(**options))

    def run(page: Loaded) -> Output:
        article = made.clean(page.raw, url=page.url)
        comments = [block.text for block in article.blocks if block.reason == "comments"]
        return Fields(article.text, captions=tuple(one.text for one in article.captions), comments=tuple(comments))

    return run


def lines_suite(corpora: Sequence[Corpus], settings: Settings, progress: Progress) -> Report:
    """Lines of each label that the tools keep, on the pages that are labelled line by line."""
    pages = pages_with_lines(corpora)[: settings.pages]
    if not pages:
        return Report()
    ours = [tool for tool in TOOLS if tool.ours]
    peers = choose(settings.peers, [tool for tool in TOOLS if tool.name in PEERS])
    ready, missing = load([*ours, *peers])
    runs: dict[str, Run] = {
        tool.name: with_fields(site_rules=tool.name != OURS) if tool.tool.ours else tool.run for tool in ready
    }
    tallies = tally(pages, runs, progress("lines", len(pages)))
    tools = [tool.tool for tool in ready]
    return Report([lines_table(pages, tools, tallies)], tools=tools, missing=missing)


def lines_table(pages: Sequence[Page], tools: Sequence[Tool], tallies: Mapping[str, Tally]) -> Table:
    """A row for each tool: article lines lost, other lines kept, those of each label, and what is found in fields."""
    rows = []
    for tool in tools:
        counted = tallies[tool.name]
        fields = [_share(counted.found_of(letter)) if tool.ours else "–" for letter in (CAPTION, COMMENT)]
        labels = [f"{counted.inside.get(letter, 0)}/{counted.every.get(letter, 0)}" for letter in LABELS]
        rows.append((tool.name, _share(counted.lost), _share(counted.kept), *labels, *fields, str(counted.errors)))
    columns = ("tool", "article lost", "others kept", *LABELS.values(), "captions found", "comments found", "errors")
    notes = (
        f"Of lines of {SHORTEST} characters or more: the share of the article's that the text lacks, the share of all "
        "others that it holds, and how many of each label it holds.",
        "Found: in `captions`; labelled as `comments`, of which the comments are made. trafilatura without comments.",
    )
    return Table(f"Lines: {len(pages)} pages labelled line by line", columns, tuple(rows), notes)


def line_values(corpora: Sequence[Corpus]) -> dict[str, float | None]:
    """The figures of the gate: the cleaner, rule sets off. Nothing where no page is labelled line by line."""
    pages = pages_with_lines(corpora)
    if not pages:
        return {}
    counted = tally(pages, {OURS: with_fields(site_rules=False)})[OURS]
    return {
        "pages": len(pages),
        "lines_lost": counted.lost,
        "lines_kept": counted.kept,
        "captions_found": counted.found_of(CAPTION),
        "comments_found": counted.found_of(COMMENT),
        "comments_kept": counted.inside.get(COMMENT, 0),
    }


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
