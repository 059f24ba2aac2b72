"""The benchmark: its measures on small examples, its readers on made corpora, the gate, and the command from end to
end.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks import (
    gate,
    meta,
    metrics,
    peers,
    report,
    run,
    scaling,
    speed,
    suites,
    tables,
    text,
    text_meta,
    text_peers,
)
from benchmarks.__main__ import main
from benchmarks.corpora import Corpus, CorpusError, Loaded, Page, decode, read_corpora
from training.sources import main as count_sources

SENTENCES = [
    f"On the {day}. of May the council of the harbour town met again, weighed both of the plans and put off its vote "
    f"until the spring, "
    "since there were some who said that it was too soon and others that it was far too late for any of them to make "
    "up their minds."
    for day in range(1, 13)
]
BODY = "\n\n".join(SENTENCES)


def html(body: str = BODY, title: str = "The harbour opens", extra: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    menu = "<nav><ul>" + "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(8)) + "</ul></nav>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{menu}'
        f"<article><h1>{title}</h1>{paragraphs}</article>{extra}<footer><p>Imprint</p></footer></body></html>"
    )


def put(folder: Path, id: str, page: str | bytes) -> None:
    (folder / "html").mkdir(parents=True, exist_ok=True)
    raw = page.encode() if isinstance(page, str) else page
    (folder / "html" / f"{id}.html.gz").write_bytes(gzip.compress(raw))


def ours(folder: Path, *rows: dict[str, Any], page: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    for row in rows:
        put(folder, row["id"], page or html())
    return folder


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    rows = [
        {
            "id": f"a{i}",
            "url": f"https://www.site{i % 2}.example/{i}",
            "body": BODY,
            "with": [SENTENCES[3]],
            "without": ["Imprint"],
        }
        for i in range(4)
    ]
    ours(folder / "news", *rows)
    ours(
        folder / "snippets",
        {"id": "s1", "url": "https://b.example/", "body": None, "with": [SENTENCES[0]], "without": ["Section 3"]},
    )
    ours(
        folder / "shop",
        {"id": "o1", "url": "https://shop.example/", "body": "Buy", "kind": "product"},
        page="<html><body><p>Buy</p></body></html>",
    )
    return folder


# Measures


def test_words_are_lower_case_without_underscores_and_marks() -> None:
    assert metrics.tokens("The the, O'Neill's snake_case 3.5 Über") == {
        "the": 2,
        "o": 1,
        "neill": 1,
        "s": 1,
        "snake": 1,
        "case": 1,
        "3": 1,
        "5": 1,
        "über": 1,
    }
    assert metrics.tokens(None) == {}


def test_each_cjk_character_kana_and_hangul_syllable_is_a_word() -> None:
    assert list(metrics.tokens("港が開く 항구 port")) == ["港", "が", "開", "く", "항", "구", "port"]


def test_overlap_counts_repeats() -> None:
    found = metrics.overlap(metrics.tokens("a a b c"), metrics.tokens("a b b"))
    assert (found.precision, found.recall, found.f1) == (2 / 4, 2 / 3, 4 / 7)


def test_overlap_of_nothing() -> None:
    assert metrics.overlap(metrics.tokens(""), metrics.tokens("")).f1 == 1.0
    assert metrics.overlap(metrics.tokens(""), metrics.tokens("a")) == metrics.Overlap(0.0, 0.0, 0.0)
    assert metrics.overlap(metrics.tokens("a"), metrics.tokens("")).f1 == 0.0


@pytest.mark.parametrize(
    ("output", "page"),
    [
        (peers.Output("the body"), Page("x", Path(), body="the body", deck="a deck")),
        (peers.Output("a deck the body"), Page("x", Path(), body="the body", deck="a deck")),
        (peers.Output("the body", deck="a deck"), Page("x", Path(), body="a deck the body")),
        (peers.Output("the body", deck="another deck"), Page("x", Path(), body="the body")),
    ],
)
def test_a_deck_in_or_out_is_no_error(output: peers.Output, page: Page) -> None:
    words = run.score(page, output).words
    assert words is not None and words.f1 == 1.0


def test_snippets_over_a_corpus() -> None:
    one = metrics.snippets("The  Quick\nfox", ["the quick fox", "dog"], ["quick", "cat"])
    assert one == metrics.Snippets(wanted=2, found=1, leaked=1)
    total = one + metrics.Snippets(wanted=2, found=2, leaked=0)
    precision, recall = 3 / 4, 3 / 4
    assert total.f1 == pytest.approx(2 * precision * recall / (precision + recall))
    assert metrics.Snippets().f1 is None
    assert metrics.Snippets(wanted=3).f1 == 0.0


def test_auc() -> None:
    assert metrics.auc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert metrics.auc([0.1], [0.9]) == 0.0
    assert metrics.auc([0.5, 0.5], [0.5]) == 0.5
    assert metrics.auc([0.9, 0.4], [0.4, 0.1]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert metrics.auc([], [0.1]) is None


def test_calibration_error() -> None:
    assert metrics.calibration_error([1.0, 1.0, 0.0], [True, True, False]) == 0.0
    assert metrics.calibration_error([0.95, 0.95, 0.15, 0.15], [True, False, False, False]) == pytest.approx(
        (2 * 0.45 + 2 * 0.15) / 4
    )
    assert metrics.calibration_error([], []) is None
    with pytest.raises(ValueError, match="as many"):
        metrics.calibration_error([0.5], [])


def test_bootstrap_is_the_same_for_the_same_seed_and_resamples_hosts() -> None:
    hosts = [f"h{i % 7}" for i in range(70)]
    sums = metrics.by_host(hosts, [(float(i % 7) / 7, 1.0) for i in range(70)])
    assert sums["h2"] == pytest.approx([20 / 7, 10.0])

    def share(s: Any) -> float:
        return float(s[0] / s[1])

    first = metrics.bootstrap(sums, share, rounds=300, seed=4)
    assert first == metrics.bootstrap(dict(reversed(sums.items())), share, rounds=300, seed=4)
    assert first != metrics.bootstrap(sums, share, rounds=300, seed=5)
    low, high = first
    assert low < 3 / 7 < high
    assert metrics.bootstrap(metrics.by_host(["one"] * 70, [(0.5, 1.0)] * 70), share, rounds=50) == (0.5, 0.5)
    with pytest.raises(ValueError, match="nothing"):
        metrics.bootstrap({}, share)


def scores_of(*values: float, wanted: int = 0) -> list[run.Score]:
    return [
        run.Score(
            str(i),
            f"h{i}",
            metrics.Overlap(v, v, v),
            metrics.Snippets(wanted, round(wanted * v), 0),
            confidence=v,
            error="E" if v == 0 else None,
        )
        for i, v in enumerate(values)
    ]


def test_figures_of_a_row() -> None:
    row = run.figures([*scores_of(1.0, 0.99, 0.4, 0.0, wanted=2), run.Score("x", "y", None, metrics.Snippets(2, 0, 1))])
    assert row.pages == 5
    assert row.f1 == pytest.approx((1.0 + 0.99 + 0.4) / 4)
    assert (row.near_exact, row.below_half, row.errors) == (0.5, 2, 1)
    assert row.snippet_f1 == pytest.approx(2 * 5 / (5 + 1 + 10))
    empty = run.figures([run.Score("x", "y", None, metrics.Snippets())])
    assert (empty.f1, empty.snippet_f1, empty.below_half) == (None, None, None)


def test_the_best_peer_is_chosen_by_measure_and_the_gap_has_an_interval() -> None:
    scores = {
        "cleaner": scores_of(*[1.0] * 9, 0.9),
        "even": scores_of(*[0.98] * 10),
        "patchy": scores_of(*[1.0] * 5, *[0.5] * 5),
    }
    by = {d.measure: d for d in run.differences(scores, "cleaner", ["even", "patchy", "absent"], rounds=200)}
    assert (by["word F1"].peer, by["near-exact"].peer) == ("even", "patchy")
    assert "snippet F1" not in by
    word = by["word F1"]
    assert word.ours - word.theirs == pytest.approx(0.01)
    assert word.low <= 0.01 <= word.high
    assert run.differences(scores, "cleaner", []) == []


def test_confidence_by_corpus() -> None:
    worth = run.confidence({"news": scores_of(1.0, 1.0), "shop": scores_of(0.0)}, {"news": True, "shop": False})
    assert (worth.auc, worth.error, worth.error_all) == (1.0, 0.0, 0.0)


def test_the_worst_pages_name_the_best_peer() -> None:
    scores = {
        "cleaner": scores_of(0.9, 0.2),
        "cleaner, site rules": scores_of(1.0, 1.0),
        "a": scores_of(0.1, 0.7),
        "b": scores_of(0.2, 0.8),
    }
    ((score, peer, theirs),) = run.worst(scores, "cleaner", 1)
    assert (score.id, peer, theirs) == ("1", "b", 0.8)


# Readers


def test_our_own_layout(tmp_path: Path) -> None:
    row = {
        "id": "p1",
        "url": "https://www.a.example/x",
        "body": "b",
        "deck": "d",
        "title": "t",
        "authors": ["x", "y"],
        "date": "2024-01-02",
        "with": ["w"],
    }
    (corpus,) = read_corpora(ours(tmp_path / "news", row, {"id": "p2", "url": None, "publisher": "Pub"}))
    first, second = corpus.pages
    assert (corpus.name, corpus.articles) == ("news", True)
    assert (first.host, first.authors, first.wanted, first.unwanted, first.golds) == (
        "a.example",
        ("x", "y"),
        ("w",),
        (),
        ("b", "d\nb"),
    )
    assert (second.host, second.golds, second.is_article) == ("Pub", (), True)
    assert first.load().language == "en"


def test_the_layout_of_the_article_extraction_benchmark(tmp_path: Path) -> None:
    gold = {
        "abc": {"articleBody": "the body", "url": "https://a.example/"},
        "abd": {"articleBody": "another", "author": "Jane Doe", "with": ["x"]},
    }
    (tmp_path / "ground-truth.json").write_text(json.dumps(gold), "utf8")
    put(tmp_path, "abc", html())
    put(tmp_path, "abd", html())
    (corpus,) = read_corpora(tmp_path)
    assert [p.body for p in corpus.pages] == ["the body", "another"]
    assert (corpus.pages[1].authors, corpus.pages[1].wanted, corpus.pages[1].host) == (("Jane Doe",), ("x",), "abd")


def test_the_layout_of_wcxb(tmp_path: Path) -> None:
    root = tmp_path / "wcxb"
    for split in ("dev", "test"):
        (root / split / "ground-truth").mkdir(parents=True)
        for id, kind in (("0001", {"primary": "article"}), ("0002", "category"), ("0003", None)):
            gold = {
                "main_content": "b",
                "title": "t",
                "author": "A",
                "publish_date": "2025-01-02",
                "with": ["w"],
                "without": ["o"],
            }
            row = {"url": "https://a.example/", "ground_truth": gold, "_internal": {"page_type": kind}}
            (root / split / "ground-truth" / f"{id}.json").write_text(json.dumps(row), "utf8")
            put(root / split, id, html())
    parts = {c.name: c for c in read_corpora(root)}
    assert list(parts) == ["wcxb-dev", "wcxb-dev (other pages)", "wcxb-test", "wcxb-test (other pages)"]
    assert [p.id for p in parts["wcxb-dev"].pages] == ["0001", "0003"]
    assert [p.kind for p in parts["wcxb-dev (other pages)"].pages] == ["collection"]
    page = parts["wcxb-test"].pages[0]
    assert (page.body, page.date, page.authors, page.unwanted) == ("b", "2025-01-02", ("A",), ("o",))
    assert [c.name for c in read_corpora(root / "dev")] == ["dev", "dev (other pages)"]


def break_line(folder: Path) -> None:
    (folder / "news" / "gold.jsonl").write_text("{", "utf8")


def drop_id(folder: Path) -> None:
    (folder / "news" / "gold.jsonl").write_text('{"body": "b"}\n', "utf8")


def drop_page(folder: Path) -> None:
    (folder / "news" / "html" / "a0.html.gz").unlink()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [(break_line, "gold.jsonl, line 1"), (drop_id, "without id"), (drop_page, "a0.html.gz is missing")],
)
def test_a_broken_corpus_names_its_file(corpora: Path, spoil: Callable[[Path], None], message: str) -> None:
    spoil(corpora)
    with pytest.raises(CorpusError, match=message):
        read_corpora(corpora)


def test_a_folder_without_a_corpus_and_a_broken_page(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no corpus"):
        read_corpora(tmp_path)
    with pytest.raises(CorpusError, match="no folder"):
        read_corpora(tmp_path / "absent")
    (tmp_path / "bad.html.gz").write_bytes(b"no gzip")
    with pytest.raises(CorpusError, match=r"bad\.html\.gz"):
        Page("bad", tmp_path / "bad.html.gz").load()


def test_a_sample_is_even_and_the_same_each_time(corpora: Path) -> None:
    news = next(c for c in read_corpora(corpora) if c.name == "news")
    assert [p.id for p in news.sample(2).pages] == ["a0", "a2"]
    assert news.sample(99) is news and news.sample(None) is news


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("grün".encode(), "grün"),
        (b"\xef\xbb\xbfx", "x"),
        ("grün".encode("utf-16"), "grün"),
        (b'<meta charset="iso-8859-1">\x93gr\xfcn\x94', '<meta charset="iso-8859-1">“grün”'),
        ('<meta http-equiv="Content-Type" content="charset=gb2312">港'.encode("gbk"),
        '<meta http-equiv="Content-Type" content="charset=gb2312">港'),
        (b"<meta charset=nonsense>\xfc", "<meta charset=nonsense>ü"),
        (b"\xfc", "ü"),
    ],
)  # fmt: skip
def test_pages_are_decoded_for_those_who_want_characters(raw: bytes, text: str) -> None:
    assert decode(raw) == text


# Tools


@pytest.mark.parametrize("tool", [*peers.TOOLS, *peers.BOTH_ENDS], ids=lambda tool: tool.name)
def test_each_tool_finds_the_body_of_a_plain_page(tool: peers.Tool) -> None:
    ready, missing = peers.load([tool])
    if missing:
        assert "not installed: pip install -r benchmarks/requirements.txt" in tool.version
        pytest.skip(f"{tool.name} is not installed")
    with peers.quiet():
        output = ready[0].run(Loaded(html().encode(), html(), "https://a.example/x"))
    if tool.name != peers.BARE:
        assert metrics.best_overlap(output.texts, [BODY]).recall > 0.9
        assert (output.confidence is not None) == tool.ours


def absent() -> peers.Run:
    raise ImportError("no such module")


def late() -> peers.Run:
    def go(page: Loaded) -> peers.Output:
        raise ModuleNotFoundError("word splitter")

    return go


def fragile() -> peers.Run:
    def go(page: Loaded) -> peers.Output:
        raise RuntimeError("boom")

    return go


def echo() -> peers.Run:
    return lambda page: peers.Output(BODY)


def tool(name: str, load: Callable[[], peers.Run]) -> peers.Tool:
    return peers.Tool(name, "no-such-distribution", load)


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


# Cost


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


# Bare text

DUMP = f"Home\nNews\nSign up\n\n{BODY}\n\nMost read\nImprint\n"


def as_text(text: str, language: str | None = "en") -> Loaded:
    return Loaded(b"", text, None, language)


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
    found = text.harm(news, ready, lambda: steps.append(None))
    assert len(steps) == len(found["less"]) == 4
    assert text.lost(found["less"]) == pytest.approx(3 / 12, abs=0.01)
    assert (text.lost(found["spaced"]), text.left_alone(found["spaced"])) == (0.0, 1.0)
    assert (text.lost(found["fragile"]), text.left_alone(found["fragile"])) == (1.0, 0.0)
    assert (text.lost([]), text.left_alone([])) == (None, None)


def test_invisible_characters_and_composition_are_put_aside() -> None:
    assert text.visible("co\u00adope\u200brate\ufeff  cafe\u0301") == text.visible("cooperate caf\u00e9")
    assert text.visible("co-operate") != text.visible("cooperate")


def quiet_progress(name: str, steps: int) -> Callable[[], None]:
    return lambda: None


@pytest.fixture
def lines_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages dumped and extracted without any peer: menu, body and imprint, and a body that a newsletter's line follows."""
    monkeypatch.setattr(text, "DUMP", tool("dump", lambda: lambda page: peers.Output(DUMP)))
    monkeypatch.setattr(
        text, "TEXT_TOOLS", [text_peers.TEXT_TOOLS[0], tool("echo", lambda: lambda page: peers.Output(page.text))]
    )
    left = peers.Output(f"{BODY}\n\nSign up for our newsletter")
    monkeypatch.setattr(text, "TOOLS", [tool(text.EXTRACTORS[0], lambda: lambda page: left)])


