"""An article as plain data and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from cleaner.model import ArticleFields

# The version of what `to_dict` gives.
SCHEMA = 1


def to_dict(article: ArticleFields, links: bool = False) -> dict[str, Any]:
    """Every field of the article as plain data that JSON can hold. links: whether those of its text are wanted, too."""
    return {
        "schema": SCHEMA,
        "version": article.version,
        "rules": asdict(article.rules) if article.rules else None,
        "url": article.url,
        "amp_url": article.amp_url,
        "site": article.site,
        "site_name": article.site_name,
        "publisher": article.publisher,
        "type": article.type,
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": article.published,
        "modified": article.modified,
        "language": article.language,
        "direction": article.direction,
        "section": article.section,
        "tags": list(article.tags),
        "dateline": article.dateline,
        "description": article.description,
        "image": asdict(article.image) if article.image else None,
        "licence": article.licence,
        "paywalled": article.paywalled,
        "speakable": list(article.speakable),
        "corrections": list(article.corrections),
        "text": article.text,
        "word_count": article.word_count,
        "captions": [asdict(caption) for caption in article.captions],
        **({"links": [asdict(link) for link in article.links]} if links else {}),
        "comments": list(article.comments),
        "confidence": article.confidence,
        "sources": article.sources,
        "encoding": article.encoding,
        "blocks": [block.to_dict() for block in article.blocks],
        "removed": [block.to_dict() for block in article.removed],
    }


def to_json(article: ArticleFields, indent: int | None = None, links: bool = False) -> str:
    """`to_dict` as JSON text, non-ASCII as it is."""
    return json.dumps(to_dict(article, links), ensure_ascii=False, indent=indent)
