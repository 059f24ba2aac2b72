"""A folder of Full-Text RSS files as rule sets, with an account of what could not be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.authoring.ftr.directives import (
    FIELDS,
    NOT_OURS,
    REMOVALS,
    SILENT,
    TRANSLATED,
    Directive,
    read_directives,
    reason_of,
)
from cleaner.authoring.ftr.predicates import quote
from cleaner.authoring.ftr.tokens import UntranslatableError
from cleaner.authoring.ftr.xpath import translate
from cleaner.authoring.toml import string, strings
from cleaner.errors import RuleError, quoted
from cleaner.rules.plausible import check_selector
from cleaner.rules.reader import parse
from cleaner.rules.selectors import chains

# Bytes of the largest file that is read; the largest of 2,100 has some 15,000. By hand.
_MOST_BYTES = 256_000
# Attributes of elements that the fields of a layout read.
_READ_ATTRIBUTES = ("content", "datetime")
# Names that styled-components, Emotion and JSS make up: `sc-buvPDS`, `css-1q2w3e`.
_GENERATED = re.compile(r"[\"\s](?:sc|css|jss|emotion)-?(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{5,8}[\"\s]")


@dataclass(slots=True)
class _Set:
    """The rule set of one host while its files are read. bodies: one list of selectors for each alternative."""

    host: str
    sources: list[str] = field(default_factory=list)
    bodies: list[tuple[str, ...]] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    removals: dict[str, list[str]] = field(default_factory=dict)

    def toml(self) -> str:
        """The rule file. Removals stand in the layouts: what they hit may hold the text of a new design."""
        lines = [
            f"# Imported from Full-Text RSS (ftr-site-config): {', '.join(self.sources)}",
            f"name = {string(self.host)}",
            f"hosts = [{string(self.host)}]",
            "imported = true    # serves only where no other set speaks of the host",
        ]
        said = [f"{name} = {strings(selectors)}" for name, selectors in self.fields.items()]
        removals = [f"remove.{reason} = {strings(selectors)}" for reason, selectors in self.removals.items()]
        for body in self.bodies:
            lines += ["", "[[layout]]", f"body = {strings(body)}", *said, *removals]
        if not self.bodies:
            lines += ["", "[[add]]", *said, *removals]
        return "\n".join(lines) + "\n"


@dataclass(slots=True)
class Imported:
    """What came of a folder. files: the rule files by name; report: for each source file what it could not say and why;
    given, translated: directives by name; reasons: why directives were not translated.
    """

    files: dict[str, str] = field(default_factory=dict)
    report: dict[str, list[str]] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)
    translated: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def note(self, source: str, message: str, reason: str = "") -> None:
        """Put a line into the account of a source file."""
        self.report.setdefault(source, []).append(message)
        if reason:
            self.reasons[reason] += 1


def import_folder(folder: Path) -> Imported:
    """Read the `*.txt` of a folder. Raises a `RuleError` where there is none."""
    paths = sorted(folder.glob("*.txt"), key=lambda path: (path.name.startswith("."), path.name))
    if not paths:
        raise RuleError(f"{folder}: a folder that holds no files of Full-Text RSS (*.txt)")
    imported = Imported()
    sets: dict[str, _Set] = {}
    for path in paths:
        host = path.name.removesuffix(".txt").strip(".").lower().removeprefix("www.")
        content = _content(path)
        if content is None:
            imported.note(path.name, f"can't be read, or has over {_MOST_BYTES:,} bytes")
            continue
        rules = sets.setdefault(host, _Set(host))
        rules.sources.append(path.name)
        for directive in read_directives(content):
            _take(directive, rules, path.name, imported)
    for host, rules in sets.items():
        _finish(host, rules, imported)
    return imported


def _content(path: Path) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return None


def _take(directive: Directive, rules: _Set, source: str, imported: Imported) -> None:
    """Translate one directive into the rule set of its host, or note why not."""
    name, where = directive.name, f"line {directive.line}: "
    if not directive.known:
        close = "no directive" if name else "neither a directive nor a comment"
        imported.note(source, f"{where}{quoted(name or directive.value)}: {close}: mend the spelling")
    elif name not in TRANSLATED:
        if name not in SILENT:
            imported.note(source, f"{where}{name} {NOT_OURS[name]}")
    elif directive.value:
        imported.given[name] += 1
        try:
            _translate(directive, rules)
            imported.translated[name] += 1
        except UntranslatableError as error:
            imported.note(source, f"{where}{name}: {quoted(directive.value)}: CSS can't say it: {error}", str(error))


def _translate(directive: Directive, rules: _Set) -> None:
    name = directive.name
    if name == "body":
        body = translate(directive.value)
        if body.attribute or body.own_text:
            raise UntranslatableError("an attribute's text, or an element's own")
        rules.bodies.append(_checked(body.selectors, of_part=True))
    elif name in FIELDS:
        said = translate(directive.value)
        if said.attribute not in (None, *_READ_ATTRIBUTES):
            raise UntranslatableError(f"the attribute {said.attribute}")
        _extend(rules.fields.setdefault(FIELDS[name], []), _checked(said.selectors))
    else:
        selectors = _checked(_removed(directive), of_part=True)
        if any(_GENERATED.search(selector) for selector in selectors):
            raise UntranslatableError("a class name that a build makes up, and the next one may give to the text")
        for selector in selectors:
            _extend(rules.removals.setdefault(reason_of(selector), []), (selector,))


def _removed(directive: Directive) -> tuple[str, ...]:
    """The selectors of what is stripped."""
    value = directive.value.strip("'\"").strip()
    if directive.name == "strip_id_or_class":
        return f"[class*={quote(value)}]", f"[id*={quote(value)}]"
    if directive.name == "strip_image_src":
        return (f"img[src*={quote(value)}]",)
    said = translate(directive.value)
    if said.attribute or said.own_text or said.first:
        raise UntranslatableError(
            "an attribute's text, or an element's own" if not said.first else "a place in the page"
        )
    return said.selectors


def _checked(selectors: Iterable[str], of_part: bool = False) -> tuple[str, ...]:
    """Selectors as a rule file may have them. Raises `UntranslatableError`."""
    listed = tuple(selectors)
    for selector in listed:
        try:
            chains(selector)
            LexborHTMLParser("<p></p>").css(selector)
            if of_part:
                check_selector(selector)
        except (ValueError, SelectolaxError) as error:
            why = next((word for word in ("costs too much", "whole page", "characters") if word in str(error)), "")
            raise UntranslatableError(f"its selector would be refused ({why or 'no CSS'})") from None
    return listed


def _extend(listed: list[str], more: Iterable[str]) -> None:
    listed.extend(selector for selector in dict.fromkeys(more) if selector not in listed)


def _finish(host: str, rules: _Set, imported: Imported) -> None:
    """Keep a host's rule set, if it says anything and would be taken."""
    if not (rules.bodies or rules.fields or rules.removals):
        imported.note(rules.sources[0], "holds nothing that a rule set can say: no set was written")
        return
    content = rules.toml()
    try:
        parse(content, f"{host}.toml", "user")
    except RuleError as error:
        for mistake in error.mistakes:
            imported.note(rules.sources[0], f"no set was written: {mistake}")
        return
    imported.files[f"{host}.toml"] = content


def account(imported: Imported) -> Iterable[str]:
    """The account of an import, line by line: what each file could not say, then the figures."""
    for source, messages in sorted(imported.report.items()):
        yield source
        yield from (f"  {message}" for message in messages)
    yield ""
    for reason, count in imported.reasons.most_common():
        yield f"{count:>6,}  {reason}"
    yield ""
    for name in ("body", *FIELDS, *REMOVALS):
        given, done = imported.given[name], imported.translated[name]
        if given:
            yield f"{name:<18} {done:>6,} of {given:>6,} translated ({done / given:.1%})"
    yield f"{len(imported.files):,} rule sets"
