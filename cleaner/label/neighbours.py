"""The last pass: what a block's neighbours tell of it."""

from __future__ import annotations

from cleaner.model import BODY, Block, Page, Reason, Role
from cleaner.options import Options
from cleaner.rules.matchers import is_prose


def apply(page: Page, options: Options) -> None:
    """Headings that head nothing go with what they headed; in text, short lines that stand alone between paragraphs are headings."""
    if page.html:
        _empty_headings(page.blocks)
    else:
        _text_headings(page.blocks)


def _empty_headings(blocks: list[Block]) -> None:
    """A heading with no kept block before the next heading of its level or the end, but with left-out blocks, goes with them."""
    following: Block | None = None
    dropped: Block | None = None
    for block in reversed(blocks):
        if block.role is Role.HEADING or (not block.decided and block.kind is Role.HEADING):
            if following is None and block.score < 1.0:
                block.drop(dropped.reason if dropped is not None and dropped.reason else Reason.OTHER, "generic:heads_nothing", 0.7)
            elif dropped is not None and following is not None and following.kind is Role.HEADING and 0 < following.level <= block.level and block.score < 1.0:
                if dropped.reason is not None and dropped.reason not in (Reason.CAPTION, Reason.DUPLICATE, Reason.ADVERTISEMENT):
                    block.drop(dropped.reason, "generic:heads_nothing", 0.7)
        if block.reason is not None:
            if not block.rule.endswith(("outside", "heads_nothing")):
                dropped = block
        elif not block.decided or block.role in BODY:
            following, dropped = block, None


def _text_headings(blocks: list[Block]) -> None:
    for i, block in enumerate(blocks):
        if block.decided or block.kind is not Role.PARAGRAPH or block.group >= 0 or len(block.text) > 120:
            continue
        following = next((other for other in blocks[i + 1 : i + 2] if other.reason is None), None)
        if following is not None and is_prose(following.text) and not block.text.endswith((".", ",", ";", '."', ".”")) and not block.tight:
            if "\n" not in block.text and (i == 0 or not block.text.endswith((":", "!", '"', "”"))):
                block.keep(Role.HEADING, "generic:heading", 0.7)
