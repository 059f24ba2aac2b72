"""The rule sets in force, shipped ones and a user's own, by host, fingerprint and family; phrases by language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.model import Block
from cleaner.rules.line_rules import Index
from cleaner.rules.matchers import SearchTime
from cleaner.rules.reader import parse
from cleaner.rules.schema import Kind, RuleSet
from cleaner.rules.toml_files import read_file

_SHIPPED = Path(__file__).parent


class PhraseFiles(Mapping[str, RuleSet]):
    """The shipped phrase files by language; each is read at the first page in its language."""

    def __init__(self) -> None:
        self._files = {file.stem: file for file in sorted((_SHIPPED / "phrases").glob("*.toml"))}
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
    """Rule sets by host, families, and phrase files by language. Nothing changes a registry after it is made."""

    def __init__(
        self, sites: Iterable[RuleSet], families: Iterable[RuleSet] = (), phrases: Mapping[str, RuleSet] | None = None
    ) -> None:
        self.sites = tuple(sites)
        self.families = tuple(families)
        self.phrases: Mapping[str, RuleSet] = phrases if phrases is not None else {}
        self.fingerprinted = tuple(rules for rules in self.sites if rules.fingerprints)
        self._hosts: dict[str, RuleSet] = {}
        self._indices: dict[str, Index] = {}
        for rules in self.sites:
            for host in (*rules.hosts, *rules.mirrors):
                if host in self._hosts:
                    raise RuleError(f"{rules.file}: hosts: {host!r} is already claimed by {self._hosts[host].file}")
                self._hosts[host] = rules

    def index(self, rules: RuleSet) -> Index:
        """The index of a phrase file's anchors, made when it is first needed."""
        if rules.slug not in self._indices:
            self._indices[rules.slug] = Index(rules.text)
        return self._indices[rules.slug]

    def by_host(self, host: str | None) -> tuple[RuleSet, str] | None:
        """The rule set of a host, matched by whole labels from the right, and the site: the host that the rule set
        claims, or the first of its hosts for a mirror.
        """
        while host:
            rules = self._hosts.get(host)
            if rules is not None:
                return rules, host if host in rules.hosts else rules.hosts[0]
            host = host.partition(".")[2]
        return None

    def by_fingerprint(self, blocks: Sequence[Block]) -> RuleSet | None:
        """The rule set whose fingerprints hit most lines of a document; None where none hits."""
        best, most = None, 0
        for rules in self.fingerprinted:
            time_left = SearchTime()
            hits = sum(any(matcher.matches(block, time_left) for block in blocks) for matcher in rules.fingerprints)
            if hits > most:
                best, most = rules, hits
        return best


def load_file(path: Path, kind: Kind = "user") -> RuleSet:
    """Read and check one rule file. Raises `RuleError`, also when it can't be read."""
    return parse(read_file(path), str(path), kind)


@lru_cache(maxsize=1)
def shipped() -> Registry:
    """The rule sets that come with the package."""

    def read(folder: str, kind: Kind) -> list[RuleSet]:
        files = sorted((_SHIPPED / folder).glob("*.toml"))
        return [parse(f.read_text("utf-8"), f"{folder}/{f.name}", kind, check=False) for f in files]

    return Registry(read("sites", "site"), read("families", "family"), PhraseFiles())


def with_user_files(paths: Iterable[str | Path]) -> Registry:
    """The shipped rule sets and a user's own: for a host that both claim the user's layouts and lines come first.

    paths: TOML files, or folders of them. Raises `RuleError`; two of the user's own files may not claim one host.
    """
    own = [load_file(file) for path in paths for file in _files(Path(path))]
    base = shipped()
    Registry(own)  # two of the user's own that claim one host are an error
    claimed = {host for rules in own for host in (*rules.hosts, *rules.mirrors)}
    layered: list[RuleSet] = []
    covered: set[str] = set()
    for rules in own:
        unders = [under for under in base.sites if {*under.hosts, *under.mirrors} & {*rules.hosts, *rules.mirrors}]
        layered.append(_over(rules, unders, claimed))
        claimed.update(layered[-1].hosts, layered[-1].mirrors)
        covered.update(under.file for under in unders)
    uncovered = [rules for rules in base.sites if rules.file not in covered]
    return Registry([*layered, *uncovered], base.families, base.phrases)


def _over(rules: RuleSet, unders: list[RuleSet], claimed: set[str]) -> RuleSet:
    """A user's rule set joined with the shipped ones of its hosts, which stand behind it. Their other hosts become its
    own unless another of the user's files claims them.

    claimed: the hosts that the user's files claim.
    """
    for under in unders:
        rules = replace(
            rules,
            file=f"{rules.file} over {under.file}",
            content=f"{rules.content}\n{under.content}",
            hosts=(*rules.hosts, *(host for host in under.hosts if host not in claimed)),
            mirrors=(*rules.mirrors, *(host for host in under.mirrors if host not in claimed)),
            language=rules.language or under.language,
            fingerprints=(*rules.fingerprints, *under.fingerprints),
            layouts=(*rules.layouts, *under.layouts),
            text=(*rules.text, *under.text),
        )
    return rules


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(path.glob("*.toml"))
        if path.exists() or path.is_symlink():  # of a link that leads nowhere the reader says what is wrong
            return [path]
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror or error}") from None
    raise RuleError(f"{path}: no such file or folder")
