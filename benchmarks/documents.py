"""All that can be given to the cleaner here: fixtures, cases, and the pages of the corpora in four forms (with and
without the rule sets of sites, the gold body as text, the dump as text).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpora import read_corpora
from benchmarks.peers import load
from benchmarks.text_peers import DUMP

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Document:
    """One input: its name in the record, its bytes or text, its address, and the options that it is cleaned with."""

    name: str
    data: str | bytes
    url: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


def documents(corpora: Path | None, folders: Sequence[Path]) -> Iterator[Document]:
    """All documents: the fixtures, the cases of `folders`, and the pages of the corpora."""
    yield from fixtures()
    for folder in folders:
        yield from cases(folder)
    if corpora:
        yield from pages(corpora)


def fixtures() -> Iterator[Document]:
    """Each fixture, in the balance and at both its ends."""
    for path in sorted((ROOT / "fixtures").glob("*/*/input.*")):
        expected = path.parent / "expected.json"
        url = json.loads(expected.read_text("utf-8")).get("url") if expected.exists() else None
        name = f"fixture {path.parent.parent.name}/{path.parent.name}"
        yield Document(name, path.read_bytes(), url)
        for favour in ("precision", "recall"):
            yield Document(f"{name}, {favour}", path.read_bytes(), url, {"favour": favour})


def cases(folder: Path) -> Iterator[Document]:
    """The .html and .txt files of a folder; their addresses stand in its cases.json, if it has one."""
    listed = folder / "cases.json"
    rows = json.loads(listed.read_text("utf-8")) if listed.exists() else []
    urls = {row["file"]: row["url"] for row in rows}
    for path in sorted(file for file in folder.iterdir() if file.suffix in (".html", ".txt")):
        yield Document(f"case {path.name}", path.read_bytes(), urls.get(path.name))


def pages(corpora: Path) -> Iterator[Document]:
    """The pages of the corpora in all their forms; without dumps where the tool that makes them is not installed."""
    makers, _ = load([DUMP])
    for corpus in read_corpora(corpora):
        for page in corpus.pages:
            loaded, name = page.load(), f"{corpus.name}/{page.id}"
            yield Document(name, loaded.raw, loaded.url)
            yield Document(f"{name}, no site rules", loaded.raw, loaded.url, {"site_rules": False})
            if page.body:
                yield Document(f"{name}, body", page.body, None, {"input": "text"})
            for maker in makers:
                yield Document(f"{name}, dump", maker.run(loaded).text, None, {"input": "text"})
