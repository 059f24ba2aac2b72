"""How sure it is that a page is an article and its text is right: a logistic estimate from a few measures of the labelled page."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from pathlib import Path

from cleaner.model import BODY, Block, Page, Recognised, Role

# A paragraph as long as this is one of an article's rather than a label.
LONG, SHORT = 80, 40
_PROSE, _LIST_ITEM, _HEADING = (Role.PARAGRAPH, Role.QUOTE), Role.LIST_ITEM, Role.HEADING
_ARTICLE = ("Article", "Posting", "Report")
_OTHER = frozenset(("Product", "ItemList", "CollectionPage", "FAQPage", "SearchResultsPage", "Organization"))


def estimate(page: Page, found: Recognised) -> float:
    """The estimated chance (0…1) that the page is an article and that the word F1 of its text is at least 0.9; 0 where no text is kept.

    The weights are learnt by `python -m training`, which prints how well they hold on pages of other hosts. Of bare text, which they
    were not learnt on, only the amount counts.
    """
    kept = [block for block in page.blocks if block.role in BODY]
    if not kept:
        return 0.0
    if not page.html:
        return round(min(1.0, 0.5 + sum(len(block.text) for block in kept) / 4000), 3)
    learnt = weights()
    score = learnt.get("bias", 0.0) + sum(learnt.get(name, 0.0) * value for name, value in measure(page, found, kept).items())
    return round(1.0 / (1.0 + math.exp(-score)), 3)


def measure(page: Page, found: Recognised, kept: list[Block]) -> dict[str, float]:
    """The measures of a labelled HTML page whose blocks `kept` make up the text; each between -1 and about 1."""
    chars = sum(len(block.text) for block in kept)
    good = sum(block.worth for block in page.blocks if block.worth > 0)
    paragraphs = [block for block in kept if block.kind in _PROSE and block.worth > 0 and len(block.text) >= LONG]
    roles = {block.role for block in page.blocks}
    kind = (found.head.first("og:type") or "").lower()
    return {
        "amount": math.log1p(chars) / 10,
        "share": sum(block.worth for block in kept if block.worth > 0) / good if good else 0.0,
        "paragraphs": min(1.0, len(paragraphs) / 8),
        "prose": sum(len(block.text) for block in paragraphs) / chars,
        "lists": sum(len(block.text) for block in kept if block.kind is _LIST_ITEM) / chars,
        "linked": sum(block.links for block in kept) / chars,
        "og_type": 1.0 if kind == "article" else -1.0 if kind in ("product", "website") else 0.0,
        "json_ld": _json_ld(found),
        "dated": float(bool(roles & {Role.PUBLISHED, Role.MODIFIED}) or found.head.first("article:published_time") is not None),
        "titled": float(Role.TITLE in roles),
        "headings": min(1.0, sum(block.kind is _HEADING for block in kept) / 20),
        "short": sum(len(block.text) < SHORT for block in kept) / len(kept),
        "signed": float(Role.BYLINE in roles or found.head.first("author") is not None),
        "slug": min(1.0, max((len(part.replace("_", "-").split("-")) for part in (found.url or "").split("?")[0].split("/")[3:]), default=0) / 8),
    }


@cache
def weights() -> dict[str, float]:
    """The learnt weights, by measure."""
    table = tomllib.loads((Path(__file__).parent / "confidence.toml").read_text("utf-8"))
    return {name: float(value) for name, value in table["weights"].items()}


def _json_ld(found: Recognised) -> float:
    names = found.things_types()
    if any(name.endswith(_ARTICLE) for name in names):
        return 1.0
    return -1.0 if names & _OTHER else 0.0
