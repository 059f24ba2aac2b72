"""Count the hosts that support each entry of the generic layer: a name or a phrase that fewer than three sites use is
one site's own, and goes.

python -m training.support --corpora FOLDER [--site-configs FOLDER] [--all]
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import click
from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.corpora import Corpus, CorpusError, Page, read_corpora
from cleaner.errors import InputError
from cleaner.labels import BODY
from cleaner.model import Block
from cleaner.pipeline import Cleaner
from cleaner.read import read
from cleaner.rules import class_names, line_rules
from cleaner.rules.schema import LineRule, RuleSet
from cleaner.segment import parse_html
from cleaner.segment.tags import ACTIONS, BLOCK, INLINE, RAW, SKIP, SPECIAL
from cleaner.urls import registrable

GENERIC = Path(class_names.__file__).parent / "generic.toml"
KEYS = ("names", "parts", "roles", "props", "tags")
HOSTS = 3
# Where the corpora hold fewer pages in a language they say little of its phrases: one that a site in thirty prints has
# three hosts on a hundred.
PAGES = 100
# What scripts put on a page, and what stands for an article that is not there, is not on pages that were fetched for
# their articles.
NOT_FETCHED = frozenset(("consent", "paywall"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRIPPED = re.compile(r"^strip_id_or_class:(.*)$", re.M)
_XPATH = re.compile(r"""@(class|id)\b[^"'\]]*?(?:' '\),\s*)?["']([^"']+)["']""")


class Entry(NamedTuple):
    """An entry of the generic layer: of which table (`names`, `parts` … or a language), for what (a category or a
    rule), as it is spelt.
    """

    table: str
    use: str
    text: str

    @property
    def label(self) -> str:
        """The category, or the label that the rule gives."""
        return self.use.split(":")[1] if ":" in self.use else self.use


@dataclass
class Support:
    """The hosts of each entry, and the number of pages in each language."""

    hosts: dict[Entry, set[str]]
    pages: Counter[str] = field(default_factory=Counter)

    def add(self, entries: Iterable[Entry], host: str) -> None:
        """Count a host for each of the entries."""
        for entry in entries:
            self.hosts[entry].add(host)

    def measurable(self, entry: Entry) -> bool:
        """Whether the corpora can tell: they hold pages enough in a phrase's language."""
        return entry.table in KEYS or (self.pages[entry.table] >= PAGES and entry.label not in NOT_FETCHED)

    def lacking(self) -> list[Entry]:
        """The entries that have too few hosts, and should go."""
        return [entry for entry, hosts in self.hosts.items() if len(hosts) < HOSTS and self.measurable(entry)]


class Names:
    """The entries of `generic.toml`, and which of them an element's attributes hit: each by itself, whichever of them
    speaks first.
    """

    def __init__(self, file: Path = GENERIC) -> None:
        categories = tomllib.loads(file.read_text("utf-8"))["category"]
        self.tables = {
            key: {text: Entry(key, name, text) for name, table in categories.items() for text in table.get(key, [])}
            for key in KEYS
        }
        self.named = cache(self._named)

    def _named(self, token: str) -> frozenset[Entry]:
        pieces = class_names.split(token)
        entries = self.whole(token)
        if class_names.is_of_parts(pieces):
            names, parts = self.tables["names"], self.tables["parts"]
            entries |= {names[pair] for pair in map("-".join, pairwise(pieces)) if pair in names}
            entries |= {parts[piece] for piece in (piece.rstrip("0123456789") for piece in pieces) if piece in parts}
        return entries

    def whole(self, token: str) -> frozenset[Entry]:
        """The entries that a name is as a whole, as an id has to be: one part of one piece alone is a name too."""
        names = self.tables["names"]
        return frozenset(names[name] for name in ("-".join(class_names.split(token)), token.lower()) if name in names)

    def of(self, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Entry]:
        """The entries that an element hits."""
        for token in (attributes.get("class") or "").split():
            yield from self.named(token)
        if tag not in _HEADINGS:
            for token in (attributes.get("id") or "").split():
                yield from self.whole(token)
        for key, value in (
            ("roles", attributes.get("role")),
            ("props", (attributes.get("itemprop") or "").lower()),
            ("tags", tag),
        ):
            if value in self.tables[key]:
                yield self.tables[key][value]


class Phrases:
    """The wordings of a language's phrase rules, each as a rule of its own."""

    def __init__(self, language: str, rules: RuleSet) -> None:
        self.rules = [variant for rule in rules.text for variant in _wordings(rule)]
        self.entries = [Entry(language, rule.id, _spelling(rule)) for rule in self.rules]
        self.index = line_rules.Index(self.rules)
        self.indices = [line_rules.Index([rule]) for rule in self.rules]

    def of(self, texts: Sequence[str], *, ordered: bool) -> Iterator[Entry]:
        """The wordings that match one of the texts of a page; those of a zone only where texts are in page order."""
        sought = line_rules.Lines([Block(text) for text in texts], self.index.most)
        for number in self.index.find(sought):
            rule = self.rules[number]
            if ordered or not rule.zone:
                blocks = [Block(text) for text in texts]
                line_rules.label_lines([rule], blocks, self.indices[number], sought)
                if any(block.decided for block in blocks):
                    yield self.entries[number]


