"""`check_nesting`: a cheap sieve that never misses, and the exact scan where it rings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaner.budget.sieve import Tags, allowed_elements, allowed_steps, attributes_may_be_many, may_be_hostile
from cleaner.budget.tokens import Tokenizer, attribute_names
from cleaner.budget.tree import Tree
from cleaner.errors import LimitError
from cleaner.options import Limits

# With this doctype at its start a page is read by the standard's rules; without any doctype by those of old browsers.
_STANDARD = re.compile(rb"\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<!doctype\s++html\s*+>", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!doctype", re.IGNORECASE)
# Tags that are shorter, in bytes, hold too few attributes to be counted.
_SHORT = 200
# The limits are held after so many tags.
_OFTEN = 64


@dataclass(slots=True)
class Counts:
    """What a parser makes of a page, at most.

    depth: elements open in each other. made: elements made of formatting elements that were left open. attributes: the
    most of one tag; all `html` tags are taken for one, and all `body` tags. steps: elements that the parser passes
    in search of others. nodes: elements in all. crude: part of the page was counted by its `<` alone.
    """

    depth: int = 2
    made: int = 0
    attributes: int = 0
    steps: int = 0
    nodes: int = 3
    crude: bool = False


def check_nesting(data: bytes, limits: Limits) -> None:
    """Refuse, before the parser sees it, a page on which the parser would take long or much memory.

    data: markup in UTF-8. Raises `LimitError`.
    """
    if may_be_hostile(data, limits):
        count_markup(data, limits)


def count_markup(data: bytes, limits: Limits | None = None) -> Counts:
    """Count what a parser makes of a page: never less than it does. Raises `LimitError` beyond the limits, if given."""
    doctype = _DOCTYPE.search(data)
    scan = _Scan(data, limits, Tree(None if doctype else True) if not _STANDARD.match(data) else Tree(False))
    scan.run()
    return scan.counts


class _Scan:
    def __init__(self, data: bytes, limits: Limits | None, tree: Tree) -> None:
        self.data, self.limits, self.tree = data, limits, tree
        self.counts = Counts()
        self._roots: dict[bytes, set[bytes]] = {b"html": set(), b"body": set()}
        self._tags = 0

    def run(self) -> None:
        tree = self.tree
        tokens = Tokenizer(self.data)
        for tag in tokens:
            if tag.text_before:
                tree.text()
            self._tags += 1
            if len(tag.attributes) > _SHORT or (tag.attributes and tag.name in self._roots):
                self._count_attributes(tag.name, tag.attributes)
            if tag.end:
                tree.end(tag.name)
            elif tree.start(tag.name, tag.attributes, tag.closes_itself):
                tokens.skip_raw_text(tag.name)
            tokens.foreign = tree.foreign
            if self._tags % _OFTEN == 0:
                self._hold()
            if tree.lost:
                self._count_crudely(tokens.at)
                break
        else:
            tree.text()
        self._hold()

    def _count_crudely(self, at: int) -> None:
        """Take each `<` that is left for the start of an element that is never closed."""
        opened, rest = self.tree.open, self.data.count(b"<", at)
        formatting = len(opened.active) + rest
        self.counts.crude = True
        opened.reach(2 * rest + 1)
        opened.active.made += formatting * (2 * rest + 1)
        opened.steps += 2 * rest * opened.most
        self._tags += 3 * rest
        if self.limits is not None and attributes_may_be_many(self.data, Tags.of(self.data), self.limits.attributes):
            self.counts.attributes = self.limits.attributes + 1

    def _count_attributes(self, name: bytes, attributes: bytes) -> None:
        known = set(attribute_names(attributes))
        if name in self._roots:
            self._roots[name] |= known
            known = self._roots[name]
        self.counts.attributes = max(self.counts.attributes, len(known))

    def _hold(self) -> None:
        counts, tree, limits = self.counts, self.tree, self.limits
        counts.depth, counts.made, counts.steps = tree.open.most, tree.made, tree.steps
        counts.nodes = self._tags + 3 + tree.made + tree.open.implied
        if limits is None:
            return
        if counts.depth > limits.depth:
            raise LimitError(f"over {limits.depth:,} elements stand open in each other: the page is broken or hostile")
        if counts.made > allowed_elements(limits, len(self.data)):
            raise LimitError(
                f"formatting elements that are left open would be repeated over {limits.formatting:,} times: the page "
                f"is broken or hostile"
            )
        if counts.attributes > limits.attributes:
            raise LimitError(f"one tag has over {limits.attributes:,} attributes: the page is broken or hostile")
        if counts.steps > allowed_steps(limits, len(self.data)):
            raise LimitError(
                f"a parser would take over {limits.steps:,} steps through open elements: the page is broken or hostile"
            )
