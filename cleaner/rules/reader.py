"""Reads rule files and checks them: a file that is wrong raises an error that names the file and each wrong key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cleaner.errors import quoted
from cleaner.labels import Layer, Reason, Role
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
from cleaner.rules.toml_files import tables_of
from cleaner.rules.values import SHOWN, Values

FILE_KEYS = (
    "name",
    "hosts",
    "mirrors",
    "language",
    "fingerprints",
    "layout",
    "add",
    "text",
    "recognise",
    "version",
    "imported",
)
LINE_KEYS = (
    "label", "lines", "before", "after", "from", "until", "while", "zone", "first", "max", "field", "anchors",
)  # fmt: skip
LAYOUT_KEYS = ("name", "when", "body", "remove", *FIELDS)
ADD_KEYS = ("when", "remove", *FIELDS)
_OF_SITES = ("site", "user", "pack")
# `[[layout]]`, `[[add]]` or `[[text]]` of one file: those that ship have at most 54. By hand.
_MOST_TABLES = 1_000
# Characters of the longest line that `max` may name.
_LONGEST_LINE = 1_000_000


def parse(
    content: str, file: str, kind: Kind = "site", *, check: bool = True, table: dict[str, Any] | None = None
) -> RuleSet:
    """Check a rule file's text and return its `RuleSet`.

    content: TOML; file: its name for messages (in a pack `PACK: NAME`); kind: what the file is; check: whether to try
    selectors and patterns (those of the shipped files are tried by the tests); table: what the TOML says, if that is
    known, of a file that was checked when it was compiled. Raises a `RuleError` that has all mistakes.
    """
    values = Values(file, check, own=kind in ("user", "pack"), compiled=table is not None)
    if table is None:
        table = tables_of(content, file)
    slug = Path(file.rpartition(": ")[2] if kind == "pack" else file).stem.encode("utf-8", "replace").decode()
    values.known(table, FILE_KEYS, "")
    if kind in _OF_SITES and "hosts" not in table:
        values.wrong("hosts", "a site's rule set needs at least one host")
    if kind == "family" and not table.get("recognise"):
        values.wrong("recognise", "a family needs selectors that tell its pages")
    imported = values.truth(table, "imported", "")
    layer = Layer.SITE if imported else LAYERS[kind]
    rules = RuleSet(
        name=values.string(table, "name", "", required=kind in _OF_SITES) or slug,
        version=values.string(table, "version", ""),
        file=file,
        content=content,
        hosts=_hosts(values, table, kind),
        mirrors=values.hosts(table, "mirrors"),
        layouts=tuple(_layout(values, layout, n, slug, layer) for n, layout in _tables(values, table, "layout")),
        additions=tuple(_addition(values, layout, n, slug, layer) for n, layout in _tables(values, table, "add")),
        text=tuple(_line_rule(values, rule, n, slug, layer) for n, rule in _tables(values, table, "text")),
        language=values.language(table),
        fingerprints=values.fingerprints(table),
        recognise=values.selectors(table, "recognise", ""),
        slug=slug,
        imported=imported,
    )
    values.end()
    return rules


def _hosts(values: Values, table: dict[str, Any], kind: Kind) -> tuple[str, ...]:
    hosts = values.hosts(table, "hosts")
    if kind in _OF_SITES and table.get("hosts") == []:
        values.wrong("hosts", "a site's rule set needs at least one host")
    return hosts


def _tables(values: Values, table: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of a `[[key]]`, each with its number in the file."""
    tables = table.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(item, dict) for item in tables):
        values.wrong(key, f"write it as [[{key}]]")
        return []
    if len(tables) > _MOST_TABLES:
        values.wrong(key, f"there are over {_MOST_TABLES:,} of them: make several files of it, one for each site")
        return []
    return list(enumerate(tables, 1))


def _layout(values: Values, table: dict[str, Any], n: int, slug: str, layer: Layer) -> Layout:
    where, before = f"layout {n}: ", len(values.mistakes)
    values.known(table, LAYOUT_KEYS, where)
    layout = Layout(
        name=values.string(table, "name", where) or str(n),
        when=(values.selectors(table, "when", where) or (None,))[0],
        body=values.selectors(table, "body", where, of_part=True),
        fields=_fields(values, table, where),
        remove=_removals(values, table, where),
        layer=layer,
        slug=slug,
    )
    # A key that is spelt wrong may be the body: it is told first.
    if layer is not Layer.FAMILY and "body" not in table and len(values.mistakes) == before:
        values.wrong(f"{where}body", "a layout needs selectors of the article's body; without one, write [[add]]")
    return layout


