"""What a line is shaped like: a headline, prose, a date, the end of a sentence."""

from __future__ import annotations

from cleaner import dates
from cleaner.patterns import Pattern

# A headline is a line; the longest of 643 titles has 175 characters (python -m training.thresholds).
HEADLINE = 200
PROSE = 60
# So many signs of three bytes each (Chinese, Japanese, Korean, Thai, Hindi) are prose.
_DENSE = 40

_LISTED = Pattern(r"^(?:[-*•·‣▪◦+]|\(?\d{1,3}[.)]|[QA][:.])\s")
_SENTENCE_END = Pattern(r"[.!?…。！？؟۔।։][\"'”’»)\]]*$")
# By its last sign most lines are told without the pattern.
_ENDS, _CLOSING = frozenset(".!?…。！？؟۔।։"), frozenset("\"'”’»)]\n")


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    last = text[-1:]
    if last in _ENDS:
        return True
    return last in _CLOSING and _SENTENCE_END.search(text[-8:]) is not None


def is_headline(text: str) -> bool:
    """Whether a line is shaped as a headline: at most 200 characters that do not end as a sentence does (a question
    may).

    Dates, list items, questions and answers of an interview ("Q: …") and lines that announce others (":") are none.
    """
    if not 0 < len(text) <= HEADLINE or text.endswith(":") or (ends_sentence(text) and not text.endswith(("?", "..."))):
        return False
    return not (_LISTED.match(text) or is_date(text))


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence or more: 60 characters at least and a sentence's end, or twice the length of a
    headline.

    A sign of scripts that set no spaces says as much as half a word: there 40 are enough.
    """
    if len(text) > 2 * HEADLINE:
        return True
    return (
        len(text) >= PROSE or (len(text) >= _DENSE and len(text.encode("utf-8", "replace")) >= 3 * _DENSE)
    ) and ends_sentence(text)


def is_date(text: str) -> bool:
    """Whether a line holds a date or time stamp and nothing else."""
    return dates.read_line(text) is not None
