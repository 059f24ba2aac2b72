"""Classify a name: person, news agency, desk or the site itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from cleaner.folding import alnum_key
from cleaner.lines.agencies import holds_agency, is_agency
from cleaner.patterns import Pattern

# Characters of the longest name in a script without capitals, without spaces (East Asian ones, transliterated ones) and
# with spaces. By hand, as the next ones.
_LONGEST_SOLID = 12
_LONGEST_SPACED = 40
# Words and characters of the longest name.
_MOST_WORDS = 6
_LONGEST = 100
_EAST_ORGANISATION = Pattern(
    r"[\p{Han}\p{Hangul}]+(?:社|报|報|网|網|部|台|局|[电電]|新[闻聞]|[电電][视視]|[频頻]道|[报報][导導道]|신문|일보|뉴스|방송|통신|편집부)"
)
# Articles that are particles of a name behind a preposition ("van der"), and these prepositions.
_ARTICLES = frozenset(("der", "den", "dem", "het", "die"))
_PREPOSITIONS = frozenset(("van", "von", "vom", "op", "aan", "ter", "in", "zu", "auf"))
# Words and characters that no East Asian name has.
_EAST_WORD = Pattern(
    r"[记記]者|新[闻聞]|[编編][辑輯集]|推[荐薦]|[来來]源|作者|[专專][栏欄]|文章|[のをはがにで]|기자|회견|특집|칼럼"
)
_SIGNS = "'’\"(“«‘"


class Words:
    """The words of `names.toml` that tell people from others."""

    def __init__(self) -> None:
        self.table = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
        self.junk, self.roles, self.desks = self.folded("junk"), self.folded("roles"), self.folded("desks")
        self.stop, self.surnames, self.particles = (
            self.folded("stop"),
            self.folded("surnames"),
            self.folded("particles"),
        )
        self.lures, self.places = self.folded("lures"), self.folded("places")
        self.papers, self.papers_first = self.folded("papers"), self.folded("papers_first")
        self.degrees = frozenset(word.replace(".", "") for word in self.folded("degrees"))

    def folded(self, key: str) -> frozenset[str]:
        """A list of the table, in small letters."""
        return frozenset(word.casefold() for word in self.table[key])


@lru_cache(maxsize=1)
def words() -> Words:
    """The words that tell people from others."""
    return Words()


def is_organisation(name: str, sites: Iterable[str] = (), declared_person: bool = False) -> bool:
    """Whether a name is an agency's, a desk's or staff's, a paper's, or the site's own.

    sites: the site's names (see `site_name.site_keys`). declared_person: whether the page declares that it is a
    person's: then only agencies, staff and the site's whole name count, while "Jane Times" on the site of The Times is
    a person.
    """
    known = words()
    folded = name.casefold()
    parts = folded.replace("-", " ").replace("/", " ").replace(".", " ").split()
    if is_agency(name) or not known.desks.isdisjoint(parts) or holds_agency(name):
        return True
    name_as_key = alnum_key(name)
    if name_as_key in sites or declared_person:
        return name_as_key in sites
    if parts and not known.papers.isdisjoint(parts) and not _may_be_called_so(parts):
        return True
    if not name.isascii() and _EAST_ORGANISATION.fullmatch(name) and len(name) > 2:
        return True
    if name.split()[0].isupper() and any(site == folded.split()[0] for site in sites):  # "MDR THÜRINGEN"
        return True
    return any(len(site) > 3 and (name_as_key.startswith(site) or name_as_key.endswith(site)) for site in sites)


def _may_be_called_so(parts: list[str]) -> bool:
    """Whether a name with a paper's word may be a person's: Emily Post, unlike the Denver Post."""
    known = words()
    return (
        len(parts) == 2
        and parts[1] in known.papers
        and parts[0] not in known.papers_first
        and parts[0] not in known.papers
    )


def is_person(name: str) -> bool:
    """Whether a name looks like a person's.

    That is two to six words with capitals, but for particles, or a short one in a script without capitals; no trade, no
    stop word, no organisation.
    """
    known = words()
    parts = name.split() if len(name) <= _LONGEST else []
    if not parts or len(parts) > _MOST_WORDS or ":" in name or "_" in name or any(map(str.isdigit, name)):
        return False
    if (
        any(_is_stop(part, at) for at, part in enumerate(parts))
        or name.casefold() in known.places
        or is_organisation(name)
    ):
        return False
    if not known.roles.isdisjoint(part.casefold().strip(".,") for part in parts):
        return False
    if not has_case(name):
        return not _EAST_WORD.search(name) and len(name) <= (_LONGEST_SOLID if len(parts) == 1 else _LONGEST_SPACED)
    big = [part for part in parts if _is_big(part)]
    if (
        len(big) < 2
        or (parts[0] == parts[-1] and len(big) < len(parts))
        or parts[-1] not in big
        or not any(sum(map(str.isalpha, part)) > 1 for part in big)
    ):
        return False
    return all(_is_big(part) or _joins(parts, at) for at, part in enumerate(parts))


def has_form(name: str) -> bool:
    """Whether a name that the page calls a person's is written as one: two words or more, with capitals where the
    script has them.
    """
    parts = name.split()
    return len(parts) > 1 and (
        not has_case(name) or all(_is_big(part) or _joins(parts, at) for at, part in enumerate(parts))
    )


def _joins(parts: list[str], at: int) -> bool:
    """Whether a word in small letters is a name's particle: "van der", but not the article of "Wasser der Zukunft"."""
    if parts[at] in _ARTICLES:
        return at > 0 and parts[at - 1].casefold() in _PREPOSITIONS
    return parts[at].casefold() in words().particles


def has_case(name: str) -> bool:
    """Whether a name is in a script with capitals, which tell names from words."""
    return any(char.islower() or char.isupper() for char in name)


def _is_big(part: str) -> bool:
    """Whether a word begins as names do: in capitals, behind a mark or a particle that is glued on."""
    head = part.lstrip(_SIGNS)[:1]
    return (
        head.isupper()
        or (bool(head) and head.isalpha() and not head.islower())
        or part[:2] in ("d'", "d’", "l'", "l’", "al")
        or part[:2] in ("o'", "o’")
    )


def _is_stop(part: str, at: int) -> bool:
    """Whether a word is of no name: not where it is an initial ("A."), a particle in small letters, or a surname
    ("Rupert Read").
    """
    known, folded = words(), part.casefold().strip(",:")
    if folded not in known.stop or (at and part in known.particles):
        return False
    return not (
        part[0].isupper() and (folded in known.surnames or folded in known.particles) and (at > 0 or folded == "min")
    )


def name_key(name: str) -> str:
    """The key under which spellings of a person's name are equal: in lower case, without "Dr." or "Prof." before it.

    >>> name_key("Dr. Jane Doe")
    'jane doe'
    """
    parts = name.casefold().split()
    while len(parts) > 2 and parts[0].strip(".") in ("dr", "prof", "professor"):
        del parts[0]
    return " ".join(parts)


def without_site(name: str, sites: Iterable[str]) -> str:
    """A person's name without the name of an agency or the site after it.

    >>> without_site("Jane Doe The Associated Press", ())
    'Jane Doe'
    """
    parts = name.split()
    for cut in range(2, len(parts)):
        tail = " ".join(parts[cut:])
        if is_agency(tail) or alnum_key(tail) in sites:
            return " ".join(parts[:cut])
    return name
