"""Generic hints: the category of an element by its class, id, ARIA role, item property and tag, by one look-up of each
in the tables of `generic.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from cleaner.patterns import Pattern
from cleaner.remembered import remember, remembered

# Characters: a heading inside a byline or date element is its label ("Published") up to this length; a longer one is a
# headline. By hand.
LABEL = 30
# Parts of the longest name: an id of more parts is a heading turned into an anchor. By hand.
_LONGEST_NAME = 6
# Parts of names that tell about something else than the element itself: `has-sidebar`, `sidebar-enabled--false`,
# `label-hidden`, `overflow-hidden`.
_QUALIFIED = frozenset(("has", "with", "no", "without", "enabled", "disabled", "label", "overflow"))
# What WordPress puts before the names of a post's subjects: `category-comments`, `tag-newsletter`.
_SUBJECTS = frozenset(("category", "tag"))
_FOLDED = frozenset(("accordion", "collapse", "collapsible", "expandable", "faq", "faqs"))
# Names that show on wide screens what another name hides: Bootstrap, Tailwind, and the opposite of `sr-only`.
_SHOWN = Pattern(
    r"(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents|visible|not-sr)"
    r"|visible(?:-|$)|not-sr-only|show(?:$|-for-(?:medium|large)))"
)
# Names that hide on small screens alone: Bootstrap, Foundation.
_ON_SMALL = Pattern(r"(?:hidden|hide)-(?:on-|for-)?(?:xs|sm|phone|mobile|small|tablet)(?:-(?:down|only))?$")
# Left out on paper, shown on a screen; or shown on paper alone, which the table takes for the same.
_OF_PRINT = frozenset(("hidden-print", "noprint", "no-print", "d-print-none"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAMEL = Pattern(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Tables:
    """The categories of whole names, parts of names, ARIA roles, item properties and tags.

    A category is its number in `categories`, as `Elements.hints` keeps it; 0 stands for none. weak: the categories that
    tell the form of an element (an aside, a form) and not its purpose.
    """

    categories: tuple[str, ...]
    names: dict[str, int]
    parts: dict[str, int]
    roles: dict[str, int]
    props: dict[str, int]
    tags: dict[str, int]
    weak: frozenset[int]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables of `generic.toml`."""
    entries = tomllib.loads((Path(__file__).parent / "generic.toml").read_text("utf-8"))["category"]
    numbers = {name: number for number, name in enumerate(entries, 1)}

    def flat(key: str) -> dict[str, int]:
        return {token: numbers[name] for name, entry in entries.items() for token in entry.get(key, [])}

    weak = frozenset(numbers[name] for name, entry in entries.items() if entry.get("weak"))
    return Tables(("", *entries), flat("names"), flat("parts"), flat("roles"), flat("props"), flat("tags"), weak)


def category_of(
    tag: str, classes: str | None, identity: str | None = None, role: str | None = None, prop: str | None = None
) -> int:
    """The category of an element by its item property, class, id, role and tag, in this order: the first that is not
    weak, else the first of any; 0 for none.

    >>> name_of(category_of("div", "post share-bar")), name_of(category_of("aside", "newsletter-box"))
    ('share', 'newsletter')
    >>> name_of(category_of("aside", None))
    'related_side'
    """
    table = tables()
    weak, first = table.weak, 0
    for hint in (
        table.props.get(prop.lower(), 0) if prop else 0,
        category_of_names(classes) if classes else 0,
        _category_of_id(identity) if identity and tag not in _HEADINGS else 0,
        table.roles.get(role, 0) if role else 0,
        table.tags.get(tag, 0),
    ):
        if hint and hint not in weak:
            return hint
        first = first or hint
    return first


def _category_of_id(identity: str) -> int:
    """The category of an id by its whole name. Parts do not count: an id is often made of the words of a heading."""
    hint, whole = _token(identity)
    return hint if whole else 0


def _category_of_names(value: str) -> int:
    """The category of a class or id attribute's value: of the first whole name that has one, else of the first part of
    a name; 0 for none.
    """
    category = 0
    for token in value.split():
        hint, whole = _token(token)
        if whole:
            category = hint
            break
        category = category or hint
    if (
        category
        and name_of(category) == "hidden"
        and (any(map(shows, value.split())) or is_unfolded_by_readers("", value, None))
    ):
        return 0
    return category


