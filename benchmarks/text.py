"""The suite of bare text: what a page, or another extractor, left behind, given to the cleaner and to what people clean
such text with today.

Four questions: how near the gold does the text of a whole page come (dumps), what is lost of a text that needs no
cleaning (gold bodies), what is still to be had after another extractor (leftovers), and how time and memory grow with
the text.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import scaling
from benchmarks.corpora import Corpus
from benchmarks.errata import Erratum, note_without, read_errata, without, wrong_pages
from benchmarks.metrics import mean, tokens
from benchmarks.peers import OURS, TOOLS, Ready, choose, load, quiet
from benchmarks.run import Prepare, Score, Step, differences, figures, measure
from benchmarks.speed import Cost, costs, turns
from benchmarks.tables import QUALITY, Progress, Report, Settings, Table, ahead, beside, number, quality, spread
from benchmarks.text_meta import dumps_table
from benchmarks.text_peers import DUMP, TEXT_TOOLS, UNTOUCHED, body_of, text_of
from benchmarks.worst import worst_bodies, worst_pages

EXTRACTORS = ("trafilatura", "readability-lxml", "newspaper4k")
GROWN = ("text: dump", "text: paragraphs", "text: one line", "text: hard-wrapped")


@dataclass(frozen=True, slots=True)
class Harm:
    """The harm that a tool did to the gold body of a page.

    lost: the share of its words that are gone, 0…1. untouched: whether all of it came out as it went in, white space
    aside; same: whether it did with invisible characters and the form of composition aside as well: these are repaired,
    not lost.
    """

    id: str
    lost: float
    untouched: bool
    same: bool


def text_suite(corpora: Sequence[Corpus], settings: Settings, progress: Progress) -> Report:
    """Bare text: dumps of pages and gold bodies beside the peers, the output of extractors before and after, cost and
    its growth.
    """
    ready, missing = load(choose(settings.peers, TEXT_TOOLS))
    extractors, absent = load([tool for tool in choose(settings.peers, TOOLS) if tool.name in EXTRACTORS])
    makers, no_maker = load([DUMP])
    (untouched,), _ = load([UNTOUCHED])
    errata = read_errata()
    report = Report(tools=[r.tool for r in (*ready, *makers, *extractors)], missing=[*missing, *absent, *no_maker])
    articles = [corpus.sample(settings.pages) for corpus in corpora if corpus.articles]
    for corpus in articles if makers else ():
        prepare = text_of(makers[0])
        report.tables.append(_dumps(corpus, [*ready, untouched], prepare, report, settings, progress, errata))
    if makers and (table := dumps_table(articles, text_of(makers[0]), progress)):
        report.tables.append(table)
    bodies = [part for part in map(with_bodies, articles) if part.pages]
    if bodies:
        results = [harm(c, ready, progress(f"{c.name}: bodies as text", len(c.pages))) for c in bodies]
        report.tables.append(_harm_table(bodies, results, errata))
    if extractors and articles:
        report.tables.append(_leftovers(articles, extractors, [ready[0], untouched], settings, progress))
    if settings.costs and settings.text_sizes and articles:
        dumps = [(c.sample(settings.timed), text_of(makers[0])) for c in articles] if makers else []
        report.tables.append(_growth(dumps, settings.text_sizes, progress))
    return report


def with_bodies(corpus: Corpus) -> Corpus:
    """The pages that have a gold body."""
    return Corpus(corpus.name, [page for page in corpus.pages if page.body], corpus.articles)


def visible(text: str) -> str:
    """The text composed (NFC), without soft hyphens, zero-width and other format characters, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", "".join(c for c in text if unicodedata.category(c) != "Cf")).split())


def harm(corpus: Corpus, tools: Sequence[Ready], step: Step = lambda: None) -> dict[str, list[Harm]]:
    """The harm that each tool does to the gold bodies of a corpus, given as text. A tool that raises has lost all."""
    results: dict[str, list[Harm]] = {tool.name: [] for tool in tools}
    with quiet():
        for page in corpus.pages:
            given = body_of(page)
            for tool in tools:
                try:
                    text = tool.run(given).text
                except Exception:  # whatever a tool raises is its result on the body
                    text = ""
                results[tool.name].append(_harm(page.id, given.text, text))
            step()
    return results


