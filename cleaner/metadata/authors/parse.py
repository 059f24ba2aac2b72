"""The names of printed bylines and machine-readable fields, without prefixes, trades, places, dates and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cleaner import dates
from cleaner.lines import bylines
from cleaner.lines.agencies import is_agency
from cleaner.metadata.authors.clean import clean_name
from cleaner.metadata.authors.patterns import forms, inner_prefix, prefix_of
from cleaner.metadata.authors.person import is_organisation, is_person, words
from cleaner.patterns import Pattern

# Characters of the longest byline; a longer line is a paragraph. By hand, as the next one.
LONGEST = 300
# Characters that are read of a field, which may list the authors of a study.
_LONGEST_FIELD = 20_000
# Names that are read of one source: those of a study are less (by hand).
MOST_NAMES = 100
# A dot between signs may be inside of a name: "ジョン・スミス", "乔治·布什".
_APART = Pattern(
    r"\s*[|•●⋅;\n/／]\s*|\s*(?<!\p{Katakana})・\s*|\s*(?<!\p{Han})·\s*|\s+[–—-]\s*|[–—]\s+|-\s+|\s*[，、；؛،]\s*",
)
_COMMA = Pattern(r"\s*,\s*")
# Addresses, handles, telephone numbers and pronouns: "(she/her)".
_CONTACT = Pattern(
    r"https?://\S+|www\.\S+|[(<]?(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++[)>]?|(?<![^\s(])\(?@\w++\)?"
    r"|(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?|\d{3}[.-])\d{3,4}[ .-]\d{4}(?!\d)"
    r"|\s*\((?i:she|he|they)\s*/[^()]{2,20}\)"
)
# A place and a post behind a name: "Jane Doe (Brussels, European desk)".
_ASIDE = Pattern(r"\s*\(([^(),]{2,60},[^()]{2,60})\)\s*")
# A sign that each of them has.
_OF_CONTACT = Pattern(r"[@\d/]|www\.")
# "Jane Doe, Jr." is one name, and the point is part of it.
_JUNIOR = Pattern(r",\s+(?=(?:[JS]r\b|I{2,3}\b|IV\b))")
# Where each of several reported from: "Jane Doe in Cairo and John Roe in Rome".
_PLACE = Pattern(r" (?:in|à|en) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?=,? (?:and|und|et|y|e|&) |[,;] \p{Lu})")
_FIELD = Pattern(r"\s*[,;|，、；،\n•]\s*|\s+/\s+")
# "Doe, Jane": a family name and a given name, as catalogues write them.
_FAMILY = r"(?:\p{Ll}{2,4} ){0,2}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?"
_GIVEN = r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)*|\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{Ll}'’-]+|(?:\p{Lu}\. ?)+"
_TURNED = Pattern(rf"({_FAMILY}), ({_GIVEN})")
_INITIAL = Pattern(r"\p{Lu}\.")
_SOURCED = Pattern(r"(.*\S)\s*\((?:(?:with|mit|avec|con|com|med|met|z|с)\s+)?([^()]{2,40})\)?")
# A place in capitals and a day of the week, which is no byline: "BEIRUT Tue May 14, 2024".
_PLACE_AND_DAY = Pattern(
    rf"(?:\p{{Lu}}[\p{{Lu}}.'’-]+[ ,/]+){{1,4}}(?:{dates.weekday_pattern('en')}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)
# Marks before a name or a prefix.
_BEFORE = " ([*–—-（【［「"


def is_byline(text: str) -> bool:
    """Whether a line begins with a prefix of names: "By", "Von", "Written by", "Автор:".

    >>> is_byline("Written by Jane Doe")
    True
    """
    return prefix_of(text.lstrip(_BEFORE)) is not None


def after_by(text: str) -> str | None:
    """The text after "by" within a line; None where the line has none.

    >>> after_by("Published 7 August 2023 by Jane Doe")
    'Jane Doe'
    """
    match = inner_prefix(text := text[:LONGEST])
    if match is not None and forms().other_credit.search(text):
        match = inner_prefix(text := without_other_credits(text))
    return text[match.end() :] if match else None


def has_prefix(text: str) -> bool:
    """Whether a line begins with a prefix of names, or holds one further on."""
    return is_byline(text) or after_by(text) is not None


def without_other_credits(text: str) -> str:
    """A byline without the credits of editors, photographers, translators and the like.

    >>> without_other_credits("By Jane Doe. Reviewed by John Roe")
    'By Jane Doe.'
    """
    prefix = prefix_of(text)
    credit = forms().other_credit.search(text, prefix.end() if prefix else 0)
    if credit is None:
        return text
    author = forms().inner_prefix.search(text, credit.end())
    return text[: credit.start()].rstrip(" |(,") + (f" | {text[author.start() :]}" if author else "")


def _without_contacts(text: str) -> str:
    if "(" in text and "," in text:
        text = _ASIDE.sub(lambda aside: aside[0] if any(map(is_agency, _COMMA.split(aside[1]))) else " ", text)
    return _CONTACT.sub("", text) if _OF_CONTACT.search(text) else text


def of_byline(text: str, sure: bool = False) -> list[str]:
    """The names of a printed byline; none of a line that names who checked or photographed.

    >>> of_byline("By Jane Doe and John Roe, Reuters | 3 March 2024")
    ['Jane Doe', 'John Roe', 'Reuters']

    sure: whether something else than its wording tells that the line is a byline: then "Di", "Av" and "Af" are
    prefixes, too, a nickname is a name, and the forms of all languages of `lines.bylines` are read ("文/王小明").
    """
    rest = _without_contacts(text[:LONGEST]).lstrip(_BEFORE)
    if _PLACE_AND_DAY.match(rest):
        return []
    prefix = prefix_of(rest) or (forms().particle.match(rest) if sure else None)
    if prefix is None and sure and (names := bylines.names(without_other_credits(text))):
        return list(unique(names))  # in a language or a form whose words `names.toml` lacks
    rest = without_other_credits(rest)
    if prefix:
        rest = rest[prefix.end() :]
    elif (inner := after_by(rest)) is not None:
        rest = inner
    return list(unique(_of_list(_cut(_PLACE.sub("", _JUNIOR.sub(" ", rest))))))


def of_field(value: str, is_name: Callable[[str], bool] | None = None) -> list[str]:
    """The names of a machine-readable field, which holds one, or several with commas or "and" between them.

    is_name: whether something else tells that "Jane Doe" is a name; else "Doe, Jane" stays as it is, since it may be
    two who sign by one word each.
    """
    if "www." in value:  # an outlet beside its address
        return []
    value = _JUNIOR.sub(" ", _without_contacts(" ".join(value[:_LONGEST_FIELD].split())))
    prefix = prefix_of(value)
    if prefix is None and (credit := forms().other_credit.match(value)) and is_person(_cut(value[credit.end() :])):
        return []
    value = value[prefix.end() :] if prefix else value
    if "/" in value and any(is_agency(part.strip()) for part in value.split("/")):
        value = value.replace("/", ", ")
    if turned := _turned(value, is_name):
        return turned
    names: list[str] = []
    pieces = [piece for piece in _FIELD.split(value) if piece and len(piece) <= LONGEST][:MOST_NAMES]
    is_turned = len(pieces) == 2 and _TURNED.fullmatch(value) is not None
    for piece in pieces:
        short = _cut(without_other_credits(piece)) if prefix or piece.count(" ") > 1 else piece
        piece = short if prefix or is_person(short) else piece
        for part in _both(piece):
            name = clean_name(part, trades=bool(names or prefix))
            if name and (not names or _follows(name) or is_turned):
                names.append(name)
    if len(value) > LONGEST and 2 * sum(map(_follows, names)) < len(pieces):  # somebody's biography
        return []
    return list(unique(names))


def _turned(value: str, is_name: Callable[[str], bool] | None) -> list[str]:
    """The names of "Doe, Jane" or "Doe, Jane; Roe, Richard", given name first; none where it may be a list of names or
    a name and a trade.
    """
    pairs = [_TURNED.fullmatch(pair.strip()) for pair in value.split(";")] if "," in value else []
    names: list[str] = []
    for pair in pairs:
        if pair is None or (
            " " in pair[1] and " " in pair[2] and pair[1][0].isupper() and not _INITIAL.search(pair[2])
        ):
            return []
        name = f"{pair[2]} {pair[1]}"
        said = len(pairs) > 1 or _INITIAL.search(pair[2]) or (is_name is not None and is_name(name))
        if not said or not is_person(name) or is_organisation(pair[1]) or is_organisation(pair[2]):
            return []
        names.append(name)
    return list(unique(names))


def mentions(text: str, name: str) -> bool:
    """Whether a byline's part that names people holds a name."""
    return name in _cut(text)


