"""Rule files of Full-Text RSS: XPath as CSS, what becomes of each directive, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner import Cleaner, RuleError
from cleaner.authoring.ftr.directives import reason_of
from cleaner.authoring.ftr.importing import account, import_folder
from cleaner.authoring.ftr.tokens import UntranslatableError
from cleaner.authoring.ftr.xpath import translate
from cleaner.rules.select import select
from tests.pages import SENTENCE
from tests.program import call, fails

SAID = {
    "//div[@id='story']": ['div[id="story"]'],
    '//*[@class="a b"]': ['*[class="a b"]'],
    "//p[contains(@class,'lead')]": ['p[class*="lead"]'],
    "//p[contains(concat(' ',normalize-space(@class),' '),' lead ')]": ['p[class~="lead"]'],
    "//p[contains(concat(' ', @class, ' '), ' lead')]": ['p:is([class^="lead"],[class*=" lead"])'],
    "//p[starts-with(@id, 'x-')]": ['p[id^="x-"]'],
    "//div/p//a": ["div > p a"],
    "/html/body/div": ["html > body > div"],
    "//a | //b": ["a", "b"],
    "//a[@rel and not(@href)]": ["a[rel]:not([href])"],
    "//a[@rel='x' or @rel='y']": ['a:is([rel="x"],[rel="y"])'],
    "//a[@rel!='x']": ['a[rel]:not([rel="x"])'],
    "//*[self::h2 or self::h3]": ["*:is(h2,h3)"],
    "//p[a]": ["p:has(> a)"],
    "//p[a[@rel='x']]": ['p:has(> a[rel="x"])'],
    "//a[@rel]/parent::p": ["p:has(> a[rel])"],
    "//div/a/..": ["div:has(> a)"],
    "//div//a/parent::*": ["div *:has(> a)", "div:has(> a)"],
    "//h2/following-sibling::*": ["h2 ~ *"],
    "//h2/following-sibling::*[1]": ["h2 + *"],
    "//p[preceding-sibling::h2]": ["h2 ~ p"],
    "//p[ancestor::aside]": ["aside p"],
    "//article/descendant::div": ["article div"],
    '//p[@Title="it\'s"]': ['p[title="it\'s"]'],
    "(//div)[@id='x']": None,
}
# An XPath expression, and why CSS can't say it.
UNSAID = {
    "//p[1]": "a place among siblings",
    "//p[last()]": "a place among siblings",
    "//p[position() > 2]": "a place among siblings",
    "(//p)[2]": "a place in the page",
    "//p[contains(text(), 'Read')]": "the element's text",
    "//p[.='Read']": "the element's text",
    "//p[contains(., 'Read')]": "the element's text",
    "//p[strong='Read']": "the element's text",
    "//p/ancestor::div": "the axis ancestor",
    "//p/following::p": "the axis following",
    "//p[.//img]": "what else stands in or around the element",
    "//p[img/@src]": "what else stands in or around the element",
    "//*[@*='x']": "any attribute, or one of another namespace",
    "//svg:path": "an element of another namespace",
    "substring-after(//p, 'By ')": "the function substring-after()",
    "//p[@class=x]": "no XPath",
    "//p[": "no XPath",
    "//p]": "no XPath",
    "": "no XPath",
    "//p" + "[a" * 600: "no XPath",
    "//p" + "[a" * 450 + "]" * 50: "no XPath",
    "(" * 900 + "//p": "no XPath",
    "//p | //a/@href": "attributes and elements at once",
}


@pytest.mark.parametrize(("expression", "selectors"), SAID.items(), ids=SAID.keys())
def test_what_css_can_say(expression: str, selectors: list[str] | None) -> None:
    if selectors is None:
        with pytest.raises(UntranslatableError):
            translate(expression)
        return
    said = translate(expression).selectors
    assert list(said) == selectors
    for selector in said:
        select(LexborHTMLParser("<p></p>"), selector)  # in the grammar of rule files


@pytest.mark.parametrize(("expression", "why"), UNSAID.items(), ids=[each[:40] for each in UNSAID])
def test_what_css_cant_say(expression: str, why: str) -> None:
    with pytest.raises(UntranslatableError, match=why.replace("(", r"\(").replace(")", r"\)")):
        translate(expression)


def test_attributes_own_text_and_the_first_of_the_page_are_told() -> None:
    assert translate("//meta[@name='d']/@content").attribute == "content"
    assert translate("//h1/text()").own_text
    assert translate("(//article)[1]").first
    assert not translate("//article").first


FTR = """
# A comment
title: //meta[@property='og:title']/@content
titl: //h1
body: //div[@id='story']
body: (//article)[1]
author: substring-after(//p[@class='by'], 'By ')
date: //time/@datetime
date: //time/@title
strip: //p[@class='xoutbrainx']
strip: //p[1]
strip: //body
strip_id_or_class: share-tools
strip_id_or_class: 'sc-buvPDS'
strip_image_src: /spacer.gif
find_string: <noscript>
replace_string(<b>): <i>
single_page_link: //a[@class='print']
prune: no
tidy: no
test_url: https://post.example.net/story
some words
"""
PAGE = (
    f"<html><body><h1>A bridge</h1><div id=story><p>{SENTENCE}</p><p class=xoutbrainx>{SENTENCE[::-1]}</p></div>"
    f"<p>{SENTENCE[5:]}</p></body>"
)


def test_a_file_becomes_a_set_and_what_it_cant_say_is_told(tmp_path: Path) -> None:
    (tmp_path / "post.example.net.txt").write_text(FTR)
    imported = import_folder(tmp_path)
    assert list(imported.files) == ["post.example.net.toml"]
    told = "\n".join(imported.report["post.example.net.txt"])
    for part in (
        "line 4: 'titl': no directive: mend the spelling",
        "line 7: author: \"substring-after(//p[@class='by'], 'By ')\": CSS can't say it: the function",
        "line 9: date: '//time/@title': CSS can't say it: the attribute title",
        "line 11: strip: '//p[1]': CSS can't say it: a place among siblings",
        "line 12: strip: '//body': CSS can't say it: its selector would be refused (whole page)",
        "a class name that a build makes up",
        "line 16: find_string changes the page's source",
        "line 18: single_page_link is about fetching",
        "line 22: 'some words': neither a directive nor a comment",
    ):
        assert part in told
    assert "prune" not in told
    assert (imported.given["body"], imported.translated["body"]) == (2, 2)
    assert "strip                   1 of      3 translated (33.3%)" in list(account(imported))
    (tmp_path / "post.example.net.toml").write_text(imported.files["post.example.net.toml"])
    made = Cleaner(rules=[tmp_path / "post.example.net.toml"])
    article = made.clean(PAGE, url="https://www.post.example.net/story")
    assert article.text == SENTENCE
    assert article.rules is not None
    assert article.rules.layout == "1"
    assert [block.rule for block in article.removed if block.text == SENTENCE[::-1]] == [
        "post.example.net:advertisement"
    ]


def test_where_no_layout_fits_an_imported_set_removes_nothing(tmp_path: Path) -> None:
    """What a removal hits in one design may be the text of the next."""
    (tmp_path / "post.example.net.txt").write_text(FTR)
    (tmp_path / "out.toml").write_text(import_folder(tmp_path).files["post.example.net.toml"])
    page = PAGE.replace("id=story", "id=other")
    article = Cleaner(rules=[tmp_path / "out.toml"]).clean(page, url="https://post.example.net/story")
    assert SENTENCE[::-1] in article.text


def test_files_of_one_host_are_joined_and_hosts_that_are_none_are_told(tmp_path: Path) -> None:
    for name in ("www.post.example.net.txt", ".post.example.net.txt", "co.uk.txt", "nothing.example.net.txt"):
        (tmp_path / name).write_text("body: //article\n" if "nothing" not in name else "prune: no\n")
    (tmp_path / "large.example.net.txt").write_text("#" * 300_000)
    imported = import_folder(tmp_path)
    assert list(imported.files) == ["post.example.net.toml"]
    assert imported.files["post.example.net.toml"].count("[[layout]]") == 2
    assert "is a public suffix" in imported.report["co.uk.txt"][0]
    assert "holds nothing that a rule set can say" in imported.report["nothing.example.net.txt"][0]
    assert "over 256,000 bytes" in imported.report["large.example.net.txt"][0]


def test_the_command_writes_sets_that_load(tmp_path: Path) -> None:
    (tmp_path / "post.example.net.txt").write_text(FTR)
    done = call("rules", "import", "ftr", tmp_path, "--output", tmp_path / "out")
    assert done.exit_code == 0
    assert "1 rule sets" in done.stdout
    assert call("rules", "check", tmp_path / "out").exit_code == 0
    fails(call("rules", "import", "ftr", tmp_path / "out", "-o", tmp_path), 2, "holds no files of Full-Text RSS")
    with pytest.raises(RuleError):
        import_folder(tmp_path / "none")


def test_reasons_are_guessed_by_names() -> None:
    assert [reason_of(f'[class*="{name}"]') for name in ("share-bar", "comments", "newsletter-box", "x")] == [
        "share", "comments", "newsletter", "other",
    ]  # fmt: skip
