"""The tools that the benchmark compares, and what they cost."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from benchmarks import (
    metrics,
    peers,
    run,
    speed,
)
from benchmarks.corpora import Loaded, Page, read_corpora
from tests.corpora import BODY, harbour_page
from tests.tools import absent, echo, fragile, late, tool


@pytest.mark.parametrize("tool", [*peers.TOOLS, *peers.BOTH_ENDS], ids=lambda tool: tool.name)
def test_each_tool_finds_the_body_of_a_plain_page(tool: peers.Tool) -> None:
    ready, missing = peers.load([tool])
    if missing:
        assert "not installed: pip install -r benchmarks/requirements.txt" in tool.version
        pytest.skip(f"{tool.name} is not installed")
    with peers.quiet():
        output = ready[0].run(Loaded(harbour_page().encode(), harbour_page(), "https://a.example/x"))
    if tool.name != peers.BARE:
        assert metrics.best_overlap(output.texts, [BODY]).recall > 0.9
        assert (output.confidence is not None) == tool.ours


def test_what_is_missing_is_listed_and_what_breaks_is_counted(corpora: Path) -> None:
    ready, missing = peers.load(
        [tool("absent", absent), tool("late", late), tool("fragile", fragile), tool("echo", echo)]
    )
    assert ([r.name for r in ready], [m.name for m in missing]) == (["fragile", "echo"], ["absent", "late"])
    news = next(c for c in read_corpora(corpora) if c.name == "news")
    scores = run.measure(news, ready)
    assert {s.error for s in scores["fragile"]} == {"RuntimeError"}
    assert (run.figures(scores["fragile"]).f1, run.figures(scores["echo"]).f1) == (0.0, 1.0)


def test_a_suite_gives_its_tools_what_it_likes_of_a_page(corpora: Path) -> None:
    news = next(c for c in read_corpora(corpora) if c.name == "news")
    same, _ = peers.load([tool("same", lambda: lambda page: peers.Output(page.text))])

    def body(page: Page) -> Loaded:
        return Loaded(b"", page.body or "", None)

    assert run.figures(run.measure(news, same, prepare=body)["same"]).f1 == 1.0
    assert list(speed.costs(news.sample(1), same, 1, prepare=body, unit="same")) == ["same"]


def test_no_tool_reaches_the_network() -> None:
    connect = socket.socket.connect
    with peers.quiet(), pytest.raises(OSError, match="no network here"):
        socket.create_connection(("localhost", 9), timeout=1)
    assert socket.socket.connect is connect


def test_choosing_peers() -> None:
    names = [t.name for t in peers.choose(["Resiliparse "], [*peers.TOOLS, *peers.BOTH_ENDS])]
    assert names == [
        "cleaner",
        "cleaner, site rules",
        "resiliparse",
        "bare parse",
        "cleaner, precision",
        "cleaner, recall",
    ]
    assert [t.name for t in peers.choose(["none"], peers.TOOLS)] == ["cleaner", "cleaner, site rules", "bare parse"]
    assert peers.choose([], peers.TOOLS) == list(peers.TOOLS)
    peers.check(["none", "goose3", ""], peers.TOOLS)
    with pytest.raises(ValueError, match="no peer is called 'nobody': use none or some of trafilatura; "):
        peers.check(["nobody"], peers.TOOLS)


def test_markup_becomes_text_without_glued_words() -> None:
    lxml_html = pytest.importorskip("lxml.html")
    root = lxml_html.fromstring(
        "<div>one<br>two <b>bo</b>ld<p>three</p><!-- no -->tail<ul><li>a</li><li>b</li></ul></div>"
    )
    assert peers.markup_text(root) == "one\ntwo bold\nthree\ntail\na\nb"


def test_costs_are_multiples_of_the_bare_parse(corpora: Path) -> None:
    ready, _ = peers.load([t for t in peers.TOOLS if t.name in (peers.OURS, peers.BARE)])
    news = next(c for c in read_corpora(corpora) if c.name == "news")
    steps: list[None] = []
    spent = speed.costs(news, ready, repeats=2, step=lambda: steps.append(None))
    assert len(steps) == speed.turns(news, 2) == 2
    assert spent[peers.BARE].multiples == pytest.approx((1.0, 1.0))
    cost = spent[peers.OURS]
    assert 0 < cost.low <= cost.median <= cost.high


def test_memory_is_that_of_a_process_of_its_own(corpora: Path) -> None:
    bare = next(t for t in peers.TOOLS if t.name == peers.BARE)
    megabytes = speed.memory(bare, [corpora / "news" / "html" / "a0.html.gz"])
    assert megabytes is not None and 5 < megabytes < 500
    assert speed.memory(tool("nobody", echo), []) is None


def test_the_made_page_grows_as_asked_and_is_the_same_each_time() -> None:
    assert speed.long_page(30_000) == speed.long_page(30_000)
    assert 30_000 <= len(speed.long_page(30_000)) < 31_000
    grown = speed.Growth((50, 500), (2.0, 21.0), (30.0, None))
    assert (grown.factor, grown.length) == (10.5, 10)
