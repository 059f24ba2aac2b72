"""Made tools for the benchmark's tests: some work, some are missing, some break."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import peers
from benchmarks.corpora import Loaded
from tests.corpora import BODY


def absent() -> peers.Run:
    """A tool whose package is not installed."""
    raise ImportError("no such module")


def late() -> peers.Run:
    """A tool that finds out on the first page that a module is missing."""

    def go(page: Loaded) -> peers.Output:
        raise ModuleNotFoundError("word splitter")

    return go


def fragile() -> peers.Run:
    """A tool that raises on every page."""

    def go(page: Loaded) -> peers.Output:
        raise RuntimeError("boom")

    return go


def echo() -> peers.Run:
    """A tool that gives the same body for every page."""
    return lambda page: peers.Output(BODY)


def tool(name: str, load: Callable[[], peers.Run]) -> peers.Tool:
    """A tool under a name, made by `load`."""
    return peers.Tool(name, "no-such-distribution", load)


def as_text(text: str, language: str | None = "en") -> Loaded:
    """A page that is bare text."""
    return Loaded(b"", text, None, language)


def quiet_progress(name: str, steps: int) -> Callable[[], None]:
    """A progress bar that shows nothing."""
    return lambda: None
