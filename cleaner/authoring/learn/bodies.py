"""Which elements hold the article, by design: what varies between the pages and reads as prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cleaner.authoring.learn.draft import Draft, DraftLayout, Line
from cleaner.authoring.learn.names import words_of
from cleaner.authoring.learn.reasons import reason_by_name
from cleaner.authoring.learn.sample import SamplePage
from cleaner.authoring.learn.trial import Outcome, mean_f1, try_out, worst_fall
from cleaner.authoring.learn.words import word_f1, words

# Share of the wanted text that a body's selectors hold on a page, at least. By hand.
_LEAST_HELD = 0.9
# Share of what a body's selector holds that is wanted, at least. By hand: the rest is for removals.
_LEAST_PURE = 0.15
# A further selector joins a body if it adds this share of the wanted text, and holds no more of other text than that.
# By hand.
_ADDS, _ADDS_PURE, _MOST_SELECTORS = 0.02, 0.6, 3
# Bodies that are tried for each design, and designs. By hand.
_MOST_TRIED, _MOST_LAYOUTS = 8, 5
# A page's text with a layout is right without gold if it agrees so far with what the generic rules keep. By hand.
AGREES = 0.99
# A page without gold, beside pages with it, is of another design if its text differs from that of the generic rules by
# so much more than the pages with gold do. By hand.
_UNLIKE = 0.05
# Differences of word F1 that count as none. By hand: a word or two.
SAME = 0.002
# Elements that hold no article, whatever their names.
_NO_BODIES = ("nav", "aside", "footer", "form", "button", "table")
# Names that say that an element holds the article, for the choice between equal bodies.
_BEST_NAME = 2
_TELLING = ("body", "article", "content", "story", "text", "entry", "post")


@dataclass(frozen=True, slots=True)
class _Held:
    """What a selector holds of a page: shares of the wanted text, and of its own text that is wanted."""

    recall: float
    purity: float


@dataclass(frozen=True, slots=True)
class _Body:
    selectors: tuple[str, ...]
    pages: int
    recall: float
    purity: float


def learn_layouts(draft: Draft, pages: Sequence[SamplePage], generic: Sequence[Outcome], notes: list[str]) -> Draft:
    """The draft with a layout for each design that was found; what was in doubt is added to `notes`.

    generic: the pages cleaned with a set that has no layout.
    """
    best = list(generic)
    open_pages = list(range(len(pages)))
    while open_pages and len(draft.layouts) < _MOST_LAYOUTS:
        found = _best_body(draft, [pages[i] for i in open_pages], pages, best)
        if found is None:
            break
        draft, best = found
        served = {i for i in open_pages if best[i].layout is not None}
        if not served:
            break
        open_pages = [i for i in open_pages if i not in served]
    for i in open_pages:
        notes.append(f"{pages[i].name}: no element with a name holds its text: the generic rules serve it")
    return _with_evidence(draft, best)


def _best_body(
    draft: Draft, design: Sequence[SamplePage], pages: Sequence[SamplePage], best: Sequence[Outcome]
) -> tuple[Draft, list[Outcome]] | None:
    """The draft with the body that does most for pages which no layout serves yet; None where none does."""
    tried = []
    for body in _candidates(design):
        layout = DraftLayout(_name(body, draft), tuple(Line(selector) for selector in body.selectors))
        candidate = replace(draft, layouts=(*draft.layouts, layout))
        outcomes = try_out(candidate, pages)
        served = [i for i, outcome in enumerate(outcomes) if outcome.layout is not None]
        gained = len(served) - sum(outcome.layout is not None for outcome in best)
        if gained <= 0 or not _is_sound(best, outcomes):
            continue
        if not _telling(body) and mean_f1(outcomes) <= mean_f1(best) + SAME:
            continue  # a tag alone fits any design: the generic rules do as well
        score = (gained, round(mean_f1(outcomes) / SAME), _telling(body), round(body.purity, 1), -_cost(body))
        tried.append((score, candidate, outcomes))
        if gained == len(design) and mean_f1(outcomes) >= 1 - SAME and _telling(body) == _BEST_NAME:
            break  # no later one can be better, but for its purity
    if not tried:
        return None
    _, chosen, outcomes = max(tried, key=lambda entry: entry[0])
    return chosen, outcomes


def _is_sound(before: Sequence[Outcome], after: Sequence[Outcome]) -> bool:
    """Whether a layout harms no page that it serves."""
    has_gold = any(outcome.page.gold for outcome in before)
    alike = min((_likeness(new) for new in after if new.page.gold), default=1.0)
    for old, new in zip(before, after, strict=True):
        if new.layout is None or old.layout == new.layout:
            continue
        if has_gold and not new.page.gold:
            if new.f1 < min(old.f1, alike) - _UNLIKE:
                return False
        elif has_gold:
            if new.f1 < old.f1 - SAME:
                return False
        elif new.f1 < min(AGREES, old.f1):
            return False
    return worst_fall(before, after) <= max(SAME, 1 - AGREES)


def _likeness(outcome: Outcome) -> float:
    """How far a page's text agrees with that of the generic rules."""
    return word_f1(words(outcome.article.text), words(outcome.page.article.text))


