"""What can go wrong, as types: each message is one line that names what, where, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

# Characters of the longest message: two lines of a wide terminal, twice over. By hand.
_LONGEST = 600
# Characters of the longest value that a message quotes. By hand.
_LONGEST_QUOTED = 120


def quoted(value: object) -> str:
    """A value as a message quotes it: with its quotation marks, cut where it is long.

    >>> quoted("x" * 500)[-12:]
    "xxxx…' (cut)"
    """
    try:
        spelt = repr(value[: _LONGEST_QUOTED + 1] if isinstance(value, (str, bytes)) else value)
    except Exception:  # a whole number of over 4,300 digits, or a class of the caller's
        return f"a value of the type {type(value).__name__}"
    if len(spelt) <= _LONGEST_QUOTED:
        return spelt
    return f"{spelt[:_LONGEST_QUOTED]}…{spelt[:1] if isinstance(value, str) else ''} (cut)"


def one_line(message: str) -> str:
    r"""A message as one line that is safe on a terminal: signs that do not print are spelt out, and the middle is cut
    where it is long.

    >>> one_line("bad\x1b[2J name")
    'bad\\x1b[2J name'
    """
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST * 2 // 3]} … {message[-_LONGEST // 3 :]}"
    return printable(" ".join(message.split()))


def printable(text: str) -> str:
    """Text with control characters and what UTF-8 can't hold spelt out, so that it stays on its line and leaves a
    terminal as it is.
    """
    return (
        text
        if text.isprintable()
        else "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    )


class CleanerError(Exception):
    """The base of every error that the cleaner raises on purpose. Its message is one line of at most some hundred
    characters, whatever names and values of a user it quotes.
    """

    def __init__(self, message: str = "") -> None:
        super().__init__(one_line(message))


class InputError(CleanerError):
    """The document given can't be cleaned; other documents of the same call can."""


class EmptyInputError(InputError):
    """Nothing, or nothing but white space, was given."""


class BinaryInputError(InputError):
    """The input is a picture, an archive or another file that holds no text."""


class DecodeError(InputError):
    """The bytes can't be read as text in the encoding that was asked for."""


class LimitError(InputError):
    """The input is larger or deeper nested than `Options.limits` allows."""


class NoArticleError(InputError):
    """The page holds no article; raised under `Options(strict=True)` only."""


class OptionsError(CleanerError):
    """An option's value is not one of those it takes."""


class RuleError(CleanerError):
    """Rule files are wrong: each message names the file and the key or line.

    mistakes: one line for each mistake, of all files that were loaded together; the error's own message is the first of
    them, and how many there are more.
    """

    mistakes: tuple[str, ...]

    def __init__(self, message: str = "", mistakes: Iterable[str] = ()) -> None:
        self.mistakes = tuple(one_line(mistake) for mistake in mistakes) or (one_line(message),)
        super().__init__(message or _counted(self.mistakes))

    def __reduce__(self) -> tuple[type[RuleError], tuple[str, tuple[str, ...]]]:
        return RuleError, (str(self), self.mistakes)


def _counted(mistakes: tuple[str, ...]) -> str:
    """The first of several mistakes, and how many there are more."""
    more = len(mistakes) - 1
    return mistakes[0] if not more else f"{mistakes[0]} (and {more} more mistake{'s' if more > 1 else ''})"


class OutputError(CleanerError):
    """The result can't be written where it was asked for."""


class MissingExtraError(CleanerError):
    """An optional part is not installed: the message names the extra that brings it."""
