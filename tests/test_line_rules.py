"""Line rules: what each condition matches, and which label a line gets."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.folding import fold
from cleaner.labels import Reason, Role
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.model import Block
from cleaner.rules import line_rules
from cleaner.rules.matchers import compile_matcher
from cleaner.rules.schema import LABELS, parse
from tests.pages import SENTENCE, SITE_HEAD, line_rule


def labelled(rules: str, *texts: str) -> list[str]:
    """The labels that line rules (TOML) give to lines, an empty string where they give none."""
    blocks = [Block(text) for text in texts]
    line_rules.apply(parse(SITE_HEAD + rules, "example.toml").text, blocks)
    return [str(block.role or block.reason or "") for block in blocks]


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
        ("<prose>", SENTENCE, True),
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


def test_lines_label_each_match() -> None:
    assert labelled(line_rule(lines=["Read on", "/^See: /"]), "Read on", "x", "See: y") == ["related", "", "related"]


def test_the_first_rule_that_speaks_on_a_line_holds() -> None:
    assert labelled(line_rule("share", lines=["x"]) + line_rule("related", lines=["x", "y"]), "x", "y") == [
        "share",
        "related",
    ]


def test_before_and_after_look_at_the_neighbours() -> None:
    assert labelled(line_rule(before=["Read More »"]), "A headline", "Read More »", "x") == ["related", "", ""]
    assert labelled(line_rule(after=["Also:"], lines=["<headline>"]), "Also:", "A headline", SENTENCE) == [
        "",
        "related",
        "",
    ]
    assert labelled(line_rule(before=["x"]), "x") == [""]


def test_a_stretch_runs_to_the_end_or_until_a_line_or_while_lines_match() -> None:
    texts = (SENTENCE, "From here", "b", "Stop", "c")
    start = ["From here"]
    assert labelled(line_rule("related", **{"from": start}), *texts) == ["", "related", "related", "related", "related"]
    assert labelled(line_rule("related", **{"from": start, "until": ["Stop"]}), *texts) == [
        "",
        "related",
        "related",
        "",
        "",
    ]
    assert labelled(line_rule("related", **{"from": start, "while": ["b"]}), *texts) == [
        "",
        "related",
        "related",
        "",
        "",
    ]


def test_a_stretch_to_the_end_never_takes_the_whole_article() -> None:
    assert labelled(line_rule("comments", **{"from": ["Comments"]}), "A headline", "Comments", SENTENCE, SENTENCE) == [
        "",
        "comments",
        "",
        "",
    ]


def test_zones_end_and_begin_with_the_prose() -> None:
    texts = ("Share", SENTENCE, "Share", SENTENCE, "Share")
    assert labelled(line_rule("share", lines=["Share"], zone="head"), *texts) == ["share", "", "", "", ""]
    assert labelled(line_rule("share", lines=["Share"], zone="tail"), *texts) == ["", "", "", "", "share"]
    assert labelled(line_rule("share", lines=["Share"]), *texts) == ["share", "", "share", "", "share"]


def test_first_speaks_on_the_first_line_that_nothing_has_spoken_on() -> None:
    rules = line_rule("navigation", lines=["Home"]) + line_rule("title", first=True, lines=["<headline>"])
    assert labelled(rules, "Home", "A headline", "Another") == ["navigation", "title", ""]
    assert labelled(rules, "Home", SENTENCE, "A headline") == ["navigation", "", ""]
    assert labelled(line_rule("title", first=True), "Anything.", "x") == ["title", ""]


def test_a_label_given_before_may_be_a_condition() -> None:
    rules = (
        line_rule("title", first=True)
        + line_rule("subtitle", after=["@title"])
        + line_rule("caption", after=["@subtitle"])
    )
    assert labelled(rules, "One", "Two", "Three", "Four") == ["title", "subtitle", "caption", ""]


def test_max_spares_longer_lines() -> None:
    assert labelled(line_rule(lines=["/x/"], max=5), "xxxxx", "xxxxxx") == ["related", ""]


def test_anchors_are_looked_for_in_short_lines_without_regard_to_case() -> None:
    anchored = line_rule(lines=["/./"], anchors=["read more", "see also"])
    assert labelled(anchored, "READ MORE here", "other", "See also", "read more" + "x" * 600) == [
        "related",
        "",
        "related",
        "",
    ]
    assert labelled(anchored, "x" * 700) == [""]


def test_anchors_may_stand_in_the_neighbour_that_a_rule_asks_for() -> None:
    assert labelled(
        line_rule(lines=["<headline>"], before=["/^read more$/i"], anchors=["read more"]), "A headline", "Read more"
    ) == ["related", ""]
    assert labelled(line_rule(after=["Also:"], anchors=["also:"]), "Also:", "A headline") == ["", "related"]


def test_removed_makes_a_reason_of_a_word_that_is_a_role_too() -> None:
    assert parse(SITE_HEAD + line_rule("caption", lines=["x"]), "x.toml").text[0].label is Role.CAPTION
    assert parse(SITE_HEAD + line_rule("removed:caption", lines=["x"]), "x.toml").text[0].label is Reason.CAPTION


def test_a_rules_id_names_file_label_and_number() -> None:
    rules = parse(
        SITE_HEAD + line_rule("share", lines=["x"]) + line_rule("related", lines=["y"]), "folder/example.toml"
    )
    assert [line_rule.id for line_rule in rules.text] == ["example:share:1", "example:related:2"]


@pytest.mark.slow
def test_stretches_that_begin_again_and_again_take_no_time() -> None:
    article = cleaner.clean("Comments\nShare\n" * 20_000, options=cleaner.Options(input="text"))
    assert len(article.blocks) == 40_000
