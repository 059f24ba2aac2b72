"""The words of an XPath expression, read one after another."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"[^"]*"|'[^']*')|(?P<number>\d+(?:\.\d+)?)|(?P<sign>//|::|\.\.|!=|<=|>=|[][()/@|,=<>+*.-])"""
    r"""|(?P<name>[^\W\d][\w-]*(?:\.[\w-]+)*(?::(?!:)[^\W\d][\w-]*)?))"""
)
# Words of an expression: the longest of 5,000 rules has some 150. By hand.
_MOST = 1_000


class UntranslatableError(Exception):
    """What of an expression CSS can't say; the message is the reason, as reports group it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: kind is "string", "number", "sign" or "name"; a string's text is without its quotation marks."""

    kind: str
    text: str


class Tokens:
    """The words of an expression, and where the reader stands."""

    def __init__(self, expression: str) -> None:
        self._tokens: list[Token] = []
        at, end = 0, len(expression.rstrip())
        while at < end:
            match = _TOKEN.match(expression, at)
            if match is None or len(self._tokens) >= _MOST:
                raise UntranslatableError("no XPath")
            kind = str(match.lastgroup)
            text = match[kind]
            self._tokens.append(Token(kind, text[1:-1] if kind == "string" else text))
            at = match.end()
        self._at = 0

    def peek(self, ahead: int = 0) -> Token:
        """The next word, or one behind it; an empty sign at the end."""
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else Token("sign", "")

    def next(self) -> Token:
        """Read one word."""
        token = self.peek()
        self._at += 1
        return token

    def sees(self, *texts: str) -> bool:
        """Whether the next words are these signs, names or numbers."""
        return all(self.peek(n).text == text and self.peek(n).kind != "string" for n, text in enumerate(texts))

    def take(self, *texts: str) -> bool:
        """Read these words if they are the next."""
        if not self.sees(*texts):
            return False
        self._at += len(texts)
        return True

    def need(self, text: str) -> None:
        """Read a sign that must be the next. Raises `UntranslatableError`."""
        if not self.take(text):
            raise UntranslatableError("no XPath")

    @property
    def ended(self) -> bool:
        """Whether all words were read."""
        return self._at >= len(self._tokens)
