"""Rule files: what they may hold, what is said of those that are wrong, and whose rules a page gets."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

import cleaner
from cleaner import Cleaner, Options, RuleError
from cleaner.model import Block
from cleaner.rules.matchers import QUICK, compiled
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry, load_file, shipped, with_user_files
from cleaner.rules.schema import RuleSet
from tests.pages import SENTENCE, SITE_HEAD, line_rule

WRONG = {
    "no TOML": ("hosts = [", "not TOML"),
    "TOML nested beyond reading": ("x = " + "[" * 5000, "not TOML"),
    "an unknown key": (SITE_HEAD + "colour = 1", "colour: unknown key: use one of name, hosts"),
    "an unknown key of a layout": (SITE_HEAD + '[[layout]]\ntitel = ["h1"]', "layout 1: titel: unknown key"),
    "an unknown key of a rule": (SITE_HEAD + line_rule(line=["x"]), "text 1: line: unknown key"),
    "no host": ('name = "x"', "hosts: a site's rule set needs at least one host"),
    "no name": ('hosts = ["x.org"]', "name: a string is needed"),
    "a URL for a host": ('name = "x"\nhosts = ["https://x.org/"]', "hosts: 'https://x.org/' is no host name"),
    "a number for a host": ('name = "x"\nhosts = [5]', "hosts: a list of strings is needed"),
    "a language by its name": (
        SITE_HEAD + 'language = "english"',
        "language: 'english' is no language tag: give it as en",
    ),
    "a bad selector": (SITE_HEAD + '[[layout]]\nbody = ["div["]', "layout 1: body: bad selector 'div['"),
    "an empty selector": (SITE_HEAD + '[[layout]]\nbody = [""]', "layout 1: body: a selector is empty"),
    "a costly selector": (
        SITE_HEAD + '[[layout]]\nbody = ["p:NTH-child(2n)"]',
        "layout 1: body: selector 'p:NTH-child(2n)' costs too much",
    ),
    "a selector of many steps": (
        SITE_HEAD + '[[layout]]\ntitle = ["a b c d e f g"]',
        "layout 1: title: selector 'a b c d e f g' costs too much",
    ),
    "an unknown reason": (
        SITE_HEAD + '[[layout]]\nremove.junk = ["p"]',
        "layout 1: remove.junk: unknown reason: use one of navigation",
    ),
    "removals without a reason": (
        SITE_HEAD + '[[layout]]\nremove = ["p"]',
        "layout 1: remove: write it as remove.REASON",
    ),
    "a table for a list of them": (SITE_HEAD + "[text]\nlabel = 'related'", "text: write it as [[text]]"),
    "no label": (SITE_HEAD + "[[text]]\nlines = ['x']", "text 1: label: a string is needed"),
    "an unknown label": (SITE_HEAD + line_rule("junk", lines=["x"]), "text 1: label: unknown label 'junk'"),
    "a role for a removal's reason": (
        SITE_HEAD + line_rule("removed:title", lines=["x"]),
        "text 1: label: unknown label 'removed:title'",
    ),
    "a bad pattern": (SITE_HEAD + line_rule(lines=["/(/"]), "text 1: lines: bad pattern /(/: missing )"),
    "an unknown shape": (
        SITE_HEAD + line_rule(before=["<haiku>"]),
        "text 1: before: no shape is called <haiku>: use one of <headline>",
    ),
    "a matcher of an unknown label": (
        SITE_HEAD + line_rule(after=["@junk"]),
        "text 1: after: no label is called @junk",
    ),
    "an empty matcher": (SITE_HEAD + line_rule(lines=[" "]), "text 1: lines: a matcher is empty"),
    "an empty list": (SITE_HEAD + line_rule(lines=[]), "text 1: lines: the list is empty"),
    "a zone of another name": (
        SITE_HEAD + line_rule(zone="middle", lines=["x"]),
        "text 1: zone: use one of head, tail",
    ),
    "first as a string": (SITE_HEAD + line_rule(first="yes", lines=["x"]), "text 1: first: true or false is needed"),
    "max as a truth": (SITE_HEAD + line_rule(max=True, lines=["x"]), "text 1: max: a number of characters is needed"),
    "an empty anchor": (SITE_HEAD + line_rule(anchors=[""], lines=["x"]), "text 1: anchors: an anchor is empty"),
    "a rule without a condition": (SITE_HEAD + line_rule(max=9), "text 1: lines: the rule names no line"),
    "a rule with first = false alone": (SITE_HEAD + line_rule(first=False), "text 1: lines: the rule names no line"),
    "until without from": (
        SITE_HEAD + line_rule(lines=["x"], until=["y"]),
        "text 1: from: until and while end a stretch",
    ),
    "while without from": (
        SITE_HEAD + line_rule(lines=["x"], **{"while": ["y"]}),
        "text 1: from: until and while end a stretch",
    ),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG.keys())
def test_an_error_names_file_and_key(content: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(content, "mine/example.toml")
    assert str(caught.value).startswith(f"mine/example.toml: {message}")
    assert "\n" not in str(caught.value)


def test_a_family_needs_a_way_to_tell_its_pages() -> None:
    with pytest.raises(RuleError, match=r"blog\.toml: recognise: a family needs selectors"):
        parse('name = "Blog"', "blog.toml", "family")


def test_files_that_cant_be_read(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"missing\.toml: no such file or folder"):
        Cleaner(rules=[tmp_path / "missing.toml"])
    with pytest.raises(RuleError, match=r"missing\.toml: No such file"):
        load_file(tmp_path / "missing.toml")
    (tmp_path / "latin.toml").write_bytes(SITE_HEAD.encode() + b"# caf\xe9")
    with pytest.raises(RuleError, match=r"latin\.toml: not UTF-8"):
        Cleaner(rules=[tmp_path])


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "example.toml").write_text(SITE_HEAD, "utf-8-sig")
    assert load_file(tmp_path / "example.toml").hosts == ("example.org",)


def test_a_selectors_quoted_value_counts_as_one_step() -> None:
    parse(SITE_HEAD + "[[layout]]\nbody = ['div[style^=\"a: b; c: d; e: f; g: h, i: j\"] p']", "x.toml")


def test_a_host_claimed_twice_names_both_files(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SITE_HEAD)
    (tmp_path / "b.toml").write_text(SITE_HEAD)
    with pytest.raises(RuleError, match=r"b\.toml: hosts: 'example\.org' is already claimed by .*a\.toml"):
        Cleaner(rules=[tmp_path])


@pytest.mark.slow
def test_a_pattern_without_end_is_an_error_and_not_a_hang(tmp_path: Path) -> None:
    (tmp_path / "slow.toml").write_text(SITE_HEAD + "[[text]]\nlabel = 'related'\nlines = ['/^(?:(?:a|aa)+)+b?c$/']")
    with pytest.raises(RuleError, match=r"pattern /.*/ takes over 1 s on one line"):
        Cleaner(rules=[tmp_path]).clean("a" * 400 + "!", url="https://example.org/")


@pytest.mark.slow
def test_a_shipped_pattern_is_quick_on_lines_that_are_not_timed() -> None:
    """Its own words over and over, alone, in a row and before something that it can't end with, are what makes a
    pattern go back and forth.
    """
    files = [*shipped().sites, *shipped().families, *shipped().phrases.values()]
    rules = [rule for file in files for rule in file.text]
    matchers = {
        matcher
        for rule in rules
        for matcher in (*rule.lines, *rule.before, *rule.after, *rule.start, *rule.until, *rule.during)
    }
    spellings = {matcher.pattern for matcher in matchers if matcher.ships and matcher.pattern}
    assert len(spellings) > 400
    for spelling in spellings:
        body = spelling[1:].rpartition("/")[0]
        words = list(dict.fromkeys(regex.findall(r"\w+", body)))[:40]
        for pump in (
            *words,
            " ".join(words),
            *(f"{''.join(words[:1])} {filler}" for filler in ("a", "a ", "A, ", "1", ". ", "- ")),
        ):
            for line in ((pump + " ") * QUICK, pump * QUICK, pump + pump[-1:] * QUICK):
                compiled(spelling).search(line[: QUICK - 1] + "\n", timeout=0.2)


def test_all_shipped_files_load() -> None:
    registry = shipped()
    assert {"middleeasteye", "thenational", "naharnet", "middleeastmonitor", "stateofthestateks"} <= {
        rules.slug for rules in registry.sites
    }
    assert "en" in registry.phrases
    for rules in (*registry.sites, *registry.families, *registry.phrases.values()):
        assert len(rules.digest) == 16
        assert rules.text or rules.layouts or rules.additions, rules.file


def site(name: str, *hosts: str, mirrors: tuple[str, ...] = ()) -> RuleSet:
    return parse(f"name = '{name}'\nhosts = {list(hosts)}\nmirrors = {list(mirrors)}", f"{name}.toml")


@pytest.mark.parametrize(
    ("host", "matched"),
    [
        ("x.com", "x.com"), ("www.x.com", "x.com"), ("a.b.x.com", "x.com"), ("netflix.com", None), ("x.com.evil.net",
        None), ("com", None), ("", None),
        (None, None), ("news.example.co.uk", "example.co.uk"), ("mirror.arc.net", "x.com"), ("other.arc.net", None),
    ],
)  # fmt: skip
def test_hosts_match_by_whole_labels(host: str | None, matched: str | None) -> None:
    registry = Registry([site("x", "x.com", mirrors=("mirror.arc.net",)), site("uk", "example.co.uk")])
    hit = registry.by_host(host)
    assert (hit[1] if hit else None) == matched


def test_a_fingerprint_that_most_lines_bear_tells_the_site() -> None:
    one = parse("name = 'one'\nhosts = ['one.org']\nfingerprints = ['One daily']", "one.toml")
    two = parse("name = 'two'\nhosts = ['two.org']\nfingerprints = ['Two daily', '/^Two by/']", "two.toml")
    registry = Registry([one, two])
    assert registry.by_fingerprint([Block("One daily"), Block("Two daily"), Block("Two by night")]) is two
    assert registry.by_fingerprint([Block("One daily news")]) is None


OWN = """
name = "Mine"
hosts = ["middleeasteye.net"]
[[text]]
label = "advertisement"
lines = ["Buy our mug"]
[[text]]
label = "share"
lines = ["Skip to main content"]
"""


def test_a_users_file_lies_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mee.toml").write_text(OWN)
    text = f"Skip to main content\n\nBuy our mug\n\n{SENTENCE}\n\nStay informed with MEE's newsletters"
    own = Cleaner(rules=[tmp_path]).clean(text, url="https://www.middleeasteye.net/news/x")
    assert [(str(block.reason), block.rule) for block in own.removed] == [
        ("share", "mee:share:2"),
        ("advertisement", "mee:advertisement:1"),
        ("newsletter", "middleeasteye:newsletter:2"),
    ]
    assert own.rules is not None
    plain = cleaner.clean(text, url="https://www.middleeasteye.net/news/x")
    assert plain.rules is not None
    assert own.rules.digest != plain.rules.digest


def test_users_files_may_speak_of_several_hosts_of_one_shipped_set(tmp_path: Path) -> None:
    shipped_set = next(rules for rules in shipped().sites if len(rules.hosts) > 1)
    for number, host in enumerate(shipped_set.hosts[:2]):
        (tmp_path / f"{number}.toml").write_text(f"name = 'Mine'\nhosts = ['{host}']")
    registry = with_user_files([tmp_path])
    for number, host in enumerate(shipped_set.hosts[:2]):
        hit = registry.by_host(host)
        assert hit is not None
        assert hit[0].slug == str(number)
        assert hit[0].text == shipped_set.text
    for host in (*shipped_set.hosts[2:], *shipped_set.mirrors):
        assert registry.by_host(host) is not None


def test_a_user_may_claim_a_mirror_of_a_shipped_set(tmp_path: Path) -> None:
    shipped_set = next(rules for rules in shipped().sites if rules.mirrors)
    (tmp_path / "mine.toml").write_text(f"name = 'Mine'\nhosts = ['{shipped_set.mirrors[0]}']")
    hit = with_user_files([tmp_path]).by_host(shipped_set.mirrors[0])
    assert hit is not None
    assert hit[0].name == "Mine"


def test_site_rules_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "mee.toml").write_text(OWN)
    article = Cleaner(Options(site_rules=False), [tmp_path]).clean(
        f"Buy our mug\n\n{SENTENCE}", url="https://middleeasteye.net/"
    )
    assert article.rules is None
    assert article.site == "middleeasteye.net"
    assert "Buy our mug" in article.text