def _wordings(rule: LineRule) -> Iterator[LineRule]:
    """A rule for each matcher of the lines that a rule takes (or of what starts its stretch, else of what stands next
    to it).
    """
    key = next(key for key in ("lines", "start", "before", "after") if getattr(rule, key))
    for matcher in getattr(rule, key):
        changed: dict[str, Any] = {key: (matcher,)}
        yield replace(rule, **changed)


def _spelling(rule: LineRule) -> str:
    return (rule.lines or rule.start or rule.before or rule.after)[0].spelling


def elements(parser: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page's body that the walk looks at, in no order."""
    stack = list(parser.body.iter()) if parser.body is not None else []
    nodes = []
    while stack:
        node = stack.pop()
        action = ACTIONS.get(node.tag or "", BLOCK)
        if action not in (SKIP, SPECIAL):
            nodes.append(node)
            stack.extend(node.iter())
    return nodes


def scraps(nodes: Iterable[LexborNode]) -> list[str]:
    """Lines that a scraper without a notion of blocks may print: the texts of inline elements and of `noscript`."""
    lines: dict[str, None] = {}
    for node in nodes:
        action = ACTIONS.get(node.tag or "", BLOCK)
        if action in (INLINE, RAW):
            text = node.text(deep=True)
            lines_of = LexborHTMLParser(text).text(separator="\n").split("\n") if action == RAW else [text]
            lines.update(dict.fromkeys(" ".join(line.split()) for line in lines_of))
    return [text for text in lines if 0 < len(text) <= line_rules.SHORT]


def host_of(page: Page) -> str:
    """The registrable host of a page, else what it shares with its siblings."""
    return registrable(urlsplit(page.url).hostname if page.url else None) or page.host


def measure(corpora: Iterable[Corpus], cleaner: Cleaner, names: Names) -> Support:
    """The support that the pages of the corpora give."""
    phrases = [Phrases(language, rules) for language, rules in cleaner.registry.phrases.items()]
    support = Support(
        {
            entry: set()
            for entries in (*(names.tables[key].values() for key in KEYS), *(file.entries for file in phrases))
            for entry in entries
        }
    )
    for page in (page for corpus in corpora for page in corpus.pages):
        loaded, host = page.load(), host_of(page)
        try:
            source = read(loaded.raw, cleaner.options)
            labelled, context, _ = cleaner.labelled(source, loaded.url)
        except InputError:
            continue
        support.pages[context.language or ""] += 1
        parser = parse_html(source.data)
        nodes = elements(parser)
        for node in nodes:
            if ACTIONS.get(node.tag or "", BLOCK) in (BLOCK, INLINE):
                support.add(names.of(node.tag or "", node.attributes), host)
        every, loose = [block.text for block in labelled.blocks], scraps(nodes)
        left = [
            block.text
            for block in labelled.blocks
            if block.role in BODY or block.rule.partition(":")[0] in cleaner.registry.phrases
        ]
        for file in phrases:
            support.add(file.of(every, ordered=True), host)
            support.add(file.of(left, ordered=True), host)
            support.add(file.of(loose, ordered=False), host)
    return support


def add_site_configs(support: Support, folder: Path, names: Names) -> None:
    """Add the hosts whose full-text-RSS rule files name a class or an id: a file is a host."""
    for file in sorted(folder.glob("*.txt")):
        content = file.read_text("utf-8", "replace")
        host = registrable(file.stem.strip(".")) or file.stem
        for value in _STRIPPED.findall(content):
            support.add(names.of("", {"class": value}), host)
        for attribute, value in _XPATH.findall(content):
            support.add(names.of("", {attribute: value}), host)


def table(support: Support, everything: bool) -> Iterator[str]:
    """The entries under three hosts, or all of them: number of hosts, where and for what it stands, its text, and the
    hosts where they are few.
    """
    for entry, hosts in sorted(support.hosts.items(), key=lambda item: (item[0].table, item[0].use, len(item[1]))):
        if everything or (len(hosts) < HOSTS and support.measurable(entry)):
            few = ", ".join(sorted(hosts)) if len(hosts) < HOSTS else ""
            yield f"{len(hosts):5}  {entry.table:6} {entry.use:24} {entry.text}  {few}".rstrip()
    for language in dict.fromkeys(entry.table for entry in support.hosts if not support.measurable(entry)):
        own = [
            hosts for entry, hosts in support.hosts.items() if entry.table == language and not support.measurable(entry)
        ]
        lacking = sum(len(hosts) < HOSTS for hosts in own)
        yield (
            f"{language}: not measurable here (language has {support.pages[language]} pages): "
            f"{lacking} of {len(own)} phrases under {HOSTS} hosts"
        )


@click.command()
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True
)
@click.option(
    "--site-configs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of full-text-RSS rule files.",
)
@click.option("--all", "everything", is_flag=True, help="List all entries, not only those under three hosts.")
def main(corpora: Path, site_configs: Path | None, everything: bool) -> None:
    """List the names and phrases that fewer than three hosts support; fail if there is one."""
    names = Names()
    try:
        support = measure(read_corpora(corpora), Cleaner(), names)
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    if site_configs is not None:
        add_site_configs(support, site_configs, names)
    for line in table(support, everything):
        click.echo(line)
    lacking = support.lacking()
    click.echo(f"{len(lacking)} of {len(support.hosts)} entries should go: under {HOSTS} hosts")
    sys.exit(bool(lacking))


if __name__ == "__main__":
    main()
