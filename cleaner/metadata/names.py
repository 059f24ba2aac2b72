"""Names out of printed bylines and machine-readable fields: without "By", roles, trades, places, dates, addresses and handles."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import regex

from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules import bylines

# More words than this, or more characters, are no name.
_WORDS, _LENGTH = 6, 60
# So many characters of a byline are read: a longer one is a paragraph.
LONGEST = 300


class _Words:
    """The words of `names.toml`, as sets and as patterns."""

    def __init__(self) -> None:
        table = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
        self.agencies = {word.casefold(): word for word in table["agencies"]}
        self.short = frozenset(word for word in table["agencies"] if " " not in word)
        self.junk = frozenset(table["junk"])
        self.roles = frozenset(word.casefold() for word in table["roles"])
        self.desks = frozenset(word.casefold() for word in table["desks"])
        self.degrees = frozenset(word.casefold().replace(".", "") for word in table["degrees"])
        self.stop = frozenset(table["stop"])
        by, after, doing, months = (_either(table[key]) for key in ("by", "after", "doing", "months"))
        self.lead = Pattern(
            rf"^(?:(?:(?:{doing})\s*)?(?:{by})|(?:{doing})\s+(?:{after}))(?:\s*:\s*|\s+|$)|^(?i:(?:{doing})\s+)?By(?-i:(?=\p{{Lu}}\p{{Ll}}))", IGNORECASE
        )
        self.particle = Pattern(rf"^(?:{after})\s+(?-i:(?=\p{{Lu}}))", IGNORECASE)
        # "By" after something else: "Published August 7, 2023 by Jane Doe". What follows is capitalized.
        self.inner = Pattern(rf"(?:^|[\s|•·●,;:⋅–—-])(?i:(?:{doing})\s+)?(?i:{by})(?:\s*:\s*|\s+)(?=\p{{Lu}})")
        # A date, a reading time or a number of comments; or a word that is glued to the name before it.
        self.date = Pattern(
            rf"(?<!\p{{L}})(?:(?:{months})\p{{L}}*\.?,? ?\d|\d{{1,2}}(?:st|nd|rd|th|\.)? ?(?:{months})|\d{{1,4}}[./年-]\d{{1,2}}[./月-]\d"
            r"|\d+(?:[–-]\d+)? ?(?:min|m read|h )|\d{1,2}[:.h]\d\d|(?:19|20)\d\d\b|\d+ (?:comments?|kommentare|views|shares)\b)"
            r"|(?<=\p{L})(?-i:(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Updated|Published|Last|Founder"
            r"|Editor|Senior|Staff) ?))",
            IGNORECASE,
        )
        self.end = Pattern(rf"(?:^|\s[\s.,;–—|(-]*|[,;|–—(]\s*)(?:{_either(table['ends'])})(?![\p{{L}}\d]).*", IGNORECASE)
        both = "|".join(map(regex.escape, table["and"]))
        self.both = Pattern(rf"\s+(?:{both})\s+|\s*&\s*", IGNORECASE)


def _either(spellings: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(spellings, key=len, reverse=True)))


@lru_cache(maxsize=1)
def words() -> _Words:
    """The words that tell names from what stands beside them."""
    return _Words()


_APART = Pattern(r"\s*[|•·●⋅・;\n/]\s*|\s+[–—-]\s*|[–—]\s+|-\s+|\s*[，、؛،]\s*")
_COMMA = Pattern(r"\s*,\s*")
_NO_NAME = Pattern(r"https?:|www\.|@|^[\W\d_]+$|[{}<>=\\_#]|^\S+\.(?:extra|head)\.|[!?]$|：|\.\.\.|…|:$", IGNORECASE)
_EMAIL = Pattern(r"https?://\S+|www\.\S+|\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?|(?<![^\s(])\(?@\w+\)?")
# "(obe)": what signs a reporter's own pieces; "(Reuters)" is an agency.
_INITIALS = Pattern(r"\s*\(\s*[\p{Ll}.]{2,5}\s*\)|\s*\[\w{2,5}\]")
_FOOTNOTE = Pattern(r"(?<=\p{L})[\d*†‡]+(?:,\d+)*$")
_QUOTED = Pattern(r"^[\s\"“”'‘’(*_~+-]*(.*?)[\s\"“”'‘’.,:;|•·\-–—*_~+]*$")


def is_byline(text: str) -> bool:
    """Whether a line begins with what leads to a name: "By", "Von", "Written by", "Автор:"."""
    return words().lead.match(text.lstrip(" ([*–—-")) is not None


def after_by(text: str) -> str | None:
    """What follows "by" within a line that begins with something else: "7 August 2023 by Jane Doe"; None where nothing does."""
    match = words().inner.search(text[:LONGEST])
    return text[match.end() :] if match else None


def of_byline(text: str, sure: bool = False) -> list[str]:
    """The names of a printed byline: "By Jane Doe and John Roe, Reuters | 3 March 2024".

    sure: whether something else than its wording says that it is one: then "Di", "Av" or "Af" lead to a name, too, a nickname is one, and
    the forms of all languages of `rules.bylines` are read ("文/王小明").
    """
    rest = _EMAIL.sub("", text[:LONGEST]).lstrip(" ([*–—-")
    lead = words().lead.match(rest) or (words().particle.match(rest) if sure else None)
    if lead is None and sure and (listed := bylines.names(text)):  # in a language or a form whose words are not among those of `names.toml`
        return list(unique(listed))
    inner = None if lead else after_by(rest)
    rest = rest[lead.end() :] if lead else inner if inner is not None else rest
    return list(unique(_of_list(_cut(rest))))


def of_field(value: str) -> list[str]:
    """The names of a machine-readable field, which holds one, or several with commas or "and" between them; a byline is read as one."""
    if "://" in value or "www." in value or len(value) > LONGEST:
        return []
    if words().lead.match(value):
        return of_byline(value)
    if (turned := _TURNED.fullmatch(value.strip())) and is_person(name := f"{turned[2]} {turned[1]}"):
        return [name]
    found: list[str] = []
    for piece in _FIELD.split(_EMAIL.sub("", value)):
        for name in _both(piece):
            name = tidy(name, trades=bool(found))
            if name and (not found or _follows(name)):
                found.append(name)
    return list(unique(found))


_FIELD = Pattern(r"\s*[,;|，、；،\n]\s*|\s+/\s+")
# "Doe, Jane": a family name and a given name, as catalogues write them.
_TURNED = Pattern(r"(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?)")
_SOURCED = Pattern(r"(.*\S)\s*\(([^()]{2,40})\)?")


def mentions(text: str, name: str) -> bool:
    """Whether a byline's part that names people holds a name."""
    return name in _cut(text)


