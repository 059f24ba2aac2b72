"""Packs: many checked rule sets in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cleaner.errors import RuleError, quoted
from cleaner.rules.compiled import compile_sets, digest_of
from cleaner.rules.schema import RuleSet
from cleaner.rules.site_files import clashes, of_rules
from cleaner.rules.user_files import files_at, is_pack, load_file

# Characters of a pack's version. By hand.
_LONGEST_VERSION = 50


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack's text, how many sets it holds, and the digest of them."""

    content: str
    count: int
    digest: str


def pack_sets(paths: Iterable[str | Path], version: str) -> Packed:
    """Pack rule files, and those of folders. Raises a `RuleError` with all that is wrong with any of them."""
    if not version.isprintable() or len(version) > _LONGEST_VERSION:
        raise RuleError(
            f"--version {quoted(version)}: use at most {_LONGEST_VERSION} characters, none of them controls"
        )
    sets: list[RuleSet] = []
    mistakes: list[str] = []
    for path in [file for given in paths for file in files_at(Path(given))]:
        try:
            if is_pack(path):
                raise RuleError(f"{path}: is a pack already: give the rule files that it was made of")
            sets.append(load_file(path))
        except RuleError as error:
            mistakes += error.mistakes
    mistakes += [message for _, message in clashes(map(of_rules, sets))]
    if mistakes:
        raise RuleError(mistakes=mistakes)
    if not sets:
        raise RuleError(f"{', '.join(map(str, paths))}: no rule files (*.toml) to pack")
    content = compile_sets(((Path(rules.file).name, rules.content) for rules in sets), version)
    return Packed(content, len(sets), digest_of(content.partition("\n")[2].encode()))
