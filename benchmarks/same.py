"""Is a change a refactoring? Record what comes out before it, compare after it.

python -m benchmarks.same --corpora FOLDER --record FILE
python -m benchmarks.same --corpora FOLDER --compare FILE [--map benchmarks/renamed.json]

Of each document (see `benchmarks.documents`) a record holds what users keep (text, labels with spans, metadata,
captions, comments: as digests, since no article may be stored; confidence) and who decided (rule ids, scores, sources).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import click

import cleaner
from benchmarks.corpora import CorpusError
from benchmarks.documents import Document, documents

# The parts of a record.
KEPT = ("text", "labels", "metadata", "captions", "comments", "confidence")
DECIDED = ("rules", "sources")
# The day of fetching, by hand: later than all pages. A run of tomorrow must say what today's says, so no date of a page
# may be refused for the day of the run.
FETCHED = date(2026, 11, 1)
# The keys of `Article.to_dict` that are no metadata: they are parts of their own, or say how the cleaner worked.
_NO_METADATA = frozenset(
    "schema version rules text captions comments confidence sources blocks removed encoding limits".split()
)
_DIGEST_LENGTH = 16  # hex digits, by hand: 64 bits tell some ten thousand documents apart

Record = dict[str, Any]


def outcome(document: Document) -> Record:
    """The record of a document, or the error that the cleaner raised."""
    options = cleaner.Options(**document.options)
    try:
        article = cleaner.clean(document.data, url=document.url, fetched=FETCHED, options=options)
    except cleaner.CleanerError as error:
        return {"error": f"{type(error).__name__}: {error}"}
    fields = article.to_dict()
    record = {
        "text": digest(article.text),
        "labels": digest([[b.text, str(b.role or b.reason), b.span, str(b.source)] for b in article.blocks]),
        "metadata": digest({key: value for key, value in fields.items() if key not in _NO_METADATA}),
        "captions": digest([asdict(caption) for caption in article.captions]),
        "comments": digest(fields["comments"]),
        "confidence": article.confidence,
        "rules": [[block.rule, None if block.score is None else round(block.score, 3)] for block in article.blocks],
        "sources": fields["sources"],
    }
    return dict(json.loads(json.dumps(record)))  # tuples become lists, as in a record that was read from a file


def digest(value: Any) -> str:
    """A hash of a value: two values differ if theirs do.

    >>> digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    True
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]


@dataclass(frozen=True, slots=True)
class Renames:
    """How rules are called now: `rules` maps old ids to new ones, `prefixes` the beginnings of ids.

    Where `scored` is given, scores are compared only of the rules that it lists, by their new ids. `split` maps new ids
    to the old one that they were split off: those are compared under the old id, without scores.
    """

    rules: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    scored: Sequence[str] | None = None
    split: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None) -> Renames:
        """The renames of a JSON file; none without a file."""
        if file is None:
            return cls()
        names = json.loads(file.read_text("utf-8"))
        return cls(names.get("rules", {}), names.get("prefixes", {}), names.get("scored"), names.get("split", {}))

    def name(self, rule: str) -> str:
        """The rule's id of today.

        >>> Renames({"a:x": "a:y"}, {"b:": "c:"}).name("a:x"), Renames({}, {"b:": "c:"}).name("b:x")
        ('a:y', 'c:x')
        """
        if rule in self.rules:
            return self.rules[rule]
        for old, new in self.prefixes.items():
            if rule.startswith(old):
                return new + rule.removeprefix(old)
        return rule

    def unsplit(self, record: Record) -> Record:
        """A record of today, with the old ids for those that were split off."""
        return Renames(self.split, {}, self.scored).apply(record) if self.split else record

    def apply(self, record: Record) -> Record:
        """A record of before, with the ids of today."""
        if "error" in record:
            return record
        rules = []
        for rule, score in record["rules"]:
            new = self.name(rule)
            rules.append([new, score if self.scored is None or new in self.scored else None])
        return record | {"rules": rules, "sources": self._in_sources(record["sources"])}

    def _in_sources(self, value: Any) -> Any:
        """The same nested dictionaries and lists, with the rule ids under `source` renamed."""
        if isinstance(value, list):
            return [self._in_sources(item) for item in value]
        if not isinstance(value, dict):
            return value
        renamed = {}
        for key, item in value.items():
            is_rule = key == "source" and isinstance(item, str)
            renamed[key] = self.name(item) if is_rule else self._in_sources(item)
        return renamed


