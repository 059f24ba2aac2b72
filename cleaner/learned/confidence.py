"""How likely a page is an article whose text is right: logistic regressions, one for HTML and one for bare text."""

from __future__ import annotations

import math
from itertools import pairwise

from cleaner.labels import BODY, DATES, Layer, Role
from cleaner.learned.loader import weights_of
from cleaner.lines.shapes import ends_sentence
from cleaner.model import Block, Page, PageContext

_OF_TEXT = ("amount", "share", "paragraphs", "prose", "lists", "headings", "short")
# The features of a labelled document, as `of` gives them. The model file has a table of weights for each form of input.
FEATURES = {
    "html": (*_OF_TEXT, "linked", "og_type", "json_ld", "dated", "titled", "signed", "slug", "doubt", "forum"),
    "text": (*_OF_TEXT, "sentences", "dump", "left", "dated", "titled", "signed", "broken"),
}
# The weights were learnt with these numbers: who changes one must learn them anew (`python -m training`). All by hand.
# Characters: a block as long as this is a paragraph of an article rather than a label.
_LONG = 80
# Characters: a shorter block counts as short.
_SHORT = 40
# What makes a feature 1: paragraphs, headings, words of the address, stretches of text.
_MANY_PARAGRAPHS = 8
_MANY_HEADINGS = 20
_MANY_SLUG_WORDS = 8
_MANY_STRETCHES = 10
_PROSE, _LIST_ITEM, _HEADING = (Role.PARAGRAPH, Role.QUOTE), Role.LIST_ITEM, Role.HEADING
# What the JSON-LD type of an article ends in, and types of pages that are no article.
_ARTICLE_ENDINGS = ("Article", "Posting", "Report")
_NO_ARTICLE = frozenset(("Product", "ItemList", "CollectionPage", "FAQPage", "SearchResultsPage", "Organization"))


def predict(page: Page, context: PageContext) -> float:
    """The probability (0…1) that the page is an article and the word F1 of its text at least 0.9; 0 without text.

    `python -m training` learns the weights, and prints how well they hold on pages of other hosts.
    """
    kept = [block for block in page.blocks if block.role in BODY]
    if not any(block.text for block in kept):
        return 0.0
    weights = weights_of("confidence")["html" if page.html else "text"]
    score = weights.get("bias", 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in of(page, context, kept).items()
    )
    return round(1.0 / (1.0 + math.exp(-score)), 3)


def of(page: Page, context: PageContext, kept: list[Block]) -> dict[str, float]:
    """The features of a labelled document, each between -1 and about 1. kept: the blocks that make up its text."""
    return {**_of_text(page, kept), **(_of_html(page, context, kept) if page.html else _of_lines(page, kept))}


def _of_text(page: Page, kept: list[Block]) -> dict[str, float]:
    """What the text is like, and which share of the document's prose it holds."""
    chars = sum(len(block.text) for block in kept)
    prose = sum(block.prose_score for block in page.blocks if block.prose_score > 0)
    paragraphs = [
        block for block in kept if block.form in _PROSE and block.prose_score > 0 and len(block.text) >= _LONG
    ]
    return {
        "amount": math.log1p(chars) / 10,
        "share": sum(block.prose_score for block in kept if block.prose_score > 0) / prose if prose else 0.0,
        "paragraphs": min(1.0, len(paragraphs) / _MANY_PARAGRAPHS),
        "prose": sum(len(block.text) for block in paragraphs) / chars,
        "lists": sum(len(block.text) for block in kept if block.form is _LIST_ITEM) / chars,
        "headings": min(1.0, sum(block.form is _HEADING for block in kept) / _MANY_HEADINGS),
        "short": sum(len(block.text) < _SHORT for block in kept) / len(kept),
    }


def _of_html(page: Page, context: PageContext, kept: list[Block]) -> dict[str, float]:
    """What an HTML page says of itself, and the shares of linked and of doubtful characters in its text."""
    roles = {block.role for block in page.blocks}
    og_type = (context.head.first("og:type") or "").lower()
    return {
        "linked": sum(block.links for block in kept) / sum(len(block.text) for block in kept),
        "og_type": 1.0 if og_type == "article" else -1.0 if og_type in ("product", "website") else 0.0,
        "json_ld": _json_ld(context),
        "dated": float(bool(roles & DATES) or context.head.first("article:published_time") is not None),
        "titled": float(Role.TITLE in roles),
        "signed": float(Role.BYLINE in roles or context.head.first("author") is not None),
        "slug": min(1.0, _slug_words(context.url or "") / _MANY_SLUG_WORDS),
        "doubt": page.doubt,
        "forum": float(context.is_forum),
    }


def _of_lines(page: Page, kept: list[Block]) -> dict[str, float]:
    """What bare text shows: whether it was a dump, the share of kept lines, and what stands above the body."""
    roles = {block.role for block in page.blocks}
    texts = [block.text for block in kept]
    return {
        "sentences": sum(len(text) for text in texts if ends_sentence(text)) / sum(map(len, texts)),
        "dump": float(any(block.layer is Layer.LEARNT and block.role is None for block in page.blocks)),
        "left": len(kept) / len(page.blocks),
        "dated": float(bool(roles & DATES)),
        "titled": float(Role.TITLE in roles),
        "signed": float(Role.BYLINE in roles),
        "broken": min(1.0, _stretches([block.role in BODY for block in page.blocks]) / _MANY_STRETCHES),
    }


def _stretches(kept: list[bool]) -> int:
    """The number of unbroken stretches of kept blocks; an article mostly stands in one.

    >>> _stretches([True, True, False, True])
    2
    """
    return sum(this and not previous for previous, this in pairwise([False, *kept]))


def _slug_words(url: str) -> int:
    """The number of words in the part of an address's path that has most.

    >>> _slug_words("https://example.com/news/the-quay-at-low-fell?page=2")
    5
    """
    parts = url.split("?")[0].split("/")[3:]
    return max((len(part.replace("_", "-").split("-")) for part in parts), default=0)


def _json_ld(context: PageContext) -> float:
    """1 if the page's JSON-LD describes an article, -1 if another kind of page, else 0."""
    names = context.entity_types()
    if any(name.endswith(_ARTICLE_ENDINGS) for name in names):
        return 1.0
    return -1.0 if names & _NO_ARTICLE else 0.0