def _cut(text: str) -> str:
    """A byline up to the date, the reading time or the phrase that follows the names; after the date where that comes
    first.
    """
    text = " ".join(text.replace("\n", " | ").split()).strip(" |•·,–-:")
    match = forms().date.search(text)
    if match and match.start() == 0:  # the date stands before the names
        text = " | ".join(piece for piece in _APART.split(text) if not forms().date.search(piece))
    elif match:
        text = bylines.BEFORE_DATE.sub("", text[: match.start()])
    end = forms().end.search(text)
    if end and end.start() > 0:
        text = text[: end.start()]
    elif end:
        return ""
    return text.rstrip(" |•·,–-:(")


def _of_list(text: str) -> Iterator[str]:
    """The names of a list: by its separators; what is a trade, a degree or (a single word after a full name) a place is
    none.
    """
    first = True
    for piece in _APART.split(text):
        for at, part in enumerate(_COMMA.split(piece)):
            if at and not first and _is_trade(part):
                continue
            for name in _both(part):
                name = clean_name(name)
                if name and (first or _follows(name)):
                    yield name
                    first = False


def _is_trade(part: str) -> bool:
    """Whether what stands after a name and a comma is its trade alone: "Middle East Correspondent"."""
    parts = part.split()
    return len(parts) > 1 and parts[-1].casefold().strip(".") in words().roles and " and " not in part


def _follows(name: str) -> bool:
    """Whether what stands after a name and a separator is another."""
    return is_agency(name) or is_person(name) or is_organisation(name)


def _both(text: str) -> list[str]:
    """The names that "and" joins; one where a part is no full name: "Maria & Katerina" sign as one. An agency in
    brackets is one more.
    """
    if "(" in text and (sourced := _SOURCED.fullmatch(text)) and is_agency(sourced[2].strip()):
        return [*_both(sourced[1]), sourced[2].strip()]
    parts = [part for part in forms().both.split(text) if part]
    return (
        parts
        if len(parts) > 1 and all(len(part.split()) > 1 or is_agency(part) or not part.isascii() for part in parts)
        else [text]
    )


def unique(names: Iterable[str]) -> Iterator[str]:
    """Each name once, whatever its case."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name
