"""What other choices of the body would give: `python -m benchmarks.oracle --corpora FOLDER`.

Each page with a gold body is read several ways: today's, with the element above or below it, with the page's one
`article` or `main`, with what holds the title as well, without the tail cut off, and whole. For each corpus and half it
prints the mean word F1 of every reading and of the best one for each page, which only an oracle knows; it bounds what a
better choice of the body could gain. Rule sets are off.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corpora import Page as GoldPage
from benchmarks.corpora import read_corpora
from benchmarks.metrics import best_overlap
from benchmarks.worst import half_of_host
from cleaner import Cleaner, CleanerError, Options
from cleaner.label import HTML_REST, HTML_RULES, Labelling
from cleaner.label.classifier import propose_changes
from cleaner.label.html.body import choose_body
from cleaner.labels import BODY
from cleaner.model import Elements
from cleaner.read import read

# Word F1 by which a reading is better than today's on a page. By hand.
_BETTER = 0.005
# From an element that is the body by today's reading to that of another reading; -1 where it has none.
Reading = Callable[[Labelling, int], int]


def _above(labelling: Labelling, body: int) -> int:
    return labelling.page.elements.parents[body]


def _below(labelling: Labelling, body: int) -> int:
    """The child of the body that holds most of its prose."""
    elements, sums = labelling.page.elements, defaultdict[int, float](float)
    for block in labelling.page.blocks:
        for at in elements.ancestors(block.element):
            if elements.parents[at] == body:
                sums[at] += max(0.0, block.prose_score)
    return max(sums, key=lambda at: sums[at], default=-1)


def _marked(labelling: Labelling, _: int) -> int:
    """The page's one `article`, else its one `main`."""
    tags = labelling.page.elements.tags
    return next((tags.index(tag) for tag in ("article", "main") if tags.count(tag) == 1), -1)


def _titled(labelling: Labelling, body: int) -> int:
    """The innermost element around the body and the title."""
    elements, title = labelling.page.elements, labelling.page.title
    around = set(elements.ancestors(title.element)) if title is not None and title.element >= 0 else set()
    return next((at for at in elements.ancestors(body) if at in around), -1)


READINGS: Mapping[str, Reading] = {
    "above": _above,
    "below": _below,
    "article or main": _marked,
    "with the title": _titled,
    "with its tail": lambda _, body: body,
    "whole page": lambda _, __: 0,
}


def main(argv: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.oracle", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--every", type=int, default=1, help="take every n-th page (default: %(default)s)")
    parser.add_argument("--processes", type=int, default=2, help="(default: %(default)s)")
    given = parser.parse_args(argv)
    for corpus in read_corpora(given.corpora):
        pages = [page for page in corpus.pages if page.golds][:: given.every]
        with Pool(given.processes) as pool:
            rows = pool.map(scores, pages, chunksize=4)
        for half in ("open", "blind"):
            _print(
                f"{corpus.name}: {half}",
                [row for page, row in zip(pages, rows, strict=True) if row and half_of_host(page.host) == half],
            )


def scores(page: GoldPage) -> dict[str, float]:
    """The word F1 of each reading of a page (those that it has), and of the best of them; nothing for a page that can't
    be read.
    """
    try:
        found = {name: best_overlap((text,), page.golds).f1 for name, text in _texts(page)}
    except CleanerError:
        return {}
    return found | {"the best": max(found.values())}


def _texts(page: GoldPage) -> Iterator[tuple[str, str]]:
    """Each reading's name and the text that it gives."""
    cleaner = Cleaner(Options(site_rules=False))
    loaded = page.load()
    source = read(loaded.raw, cleaner.options, None)

    def text(reading: Reading | None) -> str | None:
        labelling = Labelling(*cleaner.segmented(source, page.url), cleaner.registry, "balance")
        for run in (*HTML_RULES, propose_changes, *HTML_REST):
            run(labelling)
            if run is choose_body and reading is not None:
                today = labelling.inside.find(1)
                body = reading(labelling, today) if today >= 0 else -1
                if body < 0:
                    return None
                labelling.inside = _from(labelling.page.elements, body)
        return "\n\n".join(block.text for block in labelling.page.blocks if block.role in BODY)

    for name, reading in {"today": None, **READINGS}.items():
        if (found := text(reading)) is not None:
            yield name, found


def _from(elements: Elements, body: int) -> bytearray:
    """For each element 1 if it is at or below the body, else 0."""
    end = elements.end(body)
    return bytearray(body <= at < end for at in range(len(elements)))


def _print(name: str, rows: Sequence[Mapping[str, float]]) -> None:
    if not rows:
        return
    print(f"{name}: {len(rows)} pages")
    for reading in ("today", *READINGS, "the best"):
        values = [row.get(reading, row["today"]) for row in rows]
        better = sum(value > row["today"] + _BETTER for value, row in zip(values, rows, strict=True))
        print(f"  {reading:16} word F1 {sum(values) / len(values):.4f}, better on {better}")


if __name__ == "__main__":
    main()
