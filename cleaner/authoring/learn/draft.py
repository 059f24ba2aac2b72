"""The rule set that is being learnt: its lines, each with what speaks for it, and the file that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cleaner.authoring.toml import string
from cleaner.rules.reader import parse
from cleaner.rules.schema import RuleSet


@dataclass(frozen=True, slots=True)
class Line:
    """A selector or matcher, and what speaks for it."""

    value: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class DraftLayout:
    """A design: selectors of the body, of fields, and of what is left out, by reason."""

    name: str
    body: tuple[Line, ...]
    fields: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    remove: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def with_removal(self, reason: str, line: Line) -> DraftLayout:
        """The layout, and one more removal."""
        return replace(self, remove={**self.remove, reason: (*self.remove.get(reason, ()), line)})

    def with_field(self, name: str, lines: tuple[Line, ...]) -> DraftLayout:
        """The layout with the selectors of a field."""
        return replace(self, fields={**self.fields, name: lines})


@dataclass(frozen=True, slots=True)
class DraftLines:
    """A rule of lines: its label, the key that the matchers stand under (`lines` or `from`), and its zone."""

    label: str
    lines: tuple[Line, ...]
    key: str = "lines"
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule set that is being learnt."""

    host: str
    name: str
    language: Line | None = None
    fingerprints: tuple[Line, ...] = ()
    layouts: tuple[DraftLayout, ...] = ()
    text: tuple[DraftLines, ...] = ()

    def with_layout(self, number: int, layout: DraftLayout) -> Draft:
        """The draft with another layout in place of one."""
        layouts = list(self.layouts)
        layouts[number] = layout
        return replace(self, layouts=tuple(layouts))

    def rules(self, check: bool = False) -> RuleSet:
        """The rule set that the draft is; check: whether to try its patterns and fingerprints, too. Raises `RuleError`
        for what no rule file may say.
        """
        return parse("\n".join(self.toml()), "learnt.toml", "user", check=check)

    def toml(self) -> Iterator[str]:
        """The lines of its file."""
        yield f"name = {string(self.name)}"
        yield f"hosts = [{string(self.host)}]"
        if self.language is not None:
            yield f"language = {string(self.language.value)}{_note(self.language)}"
        if self.fingerprints:
            yield from _list("fingerprints", self.fingerprints)
        for layout in self.layouts:
            yield from ("", "[[layout]]", f"name = {string(layout.name)}")
            yield from _list("body", layout.body)
            for name, lines in layout.fields.items():
                yield from _list(name, lines)
            for reason in sorted(layout.remove):
                yield from _list(f"remove.{reason}", layout.remove[reason])
        for rule in self.text:
            yield from ("", "[[text]]", f"label = {string(rule.label)}")
            if rule.zone:
                yield f"zone = {string(rule.zone)}"
            yield from _list(rule.key, rule.lines)


def _note(line: Line) -> str:
    return f"  # {line.evidence}" if line.evidence else ""


def _list(key: str, lines: tuple[Line, ...]) -> Iterator[str]:
    """A key's list: on one line with its comment where there is one value, else a line for each."""
    if len(lines) == 1:
        yield f"{key} = [{string(lines[0].value)}]{_note(lines[0])}"
        return
    yield f"{key} = ["
    yield from (f"    {string(line.value)},{_note(line)}" for line in lines)
    yield "]"
