"""The beginning of a rule set, from pages of a site: what the cleaner finds there without one, as selectors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner import Article, Cleaner, Options, Reason, Role
from cleaner.authoring.hosts import site_host
from cleaner.authoring.toml import string, strings
from cleaner.errors import InputError
from cleaner.rules.plausible import check_selector
from cleaner.rules.selectors import chains

# Names that say nothing of their own: made up by a build, counted, or of a column's width.
_NO_NAME = re.compile(r"\d{2}|^(?:sc|css|jss)-|^[a-z]{1,3}-\d|[A-Z][a-z]*[A-Z0-9][a-z]*\d|[^\w-]")
_ROLES = {
    Role.TITLE: "title",
    Role.SUBTITLE: "subtitle",
    Role.BYLINE: "authors",
    Role.PUBLISHED: "published",
    Role.CAPTION: "captions",
}
_PROSE = (Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM)
# Selectors of one reason that are proposed: the most frequent ones. By hand.
_MOST = 8
# Reasons that no selector of a site need tell.
_NO_REASONS = frozenset((Reason.DUPLICATE, Reason.REPEATED, Reason.HIDDEN, Reason.OTHER))


@dataclass(slots=True)
class _Seen:
    """What was found on the pages: selectors by key, with the number of pages; names of the site; languages."""

    pages: int = 0
    keys: dict[str, Counter[str]] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


def scaffold(host: str, pages: Iterable[tuple[str, bytes]]) -> str:
    """The text of a rule file to begin with. pages: names and contents of HTML pages of the site.

    Raises an `InputError` for what is no host, or for a page that can't be read.
    """
    name = site_host(host)
    seen = _Seen()
    reader = Cleaner(Options(site_rules=False))
    for page, data in pages:
        try:
            article = reader.clean(data, url=f"https://{name}/")
        except InputError as error:
            raise InputError(f"{page}: {error}") from None
        _look(article, LexborHTMLParser(data), seen)
    return "".join(f"{line}\n" for line in _lines(name, seen))


def _look(article: Article, parser: LexborHTMLParser, seen: _Seen) -> None:
    """Count what one page shows."""
    seen.pages += 1
    seen.names.update(filter(None, [article.site_name]))
    seen.languages.update(filter(None, [article.language]))
    found: dict[str, set[str]] = {}
    prose = []
    for block in article.blocks:
        path = block.source.path
        if path is None:
            continue
        if block.role in _PROSE:
            prose.append(path)
        key = _ROLES.get(block.role) if block.role else None
        if block.reason and block.reason not in _NO_REASONS:
            key = f"remove.{block.reason}"
        if key and (selector := _selector(_element(parser, path), within=key.startswith("remove."))):
            found.setdefault(key, set()).add(selector)
    if body := _selector(_element(parser, _common(prose)), within=True):
        found["body"] = {body}
    for key, selectors in found.items():
        seen.keys.setdefault(key, Counter()).update(selectors)


def _common(paths: Sequence[str]) -> str | None:
    """The path of the innermost element around most of the paths' elements."""
    parents = Counter(path.rpartition(" > ")[0] for path in paths)
    return parents.most_common(1)[0][0] if parents else None


def _element(parser: LexborHTMLParser, path: str | None) -> LexborNode | None:
    try:
        return parser.css_first(path) if path else None
    except SelectolaxError:
        return None


def _selector(node: LexborNode | None, within: bool) -> str | None:
    """A selector of an element by its id or class; of the nearest one around it that has any, where `within`."""
    while node is not None and node.tag not in ("html", "body", None):
        names = [f"#{node.attributes.get('id') or ''}"]
        names += [f".{name}" for name in (node.attributes.get("class") or "").split()]
        for name in [each for each in names if len(each) > 2 and not _NO_NAME.search(each[1:])]:
            if _is_sound(f"{node.tag}{name}"):
                return f"{node.tag}{name}"
        if node.tag in ("h1", "article", "main", "time", "figcaption"):
            return str(node.tag)
        node = node.parent if within else None
    return None


def _is_sound(selector: str) -> bool:
    try:
        chains(selector)
        check_selector(selector)
    except (ValueError, SelectolaxError):
        return False
    return True


def _lines(host: str, seen: _Seen) -> Iterator[str]:
    name = seen.names.most_common(1)[0][0] if seen.names else host
    yield "#:schema ./rules.schema.json"
    yield "# A beginning, made from pages without rules: look at each line, and at `cleaner --explain`."
    yield f"name = {string(name[:200])}"
    yield f"hosts = [{string(host)}]"
    yield f"language = {string(seen.languages.most_common(1)[0][0])}" if seen.languages else '# language = "en"'
    yield '# fingerprints = ["A line that this site prints on each page, and no other site does"]'
    yield ""
    yield "[[layout]]"
    bodies = seen.keys.get("body")
    yield _line("body", [bodies.most_common(1)[0][0]] if bodies else ["article"], seen, "" if bodies else "  # a guess")
    for key in ("title", "subtitle", "authors", "published", "captions"):
        listed = [selector for selector, _ in seen.keys.get(key, Counter()).most_common(_MOST)]
        yield _line(key, listed, seen) if listed else f"# {key} = []"
    removals = sorted(key for key in seen.keys if key.startswith("remove."))
    if removals:
        yield "# The generic rules leave these out already: name what they miss, and what they should not take."
    for key in removals:
        listed = [selector for selector, _ in seen.keys[key].most_common(_MOST)]
        yield f"# {key} = [{', '.join(map(string, listed))}]"
    yield ""
    yield "# [[text]]                # lines, for text that is scraped already"
    yield '# label = "advertisement"'
    yield '# lines = ["/^Tide tables for every pier\\\\b/"]'


def _line(key: str, selectors: Sequence[str], seen: _Seen, note: str = "") -> str:
    counts = [seen.keys.get(key, Counter())[selector] for selector in selectors]
    evidence = f"  # on {', '.join(map(str, counts))} of {seen.pages}" if any(counts) else note
    return f"{key} = {strings(selectors)}{evidence}"
