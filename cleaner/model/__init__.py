"""The block model that every stage shares. Imports nothing of ours."""

from cleaner.model.labels import BODY, Reason, Role
from cleaner.model.page import Block, Element, Head, Image, Mark, Page, Recognised, Source, Struck, Style
from cleaner.model.views import BlockView, Caption, Place, RulesUsed, Run, element_path

__all__ = [
    "BODY", "Block", "BlockView", "Caption", "Element", "Head", "Image", "Mark", "Page", "Place", "Reason", "Recognised", "Role", "RulesUsed",
    "Run", "Source", "Struck", "Style", "element_path",
]  # fmt: skip
