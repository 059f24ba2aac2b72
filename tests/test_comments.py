"""The readers' comments as data, and threads told by their shape."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.comments.lines import Line
from cleaner.lines.comment_lines import is_controls, is_name, read_head
from tests.conftest import FIXTURES

STORY = "".join(
    f"<p>The town will mend its pier before the {season}, the harbour master said, and the boats land their catch at "
    "the ferry quay until then.</p>"
    for season in ("spring", "summer", "autumn")
)


def item(name: str, when: str, text: str, control: str = "Reply", inner: str = "") -> str:
    return f"<div><div>{name}</div><div>{when}</div><p>{text}</p><div>{control}</div>{inner}</div>"


def comments(
    below: str, story: str = STORY, title: str = "Pier mended"
) -> list[tuple[int, str | None, str | None, str]]:
    page = f"<html lang=en><body><div><h1>{title}</h1><div>{story}</div><div>{below}</div></div></body></html>"
    return [(one.depth, one.author, one.date, one.text) for one in cleaner.clean(page).comments]


@pytest.mark.parametrize(
    ("line", "author", "date", "is_dated"),
    [
        ("Maria Holm says:", "Maria Holm", None, False),
        ("tideline · 3 hours ago", "tideline", None, True),
        ("Jane Doe June 3, 2015 at 9:00 pm", "Jane Doe", "2015-06-03T21:00", True),
        ("▲ 12 points by foo 3 hours ago | parent | reply", "foo", None, True),
        ("Maria wrote on 3 March 2021:", "Maria", "2021-03-03", True),
        ("vor 3 Stunden", None, None, True),
        ("il y a 2 jours", None, None, True),
        ("Like Reply 2h", None, None, True),
    ],
)
def test_heads_of_comments(line: str, author: str | None, date: str | None, is_dated: bool) -> None:
    assert read_head(line, "en") == (author, date, is_dated)


@pytest.mark.parametrize("line", ["The pier was shut on 3 March 2021, and nobody said why.", "Reply", "", "x" * 121])
def test_other_lines_are_no_heads(line: str) -> None:
    assert read_head(line, "en") is None


def test_controls_and_names() -> None:
    assert all(map(is_controls, ("Reply", "Like · Reply · 2 d", "▲ 12 | Share", "Antworten", "Répondre ↓")))
    assert not any(map(is_controls, ("Reply to the council", "04.03.2024 - 10:15", "Jam, please")))
    assert is_name("Oda K.") and not is_name("We shall see about that.")


def test_a_thread_without_the_word_is_told_by_its_shape() -> None:
    inner = item("oda_k", "2 hours ago", "They said the same before.")
    thread = item("tideline", "3 hours ago", "About time.", inner=inner) + item("Jens", "4 May 2024", "Who pays?")
    assert comments(thread) == [
        (0, "tideline", None, "About time."),
        (1, "oda_k", None, "They said the same before."),
        (0, "Jens", "2024-05-04", "Who pays?"),
    ]


@pytest.mark.parametrize("control", ["Share", "Read more", "Like"])
def test_without_a_control_that_answers_there_is_no_thread(control: str) -> None:
    entries = item("Oda Krog", "09:40", "The ferry turns back.", control) + item("Jens", "10:15", "Planks.", control)
    assert comments(entries) == []


@pytest.mark.parametrize("title", ["Guest book", "Letters to the editor", "What the critics say"])
def test_what_others_wrote_may_be_the_piece_itself(title: str) -> None:
    thread = item("Oda", "3 March 2024", "He taught me.") + item("Jens", "4 March 2024", "Forty years.")
    assert comments(thread, title=title) == []


def test_posts_of_a_forum_are_no_comments() -> None:
    posts = "".join(item(f"user{i}", "3 March 2024", f"{i}: the pier is shut.") for i in range(4))
    assert comments(posts, story="") == []


def test_a_further_article_with_a_report_button_is_no_comment() -> None:
    article = f"<h2>More</h2>{STORY}<h2>Related</h2><p>Other news of the harbour.</p>"
    assert comments(item("Oda Krog", "3 March 2024", article, "Report") * 2) == []


def test_classes_tell_the_depth() -> None:
    units = "".join(
        f'<div class="comment level-{depth}">{item(name, "3 March 2024", "Well said.")}</div>'
        for depth, name in ((1, "Oda"), (2, "Jens"), (3, "Ragna"), (1, "Mats"))
    )
    assert [(depth, author) for depth, author, *_ in comments(f'<div id="comments">{units}</div>')] == [
        (0, "Oda"), (1, "Jens"), (2, "Ragna"), (0, "Mats"),
    ]  # fmt: skip


def test_dates_below_the_text() -> None:
    lines = "".join(f"<p>{text}</p>" for text in ("Oda", "About time.", "2 h", "Jens", "Who pays for it?", "3 h"))
    assert comments(f'<div class="comments">{lines}</div>') == [
        (0, "Oda", None, "About time."), (0, "Jens", None, "Who pays for it?"),
    ]  # fmt: skip


def test_without_dates_names_tell_the_comments() -> None:
    page = (FIXTURES / "generic" / "share-author-comments" / "input.html").read_bytes()
    assert [(one.author, one.text[:9]) for one in cleaner.clean(page).comments] == [
        ("tideline", "About tim"), ("Oda K.", "Who pays "),
    ]  # fmt: skip


def test_comments_of_bare_text() -> None:
    text = (FIXTURES / "naharnet.com" / "text-comments" / "input.txt").read_bytes()
    told = cleaner.clean(text).comments
    assert [one.author for one in told] == ["Thumb ex-fpm", "Thumb _mowaten_", "Thumb southern"]
    assert told[1].text.count("\n\n") == 1


@pytest.mark.parametrize("opening", ["Leave a Reply", "Schreibe einen Kommentar", "Deja un comentario"])
def test_the_form_is_no_comment(opening: str) -> None:
    story = "\n\n".join(f"The {nth} boat came in at noon, and the keeper wrote it down." for nth in ("first", "next"))
    form = (
        f"{opening}\n\nFill in your details below or click an icon to log in:\n\nWordPress.com Logo\n\nConnecting to %s"
    )
    assert cleaner.clean(f"{story}\n\n{form}").comments == ()


def test_headings_and_forms_among_comments_are_in_the_blocks_alone() -> None:
    heading, form = "<h3>2 comments</h3>", "<form><p>Please enter your name here</p></form>"
    one = item("Oda", "3 March 2024", "About time.")
    page = f"<h1>Pier</h1>{STORY}<div class=comments>{heading}{one}{form}</div>"
    article = cleaner.clean(page)
    assert [comment.text for comment in article.comments] == ["About time."]
    assert {"2 comments", "Please enter your name here"} <= {block.text for block in article.blocks}


def test_records_hold_comments_as_objects() -> None:
    page = (FIXTURES / "generic" / "comments-wordpress-nested" / "input.html").read_bytes()
    record = cleaner.clean(page).to_dict()
    assert record["schema"] == 2
    assert record["comments"][1] == {
        "author": "Harbour Master",
        "date": "2024-03-05T11:02+01:00",
        "text": "We shall leave his standing.",
        "depth": 1,
    }


def test_deeply_nested_comments_come_out() -> None:
    opened = "".join(
        f"<div><b>u{i}</b><div>3 March 2024</div><p>So it is, says {i}.</p><a>Reply</a>" for i in range(400)
    )
    page = f"<h1>Pier</h1>{STORY}<div class=comments>{opened}{'</div>' * 400}</div>"
    told = cleaner.clean(page).comments
    assert len(told) >= 200


def thread_that_outweighs_the_story(story: str, url: str | None = None) -> cleaner.Article:
    """A page of which nearly all prose stands in comments, two in each other, the inner ones without a date."""
    saying = "I have seen it from the pier myself, and it was nothing like what the council would like us to believe. "
    inner = f"<ul><li class=comment><b>Re: the pier</b><p>{saying * 3}</p><a>Reply to this</a></li></ul>"
    one = f"<li class=comment><h4>The pier</h4><p>{saying * 9}</p><a>Reply to this</a>{inner}</li>"
    return cleaner.clean(f"<main><h1>Pier</h1><div>{story}</div><ul>{one * 6}</ul></main>", url=url)


def test_a_named_thread_is_one_however_long() -> None:
    assert "like us to believe" not in thread_that_outweighs_the_story(STORY).text


def test_a_named_thread_without_a_story_or_in_a_forum_stays() -> None:
    assert "like us to believe" in thread_that_outweighs_the_story("<p>All on the pier.</p>").text
    assert "like us to believe" in thread_that_outweighs_the_story(STORY, "https://pier.example/forum/7").text


def test_ages_without_end_take_steps_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []
    is_text = Line.is_text.fget
    monkeypatch.setattr(Line, "is_text", property(lambda line: steps.append(1) or is_text(line)))  # type: ignore[misc]
    counts = []
    for number in (200, 400):
        ages = "<div>3 hours ago</div>" * number
        cleaner.clean(f"<h1>Pier</h1>{STORY}<div><a>Reply</a></div>{ages}<div><a>Reply</a></div>")
        counts.append(len(steps))
        steps.clear()
    assert 0 < counts[1] < 2.6 * counts[0]


def test_the_storys_own_date_above_a_thread_opens_no_comment() -> None:
    thread = item("tideline", "2 hours ago", "About time.") + item("Oda K.", "3 hours ago", "Who pays for it?")
    page = (
        f"<main><h1>Pier mended</h1><p>By Ann Holt</p><p>19 June 2023</p><div>{STORY}<div>{thread}</div></div></main>"
    )
    article = cleaner.clean(f"<html lang=en><body>{page}</body></html>")
    assert [(one.author, one.text) for one in article.comments] == [
        ("tideline", "About time."), ("Oda K.", "Who pays for it?"),
    ]  # fmt: skip
    assert "About time." not in article.text


def test_a_review_that_readers_answer_is_a_story_with_comments() -> None:
    thread = item("Oda", "3 March 2024", "Not the best.") + item("Jens", "4 March 2024", "I liked it.")
    assert len(comments(thread, title="Pier by night: a review")) == 2
    assert len(comments(thread, story=STORY * 3, title="Reviews of the week")) == 2
