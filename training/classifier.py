"""Pages with gold for the trees that classify blocks, and how well those hold on pages of other hosts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import click
import numpy

from benchmarks.corpora import Corpus
from benchmarks.corpora import Page as GoldPage
from benchmarks.errata import read_errata, wrong_pages
from benchmarks.metrics import FAILED, NEAR_EXACT, Overlap, Snippets, best_overlap, snippets
from cleaner.errors import InputError
from cleaner.label import Labelling, classifier, run_rest, run_rules
from cleaner.learned.trees import BoostedTrees
from cleaner.options import Favour, Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from training.align import versions
from training.folds import fold_of, half_of, site_of
from training.trees import Example, Shape, learn_without, truths

SHAPE = Shape(80, 8)


def examples(corpora: Iterable[Corpus]) -> list[Example]:
    """The pages of articles that have a gold body or snippets, but those whose gold is known to be wrong."""
    cleaner = Cleaner(Options(site_rules=False))
    known = []
    errata = read_errata()
    for corpus in corpora:
        wrong = wrong_pages(corpus.name, errata)
        for gold in corpus.pages if corpus.articles else ():
            if gold.id in wrong:
                continue
            try:
                known.append(example(cleaner, corpus.name, gold, gold.load().raw))
            except InputError as error:
                click.echo(f"{gold.id}: {error}", err=True)
    return known


def example(cleaner: Cleaner, corpus: str, gold: GoldPage, data: str | bytes, origin: str = "page") -> Example:
    """What is learnt from one document. Raises `InputError`."""
    page, context = cleaner.segmented(read(data, cleaner.options), gold.url)
    labelling = Labelling(page, context, cleaner.registry, cleaner.options.favour)
    run_rules(labelling)
    kind = classifier.kind_of(page)
    candidates = list(classifier.candidates(page, context)) if kind else []
    places = [place for place, _ in candidates]
    truth, weight = truths(gold, [block.text for block in page.blocks], places)
    rows = numpy.array([row for _, row in candidates], dtype=float)
    return Example(
        kind, origin, corpus, gold, labelling, places, rows, truth, weight, fold_of(site_of(gold.url, gold.id))
    )


@dataclass
class Figures:
    """The results on a corpus: the overlap of each page with a gold body, and the snippets of all pages."""

    overlaps: list[Overlap] = field(default_factory=list)
    snippets: Snippets = field(default_factory=Snippets)

    def cells(self) -> list[str]:
        """Word P, R and F1, near-exact, pages below 0.5 and snippet F1; a dash where the corpus has no gold for it."""
        pages = len(self.overlaps)
        cells = ["–"] * 5
        if pages:
            mean = [
                sum(getattr(overlap, name) for overlap in self.overlaps) / pages
                for name in ("precision", "recall", "f1")
            ]
            exact = sum(overlap.f1 >= NEAR_EXACT for overlap in self.overlaps) / pages
            cells = [
                *(f"{value:.4f}" for value in mean),
                f"{exact:.3f}",
                str(sum(overlap.f1 < FAILED for overlap in self.overlaps)),
            ]
        return [*cells, "–" if self.snippets.f1 is None else f"{self.snippets.f1:.4f}"]


def judge(known: Sequence[Example], models: Sequence[BoostedTrees | None], favour: Favour) -> dict[str, Figures]:
    """The figures by corpus, each page classified by the trees that were learnt without its host."""
    figures: dict[str, Figures] = {}
    for seen in known:
        texts = classified_texts(seen, models[seen.fold], favour)
        add(figures.setdefault(seen.corpus, Figures()), seen.gold, texts)
    return figures


def judge_unseen(known: Sequence[Example], favour: Favour) -> dict[str, Figures]:
    """The figures by corpus and half of its sites, each page classified by trees that saw nothing of its corpus."""
    figures: dict[str, Figures] = {}
    for corpus in dict.fromkeys(seen.corpus for seen in known if seen.gold.body or seen.gold.wanted):
        trees = learn_without(known, corpus, SHAPE, "html")
        for seen in known:
            if seen.corpus == corpus:
                half = half_of(site_of(seen.gold.url, seen.gold.id))
                texts = classified_texts(seen, trees, favour)
                add(figures.setdefault(f"{corpus}: {half}", Figures()), seen.gold, texts)
    return figures


def add(figures: Figures, gold: GoldPage, texts: Sequence[str]) -> None:
    """Count a document's text, without and with its deck, into the figures."""
    if gold.body:
        figures.overlaps.append(best_overlap(texts, gold.golds))
    figures.snippets += snippets(texts[0], gold.wanted, gold.unwanted)


def classified_texts(seen: Example, trees: BoostedTrees | None, favour: Favour) -> list[str]:
    """The text of a document, without and with its deck, after the classifier (None: by the rules alone). The example
    is not changed.
    """
    return versions(labelled(seen, trees, favour).page.blocks)


def labelled(seen: Example, trees: BoostedTrees | None, favour: Favour) -> Labelling:
    """A document with all of its labels, classified by these trees (None: by the rules alone). The example is not
    changed.
    """
    labelling = proposed(seen, trees, favour)
    run_rest(labelling)
    return labelling


def proposed(seen: Example, trees: BoostedTrees | None, favour: Favour) -> Labelling:
    """A copy of a document with the labels of the rules, and with what these trees propose (None: nothing)."""
    page = seen.labelling.page
    page = replace(page, blocks=[replace(block) for block in page.blocks])
    changes: Mapping[int, float] = {}
    if seen.kind is not None and trees is not None:
        rows = zip(seen.places, seen.features.tolist(), strict=True)
        changes = classifier.choose_changes(page, rows, trees, classifier.BOUNDS[seen.kind][favour])
    return replace(seen.labelling, page=page, favour=favour, proposed=changes, fields={})
