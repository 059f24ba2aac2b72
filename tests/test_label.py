"""Labels by example: what is kept, what goes and why. Above all: no paragraph is lost."""

from __future__ import annotations

import pytest

import cleaner
from cleaner import Cleaner, Options
from cleaner.learned import confidence
from cleaner.learned.loader import weights_of
from cleaner.model import BlockView
from cleaner.read import read
from cleaner.rules import class_names

P = [
    "The ferry to Skarholm was cancelled for a third day, and the island's only baker began to ration her flour.",
    "Nobody on the quay would say who had signed the order, though several people claimed to have seen the letter.",
    "By noon the queue reached the lighthouse, and the keeper came down to ask what all the noise was about.",
    "An engineer from the mainland arrived in a rowing boat, looked at the engine for an hour, and went home again.",
]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>Ferry</title>{head}</head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def body(data: str, **options: str) -> list[str]:
    return cleaner.clean(data, options=Options(**options)).text.split("\n\n")  # type: ignore[arg-type]


def removed(data: str) -> list[tuple[str, str]]:
    return [(str(block.reason), block.text) for block in cleaner.clean(data).removed]


def block(data: str, text: str) -> BlockView:
    return next(block for block in cleaner.clean(data).blocks if block.text == text)


# Captions and copies


def test_a_caption_and_its_copies_leave_one_caption_and_no_text() -> None:
    caption = "The ferry in the harbour of Skarholm last autumn (AFP/file photo)"
    article = cleaner.clean(
        page(
            f"<article><figure><img "
            f"src=f.jpg><figcaption>{caption}</figcaption></figure><p>{caption}</p>{paragraphs(*P)}</article>"
        )
    )
    assert [(c.text, c.credit, c.image) for c in article.captions] == [(caption, "AFP/file photo", "f.jpg")]
    assert article.text.split("\n\n") == P


@pytest.mark.parametrize(
    "copy",
    [
        "THE FERRY IN THE HARBOUR OF SKARHOLM LAST AUTUMN",
        "The ferry in the harbour of Skarholm last aut",
        "The ferry in the harbour of Skarh…",
    ],
)
def test_near_and_cut_copies_are_copies(copy: str) -> None:
    caption = "The ferry in the harbour of Skarholm last autumn. Photo: Ada Lind"
    article = cleaner.clean(
        page(f"<article><figure><figcaption>{caption}</figcaption></figure><p>{copy}</p>{paragraphs(*P)}</article>")
    )
    assert [c.text for c in article.captions] == [caption]
    assert ("caption", copy) in [(str(b.reason), b.text) for b in article.removed]


def test_a_caption_never_takes_paragraphs_that_begin_as_it_does() -> None:
    name = "Harbour master Leyla Haddad of Skarholm"
    texts = [
        f"{name} said on Monday that the ferry would sail again.",
        f"{name} did not say when, or with which engine it would.",
        *P,
    ]
    article = cleaner.clean(
        page(f"<article><figure><figcaption>{name}</figcaption></figure>{paragraphs(*texts)}</article>")
    )
    assert article.text.split("\n\n") == texts
    assert [c.text for c in article.captions] == [name]


def test_captions_that_differ_in_a_number_are_no_copies_and_take_no_time() -> None:
    captions = [f"The ferry in the harbour of Skarholm, picture {i}" for i in range(5000)]
    figures = "".join(f"<figure><img src=f.jpg><figcaption>{caption}</figcaption></figure>" for caption in captions)
    article = cleaner.clean(page(f"<article>{paragraphs(*P)}{figures}</article>"))
    assert [c.text for c in article.captions] == captions


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    beside, apart = [P[0], P[0], P[1], P[2]], [P[0], P[1], P[2], P[0]]
    for data in ("\n\n".join(beside), *(page(f"<article>{paragraphs(*order)}</article>") for order in (beside, apart))):
        assert body(data) == [P[0], P[1], P[2]]
        assert removed(data) == [("duplicate", P[0])]


