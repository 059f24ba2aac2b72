"""Which publishing systems a page comes from. Few selectors are run: what they ask for is looked up in the attributes
of the elements that systems leave their signs in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from cleaner.model import Head
from cleaner.rules.registry import Registry
from cleaner.rules.schema import RuleSet
from cleaner.rules.select import has
from cleaner.rules.selectors import chains

# Where the signs stand; a selector for other elements is always run.
_TAGS = ("html", "body", "link", "script", "meta")
_GENERATOR = re.compile(r'meta\[name="?generator"? i\]\[content[*^$]?="([^"]+)" i\]')
_VALUE = re.compile(r"""\[[\w:-]+[~^$*]?=(?:"([^"]+)"|'([^']+)'|([\w-]+))\]|#([\w-]+)""")


def families_of(parser: LexborHTMLParser, head: Head, registry: Registry) -> Iterator[RuleSet]:
    """The rule sets of the publishing systems that a page comes from. (To run the selectors of 19 systems takes a tenth
    of a clean.)
    """
    generators = " ".join(head.metas.get("generator", [])).lower()
    values = [value for node in parser.css(", ".join(_TAGS)) for value in node.attributes.values() if value]
    written = "\n".join(values)
    for file in registry.family_files:
        for selector in file.recognise:
            if _may_hit(selector, written, generators) and has(parser, selector):
                yield file.rules
                break


def _may_hit(selector: str, written: str, generators: str) -> bool:
    """Whether one of a selector's alternatives has all that it asks for among the generators or the values written in
    attributes.
    """
    return any(
        sign.generator in generators if sign.generator else all(value in written for value in sign.values)
        for sign in _signs(selector)
    )


class _Sign(NamedTuple):
    """What an alternative of a selector asks for: a generator, or values of attributes; neither: it is always run."""

    generator: str
    values: tuple[str, ...]


@lru_cache(maxsize=1024)
def _signs(selector: str) -> tuple[_Sign, ...]:
    """What each alternative of a selector asks for.

    >>> for sign in _signs('meta[name="generator" i][content^="Ghost " i], script[src*="/dist/"]'):
    ...     print(sign)
    _Sign(generator='ghost ', values=())
    _Sign(generator='', values=('/dist/',))
    """
    return tuple(_sign(" ".join(step.compound for step in chain)) for chain in chains(selector))


def _sign(chain: str) -> _Sign:
    if generator := _GENERATOR.fullmatch(chain):
        return _Sign(generator[1].lower(), ())
    if not chain.startswith(_TAGS):
        return _Sign("", ())
    return _Sign("", tuple(next(filter(None, value.groups())) for value in _VALUE.finditer(chain)))
