"""Addresses: made absolute, told apart, and their hosts. Nothing is fetched."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from cleaner.patterns import Pattern
from cleaner.remembered import remember

_FRONT_FILES = frozenset(("index.html", "index.htm", "index.php"))
_CONTROL_OR_SPACE = Pattern(r"[\x00-\x20\x7f-\xa0]")
_SCRIPT_SCHEMES = ("javascript:", "data:", "vbscript:")
# Distinct hosts of which the registrable part is remembered (by hand: a crawl's batch has fewer).
_HOSTS_REMEMBERED = 4096
# Characters and labels of the longest host that there can be (RFC 1035). The Public Suffix List takes time by the
# square of the labels.
_LONGEST_HOST = 253
_MOST_LABELS = 127


def absolute(link: str | None, base: str | None) -> str | None:
    """A link as an http address, made absolute by the address of its page; None for any other scheme, and for a link
    that can't be read.

    >>> absolute("/news/mill", "https://example.org/")
    'https://example.org/news/mill'
    >>> absolute("mailto:desk@example.org", None) is None
    True
    """
    if not link or not link.strip():
        return None
    try:
        address = urljoin(base or "", link.strip())
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def complete(href: str | None, base: str | None) -> str | None:
    """A link made absolute by the address of its page; as it is where that address is unknown or the link can't be
    read.

    >>> complete("b.jpg", "https://example.org/a/")
    'https://example.org/a/b.jpg'
    >>> complete("b.jpg", None)
    'b.jpg'
    """
    if not href or not base:
        return href
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href


def host_of(url: str | None) -> str | None:
    """The host of an address, with or without a scheme; None where there is none, or one that is too long to exist.

    >>> host_of("example.org/story")
    'example.org'
    """
    if not url:
        return None
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return None
    return host if 0 < len(host) <= _LONGEST_HOST and host.count(".") < _MOST_LABELS else None


def is_front_page(address: str) -> bool:
    """Whether an address is that of a site's front page, or no http address.

    >>> is_front_page("https://example.org/index.php"), is_front_page("https://example.org/index.php?id=7")
    (True, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    path = parts.path.strip("/").lower()
    return not path or (path in _FRONT_FILES and not parts.query) or parts.scheme not in ("http", "https")


def is_harmless(link: str) -> bool:
    r"""Whether a link runs no script: browsers pass over white space and control characters when they read its scheme.

    >>> is_harmless("java\tscript:alert(1)")
    False
    """
    return not _CONTROL_OR_SPACE.sub("", link).lower().startswith(_SCRIPT_SCHEMES)


@remember(_HOSTS_REMEMBERED)
def registrable(host: str | None) -> str | None:
    """The registrable part of a host by the Public Suffix List; an IP address as it is.

    >>> registrable("news.example.co.uk")
    'example.co.uk'
    """
    if not host or "." not in host or host.replace(".", "").isdigit() or ":" in host:
        return host or None
    return _suffixes("xn--" in host).privatesuffix(host) or host


@lru_cache(maxsize=2)
def _suffixes(punycode: bool) -> Any:
    """The Public Suffix List: 5 ms to import and 15 to load, 40 with each suffix in Punycode, too; so it is loaded only
    for hosts that no rule set claims.
    """
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=punycode)
