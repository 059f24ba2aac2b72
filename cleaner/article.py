"""The `Article` that comes out: text, metadata, and every block of the input with its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from cleaner.labels import Reason
from cleaner.model import Block, BlockView, Caption, Elements, Link, Place, RulesUsed, Run, Struck, Style
from cleaner.model.metadata import Metadata
from cleaner.patterns import Pattern

SCHEMA = 1
_WORD = Pattern(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[’'.,·-](?=[\p{L}\p{N}]))*+"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The labelled blocks behind an article, from which the views are made when somebody asks; spans are those in the
    text.
    """

    blocks: Sequence[Block]
    spans: Sequence[tuple[int, int] | None]
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
            return Place(path=self.elements.path(block.element))
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
                place = Place(path=self.elements.path(s.element))
                yield BlockView(" ".join(s.text.split()), None, reason, s.mark.rule, s.mark.layer, None, None, place)


@dataclass(frozen=True)
class _Text:
    """The first field of an article: dataclasses take the fields of their last base first."""

    text: str


@dataclass(frozen=True)
class Article(Metadata, _Text):
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
    encoding: how bytes were decoded.
    blocks: every block of the input in order, each with its label; removed and kept ones, captions and comments are
    views of it.
    """

    captions: tuple[Caption, ...]
    confidence: float
    sources: dict[str, Any] = field(hash=False)
    rules: RulesUsed | None
    encoding: dict[str, Any] = field(hash=False)
    version: str
    _draft: Draft = field(repr=False, compare=False)

    @cached_property
    def blocks(self) -> tuple[BlockView, ...]:
        """Every block in document order; a span that a rule took out of a paragraph follows the paragraph."""
        return tuple(self._draft.views())

    @property
    def date(self) -> str | None:
        """The day that the page bears: that of its publication, else that of its last change. `published` is never the
        latter.
        """
        return self.published or self.modified

    @property
    def removed(self) -> tuple[BlockView, ...]:
        """The blocks that were left out, each with its reason, rule and place (not those that an option keeps in the
        text).
        """
        return tuple(block for block in self.blocks if block.reason is not None and block.span is None)

    @property
    def word_count(self) -> int:
        """The number of words of the text; in scripts without spaces each character is one."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the text's blocks, in order, each with its anchor text and where it stands in `text` (the place
        of its block).
        """
        found = []
        for block in self.blocks:
            if block.span is not None:
                found += [Link(run.text, run.href, block.span) for run in block.runs if run.href]
        return tuple(found)

    @property
    def comments(self) -> tuple[str, ...]:
        """The lines of the readers' comments."""
        return tuple(block.text for block in self.blocks if block.reason == "comments")

    def to_dict(self, *, links: bool = False) -> dict[str, Any]:
        """Plain data, with the versions of the schema and the package and the rule set's digest. links: whether those
        of the text are wanted, too.
        """
        from cleaner.render import to_dict  # rendering stands above the article that it renders

        return to_dict(self, links)

    def to_json(self, *, indent: int | None = None, links: bool = False) -> str:
        """`to_dict` as JSON; one line unless `indent` is given."""
        from cleaner.render import to_json

        return to_json(self, indent, links)

    def to_markdown(self) -> str:
        """The article as Markdown, with title, deck and emphasis, links, lists, tables, quotes and code."""
        from cleaner.render import to_markdown

        return to_markdown(self)

    def to_xml(self) -> str:
        """The article as TEI XML, metadata in the header."""
        from cleaner.render import to_xml

        return to_xml(self)

    def to_html(self) -> str:
        """The article as clean HTML: one `article` element."""
        from cleaner.render import to_html

        return to_html(self)


def complete(href: str | None, base: str | None) -> str | None:
    """A link made absolute by the address of its page, where that is known and the link can be read."""
    if not href or not base:
        return href
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href


def runs_of(block: Block, base: str | None = None) -> tuple[Run, ...]:
    """A block's inline runs; one plain run where nothing is styled, or where normalization changed more than white
    space.

    base: the page's address, by which relative links are completed.
    """
    if block.styled is None:
        return (Run(block.text),)
    pieces, styles = block.styled
    starts = [*([(0, "plain", None)] if styles[0][0] > 0 else []), *styles]
    ends = [start for start, _, _ in starts[1:]] + [len(pieces)]
    runs: list[Run] = []
    at, text = 0, block.text
    for (first, style, href), last in zip(starts, ends, strict=True):
        words = "".join(pieces[first:last]).replace("\0", " ").split()
        if not words:
            continue
        start = end = text.find(words[0], at)
        for word in words:
            found = text.find(word, end)
            if found < 0 or text[end:found].strip():
                return (Run(text),)
            end = found + len(word)
        if start < 0 or text[at:start].strip():
            return (Run(text),)
        if start > at:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], Style(style), complete(href, base) if style == Style.LINK else None))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)
