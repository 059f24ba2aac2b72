"""Phrase rules, which hold on any site: those of the page's language and the English ones."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.language import sample, vote
from cleaner.rules import line_rules

# Language codes whose phrases are in the file of another code: Norwegian, two codes that were renamed, Bosnian and
# Montenegrin, and Kurdish as it is written in Arabic script.
_FILE_OF_LANGUAGE = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "bs": "hr",
    "sh": "hr",
    "cnr": "sr",
    "ckb": "ku",
    "sdh": "ku",
}


def apply_phrases(labelling: Labelling) -> None:
    """Label the blocks that a phrase rule of the page's language, or an English one, matches.

    The language is the declared one, else the one in which the blocks are written. In HTML this looks at undecided
    blocks alone, in bare text at all blocks; it changes blocks that `MAY_OVERRULE` leaves to phrases.
    """
    registry, page, language = labelling.registry, labelling.page, labelling.context.language
    blocks = [block for block in page.blocks if not block.decided] if page.html else page.blocks
    language = _FILE_OF_LANGUAGE.get(language or "", language)
    if language is None or language not in registry.phrases:
        language = vote(sample([block.text for block in blocks]))
    files = [registry.phrases[code] for code in dict.fromkeys((language or "en", "en")) if code in registry.phrases]
    text = line_rules.Lines(blocks, max(registry.index(rules).most for rules in files)) if files else None
    for rules in files:
        line_rules.label_lines(rules.text, blocks, registry.index(rules), text)
