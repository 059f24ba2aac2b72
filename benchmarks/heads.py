"""How well the heads of scraped text are read: title, authors and day of heads that are made of the gold, and what the
body loses; beside it the texts without a title, in which no line may be taken for one.

`python -m benchmarks.heads --corpora FOLDER` prints a row for each form of a head, with and without the page's address,
and for each kind of text without a title, for all pages and for the open and the blind half of the hosts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from benchmarks.corpora import Corpus, CorpusError, Page, read_corpora
from benchmarks.heads_made import FORMS, OPENERS, Head, body_below, head_of, text_of
from benchmarks.meta_names import authors_f1, same_title
from benchmarks.metrics import mean, tokens
from benchmarks.tables import number
from benchmarks.worst import half_of_host
from cleaner import Cleaner, Options
from cleaner.slug import bare_words, share_of_address

# The share of the words of an address that a title has, from which on the address tells the title. By hand.
_TELLS = 0.6
# Corpora whose titles are those of the page's head, with the site's name, and no headlines.
_OF_HEAD = ("readability",)
BARE = next(iter(FORMS))
COLUMNS = ("heads", "right", "of those told", "authors F1", "day", "words lost")
GOALS = (
    "goals: title with evidence >= .97, without >= .85; authors >= .92; day >= .95; words lost <= .0005; "
    "false titles <= 1 %; lines lost 0"
)


@dataclass(slots=True)
class Marks:
    """The marks of the heads of one kind: a list of figures (0…1) of the heads whose gold says something.

    right: of all heads with a title; told: whether it is right, of those heads of which a title was told.
    """

    right: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    authors: list[float] = field(default_factory=list)
    day: list[float] = field(default_factory=list)
    lost: list[float] = field(default_factory=list)

    def add(self, other: Marks) -> None:
        """Take over the marks of other heads."""
        for name in ("right", "told", "authors", "day", "lost"):
            getattr(self, name).extend(getattr(other, name))

    def cells(self) -> list[str]:
        """The figures as the table prints them."""
        figures = [number(mean(values)) for values in (self.right, self.told, self.authors, self.day)]
        return [str(len(self.right)), *figures, number(mean(self.lost), ".5f")]


@dataclass(slots=True)
class Negatives:
    """Texts without a title: how many, in how many a line was taken for one, and how many lines were lost."""

    texts: int = 0
    false_titles: int = 0
    lines_lost: int = 0

    def add(self, other: Negatives) -> None:
        """Take over the counts of other texts."""
        self.texts += other.texts
        self.false_titles += other.false_titles
        self.lines_lost += other.lines_lost

    def cells(self) -> list[str]:
        """The figures as the table prints them."""
        share = self.false_titles / (self.texts or 1)
        return [str(self.texts), f"{self.false_titles} ({share:.2%})", str(self.lines_lost)]


Rows = dict[tuple[str, str], Marks]
NegativeRows = dict[tuple[str, str], Negatives]


def measure_heads(corpora: Sequence[Corpus], wrong: list[str] | None = None) -> Rows:
    """The marks by form of head and half ("all", "open", "blind"); `wrong` gets a line for each head of the open half
    of which something is wrong.
    """
    cleaner, rows = Cleaner(Options(input="text", site_rules=False)), Rows()
    for turn, page in enumerate(titled(corpora)):
        head, body = head_of(page, page.load().language, turn), body_below(page)
        half = half_of_host(page.host)
        for form in FORMS:
            text = text_of(form, head, body)
            for address in (None, page.url) if page.url else (None,):
                article = cleaner.clean(text, url=address)
                right = float(bool(article.title) and same_title(article.title or "", head.title))
                words = tokens(body)
                lost = (words - tokens(article.text)).total() / (words.total() or 1)
                authors = authors_f1(article.authors, page.authors) if page.authors and form != BARE else None
                day = float((article.published or "")[:10] == head.day) if head.day and form != BARE else None
                for row in _kinds(form, address, head):
                    for part in ("all", half):
                        marks = rows.setdefault((row, part), Marks())
                        marks.right.append(right)
                        marks.told += [right] if article.title else []
                        marks.authors += [] if authors is None else [authors]
                        marks.day += [] if day is None else [day]
                        marks.lost.append(lost)
                if wrong is not None and half == "open":
                    said = f"{form}{', address' if address else ''}\t{page.id}"
                    if not right:
                        wrong.append(f"{said}\ttitle\t{article.title}\t{head.title}")
                    if authors is not None and authors < 1:
                        wrong.append(f"{said}\tauthors\t{article.authors}\t{page.authors}")
                    if day is not None and day < 1:
                        wrong.append(f"{said}\tday\t{article.published}\t{head.date} {head.day}")
                    if lost:
                        wrong.append(f"{said}\tlost\t{lost:.4f}\t{dict(words - tokens(article.text))}"[:300])
    return rows


def titled(corpora: Sequence[Corpus]) -> Iterator[Page]:
    """The pages of articles with a title, as it is printed, and a body."""
    for corpus in corpora:
        if corpus.articles and corpus.name not in _OF_HEAD:
            yield from (page for page in corpus.pages if page.title and body_below(page))


def _kinds(form: str, address: str | None, head: Head) -> Iterator[str]:
    """The rows that a head counts for: its form's, and one of those that sum up."""
    yield f"{form}, address" if address else form
    stated = [line for line in FORMS[form](head) if line not in ("", head.title, head.section)]
    is_twice = FORMS[form](head).count(head.title) > 1
    is_evident = bool(stated) or is_twice or share_of_address(head.title, address) >= _TELLS
    yield "= with evidence" if is_evident else "= without evidence"


