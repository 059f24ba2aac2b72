"""Rules that name fields: selectors and lines of a rule file that fill any field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cleaner import Article, Cleaner, RuleError
from cleaner.cli import main
from cleaner.rules.reader import parse
from tests.pages import MILL, MILL_ROOF, MILL_SOLD, MILL_URL

RULES = """
name = "The Ledger"
hosts = ["ledger.example"]
language = "en"
[[layout]]
body = [".story"]
"""


def ruled(tmp_path: Path, rules: str, data: str, url: str | None = MILL_URL) -> Article:
    """The article that a rule set of one's own gives."""
    (tmp_path / "ledger.toml").write_text(RULES + rules, "utf-8")
    return Cleaner(rules=[tmp_path]).clean(data, url=url)


@pytest.mark.parametrize(
    ("key", "selector", "markup", "value"),
    [
        ("url", "a.self", "<a class=self href='/own'>Link to this</a>", "https://ledger.example/own"),
        ("amp_url", "a.amp", "<a class=amp href='/amp'>Quick</a>", "https://ledger.example/amp"),
        ("language", ".story", "", "fr"),
        ("direction", ".story", "", "rtl"),
        ("paywalled", ".wall", "<div class=wall></div>", True),
        ("paywalled", ".wall", "<div class=wall>false</div>", False),
        ("paywalled", ".wall", "<meta class=wall content=no>", False),
        ("paywalled", ".wall", "<p>no such element</p>", None),
        ("speakable", ".aloud", "<p class=aloud>Read this</p>", (".aloud",)),
        (
            "corrections",
            ".fix",
            "<p class=fix>It has two wheels.</p><p class=fix>Not three.</p>",
            ("It has two wheels.", "Not three."),
        ),
    ],
)
def test_a_selector_names_any_field(tmp_path: Path, key: str, selector: str, markup: str, value: Any) -> None:
    article = ruled(tmp_path, f'{key} = ["{selector}"]', f"<div class=story lang=fr dir=rtl>{MILL}{markup}</div>")
    assert getattr(article, key) == value
    if value is not None:
        assert article.sources[key]["source"] == f"ledger:{key}"
    assert article.rules is not None
    assert article.rules.fit == 1.0


def test_what_holds_a_field_alone_is_not_in_the_text_but_what_stands_in_a_sentence_is(tmp_path: Path) -> None:
    rules = (
        'publisher = [".firm"]\ndescription = [".about"]\ncorrections = [".fix"]\nlicence = [".terms"]\npaywalled '
        '= [".story"]'
    )
    extra = (
        "<p class=about>The mill of Low Fell and its buyers.</p><p><b class=firm>Ledger Press</b></p><p "
        "class=fix>It has two wheels, not three.</p>"
    )
    article = ruled(
        tmp_path,
        rules,
        f"<div class=story>{MILL}{extra}<p>Reprint it under our <a class=terms href=/t>terms</a> with the author's "
        f"name.</p></div>",
    )
    assert article.text.split("\n\n") == [
        MILL_SOLD,
        MILL_ROOF,
        "It has two wheels, not three.",
        "Reprint it under our terms with the author's name.",
    ]
    assert (article.publisher, article.description, article.licence) == (
        "Ledger Press",
        "The mill of Low Fell and its buyers.",
        "https://ledger.example/t",
    )
    assert [(block.reason, block.rule) for block in article.removed] == [
        ("other", "ledger:description"),
        ("other", "ledger:publisher"),
    ]


