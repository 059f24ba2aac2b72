"""What comes again on page after page, and is no article's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from cleaner import Role
from cleaner.authoring.learn.reasons import speaks_of_reason
from cleaner.authoring.learn.sample import Part, SamplePage

# A part recurs that stands on at least this share of the pages, and on two. By hand.
RECURS_SHARE = 0.5
# A sentence recurs that stands on at least this share of three pages or more. By hand: two articles of a series may
# have one introduction.
_PROSE_SHARE, _PROSE_PAGES = 0.8, 3
# What recurs is at most this share of a page's text, or it is the article. By hand.
_MOST_OF_PAGE = 0.4
# Texts that recur and stay which are told. By hand.
_MOST_DOUBTS = 8
# Parts that recur in articles of one kind ("Ingredients", the rows of a table, a command): only a name tells them.
_OF_ARTICLES = frozenset((Role.HEADING, Role.TABLE_ROW, Role.CODE, Role.CAPTION))


def pages_by_key(pages: Sequence[SamplePage]) -> Counter[str]:
    """On how many pages each part stands, by its key."""
    return Counter(key for page in pages for key in {part.key for part in page.parts})


def set_aside_recurring(pages: Sequence[SamplePage]) -> list[str]:
    """Say of what recurs that it does not belong in the text, on pages without gold; returns what was left in doubt.

    A sentence that recurs is the article's unless it stands in an element that holds nothing else on any page.
    """
    counts = pages_by_key(pages)
    least = max(2, ceil(RECURS_SHARE * len(pages)))
    recurring = {key for key, count in counts.items() if count >= least}
    varied = _selectors_of_varied(pages, recurring)
    doubts: dict[str, str] = {}
    for page in pages:
        found = []
        for part in page.parts:
            if not (part.kept and part.wanted and part.key in recurring):
                continue
            count = counts[part.key]
            if _is_no_articles(part, count, len(pages), varied):
                found.append(part)
            elif any(map(str.isalpha, part.key)):
                doubts.setdefault(part.key, f"recurs on {count} of {len(pages)} pages and stays: {shown(part.text)}")
        if sum(len(part.text) for part in found) <= _MOST_OF_PAGE * len(page.article.text):
            for part in found:
                part.wanted = False
    told, more = list(doubts.values())[:_MOST_DOUBTS], len(doubts) - _MOST_DOUBTS
    return [*told, f"{more} more texts recur and stay"] if more > 0 else told


def _selectors_of_varied(pages: Sequence[SamplePage], recurring: set[str]) -> set[str]:
    """The selectors that hold text which does not recur."""
    return {
        selector
        for page in pages
        for part in page.parts
        if part.kept and part.wanted and part.key not in recurring
        for selector in part.selectors
    }


def _is_no_articles(part: Part, count: int, of: int, varied: set[str]) -> bool:
    if part.chain:
        own = any(selector not in varied for selector in part.selectors)
        if part.is_prose:
            return own and of >= _PROSE_PAGES and count >= _PROSE_SHARE * of
        if part.role in _OF_ARTICLES or of < _PROSE_PAGES:
            return own and speaks_of_reason(part)
        return own
    return not part.is_prose and of >= _PROSE_PAGES


def shown(text: str) -> str:
    """A text as comments quote it: its beginning.

    >>> shown("Sign up")
    '"Sign up"'
    """
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f'"{flat}"' if len(flat) <= _SHOWN else f'"{flat[:_SHOWN].rstrip()}…"'


# Characters of a text in a comment. By hand.
_SHOWN = 60


def listed(texts: Sequence[str]) -> Iterator[str]:
    """The texts, each once, the most frequent first."""
    yield from (text for text, _ in Counter(texts).most_common())
