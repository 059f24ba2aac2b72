"""The site's name in a title: told apart from the headline and taken off it."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.folding import alnum_key

_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " < ", " ‹ ", " › ")
# Characters of a part of a title that names a site by a piece of its name: "Is it I? - Me" at middleeasteye.net. By
# hand, as the next ones.
_SHORTEST_NAME = 3
# Parts of a title that may name the site, and characters of one.
_MOST_PARTS = 8
_LONGEST_PART = 100
# Words that may stand beside the site's name in a part.
_FURTHER_WORDS = 2


def without_exact_name(line: str, names: Sequence[str]) -> str:
    """A printed title without a name of the site, in full, after a separator."""
    shorter = _without_part(line, names)
    return shorter if shorter and alnum_key(line[len(shorter) :]) in names else line


def strip_site(title: str, names: Sequence[str]) -> str:
    """A title without the site's name: the last part after a separator, where it is one of `names` or short; or the
    first.

    >>> strip_site("The well runs dry - The Hill Post", ["thehillpost"])
    'The well runs dry'

    names: the site's names as letters and digits (see `site_name.site_keys`). At most `_MOST_PARTS` parts go.
    """
    for _ in range(_MOST_PARTS):
        shorter = _without_part(title, names)
        if shorter is None:
            break
        title = shorter
    return title


def without_prefix(title: str, names: Sequence[str]) -> str:
    """The page's `<title>` without a name of the site, in full, before a colon, with "The" before it or not.

    >>> without_prefix("The Hill Post: The well runs dry", ["hillpost"])
    'The well runs dry'
    """
    first, _, rest = title.partition(": ")
    key = alnum_key(first)
    is_name = key in names or key.removeprefix("the") in names
    return rest.strip() if is_name and len(rest.split()) > 2 else title


def _without_part(title: str, names: Sequence[str]) -> str | None:
    """A title without one part that names the site; None where none does."""
    for separator in _SEPARATORS:
        head, middle, tail = title.rpartition(separator)
        if (
            middle
            and head
            and _may_go(tail, names)
            and (_is_name(tail, names) or (separator == " | " and len(tail.split()) <= 4 <= len(head.split())))
        ):
            return head.strip()
        first, middle, rest = title.partition(separator)
        if middle and len(rest.split()) > 1 and alnum_key(first) in names:
            return rest.strip()
    return None


def _may_go(tail: str, names: Sequence[str]) -> bool:
    """Whether a last part may be a name: a question, an exclamation or a number belongs to the headline."""
    return len(tail) <= _LONGEST_PART and (
        alnum_key(tail) in names or not (tail.rstrip().endswith(("?", "!")) or tail.strip().isdigit())
    )


def _is_name(part: str, names: Sequence[str]) -> bool:
    """Whether a part is a name of the site, a piece of one, or begins or ends with one beside at most `_FURTHER_WORDS`
    capitalized words ("Eye News Online").
    """
    key = alnum_key(part)
    if len(key) >= _SHORTEST_NAME and any(key in name for name in names):
        return True
    words = part.split()
    for cut in range(1, min(_FURTHER_WORDS, len(words) - 1) + 1):
        for kept, further in ((words[:-cut], words[-cut:]), (words[cut:], words[:cut])):
            name = alnum_key("".join(kept))
            if len(name) > _SHORTEST_NAME and name in names and not any(word[0].islower() for word in further):
                return True
    return False
