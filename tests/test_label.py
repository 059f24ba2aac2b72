"""Labels by example: what is kept, what goes and why. Above all: no paragraph is lost."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.model import BlockView
from cleaner.rules import class_names
from tests.pages import FERRY, LIGHTHOUSE, ferry_page, paragraphs, text_parts


def block(data: str, text: str) -> BlockView:
    return next(block for block in cleaner.clean(data).blocks if block.text == text)


def test_short_articles_are_articles() -> None:
    assert text_parts(
        ferry_page("<h1>Road closed</h1><article><p>“Yes.”</p><p>“No.”</p><p>They left.</p></article>")
    ) == [
        "“Yes.”",
        "“No.”",
        "They left.",
    ]
    assert text_parts(ferry_page("<h1>Road closed</h1><p>Road closed today.</p>")) == ["Road closed today."]


def test_verse_beside_prose_is_in_the_body() -> None:
    verse = "<p>Roses are red,<br>violets are blue.<br><br>New one</p>"
    assert text_parts(ferry_page(f"<article>{verse}{paragraphs(*FERRY)}</article>")) == [
        "Roses are red,\nviolets are blue.", "New one", *FERRY,
    ]  # fmt: skip


def test_what_follows_the_container_of_the_paragraphs_goes_and_recall_keeps_it() -> None:
    note = "Our reporters work day and night, in all weathers and on every island, so that you know what happens."
    data = ferry_page(f"<main><div>{paragraphs(*FERRY)}</div><div><div><p>{note}</p></div></div></main>")
    assert text_parts(data) == FERRY
    assert text_parts(data, favour="recall") == [*FERRY, note]


def test_a_whole_article_in_a_hidden_or_misnamed_wrapper_is_kept() -> None:
    for wrapper in ("hidden", 'style="display:none"', 'class="social-article"', 'class="sidebar"', 'class="comments"'):
        assert text_parts(ferry_page(f"<div {wrapper}>{paragraphs(*FERRY)}</div>")) == FERRY, wrapper


@pytest.mark.parametrize(
    "wrapper",
    [
        "<form>{}</form>",
        "<form><fieldset><legend></legend>{}</fieldset></form>",
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<header>{}</header>",
        "<nav>{}</nav>",
        "<figure>{}</figure>",
        "<table><tr><td>{}</td></tr></table>",
        "<pre>{}</pre>",
        "<details>{}</details>",
        "<dialog open>{}</dialog>",
        "<label>{}</label>",
        "<news-story><story-body>{}</story-body></news-story>",
    ],
)
def test_an_article_may_stand_in_any_element(wrapper: str) -> None:
    menu = '<nav><a href="/a">News</a> <a href="/b">Sport</a></nav>'
    end = '<footer><p>© 2024 The Storvik Post. All rights reserved.</p><a href="/c">Contact</a></footer>'
    body = f"<h1>Ferry</h1>{wrapper.format(paragraphs(*LIGHTHOUSE))}"
    for data in (ferry_page(body), ferry_page(f"{menu}{body}{end}")):
        assert text_parts(data) == LIGHTHOUSE


@pytest.mark.parametrize("tag", ["form", "aside", "footer", "figure", "details", "section", "td", "story-part"])
def test_each_paragraph_may_stand_in_an_element_of_its_own(tag: str) -> None:
    parts = "".join(f"<{tag}>{text}</{tag}>" for text in LIGHTHOUSE)
    body = f"<table><tr>{parts}</tr></table>" if tag == "td" else parts
    text = "\n".join(text_parts(ferry_page(f"<h1>Ferry</h1>{body}")))
    assert text.replace(" | ", "\n").split("\n") == LIGHTHOUSE


@pytest.mark.parametrize("box", ["nav", "aside", "div class=related-posts", "div class=newsletter"])
def test_sixty_links_between_its_halves_do_not_cost_an_article_one_of_them(box: str) -> None:
    links = "".join(f"<li><a href=/{i}>Cat number {i} rescued from the mast</a></li>" for i in range(60))
    halves = [f"<div class=half>{paragraphs(*texts)}</div>" for texts in (LIGHTHOUSE[:3], LIGHTHOUSE[3:])]
    between = f"<{box}><ul>{links}</ul></{box.split()[0]}>"
    assert text_parts(ferry_page(f"<main><h1>Ferry</h1>{between.join(halves)}</main>")) == LIGHTHOUSE


def test_the_first_of_several_articles_is_the_article() -> None:
    first, second = (
        f"<article><h1>{title}</h1>{paragraphs(*texts)}</article>"
        for title, texts in (("Ferry", FERRY[:2]), ("Lamp", FERRY[2:]))
    )
    assert text_parts(ferry_page(first + second)) == FERRY[:2]
    signed = (
        f"<div><h1>Ferry</h1><p>By Ada Lind</p>{paragraphs(*FERRY[:2])}</div><div><h1>Lamp</h1><p>By Bo "
        f"Ek</p>{paragraphs(*FERRY[2:])}</div>"
    )
    assert text_parts(ferry_page(signed)) == FERRY[:2]


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["article", "div"])
def test_thousands_of_articles_on_one_page_take_no_time(tag: str) -> None:
    parts = "".join(
        f"<{tag}><h1>Ferry number {i}</h1><p>By Ada Lind</p>{paragraphs(*FERRY[:2])}</{tag}>" for i in range(4000)
    )
    assert text_parts(ferry_page(parts, "<meta property='og:title' content='Ferry number 0'>")) == FERRY[:2]


@pytest.mark.parametrize(
    "parts",
    [
        "<section><h1>Ferry</h1>{0}</section><section><h1>Lamp</h1>{1}</section>",
        "<article><h1>Ferry</h1>{0}<article><h1>Lamp</h1>{1}</article></article>",
        "<article><h1>Ferry</h1></article><article><h1>Lamp</h1>{0}{1}</article>",
        "<h1>Ferry</h1><article><h2>Quay</h2>{0}</article><article><h2>Lamp</h2>{1}</article>",
    ],
)
def test_sections_of_one_article_stay(parts: str) -> None:
    assert set(text_parts(ferry_page(parts.format(paragraphs(*FERRY[:2]), paragraphs(*FERRY[2:]))))) >= set(FERRY)


def test_a_heading_that_is_a_button_to_open_its_section_stays() -> None:
    folded = f"<h2><button>Who pays for the ferry?</button></h2><div>{paragraphs(FERRY[3])}</div>"
    assert text_parts(ferry_page(f"<article>{paragraphs(*FERRY[:3])}{folded}</article>"))[3:] == [
        "Who pays for the ferry?",
        FERRY[3],
    ]


def test_long_comments_cost_the_article_none_of_its_wrappers() -> None:
    comments = "".join(
        f"<div class=comment><p>{text[:-1]}, or so says reader number {i}.</p></div>"
        for i in range(8)
        for text in FERRY
    )
    ask = (
        f"<div class=popup hidden><p>{' '.join(FERRY)} Your answer is kept for a year, and for another if you "
        f"ask.</p></div>"
    )
    page = ferry_page(
        f"<div class=sidebar>{paragraphs(*FERRY[:1])}</div>{ask}<article>{paragraphs(*FERRY)}</article>"
        f"<section id=comments>{comments}</section>"
    )
    assert text_parts(page) == FERRY


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("article__body", "content"), ("story--related-posts", "related"), ("post__social-share", "share"),
        ("article-widget article-widget-text", "content"), ("article-widgets__related", "related"),
        ("recipe__ingredients", "content"),
        ("dialog-off-canvas-main-canvas", "content"), ("sidebar__widget", "related_side"), ("faq-answer is-hidden", ""),
        ("article-body-share", "share"),
    ],
)  # fmt: skip
def test_what_the_names_of_a_part_mean(names: str, meant: str) -> None:
    assert class_names.name_of(class_names.category_of_names(names)) == meant


@pytest.mark.parametrize(
    "fold",
    [
        'div class="faq-answer" hidden',
        'div id="accordion-2" aria-hidden="true"',
        'p class="paywall" aria-hidden="true"',
        'div class="collapse hidden"',
    ],
)
def test_what_readers_unfold_is_text(fold: str) -> None:
    tag = fold.split()[0]
    assert text_parts(
        ferry_page(f"<article>{paragraphs(*FERRY[:3])}<h3>Who pays?</h3><{fold}>{FERRY[3]}</{tag}></article>")
    )[3:] == [
        "Who pays?",
        FERRY[3],
    ]


def test_regions_may_stand_in_each_other_as_deep_as_a_page_may_be() -> None:
    sentence = "The ferry to Gull Island sailed again on Monday, the harbour office said."
    article = cleaner.clean(f"<html><body>{'<div class=nav>' * 5000}<p>{sentence}</p>{'</div>' * 5000}")
    assert article.text == sentence


def test_headings_and_sections_are_not_dropped_for_an_id_that_spells_them() -> None:
    data = ferry_page(
        f'<article>{paragraphs(*FERRY[:3])}<h2 id="cookies">Cookies</h2><section '
        f'id="popular-revolt">{paragraphs(FERRY[3])}</section></article>'
    )
    assert text_parts(data)[3:] == ["Cookies", FERRY[3]]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<nav><ul><li><a href="/a">News of the harbour</a></li></ul></nav>', "navigation"),
        ('<div class="newsletter-signup"><p>Get our letter from the islands every morning.</p></div>', "newsletter"),
        ('<section id="comments"><p>First! What a story, I never liked that ferry.</p></section>', "comments"),
        ('<div class="share-bar"><span>Share this with a friend</span></div>', "share"),
        ('<aside><p>Read how the lighthouse was built, and who paid for it.</p></aside>', "related"),
        ('<p class="sr-only">Picture of a ferry for screen readers</p>', "hidden"),
        ("<p>Sign up to our newsletter</p>", "newsletter"),
        ("<p>Read more: The lighthouse keeper's cat</p>", "related"),
    ],
)  # fmt: skip
def test_boilerplate_goes_with_its_reason_rule_and_place(markup: str, reason: str) -> None:
    data = ferry_page(f"<article>{paragraphs(*FERRY[:2])}{markup}{paragraphs(*FERRY[2:])}</article>")
    assert text_parts(data) == FERRY
    (gone,) = cleaner.clean(data).removed
    assert (gone.reason, bool(gone.rule), gone.source.path is not None) == (reason, True, True)


def test_words_inside_sentences_are_not_hidden_for_a_part_of_a_class() -> None:
    assert text_parts(
        ferry_page(
            f'<article><p>It was <span class="hidden-gem">a hidden gem</span> of an island, said the engineer, and '
            f"rowed off.</p>{paragraphs(*FERRY)}</article>"
        )
    )[0] == ("It was a hidden gem of an island, said the engineer, and rowed off.")


def test_title_deck_byline_and_date_have_fields_of_their_own() -> None:
    article = cleaner.clean(
        ferry_page(
            '<article><h1>Ferry stays in port</h1><p class="standfirst">Baker rations flour as the third day '
            "begins</p><p>By Ada Lind</p>"
            f"<time>4 March 2024</time>{paragraphs(*FERRY)}</article>"
        )
    )
    assert (article.title, article.subtitle, article.authors, article.published) == (
        "Ferry stays in port", "Baker rations flour as the third day begins", ("Ada Lind",), "2024-03-04",
    )  # fmt: skip
    assert article.text.split("\n\n") == FERRY


@pytest.mark.parametrize("line", ["By Ada Lind, 4 March 2024", "Von Ada Lind, Skarholm", "By Ada Lind | Island Editor"])
def test_a_byline_with_more_than_a_name_is_one(line: str) -> None:
    article = cleaner.clean(
        ferry_page(f"<article><h1>Ferry stays in port</h1><p>{line}</p>{paragraphs(*FERRY)}</article>")
    )
    assert article.authors == ("Ada Lind",)
    assert article.text.split("\n\n") == FERRY


def test_a_sentence_that_begins_as_a_byline_does_is_none() -> None:
    first = "By Monday evening, 4 March 2024, the quay of Skarholm was shut."
    page = ferry_page(f"<article><h1>Ferry stays in port</h1><p>{first}</p>{paragraphs(*FERRY)}</article>")
    assert text_parts(page)[0] == first


def test_a_teaser_under_the_title_is_the_deck() -> None:
    deck = "The third day begins, and the baker of Skarholm has started to ration flour"
    other = '<p class="teaser">Cat rescued from the mast of the ferry once more</p>'
    article = cleaner.clean(
        ferry_page(
            f"<article><h1>Ferry stays in port</h1><p "
            f'class="article__teaser">{deck}</p>{paragraphs(*FERRY)}{other}</article>'
        )
    )
    assert (article.subtitle, article.text.split("\n\n")) == (deck, FERRY)


def test_the_first_line_of_text_is_a_title_only_beside_a_date_byline_or_caption() -> None:
    assert (
        cleaner.clean(f"Ferry stays in port\n\n4 March 2024\n\n{FERRY[0]}\n\n{FERRY[1]}").title == "Ferry stays in port"
    )
    plain = cleaner.clean(f"Ferry stays in port\n\n{FERRY[0]}\n\n{FERRY[1]}")
    assert (plain.title, plain.text.split("\n\n")[0], plain.blocks[0].role) == (None, "Ferry stays in port", "heading")
    assert cleaner.clean(f"By Monday evening\n\n{FERRY[0]}\n\n{FERRY[1]}").authors == ()


def test_sentences_that_are_set_as_a_heading_stay() -> None:
    ask = f"{FERRY[0]} {FERRY[1]}"
    teasers = "<div class=related><p>Cat rescued from the mast of the ferry, once more and by the same man.</p></div>"
    assert text_parts(ferry_page(f"<article>{paragraphs(*FERRY)}<h4>{ask}</h4>{teasers}</article>")) == [*FERRY, ask]


def test_the_sites_name_above_the_title_is_no_text() -> None:
    article = cleaner.clean(
        f"<title>Ferry stays in port - The Quay</title><body><b>The Quay</b><h1>Ferry stays in "
        f"port</h1>{paragraphs(*FERRY)}"
    )
    assert (article.text.split("\n\n"), article.removed[0].reason) == (FERRY, "masthead")


def test_a_headline_with_the_time_of_its_entry_stays_and_a_date_alone_goes() -> None:
    headline = "19.27: The ferry has left the quay with nobody but its captain"
    entries = (
        f"<div class=entry-date><h2>{headline}</h2></div><p>{FERRY[0]}</p><div class=entry-date><h2>At "
        f"noon</h2></div><p>{FERRY[1]}</p>"
    )
    assert text_parts(ferry_page(f"<h1>Ferry</h1><article>{entries}{paragraphs(*FERRY[2:])}</article>")) == [
        headline,
        *FERRY,
    ]