def _addition(values: Values, table: dict[str, Any], n: int, slug: str, layer: Layer) -> Layout:
    """What an `[[add]]` adds to whichever layout serves."""
    where = f"add {n}: "
    values.known(table, ADD_KEYS, where)
    return Layout(
        name=str(n),
        when=(values.selectors(table, "when", where) or (None,))[0],
        body=(),
        fields=_fields(values, table, where),
        remove=_removals(values, table, where),
        layer=layer,
        slug=slug,
    )


def _fields(values: Values, table: dict[str, Any], where: str) -> dict[str, tuple[str, ...]]:
    return {key: values.selectors(table, key, where) for key in FIELDS if key in table}


def _removals(values: Values, table: dict[str, Any], where: str) -> dict[Reason, tuple[str, ...]]:
    remove = table.get("remove", {})
    if not isinstance(remove, dict):
        values.wrong(f"{where}remove", 'write it as remove.REASON = ["selector"]')
        return {}
    for reason in remove:
        if reason not in REASONS:
            values.wrong(f"{where}remove.{reason[:SHOWN]}", f"unknown reason: use one of {', '.join(Reason)}")
    return {
        Reason(reason): values.selectors(remove, reason, f"{where}remove.", of_part=True)
        for reason in remove
        if reason in REASONS
    }


def _line_rule(values: Values, table: dict[str, Any], n: int, slug: str, layer: Layer) -> LineRule:
    where = f"text {n}: "
    label, removed = _label(values, table, where)
    if not values.compiled:
        _check_line_rule(values, table, where, layer)
    return LineRule(
        label=Role(label) if label in ROLES and not removed else Reason(label),
        id=f"{slug}:{label}:{n}",
        layer=layer,
        lines=values.matchers(table, "lines", where),
        before=values.matchers(table, "before", where),
        after=values.matchers(table, "after", where),
        start=values.matchers(table, "from", where),
        until=values.matchers(table, "until", where),
        during=values.matchers(table, "while", where),
        zone=table.get("zone"),
        first=table.get("first") is True,
        max=table.get("max"),
        field=table.get("field"),
        anchors=_anchors(values, table, where),
    )


def _check_line_rule(values: Values, table: dict[str, Any], where: str, layer: Layer) -> None:
    """Note what is wrong with the settings of a line rule."""
    values.known(table, LINE_KEYS, where)
    zone = values.string(table, "zone", where)
    if zone is not None and zone not in ZONES:
        values.wrong(f"{where}zone", f"use one of {', '.join(ZONES)}")
    first = values.truth(table, "first", where)
    most = table.get("max", 1)
    if not isinstance(most, int) or isinstance(most, bool) or not 0 < most <= _LONGEST_LINE:
        values.wrong(f"{where}max", f"a number of characters is needed, at most {_LONGEST_LINE:,}")
    field = values.string(table, "field", where)
    if field is not None and field not in LINE_FIELDS:
        values.wrong(f"{where}field", f"unknown field {quoted(field)}: use one of {', '.join(LINE_FIELDS)}")
    if field is not None and layer is Layer.PHRASE:
        values.wrong(f"{where}field", "phrases stand on any site's pages and name no field")
    known = all(key in LINE_KEYS for key in table)  # a key that is spelt wrong may be the one that is missed
    if known and not any(key in table for key in ("lines", "before", "after", "from")) and not first:
        values.wrong(f"{where}lines", "the rule names no line: give lines, before, after, from or first")
    if known and ("until" in table or "while" in table) and "from" not in table:
        values.wrong(f"{where}from", "until and while end a stretch: say with from where it begins")


def _label(values: Values, table: dict[str, Any], where: str) -> tuple[str, bool]:
    """The label of a rule, and whether it is told to be a reason; `other` where it is wrong."""
    spelling = values.string(table, "label", where, required=True)
    if spelling is None:
        return Reason.OTHER, True
    removed, label = spelling.startswith("removed:"), spelling.removeprefix("removed:")
    if label not in (REASONS if removed else LABELS):
        values.wrong(
            f"{where}label",
            f"unknown label {quoted(spelling)}: use one of {', '.join(sorted(LABELS))}, or removed:REASON",
        )
        return Reason.OTHER, True
    return label, removed


def _anchors(values: Values, table: dict[str, Any], where: str) -> tuple[str, ...]:
    anchors = values.strings(table, "anchors", where)
    if values.compiled:
        return anchors
    if not all(anchor.strip() for anchor in anchors):
        values.wrong(f"{where}anchors", "an anchor is empty")
    for anchor in anchors:
        if anchor != anchor.lower():
            values.wrong(f"{where}anchors", f"{quoted(anchor)} would match no line: write it in lower case")
    return tuple(anchor.lower() for anchor in anchors)
