"""Running tools over corpora: each page scored as it comes, nothing of it kept but figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.corpora import Corpus, Loaded, Page
from benchmarks.metrics import (
    FAILED,
    NEAR_EXACT,
    POOR,
    RIGHT,
    Overlap,
    Snippets,
    auc,
    best_overlap,
    bootstrap,
    by_host,
    calibration_error,
    mean,
    snippet_f1,
    snippets,
)
from benchmarks.peers import Output, Ready, quiet

Step = Callable[[], None]
Prepare = Callable[[Page], Loaded]


@dataclass(frozen=True, slots=True)
class Score:
    """How a tool did on a page. `words` is None where the page has no gold body; `error` names what the tool raised."""

    id: str
    host: str
    words: Overlap | None
    snippets: Snippets
    confidence: float | None = None
    error: str | None = None

    @property
    def f1(self) -> float:
        """Word F1, nought without a gold body."""
        return self.words.f1 if self.words else 0.0


Scores = Mapping[str, Sequence[Score]]


@dataclass(frozen=True, slots=True)
class Figures:
    """A tool's figures on a corpus; None where the corpus cannot tell."""

    pages: int
    precision: float | None
    recall: float | None
    f1: float | None
    near_exact: float | None
    snippet_f1: float | None
    below_eighty: int | None
    below_half: int | None
    errors: int


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much the cleaner is ahead of a peer in one measure, with a 95 % interval."""

    measure: str
    ours: float
    peer: str
    theirs: float
    low: float
    high: float

    @property
    def gap(self) -> float:
        """The difference itself."""
        return self.ours - self.theirs


@dataclass(frozen=True, slots=True)
class Confidence:
    """How good the confidence is: AUC of articles against other pages, and the calibration error on articles and on
    all pages.
    """

    auc: float | None
    error: float | None
    error_all: float | None


def score(page: Page, output: Output, error: str | None = None) -> Score:
    """The score of a tool's output on a page."""
    words = best_overlap(output.texts, page.golds) if page.golds else None
    return Score(page.id, page.host, words, snippets(output.text, page.wanted, page.unwanted), output.confidence, error)


def measure(
    corpus: Corpus, tools: Sequence[Ready], step: Step = lambda: None, prepare: Prepare = Page.load
) -> dict[str, list[Score]]:
    """The scores of each tool on each page. A tool that raises has returned nothing; `step` is called after each page.

    `prepare` makes what the tools get: the page as it is, or, for another suite, its dump or its clean body.
    """
    scores: dict[str, list[Score]] = {tool.name: [] for tool in tools}
    with quiet():
        for page in corpus.pages:
            loaded = prepare(page)
            for tool in tools:
                try:
                    scores[tool.name].append(score(page, tool.run(loaded)))
                except Exception as error:  # whatever a peer raises is its result on the page
                    scores[tool.name].append(
                        score(page, Output("", confidence=0.0 if tool.tool.ours else None), type(error).__name__)
                    )
            step()
    return scores


def figures(scores: Sequence[Score]) -> Figures:
    """The figures of a table's row."""
    words = [s.words for s in scores if s.words]
    return Figures(
        pages=len(scores),
        precision=mean([w.precision for w in words]),
        recall=mean([w.recall for w in words]),
        f1=mean([w.f1 for w in words]),
        near_exact=mean([float(w.f1 >= NEAR_EXACT) for w in words]),
        snippet_f1=sum((s.snippets for s in scores), Snippets()).f1,
        below_eighty=sum(w.f1 < POOR for w in words) if words else None,
        below_half=sum(w.f1 < FAILED for w in words) if words else None,
        errors=sum(s.error is not None for s in scores),
    )


