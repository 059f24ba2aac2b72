"""The block model that every stage shares. Imports nothing of ours."""

from cleaner.model.page import (
    ARTICLES,
    Block,
    Elements,
    Head,
    Image,
    Mark,
    Page,
    PageContext,
    Source,
    Struck,
    Style,
    add_up,
)
from cleaner.model.views import BlockView, Caption, Link, Place, RulesUsed, Run

__all__ = [
    "ARTICLES",
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
    "RulesUsed",
    "Run",
    "Source",
    "Struck",
    "Style",
    "add_up",
]
