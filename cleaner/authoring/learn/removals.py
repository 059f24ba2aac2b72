"""What the layouts still keep and should not: selectors that leave it out, each with the reason and what it removes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cleaner.authoring.learn.draft import Draft, Line
from cleaner.authoring.learn.names import SPEAKING_TAGS
from cleaner.authoring.learn.reasons import reason_of
from cleaner.authoring.learn.recurring import listed, shown
from cleaner.authoring.learn.sample import Part
from cleaner.authoring.learn.trial import Outcome, try_on, worst_fall
from cleaner.authoring.learn.words import folded

# Removals that are tried for each layout. By hand.
_MOST_TRIED = 25
# The least gain in word F1, over all pages together, for which a removal is written. By hand: some words of one page.
_LEAST_GAIN = 0.0005
# Share of the text of a page without gold, beside pages with it, that a removal may take: at most, and beyond the share
# that it takes of a page with gold. By hand.
_MOST_UNSEEN, _MORE_UNSEEN = 0.3, 0.05
# Texts that a comment quotes. By hand.
_QUOTED = 2


@dataclass(slots=True)
class _Removal:
    """A selector that holds parts which are kept and should not be."""

    selector: str
    parts: list[Part] = field(default_factory=list)
    pages: int = 0

    @property
    def size(self) -> int:
        """Characters of what it removes."""
        return sum(len(part.text) for part in self.parts)


def learn_removals(draft: Draft, before: Sequence[Outcome]) -> tuple[Draft, list[Outcome]]:
    """The draft with the removals that bring its texts nearer to what they shall be, and the pages cleaned with it."""
    outcomes = list(before)
    for number, layout in enumerate(draft.layouts):
        pages = [outcome.page for outcome in before if outcome.layout == layout.name]
        body = frozenset(line.value for line in layout.body)
        for removal in _candidates([o for o in outcomes if o.layout == layout.name], body):
            reason = reason_of(removal.selector, removal.parts, pages)
            line = Line(removal.selector, _evidence(removal, len(pages)))
            candidate = draft.with_layout(number, draft.layouts[number].with_removal(str(reason), line))
            after = try_on(candidate, line.value, outcomes)
            if _is_better(outcomes, after):
                draft, outcomes = candidate, after
    return draft, outcomes


def _is_better(before: Sequence[Outcome], after: Sequence[Outcome]) -> bool:
    """Whether some page gains, none loses, and each is served as before."""
    has_gold = any(outcome.page.gold for outcome in before)
    if any(old.layout != new.layout for old, new in zip(before, after, strict=True)):
        return False
    if worst_fall(before, after) > _LEAST_GAIN:
        return False
    if has_gold:
        taken = [(old.page.gold, _taken(old, new)) for old, new in zip(before, after, strict=True)]
        most = min(_MOST_UNSEEN, max(share for gold, share in taken if gold) + _MORE_UNSEEN)
        if any(share > most for gold, share in taken if not gold):
            return False
    gains = [new.f1 - old.f1 for old, new in zip(before, after, strict=True) if old.page.gold or not has_gold]
    return sum(gains) > _LEAST_GAIN


def _taken(old: Outcome, new: Outcome) -> float:
    """The share of a page's text that goes."""
    return 1 - len(new.article.text) / max(1, len(old.article.text))


def _candidates(outcomes: Sequence[Outcome], body: frozenset[str]) -> list[_Removal]:
    """Selectors of parts that are kept and should not be, and that hold nothing wanted; the one that takes most first,
    of those that take the same the nearest to the article's text.
    """
    found: dict[str, _Removal] = {}
    spared: set[str] = set(SPEAKING_TAGS) | body
    has_gold = any(outcome.page.gold for outcome in outcomes)
    for outcome in outcomes:
        kept = {folded(block.text) for block in outcome.article.blocks if block.span is not None}
        judged = outcome.page.gold or not has_gold
        on_page: set[str] = set()
        for part in outcome.page.parts:
            if part.wanted and judged:
                spared |= part.selectors
            elif part.key in kept and judged:
                for selector in _within(part, body):
                    on_page.add(selector)
                    found.setdefault(selector, _Removal(selector)).parts.append(part)
        for selector in on_page:
            found[selector].pages += 1
    listed = [removal for selector, removal in found.items() if selector not in spared]
    listed.sort(key=lambda removal: (-removal.pages, -removal.size, len(removal.selector), removal.selector))
    return listed[:_MOST_TRIED]


def _within(part: Part, body: frozenset[str]) -> Iterator[str]:
    """The selectors of a part's element and of those around it, up to the body."""
    for names in part.chain:
        if not body.isdisjoint(names):
            return
        yield from names


def _evidence(removal: _Removal, of: int) -> str:
    texts = [shown(part.text) for part in removal.parts]
    return f"on {removal.pages} of {of} pages: {quoted_texts(texts)}"


def quoted_texts(texts: Iterable[str]) -> str:
    """The texts that come most often, as a comment names them."""
    different = list(listed(list(texts)))
    more = f" and {len(different) - _QUOTED} more" if len(different) > _QUOTED else ""
    return ", ".join(different[:_QUOTED]) + more
