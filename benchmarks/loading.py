"""What rule sets cost before a page is cleaned: `python -m benchmarks.loading [--rules PACK]`.

Prints the milliseconds that the registry takes (of what ships, and with a pack), those of reading the one set that a
page needs, and the share of a bare text's time that telling its site takes, with fingerprints of as many invented sites
as `--sites` says. Each figure is the best of several runs, since other work on the machine only adds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cleaner import Cleaner
from cleaner.model import Block
from cleaner.rules import compiled
from cleaner.rules.matchers import compile_matcher
from cleaner.rules.registry import Registry, shipped, with_user_files
from cleaner.rules.schema import LABELS
from cleaner.rules.shipped import site_files
from cleaner.rules.site_files import SiteFile

_TEXT = "\n\n".join(
    f"The council of ward {n} met on Monday and voted, after {n + 2} hours of debate, to keep the old bridge open "
    f"until the spring, when the ferry will sail again and the almanac of the tides is in the shops."
    for n in range(25)
)
_RUNS = 25


def best(run: Callable[[], Any], runs: int = _RUNS) -> float:
    """The milliseconds of the quickest run."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


def invented(count: int) -> list[SiteFile]:
    """Sets of invented sites, each with a literal and a pattern as fingerprints."""

    def never() -> Any:
        raise AssertionError("no fingerprint hits the text")

    return [
        SiteFile(
            f"{n}.toml", (f"post{n}.example",), (),
            tuple(compile_matcher(line, LABELS, check=False)
                  for line in (f"The Post of Ward {n}, daily", f"/^Tide tables of pier {n}, by the [A-Z]+ Post/")),
            never,
        )
        for n in range(count)
    ]  # fmt: skip


def slowest_read(files: Callable[[], Sequence[SiteFile]]) -> float:
    """The milliseconds of the set that takes longest to read, each read anew several times."""
    return max(min(best(lambda file=file: file.read(), 1) for _ in range(_RUNS)) for file in files())


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loading", description=__doc__)
    parser.add_argument("--rules", type=Path, help="a pack, or rule files, to load as well")
    parser.add_argument("--sites", type=int, default=2000, help="invented sites (default: %(default)s)")
    given = parser.parse_args(argv)
    print(f"compiled sets of {compiled.SHIPPED.name}; best of {_RUNS} runs, in ms")
    print(f"  registry of what ships        {best(shipped.__wrapped__):8.2f}")
    print(f"  one shipped set, the slowest  {slowest_read(site_files):8.2f}")
    if given.rules:
        registry = with_user_files([given.rules])
        print(f"  registry with {given.rules.name:15} {best(lambda: with_user_files([given.rules]), 3):8.2f}")
        print(f"  one of its sets, the slowest  {slowest_read(lambda: registry.files[:200]):8.2f}")
    blocks = [Block(line) for line in _TEXT.split("\n\n")]
    registry = Registry([*site_files(), *invented(given.sites)])
    registry.by_fingerprint(blocks)  # the index is made once
    text = Cleaner()
    whole = best(lambda: text.clean(_TEXT))
    told = best(lambda: registry.by_fingerprint([Block(line) for line in _TEXT.split("\n\n")]))
    print(f"  a bare text of {len(_TEXT):,} signs     {whole:8.2f}")
    print(f"  its site among {given.sites + len(site_files()):,} sets      {told:8.2f} ({told / whole:.1%})")


if __name__ == "__main__":
    main()
