"""Which publishing systems a page comes from. Few selectors are run: what they ask for is looked up in the attributes
of the elements that systems leave their signs in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from cleaner.rules.registry import Registry
from cleaner.rules.schema import RuleSet
from cleaner.rules.select import has
from cleaner.rules.selectors import chains

# Where the signs stand; a selector for other elements is always run.
_TAGS = frozenset(("html", "body", "link", "script", "meta"))
_TAG = re.compile(r"[a-z]*")
_VALUE = re.compile(r"""\[[\w:-]+[~^$*]?=(?:"([^"]+)"|'([^']+)'|([\w-]+))(?: i)?\]|#([\w-]+)""")


def families_of(parser: LexborHTMLParser, registry: Registry) -> Iterator[RuleSet]:
    """The rule sets of the publishing systems that a page comes from."""
    nodes = parser.css(", ".join(sorted(_TAGS)))
    written = "\n".join(value for node in nodes for value in node.attributes.values() if value).lower()
    for file in registry.family_files:
        for selector in file.recognise:
            may_hit = any(all(value in written for value in asked) for asked in _asked(selector))
            if may_hit and has(parser, selector):
                yield file.rules
                break


@lru_cache(maxsize=1024)
def _asked(selector: str) -> tuple[tuple[str, ...], ...]:
    """For each chain of a selector the values, in lower case, that attributes of the elements in `_TAGS` must hold;
    none where the chain asks for other elements, or in another way.

    >>> _asked('meta[name="generator" i][content^="Ghost " i], script[src*="/dist/"], .ghost[id="a"]')
    (('generator', 'ghost '), ('/dist/',), ())
    """
    return tuple(
        tuple(value for step in chain for value in _values(step.compound))
        if all(_TAG.match(step.compound)[0] in _TAGS for step in chain)  # type: ignore[index]
        else ()
        for chain in chains(selector)
    )


def _values(compound: str) -> list[str]:
    """The values that a compound asks for; none where one may be written with an escape, or within `:not(…)`."""
    if "\\" in compound or "(" in compound:
        return []
    return [next(filter(None, value.groups())).lower() for value in _VALUE.finditer(compound)]
