"""What hostile pages cost: `python -m benchmarks.hostile`. Hundreds of generated classes (`hostile_forms`), each at
n, 2n and 4n bytes in a process of its own that may take only so much memory and time.

Time and memory are multiples of those of a plain page of as many bytes, for classes of text of those of a plain text;
the factor is what doubling a page multiplies its time by. Times are CPU times of the process. The plain ones are
measured several times over the run, in processes of the same kind; the median counts. A page that the budget refuses
counts as refused, an error that is none of the cleaner's own as untyped. The worst come first. The command fails where
a goal is missed: times depend on the machine, multiples little.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import multiprocessing
import re
import resource
import signal
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

import cleaner
from benchmarks.hostile_forms import PLAIN_PAGE, PLAIN_TEXT, TEXT, Form, forms

# The goals: multiples of a plain page's time and memory, and the factor of doubling.
MOST_TIME, MOST_MEMORY, MOST_FACTOR = 10.0, 10.0, 2.6
# Multiples are taken of no less than this: shorter times and smaller growths are noise (by hand).
_NOISE_SECONDS, _NOISE_MEGABYTES = 0.010, 4.0
# Runs of a page, of which the fastest counts; fewer where one takes over _LONG seconds.
_RUNS, _LONG = 3, 1.0
# A class that misses a goal is measured this many times more before it is believed.
_AGAIN = 2
# No page in a run is like another.
_APART = 1_000_000
# Times that the plain page and text are measured over a run.
_PLAIN_RUNS = 7
_PLAIN = {"plain page": PLAIN_PAGE, f"{TEXT}plain": PLAIN_TEXT}
_GIGABYTE = 1 << 30
# Seconds on the clock for each CPU second that a process may take, since others run beside it.
_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Guard:
    """What a process may take: bytes of memory beyond those at its start, and CPU seconds before it is killed."""

    memory: int = 3 * _GIGABYTE
    seconds: float = 60.0


@dataclass(slots=True)
class Cost:
    """What a class cost at each size: CPU seconds and MB, or why there is no figure.

    refused: the message of an error of the cleaner's; failed: an untyped error, or how the process ended; beyond: the
    factor of doubling beyond these sizes, where it was measured.
    """

    name: str
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    refused: str = ""
    failed: str = ""
    beyond: float | None = None

    @classmethod
    def median(cls, costs: Sequence[Cost]) -> Cost:
        """The median at each size of several runs of one class."""
        seconds = zip(*(cost.seconds for cost in costs), strict=True)
        megabytes = zip(*(cost.megabytes for cost in costs), strict=True)
        return cls(costs[0].name, list(map(statistics.median, seconds)), list(map(statistics.median, megabytes)))

    @property
    def factor(self) -> float:
        """The greatest factor between two sizes, where the smaller took long enough to tell.

        Where a page of some size makes the budget count exactly, there is a step, and no growth: so the factor beyond
        these sizes counts where it is less.
        """
        pairs = zip(self.seconds, self.seconds[1:], strict=False)
        factor = max((after / before for before, after in pairs if before >= _NOISE_SECONDS), default=0.0)
        return factor if self.beyond is None else min(factor, self.beyond)

    def multiple(self, plain: Cost) -> float:
        """The greatest multiple of a plain page's time."""
        pairs = zip(self.seconds, plain.seconds, strict=False)
        return max((mine / max(its, _NOISE_SECONDS / 2) for mine, its in pairs), default=0.0)

    def memory(self, plain: Cost) -> float:
        """The multiple of a plain page's memory at the largest size."""
        pairs = list(zip(self.megabytes, plain.megabytes, strict=False))
        return pairs[-1][0] / max(pairs[-1][1], _NOISE_MEGABYTES) if pairs else 0.0

    def misses(self, plain: Cost) -> bool:
        """Whether a goal is missed."""
        slow = self.multiple(plain) > MOST_TIME or self.factor > MOST_FACTOR
        return bool(self.failed) or slow or self.memory(plain) > MOST_MEMORY

    def best(self, other: Cost) -> Cost:
        """The lesser figures of two runs; a failure stays."""
        if self.failed or other.failed or len(self.seconds) != len(other.seconds):
            return self
        seconds = list(map(min, self.seconds, other.seconds))
        return Cost(self.name, seconds, list(map(min, self.megabytes, other.megabytes)), self.refused)