def test_the_text_suite(corpora: Path, lines_of_pages: None) -> None:
    settings = tables.Settings(timed=1, repeats=2, rounds=10, text_sizes=(2, 20))
    found = text.text_suite(read_corpora(corpora), settings, quiet_progress)
    by = {table.title: table for table in found.tables}
    assert list(by) == [
        "Text of news: 4 dumps",
        "Text of snippets: 1 dumps",
        "Harm: gold bodies given as text",
        "Leftovers: the text of other extractors, cleaned once more",
        "Growth: one text, 0.002 to 0.02 MB",
    ]
    assert list(found.scores) == ["news, dumps", "snippets, dumps"]
    for table in found.tables:
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
    found = text.text_suite(
        read_corpora(corpora), tables.Settings(peers=("none",), costs=False, rounds=10), quiet_progress
    )
    assert [table.title.split(":")[0] for table in found.tables] == ["Harm"]
    assert [row[0] for row in found.tables[0].rows] == ["news: cleaner"]
    assert [m.name for m in found.missing] == ["dump"]


def test_the_forms_of_text_grow_as_asked(tmp_path: Path) -> None:
    for form in text.GROWN:
        assert len(scaling.FORMS[form](30_000, 7)) == pytest.approx(30_000, rel=0.1)
    assert max(map(len, scaling.FORMS["text: hard-wrapped"](30_000, 0).splitlines())) <= 72
    mine = tmp_path / "mine.txt"
    mine.write_text("abc", "utf8")
    assert [scaling._file(str(mine))(7, first) for first in (0, 1)] == ["abcabca", "bcabcab"]


