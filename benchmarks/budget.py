"""What the budget of markup costs, and whether it holds: `python -m benchmarks.budget`.

Prints how the time of the scan grows with markup that it may pass over and over. With `--corpora`, over its pages, it
prints the time of `check_nesting` and of the sieve alone beside a bare parse, the share of pages on which the sieve
rings, and the pages that are refused. With `--examples N` it looks N times for markup of which the counts are below the
tree that the parser builds, and prints what it finds.
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

_RUNS = 3
# Lists in lists, with marks, and long runs of what the scan looks for: what comes before, and what is repeated.
_PILES = {
    "bold of many kinds": ("".join(f"<b a={n}>" for n in range(2_000)), "<x></x>"),
    "objects": ("<object>" * 2_000, "<b></b>"),
    "drawings": ("<svg>" * 2_000, "</x>"),
    "bold without end": ("<b>" * 2_000, "</i><i>"),
    "tags in tags": ("<a", "<a"),
    "tags of many words": ("<a", " <a"),
    "roots": ("", "<body "),
    "open values": ("", '<a b="'),
    "held ends": ("", "a='>'b "),
}
_SMALL, _LARGE = 4_000, 16_000


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
    _print_growth()
    if given.examples:
        _search(given.examples, given.seed)


def _measure(pages: Sequence[bytes]) -> None:
    limits = Limits()
    parse, check, sieve = _times(
        pages,
        lambda page: LexborHTMLParser(page, options=1, scripting=True),
        lambda page: _is_refused(page, limits),
        lambda page: may_be_hostile(page, limits),
    )
    rung = sum(may_be_hostile(page, limits) for page in pages)
    refused = sum(_is_refused(page, limits) for page in pages)
    print(f"{len(pages):,} pages; milliseconds a page: a bare parse {parse:.2f}, check_nesting {check:.2f}, ", end="")
    print(f"the sieve alone {sieve:.2f}")
    print(f"the sieve rings on {rung / len(pages):.2%} of the pages; {refused} pages are refused")


def _print_growth() -> None:
    """How much longer the scan takes for four times as much of each pile: 4 is in proportion."""
    limits = Limits()
    for name, (start, more) in _PILES.items():
        small, large = (
            _times([(start + more * times).encode()], lambda page: _is_refused(page, limits))[0]
            for times in (_SMALL, _LARGE)
        )
        print(f"{name}: {small:.1f} ms, and {large / small:.1f} × for four times as much")


def _is_refused(page: bytes, limits: Limits) -> bool:
    try:
        check_nesting(page, limits)
    except LimitError:
        return True
    return False


def _times(pages: Sequence[bytes], *works: Callable[[bytes], object]) -> list[float]:
    """Milliseconds of processor time a page, of each work: the least of some runs, which take turns."""
    totals = [0.0] * len(works)
    for page in pages:
        least = [float("inf")] * len(works)
        for _ in range(_RUNS):
            for at, work in enumerate(works):
                start = time.process_time()
                work(page)
                least[at] = min(least[at], time.process_time() - start)
        totals = [total + run for total, run in zip(totals, least, strict=True)]
    return [1000 * total / len(pages) for total in totals]


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
