"""The rule sets in force, shipped ones and a user's own, by host, fingerprint and family; phrases by language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.model import Block
from cleaner.rules.fingerprints import Fingerprints
from cleaner.rules.line_rules import Index
from cleaner.rules.reader import parse
from cleaner.rules.schema import RuleSet
from cleaner.rules.shipped import families, site_files
from cleaner.rules.site_files import FamilyFile, SiteFile, behind, clashes, family_of, in_place_of, laid_over, of_rules
from cleaner.rules.user_files import OwnFiles, load_file

__all__ = ["PhraseFiles", "Registry", "load_file", "shipped", "with_user_files"]

_PHRASES = Path(__file__).parent / "phrases"


class PhraseFiles(Mapping[str, RuleSet]):
    """The shipped phrase files by language; each is read at the first page in its language."""

    def __init__(self) -> None:
        self._files = {file.stem: file for file in sorted(_PHRASES.glob("*.toml"))}
        self._read: dict[str, RuleSet] = {}

    def __getitem__(self, language: str) -> RuleSet:
        if language not in self._read:
            file = self._files[language]
            self._read[language] = parse(file.read_text("utf-8"), f"phrases/{file.name}", "phrases", check=False)
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Registry:
    """Rule sets by host, families, and phrase files by language. What a registry says never changes; it reads the sets
    when they are first needed.

    refused: what is wrong with files that were left out, a line for each mistake.
    """

    def __init__(
        self,
        sites: Iterable[RuleSet | SiteFile],
        families: Iterable[RuleSet] | Callable[[], Iterable[FamilyFile]] = (),
        phrases: Mapping[str, RuleSet] | None = None,
        refused: Iterable[str] = (),
    ) -> None:
        self.files = tuple(of_rules(site) if isinstance(site, RuleSet) else site for site in sites)
        self.phrases: Mapping[str, RuleSet] = phrases if phrases is not None else {}
        self.refused = tuple(refused)
        self._given_families = families
        self._families: tuple[FamilyFile, ...] | None = None
        self._fingerprints: Fingerprints | None = None
        self._indices: dict[str, Index] = {}
        if wrong := clashes(self.files):
            raise RuleError(mistakes=[message for _, message in wrong])
        self._hosts = {host: file for file in self.files for host in file.claimed}

    @property
    def sites(self) -> tuple[RuleSet, ...]:
        """All rule sets of sites; each that was not read yet is read."""
        return tuple(file.rules for file in self.files)

    @property
    def families(self) -> tuple[RuleSet, ...]:
        """The rule sets of publishing systems; each that was not read yet is read."""
        return tuple(file.rules for file in self.family_files)

    @property
    def family_files(self) -> tuple[FamilyFile, ...]:
        """What tells the pages of each publishing system; none is read."""
        if self._families is None:
            given = self._given_families
            self._families = tuple(given() if callable(given) else map(family_of, given))
        return self._families

    def index(self, rules: RuleSet) -> Index:
        """The index of a phrase file's anchors, made when it is first needed."""
        if rules.slug not in self._indices:
            self._indices[rules.slug] = Index(rules.text)
        return self._indices[rules.slug]

    def by_host(self, host: str | None) -> tuple[RuleSet, str] | None:
        """The rule set of a host, matched by whole labels from the right, and the site: the host that the rule set
        claims, or the first of its hosts for a mirror.
        """
        claimed = self._claimed(host)
        if claimed is None:
            return None
        file, host = claimed
        return file.rules, host if host in file.hosts else file.hosts[0]

    def claims(self, host: str | None) -> bool:
        """Whether a rule set speaks of a host; none is read."""
        return self._claimed(host) is not None

    def _claimed(self, host: str | None) -> tuple[SiteFile, str] | None:
        while host:
            file = self._hosts.get(host)
            if file is not None:
                return file, host
            host = host.partition(".")[2]
        return None

    def by_fingerprint(self, blocks: Sequence[Block]) -> RuleSet | None:
        """The rule set whose fingerprints hit most lines of a document; None where none hits."""
        if self._fingerprints is None:
            self._fingerprints = Fingerprints(
                (number, file.fingerprints) for number, file in enumerate(self.files) if file.fingerprints
            )
        best = self._fingerprints.best(blocks)
        return None if best is None else self.files[best].rules


@lru_cache(maxsize=1)
def shipped() -> Registry:
    """The rule sets that come with the package."""
    return Registry(site_files(), families, PhraseFiles())


def with_user_files(paths: Iterable[str | Path], folder: str | Path | None = None) -> Registry:
    """The shipped rule sets and a user's own: for a host that both claim the user's layouts and lines come first.

    paths: TOML files, packs, or folders of them. Two of these TOML files may not claim one host; of packs the
    newest that names a host serves, in place of what ships.
    folder: a folder that comes behind `paths` and need not be there. Its wrong files are left out: `Registry.refused`
    says why.
    Raises a `RuleError` with all that is wrong with `paths`.
    """
    base = shipped()
    own = OwnFiles.of(paths, base.files)
    if own.mistakes:
        raise RuleError(mistakes=own.mistakes)
    kept = OwnFiles.of([folder] if folder is not None and Path(folder).is_dir() else [], base.files)
    sites = list(base.files)
    packs = [*own.packs, *kept.packs]
    for pack in reversed(packs):
        sites = in_place_of([file for file in pack.files if not file.imported], sites)
    sites = laid_over(own.sites, laid_over(kept.sites, sites))
    imported = [own.imported, kept.imported, *([file for file in pack.files if file.imported] for pack in packs)]
    for files in imported:
        sites = behind(files, sites)
    return Registry(sites, lambda: base.family_files, base.phrases, kept.mistakes)
