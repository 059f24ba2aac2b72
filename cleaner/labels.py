"""Labels: what a kept block is, and why a block is left out.

To look a member up in its enum costs as much as three comparisons: modules that ask for one at each block bind it to a
name of their own.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a kept block is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    MODIFIED = "modified"
    SECTION = "section"


class Reason(StrEnum):
    """Why a block is left out."""

    NAVIGATION = "navigation"
    MASTHEAD = "masthead"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    CAPTION = "caption"
    RELATED = "related"
    SHARE = "share"
    ADVERTISEMENT = "advertisement"
    CONSENT = "consent"
    PAYWALL = "paywall"
    LEGAL = "legal"
    AUTHOR_NOTE = "author_note"
    TAGS = "tags"
    HIDDEN = "hidden"
    REPEATED = "repeated"
    DUPLICATE = "duplicate"
    OTHER = "other"


# The roles that make up `Article.text`; the others have fields of their own.
BODY = frozenset({Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.CODE, Role.TABLE_ROW, Role.DATELINE})
# Those that state a day.
DATES = frozenset({Role.PUBLISHED, Role.MODIFIED})
