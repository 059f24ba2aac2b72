"""`label`: what each block is, or why it is left out. Nothing is deleted here."""

from __future__ import annotations

from cleaner.label import captions, confidence, generic, heads, neighbours, others, phrases, review, site, text_heads, weights
from cleaner.model import Page, Recognised, Role
from cleaner.options import Options
from cleaner.rules.registry import Registry


def label(page: Page, found: Recognised, registry: Registry, options: Options) -> float:
    """Label every block of the page; the strongest rule speaks first. Returns how sure it is that the page holds an article (0…1)."""
    apply_rules(page, found, registry, options)
    review.apply(page, found, options.favour)
    return settle(page, found)


def apply_rules(page: Page, found: Recognised, registry: Registry, options: Options) -> None:
    """What the rules tell of the blocks; training looks at the page as they leave it."""
    blocks = page.blocks
    site.apply(page, found)
    if page.html:
        heads.label_html(page, found)
        others.apply(page)
        inside, beliefs = weights.choose_body(page, options.favour)
        outside = generic.apply(page, inside, beliefs, found.site or "", options.favour)
        phrases.apply([block for block in blocks if not block.decided], found.language, registry)
        generic.finish(page, outside, beliefs, found)
        captions.apply(page)
    else:
        phrases.apply(blocks, found.language, registry)


def settle(page: Page, found: Recognised) -> float:
    """What a block's neighbours tell of it; the rest is kept. Returns the confidence."""
    if not page.html:
        head = text_heads.reopen(page.blocks)
        captions.apply(page)
        text_heads.label_lines(page, head)
        text_heads.close(head)
    neighbours.apply(page)
    for block in page.blocks:
        if not block.decided:
            block.keep(block.kind if block.kind is not Role.CAPTION else Role.PARAGRAPH, page.kept_by, 0.6)
    return confidence.estimate(page, found)
