"""What can go wrong, as types: each message is one line that names what, where, and what to do next."""

from __future__ import annotations


class CleanerError(Exception):
    """The base of every error that the cleaner raises on purpose."""


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
    """A rule file is wrong: the message names the file and the key."""


class OutputError(CleanerError):
    """The result can't be written where it was asked for."""


class MissingExtraError(CleanerError):
    """An optional part is not installed: the message names the extra that brings it."""
