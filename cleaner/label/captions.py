"""Captions and copies: one copy of each caption is kept as such, none in the text; a paragraph printed twice is kept
once.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, Ground, Layer, Reason, Role
from cleaner.lines.credits import CUT, LONGEST, caption_key, has_credit, opening_key
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block

# A refrain is short: of 677 lines that a gold body prints more than once, 655 are no longer (python -m
# training.thresholds).
REFRAIN = 80
_CAPTION = Role.CAPTION
_PROSE = (Role.PARAGRAPH, Role.QUOTE)
_UNLABELLED = (None, *_PROSE)
_NO_COPY = frozenset((Role.TITLE, Role.SUBTITLE, Role.CODE, Role.TABLE_ROW))
# How many captions that begin alike are compared with a line.
_ALIKE = 16
_LETTERS = 4
# In text a paragraph that comes again further on is mostly the author's own: to leave those out loses words of gold
# bodies (the gate prints how many).
_BESIDE = 2


def label_captions(labelling: Labelling) -> None:
    """Keep the first whole copy of each caption and label further copies; in text, lines printed twice above the prose
    are captions.
    """
    page = labelling.page
    blocks = page.blocks
    if not page.html:
        for block in blocks:
            if block.form is _CAPTION and not block.decided:
                block.keep(_CAPTION, "generic:caption", Layer.GENERIC)
        _find_repeated(
            [block for block in blocks if not block.decided or block.role in BODY or block.role is Role.TITLE]
        )
    copies = _Copies()
    for block in blocks:
        if block.role is _CAPTION:
            copies.add(block)
    images = {image.alt for image in page.images if len(image.alt) >= CUT}
    starts = {opening_key(alt) for alt in images}
    alts: set[str] = set()
    letters = {start[:_LETTERS] for start in (*starts, *copies.starts)}
    for block in blocks if letters else ():
        if block.reason is not None or not CUT <= len(block.text) <= LONGEST or block.role in _NO_COPY:
            continue
        first = block.text[:_LETTERS]
        if first.isalnum() and first.isascii() and first.lower() not in letters:  # spares most blocks the folding
            continue
        start = opening_key(block.text)
        if start in copies.starts and (group := copies.find(block, key := caption_key(block.text))) >= 0:
            copies.join(block, key, group)
        elif start in starts and block.role is not _CAPTION and not _reads_as_text(block):
            alts = alts or {caption_key(alt) for alt in images}
            if caption_key(block.text) not in alts:
                continue
            block.keep(Role.CAPTION, "generic:alt_text", Layer.GENERIC)
            copies.add(block)
    copies.settle()
    _drop_duplicates(blocks, len(blocks) if page.html else _BESIDE)


class _Copies:
    """Groups of blocks that say the same: by their core, a cut copy by its beginning."""

    def __init__(self) -> None:
        self.groups: list[list[Block]] = []
        self.cores: dict[str, int] = {}
        self.starts: dict[str, list[tuple[str, int]]] = {}

    def find(self, block: Block, key: str) -> int:
        """The group of a block whose core is `key`; -1 for none."""
        if key in self.cores:
            return self.cores[key]
        for other, group in self.starts.get(key[:CUT], ())[:_ALIKE] if len(key) >= CUT else ():
            if _is_cut(key, other, block.text) or (
                _is_cut(other, key, self.groups[group][0].text) and not _reads_as_text(block)
            ):
                return group
        return -1

    def add(self, block: Block) -> None:
        """Put a block into the group of its copies, or into one of its own."""
        key = caption_key(block.text)
        group = self.find(block, key)
        if group < 0:
            group = len(self.groups)
            self.groups.append([])
        self.join(block, key, group)

    def join(self, block: Block, key: str, group: int) -> None:
        """Put a block whose core is `key` into a group."""
        if key not in self.cores:
            self.cores[key] = group
            self.starts.setdefault(key[:CUT], []).append((key, group))
        if not any(block is member for member in self.groups[group][-2:]):
            self.groups[group].append(block)

    def settle(self) -> None:
        """Of each group's copies the first of the longest stays; the others are labelled."""
        for members in self.groups:
            if len(members) > 1:
                group = [block for block in members if not _reads_as_text(block)] or members[:1]
                lengths = [len(caption_key(block.text)) for block in group]
                longest = max(lengths)
                whole = [block for block, length in zip(group, lengths, strict=True) if length == longest]
                kept = next((block for block in whole if block.form is not Role.LIST_ITEM), whole[0])
                if kept.role is not _CAPTION:
                    kept.keep(Role.CAPTION, "generic:caption", Layer.GENERIC)
                for block in members:
                    if block is not kept:
                        block.drop(Reason.CAPTION, "generic:caption_copy", Layer.GENERIC, ground=Ground.COPY)


