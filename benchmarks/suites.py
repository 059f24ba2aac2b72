"""The suites: what is compared with what, and the tables that come of it.

A new comparison is a new function in `SUITES`: it makes its tools (`peers.Tool`), gives them what it likes of a page
(`prepare` of `measure` and `costs`), and returns tables. The corpora's pages carry the gold of the metadata too. Its
keys in `scores` and `costs` differ from those of other suites.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from benchmarks.corpora import Corpus
from benchmarks.errata import Erratum, note_without, read_errata
from benchmarks.halves import halves_table
from benchmarks.lines import lines_suite
from benchmarks.meta import metadata_suite
from benchmarks.metrics import RIGHT
from benchmarks.peers import BARE, BOTH_ENDS, OURS, TOOLS, Ready, choose, load
from benchmarks.run import Confidence, confidence, differences, figures, measure
from benchmarks.speed import Cost, Growth, costs, growth, memory, turns
from benchmarks.tables import QUALITY, Progress, Report, Settings, Suite, Table, ahead, beside, number, quality, spread
from benchmarks.text import text_suite
from benchmarks.worst import worst_pages

MEMORY_PAGES = 12


def html_suite(corpora: Sequence[Corpus], settings: Settings, progress: Progress) -> Report:
    """Pages as HTML: word overlap and snippets by corpus, the lead by half, what the confidence is worth, cost."""
    errata = read_errata()
    ready, missing = load(choose(settings.peers, [*TOOLS[:1], *(BOTH_ENDS if settings.both_ends else ()), *TOOLS[1:]]))
    report = Report(tools=[r.tool for r in ready], missing=missing)
    extractors = [r for r in ready if r.name != BARE]
    with_confidence = [r for r in extractors if r.tool.ours]
    samples = [corpus.sample(settings.pages) for corpus in corpora]
    for corpus in samples:
        step = progress(f"{corpus.name}: text", len(corpus.pages))
        report.scores[corpus.name] = measure(corpus, extractors if corpus.articles else with_confidence, step)
        if not corpus.articles:
            continue
        spent: dict[str, Cost] = {}
        peaks: dict[str, float | None] = {}
        if settings.costs:
            timed = corpus.sample(settings.timed)
            spent = costs(
                timed, ready, settings.repeats, progress(f"{corpus.name}: CPU", turns(timed, settings.repeats))
            )
            peaks = _peaks(corpus, ready, progress(f"{corpus.name}: memory", len(ready)))
        report.costs[corpus.name] = spent
        report.tables.append(_text_table(corpus, report, spent, peaks, settings, errata))
    if table := halves_table(samples, report.scores, errata, settings):
        report.tables.append(table)
    articles = {c.name: c.articles for c in corpora}
    report.tables.append(
        _confidence_table(
            {r.name: confidence({c: s[r.name] for c, s in report.scores.items()}, articles) for r in with_confidence}
        )
    )
    if settings.costs and settings.sizes:
        step = progress("growth", len(ready))
        grown = {}
        for tool in ready:
            grown[tool.name] = growth(tool, settings.sizes)
            step()
        report.tables.append(_growth_table(grown))
    return report


SUITES: Mapping[str, Suite] = {
    "html": html_suite,
    "lines": lines_suite,
    "text": text_suite,
    "metadata": metadata_suite,
}


def _peaks(corpus: Corpus, ready: Sequence[Ready], step: Callable[[], None]) -> dict[str, float | None]:
    """Peak memory of each tool on a few pages of the corpus, its largest among them."""
    largest = max(corpus.pages, key=lambda p: p.path.stat().st_size)
    files = [page.path for page in (*corpus.sample(MEMORY_PAGES - 1).pages, largest)]
    peaks = {}
    for tool in ready:
        peaks[tool.name] = memory(tool.tool, files)
        step()
    return peaks


def _text_table(
    corpus: Corpus,
    report: Report,
    spent: Mapping[str, Cost],
    peaks: Mapping[str, float | None],
    settings: Settings,
    errata: Sequence[Erratum],
) -> Table:
    scores = report.scores[corpus.name]
    rows = []
    for tool in report.tools:
        cost = spent.get(tool.name)
        cpu = "–" if not cost else "1" if tool.name == BARE else spread(cost)
        costing = (cpu, number(cost.milliseconds if cost else None, ".1f"), number(peaks.get(tool.name), ".0f"))
        if tool.name == BARE:
            rows.append((tool.name, *["–"] * len(QUALITY), *costing))
            continue
        rows.append((tool.name, *quality(figures(scores[tool.name])), *costing))
    rows += [(tool.name, tool.version, *["–"] * (len(QUALITY) + 2)) for tool in report.missing]
    peers = [tool.name for tool in report.tools if tool.is_peer]
    leads = differences(scores, OURS, peers, settings.rounds, settings.seed)
    notes = (*map(ahead, leads), *note_without(corpus.name, scores, errata), *beside(report.tools, spent))
    line = worst_pages(corpus, scores[OURS])
    return Table(
        f"{corpus.name}: {len(corpus.pages)} pages of {len({p.host for p in corpus.pages})} hosts",
        ("tool", *QUALITY, "CPU × bare parse", "ms/page", "peak MB"),
        tuple(rows),
        notes,
        (line,) if line else (),
    )


def _confidence_table(by_tool: Mapping[str, Confidence]) -> Table:
    rows = [(name, number(c.auc), number(c.error), number(c.error_all)) for name, c in by_tool.items()]
    return Table(
        "Confidence",
        ("tool", "AUC, articles against other pages", "calibration error, articles", "calibration error, all pages"),
        tuple(rows),
        (
            f"Calibration: the confidence against the share of pages with word F1 of at least {RIGHT}; another page "
            f"than an article counts as a miss.",
        ),
    )


def _growth_table(grown: Mapping[str, Growth]) -> Table:
    sizes = next(iter(grown.values())).sizes
    rows = []
    for name, g in grown.items():
        times = [f"{ms:.1f}" for ms in g.milliseconds]
        rows.append(
            (name, *times, f"{g.factor:.1f}", " → ".join(number(mb, ".0f") for mb in (g.megabytes[0], g.megabytes[-1])))
        )
    return Table(
        f"Growth: one page, {sizes[0]} to {sizes[-1]} kB",
        (
            "tool",
            *(f"{size} kB, ms" for size in sizes),
            f"CPU, × for {sizes[-1] / sizes[0]:.0f} × the size",
            "peak MB, first → last",
        ),
        tuple(rows),
        ("A made page of prose, lists and links; the least of three repeats.",),
    )
