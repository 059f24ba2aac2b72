"""Learn the weights of `Article.confidence` from pages with gold, and print how well they hold on pages of other hosts.

python -m training.confidence --corpora FOLDER [--write]
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import exp
from pathlib import Path
from urllib.parse import urlsplit

import click
from sklearn.linear_model import LogisticRegression

from benchmarks.corpora import Corpus, read_corpora
from benchmarks.metrics import auc, best_overlap, calibration_error
from cleaner.errors import InputError
from cleaner.label.confidence import measure
from cleaner.model import BODY, Role
from cleaner.options import Options
from cleaner.pipeline import Cleaner
from cleaner.read import read

FILE = Path(__file__).parent.parent / "cleaner" / "label" / "confidence.toml"
RIGHT = 0.9
FOLDS = 5
HEAD = """\
# How sure the cleaner is of a page: the weights of the measures in confidence.py, a logistic regression.
# Learnt by `python -m training.confidence --corpora FOLDER --write`; do not edit by hand.
# Learnt from: the WCXB benchmark (CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark) and the parser
# tests of fundus (MIT, https://github.com/flairNLP/fundus).

[weights]
"""


@dataclass(frozen=True)
class Example:
    """A page: its host, whether it is an article, its measures (None where no text is kept), and whether its text is right."""

    host: str
    article: bool
    measures: dict[str, float] | None
    right: bool


def examples(corpora: list[Corpus]) -> list[Example]:
    """The pages of the corpora that have a gold body, and all pages that are no articles."""
    cleaner = Cleaner(Options(site_rules=False))
    found = []
    for corpus in corpora:
        for page in corpus.pages:
            if corpus.articles and not page.body:
                continue
            loaded = page.load()
            host = ".".join((urlsplit(loaded.url or "").hostname or page.id).split(".")[-2:])
            try:
                labelled, recognised, _ = cleaner.labelled(read(loaded.raw, cleaner.options), loaded.url)
            except InputError:
                continue
            kept = [block for block in labelled.blocks if block.role in BODY]
            text = "\n\n".join(block.text for block in kept)
            deck = "\n".join(block.text for block in labelled.blocks if block.role is Role.SUBTITLE)
            golds = [page.body or "", *([f"{page.deck}\n{page.body}"] if page.deck else [])]
            right = corpus.articles and best_overlap([text, *([f"{deck}\n{text}"] if deck else [])], golds).f1 >= RIGHT
            found.append(Example(host, corpus.articles, measure(labelled, recognised, kept) if kept else None, right))
    return found


def fit(known: list[Example]) -> dict[str, float]:
    """Weights by measure, and the bias."""
    rows = [(example.measures, example.right) for example in known if example.measures is not None]
    names = list(rows[0][0])
    model = LogisticRegression(C=1.0, max_iter=1000).fit([[measures[name] for name in names] for measures, _ in rows], [right for _, right in rows])
    return {"bias": float(model.intercept_[0]), **{name: float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}}


def chance(weights: dict[str, float], example: Example) -> float:
    """What the weights say of a page."""
    if example.measures is None:
        return 0.0
    return 1.0 / (1.0 + exp(-weights["bias"] - sum(weights[name] * value for name, value in example.measures.items())))


def fold_of(host: str) -> int:
    """The fold of a host: pages of one host are never in two."""
    return int(hashlib.sha256(host.encode()).hexdigest(), 16) % FOLDS


@click.command()
@click.option("--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True)
@click.option("--write", is_flag=True, help="Write the weights learnt from all pages to the file that ships.")
def main(corpora: Path, write: bool) -> None:
    """Cross-validate by host, print the figures, and write the weights if asked."""
    known = examples(read_corpora(corpora))
    learnt = [fit([example for example in known if fold_of(example.host) != fold]) for fold in range(FOLDS)]
    chances = [chance(learnt[fold_of(example.host)], example) for example in known]
    articles = [chance for chance, example in zip(chances, known, strict=True) if example.article]
    others = [chance for chance, example in zip(chances, known, strict=True) if not example.article]
    click.echo(f"{len(articles)} articles, {len(others)} other pages; cross-validated by host in {FOLDS} folds")
    click.echo(f"articles against other pages: AUC {auc(articles, others):.3f}")
    click.echo(f"expected calibration error: {calibration_error(chances, [example.right for example in known]):.3f}")
    if write:
        FILE.write_text(HEAD + "".join(f"{name} = {weight:.3f}\n" for name, weight in fit(known).items()), "utf-8")
        click.echo(f"wrote {FILE.name}")


if __name__ == "__main__":
    main()
