"""The gate: the cleaner's figures against `floors.json`. A fall fails; a floor is lowered only by `--lower`, raised by
`--raise`.

Means hide what hurts: a mean may stay while one page is lost and ten others gain a comma. So there are floors for the
number of pages below 0.8 and below 0.5 word F1 and for the greatest share of words lost of one clean body, too, and the
worst pages and bodies are printed by name. Figures without the pages whose gold is known to be wrong
(`gold-errata.jsonl`) are printed beside them; the floors are set on all pages.

python -m benchmarks.gate --corpora FOLDER
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from benchmarks import meta
from benchmarks.corpora import Corpus, CorpusError, read_corpora
from benchmarks.errata import Result, read_errata, without, wrong_pages
from benchmarks.floors import FLOORS, MEASURES, Values, compare, moved, other_pages, without_clock
from benchmarks.heads import head_values
from benchmarks.lines import line_values
from benchmarks.peers import BARE, OURS, TOOLS, Ready, load
from benchmarks.run import Score, confidence, figures, measure
from benchmarks.speed import costs
from benchmarks.tables import number
from benchmarks.text import Harm, harm, left_alone, lost, most_lost, with_bodies
from benchmarks.text_meta import marks_of_dumps
from benchmarks.text_peers import DUMP, TEXT_TOOLS, text_of
from benchmarks.worst import worst_bodies, worst_pages

OVERALL = "overall"
LINES = "lines"
HEADS = "heads"
# Pages of each corpus of which heads are made. By hand: a minute.
PAGES_OF_HEADS = 100

Show = Callable[[str], None]
Row = dict[str, float | None]


def measured(corpora: Sequence[Corpus], timed: int, repeats: int, show: Show = lambda _: None) -> Values:
    """The cleaner's figures, site rules off, by corpus, of pages, of bare text and of metadata, and over all corpora
    how good its confidence is. `show` gets lines on the worst pages, and on figures without the pages of wrong gold.
    """
    ready, missing = load([tool for tool in TOOLS if tool.name in (OURS, BARE)])
    makers, no_maker = load([DUMP])
    for tool in no_maker:
        click.echo(f"no dumps of pages: {tool.package} is {tool.version}", err=True)
    if missing:
        raise click.ClickException(f"{missing[0].name} cannot be loaded: {missing[0].version}")
    values: Values = {}
    scores: dict[str, Sequence[Score]] = {}
    for corpus in corpora:
        of_corpus = measure(corpus, [tool for tool in ready if tool.name == OURS])[OURS]
        scores[corpus.name] = of_corpus
        row: Row = {"pages": len(of_corpus), "errors": figures(of_corpus).errors}
        if corpus.articles:
            row |= page_values(of_corpus)
            show_line(worst_pages(corpus, of_corpus), show)
            show_without_errata(corpus, of_corpus, page_values, show)
            row |= text_values(corpus, makers, show) | metadata_values(corpus)
            if timed:
                row["cpu"] = costs(corpus.sample(timed), ready, repeats)[OURS].median
        values[corpus.name] = told(row)
    if lines := told(line_values(corpora)):
        values[LINES] = lines
    if any(page.title and page.body for corpus in corpora for page in corpus.pages):
        values[HEADS] = told(head_values([corpus.sample(PAGES_OF_HEADS) for corpus in corpora]))
    worth = confidence(scores, {corpus.name: corpus.articles for corpus in corpora})
    values[OVERALL] = told({"auc": worth.auc, "calibration_error": worth.error})
    return values


def told(row: Row) -> dict[str, float]:
    """The figures that a corpus has gold for.

    >>> told({"word_f1": None, "snippet_f1": 0.9})
    {'snippet_f1': 0.9}
    """
    return {name: value for name, value in row.items() if value is not None}


def page_values(scores: Sequence[Score]) -> Row:
    """The figures of pages as HTML."""
    row = figures(scores)
    return {
        "word_f1": row.f1,
        "near_exact": row.near_exact,
        "snippet_f1": row.snippet_f1,
        "below_eighty": row.below_eighty,
        "below_half": row.below_half,
    }


def body_values(bodies: Sequence[Harm]) -> Row:
    """The figures of gold bodies given as text."""
    return {
        "body_words_lost": lost(bodies),
        "worst_body_lost": most_lost(bodies),
        "bodies_untouched": left_alone(bodies),
    }


def dump_values(scores: Sequence[Score]) -> Row:
    """The figures of dumps given as text."""
    row = figures(scores)
    return {"dump_word_f1": row.f1, "dump_snippet_f1": row.snippet_f1}


def text_values(corpus: Corpus, makers: Sequence[Ready], show: Show = lambda _: None) -> Row:
    """The figures of text mode: the dumps that `makers` make of the pages, cleaned, and the harm done to gold
    bodies.
    """
    ours, _ = load([tool for tool in TEXT_TOOLS if tool.ours])
    bodies = harm(with_bodies(corpus), ours)[OURS]
    values = body_values(bodies)
    show_line(worst_bodies(corpus, {body.id: body.lost for body in bodies}), show)
    show_without_errata(corpus, bodies, body_values, show)
    for maker in makers:
        scores = measure(corpus, ours, prepare=text_of(maker))[OURS]
        values |= dump_values(scores)
        show_without_errata(corpus, scores, dump_values, show)
        values |= {f"dump_{name}": value for name, value in meta.means(marks_of_dumps(corpus, text_of(maker))).items()}
    return values


def show_line(line: str | None, show: Show) -> None:
    """Show a line where there is one."""
    if line:
        show(line)


def show_without_errata(
    corpus: Corpus, results: Sequence[Result], values_of: Callable[[Sequence[Result]], Row], show: Show
) -> None:
    """Show the figures without the pages whose gold is known to be wrong; nothing where the corpus has none of them."""
    known = without(results, wrong_pages(corpus.name, read_errata()))
    count, values = len(results) - len(known), told(values_of(known))
    if count and values:
        listed = ", ".join(f"{name} {values[name]:.4f}" for name in MEASURES if name in values)
        show(f"{corpus.name}, without {count} pages whose gold is known to be wrong: {listed}")


def metadata_values(corpus: Corpus) -> dict[str, float | None]:
    """How often title, authors and day are right, on the pages whose gold has them."""
    ours, _ = load([tool for tool in meta.TOOLS if tool.name == OURS])
    marks, _ = meta.measure(corpus, ours, lambda: None)
    return {f"meta_{name}": value for name, value in meta.means(marks[OURS]).items()}


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    required=True,
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
@click.option(
    "--floors",
    type=click.Path(path_type=Path, dir_okay=False),
    default=FLOORS,
    show_default="benchmarks/floors.json",
    help="File of the floors.",
)
@click.option("--raise", "up", is_flag=True, help="Take over what is better than its floor, and what has none yet.")
@click.option("--lower", "down", is_flag=True, help="Take over what is worse than its floor. Say in the commit why.")
@click.option("--timed", default=24, show_default=True, help="Pages of each corpus to time; 0 leaves the clock out.")
@click.option("--repeats", default=5, show_default=True, type=click.IntRange(1), help="Turns of the clock.")
def main(corpora: Path, floors: Path, up: bool, down: bool, timed: int, repeats: int) -> None:
    """Compare the cleaner with its floors; fail on a fall."""
    try:
        held: Values = json.loads(floors.read_text("utf8")) if floors.is_file() else {}
        parts = read_corpora(corpora)
    except (CorpusError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    values = measured(parts, timed, repeats, click.echo)
    compared = held if timed else without_clock(held)
    strangers = other_pages(values, compared)
    if strangers and not down:
        raise click.ClickException(
            f"{strangers[0]} is not the corpus its floors were set on: {values[strangers[0]]['pages']:.0f} pages; "
            f"--lower sets them anew"
        )
    changes = compare(values, compared)
    for change in changes:
        value, floor = (number(figure, ".4f") for figure in (change.value, change.floor))
        click.echo(f"{change.verdict:8} {change.corpus:24} {change.measure:18} {value:>9}   floor {floor:>9}")
    if up or down:
        floors.write_text(json.dumps(moved(values, held, up, down), indent=2) + "\n", "utf8")
        click.echo(f"floors written to {floors}")
    bad = [c for c in changes if c.verdict == "missing" or (c.verdict == "fall" and not down)]
    if bad:
        raise click.ClickException(
            f"{len(bad)} figures fell or are missing: {', '.join(f'{c.corpus} {c.measure}' for c in bad)}"
        )
    if any(c.verdict == "better" for c in changes) and not up:
        click.echo("some figures are better than their floors: --raise keeps them")


if __name__ == "__main__":
    main()
