"""The title of bare text, by the address, by what stands beside it, and by learnt trees. All of it is invented."""

from __future__ import annotations

import pytest

import cleaner
from cleaner import Article, Options
from cleaner.lines import dated_bylines, record_heads

TITLE = "Village opens its old mill again"
BODY = (
    "The old mill at the weir was opened again on Monday, and half the village came to see its wheel turn.\n\n"
    "It had stood still for eleven years, said the miller, who had oiled it himself in the night before the feast.\n\n"
    "The village wants to grind its own flour there from May on, and to sell it at the market on Saturdays."
)
SLUG = "https://post.example/2020/03/04/village-opens-its-old-mill-again"


def clean(text: str, url: str | None = None) -> Article:
    return cleaner.clean(text, url=url, options=Options(input="text", site_rules=False))


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nBy Jane Doe",
        f"Culture\n\n{TITLE}\n\n{TITLE}\n\n4 March 2020",
        f"Home › Villages › Low Fell\n\n{TITLE}\n\nMarch 4, 2020",
        f"spot_img\n\n{TITLE}\n\nBy Jane Doe\n2 hours ago",
        f"{TITLE}\n\nLast update:\n4 March 2020 10:22 UTC",
        f"{TITLE}\n\nJane Doe Fri, 10/20/2023 - 15:17",
    ],
)
def test_a_line_beside_evidence_is_the_title_and_leaves_the_text(head: str) -> None:
    article = clean(f"{head}\n\n{BODY}")
    assert article.title == TITLE
    assert article.text == BODY


def test_the_words_of_the_address_tell_the_title() -> None:
    article = clean(f"Low Fell\nWeather\n\n{TITLE}\n\n{BODY}", SLUG)
    assert (article.title, article.text) == (TITLE, BODY)


def test_a_title_without_evidence_stays_in_the_text_and_has_its_span() -> None:
    title = "Old mill at the weir opens again after eleven years"
    article = clean(f"{title}\n\n{BODY}")
    assert article.text == f"{title}\n\n{BODY}"
    block = next(block for block in article.blocks if block.role == "title")
    assert block.span == (0, len(title))
    assert article.title == title


@pytest.mark.parametrize(
    "opening",
    [
        "Key Takeaways", "At a glance", "Quick summary", "Who pays for the mill?", "MILLER:",
        "The wheel goes round, the wheel goes round,\nThe miller sings, the miller sings,\nAll the night long,",
    ],
)  # fmt: skip
def test_what_opens_a_clean_text_is_no_title(opening: str) -> None:
    article = clean(f"{opening}\n\n{BODY}")
    assert article.title is None
    assert article.text == f"{opening}\n\n{BODY}"


def test_by_in_a_headline_makes_no_author() -> None:
    article = clean(f"Latest\n\nMill Visited by Prince Edward\n\n4 March 2020\n\n{BODY}")
    assert (article.title, article.authors) == ("Mill Visited by Prince Edward", ())


def test_a_bare_date_above_the_title_is_that_of_the_visit_where_the_address_says_otherwise() -> None:
    assert clean(f"Wednesday 11 May 2022\n\n{TITLE}\n\n{BODY}", SLUG).published == "2020-03-04"
    assert clean(f"Wednesday 11 May 2022\n\n{TITLE}\n\n{BODY}").published == "2022-05-11"


def test_who_signs_a_quoted_post_is_no_author() -> None:
    article = clean(f"{BODY}\n\nThe wheel turns! #LowFell\n\n— Jane Doe (@jane_example) 2 February 2020")
    assert article.authors == ()


@pytest.mark.parametrize(
    ("line", "names", "when"),
    [
        ("Jane Doe Fri, 10/20/2023 - 15:17", "Jane Doe", "Fri, 10/20/2023 - 15:17"),
        ("by Web Desk Published: Wed 25 Oct 2023, 8:54 PM", "by Web Desk", "Published: Wed 25 Oct 2023, 8:54 PM"),
        ("Anna Kowalska, 4 marca 2020", "Anna Kowalska", "4 marca 2020"),
        ("Jane Doe • October 20, 2023 • 4 min read", "Jane Doe", "October 20, 2023 • 4 min read"),
    ],
)
def test_names_and_dates_on_one_line(line: str, names: str, when: str) -> None:
    read = dated_bylines.read(line)
    assert read is not None
    assert (read.names, read.when) == (names, when)


@pytest.mark.parametrize(
    "line", ["Mill opens 4 March 2020", "The mill was opened on 4 March 2020 and shut in May 2021."]
)
def test_a_headline_or_a_sentence_with_a_date_is_no_byline(line: str) -> None:
    assert dated_bylines.read(line) is None


