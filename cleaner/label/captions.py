"""Captions and copies: one copy of each caption is kept as such, none in the text; a paragraph printed twice is kept once."""

from __future__ import annotations

from itertools import pairwise

from cleaner.model import Block, Page, Reason, Role
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules.matchers import fold, is_headline, is_prose

# A copy cut short is told from chance by its length: no two different lines of the dev bodies share so long a beginning.
CUT = 25
# A refrain is short: repeated lines of the dev bodies up to this length are answers, quotes and table cells.
REFRAIN = 80
# The longest caption of the dev pages has 870 characters.
LONGEST = 1000
_NO_COPY = frozenset((Role.TITLE, Role.SUBTITLE, Role.CODE, Role.TABLE_ROW))
_CREDIT = Pattern(
    r"[\s,.;|–—-]*(?:\((?:[^()]{0,60})\)|\[[^\[\]]{2,60}\]|(?:photo(?:graph)?|image|picture|credit|source|courtesy)s?\s*(?:by|:|of)\s*[^.]{2,60}"
    r"|(?:AFP|AP|Reuters|EPA|Getty Images|Getty|WAM|Alamy|Shutterstock)(?:\s*/\s*[\w .]{2,40})?)\s*\.?$",
    IGNORECASE,
)
_PHOTO_CREDIT = Pattern(
    r"\((?:[^()]{0,60}[ /])?(?:AFP|AP|EPA|Reuters|Getty(?: Images)?|(?i:file photo|photo|image|illustration|screengrab))(?:[ /:,][^()]{0,60})?\)\.?$"
    r"|\[[^\[\]]{2,60}/[^\[\]]{2,60}\]$|(?i:\b(?:photo(?:graph)?|image|picture)s?(?: credit)?(?: by|:)) [^.]{2,60}$"
)
_LONGEST_CREDIT = 120
_LEAD = Pattern(r"^(?:photo(?:graph)?|image|picture|credit|source|courtesy)s?\s*(?:by|:|of)\s*", IGNORECASE)
_BULLET = Pattern(r"^[-*•·‣▪◦–+] ")
_TRIM = " .,;:!?…\"'()[]|-/"


def apply(page: Page) -> None:
    """Keep the first whole copy of each caption and label further copies; in text, lines printed twice above the prose are captions."""
    blocks = page.blocks
    if not page.html:
        _find_repeated(blocks)
    copies = _Copies()
    for block in blocks:
        if block.role is Role.CAPTION:
            copies.add(block)
    alts = {core(image.alt) for image in page.images if len(image.alt) >= CUT}
    starts = {key[:CUT] for key in alts}
    for block in blocks:
        if block.reason is not None or block.role in _NO_COPY or not CUT <= len(block.text) <= LONGEST:
            continue
        start = beginning(block.text)
        if start in copies.starts and copies.has(block):
            copies.add(block)
        elif start in starts and block.role is not Role.CAPTION and core(block.text) in alts:
            block.keep(Role.CAPTION, "generic:alt_text", 0.9)
            copies.add(block)
    copies.settle()
    _drop_duplicates(blocks)


def beginning(text: str) -> str:
    """The first 25 characters of a line's core, by which copies are looked up."""
    return _BULLET.sub("", fold(text[: 2 * CUT + 10])).lstrip(_TRIM)[:CUT]


def core(text: str) -> str:
    """What is left of a caption to compare by: folded, without its credit and outer punctuation."""
    key = _BULLET.sub("", fold(text))
    found = _CREDIT.search(key, max(0, len(key) - _LONGEST_CREDIT))
    return (key[: found.start()] if found and found.start() >= CUT else key).strip(_TRIM)


def credited(text: str) -> bool:
    """Whether a line ends in a credit that only photos have: an agency or "photo" in brackets, "Photo: NAME", "[NAME/AGENCY]"."""
    return 15 <= len(text) <= LONGEST and _PHOTO_CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT)) is not None


def credit(text: str) -> str | None:
    """The credit at a caption's end, as printed but for brackets and the words that lead to it; None where there is none."""
    match = _CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT))
    if match is None:
        return None
    return _LEAD.sub("", match[0].strip(_TRIM)).strip(_TRIM) or None


