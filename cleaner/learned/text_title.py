"""Which line above the prose of bare text is its title: boosted trees that look at the line's form, at what stands
around it, and at its words in the text below. They serve text that is no dump (`headline` serves dumps).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from cleaner.labels import DATES, Role
from cleaner.learned.headline import Line, count_words, words_of
from cleaner.learned.loader import trees_of
from cleaner.lines import bylines
from cleaner.lines.shapes import ends_sentence, is_headline, is_prose
from cleaner.model import Block
from cleaner.slug import share_in_address, share_of_address

# The features of a line, in the order of `rows`. The model file stores these names.
FEATURES = (
    *("held", "weight", "hits", "fewer_hits", "lead_held", "length", "words", "capitals", "all_capitals"),
    *("headline", "ends", "question", "colon", "ends_colon", "number_first", "level", "listed", "copies", "contained"),
    *("at", "to_prose", "rank", "rivals", "fewer_letters", "gap", "gap_below", "above", "below", "second_below"),
    *("signatures", "to_signature", "headings", "like_headings", "paragraphs"),
    *("name", "long_rank", "of_address", "in_address"),
)  # fmt: skip

# The trees were learnt with these numbers: who changes one must learn them anew (`python -m training`). All by hand.
# Lines at the top among which the title is looked for, and from the first prose on.
FIRST = 24
_BELOW = 3
# Characters of a title.
_SHORTEST, _LONGEST = 4, 250
# Lines below the first prose among which headings and paragraphs are counted, and characters of a heading.
_BODY_LINES = 200
_LONGEST_HEADING = 90
# Characters: a line that is no longer stands in many others by chance.
_SHORTEST_CONTAINED = 15
# Characters of the longest entry of a menu.
_LONGEST_MENU_ENTRY = 24
# Lines: no signature is looked for further away.
_FAR = 8
# What stands beside a line.
_NOTHING, _SIGNATURE, _CAPTION, _LEFT_OUT, _PROSE, _OTHER = range(6)
_SIGNATURES = DATES | {Role.BYLINE}


def rows(blocks: Sequence[Block], body: int, url: str | None) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The index and the features of each line that may be the title, in the order of `FEATURES`.

    blocks: with their dates, bylines and captions labelled; body: the index of the first prose; url: the page's
    address, if known.
    """
    places = [i for i in range(min(FIRST, body + _BELOW, len(blocks))) if _may_be_title(blocks[i])]
    if not places:
        return
    counts = count_words(blocks, body, ())
    lines = {i: Line(blocks[i], counts) for i in places}
    lead = words_of(blocks[body].text)
    most_hits = max(line.hits for line in lines.values())
    longest = max(len(blocks[i].text) for i in places)
    kinds = [_kind(blocks[i]) for i in range(min(len(blocks), body + _BELOW + 3))]
    signatures = [i for i, kind in enumerate(kinds) if kind == _SIGNATURE]
    short = [block.text for block in blocks[body : body + _BODY_LINES] if _is_heading(block)]
    paragraphs = sum(is_prose(block.text) for block in blocks[body : body + _BODY_LINES])
    top = [blocks[i].text.casefold() for i in range(min(len(blocks), body + _BELOW))]
    joined = "\n".join(top)
    long_above = 0
    for rank, i in enumerate(places):
        line, text = lines[i], blocks[i].text
        key, words = text.casefold(), text.split()
        own = words_of(text)
        cased = [word for word in words if word[0].isalpha() and word[0].lower() != word[0].upper()]
        copies = top.count(key)
        near = [abs(i - at) for at in signatures]
        yield (
            i,
            (
                *(line.held, line.weight, line.hits, line.hits - most_hits, len(own & lead) / (len(own) or 1)),
                *(line.length, len(words), sum(word[0].isupper() for word in cased) / (len(cased) or 1)),
                *(text.isupper(), is_headline(text), ends_sentence(text), text.endswith(("?", "？")), ":" in text),
                *(text.endswith((":", "：")), text[0].isdigit(), blocks[i].level, blocks[i].form is Role.LIST_ITEM),
                *(copies > 1, len(key) > _SHORTEST_CONTAINED and joined.count(key) > copies),
                *(i, body - i, rank, len(places), len(text) - longest, min(2, blocks[i].gap)),
                min(2, blocks[i + 1].gap) if i + 1 < len(blocks) else 2,
                *(kinds[i - 1] if i else _NOTHING, _at(kinds, i + 1), _at(kinds, i + 2)),
                *(len(signatures), min([_FAR, *near])),
                *(log(len(short) + 1), _are_alike(text, short), log(paragraphs + 1)),
                *(bool(bylines.bare(text)), long_above, share_of_address(text, url), share_in_address(text, url)),
            ),
        )
        long_above += len(text) > _LONGEST_MENU_ENTRY


def probabilities(blocks: Sequence[Block], body: int, url: str | None) -> dict[int, float]:
    """The lines that may be the title, by index, each with the probability (0…1) that it is."""
    trees = trees_of("title")
    return {i: trees.probability(row) for i, row in rows(blocks, body, url)}


def _may_be_title(block: Block) -> bool:
    """Whether nothing has spoken on a line that is as long as a title may be."""
    return not block.decided and _SHORTEST <= len(block.text) <= _LONGEST


def _kind(block: Block) -> int:
    """What a line is to the lines beside it."""
    if block.role in _SIGNATURES:
        return _SIGNATURE
    if block.role is Role.CAPTION:
        return _CAPTION
    if block.reason is not None:
        return _LEFT_OUT
    return _PROSE if is_prose(block.text) else _OTHER


def _at(kinds: Sequence[int], i: int) -> int:
    return kinds[i] if i < len(kinds) else _NOTHING


def _is_heading(block: Block) -> bool:
    """Whether a line of the text has the form of a heading."""
    text = block.text
    return block.reason is None and 0 < len(text) <= _LONGEST_HEADING and block.group < 0 and is_headline(text)


def _are_alike(text: str, headings: Sequence[str]) -> float:
    """The share of the later headings that end or begin as a line does: with a question mark, a colon, a number."""
    if not headings:
        return 0.0
    form = _form(text)
    return sum(_form(heading) == form for heading in headings) / len(headings)


def _form(text: str) -> tuple[bool, bool, bool]:
    return text.endswith(("?", "？")), text[0].isdigit(), len(text) > _LONGEST_HEADING // 2
