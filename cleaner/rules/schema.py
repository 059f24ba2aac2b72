"""Rule files: what they may hold, checked when they are loaded, with errors that name file and key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import regex
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.errors import RuleError
from cleaner.labels import Layer, Reason, Role
from cleaner.model import fields
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules.matchers import Matcher, compile_matcher

ROLES = frozenset(str(role) for role in Role)
REASONS = frozenset(str(reason) for reason in Reason)
LABELS = ROLES | REASONS
Kind = Literal["site", "user", "family", "phrases"]
# Who speaks by a rule file of each kind.
LAYERS: dict[Kind, Layer] = {
    "site": Layer.SITE,
    "user": Layer.USER,
    "family": Layer.FAMILY,
    "phrases": Layer.PHRASE,
}
# What a layout's selectors may give, and what a rule of lines may.
FIELDS = tuple(name for name, field in fields.FIELDS.items() if field.selectors)
LINE_FIELDS = tuple(name for name, field in fields.FIELDS.items() if field.lines)
ZONES = ("head", "tail")
_TAG = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", IGNORECASE)
# Selectors whose cost grows with the square of the page (measured: 20,000 <p> take 3.4 s, the GIL held).
_COSTLY = Pattern(r":nth-|:first-of-type|:last-of-type|:only-of-type", IGNORECASE)
_QUOTED = Pattern(r"""\[[^\]"']*(?:"[^"]*"|'[^']*')?[^\]"']*\]|"[^"]*"|'[^']*'""")
_CHAIN = 6


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule of lines: every condition that it names must hold. A stretch runs from each match of `start`. field: what
    the line is a value of.
    """

    label: Role | Reason
    id: str
    layer: Layer
    lines: tuple[Matcher, ...] = ()
    before: tuple[Matcher, ...] = ()
    after: tuple[Matcher, ...] = ()
    start: tuple[Matcher, ...] = ()
    until: tuple[Matcher, ...] = ()
    during: tuple[Matcher, ...] = ()
    zone: str | None = None
    first: bool = False
    max: int | None = None
    field: str | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One page design: selectors by field and by reason."""

    name: str
    when: str | None
    body: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    remove: dict[Reason, tuple[str, ...]]
    layer: Layer = Layer.SITE


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A checked rule file, by the content it had; `file` is where it lies."""

    name: str
    file: str
    content: str = field(repr=False)
    hosts: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    language: str | None = None
    fingerprints: tuple[Matcher, ...] = ()
    layouts: tuple[Layout, ...] = ()
    text: tuple[LineRule, ...] = ()
    recognise: tuple[str, ...] = ()
    slug: str = ""

    @property
    def digest(self) -> str:
        """16 hex digits of the content's SHA-256: they tell its very text."""
        import hashlib  # 8 ms, and needed only where a rule set has served

        return hashlib.sha256(self.content.encode()).hexdigest()[:16]


@dataclass(slots=True)
class _Reader:
    """Reads one file's tables and says where it stands when something is wrong."""

    file: str
    check: bool = True
    parser: LexborHTMLParser = field(default_factory=lambda: LexborHTMLParser("<p></p>"))

    def fail(self, key: str, what: str) -> RuleError:
        return RuleError(f"{self.file}: {key}: {what}")

    def known(self, table: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in keys:
                raise self.fail(f"{where}{key}", f"unknown key: use one of {', '.join(keys)}")

    def string(self, table: dict[str, Any], key: str, where: str, required: bool = False) -> str | None:
        value = table.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.fail(where + key, "a string is needed")
        return value

    def language(self, table: dict[str, Any]) -> str | None:
        tag = self.string(table, "language", "")
        if tag is not None and _TAG.fullmatch(tag) is None:
            raise self.fail("language", f"{tag!r} is no language tag: give it as en")
        return tag.partition("-")[0].lower() if tag else None

    def strings(self, table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
        value = table.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(where + key, "a list of strings is needed")
        return tuple(value)

    def hosts(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        hosts = tuple(host.lower().rstrip(".") for host in self.strings(table, key, ""))
        for host in hosts:
            if not regex.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host):
                raise self.fail(key, f"{host!r} is no host name: write it without scheme and path, as example.org")
        return hosts

    def selectors(self, table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
        found = self.strings(table, key, where)
        if key in table and not found:
            raise self.fail(where + key, "the list is empty: name a selector, or leave the key out")
        for selector in found:
            if not selector.strip():
                raise self.fail(where + key, "a selector is empty")
            try:
                if self.check:
                    self.parser.css(selector)
            except SelectolaxError:
                raise self.fail(where + key, f"bad selector {selector!r}") from None
            bare = _QUOTED.sub("[]", selector)
            if _COSTLY.search(bare) or max(len(part.split()) for part in bare.split(",")) > _CHAIN:
                raise self.fail(
                    where + key,
                    f"selector {selector!r} costs too much on large pages: no :nth-…, at most {_CHAIN} steps",
                )
        return found

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
    try:
        table = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RuleError(f"{file}: not TOML: {error}") from None
    slug = Path(file).stem
    reader.known(table, ("name", "hosts", "mirrors", "language", "fingerprints", "layout", "text", "recognise"), "")
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
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise reader.fail(key, f"write it as [[{key}]]")
    return found


def _layout(reader: _Reader, table: dict[str, Any], n: int, layer: Layer) -> Layout:
    where = f"layout {n}: "
    reader.known(table, ("name", "when", "body", "remove", *FIELDS), where)
    remove = table.get("remove", {})
    if not isinstance(remove, dict):
        raise reader.fail(f"{where}remove", 'write it as remove.REASON = ["selector"]')
    for reason in remove:
        if reason not in REASONS:
            raise reader.fail(f"{where}remove.{reason}", f"unknown reason: use one of {', '.join(Reason)}")
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
    reader.known(
        table,
        ("label", "lines", "before", "after", "from", "until", "while", "zone", "first", "max", "field", "anchors"),
        where,
    )
    spelling = reader.string(table, "label", where, required=True) or ""
    removed, label = spelling.startswith("removed:"), spelling.removeprefix("removed:")
    if label not in (REASONS if removed else LABELS):
        raise reader.fail(
            f"{where}label", f"unknown label {spelling!r}: use one of {', '.join(sorted(LABELS))}, or removed:REASON"
        )
    zone = reader.string(table, "zone", where)
    if zone is not None and zone not in ZONES:
        raise reader.fail(f"{where}zone", f"use one of {', '.join(ZONES)}")
    if not isinstance(table.get("first", False), bool):
        raise reader.fail(f"{where}first", "true or false is needed")
    most = table.get("max", 1)
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        raise reader.fail(f"{where}max", "a number of characters is needed")
    field = reader.string(table, "field", where)
    if field is not None and field not in LINE_FIELDS:
        raise reader.fail(f"{where}field", f"unknown field {field!r}: use one of {', '.join(LINE_FIELDS)}")
    if field is not None and layer is Layer.PHRASE:
        raise reader.fail(f"{where}field", "phrases stand on any site's pages and name no field")
    if not any(key in table for key in ("lines", "before", "after", "from")) and not table.get("first"):
        raise reader.fail(where + "lines", "the rule names no line: give lines, before, after, from or first")
    if not all(anchor.strip() for anchor in reader.strings(table, "anchors", where)):
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
        anchors=tuple(anchor.lower() for anchor in reader.strings(table, "anchors", where)),
    )
