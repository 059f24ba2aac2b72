"""Candidates: the values that a page states for a field, each with who states it."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from cleaner.labels import Ground, Layer
from cleaner.model import Block

Value = TypeVar("Value")


class Origin(StrEnum):
    """Who states a value, as far as the choice of one depends on it."""

    RULES = "rules"  # a rule file: a selector, a line or a phrase
    JSON_LD = "json_ld"
    META = "meta"  # a meta tag
    MICRODATA = "microdata"  # microdata or RDFa
    LINK = "link"  # a `link` element
    HEAD = "head"  # the title element, or an attribute of root, body or article
    PRINTED = "printed"  # a block that a generic rule or a model labelled, or a line that signs
    COPY = "copy"  # a block that repeats another, or a heading that ends a breadcrumb
    LINE = "line"  # a block that no rule labelled for the field
    TIME = "time"  # a `time` element
    ADDRESS = "address"  # the page's address


# Written for machines in the page's head or in scripts.
DECLARED = frozenset((Origin.JSON_LD, Origin.META))
# Written for machines anywhere.
MACHINES = DECLARED | {Origin.MICRODATA, Origin.TIME}
_GENERAL = frozenset((Layer.DEFAULT, Layer.LEARNT, Layer.GENERIC))


class Candidate(NamedTuple, Generic[Value]):
    """A value with its source.

    source: what is printed for people. key: the JSON-LD key or the name of the meta tag.
    """

    value: Value
    source: str
    origin: Origin
    key: str = ""


Text = Candidate[str]
Texts = Candidate[list[str]]


def origin_of(block: Block) -> Origin:
    """Who labelled a block, as an origin of the value that it prints."""
    if block.ground is Ground.COPY:
        return Origin.COPY
    return Origin.PRINTED if block.layer in _GENERAL else Origin.RULES
