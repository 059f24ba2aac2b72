"""Readers of pages with gold, in three layouts: our own, that of the article-extraction-benchmark, and that of WCXB.

A corpora folder is one corpus or holds several; each folder's layout is told by what lies in it:

- `gold.jsonl` beside `html/<id>.html.gz`: a line a page with id, url, body, deck, title, authors, date, with, without,
  publisher, kind;
- `ground-truth.json` beside `html/<id>.html.gz`: id → articleBody, url and, in some editions, title, author,
  publish_date, with, without;
- `ground-truth/<id>.json` beside `html/<id>.html.gz`: a file a page, its gold under `ground_truth`, its kind under
  `_internal`.

Nothing that is read here is ever written elsewhere.
"""

from __future__ import annotations

import codecs
import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LAYOUTS = "gold.jsonl, ground-truth.json or ground-truth/, each beside html/"

_DECLARED = re.compile(rb"<(?:meta[^>]*?|\?xml[^>]*?en)(?:charset|coding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_LANGUAGE = re.compile(r"<html[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.I)
_AS_BROWSERS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932",
    "euc-kr": "cp949", "tis-620": "cp874",
}  # fmt: skip


class CorpusError(Exception):
    """A folder that cannot be read as a corpus; the message names the file."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page as the tools get it: the raw bytes, and the same decoded, for the tools that want characters.

    `language` is the one that `<html lang>` declares, as two or three lower-case letters: text made of a page keeps it.
    """

    raw: bytes
    text: str
    url: str | None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its gold. `body` is None where only snippets are given; `kind` None or "article" for articles; `lines`
    each a letter and a block of text, on pages that somebody labelled line by line (see `benchmarks.lines`).
    """

    id: str
    path: Path
    url: str | None = None
    body: str | None = None
    deck: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    publisher: str | None = None
    kind: str | None = None
    lines: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def host(self) -> str:
        """What the page shares with its siblings: its host without `www.`, else its publisher, else itself."""
        host = (urlsplit(self.url).hostname or "") if self.url else ""
        return host.removeprefix("www.") or self.publisher or self.id

    @property
    def is_article(self) -> bool:
        """Whether the corpus holds the page for an article."""
        return self.kind in (None, "article")

    @property
    def golds(self) -> tuple[str, ...]:
        """The body, alone and with the deck where the page has one: a deck in or out of the text is no error."""
        if not self.body:
            return ()
        return (self.body, f"{self.deck}\n{self.body}") if self.deck else (self.body,)

    def load(self) -> Loaded:
        """The page's bytes and characters. Raises `CorpusError` where the file is missing or broken."""
        try:
            raw = gzip.decompress(self.path.read_bytes()) if self.path.suffix == ".gz" else self.path.read_bytes()
        except (OSError, EOFError) as error:
            raise CorpusError(f"{self.path}: {error}") from error
        text = decode(raw)
        declared = _LANGUAGE.search(text, 0, 20_000)
        return Loaded(raw, text, self.url, declared.group(1).lower() if declared else None)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages under one name. `articles` is False for a corpus of other pages, on which an extractor has no article to
    find.
    """

    name: str
    pages: Sequence[Page] = field(repr=False)
    articles: bool = True

    def sample(self, count: int | None) -> Corpus:
        """At most `count` of the pages, spread evenly; the same ones each time."""
        if count is None or count >= len(self.pages):
            return self
        return Corpus(self.name, [self.pages[i * len(self.pages) // count] for i in range(count)], self.articles)


def decode(raw: bytes) -> str:
    """The characters of a page: by its byte order mark, as UTF-8 where it is valid, by the declared charset, else
    Windows-1252.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        declared = _DECLARED.search(raw, 0, 10_000)
    name = declared.group(1).decode("ascii", "replace").lower() if declared else "cp1252"
    try:
        return raw.decode(_AS_BROWSERS.get(name, name), "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")


