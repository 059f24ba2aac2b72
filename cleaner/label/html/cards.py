"""Cards of other pieces: parts built alike, each a linked headline and an excerpt, after the end of the article."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.label.html.flow import is_paragraph
from cleaner.label.labelling import Labelling
from cleaner.labels import MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.model import Block, Elements, Page, styled_runs
from cleaner.urls import host_of

_HEADING = Role.HEADING
# Share of a headline's characters that are linked. By hand: a mark or a number may stand beside the link.
_LINKED = 0.8
# Characters of a card's headline. By hand: "Read on" and "More" are none, nor is a linked paragraph.
_SHORTEST, _LONGEST = 12, 250
# Cards in a row, at least, and characters of the prose of each, at most. By hand: fewer, or longer ones, are mostly a
# list that the article itself consists of.
_FEWEST, _MOST_PROSE = 3, 600
# Prose of all cards as a multiple of the prose before them, at most. By hand: the story may be a short one.
_MOST_TIMES = 2
# Share of the parts with the tag of the cards that are cards. By hand.
_SHARE = 0.8
# Rows at the end of a page, at most: the latest, the most read, videos. By hand.
_ROWS = 4
# Steps up the tree from a headline to the card that it stands in. By hand.
_STEPS = 8
# Paragraphs below the cards, and their characters, at most: a word of thanks, an offer, a licence. By hand.
_MOST_BELOW, _MOST_PROSE_BELOW = 3, 600


def drop_cards(labelling: Labelling) -> None:
    """Drop the cards of other pieces that stand after the article, where most of the prose stands before them.

    Looks at linked headings and at what stands beside them in parts of the same tag; changes blocks that no rule of a
    site and no phrase has spoken on. Under `favour="recall"` they stay.
    """
    if labelling.favour == "recall":
        return
    blocks, elements = labelling.page.blocks, labelling.page.elements
    headlines = _headlines(blocks, elements, labelling.context.url or "")
    rows = _rows(elements, headlines) if len(headlines) >= _FEWEST else {}
    for _ in range(_ROWS if rows else 0):
        cards = next(_last_cards(labelling.page, rows, labelling.context.url), None)
        if cards is None:
            return
        start, end = cards[0], elements.end(cards[-1])
        for block in blocks:
            if start <= block.element < end and block.layer in MAY_OVERRULE[Layer.GENERIC]:
                block.drop(Reason.RELATED, "generic:card", Layer.GENERIC, ground=Ground.OTHER_ARTICLE)


def _last_cards(page: Page, rows: dict[int, list[int]], url: str | None) -> Iterator[list[int]]:
    """The rows of cards around the last paragraph, or around one of the few that stand last but are no part of the flow
    that the article ends in; these rows link to pages of the site alone. Rows that are no cards are taken out of
    `rows`.
    """
    elements, characters = page.elements, 0
    below: list[int] = []
    for block in reversed(page.blocks):
        if not is_paragraph(block):
            continue
        around = [rows.pop(above) for above in elements.ancestors(block.element) if above in rows]
        for row in around:
            if not _are_cards(page.blocks, elements, row, block.element):
                continue
            if not below or (_end_of_article(page, row) not in below and _is_of_the_site(page, row, url)):
                yield row
        below.append(elements.parents[block.element])
        characters += len(block.text)
        if len(below) > _MOST_BELOW or characters > _MOST_PROSE_BELOW:
            return


def _end_of_article(page: Page, row: list[int]) -> int:
    """The element around the last paragraph above a row."""
    above = (block for block in reversed(page.blocks) if block.element < row[0] and is_paragraph(block))
    return next((page.elements.parents[block.element] for block in above), -1)


def _is_of_the_site(page: Page, row: list[int], url: str | None) -> bool:
    """Whether all headlines of a row link to the site of the page; a link without a host does."""
    own = (host_of(url) or "").removeprefix("www.")
    start, end = row[0], page.elements.end(row[-1])
    for block in page.blocks:
        if start <= block.element < end and block.form is _HEADING and block.links:
            host = host_of(next((run.href for run in styled_runs(block) if run.href and "//" in run.href), None))
            if host and not (own and f".{host}".endswith(f".{own}")):
                return False
    return True


def _headlines(blocks: list[Block], elements: Elements, url: str) -> list[int]:
    """The elements of headings that link to other pages and look like none of the article's own, which don't: by their
    level, their class, or their parent's, and the tag that they stand in.
    """
    own: set[tuple[int, str | None, str]] = set()
    headlines = []
    for block in blocks:
        if block.form is not _HEADING:
            continue
        at = block.element
        parent = elements.parents[at]
        around = elements.parents[parent] if elements.tags[parent] == "a" else parent
        look = block.level, elements.classes[at] or elements.classes[parent], elements.tags[around]
        if not block.links and block.reason is None:
            own.add(look)
        elif look not in own and is_headline(block, url):
            headlines.append(at)
    return headlines


def is_headline(block: Block, url: str) -> bool:
    """Whether a heading is a link to another page. url: that of its own page, empty where it is unknown."""
    if block.links < _LINKED * len(block.text) or not _SHORTEST <= len(block.text) <= _LONGEST:
        return False
    href = next((run.href for run in styled_runs(block) if run.href), "")
    return bool(href) and href.partition("#")[0] not in ("", url)


def _rows(elements: Elements, headlines: list[int]) -> dict[int, list[int]]:
    """The elements beside each other that have one tag and hold a headline each, by their parent."""
    parents, tags = elements.parents, elements.tags
    rows: dict[int, list[int]] = {}
    for headline in headlines:
        at = parents[headline]  # a heading alone is no card
        for _ in range(_STEPS):
            if at <= 0:
                break
            row = rows.setdefault(parents[at], [at])
            if tags[at] == tags[row[0]] and at > row[-1]:
                row.append(at)
            at = parents[at]
    return {parent: row for parent, row in rows.items() if len(row) >= _FEWEST}


def _are_cards(blocks: list[Block], elements: Elements, row: list[int], last: int) -> bool:
    """Whether the elements of a row, which stand around the last paragraph, are cards: nearly all that have their tag
    there and say something, each short, no prose beside them, and not much more in all than before them.
    """
    start, tag, end = row[0], elements.tags[row[0]], elements.end(row[-1])
    if not start <= last < end:
        return False
    beside = _beside(elements, start, end)
    before, prose, others = 0, dict.fromkeys(row, 0), set()
    for block in blocks:
        at = block.element
        if at < start:
            before += len(block.text) if is_paragraph(block) else 0
        elif at < end:
            card = beside[at - start]
            if card in prose:
                prose[card] += len(block.text) if is_paragraph(block) else 0
            elif is_paragraph(block):
                return False
            elif elements.tags[card] == tag:
                others.add(card)
    short = max(prose.values()) <= _MOST_PROSE
    return short and sum(prose.values()) <= _MOST_TIMES * before and len(row) >= _SHARE * (len(row) + len(others))


def _beside(elements: Elements, start: int, end: int) -> list[int]:
    """For each element from `start` up to `end` the one around it, itself included, that stands beside `start`."""
    parents, parent = elements.parents, elements.parents[start]
    beside: list[int] = []
    for at in range(start, end):
        beside.append(at if parents[at] == parent else beside[parents[at] - start])
    return beside
