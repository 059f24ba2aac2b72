"""The rule sets of sites and families that come with the package, from their compiled form where that is up to date."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.rules.compiled import SHIPPED, Compiled, Entry, read_head
from cleaner.rules.matchers import compile_matcher
from cleaner.rules.reader import parse
from cleaner.rules.schema import LABELS, Kind, RuleSet
from cleaner.rules.site_files import FamilyFile, SiteFile, family_of, of_rules

_FOLDER = Path(__file__).parent
_KINDS: dict[str, Kind] = {"sites": "site", "families": "family"}


def site_files() -> list[SiteFile]:
    """The rule sets of sites; each is read when a page first needs it."""
    compiled = _compiled()
    if compiled is None:
        return [of_rules(_parsed(f"sites/{name}")) for name in sorted(_sizes("sites"))]
    return [
        SiteFile(
            entry.file,
            entry.hosts,
            entry.mirrors,
            tuple(compile_matcher(spelling, LABELS, check=False) for spelling in entry.fingerprints),
            partial(_parsed, entry.file, compiled, entry),
        )
        for entry in compiled.entries
        if entry.file.startswith("sites/")
    ]


def families() -> list[FamilyFile]:
    """The rule sets of publishing systems; each is read when a page of that system first comes."""
    compiled = _compiled()
    if compiled is None:
        return [family_of(_parsed(f"families/{name}")) for name in sorted(_sizes("families"))]
    return [
        FamilyFile(Path(entry.file).stem, entry.recognise, partial(_parsed, entry.file, compiled, entry))
        for entry in compiled.entries
        if entry.file.startswith("families/")
    ]


def _parsed(file: str, compiled: Compiled | None = None, entry: Entry | None = None) -> RuleSet:
    """A rule file. What its TOML says is taken from the compiled form where that was made of the same text."""
    content = (_FOLDER / file).read_text("utf-8")
    table = None
    if compiled is not None and entry is not None:
        text, tables = compiled.read(entry)
        table = tables if text == content else None
    return parse(content, file, _KINDS[file.partition("/")[0]], check=False, table=table)


@lru_cache(maxsize=1)
def _compiled() -> Compiled | None:
    """The compiled form; None where files were added, taken away or changed in length since it was made: who works on
    rule sets need not compile them for each look.
    """
    try:
        compiled = read_head(SHIPPED)
    except RuleError:
        return None
    sizes = {f"{folder}/{name}": size for folder in _KINDS for name, size in _sizes(folder).items()}
    return compiled if sizes == {entry.file: entry.size for entry in compiled.entries} else None


def _sizes(folder: str) -> dict[str, int]:
    """The rule files of a folder of the package, each with its bytes."""
    try:
        with os.scandir(_FOLDER / folder) as files:
            return {file.name: file.stat().st_size for file in files if file.name.endswith(".toml")}
    except FileNotFoundError:
        return {}
