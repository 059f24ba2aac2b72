"""cleaner: from a scraped news page, HTML or plain text, to the article's normalized text and metadata, and an account
of all that was left out.
"""

from typing import TYPE_CHECKING

from cleaner.version import __version__

if TYPE_CHECKING:
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
    from cleaner.labels import Layer, Reason, Role
    from cleaner.model import BlockView, Caption, Comment, Link, Place, RulesUsed, Run, Style
    from cleaner.options import Limits, Options
    from cleaner.pipeline import Cleaner, clean
else:
    # Each name is loaded when it is first asked for, so that `cleaner --version` and `--help` need no parser.
    _HOMES = {
        "Article": "article", "Cleaner": "pipeline", "Limits": "options", "Options": "options", "clean": "pipeline",
        **dict.fromkeys(("BlockView", "Caption", "Comment", "Link", "Place", "RulesUsed", "Run", "Style"),
        "model"),
        **dict.fromkeys(("Layer", "Reason", "Role"), "labels"),
    }  # fmt: skip

    def __getattr__(name):
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
        globals()[name] = value = getattr(import_module(f"cleaner.{_HOMES.get(name, 'errors')}"), name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "Article", "BinaryInputError", "BlockView", "Caption", "Cleaner", "CleanerError", "Comment", "DecodeError",
    "EmptyInputError", "InputError", "Layer", "LimitError", "Limits", "Link", "MissingExtraError", "NoArticleError",
    "Options", "OptionsError", "OutputError", "Place", "Reason", "Role", "RuleError", "RulesUsed", "Run", "Style",
    "__version__", "clean",
]  # fmt: skip
