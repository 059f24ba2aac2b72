"""`--explain`: the account of one document: its metadata with their sources, the rules used, and every block with its
label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cleaner.article import Article
from cleaner.cli.streams import painted
from cleaner.errors import printable
from cleaner.labels import BODY
from cleaner.model import BlockView, Caption
from cleaner.model.metadata import METADATA_FIELDS

_STYLES = {"+": "green", "=": "cyan", "-": "red"}
_LEGEND = "+ in the text   = in a field of its own   - left out"
_COLUMN = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the account: pieces of text, each with its style on a terminal."""

    pieces: tuple[tuple[str, str], ...]
    indent: int = 0

    def plain(self) -> str:
        """The line without colours."""
        return (" " * self.indent + "".join(text for text, _ in self.pieces)).rstrip()

    def rich(self) -> Any:
        """The line as rich prints it; wrapped lines keep the indent."""
        from rich.padding import Padding
        from rich.text import Text

        return Padding(Text.assemble(*self.pieces), (0, 0, 0, self.indent))


def explain(article: Article, name: str | None, colours: bool) -> str:
    """The account as text: coloured for a terminal, plain for all else. `name` heads it where there are several."""
    lines = [*_head(article, name), Line(()), *(line for block in article.blocks for line in _block(block)), Line(())]
    if colours:
        return painted(*(line.rich() for line in lines))
    return "".join(f"{line.plain()}\n" for line in lines)


def _head(article: Article, name: str | None) -> Iterator[Line]:
    if name is not None:
        yield _field("file", name)
    for field in METADATA_FIELDS:
        value = getattr(article, field)
        if isinstance(value, Caption):
            value = value.image
        account = article.sources.get(field)
        if value not in (None, "", ()):
            yield _field(field, _shown(value))
            yield from _sources(account, value)
        elif account:  # all that was said was refused
            yield _field(field, "–")
            yield from _others(account, value)
    for caption in article.captions:
        yield _field("caption", f"{caption.text} [{caption.credit}]" if caption.credit else caption.text)
    yield _field("rules", _rules(article))
    encoding = article.encoding
    replaced = f", {encoding['replaced']} replaced" if encoding["replaced"] else ""
    yield _field(
        "encoding", f"{encoding['name']} ({encoding['source']}, confidence {encoding['confidence']:.2f}{replaced})"
    )
    yield _field("confidence", f"{article.confidence:.2f}")
    marks = [mark(block) for block in article.blocks]
    yield _field(
        "blocks",
        f"{len(marks)}: {marks.count('+')} in the text, {marks.count('=')} in fields of their own, {marks.count('-')} "
        f"left out",
    )
    yield _field("", _LEGEND)


def _field(name: str, value: str) -> Line:
    return Line(((f"{name:<{_COLUMN}}", "bold"), (printable(value), "")))


def _sources(account: dict[str, Any] | None, value: Any) -> Iterator[Line]:
    """Which source won, and what the others said where they differ."""
    if not account:
        return
    agree = [
        other["source"]
        for other in account.get("others", ())
        if _same(other["value"], value) and other["source"] != account["source"]
    ]
    also = f"; so says {', '.join(dict.fromkeys(agree))}" if agree else ""
    yield Line(((printable(f"from {account['source']}{also}"), "dim"),), _COLUMN + 2)
    yield from _others(account, value)


def _others(account: dict[str, Any], value: Any) -> Iterator[Line]:
    """What was said and did not win, and why where it was refused."""
    for other in account.get("others", ()):
        if value is None or not _same(other["value"], value):
            why = f" ({other['refused']})" if "refused" in other else ""
            yield Line(((printable(f"not {other['source']}: {_shown(other['value'])}{why}"), "dim"),), _COLUMN + 2)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _same(said: Any, value: Any) -> bool:
    return bool(said == value) if isinstance(said, (str, bool)) else list(said) == list(value)


def _rules(article: Article) -> str:
    used = article.rules
    if used is None:
        return "no site's rule set: families, phrases and generic rules"
    layout = f", layout {used.layout}" if used.layout else f", no layout ({used.drift})" if used.drift else ""
    fit = f", fit {used.fit:.2f}" if used.fit is not None else ""
    return f"{used.set}, digest {used.digest}{layout}{fit}"


def mark(block: BlockView) -> str:
    """`+` for a block that is in the text, `=` for one that has its own field, `-` for one that is left out."""
    if block.span is not None:
        return "+"
    return "-" if block.reason is not None or block.role in BODY else "="


def _block(block: BlockView) -> Iterator[Line]:
    sign = mark(block)
    label = str(block.role or block.reason)
    style = _STYLES[sign]
    yield Line(
        (
            (f"{sign} {label:<14} ", style),
            (f"{block.layer:<8} ", ""),
            (f"{printable(block.rule)}{_score(block)}  ", "bold"),
            (printable(str(block.source)), "dim"),
        )
    )
    for line in block.text.split("\n"):
        yield Line(((printable(line), "strike dim" if sign == "-" else ""),), 4)


def _score(block: BlockView) -> str:
    """A learnt model's probability, after its rule; nothing where a rule decided."""
    return "" if block.score is None else f" {block.score:.2f}"
