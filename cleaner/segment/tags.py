"""HTML elements by what the walk does at them, and by the form and style of the text inside them."""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.model import UNSHOWN, Style
from cleaner.rules import class_names

BLOCK, INLINE, BARE, SPECIAL, SKIP, RAW = range(6)

# What the walk does at an element; those that are not named here, custom elements among them, hold blocks.
ACTIONS = {
    # Content that a page does not show as text, or that is no text.
    **dict.fromkeys(UNSHOWN | {"script"}, SKIP),
    **dict.fromkeys("br img".split(), SPECIAL),
    # Content that a parser leaves as text, to be read where a page shows next to none.
    **dict.fromkeys("noscript noframes".split(), RAW),
    # Inline elements whose attributes may tell something, and those whose don't.
    **dict.fromkeys("a span font label rt time data output picture bdi bdo big".split(), INLINE),
    **dict.fromkeys(
        "abbr acronym b cite code del dfn em i ins kbd mark nobr q rb rp ruby s samp small strike strong sub sup tt u "
        "var wbr".split(),
        BARE,
    ),
}
# Styles as plain strings: Python's garbage collector passes over tuples that hold nothing but such.
PLAIN, LINK = Style.PLAIN.value, Style.LINK.value
STYLES = {
    "b": Style.STRONG.value,
    "strong": Style.STRONG.value,
    "i": Style.EMPHASIS.value,
    "em": Style.EMPHASIS.value,
    "code": Style.CODE.value,
}
# The form of the blocks inside an element.
FORMS = {
    "li": Role.LIST_ITEM, "dt": Role.LIST_ITEM, "dd": Role.LIST_ITEM, "blockquote": Role.QUOTE, "pre": Role.CODE,
    "tr": Role.TABLE_ROW,
    "figcaption": Role.CAPTION, "caption": Role.CAPTION, "h1": Role.HEADING, "h2": Role.HEADING, "h3": Role.HEADING,
    "h4": Role.HEADING,
    "h5": Role.HEADING, "h6": Role.HEADING,
}  # fmt: skip
GROUPS = frozenset(("ul", "ol", "dl", "table"))
# The elements that change what the blocks inside them are.
STRUCTURE = frozenset((*FORMS, *GROUPS, "article", "section", "figure"))
# The attributes that may hide an element.
HIDING = frozenset(("hidden", "aria-hidden", "style"))
# Those besides its class that tell anything of one.
TELLING = HIDING | {"id", "role", "itemprop"}


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element's attributes keep it from being shown."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style is None or not ("none" in style or "hidden" in style):
        return False
    flat = style.replace(" ", "").lower()
    return "display:none" in flat or "visibility:hidden" in flat


def hides(attributes: dict[str, str | None]) -> bool:
    """Whether an inline element is hidden by its attributes, or by a class that names it so."""
    if not HIDING.isdisjoint(attributes) and is_hidden(attributes):
        return True
    classes = attributes.get("class")
    return classes is not None and class_names.is_hidden_by_class(classes)
