"""`cleaner rules learn PAGE…`: bodies, removals, fields, fingerprints and lines that pages of a site teach, and what is
said where they teach nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cleaner.authoring.learn import Learnt, learn, read_gold
from cleaner.authoring.learn.names import is_word, selectors_of
from cleaner.authoring.learn.trial import OneSet
from cleaner.errors import InputError
from cleaner.labels import Reason
from cleaner.rules.reader import parse
from tests.pages import QUAY_PROMPT, QUAY_STORIES, quay_page, quay_text
from tests.program import call, fails

MOTTO = "The tides of each pier are printed on the last page, and the moon beside them, as they have been since 1911."


def learn_from(pages: Sequence[bytes], **given: object) -> Learnt:
    return learn([(f"{n}.html", data) for n, data in enumerate(pages)], **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def learnt() -> Learnt:
    return learn_from([quay_page(n) for n in range(3)])


def test_a_set_names_the_body_by_a_word(learnt: Learnt) -> None:
    (layout,) = learnt.rules.layouts
    assert (learnt.rules.name, learnt.rules.hosts, learnt.rules.language) == (
        "The Harbour Post",
        ("harbourpost.example",),
        "en",
    )
    assert layout.body == (".hp-story",)
    assert 'body = [".hp-story"]  # on 3 of 3 pages; holds 100% of the text\n' in learnt.content


def test_what_recurs_is_removed_for_the_reason_that_its_name_says() -> None:
    rules = learn_from([quay_page(n, box="hp-newsletter") for n in range(3)]).rules
    kept = [OneSet(rules).clean(quay_page(3, box="hp-newsletter")).text]
    assert QUAY_PROMPT not in kept[0]
    rules = learn_from([quay_page(n) for n in range(3)]).rules
    assert rules.layouts[0].remove == {Reason.OTHER: ("p.hp-letter",)}
    assert QUAY_PROMPT not in OneSet(rules).clean(quay_page(3)).text


def test_each_removal_says_where_it_is_found_and_what_it_takes(learnt: Learnt) -> None:
    assert f'remove.other = ["p.hp-letter"]  # on 3 of 3 pages: "{QUAY_PROMPT}"\n' in learnt.content


def test_fields_are_named_where_they_agree_with_the_data_for_machines(learnt: Learnt) -> None:
    fields = learnt.rules.layouts[0].fields
    assert fields == {"title": ("h1.hp-title",), "authors": ("a.hp-author",), "published": ("time.hp-day",)}
    assert "# agrees with the page's data on 3 of 3 pages\n" in learnt.content
    article = OneSet(learnt.rules).clean(quay_page(3))
    assert (article.title, article.authors) == ("Quarry opens its gate to visitors", ("Ben Frost",))


def test_two_designs_make_two_layouts_and_a_third_is_told_as_drift() -> None:
    pages = [quay_page(0), quay_page(1), quay_page(2, "old-story-text"), quay_page(3, "old-story-text")]
    rules = learn_from(pages).rules
    assert {layout.body for layout in rules.layouts} == {(".hp-story",), (".old-story-text",)}
    used = OneSet(rules).clean(quay_page(0, "third-story")).rules
    assert used is not None
    assert (used.layout, used.drift) == (None, "no_layout")


def test_the_set_is_a_file_that_loads_and_serves_a_page_it_has_not_seen(learnt: Learnt) -> None:
    rules = parse(learnt.content, "post.toml", "user")
    article = OneSet(rules).clean(quay_page(3))
    assert article.rules is not None
    assert (article.rules.layout, article.rules.fit) == ("hp-story", 1.0)
    assert article.text.split("\n\n") == list(QUAY_STORIES[3][2:])


def test_a_sentence_that_recurs_is_the_articles_unless_an_element_holds_nothing_else() -> None:
    plain = learn_from([quay_page(n, more=f"<p>{MOTTO}</p>") for n in range(3)])
    assert MOTTO in OneSet(plain.rules).clean(quay_page(3, more=f"<p>{MOTTO}</p>")).text
    assert any(doubt.startswith("recurs on 3 of 3 pages and stays") for doubt in plain.doubts)
    named = learn_from([quay_page(n, more=f'<p class="hp-motto">{MOTTO}</p>') for n in range(3)])
    assert MOTTO not in OneSet(named.rules).clean(quay_page(3, more=f'<p class="hp-motto">{MOTTO}</p>')).text
    series = learn_from(
        [quay_page(n, more=f'<p class="hp-note">{MOTTO if n else QUAY_STORIES[3][2]}</p>') for n in range(3)]
    )
    assert MOTTO in OneSet(series.rules).clean(quay_page(0, more=f'<p class="hp-note">{MOTTO}</p>')).text


def test_headings_and_rows_that_recur_are_the_articles() -> None:
    more = "<h2 class='hp-cross'>What is known</h2><p>{}</p><table><tr><td>Wind</td><td>{}</td></tr></table>"
    pages = [quay_page(n, more=more.format(QUAY_STORIES[n][2][::-1] + ".", n)) for n in range(3)]
    rules = learn_from(pages).rules
    for data in pages:
        text = OneSet(rules).clean(data).text
        assert "What is known" in text
        assert "Wind" in text


@pytest.mark.parametrize(
    "name", ["css-1x2y3z", "jNyKxa", "col-md-6", "mt-auto", "post-12345", "v-d-p", "is-open", "JuyWl", "Text_a__WNyan"]
)
def test_digests_numbers_and_looks_are_no_names(name: str) -> None:
    assert not is_word(name)


@pytest.mark.parametrize("name", ["article-body", "hp-text", "storyBody", "c-article__content", "text"])
def test_words_are_names(name: str) -> None:
    assert is_word(name)


def test_a_body_without_a_name_is_told_and_no_place_is_written() -> None:
    pages = [data.replace(b"hp-story", b"x1").replace(b"wrap", b"y2") for data in (quay_page(n) for n in range(3))]
    learnt = learn_from(pages)
    assert not learnt.rules.layouts
    assert "nth-child" not in learnt.content
    assert "0.html: no element with a name holds its text: the generic rules serve it" in learnt.doubts
    assert "# - 0.html: no element with a name" in learnt.content


def test_a_tag_alone_is_no_body_for_the_generic_rules_do_as_well() -> None:
    pages = [data.replace(b"hp-story", b"x1").replace(b"wrap", b"y2") for data in (quay_page(n) for n in range(3))]
    pages = [data.replace(b"<div", b"<article").replace(b"</div", b"</article") for data in pages]
    assert not learn_from(pages).rules.layouts


def test_gold_of_one_page_says_nothing_of_another_design() -> None:
    pages = [quay_page(n, "hp-story" if n < 2 else "older-text") for n in range(3)]
    rules = learn_from(pages, gold={"0.html": "\n\n".join(QUAY_STORIES[0][2:])}).rules
    assert OneSet(rules).clean(pages[2]).text.split("\n\n")[-1] == QUAY_STORIES[2][-1]


def test_a_box_of_other_stories_runs_to_the_end() -> None:
    heads = "Old mill sold to weavers\nSheep counted on the heath\nWho pays for the bridge\n"
    box = f"\nFrom the other quays\n{heads}"
    learnt = learn_from([quay_text(n) + box.encode() for n in range(3)], host="harbourpost.example")
    text = OneSet(learnt.rules).clean(quay_text(3) + box.encode()).text
    assert "From the other quays" not in text
    assert QUAY_STORIES[3][-1] in text


def test_pages_of_one_text_and_hardly_articles_are_left_out_and_told() -> None:
    doubts = learn_from([quay_page(0), quay_page(1), quay_page(1)]).doubts
    assert doubts[0] == "2.html has the text of 1.html: left out"
    with pytest.raises(InputError, match=r"of 2 pages 0 can be learnt from \(0\.html holds no article: left out"):
        learn_from([b"<p>Log in</p>", b"<p>Sign up</p>"], host="harbourpost.example")


def test_the_name_before_a_digest_serves() -> None:
    pages = [data.replace(b"hp-story", b"StoryBody_text__x3Kq1") for data in (quay_page(n) for n in range(3))]
    assert learn_from(pages).rules.layouts[0].body == ('[class*="StoryBody_text__"]',)


def test_gold_decides_what_belongs_in_the_text() -> None:
    note = (
        '<p class="hp-weather">The wind turned to the north in the evening, and the harbour was closed for a day.</p>'
    )
    pages = [quay_page(n, more=note.replace("day", f"day or {n + 2}")) for n in range(3)]
    gold = {"0.html": "\n\n".join(QUAY_STORIES[0][2:])}
    learnt = learn_from(pages, gold=gold)
    article = OneSet(learnt.rules).clean(pages[1])
    assert article.text.split("\n\n") == list(QUAY_STORIES[1][2:])
    assert "# Word F1 against the gold of 1:" in learnt.content


def test_lines_of_scraped_text() -> None:
    learnt = learn_from([quay_text(n) for n in range(3)], host="harbourpost.example")
    assert [matcher.spelling for matcher in learnt.rules.fingerprints] == [QUAY_PROMPT]
    text = OneSet(learnt.rules).clean(quay_text(3)).text
    assert "Tides" not in text
    assert QUAY_PROMPT not in text
    assert "people found this useful" not in text
    assert all(sentence in text for sentence in QUAY_STORIES[3][2:])
    assert r"'/^\d+ people found this useful$/i',  # on 3 of 3 pages" in learnt.content


def test_a_sentence_or_shape_of_few_pages_makes_no_rule_of_lines() -> None:
    pages = [quay_text(n) + MOTTO.encode() + (b"\n\n3 boats sank\n" if n == 1 else b"\n") for n in range(3)]
    learnt = learn_from(pages, host="harbourpost.example")
    assert MOTTO in OneSet(learnt.rules).clean(pages[0]).text
    assert "boats sank" not in learnt.content


def test_bad_input_says_what_is_missing(tmp_path: Path) -> None:
    one = tmp_path / "one.html"
    one.write_bytes(quay_page(0))
    fails(call("rules", "learn", one), 2, "of 1 page 1 can be learnt from: give 2 or more articles of one site")
    other = tmp_path / "other.html"
    other.write_bytes(quay_page(1, host="quarrytimes.example"))
    fails(call("rules", "learn", one, other), 2, "the pages are of 2 sites (harbourpost.example: ")
    empty = tmp_path / "empty.html"
    empty.write_text("<html><body><p>Log in</p></body></html>")
    fails(call("rules", "learn", one, empty), 2, "of 2 pages 1 can be learnt from")
    texts = [tmp_path / f"{n}.txt" for n in range(2)]
    for n, path in enumerate(texts):
        path.write_bytes(quay_text(n))
    fails(call("rules", "learn", *texts), 2, "no page tells its site: name it with --host example.org")
    fails(call("rules", "learn", *texts, "--host", "co.uk"), 2, "is no site's host")
    fails(call("rules", "learn", *texts, "--host", "not a host"), 2, "is no site's host")
    gold = tmp_path / "gold.json"
    gold.write_text('{"none.html": "x"}')
    fails(call("rules", "learn", *texts, "--host", "harbourpost.example", "--gold", gold), 2, "none of the pages")
    gold.write_text(json.dumps({"0.txt": "Quite another text about the moon, written by nobody in particular."}))
    fails(
        call("rules", "learn", *texts, "--host", "harbourpost.example", "--gold", gold),
        2,
        "says what the page does not",
    )


def test_the_command_writes_a_file_and_says_what_was_in_doubt(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.html" for n in range(2)]
    for n, path in enumerate(paths):
        path.write_bytes(quay_page(n))
    gold, out = tmp_path / "gold.jsonl", tmp_path / "post.toml"
    gold.write_text(json.dumps({"page": "0.html", "text": "\n".join(QUAY_STORIES[0][2:])}) + "\n")
    done = call("rules", "learn", *paths, "--gold", gold, "--output", out)
    assert done.exit_code == 0
    assert "unsure: learnt from 2 pages" in done.stderr
    assert parse(out.read_text("utf-8"), "post.toml", "user").layouts[0].body == (".hp-story",)
    assert call("rules", "check", out).exit_code == 0


def test_gold_is_an_object_or_lines() -> None:
    assert read_gold('{"a.html": "x", "b.html": "y"}', "gold") == {"a.html": "x", "b.html": "y"}
    assert read_gold('{"page": "a", "text": "x"}\n{"id": "b", "body": "y"}\n', "gold") == {"a": "x", "b": "y"}
    for wrong in ("[1]", '{"a": 1}', "no json", '{"page": "a", "text": "x"}\n{"page": "b"}'):
        with pytest.raises(InputError, match="gold"):
            read_gold(wrong, "gold")


def test_no_selector_is_of_a_place_or_of_the_whole_page() -> None:
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser('<body class="article-page"><div id="story-2024" class="css-9x grid"><p class=mt-4>x')
    assert [selectors_of(node) for node in parser.css("*")] == [()] * 5
