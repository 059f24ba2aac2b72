"""Tell records of data sets, a JSON object a line, from text."""

from __future__ import annotations

import json

# Characters of the longest first line that is parsed; a longer one is told by its ends. By hand.
_LONGEST = 1_000_000
# Keys of records that hold a document. By hand.
_KEYS = (
    "text",
    "html",
    "content",
    "body",
    "title",
    "url",
    "article",
    "document",
    "raw_content",
    "maintext",
    "headline",
)


def are_json_lines(text: str) -> bool:
    r"""Whether each line of a text is a JSON object, and the first one a record that holds a document; its first and
    last lines are looked at.

    >>> are_json_lines('{"url": "https://post.example/1", "text": "The quay is open."}\n{"text": "It is shut."}')
    True
    >>> are_json_lines('{"a": 1}\nis how an object is written.')
    False
    """
    start = text[:_LONGEST].lstrip()
    if not start.startswith("{"):
        return False
    first, _, rest = text.strip().partition("\n")
    last = rest.rstrip().rpartition("\n")[2].strip()
    if last and not (last.startswith("{") and last.endswith("}")):
        return False
    if len(first) > _LONGEST:
        return first.startswith('{"') and first.rstrip().endswith("}")
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and any(isinstance(record.get(key), str) for key in _KEYS)