def test_a_byline_glued_to_a_dateline_is_cut_off() -> None:
    article = clean(f"{TITLE}\n\nBy Jane DoeLOW FELL, Scotland (AP) — {BODY}")
    assert article.authors == ("Jane Doe",)
    assert article.text.startswith("LOW FELL, Scotland (AP)")


@pytest.mark.parametrize(
    "head",
    [
        f"---\ntitle: {TITLE}\ndate: 2020-03-04\nauthor: Jane Doe\nurl: {SLUG}\n---",
        f'+++\ntitle = "{TITLE}"\ndate = 2020-03-04\nauthors = ["Jane Doe"]\nlink = "{SLUG}"\n+++',
        f"Title: {TITLE}\nAuthor: Jane Doe\nDate: 2020-03-04\nURL: {SLUG}",
    ],
)
def test_a_head_for_machines_is_metadata(head: str) -> None:
    article = clean(f"{head}\n\n{BODY}")
    assert (article.title, article.authors, article.published) == (TITLE, ("Jane Doe",), "2020-03-04")
    assert (article.url, article.text) == (SLUG, BODY)


def test_the_header_of_a_wet_record_gives_the_address_and_no_date() -> None:
    header = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {SLUG[:21]}a\r\nWARC-Date: 2021-03-18T00:00:00Z\r\n"
    )
    article = clean(f"{header}Content-Length: 300\r\n\r\n{BODY}")
    assert (article.url, article.published, article.text) == (f"{SLUG[:21]}a", None, BODY)


@pytest.mark.parametrize(
    "text", ["Question: who pays?\nAnswer: nobody.", "---\nThe mill is open.\n---", "Note: it is open."]
)
def test_lines_with_a_colon_are_no_head_for_machines(text: str) -> None:
    assert record_heads.read(text.split("\n"), [0] * 3) is None


def test_json_lines_are_an_error_that_names_the_right_way() -> None:
    with pytest.raises(cleaner.InputError, match="JSON lines"):
        cleaner.clean('{"url": "https://post.example/a", "text": "The mill."}\n{"text": "It is open."}')
    assert cleaner.clean('{"mill": "open"} is how it is written.\n\n' + BODY).text


@pytest.mark.parametrize(
    "opener", ["At a glance", "Step 1: Gather your tools", "Chapter One", "En bref", "In this article"]
)
@pytest.mark.parametrize("below", ["", "4 March 2020\n\n"])
def test_a_heading_of_a_part_is_no_title(opener: str, below: str) -> None:
    article = clean(f"{opener}\n\n{below}{BODY}")
    assert article.title is None
    assert article.text.startswith(opener)


def test_the_label_of_a_list_of_contents_goes_with_its_list() -> None:
    foot = "Privacy policy\nTerms of use\nContact us\nAll rights reserved."
    assert (
        "In this article"
        not in clean(f"Menu\nHome\nNews\n{TITLE}\nIn this article\nThe wall\nThe cost\n\n{BODY}\n{foot}").text
    )


def test_a_lone_day_above_prose_is_the_date_and_stays_in_the_text() -> None:
    article = clean(f"4 March 2020\n\n{BODY}")
    assert (article.published, article.title) == ("2020-03-04", None)
    assert article.text == f"4 March 2020\n\n{BODY}"


def test_a_day_below_a_title_or_beside_a_byline_leaves_the_text() -> None:
    assert clean(f"{TITLE}\n\n4 March 2020\n\n{BODY}").text == BODY
    assert clean(f"By Jane Doe\n\n4 March 2020\n\n{BODY}").text == BODY


def test_the_day_of_an_item_tells_no_title() -> None:
    days = "\n\n".join(f"Meeting of the harbour board\n\n{day} March 2020\n\n{BODY}" for day in (4, 11, 18))
    article = clean(days)
    assert (article.title, article.text) == (None, days)


def test_a_sentence_above_a_credit_is_no_title() -> None:
    article = clean(f"The new wall holds back the tide.\n(Photo: Jane Doe)\n\n{BODY}")
    assert article.title is None
    assert article.text.startswith("The new wall holds back the tide.")


def test_a_list_of_pieces_stays_whole() -> None:
    pieces = "\n".join(
        f"Photo\nHeadline of the piece {name}\nThe council of the town has decided at last what becomes of the {name}, "
        f"and how it pays.\nBy Jane {name.title()}"
        for name in ("mill", "quay", "school", "bridge", "chapel")
    )
    article = clean(
        f"{pieces}\nSubscribe to our newsletter\nFollow us on Twitter\nAll rights reserved\nPrivacy policy\nContact us"
    )
    assert article.title is None
    assert all(
        f"Headline of the piece {name}" in article.text for name in ("mill", "quay", "school", "bridge", "chapel")
    )