def _candidates(pages: Sequence[SamplePage]) -> list[_Body]:
    """Bodies that hold the wanted text of most pages, the best first."""
    held = [_held(page) for page in pages]
    every = dict.fromkeys(selector for of_page in held for selector in of_page if not selector.startswith(_NO_BODIES))
    bodies = []
    for selector in every:
        selectors = _completed(selector, pages, held)
        good = [h for page, of_page in zip(pages, held, strict=True) if (h := _of_body(selectors, page, of_page))]
        if good:
            recall, purity = (
                sum(values) / len(good) for values in zip(*((h.recall, h.purity) for h in good), strict=True)
            )
            bodies.append(_Body(selectors, len(good), recall, purity))
    bodies.sort(key=lambda body: (-body.pages, -round(body.recall + body.purity / 2, 2), _cost(body), body.selectors))
    return bodies[:_MOST_TRIED]


def _of_body(selectors: tuple[str, ...], page: SamplePage, held: dict[str, _Held]) -> _Held | None:
    """What a body holds of a page; None where it is not the article's."""
    found = held.get(selectors[0]) if len(selectors) == 1 else _share(page, frozenset(selectors))
    if found is None or found.recall < _LEAST_HELD or found.purity < _LEAST_PURE:
        return None
    return found


def _completed(selector: str, pages: Sequence[SamplePage], held: Sequence[dict[str, _Held]]) -> tuple[str, ...]:
    """A selector, and others that hold what it lacks of the wanted text: the parts of an article that has several."""
    chosen = [selector]
    own = [of_page[selector] for of_page in held if selector in of_page]
    if max(h.recall for h in own) < 0.5 or min(h.recall for h in own) >= 1 - _ADDS:
        return (selector,)
    while len(chosen) < _MOST_SELECTORS:
        at = next((i for i, of_page in enumerate(held) if selector in of_page), 0)
        now = _share(pages[at], frozenset(chosen)).recall
        gains = [
            (_share(pages[at], frozenset((*chosen, other))).recall - now, other)
            for other, h in held[at].items()
            if other not in chosen and h.purity >= _ADDS_PURE and h.recall < 0.5 and _may_join(other)
        ]
        gain, other = max(gains, default=(0.0, ""))
        if gain < _ADDS:
            break
        chosen.append(other)
    return tuple(chosen)


@lru_cache(maxsize=1 << 12)
def _may_join(selector: str) -> bool:
    """Whether a selector may be a further part of a body: neither its tag nor its name speaks against it."""
    return not selector.startswith(_NO_BODIES) and reason_by_name(selector) is None


def _held(page: SamplePage) -> dict[str, _Held]:
    """What each selector holds of a page."""
    wanted: dict[str, int] = {}
    whole: dict[str, int] = {}
    total = 0
    for part in page.parts:
        size = len(part.text)
        total += size if part.wanted else 0
        for selector in part.selectors:
            whole[selector] = whole.get(selector, 0) + size
            if part.wanted:
                wanted[selector] = wanted.get(selector, 0) + size
    return {selector: _Held(size / total, size / whole[selector]) for selector, size in wanted.items()}


def _share(page: SamplePage, selectors: frozenset[str]) -> _Held:
    """What several selectors hold of a page together."""
    total = wanted = whole = 0
    for part in page.parts:
        size = len(part.text)
        total += size if part.wanted else 0
        if not selectors.isdisjoint(part.selectors):
            whole += size
            wanted += size if part.wanted else 0
    return _Held(wanted / total if total else 0.0, wanted / whole if whole else 0.0)


def _telling(body: _Body) -> int:
    """2 for names that say that the element is the article's text, 1 for a name, 0 for a tag alone."""
    first = body.selectors[0]
    if not any(sign in first for sign in ".#["):
        return 0
    return _BEST_NAME if any(word in first.lower() for word in _TELLING) else 1


def _cost(body: _Body) -> int:
    return sum(len(selector) for selector in body.selectors) + 10 * len(body.selectors)


def _name(body: _Body, draft: Draft) -> str:
    name = words_of(body.selectors[0])
    taken = {layout.name for layout in draft.layouts}
    return name if name not in taken else f"{name} {len(taken) + 1}"


def _with_evidence(draft: Draft, outcomes: Sequence[Outcome]) -> Draft:
    """The draft, its bodies with the pages that each serves and what they hold of them."""
    for number, layout in enumerate(draft.layouts):
        served = [outcome.page for outcome in outcomes if outcome.layout == layout.name]
        lines = []
        for line in layout.body:
            held = [_share(page, frozenset((line.value,))) for page in served]
            on = [share for share in held if share.recall > 0]
            recall = sum(share.recall for share in on) / len(on) if on else 0.0
            lines.append(Line(line.value, f"on {len(on)} of {len(outcomes)} pages; holds {recall:.0%} of the text"))
        draft = draft.with_layout(number, replace(layout, body=tuple(lines)))
    return draft
