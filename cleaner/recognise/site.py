"""Whose page it is (by URL, canonical link or fingerprints), and all that its head and its data for machines say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaner.language import primary
from cleaner.model import Block, Drift, Head, PageContext
from cleaner.model.context import Entities
from cleaner.options import Options
from cleaner.recognise.family_signs import families_of
from cleaner.recognise.head import read_head
from cleaner.recognise.jsonld import read_jsonld
from cleaner.recognise.languages import head_languages, stated_languages
from cleaner.recognise.layout import choose_layout, run_selectors
from cleaner.recognise.microdata import read_microdata
from cleaner.recognise.record import read_record
from cleaner.rules.registry import Registry
from cleaner.rules.schema import RuleSet
from cleaner.rules.select import has
from cleaner.urls import absolute, host_of, is_front_page, registrable

# A site is told by its fingerprints in this many lines at either end of a text (by hand).
_FINGERPRINT_LINES = 400

_NONE_REFUSED: Mapping[str, Drift] = MappingProxyType({})
Address = tuple[str, str]  # the address, and its source


def recognise_html(
    parser: LexborHTMLParser,
    url: str | None,
    registry: Registry,
    options: Options,
    drift: Drift | None = None,
    refused: Mapping[str, Drift] = _NONE_REFUSED,
) -> PageContext:
    """What an HTML page tells of itself. `url` is the address the caller knows it by, if any; `drift` is why the
    layouts of its site shall not serve, `refused` why families shall not, by slug.
    """
    head = read_head(parser)
    addresses = _addresses(head, url)
    rules, site, site_source = _find_site(addresses[:1], url, registry)
    if not options.site_rules:
        rules = None
    layout, fit = choose_layout(parser, rules.layouts if rules else ())
    if drift is not None:
        layout = None
    elif layout is None and fit is not None:
        drift = Drift.NO_LAYOUT
    families = [family for family in families_of(parser, registry) if family.slug not in refused]
    layouts = [(add.slug, add) for add in rules.additions if not add.when or has(parser, add.when)] if rules else []
    layouts += [(layout.slug or rules.slug, layout)] if rules and layout else []
    of_families = [(family.slug, of_family) for family in families for of_family in family.layouts]
    # Where a site's layout serves, its body is the page's: a family's body would stand beside it.
    layouts += [(slug, replace(of_family, body=()) if layout else of_family) for slug, of_family in of_families]
    hits = run_selectors(parser, layouts)
    context = PageContext(
        url=addresses[0][0] if addresses else None,
        site=site,
        site_source=site_source,
        addresses=addresses,
        rules=rules,
        layout=layout.name if layout else None,
        fit=fit,
        drift=drift,
        families=families,
        refused=refused,
        head=head,
        marks=hits.marks,
        fields=hits.fields,
        entities=Entities(read_jsonld(head.jsonld)),
    )
    context = replace(context, microdata=read_microdata(parser, context))
    return replace(context, languages=_languages(context))


def recognise_text(blocks: Sequence[Block], url: str | None, registry: Registry, options: Options) -> PageContext:
    """Whose text it is: by the URL given, else by the fingerprints of rule sets (blocks need their normalized text)."""
    record = read_record(blocks)
    addresses = [(url, "given")] if url else []
    addresses += [(address, record.source) for address in record.addresses if address != url]
    rules, site, site_source = _find_site(addresses, url, registry)
    if not options.site_rules:
        rules = None
    elif not site:
        ends = blocks
        if len(blocks) > 2 * _FINGERPRINT_LINES:
            ends = [*blocks[:_FINGERPRINT_LINES], *blocks[-_FINGERPRINT_LINES:]]
        rules = registry.by_fingerprint(ends)
        if rules:
            site, site_source = rules.hosts[0], "fingerprints"
    return PageContext(
        url=addresses[0][0] if addresses else None,
        site=site,
        site_source=site_source,
        addresses=addresses,
        rules=rules,
        head=record.head,
        languages=record.languages,
        record_lines=record.lines,
    )


def _addresses(head: Head, url: str | None) -> list[Address]:
    """All addresses that the page may have, each with its source; templates state the front page's on every page, so
    that one comes last.
    """
    stated = (
        (absolute(head.links.get("canonical"), url), "link:canonical"),
        (absolute(head.first("og:url"), url), "meta:og:url"),
        (url, "given"),
    )
    addresses = [(address, source) for address, source in stated if address]
    return sorted(addresses, key=lambda pair: is_front_page(pair[0]))


class _Site(NamedTuple):
    rules: RuleSet | None
    site: str | None
    source: str


def _find_site(addresses: Sequence[Address], url: str | None, registry: Registry) -> _Site:
    """The site and its rule set: by the address that was given, else by the page's own (a cache serves pages of others,
    too).
    """
    hosts = [(host, source) for address, source in ((url, "given"), *addresses) if (host := host_of(address))]
    for host, source in hosts:
        if known := registry.by_host(host):
            return _Site(*known, source)
    if hosts:
        host, source = hosts[0]
        return _Site(None, registrable(host), source)
    return _Site(None, None, "")


def _languages(context: PageContext) -> list[tuple[str, str]]:
    """The primary tags that the page declares, each with its source: what a rule reads goes before what the head says,
    and that before JSON-LD and microdata.
    """
    languages = head_languages(context.head)
    for tag in filter(None, map(primary, context.fields.get("language", [])[:1])):
        languages.insert(0, (tag, f"{context.rules.slug if context.rules else 'family'}:language"))
    return languages + stated_languages(context)
