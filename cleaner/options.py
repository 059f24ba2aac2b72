"""What a caller can ask for: one frozen `Options`, checked when it is made."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Literal

from cleaner.errors import OptionsError, quoted
from cleaner.labels import Reason, Role

Kind = Literal["auto", "html", "text"]
Favour = Literal["balance", "precision", "recall"]
_SWITCHES = ("site_rules", "straight_quotes", "narrow_width", "strict")


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets on one document. They count steps and sizes, never seconds, so that a result does not depend on the
    machine.

    size: bytes (or characters) of the input; depth: elements left open at once; attributes: of one tag;
    formatting: elements that unclosed formatting elements may multiply into, beside one for each byte; steps: elements
    that a parser passes in search of an open one, beside 150 for each byte; blocks: blocks of the document.
    What is beyond these blocks is not read: the article is that of the first ones, and `Article.limits` names "blocks".
    Markup within a page (`noscript`, a shadow tree) that is beyond the limits of markup is not read either, and
    `Article.limits` names "markup". In all other cases a document beyond a limit is refused with a `LimitError`.
    The defaults let every page of 50 MB pass that a browser would show, and stop those on which a parser takes over
    about ten times as long as on a plain page of the same bytes (docs/reliability.md). A block takes 0.5 to 3 kB, its
    views in `Article.blocks` as much again, so 200,000 leave room in a worker of 2 GB. Pages of news have a few
    hundred, and a book of 1,000 pages has 20,000.
    """

    size: int = 100_000_000
    depth: int = 10_000
    attributes: int = 3_000
    formatting: int = 50_000
    steps: int = 4_000_000
    blocks: int = 200_000

    def __post_init__(self) -> None:
        for limit in fields(self):
            value = getattr(self, limit.name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise OptionsError(f"limits.{limit.name} is {quoted(value)}: use a whole number from 1 on")


@dataclass(frozen=True, slots=True)
class Options:
    """How to clean. Frozen, hashable and picklable; raises `OptionsError` on a value that an option does not take.

    input: "html" or "text" where the caller knows, else "auto".
    encoding: of bytes, where the caller knows; None to decode as browsers do. What is invalid in it is replaced.
    site_rules: whether rule sets of sites apply; families, phrases and generic rules stay on.
    keep, drop: labels (roles or reasons, singular or plural) that go into `Article.text` or stay out of it.
    favour: "precision" leaves out what is in doubt, "recall" keeps it.
    straight_quotes, narrow_width: turn curly quotes straight and full-width forms narrow; both are the author's own by
    default.
    strict: raise `NoArticleError` for a page without an article rather than return an empty one.
    """

    input: Kind = "auto"
    encoding: str | None = None
    site_rules: bool = True
    keep: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    favour: Favour = "balance"
    straight_quotes: bool = False
    narrow_width: bool = False
    strict: bool = False
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.input not in ("auto", "html", "text"):
            raise OptionsError(f"input is {quoted(self.input)}: use auto, html or text")
        if self.favour not in ("balance", "precision", "recall"):
            raise OptionsError(f"favour is {quoted(self.favour)}: use balance, precision or recall")
        for name in _SWITCHES:
            if not isinstance(getattr(self, name), bool):
                raise OptionsError(f"{name} is {quoted(getattr(self, name))}: use True or False")
        if not isinstance(self.limits, Limits):
            raise OptionsError(f"limits is {quoted(self.limits)}: use Limits(…), or leave it out")
        if self.encoding is not None:
            try:
                if not codecs.lookup(self.encoding)._is_text_encoding:
                    raise LookupError
            except (LookupError, TypeError, ValueError):
                raise OptionsError(
                    f"encoding {quoted(self.encoding)} is not known: use a name such as utf-8 or windows-1252"
                ) from None
        object.__setattr__(self, "keep", labels(self.keep, "keep"))
        object.__setattr__(self, "drop", labels(self.drop, "drop"))
        both = self.keep & self.drop
        if both:
            raise OptionsError(f"{sorted(both)[0]!r} is both kept and dropped: name it once")


def labels(names: Iterable[str], option: str) -> frozenset[str]:
    """The labels that `names` stand for: each a role or a reason, or its plural. Raises `OptionsError` for any other.

    >>> sorted(labels(["Captions", "list-item"], "keep"))
    ['caption', 'list_item']
    """
    known = {str(label) for label in (*Role, *Reason)}
    spellings = (
        {label: label for label in known}
        | {f"{label}s": label for label in known}
        | {label.removesuffix("s"): label for label in known}
    )
    asked = set()
    if not isinstance(names, Iterable):
        raise OptionsError(f"{option} is {quoted(names)}: use a list of labels")
    for name in [names] if isinstance(names, str) else names:
        label = spellings.get(name.strip().lower().replace("-", "_"), "") if isinstance(name, str) else ""
        if not label:
            raise OptionsError(f"{option}: no label is called {quoted(name)}: use one of {', '.join(sorted(known))}")
        asked.add(label)
    return frozenset(asked)
