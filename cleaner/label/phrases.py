"""Phrases that tell a block on any site, in the page's language and English."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Block
from cleaner.patterns import Pattern
from cleaner.rules import lines
from cleaner.rules.registry import Registry

# Phrase rules are sure of what they match, but less so than a site's own.
SCORE = 0.9


def apply(blocks: Sequence[Block], language: str | None, registry: Registry) -> None:
    """Label the blocks that a phrase rule matches: the page's language's, English ones, and where neither is declared those of its script."""
    language = _WRITTEN_AS.get(language or "", language)
    if language is None or language not in registry.phrases:
        language = _language_of_script(blocks)
    files = [registry.phrases[code] for code in dict.fromkeys((language, "en")) if code in registry.phrases]
    text = lines.Lines(blocks, max(registry.index(rules).most for rules in files)) if files else None
    for rules in files:
        lines.apply(rules.text, blocks, SCORE, registry.index(rules), text)


def _language_of_script(blocks: Sequence[Block]) -> str:
    """The language that a page's script is most often used for: only to look for its phrases, not to tell the page's language by."""
    sample = "".join(block.text[:200] for block in blocks if not block.text.isascii())[:_SAMPLE]
    if not sample:
        return "en"
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) > _SHARE * len(sample):
            return code
    return "en"


_WRITTEN_AS = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
# So much of the sample must be in a script (kana stand among many more Chinese characters).
_SAMPLE, _SHARE = 2000, 0.1
_SCRIPTS = (
    ("ja", Pattern(r"[\p{Script=Hiragana}\p{Script=Katakana}]")),
    ("ko", Pattern(r"\p{Script=Hangul}")),
    ("zh", Pattern(r"\p{Script=Han}")),
    ("ru", Pattern(r"\p{Script=Cyrillic}")),
    ("ar", Pattern(r"\p{Script=Arabic}")),
    ("he", Pattern(r"\p{Script=Hebrew}")),
    ("hi", Pattern(r"\p{Script=Devanagari}")),
)
