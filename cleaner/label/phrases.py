"""Phrases that tell a block on any site, in the page's language and English."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.language import sample, vote
from cleaner.rules import line_rules


def apply_phrases(labelling: Labelling) -> None:
    """Label the blocks that a phrase rule matches: the page's language's, English ones, and where it declares none
    those of the one it is written in.
    """
    registry, page, language = labelling.registry, labelling.page, labelling.context.language
    blocks = [block for block in page.blocks if not block.decided] if page.html else page.blocks
    language = _WRITTEN_AS.get(language or "", language)
    if language is None or language not in registry.phrases:
        language = vote(sample([block.text for block in blocks]))
    files = [registry.phrases[code] for code in dict.fromkeys((language or "en", "en")) if code in registry.phrases]
    text = line_rules.Lines(blocks, max(registry.index(rules).most for rules in files)) if files else None
    for rules in files:
        line_rules.label_lines(rules.text, blocks, registry.index(rules), text)


_WRITTEN_AS = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
