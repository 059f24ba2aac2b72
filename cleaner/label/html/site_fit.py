"""Does a site's rule set still fit the page? Its body is compared with the article that the page's own form and its
data for machines tell.

The thresholds rest on 206 pairs of a page and a set whose body was written for another page of the host, 40 of them
replaced designs, or by somebody else years ago: in each of the three that lost the article the body held at most 0.11
of the generic body's prose, in those that were as good as the generic rules or better at least 0.51.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.folding import alnum_key
from cleaner.label.html.body import main_content, marked_body
from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Reason
from cleaner.lines.prose import prose_score
from cleaner.model import Drift, Elements, Page
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


def body_drift(page: Page, article_body: str, favour: Favour) -> Drift | None:
    """How the body that a rule set marks differs from the page's article; None where it fits, or none is marked.

    page: with the set's marks and no labels; article_body: that of the page's JSON-LD, or nothing.
    """
    inside = marked_body(page.elements)
    if inside is None:
        return None
    prose = _measure(page, inside, alnum_key(_TAG.sub(" ", article_body)), favour)
    if prose.stated >= _ENOUGH and prose.found < _LEAST_STATED * prose.stated:
        return Drift.MISSES_ARTICLE_BODY
    is_confirmed = prose.stated >= _ENOUGH and prose.found >= _CONFIRMED * prose.stated
    if not is_confirmed and prose.generic >= _ENOUGH and prose.shared < _LEAST_SHARED * prose.generic:
        return Drift.MISSES_PROSE
    if prose.marked >= _ENOUGH and prose.marked - max(prose.shared, prose.found) > _MOST_BEYOND * prose.marked:
        return Drift.TOO_WIDE
    return None


def _measure(page: Page, inside: bytearray, stated_key: str, favour: Favour) -> _Prose:
    """The prose of the generic body, of the body that `inside` tells, and of what the JSON-LD states."""
    blocks = page.blocks
    scores = [0.0 if block.reason is not None else prose_score(block.text, block.links, block.form) for block in blocks]
    trust = HintTrust(page.elements)
    trust.weigh(blocks, scores)
    generic = main_content(page, scores, trust, favour)
    removed = _removed(page.elements)
    sums = [0.0] * 5
    for block, score in zip(blocks, scores, strict=True):
        if score <= 0:
            continue
        is_left = not removed[block.element]
        by_form, by_rules = is_left and generic[block.element], is_left and inside[block.element]
        is_stated = bool(stated_key) and alnum_key(block.text) in stated_key
        holds = (by_form, by_rules, by_form and by_rules, is_stated, is_stated and by_rules)
        for i, held in enumerate(holds):
            sums[i] += score if held else 0.0
    return _Prose(*sums)


def _removed(elements: Elements) -> bytearray:
    """For each element 1 if a rule set removes it or one around it, else 0; a parent stands before its children."""
    removed = bytearray(len(elements))
    for i, parent in enumerate(elements.parents):
        mark = elements.marks.get(i)
        removed[i] = (mark is not None and isinstance(mark.label, Reason)) or (parent >= 0 and removed[parent])
    return removed
