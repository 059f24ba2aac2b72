"""HTML elements by what the walk does at them, and by the form and style of the text inside them."""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.model import UNSHOWN, Style
from cleaner.remembered import remembered
from cleaner.rules.inline_names import kind_of_names
from cleaner.segment.css import declarations
from cleaner.segment.visibility import FADED, FADED_IN, HIDDEN, READER, SHRUNK, by_attributes, by_style, is_unveiled

BLOCK, INLINE, SPECIAL, RAW, SKIP, EITHER = range(6)

# What the walk does at an element; those that are not named here, custom elements among them, are part of the text
# that they stand in, or hold blocks (EITHER).
ACTIONS = {
    # Content that a page does not show as text, or that is no text.
    **dict.fromkeys(UNSHOWN, SKIP),
    # What stands in a line as a picture does, and what a page shows by other means than its text.
    **dict.fromkeys(
        "br img math script svg canvas iframe object embed applet video audio input select".split(), SPECIAL
    ),
    **dict.fromkeys(("textarea",), SPECIAL),
    # Content that a parser leaves as text, to be read where a page shows next to none; and the shadow trees.
    **dict.fromkeys("noscript noframes template".split(), RAW),
    **dict.fromkeys(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output picture q rb rp "
        "rt ruby s samp small span strike strong sub sup time tt u var wbr".split(),
        INLINE,
    ),
    **dict.fromkeys(
        "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
        "menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split(),
        BLOCK,
    ),
}
# Styles as plain strings: Python's garbage collector passes over tuples that hold nothing but such.
PLAIN, LINK, CODE = Style.PLAIN.value, Style.LINK.value, Style.CODE.value
STYLES = {
    "b": Style.STRONG.value,
    "strong": Style.STRONG.value,
    "i": Style.EMPHASIS.value,
    "em": Style.EMPHASIS.value,
    "code": CODE,
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
HIDING = frozenset(("hidden", "aria-hidden", "style", "popover", "inert"))
# Those besides its class that tell anything of one.
TELLING = HIDING | {"id", "role", "itemprop"}
# Inline elements that stand above or below the line, and those that are crossed out or put in instead.
SHIFTED = {"sup": "raised", "sub": "lowered"}
CROSSED = frozenset("s strike del ins".split())
# Blocks that hold one line of thought, in which inline elements may divide anything; others may hold items in a row.
OF_TEXT = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th blockquote figcaption caption pre address".split())
# Attributes that tell how the text of an inline element is shown.
_SHOWING = HIDING | {"role"}
_ROLES = {"tooltip": "tooltip", "doc-noteref": "raised", "doc-footnote": "note"}
_SHIFTING = {"super": "raised", "sub": "lowered"}


def _kind_of_style(style: str) -> str:
    """The kind that an inline element's style gives its text, as `kind_of` does; "" for none.

    >>> kind_of_style("display: none"), kind_of_style("position: absolute; left: -9999px"), kind_of_style("color: red")
    ('hidden', 'reader', '')
    """
    declared = declarations(style)
    return by_style(declared) or _SHIFTING.get(declared.get("vertical-align", ""), "")


kind_of_style = remembered(_kind_of_style, 1 << 12)


def kind_of(attributes: dict[str, str | None]) -> str:
    """How the text of an inline element is shown, by its attributes: a kind of `inline.toml`; "hidden" (to nobody);
    "unheard" (it is seen, but not read aloud); "lowered"; "" for plain text.
    """
    classes = attributes.get("class")
    kind = kind_of_names(classes) if classes else ""
    if kind == HIDDEN or _SHOWING.isdisjoint(attributes):
        return "" if kind == "icon" else kind
    style = attributes.get("style")
    styled = kind_of_style(style) if style else ""
    if styled == HIDDEN or by_attributes("", attributes):
        return HIDDEN
    if styled in (FADED, FADED_IN, SHRUNK):
        return "" if styled != FADED or is_unveiled(attributes) else HIDDEN
    kind = styled if styled == READER else kind or styled or _ROLES.get(attributes.get("role") or "", "")
    if attributes.get("aria-hidden") == "true":
        return kind or "unheard"
    return "" if kind == "icon" else kind
