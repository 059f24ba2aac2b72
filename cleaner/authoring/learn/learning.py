"""The steps in which a rule set is learnt, and the file that comes of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner.authoring.hosts import site_host
from cleaner.authoring.learn.bodies import AGREES, learn_layouts
from cleaner.authoring.learn.draft import Draft, Line
from cleaner.authoring.learn.fields import learn_fields
from cleaner.authoring.learn.lines import fingerprints, learn_lines, set_aside_shapes
from cleaner.authoring.learn.recurring import set_aside_recurring
from cleaner.authoring.learn.removals import learn_removals
from cleaner.authoring.learn.sample import LEAST_PAGES, Sample, SamplePage, read_sample
from cleaner.authoring.learn.trial import Outcome, mean_f1, try_out
from cleaner.errors import InputError, printable, quoted
from cleaner.rules.schema import RuleSet

# Pages from which on the figures of a set tell something. By hand.
_FEW_PAGES = 3
_KEYS_OF_NAMES, _KEYS_OF_TEXTS = ("page", "name", "id"), ("text", "body")


@dataclass(frozen=True, slots=True)
class Learnt:
    """A rule set that was learnt: the text of its file, and what was in doubt, a line each."""

    content: str
    rules: RuleSet
    doubts: tuple[str, ...]


def learn(
    pages: Iterable[tuple[str, bytes]],
    gold: Mapping[str, str] | None = None,
    host: str | None = None,
    least: int = LEAST_PAGES,
) -> Learnt:
    """Learn a rule set from pages of one site.

    pages: names and contents, HTML or scraped text; gold: the text that some of them shall have, by name; host: of the
    site, where the pages do not tell it; least: the fewest pages.
    Raises an `InputError` that says what is missing, for pages of several sites, for too few articles, and for gold
    that is none of the pages'.
    """
    sample = read_sample(pages, gold or {}, site_host(host) if host is not None else None, least)
    doubts = list(sample.notes)
    has_gold = any(page.gold for page in sample.pages)
    if not has_gold:
        doubts += set_aside_recurring(sample.pages)
        set_aside_shapes(sample.plain)
    for page in sample.pages:
        page.aim()
    draft = _beginning(sample)
    generic = try_out(draft, sample.pages)
    outcomes: Sequence[Outcome] = generic
    if sample.html:
        draft = learn_layouts(draft, sample.html, generic_of(generic, sample.html), doubts)
        outcomes = try_out(draft, sample.pages)
        draft, outcomes = learn_removals(draft, outcomes)
        draft, outcomes = learn_fields(draft, outcomes)
    if sample.plain:
        draft, outcomes = learn_lines(draft, outcomes)
    draft = replace(draft, fingerprints=tuple(fingerprints(draft, sample.pages)))
    doubts += _doubts(sample, outcomes)
    content = "".join(f"{printable(line)}\n" for line in _file(draft, sample, generic, outcomes, doubts))
    return Learnt(content, draft.rules(), tuple(doubts))


def generic_of(outcomes: Sequence[Outcome], pages: Sequence[SamplePage]) -> list[Outcome]:
    """Those of the outcomes that are of these pages."""
    names = {page.name for page in pages}
    return [outcome for outcome in outcomes if outcome.page.name in names]


def _beginning(sample: Sample) -> Draft:
    """A draft that says whose pages they are."""
    names = Counter(page.article.site_name for page in sample.pages if page.article.site_name)
    languages = Counter(page.article.language for page in sample.pages if page.article.language)
    language = None
    if languages:
        tag, count = languages.most_common(1)[0]
        language = Line(tag, f"of {count} of {len(sample.pages)} pages")
    name = names.most_common(1)[0][0] if names else sample.host
    return Draft(sample.host, "".join(char for char in name if char.isprintable())[:200], language)


def _doubts(sample: Sample, outcomes: Sequence[Outcome]) -> Iterator[str]:
    if len(sample.pages) < _FEW_PAGES:
        yield f"learnt from {len(sample.pages)} pages: three or more tell what varies and what recurs"
    for outcome in outcomes:
        if outcome.layout is not None and outcome.page.gold and outcome.f1 < AGREES:
            yield f"{outcome.page.name}: word F1 against its gold is {outcome.f1:.3f}: see what `--explain` says of it"


def _file(
    draft: Draft, sample: Sample, generic: Sequence[Outcome], outcomes: Sequence[Outcome], doubts: Sequence[str]
) -> Iterator[str]:
    gold = sum(page.gold for page in sample.pages)
    against = f"the gold of {gold}" if gold else "what the generic rules keep but for what recurs"
    yield "#:schema ./rules.schema.json"
    yield f"# Learnt from {len(sample.pages)} pages of {sample.host} by `cleaner rules learn`: read each line first."
    yield f"# Word F1 against {against}: {mean_f1(generic):.3f} without the set, {mean_f1(outcomes):.3f} with it."
    yield from draft.toml()
    if doubts:
        yield from ("", "# Unsure:", *(f"# - {line}" for line in doubts))


def read_gold(content: str, where: str) -> dict[str, str]:
    """The texts of a gold file by the names of their pages.

    content: a JSON object, name → text, or JSON lines, each an object with `page` and `text`; where: its name for
    messages. Raises an `InputError` for anything else.
    """
    try:
        table = json.loads(content)
        rows = None
    except ValueError:
        table = None
        rows = [line for line in content.splitlines() if line.strip()]
    if isinstance(table, dict) and not _row(table):
        if not all(isinstance(text, str) for text in table.values()):
            raise InputError(f"{where}: write it as an object of texts by the names of their pages")
        return table
    try:
        parsed = [table] if rows is None else [json.loads(line) for line in rows]
    except ValueError:
        raise InputError(f"{where}: no JSON: a line is an object with `page` and `text`") from None
    found = {}
    for number, row in enumerate(parsed, 1):
        pair = _row(row) if isinstance(row, dict) else None
        if pair is None:
            raise InputError(f"{where}, line {number}: {quoted(row)}: an object with `page` and `text` is needed")
        found[pair[0]] = pair[1]
    return found


def _row(row: Mapping[str, object]) -> tuple[str, str] | None:
    """The page's name and text that a line of gold says; None for other objects."""
    name = next((row[key] for key in _KEYS_OF_NAMES if isinstance(row.get(key), str)), None)
    text = next((row[key] for key in _KEYS_OF_TEXTS if isinstance(row.get(key), str)), None)
    return (str(name), str(text)) if name is not None and text is not None and len(row) >= 2 else None
