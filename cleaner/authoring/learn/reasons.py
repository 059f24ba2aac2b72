"""Why a part is left out, as far as its names and words tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner import Reason
from cleaner.authoring.learn.sample import Part, SamplePage
from cleaner.rules import class_names

# Reasons of categories that are not named as a reason.
_OF_CATEGORIES = {
    "related_side": Reason.RELATED,
    "footer": Reason.LEGAL,
    "header": Reason.MASTHEAD,
    "button": Reason.NAVIGATION,
}
# Reasons that no rule of a site gives: they are told by comparison, or not at all.
_NOT_GIVEN = frozenset((Reason.DUPLICATE, Reason.REPEATED, Reason.HIDDEN, Reason.OTHER, Reason.CAPTION))
_NAMES = re.compile(r'[.#]([\w-]+)|="([^"]+)"')
# A tag that tells a reason where no name does.
_OF_TAGS = {"aside": Reason.RELATED, "nav": Reason.NAVIGATION, "footer": Reason.LEGAL, "form": Reason.NEWSLETTER}


def reason_by_name(selector: str) -> Reason | None:
    """The reason that the names of a selector say; None where they say none.

    >>> reason_by_name(".hp-newsletter-box"), reason_by_name(".hp-text")
    (<Reason.NEWSLETTER: 'newsletter'>, None)
    """
    for plain, valued in _NAMES.findall(selector):
        category = class_names.name_of(class_names.category_of_names(plain or valued.strip("_-")))
        if category in _OF_CATEGORIES:
            return _OF_CATEGORIES[category]
        if category in set(Reason) and Reason(category) not in _NOT_GIVEN:
            return Reason(category)
    return _OF_TAGS.get(selector.rpartition(" ")[2])


def reason_of(selector: str, parts: Sequence[Part], pages: Iterable[SamplePage]) -> Reason:
    """Why a selector's parts are left out: by its names, else by what the cleaner says of the same text elsewhere on
    the pages; `other` where nobody knows.
    """
    named = reason_by_name(selector)
    if named is not None:
        return named
    keys = {part.key for part in parts}
    for page in pages:
        for part in page.parts:
            if part.key in keys and part.reason is not None and part.reason not in _NOT_GIVEN:
                return part.reason
    return Reason.OTHER


def speaks_of_reason(part: Part) -> bool:
    """Whether a name of a part's element, or of one right around it, says a reason for leaving it out."""
    return any(reason_by_name(selector) is not None for names in part.chain[:2] for selector in names)