def test_a_paragraph_that_text_prints_again_further_on_stays() -> None:
    text = "\n\n".join([P[0], P[1], P[2], P[0]])
    assert cleaner.clean(text).text == text


def test_a_deck_that_is_the_cut_lede_leaves_the_lede() -> None:
    assert P[0] in body(f"{P[0][:80]}…\n\n{P[0]}\n\n{P[1]}")


def test_refrains_stay() -> None:
    verse = "And miles to go before the ferry sails"
    text = f"{P[0]}\n\n{verse}\n{verse}\n\n{P[1]}"
    assert cleaner.clean(text).text == text
    interview = f"{P[0]}\n\nWhat did you do then?\n\nNothing.\n\nWhat did you do then?\n\nNothing.\n\n{P[1]}"
    assert cleaner.clean(interview).text == interview


def test_many_paragraphs_that_begin_alike_take_no_time_and_stay() -> None:
    text = "\n\n".join(f"{P[0][:-1]} number {i}." for i in range(3000))
    assert cleaner.clean(text).text == text


# Bodies


def test_short_articles_are_articles() -> None:
    assert body(page("<h1>Road closed</h1><article><p>“Yes.”</p><p>“No.”</p><p>They left.</p></article>")) == [
        "“Yes.”",
        "“No.”",
        "They left.",
    ]
    assert body(page("<h1>Road closed</h1><p>Road closed today.</p>")) == ["Road closed today."]


def test_verse_beside_prose_is_in_the_body() -> None:
    assert body(page(f"<article><p>Roses are red,<br>violets are blue.<br><br>New one</p>{paragraphs(*P)}</article>")) == [
        "Roses are red,\nviolets are blue.", "New one", *P,
    ]  # fmt: skip


def test_what_follows_the_container_of_the_paragraphs_goes_and_recall_keeps_it() -> None:
    note = "Our reporters work day and night, in all weathers and on every island, so that you know what happens."
    data = page(f"<main><div>{paragraphs(*P)}</div><div><div><p>{note}</p></div></div></main>")
    assert body(data) == P
    assert body(data, favour="recall") == [*P, note]


def test_a_whole_article_in_a_hidden_or_misnamed_wrapper_is_kept() -> None:
    for wrapper in ("hidden", 'style="display:none"', 'class="social-article"', 'class="sidebar"', 'class="comments"'):
        assert body(page(f"<div {wrapper}>{paragraphs(*P)}</div>")) == P, wrapper


def test_the_first_of_several_articles_is_the_article() -> None:
    first, second = (
        f"<article><h1>{title}</h1>{paragraphs(*texts)}</article>"
        for title, texts in (("Ferry", P[:2]), ("Lamp", P[2:]))
    )
    assert body(page(first + second)) == P[:2]
    signed = (
        f"<div><h1>Ferry</h1><p>By Ada Lind</p>{paragraphs(*P[:2])}</div><div><h1>Lamp</h1><p>By Bo "
        f"Ek</p>{paragraphs(*P[2:])}</div>"
    )
    assert body(page(signed)) == P[:2]


@pytest.mark.parametrize("tag", ["article", "div"])
def test_thousands_of_articles_on_one_page_take_no_time(tag: str) -> None:
    parts = "".join(
        f"<{tag}><h1>Ferry number {i}</h1><p>By Ada Lind</p>{paragraphs(*P[:2])}</{tag}>" for i in range(4000)
    )
    assert body(page(parts, "<meta property='og:title' content='Ferry number 0'>")) == P[:2]


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
    assert set(body(page(parts.format(paragraphs(*P[:2]), paragraphs(*P[2:]))))) >= set(P)


def test_a_heading_that_is_a_button_to_open_its_section_stays() -> None:
    folded = f"<h2><button>Who pays for the ferry?</button></h2><div>{paragraphs(P[3])}</div>"
    assert body(page(f"<article>{paragraphs(*P[:3])}{folded}</article>"))[3:] == ["Who pays for the ferry?", P[3]]