def measure_negatives(corpora: Sequence[Corpus], wrong: list[str] | None = None) -> NegativeRows:
    """The counts of texts without a title, by kind and half; `wrong` gets a line for each of the open half that is."""
    text_cleaner, rows = Cleaner(Options(input="text", site_rules=False)), NegativeRows()
    page_cleaner = Cleaner(Options(site_rules=False))
    for turn, page in enumerate(titled(corpora)):
        body, half = body_below(page), half_of_host(page.host)
        opener = OPENERS[turn % len(OPENERS)]
        texts = {
            "bodies": body,
            "cleaned texts": page_cleaner.clean(page.load().raw, url=page.url).text,
            "bodies below an opener": f"{opener}\n\n{body}",
        }
        for kind, text in texts.items():
            for address in (None, page.url) if page.url else (None,):
                if not text.strip():
                    continue
                article = text_cleaner.clean(text, url=address)
                is_false = bool(article.title) and not _is_wording_of(article.title or "", page.title or "")
                # Of bodies any line counts; of those below an opener, the opener.
                lines = opener.split("\n") if kind == "bodies below an opener" else text.split("\n")[:3]
                gone = [line for line in lines if line.strip() and _key(line) not in _key(article.text)]
                for part in ("all", half):
                    counts = rows.setdefault((f"{kind}{', address' if address else ''}", part), Negatives())
                    counts.texts += 1
                    counts.false_titles += is_false
                    counts.lines_lost += len(gone)
                if wrong is not None and half == "open" and (is_false or gone):
                    where = f"{kind}{', address' if address else ''}"
                    wrong.append(f"{where}\t{page.id}\t{article.title}\t{page.title}\tgone: {gone}"[:400])
    return rows


def _is_wording_of(said: str, title: str) -> bool:
    """Whether a line is the title in other words: half of its words are the title's."""
    words = bare_words(said)
    return same_title(said, title) or 2 * len(words & bare_words(title)) >= len(words) > 1


def _key(text: str) -> str:
    return "".join(text.split())


def head_values(corpora: Sequence[Corpus]) -> dict[str, float | None]:
    """The figures that the gate holds."""
    heads, negatives = measure_heads(corpora), measure_negatives(corpora)
    evident, bare = heads.get(("= with evidence", "all"), Marks()), heads.get(("= without evidence", "all"), Marks())
    counts = [row for (_, part), row in negatives.items() if part == "all"]
    return {
        "head_title": mean(evident.right),
        "head_title_bare": mean(bare.right),
        "head_authors": mean(evident.authors),
        "head_day": mean(evident.day),
        "head_words_lost": mean(evident.lost),
        "false_titles": sum(row.false_titles for row in counts) / (sum(row.texts for row in counts) or 1),
        "first_lines_lost": float(sum(row.lines_lost for row in counts)),
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    required=True,
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
@click.option("--pages", type=click.IntRange(1), help="A sample of this many pages of each corpus; all by default.")
@click.option("--errors", is_flag=True, help="List the heads of the open half that are read wrongly.")
def main(corpora: Path, pages: int | None, errors: bool) -> None:
    """Measure how the heads of scraped text are read."""
    try:
        parts = [corpus.sample(pages) for corpus in read_corpora(corpora)]
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    wrong: list[str] = []
    show(measure_heads(parts, wrong), measure_negatives(parts, wrong))
    for line in wrong if errors else ():
        click.echo(line)


def show(heads: Rows, negatives: NegativeRows) -> None:
    """Print the tables, with what they should reach."""
    _print(COLUMNS, heads)
    click.echo()
    _print(("texts without a title", "false titles", "lines lost"), negatives)
    click.echo(GOALS)


def _print(columns: Sequence[str], rows: Rows | NegativeRows) -> None:
    click.echo(f"{'':42} {'half':6}" + "".join(f"{column:>15}" for column in columns))
    for (kind, part), row in sorted(rows.items(), key=lambda item: item[0]):
        click.echo(f"{kind:42} {part:6}" + "".join(f"{cell:>15}" for cell in row.cells()))


if __name__ == "__main__":
    main()
