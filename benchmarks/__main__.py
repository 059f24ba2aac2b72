"""`python -m benchmarks`: the comparison, to the terminal, to docs/benchmarks.md and to a picture beside it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from benchmarks.corpora import CorpusError, read_corpora
from benchmarks.peers import OURS, TOOLS, check
from benchmarks.report import document, picture, to_terminal
from benchmarks.run import Score, worst
from benchmarks.suites import SUITES
from benchmarks.tables import GROWTH_SIZES, TEXT_SIZES, Progress, Report, Settings
from benchmarks.text_peers import TEXT_TOOLS
from benchmarks.worst import half_of_host

GROW = (
    f"Largest page of the growth test, ten times its smallest. Bare text grows to "
    f"{TEXT_SIZES[-1] // GROWTH_SIZES[-1]} times that."
)
DOCS = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    required=True,
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
@click.option("--only", multiple=True, metavar="CORPUS", help="Only this corpus; can be given again.")
@click.option("--pages", type=click.IntRange(1), help="A sample of this many pages of each corpus; all by default.")
@click.option("--timed", default=40, show_default=True, type=click.IntRange(1), help="Pages of each corpus to time.")
@click.option("--repeats", default=5, show_default=True, type=click.IntRange(1), help="Turns of the clock.")
@click.option(
    "--peers",
    default="",
    metavar="NAMES",
    help="Only these peers, separated by semicolons; `none` for the cleaner alone.",
)
@click.option("--favour", is_flag=True, help='Both ends of the balance too: favour="precision" and favour="recall".')
@click.option(
    "--errors",
    default=0,
    metavar="N",
    help="List the ids of the N worst pages of each corpus, with their half. Look into those of the open half alone.",
)
@click.option("--costs/--no-costs", default=True, help="Whether to measure CPU, memory and growth.")
@click.option("--grow-to", default=GROWTH_SIZES[-1], show_default=True, metavar="KB", help=GROW)
@click.option(
    "--table",
    "suites",
    multiple=True,
    type=click.Choice(list(SUITES)),
    default=list(SUITES),
    show_default=True,
    help="Which comparison.",
)
@click.option("--seed", default=0, show_default=True, help="Of the resampling.")
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Markdown file to write, the picture beside it; docs/benchmarks.md if all is measured.",
)
def main(
    corpora: Path,
    only: tuple[str, ...],
    pages: int | None,
    timed: int,
    repeats: int,
    peers: str,
    favour: bool,
    errors: int,
    costs: bool,
    grow_to: int,
    suites: tuple[str, ...],
    seed: int,
    write: Path | None,
) -> None:
    """Run the cleaner and its peers over pages with gold."""
    from rich.console import Console

    names = tuple(name for name in peers.split(";") if name.strip())
    try:
        check(names, [*TOOLS, *TEXT_TOOLS])
        parts = read_corpora(corpora)
    except (CorpusError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    unknown = set(only) - {part.name for part in parts}
    if unknown:
        raise click.ClickException(
            f"no corpus is called {sorted(unknown)[0]!r}: use {', '.join(part.name for part in parts)}"
        )
    parts = [part for part in parts if not only or part.name in only]
    sizes = tuple(round(grow_to * share) for share in (0.1, 0.2, 0.5, 1.0))
    text_sizes = tuple(size * grow_to // GROWTH_SIZES[-1] for size in TEXT_SIZES)
    settings = Settings(pages, timed, repeats, names, favour, costs, sizes, text_sizes, seed=seed)
    console = Console()
    if not console.is_terminal:
        console = Console(width=180)
    whole = Report()
    for suite in dict.fromkeys(suites):
        with _bars() as progress:
            report = SUITES[suite](parts, settings, progress)
        for table in report.tables:
            to_terminal(table, console)
        _merge(whole, report)
    for tool in whole.missing:
        console.print(f"{tool.name}: {tool.version}", highlight=False, markup=False)
    if errors:
        _list_errors(whole, errors, console.print)
    if write is None and pages is None and costs and not only and not names and set(suites) == set(SUITES):
        write = DOCS
    if write:
        write.parent.mkdir(parents=True, exist_ok=True)
        image = write.with_suffix(".svg")
        drawn = picture(whole, image)
        write.write_text(document(whole, settings, image.name if drawn else None), "utf8")
        console.print(
            f"written: {write}{f' and {image.name}' if drawn else ''}", highlight=False, markup=False, soft_wrap=True
        )


@contextlib.contextmanager
def _bars() -> Iterator[Progress]:
    """Progress bars on standard error, as the suites call for them."""
    from rich import progress as rich_progress
    from rich.console import Console

    columns = (
        "{task.description}",
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TimeElapsedColumn(),
    )
    with rich_progress.Progress(*columns, console=Console(stderr=True)) as bars:

        def start(name: str, steps: int) -> Callable[[], None]:
            task = bars.add_task(name.replace("[", "("), total=steps)
            if not bars.console.is_terminal:
                bars.console.print(f"{name}, {steps} steps", highlight=False, markup=False)
            return lambda: bars.advance(task)

        yield start


def _merge(whole: Report, part: Report) -> None:
    """Add the tables and figures of a suite to those of all suites."""
    whole.tables += part.tables
    whole.scores |= part.scores
    whole.costs |= part.costs
    whole.wrong |= part.wrong
    whole.tools += [tool for tool in part.tools if tool not in whole.tools]
    whole.missing += [tool for tool in part.missing if tool not in whole.missing]


def _error(score: Score, peer: str, theirs: float) -> str:
    """A page's figures on one line, and those of the peer that does best on it."""
    figures = "no gold body"
    if words := score.words:
        figures = f"F1 {words.f1:.3f} P {words.precision:.3f} R {words.recall:.3f}"
    held = score.snippets
    parts = [f"{figures}, snippets {held.found}/{held.wanted} and {held.leaked} leaked"]
    if peer:
        parts.append(f"best peer {peer} {theirs:.3f}")
    if score.error:
        parts.append(score.error)
    return f"{score.id} ({score.host}), {half_of_host(score.host)} half: {', '.join(parts)}"


def _list_errors(report: Report, count: int, show: Callable[..., None]) -> None:
    """The ids of the worst pages of each corpus, to the terminal alone."""
    for corpus, scores in report.scores.items():
        show(f"\nWorst pages of {corpus}", highlight=False, markup=False)
        for score, peer, theirs in worst(scores, OURS, count):
            show(f"  {_error(score, peer, theirs)}", highlight=False, markup=False, soft_wrap=True)
    for corpus, lines in report.wrong.items():
        show(f"\n{corpus}: {len(lines)} fields wrong", highlight=False, markup=False)
        for line in lines[:count]:
            show(f"  {line}", highlight=False, markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