def read_corpora(folder: Path) -> list[Corpus]:
    """The corpora of a folder: itself, or the folders in it. Raises `CorpusError` where there is none."""
    if not folder.is_dir():
        raise CorpusError(f"{folder} is no folder")
    own = _read(folder, folder.resolve().name)
    if own:
        return own
    corpora: list[Corpus] = []
    for sub in sorted(folder.iterdir()):
        if sub.is_dir():
            corpora += _read(sub, _name(sub))
    labelled = folder / "lines" / "lines.jsonl"
    if labelled.is_file():
        corpora = _with_lines(corpora, labelled)
    if not corpora:
        raise CorpusError(f"{folder} holds no corpus: neither it nor a folder in it has {LAYOUTS}")
    return corpora


def _with_lines(corpora: list[Corpus], path: Path) -> list[Corpus]:
    """The corpora with the labels of lines that a file holds for some of their pages."""
    lines: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    with path.open(encoding="utf8") as rows:
        for number, row in enumerate(rows, 1):
            page = _parse(row, f"{path}, line {number}")
            lines[page["corpus"], page["id"]] = tuple((letter, text) for letter, text in page["lines"])
    return [
        replace(corpus, pages=[replace(page, lines=lines.get((corpus.name, page.id), ())) for page in corpus.pages])
        for corpus in corpora
    ]


def _name(folder: Path) -> str:
    """A folder's name; for the parts of a benchmark, with the benchmark's own."""
    return f"{folder.resolve().parent.name}-{folder.name}" if folder.name in ("dev", "test", "train") else folder.name


def _read(folder: Path, name: str) -> list[Corpus]:
    if (folder / "gold.jsonl").is_file():
        pages = list(_gold_lines(folder))
    elif (folder / "ground-truth.json").is_file():
        pages = list(_article_extraction(folder))
    elif (folder / "ground-truth").is_dir():
        pages = list(_wcxb(folder))
    else:
        return []
    articles, others = [p for p in pages if p.is_article], [p for p in pages if not p.is_article]
    parts = []
    if articles:
        parts.append(Corpus(name, articles))
    if others:
        parts.append(Corpus(f"{name} (other pages)" if articles else name, others, articles=False))
    return parts


def _gold_lines(folder: Path) -> Iterator[Page]:
    with (folder / "gold.jsonl").open(encoding="utf8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                row = _parse(line, f"{folder / 'gold.jsonl'}, line {number}")
                if not row.get("id"):
                    raise CorpusError(f"{folder / 'gold.jsonl'}, line {number}: a page without id")
                yield _page(folder, str(row["id"]), row)


def _article_extraction(folder: Path) -> Iterator[Page]:
    path = folder / "ground-truth.json"
    for id, row in sorted(_parse(path.read_text("utf8"), str(path)).items()):
        yield _page(folder, id, {**row, "body": row.get("articleBody")})


def _wcxb(folder: Path) -> Iterator[Page]:
    for path in sorted((folder / "ground-truth").glob("*.json")):
        row = _parse(path.read_text("utf8"), str(path))
        gold = row.get("ground_truth")
        if not isinstance(gold, dict):
            raise CorpusError(f"{path}: ground_truth is missing")
        kind: Any = (row.get("_internal") or {}).get("page_type") or row.get("page_type") or "article"
        kind = kind.get("primary") if isinstance(kind, dict) else kind
        yield _page(
            folder,
            path.stem,
            {
                "url": row.get("url"),
                **gold,
                "body": gold.get("main_content"),
                "kind": "collection" if kind == "category" else kind,
            },
        )


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except ValueError as error:
        raise CorpusError(f"{where}: {error}") from error
    if not isinstance(row, dict):
        raise CorpusError(f"{where}: not an object")
    return row


def _page(folder: Path, id: str, row: Mapping[str, Any]) -> Page:
    path = folder / "html" / f"{id}.html.gz"
    if not path.is_file():
        plain = path.with_suffix("")
        if not plain.is_file():
            raise CorpusError(f"{path} is missing")
        path = plain
    authors = row.get("authors") or row.get("author") or ()
    return Page(
        id=id,
        path=path,
        url=row.get("url") or None,
        body=row.get("body") or None,
        deck=row.get("deck") or None,
        title=row.get("title") or None,
        authors=(authors,) if isinstance(authors, str) else tuple(authors),
        date=row.get("date") or row.get("publish_date") or None,
        wanted=tuple(row.get("with") or ()),
        unwanted=tuple(row.get("without") or ()),
        publisher=row.get("publisher") or None,
        kind=row.get("kind") or None,
    )
