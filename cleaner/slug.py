"""What a page's address repeats of its title."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote, urlsplit

from cleaner.canonical import canonical
from cleaner.remembered import remember

# Words of the shortest part of an address that repeats a title; fewer are a section's name or a number.
_FEWEST_WORDS = 3


def share_of_address(title: str, url: str | None) -> float:
    """The share (0…1) of the words of a page's address that a title has; 0 where the address repeats no title.

    >>> share_of_address("The hotel opens", "https://post.example/2024/the-hotel-opens-monday")
    0.75
    """
    words = _words_of_address(url)
    return len(words & bare_words(title)) / len(words) if words else 0.0


def share_in_address(title: str, url: str | None) -> float:
    """The share (0…1) of the words of a title that a page's address has.

    >>> share_in_address("The hotel opens again", "https://post.example/2024/the-hotel-opens-monday")
    0.75
    """
    own = bare_words(title) if url else frozenset[str]()
    return len(_words_of_address(url) & own) / len(own) if own else 0.0


@remember(64)
def _words_of_address(url: str | None) -> frozenset[str]:
    """The words of the part of an address with the most words; none where these are fewer than `_FEWEST_WORDS`."""
    try:
        parts = unquote(urlsplit(url or "").path).split("/")
    except ValueError:
        return frozenset()
    words = max((bare_words(part) for part in parts), key=len)
    return words if len(words) >= _FEWEST_WORDS else frozenset()


def bare_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, without accents, which addresses drop, and without numbers and words of one
    or two letters.

    >>> sorted(bare_words("The Café's 12 doors"))
    ['cafe', 'doors', 'the']
    """
    folded = "".join(char if char.isalnum() else " " for char in text.casefold())
    if not folded.isascii():
        folded = "".join(char for char in canonical("NFKD", folded) if not unicodedata.combining(char))
    return frozenset(word for word in folded.split() if len(word) > 2 and not word.isdigit())
