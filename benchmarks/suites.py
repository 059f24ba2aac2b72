"""The suites: what is compared with what, and the tables that come of it.

A new comparison is a new function in `SUITES`: it makes its tools (`peers.Tool`), gives them what it likes of a page (`prepare` of `measure` and `costs`),
and returns tables. The corpora's pages carry the gold of the metadata too. Its keys in `scores` and `costs` differ from those of other suites.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.corpora import Corpus
from benchmarks.meta import metadata_suite
from benchmarks.metrics import RIGHT
from benchmarks.peers import BARE, OURS, Ready, Tool, choose, load
from benchmarks.run import Confidence, Difference, Score, confidence, differences, figures, measure
from benchmarks.speed import Cost, Growth, costs, growth, memory, turns

MEMORY_PAGES = 12
GROWTH_SIZES = (50, 100, 250, 500)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked for. `pages` None is all; `timed` pages of each corpus are run `repeats` times for the clock."""

    pages: int | None = None
    timed: int = 40
    repeats: int = 5
    peers: tuple[str, ...] = ()
    both_ends: bool = False
    costs: bool = True
    sizes: tuple[int, ...] = GROWTH_SIZES
    rounds: int = 2000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of strings, first column the row's name; `notes` stand under it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What a suite found: its tables, and the figures behind them for the picture and the error listing.

    wrong: by corpus, lines on what the cleaner has wrong, the gravest first; they are shown on the terminal alone.
    """

    tables: list[Table] = field(default_factory=list)
    scores: dict[str, dict[str, list[Score]]] = field(default_factory=dict)
    costs: dict[str, dict[str, Cost]] = field(default_factory=dict)
    tools: list[Tool] = field(default_factory=list)
    missing: list[Tool] = field(default_factory=list)
    wrong: dict[str, list[str]] = field(default_factory=dict)


# Told of each part of the work before it starts: its name and its number of steps; returns what is called at each step.
Progress = Callable[[str, int], Callable[[], None]]
Suite = Callable[[Sequence[Corpus], Settings, Progress], Report]


def html_suite(corpora: Sequence[Corpus], settings: Settings, progress: Progress) -> Report:
    """Pages as HTML: word overlap and snippets by corpus, what the confidence is worth, cost and its growth."""
    ready, missing = load(choose(settings.peers, settings.both_ends))
    report = Report(tools=[r.tool for r in ready], missing=missing)
    extractors = [r for r in ready if r.name != BARE]
    with_confidence = [r for r in extractors if r.tool.ours]
    for corpus in (c.sample(settings.pages) for c in corpora):
        step = progress(f"{corpus.name}: text", len(corpus.pages))
        report.scores[corpus.name] = measure(corpus, extractors if corpus.articles else with_confidence, step)
        if not corpus.articles:
            continue
        spent: dict[str, Cost] = {}
        peaks: dict[str, float | None] = {}
        if settings.costs:
            timed = corpus.sample(settings.timed)
            spent = costs(timed, ready, settings.repeats, progress(f"{corpus.name}: CPU", turns(timed, settings.repeats)))
            peaks = _peaks(corpus, ready, progress(f"{corpus.name}: memory", len(ready)))
        report.costs[corpus.name] = spent
        report.tables.append(_text_table(corpus, report, spent, peaks, settings))
    articles = {c.name: c.articles for c in corpora}
    report.tables.append(_confidence_table({r.name: confidence({c: s[r.name] for c, s in report.scores.items()}, articles) for r in with_confidence}))
    if settings.costs and settings.sizes:
        step = progress("growth", len(ready))
        grown = {}
        for tool in ready:
            grown[tool.name] = growth(tool, settings.sizes)
            step()
        report.tables.append(_growth_table(grown))
    return report


SUITES: Mapping[str, Suite] = {"html": html_suite, "metadata": metadata_suite}


def _peaks(corpus: Corpus, ready: Sequence[Ready], step: Callable[[], None]) -> dict[str, float | None]:
    """Peak memory of each tool on a few pages of the corpus, its largest among them."""
    largest = max(corpus.pages, key=lambda p: p.path.stat().st_size)
    files = [page.path for page in (*corpus.sample(MEMORY_PAGES - 1).pages, largest)]
    peaks = {}
    for tool in ready:
        peaks[tool.name] = memory(tool.tool, files)
        step()
    return peaks


def number(value: float | None, form: str = ".3f") -> str:
    """A figure as the tables show it; a dash for none."""
    return "–" if value is None else format(value, form)


def multiple(value: float) -> str:
    """A multiple with two figures that count."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def _text_table(corpus: Corpus, report: Report, spent: Mapping[str, Cost], peaks: Mapping[str, float | None], settings: Settings) -> Table:
    rows = []
    for tool in report.tools:
        cost = spent.get(tool.name)
        cpu = "–" if not cost else "1" if tool.name == BARE else f"{multiple(cost.low)} – **{multiple(cost.median)}** – {multiple(cost.high)}"
        costing = (cpu, number(cost.milliseconds if cost else None, ".1f"), number(peaks.get(tool.name), ".0f"))
        if tool.name == BARE:
            rows.append((tool.name, *["–"] * 7, *costing))
            continue
        f = figures(report.scores[corpus.name][tool.name])
        half = "–" if f.below_half is None else str(f.below_half)
        quality = (number(f.precision), number(f.recall), number(f.f1), number(f.near_exact), number(f.snippet_f1), half, str(f.errors))
        rows.append((tool.name, *quality, *costing))
    rows += [(tool.name, tool.version, *["–"] * 9) for tool in report.missing]
    ahead = differences(report.scores[corpus.name], OURS, [t.name for t in report.tools if not t.ours and t.name != BARE], settings.rounds, settings.seed)
    notes = (*(_ahead(d) for d in ahead), *_beside(report.tools, spent))
    return Table(
        f"{corpus.name}: {len(corpus.pages)} pages of {len({p.host for p in corpus.pages})} hosts",
        ("tool", "P", "R", "word F1", "near-exact", "snippet F1", "below 0.5", "errors", "CPU × bare parse", "ms/page", "peak MB"),
        tuple(rows),
        notes,
    )


