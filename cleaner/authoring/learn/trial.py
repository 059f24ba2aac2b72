"""What a draft does on the pages: each is cleaned with it, and its text compared with the one that it shall have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from cleaner import Article, Cleaner
from cleaner.authoring.learn.draft import Draft
from cleaner.authoring.learn.sample import SamplePage
from cleaner.authoring.learn.words import word_f1, words
from cleaner.rules.line_rules import Index
from cleaner.rules.registry import Registry, shipped
from cleaner.rules.schema import RuleSet
from cleaner.rules.select import has


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page cleaned with a draft: the article, and the word F1 of its text."""

    page: SamplePage
    article: Article
    f1: float

    @property
    def layout(self) -> str | None:
        """The layout that served."""
        return self.article.rules.layout if self.article.rules is not None else None

    @property
    def drift(self) -> str | None:
        """Why no layout served."""
        return self.article.rules.drift if self.article.rules is not None else None


class _OneSetRegistry(Registry):
    """A registry that borrows the index of the phrases: to make one takes as long as to clean several pages."""

    def index(self, rules: RuleSet) -> Index:
        """The index of a phrase file's anchors."""
        return shipped().index(rules)


class OneSet(Cleaner):
    """A cleaner with one site's set, the families and the phrases, and no other site's set."""

    def __init__(self, rules: RuleSet) -> None:
        super().__init__()
        base = shipped()
        self._registry = _OneSetRegistry([rules], lambda: base.family_files, base.phrases)


def try_out(draft: Draft, pages: Sequence[SamplePage]) -> list[Outcome]:
    """Clean the pages with a draft. Raises `RuleError` for a draft that no rule file may be."""
    cleaner = OneSet(draft.rules())
    outcomes = []
    for page in pages:
        article = cleaner.clean(page.data, url=_address(page, draft.host))
        outcomes.append(Outcome(page, article, word_f1(words(article.text), page.want)))
    return outcomes


def try_on(draft: Draft, selector: str, before: Sequence[Outcome]) -> list[Outcome]:
    """Clean the pages that a new selector of the draft hits; of the others the outcome stays."""
    hit = [outcome.page for outcome in before if outcome.page.parser is not None and has(outcome.page.parser, selector)]
    anew = {outcome.page.name: outcome for outcome in try_out(draft, hit)}
    return [anew.get(outcome.page.name, outcome) for outcome in before]


def _address(page: SamplePage, host: str) -> str:
    """The page's own address where it is of the host, else the host's."""
    url = page.article.url
    return url if url and f".{urlsplit(url).hostname or ''}".endswith(f".{host}") else f"https://{host}/"


def mean_f1(outcomes: Sequence[Outcome]) -> float:
    """The mean word F1: of the pages with gold where there are some, else of all."""
    judged = [outcome for outcome in outcomes if outcome.page.gold] or outcomes
    return sum(outcome.f1 for outcome in judged) / len(judged) if judged else 0.0


def worst_fall(before: Sequence[Outcome], after: Sequence[Outcome]) -> float:
    """By how much the page that loses most loses; pages without gold do not count where others have it."""
    has_gold = any(outcome.page.gold for outcome in before)
    return max(
        (old.f1 - new.f1 for old, new in zip(before, after, strict=True) if old.page.gold or not has_gold), default=0.0
    )
