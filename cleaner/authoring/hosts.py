"""The host of a site as people give it."""

from __future__ import annotations

import re

from cleaner.errors import InputError, quoted
from cleaner.rules.plausible import check_host

_HOST = re.compile(r"(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/:].*)?")


def site_host(given: str) -> str:
    """The host of a name or address, without `www.`. Raises an `InputError` for what is no site's.

    >>> site_host("https://www.example.org/story")
    'example.org'
    """
    match = _HOST.fullmatch(given.strip().lower())
    try:
        check_host(match[1] if match else "")
    except ValueError:
        match = None
    if match is None:
        raise InputError(f"{quoted(given)} is no site's host: write it as example.org")
    return match[1].removeprefix("www.")
