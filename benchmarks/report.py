"""Tables to the terminal and to Markdown, and the picture of quality against cost."""

from __future__ import annotations

import importlib
import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import BARE, OURS
from benchmarks.run import figures
from benchmarks.tables import Report, Settings, Table

HEAD = """# Quality and cost

What the cleaner makes of news pages, and of bare text, beside its peers: the same pages, in the same process, on the
same machine. This page is written by `tox -e bench`; `python -m benchmarks --help` tells what can be asked of it.

    python -m pip install -r benchmarks/requirements.txt
    python -m benchmarks --corpora FOLDER

`FOLDER` holds pages with gold in any of three layouts: our own (`gold.jsonl` beside `html/<id>.html.gz`), that of the
[article-extraction-benchmark](https://github.com/scrapinghub/article-extraction-benchmark) (`ground-truth.json`) and
that of [WCXB](https://github.com/Murrough-Foley/web-content-extraction-benchmark) (`ground-truth/<id>.json`); it may be
one such corpus or hold several.

"""

READING = """## How to read it

- **Word P, R, F1**: overlap of the multisets of lower-case words, each CJK character a word, averaged over the pages. A
  deck in or out of the text is no error: the best over both counts. **near-exact** is the share of pages with F1 of at
  least 0.99.
- **below 0.8** and **below 0.5**: the number of pages with less F1 than that. Means hide what hurts: the same mean may
  be many good pages, or perfect ones and a few that are lost. The worst pages are named on the terminal.
- **snippet F1**: over all snippets of a corpus that must (or must not) be found in the text.
- **Halves**: the sites are split by a hash into an open and a blind half (`half_of` in `training/folds.py`). Failures
  are looked at in the open half alone; where the lead is greater there than in the blind half, looking gained it.
- **Wrong gold**: pages whose gold is known to be wrong are listed in `benchmarks/gold-errata.jsonl`, each with the
  evidence. All figures count them, and those without them are given beside.
- **CPU × bare parse**: CPU time as a multiple of parsing the same pages with selectolax and nothing else; least,
  **median** and greatest of the turns. All tools take turns on the same few pages. Peers get the page decoded; decoding
  is on the cleaner's clock alone.
- **peak MB**: peak memory of a process that loads the tool and reads twelve pages of the corpus, the largest among
  them.
- **Text of …**: what people clean without markup. A dump is all that a page prints, menus and all, as resiliparse turns
  it into lines; the tools get nothing else, but for jusText, which is told the page's language. `C4 line rules` keeps
  the lines that end as sentences do, `jusText on lines` weighs each by its length and its stop words; CPU is in
  multiples of the former. trafilatura returns nothing of bare text and resiliparse nearly all of it: neither is
  compared.
- **Harm** gives the tools the gold bodies, clean text: the mean share of words lost (none should be), and the share of
  bodies that come out as they went in, white space aside; invisible characters (soft hyphens, zero-width ones) and
  composed letters may be put right without harm.
- **Leftovers**: what an extractor took for the article's text, and the same after the cleaner read it as text.
- **Metadata**: a title is right if it equals the gold's after folding case and punctuation, or one begins the other and
  has over 15 characters; authors are the F1 of the sets of names; a date is right by its day, `Article.date` for the
  cleaner. Time of day and offset count where the gold states them.
- The intervals resample hosts, since the pages of one site succeed and fail together.
- The row `cleaner` runs without the rule sets of sites, as on a site it has never seen. On pages that it learnt from,
  its figures flatter it: the fair ones, cross-validated by host, are in [training.md](training.md).
"""


def markdown(table: Table) -> str:
    """The table in Markdown, with its title and notes."""
    lines = [
        f"## {table.title}",
        "",
        _row(table.columns),
        "|---" + "|--:" * (len(table.columns) - 1) + "|",
        *map(_row, table.rows),
    ]
    return "\n".join([*lines, "", *(f"- {note}" for note in table.notes)]).rstrip() + "\n"


def commit() -> str:
    """The commit that was measured, as far as git can tell."""
    try:
        words = ["git", "describe", "--always", "--dirty", "--exclude=*"]
        done = subprocess.run(words, cwd=Path(__file__).parent, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return "no known commit"
    return f"commit {done.stdout.strip()}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def document(report: Report, settings: Settings, picture: str | None = None) -> str:
    """The whole page: how to repeat it, the picture, the tables, how to read them, and what was compared."""
    parts = [HEAD]
    if settings.pages is not None:
        parts.append(f"**A sample of {settings.pages} pages of each corpus.**\n\n")
    if picture:
        parts.append(f"![Word F1 against CPU time]({picture})\n\n")
    parts += [markdown(table) + "\n" for table in report.tables]
    parts.append(READING + "\n## What was compared\n\n| tool | version | how it is called |\n|---|---|---|\n")
    parts += [f"| {tool.name} | {tool.version} | {tool.note} |\n" for tool in (*report.tools, *report.missing)]
    parts.append(
        f"\nMeasured at {commit()}; Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} CPUs."
    )
    if settings.costs:
        parts.append(f" {settings.timed} pages of each corpus were timed, {settings.repeats} turns each.")
    return "".join(parts) + "\n"


def to_terminal(table: Table, console: Any) -> None:
    """The table on a rich console."""
    rich_table = importlib.import_module("rich.table").Table
    escape = importlib.import_module("rich.markup").escape
    shown = rich_table(title=escape(table.title), title_justify="left", header_style="bold")
    for i, column in enumerate(table.columns):
        shown.add_column(escape(column), justify="right" if i else "left", no_wrap=not i)
    for row in table.rows:
        shown.add_row(*(escape(cell.replace("**", "")) for cell in row), style="bold" if row[0] == "cleaner" else None)
    console.print(shown)
    for note in table.notes:
        console.print(f"  {escape(note)}", highlight=False)
    for line in table.names:
        console.print(f"  {escape(line)}", highlight=False, soft_wrap=True)
    console.print()


def picture(report: Report, path: Path) -> bool:
    """Draws quality against CPU, one panel a corpus, to an SVG or PNG file. False where matplotlib is missing or
    nothing was timed.
    """
    panels = [name for name, spent in report.costs.items() if spent]
    try:
        matplotlib = importlib.import_module("matplotlib")
        matplotlib.use("Agg")
        plt = importlib.import_module("matplotlib.pyplot")
    except ImportError:
        return False
    if not panels:
        return False
    with plt.rc_context(
        {"svg.hashsalt": "benchmarks", "svg.fonttype": "none", "font.size": 9, "font.family": "sans-serif"}
    ):
        figure, axes = plt.subplots(1, len(panels), figsize=(4.4 * len(panels), 3.9), squeeze=False)
        for axis, name in zip(axes[0], panels, strict=True):
            _panel(axis, report, name)
        figure.tight_layout()
        figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None, facecolor="white")
        plt.close(figure)
    return True


def _panel(axis: Any, report: Report, corpus: str) -> None:
    points = []
    label = "word F1"
    for name, cost in report.costs[corpus].items():
        if name == BARE or (name != OURS and name.startswith(OURS)):
            continue  # the cleaner's other rows stand where it stands
        row = figures(report.scores[corpus][name])
        value = row.f1 if row.f1 is not None else row.snippet_f1
        label = "word F1" if row.f1 is not None else "snippet F1"
        if value is not None:
            points.append((cost.median, value, name))
    for x, y, name in points:
        axis.scatter([x], [y], s=46 if name == OURS else 26, color="#c0392b" if name == OURS else "#34495e", zorder=3)
    axis.set_xscale("log")
    xs = [x for x, _, _ in points] or [1.0]
    axis.set_xlim(min(xs) / 1.8, max(xs) * 4.5)
    ys = [y for _, y, _ in points] or [0.0, 1.0]
    room = max(0.02, (max(ys) - min(ys)) * 0.1)
    heights = _heights([(x, y) for x, y, _ in points], room * 0.62)
    axis.set_ylim(min(ys) - room, max([*ys, *heights]) + room)
    for (x, y, name), height in zip(points, heights, strict=True):
        axis.annotate(
            name, (x, y), xytext=(x * 1.16, height), va="center", fontsize=7.5,
            color="#c0392b" if name == OURS else "#34495e",
            arrowprops={"arrowstyle": "-", "lw": 0.4, "color": "#999999",
            "shrinkB": 2} if abs(height - y) > room * 0.2 else None,
        )  # fmt: skip
    axis.set_title(corpus, fontsize=10)
    axis.set_xlabel("CPU, multiple of a bare parse (log)")
    axis.set_ylabel(label)
    axis.grid(True, which="major", lw=0.4, color="#dddddd")
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)


def _heights(points: Sequence[tuple[float, float]], gap: float, reach: float = 6.0) -> list[float]:
    """Heights for the labels of points, each as low as its own allows: `gap` above any lower one whose x is less than
    `reach` times off.
    """
    heights: dict[int, float] = {}
    for i in sorted(range(len(points)), key=lambda i: points[i][1]):
        x, y = points[i]
        for j in sorted(heights, key=lambda j: heights[j]):
            if max(x, points[j][0]) < reach * min(x, points[j][0]) and abs(y - heights[j]) < gap:
                y = heights[j] + gap
        heights[i] = y
    return [heights[i] for i in range(len(points))]
