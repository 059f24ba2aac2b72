"""`cleaner rules check HOST|FILE PAGE…`: what a rule set does on pages, beside what was recorded. It is fit for
a nightly job.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.streams import SOME_FAILED, USAGE, Output, complain, named, read_input
from cleaner.errors import printable

if TYPE_CHECKING:
    from cleaner import Cleaner
    from cleaner.authoring.hits import Account, Checker
    from cleaner.authoring.record import Record
    from cleaner.rules.schema import RuleSet

_RULE_FILES = (".toml", ".rulepack")
# Characters of a recurring block, and names of pages, that are shown. By hand.
_SHOWN = 80
_NAMES = 5


def pages_among(arguments: Sequence[str]) -> list[str]:
    """The pages among the arguments of `check`: what stands behind the first and is neither rule file nor folder."""
    return [word for word in arguments[1:] if not word.endswith(_RULE_FILES) and not Path(word).is_dir()]


def check_pages(
    target: str, pages: Sequence[str], paths: Sequence[str], is_recorded_anew: bool, recorded: Path | None
) -> int:
    """Run the rule set of a host or file over pages and tell what it does; returns the exit code.

    paths: rule files of the user; recorded: where the counts lie, or None for beside the rule file. Raises
    `click.UsageError`.
    """
    from cleaner import Cleaner, CleanerError, RuleError
    from cleaner.authoring.hits import Checker
    from cleaner.authoring.record import beside, changes, read_record, write_record

    is_file = target.endswith(_RULE_FILES) or Path(target).exists()
    if is_recorded_anew and recorded is None and not is_file:
        raise click.UsageError("of a host, say where the counts shall lie: --recorded FILE")
    place = recorded or (beside(Path(target)) if is_file else None)
    try:
        cleaner = Cleaner(rules=[*paths, target] if is_file else paths)
        rules = _rules_of(target, cleaner, is_file)
        record = read_record(place) if place is not None else None
        checker = Checker(cleaner, rules)
        failed = _read_all(checker, pages, cleaner)
        account = checker.account
        if not account.pages:
            complain("none of the pages could be read")
            return USAGE
        drift = [] if is_recorded_anew else list(changes(account, record))
        with Output() as output:
            output.write("".join(f"{printable(line)}\n" for line in _report(rules, account, record, drift)))
        if is_recorded_anew and place is not None:
            write_record(place, account, rules.digest)
    except (RuleError, CleanerError) as error:
        complain(str(error))
        return USAGE
    return SOME_FAILED if drift or failed else 0


def _rules_of(target: str, cleaner: Cleaner, is_file: bool) -> RuleSet:
    from cleaner.rules.registry import load_file

    host = load_file(Path(target)).hosts[0] if is_file else target.lower().rstrip(".")
    known = cleaner.registry.by_host(host)
    if known is None:
        raise click.UsageError(f"{target!r}: no rule file, and no rule set claims this host")
    return known[0]


def _read_all(checker: Checker, pages: Sequence[str], cleaner: Cleaner) -> int:
    """Count all pages; returns how many could not be read."""
    from cleaner import InputError

    failed = 0
    for name in pages:
        try:
            if not checker.add(named(name), read_input(name, cleaner.options.limits.size)):
                complain(f"{named(name)}: the text of a page before it: left out")
        except InputError as error:
            failed += 1
            complain(f"{named(name)}: {error}")
    return failed


def _report(rules: RuleSet, account: Account, record: Record | None, drift: Sequence[str]) -> Iterator[str]:
    yield f"{rules.name} ({rules.file}, digest {rules.digest}); pages: {account.pages}"
    if account.fits:
        layouts = ", ".join(f"{name} {count}" for name, count in account.layouts.items())
        yield f"layouts: {layouts}; mean fit {sum(account.fits) / len(account.fits):.2f}"
    reasons: dict[str, list[str]] = {}
    for page, reason in account.drifted.items():
        reasons.setdefault(reason, []).append(page)
    for reason, names in reasons.items():
        more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        yield f"no layout ({reason}): {', '.join(names[:_NAMES])}{more}"
    yield from ("", *_counts(account, record))
    if silent := account.silent:
        yield from ("", f"never fired: {len(silent)}", *(f"  {name}" for name in silent))
    if unused := account.unused:
        yield from ("", f"of layouts that served no page: {len(unused)}", *(f"  {name}" for name in unused))
    if recurring := account.recurring():
        yield from ("", "recur, and are kept:")
        yield from (f"  on {count} pages: {_cut(text)}" for text, count in recurring)
    if drift:
        yield from ("", "drift:", *(f"  {line}" for line in drift))


def _counts(account: Account, record: Record | None) -> Iterator[str]:
    yield f"{'PAGES':>11}  {'HITS':>5}  {'RECORDED':>11}  RULE"
    for name, hits in account.rules.items():
        if hits.of:
            before = record.rules.get(name) if record is not None else None
            told = f"{before.pages} of {before.of}" if before is not None else "–"
            yield f"{f'{hits.pages} of {hits.of}':>11}  {hits.times:>5}  {told:>11}  {name}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
