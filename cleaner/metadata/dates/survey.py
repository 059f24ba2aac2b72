"""Where a page prints dates, looked up once, and which of those places are not the article's."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from cleaner import dates
from cleaner.labels import Role
from cleaner.metadata.placement import near_title
from cleaner.model import Page, PageContext
from cleaner.patterns import Pattern

# Characters of the longest line with a date. By hand, as the next ones.
LONGEST = 150
# Elements, from a date's own outwards, of which one may be the page's header.
_ELEMENTS_ABOVE = 60
# Blocks that print a title, as far as places of dates are compared with theirs.
_MOST_TITLES = 8
# Names of `<time>` elements.
_CHANGE = Pattern(r"(?i)modified|lastmod|(?:last|date|time|is)[-_]?updated")
_PUBLICATION = Pattern(r"(?i)publi|posted|created")
# WordPress themes give this class to the only day that they print, which is that of publication, and to the later of
# two.
_UPDATED = Pattern(r"(?<!\S)(?:dt-)?updated(?!\S)")
_TITLE, _PARAGRAPH = Role.TITLE, Role.PARAGRAPH
# Elements that hold an article alone.
_OWN = frozenset(("article", "main"))


@dataclass(frozen=True, slots=True)
class Survey:
    """Where a page prints dates, looked up once for all that ask.

    near: the places of the blocks around the title; lines: those of the blocks that are short enough for a date and may
    hold one; titles: the places and elements of the first blocks that print a title; copies: the places of all headings
    that do; below: the first place below the last paragraph of the text; changed: the days, by block, that
    the names of `<time>` call those of an update.
    """

    page: Page
    context: PageContext
    near: range
    lines: list[int]
    titles: list[tuple[int, int]]
    copies: frozenset[int]
    below: int
    changed: frozenset[tuple[int, str]]

    @property
    def language(self) -> str | None:
        """The page's language."""
        return self.context.language


def survey_dates(page: Page, context: PageContext) -> Survey:
    """Where a labelled page prints dates."""
    language = context.language
    # A line without a date in English is read in any language; `may_hold` of None asks for that.
    form = None if (language or "").startswith("en") else language
    lines = [
        i for i, block in enumerate(page.blocks) if len(block.text) <= LONGEST and dates.may_hold(block.text, form)
    ]
    titles = islice(
        ((i, block.element) for i, block in enumerate(page.blocks) if block.role is _TITLE and block.element >= 0),
        _MOST_TITLES,
    )
    copies = frozenset(i for i, block in enumerate(page.blocks) if block.role is _TITLE and block.form is Role.HEADING)
    return Survey(
        page, context, near_title(page), lines, list(titles), copies, _below_text(page), _changed_days(page, language)
    )


def _below_text(page: Page) -> int:
    """The first place below the last paragraph of the text; behind all blocks where there is none."""
    blocks = page.blocks
    return next((i + 1 for i in range(len(blocks) - 1, -1, -1) if blocks[i].role is _PARAGRAPH), len(blocks))


def is_of_visit(survey: Survey, i: int) -> bool:
    """Whether a block is a bare date in the page's own top or foot: the day of the visit, or of another article."""
    stamp = dates.read_line(survey.page.blocks[i].text, survey.language)
    return stamp is not None and not (stamp.published or stamp.modified) and is_apart(survey, i)


def is_apart(survey: Survey, i: int) -> bool:
    """Whether a block stands in a part of the page that is not the article's.

    That is the page's header without a title, a place outside the element that holds all titles, or one in a part of
    the page before theirs.
    """
    page, titles, element = survey.page, survey.titles, survey.page.blocks[i].element
    header = _header_of(page, element)
    if header >= 0 and all(_header_of(page, title) != header for _, title in titles):
        return True
    return element >= 0 and bool(titles) and all(_are_apart(page, element, title, above=i < at) for at, title in titles)


def _are_apart(page: Page, one: int, title: int, above: bool) -> bool:
    """Whether a title's `article` or `main` element does not hold another element.

    Where neither has one: whether both stand in different parts of the body, the title below (`above`).
    """
    elements, tags = page.elements, page.elements.tags
    line = set(elements.ancestors(one, _ELEMENTS_ABOVE))
    inner = []
    for at in elements.ancestors(title, _ELEMENTS_ABOVE):
        if at in line:
            shared = at
            break
        inner.append(at)
    else:
        return False
    if any(tags[at] in _OWN for at in elements.ancestors(shared, _ELEMENTS_ABOVE)):
        return False
    return any(tags[at] in _OWN for at in inner) or (above and tags[shared] == "body" and len(inner) > 1)


def _header_of(page: Page, at: int) -> int:
    """The page's header that an element stands in; -1 for none, and for the header of an article."""
    tags, line = page.elements.tags, list(page.elements.ancestors(at, _ELEMENTS_ABOVE))
    if any(tags[at] in _OWN for at in line):
        return -1
    return next((at for at in reversed(line) if tags[at] == "header"), -1)


def _changed_days(page: Page, language: str | None) -> frozenset[tuple[int, str]]:
    """The days, by block, that the names of `<time>` call those of an update and not of publication as well."""
    changed: set[tuple[int, str]] = set()
    updated: set[tuple[int, str]] = set()
    unchanged: set[tuple[int, str]] = set()
    for value, i, names in page.times:
        if iso := dates.from_machine(value, language):
            if _PUBLICATION.search(names):
                days = unchanged
            elif _CHANGE.search(names):
                days = changed
            elif _UPDATED.search(names):
                days = updated
            else:
                days = unchanged
            days.add((i, iso[:10]))
    beside = {i for i, _ in unchanged}
    return frozenset((changed | {(i, day) for i, day in updated if i in beside}) - unchanged)
