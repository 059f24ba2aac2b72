"""Learn what ships learnt, the review's trees and the weights of `Article.confidence`, and print how well both hold on pages of other hosts.

python -m training --corpora FOLDER [--write]
"""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.corpora import CorpusError, read_corpora
from cleaner.label.review import BOUNDS
from training import confidence, review
from training.folds import FOLDS

DOCS = Path(__file__).parent.parent / "docs" / "training.md"
HEAD = """\
# What is learnt, and how well it holds

Written by `tox -e train -- --write`; do not edit by hand. Two small files ship that were learnt from pages with gold:

- `cleaner/label/review.json`, boosted trees over the measures of `label/measures.py`. They decide of the blocks that no rule of a site and no phrase spoke
  on, and that are neither plainly the article's nor plainly not;
- `cleaner/label/confidence.toml`, a logistic regression over the measures of `label/confidence.py`: `Article.confidence`.

Learnt from the [WCXB benchmark](https://github.com/Murrough-Foley/web-content-extraction-benchmark) (CC BY 4.0), the parser tests of
[fundus](https://github.com/flairNLP/fundus) (MIT) and the evaluation set of [trafilatura](https://github.com/adbar/trafilatura) (Apache-2.0).

The figures below are cross-validated by host: every page is cleaned by trees and weights that were learnt without the pages of its site. They are what to
expect on other sites; those of [benchmarks.md](benchmarks.md), with what ships, are a little better than that. The measures are explained there.

"""


@click.command()
@click.option("--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True)
@click.option("--write", is_flag=True, help="Write what was learnt from all pages to the files that ship, and the figures to docs/training.md.")
def main(corpora: Path, write: bool) -> None:
    """Cross-validate by host, print the figures, and write what was learnt if asked."""
    try:
        found = read_corpora(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    known = review.examples(found)
    models = review.cross_learn(known)
    pages = confidence.examples(found, models)
    articles, (auc, error) = sum(page.article for page in pages), confidence.figures(pages)
    rows = [
        ("rules alone", review.judge(known, [None] * FOLDS, "balance")),
        *((f'favour="{favour}"', review.judge(known, models, favour)) for favour in BOUNDS),
    ]
    lines = [
        "| | corpus | word P | R | F1 | near-exact | below 0.5 | snippet F1 |",
        "|---|---|---|---|---|---|---|---|",
        *(f"| {' | '.join([name, corpus, *figures.cells()])} |" for name, by_corpus in rows for corpus, figures in by_corpus.items()),
        "",
        f"Confidence, on {articles} articles and {len(pages) - articles} other pages: AUC {auc:.3f} for telling them apart, "
        f"expected calibration error {error:.3f}.",
    ]
    click.echo("\n".join(lines))
    if write:
        review.write(known)
        confidence.write(pages)
        DOCS.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
        click.echo(f"wrote {review.FILE.name}, {confidence.FILE.name} and docs/{DOCS.name}")


if __name__ == "__main__":
    main()
