"""The table of halves: the lead of the cleaner over one peer, on sites whose failures are looked at and on others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.corpora import Corpus
from benchmarks.errata import Erratum, without, wrong_pages
from benchmarks.peers import OURS
from benchmarks.run import Score, Scores, lead
from benchmarks.tables import Settings, Table, number
from benchmarks.worst import ids_of
from training.folds import Half

PEER = "trafilatura"
HALVES: tuple[Half, ...] = ("open", "blind")
COLUMNS = ("corpus: half", "pages", "hosts", f"{OURS}, word F1", f"{PEER}, word F1", "lead", "95 % interval")
NOTES = (
    "Failures are looked at in the open half alone. The halves are drawn by site (`training.folds.half_of`); the "
    "intervals resample hosts.",
)


def halves_table(
    corpora: Iterable[Corpus], scores: Mapping[str, Scores], errata: Sequence[Erratum], settings: Settings
) -> Table | None:
    """A row for each corpus with gold bodies and each half; a further one without the pages of wrong gold, where the
    half has some. None where the peer was not run, or no page has a body.
    """
    rows: list[tuple[str, ...]] = []
    for corpus in corpora:
        if not corpus.articles or not {OURS, PEER} <= scores[corpus.name].keys():
            continue
        wrong = wrong_pages(corpus.name, errata)
        for half in HALVES:
            ids = ids_of(corpus, half)
            part = {
                tool: [score for score in scores[corpus.name][tool] if score.id in ids and score.words]
                for tool in (OURS, PEER)
            }
            rows += _row(f"{corpus.name}: {half}", part, settings)
            known = {tool: without(of_tool, wrong) for tool, of_tool in part.items()}
            if len(known[OURS]) < len(part[OURS]):
                rows += _row(f"{corpus.name}: {half}, without wrong gold", known, settings)
    return Table("Halves", COLUMNS, tuple(rows), NOTES) if rows else None


def _row(name: str, part: Mapping[str, Sequence[Score]], settings: Settings) -> list[tuple[str, ...]]:
    """The row of a part, none where it has no page."""
    ours = part[OURS]
    if not ours:
        return []
    ahead = lead("word F1", ours, part[PEER], PEER, settings.rounds, settings.seed)
    counts = (str(len(ours)), str(len({score.host for score in ours})))
    figures = (number(ahead.ours, ".4f"), number(ahead.theirs, ".4f"), f"{ahead.gap:+.4f}")
    return [(name, *counts, *figures, f"{ahead.low:+.4f} to {ahead.high:+.4f}")]
