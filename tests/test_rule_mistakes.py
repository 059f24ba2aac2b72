"""Rule files that are wrong: each kind of mistake is refused when the file is loaded, all of them at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cleaner import Cleaner, RuleError
from cleaner.rules.reader import parse
from cleaner.rules.registry import shipped, with_user_files
from tests.pages import SITE_HEAD, line_rule
from tests.program import TEXT, call, rule_file

LAYOUT = SITE_HEAD + '[[layout]]\nbody = ["article"]\n'
KINDS = {
    "TOML": ("name = \n", "not TOML: Invalid value (at line 1, column 8): mend it there"),
    "an unknown reason": (LAYOUT + 'remove.junk = ["p"]', "layout 1: remove.junk: unknown reason: use one of"),
    "no CSS": (LAYOUT + 'title = ["h1[["]', "layout 1: title: bad selector 'h1[['"),
    "a removal of everything": (LAYOUT + 'remove.other = ["*"]', "layout 1: remove.other: selector '*' matches the"),
    "a removal of the page": (LAYOUT + 'remove.other = ["body.x"]', "layout 1: remove.other: selector 'body.x' matche"),
    "a removal of what has no class": (LAYOUT + 'remove.other = [":not(.x)"]', "selector ':not(.x)' matches the whole"),
    "a body that is the page": (SITE_HEAD + '[[layout]]\nbody = ["html"]', "layout 1: body: selector 'html' matches t"),
    "one of several selectors": (LAYOUT + 'remove.other = [".x, :root"]', "selector '.x, :root' matches the whole pag"),
    "a pattern without end": (SITE_HEAD + line_rule(lines=["/^(?:(?:a|aa)+)+b?c$/"]), "text 1: lines: pattern /^(?:(?"),
    "repetitions in each other": (SITE_HEAD + line_rule(lines=["/(x+x+)+y/"]), "takes over 1 s on one line: make it"),
    "a layout without body": (SITE_HEAD + '[[layout]]\ntitle = ["h1"]', "layout 1: body: a layout needs selectors"),
    "a shape as fingerprint": (SITE_HEAD + 'fingerprints = ["<date>"]', "fingerprints: '<date>' is found on any site"),
    "a label as fingerprint": (SITE_HEAD + 'fingerprints = ["@title"]', "fingerprints: '@title' is found on any site"),
    "a fingerprint of many sites": (SITE_HEAD + 'fingerprints = ["Read more"]', "'Read more' hits other sites' pages"),
    "a pattern of many sites": (SITE_HEAD + "fingerprints = ['/^By /']", "'/^By /' hits other sites' pages, too ('By "),
    "a public suffix": ('name = "x"\nhosts = ["co.uk"]', "hosts: 'co.uk' is a public suffix"),
    "an address": ('name = "x"\nhosts = ["127.0.0.1"]', "hosts: '127.0.0.1' is an address, not a site's name"),
    "a suffix as mirror": (SITE_HEAD + 'mirrors = ["com.au"]', "mirrors: 'com.au' is a public suffix"),
    "upper-case anchors": (SITE_HEAD + line_rule(lines=["x"], anchors=["Tide"]), "text 1: anchors: 'Tide' would match"),
    "an addition with a body": (SITE_HEAD + '[[add]]\nbody = ["p"]', "add 1: body: unknown key: use one of when, remo"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "message"), KINDS.values(), ids=KINDS.keys())
def test_each_kind_is_told_with_its_key_and_what_to_do(content: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(content, "mine/example.toml", "user")
    assert len(caught.value.mistakes) == 1
    assert caught.value.mistakes[0].startswith("mine/example.toml: ")
    assert message in str(caught.value)


RIGHT = {
    "a body that has a class": SITE_HEAD + '[[layout]]\nbody = ["body.single article", "main", "#body", "html-embed"]',
    "a removal by its tag": LAYOUT + 'remove.other = ["aside", "article > *:first-child", "p:empty", "div"]',
    "fields of the page itself": LAYOUT + 'language = ["html"]\ndirection = ["body"]',
    "a fingerprint of its own": SITE_HEAD + "fingerprints = ['The Harbour Post', '/^Tides for .+ by the Post/']",
    "patterns that go back a little": SITE_HEAD + line_rule(lines=["/^.*by .+, .+$/", "/^ *[a-z]+ *$/"]),
    "a host below a suffix": 'name = "x"\nhosts = ["example.co.uk", "post.example.com.au"]',
    "an addition alone": SITE_HEAD + '[[add]]\nremove.other = [".x"]',
}


@pytest.mark.parametrize("content", RIGHT.values(), ids=RIGHT.keys())
def test_what_looks_like_a_mistake_and_is_none(content: str) -> None:
    started = time.thread_time()
    parse(content, "mine/example.toml", "user")
    assert time.thread_time() - started < 5


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    one = tmp_path / "a.toml"
    one.write_text(LAYOUT + 'remove.junk = ["p"]\ntitle = ["h1[["]\n' + line_rule("legal", lines=["/(/"]))
    two, three = tmp_path / "b.toml", tmp_path / "c.toml"
    two.write_text("hosts = [")
    three.write_text('hosts = ["co.uk"]')
    with pytest.raises(RuleError) as caught:
        Cleaner(rules=[tmp_path])
    keys = [line.removeprefix(f"{tmp_path}/").split(": ")[:3] for line in caught.value.mistakes]
    assert [key[:2] for key in keys] == [
        ["a.toml", "layout 1"], ["a.toml", "layout 1"], ["a.toml", "text 1"], ["b.toml", "not TOML"],
        ["c.toml", "name"], ["c.toml", "hosts"],
    ]  # fmt: skip
    assert str(caught.value).endswith("(and 5 more mistakes)")
    told = call(TEXT, "--rules", tmp_path)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.splitlines() == [f"cleaner: {line}" for line in caught.value.mistakes]


def test_a_file_of_mistakes_alone_is_not_told_to_its_end() -> None:
    with pytest.raises(RuleError) as caught:
        parse(SITE_HEAD + '[[layout]]\nbody = ["p[["]\n' * 900, "x.toml", "user")
    assert len(caught.value.mistakes) == 50


def test_two_sets_for_one_host_are_told_with_what_else_is_wrong(tmp_path: Path) -> None:
    rule_file(tmp_path, "a.toml")
    rule_file(tmp_path, "b.toml")
    rule_file(tmp_path, "c.toml", more="nonsense = 1")
    with pytest.raises(RuleError) as caught:
        with_user_files([tmp_path])
    assert len(caught.value.mistakes) == 2
    assert any(
        "b.toml: hosts: 'example.org' is already claimed by" in line and "make one file of both" in line
        for line in caught.value.mistakes
    )


def test_a_fingerprint_of_another_sites_set_is_refused(tmp_path: Path) -> None:
    other = next(rules for rules in shipped().sites if rules.fingerprints)
    spelling = other.fingerprints[0].spelling
    rule_file(tmp_path, "a.toml", more=f"fingerprints = ['''{spelling}''']")
    with pytest.raises(RuleError, match=r"a\.toml: fingerprints: .* it is one of sites/"):
        with_user_files([tmp_path])
    rule_file(tmp_path, "a.toml", other.hosts[0], more=f"fingerprints = ['''{spelling}''']")
    with_user_files([tmp_path])  # one over the same site's set may repeat it


def test_shipped_sets_hold_to_what_is_asked_of_a_users() -> None:
    for rules in shipped().sites:
        parse(rules.content, rules.file, "user")
