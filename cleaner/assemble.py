"""`assemble`: labelled blocks and chosen metadata to an `Article`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from cleaner import language
from cleaner.article import Article, Draft, Spans
from cleaner.comments import comments_of
from cleaner.labels import BODY, Ground, Layer, Reason, Role
from cleaner.lines import datelines
from cleaner.lines.credits import caption_key, credit
from cleaner.lines.shapes import is_prose
from cleaner.metadata import Described
from cleaner.model import Block, Caption, Image, Page, PageContext, RulesUsed, Source
from cleaner.model.metadata import Metadata, metadata_values
from cleaner.options import Options
from cleaner.patterns import Pattern
from cleaner.urls import complete
from cleaner.version import __version__

_NO_FIGURE = -2
_FIGURE = ("figure",)
# Paragraphs of which one may begin with a dateline. By hand.
_OPENING = 3
# Paragraphs that are read: where more than one of them begins as a dateline does, the text is a transcript. By hand.
_FIRST = 6
_CAPTION, _DATELINE, _PARAGRAPH, _COPY = Role.CAPTION, Role.DATELINE, Role.PARAGRAPH, Reason.CAPTION
_NAMED = Ground.NAMED
_SIZE = Pattern(r"[-_]?\d{2,4}x\d{2,4}(?=\.\w+$)")


def assemble(
    source: Source, page: Page, context: PageContext, described: Described, confidence: float, options: Options
) -> Article:
    """The article of a labelled page."""
    wanted = (frozenset(map(str, BODY)) | options.keep) - options.drop
    text, spans = _join(page.blocks, wanted)
    stated = described.metadata
    language_tag = stated.language
    sources = dict(described.sources)
    if language_tag is None and (language_tag := language.identify(language.sample(text.split("\n")))):
        sources["language"] = {"source": "identified"}
    if page.unveiled:
        sources["text"] = {"source": "hidden", "share": round(page.unveiled, 3)}
    dateline = _dateline(page.blocks, spans)
    if dateline:
        sources["dateline"] = {"source": "generic:dateline"}
    direction = stated.direction
    if direction is None and (direction := language.direction(language_tag)):
        sources["direction"] = {"source": "language"}
    captions = tuple(_captions(page, stated.url))
    image = _lead_picture(stated, page, captions)
    if image is not None and stated.image is None:
        sources["image"] = {"source": "caption"}
    metadata = replace(
        stated,
        language=language_tag,
        direction=direction,
        amp_url=complete(stated.amp_url, stated.url),
        dateline=dateline,
        image=image,
    )
    rules = context.rules
    return Article(
        text=text,
        **metadata_values(metadata),
        captions=captions,
        comments=comments_of(page, language_tag),
        confidence=confidence if text else 0.0,
        sources=sources,
        rules=RulesUsed(rules.slug, rules.digest, context.layout, context.fit, context.drift) if rules else None,
        encoding={
            "name": source.encoding,
            "source": source.encoding_source,
            "confidence": source.encoding_confidence,
            "replaced": source.encoding_replaced,
        },
        limits=("blocks",) * page.is_cut + ("markup",) * page.has_unread_markup,
        version=__version__,
        _draft=Draft(page.blocks, spans, page.elements, page.struck, page.html, stated.url),
    )


def _join(blocks: list[Block], wanted: frozenset[str]) -> tuple[str, Spans]:
    """The text of the wanted blocks, and each block's span in it."""
    pieces: list[str] = []
    spans = Spans(len(blocks))
    at, group = 0, -1
    for i, block in enumerate(blocks):
        label = block.role if block.role is not None else block.reason
        # A further copy of a caption stays out even where captions are kept.
        is_wanted = label is not None and (label in wanted or block.ground is _NAMED)
        if not is_wanted or not block.text or block.reason is _COPY:
            if block.role in BODY:
                block.drop(Reason.OTHER, "options:drop" if block.text else "generic:empty", Layer.GENERIC)
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


def _dateline(blocks: list[Block], spans: Spans) -> str | None:
    """The dateline that one of the first paragraphs begins with, or that stands above them."""
    kept = (block.text for i, block in enumerate(blocks) if spans[i] is not None and _may_open(block))
    first = list(islice(kept, _FIRST))
    if sum(map(datelines.speaks, first)) > 1:  # a transcript
        return None
    return next((dateline for text in first[:_OPENING] if (dateline := datelines.find(text))), None)


def _may_open(block: Block) -> bool:
    """Whether a block may begin with a dateline, or is one."""
    return block.role is _DATELINE or (block.role is _PARAGRAPH and is_prose(block.text))


def _captions(page: Page, base: str | None) -> Iterator[Caption]:
    """The captions, each with the image of its figure, else with that whose alternative text it repeats."""
    captions = [block for block in page.blocks if block.role is _CAPTION]
    if not captions:
        return
    figures = {image.figure: image for image in reversed(page.images)}
    alts: dict[str, Image] | None = None
    known: dict[int, int] = {}
    for block in captions:
        figure = page.elements.nearest(block.element, _FIGURE, known)
        image_of = figures.get(figure if figure >= 0 else _NO_FIGURE)
        if image_of is None:
            alts = _by_alt(page.images) if alts is None else alts
            image_of = alts.get(caption_key(block.text))
        yield Caption(
            block.text,
            credit(block.text),
            complete(image_of.src, base) or None if image_of else None,
            image_of.alt or None if image_of else None,
        )


def _lead_picture(stated: Metadata, page: Page, captions: tuple[Caption, ...]) -> Caption | None:
    """The lead picture that the page's head names, with the caption of the picture of the same file, whatever its size;
    else the first picture that has a caption.
    """
    address = complete(stated.image.image, stated.url) if stated.image else None
    if not address or not stated.image:
        return next((caption for caption in captions if caption.image), None)
    name = _file(address)
    same = next((caption for caption in captions if caption.image and _file(caption.image) == name), None)
    if same is not None:
        return Caption(same.text, same.credit, address, same.alt or stated.image.alt)
    alt = stated.image.alt or next((image.alt for image in page.images if image.alt and _file(image.src) == name), None)
    return Caption("", None, address, alt)


def _file(address: str) -> str:
    """A picture's file name, without its query and the size that some systems write into it.

    >>> _file("https://post.example/img/mill-800x600.jpg?v=2")
    'mill.jpg'
    """
    return _SIZE.sub("", address.split("?", 1)[0].rsplit("/", 1)[-1].lower())


def _by_alt(images: list[Image]) -> dict[str, Image]:
    """The first image of each alternative text."""
    return {caption_key(image.alt): image for image in reversed(images) if image.alt}
