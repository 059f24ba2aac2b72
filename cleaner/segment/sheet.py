"""The style sheets of a page as one text, in which rules are found by what they declare and by a name in a selector.

A sheet has hundreds of rules and few that matter, so it is searched and never split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser

from cleaner.segment.css import ALL, NONE, Declarations, Rule, plain, read, rules_of, screens, settle

# Characters of style sheets that are read of a page; what is behind them is as if it stood elsewhere. By hand: two
# pages of three have less, and twice as much finds no more on the corpora.
_MOST = 16_384
# What a rule that hides declares: the end of a property or the beginning of a value, and a pattern of what follows. A
# search costs as much as a look at forty places that it finds, so words that begin alike share one.
_ZERO = r"(?!\.?\d*[1-9])"
# Of a long value only its beginning is read, so that a sheet of words alone takes no quadratic time.
_VALUE = "[^;}]{0,120}"
_CLEAR = _VALUE + r"[,/ ](?:0|0?\.0\d*|0%)\)"
_AWAY = r"(?:\d\d|\d\.?\d*(?:r?em|v[wh]|ch)|e\d)"
_WORDS = {
    word: re.compile(pattern)
    for word, pattern in {
        "display:none": "",
        "visibility:": "hidden|collapse",
        "opacity:": rf"-|calc\(|0{_ZERO}|\.0",
        "color:": rf"transparent|(?:rgb|hsl){_CLEAR}",
        "clip": r":r|-path:(?!none)",
        "font:0": "",
        "font-size:": r"[0.](?![0-9.]*[2-9])|1\.?\d*(?:px|%)",
        "size-adjust:0": _ZERO,
        "scale:0": _ZERO,
        "transform:": rf"{_VALUE}(?:rotate[xy]\(|matrix\(0|scale(?:[xy]|3d)?\(0{_ZERO}|, ?-9{_AWAY})",
        "filter:": rf"{_VALUE}opacity\(",
        ":-": f"[159]{_AWAY}",
        "(-1": _AWAY,
        "(-9": _AWAY,
        "left:9": _AWAY,
        "indent:9": _AWAY,
    }.items()
}
# The same, where the box cuts off what does not fit in.
_CLOSED_WORDS = {"height:": re.compile(f"(?:0|1px){_ZERO}"), "width:0": re.compile(_ZERO), "size:0": re.compile(_ZERO)}
# Properties that hide by other words than those they end in.
_LONGER = ("max-", "line-", "fill-", "font-", "block-", "inline-", "content-", "webkit-", "text-", "margin-")
# At-rules before a rule that are looked at, by hand.
_LOOKED_AT = 3
_PLAIN = re.compile(r"(?:^|[;\s])display:none\s*(?:!\s*important\s*)?(?:;|$)")
_IN_NAME = re.compile(r"[-_a-z0-9\u0080-\U0010ffff]")


class Sheet:
    """The style sheets of a page. The place of a rule is that of the first character between its braces."""

    __slots__ = ("_declared", "_rules", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._declared: dict[int, tuple[Declarations, Declarations]] = {}
        self._rules: dict[int, list[Rule]] = {}

    def screens_of(self, place: int) -> int:
        """On which screens a rule holds, by the last at-rules before it; those further out are not looked at."""
        text, before = self.text, place
        for _ in range(_LOOKED_AT):
            before = text.rfind("@", 0, before)
            if before < 0:
                break
            start = text.find("{", before, place) + 1
            if not start or text.find(";", before, start) >= 0 or text.find("}", before, start) >= 0:
                continue
            if not self._is_closed(start, place):
                held = _screens(text[before : start - 1].strip())
                if held != ALL:
                    return held
        return ALL

    def _is_closed(self, start: int, place: int) -> bool:
        """Whether the block of an at-rule that begins at one place ends before another."""
        text = self.text
        end = text.find("}", start, place)
        if end < 0 or text.find("{", start, end) < 0:
            return end >= 0
        return text.find("}}", end, place) >= 0 or text.find("} }", end, place) >= 0

    def hiding(self, coloured: bool) -> list[int]:
        """The places of the rules that may hide what they speak of, in order. coloured: any colour may hide it, too."""
        places: set[int] = set()
        for word, pattern in _WORDS.items():
            self._find(word, pattern, places)
        closed: set[int] = set()
        if "overflow" in self.text:
            for word, pattern in _CLOSED_WORDS.items():
                self._find(word, pattern, closed)
            places.update(place for place in closed if self.text.find("overflow", place, self._end(place)) >= 0)
        if coloured:
            self._find("color:", None, places)
            self._find("background:", None, places)
        return sorted(place for place in places if self.screens_of(place) == ALL)

    def _find(self, word: str, pattern: re.Pattern[str] | None, places: set[int]) -> None:
        """Add the places of the rules that declare anything with a word and what a pattern wants behind it."""
        text = self.text
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if pattern is None or (pattern.match(text, end) and _is_whole(text, at)):
                places.add(text.rfind("{", 0, at) + 1)
                end = text.find("}", end)
                if end < 0:
                    return
            at = text.find(word, end)

    def _end(self, place: int) -> int:
        end = self.text.find("}", place)
        return end if end >= 0 else len(self.text)

    def is_plainly_hidden(self, place: int) -> bool:
        """Whether a rule declares `display: none` and no other display."""
        body = self.text[place : self._end(place)]
        return "display:none" in body and body.count("display") == 1 and _PLAIN.search(body) is not None

    def declared(self, place: int) -> tuple[Declarations, Declarations]:
        """What a rule declares, and which of that is important."""
        kept = self._declared.get(place)
        if kept is None:
            declared = read(self.text[place : self._end(place)])
            kept = settle(declared), settle(part for part in declared if part[2])
            self._declared[place] = kept
        return kept

    def rules(self, place: int) -> Sequence[Rule]:
        """The simple selectors of a rule."""
        rules = self._rules.get(place)
        if rules is None:
            text, end = self.text, place - 1
            start = max(text.rfind("}", 0, end), text.rfind("{", 0, end), text.rfind(";", 0, end)) + 1
            head = text[start : max(end, start)]
            rules = self._rules[place] = [] if "@" in head else list(rules_of(head, place))
        return rules

    def rules_with(self, name: str) -> list[Rule]:
        """The rules in whose selectors a tag, `.class` or `#id` stands, and that hold on some screen."""
        text = self.text
        found: list[Rule] = []
        at = text.find(name)
        while at >= 0:
            behind = at + len(name)
            if not _IN_NAME.match(text, behind):
                place = text.find("{", behind) + 1
                if not place:
                    break
                behind = text.find("}", behind, place)
                if behind < 0:
                    behind = place
                    if self.screens_of(place) != NONE:
                        found += self.rules(place)
            at = text.find(name, behind)
        return found


def sheet_of(parser: LexborHTMLParser | None) -> Sheet:
    """The style sheets of a page that hold on a screen, one after another, up to _MOST characters."""
    texts, room = [], _MOST
    for node in parser.tags("style") if parser is not None else ():
        media = node.attributes.get("media")
        if media and screens(media) < ALL:
            continue
        texts.append((node.text(deep=True) or "")[:room])
        room -= len(texts[-1])
        if not room:
            break
    text = plain("\n".join(texts))
    return Sheet(" ".join(text.split()).replace(" :", ":").replace(": ", ":"))


def _is_whole(text: str, at: int) -> bool:
    """Whether what begins at a place is the whole name of a property, or the end of one of _LONGER.

    >>> _is_whole("min-width:0", 4), _is_whole("max-width:0", 4)
    (False, True)
    """
    return at == 0 or text[at - 1] != "-" or text[max(0, at - 8) : at].endswith(_LONGER)


def _screens(head: str) -> int:
    """On which screens the rules inside an at-rule hold."""
    if head.startswith("@media"):
        return screens(head[len("@media") :].strip())
    return ALL if head.startswith("@layer") else NONE


def places_of(rules: Iterable[Rule]) -> list[int]:
    """The places of some rules, the weakest first."""
    return [rule.specificity[3] for rule in sorted(rules, key=lambda rule: rule.specificity)]
