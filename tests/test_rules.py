"""Rule files: what they may hold, what is said of those that are wrong, and what each condition of a line rule matches."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

import cleaner
from cleaner import Cleaner, Options, RuleError
from cleaner.folding import fold
from cleaner.labels import Reason, Role
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block
from cleaner.rules import line_rules
from cleaner.rules.matchers import QUICK, compile_matcher, compiled
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry, load_file, shipped, with_user_files
from cleaner.rules.schema import LABELS, RuleSet

SITE = 'name = "Example"\nhosts = ["example.org"]\n'
PROSE = "This is a sentence of an article, long enough to be taken for prose by anyone."


def labelled(rules: str, *texts: str) -> list[str]:
    """The labels that line rules (TOML) give to lines, an empty string where they give none."""
    blocks = [Block(text) for text in texts]
    line_rules.label_lines(parse(SITE + rules, "example.toml").text, blocks)
    return [str(block.role or block.reason or "") for block in blocks]


def rule(label: str = "related", /, **conditions: object) -> str:
    """One `[[text]]` table."""
    values = "".join(
        f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}\n"
        for key, value in conditions.items()
    )
    return f'[[text]]\nlabel = "{label}"\n{values}'


# ------------------------------------------------------------------------------------------------ what is wrong, and
# where

WRONG = {
    "no TOML": ("hosts = [", "not TOML"),
    "TOML nested beyond reading": ("x = " + "[" * 5000, "not TOML"),
    "an unknown key": (SITE + "colour = 1", "colour: unknown key: use one of name, hosts"),
    "an unknown key of a layout": (SITE + '[[layout]]\ntitel = ["h1"]', "layout 1: titel: unknown key"),
    "an unknown key of a rule": (SITE + rule(line=["x"]), "text 1: line: unknown key"),
    "no host": ('name = "x"', "hosts: a site's rule set needs at least one host"),
    "no name": ('hosts = ["x.org"]', "name: a string is needed"),
    "a URL for a host": ('name = "x"\nhosts = ["https://x.org/"]', "hosts: 'https://x.org/' is no host name"),
    "a number for a host": ('name = "x"\nhosts = [5]', "hosts: a list of strings is needed"),
    "a language by its name": (SITE + 'language = "english"', "language: 'english' is no language tag: give it as en"),
    "a bad selector": (SITE + '[[layout]]\nbody = ["div["]', "layout 1: body: bad selector 'div['"),
    "an empty selector": (SITE + '[[layout]]\nbody = [""]', "layout 1: body: a selector is empty"),
    "a costly selector": (
        SITE + '[[layout]]\nbody = ["p:NTH-child(2n)"]',
        "layout 1: body: selector 'p:NTH-child(2n)' costs too much",
    ),
    "a selector of many steps": (
        SITE + '[[layout]]\ntitle = ["a b c d e f g"]',
        "layout 1: title: selector 'a b c d e f g' costs too much",
    ),
    "an unknown reason": (
        SITE + '[[layout]]\nremove.junk = ["p"]',
        "layout 1: remove.junk: unknown reason: use one of navigation",
    ),
    "removals without a reason": (SITE + '[[layout]]\nremove = ["p"]', "layout 1: remove: write it as remove.REASON"),
    "a table for a list of them": (SITE + "[text]\nlabel = 'related'", "text: write it as [[text]]"),
    "no label": (SITE + "[[text]]\nlines = ['x']", "text 1: label: a string is needed"),
    "an unknown label": (SITE + rule("junk", lines=["x"]), "text 1: label: unknown label 'junk'"),
    "a role for a removal's reason": (
        SITE + rule("removed:title", lines=["x"]),
        "text 1: label: unknown label 'removed:title'",
    ),
    "a bad pattern": (SITE + rule(lines=["/(/"]), "text 1: lines: bad pattern /(/: missing )"),
    "an unknown shape": (
        SITE + rule(before=["<haiku>"]),
        "text 1: before: no shape is called <haiku>: use one of <headline>",
    ),
    "a matcher of an unknown label": (SITE + rule(after=["@junk"]), "text 1: after: no label is called @junk"),
    "an empty matcher": (SITE + rule(lines=[" "]), "text 1: lines: a matcher is empty"),
    "an empty list": (SITE + rule(lines=[]), "text 1: lines: the list is empty"),
    "a zone of another name": (SITE + rule(zone="middle", lines=["x"]), "text 1: zone: use one of head, tail"),
    "first as a string": (SITE + rule(first="yes", lines=["x"]), "text 1: first: true or false is needed"),
    "max as a truth": (SITE + rule(max=True, lines=["x"]), "text 1: max: a number of characters is needed"),
    "an empty anchor": (SITE + rule(anchors=[""], lines=["x"]), "text 1: anchors: an anchor is empty"),
    "a rule without a condition": (SITE + rule(max=9), "text 1: lines: the rule names no line"),
    "a rule with first = false alone": (SITE + rule(first=False), "text 1: lines: the rule names no line"),
    "until without from": (SITE + rule(lines=["x"], until=["y"]), "text 1: from: until and while end a stretch"),
    "while without from": (SITE + rule(lines=["x"], **{"while": ["y"]}), "text 1: from: until and while end a stretch"),
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
    (tmp_path / "latin.toml").write_bytes(SITE.encode() + b"# caf\xe9")
    with pytest.raises(RuleError, match=r"latin\.toml: not UTF-8"):
        Cleaner(rules=[tmp_path])


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "example.toml").write_text(SITE, "utf-8-sig")
    assert load_file(tmp_path / "example.toml").hosts == ("example.org",)


def test_a_selectors_quoted_value_counts_as_one_step() -> None:
    parse(SITE + "[[layout]]\nbody = ['div[style^=\"a: b; c: d; e: f; g: h, i: j\"] p']", "x.toml")


def test_a_host_claimed_twice_names_both_files(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SITE)
    (tmp_path / "b.toml").write_text(SITE)
    with pytest.raises(RuleError, match=r"b\.toml: hosts: 'example\.org' is already claimed by .*a\.toml"):
        Cleaner(rules=[tmp_path])


def test_a_pattern_without_end_is_an_error_and_not_a_hang(tmp_path: Path) -> None:
    (tmp_path / "slow.toml").write_text(SITE + "[[text]]\nlabel = 'related'\nlines = ['/^(?:(?:a|aa)+)+b?c$/']")
    with pytest.raises(RuleError, match=r"pattern /.*/ takes over 1 s on one line"):
        Cleaner(rules=[tmp_path]).clean("a" * 400 + "!", url="https://example.org/")


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
        assert rules.text or rules.layouts, rules.file


# ------------------------------------------------------------------------------------------------ matchers


@pytest.mark.parametrize(
    ("spelling", "line", "hit"),
    [
        ("Read More »", "read  more »", True),  # case and white space are folded
        ('It\'s "over" - now...', "It’s “over” — now…", True),  # so are quotes, dashes and ellipses
        ("Read More", "Read More now", False),  # a literal is the whole line
        ("/^Read more/", "Read more: a headline", True),
        ("/^Read more/", "READ MORE", False),
        ("/^Read more/i", "READ MORE", True),
        ("/more$/", "Read more", True),
        ("/a/b/", "xa/b", True),
        ("<headline>", "Minister says no", True),
        ("<headline>", "Will the minister say no?", True),
        ("<headline>", "The minister said no.", False),
        ("<headline>", "The minister said “no.”", False),
        ("<headline>", "x" * 201, False),
        ("<prose>", PROSE, True),
        ("<prose>", "A short sentence.", False),
        ("<prose>", "word " * 90, True),
        ("<date>", "Updated: December 27, 2018 04:24 PM", True),
        ("<date>", "In 2018 it rained", False),
    ],
)
def test_matchers(spelling: str, line: str, hit: bool) -> None:
    assert compile_matcher(spelling, LABELS).matches(Block(line)) is hit


def test_a_label_matches_what_has_it() -> None:
    matcher = compile_matcher("@title", LABELS)
    assert not matcher.matches(Block("x"))
    assert matcher.matches(Block("x", role=Role.TITLE))
    assert compile_matcher("@related", LABELS).matches(Block("x", reason=Reason.RELATED))


def test_shapes_in_other_scripts() -> None:
    assert is_prose("أعلنت الحكومة يوم السبت عن إجراءات جديدة لدعم المشاريع الصغيرة؟")
    assert is_headline("政府、新対策を発表")
    assert not is_headline("政府は新しい対策を発表した。")
    assert fold("STRASSE") == fold("straße")


# ------------------------------------------------------------------------------------------------ line rules


def test_lines_label_each_match() -> None:
    assert labelled(rule(lines=["Read on", "/^See: /"]), "Read on", "x", "See: y") == ["related", "", "related"]


def test_the_first_rule_that_speaks_on_a_line_holds() -> None:
    assert labelled(rule("share", lines=["x"]) + rule("related", lines=["x", "y"]), "x", "y") == ["share", "related"]


def test_before_and_after_look_at_the_neighbours() -> None:
    assert labelled(rule(before=["Read More »"]), "A headline", "Read More »", "x") == ["related", "", ""]
    assert labelled(rule(after=["Also:"], lines=["<headline>"]), "Also:", "A headline", PROSE) == ["", "related", ""]
    assert labelled(rule(before=["x"]), "x") == [""]


def test_a_stretch_runs_to_the_end_or_until_a_line_or_while_lines_match() -> None:
    texts = (PROSE, "From here", "b", "Stop", "c")
    start = ["From here"]
    assert labelled(rule("related", **{"from": start}), *texts) == ["", "related", "related", "related", "related"]
    assert labelled(rule("related", **{"from": start, "until": ["Stop"]}), *texts) == ["", "related", "related", "", ""]
    assert labelled(rule("related", **{"from": start, "while": ["b"]}), *texts) == ["", "related", "related", "", ""]


def test_a_stretch_to_the_end_never_takes_the_whole_article() -> None:
    assert labelled(rule("comments", **{"from": ["Comments"]}), "A headline", "Comments", PROSE, PROSE) == [
        "",
        "comments",
        "",
        "",
    ]


def test_zones_end_and_begin_with_the_prose() -> None:
    texts = ("Share", PROSE, "Share", PROSE, "Share")
    assert labelled(rule("share", lines=["Share"], zone="head"), *texts) == ["share", "", "", "", ""]
    assert labelled(rule("share", lines=["Share"], zone="tail"), *texts) == ["", "", "", "", "share"]
    assert labelled(rule("share", lines=["Share"]), *texts) == ["share", "", "share", "", "share"]


def test_first_speaks_on_the_first_line_that_nothing_has_spoken_on() -> None:
    rules = rule("navigation", lines=["Home"]) + rule("title", first=True, lines=["<headline>"])
    assert labelled(rules, "Home", "A headline", "Another") == ["navigation", "title", ""]
    assert labelled(rules, "Home", PROSE, "A headline") == ["navigation", "", ""]
    assert labelled(rule("title", first=True), "Anything.", "x") == ["title", ""]


def test_a_label_given_before_may_be_a_condition() -> None:
    rules = rule("title", first=True) + rule("subtitle", after=["@title"]) + rule("caption", after=["@subtitle"])
    assert labelled(rules, "One", "Two", "Three", "Four") == ["title", "subtitle", "caption", ""]


def test_max_spares_longer_lines() -> None:
    assert labelled(rule(lines=["/x/"], max=5), "xxxxx", "xxxxxx") == ["related", ""]


def test_anchors_are_looked_for_in_short_lines_without_regard_to_case() -> None:
    anchored = rule(lines=["/./"], anchors=["read more", "see also"])
    assert labelled(anchored, "READ MORE here", "other", "See also", "read more" + "x" * 600) == [
        "related",
        "",
        "related",
        "",
    ]
    assert labelled(anchored, "x" * 700) == [""]


def test_anchors_may_stand_in_the_neighbour_that_a_rule_asks_for() -> None:
    assert labelled(
        rule(lines=["<headline>"], before=["/^read more$/i"], anchors=["read more"]), "A headline", "Read more"
    ) == ["related", ""]
    assert labelled(rule(after=["Also:"], anchors=["also:"]), "Also:", "A headline") == ["", "related"]


def test_removed_makes_a_reason_of_a_word_that_is_a_role_too() -> None:
    assert parse(SITE + rule("caption", lines=["x"]), "x.toml").text[0].label is Role.CAPTION
    assert parse(SITE + rule("removed:caption", lines=["x"]), "x.toml").text[0].label is Reason.CAPTION


def test_a_rules_id_names_file_label_and_number() -> None:
    rules = parse(SITE + rule("share", lines=["x"]) + rule("related", lines=["y"]), "folder/example.toml")
    assert [line_rule.id for line_rule in rules.text] == ["example:share:1", "example:related:2"]


# ------------------------------------------------------------------------------------------------ hosts and layers


def site(name: str, *hosts: str, mirrors: tuple[str, ...] = ()) -> RuleSet:
    return parse(f"name = '{name}'\nhosts = {list(hosts)}\nmirrors = {list(mirrors)}", f"{name}.toml")


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("x.com", "x.com"), ("www.x.com", "x.com"), ("a.b.x.com", "x.com"), ("netflix.com", None), ("x.com.evil.net",
        None), ("com", None), ("", None),
        (None, None), ("news.example.co.uk", "example.co.uk"), ("mirror.arc.net", "x.com"), ("other.arc.net", None),
    ],
)  # fmt: skip
def test_hosts_match_by_whole_labels(host: str | None, found: str | None) -> None:
    registry = Registry([site("x", "x.com", mirrors=("mirror.arc.net",)), site("uk", "example.co.uk")])
    hit = registry.by_host(host)
    assert (hit[1] if hit else None) == found


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
    text = f"Skip to main content\n\nBuy our mug\n\n{PROSE}\n\nStay informed with MEE's newsletters"
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
        found = registry.by_host(host)
        assert found is not None
        assert found[0].slug == str(number)
        assert found[0].text == shipped_set.text
    for host in (*shipped_set.hosts[2:], *shipped_set.mirrors):
        assert registry.by_host(host) is not None


def test_a_user_may_claim_a_mirror_of_a_shipped_set(tmp_path: Path) -> None:
    shipped_set = next(rules for rules in shipped().sites if rules.mirrors)
    (tmp_path / "mine.toml").write_text(f"name = 'Mine'\nhosts = ['{shipped_set.mirrors[0]}']")
    found = with_user_files([tmp_path]).by_host(shipped_set.mirrors[0])
    assert found is not None
    assert found[0].name == "Mine"


def test_site_rules_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "mee.toml").write_text(OWN)
    article = Cleaner(Options(site_rules=False), [tmp_path]).clean(
        f"Buy our mug\n\n{PROSE}", url="https://middleeasteye.net/"
    )
    assert article.rules is None
    assert article.site == "middleeasteye.net"
    assert "Buy our mug" in article.text


def test_stretches_that_begin_again_and_again_take_no_time() -> None:
    article = cleaner.clean("Comments\nShare\n" * 20_000, options=cleaner.Options(input="text"))
    assert len(article.blocks) == 40_000
