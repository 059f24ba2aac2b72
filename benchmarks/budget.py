"""What the budget of markup costs, and whether it holds: `python -m benchmarks.budget`.

Prints, over the pages of the corpora, the time of `check_nesting` and of the sieve alone as shares of a bare parse
beside what the budget of version 1.4 took, the share of pages on which the sieve rings, and the pages that are
refused. With `--examples N` it looks for markup of which the counts are below the tree that the parser builds, N times,
and prints what it finds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from benchmarks.corpora import read_corpora
from cleaner import LimitError, Limits
from cleaner.budget import check_nesting
from cleaner.budget.sieve import may_be_hostile
from cleaner.segment.parse import LexborHTMLParser
from tests.markup import random_markup, shortfall, shrink

# What the budget took while it matched tags by pattern, as a share of a bare parse, on every 20th page of the shared
# corpora: `cleaner/budget.py` of commit c159756, timed page by page in turn with `check_nesting` (docs/reliability.md).
_BEFORE = 1.0
_RUNS = 3


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.budget", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="the folder of the corpora")
    parser.add_argument("--every", type=int, default=1, help="take every n-th page (default: %(default)s)")
    parser.add_argument("--examples", type=int, default=0, help="look for counter-examples so many times")
    parser.add_argument("--seed", type=int, default=0, help="of the random examples (default: %(default)s)")
    given = parser.parse_args(argv)
    if given.corpora is not None:
        pages = {page.path: page for corpus in read_corpora(given.corpora) for page in corpus.pages}
        _measure([page.load().text.encode("utf-8", "replace") for page in list(pages.values())[:: given.every]])
    if given.examples:
        _search(given.examples, given.seed)


def _measure(pages: Sequence[bytes]) -> None:
    limits = Limits()
    parse = _time(lambda page: LexborHTMLParser(page, options=1, scripting=True), pages)
    check = _time(lambda page: _is_refused(page, limits), pages)
    sieve = _time(lambda page: may_be_hostile(page, limits), pages)
    rung = sum(may_be_hostile(page, limits) for page in pages)
    refused = sum(_is_refused(page, limits) for page in pages)
    print(f"{len(pages):,} pages; a bare parse takes {1000 * parse / len(pages):.2f} ms a page")
    print(
        f"check_nesting: {check / parse:.0%} of a bare parse ({_BEFORE:.0%} before it knew the tokenizer); "
        f"the sieve alone: {sieve / parse:.0%}"
    )
    print(f"the sieve rings on {rung / len(pages):.2%} of the pages; {refused} pages are refused")


def _is_refused(page: bytes, limits: Limits) -> bool:
    try:
        check_nesting(page, limits)
    except LimitError:
        return True
    return False


def _time(work: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    """Seconds of processor time for all pages: for each the least of some runs."""
    total = 0.0
    for page in pages:
        times = []
        for _ in range(_RUNS):
            start = time.process_time()
            work(page)
            times.append(time.process_time() - start)
        total += min(times)
    return total


def _search(examples: int, seed: int) -> None:
    """Look for markup on which the budget falls short. Raises `SystemExit` where it finds some."""
    random = Random(seed)
    found: dict[str, str] = {}
    for _ in range(examples):
        pieces = random_markup(random)
        if shortfall("".join(pieces)):
            smallest = "".join(shrink(pieces))
            found[smallest] = shortfall(smallest)
    for markup, what in found.items():
        print(f"{what}: {markup}")
    if found:
        raise SystemExit(f"{examples:,} examples: the budget falls short in {len(found)} of them")
    print(f"{examples:,} examples: the counts are never below the parser's tree")


if __name__ == "__main__":
    main()
