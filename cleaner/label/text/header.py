"""What stands above the body of bare text: title, subtitle, byline, dates."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice, takewhile

from cleaner import dates
from cleaner.folding import fold
from cleaner.label.classifier import CLASSIFIED, propose, reason_for, relabel
from cleaner.label.labelling import Header, Label, Labelling
from cleaner.labels import DATES, MAY_OVERRULE, Layer, Reason, Role
from cleaner.learned import headline
from cleaner.lines import bylines, datelines
from cleaner.lines.credits import credited
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block

_TITLE, _SUBTITLE = Role.TITLE, Role.SUBTITLE
_LONGEST_TITLE = 300
# The page's title and the headline below it begin alike for so many characters at least.
_SHARED = 15
# So many lines at the top and right above the body may be title, byline or date.
_HEAD_BLOCKS = 12
_TITLE_NEIGHBOURS = DATES | {Role.BYLINE, Role.CAPTION}
# A deck of whole sentences is no longer; its byline stands so many lines below it at most.
_LONGEST_DECK, _BELOW_DECK = 400, 2
# The page's title stands among so many lines at the top.
_PAGE_TITLE = 3
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ")
_FOLDED_SEPARATORS = (" | ", " - ", " :: ", ' " ', " · ", " • ")
# An entry of a menu has no more bytes.
_ENTRY = 24
# From this chance on a line is the headline even in a page that is no dump, or below the beginning of the body (see
# `headline.LIKELY`).
_LIKELY = 0.5
# How many lines above a dump's headline and below the beginning of its body may be its date or byline, how long a line
# is that holds a date beside other things, how short a deck is.
_ABOVE_TITLE, _BELOW_TITLE, _SHORT, _DECK = 4, 5, 120, 25
# Whose rule it is where a line's place tells its role.
_RULES = {Role.BYLINE: "generic:byline", Role.PUBLISHED: "generic:date", _SUBTITLE: "generic:subtitle"}


def find_header(labelling: Labelling) -> None:
    """Find the body, and a dump's headline, and let the lines around them wait for the passes for headers.

    Of those lines the classifier's proposals wait, and near a headline labels of general rules that say no more than
    `other`. All other proposals become labels.
    """
    blocks = labelling.page.blocks
    proposed = propose(labelling.page, labelling.context, labelling.favour)
    body = body_at(blocks, proposed)
    title = _entitle_dump(blocks, body, proposed) if body >= 0 and proposed else -1
    near = range(max(0, body - _HEAD_BLOCKS), max(0, body)) if title < 0 else _around(title, body, len(blocks))
    for i, probability in proposed.items():
        if i not in near and not blocks[i].decided:
            relabel(blocks[i], probability)
    waiting = []
    for i in near:
        block = blocks[i]
        if not block.decided and i in proposed:
            score = round(1 - proposed[i], 2)
            waiting.append(Label(block, reason_for(block), CLASSIFIED, Layer.LEARNT, None, score))
        elif title >= 0 and _is_unnamed(block):
            waiting.append(Label(block, Reason.OTHER, block.rule, block.layer, block.ground, block.score))
            block.reopen()
    labelling.header = Header(title, body, waiting)


def _is_unnamed(block: Block) -> bool:
    """Whether a general rule left a block out without saying what it is."""
    return block.reason is Reason.OTHER and block.layer in MAY_OVERRULE[Layer.GENERIC]


def _around(title: int, body: int, count: int) -> range:
    """The lines around a dump's headline and above its body that may be its date or byline, among `count` lines."""
    first = max(0, min(title - _ABOVE_TITLE, body - _HEAD_BLOCKS))
    return range(first, min(count, max(title, body) + _BELOW_TITLE))


def drop_waiting(labelling: Labelling) -> None:
    """Give the lines near the header that no pass spoke on the label that waited for them."""
    for label in labelling.header.waiting if labelling.header else ():
        if not label.block.decided:
            label.block.drop(label.reason, label.rule, label.layer, label.score, label.ground)


