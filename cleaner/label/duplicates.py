"""Paragraphs that are printed twice: a copy goes, a repetition that belongs to the text stays."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.labels import BODY, MAY_OVERRULE, Layer, Reason, Role
from cleaner.model import Block, Elements, Page

# Characters: a longer paragraph is no refrain. Of 677 lines that a gold body prints more than once, 655 are no longer
# (python -m training.thresholds).
REFRAIN = 80
# Kept blocks: in a dump a paragraph is a copy of one at most this far above it. By hand.
_COPY_REACH = 2
# Long paragraphs that differ: a text of fewer is too short to tell a copy from what its author says again. By hand.
_LEAST_PARAGRAPHS = 3
# Paragraphs in a row that are printed again built alike: with so many it is a second printing, with fewer the questions
# and answers of a form. By hand.
_RUN = 3
_PROSE = (Role.PARAGRAPH, Role.QUOTE)
_UNLABELLED = (None, *_PROSE)


def drop_duplicates(page: Page, is_dump: bool = False) -> None:
    """Drop copies of earlier paragraphs. Looks at kept blocks; changes paragraphs of over REFRAIN characters.

    In a dump a copy stands near its original, in other bare text right below it, as one of two: what comes again
    elsewhere is the author's own. In HTML it stands in a part of the page that is built otherwise, in a
    second printing of several paragraphs, or, as one of two, right below its original. What comes again built alike
    (the rows of a form, a note under each picture) belongs to the text, as do refrains, list items, verses and rows.
    """
    kept = [block for block in page.blocks if block.reason is None and block.text and _is_text(block)]
    paragraphs = [i for i, block in enumerate(kept) if _is_long_paragraph(block)]
    places: dict[str, list[int]] = {}  # of each text, counted in paragraphs
    for number, i in enumerate(paragraphs):
        places.setdefault(kept[i].text, []).append(number)
    originals = {number: first for first, *others in places.values() for number in others}
    runs = _runs(originals)
    if page.html:
        _drop_second_printings(kept, paragraphs, originals, runs)
    last: dict[int, int] = {}  # where each text was last kept, among the blocks that stay; by its first paragraph
    dropped = 0
    for number, i in enumerate(paragraphs):
        block, place, first = kept[i], i - dropped, originals.get(number)
        if first is None:
            last[number] = place
            continue
        if page.html:
            is_copy = (
                not _are_alike(page.elements, block, kept[paragraphs[first]])
                or runs[number] >= _RUN
                or (len(places[block.text]) == 2 and i == paragraphs[first] + 1)
            )
        elif is_dump:
            is_copy = place - last[first] <= _COPY_REACH
        else:
            is_copy = place - last[first] == 1 and len(places[block.text]) == 2 and len(places) >= _LEAST_PARAGRAPHS
        if is_copy:
            block.drop(Reason.DUPLICATE, "generic:printed_twice", Layer.GENERIC)
            dropped += 1
        else:
            last[first] = place


def _drop_second_printings(
    kept: list[Block], paragraphs: list[int], originals: Mapping[int, int], runs: Mapping[int, int]
) -> None:
    """Drop what stands among the paragraphs of a second printing and is printed among the first ones, too: short
    lines, headings, items and rows, also right before the first and right behind the last of these paragraphs.
    """
    printed: dict[tuple[int, int], set[str]] = {}
    for number, length in runs.items():
        if length < _RUN or originals.get(number - 1) == originals[number] - 1:
            continue
        last = number + length - 1
        start, end = paragraphs[number], paragraphs[last]
        first, behind = paragraphs[originals[number]], paragraphs[originals[last]]
        if behind >= start:
            continue
        while first and start - 1 > behind and kept[start - 1].text == kept[first - 1].text:
            start, first = start - 1, first - 1
        while end + 1 < len(kept) and behind + 1 < start and kept[end + 1].text == kept[behind + 1].text:
            end, behind = end + 1, behind + 1
        if (first, behind) not in printed:
            printed[first, behind] = {block.text for block in kept[first : behind + 1]}
        for block in kept[start : end + 1]:
            if block.text in printed[first, behind] and block.layer in MAY_OVERRULE[Layer.GENERIC]:
                block.drop(Reason.DUPLICATE, "generic:printed_twice", Layer.GENERIC)


def _runs(originals: Mapping[int, int]) -> dict[int, int]:
    """For each paragraph that is printed again, how many in a row around it repeat as many others in a row.

    originals: the number of the first paragraph like it, by its own number.

    >>> _runs({3: 0, 4: 1, 7: 2})
    {3: 2, 4: 2, 7: 1}
    """
    runs: dict[int, int] = {}
    run: list[int] = []
    for number in sorted(originals):
        if run and (number != run[-1] + 1 or originals[number] != originals[run[-1]] + 1):
            run = []
        run.append(number)
        if number + 1 not in originals or originals[number + 1] != originals[number] + 1:
            runs.update(dict.fromkeys(run, len(run)))
    return runs


def _is_long_paragraph(block: Block) -> bool:
    """Whether a block is a paragraph or quote of over REFRAIN characters, outside lists and tables."""
    return len(block.text) > REFRAIN and block.group < 0 and block.role in _UNLABELLED and block.form in _PROSE


def _is_text(block: Block) -> bool:
    """Whether a block is undecided or part of the text."""
    return block.role is None or block.role in BODY


def _are_alike(elements: Elements, block: Block, other: Block) -> bool:
    """Whether two blocks have the same tag and classes, and so have the elements around them."""
    own, its = block.element, other.element
    for _ in range(2):
        if own < 0 or its < 0:
            break
        if (elements.tags[own], elements.classes[own]) != (elements.tags[its], elements.classes[its]):
            return False
        own, its = elements.parents[own], elements.parents[its]
    return True