def _harm(id: str, before: str, after: str) -> Harm:
    words = tokens(visible(before))  # a soft hyphen that goes does not take its word along
    lost = (words - tokens(visible(after))).total() / (words.total() or 1)
    return Harm(id, lost, before.split() == after.split(), visible(before) == visible(after))


def lost(bodies: Sequence[Harm]) -> float | None:
    """The mean share of words lost."""
    return mean([body.lost for body in bodies])


def most_lost(bodies: Sequence[Harm]) -> float | None:
    """The greatest share of words lost of one body."""
    return max((body.lost for body in bodies), default=None)


def left_alone(bodies: Sequence[Harm]) -> float | None:
    """The share of bodies that came out as they went in, white space aside."""
    return mean([float(body.untouched) for body in bodies])


def _dumps(
    corpus: Corpus,
    tools: Sequence[Ready],
    prepare: Prepare,
    report: Report,
    settings: Settings,
    progress: Progress,
    errata: Sequence[Erratum],
) -> Table:
    """The whole text of each page, cleaned: quality and cost. The scores go into the report too."""
    scores = measure(corpus, tools, progress(f"{corpus.name}: dumps", len(corpus.pages)), prepare)
    report.scores[f"{corpus.name}, dumps"] = scores
    ours_and_peers = [tool for tool in tools if not tool.tool.yardstick]
    peers = [tool.name for tool in ours_and_peers if tool.tool.is_peer]
    spent: dict[str, Cost] = {}
    if settings.costs and peers:
        timed = corpus.sample(settings.timed)
        spent = costs(
            timed,
            ours_and_peers,
            settings.repeats,
            progress(f"{corpus.name}: CPU", turns(timed, settings.repeats)),
            prepare,
            peers[0],
        )
    rows = []
    for name, of_tool in scores.items():
        cost = spent.get(name)
        cpu = "–" if not cost else "1" if name == peers[0] else spread(cost)
        rows.append((name, *quality(figures(of_tool)), cpu, number(cost.milliseconds if cost else None, ".1f")))
    leads = differences(scores, OURS, peers, settings.rounds, settings.seed)
    about_cost = beside([tool.tool for tool in tools], spent)
    line = worst_pages(corpus, scores[OURS])
    return Table(
        f"Text of {corpus.name}: {len(corpus.pages)} dumps",
        ("tool", *QUALITY, f"CPU × {peers[0] if peers else 'peer'}", "ms/dump"),
        tuple(rows),
        (*map(ahead, leads), *note_without(corpus.name, scores, errata), *about_cost),
        (line,) if line else (),
    )


def _harm_table(
    corpora: Sequence[Corpus], results: Sequence[Mapping[str, Sequence[Harm]]], errata: Sequence[Erratum]
) -> Table:
    rows, notes, names = [], ["Nothing needs to be left out here: what is lost is a mistake."], []
    for corpus, by_tool in zip(corpora, results, strict=True):
        for name, bodies in by_tool.items():
            same = mean([float(body.same) for body in bodies])
            figures = (number(lost(bodies), ".4f"), number(left_alone(bodies)), number(same))
            rows.append((f"{corpus.name}: {name}", str(len(bodies)), *figures))
        ours = by_tool[OURS]
        greatest = f"{corpus.name}: the cleaner loses {number(most_lost(ours))} of the words of one body at most"
        known = without(ours, wrong_pages(corpus.name, errata))
        if len(known) < len(ours):
            greatest += f"; without the pages of wrong gold it loses {number(lost(known), '.4f')} in the mean"
        notes.append(f"{greatest}.")
        if line := worst_bodies(corpus, {body.id: body.lost for body in ours}):
            names.append(line)
    columns = ("corpus: tool", "bodies", "words lost", "untouched", "untouched, invisible characters aside")
    return Table("Harm: gold bodies given as text", columns, tuple(rows), tuple(notes), tuple(names))


