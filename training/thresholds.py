"""The evidence for the fixed thresholds of the rules, counted anew on pages with gold.

python -m training.thresholds --corpora FOLDER
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import click

from benchmarks.corpora import CorpusError, Page, read_corpora
from cleaner.errors import InputError
from cleaner.label.classifier import CLASSIFIED
from cleaner.label.duplicates import REFRAIN
from cleaner.label.html.boilerplate import is_link
from cleaner.labels import Role
from cleaner.lines.credits import CUT
from cleaner.lines.shapes import HEADLINE, ends_sentence
from cleaner.model import Block, styled_runs
from cleaner.options import Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from cleaner.segment.fallback import MORE
from cleaner.segment.text import VERSE
from training.align import shares_in_body


def lines_of(body: str) -> list[str]:
    """The lines of a gold body, stripped."""
    return [stripped for line in body.split("\n") if (stripped := line.strip())]


def refrains(bodies: Iterable[list[str]]) -> tuple[int, int]:
    """How many lines a body prints more than once, and how many of them are no longer than a refrain."""
    twice = [line for lines in bodies for line, count in Counter(lines).items() if count > 1]
    return len(twice), sum(len(line) <= REFRAIN for line in twice)


def beginnings(bodies: Iterable[list[str]]) -> tuple[int, int]:
    """How many different lines the bodies have, and how many that are as long as a cut copy begin another line of their
    body.
    """
    total = begins = 0
    for lines in bodies:
        ordered = sorted(set(lines))
        total += len(ordered)
        begins += sum(len(line) >= CUT and later.startswith(line) for line, later in pairwise(ordered))
    return total, begins


def sentences(bodies: Iterable[list[str]]) -> tuple[int, int]:
    """How many lines end as sentences do, and how many of those are longer than a line of verse."""
    ended = [line for lines in bodies for line in lines if ends_sentence(line)]
    return len(ended), sum(len(line) > VERSE for line in ended)


def link_blocks(pages: Sequence[Page]) -> Iterator[tuple[str, bool]]:
    """For each block that is one link: its form and where the link leads, and whether the block is in the gold body."""
    cleaner = Cleaner(Options(site_rules=False))
    for gold in pages:
        loaded = gold.load()
        try:
            page, context, _ = cleaner.labelled(read(loaded.raw, cleaner.options), loaded.url)
        except InputError:
            continue
        shares = shares_in_body([block.text for block in page.blocks], gold.body or "")
        for i, (block, share) in enumerate(zip(page.blocks, shares, strict=True)):
            if is_link(block) and (block.role is not None or block.rule in ("generic:link_only", CLASSIFIED)):
                yield _what(block, page.blocks[i - 1] if i else None, context.site or ""), share > 0.5


def _what(block: Block, before: Block | None, host: str) -> str:
    href = next((run.href for run in styled_runs(block) if run.href), "")
    leads = (
        "within the page"
        if href.startswith("#")
        else "to another host"
        if href.startswith("http") and host and host not in href
        else "on the site"
    )
    after = (
        " after a colon" if block.form is Role.LIST_ITEM and before is not None and before.text.endswith(":") else ""
    )
    return f"{block.form}{after}, {leads}"


def stated(pages: Sequence[Page]) -> list[float]:
    """How many times the text that a page shows the `articleBody` of its JSON-LD holds, where it has one."""
    cleaner = Cleaner(Options(site_rules=False))
    ratios = []
    for gold in pages:
        loaded = gold.load()
        try:
            page, context = cleaner.segmented(read(loaded.raw, cleaner.options), loaded.url)
        except InputError:
            continue
        bodies = [entity.get("articleBody") for entity in context.entities]
        size = max((len(body) for body in bodies if isinstance(body, str)), default=0)
        if size:
            ratios.append(size / max(1, sum(len(block.text) - block.links for block in page.blocks)))
    return ratios


@click.command()
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True
)
def main(corpora: Path) -> None:
    """Print the counts."""
    try:
        pages = [page for corpus in read_corpora(corpora) if corpus.articles for page in corpus.pages if page.body]
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    bodies = [lines_of(page.body or "") for page in pages]
    click.echo("REFRAIN: of {:,} lines that a body prints more than once {:,} are no longer".format(*refrains(bodies)))
    click.echo("CUT: of {1:,} lines out of {0:,} another one begins with them".format(*beginnings(bodies)))
    click.echo("VERSE: of {:,} lines that end as sentences {:,} are longer".format(*sentences(bodies)))
    titles = [len(page.title) for page in pages if page.title]
    click.echo(
        f"HEADLINE: the longest of {len(titles):,} titles has {max(titles, default=0)} characters, "
        f"{sum(size > HEADLINE for size in titles)} have more"
    )
    ratios = stated(pages)
    over = sum(ratio > MORE for ratio in ratios)
    click.echo(
        f"MORE: of {len(ratios)} stated bodies {over} hold over {MORE} times what is shown, the longest "
        f"{max(ratios, default=0):.1f}"
    )
    kinds, kept = Counter[str](), Counter[str]()
    for kind, right in link_blocks(pages):
        kinds[kind] += 1
        kept[kind] += right
    for kind, count in kinds.most_common():
        click.echo(f"link only: {kind}: {kept[kind]:,} of {count:,} are the article's")


if __name__ == "__main__":
    main()
