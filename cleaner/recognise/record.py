"""The head for machines that a scraped text may open with, as the head of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cleaner.language import primary
from cleaner.lines import record_heads
from cleaner.model import Block, Head
from cleaner.urls import host_of

# The meta tags under which a page's head would state what such a head states, by field.
_METAS = {
    "title": "og:title", "authors": "author", "published": "article:published_time",
    "modified": "article:modified_time",
    "description": "description", "tags": "keywords", "section": "article:section", "site_name": "og:site_name",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """What a head for machines states.

    lines: how many blocks it takes; source: what wrote it; addresses: of the page; languages: with what tells them.
    """

    lines: int = 0
    source: str = ""
    head: Head = field(default_factory=Head)
    addresses: tuple[str, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()


def read_record(blocks: Sequence[Block]) -> Record:
    """The head for machines above a text; an empty one if it has none."""
    first = blocks[: record_heads.MOST_LINES + 1]
    read = record_heads.read([block.text for block in first], [block.gap for block in first])
    if read is None:
        return Record()
    metas = {_METAS[name]: values for name, values in read.values.items() if name in _METAS}
    addresses = tuple(url for url in read.values.get("url", ()) if url.startswith("http") and host_of(url))
    tags = (primary(value) for value in read.values.get("language", ()))
    languages = tuple((tag, read.source) for tag in tags if tag)
    return Record(read.lines, read.source, Head(metas=metas), addresses[:1], languages[:1])
