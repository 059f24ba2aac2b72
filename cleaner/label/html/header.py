"""The header of an HTML page: title, subtitle (deck), byline, dates."""

from __future__ import annotations

from cleaner import dates
from cleaner.folding import fold
from cleaner.label.labelling import Labelling
from cleaner.labels import Ground, Layer, Role
from cleaner.lines import bylines
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Page, PageContext
from cleaner.patterns import Pattern
from cleaner.rules import class_names

_CAPTION, _HEADING, _SUBTITLE = Role.CAPTION, Role.HEADING, Role.SUBTITLE
# Characters: a heading that holds, or is held by, a title of the head agrees with it if the shorter one is as long. By
# hand.
_SHORTEST_SHARED = 15
# Characters: no title is longer. By hand.
_LONGEST_TITLE = 300
# What makes a heading the title: its agreement with a title of the head (1 if equal, 0.8 if one holds the other), plus
# the bonus of its level, must reach the least. By hand.
_PARTIAL_AGREEMENT = 0.8
_LEVEL_BONUS = {1: 0.3, 2: 0.1}
_LEAST_AGREEMENT = 0.8
# Blocks before, and after, the title that may be its deck, byline and date. By hand.
_BLOCKS_ABOVE = 4
_BLOCKS_BELOW = 12
# Characters of a deck that is named so. By hand.
_SHORTEST_DECK = 15
_LONGEST_DECK = 600
# A deck that is named as a teaser: blocks below the title, and its least number of characters. By hand.
_TEASER_BLOCKS = 4
_SHORTEST_TEASER = 40
# Characters: no byline is as long (by its words), or longer (in a part that is named so). By hand.
_LONGEST_BYLINE = 120
_LONGEST_NAMED = 150
# Characters: no line of a name and a date, with a sign between, is longer. By hand.
_LONGEST_NAME_AND_DATE = 60
_SEPARATOR = Pattern(r"\s+[•·|–—-]\s+")
# Lines in a region that is named for its date or byline. By hand: two words, their days, the minutes that it takes.
_MOST_LINES = 5
# Blocks before and after one among which its region is looked at. By hand: a list and the prose above it.
_NEAR = 20
# Elements between a title and the `header` around it. By hand.
_STEPS_TO_HEADER = 4
# The role of a block whose region has that hint.
_ROLE_HINTS = {"byline": Role.BYLINE, "published": Role.PUBLISHED, "subtitle": Role.SUBTITLE}


def label_header(labelling: Labelling) -> None:
    """Label the page's title and its copies, and the deck, byline and dates around it.

    Looks at the titles and descriptions of the head, the JSON-LD, and the hints of regions; changes undecided blocks.
    """
    page, context = labelling.page, labelling.context
    blocks, metas = page.blocks, context.head.metas
    titles = {fold(text) for text in (*_headlines(context), *metas.get("og:title", []), context.head.title) if text}
    at = page.title_index
    if at < 0:
        at = _find_title(blocks, titles)
        if at < 0:
            return
        blocks[at].keep(Role.TITLE, "generic:title", Layer.GENERIC)
    titles.add(fold(blocks[at].text))
    _label_copies(blocks, at, titles)
    descriptions = {fold(text) for text in metas.get("description", []) + metas.get("og:description", [])}
    for i in range(max(0, at - _BLOCKS_ABOVE), min(len(blocks), at + 1 + _BLOCKS_BELOW)):
        block = blocks[i]
        if block.decided or block.form is _CAPTION:
            continue
        date = dates.read_line(block.text)
        if date is not None:
            block.keep(Role.MODIFIED if date.modified else Role.PUBLISHED, "generic:date", Layer.GENERIC)
        elif len(block.text) < _LONGEST_BYLINE and bylines.is_byline(block.text):
            block.keep(Role.BYLINE, "generic:byline", Layer.GENERIC)
        else:
            _label_by_hint(page, i, descriptions, i - at)


def _label_by_hint(page: Page, i: int, descriptions: set[str], below: int) -> None:
    """Label a block near the title as deck, byline or date, by the hint of its region or the descriptions of the head.

    descriptions: folded; below: the number of blocks that it stands below the title, negative above it.
    """
    block = page.blocks[i]
    region = page.elements.regions[block.element]
    hint = class_names.name_of(page.elements.hints[region]) if region >= 0 else ""
    role = _ROLE_HINTS.get(hint)
    is_own_hint = region == block.element
    if hint == "related" and 0 < below <= _TEASER_BLOCKS and not block.links and len(block.text) >= _SHORTEST_TEASER:
        role = Role.SUBTITLE  # German sites call the deck a teaser
    if (
        role is _SUBTITLE
        and block.form is _HEADING
        and any(is_prose(other.text) for other in page.blocks[i - below + 1 : i])
        and _recurs(page, block)
    ):
        return  # the site gives this name to the headings of the text
    if (
        role is _SUBTITLE
        and len(block.text) <= _LONGEST_NAME_AND_DATE
        and any(dates.read_line(part) for part in _SEPARATOR.split(block.text)[1:])
    ):
        role = Role.PUBLISHED  # "Harbour Union • 02.02.2022"
    if (
        role is _SUBTITLE
        and below > 0
        and is_own_hint
        and _SHORTEST_DECK <= len(block.text) <= _LONGEST_DECK
        and not any(other.role is role for other in page.blocks)
    ):
        block.keep(role, "generic:subtitle", Layer.GENERIC)
    elif (
        role is not None
        and role is not _SUBTITLE
        and len(block.text) <= (class_names.LABEL if block.form is _HEADING else _LONGEST_NAMED)
        and not (is_prose(block.text) and _has_further_prose(page, i, region))
        and not _holds_much(page, i, region, role)
    ):
        block.keep(role, f"generic:{role}", Layer.GENERIC)
    elif below > 0 and block.form is _HEADING and fold(block.text) in descriptions:
        block.keep(Role.SUBTITLE, "generic:description", Layer.GENERIC)
    elif below == 1 and _is_deck_of_header(page, block, page.blocks[i - 1]):
        block.keep(Role.SUBTITLE, "generic:deck", Layer.GENERIC)


