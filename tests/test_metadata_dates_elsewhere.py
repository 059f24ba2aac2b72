"""Dates on a page that are not the article's: of the visit, of comments, of other pieces."""

from __future__ import annotations

import time

import pytest

import cleaner
from cleaner import Article, dates
from tests.pages import COUNCIL, COUNCIL_TITLE, TWO_PARAGRAPHS, clean_council, clean_page

MARCH_14 = "Saturday, March 14, 2020"


@pytest.mark.parametrize(
    "top",
    [
        f"<div class=topbar><span>{MARCH_14}</span></div>",
        f"<div><a href=/>The Daily</a></div><div>{MARCH_14}</div><ul><li><a href=/a>News</a></li><li><a "
        f"href=/b>Sport</a></li></ul>",
        f"<div id=masthead><div class=date>{MARCH_14}</div></div>",
        f'<div class=masthead><time datetime="2020-03-14">{MARCH_14}</time></div>',
        f'<header><time datetime="2020-03-14">{MARCH_14}</time></header>',
        f"<div>{MARCH_14} | 12°C</div>",
        f"<div>Today is {MARCH_14}</div>",
    ],
)
def test_a_bare_day_above_the_article_is_that_of_the_visit(top: str) -> None:
    assert clean_council(top).published is None
    assert clean_council(top, beside="<p>By Jane Doe, 5 March 2020</p>").published == "2020-03-05"


def test_a_bare_day_above_the_title_in_the_same_part_is_the_articles() -> None:
    for above in (
        f"<div class=date>{MARCH_14}</div>",
        f"<div>{MARCH_14}</div>",
        f'<div><time datetime="2020-03-14">{MARCH_14}</time></div>',
    ):
        html = f"<html lang=en><body><div class=post>{above}<h1>{COUNCIL_TITLE}</h1>{COUNCIL}</div></body></html>"
        assert cleaner.clean(html).published == "2020-03-14", above


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Originally scheduled for 3 March 2020"),
        ("en", "Event date: 3 March 2020"),
        ("en", "Founded 3 March 2020"),
        ("en", "Registration deadline: 3 March 2020"),
        ("de", "Einsendeschluss: 3. März 2020"),
        ("fr", "Date limite : 3 mars 2020"),
        ("es", "Válido hasta el 3 de marzo de 2020"),
        ("ja", "締切：2020年3月3日"),
    ],
)
def test_a_day_that_is_called_one_of_something_else_tells_nothing(language: str, line: str) -> None:
    for beside in (f"<p>{line}</p>", f"<p class=date>{line}</p>"):
        assert clean_council(beside=beside, language=language).published is None
        assert clean_council(beside=beside, language=language, datePublished="2024-05-01").published == "2024-05-01"


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2024 - 5 March 2024",
        "3-5 March 2024",
        "March 3 - March 5, 2024",
        "2024-03-03 – 2024-03-05",
        "3. März – 5. März 2024",
    ],
)
def test_a_range_is_no_day(line: str) -> None:
    assert clean_council(beside=f"<p class=date>{line}</p>").published is None


@pytest.mark.parametrize(
    "tail",
    [
        '<section><h2>Comments</h2><div><b>Ann</b> <time datetime="2020-03-03">3 March 2020</time><p>A good piece, '
        "thank you.</p></div></section>",
        "<div class=comments><div><span class=date>3 March 2020</span><p>A good piece, thank you.</p></div></div>",
        "<ol class=replies><li>Ann, 3 March 2020<p>A good piece, thank you.</p></li></ol>",
        "<div><h4>Latest</h4><p><a href=/1>A river rises in the north</a></p><p>3 March 2020</p><p><a "
        "href=/2>Trains</a></p><p>4 March 2020</p></div>",
        "<div><h3>More news</h3><ul><li><a href=/x>Another story, about a river</a> <span>3 March "
        "2020</span></li></ul></div>",
    ],
)
def test_days_of_comments_and_of_other_pieces_never_count(tail: str) -> None:
    assert clean_council(tail=tail).date is None
    assert clean_council(tail=tail, beside="<p>5 March 2024</p>").date == "2024-03-05"


def test_days_of_pieces_above_the_article_never_count() -> None:
    assert (
        clean_council("<ul><li><a href=/x>Another story, about a river</a> <span>3 March 2020</span></li></ul>").date
        is None
    )


def test_a_time_below_the_title_goes_before_one_above() -> None:
    above = "".join(
        f'<p><a href=/{day}>Another piece of news</a> <time datetime="2020-03-0{day}">0{day}/03/2020</time></p>'
        for day in (1, 2, 3)
    )
    article = clean_council(f"<main>{above}</main>", '<div><time datetime="2017-05-06">05/06/2017</time></div>')
    assert article.published == "2017-05-06"


