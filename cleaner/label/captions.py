"""Captions and copies: keep one copy of each caption, and of each paragraph that is printed twice."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from cleaner.label.duplicates import drop_duplicates
from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, Ground, Layer, Reason, Role
from cleaner.lines.agencies import is_agency
from cleaner.lines.credits import CUT, LONGEST, caption_key, credit, has_credit, opening_key
from cleaner.lines.photo_credits import is_credited
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block

_CAPTION = Role.CAPTION
_PROSE = (Role.PARAGRAPH, Role.QUOTE)
_UNLABELLED = (None, *_PROSE)
_NO_COPY = frozenset((Role.TITLE, Role.SUBTITLE, Role.CODE, Role.TABLE_ROW))
# Captions with the same opening that are compared with a line, at most. By hand.
_MOST_COMPARED = 16
# Lines: a sentence of the article that says what a caption says is a copy of it no further from it than this. By hand.
_LINES_BESIDE = 2
# Copies of a line without a credit that are captions, at most: what comes oftener belongs to a list or table. By hand.
_MOST_CAPTION_COPIES = 3
# Letters of an opening: a block with other ones is no copy of a caption, which saves the folding. By hand.
_FIRST_LETTERS = 4


def label_captions(labelling: Labelling) -> None:
    """Keep the first whole copy of each caption and drop the others; then drop paragraphs that are printed twice.

    Captions are what earlier passes labelled so, copies of them, and blocks that repeat an image's alternative text; in
    bare text also lines that are printed twice (see `_label_repeated_lines`). Looks at all blocks that are not left
    out; changes none of the title, subtitle, code and tables.
    """
    page = labelling.page
    blocks, is_dump = page.blocks, False
    if not page.html:
        for block in blocks:
            if block.form is _CAPTION and not block.decided:
                block.keep(_CAPTION, "generic:caption", Layer.GENERIC)
        is_dump = bool(labelling.proposed)
        lines = [block for block in blocks if not block.decided or block.role in BODY or block.role is Role.TITLE]
        _label_repeated_lines(lines, is_dump)
    copies = _Copies()
    for block in blocks:
        if block.role is _CAPTION:
            copies.add(block)
    images = {image.alt for image in page.images if len(image.alt) >= CUT}
    starts = {opening_key(alt) for alt in images}
    alts: set[str] = set()
    first_letters = {start[:_FIRST_LETTERS] for start in (*starts, *copies.starts)}
    for block in blocks if first_letters else ():
        if block.reason is not None or not CUT <= len(block.text) <= LONGEST or block.role in _NO_COPY:
            continue
        first = block.text[:_FIRST_LETTERS]
        if first.isalnum() and first.isascii() and first.lower() not in first_letters:  # saves folding
            continue
        start = opening_key(block.text)
        if start in copies.starts and (group := copies.find(block, key := caption_key(block.text))) >= 0:
            if page.html or not _reads_as_text(block) or copies.stand_beside(block, group):
                copies.join(block, key, group)
        elif start in starts and block.role is not _CAPTION and not _reads_as_text(block):
            alts = alts or {caption_key(alt) for alt in images}
            if caption_key(block.text) not in alts:
                continue
            block.keep(Role.CAPTION, "generic:alt_text", Layer.GENERIC)
            copies.add(block)
    copies.keep_one_each()
    drop_duplicates(page, is_dump)


class _Copies:
    """Groups of blocks with the same `caption_key`, or one that is cut short.

    by_key: the group of each key; starts: for each opening of CUT characters the keys and their groups.
    """

    def __init__(self) -> None:
        self.groups: list[list[Block]] = []
        self.by_key: dict[str, int] = {}
        self.starts: dict[str, list[tuple[str, int]]] = {}

    def find(self, block: Block, key: str) -> int:
        """The group of a block whose `caption_key` is `key`; -1 if there is none."""
        if key in self.by_key:
            return self.by_key[key]
        for other, group in self.starts.get(key[:CUT], ())[:_MOST_COMPARED] if len(key) >= CUT else ():
            if _is_cut(key, other, block.text) or (
                _is_cut(other, key, self.groups[group][0].text) and not _reads_as_text(block)
            ):
                return group
        return -1

    def stand_beside(self, block: Block, group: int) -> bool:
        """Whether a line of bare text stands right above or below a block of a group."""
        return any(abs(block.line - member.line) <= _LINES_BESIDE for member in self.groups[group])

    def add(self, block: Block) -> None:
        """Put a block into the group of its copies, or into a new one."""
        key = caption_key(block.text)
        group = self.find(block, key)
        if group < 0:
            group = len(self.groups)
            self.groups.append([])
        self.join(block, key, group)

    def join(self, block: Block, key: str, group: int) -> None:
        """Put a block whose `caption_key` is `key` into a group."""
        if key not in self.by_key:
            self.by_key[key] = group
            self.starts.setdefault(key[:CUT], []).append((key, group))
        if not any(block is member for member in self.groups[group][-2:]):
            self.groups[group].append(block)

    def keep_one_each(self) -> None:
        """Keep the longest block of each group as its caption (the first of several, list items last); drop others."""
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
    """Whether a key is the opening of a longer one and was cut: in mid-word, or its line `text` ends in an ellipsis.

    >>> _is_cut("the quay at low fell, seen fr", "the quay at low fell, seen from the mill", "The quay …, seen fr")
    True
    >>> _is_cut("the quay at low fell, seen", "the quay at low fell, seen from the mill", "The quay …, seen")
    False
    """
    if len(shorter) < CUT or len(shorter) >= len(longer) or not longer.startswith(shorter):
        return False
    return text.endswith(("…", "...")) or (shorter[-1].isalpha() and longer[len(shorter)].isalpha())


def _reads_as_text(block: Block) -> bool:
    """Whether a block that is not labelled as a caption reads as a sentence of the article: prose without a credit."""
    return block.role is not _CAPTION and is_prose(block.text) and not has_credit(block.text)


def _label_repeated_lines(blocks: list[Block], is_dump: bool) -> None:
    """Label lines of bare text that are printed twice as captions, if they have a credit or stand above the prose.

    With a credit they must stand above the prose or next to each other; a sentence among them that has no credit is the
    article's. Without one they must be no prose and, where the text is no dump, stand next to each other and be no rows
    of a table; the first line of all, shaped as a headline, is then a title that is printed twice. Changes
    undecided blocks alone.
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
    first_prose = next((i for i, block in enumerate(blocks) if not block.decided and _reads_as_text(block)), 0)
    has_title = any(block.role is Role.TITLE for block in blocks)
    first = None if has_title else next((block for block in blocks if not block.decided), None)
    for group in groups:
        credited = any(_has_photo_credit(block.text) for block in group)
        if credited and not _are_beside(group, places):
            group = [block for block in group if not _reads_as_text(block)]
        elif (
            not credited
            and not is_dump
            and (len(group) > _MOST_CAPTION_COPIES or not _are_beside(group, places) or _is_row(group[0].text))
        ):
            continue
        if not credited and (
            max(places[id(block)] for block in group) >= first_prose or any(is_prose(block.text) for block in group)
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
        elif places[id(group[0])] < first_prose or _are_beside(group, places):
            for block in group:
                block.keep(Role.CAPTION, "generic:printed_twice", Layer.GENERIC)


def _has_photo_credit(text: str) -> bool:
    """Whether a line ends in a credit; brackets with other words, "(2023)", are none here."""
    if is_credited(text):
        return True
    return has_credit(text) and (not text.endswith((")", "]")) or is_agency(credit(text) or ""))


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table, as tables are printed in text."""
    return "\t" in text or " | " in text


def _are_beside(group: list[Block], places: dict[int, int]) -> bool:
    """Whether blocks follow one another. places: the index of each, by `id(block)`."""
    return all(places[id(later)] - places[id(earlier)] == 1 for earlier, later in pairwise(group))
