"""Learn what ships learnt (trees that classify blocks and find headlines, weights of bylines and of
`Article.confidence`), and print how well it holds on pages of other hosts.

python -m training --corpora FOLDER [--write]
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.corpora import Corpus, CorpusError, read_corpora
from cleaner.label.classifier import BOUNDS
from cleaner.learned import headline, html_features, text_features, text_title
from cleaner.learned.trees import BoostedTrees
from training import classifier, confidence, text, text_byline, trees
from training import headline as titles
from training import title as heads
from training.folds import FOLDS

DOCS = Path(__file__).parent.parent / "docs" / "training.md"
HEAD = """\
# What is learnt, and how well it holds

Written by `tox -e train -- --write`, or a section alone with `--only html` or `--only text`; do not edit by hand. Four
small files ship that were learnt from pages with gold:

- `cleaner/learned/classifier.json`, boosted trees over the features of `learned/html_features.py` for HTML and over
  those of `learned/text_features.py` for bare text. In HTML they decide of the blocks that no rule of a site and no
  phrase spoke on, and that are neither plainly the article's nor plainly not; of bare text they only look at dumps, and
  there at every line that no rule spoke on;
- `cleaner/learned/headline.json`, boosted trees over the features of `learned/headline.py`: which line of a dump is its
  headline; and trees over those of `learned/text_title.py`: which line above other bare text is its title;
- `cleaner/learned/signers.toml`, a logistic regression over the features of `metadata/authors/text_byline.py`: which
  line around that headline is the byline;
- `cleaner/learned/confidence.toml`, a logistic regression over the features of `learned/confidence.py`:
  `Article.confidence`.