def test_long_comments_cost_the_article_none_of_its_wrappers() -> None:
    comments = "".join(
        f"<div class=comment><p>{text[:-1]}, or so says reader number {i}.</p></div>" for i in range(8) for text in P
    )
    ask = (
        f"<div class=popup hidden><p>{' '.join(P)} Your answer is kept for a year, and for another if you "
        f"ask.</p></div>"
    )
    assert (
        body(
            page(
                f"<div class=sidebar>{paragraphs(*P[:1])}</div>{ask}<article>{paragraphs(*P)}</article><section "
                f"id=comments>{comments}</section>"
            )
        )
        == P
    )


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
    assert body(page(f"<article>{paragraphs(*P[:3])}<h3>Who pays?</h3><{fold}>{P[3]}</{tag}></article>"))[3:] == [
        "Who pays?",
        P[3],
    ]


def test_regions_may_stand_in_each_other_as_deep_as_a_page_may_be() -> None:
    sentence = "The ferry to Gull Island sailed again on Monday, the harbour office said."
    article = cleaner.clean(f"<html><body>{'<div class=nav>' * 5000}<p>{sentence}</p>{'</div>' * 5000}")
    assert article.text == sentence


def test_headings_and_sections_are_not_dropped_for_an_id_that_spells_them() -> None:
    data = page(
        f'<article>{paragraphs(*P[:3])}<h2 id="cookies">Cookies</h2><section '
        f'id="popular-revolt">{paragraphs(P[3])}</section></article>'
    )
    assert body(data)[3:] == ["Cookies", P[3]]


# Boilerplate


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
    data = page(f"<article>{paragraphs(*P[:2])}{markup}{paragraphs(*P[2:])}</article>")
    assert body(data) == P
    (gone,) = cleaner.clean(data).removed
    assert (gone.reason, bool(gone.rule), gone.source.path is not None) == (reason, True, True)


def test_links_that_are_the_articles_own_stay() -> None:
    own = '<ul><li><a href="https://a.example/1">A tide table</a></li><li>and a lamp</li></ul>'
    other = '<ul><li><a href="/1">Cat rescued from mast</a></li><li><a href="/2">Baker wins prize</a></li></ul>'
    data = page(f"<article>{paragraphs(*P)}<p>Take along:</p>{own}<p>{P[0][:-1]} again.</p></article>")
    assert "A tide table\nand a lamp" in body(data)
    assert removed(page(f"<article>{paragraphs(*P[:3])}{other}<p>{P[3]}</p></article>")) == [
        ("related", "Cat rescued from mast"),
        ("related", "Baker wins prize"),
    ]


def test_words_inside_sentences_are_not_hidden_for_a_part_of_a_class() -> None:
    assert body(
        page(
            f'<article><p>It was <span class="hidden-gem">a hidden gem</span> of an island, said the engineer, and '
            f"rowed off.</p>{paragraphs(*P)}</article>"
        )
    )[0] == ("It was a hidden gem of an island, said the engineer, and rowed off.")


# Heads


def test_title_deck_byline_and_date_have_fields_of_their_own() -> None:
    article = cleaner.clean(
        page(
            '<article><h1>Ferry stays in port</h1><p class="standfirst">Baker rations flour as the third day '
            "begins</p><p>By Ada Lind</p>"
            f"<time>4 March 2024</time>{paragraphs(*P)}</article>"
        )
    )
    assert (article.title, article.subtitle, article.authors, article.published) == (
        "Ferry stays in port", "Baker rations flour as the third day begins", ("Ada Lind",), "2024-03-04",
    )  # fmt: skip
    assert article.text.split("\n\n") == P


