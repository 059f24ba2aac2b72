"""What the lines around a reader's comment read like: who wrote it and when, and the controls below it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cleaner import dates
from cleaner.lines.shapes import ends_sentence
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.remembered import remember

# Characters of the longest line that says who comments and when, of a name, of a line of controls, and of a line that
# leads to the comments or closes them. All by hand.
LONGEST_HEAD = 120
LONGEST_NAME = 50
LONGEST_CONTROLS = 100
LONGEST_SECTION = 120
# A number; a word for one stands apart from its unit ("a day": "ad" is none).
_NUMBER = r"(?:\d{1,3}|\b(?:an?|one|ein(?:e[rmn]?)?|une?|una|uma?|een|en|ett)(?= ))"
# What parts the pieces of a line.
_SPLIT = Pattern(r"\s*(?:[|·•∙●—–\n\t→»()\[\]]|\s-\s)\s*")
_SCORE = (
    r"[▲▼△▽👍👎❤♥↑↓+\-−±]*\s?\d{1,5}(?:[.,]\d)?k?\s?(?:points?|pts?|likes?|votes?|upvotes?|replies|reply)?"
    r"\s?[▲▼👍👎❤♥]*|[▲▼△▽👍👎❤♥↑↓+\-−×#…. ]{1,8}"
)
_NAME_WORD = r"[\p{L}\p{M}\p{N}_.’'´`@&*~!-]+"
_NAME = Pattern(rf"(?=.*\p{{L}})[@\p{{L}}\p{{N}}_]{_NAME_WORD}(?: [(“\"]?{_NAME_WORD}[)”\"]?){{0,4}}")
_DATE_BEGINS = Pattern(r"(?:^|\s)(?=\d|\p{L}{3,})")
_AROUND = " :,;@~"
# Lines that are kept in mind, by hand: those of a thread come again, and each is asked more than once.
_KEPT = 2048


class Head(NamedTuple):
    """What a line says of a comment: who wrote it, when, and whether it tells a date or an age at all.

    author: the name as printed, None where the line names nobody; date: in ISO 8601, None where it tells an age only.
    """

    author: str | None
    date: str | None
    is_dated: bool


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    """The words of `comments.toml`, by use and language."""
    return tomllib.loads((Path(__file__).parent / "comments.toml").read_text("utf-8"))


def _any_of(use: str) -> str:
    """A piece of a pattern: all words of a use, the longest first."""
    words = dict.fromkeys(word for listed in _words()[use].values() for word in listed)
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _ages() -> str:
    """A piece of a pattern: how old a comment is, in every language. What begins alike is tried once."""
    behind: dict[str, list[str]] = {}
    for language, listed in _words()["age"].items():
        unit = f"(?:{'|'.join(_words()['unit'][language])})"
        for form in listed:
            begins, _, ends = form.partition("{n}")
            behind.setdefault(begins, []).append(ends.replace("{unit}", unit))
    numbered = [f"{begins}{_NUMBER}(?:{'|'.join(ends)})" for begins, ends in behind.items() if any(ends)]
    return f"(?:{'|'.join([*numbered, *_ages_without_number()])})"


def _ages_without_number() -> list[str]:
    return [form for listed in _words()["age"].values() for form in listed if "{n}" not in form]


_CONTROLS = Pattern(
    lambda: rf"(?:(?:{_any_of('reply')}|{_any_of('vote')}|{_any_of('report')}|{_SCORE})(?:[:.…!*]?(?:\s|$)|$)[\s↓↩]*)+",
    IGNORECASE,
)
_AGE = Pattern(lambda: rf"(?<!\w)(?:{_ages()})(?!\w)\.?(?:\s*\((?:edited|bearbeitet)\))?", IGNORECASE)
# What stands in each age: a number and the first letter of its unit, or a word that tells an age without.
_MAY_BE_AGED = Pattern(lambda: rf"{_NUMBER} ?\p{{L}}|\b(?:{'|'.join(_ages_without_number())})\b", IGNORECASE)
_SAYS = Pattern(lambda: rf"\s(?:{_any_of('says')})(?:\s(?:{_any_of('before')}))?\W*$", IGNORECASE)
_BEFORE = Pattern(lambda: rf"^(?:[▲▼ ]*\d{{1,5}} points? )?(?:{_any_of('before')})\s", IGNORECASE)
_BEHIND = Pattern(lambda: rf"\s(?:{_any_of('before')})$", IGNORECASE)
_CONTENT = Pattern(lambda: rf"\b{_any_of('content')}\b", IGNORECASE)
_SECTION = Pattern(lambda: _any_of("section"), IGNORECASE)
_FORM = Pattern(lambda: rf"(?:{_any_of('form')}\W*)+", IGNORECASE)


@lru_cache(maxsize=1)
def _reply_words() -> frozenset[str]:
    """The controls of one word that answer or report a comment."""
    listed = (*_words()["reply"].values(), *_words()["report"].values())
    return frozenset(word for words in listed for word in words if word.isalpha())


@lru_cache(maxsize=1)
def _stems() -> tuple[str, ...]:
    """What stands in every line that leads to comments."""
    return tuple(_words()["stem"]["any"])


def may_answer(line: str) -> bool:
    """Whether one of a line's words may be a control that answers or reports a comment: a quick test before `answers`.

    >>> may_answer("Like · Reply · 2h"), may_answer("Harbour news")
    (True, False)
    """
    return not _reply_words().isdisjoint(line.lower().split())


def answers(line: str) -> bool:
    """Whether a line holds a control that answers or reports a comment, and nothing but controls, or controls beside
    a name, a date or an age.

    >>> answers("tideline 3 hours ago | reply"), answers("Like Reply 2h"), answers("The reply came late.")
    (True, True, False)
    """
    if len(line) > LONGEST_CONTROLS or not may_answer(line):
        return False
    if is_controls(line):
        return True
    head = read_head(line)
    return head is not None and head.is_dated


@remember(_KEPT)
def is_controls(line: str) -> bool:
    """Whether a line holds controls of a comment, scores and its age, and nothing else.

    >>> is_controls("Reply"), is_controls("▲ 12 | Reply | Share"), is_controls("Reply to the council")
    (True, True, False)
    """
    if len(line) > LONGEST_CONTROLS:
        return False
    parts = _parts(without_age(line))
    return all(_CONTROLS.fullmatch(part) is not None for part in parts) and dates.read_line(line) is None


@remember(_KEPT)
def read_head(line: str, language: str | None = None) -> Head | None:
    """Who comments, and when, if a line says one of these and holds nothing else but controls; None for other lines.

    language: the page's, for dates.

    >>> read_head("Maria Holm says:"), read_head("tideline · 3 hours ago · Reply")
    (Head(author='Maria Holm', date=None, is_dated=False), Head(author='tideline', date=None, is_dated=True))
    >>> read_head("Posted by oda_k on 3 March 2021 at 9:14 pm")
    Head(author='oda_k', date='2021-03-03T21:14', is_dated=True)
    >>> read_head("The pier was shut on 3 March 2021, and nobody said why.")
    """
    if not 0 < len(line) <= LONGEST_HEAD:
        return None
    if (stamp := dates.read_line(line, language)) is not None:
        return Head(None, stamp.iso, True)
    line = _without_says(line)
    author, date, is_dated = None, None, False
    aged = without_age(line)
    if aged != line:
        line, is_dated = aged, True
    for part in _parts(line):
        if _CONTROLS.fullmatch(part) is not None:
            continue
        name, found = _name_and_date(part, language)
        if name is None or (name and author) or (found and date):
            return None
        author, date = author or name or None, date or found
    is_dated = is_dated or date is not None
    return Head(author, date, is_dated) if author or is_dated else None


def without_age(line: str) -> str:
    """A line with a bar in the place of each age.

    >>> without_age("Jan 31, 2022 • 39 minutes ago")
    'Jan 31, 2022 • |'
    """
    return _AGE.sub("|", line) if _MAY_BE_AGED.search(line) is not None else line


def is_name(line: str) -> bool:
    """Whether a line has the form of a name or nickname: a few words without the end of a sentence.

    >>> is_name("Oda K."), is_name("tide_line99"), is_name("Jam, jam and more jam!"), is_name("12")
    (True, True, False, False)
    """
    if len(line) > LONGEST_NAME or (ends_sentence(line) and len(line.split()[-1]) > 3):
        return False
    return _NAME.fullmatch(line) is not None


def speaks_of_comments(line: str) -> bool:
    """Whether a line leads to the comments or closes them, and is no sentence of an article.

    >>> speaks_of_comments("Read all 12 comments"), speaks_of_comments("The minister would not comment on Monday.")
    (True, False)
    """
    if len(line) > LONGEST_SECTION:
        return False
    low = line.lower()
    for stem in _stems():
        if stem in low:
            return _SECTION.search(line) is not None
    return False


def opens_form(line: str) -> bool:
    """Whether a line opens the form in which a reader writes a comment.

    >>> opens_form("Leave a Reply Cancel reply"), opens_form("Leave a reply to Oda at the pier, says the note.")
    (True, False)
    """
    return len(line) <= LONGEST_CONTROLS and _FORM.fullmatch(line) is not None


def is_of_content(heading: str) -> bool:
    """Whether a heading opens a list of what others wrote that is the piece itself.

    >>> is_of_content("Letters to the editor"), is_of_content("12 comments")
    (True, False)
    """
    return len(heading) <= LONGEST_SECTION and _CONTENT.search(heading) is not None


def _without_says(line: str) -> str:
    """A line without the word behind a name that says that somebody comments.

    >>> _without_says("Maria Holm says:")
    'Maria Holm'
    """
    return "|".join(_SAYS.sub("", part) for part in line.split("\n"))


def _parts(line: str) -> list[str]:
    """The pieces of a line between bars, dots, dashes and brackets."""
    return [part for piece in _SPLIT.split(line) if (part := piece.strip(_AROUND))]


def _name_and_date(part: str, language: str | None) -> tuple[str | None, str | None]:
    """The name ("" for none) and the date of a piece of a line; (None, None) if it holds anything else."""
    bare = _BEFORE.sub("", part)
    if (stamp := dates.read_line(bare, language)) is not None:
        return "", stamp.iso
    if dates.may_hold(part, language):
        for match in list(_DATE_BEGINS.finditer(bare))[1:]:
            stamp = dates.read_line(bare[match.end() :].strip(_AROUND), language)
            if stamp is not None:
                bare, date = bare[: match.start()].strip(_AROUND), stamp.iso
                name = _BEHIND.sub("", _SAYS.sub("", bare)).strip(_AROUND)
                return (name, date) if is_name(name) else (None, None)
        return None, None
    name = _BEHIND.sub("", _SAYS.sub("", bare))
    return (name, None) if is_name(name) else (None, None)
