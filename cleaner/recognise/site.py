"""Whose page it is: by URL, canonical link or fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaner.model import Block, Recognised
from cleaner.options import Options
from cleaner.recognise.head import read_head
from cleaner.recognise.layout import choose_layout, mark
from cleaner.rules.registry import Registry

# A site is told by its fingerprints from at most this many lines at either end of a text.
_FINGERPRINT_LINES = 400


def recognise_html(parser: LexborHTMLParser, url: str | None, registry: Registry, options: Options) -> Recognised:
    """What an HTML page tells of itself. `url` is the address the caller knows it by, if any."""
    head = read_head(parser)
    found = Recognised(head=head)
    canonical = _absolute(head.links.get("canonical"), url) or _absolute(head.first("og:url"), url)
    found.url = canonical or url
    host = _host(url) or _host(canonical)
    known = registry.by_host(host) or registry.by_host(_host(canonical))
    found.site = known[1] if known else registrable(host)
    if known and options.site_rules:
        found.rules = known[0]
        choose_layout(parser, found)
    found.families = [family for family in registry.families if any(parser.css_matches(selector) for selector in family.recognise)]
    for family in found.families:
        for layout in family.layouts:
            mark(parser, layout, family.slug, found)
    return found


def recognise_text(blocks: Sequence[Block], url: str | None, registry: Registry, options: Options) -> Recognised:
    """Whose text it is: by the URL given, else by the fingerprints of rule sets (blocks need their normalized text)."""
    host = _host(url)
    known = registry.by_host(host)
    found = Recognised(url=url, site=known[1] if known else registrable(host))
    if options.site_rules:
        found.rules = known[0] if known else None
        if not host:
            ends = blocks if len(blocks) <= 2 * _FINGERPRINT_LINES else [*blocks[:_FINGERPRINT_LINES], *blocks[-_FINGERPRINT_LINES:]]
            found.rules = registry.by_fingerprint(ends)
            if found.rules:
                found.site = found.rules.hosts[0]
    return found


@lru_cache(maxsize=4096)
def registrable(host: str | None) -> str | None:
    """The registrable part of a host by the Public Suffix List (`news.example.co.uk` → `example.co.uk`); an IP address as it is."""
    if not host or "." not in host or host.replace(".", "").isdigit() or ":" in host:
        return host or None
    return _suffixes("xn--" in host).privatesuffix(host) or host


@lru_cache(maxsize=2)
def _suffixes(punycode: bool) -> Any:
    from publicsuffixlist import PublicSuffixList  # 5 ms to import and 15 to load, 40 with each suffix in Punycode: only for hosts that no rule set claims

    return PublicSuffixList(accept_encoded_idn=punycode)


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".") or None
    except ValueError:
        return None


def _absolute(link: str | None, url: str | None) -> str | None:
    if not link or not link.strip():
        return None
    try:
        absolute = urljoin(url or "", link.strip())
        return absolute if urlsplit(absolute).scheme in ("http", "https") else None
    except ValueError:
        return None
