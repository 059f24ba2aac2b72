"""News agencies: their names in bylines, datelines and photo credits, as `agencies.toml` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cleaner.patterns import either

# The keys of `agencies.toml` that hold how an agency is printed in one kind of place.
_PLACES = ("photos", "captions", "arabic", "after_dash", "chinese", "japanese")


@dataclass(frozen=True, slots=True)
class Agencies:
    """The names of `agencies.toml`.

    folded: names that count in any case, in small letters; exact: names that count only as they are printed; words:
    names of one word that count within a longer text, as they are printed; places: spellings by their key in the file
    (`photos`, `arabic` …).
    """

    folded: frozenset[str]
    exact: frozenset[str]
    words: frozenset[str]
    places: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def agencies() -> Agencies:
    """The agencies, read once."""
    entries = tomllib.loads((Path(__file__).parent / "agencies.toml").read_text("utf-8"))["agencies"]
    folded: set[str] = set()
    exact: set[str] = set()
    words: set[str] = set()
    places: dict[str, list[str]] = {place: [] for place in _PLACES}
    for entry in entries:
        names = entry["names"]
        if entry.get("exact"):
            exact.update(names)
        else:
            folded.update(name.casefold() for name in names)
        if not entry.get("whole"):
            words.update(name for name in names if " " not in name)
        for place in _PLACES:
            places[place] += entry.get(place, [])
    return Agencies(
        frozenset(folded), frozenset(exact), frozenset(words), {place: tuple(said) for place, said in places.items()}
    )


def is_agency(text: str) -> bool:
    """Whether a text is an agency's name, or several.

    >>> is_agency("Reuters"), is_agency("AFP/Reuters"), is_agency("Jane Doe")
    (True, True, False)
    >>> is_agency("PETRA"), is_agency("Petra")
    (True, False)
    """
    known = agencies()
    for part in text.split("/"):
        name = part.strip()
        if name.casefold() not in known.folded and name not in known.exact:
            return False
    return True


def holds_agency(text: str) -> bool:
    """Whether a word of a text is an agency's name, as it is printed.

    >>> holds_agency("Jane Doe AFP"), holds_agency("Ana Afp"), holds_agency("Jane Doe CNN")
    (True, False, False)
    """
    return not agencies().words.isdisjoint(text.replace("/", " ").split())


def pattern(*places: str) -> str:
    r"""A piece of a pattern: any of the spellings that `agencies.toml` has under these keys, longer ones first.

    >>> pattern("photos").startswith("(?:Getty\\ Images|")
    True
    """
    return either(spelling for place in places for spelling in agencies().places[place])
