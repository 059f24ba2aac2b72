"""Signatures: who signs by lines far from the title, where the lines around it name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.labels import Reason, Role
from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.links import author_links
from cleaner.metadata.authors.parts import LONGEST_LINE, NO_BYLINE, OTHER_PARTS, is_named_byline, origin_of_byline
from cleaner.metadata.authors.signed import Signed
from cleaner.metadata.candidate import Origin
from cleaner.metadata.placement import is_within
from cleaner.model import Block, Page
from cleaner.patterns import Pattern

_ARTICLE, _FOOTER = ("article",), ("footer",)
_DATED = (Role.BYLINE, Role.PUBLISHED, Role.MODIFIED)
# Kept blocks at the end of which one may be a signature. By hand.
_LAST = 3
# Lines whose names are read, of those that look like a signature. By hand: the first ones tell.
_MOST_READ = 60
# The beginning of a signature, and that of a quotation, whose source would look like a signature.
_DASH = Pattern(r"[—–-] ?\p{Lu}")
# The handle of who signs a quoted post: "— Jane Doe (@jane) 3 March 2021".
_HANDLE = Pattern(r"[(\[]?@\w+[)\]]?|\bpic\.twitter\.com\b|\bon (?:X|Twitter|Instagram|Facebook)\b")
_QUOTATION = Pattern(r"[\"“”„«‘'>]")


def signatures(page: Page) -> Iterator[Signed]:
    """Who signs an article that nobody signs around its title, the most reliable first.

    These lines name the author: one with a date, "Written by Jane Doe", a link to the author's page, a part with an
    author's class name, and the last lines of the text.
    """
    by_rank: dict[int, Signed] = {}
    read = 0
    articles: dict[int, int] = {}
    footers: dict[int, int] = {}
    for block in page.blocks if page.html else ():
        if len(block.text) > LONGEST_LINE or block.role in NO_BYLINE:
            continue
        has_prefix = parse.is_byline(block.text)
        if is_within(page, block, OTHER_PARTS) and not (has_prefix and _ends_article(page, block, articles, footers)):
            continue
        persons = author_links(block, has_prefix) if block.reason is not Reason.RELATED else []
        if block.role in _DATED:
            rank, source, origin = 0, block.rule, origin_of_byline(block)
        elif has_prefix:
            rank, source, origin = 1, "signature", Origin.PRINTED
        elif persons:
            rank, source, origin = 2, "author link", Origin.PRINTED
        elif is_named_byline(page, block):
            rank, source, origin = 3, "author box", Origin.PRINTED
        else:
            continue
        if rank not in by_rank and read < _MOST_READ:
            read += 1
            names = persons or parse.of_byline(block.text, rank != 1)
            if names and person.is_person(names[0]):
                by_rank[rank] = Signed(names, source, origin, persons=frozenset(persons))
    yield from (signed for _, signed in sorted(by_rank.items()))
    yield from _at_the_end(page)


def _at_the_end(page: Page) -> Iterator[Signed]:
    """Who signs in the last lines of the text: "— Jane Doe", unless a quotation stands above, or in bare text "By Jane
    Doe".
    """
    kept = [block for block in page.blocks if block.role is not None]
    for above, block in pairwise(kept[-_LAST - 1 :]):
        text = block.text
        has_dash = _DASH.match(text) and above.form is not Role.QUOTE and not _QUOTATION.match(above.text)
        if (
            len(text) <= LONGEST_LINE
            and block.role not in NO_BYLINE
            and not (has_dash and _HANDLE.search(text))
            and (has_dash or (not page.html and parse.is_byline(text)))
        ):
            names = parse.of_byline(text)
            if names and person.is_person(names[0]):
                yield Signed(names, "signature")


def _ends_article(page: Page, block: Block, articles: dict[int, int], footers: dict[int, int]) -> bool:
    """Whether a block stands in a footer that is an article's own.

    articles, footers: those around elements that were asked for (see `Elements.nearest`).
    """
    nearest = page.elements.nearest
    article = nearest(block.element, _ARTICLE, articles)
    return 0 <= article < nearest(block.element, _FOOTER, footers)
