"""The weights of `Article.confidence`: a logistic regression on features of pages as they come out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from benchmarks.corpora import Corpus
from benchmarks.metrics import auc, best_overlap, calibration_error
from cleaner.errors import InputError
from cleaner.label import Labelling
from cleaner.labels import BODY
from cleaner.learned import confidence
from cleaner.learned.trees import BoostedTrees
from cleaner.options import Options
from cleaner.pipeline import Cleaner
from training.align import versions
from training.classifier import example, labelled
from training.folds import FOLDS, fold_of, site_of
from training.text import WEIGHTS
from training.trees import Example as Document

FILE = Path(__file__).parent.parent / "cleaner" / "learned" / "confidence.toml"
# Word F1 from which a text is right.
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
                    seen = example(cleaner, corpus.name, gold, gold.load().raw)
                except InputError:
                    continue
                known.append(_example(seen, corpus.articles, models))
    return known


def _example(seen: Document, article: bool, models: Sequence[BoostedTrees], weight: float = 1.0) -> Example:
    labelling = labelled(seen, models[seen.fold], "balance")
    right = article and best_overlap(versions(labelling.page.blocks), seen.gold.golds).f1 >= RIGHT
    return Example(site_of(seen.gold.url, seen.gold.id), article, _features(labelling), right, weight)


def _features(labelling: Labelling) -> dict[str, float] | None:
    kept = [block for block in labelling.page.blocks if block.role in BODY]
    return confidence.of(labelling.page, labelling.context, kept) if any(block.text for block in kept) else None


def of_text(documents: Iterable[Document], others: Iterable[Document], models: Sequence[BoostedTrees]) -> list[Example]:
    """Documents of bare text that have a gold body, and dumps of `others`, which are no articles; each is classified by
    trees that were learnt without its host.
    """
    return [
        *(_example(seen, True, models, WEIGHTS[seen.origin]) for seen in documents if seen.gold.body),
        *(_example(seen, False, models, WEIGHTS[seen.origin]) for seen in others),
    ]


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


def figures(known: Sequence[Example]) -> tuple[float | None, float | None]:
    """AUC of articles against other pages (None if one kind is missing), and the expected calibration error, both
    cross-validated.
    """
    said = chances(known)
    articles = [chance for chance, example in zip(said, known, strict=True) if example.article]
    others = [chance for chance, example in zip(said, known, strict=True) if not example.article]
    return auc(articles, others), calibration_error(said, [example.right for example in known])


def write(known: Mapping[str, Sequence[Example]]) -> None:
    """Write the weights learnt from these kinds of documents to the file that ships; it keeps those of other kinds."""
    weights = {**tomllib.loads(FILE.read_text("utf-8")), **{kind: fit(examples) for kind, examples in known.items()}}
    tables = [
        f"\n[{kind}]\n" + "".join(f"{name} = {weight:.3f}\n" for name, weight in table.items())
        for kind, table in weights.items()
    ]
    FILE.write_text(HEAD + "".join(tables), "utf-8")
