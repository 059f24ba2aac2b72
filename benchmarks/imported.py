"""Whether rule sets from elsewhere help: `python -m benchmarks.imported --corpora FOLDER --rules DIR`.

Cleans each page with a gold body whose host a set of DIR names, once with and once without it, the shipped sets of
sites left out. Prints the mean word F1 of both for each half of the hosts (failures are looked at in the open half
alone), how often a layout of the set served, and with `--worst N` the pages of the open half that lose most.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpora import Page, read_corpora
from benchmarks.metrics import best_overlap, mean
from benchmarks.worst import half_of_host
from cleaner import Cleaner, CleanerError, Options
from cleaner.rules.registry import Registry, shipped
from cleaner.rules.user_files import OwnFiles
from training.folds import Half


@dataclass(frozen=True, slots=True)
class Pair:
    """The word F1 of one page with its set and without, and whether a layout of the set served."""

    page: Page
    half: Half
    generic: float
    with_set: float
    served: bool


class _Both:
    """Two cleaners: with the rule sets of a folder alone, and with none."""

    def __init__(self, folder: Path) -> None:
        own = OwnFiles.of([folder], ())
        base = shipped()
        packed = [file for pack in own.packs for file in pack.files]
        self.registry = Registry([*own.sites, *packed, *own.imported], lambda: base.family_files, base.phrases)
        self.generic = Cleaner(Options(site_rules=False))
        self.with_set = Cleaner()
        self.with_set._registry = self.registry

    def named(self, page: Page) -> bool:
        """Whether a set names the page's host."""
        return bool(page.golds) and page.is_article and bool(page.url) and self.registry.claims(page.host)

    def pair(self, page: Page) -> Pair | None:
        """Both figures of a page; None for one that can't be cleaned."""
        raw = page.load().raw
        try:
            generic = self.generic.clean(raw, url=page.url)
            article = self.with_set.clean(raw, url=page.url)
        except CleanerError:
            return None
        scores = [best_overlap([each.text], page.golds).f1 for each in (generic, article)]
        served = article.rules is not None and article.rules.layout is not None
        return Pair(page, half_of_host(page.host), *scores, served)


_BOTH: list[_Both] = []


def _prepare(folder: Path) -> None:
    _BOTH.append(_Both(folder))


def _pair(page: Page) -> Pair | None:
    return _BOTH[0].pair(page)


def pairs(corpora: Path, folder: Path, processes: int) -> Iterator[Pair]:
    """Both figures of each page whose host a set names."""
    both = _Both(folder)
    pages = [page for corpus in read_corpora(corpora) for page in corpus.pages if both.named(page)]
    with Pool(processes, _prepare, (folder,)) as pool:
        yield from filter(None, pool.imap(_pair, pages, chunksize=4))


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imported", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--rules", type=Path, required=True, help="the folder of the rule sets, or a pack")
    parser.add_argument("--processes", type=int, default=2, help="(default: %(default)s)")
    parser.add_argument("--worst", type=int, default=0, help="pages to name (default: %(default)s)")
    given = parser.parse_args(argv)
    found = list(pairs(given.corpora, given.rules, given.processes))
    for half in ("open", "blind"):
        _print(half, [pair for pair in found if pair.half == half])
    _print("both", found)
    open_half = [pair for pair in found if pair.half == "open"]
    for pair in sorted(open_half, key=lambda pair: pair.with_set - pair.generic)[: given.worst]:
        print(f"{pair.generic:.3f} -> {pair.with_set:.3f}  {pair.page.host}  {pair.page.path}")


def _print(name: str, found: Sequence[Pair]) -> None:
    if not found:
        print(f"{name:<6} no page")
        return
    before, after = mean([pair.generic for pair in found]), mean([pair.with_set for pair in found])
    assert before is not None and after is not None
    print(
        f"{name:<6} pages {len(found)}, hosts {len({pair.page.host for pair in found})}, "
        f"layout served {sum(pair.served for pair in found)}; word F1 {before:.4f} generic, {after:.4f} with the set "
        f"({after - before:+.4f})"
    )


if __name__ == "__main__":
    main()
