"""Folds by host: pages of one site are never in two."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

FOLDS = 5


def site_of(url: str | None, otherwise: str) -> str:
    """The site of a page, by the last two labels of its host; `otherwise` where it has no URL."""
    return ".".join((urlsplit(url or "").hostname or otherwise).split(".")[-2:])


def fold_of(site: str) -> int:
    """The fold of a site."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS
