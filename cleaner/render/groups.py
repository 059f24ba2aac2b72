"""What every renderer walks over: the kept blocks, lists, tables, quotes and verse held together."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.labels import Role
from cleaner.model import ArticleFields, BlockView

_SHAPED = (Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.CODE, Role.TABLE_ROW)
_TOGETHER = (Role.LIST_ITEM, Role.TABLE_ROW, Role.QUOTE)


def groups(article: ArticleFields) -> Iterator[tuple[Role, list[BlockView]]]:
    """Kept blocks in order, neighbours of one list, table, quote or stanza in one group; other labels kept by option
    count as paragraphs. A title that stays in the text is left out: renderers print it above.

    The lines of a stanza are those with a single newline between them in `Article.text`.
    """
    group: list[BlockView] = []
    for block in article.blocks:
        if block.span is None or (block.role is Role.TITLE and block.text == article.title):
            continue
        if group and not _belongs(block, group[-1]):
            yield _role(group[0]), group
            group = []
        group.append(block)
    if group:
        yield _role(group[0]), group


def _belongs(block: BlockView, last: BlockView) -> bool:
    role = _role(block)
    if role is not _role(last):
        return False
    return role in _TOGETHER or (
        role is Role.PARAGRAPH
        and block.span is not None
        and last.span is not None
        and block.span[0] - last.span[1] == 1
    )


def _role(block: BlockView) -> Role:
    return block.role if block.role in _SHAPED else Role.PARAGRAPH