def test_a_teaser_under_the_title_is_the_deck() -> None:
    deck = "The third day begins, and the baker of Skarholm has started to ration flour"
    other = '<p class="teaser">Cat rescued from the mast of the ferry once more</p>'
    article = cleaner.clean(
        page(
            f"<article><h1>Ferry stays in port</h1><p "
            f'class="article__teaser">{deck}</p>{paragraphs(*P)}{other}</article>'
        )
    )
    assert (article.subtitle, article.text.split("\n\n")) == (deck, P)


def test_the_first_line_of_text_is_a_title_only_beside_a_date_byline_or_caption() -> None:
    assert cleaner.clean(f"Ferry stays in port\n\n4 March 2024\n\n{P[0]}\n\n{P[1]}").title == "Ferry stays in port"
    plain = cleaner.clean(f"Ferry stays in port\n\n{P[0]}\n\n{P[1]}")
    assert (plain.title, plain.text.split("\n\n")[0], plain.blocks[0].role) == (None, "Ferry stays in port", "heading")
    assert cleaner.clean(f"By Monday evening\n\n{P[0]}\n\n{P[1]}").authors == ()


def test_sentences_that_are_set_as_a_heading_stay() -> None:
    ask = f"{P[0]} {P[1]}"
    teasers = "<div class=related><p>Cat rescued from the mast of the ferry, once more and by the same man.</p></div>"
    assert body(page(f"<article>{paragraphs(*P)}<h4>{ask}</h4>{teasers}</article>")) == [*P, ask]


def test_the_sites_name_above_the_title_is_no_text() -> None:
    article = cleaner.clean(
        f"<title>Ferry stays in port - The Quay</title><body><b>The Quay</b><h1>Ferry stays in "
        f"port</h1>{paragraphs(*P)}"
    )
    assert (article.text.split("\n\n"), article.removed[0].reason) == (P, "masthead")


# Confidence and favour


def test_confidence_tells_articles_from_other_pages() -> None:
    article = page(
        f"<article><h1>Ferry stays in port</h1>{paragraphs(*P * 3)}</article>",
        '<meta property="og:type" content="article">',
    )
    listing = page(
        "<ul>"
        + "".join(
            f'<li><a href="/{i}">Island {i}: a short line of a listing with a price</a> 12.00</li>' for i in range(40)
        )
        + "</ul>"
    )
    assert cleaner.clean(article).confidence > cleaner.clean(listing).confidence


def test_every_measure_has_a_learnt_weight() -> None:
    cleaner_ = Cleaner()
    for kind, data in (("html", page(f"<article>{paragraphs(*P)}</article>")), ("text", "\n\n".join(P))):
        labelled, context, _ = cleaner_.labelled(read(data, cleaner_.options), None)
        assert set(weights_of("confidence")[kind]) == {"bias", *confidence.of(labelled, context, labelled.blocks)}


def test_confidence_tells_articles_from_other_text() -> None:
    listing = "\n".join(f"Island {i}: a short line of a listing with a price 12.00" for i in range(40))
    assert cleaner.clean("\n\n".join(P * 3)).confidence > cleaner.clean(listing).confidence


def test_favour_moves_the_balance() -> None:
    link = '<p><a href="/other">The lighthouse keeper and his cat</a></p>'
    data = page(f"<article>{paragraphs(*P[:3])}{link}<p>{P[3]}</p></article>")
    assert body(data, favour="recall") == [*P[:3], "The lighthouse keeper and his cat", P[3]]
    assert body(data) == body(data, favour="precision") == P


def test_a_headline_with_the_time_of_its_entry_stays_and_a_date_alone_goes() -> None:
    headline = "19.27: The ferry has left the quay with nobody but its captain"
    entries = (
        f"<div class=entry-date><h2>{headline}</h2></div><p>{P[0]}</p><div class=entry-date><h2>At "
        f"noon</h2></div><p>{P[1]}</p>"
    )
    assert body(page(f"<h1>Ferry</h1><article>{entries}{paragraphs(*P[2:])}</article>")) == [headline, *P]
