"""What is said of a page that a site's rule set no longer fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner import RulesUsed

_NOTES = {
    "no_layout": "no layout fits",
    "misses_prose": "the layout's body holds little of the page's prose",
    "misses_article_body": "the layout's body holds little of the JSON-LD's articleBody",
    "too_wide": "most of the prose in the layout's body is not the article's",
}


def drift_note(used: RulesUsed) -> str:
    """One line: why no layout of a rule set served, and what to do."""
    why = _NOTES[used.drift or "no_layout"]
    return f"rule set {used.set}: {why}, so that generic rules served: see cleaner rules check"
