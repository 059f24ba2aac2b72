"""The tail of the body: what follows the container of most paragraphs, and which of it continues the article."""

from __future__ import annotations

from itertools import groupby

from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Role
from cleaner.model import Block, Elements, Page

# The container of most paragraphs holds at least this share of the body's prose, and this many paragraphs, as children.
# By hand: the best of 0.4 to 0.9 and 2 to 5 on the dev pages (word F1 +0.002 to +0.003, near-exact +0.03 to +0.05).
CONTAINER_SHARE = 0.8
CONTAINER_PARAGRAPHS = 3
# Steps from the container up to the element that holds a continuing part, at most. On the open half of the dev pages
# the parts of articles stand at most 2 steps above, those of notes and prompts mostly 4 to 8.
MOST_STEPS = 3
# Characters of prose that a continuing part holds, at least. By hand: two lines of print.
LEAST_PROSE = 100.0
# Share of a part's characters that are linked: from this on it is a list of links. By hand.
MOST_LINKS = 0.3
_LOOSE = frozenset(("p", "blockquote", "ul", "ol", "dl", "table", "pre"))
_LISTED = frozenset((Role.LIST_ITEM, Role.TABLE_ROW, Role.CODE))
_WAITING = frozenset((Role.HEADING, Role.QUOTE))


def trim_tail(page: Page, inside: bytearray, trust: HintTrust) -> None:
    """Take what follows the container of most paragraphs out of the body: notes, prompts and teasers stand there.

    What continues the article stays: parts built like the container or one around it, loose paragraphs, and lists,
    tables, quotes and headings between these, or right below. inside: for each element 1 if it is in the body, else 0.
    """
    elements = page.elements
    main = _main_container(page, inside, trust)
    if main < 0:
        return
    end = elements.end(main)
    chain = {at: steps for steps, at in enumerate(elements.ancestors(main))}
    last = max(i for i, block in enumerate(page.blocks) if main <= block.element < end)
    tail = [block for block in page.blocks[last + 1 :] if inside[block.element]]
    parts = [(part, list(blocks)) for part, blocks in groupby(tail, lambda block: _part_of(elements, chain, block))]
    siblings = {elements.parents[at]: at for at in chain}
    waiting: list[int] = []  # headings and quotes that belong to the article if it goes on below them
    going_on = True
    stay: set[int] = set()
    for part, blocks in parts:
        hinted = trust.is_boilerplate(elements.regions[part])
        near = chain.get(elements.parents[part], MOST_STEPS + 1) <= MOST_STEPS
        if hinted or not near:
            going_on = going_on and hinted and near
        elif (
            _prose(elements, blocks, trust) >= LEAST_PROSE
            and _link_share(blocks) < MOST_LINKS
            and (_is_loose(elements, part) or _is_like(elements, part, siblings.get(elements.parents[part], -1)))
        ):
            stay.update(waiting, (part,))
            waiting, going_on = [], True
        elif all(block.form in _WAITING for block in blocks):
            waiting.append(part)
        elif going_on and _is_list_or_table(blocks):
            stay.update(waiting, (part,))
            waiting = []
        else:
            going_on = False
    for part, blocks in parts:
        if part not in stay:
            for block in blocks:
                inside[block.element] = 0


def _main_container(page: Page, inside: bytearray, trust: HintTrust) -> int:
    """The element whose children hold CONTAINER_SHARE of the body's prose and CONTAINER_PARAGRAPHS; -1 if none does."""
    elements = page.elements
    prose: dict[int, float] = {}  # of the children of each element
    paragraphs: dict[int, int] = {}  # their number
    for block in page.blocks:
        if (
            inside[block.element]
            and block.prose_score > 0
            and block.reason is None
            and not trust.is_boilerplate(elements.regions[block.element])
        ):
            container = elements.parents[block.element]
            prose[container] = prose.get(container, 0.0) + block.prose_score
            paragraphs[container] = paragraphs.get(container, 0) + 1
    main = max(prose, key=lambda i: prose[i], default=-1)
    if main < 0 or prose[main] < CONTAINER_SHARE * sum(prose.values()) or paragraphs[main] < CONTAINER_PARAGRAPHS:
        return -1
    return main


def _part_of(elements: Elements, chain: dict[int, int], block: Block) -> int:
    """The outermost element around a block that is not around the container, too; the block's own if it is in none."""
    part = at = block.element
    while at not in chain and at >= 0:
        part, at = at, elements.parents[at]
    return part


def _is_loose(elements: Elements, part: int) -> bool:
    """Whether a part is a paragraph, list or the like without a class, which no container holds."""
    return elements.tags[part] in _LOOSE and not elements.classes[part]


def _is_like(elements: Elements, part: int, sibling: int) -> bool:
    """Whether a part has the tag and all classes of its sibling that holds the container (-1: it has none)."""
    if sibling < 0 or elements.tags[part] != elements.tags[sibling]:
        return False
    return set((elements.classes[sibling] or "").split()) <= set((elements.classes[part] or "").split())


def _prose(elements: Elements, blocks: list[Block], trust: HintTrust) -> float:
    """The prose of some blocks outside boilerplate, in characters."""
    return sum(
        block.prose_score
        for block in blocks
        if block.prose_score > 0 and not trust.is_boilerplate(elements.regions[block.element])
    )


def _is_list_or_table(blocks: list[Block]) -> bool:
    """Whether a part holds a list, a table or code, perhaps below a heading, with few links."""
    forms = {block.form for block in blocks}
    return _link_share(blocks) < MOST_LINKS and bool(forms & _LISTED) and forms <= _LISTED | {Role.HEADING}


def _link_share(blocks: list[Block]) -> float:
    """The share of the characters of some blocks that are linked."""
    return sum(block.links for block in blocks) / (sum(len(block.text) for block in blocks) or 1)
