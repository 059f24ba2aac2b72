"""An article as plain data and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from cleaner.model import ArticleFields
from cleaner.model.metadata import metadata_to_dict

# The version of what `to_dict` gives.
SCHEMA = 2


def to_dict(article: ArticleFields, links: bool = False) -> dict[str, Any]:
    """Every field of the article as plain data that JSON can hold. links: whether those of its text are wanted, too."""
    blocks = {id(block): block.to_dict() for block in article.blocks}
    return {
        "schema": SCHEMA,
        "version": article.version,
        "rules": asdict(article.rules) if article.rules else None,
        **metadata_to_dict(article),
        "text": article.text,
        "word_count": article.word_count,
        "captions": [asdict(caption) for caption in article.captions],
        **({"links": [asdict(link) for link in article.links]} if links else {}),
        "comments": [asdict(comment) for comment in article.comments],
        "confidence": article.confidence,
        "sources": article.sources,
        "encoding": article.encoding,
        "limits": list(article.limits),
        "blocks": list(blocks.values()),
        "removed": [_copied(blocks[id(block)]) for block in article.removed],
    }


def _copied(block: dict[str, Any]) -> dict[str, Any]:
    """A further dictionary of a block, with the same strings: a path may have a kilobyte."""
    return {**block, "source": dict(block["source"])}


def to_json(article: ArticleFields, indent: int | None = None, links: bool = False) -> str:
    """`to_dict` as JSON text, non-ASCII as it is."""
    return json.dumps(to_dict(article, links), ensure_ascii=False, indent=indent)
