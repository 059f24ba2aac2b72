"""Rule sets of sites that are read when a page first needs them, and how several of them lie over one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from cleaner.rules.matchers import Matcher
from cleaner.rules.schema import RuleSet


@dataclass(slots=True)
class SiteFile:
    """What is known of a site's rule set before it is read. read: reads and checks it; raises `RuleError`."""

    file: str
    hosts: tuple[str, ...]
    mirrors: tuple[str, ...]
    fingerprints: tuple[Matcher, ...]
    read: Callable[[], RuleSet] = field(repr=False)
    imported: bool = False
    _rules: RuleSet | None = field(default=None, repr=False)

    @property
    def rules(self) -> RuleSet:
        """The rule set; it is read once."""
        if self._rules is None:
            self._rules = self.read()  # two threads may both read it, and get the same
        return self._rules

    @property
    def claimed(self) -> tuple[str, ...]:
        """All hosts that the set speaks of."""
        return (*self.hosts, *self.mirrors)


@dataclass(slots=True)
class FamilyFile:
    """What tells the pages of a family before its rule set is read. read: reads it."""

    slug: str
    recognise: tuple[str, ...]
    read: Callable[[], RuleSet] = field(repr=False)
    _rules: RuleSet | None = field(default=None, repr=False)

    @property
    def rules(self) -> RuleSet:
        """The rule set; it is read once."""
        if self._rules is None:
            self._rules = self.read()  # two threads may both read it, and get the same
        return self._rules


def family_of(rules: RuleSet) -> FamilyFile:
    """A family that was read already."""
    return FamilyFile(rules.slug, rules.recognise, lambda: rules)


def of_rules(rules: RuleSet) -> SiteFile:
    """A rule set that was read already."""
    return SiteFile(rules.file, rules.hosts, rules.mirrors, rules.fingerprints, lambda: rules, rules.imported)


def clashes(files: Iterable[SiteFile]) -> list[tuple[SiteFile, str]]:
    """The files that claim a host which one before them claims, each with what is wrong."""
    claimed: dict[str, SiteFile] = {}
    found = []
    for file in files:
        for host in file.claimed:
            other = claimed.setdefault(host, file)
            if other is not file:
                found.append(
                    (file, f"{file.file}: hosts: {host!r} is already claimed by {other.file}: make one file of both")
                )
                break
    return found


def shared_fingerprints(files: Sequence[SiteFile], others: Iterable[SiteFile]) -> list[tuple[SiteFile, str]]:
    """The files that have a fingerprint of another site's set, each with what is wrong."""
    owners = {matcher.spelling: other for other in others for matcher in other.fingerprints}
    found = []
    for file in files:
        for matcher in file.fingerprints:
            other = owners.get(matcher.spelling)
            if other is not None and other is not file and not set(other.claimed) & set(file.claimed):
                found.append(
                    (
                        file,
                        f"{file.file}: fingerprints: {matcher.spelling!r} hits other sites' pages, too: it is one of "
                        f"{other.file}: leave it out",
                    )
                )
    return found


def laid_over(own: Iterable[SiteFile], base: Sequence[SiteFile]) -> list[SiteFile]:
    """Files over those of weaker layers: for a host that both claim the own one comes first, the other behind it. The
    other hosts of what lies below become its own unless another of the own files claims them.
    """
    own = list(own)
    claimed = {host for file in own for host in file.claimed}
    layered: list[SiteFile] = []
    covered: set[int] = set()
    for file in own:
        unders = [under for under in base if not set(under.claimed).isdisjoint(file.claimed)]
        for under in unders:
            file = _over(file, under, claimed)
            covered.add(id(under))
        claimed.update(file.claimed)
        layered.append(file)
    return [*layered, *(file for file in base if id(file) not in covered)]


def _over(upper: SiteFile, under: SiteFile, claimed: set[str]) -> SiteFile:
    """One file over another. claimed: the hosts that other files have."""
    hosts = (*upper.hosts, *(host for host in under.hosts if host not in claimed))
    mirrors = (*upper.mirrors, *(host for host in under.mirrors if host not in claimed))
    fingerprints = (*upper.fingerprints, *under.fingerprints)

    def read() -> RuleSet:
        rules, below = upper.rules, under.rules
        return replace(
            rules,
            file=f"{rules.file} over {below.file}",
            content=f"{rules.content}\n{below.content}",
            hosts=hosts,
            mirrors=mirrors,
            language=rules.language or below.language,
            fingerprints=fingerprints,
            layouts=(*rules.layouts, *below.layouts),
            additions=(*rules.additions, *below.additions),
            text=(*rules.text, *below.text),
        )

    return SiteFile(f"{upper.file} over {under.file}", hosts, mirrors, fingerprints, read)


def in_place_of(newer: Sequence[SiteFile], older: Iterable[SiteFile]) -> list[SiteFile]:
    """A newer collection of sets and an older one, without what the newer says of its hosts."""
    claimed = {host for file in newer for host in file.claimed}
    return [*newer, *_without(older, claimed.__contains__)]


def behind(imported: Iterable[SiteFile], ours: Sequence[SiteFile]) -> list[SiteFile]:
    """Our sets, then imported ones for the hosts of which ours do not speak."""
    claimed = {host for file in ours for host in file.claimed}

    def is_ours(host: str) -> bool:
        labels = host.split(".")
        return any(".".join(labels[at:]) in claimed for at in range(len(labels)))

    return [*ours, *_without(imported, is_ours)]


def _without(files: Iterable[SiteFile], taken: Callable[[str], bool]) -> list[SiteFile]:
    """Files without the hosts that are taken; those of which none is left are dropped."""
    left = []
    for file in files:
        hosts = tuple(host for host in file.hosts if not taken(host))
        mirrors = tuple(host for host in file.mirrors if not taken(host))
        if len(hosts) + len(mirrors) == len(file.claimed):
            left.append(file)
        elif hosts or mirrors:
            left.append(replace(file, hosts=hosts or mirrors[:1], mirrors=mirrors if hosts else mirrors[1:]))
    return left
