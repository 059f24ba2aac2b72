"""How many pages are poor, and which are the worst. Means hide what hurts: a mean of 0.96 may be a hundred good pages,
or ninety-six perfect ones and four that are lost.

Pages are named of the open half alone (see `training.folds`): whoever looks at a failure of the blind half spoils it.
Of the blind half there are numbers, without names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.corpora import Corpus
from benchmarks.metrics import FAILED, POOR
from benchmarks.run import Score, is_judged, quality_of
from training.folds import Half, half_of, site_of

# How many pages of each corpus are named. By hand.
NAMED = 5


def half_of_host(host: str) -> Half:
    """The half of a page by `Page.host`: its host, or its publisher where it has no URL.

    >>> half_of_host("news.harbourpost.example") == half_of_host("harbourpost.example")
    True
    """
    return half_of(site_of(None, host))


def ids_of(corpus: Corpus, half: Half) -> frozenset[str]:
    """The ids of the pages of a half."""
    return frozenset(page.id for page in corpus.pages if half_of_host(page.host) == half)


def worst_pages(corpus: Corpus, scores: Sequence[Score], named: int = NAMED) -> str | None:
    """One line: how many pages are poor and lost, in each half, and the worst of the open half by name.

    The figure is word F1 on the pages with a gold body, or snippet F1 where the corpus has no bodies. None where it has
    neither.
    """
    with_bodies = [score for score in scores if score.words]
    measure = "word F1" if with_bodies else "snippet F1"
    qualities = {score.id: quality_of(score) for score in with_bodies or scores if is_judged(score)}
    if not qualities:
        return None
    open_half = _half(qualities, ids_of(corpus, "open"))
    blind_half = _half(qualities, ids_of(corpus, "blind"))
    parts = [f"{measure}, open half: {_counts(open_half)}", f"blind half: {_counts(blind_half)}"]
    ranked = sorted((quality, id) for id, quality in open_half.items())
    if ranked:
        parts.append("worst of the open half: " + ", ".join(f"{id} {quality:.3f}" for quality, id in ranked[:named]))
    return f"{corpus.name}: {'; '.join(parts)}"


def worst_bodies(corpus: Corpus, losses: Mapping[str, float], named: int = NAMED) -> str | None:
    """One line: of how many clean bodies text mode loses words, in each half, and the worst of the open half by name.

    `losses` is the share of words lost (0…1) by page id. None where it is empty.
    """
    if not losses:
        return None
    open_half = _half(losses, ids_of(corpus, "open"))
    blind_half = _half(losses, ids_of(corpus, "blind"))
    parts = [f"open half: {_harmed(open_half)}", f"blind half: {_harmed(blind_half)}"]
    ranked = sorted((-loss, id) for id, loss in open_half.items() if loss > 0)
    if ranked:
        parts.append("worst of the open half: " + ", ".join(f"{id} {-loss:.3f}" for loss, id in ranked[:named]))
    return f"{corpus.name}, bodies as text: {'; '.join(parts)}"


def _half(values: Mapping[str, float], ids: frozenset[str]) -> dict[str, float]:
    return {id: value for id, value in values.items() if id in ids}


def _harmed(losses: Mapping[str, float]) -> str:
    harmed, most = sum(loss > 0 for loss in losses.values()), max(losses.values(), default=0.0)
    return f"{harmed} of {len(losses)} bodies lose words, {most:.3f} at most"


def _counts(qualities: Mapping[str, float]) -> str:
    poor, failed = (sum(quality < least for quality in qualities.values()) for least in (POOR, FAILED))
    lowest = f", lowest {min(qualities.values()):.3f}" if qualities else ""
    return f"{poor} of {len(qualities)} pages below {POOR}, {failed} below {FAILED}{lowest}"
