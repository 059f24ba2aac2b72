"""The counts that are recorded beside a rule file, `NAME.recorded.json` beside `NAME.toml`, and what has changed since.

They lie in a file of their own, since a rule set's digest tells its rules, and a nightly job may record anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp, lgamma, log
from pathlib import Path
from typing import Any

from cleaner import RuleError
from cleaner.authoring.hits import Account, Hits

# A rule has changed if chance alone would let it fire on as few pages, or fewer, less often than this. By hand: of a
# hundred rules that are checked one is named for nothing.
_CHANCE = 0.01
# No count is greater: what a record holds beyond is a mistake.
_MOST = 10**9


@dataclass(frozen=True, slots=True)
class Record:
    """Counts as they were recorded: of how many pages, on how many no layout served, and each rule's hits."""

    pages: int = 0
    drifted: int = 0
    rules: dict[str, Hits] = field(default_factory=dict)


def beside(file: Path) -> Path:
    """Where the counts of a rule file are recorded.

    >>> beside(Path("rules/harbourpost.toml")).name
    'harbourpost.recorded.json'
    """
    return file.with_suffix(".recorded.json")


def read_record(file: Path) -> Record | None:
    """The counts of a file; None where there is none. Raises `RuleError` for one that is broken."""
    try:
        table = json.loads(file.read_text("utf-8"))
        rules = {str(name): _counts(*counts) for name, counts in table["rules"].items()}
        all_pages = _counts(table["pages"], table["drifted"])
        return Record(all_pages.of, all_pages.pages, rules)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise RuleError(f"{file}: no record of counts: take it away and record anew with --record") from None


def _counts(of: Any, pages: Any, times: Any = 0) -> Hits:
    """Counts as they were read. Raises `ValueError` for what none can be."""
    if not all(type(count) is int and 0 <= count <= _MOST for count in (of, pages, times)) or pages > of:
        raise ValueError("no counts")
    return Hits(of, pages, times)


def write_record(file: Path, account: Account, digest: str) -> None:
    """Record the counts of a rule set of this digest. Raises `RuleError` where the file can't be written."""
    table: dict[str, Any] = {
        "digest": digest,
        "pages": account.pages,
        "drifted": len(account.drifted),
        "rules": {name: [hits.of, hits.pages, hits.times] for name, hits in account.rules.items()},
    }
    try:
        file.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise RuleError(f"{file}: can't be written: {error.strerror or error}") from None


def changes(account: Account, record: Record | None) -> Iterator[str]:
    """What tells that the site's pages are no longer those that the set was written for, a line each.

    Without a record that is each page that no layout serves; with one, more of those than chance explains, and rules
    that fire on fewer pages.
    """
    drifted = len(account.drifted)
    if record is None:
        if drifted:
            yield f"no layout serves {drifted} of {account.pages} pages"
        return
    served = Hits(record.pages, record.pages - record.drifted)
    if drifted and _fell(served, Hits(account.pages, account.pages - drifted)):
        yield f"no layout serves {drifted} of {account.pages} pages; recorded: {record.drifted} of {record.pages}"
    for name, hits in account.rules.items():
        before = record.rules.get(name)
        if before is not None and _fell(before, hits):
            yield f"{name}: fires on {hits.pages} of {hits.of} pages; recorded: {before.pages} of {before.of}"


def _fell(before: Hits, now: Hits) -> bool:
    """Whether a rule fires on fewer pages than chance explains.

    >>> _fell(Hits(10, 10), Hits(10, 9)), _fell(Hits(10, 10), Hits(4, 0)), _fell(Hits(10, 1), Hits(10, 0))
    (False, True, False)
    """
    share = (before.pages + 1) / (before.of + 2)  # so that neither nought nor all is certain
    if not now.of or now.pages >= share * now.of:
        return False
    chance = 0.0
    for k in range(now.pages + 1):
        orders = lgamma(now.of + 1) - lgamma(k + 1) - lgamma(now.of - k + 1)
        chance += exp(orders + k * log(share) + (now.of - k) * log(1 - share))
    return chance < _CHANCE
