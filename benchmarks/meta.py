"""Metadata beside the gold: title, authors and day of each tool, and what metadata costs the cleaner.

The cleaner's date is `Article.date`: that of publication, else, where a page states no other, that of the last change,
as with the peers. Measures: a title is right if it equals the gold's after folding case and punctuation, or one begins
the other and has over 15 characters; authors are the F1 of the sets of folded names; a date is right if its day is. Of
the gold's dates that state a time, `time` is the share of which the moment is right, and `offset`, of those that state
an offset, too, that of which both are. A page whose gold is silent about a field does not count for it.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks.corpora import Corpus, Loaded, Page
from benchmarks.meta_names import authors_f1, same_title
from benchmarks.metrics import mean
from benchmarks.peers import OURS, Output, Ready, Tool, load, quiet
from benchmarks.tables import Progress, Report, Settings, Table, number
from benchmarks.worst import ids_of

FIELDS = ("title", "authors", "date")


@dataclass(frozen=True, slots=True)
class Said(Output):
    """The metadata that a tool gives for a page: `date` in ISO 8601. `sources` is the cleaner's own account."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    sources: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marks:
    """How right a tool is on a page, 0…1 a field; None where the gold is silent. `offset`: the moment is right and
    stated with the gold's offset.
    """

    title: float | None
    authors: float | None
    date: float | None
    time: float | None
    offset: float | None


def mark(said: Said, page: Page) -> Marks:
    """The marks of a tool's metadata on a page."""
    gold, ours = _moment(page.date), _moment(said.date)
    timed = (
        gold is not None
        and page.date is not None
        and len(page.date) > 10
        and (gold.tzinfo is not None or (gold.hour, gold.minute) != (0, 0))
    )
    same = bool(gold and ours and said.date and len(said.date) > 10 and _same_moment(gold, ours)) if timed else None
    return Marks(
        None if not page.title else float(bool(said.title) and same_title(said.title or "", page.title)),
        None if not page.authors else authors_f1(said.authors, page.authors),
        None if not page.date else float(bool(said.date) and said.date[: len(page.date[:10])] == page.date[:10]),
        None if same is None else float(same),
        None
        if same is None or gold is None or gold.tzinfo is None
        else float(bool(same and ours and ours.utcoffset() == gold.utcoffset())),
    )


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _same_moment(gold: datetime, ours: datetime) -> bool:
    """Whether two moments are the same to the minute; one without an offset is compared by the clock."""
    if gold.tzinfo is None or ours.tzinfo is None:
        gold, ours = gold.replace(tzinfo=None), ours.replace(tzinfo=None)
    return abs(gold.replace(second=0, microsecond=0) - ours.replace(second=0, microsecond=0)) < timedelta(minutes=1)


def _cleaner(**options: Any) -> Callable[[], Callable[[Loaded], Said]]:
    def load() -> Callable[[Loaded], Said]:
        cleaner = importlib.import_module("cleaner")
        made = cleaner.Cleaner(options=cleaner.Options(**options))

        def run(page: Loaded) -> Said:
            article = made.clean(page.raw, url=page.url)
            return Said("", None, None, article.title, article.authors, article.date, article.sources)

        return run

    return load


def _trafilatura() -> Callable[[Loaded], Said]:
    extract = importlib.import_module("trafilatura").extract_metadata

    def run(page: Loaded) -> Said:
        said = extract(page.text, default_url=page.url)
        authors = tuple(name.strip() for name in (said.author or "").split(";") if name.strip())
        return Said("", None, None, said.title, authors, said.date)

    return run


def _newspaper() -> Callable[[Loaded], Said]:
    read = importlib.import_module("newspaper").article

    def run(page: Loaded) -> Said:
        said = read(page.url or "http://localhost/", input_html=page.text, fetch_images=False)
        date = said.publish_date
        return Said(
            "",
            None,
            None,
            said.title,
            tuple(said.authors),
            date.isoformat() if isinstance(date, datetime) else date or None,
        )

    return run