def label_header(labelling: Labelling) -> None:
    """Label title, deck, byline, dates and dateline of bare text.

    In a dump they stand around its headline. Else the first line, or the first below a menu, is the title where a date,
    byline, deck or caption stands next to it, or where the page's title, which has the site's name, is printed above
    it; else it stays a heading.
    """
    blocks, header = labelling.page.blocks, labelling.header
    if header is not None and header.title >= 0:
        _label_around(blocks, header)
        return
    end = body_at(blocks)
    if end < 0:  # nothing but short lines: verse, a list
        return
    lines = [block for block in blocks[:end] if block.reason is None or _may_sign(block)]
    first_and_last = lines if len(lines) <= 2 * _HEAD_BLOCKS else [*lines[:_HEAD_BLOCKS], *lines[-_HEAD_BLOCKS:]]
    for block in first_and_last:
        _label_line(block)
    above = [block for block in first_and_last if block.reason is None]
    if not (any(block.role is _TITLE for block in above) or _below_page_title(lines, above)):
        signed = _signed_below_deck(blocks, end)
        first = next((i for i, block in enumerate(above) if not block.decided), len(above))
        if not (_entitle(above, first, signed) or _entitle(above, _end_of_menu(above, first), signed)):
            _entitle_likely(blocks, end)


def _entitle_dump(blocks: list[Block], body: int, proposed: Container[int]) -> int:
    """Label the headline of a dump; its place, -1 where none is likely."""
    at, chance = headline.find(blocks, body, proposed)
    if at < 0 or (at >= body and is_prose(blocks[at].text) and (at > body or chance < _LIKELY)):
        return -1
    blocks[at].keep(_TITLE, "learnt:headline", Layer.LEARNT, round(chance, 2))
    return at


def _entitle_likely(blocks: list[Block], body: int) -> None:
    """Label the headline of a page that is no dump, where one is likely and a date or byline stands below it."""
    last = body + _BELOW_TITLE
    signs = [i for i in range(max(0, body - headline.ABOVE), min(len(blocks), last)) if _is_open_sign(blocks[i])]
    at, chance = headline.find(blocks, body) if signs else (-1, 0.0)
    if chance >= _LIKELY and 0 <= at < body and blocks[at].reason is None and at < signs[-1]:
        blocks[at].keep(_TITLE, "learnt:headline", Layer.LEARNT, round(chance, 2))
        _label_around(blocks, Header(at, body, []))


def _is_open_sign(block: Block) -> bool:
    return block.reason is None and not is_prose(block.text) and _signs(block)


def _label_around(blocks: list[Block], header: Header) -> None:
    """Label what stands around a headline: dates, bylines and captions, and of what was left out there lines that hold
    a date or a name, and the deck.
    """
    places = _around(header.title, header.body, len(blocks))
    around = [blocks[i] for i in places if blocks[i].reason is None or _may_sign(blocks[i])]
    for block in around:
        if not is_prose(block.text):
            _label_line(block)
    waiting = {id(label.block) for label in header.waiting}
    _label_signs(around, waiting)
    deck = blocks[header.title + 1] if header.title + 1 < header.body else None
    if (
        deck is not None
        and id(deck) in waiting
        and not deck.decided
        and _DECK <= len(deck.text) <= _LONGEST_DECK
        and not _repeats(deck, blocks[header.title])
    ):
        _keep(deck, _SUBTITLE)


def _label_signs(around: list[Block], waiting: set[int]) -> None:
    """Label lines that hold a date beside other things, and bare names next to a date. waiting: the `id` of those that
    are open to it.
    """
    for block in around:
        if (
            id(block) in waiting
            and not block.decided
            and len(block.text) <= _SHORT
            and dates.find(block.text) is not None
        ):
            _keep(block, Role.BYLINE if bylines.with_date(block.text) else Role.PUBLISHED)
    dated = {i for i, block in enumerate(around) if block.role in DATES}
    for i, block in enumerate(around):
        if id(block) in waiting and not block.decided and {i - 1, i + 1} & dated and bylines.bare(block.text):
            _keep(block, Role.BYLINE)


def _keep(block: Block, role: Role) -> None:
    """Label a line by where it stands rather than by its form."""
    block.keep(role, _RULES[role], Layer.GENERIC)


def _repeats(line: Block, title: Block) -> bool:
    """Whether a line says the title again, with or without something around it."""
    one, other = fold(line.text), fold(title.text)
    return one in other or other in one


def body_at(blocks: list[Block], proposed: Container[int] = ()) -> int:
    """Where the first prose stands that nothing has left out; -1 where there is none.

    proposed: the lines that the classifier would leave out.
    """
    for i, block in enumerate(blocks):
        if block.reason is None and i not in proposed and _is_body(block):
            return i
    return -1


