"""Languages: the vote tells those of the phrase files, whatever is installed; py3langid fills `Article.language` where
nothing declares it.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import cleaner
from cleaner import language
from tests.pages import TEXT

EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parent / "phrases").glob("*.toml"))}
GERMAN = (
    "Der Müller hat das Wehr in der Nacht geöffnet, und die Wiesen am Fluss sind nicht mehr zu sehen, sagte er "
    "am Montag."
)


def lines_in(code: str) -> list[str]:
    """Invented lines of articles in a language: those that its phrases leave alone."""
    return [line["text"] for line in tomllib.loads(EXAMPLES[code].read_text("utf-8"))["line"] if not line["label"]]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_vote_tells_each_language_of_the_phrase_files(code: str) -> None:
    assert language.vote(language.sample(lines_in(code))) == code


@pytest.mark.parametrize(
    "text",
    ["", "17.50", "Anna Berg, Tom Holt", "Abonelik | Kontakt | Home", "Umlilo ushise izindlu ezintathu edolobheni"],
)
def test_the_vote_says_nothing_of_what_tells_no_language(text: str) -> None:
    assert language.vote(text) is None


def test_words_that_are_letters_elsewhere_are_no_letters() -> None:
    """Polish and Portuguese have words of one letter that every text holds."""
    assert language.vote("Zwei Kraniche zogen weit oben vorbei") is None


def test_a_sample_is_the_beginnings_of_the_longest_lines() -> None:
    long, longer = "so " * 100, "and " * 100
    assert language.sample(["Menu", long, "Home", longer]).split("\n") == [longer[:200], long[:200], "Menu", "Home"]
    assert len(language.sample(["x" * 1_000] * 1_000)) < 2 * language.SAMPLE


def test_phrases_of_a_language_that_nothing_declares_are_found_in_bare_text() -> None:
    article = cleaner.clean(f"{GERMAN}\n\nArtikel vorlesen\n", options=TEXT)
    assert article.text == GERMAN
    assert [block.rule.split(":")[0] for block in article.removed] == ["de"]


@pytest.mark.parametrize("code", EXAMPLES)
def test_py3langid_tells_each_language(code: str) -> None:
    pytest.importorskip("py3langid")
    assert language.identify(language.sample(lines_in(code))) == code


def test_an_identified_language_is_reported_as_such() -> None:
    pytest.importorskip("py3langid")
    article = cleaner.clean(GERMAN, options=TEXT)
    assert (article.language, article.sources["language"]) == ("de", {"source": "identified"})


def test_a_declared_language_is_believed() -> None:
    article = cleaner.clean(f'<html lang="nl"><body><article><h1>Wehr</h1><p>{GERMAN}</p></article>')
    assert (article.language, article.sources["language"]) == ("nl", {"source": "html:lang"})


def test_a_short_text_has_no_language() -> None:
    assert cleaner.clean("17.50", options=TEXT).language is None


@pytest.mark.slow
def test_threads_agree() -> None:
    pytest.importorskip("py3langid")
    samples = [language.sample(lines_in(code)) for code in EXAMPLES]
    language._classifier.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        identified = list(pool.map(language.identify, samples * 4))
    assert identified == list(EXAMPLES) * 4


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if py3langid were not installed."""
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    language._classifier.cache_clear()
    yield
    language._classifier.cache_clear()


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_nothing_is_identified_and_all_else_is_the_same() -> None:
    article = cleaner.clean(f"{GERMAN}\n\nArtikel vorlesen\n", options=TEXT)
    assert article.language is None
    assert "language" not in article.sources
    assert article.text == GERMAN
