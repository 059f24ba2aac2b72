"""A site's layout serves while its body is the page's article; otherwise generic rules do, and the article says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import Article, Cleaner, Options
from cleaner.cli.drift import drift_note
from tests.program import call

STORY = [
    f"On day {day} the wardens of the heath counted the sheep again, found {day * 7} of them, and wrote the number "
    f"into the book that has lain in the hut since the old shepherd left for the coast."
    for day in range(1, 9)
]
NOTICE = [
    f"Rule {n} of the heath says that no cart may leave the track between the stones, and that dogs are to be led "
    f"whenever the lambs are out, whoever may hold the other end of the lead."
    for n in range(1, 25)
]


def page(story: str, below: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY)
    return (
        f"<html><head><title>The sheep of the heath are counted</title>{head}</head><body><h1>The sheep of the heath "
        f"are counted</h1>{story.format(paragraphs)}{below}</body></html>"
    )


def stated(text: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": text})}</script>'


def clean(tmp_path: Path, layouts: str, html: str, **options: bool) -> Article:
    (tmp_path / "heath.toml").write_text(f'name = "Heath"\nhosts = ["heath.example"]\n{layouts}', "utf-8")
    return Cleaner(Options(**options), [tmp_path]).clean(html, url="https://heath.example/sheep")


OLD = '[[layout]]\nname = "old"\nbody = [".story"]\nsubtitle = [".deck"]\n'


def drift(article: Article) -> str | None:
    assert article.rules is not None
    return article.rules.drift


def test_a_layout_that_fits_serves(tmp_path: Path) -> None:
    article = clean(tmp_path, OLD, page('<div class="story">{}</div>'))
    assert (article.rules and article.rules.layout, drift(article)) == ("old", None)
    assert article.text.split("\n\n") == STORY


def test_a_page_of_a_new_design_has_no_layout(tmp_path: Path) -> None:
    article = clean(tmp_path, OLD, page('<div class="body-2">{}</div>'))
    assert article.rules is not None
    assert (article.rules.layout, article.rules.fit, article.rules.drift) == (None, 0.0, "no_layout")
    assert article.text.split("\n\n") == STORY


def test_a_body_that_is_now_a_teaser_yields_to_the_generic_rules(tmp_path: Path) -> None:
    html = page(f'<div class="story"><p class="deck">{NOTICE[0]}</p></div><div class="body-2">{{}}</div>')
    article = clean(tmp_path, OLD, html)
    assert article.rules is not None
    assert (article.rules.layout, article.rules.fit, article.rules.drift) == (None, 1.0, "misses_prose")
    assert all(p in article.text for p in STORY)
    assert "heath:subtitle" not in str(article.sources)  # none of the layout's selectors serves


def test_json_ld_tells_the_article_from_a_longer_text(tmp_path: Path) -> None:
    notice = "".join(f"<p>{p}</p>" for p in NOTICE)
    html = page(f'<div class="body-2">{{}}</div><div class="story">{notice}</div>', head=stated(" ".join(STORY)))
    assert drift(clean(tmp_path, OLD, html)) == "misses_article_body"


def test_json_ld_confirms_a_body_that_the_generic_rules_do_not_see(tmp_path: Path) -> None:
    notice = "".join(f"<p>{p}</p>" for p in NOTICE)
    html = page(f'<div class="story">{{}}</div><article>{notice}</article>', head=stated(" ".join(STORY)))
    article = clean(tmp_path, OLD, html)
    assert drift(article) is None
    assert article.text.split("\n\n") == STORY


@pytest.mark.parametrize(
    ("remove", "why"), [("", "too_wide"), ('remove.comments = [".thread"]\n', None)], ids=["kept", "removed"]
)
def test_a_body_of_mostly_other_text_is_too_wide_unless_the_set_removes_that(
    tmp_path: Path, remove: str, why: str | None
) -> None:
    thread = "".join(f"<p>{p}</p>" for p in NOTICE)
    html = page(f'<div class="story"><article>{{}}</article><div class="thread comments">{thread}</div></div>')
    assert drift(clean(tmp_path, OLD + remove, html)) == why


def test_short_bodies_are_taken_at_the_word_of_the_set(tmp_path: Path) -> None:
    """Beside a picture and its two lines a notice may be the longest text of the page."""
    html = (
        f"<html><body><h1>The flood</h1><div class='story'><p>The ford was under water.</p></div><p>{NOTICE[0]}</p>"
        "</body></html>"
    )
    assert drift(clean(tmp_path, OLD, html)) is None


def test_of_two_layouts_the_one_that_matches_serves(tmp_path: Path) -> None:
    layouts = '[[layout]]\nname = "new"\nbody = [".body-2"]\n' + OLD
    served = [clean(tmp_path, layouts, page(f'<div class="{name}">{{}}</div>')).rules for name in ("body-2", "story")]
    assert [used and used.layout for used in served] == ["new", "old"]


def test_text_and_a_set_without_layouts_have_no_drift(tmp_path: Path) -> None:
    assert drift(clean(tmp_path, OLD, "\n\n".join(STORY))) is None
    lines = '[[text]]\nlabel = "legal"\nlines = ["All rights reserved"]\n'
    assert drift(clean(tmp_path, lines, page("<div>{}</div>"))) is None


def test_without_site_rules_there_is_no_drift(tmp_path: Path) -> None:
    assert clean(tmp_path, OLD, page("<div>{}</div>"), site_rules=False).rules is None


def test_the_command_line_warns_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "heath.toml").write_text(f'name = "Heath"\nhosts = ["heath.example"]\n{OLD}', "utf-8")
    html = page("<div>{}</div>")
    (tmp_path / "sheep.html").write_text(html, "utf-8")
    done = call("--rules", tmp_path / "heath.toml", "--url", "https://heath.example/sheep", tmp_path / "sheep.html")
    assert done.exit_code == 0
    article = clean(tmp_path, OLD, html)
    assert article.rules is not None
    assert done.stderr.count("\n") == 1
    assert drift_note(article.rules) in done.stderr
