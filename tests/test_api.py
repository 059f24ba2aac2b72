"""The public surface: exactly these names, frozen and picklable, from any thread, the same every time, and light to
import.
"""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import cleaner
from cleaner import Article, Cleaner, CleanerError, Limits, NoArticleError, Options, OptionsError
from tests.conftest import FIXTURES

PUBLIC = {
    "Article", "BinaryInputError", "BlockView", "Caption", "Cleaner", "CleanerError", "Comment", "DecodeError",
    "EmptyInputError", "InputError", "Layer", "LimitError",
    "Limits", "Link", "MissingExtraError", "NoArticleError", "Options", "OptionsError", "OutputError", "Place",
    "Reason", "Role", "RuleError", "RulesUsed",
    "Run", "Style", "__version__", "clean",
}  # fmt: skip
PAGES = [path.read_bytes() for path in sorted(FIXTURES.glob("*/*/input.*"))]
PROSE = "The first paragraph of an article, a sentence with a comma and a full stop."


@pytest.fixture(scope="module")
def article() -> Article:
    return cleaner.clean((FIXTURES / "generic" / "captions-doubled" / "input.html").read_bytes())


def test_the_public_names_are_these_and_each_is_documented() -> None:
    assert set(cleaner.__all__) == PUBLIC
    assert set(cleaner.__all__) <= set(dir(cleaner))
    for name in PUBLIC - {"__version__"}:
        assert inspect.getdoc(getattr(cleaner, name)), name


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Clean'"):
        cleaner.Clean  # type: ignore[attr-defined]  # noqa: B018


def test_every_error_is_one_of_ours() -> None:
    errors = [getattr(cleaner, name) for name in PUBLIC if name.endswith("Error")]
    assert all(issubclass(error, CleanerError) for error in errors)
    assert not issubclass(OptionsError, cleaner.InputError)


def test_an_article_is_frozen_hashable_and_picklable(article: Article) -> None:
    with pytest.raises(FrozenInstanceError):
        article.text = "x"  # type: ignore[misc]
    copy = pickle.loads(pickle.dumps(article))
    assert copy == article
    assert hash(copy) == hash(article)
    assert copy.blocks == article.blocks
    assert copy.to_json() == article.to_json()


def test_views_are_frozen(article: Article) -> None:
    for view, name in ((article.blocks[0], "text"), (article.blocks[0].source, "path"), (article.captions[0], "text")):
        with pytest.raises(FrozenInstanceError):
            setattr(view, name, "x")
        assert pickle.loads(pickle.dumps(view)) == view
        assert hash(view) == hash(pickle.loads(pickle.dumps(view)))


def test_blocks_hold_all_and_the_rest_are_views_of_them(article: Article) -> None:
    assert [block for block in article.blocks if block.reason and not block.span] == list(article.removed)
    assert [block.text for block in article.blocks if block.role == "caption"] == [
        caption.text for caption in article.captions
    ]
    assert article.text == "\n\n".join(block.text for block in article.blocks if block.span)
    assert all((block.role is None) != (block.reason is None) for block in article.blocks)
    assert all(block.rule and (block.score is None or 0 < block.score <= 1) for block in article.blocks)