def _resident() -> float:
    """The most memory that this process has held, in MB, since `_forget_peak`."""
    with contextlib.suppress(OSError):
        status = Path("/proc/self/status").read_text("ascii")
        return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def measure(name: str, form: Form, sizes: Sequence[int], *, record: bool = False, limits: cleaner.Limits) -> Cost:
    """Clean pages of one class in this process, the smallest first. record: whether to make the whole record of each,
    too.
    """
    kind = "text" if name.startswith(TEXT) else "html"
    shared = cleaner.Cleaner(cleaner.Options(input=kind, limits=limits))  # type: ignore[arg-type]
    cost = Cost(name)
    first = _APART
    for size in sizes:
        fastest, runs, peak = float("inf"), 0, 0.0
        while runs < _RUNS and (runs == 0 or fastest < _LONG):
            first += _APART
            page = form(size, first)
            gc.collect()
            _forget_peak()
            before, start = _resident(), time.process_time()
            try:
                article = shared.clean(page)
                if record:
                    article.to_json()
            except cleaner.CleanerError as error:
                cost.refused = str(error)
            except Exception as error:  # what the command looks for
                cost.failed = f"{type(error).__name__}: {str(error)[:100]}"
                return cost
            fastest, peak = min(fastest, time.process_time() - start), max(peak, _resident() - before)
            runs += 1
        cost.seconds.append(fastest)
        cost.megabytes.append(peak)
    return cost


def _in_child(
    pipe: Connection, name: str, form: Form, sizes: Sequence[int], record: bool, limits: cleaner.Limits, guard: Guard
) -> None:
    with contextlib.suppress(ValueError, OSError):
        taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + guard.memory, taken + guard.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(guard.seconds), int(guard.seconds) + 1))
    pipe.send(measure(name, form, sizes, record=record, limits=limits))


def measure_all(
    classes: dict[str, Form],
    sizes: Sequence[int],
    *,
    record: bool,
    limits: cleaner.Limits,
    guard: Guard,
    processes: int,
) -> Iterator[Cost]:
    """Measure classes in guarded processes, several at once; a process is a copy of this one, which is warm."""
    forked = multiprocessing.get_context("fork")
    waiting, running = list(reversed(classes.items())), {}
    while waiting or running:
        while waiting and len(running) < processes:
            name, form = waiting.pop()
            mine, its = forked.Pipe(duplex=False)
            child = forked.Process(target=_in_child, args=(its, name, form, sizes, record, limits, guard), daemon=True)
            child.start()
            its.close()
            running[mine] = (name, child, time.monotonic() + _PATIENCE * guard.seconds)
        wait(list(running), timeout=0.5)
        for pipe, (name, child, deadline) in list(running.items()):
            if pipe.poll():
                try:
                    cost = pipe.recv()
                except EOFError:
                    child.join()
                    cost = Cost(name, failed=f"the process ended with {_end(child.exitcode)}")
            elif time.monotonic() > deadline:
                child.kill()
                cost = Cost(name, failed=f"killed after {_PATIENCE * guard.seconds:.0f} s")
            else:
                continue
            child.join()
            pipe.close()
            del running[pipe]
            yield cost