def _beside(tools: Sequence[Tool], spent: Mapping[str, Cost]) -> list[str]:
    """One line on the cleaner's CPU beside that of each peer, by the medians."""
    peers = [(spent[OURS].median / spent[t.name].median, t.name) for t in tools if not t.ours and t.name != BARE and t.name in spent] if OURS in spent else []
    if not peers:
        return []
    return ["CPU of the cleaner: " + ", ".join(f"{ratio:.2f} × {name}" for ratio, name in sorted(peers, reverse=True))]


def _ahead(d: Difference) -> str:
    gap = d.ours - d.theirs
    sure = "ahead" if d.low > 0 else "behind" if d.high < 0 else "not told apart"
    return f"{d.measure}: {d.ours:.3f} against {d.theirs:.3f} of the best peer, {d.peer}: {gap:+.3f} (95 % interval {d.low:+.3f} to {d.high:+.3f}: {sure})"


def _confidence_table(found: Mapping[str, Confidence]) -> Table:
    rows = [(name, number(c.auc), number(c.error), number(c.error_all)) for name, c in found.items()]
    return Table(
        "Confidence",
        ("tool", "AUC, articles against other pages", "calibration error, articles", "calibration error, all pages"),
        tuple(rows),
        (f"Calibration: the confidence against the share of pages with word F1 of at least {RIGHT}; another page than an article counts as a miss.",),
    )


def _growth_table(grown: Mapping[str, Growth]) -> Table:
    sizes = next(iter(grown.values())).sizes
    rows = []
    for name, g in grown.items():
        times = [f"{ms:.1f}" for ms in g.milliseconds]
        rows.append((name, *times, f"{g.factor:.1f}", " → ".join(number(mb, ".0f") for mb in (g.megabytes[0], g.megabytes[-1]))))
    return Table(
        f"Growth: one page, {sizes[0]} to {sizes[-1]} kB",
        ("tool", *(f"{size} kB, ms" for size in sizes), f"CPU, × for {sizes[-1] / sizes[0]:.0f} × the size", "peak MB, first → last"),
        tuple(rows),
        ("A made page of prose, lists and links; the least of three repeats.",),
    )
