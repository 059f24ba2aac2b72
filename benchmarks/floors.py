"""The floors of the gate: which measures have one, when a figure has fallen, and what becomes of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).resolve().parent / "floors.json"

# Figures by corpus and measure.
Values = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Measure:
    """Which way is better, and how much worse is no fall: absolute `slack`, or relative to the floor for what a clock
    says.
    """

    higher: bool
    slack: float
    relative: bool = False

    def falls(self, value: float, floor: float) -> bool:
        """Whether the value is worse than the floor by more than the slack.

        >>> Measure(higher=True, slack=0.01).falls(0.94, floor=0.96)
        True
        """
        slack = self.slack * abs(floor) if self.relative else self.slack
        return value < floor - slack if self.higher else value > floor + slack

    def improves(self, value: float, floor: float) -> bool:
        """Whether the value is better than the floor, for times by more than their slack."""
        slack = self.slack * abs(floor) if self.relative else 0.0
        return value > floor + slack if self.higher else value < floor - slack


MEASURES: Mapping[str, Measure] = {
    "word_f1": Measure(True, 0.0005),
    "near_exact": Measure(True, 0.002),
    "snippet_f1": Measure(True, 0.0005),
    "below_eighty": Measure(False, 0.0),
    "below_half": Measure(False, 0.0),
    "errors": Measure(False, 0.0),
    "dump_word_f1": Measure(True, 0.0005),
    "dump_snippet_f1": Measure(True, 0.0005),
    "dump_title": Measure(True, 0.003),
    "dump_authors": Measure(True, 0.003),
    "dump_date": Measure(True, 0.003),
    "head_title": Measure(True, 0.003),
    "head_title_bare": Measure(True, 0.01),
    "head_authors": Measure(True, 0.003),
    "head_day": Measure(True, 0.003),
    "head_words_lost": Measure(False, 0.0002),
    "false_titles": Measure(False, 0.002),
    "first_lines_lost": Measure(False, 2.0),
    "body_words_lost": Measure(False, 0.0001),
    "worst_body_lost": Measure(False, 0.005),
    "bodies_untouched": Measure(True, 0.002),
    "meta_title": Measure(True, 0.002),
    "meta_authors": Measure(True, 0.002),
    "meta_date": Measure(True, 0.002),
    "lines_lost": Measure(False, 0.0005),
    "lines_kept": Measure(False, 0.0005),
    "captions_found": Measure(True, 0.0),
    "comments_found": Measure(True, 0.0),
    "comments_kept": Measure(False, 0.0),
    "auc": Measure(True, 0.002),
    "calibration_error": Measure(False, 0.003),
    "cpu": Measure(False, 0.35, relative=True),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure beside its floor."""

    corpus: str
    measure: str
    value: float | None
    floor: float | None

    @property
    def verdict(self) -> str:
        """`missing`, `new`, `fall`, `better` or `held`.

        >>> Change("news", "below_half", 3, 2).verdict
        'fall'
        """
        if self.value is None:
            return "missing"
        if self.floor is None:
            return "new"
        measure = MEASURES[self.measure]
        if measure.falls(self.value, self.floor):
            return "fall"
        return "better" if measure.improves(self.value, self.floor) else "held"


def compare(values: Values, floors: Values) -> list[Change]:
    """Every figure and every floor, in the order of the floors. A floor without a figure is `missing`, and fails."""
    changes = []
    for corpus in [*floors, *(name for name in values if name not in floors)]:
        have, need = values.get(corpus, {}), floors.get(corpus, {})
        for name in MEASURES:
            if name in have or name in need:
                changes.append(Change(corpus, name, have.get(name), need.get(name)))
    return changes


def moved(values: Values, floors: Values, up: bool, down: bool) -> Values:
    """The floors after the run: new ones and better ones taken over where `up`, worse ones where `down`."""
    result = {corpus: dict(of_corpus) for corpus, of_corpus in floors.items()}
    for change in compare(values, floors):
        taken = (up and change.verdict in ("new", "better")) or (down and change.verdict == "fall")
        if taken and change.value is not None:
            result.setdefault(change.corpus, {})[change.measure] = round(change.value, 4)
    for corpus, of_corpus in values.items():
        if "pages" in of_corpus and corpus in result:
            result[corpus] = {"pages": of_corpus["pages"]} | {k: v for k, v in result[corpus].items() if k != "pages"}
    return result


def without_clock(floors: Values) -> Values:
    """The floors without those of what a clock says."""
    return {corpus: {k: v for k, v in of_corpus.items() if k != "cpu"} for corpus, of_corpus in floors.items()}


def other_pages(values: Values, floors: Values) -> list[str]:
    """The corpora whose number of pages is not the one that their floors were set on."""
    changed = []
    for corpus, of_corpus in floors.items():
        now = values.get(corpus, {})
        if "pages" in of_corpus and "pages" in now and now["pages"] != of_corpus["pages"]:
            changed.append(corpus)
    return changed
