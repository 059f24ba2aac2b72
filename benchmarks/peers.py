"""The tools that are compared: the cleaner, its peers at their best settings for an article's text, and a bare parse as
the unit of cost.

Each peer is given what it takes: characters, decoded beforehand and off the clock, so that decoding is charged to the
cleaner alone. Where a peer hands out markup, turning it into text is on the clock, since it is text that its user is
after.
"""

from __future__ import annotations

import importlib
import logging
import socket
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.corpora import Loaded
from benchmarks.justext_runner import justext_runner

BARE = "bare parse"
OURS = "cleaner"
EXTRA = "pip install -r benchmarks/requirements.txt"
_PROSE = (
    "<p>The harbour opens again on Monday, the council said, and ships of every size may berth there until the "
    "end of the year.</p>"
)
_WARM = Loaded(
    f"<html><head><title>A page</title></head><body>{_PROSE * 9}</body></html>".encode(),
    f"<html><body>{_PROSE * 9}</body></html>",
    None,
)


@dataclass(frozen=True, slots=True)
class Output:
    """The output of a tool on a page."""

    text: str
    deck: str | None = None
    confidence: float | None = None

    @property
    def texts(self) -> list[str]:
        """The text, alone and with the deck where the tool gives it apart."""
        return [self.text, f"{self.deck}\n{self.text}"] if self.deck else [self.text]


Run = Callable[[Loaded], Output]


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the tables. `load` imports what it needs and returns what is run on each page; `package` is the
    distribution on PyPI.

    A `yardstick` is what the others are measured by, such as the bare parse: neither ours nor a peer.
    """

    name: str
    package: str
    load: Callable[[], Run]
    note: str = ""
    ours: bool = False
    yardstick: bool = False

    @property
    def is_peer(self) -> bool:
        """Whether it is compared with the cleaner, rather than the cleaner itself or a yardstick."""
        return not self.ours and not self.yardstick

    @property
    def version(self) -> str:
        """The installed version, or what brings it where it is not."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return "this checkout" if self.ours else f"not installed: {EXTRA}"


@dataclass(frozen=True, slots=True)
class Ready:
    """A tool that was loaded."""

    tool: Tool
    run: Run

    @property
    def name(self) -> str:
        """The tool's name."""
        return self.tool.name


def _cleaner(**options: Any) -> Callable[[], Run]:
    def load() -> Run:
        cleaner = importlib.import_module("cleaner")
        made = cleaner.Cleaner(options=cleaner.Options(**options))

        def run(page: Loaded) -> Output:
            article = made.clean(page.raw, url=page.url)
            return Output(article.text, article.subtitle, article.confidence)

        return run

    return load


def _bare() -> Run:
    parser = importlib.import_module("selectolax.lexbor").LexborHTMLParser

    def run(page: Loaded) -> Output:
        parser(page.raw)
        return Output("")

    return run


def _trafilatura(fast: bool = False) -> Callable[[], Run]:
    def load() -> Run:
        extract = importlib.import_module("trafilatura").extract
        return lambda page: Output(extract(page.text, url=page.url, fast=fast, include_comments=False) or "")

    return load


def _resiliparse() -> Run:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: Output(
        extract(page.text, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False)
    )


def _readability() -> Run:
    document = importlib.import_module("readability").Document
    html = importlib.import_module("lxml.html")
    return lambda page: Output(
        markup_text(html.fromstring(document(page.text, url=page.url).summary(html_partial=True)))
    )


def _newspaper() -> Run:
    article = importlib.import_module("newspaper").article
    return lambda page: Output(
        article(page.url or "http://localhost/", input_html=page.text, fetch_images=False).text or ""
    )


def _goose() -> Run:
    goose = importlib.import_module("goose3").Goose({"enable_image_fetching": False})
    return lambda page: Output(goose.extract(raw_html=page.text).cleaned_text or "")


def _boilerpy() -> Run:
    extractor = importlib.import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)
    return lambda page: Output(extractor.get_content(page.text) or "")


def _justext() -> Run:
    good = justext_runner()
    return lambda page: Output("\n\n".join(good(page.text, page.language)))