Learnt from the [WCXB benchmark](https://github.com/Murrough-Foley/web-content-extraction-benchmark) (CC BY 4.0), the
parser tests of [fundus](https://github.com/flairNLP/fundus) (MIT) and the evaluation set of
[trafilatura](https://github.com/adbar/trafilatura) (Apache-2.0).

The figures below are cross-validated by host: every page is cleaned by trees and weights that were learnt without the
pages of its site. They are what to expect on other sites; those of [benchmarks.md](benchmarks.md), with what ships, are
a little better than that. The figures are explained there.

"""
TEXT_ABOUT = """\
A dump is all that a page prints, as resiliparse tells it; bodies are the gold's own, which need no cleaning; the rest
is what other extractors made of the page, cleaned once more."""
UNSEEN_ABOUT = """\
Each corpus, by the halves of its sites (`training/folds.py`), with trees that were learnt from the other corpora alone:
what a site of a new kind meets."""
TITLE_ABOUT = """\
The headlines of dumps: how many dumps print theirs, in how many a line is chosen, in how many that line is right."""
BYLINE_ABOUT = """\
The bylines of dumps that print all of their authors: in how many a line is accepted, in how many it names an author."""
HEAD_ABOUT = """\
Titles of other bare text: heads that `benchmarks/heads.py` makes of the gold, and texts without a title."""
HTML_SECTION, TEXT_SECTION = "## HTML", "## Bare text"
FAVOURS = tuple(BOUNDS["html"])
HTML_COLUMNS = "| | corpus | word P | R | F1 | near-exact | below 0.5 | snippet F1 |\n|---|---|---|---|---|---|---|---|"
TEXT_COLUMNS = (
    "| | text | corpus | word F1 as given | cleaned | snippet F1 as given | cleaned | words lost | "
    "untouched |\n|---|---|---|---|---|---|---|---|---|"
)

TITLE_COLUMNS = "| corpus | dumps | printed | chosen | right | precision | recall |\n|---|---|---|---|---|---|---|"
HEAD_COLUMNS = (
    "| | texts | title right | of those told | authors F1 | day | words lost |\n|---|---|---|---|---|---|---|"
)
NEGATIVE_COLUMNS = "| | texts | false titles | lines lost |\n|---|---|---|---|"
BYLINE_COLUMNS = "| corpus | dumps | accepted | right | precision | recall |\n|---|---|---|---|---|---|"


@click.command()
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True
)
@click.option(
    "--write",
    is_flag=True,
    help="Write what was learnt from all pages to the files that ship, and the figures to docs/training.md.",
)
@click.option(
    "--only", type=click.Choice(["html", "text"]), help="Learn one kind alone; what ships of the other one stays."
)
def main(corpora: Path, write: bool, only: str | None) -> None:
    """Cross-validate by host, print the figures, and write what was learnt if asked."""
    try:
        loaded = read_corpora(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    sections = _sections(DOCS.read_text("utf-8"))
    if only != "text":
        sections[HTML_SECTION] = _learn_html(loaded, write)
    if only != "html":
        sections[TEXT_SECTION] = _learn_text(loaded, write)
    if write:
        DOCS.write_text(HEAD + "".join(sections.values()), "utf-8")
        click.echo(f"wrote docs/{DOCS.name} and the files in cleaner/learned that it names")


def _sections(text: str) -> dict[str, str]:
    """The sections of docs/training.md, by their headings; each ends in an empty line but for the last."""
    at = text.index(TEXT_SECTION)
    return {HTML_SECTION: text[text.index(HTML_SECTION) : at], TEXT_SECTION: text[at:]}


def _learn_html(loaded: Sequence[Corpus], write: bool) -> str:
    """Learn and judge what pages need; write it if asked. Returns the section of docs/training.md."""
    known = classifier.examples(loaded)
    models = trees.cross_learn(known, classifier.SHAPE, "html")
    parts = [HTML_SECTION, _html_table(known, models), UNSEEN_ABOUT, _unseen_table(known)]
    click.echo("\n".join(parts))
    judged = confidence.examples(loaded, models)
    parts.append(_confidence_line(judged))
    click.echo(parts[-1])
    if write:
        trees.write(trees.FILE, {"html": (html_features.FEATURES, trees.learn(known, classifier.SHAPE))})
        confidence.write({"html": judged})
    return "\n\n".join(parts) + "\n\n"


def _learn_text(loaded: Sequence[Corpus], write: bool) -> str:
    """Learn and judge what bare text needs; write it if asked. Returns the section of docs/training.md."""
    documents = text.examples(loaded, lambda name: click.echo(f"text of {name}", err=True))
    models = trees.cross_learn(text.dumps(documents), text.SHAPE, "dump")
    entitled = titles.examples(documents, models)
    bylines = text_byline.examples(documents, models)
    made = heads.examples(loaded)
    parts = [TEXT_SECTION, TEXT_ABOUT, _text_table(documents, models), _kinds(documents)]
    parts += [TITLE_ABOUT, _title_table(entitled), BYLINE_ABOUT, _byline_table(bylines)]
    parts += [HEAD_ABOUT, _head_table(made, loaded)]
    click.echo("\n".join(parts))
    judged = confidence.of_text(documents, text.others(loaded), models)
    parts.append(_confidence_line(judged))
    click.echo(parts[-1])
    if write:
        trees.write(trees.FILE, {"dump": (text_features.FEATURES, trees.learn(text.dumps(documents), text.SHAPE))})
        trees.write(titles.FILE, {"headline": (headline.FEATURES, trees.learn(entitled, titles.SHAPE))})
        trees.write(titles.FILE, {"title": (text_title.FEATURES, trees.learn(made, heads.SHAPE))})
        text_byline.write(bylines)
        confidence.write({"text": judged})
    return "\n\n".join(parts) + "\n"


def _html_table(known: list[trees.Example], models: list[BoostedTrees]) -> str:
    rows = [
        ("rules alone", classifier.judge(known, [None] * FOLDS, "balance")),
        *((f'favour="{favour}"', classifier.judge(known, models, favour)) for favour in FAVOURS),
    ]
    cells = [
        f"| {' | '.join([name, corpus, *figures.cells()])} |"
        for name, by_corpus in rows
        for corpus, figures in by_corpus.items()
    ]
    return "\n".join([HTML_COLUMNS, *cells])


def _unseen_table(known: list[trees.Example]) -> str:
    """The figures of each corpus with nothing learnt from it."""
    unseen = classifier.judge_unseen(known, "balance")
    cells = [f"| learnt elsewhere | {name} | {' | '.join(figures.cells())} |" for name, figures in unseen.items()]
    return "\n".join([HTML_COLUMNS, *cells])


def _confidence_line(pages: list[confidence.Example]) -> str:
    articles, (auc, error) = sum(page.article for page in pages), confidence.figures(pages)
    return (
        f"Confidence, on {articles} documents of articles and {len(pages) - articles} of other pages: "
        f"AUC {_figure(auc)} for telling them apart, expected calibration error {_figure(error)}."
    )


def _figure(value: float | None) -> str:
    """A figure of a table; a dash if there is none."""
    return "–" if value is None else f"{value:.3f}"


def _text_table(documents: list[trees.Example], models: list[BoostedTrees]) -> str:
    rows = [(f'favour="{favour}"', text.judge(documents, models, favour)) for favour in FAVOURS]
    cells = [
        f"| {' | '.join([name, kind, corpus, *outcome.cells()])} |"
        for name, by_kind in rows
        for (kind, corpus), outcome in sorted(by_kind.items())
    ]
    return "\n".join([TEXT_COLUMNS, *cells])


def _title_table(entitled: list[trees.Example]) -> str:
    return "\n".join(
        [
            TITLE_COLUMNS,
            *(f"| {' | '.join([corpus, *counts.cells()])} |" for corpus, counts in titles.judge(entitled).items()),
        ]
    )


def _byline_table(bylines: list[text_byline.Byline]) -> str:
    rows = [f"| {' | '.join([corpus, *cells])} |" for corpus, cells in text_byline.judge(bylines).items()]
    return "\n".join([BYLINE_COLUMNS, *rows])


def _head_table(made: list[trees.Example], loaded: Sequence[Corpus]) -> str:
    """The marks of heads with and without evidence, and the counts of texts without a title."""
    marks, counts = heads.judge(made, loaded)
    rows = [f"| {' | '.join([kind, *row.cells()])} |" for (kind, part), row in marks.items() if part == "all"]
    false = [f"| {' | '.join([kind, *row.cells()])} |" for (kind, part), row in counts.items() if part == "all"]
    return "\n".join([HEAD_COLUMNS, *rows, "", NEGATIVE_COLUMNS, *false])


def _kinds(documents: list[trees.Example]) -> str:
    """How many documents of each origin are taken for dumps."""
    told = {
        origin: [seen.kind == "dump" for seen in documents if seen.origin == origin]
        for origin in dict.fromkeys(seen.origin for seen in documents)
    }
    return (
        "Taken for dumps: "
        + ", ".join(f"{sum(dumps)} of {len(dumps)} ({origin})" for origin, dumps in told.items())
        + "."
    )


if __name__ == "__main__":
    main()
