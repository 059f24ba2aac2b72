"""How sure it is that a page is an article and its text is right: a logistic estimate from a few measures of the
labelled page.
"""

from __future__ import annotations

import math
from itertools import pairwise

from cleaner.labels import BODY, DATES, Layer, Role
from cleaner.learned.loader import weights_of
from cleaner.lines.shapes import ends_sentence
from cleaner.model import Block, Page, PageContext

# A paragraph as long as this is one of an article's rather than a label.
LONG, SHORT = 80, 40
_PROSE, _LIST_ITEM, _HEADING = (Role.PARAGRAPH, Role.QUOTE), Role.LIST_ITEM, Role.HEADING
_ARTICLE = ("Article", "Posting", "Report")
_OTHER = frozenset(("Product", "ItemList", "CollectionPage", "FAQPage", "SearchResultsPage", "Organization"))


def estimate(page: Page, context: PageContext) -> float:
    """The estimated chance (0…1) that the page is an article and that the word F1 of its text is at least 0.9; 0 where
    no text is kept.

    The weights, those for pages and those for bare text, are learnt by `python -m training`, which prints how well they
    hold on pages of other hosts.
    """
    kept = [block for block in page.blocks if block.role in BODY]
    if not any(block.text for block in kept):
        return 0.0
    learnt = weights_of("confidence")["html" if page.html else "text"]
    score = learnt.get("bias", 0.0) + sum(
        learnt.get(name, 0.0) * value for name, value in features(page, context, kept).items()
    )
    return round(1.0 / (1.0 + math.exp(-score)), 3)


def features(page: Page, context: PageContext, kept: list[Block]) -> dict[str, float]:
    """The features of a labelled document whose blocks `kept` make up the text; each between -1 and about 1."""
    return {**_shape(page, kept), **(_head(page, context, kept) if page.html else _lines(page, kept))}


def _shape(page: Page, kept: list[Block]) -> dict[str, float]:
    """What the text is like, and how much of the document it is."""
    chars = sum(len(block.text) for block in kept)
    good = sum(block.prose_score for block in page.blocks if block.prose_score > 0)
    paragraphs = [block for block in kept if block.form in _PROSE and block.prose_score > 0 and len(block.text) >= LONG]
    return {
        "amount": math.log1p(chars) / 10,
        "share": sum(block.prose_score for block in kept if block.prose_score > 0) / good if good else 0.0,
        "paragraphs": min(1.0, len(paragraphs) / 8),
        "prose": sum(len(block.text) for block in paragraphs) / chars,
        "lists": sum(len(block.text) for block in kept if block.form is _LIST_ITEM) / chars,
        "headings": min(1.0, sum(block.form is _HEADING for block in kept) / 20),
        "short": sum(len(block.text) < SHORT for block in kept) / len(kept),
    }


def _head(page: Page, context: PageContext, kept: list[Block]) -> dict[str, float]:
    """What a page says of itself."""
    roles = {block.role for block in page.blocks}
    kind = (context.head.first("og:type") or "").lower()
    return {
        "linked": sum(block.links for block in kept) / sum(len(block.text) for block in kept),
        "og_type": 1.0 if kind == "article" else -1.0 if kind in ("product", "website") else 0.0,
        "json_ld": _json_ld(context),
        "dated": float(bool(roles & DATES) or context.head.first("article:published_time") is not None),
        "titled": float(Role.TITLE in roles),
        "signed": float(Role.BYLINE in roles or context.head.first("author") is not None),
        "slug": min(
            1.0,
            max(
                (len(part.replace("_", "-").split("-")) for part in (context.url or "").split("?")[0].split("/")[3:]),
                default=0,
            )
            / 8,
        ),
    }


def _lines(page: Page, kept: list[Block]) -> dict[str, float]:
    """What bare text shows: whether it was a dump, how many of its lines are left, and what stands above the body."""
    roles = {block.role for block in page.blocks}
    texts = [block.text for block in kept]
    return {
        "sentences": sum(len(text) for text in texts if ends_sentence(text)) / sum(map(len, texts)),
        "dump": float(any(block.layer is Layer.LEARNT and block.role is None for block in page.blocks)),
        "left": len(kept) / len(page.blocks),
        "dated": float(bool(roles & DATES)),
        "titled": float(Role.TITLE in roles),
        "signed": float(Role.BYLINE in roles),
        "broken": _broken(page),
    }


def _broken(page: Page) -> float:
    """How often the text stops and begins again: stretches of it for each line, since an article stands in one piece."""
    kept = [block.role in BODY for block in page.blocks]
    return min(1.0, sum(here and not before for before, here in pairwise([False, *kept])) / 10)


def _json_ld(context: PageContext) -> float:
    names = context.entity_types()
    if any(name.endswith(_ARTICLE) for name in names):
        return 1.0
    return -1.0 if names & _OTHER else 0.0
