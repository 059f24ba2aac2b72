"""cleaner: from a scraped news page, HTML or plain text, to the article's normalized text and metadata, and an account of all that was left out."""

from cleaner.article import Article
from cleaner.errors import (
    BinaryInputError,
    CleanerError,
    DecodeError,
    EmptyInputError,
    InputError,
    LimitError,
    MissingExtraError,
    NoArticleError,
    OptionsError,
    OutputError,
    RuleError,
)
from cleaner.model import BlockView, Caption, Place, Reason, Role, RulesUsed, Run, Style
from cleaner.options import Limits, Options
from cleaner.pipeline import Cleaner, clean
from cleaner.version import __version__

__all__ = [
    "Article", "BinaryInputError", "BlockView", "Caption", "Cleaner", "CleanerError", "DecodeError", "EmptyInputError", "InputError",
    "LimitError", "Limits", "MissingExtraError", "NoArticleError", "Options", "OptionsError", "OutputError", "Place", "Reason", "Role",
    "RuleError", "RulesUsed", "Run", "Style", "__version__", "clean",
]  # fmt: skip
