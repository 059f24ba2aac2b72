"""What every renderer walks over: the kept blocks, lists, tables and quotes held together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cleaner.article import Article
from cleaner.model import BlockView, Role

_TOGETHER = (Role.LIST_ITEM, Role.TABLE_ROW, Role.QUOTE)


def groups(article: Article) -> Iterator[tuple[Role, list[BlockView]]]:
    """Kept blocks in order, neighbours of one list, table or quote in one group; other labels kept by option count as paragraphs."""
    kept = [block for block in article.blocks if block.span is not None]
    for _, run in groupby(enumerate(kept), key=lambda pair: pair[1].role if pair[1].role in _TOGETHER else pair[0]):
        blocks = [block for _, block in run]
        yield blocks[0].role or Role.PARAGRAPH, blocks
