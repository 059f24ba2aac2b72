"""Which elements print the title, the authors and the day that the page's data for machines state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner import Article
from cleaner.authoring.learn.draft import Draft, Line
from cleaner.authoring.learn.names import selectors_of
from cleaner.authoring.learn.sample import SamplePage
from cleaner.authoring.learn.trial import Outcome, try_on, worst_fall
from cleaner.authoring.learn.words import letters
from cleaner.rules.select import select

# A field's selector agrees on at least this share of the layout's pages. By hand.
_MOST_PAGES = 0.6
# Selectors that are tried for a field, and elements around a text that are looked at. By hand.
_MOST_TRIED, _MOST_AROUND = 3, 4
# Texts of a page, equal to a part of a field, around which elements are looked at. By hand: each look reads a part of
# the page.
_MOST_LOOKS = 60
# Characters of the longest element that holds a title or name. By hand.
_LONGEST = 400
# Characters of the shortest name or title that is looked for. By hand: less is found anywhere.
_SHORTEST = 4
# What the sources of machines are called in `Article.sources`.
_BY_MACHINES = ("json-ld", "meta", "microdata", "time", "rdfa")
_FIELDS = ("title", "authors", "published")


def learn_fields(draft: Draft, before: Sequence[Outcome]) -> tuple[Draft, list[Outcome]]:
    """The draft with selectors of fields that agree with the pages' data for machines and change neither a field nor
    the text of any page for the worse; and the pages cleaned with it.
    """
    outcomes = list(before)
    for number, layout in enumerate(draft.layouts):
        served = [outcome.page for outcome in before if outcome.layout == layout.name]
        for name in _FIELDS:
            for selector, agreed, stated in _candidates(name, served):
                line = Line(selector, f"agrees with the page's data on {agreed} of {stated} pages")
                candidate = draft.with_layout(number, draft.layouts[number].with_field(name, (line,)))
                after = try_on(candidate, selector, outcomes)
                if _is_harmless(outcomes, after):
                    draft, outcomes = candidate, after
                    break
    return draft, outcomes


def _is_harmless(before: Sequence[Outcome], after: Sequence[Outcome]) -> bool:
    """Whether all pages are served as before, with the same text and no field changed that was stated."""
    for old, new in zip(before, after, strict=True):
        if old.layout != new.layout:
            return False
        for name in _FIELDS:
            was, now = getattr(old.article, name), getattr(new.article, name)
            if was and was != now:
                return False
    return worst_fall(before, after) <= 0


def _candidates(name: str, pages: Sequence[SamplePage]) -> list[tuple[str, int, int]]:
    """Selectors all of whose elements agree with a field, with the pages on which they do and those that state it."""
    agreed: Counter[str] = Counter()
    wrong: set[str] = set()
    stated = [page for page in pages if page.parser is not None and _is_stated(page.article, name)]
    for page in stated:
        assert page.parser is not None
        agrees = _AGREES[name](page.article)
        names = [selector for node in _nodes(name, page.parser, page.article) for selector in _named(node, name)]
        for selector in dict.fromkeys(names):
            if all(agrees(node) for node in select(page.parser, selector)):
                agreed[selector] += 1
            else:
                wrong.add(selector)
    listed = [
        (selector, count, len(stated))
        for selector, count in agreed.items()
        if selector not in wrong and count >= _MOST_PAGES * len(pages)
    ]
    listed.sort(key=lambda entry: (-entry[1], -_telling(entry[0], name), len(entry[0]), entry[0]))
    return listed[:_MOST_TRIED]


def _named(node: LexborNode, name: str) -> tuple[str, ...]:
    own = selectors_of(node)
    return (*own, "h1") if name == "title" and node.tag == "h1" else own


def _telling(selector: str, name: str) -> bool:
    """Whether a selector says what it names."""
    words = {"title": ("title", "headline"), "authors": ("author", "byline"), "published": ("date", "time", "publish")}
    return any(word in selector.lower() for word in words[name])


def _is_stated(article: Article, name: str) -> bool:
    """Whether a source for machines states the field's value, alone or beside others."""
    source = article.sources.get(name)
    if not source or not getattr(article, name):
        return False
    said = [source["source"], *(other["source"] for other in source.get("others", ()))]
    return any(str(each).startswith(_BY_MACHINES) for each in said)


def _text_of(node: LexborNode) -> str:
    return letters(node.text(deep=True, separator=" "))


def _title_agrees(article: Article) -> Callable[[LexborNode], bool]:
    title = letters(article.title or "")
    return lambda node: _text_of(node) == title


def _author_agrees(article: Article) -> Callable[[LexborNode], bool]:
    names = {letters(name) for name in article.authors}
    return lambda node: _text_of(node) in names


def _day_agrees(article: Article) -> Callable[[LexborNode], bool]:
    day = (article.published or "")[:10]
    return lambda node: (node.attributes.get("datetime") or node.attributes.get("content") or "")[:10] == day


def _around(parser: LexborHTMLParser, values: Iterable[str]) -> Iterator[LexborNode]:
    """The elements whose text is one of the values."""
    wanted = {letters(value) for value in values if len(letters(value)) >= _SHORTEST}
    root, looks = parser.body, 0
    for node in list(root.traverse(include_text=True)) if root is not None and wanted else ():
        key = letters(node.text() or "") if node.is_text_node and len(node.text() or "") <= _LONGEST else ""
        if len(key) < _SHORTEST or not any(key in value for value in wanted):
            continue
        looks += 1
        if looks > _MOST_LOOKS:
            return
        at = node.parent
        for _ in range(_MOST_AROUND):
            if at is None or at.tag in ("body", "html", "script", "style"):
                break
            text = _text_of(at)
            if text in wanted:
                yield at
            elif len(text) > _LONGEST:
                break
            at = at.parent


def _nodes(name: str, parser: LexborHTMLParser, article: Article) -> Iterable[LexborNode]:
    """The elements that may print a field."""
    if name == "published":
        body = parser.body
        return body.css("[datetime], [itemprop=datePublished][content]") if body is not None else ()
    return _around(parser, article.authors if name == "authors" else [article.title or ""])


_AGREES = {"title": _title_agrees, "authors": _author_agrees, "published": _day_agrees}
