"""Names out of printed bylines and machine-readable fields: without "By", roles, trades, places, dates, addresses and
handles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cleaner.lines import bylines
from cleaner.metadata.authors.patterns import forms, inner_prefix, prefix_of
from cleaner.metadata.authors.person import is_agency, is_organisation, is_person, words
from cleaner.patterns import IGNORECASE, Pattern

# More words than this, or more characters, are no name.
_WORDS, _LENGTH = 6, 60
# So many characters of a byline are read, a longer one is a paragraph; and of a field, which may list the authors of a
# study.
LONGEST, _FIELD_LONGEST = 300, 20_000
# A dot between signs may be inside of a name: "ジョン・スミス", "乔治·布什".
_APART = Pattern(
    r"\s*[|•●⋅;\n/／]\s*|\s*(?<!\p{Katakana})・\s*|\s*(?<!\p{Han})·\s*|\s+[–—-]\s*|[–—]\s+|-\s+|\s*[，、；؛،]\s*",
)
_COMMA = Pattern(r"\s*,\s*")
_NO_NAME = Pattern(
    r"https?:|www\.|@|^[\W\d_]+$|:\s|[{}<>=\\#]|\s_|_\s|^\S+\.(?:extra|head)\.|[!?]$|：|\.\.\.|…|:$", IGNORECASE
)
# Addresses, handles, telephone numbers, and how to speak of somebody: "(she/her)".
_CONTACT = Pattern(
    r"https?://\S+|www\.\S+|[(<]?(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++[)>]?|(?<![^\s(])\(?@\w++\)?"
    r"|(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?|\d{3}[.-])\d{3,4}[ .-]\d{4}(?!\d)"
    r"|\s*\((?i:she|he|they)\s*/[^()]{2,20}\)"
)
_OF_CONTACT = Pattern(r"[@\d/]|www\.")  # in each of them
# "(obe)": what signs a reporter's own pieces; "(Reuters)" is an agency.
_INITIALS = Pattern(r"\s*\(\s*[\p{Ll}.]{2,5}\s*\)|\s*\[\w{2,5}\]")
# Behind a full name; in a single word the digits are a nickname's.
_FOOTNOTE = Pattern(r"(?<=\s\S*\p{L})[\d*†‡]+(?:,\d+)*$")
_QUOTED = Pattern(r"^[\s\"“”'‘’(*_~+（【-]*(.*?)[\s\"“”'‘’.,:;|•·\-–—*_~+）】]*$")
# "Jane Doe, Jr." is one name, and the point is part of it.
_JUNIOR = Pattern(r",\s+(?=(?:[JS]r\b|I{2,3}\b|IV\b))")
# Where each of several reported from: "Jane Doe in Cairo and John Roe in Rome".
_PLACE = Pattern(r" (?:in|à|en) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?=,? (?:and|und|et|y|e|&) |[,;] \p{Lu})")
_OUTLET = Pattern(r"(?:[Tt]he|\p{Lu}{2,5} (?:News|Sport|Radio|TV|Online))\b")
# East Asian trades, which stand beside the name without a space.
_EAST_TRADE = Pattern(
    r"^(?:本[报報]|特[约約])?[记記]者\s*(?=\p{Han}{2,4}$)|(?<=[\p{Han}\p{Hangul}])\s*(?:(?:선임|인턴|전문|수습)?기자|특파원|논설위원|[记記]者|特派[员員]|[编編][辑輯]|[编編]集委[员員]|[报報報][导導道])$"
)
_BEFORE = " ([*–—-（【［「"


def is_byline(text: str) -> bool:
    """Whether a line begins with what leads to a name: "By", "Von", "Written by", "Автор:"."""
    return prefix_of(text.lstrip(_BEFORE)) is not None


def after_by(text: str) -> str | None:
    """What follows "by" within a line that begins with something else: "7 August 2023 by Jane Doe"; None where nothing
    does.
    """
    match = inner_prefix(text := text[:LONGEST])
    if match is not None and forms().other.search(text):
        match = inner_prefix(text := without_other_credits(text))
    return text[match.end() :] if match else None


def has_prefix(text: str) -> bool:
    """Whether a line begins with what leads to a name, or holds it further on."""
    return is_byline(text) or after_by(text) is not None


def without_other_credits(text: str) -> str:
    """A byline without those who did something else than write: "By Jane Doe. Reviewed by John Roe"."""
    lead = prefix_of(text)
    found = forms().other.search(text, lead.end() if lead else 0)
    if found is None:
        return text
    back = forms().inner.search(text, found.end())
    return text[: found.start()].rstrip(" |(,") + (f" | {text[back.start() :]}" if back else "")


def _without_contacts(text: str) -> str:
    return _CONTACT.sub("", text) if _OF_CONTACT.search(text) else text


def of_byline(text: str, sure: bool = False) -> list[str]:
    """The names of a printed byline: "By Jane Doe and John Roe, Reuters | 3 March 2024"; none of a line that says who
    checked or photographed.

    sure: whether something else than its wording says that it is one: then "Di", "Av" or "Af" lead to a name, too, a
    nickname is one, and the forms of all languages of `rules.bylines` are read ("文/王小明").
    """
    rest = _without_contacts(text[:LONGEST]).lstrip(_BEFORE)
    lead = prefix_of(rest) or (forms().particle.match(rest) if sure else None)
    if (
        lead is None and sure and (listed := bylines.names(without_other_credits(text)))
    ):  # in a language or a form whose words are not among those of `names.toml`
        return list(unique(listed))
    rest = without_other_credits(rest)
    inner = None if lead else after_by(rest)
    rest = rest[lead.end() :] if lead else inner if inner is not None else rest
    return list(unique(_of_list(_cut(_PLACE.sub("", _JUNIOR.sub(" ", rest))))))


def of_field(value: str, is_name: Callable[[str], bool] | None = None) -> list[str]:
    """The names of a machine-readable field, which holds one, or several with commas or "and" between them, up to
    20,000 characters of them.

    is_name: whether something else says that "Jane Doe" is a name, without which "Doe, Jane" stays as it is: two may
    sign by one word each.
    """
    if "www." in value:  # an outlet beside its address
        return []
    value = _JUNIOR.sub(" ", _without_contacts(" ".join(value[:_FIELD_LONGEST].split())))
    lead = prefix_of(value)
    if lead is None and (other := forms().other.match(value)) and is_person(_cut(value[other.end() :])):
        return []
    value = value[lead.end() :] if lead else value
    if "/" in value and any(is_agency(part.strip()) for part in value.split("/")):
        value = value.replace("/", ", ")
    if turned := _turned(value, is_name):
        return turned
    found: list[str] = []
    pieces = [piece for piece in _FIELD.split(value) if piece and len(piece) <= LONGEST]
    for piece in pieces:
        short = _cut(without_other_credits(piece)) if lead or piece.count(" ") > 1 else piece
        piece = short if lead or is_person(short) else piece
        for name in _both(piece):
            name = clean_name(name, trades=bool(found or lead))
            if name and (not found or _follows(name) or (len(pieces) == 2 and _TURNED.fullmatch(value))):
                found.append(name)
    if len(value) > LONGEST and 2 * sum(map(_follows, found)) < len(pieces):  # a story of somebody's life
        return []
    return list(unique(found))


_FIELD = Pattern(r"\s*[,;|，、；،\n•]\s*|\s+/\s+")
# "Doe, Jane": a family name and a given name, as catalogues write them.
_FAMILY = r"(?:\p{Ll}{2,4} ){0,2}\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?"
_GIVEN = r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?)*|\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{Ll}'’-]+|(?:\p{Lu}\. ?)+"
_TURNED = Pattern(rf"({_FAMILY}), ({_GIVEN})")
_INITIAL = Pattern(r"\p{Lu}\.")
_SOURCED = Pattern(r"(.*\S)\s*\((?:(?:with|mit|avec|con|com|med|met|z|с)\s+)?([^()]{2,40})\)?")


def _turned(value: str, is_name: Callable[[str], bool] | None) -> list[str]:
    """The names of "Doe, Jane" or "Doe, Jane; Roe, Richard", given name first; none where it may be a list of names or
    a name and a trade.
    """
    pairs = [_TURNED.fullmatch(pair.strip()) for pair in value.split(";")] if "," in value else []
    found: list[str] = []
    for pair in pairs:
        if pair is None or (
            " " in pair[1] and " " in pair[2] and pair[1][0].isupper() and not _INITIAL.search(pair[2])
        ):
            return []
        name = f"{pair[2]} {pair[1]}"
        said = len(pairs) > 1 or _INITIAL.search(pair[2]) or (is_name is not None and is_name(name))
        if not said or not is_person(name) or is_organisation(pair[1]) or is_organisation(pair[2]):
            return []
        found.append(name)
    return list(unique(found))


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


def clean_name(name: str, trades: bool = True) -> str:
    """One name without initials in brackets, footnotes, degrees and punctuation around it; empty where it is none.

    trades: whether a trade after the name goes, too, and what begins as no name does is none.
    """
    known = words()
    parts = _undressed(name)
    folded = [part.casefold().strip(".,") for part in parts]
    if trades:
        at = (
            next((i for i, part in enumerate(folded) if i >= 2 and part in known.roles), 0)
            if known.desks.isdisjoint(folded)
            else 0
        )
        parts, folded = (parts[:at], folded[:at]) if at else (parts, folded)
        if (
            not folded
            or folded[0] in known.lures
            or _goes_on(parts, folded)
            or (known.desks.isdisjoint(folded) and _begins_phrase(parts, folded))
        ):
            return ""
        if all(part in known.roles or part.replace(".", "") in known.degrees for part in folded):
            return ""
    name = " ".join(parts).rstrip(",") + ("." if len(parts) > 1 and parts[-1] in ("Jr", "Sr") else "")
    if not name or len(parts) > _WORDS or name.casefold() in known.junk:
        return ""
    if name.count("(") != name.count(")"):
        name = name.strip("()")
    return "" if len(name) > _LENGTH or _NO_NAME.search(name) else name


def _undressed(name: str) -> list[str]:
    """The words of a name without what is put before and behind it: quotation marks, "Mrs.", initials in brackets,
    footnotes, degrees, an outlet.
    """
    known = words()
    name = _FOOTNOTE.sub("", _INITIALS.sub("", name[:LONGEST])).strip()
    match = _QUOTED.match(name)
    name = forms().title.sub("", match[1] if match else name)
    parts = (name if name.isascii() else _EAST_TRADE.sub("", name)).split()
    while len(parts) > 2 and parts[-1].casefold().replace(".", "").strip(",®") in known.degrees:
        parts.pop()
    if len(parts) > 3 and parts[: len(parts) // 2] == parts[len(parts) // 2 :]:  # for the eye, and for those who listen
        parts = parts[: len(parts) // 2]
    outlet = next(
        (
            i
            for i in range(2, len(parts))
            if _OUTLET.match(" ".join(parts[i : i + 2])) and is_person(" ".join(parts[:i]))
        ),
        len(parts),
    )
    return parts[:outlet]


def _begins_phrase(parts: list[str], folded: list[str]) -> bool:
    """Whether what follows "By" is no name but goes on as a sentence: "the numbers", "using this site", "Berlin nach
    Paris".
    """
    known = words()
    if folded[0] in known.stop and "." not in parts[0]:
        return not is_person(" ".join(parts))
    return "by" in folded or any(
        part in known.stop and part not in known.particles for part in parts[1:] if part.islower()
    )


def _goes_on(parts: list[str], folded: list[str]) -> bool:
    """Whether words after a capital, or particles, end in small letters: "Anfang an", "middel van"; "The Harbour team"
    does not go on.
    """
    known = words()
    if len(parts) < 2 or not parts[-1].islower() or folded[-1] in known.desks or folded[0] in known.desks:
        return False
    return folded[-1] in known.particles or any(part[0].isupper() for part in parts)


def unique(names: Iterable[str]) -> Iterator[str]:
    """Each name once, whatever its case."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name
