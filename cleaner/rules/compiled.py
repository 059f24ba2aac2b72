"""Many rule sets in one file, of which a page reads one: a line of JSON that says whose sets there are, then one line
for each set, with its text and what its TOML says.

The sets that ship are compiled in this form (`python -m cleaner.rules.compiled` writes them anew), and packs have it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.errors import RuleError
from cleaner.rules.toml_files import tables_of

FORMAT = "cleaner rule sets 1"
SHIPPED = Path(__file__).parent / "compiled.rulepack"
# Bytes of the longest line of a file: the limit of one rule file, as text and as its tables, with escapes; and of the
# head, which names the hosts of all sets. By hand.
_LONGEST_LINE = 4_000_000
_LONGEST_HEAD = 40_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One set of a file: its name (`sites/naharnet.toml`), bytes of its TOML, its hosts and mirrors, the spellings of
    its fingerprints, whether it was imported, where its line begins behind the head, and what tells a family's pages.
    """

    file: str
    size: int
    hosts: tuple[str, ...]
    mirrors: tuple[str, ...]
    fingerprints: tuple[str, ...]
    imported: bool
    at: int
    recognise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A file of many rule sets, of which only the head was read."""

    path: Path
    version: str
    digest: str
    entries: tuple[Entry, ...]
    start: int

    def read(self, entry: Entry) -> tuple[str, dict[str, Any] | None]:
        """A set's text, and what its TOML says. Raises `RuleError` for a file that is cut or was changed."""
        try:
            with self.path.open("rb") as file:
                file.seek(self.start + entry.at)
                line = json.loads(file.readline(_LONGEST_LINE))
            content, table = line["content"], line["table"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise RuleError(f"{self.path}: {entry.file}: can't be read ({error}): pack it anew") from None
        if not isinstance(content, str) or not isinstance(table, dict):
            raise RuleError(f"{self.path}: {entry.file}: holds no rule set: pack it anew")
        return content, table


def compile_sets(files: Iterable[tuple[str, str]], version: str) -> str:
    """The text of a compiled file of rule files, each given by its name and its TOML. Raises `RuleError`."""
    entries, lines, at = [], [], 0
    for name, content in files:
        table = tables_of(content, name)
        line = json.dumps({"content": content, "table": table}, ensure_ascii=False, separators=(",", ":")) + "\n"
        entries.append(
            [
                name,
                len(content.encode()),
                _list(table.get("hosts")),
                _list(table.get("mirrors")),
                _list(table.get("fingerprints")),
                bool(table.get("imported")),
                at,
                *([_list(table["recognise"])] if table.get("recognise") else []),
            ]
        )
        lines.append(line)
        at += len(line.encode())
    body = "".join(lines)
    head = {"format": FORMAT, "version": version, "digest": digest_of(body.encode()), "sets": entries}
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")) + "\n" + body


def read_head(path: Path) -> Compiled:
    """The head of a compiled file. Raises `RuleError` for what is none, with what to do."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEAD)
        head = json.loads(line)
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise RuleError(f"{path}: no pack of rule sets that this version reads: pack it anew with this version")
        entries = tuple(_entry(fields) for fields in head["sets"])
        return Compiled(path, str(head["version"]), str(head["digest"]), entries, len(line))
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise RuleError(f"{path}: its head can't be read: pack it anew") from None


def digest_of(body: bytes) -> str:
    """The first 16 hex digits of the SHA-256 of what follows a head."""
    import hashlib  # 8 ms

    return hashlib.sha256(body).hexdigest()[:16]


def _entry(fields: Sequence[Any]) -> Entry:
    file, size, hosts, mirrors, fingerprints, imported, at, *more = fields
    lists = [tuple(str(item) for item in listed) for listed in (hosts, mirrors, fingerprints, *more[:1])]
    return Entry(str(file), int(size), lists[0], lists[1], lists[2], bool(imported), int(at), *lists[3:])


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def shipped_files() -> list[Path]:
    """The rule files of the package that are compiled, in order."""
    folder = Path(__file__).parent
    return [*sorted((folder / "sites").glob("*.toml")), *sorted((folder / "families").glob("*.toml"))]


def main() -> None:
    """Compile the rule sets that ship anew."""
    files = [(f"{file.parent.name}/{file.name}", file.read_text("utf-8")) for file in shipped_files()]
    SHIPPED.write_text(compile_sets(files, "shipped"), "utf-8")
    sys.stdout.write(f"{SHIPPED}: {len(files)} rule sets\n")


if __name__ == "__main__":
    main()
