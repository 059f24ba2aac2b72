"""Does each rule set earn its place? Every site's set beside the generic rules, and every family's, on the pages of the
corpora and on the fixtures.

A set is `better` where its text is, and has `fewer errors` where its text is as good and fewer measures of pages are
wrong. One that is `WORSE` or brings `NO GAIN` is not worth its place: the exit code is 1. A set without a page or
fixture has `no pages`. For what is measured see `benchmarks.rule_cases`.

python -m benchmarks.rules --corpora FOLDER [--rules DIR]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from selectolax.lexbor import LexborHTMLParser

from benchmarks.corpora import CorpusError, Page, read_corpora
from benchmarks.peers import quiet
from benchmarks.rule_cases import MEASURES, Case, Values, case_of_page, cases_of_fixtures, errors_of, left_out, means
from benchmarks.rule_cases import values_of as measured
from benchmarks.tables import Table, number
from cleaner import Article, Cleaner, CleanerError, Options
from cleaner.rules.registry import Registry, shipped, with_user_files
from cleaner.rules.schema import RuleSet
from cleaner.rules.select import has
from cleaner.urls import host_of
from training.folds import half_of, site_of

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
# Texts whose means differ by less are equal. By hand: a word or two of an article.
EQUAL = 0.002
BETTER, FEWER_ERRORS, NO_GAIN, WORSE, NO_PAGES = "better", "fewer errors", "NO GAIN", "WORSE", "no pages"
COLUMNS = ("set", "pages", "drift", *MEASURES, "errors", "verdict")
NOTES = (
    "Means of the generic rules and of the set, over the pages whose gold has the measure. Drift: pages of which the "
    "set said that it no longer fits. Errors: measures of pages that are not right.",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A page cleaned without a set and with it: the measures of both, and what was rightly left out by each."""

    page: Page
    generic: Values
    own: Values
    left: tuple[tuple[str, bool, bool], ...] = ()
    drift: bool = False

    @property
    def is_fixture(self) -> bool:
        """Whether the page is a fixture, and none of the corpora."""
        return self.page.path.name.startswith("input.")

    @property
    def is_blind(self) -> bool:
        """Whether it is a page of a corpus whose failures nobody looks at."""
        return not self.is_fixture and half_of(site_of(self.page.url, self.page.id)) == "blind"

    @property
    def is_worse(self) -> bool:
        """Whether the set makes any measure worse."""
        return any(
            own is not None and generic is not None and own < generic
            for own, generic in ((self.own[name], self.generic[name]) for name in MEASURES)
        )


@dataclass(slots=True)
class Result:
    """A rule set, and the pages that it was scored on."""

    name: str
    pairs: list[Pair] = field(default_factory=list)

    @property
    def errors(self) -> tuple[int, int]:
        """Those of the generic rules, and the set's."""
        return sum(errors_of(p.generic) for p in self.pairs), sum(errors_of(p.own) for p in self.pairs)

    @property
    def verdict(self) -> str:
        """Whether the set earns its place: neither on the corpora's pages nor on its fixtures, which its author wrote,
        may the text be worse.
        """
        if not self.pairs:
            return NO_PAGES
        gains = [_gain([pair for pair in self.pairs if pair.is_fixture == fixture]) for fixture in (False, True)]
        errors_generic, errors_own = self.errors
        if min(gains) < -EQUAL:
            return WORSE
        if max(gains) > EQUAL:
            return BETTER
        return FEWER_ERRORS if errors_own < errors_generic else NO_GAIN


def _gain(pairs: Sequence[Pair]) -> float:
    """By how much a set makes the mean text better; 0 where no page tells."""
    generic, own = means([pair.generic for pair in pairs])["text"], means([pair.own for pair in pairs])["text"]
    return 0.0 if generic is None or own is None else own - generic


class _WithRegistry(Cleaner):
    """A cleaner with rule sets that were chosen one by one."""

    def __init__(self, registry: Registry, options: Options) -> None:
        super().__init__(options)
        self._registry = registry


def score_sites(sets: Iterable[RuleSet], registry: Registry, cases: Sequence[tuple[str, Case]]) -> list[Result]:
    """Each site's set beside the generic rules. `cases` come with their hosts."""
    generic, own = _WithRegistry(registry, Options(site_rules=False)), _WithRegistry(registry, Options())
    results = {rules.file: Result(rules.slug) for rules in sets}
    for host, case in cases:
        known = registry.by_host(host)
        if known is not None and known[0].file in results:
            results[known[0].file].pairs.append(_pair(case, generic, own))
    return list(results.values())


def score_families(registry: Registry, cases: Sequence[tuple[str, Case]]) -> list[Result]:
    """Each family beside the generic rules and the other families, on the pages that it recognises; sites' sets off."""
    options = Options(site_rules=False)
    own = _WithRegistry(registry, options)
    results = {family.slug: Result(family.slug) for family in registry.families}
    without = {
        family.slug: _WithRegistry(
            Registry(registry.sites, [other for other in registry.families if other is not family], registry.phrases),
            options,
        )
        for family in registry.families
    }
    for _, case in cases:
        for slug in _families_of(case.page, registry) if case.page.path.suffix != ".txt" else ():
            results[slug].pairs.append(_pair(case, without[slug], own))
    return list(results.values())


def _families_of(page: Page, registry: Registry) -> list[str]:
    """The families that recognise a page."""
    parser = LexborHTMLParser(page.load().text)
    return [family.slug for family in registry.families if any(has(parser, selector) for selector in family.recognise)]


def _pair(case: Case, without: Cleaner, own: Cleaner) -> Pair:
    before, after = _clean(case.page, without), _clean(case.page, own)
    left = [
        (item.name, was_right, is_right)
        for (item, was_right), (_, is_right) in zip(left_out(case, before), left_out(case, after), strict=True)
    ]
    drift = after.rules is not None and after.rules.drift is not None
    return Pair(case.page, measured(case, before), measured(case, after), tuple(left), drift)


