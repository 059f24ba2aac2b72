"""How often each source of title, authors and date is right: the evidence for their order in `cleaner/metadata`.

python -m training.sources --corpora FOLDER
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from benchmarks.corpora import Corpus, CorpusError, Page, read_corpora
from benchmarks.meta_names import authors_f1, same_title
from cleaner import Cleaner, Options
from cleaner.metadata import titles
from cleaner.metadata.authors import candidates as author_candidates
from cleaner.metadata.dates import candidates as date_candidates
from cleaner.metadata.dates.survey import survey_dates
from cleaner.metadata.placement import metadata_blocks
from cleaner.metadata.site_name import site_keys
from cleaner.model import Page as Labelled
from cleaner.model import PageContext
from cleaner.read import read
from cleaner.slug import share_of_address

# A source that fewer pages have is not shown unless asked for.
FEWEST = 5


class Count:
    """How many pages have a source, on how many it is right; and of those where sources differ in being right, the
    same.
    """

    def __init__(self) -> None:
        self.pages, self.right = Counter[str](), Counter[str]()
        self.contested, self.won = Counter[str](), Counter[str]()

    def add(self, verdicts: dict[str, bool]) -> None:
        """Count a page: for each of its sources whether it is right."""
        contested = len(set(verdicts.values())) > 1
        for source, right in verdicts.items():
            self.pages[source] += 1
            self.right[source] += right
            self.contested[source] += contested
            self.won[source] += contested and right


def verdicts(page: Page, labelled: Labelled, context: PageContext) -> Iterator[tuple[str, dict[str, bool]]]:
    """For each field whose gold is known, whether the first value of each source is right."""
    head, names = metadata_blocks(labelled), site_keys(context)
    if page.title:
        every = list(titles.candidates(labelled, head, context, names))
        shares = [share_of_address(said.value, context.url) for said in every]
        verdicts = [(said.source, same_title(said.value, page.title)) for said in every]
        if len(set(shares)) > 1:
            verdicts.append(("address", verdicts[shares.index(max(shares))][1]))
        yield "title", _first(iter(verdicts))
    if page.authors:
        signed = author_candidates.candidates(labelled, head, context, names)
        yield (
            "authors",
            _first((each.source, authors_f1(each.names, page.authors) == 1) for each in signed if each.names),
        )
    if page.date:
        survey = survey_dates(labelled, context)
        changed = list(date_candidates.modified(survey))
        stated = [(said.source, said.value) for said in date_candidates.published(survey, head, changed)]
        stated += [(f"modified:{said.source}", said.value) for said in changed]
        yield "date", _first((source, iso[:10] == page.date[:10]) for source, iso in stated)


def _first(said: Iterator[tuple[str, bool]]) -> dict[str, bool]:
    first: dict[str, bool] = {}
    for source, right in said:
        first.setdefault(source, right)
    return first


def count(corpus: Corpus, cleaner: Cleaner) -> dict[str, Count]:
    """The counts of a corpus, by field."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    for page in corpus.pages:
        if page.title or page.authors or page.date:
            loaded = page.load()
            labelled, context, _ = cleaner.labelled(read(loaded.raw, cleaner.options), loaded.url)
            for field, said in verdicts(page, labelled, context):
                counts[field].add(said)
    return counts


def table(field: str, counts: Count, fewest: int) -> Sequence[str]:
    """The lines that are printed for a field, the most frequent source first."""
    lines = [f"{field:<40}{'pages':>7}{'right':>8}{'differ':>8}{'right':>8}"]
    for source, pages in counts.pages.most_common():
        if pages >= fewest:
            contested = counts.contested[source]
            share = f"{counts.won[source] / contested:.3f}" if contested else "–"
            lines.append(f"  {source:<38}{pages:>7}{counts.right[source] / pages:>8.3f}{contested:>8}{share:>8}")
    return lines


@click.command()
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True
)
@click.option("--fewest", default=FEWEST, show_default=True, help="Pages that a source must be on to be shown.")
def main(corpora: Path, fewest: int) -> None:
    """Count on the pages with gold how often each source of metadata is right: on all its pages, and where the sources
    of a page differ.
    """
    try:
        parts = read_corpora(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    cleaner = Cleaner(Options(site_rules=False))
    for corpus in parts:
        for field, counts in count(corpus, cleaner).items():
            click.echo("\n".join(["", f"{corpus.name}", *table(field, counts, fewest)]))


if __name__ == "__main__":
    main()