def _is_deck_of_header(page: Page, block: Block, title: Block) -> bool:
    """Whether a block right below the title is its deck: a heading or prose without links, in the `header` of both."""
    return (
        not block.links
        and _SHORTEST_DECK <= len(block.text) <= _LONGEST_DECK
        and (block.form is _HEADING or is_prose(block.text))
        and (header := _header_of(page, title.element)) >= 0
        and header == _header_of(page, block.element)
    )


def _header_of(page: Page, element: int) -> int:
    """The nearest `header` or `hgroup` around an element; -1 for none within _STEPS_TO_HEADER."""
    elements = page.elements
    return next(
        (at for at in elements.ancestors(element, _STEPS_TO_HEADER) if elements.tags[at] in ("header", "hgroup")), -1
    )


def _has_further_prose(page: Page, i: int, region: int) -> bool:
    """Whether the block above or below one is prose, too, and in the same region: a byline has no paragraphs."""
    return any(
        page.elements.regions[other.element] == region and is_prose(other.text)
        for other in page.blocks[max(0, i - 1) : i + 2]
        if other is not page.blocks[i]
    )


def _holds_much(page: Page, i: int, region: int, role: Role) -> bool:
    """Whether a region that is named for a date or a byline holds more blocks than these have lines, the block with
    index `i` being one of them; in a byline, where names may be listed, prose has to be among them.
    """
    near = page.blocks[max(0, i - _NEAR) : i + _NEAR]
    inside = [other for other in near if page.elements.regions[other.element] == region]
    return len(inside) > _MOST_LINES and (role is Role.PUBLISHED or any(is_prose(other.text) for other in inside))


def _recurs(page: Page, block: Block) -> bool:
    """Whether another heading has the same tag and classes, and the same element two steps above."""
    own = _shape_of(page, block)
    return any(
        other.form is _HEADING and other.text != block.text and other.element >= 0 and _shape_of(page, other) == own
        for other in page.blocks
    )


def _shape_of(page: Page, block: Block) -> tuple[int, str, str | None]:
    """The element two steps above a block's, and the tag and classes of the block's own."""
    elements, at = page.elements, block.element
    above = elements.parents[at]
    return elements.parents[above] if above >= 0 else -1, elements.tags[at], elements.classes[at]


def _find_title(blocks: list[Block], titles: set[str]) -> int:
    """The index of the heading that agrees best with a title of the head, else of the only h1, else of a line that is
    one of those titles; -1 if there is none. titles: folded.
    """
    best, best_agreement, line = -1, 0.0, -1
    h1s = [i for i, block in enumerate(blocks) if block.form is _HEADING and block.level == 1 and not block.decided]
    lengths = {len(title) for title in titles}
    for i, block in enumerate(blocks):
        if block.decided or len(block.text) > _LONGEST_TITLE:
            continue
        if block.form is _HEADING:
            key = fold(block.text)
            agreement = max((_agreement(key, title) for title in titles), default=0.0)
            agreement += _LEVEL_BONUS.get(block.level, 0.0)
            if agreement >= _LEAST_AGREEMENT and agreement > best_agreement:
                best, best_agreement = i, agreement
        elif line < 0 and len(block.text) in lengths and fold(block.text) in titles:
            line = i
    if best >= 0:
        return best
    return h1s[0] if len(h1s) == 1 else line


def _label_copies(blocks: list[Block], at: int, titles: set[str]) -> None:
    """Label copies of the title: any heading that is one, and down to _BLOCKS_BELOW blocks below the title also other
    blocks, and headings that add a kicker before it.
    """
    lengths = {len(title) for title in titles}
    for i, block in enumerate(blocks):
        if block.decided or len(block.text) > _LONGEST_TITLE:
            continue
        if block.form is _HEADING:
            key = fold(block.text)
            if key in titles or (
                i <= at + _BLOCKS_BELOW
                and any(len(title) >= _SHORTEST_SHARED and key.endswith(title) for title in titles)
            ):
                block.keep(Role.TITLE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)
        elif i <= at + _BLOCKS_BELOW and len(block.text) in lengths and fold(block.text) in titles:
            block.keep(Role.TITLE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)


def _headlines(context: PageContext) -> list[str]:
    """The headlines of the articles that the page's JSON-LD describes."""
    return [
        str(entity["headline"]) for entity in context.entities_of("Article") if isinstance(entity.get("headline"), str)
    ]


def _agreement(heading: str, title: str) -> float:
    """How well a heading agrees with a title of the head, both folded: 1 if equal, 0.8 if one holds the other, else 0.

    >>> _agreement("the quay is shut", "the quay is shut - low fell post"), _agreement("news", "news - low fell post")
    (0.8, 0.0)
    """
    if heading == title:
        return 1.0
    shorter, longer = (heading, title) if len(heading) <= len(title) else (title, heading)
    return _PARTIAL_AGREEMENT if len(shorter) >= _SHORTEST_SHARED and shorter in longer else 0.0
