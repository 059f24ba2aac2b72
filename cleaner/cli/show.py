"""What `cleaner rules show HOST` prints: the rules in force for a host, each with the file and line it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cleaner.authoring.places import Place, lines_of

if TYPE_CHECKING:
    from cleaner.rules.registry import Registry
    from cleaner.rules.schema import Layout, LineRule, RuleSet


def account(
    host: str, known: tuple[RuleSet, str] | None, own: Sequence[RuleSet], site: Sequence[RuleSet], registry: Registry
) -> Iterator[str]:
    """The lines of the account.

    host: as it was asked for; known: the set in force and the site, if there is one; own, site: the parts from which it
    was merged, the user's and those that ship.
    """
    yield f"host  {host}"
    yield (
        f"site  {known[1]} ({known[0].name})"
        if known
        else "site  no rule set claims this host: families, phrases and generic rules serve"
    )
    yield from _layer(1, "your files", own)
    yield from _layer(2, "site", site)
    yield from _layer(3, "families: on pages that show them", registry.families)
    language = known[0].language if known else None
    yield from ("", "4 phrases: in the page's language, and in English")
    for code, rules in sorted(
        registry.phrases.items(), key=lambda item: (item[0] != language, item[0] != "en", item[0])
    ):
        yield f"  {rules.file} (digest {rules.digest}): {code}"
        placed = _Placed(rules)
        for n, rule in enumerate(rules.text, 1):
            count = sum(map(len, _conditions(rule).values()))
            yield placed(f"    {rule.id:<28} {count} matchers", Place("text", n, "", -1))
    yield from ("", "5 generic: what sites call their parts")
    yield from _generic()


def _layer(number: int, title: str, sets: Sequence[RuleSet]) -> Iterator[str]:
    yield from ("", f"{number} {title}{'' if sets else ': none'}")
    for rules in sets:
        version = f", version {rules.version}" if rules.version else ""
        yield f"  {rules.file} (digest {rules.digest}{version}): {hosts_of(rules) or ', '.join(rules.recognise)}"
        placed = _Placed(rules)
        for n, matcher in enumerate(rules.fingerprints):
            yield placed(f"    fingerprint  {matcher.spelling}", Place("", 0, "fingerprints", n))
        for table, layouts in (("layout", rules.layouts), ("add", rules.additions)):
            for n, layout in enumerate(layouts, 1):
                when = f", when {layout.when}" if layout.when else ""
                yield placed(f"    {table} {layout.name}{when}", Place(table, n, "", -1))
                for key, selectors in _selectors(layout):
                    for i, selector in enumerate(selectors):
                        yield placed(f"      {key:<20} {selector}", Place(table, n, key, i))
        for n, rule in enumerate(rules.text, 1):
            yield placed(f"    text {rule.id}", Place("text", n, "", -1))
            for key, spellings in _conditions(rule).items():
                for i, spelling in enumerate(spellings):
                    yield placed(f"      {key:<20} {spelling}", Place("text", n, key, i))


class _Placed:
    """Sets behind a rule the file and the line in which it stands."""

    def __init__(self, rules: RuleSet) -> None:
        self.file = rules.file
        self.lines = lines_of(rules.content)

    def __call__(self, text: str, place: Place) -> str:
        line = self.lines.get(place)
        return f"{text}  [{self.file}{f':{line}' if line else ''}]"


def _selectors(layout: Layout) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "body", layout.body
    yield from layout.fields.items()
    yield from ((f"remove.{reason}", selectors) for reason, selectors in layout.remove.items())


def _conditions(rule: LineRule) -> dict[str, list[str]]:
    """A line rule's conditions, as a rule file spells them."""
    matchers = {
        "lines": rule.lines,
        "before": rule.before,
        "after": rule.after,
        "from": rule.start,
        "until": rule.until,
        "while": rule.during,
    }
    conditions = {key: [matcher.spelling for matcher in listed] for key, listed in matchers.items() if listed}
    settings: dict[str, Any] = {
        "field": rule.field,
        "zone": rule.zone,
        "first": "true" if rule.first else None,
        "max": rule.max,
    }
    return conditions | {key: [str(value)] for key, value in settings.items() if value is not None}


def _generic() -> Iterator[str]:
    import tomllib
    from importlib import resources

    content = (resources.files("cleaner.rules") / "generic.toml").read_text("utf-8")
    heads = {line.strip(): n for n, line in enumerate(content.splitlines(), 1) if line.startswith("[category.")}
    yield "  generic.toml"
    for name, entry in tomllib.loads(content)["category"].items():
        counts = ", ".join(f"{len(tokens)} {key}" for key, tokens in entry.items() if isinstance(tokens, list))
        yield f"    {name:<28} {counts}  [generic.toml:{heads[f'[category.{name}]']}]"


def hosts_of(rules: RuleSet) -> str:
    """The hosts of a rule set, with commas between."""
    return ", ".join((*rules.hosts, *rules.mirrors))
