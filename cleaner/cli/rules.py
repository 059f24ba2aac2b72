"""`cleaner rules list | show HOST | check FILE…`: which rule sets there are, which rules are in force, whether files
are right and fit the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.own import tell, user_folder
from cleaner.cli.show import account, hosts_of
from cleaner.cli.streams import USAGE, Output, painted
from cleaner.errors import printable

if TYPE_CHECKING:
    from cleaner.rules.registry import Registry
    from cleaner.rules.schema import Kind, RuleSet

_own = click.option(
    "--rules",
    "paths",
    metavar="DIR|FILE",
    multiple=True,
    help="Rule sets of your own, before the shipped ones. Repeatable.",
)


class _WrongRulesError(click.ClickException):
    exit_code = USAGE


@click.group(no_args_is_help=False)
def rules() -> None:
    """List, show and check rule sets."""


@rules.command("list")
@_own
def list_(paths: tuple[str, ...]) -> int:
    """The rule sets in force: their hosts, what they speak of, and their digests."""
    registry = _registry(paths)
    kinds = [("site", registry.sites), ("family", registry.families), ("phrases", tuple(registry.phrases.values()))]
    head = ("NAME", "KIND", "HOSTS", "FORMS", "DIGEST", "FILE")
    rows = [
        (rules.name, kind, hosts_of(rules) or rules.language or "", _forms(rules), rules.digest, rules.file)
        for kind, sets in kinds
        for rules in sets
    ]
    with Output() as output:
        output.write(_table(head, rows, output.terminal), safe=True)
    return 0


@rules.command()
@click.argument("host", metavar="HOST")
@_own
def show(host: str, paths: tuple[str, ...]) -> int:
    """The rules in force for HOST (a host name or a URL), strongest first, each with the file and line it stands in."""
    from cleaner.rules.registry import shipped

    name = _host(host)
    registry = _registry(paths)
    known = registry.by_host(name)
    shipped_site = shipped().by_host(name)
    files = known[0].file.split(" over ") if known else []
    site = [rules for rules in ([shipped_site[0]] if shipped_site else []) if rules.file in files]
    own = [part for file in files if not any(rules.file == file for rules in site) for part in _parts(file)]
    with Output() as output:
        output.write("".join(f"{printable(line)}\n" for line in account(name, known, own, site, registry)))
    return 0


@rules.command()
@click.argument("files", metavar="FILE... | HOST|FILE PAGE...", nargs=-1, required=True)
@click.option("--record", is_flag=True, help="Record the counts, as what later runs are compared with.")
@click.option(
    "--recorded", type=click.Path(path_type=Path, dir_okay=False), help="Where the counts lie: beside FILE by default."
)
@_own
def check(files: tuple[str, ...], record: bool, recorded: Path | None, paths: tuple[str, ...]) -> int:
    """Check rule files, or all *.toml of folders. Exit code 2 when any is wrong, or two of them claim one host.

    With pages: run the rule set of HOST, or of one FILE, over them, and tell how often each rule fires, which never do,
    and what recurs and is kept. Exit code 1 where the pages are no longer those that the set was written for.
    """
    from cleaner.cli.check import check_pages, pages_among
    from cleaner.errors import RuleError

    if pages := pages_among(files):
        return check_pages(files[0], pages, paths, record, recorded)
    if record or recorded or paths:
        raise click.UsageError("name pages too: cleaner rules check HOST|FILE PAGE...")

    claimed: dict[str, str] = {}
    wrong = False
    with Output() as output:
        for path in dict.fromkeys(path for given in files for path in _toml_files(given)):
            try:
                output.write(f"{printable(f'{path}: {_check(path, claimed)}')}\n")
            except RuleError as error:
                wrong = True
                tell(error.mistakes)
    return USAGE if wrong else 0


# Rule files that are not a site's lie in a folder that says so, as they do in the package.
_KINDS: dict[str, Kind] = {"families": "family", "phrases": "phrases"}


def _check(path: Path, claimed: dict[str, str]) -> str:
    """What is good of a rule file. `claimed`: the hosts of those before it. Raises `RuleError`."""
    from cleaner.errors import RuleError
    from cleaner.rules.registry import load_file, shipped, with_user_files
    from cleaner.rules.user_files import check_pack, is_pack

    if is_pack(path):
        pack = check_pack(path)
        return f"ok (a pack of {len(pack.files)} rule sets, version {pack.version}, digest {pack.digest})"
    kind = _KINDS.get(path.parent.name, "user")
    rules = load_file(path, kind)
    for host in (*rules.hosts, *rules.mirrors):
        if claimed.setdefault(host, rules.file) != rules.file:
            raise RuleError(f"{rules.file}: hosts: {host!r} is already claimed by {claimed[host]}")
    under = [
        base.file for base in shipped().sites if set(base.hosts) & set(rules.hosts) and base.digest != rules.digest
    ]
    if kind == "site":
        with_user_files([path])
    note = f"; note: goes before the shipped {', '.join(under)}, which claims its host too" if under else ""
    return f"ok ({_summary(rules)}){note}"


def _toml_files(given: str) -> list[Path]:
    """A file, or the rule files of a folder; the folder itself where it holds none: `load_file` says so."""
    path = Path(given)
    with suppress(OSError):  # of a path that can't be looked at `load_file` says what is wrong
        return (sorted(path.glob("*.toml")) if path.is_dir() else []) or [path]
    return [path]


def _registry(paths: Sequence[str]) -> Registry:
    """The rule sets in force. Raises `click.ClickException` for a wrong file."""
    from cleaner.errors import RuleError
    from cleaner.rules.registry import with_user_files

    try:
        registry = with_user_files(paths, user_folder())
    except RuleError as error:
        tell(error.mistakes[:-1])
        raise _WrongRulesError(error.mistakes[-1]) from None
    tell(registry.refused, left_out=True)
    return registry


def _host(given: str) -> str:
    from urllib.parse import urlsplit

    try:
        host = urlsplit(given if "//" in given else f"//{given}").hostname
    except ValueError:
        host = None
    if not host or any(char.isspace() for char in host):
        raise click.UsageError(f"{given!r} is no host: write it as example.org")
    return host.rstrip(".")


def _parts(file: str) -> list[RuleSet]:
    """The rule set of one of a user's files, or of a pack (`PACK: NAME`), from which that in force was merged."""
    from cleaner.rules.registry import load_file
    from cleaner.rules.user_files import load_pack

    if Path(file).is_file():
        return [load_file(Path(file))]
    pack = Path(file.rpartition(": ")[0])
    return [known.rules for known in load_pack(pack).files if known.file == file] if pack.is_file() else []


def _forms(rules: RuleSet) -> str:
    return ", ".join(form for form, rules_of in (("html", rules.layouts), ("text", rules.text)) if rules_of)


def _summary(rules: RuleSet) -> str:
    return (
        f"{rules.name}: {hosts_of(rules) or rules.language or 'family'}; layouts: {len(rules.layouts)}, line rules: "
        f"{len(rules.text)}, digest {rules.digest}"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], terminal: bool) -> str:
    """Aligned columns; with lines and wrapped cells on a terminal."""
    rows = [[printable(cell) for cell in row] for row in rows]
    if terminal:
        from rich.table import Table
        from rich.text import Text

        table = Table(*head)
        for row in rows:
            table.add_row(*map(Text, row))
        return painted(table)
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in [head, *rows]
    )
