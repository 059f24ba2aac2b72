"""Phrases that tell a block on any site, in the page's language and English."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block
from cleaner.rules import lines
from cleaner.rules.registry import Registry

# Phrase rules are sure of what they match, but less so than a site's own.
SCORE = 0.9


def apply(blocks: Sequence[Block], language: str | None, registry: Registry) -> None:
    """Label the blocks that a phrase rule matches."""
    for code in dict.fromkeys((language or "en", "en")):
        rules = registry.phrases.get(code)
        if rules is not None:
            lines.apply(rules.text, blocks, SCORE, registry.index(rules))
