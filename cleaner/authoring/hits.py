"""What a rule set does on pages of its site: which layout serves, on how many pages each of its rules fires, and which
blocks recur and are kept all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from cleaner import Article, Cleaner
from cleaner.rules.schema import Layout, RuleSet
from cleaner.rules.select import select

# A kept block recurs if it stands on at least this many pages, and on this share of them. By hand: agencies' names and
# captions recur on fewer.
_RECURS = 3
_RECURS_SHARE = 0.2
# Recurring blocks that are listed. By hand.
_MOST_LISTED = 20


@dataclass(slots=True)
class Hits:
    """How often a rule fired: on how many of the pages on which it might have, and how often in all."""

    of: int = 0
    pages: int = 0
    times: int = 0

    def add(self, times: int) -> None:
        """Count a page."""
        self.of += 1
        self.pages += times > 0
        self.times += times


@dataclass(slots=True)
class Account:
    """What a rule set did on pages.

    rules: by name, `LAYOUT KEY SELECTOR` or the id of a rule of lines, in the order of the file; layouts: the pages
    that each served; fits: how well, one for each page; drifted: the pages that no layout served, each with the
    reason; kept: the pages on which each kept block stands.
    """

    pages: int = 0
    rules: dict[str, Hits] = field(default_factory=dict)
    layouts: Counter[str] = field(default_factory=Counter)
    fits: list[float] = field(default_factory=list)
    drifted: dict[str, str] = field(default_factory=dict)
    kept: Counter[str] = field(default_factory=Counter)

    @property
    def silent(self) -> list[str]:
        """The rules that might have fired, and never did."""
        return [name for name, hits in self.rules.items() if hits.of and not hits.pages]

    @property
    def unused(self) -> list[str]:
        """The rules of layouts that served no page."""
        return [name for name, hits in self.rules.items() if not hits.of]

    def recurring(self) -> list[tuple[str, int]]:
        """The blocks that recur on the pages and are kept, with the number of pages, the most frequent first."""
        least = max(_RECURS, _RECURS_SHARE * self.pages)
        return [(text, count) for text, count in self.kept.most_common(_MOST_LISTED) if count >= least]


class Checker:
    """Runs a rule set over pages, one by one. `account` tells what it did on those so far."""

    def __init__(self, cleaner: Cleaner, rules: RuleSet) -> None:
        self._cleaner = cleaner
        self._rules = rules
        self._url = f"https://{rules.hosts[0]}/"
        self._seen: set[int] = set()
        self.account = Account()
        for layout in rules.layouts:
            for name, _ in rules_of(layout):
                self.account.rules[name] = Hits()
        for rule in rules.text:
            self.account.rules[rule.id] = Hits()

    def add(self, name: str, data: bytes) -> bool:
        """Count a page, whatever site it says it is of; False where the same text came before.

        name: for the account. Raises an `InputError` for a page that can't be cleaned.
        """
        article = self._cleaner.clean(data, url=self._url)
        text = hash(article.text)
        if text in self._seen:
            return False
        self._seen.add(text)
        account = self.account
        account.pages += 1
        used = article.rules
        if used is not None and used.drift is not None:
            account.drifted[name] = used.drift
        if used is not None and used.layout is not None:
            self._count_layout(article, data, used.layout, used.fit or 0.0)
        times = Counter(block.rule for block in article.blocks)
        for rule in self._rules.text:
            account.rules[rule.id].add(times[rule.id])
        account.kept.update({" ".join(block.text.split()) for block in article.blocks if block.span is not None})
        return True

    def _count_layout(self, article: Article, data: bytes, name: str, fit: float) -> None:
        layout = next((layout for layout in self._rules.layouts if layout.name == name), None)
        if layout is None:
            return
        self.account.layouts[name] += 1
        self.account.fits.append(fit)
        if "markup" in article.limits:  # it would take long to parse
            return
        parser = LexborHTMLParser(data.decode(str(article.encoding["name"]), "replace"))
        for rule, selector in rules_of(layout):
            self.account.rules[rule].add(len(select(parser, selector)))


def rules_of(layout: Layout) -> Iterator[tuple[str, str]]:
    """The selectors of a layout, each with the name under which its hits are counted."""
    keys = {"body": layout.body, **layout.fields}
    keys |= {f"remove.{reason}": selectors for reason, selectors in layout.remove.items()}
    for key, selectors in keys.items():
        yield from ((f"{layout.name} {key} {selector}", selector) for selector in selectors)
