"""The elements of an HTML page, and the marks that a rule set's selectors leave on them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from cleaner.labels import Layer, Reason, Role

# Elements whose content a page does not show as text: neither blocks nor data are read there.
UNSHOWN = frozenset(
    "style template svg math canvas iframe object embed applet select option datalist textarea head title meta "
    "link base param source track area map noembed audio video input".split()
)
# Elements that a parser leaves as text; what was read out of them has no path of its own.
_READ_AS_TEXT = frozenset(("script", "noscript", "noframes"))
# A CSS path has no more steps (by hand: deeper pages are broken).
_MOST_STEPS = 60
# What stands between the steps of a path, and at the top of one that has more.
_STEP, _MORE = " > ", "…"
# Paths of elements around others that are remembered, some kB each at most. By hand.
_MOST_SPELLED = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule set's selector says of the elements it hits, and by which rule: a role, a reason, or that they hold
    the body (None).
    """

    label: Role | Reason | None
    rule: str
    layer: Layer = Layer.GENERIC


class Elements:
    """The block-level elements of a page in document order, as parallel lists: a parent stands before its children.

    parents: the parent's index (-1 at the root); tags; classes: as written; ordinals: the place among the siblings,
    from 1; hints: the category of the generic hint (0 for none); regions: the nearest element, itself included, that
    has a hint or a mark or is hidden (-1 for none); hidden: the indexes of hidden elements; unheard: of those that are
    not read aloud, and mostly not seen; unveiled: of those that a script shows when a reader comes to them; folded: of
    those that a reader unfolds; marks: the marks of rules, by index; spelled: the paths of the last elements around
    others that were asked for, with their number of steps (0 for one that is the path of all below it, too).
    """

    __slots__ = (
        "classes",
        "folded",
        "hidden",
        "hints",
        "marks",
        "ordinals",
        "parents",
        "regions",
        "spelled",
        "tags",
        "unheard",
        "unveiled",
    )

    def __init__(self) -> None:
        self.parents: list[int] = []
        self.tags: list[str] = []
        self.classes: list[str | None] = []
        self.ordinals: list[int] = []
        self.hints: list[int] = []
        self.regions: list[int] = []
        self.hidden: set[int] = set()
        self.unheard: set[int] = set()
        self.unveiled: set[int] = set()
        self.folded: set[int] = set()
        self.marks: dict[int, Mark] = {}
        self.spelled: dict[int, tuple[str, int]] = {}

    def __len__(self) -> int:
        return len(self.parents)

    @property
    def has_body(self) -> bool:
        """Whether a rule set's selector says where the body is."""
        return any(mark.label is None for mark in self.marks.values())

    def ancestors(self, index: int, most: int | None = None) -> Iterator[int]:
        """An element and those around it, the innermost first: at most `most` of them. Nothing for -1.

        >>> elements = Elements()
        >>> elements.parents = [-1, 0, 1, 1]
        >>> list(elements.ancestors(3)), list(elements.ancestors(3, most=2)), list(elements.ancestors(-1))
        ([3, 1, 0], [3, 1], [])
        """
        while index >= 0 and most != 0:
            yield index
            index = self.parents[index]
            most = None if most is None else most - 1

    def branches_off(self, chain: Container[int]) -> list[int]:
        """For each element the outermost one around it, itself included, that is not in `chain` (-1: it is in there).

        chain: an element and all those around it. One more than the elements, so that -1 gives -1.

        >>> elements = Elements()
        >>> elements.parents = [-1, 0, 1, 0, 3]
        >>> elements.branches_off([1, 0])
        [-1, -1, 2, 3, 3, -1]
        """
        branch = [-1] * (len(self.parents) + 1)
        for element, parent in enumerate(self.parents):
            if element not in chain:
                above = branch[parent]
                branch[element] = above if above >= 0 else element
        return branch

    def end(self, index: int) -> int:
        """The index after the last element below one: they stand in document order."""
        end = index + 1
        while end < len(self.parents) and self.parents[end] >= index:
            end += 1
        return end

    def outer(self, region: int) -> int:
        """The next region around a region; -1 where there is none."""
        parent = self.parents[region]
        return self.regions[parent] if parent >= 0 else -1

    def nearest(self, index: int, tags: Container[str], known: dict[int, int]) -> int:
        """The innermost element with one of some tags at or around an element; -1 where there is none.

        known: what was found for elements before; it is filled, so that all questions together take one walk.
        """
        path = []
        while index >= 0 and index not in known and self.tags[index] not in tags:
            path.append(index)
            index = self.parents[index]
        found = known.get(index, index)
        known.update(dict.fromkeys(path, found))
        return found

    def path(self, index: int) -> str:
        """The CSS path of an element, from the root, as `html > body:nth-child(2) > p:nth-child(1)`; "…" for the top of
        one of over 60 steps.

        Text read out of an element that a parser leaves as text (a script, `noscript`) has the path of that element.
        """
        parent = self.parents[index] if index >= 0 else -1
        if parent < 0 or self.tags[index] in _READ_AS_TEXT:
            return self._spell(index)[0]
        above = self.spelled.get(parent)
        if above is None:
            if len(self.spelled) >= _MOST_SPELLED:
                self.spelled.clear()
            above = self.spelled[parent] = self._spell(parent)
        path, steps = above
        if not steps:
            return path
        if steps == _MOST_STEPS:
            path = _MORE + _STEP + path.removeprefix(_MORE + _STEP).partition(_STEP)[2]
        return f"{path}{_STEP}{self.tags[index]}:nth-child({self.ordinals[index]})"

    def _spell(self, index: int) -> tuple[str, int]:
        """The path of an element and its number of steps, 0 for one that what is read below has, too."""
        steps: list[str] = []
        read_as_text = False
        for at in self.ancestors(index):
            if self.tags[at] in _READ_AS_TEXT:
                steps, read_as_text = [], True
            if len(steps) == _MOST_STEPS:
                return _STEP.join((_MORE, *reversed(steps))), 0 if read_as_text else _MOST_STEPS
            tag = self.tags[at]
            steps.append(f"{tag}:nth-child({self.ordinals[at]})" if self.parents[at] >= 0 else tag)
        return _STEP.join(reversed(steps)), 0 if read_as_text else len(steps)


def add_up(parents: list[int], sums: list[float]) -> None:
    """Turn each element's own amount into that of its subtree (children stand after their parent, so the last come
    first).
    """
    for i in range(len(sums) - 1, 0, -1):
        sums[parents[i]] += sums[i]