def test_growth_is_that_of_a_process_of_its_own() -> None:
    found = scaling.apart("text: dump", 20_000)
    assert 0 < found["seconds"] < 60 and 0 <= found["megabytes"] < 500


# Tables and the command


def test_a_table_in_markdown() -> None:
    assert (
        report.markdown(tables.Table("T", ("tool", "a|b"), (("x", "1|2"),), ("note",)))
        == "## T\n\n| tool | a\\|b |\n|---|--:|\n| x | 1\\|2 |\n\n- note\n"
    )


def test_labels_of_the_picture_keep_their_distance() -> None:
    heights = report._heights([(10, 0.9), (10, 0.5), (20, 0.901), (12, 0.902), (400, 0.9)], 0.02)
    assert heights == pytest.approx([0.9, 0.5, 0.92, 0.94, 0.9])


def test_the_command_from_end_to_end(corpora: Path, tmp_path: Path) -> None:
    written = tmp_path / "docs" / "benchmarks.md"
    words = [
        "--peers",
        "none",
        "--timed",
        "1",
        "--repeats",
        "2",
        "--grow-to",
        "10",
        "--favour",
        "--errors",
        "1",
        "--table",
        "html",
        "--write",
        str(written),
    ]
    result = CliRunner().invoke(main, words, env={"CLEANER_CORPORA": str(corpora)}, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    text = written.read_text("utf8")
    for part in (
        "## news: 4 pages of 2 hosts",
        "## snippets: 1 pages of 1 hosts",
        "| cleaner, precision |",
        "| bare parse |",
        "## Confidence",
        "## Growth",
    ):
        assert part in text
    assert "## shop" not in text
    assert "Worst pages of news" in result.output and "a0 (site0.example)" in result.output
    for secret in (SENTENCES[0], "site0.example", "a0"):
        assert secret not in text
    row = next(line for line in text.splitlines() if line.startswith("| cleaner |"))
    assert row.split(" | ")[3] == "1.000"


def test_the_command_without_costs_writes_nothing_unasked(corpora: Path) -> None:
    result = CliRunner().invoke(
        main, ["--corpora", str(corpora), "--peers", "none", "--no-costs", "--pages", "1", "--only", "news"]
    )
    assert result.exit_code == 0, result.output
    assert "news: 1 pages" in result.output and "Harm" in result.output
    assert "written" not in result.output and "Growth" not in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--peers", "nobody"], "no peer is called"),
        (["--only", "nothing"], "no corpus is called 'nothing': use news, shop, snippets"),
    ],
)
def test_the_command_says_what_is_wrong(corpora: Path, words: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["--corpora", str(corpora), *words])
    assert result.exit_code == 1 and message in result.output