def _clean(page: Page, cleaner: Cleaner) -> Article:
    with quiet():
        return cleaner.clean(page.load().raw, url=page.url)


def sets_table(title: str, results: Sequence[Result], halves: bool = False) -> Table:
    """A row for each set that has pages, and one for all pages of each half.

    halves: whether to print the halves of each set, too: those of a family have pages of many hosts.
    """
    rows = []
    for result in results:
        if result.pairs:
            rows.append(_row(result.name, result.pairs, result.verdict))
            rows += _rows_of_halves("  ", result.pairs) if halves else []
    rows += _rows_of_halves("pages of corpora: ", [pair for result in results for pair in result.pairs])
    unseen = sum(not result.pairs for result in results)
    notes = (*NOTES, *((f"{unseen} sets have neither pages nor fixtures.",) if unseen else ()))
    return Table(title, COLUMNS, tuple(rows), notes)


def _rows_of_halves(before: str, pairs: Sequence[Pair]) -> list[tuple[str, ...]]:
    """A row for the pages of corpora of each half, where there are any."""
    shared = [pair for pair in pairs if not pair.is_fixture]
    split = {half: [pair for pair in shared if pair.is_blind == (half == "blind")] for half in ("open", "blind")}
    return [_row(f"{before}{half} half", of_half, "") for half, of_half in split.items() if of_half]


def _row(name: str, pairs: Sequence[Pair], verdict: str) -> tuple[str, ...]:
    generic, own = means([p.generic for p in pairs]), means([p.own for p in pairs])
    cells = [
        "–" if generic[measure] is None else f"{number(generic[measure])}→{number(own[measure])}"
        for measure in MEASURES
    ]
    errors = f"{sum(errors_of(p.generic) for p in pairs)} → {sum(errors_of(p.own) for p in pairs)}"
    return (name, str(len(pairs)), str(sum(p.drift for p in pairs)), *cells, errors, verdict)


def removals_table(results: Sequence[Result]) -> Table | None:
    """Of what is to be left out, by set and reason, how much is, without the set and with it; None where nothing is."""
    rows = []
    for result in results:
        every: Counter[str] = Counter()
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for name, was_right, is_right in (item for pair in result.pairs for item in pair.left):
            every[name] += 1
            before[name] += was_right
            after[name] += is_right
        rows += [(result.name, name, f"{before[name]} → {after[name]} of {every[name]}") for name in sorted(every)]
    columns = ("set", "reason", "left out for the right reason")
    return Table("Removals by reason", columns, tuple(rows)) if rows else None


def worse_pages(results: Sequence[Result]) -> Iterator[str]:
    """A line for each page that a set makes worse: fixtures, and pages of the open half."""
    for result in results:
        for pair in result.pairs:
            if pair.is_worse and not pair.is_blind:
                falls = [
                    f"{name} {number(pair.generic[name])} → {number(own)}"
                    for name in MEASURES
                    if (own := pair.own[name]) is not None and own < (pair.generic[name] or 0.0)
                ]
                yield f"{result.name}: {pair.page.id}: {', '.join(falls)}"


def _cases(corpora: Path | None, fixtures: Path) -> Iterator[tuple[str, Case]]:
    yield from cases_of_fixtures(fixtures)
    for corpus in read_corpora(corpora) if corpora is not None else ():
        if corpus.articles:
            yield from ((host_of(page.url) or "", case_of_page(page)) for page in corpus.pages)


def _sets(paths: Sequence[Path]) -> tuple[list[RuleSet], Registry]:
    """The sets to score, and all in force: a user's own where there are some, else those that ship."""
    if not paths:
        return list(shipped().sites), shipped()
    registry = with_user_files(paths)
    ours = {rules.file for rules in shipped().sites}
    return [rules for rules in registry.sites if rules.file not in ours], registry


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    envvar="CLEANER_CORPORA",
    help="Folder of the corpora (or CLEANER_CORPORA); fixtures alone without.",
)
@click.option(
    "--fixtures",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=FIXTURES,
    help="Folder of fixtures, HOST/CASE/expected.json; those of this project by default.",
)
@click.option(
    "--rules",
    "paths",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Score these sets and not the shipped ones.",
)
@click.option("--worse", is_flag=True, help="Name the pages that a set makes worse: of the open half, and fixtures.")
def main(corpora: Path | None, fixtures: Path, paths: tuple[Path, ...], worse: bool) -> None:
    """Score rule sets; exit code 1 where one does not earn its place."""
    try:
        sets, registry = _sets(paths)
        cases = list(_cases(corpora, fixtures))
        sites = score_sites(sets, registry, cases)
        families = [] if paths else score_families(registry, cases)
    except (CorpusError, CleanerError) as error:
        raise click.ClickException(str(error)) from error
    _tell(sets_table("Sites: generic rules → rule set", sites), removals_table(sites))
    if families:
        _tell(sets_table("Families: generic rules → family", families, halves=True), removals_table(families))
    every = [*sites, *families]
    for line in worse_pages(every) if worse else ():
        click.echo(f"worse: {line}")
    failed = [result.name for result in every if result.verdict in (WORSE, NO_GAIN)]
    if failed:
        click.echo(f"not worth their place: {', '.join(failed)}", err=True)
        raise SystemExit(1)


def _tell(*tables: Table | None) -> None:
    for table in tables:
        if table is not None:
            click.echo("\n".join((table.title, *_aligned([table.columns, *table.rows]), *table.notes, "")))


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows in columns, one line each however long: two hundred sets are read with a pager or `grep`."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


if __name__ == "__main__":
    main()
