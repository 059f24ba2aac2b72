"""Keys under which texts are compared, each named by what stays of the text."""

from __future__ import annotations

from cleaner.remembered import remembered

_FOLD = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"',
    "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "...",
})  # fmt: skip


def _fold(text: str) -> str:
    """The key under which texts are compared: case, quotes, dashes and white space folded.

    >>> fold("“The  Quay” – reopened…")
    '"the quay" - reopened...'
    """
    return " ".join(text.translate(_FOLD).casefold().split())


fold = remembered(_fold, 4096)


def alnum_key(text: str) -> str:
    """Letters and digits alone, in lower case.

    >>> alnum_key("The Harbour-Post!")
    'theharbourpost'
    """
    return "".join(filter(str.isalnum, text.casefold()))
