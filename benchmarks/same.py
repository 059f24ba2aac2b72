"""Is a change a refactoring? Record what comes out before it, compare after it.

python -m benchmarks.same --corpora FOLDER --record FILE
python -m benchmarks.same --corpora FOLDER --compare FILE [--map benchmarks/renamed.json]

Documents: every page of the corpora (with and without the rule sets of sites), its gold body as text, its dump as text,
and every fixture and case. Two digests: of what users keep (text, labels with spans, metadata, captions, comments,
confidence), and of who decided (rule ids, scores, sources).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

import cleaner
from benchmarks.corpora import CorpusError, read_corpora
from benchmarks.peers import load
from benchmarks.text_peers import DUMP

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("text", "labels", "metadata", "captions", "comments", "confidence")
DECIDED = ("rules", "sources")
# A run of tomorrow must say what today's says: no date of a page may be refused for the day of the run.
FETCHED = date(2026, 11, 1)
_NO_METADATA = frozenset(
    (
        "schema",
        "version",
        "rules",
        "text",
        "captions",
        "comments",
        "confidence",
        "sources",
        "blocks",
        "removed",
        "encoding",
    )
)

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Document:
    """One input: its name in the record, its bytes or text, its address, and how it is cleaned."""

    name: str
    data: str | bytes
    url: str | None = None
    options: Mapping[str, Any] | None = None


def documents(corpora: Path | None, folders: Sequence[Path]) -> Iterator[Document]:
    """The fixtures, the files of `folders` (with the addresses of a cases.json there), and the pages of the corpora in
    all their forms.
    """
    for path in sorted((ROOT / "fixtures").glob("*/*/input.*")):
        expected = path.parent / "expected.json"
        url = json.loads(expected.read_text("utf-8")).get("url") if expected.exists() else None
        name = f"fixture {path.parent.parent.name}/{path.parent.name}"
        yield Document(name, path.read_bytes(), url)
        yield Document(f"{name}, precision", path.read_bytes(), url, {"favour": "precision"})
        yield Document(f"{name}, recall", path.read_bytes(), url, {"favour": "recall"})
    for folder in folders:
        listed = folder / "cases.json"
        rows = json.loads(listed.read_text("utf-8")) if listed.exists() else []
        urls = {row["file"]: row["url"] for row in rows}
        for path in sorted(file for file in folder.iterdir() if file.suffix in (".html", ".txt")):
            yield Document(f"case {path.name}", path.read_bytes(), urls.get(path.name))
    dump, _ = load([DUMP])
    for corpus in read_corpora(corpora) if corpora else ():
        for page in corpus.pages:
            loaded, name = page.load(), f"{corpus.name}/{page.id}"
            yield Document(name, loaded.raw, loaded.url)
            yield Document(f"{name}, no site rules", loaded.raw, loaded.url, {"site_rules": False})
            if page.body:
                yield Document(f"{name}, body", page.body, None, {"input": "text"})
            if dump:
                yield Document(f"{name}, dump", dump[0].run(loaded).text, None, {"input": "text"})


def outcome(document: Document) -> Record:
    """What comes out of a document: a digest for each part of what users keep, and rule ids, scores and sources as they
    are.
    """
    options = cleaner.Options(fetched=FETCHED, **(document.options or {}))
    try:
        article = cleaner.clean(document.data, url=document.url, options=options)
    except cleaner.CleanerError as error:
        return {"error": f"{type(error).__name__}: {error}"}
    fields = article.to_dict()
    return {
        "text": digest(article.text),
        "labels": digest([[b.text, str(b.role or b.reason), b.span, str(b.source)] for b in article.blocks]),
        "metadata": digest({key: value for key, value in fields.items() if key not in _NO_METADATA}),
        "captions": digest([asdict(caption) for caption in article.captions]),
        "comments": digest(fields["comments"]),
        "confidence": article.confidence,
        "rules": [[block.rule, None if block.score is None else round(block.score, 3)] for block in article.blocks],
        "sources": fields["sources"],
    }


def digest(value: Any) -> str:
    """16 hex digits that tell a value from others."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")).hexdigest()[
        :16
    ]


def renamed(record: Record, names: Mapping[str, Any]) -> Record:
    """A record of before in the words of after.

    names: `rules` maps rule ids, `prefixes` their beginnings; of the rules in `scored` alone the scores are compared.
    """
    rules, prefixes, scored = names.get("rules", {}), names.get("prefixes", {}), names.get("scored")

    def name(rule: str) -> str:
        beginning = next((old for old in prefixes if rule.startswith(old)), "")
        return str(rules.get(rule) or prefixes.get(beginning, "") + rule.removeprefix(beginning))

    def source(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: name(said) if key == "source" and isinstance(said, str) else source(said)
                for key, said in value.items()
            }
        return [source(item) for item in value] if isinstance(value, list) else value

    if "error" in record:
        return record
    blocks = [
        [new := name(rule), score if scored is None or new in scored else None] for rule, score in record["rules"]
    ]
    return record | {"rules": blocks, "sources": source(record["sources"])}


def differences(before: Record, after: Record) -> list[str]:
    """The parts in which two records differ."""
    if "error" in before or "error" in after:
        return [] if before == after else ["error"]
    return [part for part in (*KEPT, *DECIDED) if before[part] != after[part]]


def _record(given: Iterator[Document], file: Path) -> None:
    found = {document.name: outcome(document) for document in given}
    with gzip.open(file, "wt", encoding="utf-8") as out:
        json.dump(found, out, ensure_ascii=False)
    click.echo(
        f"{len(found)} documents: kept {_sum(found.values(), KEPT)}, decided {_sum(found.values(), DECIDED)}; "
        f"recorded in {file}"
    )


def _sum(records: Any, parts: Sequence[str]) -> str:
    return digest([[record.get(part, record.get("error")) for part in parts] for record in records])


def _compare(given: Iterator[Document], file: Path, names: Mapping[str, Any], whole: bool, show: int) -> int:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        before = json.load(lines)
    counts: Counter[str] = Counter()
    seen, new, differ = set(), 0, 0
    for document in given:
        seen.add(document.name)
        if document.name not in before:
            new += 1
            continue
        old, after = renamed(before[document.name], names), json.loads(json.dumps(outcome(document)))
        if not (parts := differences(old, after)):
            continue
        differ += 1
        counts.update(parts)
        if differ <= show:
            click.echo(f"{document.name}: {', '.join(parts)}{_first_rule(old, after) if 'rules' in parts else ''}")
    gone = len(before.keys() - seen) if whole else 0
    told = ", ".join(f"{part} {count}" for part, count in sorted(counts.items())) or "no difference"
    click.echo(f"{len(seen)} documents ({new} new, {gone} gone), {differ} differ: {told}")
    return 1 if differ or gone else 0


def _first_rule(before: Record, after: Record) -> str:
    if len(before["rules"]) != len(after["rules"]):
        return f" ({len(before['rules'])} blocks, now {len(after['rules'])})"
    pair = next(((old, new) for old, new in zip(before["rules"], after["rules"], strict=True) if old != new), None)
    return f" ({pair[0]}, now {pair[1]})" if pair else ""


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
    try:
        given = (document for i, document in enumerate(documents(corpora, cases)) if i % step == first - 1)
        if record:
            _record(given, record)
        elif compare:
            raise SystemExit(
                _compare(given, compare, json.loads(names.read_text("utf-8")) if names else {}, step == 1, show)
            )
    except CorpusError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