def _leftovers(
    corpora: Sequence[Corpus],
    extractors: Sequence[Ready],
    before_after: Sequence[Ready],
    settings: Settings,
    progress: Progress,
) -> Table:
    """The output of other extractors as it is, and cleaned once more as text."""
    rows = []
    for corpus in corpora:
        for extractor in extractors:
            step = progress(f"{corpus.name}: text of {extractor.name}", len(corpus.pages))
            scores = measure(corpus, before_after, step, text_of(extractor))
            rows.append((f"{corpus.name}: {extractor.name}", *_before_after(scores, settings)))
    columns = (
        "corpus: extractor",
        "word F1",
        "then cleaned",
        "difference",
        "higher",
        "lower",
        "equal",
        "snippet F1",
        "then cleaned",
        "difference",
    )
    return Table(
        "Leftovers: the text of other extractors, cleaned once more",
        columns,
        tuple(rows),
        (
            "In brackets the 95 % interval of the difference; higher, lower, equal: on how many pages the word F1 is "
            "so after cleaning.",
        ),
    )


def _before_after(scores: Mapping[str, Sequence[Score]], settings: Settings) -> tuple[str, ...]:
    before, after = scores[UNTOUCHED.name], scores[OURS]
    gaps = {
        d.measure: f"{d.gap:+.4f} ({d.low:+.4f} to {d.high:+.4f})"
        for d in differences(scores, OURS, [UNTOUCHED.name], settings.rounds, settings.seed)
    }
    was, now = figures(before), figures(after)
    moves = [(a.f1 > b.f1) - (a.f1 < b.f1) for b, a in zip(before, after, strict=True) if b.words]
    counts = [str(moves.count(way)) if moves else "–" for way in (1, -1, 0)]
    words = (number(was.f1, ".4f"), number(now.f1, ".4f"), gaps.get("word F1", "–"))
    return (*words, *counts, number(was.snippet_f1, ".4f"), number(now.snippet_f1, ".4f"), gaps.get("snippet F1", "–"))


def _growth(dumps: Sequence[tuple[Corpus, Prepare]], sizes: Sequence[int], progress: Progress) -> Table:
    """CPU and memory of the cleaner on made text and on the dumps joined, at sizes in kB."""
    step = progress("growth of text", (len(GROWN) + bool(dumps)) * len(sizes))
    rows = [_grown(form.removeprefix("text: "), form, sizes, step) for form in GROWN]
    if dumps:
        with tempfile.TemporaryDirectory() as folder:
            joined = Path(folder) / "dumps.txt"
            with quiet():
                joined.write_text(
                    "\n\n".join(prepare(page).text for corpus, prepare in dumps for page in corpus.pages), "utf8"
                )
            rows.insert(0, _grown("dumps of pages, joined", str(joined), sizes, step))
    mega = [f"{size / 1000:g} MB, s" for size in sizes]
    return Table(
        f"Growth: one text, {sizes[0] / 1000:g} to {sizes[-1] / 1000:g} MB",
        ("text", *mega, f"CPU, × for {sizes[-1] / sizes[0]:.0f} × the size", "memory MB, first → last"),
        tuple(rows),
        (
            "The cleaner alone, each in a process of its own; dumps repeat where they are fewer. By default a text "
            "may be of 100 MB: `Options.limits.size`.",
        ),
    )


def _grown(name: str, form: str, sizes: Sequence[int], step: Callable[[], None]) -> tuple[str, ...]:
    seconds, memory = [], []
    for size in sizes:
        run = scaling.apart(form, size * 1000)
        seconds.append(run["seconds"])
        memory.append(run["megabytes"])
        step()
    return (
        name,
        *(f"{s:.2f}" for s in seconds),
        f"{seconds[-1] / max(seconds[0], 1e-9):.0f}",
        f"{memory[0]:.0f} → {memory[-1]:.0f}",
    )