def is_organisation(name: str, sites: Iterable[str] = ()) -> bool:
    """Whether a name is an agency's, a desk's or staff's, or the site's own (`sites`: as letters and digits alone, in lower case)."""
    known = words()
    folded = name.casefold()
    if folded in known.agencies or not known.desks.isdisjoint(folded.replace("-", " ").replace("/", " ").replace(".", " ").split()):
        return True
    if any(part in known.short for part in name.replace("/", " ").split()):
        return True
    squeezed = "".join(filter(str.isalnum, folded))
    if name.split()[0].isupper() and any(site == folded.split()[0] for site in sites):  # "MDR THÜRINGEN"
        return True
    return squeezed in sites or any(len(site) > 3 and (squeezed.startswith(site) or squeezed.endswith(site)) for site in sites)


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return name.casefold() in words().agencies


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five capitalized words, or a short one in a script without capitals; no trade, no stop word."""
    parts = name.split()
    if not parts or any(char.isdigit() for char in name) or not words().stop.isdisjoint(part.casefold().strip(",:") for part in parts):
        return False
    if not words().roles.isdisjoint(part.casefold().strip(".,") for part in parts) or is_organisation(name):
        return False
    if not any(char.islower() or char.isupper() for char in name):
        return len(name) <= 12
    big = [part for part in parts if part[0].isupper() or part[0] in "'’\"(" or part[:2] in ("d'", "d’", "l'", "l’", "al")]
    return 2 <= len(parts) <= 5 and len(big) >= 2 and parts[-1] in big


def _cut(text: str) -> str:
    """A byline up to the date, the reading time or the phrase that follows the names; after the date where that comes first."""
    text = " ".join(text.replace("\n", " | ").split()).strip(" |•·,–-:")
    match = words().date.search(text)
    if match and match.start() == 0:  # the date stands before the names
        text = " | ".join(piece for piece in _APART.split(text) if not words().date.search(piece))
    elif match:
        text = text[: match.start()]
    end = words().end.search(text)
    if end and end.start() > 0:
        text = text[: end.start()]
    elif end:
        return ""
    return text.rstrip(" |•·,–-:(")


def _of_list(text: str) -> Iterator[str]:
    """The names of a list: by its separators; what is a trade, a degree or (a single word after a full name) a place is none."""
    first = True
    for piece in _APART.split(text):
        for at, part in enumerate(_COMMA.split(piece)):
            if at and not first and _is_trade(part):
                continue
            for name in _both(part):
                name = tidy(name)
                if name and (first or _follows(name)):
                    yield name
                    first = False


def _is_trade(part: str) -> bool:
    """Whether what stands after a name and a comma is its trade alone: "Middle East Correspondent"."""
    parts = part.split()
    return len(parts) > 1 and parts[-1].casefold().strip(".") in words().roles and " and " not in part


def _follows(name: str) -> bool:
    """Whether what stands after a name and a separator is another."""
    return name.casefold() in words().agencies or is_person(name) or is_organisation(name)


def _both(text: str) -> list[str]:
    """The names that "and" joins; one where a part is no full name: "Maria & Katerina" sign as one. An agency in brackets is one more."""
    if "(" in text and (sourced := _SOURCED.fullmatch(text)) and is_agency(sourced[2].strip()):
        return [*_both(sourced[1]), sourced[2].strip()]
    parts = [part for part in words().both.split(text) if part]
    return parts if len(parts) > 1 and all(len(part.split()) > 1 or part.casefold() in words().agencies or not part.isascii() for part in parts) else [text]


def tidy(name: str, trades: bool = True) -> str:
    """One name without initials in brackets, footnotes, degrees and punctuation around it; empty where it is none.

    trades: whether a trade after the name goes, too, and what begins as no name does is none.
    """
    known = words()
    name = _FOOTNOTE.sub("", _INITIALS.sub("", name)).strip()
    match = _QUOTED.match(name)
    name = match[1] if match else name
    parts = name.split()
    while len(parts) > 2 and parts[-1].casefold().replace(".", "").strip(",®") in known.degrees:
        parts.pop()
    folded = [part.casefold().strip(".,") for part in parts]
    if trades:
        at = next((i for i, part in enumerate(folded) if i >= 2 and part in known.roles), 0) if known.desks.isdisjoint(folded) else 0
        parts, folded = (parts[:at], folded[:at]) if at else (parts, folded)
        if not folded or (folded[0] in known.stop and known.desks.isdisjoint(folded)):
            return ""
        if all(part in known.roles or part.replace(".", "") in known.degrees for part in folded):
            return ""
    name = " ".join(parts).rstrip(",")
    if not name or len(parts) > _WORDS or name.casefold() in known.junk:
        return ""
    if name.count("(") != name.count(")"):
        name = name.strip("()")
    return "" if len(name) > _LENGTH or _NO_NAME.search(name) else name


def without_site(name: str, sites: Iterable[str]) -> str:
    """A person's name without that of an agency or the site that is printed after it: "Jane Doe The Associated Press"."""
    parts = name.split()
    for cut in range(2, len(parts)):
        tail = " ".join(parts[cut:])
        if tail.casefold() in words().agencies or "".join(filter(str.isalnum, tail.casefold())) in sites:
            return " ".join(parts[:cut])
    return name


def unique(names: Iterable[str]) -> Iterator[str]:
    """Each name once, whatever its case."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name
