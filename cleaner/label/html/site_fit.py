"""Does a rule set still fit the page? The body of a site's or a family's set is compared with the article that the
page's own form and its data for machines tell, and so is what a family removes.

The thresholds rest on 206 pairs of a page and a set whose body was written for another page of the host, 40 of them
replaced designs, or by somebody else years ago: in each of the three that lost the article the body held at most 0.11
of the generic body's prose, in those that were as good as the generic rules or better at least 0.51.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from cleaner.folding import alnum_key
from cleaner.label.html.body import main_content, marked_body
from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Layer, Reason
from cleaner.lines.prose import prose_score
from cleaner.model import Drift, Elements, Mark, Page
from cleaner.options import Favour
from cleaner.patterns import Pattern

# Characters of prose from which on a body is judged: less may be a consent dialogue beside a picture. By hand.
_ENOUGH = 400.0
# Least share of the generic body's prose that a set's body holds. By hand, between 0.11 and 0.51 (see above).
_LEAST_SHARED = 0.3
# Greatest share of the set's body's prose that the generic body lacks. By hand: 0.06 at most in the pairs above.
_MOST_BEYOND = 0.5
# Least share of the JSON-LD's `articleBody` that a set's body holds. By hand; in the pairs above all hold all of it.
_LEAST_STATED = 0.3
# From this share on the JSON-LD says that the body is right, whatever the generic rules think. By hand.
_CONFIRMED = 0.9
# Greatest share of the generic body's prose, or of the `articleBody`'s, that a family may remove. By hand: of 1,100
# pages of families one had 0.51 of it removed, the others at most 0.23.
_MOST_TAKEN = 0.3
_TAG = Pattern(r"<[^>]*>")


class _Prose(NamedTuple):
    """Characters of prose. What a set removes is in neither body.

    generic, marked, shared: in the generic body, in the set's, and in both; stated: in blocks that the `articleBody`
    holds; found: in those of them that stand in the set's body.
    """

    generic: float
    marked: float
    shared: float
    stated: float
    found: float


class _Reading(NamedTuple):
    """What the generic rules see of a page: for each block its prose score, and whether it is in their body and in the
    JSON-LD's `articleBody`.
    """

    scores: list[float]
    generic: list[bool]
    stated: list[bool]


def body_drift(page: Page, article_body: str, favour: Favour) -> Drift | None:
    """How the body that a rule set marks differs from the page's article; None where it fits, or none is marked.

    page: with the set's marks and no labels; article_body: that of the page's JSON-LD, or nothing.
    """
    inside = marked_body(page.elements)
    if inside is None:
        return None
    return _drift_of(_measure(page, _read(page, article_body, favour), inside, _marked(page.elements, _is_removal)))


def family_drift(page: Page, slugs: Iterable[str], article_body: str, favour: Favour) -> dict[str, Drift]:
    """The families that do not fit a page, by slug, each with the reason: their body is not the page's article, as of a
    site's set, or what they remove is prose of it.

    page: with the families' marks and no labels; slugs: of the families that were recognised; article_body: as above.
    """
    reading: _Reading | None = None
    refused: dict[str, Drift] = {}
    for slug in slugs:
        inside = _marked(page.elements, partial(_is_body_of, slug))
        removed = _marked(page.elements, partial(_is_removal_of, slug))
        if not (any(inside) or _holds_prose(page, removed)):
            continue
        reading = reading or _read(page, article_body, favour)
        drift = _drift_of(_measure(page, reading, inside, removed)) if any(inside) else None
        if drift is None and _takes_prose(page, reading, removed):
            drift = Drift.TAKES_PROSE
        if drift is not None:
            refused[slug] = drift
    return refused


def _drift_of(prose: _Prose) -> Drift | None:
    if prose.stated >= _ENOUGH and prose.found < _LEAST_STATED * prose.stated:
        return Drift.MISSES_ARTICLE_BODY
    is_confirmed = prose.stated >= _ENOUGH and prose.found >= _CONFIRMED * prose.stated
    if not is_confirmed and prose.generic >= _ENOUGH and prose.shared < _LEAST_SHARED * prose.generic:
        return Drift.MISSES_PROSE
    if prose.marked >= _ENOUGH and prose.marked - max(prose.shared, prose.found) > _MOST_BEYOND * prose.marked:
        return Drift.TOO_WIDE
    return None


def _takes_prose(page: Page, reading: _Reading, removed: bytearray) -> bool:
    """Whether a family's removals hold much of the generic body's prose, or of what the JSON-LD states."""
    for held in (reading.generic, reading.stated):
        whole = sum(score for score, is_held in zip(reading.scores, held, strict=True) if is_held and score > 0)
        taken = sum(
            score
            for block, score, is_held in zip(page.blocks, reading.scores, held, strict=True)
            if is_held and score > 0 and removed[block.element]
        )
        if taken >= _ENOUGH and taken > _MOST_TAKEN * whole:
            return True
    return False


def _holds_prose(page: Page, removed: bytearray) -> bool:
    """Whether removals hold enough prose to be judged."""
    if not any(removed):
        return False
    held = (block for block in page.blocks if removed[block.element])
    return sum(max(prose_score(block.text, block.links, block.form), 0.0) for block in held) >= _ENOUGH


def _read(page: Page, article_body: str, favour: Favour) -> _Reading:
    blocks = page.blocks
    stated_key = alnum_key(_TAG.sub(" ", article_body))
    scores = [0.0 if block.reason is not None else prose_score(block.text, block.links, block.form) for block in blocks]
    trust = HintTrust(page.elements)
    trust.weigh(blocks, scores)
    generic = main_content(page, scores, trust, favour)
    return _Reading(
        scores,
        [bool(generic[block.element]) for block in blocks],
        [
            score > 0 and bool(stated_key) and alnum_key(block.text) in stated_key
            for block, score in zip(blocks, scores, strict=True)
        ],
    )


def _measure(page: Page, reading: _Reading, inside: bytearray, removed: bytearray) -> _Prose:
    """The prose of the generic body, of the body that `inside` tells, and of what the JSON-LD states."""
    sums = [0.0] * 5
    for block, score, in_generic, is_stated in zip(page.blocks, *reading, strict=True):
        if score <= 0:
            continue
        is_left = not removed[block.element]
        by_form, by_rules = is_left and in_generic, is_left and bool(inside[block.element])
        holds = (by_form, by_rules, by_form and by_rules, is_stated, is_stated and by_rules)
        for i, held in enumerate(holds):
            sums[i] += score if held else 0.0
    return _Prose(*sums)


def _is_removal(mark: Mark) -> bool:
    return isinstance(mark.label, Reason)


def _is_body_of(slug: str, mark: Mark) -> bool:
    return mark.label is None and _is_of(slug, mark)


def _is_removal_of(slug: str, mark: Mark) -> bool:
    return _is_removal(mark) and _is_of(slug, mark)


def _is_of(slug: str, mark: Mark) -> bool:
    """Whether a mark is that of a family."""
    return mark.layer is Layer.FAMILY and mark.rule.partition(":")[0] == slug


def _marked(elements: Elements, is_meant: Callable[[Mark], bool]) -> bytearray:
    """For each element 1 if it or one around it has such a mark, else 0; a parent stands before its children."""
    marked = bytearray(len(elements))
    if not elements.marks:
        return marked
    for i, parent in enumerate(elements.parents):
        mark = elements.marks.get(i)
        marked[i] = (mark is not None and is_meant(mark)) or (parent >= 0 and marked[parent])
    return marked
