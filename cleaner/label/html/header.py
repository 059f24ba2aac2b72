"""What stands above the body of a page: title, subtitle, byline, dates."""

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

_HEADING, _TITLE, _SUBTITLE = Role.HEADING, Role.TITLE, Role.SUBTITLE
# A title and its copy in <title> differ by the site's name; they share at least so many characters.
_SHARED = 15
_LONGEST_TITLE = 300
# How many blocks after the title may be its deck, byline and date.
_HEAD_BLOCKS = 12
_TEASER_BLOCKS, _TEASER = 4, 40
# A line of a name and a date, with a sign between, is no longer.
_STAMP, _APART = 60, Pattern(r"\s+[•·|–—-]\s+")
_ROLE_HINTS = {"byline": Role.BYLINE, "published": Role.PUBLISHED, "subtitle": Role.SUBTITLE}


def label_header(labelling: Labelling) -> None:
    """Label the page's title, and the deck, byline and dates that stand around it."""
    page, context = labelling.page, labelling.context
    blocks = page.blocks
    wanted = {
        fold(text)
        for text in (*_headlines(context), *context.head.metas.get("og:title", []), context.head.title)
        if text
    }
    at = next((i for i, block in enumerate(blocks) if block.role is _TITLE), -1)
    if at < 0:
        at = _find_title(blocks, wanted)
        if at < 0:
            return
        blocks[at].keep(Role.TITLE, "generic:title", Layer.GENERIC)
    wanted.add(fold(blocks[at].text))
    _label_copies(blocks, at, wanted)
    decks = {
        fold(text) for text in context.head.metas.get("description", []) + context.head.metas.get("og:description", [])
    }
    for i in range(max(0, at - 4), min(len(blocks), at + 1 + _HEAD_BLOCKS)):
        block = blocks[i]
        if block.decided:
            continue
        stamp = dates.read_line(block.text)
        if stamp is not None:
            block.keep(Role.MODIFIED if stamp.modified else Role.PUBLISHED, "generic:date", Layer.GENERIC)
        elif len(block.text) < 120 and bylines.is_english_byline(block.text):
            block.keep(Role.BYLINE, "generic:byline", Layer.GENERIC)
        else:
            _by_hint(page, i, decks, i - at)


def _by_hint(page: Page, i: int, decks: set[str], below: int) -> None:
    block = page.blocks[i]
    region = page.elements.regions[block.element]
    hint = class_names.name_of(page.elements.hints[region]) if region >= 0 else ""
    role = _ROLE_HINTS.get(hint)
    own = region == block.element
    after = below > 0
    if hint == "related" and 0 < below <= _TEASER_BLOCKS and not block.links and len(block.text) >= _TEASER:
        role = Role.SUBTITLE  # German sites call the deck a teaser
    if (
        role is _SUBTITLE
        and block.form is _HEADING
        and any(is_prose(other.text) for other in page.blocks[i - below + 1 : i])
        and _recurs(page, block)
    ):
        return  # so the site calls the headings of the text
    if (
        role is _SUBTITLE
        and len(block.text) <= _STAMP
        and any(dates.read_line(part) for part in _APART.split(block.text)[1:])
    ):
        role = Role.PUBLISHED  # "Harbour Union • 02.02.2022"
    if (
        role is _SUBTITLE
        and after
        and own
        and 15 <= len(block.text) <= 600
        and not any(other.role is role for other in page.blocks)
    ):
        block.keep(role, "generic:subtitle", Layer.GENERIC)
    elif (
        role is not None
        and role is not _SUBTITLE
        and len(block.text) <= (class_names.LABEL if block.form is _HEADING else 150)
    ):
        block.keep(role, f"generic:{role}", Layer.GENERIC)
    elif after and block.form is _HEADING and fold(block.text) in decks:
        block.keep(Role.SUBTITLE, "generic:description", Layer.GENERIC)


def _recurs(page: Page, block: Block) -> bool:
    """Whether another heading stands in an element of the same kind, in the same part of the page."""
    own = _kind_of(page, block)
    return any(
        other.form is _HEADING and other.text != block.text and other.element >= 0 and _kind_of(page, other) == own
        for other in page.blocks
    )


def _kind_of(page: Page, block: Block) -> tuple[int, str, str | None]:
    """The element two above a block's, its tag and classes."""
    elements, at = page.elements, block.element
    above = elements.parents[at]
    return elements.parents[above] if above >= 0 else -1, elements.tags[at], elements.classes[at]


def _find_title(blocks: list[Block], wanted: set[str]) -> int:
    """The heading that the head's titles name, else the only h1, else a line that is one of those titles."""
    best, score, line = -1, 0.0, -1
    firsts = [i for i, block in enumerate(blocks) if block.form is _HEADING and block.level == 1 and not block.decided]
    lengths = {len(title) for title in wanted}
    for i, block in enumerate(blocks):
        if block.decided or len(block.text) > _LONGEST_TITLE:
            continue
        if block.form is _HEADING:
            key = fold(block.text)
            fit = max((_agreement(key, other) for other in wanted), default=0.0) + {1: 0.3, 2: 0.1}.get(
                block.level, 0.0
            )
            if fit >= 0.8 and fit > score:
                best, score = i, fit
        elif line < 0 and len(block.text) in lengths and fold(block.text) in wanted:
            line = i
    if best >= 0:
        return best
    return firsts[0] if len(firsts) == 1 else line


def _label_copies(blocks: list[Block], at: int, wanted: set[str]) -> None:
    """Label what prints the title again: in the head of the page, or as a heading, with or without a kicker before it."""
    lengths = {len(title) for title in wanted}
    for i, block in enumerate(blocks):
        if block.decided or len(block.text) > _LONGEST_TITLE:
            continue
        if block.form is _HEADING:
            key = fold(block.text)
            if key in wanted or (
                i <= at + _HEAD_BLOCKS and any(len(title) >= _SHARED and key.endswith(title) for title in wanted)
            ):
                block.keep(Role.TITLE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)
        elif i <= at + _HEAD_BLOCKS and len(block.text) in lengths and fold(block.text) in wanted:
            block.keep(Role.TITLE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)


def _headlines(context: PageContext) -> list[str]:
    return [
        str(entity["headline"]) for entity in context.entities_of("Article") if isinstance(entity.get("headline"), str)
    ]


def _agreement(key: str, other: str) -> float:
    if key == other:
        return 1.0
    shorter, longer = (key, other) if len(key) <= len(other) else (other, key)
    return 0.8 if len(shorter) >= _SHARED and shorter in longer else 0.0
