"""What tools write above a text for machines: YAML or TOML between fences, lines of `key: value`, the header of a WET
record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.patterns import IGNORECASE, Pattern

# Lines of the longest head, and characters of its longest line. By hand.
MOST_LINES = 80
_LONGEST = 2000
# Lines of `key: value` without fences from which on they are a head. By hand.
_FEWEST = 2
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = Pattern(r"([\p{L}_][\p{L}\p{N}_ .-]{0,40}?)\s*[:=](?:\s+(.*)|)$")
_ITEM = Pattern(r"-\s+(.*)$")
_WARC = Pattern(r"WARC/\d\.\d+$", IGNORECASE)
# The keys that a head without fences may have: with these alone it is one.
_KNOWN = {
    "title": "title", "headline": "title", "name": "title",
    "author": "authors", "authors": "authors", "by": "authors", "byline": "authors", "creator": "authors",
    "date": "published", "published": "published", "publish date": "published", "date published": "published",
    "published date": "published", "publication date": "published", "published time": "published",
    "pubdate": "published", "created": "published", "created at": "published", "published at": "published",
    "updated": "modified", "modified": "modified", "last updated": "modified", "lastmod": "modified",
    "date modified": "modified", "updated at": "modified", "last modified": "modified",
    "url": "url", "link": "url", "source url": "url", "canonical": "url", "permalink": "url", "url source": "url",
    "warc target uri": "url",
    "description": "description", "summary": "description", "excerpt": "description",
    "tags": "tags", "keywords": "tags", "category": "section", "section": "section", "categories": "section",
    "site": "site_name", "sitename": "site_name", "site name": "site_name", "publisher": "publisher",
    "subtitle": "subtitle", "language": "language", "lang": "language",
    "source": "", "hostname": "", "host": "", "domain": "", "id": "", "fingerprint": "", "license": "", "image": "",
    "published in": "", "publication": "", "word count": "", "slug": "", "layout": "", "markdown content": "",
    "text": "", "content": "", "date accessed": "", "retrieved": "", "crawled": "", "fetched": "", "status": "",
}  # fmt: skip
# Of these a head without fences has at least one.
_TELLING = frozenset(("title", "published", "url"))


class RecordHead(NamedTuple):
    """A head for machines.

    lines: how many of the lines given it takes; source: what wrote it ("front matter", "keys", "warc"); values: what it
    states, by field of the metadata.
    """

    lines: int
    source: str
    values: dict[str, list[str]]


def read(lines: Sequence[str], gaps: Sequence[int]) -> RecordHead | None:
    """The head that a text opens with; None if it has none.

    lines: the first lines that are not blank; gaps: how many blank lines stand before each.

    >>> read(["---", "title: The quay", "date: 2020-03-04", "---", "It is open."], [0] * 5).values
    {'title': ['The quay'], 'published': ['2020-03-04']}
    >>> read(["Title: The quay", "Author: Jane Doe", "It is open."], [0, 0, 1]).lines
    2
    >>> read(["Question: who pays?", "Answer: nobody."], [0, 0]) is None
    True
    """
    if not lines:
        return None
    if lines[0].strip() in _FENCES:
        return _fenced(lines)
    if _WARC.match(lines[0].strip()) or lines[0].casefold().startswith("warc-type:"):
        return _warc(lines, gaps)
    return _keys(lines, gaps)


def _fenced(lines: Sequence[str]) -> RecordHead | None:
    ends = _FENCES[lines[0].strip()]
    for i, line in enumerate(lines[1:MOST_LINES], 1):
        if line.strip() in ends:
            pairs = list(_pairs(lines[1:i]))
            return RecordHead(i + 1, "front matter", _by_field(pairs)) if pairs and None not in pairs else None
    return None


def _warc(lines: Sequence[str], gaps: Sequence[int]) -> RecordHead | None:
    """The header of a WARC record: up to the first blank line. The day of fetching is none of the page's."""
    end = next((i for i in range(1, min(len(lines), MOST_LINES)) if gaps[i]), min(len(lines), MOST_LINES))
    pairs = [pair for pair in _pairs(lines[bool(_WARC.match(lines[0].strip())) : end]) if pair]
    urls = [value for key, value in pairs if _folded(key) == "warc target uri"]
    return RecordHead(end, "warc", {"url": [url.strip("<>") for url in urls]} if urls else {}) if pairs else None


def _keys(lines: Sequence[str], gaps: Sequence[int]) -> RecordHead | None:
    pairs = []
    for i, line in enumerate(lines[:MOST_LINES]):
        match = _KEY.match(line.strip()) if len(line) <= _LONGEST and not (i and gaps[i]) else None
        if match is None or ":" not in line or _folded(match[1]) not in _KNOWN:
            break
        pairs.append((match[1], match[2] or ""))
    if len(pairs) < _FEWEST or (len(pairs) < len(lines) and not gaps[len(pairs)]):
        return None
    values = _by_field(pairs)
    return RecordHead(len(pairs), "keys", values) if not _TELLING.isdisjoint(values) else None


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str] | None]:
    """Key and value of each line; an item of a list has the key above it. None for a line that is neither."""
    key = ""
    for line in lines:
        text = line.strip()
        item, match = _ITEM.match(text), _KEY.match(text)
        if len(text) > _LONGEST or text.startswith("#"):
            continue
        if item is not None and key:
            yield key, item[1]
        elif match is not None:
            key = match[1]
            yield key, match[2] or ""
        elif key:
            yield key, ""  # the next line of a value
        else:
            yield None


def _by_field(pairs: Sequence[tuple[str, str] | None]) -> dict[str, list[str]]:
    """The values by field, without the signs that YAML and TOML set around them."""
    values: dict[str, list[str]] = {}
    for key, value in filter(None, pairs):
        name = _KNOWN.get(_folded(key), "")
        text = value.strip()
        listed = text[1:-1].split(",") if text.startswith("[") and text.endswith("]") else [text]
        bare = [stripped for item in listed if (stripped := item.strip().strip("\"'").strip())]
        if name and bare and bare not in (["|"], [">"], ["null"]):
            values.setdefault(name, []).extend(bare)
    return values


def _folded(key: str) -> str:
    return " ".join(key.casefold().replace("_", " ").replace("-", " ").split())
