"""The JSON Schema of a rule file, made of the words that its reader knows."""

from __future__ import annotations

from typing import Any

from cleaner.labels import Reason
from cleaner.rules.reader import ADD_KEYS, FILE_KEYS, LAYOUT_KEYS, LINE_KEYS
from cleaner.rules.schema import LABELS, LINE_FIELDS, ZONES

_STRINGS: dict[str, Any] = {
    "anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
}
_STRING: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 200}
_ABOUT = {
    "name": "The site's name.",
    "hosts": "The hosts that the set speaks of, without scheme and path: example.org also means www.example.org.",
    "mirrors": "Hosts that serve the same pages.",
    "language": "The language of pages that declare none, as en.",
    "fingerprints": "Lines that this site prints and no other: they tell it in text without a URL.",
    "layout": "One design of the site's pages.",
    "add": "Selectors that hold beside those of whichever layout serves.",
    "text": "One rule of lines.",
    "recognise": "Of a family: selectors one of which every page of the system has.",
    "version": "The set's version, as 2024-03-05.",
    "imported": "Whether the set was made of another program's file: it serves where no other set does.",
    "when": "A selector without which the layout is not tried.",
    "body": "Selectors of the elements that hold the article.",
    "remove": "Elements to leave out, by reason.",
    "label": "A role or a reason; removed:caption for the reason.",
    "lines": "The line itself: a literal, /a pattern/, <headline>, <prose>, <date> or @label.",
    "before": "The line below it.",
    "after": "The line above it.",
    "from": "The first line of a stretch.",
    "until": "The first line behind a stretch.",
    "while": "What each further line of a stretch is.",
    "zone": "head: above the first line of prose; tail: below the last.",
    "first": "Whether only the first line without a label is meant.",
    "max": "The most characters that the line may have.",
    "field": "The metadata field that the line is a value of.",
    "anchors": "Literals in lower case, one of which stands in or next to each line.",
}


def rule_file_schema() -> dict[str, Any]:
    """The schema, as JSON has it."""
    layout = _table(LAYOUT_KEYS, remove=_removals(), name=_STRING, when=_STRING)
    line = _table(
        LINE_KEYS,
        label={"enum": [*sorted(LABELS), *(f"removed:{reason}" for reason in sorted(Reason))]},
        zone={"enum": list(ZONES)},
        first={"type": "boolean"},
        max={"type": "integer", "minimum": 1},
        field={"enum": list(LINE_FIELDS)},
    )
    file = _table(
        FILE_KEYS,
        name=_STRING,
        language=_STRING,
        version=_STRING,
        imported={"type": "boolean"},
        layout={"type": "array", "items": {**layout, "required": ["body"]}},
        add={"type": "array", "items": _table(ADD_KEYS, remove=_removals(), when=_STRING)},
        text={"type": "array", "items": {**line, "required": ["label"]}},
    )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A rule set of cleaner",
        **file,
        "required": ["name", "hosts"],
    }


def _table(keys: tuple[str, ...], **other: dict[str, Any]) -> dict[str, Any]:
    """A table with these keys alone, of which most are lists of strings."""
    properties = {}
    for key in keys:
        about = _ABOUT.get(key) or f"Selectors of {key.replace('_', ' ')}."
        properties[key] = {"description": about, **other.get(key, _STRINGS)}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _removals() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {str(reason): _STRINGS for reason in Reason},
    }
