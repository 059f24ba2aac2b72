"""Who signs bare text: a learnt model weighs the lines around the headline.

No markup tells a byline from kickers, tags and the people of the story there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaner import dates
from cleaner.labels import DATES, Ground, Layer, Reason, Role
from cleaner.learned.loader import weights_of
from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.signed import Signed
from cleaner.model import Block, Page
from cleaner.patterns import IGNORECASE, Pattern

# The features of a line, in the order of `_with_features`. The model file has a weight for each.
FEATURES = (
    *("led", "dated", "pictured", "alone", "beside_date", "near_date", "above_title", "distance"),
    *("in_title", "in_story", "common", "again", "told_of", "listed", "one_word"),
)
# Lines above the headline, and below the first long paragraph, that may sign. By hand, as the next ones.
_ABOVE = 4
_BELOW = 5
# Characters and spaces of the longest line that may sign.
_LONGEST = 120
_WORDS = 16
# Log-odds from which a line counts as a byline: nine of ten chosen lines are right (docs/training.md).
ENOUGH = -0.5
# Log-odds below the best line's, and lines from it, within which a line belongs to its byline.
_ALIKE = 1.5
_BESIDE = 2
# Lines: the greatest distance from the headline that the model tells from a greater one.
_FAR = 20
_PICTURED = Pattern(
    r"^(?:by ?line )?(?:profile )?(?:photo|picture|headshot|image|avatar)(?: (?:of|for))?(?: author)? "
    r"|(?:['’]s)? (?:avatar|headshot|photo|image|picture|logo)$",
    IGNORECASE,
)
_GLUED_BY = Pattern(r"^(?:[Ww]ritten |[Pp]osted )?[Bb]y(?=\p{Lu})")
# Words that pages set apart by style are glued in their text: "Jane DoePolitical Editor", "Jane Doe@jane".
_GLUED = Pattern(r"(?<=\p{L}{3}\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=@)")
_TWICE = Pattern(r"(.{5,40}?) ?\1")
_MARKS = " •*·|-–—"
_PROSE = frozenset((Role.PARAGRAPH, Role.QUOTE))
_NO_GROUNDS = frozenset((Ground.COPY, Ground.NAVIGATION))
_NEVER = frozenset((Role.TITLE, Role.CAPTION))
# What a rule set takes for the site's own names no author, however much it looks like a name.
_FURNITURE = frozenset((Reason.NAVIGATION, Reason.MASTHEAD))
_RULE_SETS = frozenset((Layer.SITE, Layer.USER))


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may sign: its place, whom it names, and its features (0 or 1, the distance 0…20)."""

    at: int
    names: list[str]
    features: Mapping[str, float]


def signed_lines(page: Page) -> Iterator[Signed]:
    """The names of the lines around a text's headline that are likeliest to sign, in their order; nothing of a text
    without a headline.
    """
    weights = weights_of("signers")["weights"]
    weighed = [(weigh(line.features, weights), line) for line in lines(page.blocks)]
    most, best = max(weighed, key=lambda pair: pair[0], default=(ENOUGH - 1, None))
    if best is None or most < ENOUGH:
        return
    has_prefix = best.features["led"]
    chosen = [
        line
        for log_odds, line in weighed
        if log_odds >= most - _ALIKE and abs(line.at - best.at) <= _BESIDE and line.features["led"] == has_prefix
    ]
    block = page.blocks[best.at]
    source = block.rule if block.role is Role.BYLINE else "byline" if has_prefix else "name"
    yield Signed(list(parse.unique(name for line in chosen for name in line.names)), source, printed=bool(has_prefix))


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The log-odds that a line signs.

    >>> weigh({"led": 1.0, "distance": 2.0}, {"bias": -1.0, "led": 3.0, "distance": -0.25})
    1.5
    """
    return weights["bias"] + sum(weights[name] * value for name, value in features.items())


def lines(blocks: Sequence[Block]) -> list[Line]:
    """The lines around the headline that name somebody, with what tells of them; none where no headline is known."""
    title = next((i for i, block in enumerate(blocks) if block.role is Role.TITLE), -1)
    if title < 0:
        return []
    body = next(
        (i for i in range(title, len(blocks)) if blocks[i].role in _PROSE and len(blocks[i].text) > _LONGEST), title
    )
    places = range(max(0, title - _ABOVE), min(len(blocks), max(title, body) + _BELOW))
    named = [(at, *said) for at in places if (said := _named(blocks[at])) is not None]
    return [] if not named else list(_with_features(blocks, title, body, named))


_Said = tuple[list[str], str, bool]


def _named(block: Block) -> _Said | None:
    """The names in a line, the line as it is read, and whether it held the caption of an author's picture; None where
    it names nobody.
    """
    if (
        len(block.text) > _LONGEST
        or block.role in _NEVER
        or block.ground in _NO_GROUNDS
        or (block.reason in _FURNITURE and block.layer in _RULE_SETS)
        or block.text.count(" ") > _WORDS
        or block.text.endswith(("?", "!", ":"))
    ):
        return None
    text = _GLUED_BY.sub("By ", block.text.strip(_MARKS))
    bare = _PICTURED.sub("", text)
    twice = _TWICE.fullmatch(bare)
    read = _GLUED.sub(" | ", twice[1] if twice else bare)
    names = parse.of_byline(read, True)
    if not names:
        return None
    if not (person.is_person(names[0]) or (parse.has_prefix(read) and person.is_organisation(names[0]))):
        return None
    return names, read, bare != text or twice is not None


def _with_features(
    blocks: Sequence[Block], title: int, body: int, named: Sequence[tuple[int, list[str], str, bool]]
) -> Iterator[Line]:
    """The lines that name somebody with their features: form, surroundings, the name elsewhere in the text."""
    story = [block.text for block in blocks[body:] if block.role in _PROSE]
    told, short = "\n".join(story), [block.text for block in blocks if len(block.text) <= _LONGEST]
    whole, count = f"{told}\n{chr(10).join(short)}", Counter(text.strip(_MARKS) for text in short)
    dated = [
        i
        for i in range(max(0, title - 2 * _ABOVE), min(len(blocks), max(title, body) + 2 * _BELOW))
        if blocks[i].role in DATES
    ]
    for at, names, read, pictured in named:
        name = names[0]
        features = {
            "led": parse.has_prefix(read),
            "dated": blocks[at].role in DATES or dates.find(read) is not None,
            "pictured": pictured,
            "alone": read == name,
            "beside_date": any(abs(i - at) == 1 for i in dated),
            "near_date": any(abs(i - at) == 2 for i in dated),
            "above_title": at < title,
            "distance": min(_FAR, abs(at - title)),
            "in_title": name in blocks[title].text,
            "in_story": sum(name in text for text in story) > 1,
            "common": any(f" {word.lower()} " in told for word in name.split() if len(word) > 3),
            "again": count[name] > 1,
            "told_of": any(f"{name}{end}" in whole for end in (" is ", "’s", "'s")),
            "listed": blocks[at].text[:1] in "•-*",
            "one_word": " " not in name,
        }
        yield Line(at, names, {key: float(value) for key, value in features.items()})