category_of_names = remembered(_category_of_names, 1 << 16)


def _read_token(token: str) -> tuple[int, bool]:
    """The category of one name, and whether it is the whole name's rather than a part's."""
    table = tables()
    if _ON_SMALL.match(token) is not None:
        return 0, False
    pieces = split(token)
    whole = "-".join(pieces)
    if whole in table.names or token.lower() in table.names:
        return table.names.get(whole) or table.names[token.lower()], True
    if not is_of_parts(pieces) or (len(pieces) > 1 and pieces[0] in _SUBJECTS):
        return 0, False
    content = 0  # decides last: `article-body-share` is a share bar
    for first, second in pairwise(pieces):
        hint = table.names.get(f"{first}-{second}", 0)
        if hint and table.categories[hint] != "content":
            return hint, False
        content = content or hint
    for piece in pieces:
        hint = table.parts.get(piece.rstrip("0123456789"), 0)
        if hint and not (content and hint in table.weak):
            return hint, len(pieces) == 1
    return content, False


_token = remembered(_read_token, 1 << 16)


def split(token: str) -> list[str]:
    """The parts of one name, in lower case: it is cut at `-`, `_` and camel case.

    >>> split("relatedPosts_list-item")
    ['related', 'posts', 'list', 'item']
    """
    return (token if token.islower() else _CAMEL.sub("-", token)).lower().replace("_", " ").replace("-", " ").split()


def is_of_parts(pieces: list[str]) -> bool:
    """Whether the parts of a name are looked up, too: it has few parts, and none that refers to something else.

    >>> is_of_parts(["related", "posts"]), is_of_parts(["has", "sidebar"])
    (True, False)
    """
    return len(pieces) <= _LONGEST_NAME and _QUALIFIED.isdisjoint(pieces)


def name_of(number: int) -> str:
    """The name of a category: a reason, a role, or `content`."""
    return tables().categories[number]


@remember(1 << 12)
def is_unfolded_by_readers(tag: str, classes: str | None, identity: str | None) -> bool:
    """Whether readers can unfold a hidden element: by its names it belongs to an accordion or a list of questions, or
    is a paragraph behind a paywall.

    >>> is_unfolded_by_readers("div", "faq-answer collapsed", None), is_unfolded_by_readers("div", "hidden", None)
    (True, False)
    """
    if tag in ("p", "div") and classes == "paywall":
        return True
    pieces = _CAMEL.sub("-", f"{classes or ''} {identity or ''}").lower().replace("_", "-").replace("-", " ").split()
    return not _FOLDED.isdisjoint(pieces)


def _is_hidden_by_class(classes: str) -> bool:
    """Whether one of the classes, by its whole name, hides the element, and none shows it on wide screens again.

    >>> is_hidden_by_class("box sr-only"), is_hidden_by_class("d-none d-md-block")
    (True, False)
    """
    names = classes.split()
    return any(_hides(name) for name in names) and not any(map(shows, names))


def shows(name: str) -> bool:
    """Whether a class shows, on wide screens at least, what another one hides.

    >>> shows("md:block"), shows("d-lg-none")
    (True, False)
    """
    return _SHOWN.match(name) is not None


def _hides(name: str) -> bool:
    """Whether a name is one that style sheets of wide use give to what is not shown."""
    hint, whole = _token(name)
    return whole and name_of(hint) == "hidden" and name.lower() not in _OF_PRINT


is_hidden_by_class = remembered(_is_hidden_by_class, 1 << 16)


def is_weak_name(name: str) -> bool:
    """`is_weak`, by a category's name."""
    return tables().categories.index(name) in tables().weak


def is_weak(number: int) -> bool:
    """Whether a category tells the form of an element and not its purpose."""
    return number in tables().weak


def _speak_of_comments(classes: str) -> bool:
    return any(name_of(category_of_names(name)) == "comments" for name in classes.split())


_speak_remembered = remembered(_speak_of_comments, 1 << 14)


def name_comments(classes: str | None) -> bool:
    """Whether one of an element's classes is a name of comments.

    >>> name_comments("wide comment-list"), name_comments("wide"), name_comments(None)
    (True, False, False)
    """
    return bool(classes) and _speak_remembered(classes or "")
