"""The pages to learn from: what the cleaner finds on each without a rule set, and which parts belong in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner import Article, BlockView, Cleaner, Layer, Options, Reason, Role
from cleaner.authoring.learn.names import selectors_of
from cleaner.authoring.learn.words import folded, letters, words
from cleaner.errors import InputError, quoted

# Fewest pages from which a set is learnt; three tell more. By hand: from one page nobody sees what varies.
LEAST_PAGES = 2
# Characters of the shortest text that is an article's. By hand.
_SHORTEST_ARTICLE = 250
# Confidence of the cleaner in an article of HTML, at least. By hand: of 80 articles the least has 0.5, of 40 other
# pages (fronts, shops, forums) half have less than 0.35.
_LEAST_CONFIDENCE = 0.35
# Blocks of the largest page that is learnt from. By hand: each is kept with all its names.
_MOST_BLOCKS = 20_000
# Share of a gold text's words that stand anywhere on its page at least, or it is the text of another one. By hand.
_LEAST_OF_GOLD = 0.6
# Characters of the shortest sentence, and of a text that is prose whatever its end: as `<prose>` in a rule of lines.
_SENTENCE, _LONG = 60, 400
_SENTENCE_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]]*$")
# Share of a part's words that the gold holds where it does not hold the part as it is, and the fewest words for that.
# By hand: editors of gold mend quotes and spaces.
_MOSTLY, _ENOUGH_WORDS = 0.85, 8
_STEP = re.compile(r"([\w-]+)(?::nth-child\((\d+)\))?")


@dataclass(slots=True)
class Part:
    """A block of a page.

    kept: whether the cleaner keeps it without a set; wanted: whether it belongs in the text; by_phrase: whether wording
    that is found on any site tells what it is; chain: the selectors of its element and of each one around it, the
    nearest first; selectors: all of them.
    """

    text: str
    key: str
    role: Role | None
    reason: Reason | None
    kept: bool
    wanted: bool
    by_phrase: bool = False
    chain: tuple[tuple[str, ...], ...] = ()
    selectors: frozenset[str] = frozenset()

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more."""
        return is_prose(self.text)


@dataclass(slots=True)
class SamplePage:
    """A page to learn from.

    article: what the cleaner makes of it without a set; gold: whether somebody said which text it shall have; want: the
    words of that text.
    """

    name: str
    data: bytes
    article: Article
    parser: LexborHTMLParser | None
    gold: bool
    parts: list[Part]
    want: Counter[str] = field(default_factory=Counter)

    def aim(self) -> None:
        """Without gold, the text shall have the words of the wanted parts."""
        if not self.gold:
            self.want = words("\n".join(part.text for part in self.parts if part.wanted))


@dataclass(slots=True)
class Sample:
    """Pages of one site; `notes`: what was odd about those that were given."""

    host: str
    pages: list[SamplePage]
    notes: list[str] = field(default_factory=list)

    @property
    def html(self) -> list[SamplePage]:
        """The HTML pages."""
        return [page for page in self.pages if page.parser is not None]

    @property
    def plain(self) -> list[SamplePage]:
        """The pages of scraped text."""
        return [page for page in self.pages if page.parser is None]


def is_prose(text: str) -> bool:
    """Whether a text is a sentence or more, as `<prose>` in a rule of lines means it."""
    return len(text) > _LONG or (len(text) >= _SENTENCE and _SENTENCE_END.search(text) is not None)


def read_sample(
    pages: Iterable[tuple[str, bytes]], gold: Mapping[str, str], host: str | None, least: int = LEAST_PAGES
) -> Sample:
    """Clean the pages and see whether they are articles of one site.

    gold: the text of some pages, by name; host: of the site, where the pages do not tell it; least: the fewest pages.
    Raises an `InputError` that says what is missing.
    """
    cleaner = Cleaner(Options(site_rules=False))
    read: list[SamplePage] = []
    notes: list[str] = []
    seen: dict[int, str] = {}
    given = 0
    for name, data in pages:
        given += 1
        try:
            article = cleaner.clean(data, url=f"https://{host}/" if host else None)
        except InputError as error:
            raise InputError(f"{name}: {error}") from None
        if (first := seen.setdefault(hash(article.text), name)) != name and article.text:
            notes.append(f"{name} has the text of {first}: left out")
            continue
        if len(article.text) < _SHORTEST_ARTICLE and name not in gold:
            notes.append(f"{name} holds no article: left out")
            continue
        if _is_html(article) and article.confidence < _LEAST_CONFIDENCE and name not in gold:
            notes.append(f"{name} is hardly an article (confidence {article.confidence:.2f}): left out")
            continue
        if len(article.blocks) > _MOST_BLOCKS:
            notes.append(f"{name} has over {_MOST_BLOCKS:,} blocks: left out")
            continue
        read.append(_page(name, data, article, gold.get(name)))
    if unknown := [name for name in gold if not any(page.name == name for page in read)]:
        raise InputError(f"gold names {quoted(unknown[0])}, which is none of the pages")
    if len(read) < least:
        why = f" ({'; '.join(notes[:3])})" if notes else ""
        raise InputError(
            f"of {given} {'page' if given == 1 else 'pages'} {len(read)} can be learnt from{why}: give {least} or more "
            f"articles of one site, of the same design; three tell what varies between them"
        )
    return Sample(_host_of(read, host), read, notes)


