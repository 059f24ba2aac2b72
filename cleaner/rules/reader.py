"""Reads rule files and checks them: a file that is wrong raises an error that names the file and the key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.errors import RuleError, quoted
from cleaner.labels import Layer, Reason, Role
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules.matchers import Matcher, compile_matcher
from cleaner.rules.schema import (
    FIELDS,
    LABELS,
    LAYERS,
    LINE_FIELDS,
    REASONS,
    ROLES,
    ZONES,
    Kind,
    Layout,
    LineRule,
    RuleSet,
)
from cleaner.rules.selectors import chains
from cleaner.rules.toml_files import tables_of

_FILE_KEYS = ("name", "hosts", "mirrors", "language", "fingerprints", "layout", "text", "recognise")
_LINE_KEYS = (
    "label", "lines", "before", "after", "from", "until", "while", "zone", "first", "max", "field", "anchors",
)  # fmt: skip
_HOST = Pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LANGUAGE_TAG = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", IGNORECASE)
# Signs that a name may not hold: they steer a terminal, or turn the order of what stands beside them.
_STEERING = Pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# What one file may hold, so that reading it and its work on a page have an end: a site's file that ships has at most 28
# rules and 135 strings, one of phrases 54 and 924. By hand.
_MOST_TABLES = 1_000
_MOST_STRINGS = 5_000
# Characters of a string, of a name, of a host name (DNS allows no longer one), and of the longest line that `max` may
# name.
_LONGEST_STRING = 2_000
_LONGEST_NAME = 200
_LONGEST_HOST = 253
_LONGEST_LINE = 1_000_000
# Characters of an unknown key that an error tells. By hand.
_SHOWN = 100


@dataclass(slots=True)
class _Reader:
    """Reads the tables of one file; its errors name the file and the key."""

    file: str
    check: bool = True
    parser: LexborHTMLParser = field(default_factory=lambda: LexborHTMLParser("<p></p>"))
    strings_read: int = 0

    def fail(self, key: str, what: str) -> RuleError:
        return RuleError(f"{self.file}: {key}: {what}")

    def known(self, table: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in keys:
                raise self.fail(f"{where}{key[:_SHOWN]}", f"unknown key: use one of {', '.join(keys)}")

    def string(self, table: dict[str, Any], key: str, where: str, required: bool = False) -> str | None:
        value = table.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.fail(where + key, "a string is needed")
        if len(value) > _LONGEST_NAME or _STEERING.search(value):
            raise self.fail(
                where + key, f"{quoted(value)}: use at most {_LONGEST_NAME} characters, none of them controls"
            )
        return value

    def language(self, table: dict[str, Any]) -> str | None:
        tag = self.string(table, "language", "")
        if tag is not None and _LANGUAGE_TAG.fullmatch(tag) is None:
            raise self.fail("language", f"{quoted(tag)} is no language tag: give it as en")
        return tag.partition("-")[0].lower() if tag else None

    def strings(self, table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
        value = table.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(where + key, "a list of strings is needed")
        self.strings_read += len(value)
        if self.strings_read > _MOST_STRINGS:
            raise self.fail(where + key, f"the file has over {_MOST_STRINGS:,} strings: make several of it")
        for item in value:
            if len(item) > _LONGEST_STRING:
                raise self.fail(where + key, f"{quoted(item)} has over {_LONGEST_STRING:,} characters")
        return tuple(value)

    def hosts(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        hosts = tuple(host.lower().rstrip(".") for host in self.strings(table, key, ""))
        for host in hosts:
            if len(host) > _LONGEST_HOST or _HOST.fullmatch(host) is None:
                raise self.fail(
                    key, f"{quoted(host)} is no host name: write it without scheme and path, as example.org"
                )
        return hosts

    def selectors(self, table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
        selectors = self.strings(table, key, where)
        if key in table and not selectors:
            raise self.fail(where + key, "the list is empty: name a selector, or leave the key out")
        for selector in selectors:
            if not selector.strip():
                raise self.fail(where + key, "a selector is empty")
            if self.check:
                self.try_selector(selector, where + key)
        return selectors

    def try_selector(self, selector: str, key: str) -> None:
        try:
            chains(selector)
            self.parser.css(selector)
        except ValueError as error:
            raise self.fail(key, str(error)) from None
        except SelectolaxError:
            raise self.fail(key, f"bad selector {quoted(selector)}") from None

    def matchers(self, table: dict[str, Any], key: str, where: str) -> tuple[Matcher, ...]:
        if where and table.get(key) == []:
            raise self.fail(where + key, "the list is empty: name a line, or leave the key out")
        try:
            return tuple(
                compile_matcher(spelling, LABELS, check=self.check) for spelling in self.strings(table, key, where)
            )
        except ValueError as error:
            raise self.fail(where + key, str(error)) from None


def parse(content: str, file: str, kind: Kind = "site", *, check: bool = True) -> RuleSet:
    """Check a rule file's text and return its `RuleSet`.

    content: TOML; file: its name for messages; kind: "site", "user", "family" or "phrases"; check: whether to try
    selectors and patterns (those of the shipped files are tried by the tests). Raises `RuleError`.
    """
    reader = _Reader(file, check)
    table = tables_of(content, file)
    slug = Path(file).stem.encode("utf-8", "replace").decode()
    reader.known(table, _FILE_KEYS, "")
    hosts, mirrors = reader.hosts(table, "hosts"), reader.hosts(table, "mirrors")
    if kind in ("site", "user") and not hosts:
        raise reader.fail("hosts", "a site's rule set needs at least one host")
    if kind == "family" and not table.get("recognise"):
        raise reader.fail("recognise", "a family needs selectors that tell its pages")
    name = reader.string(table, "name", "", required=kind in ("site", "user")) or slug
    layouts = tuple(
        _layout(reader, layout, n, LAYERS[kind]) for n, layout in enumerate(_tables(reader, table, "layout"), 1)
    )
    text = tuple(
        _line_rule(reader, rule, n, slug, LAYERS[kind]) for n, rule in enumerate(_tables(reader, table, "text"), 1)
    )
    return RuleSet(
        name=name,
        file=file,
        content=content,
        hosts=hosts,
        mirrors=mirrors,
        language=reader.language(table),
        fingerprints=reader.matchers(table, "fingerprints", ""),
        layouts=layouts,
        text=text,
        recognise=reader.selectors(table, "recognise", ""),
        slug=slug,
    )


def _tables(reader: _Reader, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(item, dict) for item in tables):
        raise reader.fail(key, f"write it as [[{key}]]")
    if len(tables) > _MOST_TABLES:
        raise reader.fail(key, f"there are over {_MOST_TABLES:,} of them: make several files of it, one for each site")
    return tables


def _layout(reader: _Reader, table: dict[str, Any], n: int, layer: Layer) -> Layout:
    where = f"layout {n}: "
    reader.known(table, ("name", "when", "body", "remove", *FIELDS), where)
    remove = table.get("remove", {})
    if not isinstance(remove, dict):
        raise reader.fail(f"{where}remove", 'write it as remove.REASON = ["selector"]')
    for reason in remove:
        if reason not in REASONS:
            raise reader.fail(f"{where}remove.{reason[:_SHOWN]}", f"unknown reason: use one of {', '.join(Reason)}")
    return Layout(
        name=reader.string(table, "name", where) or str(n),
        when=(reader.selectors(table, "when", where) or (None,))[0],
        body=reader.selectors(table, "body", where),
        fields={key: reader.selectors(table, key, where) for key in FIELDS if key in table},
        remove={Reason(reason): reader.selectors(remove, reason, f"{where}remove.") for reason in remove},
        layer=layer,
    )


def _line_rule(reader: _Reader, table: dict[str, Any], n: int, slug: str, layer: Layer) -> LineRule:
    where = f"text {n}: "
    reader.known(table, _LINE_KEYS, where)
    spelling = reader.string(table, "label", where, required=True) or ""
    removed, label = spelling.startswith("removed:"), spelling.removeprefix("removed:")
    if label not in (REASONS if removed else LABELS):
        raise reader.fail(
            f"{where}label",
            f"unknown label {quoted(spelling)}: use one of {', '.join(sorted(LABELS))}, or removed:REASON",
        )
    zone = reader.string(table, "zone", where)
    if zone is not None and zone not in ZONES:
        raise reader.fail(f"{where}zone", f"use one of {', '.join(ZONES)}")
    if not isinstance(table.get("first", False), bool):
        raise reader.fail(f"{where}first", "true or false is needed")
    most = table.get("max", 1)
    if not isinstance(most, int) or isinstance(most, bool) or not 0 < most <= _LONGEST_LINE:
        raise reader.fail(f"{where}max", f"a number of characters is needed, at most {_LONGEST_LINE:,}")
    field = reader.string(table, "field", where)
    if field is not None and field not in LINE_FIELDS:
        raise reader.fail(f"{where}field", f"unknown field {quoted(field)}: use one of {', '.join(LINE_FIELDS)}")
    if field is not None and layer is Layer.PHRASE:
        raise reader.fail(f"{where}field", "phrases stand on any site's pages and name no field")
    if not any(key in table for key in ("lines", "before", "after", "from")) and not table.get("first"):
        raise reader.fail(where + "lines", "the rule names no line: give lines, before, after, from or first")
    anchors = reader.strings(table, "anchors", where)
    if not all(anchor.strip() for anchor in anchors):
        raise reader.fail(f"{where}anchors", "an anchor is empty")
    if ("until" in table or "while" in table) and "from" not in table:
        raise reader.fail(where + "from", "until and while end a stretch: say with from where it begins")
    return LineRule(
        label=Role(label) if label in ROLES and not removed else Reason(label),
        id=f"{slug}:{label}:{n}",
        layer=layer,
        lines=reader.matchers(table, "lines", where),
        before=reader.matchers(table, "before", where),
        after=reader.matchers(table, "after", where),
        start=reader.matchers(table, "from", where),
        until=reader.matchers(table, "until", where),
        during=reader.matchers(table, "while", where),
        zone=zone,
        first=table.get("first", False),
        max=table.get("max"),
        field=field,
        anchors=tuple(anchor.lower() for anchor in anchors),
    )