def confidence(scores: Mapping[str, Sequence[Score]], articles: Mapping[str, bool]) -> Confidence:
    """How good a tool's confidence is. `articles` tells by corpus whether it holds articles."""
    inside = [s for name, part in scores.items() if articles[name] for s in part if s.confidence is not None]
    outside = [s for name, part in scores.items() if not articles[name] for s in part if s.confidence is not None]
    told = [s for s in inside if s.words]
    chances, hits = [s.confidence or 0.0 for s in told], [s.f1 >= RIGHT for s in told]
    return Confidence(
        auc([s.confidence or 0.0 for s in inside], [s.confidence or 0.0 for s in outside]),
        calibration_error(chances, hits),
        calibration_error(chances + [s.confidence or 0.0 for s in outside], hits + [False] * len(outside)),
    )


def _columns(measure: str, scores: Sequence[Score]) -> list[tuple[float, ...]]:
    """The counts of each page from whose sums `_statistic` makes the figure."""
    if measure == "snippet F1":
        return [(float(s.snippets.wanted), float(s.snippets.found), float(s.snippets.leaked)) for s in scores]
    if measure == "word F1":
        return [(s.f1, 1.0) if s.words else (0.0, 0.0) for s in scores]
    return [(float(s.f1 >= NEAR_EXACT), 1.0) if s.words else (0.0, 0.0) for s in scores]


def _statistic(measure: str, sums: Sequence[float]) -> float:
    if measure == "snippet F1":
        return snippet_f1(sums[0], sums[1], sums[2])
    return sums[0] / sums[1] if sums[1] else 0.0


def _figure(measure: str, scores: Sequence[Score]) -> float:
    return _statistic(measure, [sum(column) for column in zip(*_columns(measure, scores), strict=True)])


def lead(
    measure: str, ours: Sequence[Score], theirs: Sequence[Score], peer: str, rounds: int = 2000, seed: int = 0
) -> Difference:
    """How far the cleaner is ahead of a peer on the same pages, with an interval by resampling hosts."""
    pairs = zip(_columns(measure, ours), _columns(measure, theirs), strict=True)
    rows = [(*own, *other) for own, other in pairs]
    width = len(rows[0]) // 2

    def gap(sums: Sequence[float]) -> float:
        return _statistic(measure, sums[:width]) - _statistic(measure, sums[width:])

    low, high = bootstrap(by_host([score.host for score in ours], rows), gap, rounds, seed)
    return Difference(measure, _figure(measure, ours), peer, _figure(measure, theirs), low, high)


def differences(scores: Scores, ours: str, peers: Iterable[str], rounds: int = 2000, seed: int = 0) -> list[Difference]:
    """How far the cleaner is ahead of the peer that does best in each measure, with intervals by resampling hosts."""
    leads, names = [], [name for name in peers if name in scores]
    mine = figures(scores[ours])
    for measure, value in (("word F1", mine.f1), ("near-exact", mine.near_exact), ("snippet F1", mine.snippet_f1)):
        if value is None or not names:
            continue
        by_peer = {name: _figure(measure, scores[name]) for name in names}
        best = max(names, key=by_peer.__getitem__)
        leads.append(lead(measure, scores[ours], scores[best], best, rounds, seed))
    return leads


def is_judged(score: Score) -> bool:
    """Whether the page has gold to compare with: a body, or snippets."""
    return bool(score.words or score.snippets.wanted or score.snippets.leaked)


def quality_of(score: Score) -> float:
    """Word F1, or snippet F1 for a page without a gold body."""
    counts = score.snippets
    return score.f1 if score.words else snippet_f1(counts.wanted, counts.found, counts.leaked)


def worst(scores: Scores, ours: str, count: int) -> list[tuple[Score, str, float]]:
    """The pages on which the cleaner does worst, each with the peer that does best there and its word F1 (or snippet F1
    where there is no gold body).
    """
    judged = [i for i, score in enumerate(scores[ours]) if is_judged(score)]
    order = sorted(judged, key=lambda i: (quality_of(scores[ours][i]), scores[ours][i].id))[:count]
    peers = [name for name in scores if not name.startswith(ours)]
    listed = []
    for i in order:
        by_peer = {name: quality_of(scores[name][i]) for name in peers}
        best = max(peers, key=by_peer.__getitem__, default="")
        listed.append((scores[ours][i], best, by_peer.get(best, 0.0)))
    return listed
