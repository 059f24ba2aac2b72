"""Two splits of the pages by site: folds for cross-validation, and an open and a blind half for looking at failures.

The figures of pages that somebody looked at to write a rule or a feature are too good: the rule was made for them.
Therefore failures are looked at in the open half alone, and both halves are reported. Where the lead over other
extractors is greater in the open half than in the blind one, the difference is what looking gained.
"""

from __future__ import annotations

import hashlib
from typing import Literal
from urllib.parse import urlsplit

Half = Literal["open", "blind"]

FOLDS = 5
# Makes the halves independent of the folds: each fold has sites of both halves. Another salt would be another split.
_SALT_OF_HALVES = "half:"


def site_of(url: str | None, otherwise: str) -> str:
    """The site of a page, by the last two labels of its host; `otherwise` where it has no URL.

    >>> site_of("https://www.harbourpost.example/news/1", "page-1")
    'harbourpost.example'
    >>> site_of(None, "page-1")
    'page-1'
    """
    return ".".join((urlsplit(url or "").hostname or otherwise).split(".")[-2:])


def fold_of(site: str) -> int:
    """The fold of a site, 0 to FOLDS - 1.

    >>> fold_of("harbourpost.example")
    3
    """
    return _digest(site) % FOLDS


def half_of(site: str) -> Half:
    """The half of a site. Look at failures in the open half alone.

    >>> half_of("harbourpost.example")
    'open'
    """
    return "blind" if _digest(_SALT_OF_HALVES + site) % 2 else "open"


def _digest(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
