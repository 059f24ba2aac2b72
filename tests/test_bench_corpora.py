"""The readers of the benchmark, on made corpora of each layout."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.corpora import CorpusError, Page, decode, read_corpora
from tests.corpora import harbour_page, write_corpus, write_page


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
    (corpus,) = read_corpora(write_corpus(tmp_path / "news", row, {"id": "p2", "url": None, "publisher": "Pub"}))
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
    write_page(tmp_path, "abc", harbour_page())
    write_page(tmp_path, "abd", harbour_page())
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
            write_page(root / split, id, harbour_page())
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
