"""How often a text's language is recognised, by the length of the sample: the vote of function words and py3langid
beside what pages declare.

python -m training.languages --corpora FOLDER
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.corpora import CorpusError, read_corpora
from cleaner import language
from cleaner.rules.registry import shipped

# Characters of the samples, and of the beginnings of lines.
SIZES = (200, 400, 600, 1000, 2000)
SHORT = (10, 20, 40, 80, 200)
# Codes that mean the same language as one of the phrase files.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}

Text = tuple[str, str, str]  # page, declared language, body


def texts(corpora: Path) -> list[Text]:
    """The gold bodies whose pages declare a language."""
    pages = [page for corpus in read_corpora(corpora) if corpus.articles for page in corpus.pages if page.body]
    return [(page.id, _SAME.get(code, code), page.body or "") for page in pages if (code := page.load().language)]


def told(known: Sequence[Text], size: int) -> list[tuple[str, str, str | None, str | None]]:
    """Page, declared language, vote and identification of each text by a sample of that size."""
    rows = []
    for page, code, body in known:
        sample = language.sample(body.split("\n"), size)[:size]
        identified = language.identify(sample)
        rows.append((page, code, language.vote(sample), _SAME.get(identified or "", identified)))
    return rows


def beginnings(known: Sequence[Text], size: int) -> tuple[int, int, int]:
    """Of the beginnings of up to six lines of a text how many there are, how many are identified, and how many of these
    as declared.
    """
    asked = answered = right = 0
    for _, code, body in known:
        for line in [line for line in body.split("\n") if len(line) >= size][:6]:
            identified = language.identify(line[:size])
            asked += 1
            answered += identified is not None
            right += _SAME.get(identified or "", identified) == code
    return asked, answered, right


@click.command()
@click.option(
    "--corpora", type=click.Path(exists=True, file_okay=False, path_type=Path), envvar="CLEANER_CORPORA", required=True
)
def main(corpora: Path) -> None:
    """Print the shares that are told as declared, and the pages that are not."""
    try:
        declared = texts(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from None
    phrases = shipped().phrases
    for size in SIZES:
        rows = told(declared, size)
        ours = [row for row in rows if row[1] in phrases]
        shares = sum(row[1] == row[2] for row in ours) / len(ours), sum(row[1] == row[3] for row in ours) / len(ours)
        click.echo(
            "{:5} characters: of {} texts in the languages of the phrase files vote {:.3f}, py3langid {:.3f}".format(
                size, len(ours), *shares
            )
        )
    for page, code, vote, identified in told(declared, language.SAMPLE):
        if not code == vote == identified:
            click.echo(f"{page}: declared {code}, vote {vote}, py3langid {identified}")
    believed = {page for page, code, vote, identified in told(declared, SIZES[-1]) if code in (vote, identified)}
    for size in SHORT:
        asked, answered, right = beginnings([text for text in declared if text[0] in believed], size)
        click.echo(
            f"{size:5} characters of a line, probability {language.SURE}: {answered} of {asked} identified, {right} "
            f"of them as declared"
        )


if __name__ == "__main__":
    main()
