"""How bytes are decoded: `python -m benchmarks.encodings --corpora FOLDER`, on the gold bodies of the pages.

Two tables, seeded, so that two runs over the same pages say the same:

- **Damaged UTF-8**: bodies cut off at a random byte, and bodies with one byte of windows-1252 put in somewhere. Right
  is a text that equals the body but for the damaged sign.
- **Old charsets**: the bodies of each language written in each charset that holds them; with their charset declared and
  undeclared, clean and with one bad byte, and cut short. Right is the text that the charset makes of the bytes.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.corpora import CorpusError, Page, read_corpora
from cleaner.errors import InputError
from cleaner.options import Options
from cleaner.read import read

# The charsets by the labels that pages declare, and the codec with which browsers read each.
CHARSETS = {
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "windows-1251": "cp1251",
    "koi8-r": "koi8_r",
    "windows-1250": "cp1250",
    "windows-1252": "cp1252",
}
# Languages that were written in each. The bodies of other languages are tried, too, where the charset holds them.
OWN = {
    "gb18030": {"zh"},
    "big5": {"zh"},
    "shift_jis": {"ja"},
    "euc-jp": {"ja"},
    "euc-kr": {"ko"},
    "windows-1251": {"ru"},
    "koi8-r": {"ru"},
    "windows-1250": {"cs", "pl"},
    "windows-1252": {"en", "de", "es", "fr", "it", "da", "no", "nb", "sv", "is", "pt"},
}
# Bodies, and cuts and put-ins in each: the 20,000 of which none may come out otherwise.
BODIES, TIMES = 200, 50
# Bodies of one language for each charset, by hand: there are a thousand in English.
OF_A_LANGUAGE = 40
# A body is written in a charset that lacks at most this share of its signs beyond ASCII; those are left out.
LACKING = 0.01
# Bytes that undeclared bodies are cut to: a headline, a paragraph, a short piece.
LENGTHS = (50, 200, 1000)
# Shares of a text's characters from which on it is Japanese, Korean, Chinese or Russian. By hand.
_SCRIPTS = {"ja": ("\u3040-\u30ff", 0.05), "ko": ("\uac00-\ud7a3", 0.1), "zh": ("\u4e00-\u9fff", 0.1),
            "ru": ("\u0400-\u04ff", 0.1)}  # fmt: skip
_CP1252 = [byte for byte in range(0x80, 0x100) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)]
_AS_TEXT = Options(input="text")


@dataclass(frozen=True, slots=True)
class Body:
    """A gold body and its language."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Sample:
    """Bytes to decode, and the text that must come out. `row` and `column` are its place in the table."""

    row: str
    column: str
    data: bytes
    text: str


def bodies(corpora: Path) -> list[Body]:
    """The gold bodies of a folder of corpora, each text once."""
    pages = {page.body: page for corpus in read_corpora(corpora) for page in corpus.pages if page.body}
    return [Body(page.id, text, _language(page, text)) for text, page in pages.items()]


def _language(page: Page, text: str) -> str:
    for language, (signs, share) in _SCRIPTS.items():
        if len(re.findall(f"[{signs}]", text)) > share * len(text):
            return language
    return page.load().language or "en"


def cut_and_put_in(chosen: Iterable[Body], times: int, seed: int) -> Iterator[tuple[str, bytes, str, str]]:
    """Kind of damage, the damaged bytes, and the texts before and after the damaged sign."""
    dice = random.Random(seed)
    for body in chosen:
        whole = body.text.encode()
        for _ in range(times):
            cut = whole[: dice.randrange(1, len(whole))]
            yield "cut off", cut, cut.decode("utf-8", "ignore"), ""
        for _ in range(times):
            at = dice.randrange(len(body.text) + 1)
            before, after = body.text[:at], body.text[at:]
            byte = bytes([dice.choice(_CP1252)])
            yield "one byte put in", before.encode() + byte + after.encode(), before, after


def equal_but_for_the_sign(text: str, before: str, after: str) -> bool:
    """Whether a text is `before`, at most one sign, and `after`.

    >>> equal_but_for_the_sign("caf\ufffd", "caf", ""), equal_but_for_the_sign("cafﾃｩ", "caf", "")
    (True, False)
    """
    return text.startswith(before) and text.endswith(after) and len(text) - len(before) - len(after) in (0, 1)


