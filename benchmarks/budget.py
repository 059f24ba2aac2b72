"""What the budget of markup costs, and whether it holds: `python -m benchmarks.budget`.

Prints, over the pages of the corpora, the time of `check_nesting` and of the sieve alone as shares of a bare parse, the
share of pages on which the sieve rings, and the pages that are refused. With `--examples N` it looks for markup of
which the counts are below the tree that the parser builds, N times, and prints what it finds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from benchmarks.corpora import read_corpora
from cleaner import LimitError, Limits
from cleaner.budget import check_nesting, count_markup
from cleaner.budget.sieve import may_be_hostile
from cleaner.segment.parse import LexborHTMLParser
from tests.markup import MARKUP, built

_RUNS = 3


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.budget", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--every", type=int, default=1, help="take every n-th page (default: %(default)s)")
    parser.add_argument("--examples", type=int, default=0, help="look for counter-examples so many times")
    given_ = parser.parse_args(argv)
    if given_.corpora is not None:
        pages = {page.path: page for corpus in read_corpora(given_.corpora) for page in corpus.pages}
        _measure([page.load().text.encode("utf-8", "replace") for page in list(pages.values())[:: given_.every]])
    if given_.examples:
        _search(given_.examples)


def _measure(pages: Sequence[bytes]) -> None:
    limits = Limits()
    parse = _time(lambda page: LexborHTMLParser(page, options=1, scripting=True), pages)
    check = _time(lambda page: _is_refused(page, limits), pages)
    sieve = _time(lambda page: may_be_hostile(page, limits), pages)
    rung = sum(may_be_hostile(page, limits) for page in pages)
    refused = sum(_is_refused(page, limits) for page in pages)
    print(f"{len(pages):,} pages; a bare parse takes {1000 * parse / len(pages):.2f} ms a page")
    print(f"check_nesting: {check / parse:.0%} of a bare parse; the sieve alone: {sieve / parse:.0%}")
    print(f"the sieve rings on {rung / len(pages):.1%} of the pages; {refused} pages are refused")


def _is_refused(page: bytes, limits: Limits) -> bool:
    try:
        check_nesting(page, limits)
    except LimitError:
        return True
    return False


def _time(work: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    """Seconds for all pages: the least of some runs."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        for page in pages:
            work(page)
        times.append(time.perf_counter() - start)
    return min(times)


def _search(examples: int) -> None:
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(MARKUP)
    def never_below(markup: str) -> None:
        page = markup.encode("utf-8", "replace")
        depth, nodes = built(page)
        counts = count_markup(page)
        assert depth <= counts.depth and nodes <= counts.nodes, (page, depth, nodes, counts)

    never_below()
    print(f"{examples:,} examples: the counts are never below the parser's tree")


if __name__ == "__main__":
    main()
