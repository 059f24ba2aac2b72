"""The benchmark of bare text: dumps, harm, leftovers and growth."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import (
    metrics,
    peers,
    scaling,
    tables,
    text,
    text_peers,
)
from benchmarks.corpora import Loaded, read_corpora
from tests.corpora import BODY, SENTENCES
from tests.tools import absent, as_text, echo, fragile, quiet_progress, tool

DUMP = f"Home\nNews\nSign up\n\n{BODY}\n\nMost read\nImprint\n"


@pytest.mark.parametrize("tool", text_peers.TEXT_TOOLS, ids=lambda tool: tool.name)
def test_each_tool_keeps_the_prose_of_a_text(tool: peers.Tool) -> None:
    ready, missing = peers.load([tool])
    if missing:
        pytest.skip(f"{tool.name} is not installed")
    for language in ("en", None, "zh"):
        with peers.quiet():
            output = ready[0].run(as_text(DUMP, language))
        assert metrics.best_overlap(output.texts, [BODY]).recall == 1.0


def test_the_c4_rules_drop_lines_but_no_whole_pages() -> None:
    pytest.importorskip("datatrove")
    (c4,), _ = peers.load([tool for tool in text_peers.TEXT_TOOLS if tool.package == "datatrove"])
    given = "The menu of today\nShe wrote {lorem ipsum} in the log.\nUse of cookies is at your own risk."
    assert c4.run(as_text(given)).text == "She wrote {lorem ipsum} in the log."


def test_justext_gets_each_line_as_it_is_written() -> None:
    pytest.importorskip("justext")
    (lines,), _ = peers.load([tool for tool in text_peers.TEXT_TOOLS if tool.package == "jusText"])
    assert lines.run(as_text(f"Home\n{SENTENCES[0]} <b>x</b> &amp; y")).text == f"{SENTENCES[0]} <b>x</b> &amp; y"


def test_the_text_that_a_tool_makes_of_a_page_keeps_its_language_and_is_empty_where_it_raises(corpora: Path) -> None:
    page = next(c for c in read_corpora(corpora) if c.name == "news").pages[0]
    ready, _ = peers.load([tool("fragile", fragile), tool("echo", echo)])
    assert [text_peers.text_of(r)(page) for r in ready] == [as_text(""), as_text(BODY)]
    assert text_peers.body_of(page) == as_text(BODY)


def test_harm_counts_the_words_lost_and_what_came_out_as_it_went_in(corpora: Path) -> None:
    def less(page: Loaded) -> peers.Output:
        return peers.Output("\n".join(page.text.split("\n\n")[3:]))

    def spaced(page: Loaded) -> peers.Output:
        return peers.Output(page.text.replace("\n\n", " \n"))

    news = next(c for c in read_corpora(corpora) if c.name == "news")
    ready, _ = peers.load([tool("less", lambda: less), tool("spaced", lambda: spaced), tool("fragile", fragile)])
    steps: list[None] = []
    texts = text.harm(news, ready, lambda: steps.append(None))
    assert len(steps) == len(texts["less"]) == 4
    assert text.lost(texts["less"]) == pytest.approx(3 / 12, abs=0.01)
    assert (text.lost(texts["spaced"]), text.left_alone(texts["spaced"])) == (0.0, 1.0)
    assert (text.lost(texts["fragile"]), text.left_alone(texts["fragile"])) == (1.0, 0.0)
    assert (text.lost([]), text.left_alone([])) == (None, None)


def test_invisible_characters_and_composition_are_put_aside() -> None:
    assert text.visible("co\u00adope\u200brate\ufeff  cafe\u0301") == text.visible("cooperate caf\u00e9")
    assert text.visible("co-operate") != text.visible("cooperate")


@pytest.fixture
def lines_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No peer makes dumps and extracts: a dump is menu, body and imprint, an extract a body and a newsletter's line."""
    monkeypatch.setattr(text, "DUMP", tool("dump", lambda: lambda page: peers.Output(DUMP)))
    monkeypatch.setattr(
        text, "TEXT_TOOLS", [text_peers.TEXT_TOOLS[0], tool("echo", lambda: lambda page: peers.Output(page.text))]
    )
    left = peers.Output(f"{BODY}\n\nSign up for our newsletter")
    monkeypatch.setattr(text, "TOOLS", [tool(text.EXTRACTORS[0], lambda: lambda page: left)])


@pytest.mark.slow
def test_the_text_suite(corpora: Path, lines_of_pages: None) -> None:
    settings = tables.Settings(timed=1, repeats=2, rounds=10, text_sizes=(2, 20))
    result = text.text_suite(read_corpora(corpora), settings, quiet_progress)
    by = {table.title: table for table in result.tables}
    assert list(by) == [
        "Text of news: 4 dumps",
        "Text of snippets: 1 dumps",
        "Harm: gold bodies given as text",
        "Leftovers: the text of other extractors, cleaned once more",
        "Growth: one text, 0.002 to 0.02 MB",
    ]
    assert list(result.scores) == ["news, dumps", "snippets, dumps"]
    for table in result.tables:
        assert {len(row) for row in table.rows} == {len(table.columns)}
    dumps = by["Text of news: 4 dumps"]
    assert [row[0] for row in dumps.rows] == ["cleaner", "echo", "untouched"]
    assert dumps.columns[-2] == "CPU × echo" and [row[-2] for row in dumps.rows[1:]] == ["1", "–"]
    assert [note.split(":")[0] for note in dumps.notes] == ["word F1", "near-exact", "snippet F1", "CPU of the cleaner"]
    assert by["Harm: gold bodies given as text"].rows[0] == ("news: cleaner", "4", "0.0000", "1.000", "1.000")
    (news, snippets) = by["Leftovers: the text of other extractors, cleaned once more"].rows
    assert news[0] == "news: trafilatura" and news[2] == "1.0000" and news[4:7] == ("4", "0", "0")
    assert snippets[1:7] == ("–",) * 6 and snippets[7:9] == ("1.0000", "1.0000")
    assert [row[0] for row in by["Growth: one text, 0.002 to 0.02 MB"].rows][:2] == ["dumps of pages, joined", "dump"]


def test_the_text_suite_without_costs_and_without_what_makes_dumps(
    corpora: Path, lines_of_pages: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "DUMP", tool("dump", absent))
    result = text.text_suite(
        read_corpora(corpora), tables.Settings(peers=("none",), costs=False, rounds=10), quiet_progress
    )
    assert [table.title.split(":")[0] for table in result.tables] == ["Harm"]
    assert [row[0] for row in result.tables[0].rows] == ["news: cleaner"]
    assert [m.name for m in result.missing] == ["dump"]


def test_the_forms_of_text_grow_as_asked(tmp_path: Path) -> None:
    for form in text.GROWN:
        assert len(scaling.FORMS[form](30_000, 7)) == pytest.approx(30_000, rel=0.1)
    assert max(map(len, scaling.FORMS["text: hard-wrapped"](30_000, 0).splitlines())) <= 72
    mine = tmp_path / "mine.txt"
    mine.write_text("abc", "utf8")
    assert [scaling._file(str(mine))(7, first) for first in (0, 1)] == ["abcabca", "bcabcab"]


@pytest.mark.slow
def test_growth_is_that_of_a_process_of_its_own() -> None:
    growth = scaling.apart("text: dump", 20_000)
    assert 0 < growth["seconds"] < 60 and 0 <= growth["megabytes"] < 500