def samples(chosen: Sequence[Body], seed: int) -> Iterator[Sample]:
    """The bodies of each language in each charset: declared and undeclared, clean and damaged, and cut short."""
    dice = random.Random(seed)
    for label, codec in CHARSETS.items():
        taken: Counter[str] = Counter()
        for body in chosen:
            data = body.text.encode(codec, "ignore")
            text = data.decode(codec)
            if taken[body.language] == OF_A_LANGUAGE or not _holds(text, body.text):
                continue
            taken[body.language] += 1
            row = f"{label}, {'own' if body.language in OWN[label] else 'other'} languages"
            meta = f"<meta charset={label}>"
            yield Sample(row, "declared", meta.encode() + data, meta + text)
            yield Sample(row, "undeclared", data, text)
            at = dice.randrange(len(text) + 1)
            byte = bytes([dice.choice(_CP1252)])
            damaged = text[:at].encode(codec) + byte + text[at:].encode(codec)
            read_as = damaged.decode(codec, "replace")
            yield Sample(row, "declared, bad byte", meta.encode() + damaged, meta + read_as)
            yield Sample(row, "undeclared, bad byte", damaged, read_as)
            for length in LENGTHS:
                piece = _piece(text, codec, length)
                yield Sample(row, f"{length} bytes", piece.encode(codec), piece)


def _holds(written: str, text: str) -> bool:
    """Whether a charset holds a text beyond ASCII, all but `LACKING` of it."""
    signs = sum(not char.isascii() for char in text)
    return bool(signs) and sum(not char.isascii() for char in written) >= (1 - LACKING) * signs


def _piece(text: str, codec: str, length: int) -> str:
    """About `length` bytes of a text, from the line of its first sign beyond ASCII on, that sign among them."""
    first = next(at for at, char in enumerate(text) if not char.isascii())
    start = max(text.rfind("\n", 0, first) + 1, first - length // 2)
    return text[start:].encode(codec)[:length].decode(codec, "ignore")


def decoded(data: bytes) -> str | None:
    """The text that the cleaner reads; None for bytes that it refuses."""
    try:
        text = read(data, _AS_TEXT).data
    except InputError:
        return None
    assert isinstance(text, str)
    return text


def count_damaged(chosen: Sequence[Body], times: int, seed: int) -> tuple[Counter[str], Counter[str]]:
    """Right ones and all of them, by kind of damage. Bytes that hold nothing but blanks are rightly refused."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for kind, data, before, after in cut_and_put_in(chosen, times, seed):
        text = decoded(data)
        total[kind] += 1
        if text is None:
            right[kind] += not (before + after).strip()
        else:
            right[kind] += equal_but_for_the_sign(text, before, after)
    return right, total


def table(chosen: Sequence[Body], seed: int) -> list[str]:
    """The lines of the table of charsets, in Markdown."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for sample in samples(chosen, seed):
        key = sample.row, sample.column
        total[key] += 1
        right[key] += decoded(sample.data) == sample.text
    rows, columns = (list(dict.fromkeys(names)) for names in zip(*total, strict=True))
    lines = [f"| charset | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for row in rows:
        cells = (f"{right[row, column]} of {total[row, column]}" for column in columns)
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return lines


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    required=True,
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
@click.option("--bodies", "count", default=BODIES, show_default=True, help="Bodies to damage.")
@click.option("--times", default=TIMES, show_default=True, help="Cuts, and put-ins, in each of them.")
@click.option("--seed", default=0, show_default=True, help="Of what is cut and put in.")
def main(corpora: Path, count: int, times: int, seed: int) -> None:
    """Count how often damaged UTF-8 and old charsets are decoded right."""
    try:
        found = bodies(corpora)
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    random.Random(seed).shuffle(found)
    right, total = count_damaged(found[:count], times, seed)
    for kind in total:
        click.echo(f"{kind}: {right[kind]:,} of {total[kind]:,} right")
    click.echo("\n".join(table(found, seed)))


if __name__ == "__main__":
    main()
