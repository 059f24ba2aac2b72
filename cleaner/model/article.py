"""The fields of an article, which is all that a renderer takes of one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from cleaner.model.metadata import Metadata
from cleaner.model.views import BlockView, Caption, Comment, Link, RulesUsed


@dataclass(frozen=True)
class _Text:
    """The first field of an article: dataclasses take the fields of their last base first."""

    text: str


@dataclass(frozen=True)
class ArticleFields(Metadata, _Text, ABC):
    """What is known of a cleaned document. `cleaner.Article` says what each field holds, and makes the views."""

    captions: tuple[Caption, ...]
    comments: tuple[Comment, ...]
    confidence: float
    sources: dict[str, Any] = field(hash=False)
    rules: RulesUsed | None
    encoding: dict[str, Any] = field(hash=False)
    limits: tuple[str, ...]
    version: str

    @property
    @abstractmethod
    def blocks(self) -> tuple[BlockView, ...]:
        """Every block in document order; a span that a rule took out of a paragraph follows the paragraph."""

    @property
    @abstractmethod
    def word_count(self) -> int:
        """The number of words of the text; in scripts without spaces each character is one."""

    @property
    def date(self) -> str | None:
        """The day that the page bears: that of its publication, else that of its last change. `published` is never the
        latter.
        """
        return self.published or self.modified

    @property
    def removed(self) -> tuple[BlockView, ...]:
        """The blocks that were left out, each with its reason, rule and place (not those that an option keeps in the
        text).
        """
        return tuple(block for block in self.blocks if block.reason is not None and block.span is None)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the text's blocks, in order, each with its anchor text and where it stands in `text` (the place
        of its block).
        """
        links: list[Link] = []
        for block in self.blocks:
            if block.span is not None:
                links += [Link(run.text, run.href, block.span) for run in block.runs if run.href]
        return tuple(links)
