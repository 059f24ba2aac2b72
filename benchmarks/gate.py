"""The gate: the cleaner's figures against `floors.json`. A fall fails; a floor is lowered only by `--lower`, raised by
`--raise`.

python -m benchmarks.gate --corpora FOLDER
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks import meta
from benchmarks.corpora import Corpus, CorpusError, read_corpora
from benchmarks.peers import BARE, OURS, TOOLS, Ready, load
from benchmarks.run import Score, confidence, figures, measure
from benchmarks.speed import costs
from benchmarks.text import harm, left_alone, lost, with_bodies
from benchmarks.text_meta import marks_of_dumps
from benchmarks.text_peers import DUMP, TEXT_TOOLS, text_of

FLOORS = Path(__file__).resolve().parent / "floors.json"
OVERALL = "overall"

Values = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Measure:
    """Which way is better, and how much worse is no fall: absolute `slack`, or relative to the floor for what a clock
    says.
    """

    higher: bool
    slack: float
    relative: bool = False

    def falls(self, value: float, floor: float) -> bool:
        """Whether the value is worse than the floor by more than the slack."""
        slack = self.slack * abs(floor) if self.relative else self.slack
        return value < floor - slack if self.higher else value > floor + slack

    def improves(self, value: float, floor: float) -> bool:
        """Whether the value is better than the floor, for times by more than their slack."""
        slack = self.slack * abs(floor) if self.relative else 0.0
        return value > floor + slack if self.higher else value < floor - slack


MEASURES: Mapping[str, Measure] = {
    "word_f1": Measure(True, 0.0005),
    "near_exact": Measure(True, 0.002),
    "snippet_f1": Measure(True, 0.0005),
    "below_half": Measure(False, 0.0),
    "errors": Measure(False, 0.0),
    "dump_word_f1": Measure(True, 0.0005),
    "dump_snippet_f1": Measure(True, 0.0005),
    "dump_title": Measure(True, 0.003),
    "dump_authors": Measure(True, 0.003),
    "dump_date": Measure(True, 0.003),
    "body_words_lost": Measure(False, 0.0001),
    "bodies_untouched": Measure(True, 0.002),
    "meta_title": Measure(True, 0.002),
    "meta_authors": Measure(True, 0.002),
    "meta_date": Measure(True, 0.002),
    "auc": Measure(True, 0.002),
    "calibration_error": Measure(False, 0.003),
    "cpu": Measure(False, 0.35, relative=True),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure beside its floor."""

    corpus: str
    measure: str
    value: float | None
    floor: float | None

    @property
    def verdict(self) -> str:
        """`missing`, `new`, `fall`, `better` or `held`."""
        if self.value is None:
            return "missing"
        if self.floor is None:
            return "new"
        way = MEASURES[self.measure]
        return (
            "fall"
            if way.falls(self.value, self.floor)
            else "better"
            if way.improves(self.value, self.floor)
            else "held"
        )


def measured(corpora: Sequence[Corpus], timed: int, repeats: int) -> Values:
    """The cleaner's figures, site rules off, by corpus, of pages, of bare text and of metadata, and over all corpora
    what its confidence is worth.
    """
    ready, missing = load([tool for tool in TOOLS if tool.name in (OURS, BARE)])
    makers, no_maker = load([DUMP])
    for tool in no_maker:
        click.echo(f"no dumps of pages: {tool.package} is {tool.version}", err=True)
    if missing:
        raise click.ClickException(f"{missing[0].name} cannot be loaded: {missing[0].version}")
    found: Values = {}
    scores: dict[str, Sequence[Score]] = {}
    for corpus in corpora:
        scores[corpus.name] = measure(corpus, [tool for tool in ready if tool.name == OURS])[OURS]
        row = figures(scores[corpus.name])
        values: dict[str, float | None] = {"pages": row.pages, "errors": row.errors}
        if corpus.articles:
            values |= {
                "word_f1": row.f1,
                "near_exact": row.near_exact,
                "snippet_f1": row.snippet_f1,
                "below_half": row.below_half,
            }
            values |= text_values(corpus, makers) | metadata_values(corpus)
            if timed:
                values["cpu"] = costs(corpus.sample(timed), ready, repeats)[OURS].median
        found[corpus.name] = {key: value for key, value in values.items() if value is not None}
    worth = confidence(scores, {corpus.name: corpus.articles for corpus in corpora})
    overall = {"auc": worth.auc, "calibration_error": worth.error}
    found[OVERALL] = {key: value for key, value in overall.items() if value is not None}
    return found


