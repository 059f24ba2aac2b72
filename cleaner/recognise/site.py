"""Whose page it is: by URL, canonical link or fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaner.language import primary
from cleaner.model import Block, PageContext
from cleaner.options import Options
from cleaner.recognise.head import read_head
from cleaner.recognise.languages import head_languages
from cleaner.recognise.layout import choose_layout, mark
from cleaner.rules.registry import Registry

# A site is told by its fingerprints from at most this many lines at either end of a text.
_FINGERPRINT_LINES = 400


def recognise_html(parser: LexborHTMLParser, url: str | None, registry: Registry, options: Options) -> PageContext:
    """What an HTML page tells of itself. `url` is the address the caller knows it by, if any."""
    head = read_head(parser)
    context = PageContext(head=head)
    named = (
        (_absolute(head.links.get("canonical"), url), "link:canonical"),
        (_absolute(head.first("og:url"), url), "meta:og:url"),
        (url, "given"),
    )
    context.addresses = sorted(
        ((address, source) for address, source in named if address), key=lambda pair: _is_front(pair[0])
    )
    context.url = context.addresses[0][0] if context.addresses else None
    _find_site(context, url, registry)
    context.languages = head_languages(head)
    if context.rules and not options.site_rules:
        context.rules = None
    if context.rules:
        choose_layout(parser, context)
    context.families = [
        family for family in registry.families if any(parser.css_matches(selector) for selector in family.recognise)
    ]
    for family in context.families:
        for layout in family.layouts:
            mark(parser, layout, family.slug, context)
    for tag in filter(None, map(primary, context.fields.get("language", [])[:1])):
        context.languages.insert(0, (tag, f"{context.rules.slug if context.rules else 'family'}:language"))
    return context


def _find_site(context: PageContext, url: str | None, registry: Registry) -> None:
    """The site and its rule set: by the address that was given, else by the page's own (a cache serves pages of others,
    too).
    """
    told = [(host, source) for address, source in ((url, "given"), *context.addresses[:1]) if (host := _host(address))]
    for host, source in told:
        if known := registry.by_host(host):
            context.rules, context.site, context.site_source = *known, source
            return
    if told:
        context.site, context.site_source = registrable(told[0][0]), told[0][1]


def recognise_text(blocks: Sequence[Block], url: str | None, registry: Registry, options: Options) -> PageContext:
    """Whose text it is: by the URL given, else by the fingerprints of rule sets (blocks need their normalized text)."""
    context = PageContext(url=url, addresses=[(url, "given")] if url else [])
    _find_site(context, url, registry)
    if not options.site_rules:
        context.rules = None
    elif not context.site:
        ends = (
            blocks
            if len(blocks) <= 2 * _FINGERPRINT_LINES
            else [*blocks[:_FINGERPRINT_LINES], *blocks[-_FINGERPRINT_LINES:]]
        )
        context.rules = registry.by_fingerprint(ends)
        if context.rules:
            context.site, context.site_source = context.rules.hosts[0], "fingerprints"
    return context


@lru_cache(maxsize=4096)
def registrable(host: str | None) -> str | None:
    """The registrable part of a host by the Public Suffix List (`news.example.co.uk` → `example.co.uk`); an IP address
    as it is.
    """
    if not host or "." not in host or host.replace(".", "").isdigit() or ":" in host:
        return host or None
    return _suffixes("xn--" in host).privatesuffix(host) or host


@lru_cache(maxsize=2)
def _suffixes(punycode: bool) -> Any:
    from publicsuffixlist import (
        PublicSuffixList,
    )  # 5 ms to import and 15 to load, 40 with each suffix in Punycode: only for hosts that no rule set claims

    return PublicSuffixList(accept_encoded_idn=punycode)


def _host(url: str | None) -> str | None:
    if not url:
        return None
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".") or None
    except ValueError:
        return None


def _is_front(address: str) -> bool:
    """Whether an address is of a site's front page, which templates state on every page: one that tells the page goes
    before it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    path = parts.path.strip("/").lower()
    return not path or (path in _FRONT and not parts.query) or parts.scheme not in ("http", "https")


_FRONT = frozenset(("index.html", "index.htm", "index.php"))


def _absolute(link: str | None, url: str | None) -> str | None:
    if not link or not link.strip():
        return None
    try:
        absolute = urljoin(url or "", link.strip())
        return absolute if urlsplit(absolute).scheme in ("http", "https") else None
    except ValueError:
        return None
