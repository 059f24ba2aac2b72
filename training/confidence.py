"""The weights of `Article.confidence`: a logistic regression on features of pages as they come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from benchmarks.corpora import Corpus
from benchmarks.corpora import Page as GoldPage
from benchmarks.metrics import auc, best_overlap, calibration_error
from cleaner.errors import InputError
from cleaner.label import apply_rules, classifier, settle
from cleaner.labels import BODY
from cleaner.learned.confidence import measure
from cleaner.learned.trees import BoostedTrees
from cleaner.options import Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from training.align import versions
from training.classifier import labelled
from training.folds import FOLDS, fold_of, site_of
from training.text import WEIGHTS
from training.trees import Example as Document

FILE = Path(__file__).parent.parent / "cleaner" / "learned" / "confidence.toml"
RIGHT = 0.9
HEAD = """\
# How sure the cleaner is of a page: the weights of the features in confidence.py, a logistic regression.
# Learnt by `python -m training --corpora FOLDER --write`; do not edit by hand.
# Learnt from: the WCXB benchmark (CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
# and the parser tests of fundus (MIT, https://github.com/flairNLP/fundus).
"""


@dataclass(frozen=True)
class Example:
    """A document: its host, whether it is an article, its features (None where no text is kept), whether its text is
    right (word F1 of at least RIGHT), and its weight in learning.
    """

    host: str
    article: bool
    features: dict[str, float] | None
    right: bool
    weight: float = 1.0


def examples(corpora: Sequence[Corpus], models: Sequence[BoostedTrees]) -> list[Example]:
    """The pages that have a gold body, and all pages that are no articles; each is classified by trees that were learnt
    without its host.
    """
    cleaner = Cleaner(Options(site_rules=False))
    known = []
    for corpus in corpora:
        for gold in corpus.pages:
            if gold.body or not corpus.articles:
                try:
                    known.append(_example(cleaner, gold, corpus.articles, models))
                except InputError:
                    continue
    return known


def _example(cleaner: Cleaner, gold: GoldPage, article: bool, models: Sequence[BoostedTrees]) -> Example:
    loaded = gold.load()
    host = site_of(loaded.url, gold.id)
    page, context = cleaner.segmented(read(loaded.raw, cleaner.options), loaded.url)
    apply_rules(page, context, cleaner.registry, cleaner.options)
    classifier.apply(page, context, "balance", models[fold_of(host)])
    settle(page, context)
    kept = [block for block in page.blocks if block.role in BODY]
    right = article and best_overlap(versions(page.blocks), gold.golds).f1 >= RIGHT
    return Example(host, article, measure(page, context, kept) if any(block.text for block in kept) else None, right)


def of_text(documents: Iterable[Document], others: Iterable[Document], models: Sequence[BoostedTrees]) -> list[Example]:
    """Documents of bare text that have a gold body, and dumps of `others`, which are no articles; each is classified by
    trees that were learnt without its host.
    """
    return [
        *(_of_lines(seen, True, models) for seen in documents if seen.gold.body),
        *(_of_lines(seen, False, models) for seen in others),
    ]


def _of_lines(seen: Document, article: bool, models: Sequence[BoostedTrees]) -> Example:
    blocks = labelled(seen, models[seen.fold], "balance")
    kept = [block for block in blocks if block.role in BODY]
    features = (
        measure(replace(seen.page, blocks=blocks), seen.context, kept) if any(block.text for block in kept) else None
    )
    right = article and best_overlap(versions(blocks), seen.gold.golds).f1 >= RIGHT
    return Example(site_of(seen.gold.url, seen.gold.id), article, features, right, WEIGHTS[seen.origin])


def fit(known: Sequence[Example]) -> dict[str, float]:
    """Weights by feature, and the bias."""
    rows = [(example.features, example.right, example.weight) for example in known if example.features is not None]
    names = list(rows[0][0])
    model = LogisticRegression(C=1.0, max_iter=1000)
    model.fit(
        [[features[name] for name in names] for features, *_ in rows],
        [right for _, right, _ in rows],
        [weight for *_, weight in rows],
    )
    return {
        "bias": float(model.intercept_[0]),
        **{name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)},
    }


def chance(weights: dict[str, float], example: Example) -> float:
    """The probability by these weights that a document is an article and its text right; 0 where no text is kept."""
    if example.features is None:
        return 0.0
    return 1.0 / (1.0 + exp(-weights["bias"] - sum(weights[name] * value for name, value in example.features.items())))


def chances(known: Sequence[Example]) -> list[float]:
    """The probability of each document, by weights that were learnt without its host."""
    learnt = [fit([example for example in known if fold_of(example.host) != fold]) for fold in range(FOLDS)]
    return [chance(learnt[fold_of(example.host)], example) for example in known]


def figures(known: Sequence[Example]) -> tuple[float, float]:
    """AUC of articles against other pages, and the expected calibration error, both cross-validated."""
    said = chances(known)
    articles = [chance for chance, example in zip(said, known, strict=True) if example.article]
    others = [chance for chance, example in zip(said, known, strict=True) if not example.article]
    return auc(articles, others), calibration_error(said, [example.right for example in known])


def write(known: Mapping[str, Sequence[Example]]) -> None:
    """Write the weights learnt from all pages, and from all texts, to the file that ships."""
    tables = [
        f"\n[{kind}]\n" + "".join(f"{name} = {weight:.3f}\n" for name, weight in fit(examples).items())
        for kind, examples in known.items()
    ]
    FILE.write_text(HEAD + "".join(tables), "utf-8")