def _is_cut(shorter: str, longer: str, text: str) -> bool:
    """Whether a core is the beginning of another and breaks off: in mid-word, or its line `text` ends in an ellipsis."""
    if len(shorter) < CUT or len(shorter) >= len(longer) or not longer.startswith(shorter):
        return False
    return text.endswith(("…", "...")) or (shorter[-1].isalpha() and longer[len(shorter)].isalpha())


def _reads_as_text(block: Block) -> bool:
    """Whether an undecided block is a sentence of the article's own, for all that its line tells."""
    return block.role is not _CAPTION and is_prose(block.text) and not has_credit(block.text)


def _find_repeated(blocks: list[Block]) -> None:
    """Of the lines that make up a bare text, those printed twice are captions: with a credit beside each other, above
    the prose with or without one.

    Sentences without a credit are paragraphs printed twice. The first line of all, shaped as a headline, is a title
    printed twice.
    """
    lines = [(opening_key(block.text), block) for block in blocks if not block.decided and len(block.text) >= CUT]
    counts = Counter(start for start, _ in lines)
    copies = _Copies()
    for start, block in lines:
        if counts[start] > 1:
            copies.add(block)
    groups = [group for group in copies.groups if len(group) > 1]
    if not groups:
        return
    places = {id(block): i for i, block in enumerate(blocks)}
    head = next((i for i, block in enumerate(blocks) if not block.decided and _reads_as_text(block)), 0)
    titled = any(block.role is Role.TITLE for block in blocks)
    first = None if titled else next((block for block in blocks if not block.decided), None)
    for group in groups:
        credited = any(has_credit(block.text) for block in group)
        if not credited and (
            max(places[id(block)] for block in group) >= head or any(is_prose(block.text) for block in group)
        ):
            continue
        if (
            group[0] is first
            and not credited
            and is_headline(first.text)
            and all(caption_key(block.text) == caption_key(first.text) for block in group)
        ):
            for block in group[1:]:
                block.drop(Reason.DUPLICATE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)
        elif places[id(group[0])] < head or _are_beside(group, places):
            for block in group:
                block.keep(Role.CAPTION, "generic:printed_twice", Layer.GENERIC)


def _are_beside(group: list[Block], places: dict[int, int]) -> bool:
    return all(places[id(later)] - places[id(earlier)] == 1 for earlier, later in pairwise(group))


def _drop_duplicates(blocks: list[Block], reach: int) -> None:
    """A paragraph printed again within `reach` kept blocks goes; a refrain (short, or a heading, list item, verse or
    row) stays.
    """
    seen: dict[str, int] = {}
    kept = 0
    for block in blocks:
        if block.reason is not None or not block.text or (block.role is not None and block.role not in BODY):
            continue
        kept += 1
        if len(block.text) <= REFRAIN or block.group >= 0 or block.role not in _UNLABELLED or block.form not in _PROSE:
            continue
        if kept - seen.get(block.text, -reach - 1) <= reach:
            block.drop(Reason.DUPLICATE, "generic:printed_twice", Layer.GENERIC)
            kept -= 1
        else:
            seen[block.text] = kept
