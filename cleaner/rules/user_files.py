"""A user's own rule files, packs and folders of them: read and checked, with all that is wrong with any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.rules.compiled import Compiled, Entry, digest_of, read_head
from cleaner.rules.matchers import compile_matcher
from cleaner.rules.reader import parse
from cleaner.rules.schema import LABELS, Kind, RuleSet
from cleaner.rules.site_files import SiteFile, clashes, of_rules, shared_fingerprints
from cleaner.rules.toml_files import read_file

_NUMBER = re.compile(r"[0-9]{1,9}")
# The suffix by which a folder's packs are told.
PACK_SUFFIX = ".rulepack"


def load_file(path: Path, kind: Kind = "user") -> RuleSet:
    """Read and check one rule file. Raises `RuleError`, also when it can't be read."""
    return parse(read_file(path), str(path), kind)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its version, its digest, and its rule sets."""

    version: str
    digest: str
    files: tuple[SiteFile, ...]

    @property
    def age(self) -> tuple[int, ...]:
        """The numbers of the version: the greatest is that of the newest pack."""
        return tuple(int(number) for number in _NUMBER.findall(self.version))


def load_pack(path: Path) -> Pack:
    """A pack; each of its rule sets is read and checked when a page first needs it. Raises a `RuleError` for a file
    that is no pack, or was changed after it was packed.
    """
    pack = read_head(path)
    with path.open("rb") as file:
        file.seek(pack.start)
        body = file.read()
    if digest_of(body) != pack.digest:
        raise RuleError(f"{path}: its content is not what its digest says: fetch it or pack it anew")
    try:
        files = tuple(_of_pack(pack, entry) for entry in pack.entries)
    except ValueError as error:
        raise RuleError(f"{path}: fingerprints: {error}: pack it anew") from None
    if wrong := clashes(files):
        raise RuleError(mistakes=[message for _, message in wrong])
    return Pack(pack.version, pack.digest, files)


def check_pack(path: Path) -> Pack:
    """A pack, each of whose sets was read. Raises a `RuleError` with all that is wrong with any of them."""
    pack = load_pack(path)
    mistakes: list[str] = []
    for file in pack.files:
        try:
            file.read()
        except RuleError as error:
            mistakes += error.mistakes
    if mistakes:
        raise RuleError(mistakes=mistakes)
    return pack


def _of_pack(pack: Compiled, entry: Entry) -> SiteFile:
    name = f"{pack.path}: {entry.file}"

    def read() -> RuleSet:
        rules = parse(pack.read(entry)[0], name, "pack")
        if (rules.hosts, rules.mirrors) != (entry.hosts, entry.mirrors):
            raise RuleError(f"{name}: hosts: the pack's head names others: pack it anew")
        return rules

    fingerprints = tuple(compile_matcher(spelling, LABELS) for spelling in entry.fingerprints)
    return SiteFile(name, entry.hosts, entry.mirrors, fingerprints, read, entry.imported)


@dataclass(slots=True)
class OwnFiles:
    """A user's files. sites: those of TOML files; packs: the newest first; imported: those of TOML files that were
    imported; mistakes: what is wrong, a line each.
    """

    sites: list[SiteFile] = field(default_factory=list)
    packs: list[Pack] = field(default_factory=list)
    imported: list[SiteFile] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, paths: Iterable[str | Path], shipped: Iterable[SiteFile]) -> OwnFiles:
        """Read files, packs and folders of them. What is wrong is left out and noted."""
        own = cls()
        for path in paths:
            own._note(partial(own._read_all, Path(path)))
        own.packs.sort(key=lambda pack: pack.age, reverse=True)
        others = [*own.sites, *own.imported, *shipped]
        own.sites = own._without(shared_fingerprints(own.sites, others), own.sites)
        own.sites = own._without(clashes(own.sites), own.sites)
        own.imported = own._without(clashes(own.imported), own.imported)
        return own

    def _read_all(self, path: Path) -> None:
        for file in files_at(path):
            self._note(partial(self._read, file))

    def _read(self, path: Path) -> None:
        if is_pack(path):
            pack = load_pack(path)
            self.packs.append(pack)
        else:
            file = of_rules(load_file(path))
            (self.imported if file.imported else self.sites).append(file)

    def _note(self, read: partial[None]) -> None:
        try:
            read()
        except RuleError as error:
            self.mistakes.extend(error.mistakes)

    def _without(self, found: Iterable[tuple[SiteFile, str]], files: list[SiteFile]) -> list[SiteFile]:
        found = list(found)
        self.mistakes.extend(message for _, message in found)
        wrong = {id(file) for file, _ in found}
        return [file for file in files if id(file) not in wrong]


def is_pack(path: Path) -> bool:
    """Whether a file is a pack: by its suffix, or since it begins as JSON does and TOML can't."""
    if path.suffix == PACK_SUFFIX:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(1) == b"{"
    except (OSError, ValueError):
        return False


def files_at(path: Path) -> list[Path]:
    """A file, or the rule files and packs of a folder. Raises a `RuleError` where there is neither."""
    try:
        if path.is_dir():
            return sorted([*path.glob("*.toml"), *path.glob(f"*{PACK_SUFFIX}")])
        if path.exists() or path.is_symlink():  # of a link that leads nowhere the reader says what is wrong
            return [path]
    except (OSError, ValueError) as error:
        raise RuleError(f"{path}: {error}") from None
    raise RuleError(f"{path}: no such file or folder")
