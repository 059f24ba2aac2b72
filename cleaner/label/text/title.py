"""The title of bare text that is no dump, and the lines around it.

What tells the title: the words of the address; a date, a byline, a caption or a copy of the line beside it, and learnt
trees that choose among the lines above. Such a line leaves the text. Without any of these the trees alone may name a
line, if they are sure: it stays in the text, too, for many clean texts open with a heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise, takewhile

from cleaner import dates
from cleaner.folding import fold
from cleaner.label.text.header_lines import (
    HEADER_LINES,
    LONGEST_DECK,
    is_body,
    is_byline_or_date,
    keep_by_place,
    label_line,
    may_be_byline,
)
from cleaner.label.text.item_dates import reopen_item_dates
from cleaner.label.text.title_place import is_breadcrumb, is_menu_entry, label_above_title, label_below_title
from cleaner.labels import DATES, Ground, Layer, Reason, Role
from cleaner.learned import text_title
from cleaner.lines import bylines
from cleaner.lines.credits import has_credit
from cleaner.lines.part_headings import is_part_heading
from cleaner.lines.shapes import HEADLINE, ends_sentence, is_headline
from cleaner.model import Block
from cleaner.slug import share_in_address, share_of_address

# Characters: no title of a page is longer. By hand.
_LONGEST_TITLE = 300
# Characters that the page's title and the headline below it have in common at their beginning. By hand.
_SHARED_OPENING = 15
# Lines at the top among which the page's title stands. By hand.
_PAGE_TITLE_LINES = 3
# Lines below a deck of whole sentences in which its byline stands. By hand.
_LINES_BELOW_DECK = 2
# What stands between a headline and the site's name in a page's title: as printed, and folded.
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ")
_FOLDED_SEPARATORS = (" | ", " - ", " :: ", ' " ', " · ", " • ")
# Share of the words of the address that a title has, and of the title's that the address has. By hand.
_OF_ADDRESS = 0.75
_IN_ADDRESS = 0.6
# Probabilities of the trees from which on a line is the title: with a date, byline, caption or copy beside it, and
# without. By hand, with `python -m benchmarks.heads`: the second keeps false titles below 1 %.
LIKELY_WITH_EVIDENCE = 0.2
SURE_WITHOUT = 0.6
# Lines between a title and the date, byline or caption that belongs to it: kicker, deck, copy. By hand.
_BETWEEN = 2
# Lines above the prose that no rule spoke on: more are no head. By hand.
_LINES_OF_HEAD = 8
# Roles of lines that make the headline beside them the title.
_EVIDENCE = DATES | {Role.BYLINE, Role.CAPTION}


def label_title(blocks: list[Block], body: int, url: str | None) -> bool:
    """Label dates, bylines and captions above the body, then the title and what belongs to it. Whether there is one.

    body: the index of the first prose; url: the address of the page, if known.
    """
    if any(block.role is Role.TITLE for block in blocks[:body]):
        return True
    body, end = label_head(blocks, body)
    at, rule = _by_page_title(blocks, body), "generic:title"
    weighed = text_title.probabilities(blocks, body, url) if at < 0 else {}
    probabilities = {i: weight for i, weight in weighed.items() if not _is_never_title(blocks[i].text)}
    if at < 0:
        at, rule = _by_address(blocks, probabilities, url), "generic:address"
    if at < 0:
        at, rule = _beside_evidence(blocks, probabilities, end), "generic:title"
    if at >= 0:
        blocks[at].keep(Role.TITLE, rule, Layer.GENERIC)
        label_above_title(blocks, at)
        label_below_title(blocks, at, body)
        return True
    if not end:  # the items of a list have headlines of their own
        return False
    above = [i for i in probabilities if i < body]
    at = max(above, key=probabilities.__getitem__, default=-1)
    if at < 0 or probabilities[at] < SURE_WITHOUT or not is_headline(blocks[at].text):
        _keep_lone_date(blocks[:body])
        return False
    if _label_date_below(blocks):
        blocks[at].keep(Role.TITLE, "generic:title", Layer.GENERIC)
        return True
    blocks[at].keep(Role.TITLE, "learnt:title", Layer.LEARNT, round(probabilities[at], 2), Ground.NAMED)
    return True


def _is_never_title(text: str) -> bool:
    """Whether a line is a breadcrumb or heads a part of a text."""
    return is_breadcrumb(text) or is_part_heading(text)


def _keep_lone_date(above: Sequence[Block]) -> None:
    """Keep the one date above the body in the text, too, where no title and no byline belongs to it: clean texts begin
    with a day.
    """
    told = [block for block in above if block.layer is Layer.GENERIC and block.role in _EVIDENCE]
    if len(told) == 1 and told[0].role in DATES:
        told[0].ground = Ground.NAMED


def label_head(blocks: list[Block], body: int) -> tuple[int, int]:
    """Label dates, bylines, datelines and captions of the head. Returns the index of the first prose below a title, and
    that of the line from which on no evidence of a title counts; 0 where the dates are those of items.

    body: the index of the first prose. That may be a title itself, of a sentence's form, if a date or byline follows
    and nothing else stands above.
    """
    above = label_signatures(blocks, body)
    if reopen_item_dates(blocks, body):
        return body, 0
    if not _label_byline_below_deck(blocks, body):
        return body, body
    if len(blocks[body].text) <= HEADLINE and all(block.decided for block in above):
        below = next((i for i in range(body + 1, len(blocks)) if blocks[i].reason is None and is_body(blocks[i])), body)
        return below, below
    return body, body + 1 + _LINES_BELOW_DECK


def label_signatures(blocks: list[Block], body: int) -> list[Block]:
    """Label dates, bylines, datelines and captions of the first and the last lines above the body; these lines."""
    lines = [block for block in blocks[:body] if block.reason is None or may_be_byline(block)]
    first_and_last = lines if len(lines) <= 2 * HEADER_LINES else [*lines[:HEADER_LINES], *lines[-HEADER_LINES:]]
    for block in first_and_last:
        label_line(block)
    for label, date in pairwise(first_and_last):
        if not label.decided and date.role in DATES and label.text.endswith(":"):
            _label_with_date(label, date)
    return [block for block in first_and_last if block.reason is None]


def _label_with_date(label: Block, date: Block) -> None:
    """Label two lines, of which the first says what the date on the second is: "Last update:"."""
    stamp = dates.read_line(f"{label.text} {date.text}")
    if stamp is not None:
        for block in (label, date):
            block.keep(Role.MODIFIED if stamp.modified else Role.PUBLISHED, "generic:date", Layer.GENERIC)


def _label_date_below(blocks: Sequence[Block]) -> bool:
    """Label a date on the last line of a text. Whether there is one."""
    last = next((block for block in reversed(blocks) if block.reason is None), None)
    if last is None or last.decided or dates.read_line(last.text) is None:
        return False
    label_line(last)
    return True


def drop_copies(blocks: Sequence[Block], body: int) -> None:
    """Leave out the second of two equal headlines above the body, unless another headline stands above: then they are
    captions. Changes undecided lines alone.

    body: the index of the first prose.
    """
    seen: dict[str, int] = {}
    if sum(not block.decided for block in blocks[:body]) > _LINES_OF_HEAD:
        return  # a list, verse
    for i in range(min(body, text_title.FIRST)):
        block = blocks[i]
        if block.decided or not is_headline(block.text) or is_menu_entry(block.text):
            continue
        if _is_verse(block.text) or has_credit(block.text):
            continue
        key = fold(block.text)
        if key in seen:
            block.drop(Reason.DUPLICATE, "generic:title_copy", Layer.GENERIC, ground=Ground.COPY)
        elif seen:
            return
        seen[key] = i


def _is_verse(text: str) -> bool:
    """Whether a line ends as one of a verse or a list does."""
    return text.endswith((",", ";"))


def _by_address(blocks: Sequence[Block], probabilities: Mapping[int, float], url: str | None) -> int:
    """The index of the line that has the words of the address; -1 for none."""
    best, highest = -1, 0.0
    for i, probability in probabilities.items() if url else ():
        text = blocks[i].text
        if probability < LIKELY_WITH_EVIDENCE:
            continue
        of_address, in_address = share_of_address(text, url), share_in_address(text, url)
        if of_address >= _OF_ADDRESS and in_address >= _IN_ADDRESS and of_address + in_address > highest:
            best, highest = i, of_address + in_address
    return best


def _beside_evidence(blocks: Sequence[Block], probabilities: Mapping[int, float], end: int) -> int:
    """The index of the likeliest line that a date, byline, caption or copy stands beside; where none is likely, of the
    first headline right beside one; -1 for none.

    end: the index from which on no evidence counts.
    """
    evident = {i: p for i, p in probabilities.items() if i < end and _has_evidence(blocks, i, end)}
    best = max(evident, key=evident.__getitem__, default=-1)
    if best < 0 or evident[best] >= LIKELY_WITH_EVIDENCE:
        return best
    first = min(probabilities)
    return next((i for i in evident if (i == first or not is_menu_entry(blocks[i].text)) and _stands(blocks, i)), -1)


def _stands(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a headline by its form, with a date, byline or caption right beside it."""
    beside = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    return is_headline(blocks[at].text) and any(block.role in _EVIDENCE for block in beside)