def _end(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"code {code}"


def _plain_for(name: str, plain: dict[str, Cost]) -> Cost:
    return plain[f"{TEXT}plain" if name.startswith(TEXT) else "plain page"]


def _line(cost: Cost, plain: Cost) -> str:
    if cost.failed:
        return f"{cost.name[:58]:58} {cost.failed}"
    refused = "  refused" if cost.refused else ""
    return (
        f"{cost.name[:58]:58} {cost.multiple(plain):6.1f} {cost.memory(plain):6.1f} {cost.factor:6.2f}  "
        f"{cost.seconds[-1] * 1000:8.1f} {cost.megabytes[-1]:7.1f}{refused}"
    )


def report(costs: Iterable[Cost], plain: dict[str, Cost], most: int) -> Iterator[str]:
    """The lines of the table, the worst first: failures, then by how far a goal is missed or kept."""

    def badness(cost: Cost) -> tuple[bool, float]:
        reference = _plain_for(cost.name, plain)
        parts = cost.multiple(reference) / MOST_TIME, cost.memory(reference) / MOST_MEMORY
        return bool(cost.failed), max(*parts, (cost.factor - 1) / (MOST_FACTOR - 1))

    ordered = sorted(costs, key=badness, reverse=True)
    yield f"{'class':58} {'time':>6} {'memory':>6} {'factor':>6}  {'ms':>8} {'MB':>7}"
    for cost in ordered[:most]:
        yield _line(cost, _plain_for(cost.name, plain))
    for cost in plain.values():
        yield _line(cost, cost)
    kept = [cost for cost in ordered if not cost.failed]
    yield (
        f"{len(ordered)} classes, {sum(bool(cost.refused) for cost in ordered)} refused, "
        f"{len(ordered) - len(kept)} untyped errors or killed; "
        f"worst time {max((c.multiple(_plain_for(c.name, plain)) for c in kept), default=0):.1f}, "
        f"memory {max((c.memory(_plain_for(c.name, plain)) for c in kept), default=0):.1f}, "
        f"factor {max((c.factor for c in kept), default=0):.2f}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--only", action="append", metavar="PATTERN", help="only classes whose name a pattern finds")
    parser.add_argument("--size", type=int, default=50_000, metavar="BYTES", help="n, the smallest size (50000)")
    parser.add_argument("--worst", type=int, default=40, metavar="N", help="lines to print (40)")
    parser.add_argument("--record", action="store_true", help="make the whole record of each page, too")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="processes at once (2)")
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S", help="kill a class after (60)")
    parser.add_argument("--list", action="store_true", help="print the names of the classes, and measure none")
    options = parser.parse_args(arguments)
    patterns = [re.compile(pattern) for pattern in options.only or [""]]
    classes = {name: form for name, form in forms().items() if any(p.search(name) for p in patterns)}
    if options.list:
        print(*classes, sep="\n")
        return 0
    sizes = (options.size, 2 * options.size, 4 * options.size)
    limits, guard = cleaner.Limits(), Guard(seconds=options.seconds)
    for name, form in _PLAIN.items():  # warm the process that the others are copies of
        measure(name, form, sizes[:1], record=options.record, limits=limits)
    gc.collect()
    gc.freeze()

    def run(some: dict[str, Form], processes: int, times: int = 1) -> Iterator[Cost]:
        larger = [times * size for size in sizes]
        return measure_all(some, larger, record=options.record, limits=limits, guard=guard, processes=processes)

    plain_runs: dict[str, list[Cost]] = {name: [] for name in _PLAIN}

    def measure_plain() -> dict[str, Cost]:
        for cost in run(_PLAIN, options.processes):
            plain_runs[cost.name].append(cost)
        return {name: Cost.median(some) for name, some in plain_runs.items()}

    costs: dict[str, Cost] = {}
    names = list(classes)
    stretch = -(-len(names) // (_PLAIN_RUNS - 1)) or 1
    plain = measure_plain()
    for start in range(0, len(names), stretch):
        for cost in run({name: classes[name] for name in names[start : start + stretch]}, options.processes):
            costs[cost.name] = cost
            if cost.misses(reference := _plain_for(cost.name, plain)):
                print(f"{len(costs)}/{len(classes)} {_line(cost, reference)}", file=sys.stderr, flush=True)
        plain = measure_plain()
    for _ in range(_AGAIN):
        doubtful = [cost for cost in costs.values() if not cost.failed and cost.misses(_plain_for(cost.name, plain))]
        for again in run({cost.name: classes[cost.name] for cost in doubtful}, options.processes):
            costs[again.name] = costs[again.name].best(again)
    growing = {cost.name: classes[cost.name] for cost in costs.values() if cost.factor > MOST_FACTOR}
    for larger in run(growing, options.processes, 2):
        if len(larger.seconds) == len(sizes):
            costs[larger.name].beyond = larger.seconds[-1] / larger.seconds[-2]
        costs[larger.name].failed = larger.failed
    for line in report(costs.values(), plain, options.worst):
        print(line)
    return int(any(cost.misses(_plain_for(cost.name, plain)) for cost in costs.values()))


if __name__ == "__main__":
    sys.exit(main())
