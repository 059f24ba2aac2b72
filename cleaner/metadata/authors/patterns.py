"""The patterns of bylines that the words of `names.toml` make: prefixes of names, and what ends the names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from cleaner import dates
from cleaner.metadata.authors.person import words
from cleaner.patterns import IGNORECASE, Pattern, either

# Words that stand glued to a name: "Jane DoeUpdated", "Jane DoeMay 5".
_GLUED = "Updated Published Last Founder Editor Senior Staff Follow Contributor View".split()
_GLUED_WORD = either(dates.month_names("en", short=False) + _GLUED)


class Forms:
    """The patterns that the words of `names.toml` make."""

    def __init__(self) -> None:
        table = words().table
        by, after, doing, other_credits, months = (
            _either(table[key]) for key in ("by", "after", "doing", "others", "months")
        )
        colon = r"\s*[:：／|・]\s*"
        self.prefix = Pattern(
            rf"^(?:(?:(?:{doing})\s*)?(?:{by})|(?:{doing})\s+(?:{after}))(?:{colon}|\s+|$)"
            rf"|^(?i:(?:{doing})\s+)?By(?-i:(?=\p{{Lu}}\p{{Ll}}))"
            r"|^From (?-i:(?=\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}'’-]+,? in \p{Lu}))",
            IGNORECASE,
        )
        # Cheap tests that most lines fail: the first three letters of a prefix, and the last word of one within a text.
        self.prefix_starts = frozenset(word[:3] for word in (*table["by"], *table["doing"], "from"))
        self.inner_prefix_words = frozenset(word.rstrip(":").split()[-1].casefold() for word in table["by"])
        self.particle = Pattern(rf"^(?:{after})\s+(?-i:(?=\p{{Lu}}))", IGNORECASE)
        # Prefixes of credits other than the author's: "Medically reviewed by", "Fotos:".
        self.other_credit = Pattern(
            rf"(?<!\p{{L}})(?:{other_credits})(?:\s+(?:and|und|et|y|e)\s+\p{{L}}+)?(?:\s+(?:{by}|{after})(?:{colon}|\s+|$)"
            rf"|{colon}|(?<=\p{{Han}})/)",
            IGNORECASE,
        )
        # "By" after something else: "Published August 7, 2023 by Jane Doe". What follows is capitalized.
        self.inner_prefix = Pattern(
            rf"(?:^|[\s|•·●,;:⋅–—-])(?i:(?:{doing})\s+)?(?i:{by})(?:(?:\s*:\s*|\s+)(?=\p{{Lu}})"
            rf"|\s*[:：／/]\s*(?=\p{{Lo}}))"
        )
        # A date, a reading time or a number of comments; or a word that is glued to the name before it.
        self.date = Pattern(
            rf"(?<!\p{{L}})(?:(?:{months})\p{{L}}*(?:[.,]{{1,2}} ?| )\d|\d{{1,2}}(?:st|nd|rd|th|er|º|\.)? ?(?:de "
            rf")?(?:{months})"
            r"|\d{1,4}[./年-]\d{1,2}[./月-]\d"
            r"|\d+(?:[–-]\d+)? ?(?:min|m read|h )|\d{1,2}[:.h]\d\d|(?:19|20)\d\d\b|\d+ (?:comments?|kommentare|views"
            r"|shares)\b)"
            rf"|(?<=\p{{L}})(?-i:(?={_GLUED_WORD} ?))",
            IGNORECASE,
        )
        self.end = Pattern(
            rf"(?:^|\s[\s.,;–—|(-]*|[,;|–—(]\s*)(?:{_either(table['ends'])})(?![\p{{L}}\d]).*", IGNORECASE
        )
        both = "|".join(map(regex.escape, table["and"]))
        self.both = Pattern(rf"\s+(?:{both})\s+|\s*&\s*", IGNORECASE)
        self.title = Pattern(rf"^(?:(?:{_either(table['titles'])})(?:\.\s*|\s+))+(?=\p{{L}})", IGNORECASE)


def _either(spellings: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(spellings, key=len, reverse=True)))


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The patterns, made once."""
    return Forms()


# Signs around "by" within a text.
_APART_INSIDE = str.maketrans(dict.fromkeys("|•·●,;:：／/⋅–—-", " "))


def prefix_of(text: str) -> regex.Match[str] | None:
    """The prefix of a name at a text's beginning: "By", "Written by"."""
    made, start = forms(), text[:3].lower()
    if start.isascii() and start not in made.prefix_starts and start[:2] not in made.prefix_starts:
        return None
    return made.prefix.match(text)


def inner_prefix(text: str) -> regex.Match[str] | None:
    """The prefix of a name within a text."""
    made = forms()
    return (
        None
        if made.inner_prefix_words.isdisjoint(text.casefold().translate(_APART_INSIDE).split())
        else made.inner_prefix.search(text)
    )