def test_options_are_frozen_hashable_and_picklable() -> None:
    options = Options(keep=["captions"], limits=Limits(size=10))  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        options.strict = True  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(options)) == options
    assert hash(Options(keep=frozenset({"caption"}), limits=Limits(size=10))) == hash(options)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"input": "pdf"}, "input is 'pdf': use auto, html or text"),
        ({"favour": "speed"}, "favour is 'speed': use balance, precision or recall"),
        ({"encoding": "klingon"}, "encoding 'klingon' is not known"),
        ({"encoding": ""}, "encoding '' is not known"),
        ({"encoding": "a\0b"}, "is not known"),
        ({"encoding": "base64"}, "encoding 'base64' is not known"),
        ({"encoding": 5}, "encoding 5 is not known"),
        ({"keep": ["junk"]}, "keep: no label is called 'junk': use one of advertisement, author_note"),
        ({"drop": [5]}, "drop: no label is called 5"),
        ({"keep": ["heading"], "drop": ["headings"]}, "'heading' is both kept and dropped"),
    ],
)
def test_wrong_options_are_told(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(OptionsError) as caught:
        Options(**wrong)  # type: ignore[arg-type]
    assert message in str(caught.value)


@pytest.mark.parametrize("value", [0, -1, 1.5, True, None])
def test_wrong_limits_are_told(value: object) -> None:
    with pytest.raises(OptionsError, match=r"limits\.depth is .*: use a whole number from 1 on"):
        Limits(depth=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("names", ["captions", ["caption"], {"Captions"}, frozenset({"caption"})])
def test_labels_may_be_named_in_singular_and_plural(names: object) -> None:
    assert Options(keep=names).keep == {"caption"}  # type: ignore[arg-type]
    assert Options(drop=["comment", "tag", "author-notes", "table_rows"]).drop == {
        "comments",
        "tags",
        "author_note",
        "table_row",
    }  # type: ignore[arg-type]


@pytest.mark.slow
def test_kept_captions_come_once_and_other_reasons_come_back() -> None:
    page = (FIXTURES / "generic" / "captions-doubled" / "input.html").read_bytes()
    kept = cleaner.clean(page, options=Options(keep=frozenset({"caption"})))
    assert kept.captions
    for caption in kept.captions:
        assert kept.text.count(caption.text) == 1
    text = f"{PROSE}\n\n{PROSE[:-1]} and more.\n\nAdvertisement"
    assert [block.reason for block in cleaner.clean(text).removed] == ["advertisement"]
    back = cleaner.clean(text, options=Options(keep=frozenset({"advertisement"})))
    assert back.text == text
    assert not back.removed


def test_dropped_roles_are_removals_with_the_options_as_rule() -> None:
    page = f"<article><h1>The title of it all</h1><p>{PROSE}</p><h2>A heading</h2><p>{PROSE} Again.</p></article>"
    article = cleaner.clean(page, options=Options(drop=frozenset({"heading"})))
    assert article.text == f"{PROSE}\n\n{PROSE} Again."
    assert [(block.text, block.rule) for block in article.removed] == [("A heading", "options:drop")]


def test_strict_refuses_a_page_without_an_article() -> None:
    page = (FIXTURES / "hostile" / "no-article.html").read_bytes()
    empty = cleaner.clean(page)
    assert (empty.text, empty.confidence) == ("", 0.0)
    with pytest.raises(NoArticleError, match="holds no article"):
        cleaner.clean(page, options=Options(strict=True))


@pytest.mark.parametrize("data", [f"{PROSE}\n\n{PROSE[:-1]} again.", f"<p>{PROSE}<a href=/more>More</a>"])
def test_an_address_that_cant_be_read_is_left_out_and_what_is_no_text_is_an_error(data: str) -> None:
    assert cleaner.clean(data, url="http://[example").to_dict() == cleaner.clean(data).to_dict()
    for url in (5, b"https://example.org/", float("nan")):
        with pytest.raises(cleaner.InputError, match=r"the url is .*: give it as text"):
            cleaner.clean(data, url=url)  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_same_input_gives_the_same_output() -> None:
    for page in PAGES:
        assert cleaner.clean(page).to_json() == cleaner.clean(page).to_json()


@pytest.mark.slow
def test_one_cleaner_serves_eight_threads() -> None:
    one = Cleaner(Options(favour="recall"))
    wanted = [one.clean(page).to_json() for page in PAGES]
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda page: one.clean(page).to_json(), PAGES * 3))
    assert got == wanted * 3


def test_a_cleaner_is_picklable_with_its_rules(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        "name = 'Mine'\nhosts = ['example.org']\n[[text]]\nlabel = 'share'\nlines = ['Tell all']"
    )
    copy = pickle.loads(pickle.dumps(Cleaner(Options(strict=True), [tmp_path])))
    assert copy.options == Options(strict=True)
    assert [block.rule for block in copy.clean(f"{PROSE}\n\nTell all", url="https://example.org/").removed] == [
        "mine:share:1"
    ]


@pytest.mark.slow
def test_nothing_depends_on_the_hash_seed() -> None:
    path = FIXTURES / "generic" / "wordpress" / "input.html"
    code = (
        f"import cleaner, pathlib, sys; "
        f"sys.stdout.write(cleaner.clean(pathlib.Path({str(path)!r}).read_bytes()).to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


HEAVY = (
    "click",
    "rich",
    "publicsuffixlist",
    "charset_normalizer",
    "pyarrow",
    "numpy",
    "pandas",
    "msgspec",
    "asyncio",
    "multiprocessing",
    "http",
    "ssl",
    "sqlite3",
    "unittest",
)


@pytest.mark.parametrize(
    "code",
    [
        "import cleaner; cleaner.Cleaner",
        f"import cleaner; cleaner.clean({PROSE!r}, url='https://www.middleeasteye.net/x')",
    ],
)
def test_the_core_imports_light(code: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, check=True, text=True
    ).stderr
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in shown.splitlines()
        if line.startswith("import time:")
    }
    assert "selectolax" in loaded
    assert not loaded.intersection(HEAVY)
