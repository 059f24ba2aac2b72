"""Rules of lines, for scraped text: lines that recur, lines of one shape, and boxes that run to the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from cleaner import Reason, Role
from cleaner.authoring.learn.draft import Draft, DraftLines, Line
from cleaner.authoring.learn.recurring import shown
from cleaner.authoring.learn.sample import Part, SamplePage
from cleaner.authoring.learn.trial import Outcome, try_out, worst_fall
from cleaner.authoring.learn.words import folded, letters
from cleaner.errors import RuleError

# A line's shape recurs on at least this many pages, and on this share of them. By hand.
_PAGES, _SHARE = 3, 0.5
# Rules of lines that are tried; the least gain in word F1 over all pages for which one is written. By hand.
_MOST_TRIED, _LEAST_GAIN = 60, 0.0005
# Letters that a shape spells out, at least. By hand: less is found in any text.
_LETTERS = 4
# Characters of the longest line that becomes a rule. By hand.
_LONGEST = 300
# A box runs to the end if the generic rules leave out at least this share of the lines below its first, on all pages
# together. By hand.
_LEFT_OUT = 0.3
_DIGITS = re.compile(r"\d+")
_ANY_NUMBER = r"\d+"
# Holds the place of a number while a line is spelt as a pattern.
_HELD_PLACE = "\ue000"
# Reasons that a box below the text has.
_OF_BOXES = frozenset((Reason.RELATED, Reason.COMMENTS, Reason.NAVIGATION, Reason.NEWSLETTER, Reason.ADVERTISEMENT))


@dataclass(slots=True)
class _Candidate:
    """A rule of one line: its label, its key and matcher, and the lines that it is made for, with their pages."""

    label: str
    matcher: str
    key: str = "lines"
    zone: str | None = None
    texts: list[str] = field(default_factory=list)
    pages: int = 0

    def rule(self, of: int) -> DraftLines:
        """The rule, with what speaks for it."""
        texts = list(dict.fromkeys(self.texts))
        quoted = "" if texts == [self.matcher] else f": {shown(texts[0])}" if texts else ""
        line = Line(self.matcher, f"on {self.pages} of {of} pages{quoted}")
        return DraftLines(self.label, (line,), self.key, self.zone)


def set_aside_shapes(pages: Sequence[SamplePage]) -> None:
    """Say of lines that are the same but for their numbers that they do not belong in the text, and of the lines of a
    box that runs to the end; on pages of scraped text without gold.
    """
    shapes = _shapes(pages)
    for page in pages:
        for part in page.parts:
            if part.wanted and not part.is_prose and _shape(part) in shapes:
                part.wanted = False
    for box in _boxes(pages):
        for page in pages:
            at = next((i for i, part in enumerate(page.parts) if part.key == folded(box.matcher)), len(page.parts))
            for part in page.parts[at:]:
                part.wanted = False


def learn_lines(draft: Draft, before: Sequence[Outcome]) -> tuple[Draft, list[Outcome]]:
    """The draft with the rules of lines that bring its texts nearer to what they shall be, and the pages cleaned."""
    outcomes = list(before)
    plain = [outcome.page for outcome in before if outcome.page.parser is None]
    for candidate in [*_boxes(plain), *_candidates(outcomes)][:_MOST_TRIED]:
        rules = _joined(draft.text, candidate.rule(len(plain)))
        longer = replace(draft, text=rules)
        try:
            after = try_out(longer, [outcome.page for outcome in outcomes])
        except RuleError:  # a pattern that the reader refuses
            continue
        gains = [new.f1 - old.f1 for old, new in zip(outcomes, after, strict=True)]
        if sum(gains) > _LEAST_GAIN and worst_fall(outcomes, after) <= _LEAST_GAIN and _keeps_prose(outcomes, after):
            draft, outcomes = longer, after
    return draft, outcomes


def _joined(rules: Sequence[DraftLines], new: DraftLines) -> tuple[DraftLines, ...]:
    """The rules with a new one: joined to one of its label and zone, where each names single lines."""
    for i, rule in enumerate(rules):
        if (rule.label, rule.key, rule.zone) == (new.label, new.key, new.zone) and rule.key == "lines":
            return (*rules[:i], replace(rule, lines=(*rule.lines, *new.lines)), *rules[i + 1 :])
    return (*rules, new)


def _keeps_prose(before: Sequence[Outcome], after: Sequence[Outcome]) -> bool:
    """Whether no sentence goes that belongs in a text."""
    for old, new in zip(before, after, strict=True):
        kept = {folded(block.text) for block in new.article.blocks if block.span is not None}
        had = {folded(block.text) for block in old.article.blocks if block.span is not None}
        if any(part.wanted and part.is_prose and part.key in had - kept for part in old.page.parts):
            return False
    return True


def _candidates(outcomes: Sequence[Outcome]) -> list[_Candidate]:
    """Rules of lines that are kept and should not be, those on most pages first."""
    pages = [outcome.page for outcome in outcomes if outcome.page.parser is None]
    reasons = _reasons(pages)
    shapes = _shapes(pages)
    found: dict[str, _Candidate] = {}
    wanted = {part.key for page in pages for part in page.parts if part.wanted}
    for outcome in outcomes:
        if outcome.page.parser is not None:
            continue
        kept = {folded(block.text) for block in outcome.article.blocks if block.span is not None}
        last = max((i for i, part in enumerate(outcome.page.parts) if part.wanted and part.is_prose), default=-1)
        on_page: set[str] = set()
        for i, part in enumerate(outcome.page.parts):
            if part.wanted or part.key not in kept or part.key in wanted or len(part.text) > _LONGEST:
                continue
            matcher = _pattern(part.text) if _shape(part) in shapes else part.text
            if matcher.startswith(("/", "<", "@")) and matcher == part.text:
                continue
            label = reasons.get(part.key) or reasons.get(_shape(part)) or _by_place(i, last)
            found.setdefault(matcher, _Candidate(str(label), matcher)).texts.append(part.text)
            on_page.add(matcher)
        for matcher in on_page:
            found[matcher].pages += 1
    return sorted(found.values(), key=lambda candidate: (-candidate.pages, candidate.matcher))


def _by_place(at: int, last: int) -> Reason:
    return Reason.NAVIGATION if last < 0 or at < last // 2 else Reason.OTHER


def _reasons(pages: Sequence[SamplePage]) -> dict[str, Reason]:
    """The reason for which the cleaner leaves a line, or one of its shape, out on other pages."""
    reasons: dict[str, Reason] = {}
    for page in pages:
        for part in page.parts:
            if part.reason is not None and part.reason not in (Reason.OTHER, Reason.DUPLICATE, Reason.REPEATED):
                reasons.setdefault(part.key, part.reason)
                reasons.setdefault(_shape(part), part.reason)
    return reasons


def _shape(part: Part) -> str:
    return _DIGITS.sub("0", part.key)


def _shapes(pages: Sequence[SamplePage]) -> set[str]:
    """The shapes of lines with numbers that recur on the pages with other numbers."""
    keys: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for page in pages:
        on_page = {}
        for part in page.parts:
            if not part.is_prose and part.role not in (Role.TABLE_ROW, Role.LIST_ITEM) and _DIGITS.search(part.key):
                on_page[_shape(part)] = part.key
        counts.update(on_page.keys())
        for shape, key in on_page.items():
            keys.setdefault(shape, set()).add(key)
    least = max(_PAGES, ceil(_SHARE * len(pages)))
    return {
        shape
        for shape, count in counts.items()
        if count >= least and len(keys[shape]) > 1 and sum(map(str.isalpha, shape)) >= _LETTERS
    }


def _pattern(text: str) -> str:
    r"""A pattern of a line whose numbers vary.

    >>> _pattern("Comments (12)")
    '/^Comments \\(\\d+\\)$/i'
    """
    spelt = re.escape(_DIGITS.sub(_HELD_PLACE, text)).replace(r"\ ", " ").replace(r"\-", "-")
    return f"/^{spelt.replace(_HELD_PLACE, _ANY_NUMBER)}$/i"


def _boxes(pages: Sequence[SamplePage]) -> list[_Candidate]:
    """Boxes that run to the end: below their first line, which recurs, stands no sentence on any page, and much of what
    stands there the cleaner leaves out already, for one reason.
    """
    found: dict[str, _Candidate] = {}
    below: dict[str, Counter[Reason | None]] = {}
    for page in pages:
        last = max((i for i, part in enumerate(page.parts) if part.is_prose), default=len(page.parts))
        seen: set[str] = set()
        for i, part in enumerate(page.parts):
            if part.key in seen or len(part.text) > _LONGEST:
                continue
            seen.add(part.key)
            box = found.setdefault(part.key, _Candidate("", part.text, "from", "tail"))
            box.pages += 1
            box.texts.append(part.text)
            reasons = below.setdefault(part.key, Counter())
            if i <= last or part.is_prose:
                reasons[Reason.HIDDEN] += 1_000  # it stands in or above the text: no box
            reasons.update(other.reason for other in page.parts[i + 1 :])
    least = max(_PAGES, ceil(_SHARE * len(pages)))
    boxes = []
    for key, box in found.items():
        reason, count = max(
            ((reason, count) for reason, count in below[key].items() if reason is not None),
            key=lambda entry: entry[1],
            default=(None, 0),
        )
        if box.pages >= least and reason in _OF_BOXES and below[key][None] and count >= _LEFT_OUT * below[key].total():
            box.label = str(reason)
            boxes.append(box)
    return boxes[:1]


def fingerprints(draft: Draft, pages: Sequence[SamplePage]) -> Iterator[Line]:
    """Lines that tell the site: they recur, name the site or are long, and no site else would print them."""
    words = {letters(word) for word in (draft.name, draft.host.partition(".")[0])}
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for page in pages:
        lines = {_shape(part): part for part in page.parts if not part.wanted and not part.by_phrase}
        counts.update(lines.keys())
        for key, part in lines.items():
            spelt.setdefault(key, part.text)
    least = max(2, ceil(_NAMED_SHARE * len(pages)))
    told = []
    for key, count in counts.items():
        beside = len(letters(key)) - _BESIDE_NAME
        names_site = any(word in letters(key) and len(word) <= beside for word in words if len(word) >= _LETTERS)
        is_line = "\n" not in spelt[key] and len(key.split()) >= _FEWEST_WORDS and len(key) <= _LONGEST_FINGERPRINT
        if count >= least and names_site and is_line:
            told.append((count, len(key), spelt[key]))
    told.sort(key=lambda entry: (-entry[0], -entry[1], entry[2]))
    number = 0
    for count, _, text in told:
        line = Line(_pattern(text) if _DIGITS.search(text) else text, f"on {count} of {len(pages)} pages")
        if number < _MOST_FINGERPRINTS and not text.startswith(("/", "<", "@")) and _is_allowed(draft, line):
            number += 1
            yield line


# Letters of a fingerprint beside the site's name, at least: other sites may print the name alone. By hand.
_BESIDE_NAME = 6
# A fingerprint stands on at least this share of the pages, and has so many words; those that are written. By hand.
_NAMED_SHARE, _FEWEST_WORDS, _MOST_FINGERPRINTS = 0.6, 3, 3
_LONGEST_FINGERPRINT = 160


def _is_allowed(draft: Draft, line: Line) -> bool:
    try:
        replace(draft, fingerprints=(line,)).rules(check=True)
    except RuleError:
        return False
    return True
