"""Which selectors can't hit a page, told without a search: a rule set has up to a hundred, of which few hit."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from cleaner.rules.selectors import chains

_CLASS = re.compile(r"\.([\w-]+)")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_CLASS_NAME = re.compile(r"[^ \t\n\r\f]+")


class ClassSieve:
    """The class names of a page, looked up when a selector first asks for one."""

    def __init__(self, parser: LexborHTMLParser) -> None:
        self._parser = parser
        self._names: frozenset[str] | None = None

    def may_hit(self, selector: str) -> bool:
        """Whether one of a selector's chains has all its class names on the page; true where it asks for none."""
        asked = _asked(selector)
        return any(not names or names <= self.names for names in asked)

    @property
    def names(self) -> frozenset[str]:
        """All class names of the page, in lower case: in quirks mode the case makes no difference."""
        if self._names is None:
            values = {node.attributes.get("class") or "" for node in self._parser.css("[class]")}
            self._names = frozenset(_CLASS_NAME.findall("\n".join(values).lower()))
        return self._names


@lru_cache(maxsize=4096)
def _asked(selector: str) -> tuple[frozenset[str], ...]:
    """For each chain of a selector the class names that it asks for, but for those within `:is(…)` and the like.

    >>> [sorted(names) for names in _asked("div.a .b:not(.c), [data-x='.d']")]
    [['a', 'b'], []]
    """
    return tuple(frozenset(name for step in chain for name in _classes(step.compound)) for chain in chains(selector))


def _classes(compound: str) -> list[str]:
    """The class names that a compound asks for; none where one is written with an escape, or may be a string's."""
    if "\\" in compound or '"' in compound or "'" in compound:
        return []
    return _CLASS.findall(_ATTRIBUTE.sub("", compound.partition(":")[0]).lower())