class _Copies:
    """Groups of blocks that say the same: by their core, a cut copy by its beginning."""

    def __init__(self) -> None:
        self.groups: list[list[Block]] = []
        self.cores: dict[str, int] = {}
        self.starts: dict[str, list[int]] = {}

    def find(self, key: str) -> int:
        """The group of a core; -1 for none."""
        if key in self.cores:
            return self.cores[key]
        for group in self.starts.get(key[:CUT], ()) if len(key) >= CUT else ():
            if any(_is_cut(key, core(other.text)) for other in self.groups[group]):
                return group
        return -1

    def has(self, block: Block) -> bool:
        return self.find(core(block.text)) >= 0

    def add(self, block: Block) -> None:
        key = core(block.text)
        group = self.find(key)
        if group < 0:
            group = len(self.groups)
            self.groups.append([])
            self.starts.setdefault(key[:CUT], []).append(group)
        self.cores.setdefault(key, group)
        if not any(block is member for member in self.groups[group]):
            self.groups[group].append(block)

    def settle(self) -> None:
        """Of each group's copies the first of the longest stays; the others are labelled."""
        for group in self.groups:
            if len(group) > 1:
                longest = max(len(core(block.text)) for block in group)
                whole = [block for block in group if len(core(block.text)) == longest]
                kept = next((block for block in whole if block.kind is not Role.LIST_ITEM), whole[0])
                for block in group:
                    if block is not kept:
                        block.drop(Reason.CAPTION, "generic:caption_copy", 0.95)


def _is_cut(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= CUT and longer.startswith(shorter)


def _find_repeated(blocks: list[Block]) -> None:
    """In bare text, lines printed twice are captions above the article's prose, and side by side where they are shaped like captions.

    The first line of all, shaped as a headline, is a title printed twice instead.
    """
    copies = _Copies()
    open_blocks = [block for block in blocks if not block.decided and len(block.text) >= CUT]
    for block in open_blocks:
        copies.add(block)
    repeated = {id(block): group for group in copies.groups if len(group) > 1 for block in group}
    if not repeated:
        return
    places = {id(block): i for i, block in enumerate(blocks)}
    head = next((i for i, block in enumerate(blocks) if is_prose(block.text) and not block.decided and id(block) not in repeated), 0)
    titled = any(block.role is Role.TITLE for block in blocks)
    first = None if titled else next((block for block in blocks if not block.decided), None)
    for group in copies.groups:
        if len(group) < 2:
            continue
        if group[0] is first and is_headline(first.text) and not has_credit(first.text):
            for block in group[1:]:
                block.drop(Reason.DUPLICATE, "generic:title_copy", 0.9)
        elif places[id(group[0])] < head or _is_pair(group, places):
            for block in group:
                block.keep(Role.CAPTION, "generic:printed_twice", 0.9)


def _is_pair(group: list[Block], places: dict[int, int]) -> bool:
    beside = all(places[id(later)] - places[id(earlier)] == 1 for earlier, later in pairwise(group))
    return beside and any(has_credit(block.text) or not is_prose(block.text) for block in group)


def has_credit(text: str) -> bool:
    """Whether a line ends in a photo's credit: "(AFP/file photo)", "[NAME/AGENCY]", "Photo: …", an agency's name."""
    return _CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT)) is not None


def _drop_duplicates(blocks: list[Block]) -> None:
    """A paragraph printed twice is kept once; a refrain (short, or a heading, list item, verse or row) stays."""
    seen: dict[str, Block] = {}
    for block in blocks:
        if block.reason is not None or len(block.text) <= REFRAIN or block.group >= 0:
            continue
        if block.role not in (None, Role.PARAGRAPH, Role.QUOTE) or (block.kind not in (Role.PARAGRAPH, Role.QUOTE)):
            continue
        key = fold(block.text)
        if key in seen:
            block.drop(Reason.DUPLICATE, "generic:printed_twice", 0.95)
        else:
            seen[key] = block
