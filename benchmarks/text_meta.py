"""Metadata of bare text: what the cleaner finds of title, authors and day in the dumps of pages, where the dump prints
what the gold says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.corpora import Corpus, Page
from benchmarks.meta import FIELDS, Marks, Said, mark, means
from benchmarks.meta_names import fold, same_title
from benchmarks.peers import quiet
from benchmarks.run import Prepare
from benchmarks.tables import Progress, Table, number
from cleaner import Cleaner, Options, dates

# A longer line states no day.
_DATED = 160


def printed(page: Page, text: str) -> Page:
    """The page with that of its gold which a text prints: a line that is the title, the name of each author, a short
    line that holds the day.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    whole = fold(text)
    title = page.title if page.title and any(same_title(line, page.title) for line in lines) else None
    authors = page.authors if all(fold(name) in whole for name in page.authors) else ()
    days = {iso[:10] for line in lines if len(line) < _DATED and (iso := dates.find(line))} if page.date else set()
    return replace(
        page, title=title, authors=authors, date=page.date[:10] if page.date and page.date[:10] in days else None
    )


def marks_of_dumps(corpus: Corpus, prepare: Prepare, step: Callable[[], None] = lambda: None) -> list[Marks]:
    """The cleaner's marks for each page's dump, without URL and site rules; an empty one says nothing."""
    cleaner, marks = Cleaner(Options(input="text", site_rules=False)), []
    with quiet():
        for page in corpus.pages:
            text = prepare(page).text
            said = Said("")
            if text.strip():
                article = cleaner.clean(text)
                said = Said("", None, None, article.title, article.authors, article.date)
            marks.append(mark(said, printed(page, text)))
            step()
    return marks


def dumps_table(corpora: Sequence[Corpus], prepare: Prepare, progress: Progress) -> Table | None:
    """The cleaner's metadata of dumps by corpus; None where no gold has any."""
    rows = []
    for corpus in corpora:
        if any(page.title or page.authors or page.date for page in corpus.pages):
            marks = marks_of_dumps(corpus, prepare, progress(f"{corpus.name}: metadata of dumps", len(corpus.pages)))
            held = [str(sum(getattr(m, name) is not None for m in marks)) for name in FIELDS]
            rows.append(
                (
                    corpus.name,
                    *(cell for pair in zip(held, map(number, means(marks).values()), strict=True) for cell in pair),
                )
            )
    columns = ("corpus", "print the title", "right", "print all authors", "authors F1", "print the day", "right")
    note = (
        "The cleaner alone, without URL: neither peers take bare text. Of each field only the dumps that print "
        "what the gold says of it."
    )
    return Table("Metadata of dumps", columns, tuple(rows), (note,)) if rows else None
