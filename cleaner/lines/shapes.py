"""What a line is shaped like: a headline, prose, a date, the end of a sentence."""

from __future__ import annotations

from cleaner import dates
from cleaner.patterns import Pattern

# Characters of the longest headline: the longest of 643 titles has 175 (python -m training.thresholds).
HEADLINE = 200
# Characters of the shortest line of prose. By hand.
PROSE = 60
# The same where each has three bytes in UTF-8 (Chinese, Japanese, Korean, Thai, Hindi). By hand.
_DENSE = 40

_LISTED = Pattern(r"^(?:[-*•·‣▪◦+]|\(?\d{1,3}[.)]|[QA][:.])\s")
_SENTENCE_END = Pattern(r"[.!?…。！？؟۔।։][\"'”’»)\]]*$")
# The last character of most lines decides without the pattern.
_ENDS, _CLOSING = frozenset(".!?…。！？؟۔।։"), frozenset("\"'”’»)]\n")


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> ends_sentence('"It was there all the time."'), ends_sentence("Bus to Low Fell runs late again")
    (True, False)
    """
    last = text[-1:]
    if last in _ENDS:
        return True
    return last in _CLOSING and _SENTENCE_END.search(text[-8:]) is not None


def is_headline(text: str) -> bool:
    """Whether a line is shaped as a headline: at most 200 characters without the end of a sentence, or a question.

    Dates, list items, questions and answers of an interview ("Q: …") and lines that end in a colon are no headlines.

    >>> is_headline("Who pays for the mill?"), is_headline("The mill was sold."), is_headline("3 March 2021")
    (True, False, False)
    """
    if not 0 < len(text) <= HEADLINE or text.endswith(":") or (ends_sentence(text) and not text.endswith(("?", "..."))):
        return False
    return not (_LISTED.match(text) or is_date(text))


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence or more: at least 60 characters and a sentence's end, or over 400 characters.

    A character of a script without spaces says as much as half a word: there 40 characters are enough.

    >>> is_prose("The parish council has sold the mill at Low Fell to a family of weavers."), is_prose("Read more.")
    (True, False)
    """
    size = len(text)
    if size < _DENSE:
        return False
    if size > 2 * HEADLINE:
        return True
    return (size >= PROSE or len(text.encode("utf-8", "replace")) >= 3 * _DENSE) and ends_sentence(text)


def is_date(text: str) -> bool:
    """Whether a line holds a date or time stamp and nothing else.

    >>> is_date("Updated: 3 March 2021"), is_date("Since 3 March 2021 the mill is shut")
    (True, False)
    """
    return dates.read_line(text) is not None
