"""`assemble`: labelled blocks and chosen metadata to an `Article`."""

from __future__ import annotations

from cleaner.article import Article, Draft
from cleaner.label import captions as caption_parts
from cleaner.metadata import Metadata
from cleaner.model import BODY, Block, Caption, Image, Page, Reason, Recognised, Role, RulesUsed, Source
from cleaner.options import Options
from cleaner.version import __version__


def assemble(source: Source, page: Page, found: Recognised, meta: Metadata, confidence: float, options: Options) -> Article:
    """The article of a labelled page."""
    wanted = (frozenset(map(str, BODY)) | options.keep) - options.drop
    text, spans = _join(page.blocks, wanted)
    rules = found.rules
    return Article(
        text=text,
        title=meta.title,
        subtitle=meta.subtitle,
        authors=tuple(meta.authors),
        published=meta.published,
        modified=meta.modified,
        language=meta.language,
        site=meta.site,
        url=meta.url,
        section=meta.section,
        tags=tuple(meta.tags),
        captions=tuple(_caption(block, page) for block in page.blocks if block.role is Role.CAPTION),
        confidence=confidence if text else 0.0,
        sources=meta.sources,
        rules=RulesUsed(rules.slug, rules.digest, found.layout.name if found.layout else None, found.fit) if rules else None,
        encoding={"name": source.encoding, "source": source.encoding_source, "confidence": source.encoding_confidence},
        version=__version__,
        _draft=Draft(page.blocks, spans, page.elements, page.struck, page.html),
    )


def _join(blocks: list[Block], wanted: frozenset[str]) -> tuple[str, list[tuple[int, int] | None]]:
    """The text of the wanted blocks, and each block's span in it."""
    pieces: list[str] = []
    spans: list[tuple[int, int] | None] = [None] * len(blocks)
    at, group = 0, -1
    for i, block in enumerate(blocks):
        label = block.role if block.role is not None else block.reason
        if label is None or str(label) not in wanted or not block.text:
            if block.role in BODY:
                block.drop(Reason.OTHER, "options:drop")
            continue
        if pieces:
            separator = "\n" if block.group >= 0 and block.group == group else "\n\n"
            pieces.append(separator)
            at += len(separator)
        pieces.append(block.text)
        spans[i] = (at, at + len(block.text))
        at += len(block.text)
        group = block.group
    return "".join(pieces), spans


def _caption(block: Block, page: Page) -> Caption:
    image = _image_of(block, page) if page.html else None
    credit = caption_parts.credit(block.text)
    return Caption(block.text, credit, image.src or None if image else None, image.alt or None if image else None)


def _image_of(block: Block, page: Page) -> Image | None:
    """The image in the caption's figure, else the one whose alternative text it repeats."""
    at = block.element
    while at >= 0 and page.elements[at].tag != "figure":
        at = page.elements[at].parent
    key = caption_parts.core(block.text)
    for image in page.images:
        if (at >= 0 and image.figure == at) or (image.alt and caption_parts.core(image.alt) == key):
            return image
    return None
