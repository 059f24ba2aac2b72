"""Which elements the HTML standard's tree construction treats alike (13.2.4.2 and 13.2.6 of the standard), as lexbor
knows them. Names are in lower case; an element of SVG or MathML bears its language before its name: `svg desc`.
"""

from __future__ import annotations


def _names(*texts: str) -> frozenset[bytes]:
    return frozenset(name.encode() for text in texts for name in text.split())


# Formatting elements: what is left open is opened anew in the blocks that follow.
FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
VOID = _names(
    "area base basefont bgsound br embed hr image img input keygen link meta param source track wbr col frame"
)
# Elements the content of which is text for the tokenizer up to their own end tag.
RAW_TEXT = _names("title textarea style xmp iframe noembed noframes noscript script")
_BLOCKS = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header "
    "hgroup main menu nav ol search section summary ul"
)
# An open `p` ends where one of these starts; `table` ends it in some documents.
ENDS_P = _names(_BLOCKS, "p h1 h2 h3 h4 h5 h6 pre listing form li dd dt plaintext hr xmp")
# At these a parser does not open anew the formatting elements that were left open; at `xmp` it does.
NOT_REOPENING = (ENDS_P - _names("xmp")) | _names(
    "rb rtc rp rt param source track base basefont bgsound link meta textarea iframe noembed noscript title style "
    "script noframes template frame col table"
)
# Elements whose end tag closes them unless the scope ends between.
SCOPED_END = _names(_BLOCKS, "button pre listing select applet marquee object dd dt")
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
# These hold a formatting element of their own back: markers in the list of active formatting elements.
MARKED = _names("applet marquee object")
TABLE_PARTS = _names("caption col colgroup tbody td tfoot th thead tr")
SECTIONS = _names("tbody thead tfoot")
CELLS = _names("td th")
TABLE_ROWS = _names("table tbody thead tfoot tr")
# Where the rules for tables look first: the nearest of these decides.
TABLE_CONTEXT = _names("table caption colgroup tbody thead tfoot tr td th template")
IMPLIED = _names("dd dt li optgroup option p rb rp rt rtc")
# HTML stands in these elements of SVG and MathML.
SVG_HTML = _names("foreignobject desc title")
MATH_HTML = _names("mi mo mn ms mtext")
_FOREIGN = frozenset(
    [b"svg " + name for name in SVG_HTML]
    + [b"math " + name for name in (*MATH_HTML, b"annotation-xml", b"annotation-html")]
)
INTEGRATION = _FOREIGN - {b"math annotation-xml"}
# Elements of HTML that end SVG and MathML.
BREAKOUT = _names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
SPECIAL = (
    _names(
        "address applet article aside blockquote body button caption center colgroup dd details dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html li listing main marquee menu "
        "nav object ol p plaintext pre search section select summary table tbody td template tfoot th thead tr ul"
    )
    | _FOREIGN
)
# An `li` looks beyond these for another.
PASSED_BY_ITEMS = _names("address div p")
SCOPE = _names("applet caption html table td th marquee object select template") | _FOREIGN
BUTTON_SCOPE = SCOPE | _names("button")
LIST_SCOPE = SCOPE | _names("ol ul")
TABLE_SCOPE = _names("html table template")