TOOLS: Sequence[Tool] = (
    Tool(OURS, "article-cleaner", _cleaner(site_rules=False), "site rules off: the generic path", ours=True),
    Tool("cleaner, site rules", "article-cleaner", _cleaner(), "with the rule sets that ship", ours=True),
    Tool("trafilatura", "trafilatura", _trafilatura(), "extract(include_comments=False)"),
    Tool("trafilatura, fast", "trafilatura", _trafilatura(fast=True), "extract(fast=True, include_comments=False)"),
    Tool("readability-lxml", "readability-lxml", _readability, "Document(…).summary(), then its text"),
    Tool(
        "newspaper4k", "newspaper4k", _newspaper, "article(input_html=…, fetch_images=False), with its word splitters"
    ),
    Tool(
        "resiliparse",
        "Resiliparse",
        _resiliparse,
        "extract_plain_text(main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False)",
    ),
    Tool("goose3", "goose3", _goose, "no image fetching"),
    Tool(
        "jusText",
        "jusText",
        _justext,
        "stop words of the declared language, else English; where it has no list, its settings without one",
    ),
    Tool("boilerpy3", "boilerpy3", _boilerpy, "ArticleExtractor"),
    Tool(BARE, "selectolax", _bare, "LexborHTMLParser(page) and nothing else: the unit of cost", yardstick=True),
)

BOTH_ENDS: Sequence[Tool] = (
    Tool(
        "cleaner, precision",
        "article-cleaner",
        _cleaner(site_rules=False, favour="precision"),
        'favour="precision", site rules off',
        ours=True,
    ),
    Tool(
        "cleaner, recall",
        "article-cleaner",
        _cleaner(site_rules=False, favour="recall"),
        'favour="recall", site rules off',
        ours=True,
    ),
)


def check(names: Sequence[str], tools: Sequence[Tool]) -> None:
    """Raises ValueError for a name that no peer among the tools has."""
    known = [tool.name for tool in tools if tool.is_peer]
    unknown = {name.strip().lower() for name in names} - {name.lower() for name in known} - {"", "none"}
    if unknown:
        raise ValueError(f"no peer is called {sorted(unknown)[0]!r}: use none or some of {'; '.join(known)}")


def choose(names: Sequence[str], tools: Sequence[Tool]) -> list[Tool]:
    """Those of the tools to compare: all, or the peers named and whatever is no peer."""
    wanted = {name.strip().lower() for name in names if name.strip()}
    return [tool for tool in tools if not wanted or not tool.is_peer or tool.name.lower() in wanted]


def load(tools: Sequence[Tool]) -> tuple[list[Ready], list[Tool]]:
    """The tools that are installed, loaded and warm, and those that are not: what a tool imports late counts too."""
    ready, missing = [], []
    with quiet():
        for tool in tools:
            try:
                run = tool.load()
                with suppress_all_but_missing():
                    run(_WARM)
                ready.append(Ready(tool, run))
            except ImportError:
                missing.append(tool)
    return ready, missing


@contextmanager
def suppress_all_but_missing() -> Iterator[None]:
    """Whatever a tool raises on a page is no matter here, unless a module of its own is missing."""
    try:
        yield
    except ImportError:
        raise
    except Exception:
        return


@contextmanager
def quiet() -> Iterator[None]:
    """No log lines and no warnings from the tools, and no way to the network for any of them."""
    connect, resolve, level = socket.socket.connect, socket.getaddrinfo, logging.root.manager.disable

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("no network here")

    logging.disable(logging.CRITICAL)
    socket.socket.connect, socket.getaddrinfo = refuse, refuse  # type: ignore[method-assign]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        socket.socket.connect, socket.getaddrinfo = connect, resolve  # type: ignore[method-assign]
        logging.disable(level)


_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var".split()
)


def markup_text(root: Any) -> str:
    """The text of an lxml tree with a line break for each block and `<br>`, so that no two words run together."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        inline = node.tag in _INLINE
        if not done:
            if not inline:
                parts.append("\n")
            if isinstance(node.tag, str):
                parts.append(node.text or "")
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node))
                continue
        if not inline:
            parts.append("\n")
        if node is not root:
            parts.append(node.tail or "")
    return "\n".join(line for line in (" ".join(line.split()) for line in "".join(parts).split("\n")) if line)
