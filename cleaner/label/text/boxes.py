"""Boxes inside bare text: the headlines below "Read more:" or "Trending stories", up to where prose resumes."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner import dates
from cleaner.label.labelling import Labelling
from cleaner.labels import MAY_OVERRULE, Layer, Reason, Role
from cleaner.lines import bylines
from cleaner.lines.shapes import ends_sentence, is_prose
from cleaner.model import Block

# Characters and words of the longest line that names a box and says nothing else; headlines and lines of a box at
# most; the fewest words and bytes of a headline, so that sub-headings of one or two words stay; the longest one. By
# hand.
_LONGEST_LABEL = 50
_LABEL_WORDS = 6
_MOST_HEADLINES = 12
_MOST_LINES = 40
_HEADLINE_WORDS = 4
_HEADLINE_BYTES = 24
_LONGEST_HEADLINE = 180
_LIST_ITEM = Role.LIST_ITEM
_MAY_OVERRULE = MAY_OVERRULE[Layer.GENERIC]
_BULLETS = "-*–•·○■□▶→►▸●‣▪◦✓✔»› \t"
# What parts a thing from its explanation in an item of the article's own list.
_EXPLAINS = (" - ", " – ", " — ", ": ")
_COLONS = (":", "：", "؛", "»", "›", ">")


def drop_boxes(labelling: Labelling) -> None:
    """Drop the headlines below a line that names a box of other stories, as `related`.

    A phrase has told the line; it stands below the first prose. The box ends where prose resumes or at a line that is
    no headline; a sub-heading above that prose stays. Changes undecided lines alone.
    """
    blocks = labelling.page.blocks
    is_begun = False
    for i, block in enumerate(blocks):
        if block.reason is None:
            is_begun = is_begun or is_prose(block.text)
        elif is_begun and _names_box(block):
            for line in _box(blocks, i + 1):
                line.drop(Reason.RELATED, "generic:box", Layer.GENERIC)


def _names_box(block: Block) -> bool:
    """Whether a phrase rule told a line that names a box and holds no headline itself."""
    text = block.text
    if block.reason is not Reason.RELATED or block.layer is not Layer.PHRASE or len(text) > _LONGEST_LABEL:
        return False
    inner = text.rstrip("".join(_COLONS) + " .…")
    return len(inner.split()) <= _LABEL_WORDS and not any(colon in inner for colon in (":", "："))


def _box(blocks: Sequence[Block], start: int) -> list[Block]:
    """The headlines of a box that begins at an index, with the dates and names between them."""
    lines: list[Block] = []
    headlines = 0
    end = start
    while end < min(len(blocks), start + _MOST_LINES) and headlines < _MOST_HEADLINES:
        block = blocks[end]
        if block.decided:
            if block.reason is None or block.layer not in _MAY_OVERRULE:
                break
        elif _is_headline(block):
            headlines += 1
            lines.append(block)
        elif lines and _is_signature(block.text):
            lines.append(block)
        else:
            break
        end += 1
    following = blocks[end] if end < len(blocks) else None
    if not lines or following is None or lines[-1] is not blocks[end - 1]:
        return lines
    if is_prose(following.text) and len(lines) > 1 and _heads_prose(lines[-1], lines[-2], following):
        lines.pop()
    return lines


def _is_headline(block: Block) -> bool:
    """Whether a line may be another story's headline: some words, no sentence, no item that goes on."""
    text = block.text.strip(_BULLETS) if block.form is _LIST_ITEM else block.text
    if not text or len(text) > _LONGEST_HEADLINE or block.form is Role.CODE or text.endswith((":", "：", ";", ",")):
        return False
    if ends_sentence(text) and not text.endswith(("?", "？", "!", "...", "…")):
        return False
    if text[0].islower() or _is_signature(text) or (block.form is _LIST_ITEM and any(s in text for s in _EXPLAINS)):
        return False
    words = len(text.split())
    return words >= _HEADLINE_WORDS or (
        words < _HEADLINE_WORDS and len(text.encode("utf-8", "replace")) >= _HEADLINE_BYTES
    )


def _is_signature(text: str) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    return dates.read_line(text) is not None or bylines.is_byline(text)


def _heads_prose(last: Block, before: Block, following: Block) -> bool:
    """Whether the last headline of a box heads the prose below it: it stands apart from the box, or right above the
    prose, or is much shorter than the headline before it.
    """
    if last.gap != before.gap or last.form is not before.form:
        return last.gap > before.gap
    return not following.gap or 2 * len(last.text) < len(before.text)
