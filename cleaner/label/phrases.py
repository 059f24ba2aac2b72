"""Phrases that tell a block on any site, in the page's language and English."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.language import sample, vote
from cleaner.model import Block
from cleaner.rules import line_rules
from cleaner.rules.registry import Registry


def apply(blocks: Sequence[Block], language: str | None, registry: Registry) -> None:
    """Label the blocks that a phrase rule matches: the page's language's, English ones, and where it declares none
    those of the one it is written in.
    """
    language = _WRITTEN_AS.get(language or "", language)
    if language is None or language not in registry.phrases:
        language = vote(sample([block.text for block in blocks]))
    files = [registry.phrases[code] for code in dict.fromkeys((language or "en", "en")) if code in registry.phrases]
    text = line_rules.Lines(blocks, max(registry.index(rules).most for rules in files)) if files else None
    for rules in files:
        line_rules.label_lines(rules.text, blocks, registry.index(rules), text)


_WRITTEN_AS = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
