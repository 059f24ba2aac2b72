"""Time stamps glued to the text before or after them ("By Jane DoeUpdated 5 May 2019") become lines of their own."""

from __future__ import annotations

from cleaner import dates
from cleaner.labels import Role
from cleaner.model import Block, RulesInForce
from cleaner.patterns import Pattern, either
from cleaner.rules.matchers import SearchTime
from cleaner.segment.text import VERSE

# Characters; a longer line is not cut. By hand.
_LONGEST = 200
_WORDS = ("Updated", "Published", "Posted")
# Languages that print weekdays with a capital at least at the head of a line; the date behind says that they are meant.
_LANGUAGES = "en de fr es it pt nl".split()


def _capitalized(names: list[str]) -> str:
    return either(dict.fromkeys(name.capitalize() for name in names))


_MONTH = rf"{_capitalized(dates.month_names('en'))}\.?"
_WEEKDAY = _capitalized([name for language in _LANGUAGES for name in dates.weekday_names(language)])
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY_AND_MONTH = rf"(?:{_DAY} (?:de )?\p{{L}}{{3,10}}|\p{{Lu}}\p{{L}}{{2,9}} {_DAY})(?!\p{{L}})"
_DATE = rf"(?:{_WEEKDAY}(?:,| the)? {_DAY_AND_MONTH}|{_MONTH} {_DAY},? {_YEAR})"
_SAID = r"(?:Updated|Last updated|Published|Posted)(?: on| at)?:?"
_WORD = rf"(?:{_SAID} (?={_DAY} |{_MONTH} |{_WEEKDAY}|\d|just now|today|yesterday))"
# Behind a small letter, a number or two capitals ("Jane DoeUpdated 5 May 2019"), and before a word ("5 May 2019Share").
_BEFORE_STAMP = rf"(?<=[\p{{Ll}}\d)]|\p{{Lu}}\p{{Lu}})(?={_DATE}|{_WORD})"
_BEFORE_WORD = rf"(?:\b{_DAY} {_MONTH},? {_YEAR}|\b{_MONTH} {_DAY},? {_YEAR})(?:,? \d{{1,2}}:\d\d)?(?=\p{{Lu}}\p{{Ll}})"
_GLUED = Pattern(f"{_BEFORE_STAMP}|{_BEFORE_WORD}")
_SEAM = Pattern(r"[\p{Ll}\d)\p{Lu}]\p{Lu}\p{Ll}")


def cut_stamps(blocks: list[Block], text: str, rules: RulesInForce | None) -> list[Block]:
    """The blocks, short ones cut where a full date or "Updated …" touches a word or a number; `blocks` itself where
    none does.

    blocks: normalized; text: the whole document; rules: of the site, if known. A line that they name as it is printed
    stays whole.
    """
    worded = any(_touches(word, text) for word in _WORDS)
    if not (worded or "20" in text or "19" in text):
        return blocks
    places = []
    time_left = SearchTime()
    for i, block in enumerate(blocks):
        line = block.text
        if (
            (worded or "20" in line or "19" in line)
            and len(line) <= _LONGEST
            and (at := _seam(block))
            and not is_named(block, rules, time_left)
        ):
            places.append((i, at))
    if not places:
        return blocks
    out: list[Block] = []
    done = 0
    for i, at in places:
        out += blocks[done:i]
        out += _halves(blocks[i], at)
        done = i + 1
    return out + blocks[done:]


def _seam(block: Block) -> int:
    """The place in a block's text at which it is to be cut; 0 for no cut. A block of joined lines is not cut."""
    text = block.text
    if block.end - block.start != len(text):
        return 0
    match = _GLUED.search(text) if _SEAM.search(text) else None
    return match.end() if match else 0


def _touches(word: str, text: str) -> bool:
    """Whether a word stands right behind a letter or number somewhere in a text.

    >>> _touches("Updated", "By Jane DoeUpdated 5 May 2019"), _touches("Updated", "Updated 5 May 2019")
    (True, False)
    """
    at = text.find(word, 1)
    while at > 0 and not text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at > 0


def is_named(block: Block, rules: RulesInForce | None, time_left: SearchTime) -> bool:
    """Whether a rule of the site's lines names a block as it is printed."""
    return rules is not None and any(
        matcher.matches(block, time_left)
        for rule in rules.text
        if not (rule.before or rule.after)
        for matcher in rule.lines
    )


def _halves(block: Block, at: int) -> list[Block]:
    """A block cut in two; its second half is cut again if it has a seam of its own."""
    rest = Block(block.text[at:], Role.PARAGRAPH, -1, block.start + at, block.end, block.line)
    if block.group < 0 and max(at, len(rest.text)) <= VERSE:
        block.group = block.line
    rest.group = block.group
    block.text, block.end = block.text[:at], block.start + at
    again = _seam(rest)
    return [block, *(_halves(rest, again) if again else [rest])]