def test_the_command_needs_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLEANER_CORPORA", raising=False)
    assert CliRunner().invoke(main, []).exit_code == 2
    result = CliRunner().invoke(main, ["--corpora", str(tmp_path)])
    assert result.exit_code == 1 and "holds no corpus" in result.output


def test_a_corpus_with_an_other_pages_part_alone_is_measured_for_confidence(corpora: Path) -> None:
    parts: list[Corpus] = read_corpora(corpora)
    found = suites.html_suite(
        parts, tables.Settings(peers=("none",), costs=False, rounds=10), lambda name, steps: lambda: None
    )
    assert [t.title.split(":")[0] for t in found.tables] == ["news", "snippets", "Confidence"]
    assert list(found.scores) == ["news", "shop", "snippets"]


# The gate


@pytest.fixture
def pinned(tmp_path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs the gate on made figures beside made floors; returns the result and the floors after it."""

    def call(found: gate.Values, floors: gate.Values, *words: str) -> tuple[Any, gate.Values]:
        path = tmp_path / "floors.json"
        path.write_text(json.dumps(floors), "utf8")
        monkeypatch.setattr(gate, "measured", lambda *_: found)
        result = CliRunner().invoke(gate.main, ["--corpora", str(corpora), "--floors", str(path), *words])
        return result, json.loads(path.read_text("utf8"))

    return call


FLOORS: gate.Values = {"news": {"pages": 4, "word_f1": 0.95, "below_half": 2, "cpu": 5.0}, "overall": {"auc": 0.93}}


def moved(**values: float) -> gate.Values:
    return {"news": {**FLOORS["news"], **values}, "overall": dict(FLOORS["overall"])}


def test_the_gate_holds(pinned: Callable[..., Any]) -> None:
    result, after = pinned(moved(word_f1=0.9498, cpu=6.0), FLOORS)
    assert result.exit_code == 0, result.output
    assert after == FLOORS


@pytest.mark.parametrize("fall", [{"word_f1": 0.94}, {"below_half": 3}, {"cpu": 7.0}])
def test_the_gate_fails_on_a_fall(pinned: Callable[..., Any], fall: dict[str, float]) -> None:
    for words in ([], ["--raise"]):
        result, after = pinned(moved(**fall), FLOORS, *words)
        assert result.exit_code == 1
        assert f"news {next(iter(fall))}" in result.output
        assert after == FLOORS


def test_a_floor_is_lowered_by_a_flag_alone_and_a_better_figure_is_left_alone(pinned: Callable[..., Any]) -> None:
    result, after = pinned(moved(word_f1=0.94, below_half=1), FLOORS, "--lower")
    assert result.exit_code == 0, result.output
    assert after["news"] == {**FLOORS["news"], "word_f1": 0.94}


def test_a_floor_is_raised_by_a_flag_and_new_figures_get_one(pinned: Callable[..., Any]) -> None:
    found = moved(word_f1=0.97, near_exact=0.5)
    result, after = pinned(found, FLOORS)
    assert result.exit_code == 0 and "--raise keeps them" in result.output and after == FLOORS
    result, after = pinned(found, FLOORS, "--raise")
    assert result.exit_code == 0
    assert after["news"] == {**FLOORS["news"], "word_f1": 0.97, "near_exact": 0.5}


def test_a_missing_figure_and_another_corpus_fail(pinned: Callable[..., Any]) -> None:
    result, _ = pinned({"news": FLOORS["news"]}, FLOORS, "--lower")
    assert result.exit_code == 1 and "overall auc" in result.output
    result, _ = pinned(moved(pages=5), FLOORS)
    assert result.exit_code == 1 and "not the corpus its floors were set on" in result.output
    result, after = pinned(moved(pages=5), FLOORS, "--lower")
    assert result.exit_code == 0 and after["news"]["pages"] == 5


def test_without_the_clock_its_floors_are_left_alone(pinned: Callable[..., Any]) -> None:
    found = moved()
    del found["news"]["cpu"]
    result, after = pinned(found, FLOORS, "--timed", "0")
    assert result.exit_code == 0 and after == FLOORS


def test_the_gate_measures_the_cleaner(corpora: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    words = ["--corpora", str(corpora), "--floors", str(path), "--timed", "1", "--repeats", "1"]
    assert CliRunner().invoke(gate.main, [*words, "--raise"]).exit_code == 0
    floors = json.loads(path.read_text("utf8"))
    assert floors["news"]["word_f1"] == 1.0 and floors["news"]["pages"] == 4
    assert set(floors["shop"]) == {"pages", "errors"}
    assert (floors["news"]["body_words_lost"], floors["news"]["bodies_untouched"]) == (0.0, 1.0)
    assert "auc" in floors["overall"]
    floors["news"]["cpu"] = floors["snippets"]["cpu"] = 10_000.0
    path.write_text(json.dumps(floors), "utf8")
    assert CliRunner().invoke(gate.main, words).exit_code == 0
    floors["news"]["snippet_f1"] = 1.5
    path.write_text(json.dumps(floors), "utf8")
    assert CliRunner().invoke(gate.main, words).exit_code == 1


def test_the_gate_measures_the_metadata_that_the_gold_has(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "url": "https://a.example/", "title": "The harbour opens"},
        {"id": "b", "url": "https://b.example/", "title": "The harbour closes"},
    ]
    ours(tmp_path / "news", *rows, page=html())
    (corpus,) = read_corpora(tmp_path)
    assert gate.metadata_values(corpus) == {"meta_title": 0.5, "meta_authors": None, "meta_date": None}


def test_the_gate_measures_dumps_where_they_can_be_made(corpora: Path) -> None:
    parts = {c.name: c for c in read_corpora(corpora)}
    makers, _ = peers.load([tool("dump", lambda: lambda page: peers.Output(BODY))])
    values = {"dump_word_f1": 1.0, "dump_snippet_f1": 1.0, "dump_title": None, "dump_authors": None, "dump_date": None}
    assert gate.text_values(parts["news"], makers) == values | {
        "body_words_lost": 0.0,
        "worst_body_lost": 0.0,
        "bodies_untouched": 1.0,
    }
    assert gate.text_values(parts["snippets"], []) == dict.fromkeys(
        ["body_words_lost", "worst_body_lost", "bodies_untouched"]
    )


GOLD = Page(
    "a", Path("a.html"), title="The harbour opens", authors=("Jane Doe", "John Roe"), date="2024-05-03T10:00:00"
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("THE HARBOUR OPENS\nBy John Roe and Jane Doe\n3 May 2024", ("The harbour opens", GOLD.authors, "2024-05-03")),
        ("By Jane Doe\n4 May 2024", (None, (), None)),
        ("", (None, (), None)),
    ],
)
def test_of_the_gold_that_counts_which_a_dump_prints(text: str, printed: tuple[object, ...]) -> None:
    held = text_meta.printed(GOLD, text)
    assert (held.title, held.authors, held.date) == printed


def test_metadata_of_dumps_are_marked(tmp_path: Path) -> None:
    rows = [
        {"id": id, "url": f"https://{id}.example/", "title": "The harbour opens", "date": "2024-05-03"}
        for id in ("a", "b")
    ]
    ours(tmp_path / "news", *rows, page=html())
    (corpus,) = read_corpora(tmp_path)
    dump = f"The harbour opens\n\n3 May 2024\n\n{BODY}"
    texts = {"a": dump, "b": ""}
    table = text_meta.dumps_table([corpus], lambda page: Loaded(b"", texts[page.id], None), quiet_progress)
    assert table is not None and table.rows == (("news", "1", "1.000", "0", "–", "1", "1.000"),)
    assert text_meta.dumps_table([Corpus("none", ())], lambda page: Loaded(b"", dump, None), quiet_progress) is None


def test_the_shipped_floors_name_known_measures() -> None:
    floors = json.loads(gate.FLOORS.read_text("utf8"))
    assert floors
    for values in floors.values():
        assert set(values) <= {"pages", *gate.MEASURES}


# Metadata


def test_titles_are_the_same_but_for_case_punctuation_and_an_end() -> None:
    assert meta.same_title("The Harbour: opens!", "the harbour opens")
    assert meta.same_title("The harbour opens again - The Post", "The harbour opens again")
    assert not meta.same_title("The harbour", "The harbour opens")
    assert not meta.same_title("", "The harbour opens again")


@pytest.mark.parametrize(
    ("said", "gold", "f1"),
    [
        (["Jane Doe"], ["jane doe"], 1.0),
        (["Jane Doe", "John Roe"], ["Jane Doe and John Roe"], 1.0),
        (["Jane Doe"], ["Jane Doe, Ph.D."], 1.0),
        (["Jane Doe, Ph.D."], ["Jane Doe, Ph.D."], 1.0),
        (["Jane Doe"], ["Jane Doe", "John Roe"], 2 / 3),
        (["Max Poe"], ["Jane Doe"], 0.0),
        ([], ["Jane Doe"], 0.0),
    ],
)
def test_authors_are_compared_as_sets(said: list[str], gold: list[str], f1: float) -> None:
    assert meta.authors_f1(said, gold) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("said", "gold", "marks"),
    [
        ("2024-03-04T10:00+00:00", "2024-03-04 10:00:31+00:00", (1.0, 1.0, 1.0)),
        ("2024-03-04T12:00+02:00", "2024-03-04 10:00:00+00:00", (1.0, 1.0, 0.0)),
        ("2024-03-04T11:00+00:00", "2024-03-04 10:00:00+00:00", (1.0, 0.0, 0.0)),
        ("2024-03-04", "2024-03-04 10:00:00", (1.0, 0.0, None)),
        ("2024-03-04T10:00+01:00", "2024-03-04 10:00:00", (1.0, 1.0, None)),
        ("2024-03-04", "2024-03-04 00:00:00", (1.0, None, None)),
        ("2024-03-04", "2024-03-04", (1.0, None, None)),
        ("2024-03-04", "2024-03", (1.0, None, None)),
        (None, "2024-03-04", (0.0, None, None)),
        ("2024-03-04", None, (None, None, None)),
    ],
)
def test_dates_by_day_moment_and_offset(said: str | None, gold: str | None, marks: tuple[float | None, ...]) -> None:
    found = meta.mark(meta.Said("", date=said), Page("a", Path(), date=gold))
    assert (found.date, found.time, found.offset) == marks


def test_the_metadata_suite_lists_what_is_wrong_on_the_terminal_alone(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    ours(
        folder,
        {"id": "a", "url": "https://a.example/", "title": "The harbour closes", "authors": ["Jane Doe"]},
        page=html(),
    )
    out = CliRunner().invoke(
        main,
        [
            "--corpora",
            str(folder),
            "--table",
            "metadata",
            "--peers",
            "none",
            "--errors",
            "5",
            "--timed",
            "1",
            "--repeats",
            "1",
        ],
    )
    assert out.exit_code == 0, out.output
    assert "Pages whose gold has the field: title 1, authors 1, date 0" in out.output
    assert "Metadata take" in out.output
    assert "a title 0.00: The harbour opens | gold: The harbour closes | from generic:title" in out.output


def test_sources_are_counted_where_they_differ(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    ours(
        folder,
        {"id": "a", "url": "https://a.example/", "title": "The harbour opens"},
        page=html(extra="<meta property=og:title content='Another title'>"),
    )
    out = CliRunner().invoke(count_sources, ["--corpora", str(folder), "--fewest", "1"])
    assert out.exit_code == 0, out.output
    assert re.search(r"generic:title\s+1\s+1\.000\s+1\s+1\.000", out.output)
    assert re.search(r"meta:og:title\s+1\s+0\.000\s+1\s+0\.000", out.output)
