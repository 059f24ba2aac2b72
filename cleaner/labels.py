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


class Layer(StrEnum):
    """Who gave a block its label, the weakest first. `MAY_OVERRULE` says who may give a labelled block another one."""

    DEFAULT = "default"  # kept, since nothing spoke against it
    LEARNT = "learnt"  # a model learnt from pages with gold
    GENERIC = "generic"  # rules for any page: names of its parts, links, form, place
    PHRASE = "phrase"  # wording that tells a block on any site
    FAMILY = "family"  # the rule set of a publishing system
    SITE = "site"  # a site's rule set that ships
    USER = "user"  # a user's own rule file


_GENERAL = frozenset((Layer.DEFAULT, Layer.LEARNT, Layer.GENERIC, Layer.PHRASE))
# Whose labels each layer may replace. The learnt models look last and mend generic rules, never wording or rule sets.
MAY_OVERRULE: dict[Layer, frozenset[Layer]] = {
    Layer.DEFAULT: frozenset(),
    Layer.LEARNT: frozenset((Layer.DEFAULT, Layer.GENERIC)),
    Layer.GENERIC: _GENERAL,
    Layer.PHRASE: frozenset((Layer.DEFAULT,)),
    Layer.FAMILY: _GENERAL,
    Layer.SITE: _GENERAL | {Layer.FAMILY},
    Layer.USER: _GENERAL | {Layer.FAMILY, Layer.SITE},
}


class Ground(StrEnum):
    """What about a block made a rule label it, where later passes ask."""

    OUTSIDE = "outside"  # it stands outside the body
    HIDDEN = "hidden"
    RELATED_SIDE = "related_side"
    FORM = "form"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    LINK_ONLY = "link_only"  # it is a link and nothing else
    HEADS_NOTHING = "heads_nothing"  # what it headed was left out
    OTHER_ARTICLE = "other_article"
    SELECTOR = "selector"  # a rule set's selector hits its element, or a part of its text
    COPY = "copy"  # it says again what another block says
    NAMED = "named"  # a title of bare text that a learnt model alone tells, or a lone day: it stays in the text, too
