"""The `Article` that comes out: text, metadata, and every block of the input with its label."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cleaner import render
from cleaner.labels import Reason
from cleaner.model import (
    ArticleFields,
    Block,
    BlockView,
    ElementPlace,
    Elements,
    Place,
    Run,
    Struck,
    Style,
    styled_runs,
)
from cleaner.patterns import Pattern
from cleaner.urls import complete

_WORD = Pattern(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[’'.,·-](?=[\p{L}\p{N}]))*+"
)


class Spans:
    """Where each block stands in the text; None for one that does not. Two numbers a block, where pairs would take
    eight times the memory.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, count: int) -> None:
        self._starts, self._ends = array("q", [-1]) * count, array("q", [0]) * count

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, i: int) -> tuple[int, int] | None:
        start = self._starts[i]
        return None if start < 0 else (start, self._ends[i])

    def __setitem__(self, i: int, span: tuple[int, int]) -> None:
        self._starts[i], self._ends[i] = span


@dataclass(frozen=True, slots=True)
class Draft:
    """The labelled blocks behind an article, from which the views are made when somebody asks; spans are those in the
    text.
    """

    blocks: Sequence[Block]
    spans: Spans
    elements: Elements
    struck: Sequence[Struck]
    html: bool
    base: str | None = None

    def view(self, i: int) -> BlockView:
        """The i-th block as the API hands it out."""
        block = self.blocks[i]
        return BlockView(
            block.text,
            block.role,
            block.reason,
            block.rule,
            block.layer,
            block.score,
            self.spans[i],
            self._place(block),
            runs_of(block, self.base),
        )

    def _place(self, block: Block) -> Place:
        if self.html:
            return ElementPlace(self.elements, block.element)
        return Place(start=block.start, end=block.end, line=block.line)

    def views(self) -> Iterator[BlockView]:
        """Every block; the spans that rules took out of one follow it as removals."""
        struck: dict[int, list[Struck]] = {}
        for span in self.struck:
            if span.text.strip():
                struck.setdefault(span.block, []).append(span)
        for i in range(len(self.blocks)):
            yield self.view(i)
            for s in struck.get(i, ()):
                reason = s.mark.label if isinstance(s.mark.label, Reason) else Reason.OTHER
                place = ElementPlace(self.elements, s.element)
                yield BlockView(" ".join(s.text.split()), None, reason, s.mark.rule, s.mark.layer, None, None, place)


@dataclass(frozen=True)
class Article(ArticleFields):
    """A cleaned document.

    text: the body alone, blocks separated by a blank line, lines of a list, table or verse by a newline.
    authors: who signs, in the page's order: people, or where no person is named the organisations that sign; agencies:
    those of the signers that are news agencies, desks or other organisations.
    published, modified: ISO 8601 at the precision the page gives; date: the first of them that it states. language: a
    primary language tag;
    direction: `ltr` or `rtl`. site: the registrable host; site_name: what the site calls itself; publisher: who
    publishes it.
    url: the canonical address; amp_url: that of the AMP page. type: as schema.org names it (`NewsArticle`,
    `OpinionNewsArticle`, `Review` …).
    image: the lead picture, with its caption where the page prints one. licence: its address or words. paywalled:
    whether the page says so.
    speakable: the selectors that the page names for reading aloud; corrections: those that it states, as text.
    dateline: place, agency and date as the text opens with them ("BAGHDAD (Reuters)"); it stays in the text.
    confidence: how sure it is that this is an article and its text is right (0…1).
    sources: for each metadata field where it came from, and what other sources said. rules: the rule set that served,
    if any.
    encoding: how bytes were decoded: its name, what told it, the confidence in it, and how many places were invalid and
    so replaced.
    limits: what the document went beyond: "blocks" where only its beginning was read, "markup" where a part of it that
    is parsed on its own (`noscript`, a shadow tree, `articleBody`) was left unread.
    blocks: every block of the input in order, each with its label; removed and kept ones, captions and comments are
    views of it.
    """

    _draft: Draft = field(repr=False, compare=False)

    @cached_property
    def blocks(self) -> tuple[BlockView, ...]:
        """Every block in document order; a span that a rule took out of a paragraph follows the paragraph."""
        return tuple(self._draft.views())

    @property
    def word_count(self) -> int:
        """The number of words of the text; in scripts without spaces each character is one."""
        return sum(1 for _ in _WORD.finditer(self.text))

    def to_dict(self, *, links: bool = False) -> dict[str, Any]:
        """Plain data, with the versions of the schema and the package and the rule set's digest. links: whether to
        include the text's links.
        """
        return render.to_dict(self, links)

    def to_json(self, *, indent: int | None = None, links: bool = False) -> str:
        """`to_dict` as JSON; one line unless `indent` is given."""
        return render.to_json(self, indent, links)

    def to_markdown(self) -> str:
        """The article as Markdown, with title, deck and emphasis, links, lists, tables, quotes and code."""
        return render.to_markdown(self)

    def to_xml(self) -> str:
        """The article as TEI XML, metadata in the header."""
        return render.to_xml(self)

    def to_html(self) -> str:
        """The article as clean HTML: one `article` element."""
        return render.to_html(self)


def runs_of(block: Block, base: str | None = None) -> tuple[Run, ...]:
    """A block's inline runs; one plain run where nothing is styled, or where normalization changed more than white
    space.

    base: the page's address, by which relative links are completed.
    """
    text = block.text
    if block.styled is None:
        return (Run(text),)
    runs: list[Run] = []
    at = 0  # how far the runs reach into the text
    for written, style, href in styled_runs(block):
        words = written.replace("\0", " ").split()
        if not words:
            continue
        start = end = text.find(words[0], at)
        for word in words:
            place = text.find(word, end)
            if place < 0 or text[end:place].strip():
                return (Run(text),)
            end = place + len(word)
        if start < 0 or text[at:start].strip():
            return (Run(text),)
        if start > at:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], Style(style), complete(href, base) if style == Style.LINK else None))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)
