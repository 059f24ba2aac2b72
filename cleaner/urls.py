"""Addresses: made absolute, told apart, and their hosts. Nothing is fetched."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from cleaner.patterns import Pattern
from cleaner.remembered import remember

_FRONT_FILES = frozenset(("index.html", "index.htm", "index.php"))
# Every sign that a browser, or `str.strip`, may drop from before a scheme or from within it.
_CONTROL_OR_SPACE = Pattern(r"[\x00-\x20\x7f-\xa0\s]")
# Browsers drop these from an address, wherever they stand (URL standard, "basic URL parser").
_DROPPED = str.maketrans(dict.fromkeys("\t\n\r"))
_SCHEME = Pattern(r"([a-z][a-z0-9+.-]*):")
# What a link may lead to: the web, and the schemes that the HTML standard calls safelisted (section "custom handlers").
_HARMLESS = frozenset(
    "http https bitcoin ftp ftps geo im irc ircs magnet mailto matrix mms news nntp openpgp4fpr sftp sip sms smsto ssh "
    "tel urn webcal wtai xmpp".split()
)
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
        return printable_address(address) if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def complete(href: str | None, base: str | None) -> str | None:
    """A link made absolute by the address of its page; as it is where that address is unknown or the link can't be
    read; None for one that leads nowhere harmless (see `is_harmless`).

    >>> complete("b.jpg", "https://example.org/a/")
    'https://example.org/a/b.jpg'
    >>> complete("b.jpg", None)
    'b.jpg'
    >>> complete("javascript:alert(1)", None) is None
    True
    """
    if not href:
        return href
    if base:
        with suppress(ValueError):
            href = urljoin(base, href.strip())
    return printable_address(href) if is_harmless(href) else None


def printable_address(address: str) -> str:
    r"""An address in which no sign steers a terminal or is no text: line ends and tabs are dropped as browsers drop
    them, and what else does not print is spelt as `%9B`.

    >>> printable_address("https://example.org/a\n\x9bb")
    'https://example.org/a%C2%9Bb'
    """
    if address.isprintable():
        return address
    signs = address.strip().translate(_DROPPED)
    return "".join(sign if sign.isprintable() else quote(sign, errors="replace") for sign in signs)


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
    r"""Whether a link leads to a page, a file of the web, an address of mail or the like, rather than running a script,
    holding its own data or naming a file of the reader's. Browsers pass over white space and control characters when
    they read its scheme.

    >>> is_harmless("java\tscript:alert(1)"), is_harmless("/story:2"), is_harmless("mailto:desk@example.org")
    (False, True, True)
    """
    if ":" not in link or link.startswith(("https://", "http://")):
        return True
    scheme = _SCHEME.match(_CONTROL_OR_SPACE.sub("", link).lower())
    return scheme is None or scheme[1] in _HARMLESS


def runs_script(text: str) -> bool:
    """Whether a text, which may be words or an address, is an address that runs a script or holds its own data.

    >>> runs_script("data:text/html,x"), runs_script("Licence: by the author")
    (True, False)
    """
    return ":" in text and _CONTROL_OR_SPACE.sub("", text).lower().startswith(_SCRIPT_SCHEMES)


@remember(_HOSTS_REMEMBERED)
def registrable(host: str | None) -> str | None:
    """The registrable part of a host by the Public Suffix List; an IP address as it is.

    >>> registrable("news.example.co.uk")
    'example.co.uk'
    """
    if not host or "." not in host or host.replace(".", "").isdigit() or ":" in host:
        return host or None
    return _suffixes("xn--" in host).privatesuffix(host) or host


def is_public_suffix(host: str) -> bool:
    """Whether a host is one under which names are registered, by the Public Suffix List.

    >>> is_public_suffix("co.uk"), is_public_suffix("example.co.uk")
    (True, False)
    """
    return bool(_suffixes("xn--" in host).is_public(host))


@lru_cache(maxsize=2)
def _suffixes(punycode: bool) -> Any:
    """The Public Suffix List: 5 ms to import and 15 to load, 40 with each suffix in Punycode, too; so it is loaded only
    for hosts that no rule set claims.
    """
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=punycode)
