"""The data that the stages share. It imports the labels and nothing else of ours."""

from cleaner.model.article import ArticleFields
from cleaner.model.context import ARTICLES, Drift, Head, PageContext, RulesInForce, Source
from cleaner.model.elements import UNSHOWN, Elements, Mark, add_up
from cleaner.model.page import Block, Image, Page, Struck, Style, Styled, StyledRun, styled_runs
from cleaner.model.views import BlockView, Caption, Comment, ElementPlace, Link, Place, RulesUsed, Run

__all__ = [
    "ARTICLES",
    "UNSHOWN",
    "ArticleFields",
    "Block",
    "BlockView",
    "Caption",
    "Comment",
    "Drift",
    "ElementPlace",
    "Elements",
    "Head",
    "Image",
    "Link",
    "Mark",
    "Page",
    "PageContext",
    "Place",
    "RulesInForce",
    "RulesUsed",
    "Run",
    "Source",
    "Struck",
    "Style",
    "Styled",
    "StyledRun",
    "add_up",
    "styled_runs",
]
