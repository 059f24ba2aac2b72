"""The block model that every stage shares. Imports nothing of ours."""

from cleaner.labels import BODY, DATES, Reason, Role
from cleaner.model.page import ARTICLES, Block, Elements, Head, Image, Mark, Page, PageContext, Source, Struck, Style
from cleaner.model.views import BlockView, Caption, Link, Place, RulesUsed, Run

__all__ = [
    "ARTICLES",
    "BODY",
    "DATES",
    "Block",
    "BlockView",
    "Caption",
    "Elements",
    "Head",
    "Image",
    "Link",
    "Mark",
    "Page",
    "PageContext",
    "Place",
    "Reason",
    "Role",
    "RulesUsed",
    "Run",
    "Source",
    "Struck",
    "Style",
]  # fmt: skip