def _label_line(block: Block) -> None:
    """Label a line above the body that is nothing but a date, a byline, a dateline or a photo's caption."""
    if block.decided and not _may_sign(block):
        return
    stamp = dates.read_line(block.text)
    if stamp is not None:
        block.keep(Role.MODIFIED if stamp.modified else Role.PUBLISHED, "generic:date", Layer.GENERIC)
    elif bylines.is_byline(block.text):
        block.keep(Role.BYLINE, "generic:byline", Layer.GENERIC)
    elif block.decided:
        return
    elif datelines.is_line(block.text):
        block.keep(Role.DATELINE, "generic:dateline", Layer.GENERIC)
    elif credited(block.text):
        block.keep(Role.CAPTION, "generic:credit", Layer.GENERIC)


def _may_sign(block: Block) -> bool:
    """Whether phrases took a line for a note on the author: above the body it may be the byline."""
    return block.reason is Reason.AUTHOR_NOTE and block.layer in MAY_OVERRULE[Layer.GENERIC]


def _signed_below_deck(blocks: list[Block], end: int) -> bool:
    """Whether the first prose is a deck, which stays in the text: a byline stands below it and above more prose. Labels
    byline and date.
    """
    if len(blocks[end].text) > _LONGEST_DECK:
        return False
    lines = list(
        islice((block for block in blocks[end + 1 :] if block.reason is None or _may_sign(block)), 2 * _HEAD_BLOCKS)
    )
    at = next(
        (
            i
            for i, block in enumerate(lines[:_BELOW_DECK])
            if block.role is Role.BYLINE or bylines.is_byline(block.text)
        ),
        -1,
    )
    if at < 0 or any(block.decided and not _may_sign(block) and block.role is not Role.BYLINE for block in lines[:at]):
        return False
    signs = list(takewhile(_signs, lines[at:]))
    if not any(block.reason is None and _is_body(block) for block in lines[at + len(signs) :]):
        return False
    for block in (*lines[:at], *signs):
        if _signs(block):
            _label_line(block)
    return True


def _signs(block: Block) -> bool:
    """Whether a line is nothing but a byline or a date."""
    return bylines.is_byline(block.text) or dates.read_line(block.text) is not None


def _is_body(block: Block) -> bool:
    return not block.decided and is_prose(block.text) and not is_headline(block.text) and not credited(block.text)


def _below_page_title(lines: list[Block], head: list[Block]) -> bool:
    """Label the headline where it stands again below the page's title, which has the site's name; whether it does."""
    for i, block in enumerate(lines[:_PAGE_TITLE]):
        if block.decided or len(block.text) > _LONGEST_TITLE or not any(sign in block.text for sign in _SEPARATORS):
            continue
        key, beginning = fold(block.text), block.text[:_SHARED]
        for other in lines[i + 1 :]:
            if other.decided or not other.text.startswith(beginning) or len(other.text) >= len(block.text):
                continue
            title = fold(other.text)
            if key.startswith(title) and key[len(title) :].startswith(_FOLDED_SEPARATORS):
                block.drop(Reason.DUPLICATE, "generic:page_title", Layer.GENERIC)
                at = next((k for k, line in enumerate(head) if line is other), -1)
                if at < 0 or not _entitle(head, at):
                    other.keep(Role.TITLE, "generic:title", Layer.GENERIC)
                return True
    return False


def _end_of_menu(head: list[Block], first: int) -> int:
    """Where the lines end that are as short as a menu's."""
    return next((i for i in range(first, len(head)) if not head[i].decided and not _is_entry(head[i].text)), len(head))


def _is_entry(text: str) -> bool:
    """Whether a line may be an entry of a menu: up to 24 bytes, which are 8 Chinese characters."""
    return len(text) <= _ENTRY and len(text.encode()) <= _ENTRY


def _entitle(head: list[Block], at: int, signed: bool = False) -> bool:
    """Label a line as the title, and the one below as its deck, where a date, byline or caption stands next to them;
    whether one does.

    signed: whether a byline stands below a deck of whole sentences.
    """
    if at >= len(head) or head[at].decided or not is_headline(head[at].text):
        return False
    following = head[at + 1 :]
    deck = following[0] if following and not following[0].decided and is_headline(following[0].text) else None
    beside = [*head[max(0, at - 1) : at], *following[1 if deck else 0 :][:1]]
    if not (any(block.role in _TITLE_NEIGHBOURS for block in beside) or (signed and not following)):
        return False
    head[at].keep(Role.TITLE, "generic:title", Layer.GENERIC)
    if deck is not None:
        _keep(deck, Role.BYLINE if bylines.bare(deck.text) else _SUBTITLE)
    return True