def test_a_later_day_that_a_time_beside_the_title_shows_goes_before_the_declared_one() -> None:
    shown = '<p class=byline><time datetime="2023-03-20">March 20, 2023</time> | Health</p>'
    declared = {"datePublished": "2013-03-11T11:11:07Z"}
    assert clean_council(beside=shown, **declared, dateModified="2026-02-18").published == "2023-03-20"
    assert (
        clean_council(beside=shown, **declared, dateModified="2023-03-20").published == "2013-03-11T11:11:07+00:00"
    )  # it shows the update
    assert clean_council(beside=shown, **declared).published == "2013-03-11T11:11:07+00:00"  # it may show one


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "3 hours ago"), ("en", "20 hours ago"), ("en", "1920 views, 3 hours ago"), ("en", "Today at 14:30"),
        ("de", "gestern, 14:30 Uhr"),
        ("fr", "il y a 3 heures"), ("es", "hace 3 horas"), ("ru", "вчера, 14:30"), ("zh", "3小时前"), ("ja", "3時間前"),
        ("ar", "منذ 3 ساعات"),
        ("en", "4 March/April 2024"), ("fi", "4.3. 14:30"), ("zh-TW", "113/03/04 14:30"), ("en", "04/03/2567"),
    ],
)  # fmt: skip
def test_what_states_no_day_gives_none(language: str, line: str) -> None:
    assert (dates.read_line(line, language), dates.find(line, language=language)) == (None, None)


def test_many_days_far_from_the_title_are_those_of_other_pieces() -> None:
    def far(*days: int) -> Article:
        stamps = "".join(f"<div class=date><span>{day} March 2020</span></div>" for day in days)
        return cleaner.clean(
            f"<html lang=en><body><article><h1>{COUNCIL_TITLE}</h1>{COUNCIL * 5}{stamps}</article></body></html>"
        )

    assert far(3).published == "2020-03-03"
    assert far(3, 4, 5, 6).published is None


@pytest.mark.parametrize(
    "sentence", ["<p>On 3 March 2020 the council voted.</p>", "<h2>The vote on 3 March 2020 ended in a tie</h2>"]
)
def test_a_sentence_that_speaks_of_a_day_does_not_date_the_page(sentence: str) -> None:
    assert clean_council(beside=sentence).published is None


def test_many_days_above_many_titles_take_no_more_than_their_number() -> None:
    def seconds(count: int) -> float:
        days = f"<div><div>{MARCH_14}</div></div>" * count
        titles = f"<h1>{COUNCIL_TITLE}</h1>" * count
        html = f"<body>{days}<article>{titles}{COUNCIL}</article></body>"
        start = time.process_time()
        cleaner.clean(html)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 20 * max(0.02, seconds(400))


def test_days_of_comments_and_other_pieces_are_not_the_articles() -> None:
    body = (
        TWO_PARAGRAPHS
        + "<div class=comments><p>4 March 2024</p><time datetime=2024-03-04>then</time></div><div class=related><p>5 "
        "March 2024</p></div>"
    )
    assert clean_page(body=body).published is None


STORY = "".join(
    f"<p>The bridge over the river stays open until week {n} of next year, the council said.</p>" for n in range(6)
)


HEADING = "<h1>Bridge stays open until spring</h1>"


def test_what_a_comment_prints_neither_dates_nor_signs_the_article() -> None:
    article = clean_page(
        body=f"<article>{HEADING}{STORY}</article><div id=comments><p class=byline>By Flint Stone</p><p>6 May "
        f"2024</p><p>I like it.</p></div>"
    )
    assert (article.published, article.authors) == (None, ())


MASTHEAD = "<header><div>Tuesday, 5 March 2024</div><nav><a href=/a>News</a><a href=/b>Sport</a></nav></header>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f"{MASTHEAD}<article>{HEADING}{STORY}</article>", None),
        (f"{MASTHEAD}<article>{HEADING}<p>2 March 2024</p>{STORY}</article>", "2024-03-02"),
        (
            f"<div>Tuesday, 5 March 2024</div><article>{HEADING}<p>Published 2 March 2024</p>{STORY}</article>",
            "2024-03-02",
        ),
        (f"<article><header><div>2 March 2024</div></header>{HEADING}{STORY}</article>", "2024-03-02"),
        (f"<header><div>2 March 2024</div>{HEADING}</header>{STORY}", "2024-03-02"),
    ],
)
def test_the_day_of_the_visit_is_not_that_of_publication(body: str, day: str | None) -> None:
    assert clean_page(body=body).published == day