TOOLS: Sequence[Tool] = (
    Tool(OURS, "article-cleaner", _cleaner(site_rules=False), "site rules off: the generic path", ours=True),
    Tool("cleaner, site rules", "article-cleaner", _cleaner(), "with the rule sets that ship", ours=True),
    Tool("trafilatura", "trafilatura", _trafilatura, "extract_metadata(default_url=…)"),
    Tool("newspaper4k", "newspaper4k", _newspaper, "article(input_html=…, fetch_images=False)"),
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field of a page that the cleaner has wrong: for the terminal alone."""

    id: str
    field: str
    mark: float
    ours: str
    gold: str
    source: str


def measure(
    corpus: Corpus, tools: Sequence[Ready], step: Callable[[], None]
) -> tuple[dict[str, list[Marks]], list[Wrong]]:
    """The marks of each tool on each page, and what the cleaner has wrong. A tool that raises has said nothing."""
    marks: dict[str, list[Marks]] = {tool.name: [] for tool in tools}
    wrong: list[Wrong] = []
    with quiet():
        for page in corpus.pages:
            loaded = page.load()
            for tool in tools:
                try:
                    said = tool.run(loaded)
                except Exception:  # whatever a peer raises is its result on the page
                    said = Said("")
                if not isinstance(said, Said):
                    raise TypeError(f"{tool.name} says nothing of metadata")
                marks[tool.name].append(mark(said, page))
                if tool.name == OURS:
                    wrong += _wrong(page, said, marks[tool.name][-1])
            step()
    return marks, wrong


def means(marks: Sequence[Marks], names: Sequence[str] = FIELDS) -> dict[str, float | None]:
    """The mean mark by field, of the pages whose gold has it; None where no page has."""
    return {name: mean([value for m in marks if (value := getattr(m, name)) is not None]) for name in names}


def _wrong(page: Page, said: Said, marks: Marks) -> list[Wrong]:
    pairs = (
        ("title", marks.title, said.title, page.title, "title"),
        ("authors", marks.authors, "; ".join(said.authors), "; ".join(page.authors), "authors"),
        ("date", marks.date, said.date, page.date, "published"),
        ("time", marks.time if marks.date else None, said.date, page.date, "published"),
    )
    return [
        Wrong(page.id, name, value, ours or "–", gold or "–", str(said.sources.get(key, {}).get("source", "–")))
        for name, value, ours, gold, key in pairs
        if value is not None and value < 1
    ]


def share_of_time(corpus: Corpus, repeats: int) -> float:
    """The share of `cleaner.clean` that metadata takes: reading JSON-LD, candidates and choice, by the CPU time of the
    fastest of `repeats` turns.
    """
    cleaner, pipeline, read, recognise = (
        importlib.import_module(name) for name in ("cleaner", "cleaner.pipeline", "cleaner.read", "cleaner.recognise")
    )
    made = cleaner.Cleaner(options=cleaner.Options(site_rules=False))
    spent = whole = 0.0
    for page in corpus.pages:
        loaded = page.load()
        labelled, context, _ = made.labelled(read.read(loaded.raw, made.options), loaded.url)
        scripts = context.head.jsonld

        def metadata(labelled: Any = labelled, context: Any = context, scripts: Any = scripts) -> None:
            recognise.read_jsonld(scripts)
            pipeline.describe(labelled, context, str, date.max)

        spent += _fastest(metadata, repeats)
        whole += _fastest(lambda loaded=loaded: made.clean(loaded.raw, url=loaded.url), repeats)  # type: ignore[misc]
    return spent / whole if whole else 0.0


def _fastest(call: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def metadata_suite(corpora: Sequence[Corpus], settings: Settings, progress: Progress) -> Report:
    """Title, authors and date against the gold, of the cleaner and the peers that give them."""
    chosen = [tool for tool in TOOLS if tool.ours or not settings.peers or tool.name in settings.peers]
    ready, missing = load(chosen)
    report = Report(tools=[r.tool for r in ready], missing=missing)
    for corpus in (c.sample(settings.pages) for c in corpora):
        if not any(page.title or page.authors or page.date for page in corpus.pages):
            continue
        marks, wrong = measure(corpus, ready, progress(f"{corpus.name}: metadata", len(corpus.pages)))
        blind = ids_of(corpus, "blind")
        report.wrong[corpus.name] = [
            f"{w.id} {w.field} {w.mark:.2f}: {w.ours} | gold: {w.gold} | from {w.source} | "
            f"{'blind' if w.id in blind else 'open'} half"
            for w in sorted(wrong, key=_by_field)
        ]
        share = share_of_time(corpus.sample(settings.timed), settings.repeats) if settings.costs else None
        report.tables.append(_table(corpus, marks, missing, share))
    return report


def _by_field(wrong: Wrong) -> tuple[str, float, str]:
    return wrong.field, wrong.mark, wrong.id


def _table(
    corpus: Corpus, by_tool: Mapping[str, Sequence[Marks]], missing: Sequence[Tool], share: float | None
) -> Table:
    names = ("title", "authors", "date", "time", "offset")
    rows = []
    for tool, marks in by_tool.items():
        rows.append((tool, *map(number, means(marks, names).values())))
    rows += [(tool.name, tool.version, *["–"] * 4) for tool in missing]
    counts = ", ".join(
        f"{name} {sum(getattr(m, name) is not None for m in next(iter(by_tool.values())))}" for name in names
    )
    notes = [f"Pages whose gold has the field: {counts}."]
    if share is not None:
        notes.append(f"Metadata take {share:.0%} of the cleaner's CPU time.")
    return Table(
        f"{corpus.name}: metadata",
        ("tool", "title", "authors F1", "date", "time of day", "with offset"),
        tuple(rows),
        tuple(notes),
    )
