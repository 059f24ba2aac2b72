"""`read`: bytes or str to a `Source`: decoded as browsers do, told HTML from text, and held against the limit of
size.
"""

from __future__ import annotations

from cleaner.errors import EmptyInputError, InputError, LimitError, quoted
from cleaner.model import Source
from cleaner.options import Options
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.read.charset import Decoded, decode
from cleaner.read.json_lines import are_json_lines

_HTML_START = Pattern(
    r"\s*<(?:!--|(?:!doctype|\?xml|html|head|body|article|main|section|div|p|h[1-6]|header|nav|ul|ol"
    r"|table|meta|title|link|script|style|span|a|frameset|form|center|font|figure|blockquote|aside|template|noscript"
    r"|br|hr|img|b|i|em|strong|pre)\b)",
    IGNORECASE,
)
_HTML_INSIDE = Pattern(r"<(?:!doctype\s+html|html|head|body)\b[^<>]*>", IGNORECASE)
# Characters in which HTML is looked for.
_SNIFF = 4096


def read(data: str | bytes, options: Options, charset: str | None = None) -> Source:
    """Decode `data` and tell whether it is HTML.

    charset: what HTTP said of the bytes. Raises `EmptyInputError`, `BinaryInputError`, `DecodeError` or `LimitError`,
    and `InputError` for JSON lines and a charset that is no text; `TypeError` for data that is neither str nor bytes.
    """
    if not isinstance(data, (str, bytes)):
        raise TypeError(f"clean() takes str or bytes, not {type(data).__name__}")
    if not isinstance(charset, str | None):
        raise InputError(f"the charset is {quoted(charset)}: give it as text, windows-1251, or leave it out")
    limits = options.limits
    if len(data) > limits.size:
        raise LimitError(
            f"the input has {len(data):,} bytes, over the limit of {limits.size:,}: raise Options.limits.size to take "
            f"it"
        )
    decoded = Decoded(data, "str", "caller") if isinstance(data, str) else decode(data, options.encoding, charset)
    text = decoded.text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise EmptyInputError("the input is empty")
    if options.input != "html" and are_json_lines(text):
        raise InputError(
            "the input is JSON lines, not a text: give each record's own text or HTML, as "
            "clean(json.loads(line)['text'], url=…) does"
        )
    if not (options.input == "html" or (options.input == "auto" and looks_like_html(text))):
        return _source(text, decoded, html=False)
    untouched = isinstance(data, bytes) and decoded.encoding == "utf-8" and not decoded.replaced
    encoded = data if untouched and isinstance(data, bytes) else text.encode("utf-8", "replace")
    return _source(encoded, decoded, html=True)


def _source(data: str | bytes, decoded: Decoded, html: bool) -> Source:
    return Source(data, html, decoded.encoding, decoded.origin, decoded.confidence, decoded.replaced)


def looks_like_html(text: str) -> bool:
    """Whether text starts with an HTML element, comment or doctype, or has `<html>`, `<head>` or `<body>` in its first
    4,096 characters and an end tag.
    """
    return _HTML_START.match(text) is not None or (_HTML_INSIDE.search(text, 0, _SNIFF) is not None and "</" in text)
