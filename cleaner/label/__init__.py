"""`label`: what each block is, or why it is left out. Nothing is deleted here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cleaner.label import captions, classifier, headings, phrases, site
from cleaner.label.html import body, boilerplate, other_articles
from cleaner.label.html import header as html_header
from cleaner.label.text import header as text_header
from cleaner.labels import Layer, Role
from cleaner.learned import confidence
from cleaner.model import Page, PageContext
from cleaner.options import Options
from cleaner.rules.registry import Registry


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling tells beside the labels.

    confidence: how sure it is that the page holds an article (0…1); fields: the values that line rules read, by field.
    """

    confidence: float
    fields: Mapping[str, list[str]]


def label(page: Page, context: PageContext, registry: Registry, options: Options) -> Labelled:
    """Label every block of the page; the strongest rule speaks first."""
    fields = apply_rules(page, context, registry, options)
    classifier.apply(page, context, options.favour)
    return Labelled(settle(page, context), fields)


def apply_rules(page: Page, context: PageContext, registry: Registry, options: Options) -> dict[str, list[str]]:
    """Label the blocks that rules speak on; training looks at the page as they leave it. Returns the values that line
    rules read, by field.
    """
    blocks = page.blocks
    fields = site.apply(page, context)
    if page.html:
        html_header.label_html(page, context)
        other_articles.apply(page)
        inside, trust = body.choose_body(page, options.favour)
        outside = boilerplate.apply(page, inside, trust, context.site or "", options.favour)
        phrases.apply([block for block in blocks if not block.decided], context.language, registry)
        boilerplate.finish(page, outside, trust, context)
        captions.apply(page)
    else:
        phrases.apply(blocks, context.language, registry)
    return fields


def settle(page: Page, context: PageContext) -> float:
    """What a block's neighbours tell of it; the rest is kept. Returns the confidence."""
    if not page.html:
        head = text_header.reopen(page.blocks)
        captions.apply(page)
        text_header.label_lines(page, head)
        text_header.close(head)
    headings.apply(page)
    for block in page.blocks:
        if not block.decided:
            block.keep(block.form if block.form is not Role.CAPTION else Role.PARAGRAPH, page.kept_by, Layer.DEFAULT)
    return confidence.estimate(page, context)
