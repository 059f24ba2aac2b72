"""The block model that every stage shares. Imports nothing of ours."""

from cleaner.model.labels import BODY, Reason, Role
from cleaner.model.page import Block, Elements, Head, Image, Mark, Page, Recognised, Source, Struck, Style
from cleaner.model.views import BlockView, Caption, Link, Place, RulesUsed, Run

__all__ = [
    "BODY", "Block", "BlockView", "Caption", "Elements", "Head", "Image", "Link", "Mark", "Page", "Place", "Reason", "Recognised", "Role", "RulesUsed",
    "Run", "Source", "Struck", "Style",
]  # fmt: skip
