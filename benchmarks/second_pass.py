"""Is text that came from HTML stable? Clean the text of each cleaned page once more, as bare text.

python -m benchmarks.second_pass --corpora FOLDER

Prints for each corpus and half how many texts keep all their words and how many all their white space, too, and which
rules took lines the second time. Rule sets of sites are off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

import cleaner
from benchmarks.corpora import Corpus, CorpusError, read_corpora
from benchmarks.tables import number
from benchmarks.worst import half_of_host

_PAGE = cleaner.Options(site_rules=False)
_TEXT = cleaner.Options(site_rules=False, input="text")
# Pages of the open half that are named, at most. By hand.
_NAMED = 10


@dataclass(slots=True)
class Stability:
    """What became of the texts of some pages the second time.

    texts: how many there are; words: how many kept their words; whole: how many also their white space; rules: how
    often each rule took a line; changed: the ids of the pages of the open half whose words changed.
    """

    texts: int = 0
    words: int = 0
    whole: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)

    def add(self, id: str, text: str, again: cleaner.Article, is_open: bool) -> None:
        """Add a text and what came of it when it was cleaned again."""
        same = text.split() == again.text.split()
        self.texts += 1
        self.words += same
        self.whole += text == again.text
        if not same:
            self.rules.update(block.rule for block in again.blocks if block.span is None)
            if is_open:
                self.changed.append(id)


def second_pass(corpora: Iterable[Corpus]) -> Iterator[tuple[str, Stability]]:
    """The stability of each corpus and half; pages without a text are passed over."""
    for corpus in corpora:
        halves = {"open": Stability(), "blind": Stability()}
        for page in corpus.pages:
            loaded = page.load()
            try:
                text = cleaner.clean(loaded.raw, url=loaded.url, options=_PAGE).text
                again = cleaner.clean(text, options=_TEXT) if text else None
            except cleaner.CleanerError:
                continue
            if again is not None:
                half = half_of_host(page.host)
                halves[half].add(page.id, text, again, half == "open")
        for half, stability in halves.items():
            yield f"{corpus.name}: {half}", stability


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    required=True,
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
def main(corpora: Path) -> None:
    """Clean the text of each cleaned page once more, and print what changes."""
    rules: Counter[str] = Counter()
    total = Stability()
    try:
        given = read_corpora(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    for name, part in second_pass(given):
        if not part.texts:
            continue
        line = f"{name}: {part.texts} texts, same words {number(part.words / part.texts)}, "
        click.echo(line + f"same white space {number(part.whole / part.texts)}")
        if part.changed:
            click.echo(f"  words changed: {', '.join(part.changed[:_NAMED])}")
        rules += part.rules
        total.texts, total.words, total.whole = (
            total.texts + part.texts, total.words + part.words, total.whole + part.whole,
        )  # fmt: skip
    click.echo(f"all: {total.texts} texts, {total.words} with the same words, {total.whole} the same to the letter")
    click.echo("rules that took lines: " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))


if __name__ == "__main__":
    main()
