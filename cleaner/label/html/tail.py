"""The tail of the body: what follows the container of most paragraphs, and which of it continues the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cleaner.label.html.flow import is_link
from cleaner.label.html.hint_trust import HintTrust
from cleaner.labels import Role
from cleaner.model import Block, Elements, Page

# The container of most paragraphs holds this many paragraphs as children, and this share of the body's prose. By hand:
# with MOST_PROSE of it what follows is the article only if it looks so, with less it goes if it looks like another one.
# On the dev pages recall is 0.002 lower where both shares are 0.6, and word F1 0.001 lower where both are 1.
CONTAINER_PARAGRAPHS = 3
CONTAINER_SHARE = 0.6
MOST_PROSE = 0.8
# Steps from the container up to the element that holds a continuing part, at most. On the open half of the dev pages
# the parts of articles stand at most 2 steps above, those of notes and prompts mostly 4 to 8.
MOST_STEPS = 3
# Characters of prose that a continuing part holds, at least, and loose paragraphs. By hand: two lines of print, and one
# sentence of 40 characters.
LEAST_PROSE = 100.0
ONE_SENTENCE = 24.0
# Share of a part's characters that are linked: from this on it is a list of links. By hand.
MOST_LINKS = 0.3
_LOOSE = frozenset(("p", "blockquote", "ul", "ol", "dl", "table", "pre"))
_LISTED = frozenset((Role.LIST_ITEM, Role.TABLE_ROW, Role.CODE))
_HEADING = Role.HEADING
_WAITING = frozenset((_HEADING, Role.QUOTE))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the tail: the outermost element that does not hold the container, too, and its blocks."""

    element: int
    blocks: list[Block]

    @property
    def link_share(self) -> float:
        """The share of its characters that are linked."""
        return sum(block.links for block in self.blocks) / (sum(len(block.text) for block in self.blocks) or 1)

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it begins with a heading that is a link, as teasers and other stories do."""
        first = self.blocks[0]
        return first.form is _HEADING and is_link(first)

    @property
    def is_list_or_table(self) -> bool:
        """Whether it is a list, a table or code, perhaps below a heading, with few links."""
        forms = {block.form for block in self.blocks}
        return self.link_share < MOST_LINKS and bool(forms & _LISTED) and forms <= _LISTED | {_HEADING}


def trim_tail(page: Page, inside: bytearray, trust: HintTrust) -> None:
    """Take what follows the container of most paragraphs out of the body: notes, prompts and teasers stand there.

    What continues the article stays: parts built like the container or one around it, loose paragraphs, and lists,
    tables, quotes and headings between these, or right below. inside: for each element 1 if it is in the body, else 0.
    """
    elements = page.elements
    main, share = _main_container(page, inside, trust)
    if share < CONTAINER_SHARE:
        return
    end = elements.end(main)
    chain = {at: steps for steps, at in enumerate(elements.ancestors(main))}
    last = max(i for i, block in enumerate(page.blocks) if main <= block.element < end)
    tail = [block for block in page.blocks[last + 1 :] if inside[block.element]]
    parts = list(_parts(elements, tail, chain))
    if share < MOST_PROSE:
        stay = {part.element for part in parts if not part.leads_elsewhere}
    else:
        stay = set(_continuing(elements, parts, chain, trust))
    for part in parts:
        if part.element not in stay:
            for block in part.blocks:
                inside[block.element] = 0


def _main_container(page: Page, inside: bytearray, trust: HintTrust) -> tuple[int, float]:
    """The element whose children hold most of the body's prose, and their share of it; (-1, 0) if these are fewer than
    CONTAINER_PARAGRAPHS.
    """
    elements = page.elements
    prose: dict[int, float] = {}  # of the children of each element
    paragraphs: dict[int, int] = {}  # their number
    for block in page.blocks:
        if inside[block.element] and block.reason is None and _is_prose(elements, block, trust):
            container = elements.parents[block.element]
            prose[container] = prose.get(container, 0.0) + block.prose_score
            paragraphs[container] = paragraphs.get(container, 0) + 1
    main = max(prose, key=lambda i: prose[i], default=-1)
    if main < 0 or paragraphs[main] < CONTAINER_PARAGRAPHS:
        return -1, 0.0
    return main, prose[main] / sum(prose.values())


def _parts(elements: Elements, tail: Iterable[Block], chain: dict[int, int]) -> Iterator[Part]:
    """The parts of the tail. Loose paragraphs in a row are one part."""
    loose: Part | None = None
    branch = elements.branches_off(chain)
    # Loose text stands right in an element of the chain: it is a part with that element.
    for element, blocks in groupby(
        tail, lambda block: branch[block.element] if block.element not in chain else block.element
    ):
        part = Part(element, list(blocks))
        if not _is_loose(elements, element):
            loose = None
        elif loose is not None and elements.parents[loose.element] == elements.parents[element]:
            loose.blocks.extend(part.blocks)
            continue
        else:
            loose = part
        yield part


def _is_loose(elements: Elements, element: int) -> bool:
    """Whether an element is a paragraph, quote or list without a class."""
    return elements.tags[element] in _LOOSE and not elements.classes[element]


def _continuing(elements: Elements, parts: Iterable[Part], chain: dict[int, int], trust: HintTrust) -> Iterator[int]:
    """The elements of the parts that continue the article.

    chain: the number of steps from the container to itself and to each element around it.
    """
    siblings = {elements.parents[at]: at for at in chain}
    waiting: list[int] = []  # headings and quotes, which belong to the article if it goes on below them
    going_on = True
    for part in parts:
        hinted = trust.is_boilerplate(elements.regions[part.element])
        parent = elements.parents[part.element]
        if hinted or chain.get(parent, MOST_STEPS + 1) > MOST_STEPS:
            going_on = going_on and hinted and parent in chain
        elif part.leads_elsewhere:
            going_on = False
        elif _holds_prose(elements, part, trust) and _is_built_alike(elements, part, siblings, chain):
            yield from (*waiting, part.element)
            waiting, going_on = [], True
        elif all(block.form in _WAITING for block in part.blocks):
            waiting.append(part.element)
        elif going_on and part.is_list_or_table:
            yield from (*waiting, part.element)
            waiting = []
        else:
            going_on = False


def _holds_prose(elements: Elements, part: Part, trust: HintTrust) -> bool:
    """Whether a part holds enough prose outside boilerplate, and few links."""
    prose = sum(block.prose_score for block in part.blocks if _is_prose(elements, block, trust))
    least = ONE_SENTENCE if _is_loose(elements, part.element) else LEAST_PROSE
    return prose >= least and part.link_share < MOST_LINKS


def _is_prose(elements: Elements, block: Block, trust: HintTrust) -> bool:
    """Whether a block is prose, and stands in no boilerplate."""
    return block.prose_score > 0 and not trust.is_boilerplate(elements.regions[block.element])


def _is_built_alike(elements: Elements, part: Part, siblings: dict[int, int], chain: dict[int, int]) -> bool:
    """Whether a part is a loose paragraph, quote or list, or is built like its sibling that holds the container: it has
    the same tag and all of its classes, or paragraphs at the same depth and one class of it, where it has any.
    """
    element, tag = part.element, elements.tags[part.element]
    if tag in _LOOSE:
        return _is_loose(elements, element)
    sibling = siblings.get(elements.parents[element], -1)
    if sibling < 0 or elements.tags[sibling] != tag:
        return False
    own, its = (set((elements.classes[at] or "").split()) for at in (element, sibling))
    if its and its <= own:
        return True
    depth = chain[sibling] + 1
    return (bool(own & its) or not (own or its)) and any(
        list(elements.ancestors(block.element, depth + 1))[-1] == element for block in part.blocks
    )