def differences(before: Record, after: Record) -> list[str]:
    """The parts in which two records differ."""
    if "error" in before or "error" in after:
        return [] if before == after else ["error"]
    return [part for part in (*KEPT, *DECIDED) if before[part] != after[part]]


def write_record(given: Iterable[Document], file: Path) -> None:
    """Write the records of documents by name, and print a digest of them all."""
    records = {document.name: outcome(document) for document in given}
    with gzip.open(file, "wt", encoding="utf-8") as out:
        json.dump(records, out, ensure_ascii=False)
    kept, decided = (
        digest([[record.get(part, record.get("error")) for part in parts] for record in records.values()])
        for parts in (KEPT, DECIDED)
    )
    click.echo(f"{len(records)} documents: kept {kept}, decided {decided}; recorded in {file}")


def read_record(file: Path) -> dict[str, Record]:
    """The records by the documents' names."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return dict(json.load(lines))


def compare_all(
    given: Iterable[Document], before: Mapping[str, Record], renames: Renames, whole: bool, show: int
) -> bool:
    """Compare documents with their records and print the first `show` that differ; True where all are the same.

    whole: all documents are given, so that a record without a document counts as a difference.
    """
    parts_that_differ: Counter[str] = Counter()
    seen: set[str] = set()
    differing = 0
    for document in given:
        seen.add(document.name)
        if document.name not in before:
            continue
        old, now = renames.apply(before[document.name]), renames.unsplit(outcome(document))
        parts = differences(old, now)
        if parts:
            differing += 1
            parts_that_differ.update(parts)
            if differing <= show:
                example = first_other_rule(old, now) if "rules" in parts else ""
                click.echo(f"{document.name}: {', '.join(parts)}{example}")
    new, gone = len(seen - before.keys()), len(before.keys() - seen) if whole else 0
    counts = ", ".join(f"{part} {count}" for part, count in sorted(parts_that_differ.items())) or "no difference"
    click.echo(f"{len(seen)} documents ({new} new, {gone} gone), {differing} differ: {counts}")
    return not differing and not gone


def first_other_rule(before: Record, after: Record) -> str:
    """The first block that another rule decided, in brackets; the numbers of blocks where these differ."""
    if len(before["rules"]) != len(after["rules"]):
        return f" ({len(before['rules'])} blocks, now {len(after['rules'])})"
    for old, new in zip(before["rules"], after["rules"], strict=True):
        if old != new:
            return f" ({old}, now {new})"
    return ""


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    help="Folder of the corpora (or CLEANER_CORPORA).",
)
@click.option(
    "--cases",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of further inputs.",
)
@click.option(
    "--record", type=click.Path(path_type=Path, dir_okay=False), help="Write what comes out to this file (gzip)."
)
@click.option(
    "--compare",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Compare what comes out with this record.",
)
@click.option(
    "--map",
    "names",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="JSON: rules that were renamed meanwhile.",
)
@click.option(
    "--part", default="1/1", metavar="K/N", help="Only every N-th document, from the K-th on: to share the work."
)
@click.option("--show", default=20, show_default=True, help="How many differing documents to name.")
def main(
    corpora: Path | None,
    cases: tuple[Path, ...],
    record: Path | None,
    compare: Path | None,
    names: Path | None,
    part: str,
    show: int,
) -> None:
    """Record what comes out of every document, or compare it with a record: exit code 1 where anything differs."""
    if (record is None) == (compare is None):
        raise click.UsageError("give either --record FILE or --compare FILE")
    first, step = (int(number) for number in part.split("/"))
    given = islice(documents(corpora, cases), first - 1, None, step)
    try:
        if record:
            write_record(given, record)
        elif compare and not compare_all(given, read_record(compare), Renames.read(names), step == 1, show):
            raise SystemExit(1)
    except CorpusError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
