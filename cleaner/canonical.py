"""Unicode's normal forms, in linear time.

`unicodedata.normalize` sorts the combining marks of a run by insertion: 120 kB of them take it 40 seconds. Unicode's
Stream-Safe Text Format (UAX 15) says that no text of any language has over 30 in a row.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from cleaner.patterns import Pattern

# Marks in a row that are kept (UAX 15, section 13).
MOST_MARKS = 30
_RUN = Pattern(rf"(\P{{Canonical_Combining_Class=0}}{{{MOST_MARKS}}})\P{{Canonical_Combining_Class=0}}++")


def canonical(form: Literal["NFC", "NFKD"], text: str) -> str:
    r"""A text in a normal form, long runs of combining marks cut (see `cut_runs`).

    >>> canonical("NFC", "cafe\u0301")
    'café'
    """
    return unicodedata.normalize(form, cut_runs(text))


def cut_runs(text: str) -> str:
    r"""A text of which no run has over 30 combining marks: what follows in the run goes.

    >>> len(cut_runs("e" + "\u0301\u0316" * 1000 + "f"))
    32
    """
    if len(text) <= MOST_MARKS or text.isascii():
        return text
    # A run that is too long has a mark at one of these places at least.
    if not any(map(unicodedata.combining, text[MOST_MARKS :: MOST_MARKS + 1])):
        return text
    return _RUN.sub(r"\1", text)
