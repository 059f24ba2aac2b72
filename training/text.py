"""Bare text for the trees that classify its lines: what a page prints, what other extractors made of it, and gold
bodies, which need no cleaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.corpora import Corpus
from benchmarks.corpora import Page as GoldPage
from benchmarks.metrics import tokens
from benchmarks.peers import TOOLS, load, quiet
from benchmarks.text_peers import DUMP
from cleaner.errors import InputError
from cleaner.learned.trees import BoostedTrees
from cleaner.options import Favour, Options
from cleaner.pipeline import Cleaner
from training.align import versions
from training.classifier import Figures, add, example, labelled
from training.trees import Example, Shape

SHAPE = Shape(200, 16)
# The weight of a document by its origin, by hand. Three extractors read each page, so the text of each counts a third.
WEIGHTS = {"dump": 1.0, "body": 1.0, "trafilatura": 0.35, "readability-lxml": 0.35, "newspaper4k": 0.35}


def examples(corpora: Iterable[Corpus], progress: Callable[[str], None]) -> list[Example]:
    """The documents that are made of the pages of articles; `progress` is told of each corpus."""
    cleaner = Cleaner(Options(site_rules=False, input="text"))
    ready, missing = load([DUMP, *(tool for tool in TOOLS if tool.name in WEIGHTS)])
    if missing:
        raise RuntimeError(f"{missing[0].name} is needed: {missing[0].version}")
    known = []
    for corpus in corpora:
        if not corpus.articles:
            continue
        progress(corpus.name)
        for gold in corpus.pages:
            for origin, text in _documents(gold, ready):
                try:
                    made = example(cleaner, corpus.name, gold, text, origin)
                except InputError:  # an extractor that finds nothing
                    continue
                truth = [True] * len(made.truth) if origin == "body" else made.truth
                known.append(replace(made, truth=truth, weight=[weight * WEIGHTS[origin] for weight in made.weight]))
    return known


def others(corpora: Iterable[Corpus]) -> list[Example]:
    """The dumps of pages that are no articles."""
    cleaner, known = Cleaner(Options(site_rules=False, input="text")), []
    ready, _ = load([DUMP])
    for corpus in corpora:
        for gold in () if corpus.articles else corpus.pages:
            for origin, text in _documents(replace(gold, body=None), ready):
                try:
                    known.append(example(cleaner, corpus.name, gold, text, origin))
                except InputError:  # a page without a word
                    continue
    return known


def _documents(gold: GoldPage, ready: Sequence[Any]) -> Iterator[tuple[str, str]]:
    loaded = gold.load()
    with quiet():
        for tool in ready:
            try:
                yield tool.name, tool.run(loaded).text
            except Exception:  # whatever an extractor raises: it made no text
                continue
    if gold.body:
        yield "body", gold.body


@dataclass
class Outcome:
    """The results of documents of one origin in a corpus: the text as given and the text cleaned; of gold bodies the
    share of words lost of each and how many stayed as they were.
    """

    before: Figures = field(default_factory=Figures)
    after: Figures = field(default_factory=Figures)
    lost: list[float] = field(default_factory=list)
    untouched: int = 0

    def cells(self) -> list[str]:
        """Word F1 and snippet F1 before and after; for bodies the share of words lost and of bodies untouched."""
        if self.lost:
            return ["–"] * 4 + [f"{sum(self.lost) / len(self.lost):.4f}", f"{self.untouched / len(self.lost):.3f}"]
        before, after = self.before.cells(), self.after.cells()
        return [before[2], after[2], before[5], after[5], "–", "–"]


def dumps(known: Sequence[Example]) -> list[Example]:
    """The documents that the cleaner takes for dumps, whatever they were made of: the classifier looks at no others."""
    return [seen for seen in known if seen.kind == "dump"]


def judge(known: Sequence[Example], models: Sequence[BoostedTrees], favour: Favour) -> dict[tuple[str, str], Outcome]:
    """The outcome by origin and corpus; each document is classified by trees that were learnt without its host."""
    outcomes: dict[tuple[str, str], Outcome] = {}
    for seen in known:
        outcome = outcomes.setdefault((seen.origin, seen.corpus), Outcome())
        given = [block.text for block in seen.labelling.page.blocks]
        texts = versions(labelled(seen, models[seen.fold], favour).page.blocks)
        if seen.origin == "body":
            words = tokens(" ".join(given))
            outcome.lost.append((words - tokens(texts[0])).total() / (words.total() or 1))
            outcome.untouched += texts[0].split() == " ".join(given).split()
        else:
            add(outcome.before, seen.gold, ["\n".join(given)])
            add(outcome.after, seen.gold, texts)
    return outcomes
