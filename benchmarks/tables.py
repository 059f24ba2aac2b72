"""The interface of a suite: the settings of a run, tables of strings, and how figures are written in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.corpora import Corpus
from benchmarks.peers import OURS, Tool
from benchmarks.run import Difference, Figures, Score
from benchmarks.speed import Cost

GROWTH_SIZES = (50, 100, 250, 500)
TEXT_SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run. `pages` None is all; `timed` pages of each corpus are run `repeats` times for the clock.

    `sizes` are those of the growth test, of a page, and `text_sizes` those of bare text, in kB.
    """

    pages: int | None = None
    timed: int = 40
    repeats: int = 5
    peers: tuple[str, ...] = ()
    both_ends: bool = False
    costs: bool = True
    sizes: tuple[int, ...] = GROWTH_SIZES
    text_sizes: tuple[int, ...] = TEXT_SIZES
    rounds: int = 2000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of strings, first column the row's name; `notes` stand under it.

    `names` are notes that name pages of a corpus: they are shown on the terminal alone.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The result of a suite: its tables, and the figures behind them for the picture and the error listing.

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

QUALITY = ("P", "R", "word F1", "near-exact", "snippet F1", "below 0.8", "below 0.5", "errors")


def number(value: float | None, form: str = ".3f") -> str:
    """A figure as the tables show it; a dash for none."""
    return "–" if value is None else format(value, form)


def multiple(value: float) -> str:
    """A multiple with two figures that count."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def spread(cost: Cost) -> str:
    """The least, median and greatest multiple."""
    return f"{multiple(cost.low)} – **{multiple(cost.median)}** – {multiple(cost.high)}"


def quality(f: Figures) -> tuple[str, ...]:
    """The cells under `QUALITY`."""
    return (
        number(f.precision),
        number(f.recall),
        number(f.f1),
        number(f.near_exact),
        number(f.snippet_f1),
        number(f.below_eighty, "d"),
        number(f.below_half, "d"),
        str(f.errors),
    )


def beside(tools: Sequence[Tool], spent: Mapping[str, Cost]) -> list[str]:
    """One line on the cleaner's CPU beside that of each peer, by the medians."""
    peers = (
        [(spent[OURS].median / spent[t.name].median, t.name) for t in tools if t.is_peer and t.name in spent]
        if OURS in spent
        else []
    )
    if not peers:
        return []
    return ["CPU of the cleaner: " + ", ".join(f"{ratio:.2f} × {name}" for ratio, name in sorted(peers, reverse=True))]


def ahead(d: Difference) -> str:
    """One line on the cleaner and the best peer in one measure."""
    sure = "ahead" if d.low > 0 else "behind" if d.high < 0 else "not told apart"
    return (
        f"{d.measure}: {d.ours:.3f} against {d.theirs:.3f} of the best peer, {d.peer}: {d.gap:+.3f} (95 % interval "
        f"{d.low:+.3f} to {d.high:+.3f}: {sure})"
    )