def _has_evidence(blocks: Sequence[Block], at: int, end: int) -> bool:
    """Whether a date or byline stands right above a line, or a date, byline, caption or copy of it below, with nothing
    but _BETWEEN lines between that are no prose.
    """
    if at and blocks[at - 1].role in _EVIDENCE:
        return True
    between = 0
    # A sentence above a credit is the caption itself.
    telling = _EVIDENCE - {Role.CAPTION} if ends_sentence(blocks[at].text) else _EVIDENCE
    for block in blocks[at + 1 : end]:
        is_copy = block.ground is Ground.COPY and fold(block.text) == fold(blocks[at].text)
        if block.role in telling or (is_copy and not _is_verse(block.text)):
            return True
        if block.reason is None:
            between += 1
            if between > _BETWEEN:
                return False
    return False


def _by_page_title(blocks: Sequence[Block], body: int) -> int:
    """The index of the headline that stands below the page's title, which repeats it with the site's name and is left
    out; -1 for none.
    """
    for i, block in enumerate(blocks[: min(body, _PAGE_TITLE_LINES)]):
        if block.decided or len(block.text) > _LONGEST_TITLE or not any(sign in block.text for sign in _SEPARATORS):
            continue
        page_title, opening = fold(block.text), block.text[:_SHARED_OPENING]
        for at in range(i + 1, body):
            other = blocks[at]
            if other.decided or not other.text.startswith(opening) or len(other.text) >= len(block.text):
                continue
            title = fold(other.text)
            if page_title.startswith(title) and page_title[len(title) :].startswith(_FOLDED_SEPARATORS):
                block.drop(Reason.DUPLICATE, "generic:page_title", Layer.GENERIC)
                return at
    return -1