def text_values(corpus: Corpus, makers: Sequence[Ready]) -> dict[str, float | None]:
    """The figures of text mode: the dumps that `makers` make of the pages, cleaned, and what becomes of the gold
    bodies.
    """
    ours, _ = load([tool for tool in TEXT_TOOLS if tool.ours])
    bodies = harm(with_bodies(corpus), ours)[OURS]
    values = {"body_words_lost": lost(bodies), "bodies_untouched": left_alone(bodies)}
    for maker in makers:
        row = figures(measure(corpus, ours, prepare=text_of(maker))[OURS])
        values |= {"dump_word_f1": row.f1, "dump_snippet_f1": row.snippet_f1}
        values |= {f"dump_{name}": value for name, value in meta.means(marks_of_dumps(corpus, text_of(maker))).items()}
    return values


def metadata_values(corpus: Corpus) -> dict[str, float | None]:
    """How often title, authors and day are right, on the pages whose gold has them."""
    ours, _ = load([tool for tool in meta.TOOLS if tool.name == OURS])
    marks, _ = meta.measure(corpus, ours, lambda: None)
    return {f"meta_{name}": value for name, value in meta.means(marks[OURS]).items()}


def compare(found: Values, floors: Values) -> list[Change]:
    """Every figure and every floor, in the order of the floors. A floor without a figure is `missing`, which fails too."""
    changes = []
    for corpus in [*floors, *(name for name in found if name not in floors)]:
        have, need = found.get(corpus, {}), floors.get(corpus, {})
        for name in MEASURES:
            if name in have or name in need:
                changes.append(Change(corpus, name, have.get(name), need.get(name)))
    return changes


def moved(found: Values, floors: Values, up: bool, down: bool) -> Values:
    """The floors after the run: new ones and better ones taken over where `up`, worse ones where `down`."""
    result = {corpus: dict(values) for corpus, values in floors.items()}
    for change in compare(found, floors):
        if change.value is not None and (
            (up and change.verdict in ("new", "better")) or (down and change.verdict == "fall")
        ):
            result.setdefault(change.corpus, {})[change.measure] = round(change.value, 4)
    for corpus, values in found.items():
        if "pages" in values and corpus in result:
            result[corpus] = {"pages": values["pages"], **{k: v for k, v in result[corpus].items() if k != "pages"}}
    return result


def other_pages(found: Values, floors: Values) -> list[str]:
    """The corpora whose number of pages is not the one that their floors were set on."""
    return [
        c
        for c, values in floors.items()
        if "pages" in values and "pages" in found.get(c, {}) and found[c]["pages"] != values["pages"]
    ]


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
    found = measured(parts, timed, repeats)
    held_now = (
        held if timed else {corpus: {k: v for k, v in values.items() if k != "cpu"} for corpus, values in held.items()}
    )
    strangers = other_pages(found, held_now)
    if strangers and not down:
        raise click.ClickException(
            f"{strangers[0]} is not the corpus its floors were set on: {found[strangers[0]]['pages']:.0f} pages; "
            f"--lower sets them anew"
        )
    changes = compare(found, held_now)
    for change in changes:
        value, floor = (("–" if x is None else f"{x:.4f}") for x in (change.value, change.floor))
        click.echo(f"{change.verdict:8} {change.corpus:24} {change.measure:18} {value:>9}   floor {floor:>9}")
    if up or down:
        floors.write_text(json.dumps(moved(found, held, up, down), indent=2) + "\n", "utf8")
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
