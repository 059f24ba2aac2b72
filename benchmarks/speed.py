"""What the tools cost: CPU as a multiple of the bare parse, peak memory in a process of their own, and how both grow
with the page.

Times swing with what else the machine does, so nothing is given in seconds but for orientation: all tools take the same
pages in the same process, in turns, and each turn's time is divided by that of the bare parse in the same turn.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import Corpus, Loaded, Page, decode
from benchmarks.peers import BARE, BOTH_ENDS, TOOLS, Ready, Tool, quiet
from benchmarks.run import Prepare, Step

CHUNK = 8


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU per page in milliseconds (the median of the turns) and its multiples of the bare parse, one a turn."""

    milliseconds: float
    multiples: tuple[float, ...]

    @property
    def low(self) -> float:
        """The least multiple."""
        return min(self.multiples)

    @property
    def median(self) -> float:
        """The multiple to quote."""
        return statistics.median(self.multiples)

    @property
    def high(self) -> float:
        """The greatest multiple."""
        return max(self.multiples)


@dataclass(frozen=True, slots=True)
class Growth:
    """How cost grows on one page made longer: sizes in kB, CPU in milliseconds and peak memory in MB for each."""

    sizes: tuple[int, ...]
    milliseconds: tuple[float, ...]
    megabytes: tuple[float | None, ...]

    @property
    def factor(self) -> float:
        """How many times the CPU of the smallest page the largest takes."""
        return self.milliseconds[-1] / self.milliseconds[0] if self.milliseconds[0] else 0.0

    @property
    def length(self) -> float:
        """How many times as long the largest page is."""
        return self.sizes[-1] / self.sizes[0]


def _seconds(tool: Ready, pages: Sequence[Loaded]) -> float:
    total = 0.0
    for page in pages:
        start = time.process_time()
        with contextlib.suppress(Exception):  # a failed page costs what it cost
            tool.run(page)
        total += time.process_time() - start
    return total


def costs(
    corpus: Corpus,
    tools: Sequence[Ready],
    repeats: int = 5,
    step: Step = lambda: None,
    prepare: Prepare = Page.load,
    unit: str = BARE,
) -> dict[str, Cost]:
    """CPU of each tool on the pages of a corpus, in multiples of the tool `unit`. Tools take turns on every few pages,
    a different one first each time.
    """
    spent: dict[str, list[float]] = {tool.name: [0.0] * repeats for tool in tools}
    with quiet():
        warm = prepare(corpus.pages[0])
        for tool in tools:
            _seconds(tool, [warm])
        gc.collect()
        gc.freeze()
        try:
            for start in range(0, len(corpus.pages), CHUNK):
                pages = [prepare(page) for page in corpus.pages[start : start + CHUNK]]
                for turn in range(repeats):
                    shift = (start // CHUNK + turn) % len(tools)
                    for tool in (*tools[shift:], *tools[:shift]):
                        gc.collect()
                        spent[tool.name][turn] += _seconds(tool, pages)
                    step()
        finally:
            gc.unfreeze()
    units = spent[unit]
    return {
        name: Cost(
            statistics.median(turns) / len(corpus.pages) * 1000,
            tuple(t / max(u, 1e-9) for t, u in zip(turns, units, strict=True)),
        )
        for name, turns in spent.items()
    }


def turns(corpus: Corpus, repeats: int) -> int:
    """How often `costs` calls its `step`."""
    return -(-len(corpus.pages) // CHUNK) * repeats


def memory(tool: Tool, files: Sequence[Path], timeout: float = 600) -> float | None:
    """Peak memory in MB of a process that loads the tool and runs it on the files one after the other; None if it
    failed.
    """
    command = [sys.executable, "-m", "benchmarks.speed", tool.name]
    root = Path(__file__).resolve().parent.parent
    search = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        names, environment = json.dumps([str(f.resolve()) for f in files]), {**os.environ, "PYTHONPATH": search}
        done = subprocess.run(
            command,
            input=names,
            text=True,
            capture_output=True,
            timeout=timeout,
            cwd=root,
            env=environment,
            check=False,
        )
        return float(done.stdout.strip().splitlines()[-1]) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError, IndexError):
        return None


def peak() -> float:
    """The peak memory of this process in MB. `ru_maxrss` would carry over from the process that started this one, so
    the kernel's own count goes first.
    """
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    import resource  # not on every system

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def long_page(size: int) -> bytes:
    """A news page of about `size` bytes, made of plain sentences, links and lists: the same for the same size."""
    head = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour opens again - The '
        "Example</title></head><body>"
    )
    menu = (
        "<nav><ul>"
        + "".join(f'<li><a href="/s{i}">Section {i}</a></li>' for i in range(20))
        + "</ul></nav><main><article><h1>The harbour opens again</h1>"
    )
    more = '<aside class="related"><h2>More</h2><ul><li><a href="/a">Another story</a></li></ul></aside>'
    foot = f"</article></main>{more}<footer><p>© The Example</p></footer></body></html>"
    parts, length, i = [head, menu], len(head) + len(menu) + len(foot), 0
    while length < size:
        part = (
            f"<p>On day {i} the crew of ship {i * 7 % 101} said that the tide had turned, and <a href='/ship/{i}'>the "
            f"log</a> agrees; "
            f"the council met for the {i + 1}. time, weighed <em>both</em> plans and put off the vote until the "
            f"spring.</p>"
        )
        if i % 9 == 8:
            part += f"<h2>Part {i // 9}</h2><ul><li>Berth {i} was dredged.</li><li>Crane {i} was painted.</li></ul>"
        parts.append(part)
        length += len(part)
        i += 1
    return "".join([*parts, foot]).encode()


def growth(tool: Ready, sizes: Sequence[int], repeats: int = 3) -> Growth:
    """CPU and peak memory of a tool on one made page of growing size (in kB). The least of the repeats counts: noise
    only adds.
    """
    times, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            raw = long_page(size * 1000)
            loaded = Loaded(raw, decode(raw), "https://example.org/harbour")
            with quiet():
                _seconds(tool, [loaded])
                gc.collect()
                times.append(min(_seconds(tool, [loaded]) for _ in range(repeats)) * 1000)
            path = Path(folder) / f"{size}.html"
            path.write_bytes(raw)
            peaks.append(memory(tool.tool, [path]))
    return Growth(tuple(sizes), tuple(times), tuple(peaks))


def main() -> None:
    """The child process of `memory`: runs one tool on the files named on standard input and prints the peak."""
    tool = next(t for t in (*TOOLS, *BOTH_ENDS) if t.name == sys.argv[1])
    with quiet():
        ready = Ready(tool, tool.load())
        for name in json.load(sys.stdin):
            _seconds(ready, [Page(id=name, path=Path(name)).load()])
    print(peak())


if __name__ == "__main__":
    main()
