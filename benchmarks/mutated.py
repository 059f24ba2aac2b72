"""What a change of the page that leaves its article alone does to the text: `python -m benchmarks.mutated --corpora …`.

Each page with a gold body whose paragraphs stand in one element is changed in each way of `benchmarks.mutations`; the
gold does not change. For each kind of change it prints the mean word F1 in both halves of the hosts, what the change
costs, and the pages that lost more than 0.05; `--peer` asks another tool. Nothing is learnt from these pages: what
holds for a kind of change that nobody looked at holds for a new site.
"""

from __future__ import annotations

import argparse
import codecs
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpora import Page, read_corpora
from benchmarks.metrics import best_overlap
from benchmarks.mutations import MUTATIONS, holder_of
from benchmarks.peers import OURS, TOOLS, choose, load, quiet
from benchmarks.worst import half_of_host

# Word F1 by which a page is worse for a change. By hand: a paragraph of twenty.
WORSE = 0.05
_UNCHANGED = "as it is"
_SHOWN = 12


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutated", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--every", type=int, default=1, help="take every n-th page (default: %(default)s)")
    parser.add_argument("--peer", default=OURS, help="the tool to ask (default: %(default)s)")
    parser.add_argument(
        "--show", metavar="KIND", choices=[*MUTATIONS], help="name the worst pages of the open half for one kind"
    )
    parser.add_argument("--processes", type=int, default=2, help="(default: %(default)s)")
    given = parser.parse_args(argv)
    pages = [page for corpus in read_corpora(given.corpora) for page in corpus.pages if page.golds][:: given.every]
    with Pool(given.processes) as pool:
        rows = pool.map(partial(scores, peer=given.peer), pages, chunksize=8)
    found = [(page, row) for page, row in zip(pages, rows, strict=True) if row]
    _print(found)
    if given.show:
        _print_worst(found, given.show)


def scores(page: Page, peer: str = OURS) -> dict[str, float]:
    """The word F1 of a page by kind of change; nothing where no one element holds its article."""
    loaded = page.load()
    holder = holder_of(loaded.text, max(page.golds, key=len))
    if holder is None:
        return {}
    tool = next(tool for tool in load(choose([peer], TOOLS))[0] if tool.name == peer)
    found: dict[str, float] = {}
    for kind, change in MUTATIONS.items():
        changed = change(holder)
        raw = codecs.BOM_UTF8 + changed.encode("utf-8", "replace")
        with quiet():
            text = tool.run(replace(loaded, raw=raw, text=changed)).text
        found[kind] = best_overlap((text or "",), page.golds).f1
    return found


def _print(found: Sequence[tuple[Page, Mapping[str, float]]]) -> None:
    """A line for each kind, the most harmful first."""
    halves: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for page, row in found:
        halves[half_of_host(page.host)].append(row)
    rows = [row for _, row in found]
    print(f"{len(found)} pages whose article stands in one element; word F1 of the open and the blind half")
    harm = {kind: sum(row[_UNCHANGED] - row[kind] for row in rows) / max(1, len(rows)) for kind in MUTATIONS}
    for kind in sorted(harm, key=lambda kind: -harm[kind]):
        means = [sum(row[kind] for row in half) / max(1, len(half)) for half in (halves["open"], halves["blind"])]
        worse = sum(row[kind] < row[_UNCHANGED] - WORSE for row in rows)
        print(f"{kind:28} {means[0]:.4f} {means[1]:.4f}  lost {harm[kind]:+.4f}, worse on {worse}")


def _print_worst(found: Sequence[tuple[Page, Mapping[str, float]]], kind: str) -> None:
    """The pages of the open half that a kind of change harms most."""
    seen = [(row[kind] - row[_UNCHANGED], page.id) for page, row in found if half_of_host(page.host) == "open"]
    for lost, page_id in sorted(seen)[:_SHOWN]:
        print(f"{lost:+.3f} {page_id}")


if __name__ == "__main__":
    main()