def _host_of(pages: Sequence[SamplePage], host: str | None) -> str:
    """The one site of the pages, or the host that was given. Raises an `InputError` where it is not one site's."""
    if host:
        return host.removeprefix("www.")
    hosts: dict[str, list[str]] = {}
    for page in pages:
        if page.article.site:
            hosts.setdefault(page.article.site, []).append(page.name)
    if len(hosts) > 1:
        told = "; ".join(f"{name}: {', '.join(names[:3])}" for name, names in hosts.items())
        raise InputError(f"the pages are of {len(hosts)} sites ({told}): give those of one, or name it with --host")
    if not hosts:
        raise InputError("no page tells its site: name it with --host example.org")
    site = next(iter(hosts))
    full = {_full_host(page.article.url) for page in pages if page.article.url}
    return full.pop() if len(full) == 1 and next(iter(full)).endswith(site) else site


def _full_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _page(name: str, data: bytes, article: Article, gold: str | None) -> SamplePage:
    charset = str(article.encoding["name"] or "utf-8")
    parser = LexborHTMLParser(data.decode(charset, "replace")) if _is_html(article) else None
    if gold is not None:
        have, want = words("\n".join(block.text for block in article.blocks)), words(gold)
        if (have & want).total() < _LEAST_OF_GOLD * want.total():
            raise InputError(f"the gold of {name} says what the page does not: is it the text of another one?")
    nodes = _Nodes(parser) if parser is not None else None
    is_wanted = _Gold(gold) if gold is not None else None
    parts = []
    for block in article.blocks:
        kept = block.span is not None
        wanted = is_wanted.holds(block.text) if is_wanted is not None else kept
        chain = nodes.chain(block) if nodes is not None else ()
        names = frozenset(selector for names in chain for selector in names)
        by_phrase = block.layer is Layer.PHRASE
        key = folded(block.text)
        parts.append(Part(block.text, key, block.role, block.reason, kept, wanted, by_phrase, chain, names))
    page = SamplePage(name, data, article, parser, gold is not None, parts)
    if gold is not None:
        page.want = words(gold)
    return page


def _is_html(article: Article) -> bool:
    return any(block.source.path is not None for block in article.blocks)


class _Gold:
    """The text that somebody says a page has."""

    def __init__(self, text: str) -> None:
        self._letters = letters(text)
        self._words = set(words(text))

    def holds(self, text: str) -> bool:
        key = letters(text)
        if key in self._letters:
            return bool(key)
        own = words(text)
        in_gold = sum(count for word, count in own.items() if word in self._words)
        return own.total() >= _ENOUGH_WORDS and in_gold >= _MOSTLY * own.total() and is_prose(text)


class _Nodes:
    """The elements of a page by their paths, and their selectors."""

    def __init__(self, parser: LexborHTMLParser) -> None:
        self._children: dict[int, list[LexborNode]] = {}
        self._at: dict[str, LexborNode | None] = {"html": parser.root}
        self._chains: dict[str, tuple[tuple[str, ...], ...]] = {}

    def chain(self, block: BlockView) -> tuple[tuple[str, ...], ...]:
        """The selectors of a block's element and of those around it, the nearest first."""
        return self._chain(block.source.path or "")

    def _chain(self, path: str) -> tuple[tuple[str, ...], ...]:
        if path not in self._chains:
            way = []
            while path and path not in self._chains:
                way.append(path)
                path = path.rpartition(" > ")[0]
            chain = self._chains.get(path, ())
            for step in reversed(way):
                node = self._node(step)
                own = selectors_of(node) if node is not None else ()
                chain = self._chains[step] = (own, *chain)
            return chain
        return self._chains[path]

    def _node(self, path: str) -> LexborNode | None:
        """The element of a path; that of the path without its last step must have been asked for."""
        if path not in self._at:
            above, _, step = path.rpartition(" > ")
            parent, match = self._at.get(above), _STEP.fullmatch(step)
            if parent is None or match is None:
                self._at[path] = None
                return None
            if parent.mem_id not in self._children:
                self._children[parent.mem_id] = [node for node in parent.iter() if node.is_element_node]
            children, number = self._children[parent.mem_id], int(match[2] or 1) - 1
            node = children[number] if number < len(children) else None
            self._at[path] = node if node is not None and node.tag == match[1] else None
        return self._at[path]
