"""How the names of an element's class attribute hide it: by what they are, or by a rule of the page."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.remembered import remembered
from cleaner.rules import class_names

# How class names hide an element.
RULED, NAMED = 1, 2


def _hidden_by_name(classes: str) -> int:
    """How the names of a class attribute alone hide an element: NAMED, or 0 for not at all."""
    return NAMED if class_names.is_hidden_by_class(classes) else 0


named_alone = remembered(_hidden_by_name, 1 << 16)


def _split_names(classes: str) -> tuple[str, ...]:
    """The names of a class attribute in lower case: pages of a site share most of their attributes."""
    return tuple(classes.lower().split())


names_of = remembered(_split_names, 1 << 13)


class Named(dict[str, int]):
    """How the names of each class attribute hide an element, asked once a page: by what they are (NAMED), by a rule of
    the page (RULED), or not (0).

    ruled: the names that rules which may hide are found by; hides: whether one that is found by a selector does.
    """

    __slots__ = ("_hides", "_ruled")

    def __init__(self, ruled: frozenset[str], hides: Callable[[str], bool]) -> None:
        super().__init__()
        self._hides, self._ruled = hides, ruled

    def __missing__(self, classes: str) -> int:
        said = named_alone(classes)
        if not said and not self._ruled.isdisjoint(names := names_of(classes)):
            said = RULED if any(name in self._ruled and self._hides(f".{name}") for name in names) else 0
        self[classes] = said
        return said