@pytest.mark.parametrize(
    ("field", "line", "value"),
    [
        ("title", "Headline: The mill is sold", "The mill is sold"),
        ("publisher", "Headline: Ledger Press", "Ledger Press"),
        ("tags", "Headline: mills, weavers", ("mills", "weavers")),
        ("authors", "Headline: Ann Weir", ("Ann Weir",)),
        ("published", "Headline: 4 March 2024", "2024-03-04"),
        ("paywalled", "Headline: yes", True),
        ("paywalled", "Headline: free", False),
        ("language", "Headline: de", "de"),
        ("direction", "Headline: rtl", "rtl"),
        ("url", "Headline: /mill/2", "https://ledger.example/mill/2"),
        ("corrections", "Headline: It has two wheels.", ("It has two wheels.",)),
    ],
)
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_line_names_any_field(tmp_path: Path, field: str, line: str, value: Any, form: str) -> None:
    rule = f"[[text]]\nlabel = 'other'\nfield = '{field}'\nlines = ['/^Headline: (?P<value>.+)$/']"
    lines = (line, MILL_SOLD, MILL_ROOF)
    data = (
        "\n\n".join(lines)
        if form == "text"
        else "<div class=story>" + "".join(f"<p>{text}</p>" for text in lines) + "</div>"
    )
    article = ruled(tmp_path, rule, data)
    assert getattr(article, field) == value
    assert article.sources[field]["source"].startswith("ledger:")
    assert article.text == f"{MILL_SOLD}\n\n{MILL_ROOF}"


def test_without_a_group_the_value_is_the_line_and_a_label_may_keep_it(tmp_path: Path) -> None:
    article = ruled(
        tmp_path,
        "[[text]]\nlabel = 'paragraph'\nfield = 'corrections'\nlines = ['/wheels/']\nafter = '<prose>'",
        f"{MILL_SOLD}\n\nTwo wheels it is.",
    )
    assert article.corrections == ("Two wheels it is.",)
    assert article.text.endswith("Two wheels it is.")


def test_rules_show_prints_the_field_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(
        f"{RULES}[[text]]\nlabel = 'legal'\nfield = 'publisher'\nlines = ['/^By Ledger/']", "utf-8"
    )
    shown = CliRunner().invoke(main, ["rules", "show", "ledger.example", "--rules", str(tmp_path)]).output
    assert f"      field                publisher  [{tmp_path / 'ledger.toml'}:" in shown


def test_a_stretch_gives_a_value_a_line(tmp_path: Path) -> None:
    rule = "[[text]]\nlabel = 'tags'\nfield = 'tags'\nfrom = '/^In: (?P<value>.+)$/'\nwhile = '<headline>'"
    assert ruled(tmp_path, rule, f"{MILL_SOLD}\n\n{MILL_ROOF}\n\nIn: Mills\nWeavers").tags == ("Mills", "Weavers")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("title = []", "layout 1: title: the list is empty: name a selector"),
        ("remove.share = []", "layout 1: remove.share: the list is empty"),
        (
            "[[text]]\nlabel = 'other'\nfield = 'colour'\nlines = ['x']",
            "text 1: field: unknown field 'colour': use one of title",
        ),
        ("[[text]]\nlabel = 'other'\nfield = 'captions'\nlines = ['x']", "text 1: field: unknown field 'captions'"),
    ],
)
def test_errors_of_fields_name_file_and_key(rules: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(RULES + rules, "ledger.toml")
    assert str(caught.value).startswith(f"ledger.toml: {message}")


def test_phrases_name_no_field() -> None:
    with pytest.raises(RuleError, match=r"en\.toml: text 1: field: phrases stand on any site's pages"):
        parse("language = 'en'\n[[text]]\nlabel = 'other'\nfield = 'title'\nlines = ['x']", "en.toml", "phrases")


def test_the_site_may_be_told_by_fingerprints(tmp_path: Path) -> None:
    (tmp_path / "ledger.toml").write_text(
        RULES.replace("[[layout]]", "fingerprints = ['The Ledger of Low Fell']\n[[layout]]"), "utf-8"
    )
    article = Cleaner(rules=[tmp_path]).clean(f"The Ledger of Low Fell\n\n{MILL_SOLD}\n\n{MILL_ROOF}")
    assert (article.site, article.sources["site"], article.site_name) == (
        "ledger.example",
        {"source": "fingerprints"},
        "The Ledger",
    )
    assert article.sources["site_name"] == {"source": "ledger:name"}
    assert article.sources["language"] == {"source": "ledger:language"}


def test_the_names_that_won_are_not_among_those_that_lost(tmp_path: Path) -> None:
    article = ruled(
        tmp_path,
        'authors = [".by"]',
        f"<div class=story><h1>The mill is sold</h1><p class=by>By Ann Weir</p>{MILL}</div>",
    )
    assert article.authors == ("Ann Weir",)
    assert article.sources["authors"] == {"source": "ledger:authors"}