def _label_byline_below_deck(blocks: list[Block], body: int) -> bool:
    """Label byline and dates below a deck of whole sentences, which stays in the text. Whether there are such.

    The first prose is a deck if a byline stands within _LINES_BELOW_DECK lines below it, or a date right below it, and
    more prose below that.
    """
    if len(blocks[body].text) > LONGEST_DECK:
        return False
    below = (block for block in blocks[body + 1 :] if block.text)
    open_lines = (block for block in below if block.reason is None or may_be_byline(block))
    lines = list(islice(open_lines, 2 * HEADER_LINES))
    at = -1
    for i, block in enumerate(lines[:_LINES_BELOW_DECK]):
        is_date = i == 0 and is_byline_or_date(block)
        if block.role is Role.BYLINE or is_date or bylines.is_byline(block.text) or _is_name_by_date(lines, i):
            at = i
            break
    if at < 0 or any(
        block.decided and not may_be_byline(block) and block.role is not Role.BYLINE for block in lines[:at]
    ):
        return False
    signatures = [lines[at], *takewhile(is_byline_or_date, lines[at + 1 :])]
    if not any(block.reason is None and is_body(block) for block in lines[at + len(signatures) :]):
        return False
    if _is_name_by_date(lines, at):
        keep_by_place(lines[at], Role.BYLINE)
    for block in (*lines[:at], *signatures):
        if is_byline_or_date(block):
            label_line(block)
    return True


def _is_name_by_date(lines: Sequence[Block], at: int) -> bool:
    """Whether a line holds names alone, and a date follows."""
    return bool(bylines.bare(lines[at].text)) and at + 1 < len(lines) and is_byline_or_date(lines[at + 1])
