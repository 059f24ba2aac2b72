"""Invented pages and texts that several test modules share, and what the cleaner makes of a fixture.

Each story has builders of its own: a lighthouse (a dump of a whole page), a ferry (plain HTML), a mill, a bridge and a
council (HTML with JSON-LD). Nobody's article is copied here.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import cleaner
from cleaner import Article, Options

TEXT = Options(input="text")


# Markup


def paragraphs(*texts: str) -> str:
    """Each text as a `<p>`."""
    return "".join(f"<p>{text}</p>" for text in texts)


def json_ld(**fields: Any) -> str:
    """A script whose JSON-LD describes a news article with these fields; nothing where there are none.

    >>> json_ld(headline="Ferry returns")
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry returns"}</script>'
    """
    if not fields:
        return ""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


# Any page

TWO_PARAGRAPHS = (
    "<article><p>The first paragraph of an article, a sentence with a comma and a full stop.</p><p>And the second "
    "one, which is as long as that.</p></article>"
)


def clean_page(
    head: str = "",
    body: str = TWO_PARAGRAPHS,
    root: str = "<html>",
    url: str | None = None,
    fetched: date | None = None,
    **fields: Any,
) -> Article:
    """The article of a page whose JSON-LD says `fields`."""
    html = f"{root}<head>{head}{json_ld(**fields)}</head><body>{body}</body></html>"
    return cleaner.clean(html, url=url, fetched=fetched)


# The mill: a page of two paragraphs with an address

MILL_SOLD = "The council of Low Fell has sold the old mill, with both of its wheels, to a family of weavers."
MILL_ROOF = "They will move in when the roof has been mended, which may take until the spring."
MILL = paragraphs(MILL_SOLD, MILL_ROOF)
MILL_URL = "https://ledger.example/mill"


def clean_mill(
    head: str = "", body: str = MILL, root: str = "<html>", url: str | None = MILL_URL, **fields: Any
) -> Article:
    """The article of the page on the mill, whose JSON-LD says `fields`."""
    return clean_page(head, body, root, url, **fields)


# The bridge that stays open: who signs it

BRIDGE = [
    f"The bridge over the river stays open until week {n} of next year, the council said on the phone."
    for n in range(6)
]
BRIDGE_HEADING = "<h1>Bridge stays open until spring</h1>"


def clean_bridge(below: str = "", end: str = "", head: str = "", url: str | None = None, **fields: Any) -> Article:
    """The article of a page that prints `below` under its title and `end` after its text, and whose JSON-LD says
    `fields`.
    """
    body = f"<article>{BRIDGE_HEADING}{below}{paragraphs(*BRIDGE)}{end}</article>"
    return clean_page(head, body, url=url, **fields)


def clean_bridge_text(below: str = "", end: str = "") -> Article:
    """The article of bare text with a line under its title, or at its end."""
    lines = ["Bridge stays open until spring", below, "4 March 2024", *BRIDGE, end]
    return cleaner.clean("\n\n".join(filter(None, lines)), options=TEXT)


# The council and its closed bridge: when it was published

COUNCIL_TITLE = "The old bridge stays closed for another year"
COUNCIL = paragraphs(
    *(
        f"The council met for the {time} time and spoke at length about the bridge, which has been closed since winter "
        "and will cost more."
        for time in ("first", "second", "third", "fourth", "fifth")
    )
)


def clean_council(
    top: str = "", beside: str = "", tail: str = "", language: str = "en", fetched: date | None = None, **fields: Any
) -> Article:
    """A page with an article: what stands above it, beside its title and below it, and what its JSON-LD says."""
    body = f"{top}<article><h1>{COUNCIL_TITLE}</h1>{beside}{COUNCIL}</article>{tail}"
    return clean_page("", body, f"<html lang={language}>", fetched=fetched, **fields)


# The ferry: plain HTML

FERRY = [
    "The ferry to Skarholm was cancelled for a third day, and the island's only baker began to ration her flour.",
    "Nobody on the quay would say who had signed the order, though several people claimed to have seen the letter.",
    "By noon the queue reached the lighthouse, and the keeper came down to ask what all the noise was about.",
    "An engineer from the mainland arrived in a rowing boat, looked at the engine for an hour, and went home again.",
]


def ferry_page(body: str, head: str = "") -> str:
    """A page titled "Ferry" with this body."""
    return f"<html><head><title>Ferry</title>{head}</head><body>{body}</body></html>"


def text_parts(data: str, **options: Any) -> list[str]:
    """The paragraphs of the text that comes out of a page."""
    return cleaner.clean(data, options=Options(**options)).text.split("\n\n")


def removed_parts(data: str) -> list[tuple[str, str]]:
    """What was left out of a page: the reason and the text of each block."""
    return [(str(block.reason), block.text) for block in cleaner.clean(data).removed]


# The lighthouse: a dump, all that a page prints as text

LIGHTHOUSE = [
    "The lighthouse at Storvik was built in 1874 of stone that had come as ballast, and for a century nobody thought "
    "of it as anything but a lamp.",
    "Its keeper, Ada Lind, counts the ships that pass. There were forty in her first winter and six in the last, and "
    "she knows the names of four.",
    "The county wants to sell the tower to a hotel. The hotel wants the tower without the lamp, which keeps guests "
    "awake, and without its keeper.",
    "Nobody has asked the ships. Two captains wrote to the newspaper all the same, and one of them enclosed a drawing "
    "of the rocks that he has in mind.",
    "A decision is expected after Easter, when the councillors are back from the mainland and the ferry, with some "
    "luck, from its repair.",
    "Until then the lamp burns as it did, from dusk to dawn, and Ada Lind writes down in her book that nothing has "
    "happened, and at what time.",
]
LIGHTHOUSE_TITLE = "Old lighthouse of Storvik to keep its lamp"
LIGHTHOUSE_DECK = "Storvik keeps what it has: the council votes for the keeper and for the light"
MENU = [
    "Skip to content",
    *(f"  • {name}" for name in ("Home", "News", "Business", "Sport", "Culture", "Opinion", "Weather", "Podcasts")),
    "Search",
    "Log in",
]
FOOT = [
    "Related articles",
    *(
        f"  • {headline}"
        for headline in ("Ferry to Skarholm back in spring", "Hotel plans for the old cannery", "Six ships in a winter")
    ),
    "Share this article",
    "Sign up to our newsletter",
    "About us",
    "Contact",
    "Terms of use",
    "Privacy policy",
    "© 2024 The Storvik Post. All rights reserved.",
]


def lighthouse_dump(*head: str, below: str = "") -> str:
    """All that a page prints, with these lines between menu and article, and others below the first paragraph."""
    first, *rest = LIGHTHOUSE
    return "\n".join(
        [*MENU, "", "\n\n".join(head), "", "\n\n".join([first, *([below] if below else []), *rest]), "", *FOOT]
    )


# The river town: hard-wrapped text

RIVER_TOWN = (
    "The council of the old river town voted on Tuesday evening to rebuild the wooden bridge that the spring flood "
    "had carried away, ending a quarrel that had lasted for nearly eleven years and cost two mayors their office.",
    "Marta Holm, who keeps the ferry, said that she would believe it when she saw the first plank. “They have voted "
    "before,” she said. “Nobody has ever brought a hammer.”",
    "The well-known carpenter was asked to make a plan, and he refused.",
    "Work is to begin in the autumn, when the water is low, and should be done before the ice comes; the timber is to "
    "be cut in the town's own forest, which has not been touched since the war.",
)


# Rule files

SENTENCE = "This is a sentence of an article, long enough to be taken for prose by anyone."
SITE_HEAD = 'name = "Example"\nhosts = ["example.org"]\n'


def line_rule(label: str = "related", /, **conditions: object) -> str:
    """One `[[text]]` table of a rule file.

    >>> print(line_rule("share", lines=["Share"], first=True), end="")
    [[text]]
    label = "share"
    lines = ['Share']
    first = true
    """
    values = "".join(
        f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}\n"
        for key, value in conditions.items()
    )
    return f'[[text]]\nlabel = "{label}"\n{values}'


# Fixtures


def outcome(page: Path, url: str | None = None) -> dict[str, Any]:
    """What comes out of a fixture's page, in the form of its expected.json."""
    article = cleaner.clean(page.read_bytes(), url=url)
    # An identified language is not the page's word, and it depends on what is installed: test_language.py.
    identified = article.sources.get("language") == {"source": "identified"}
    return {
        "site": article.site,
        "language": None if identified else article.language,
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": list(article.authors),
        "published": article.published,
        "modified": article.modified,
        "captions": [caption.text for caption in article.captions],
        "body": article.text.split("\n\n") if article.text else [],
        "removed": [{"reason": str(block.reason), "text": block.text} for block in article.removed],
    }


# The Harbour Post: pages of one site, as HTML and as scraped text

QUAY_STORIES = (
    (
        "The ferry to Low Fell sails again",
        "Jane Doe",
        "The ferry to Low Fell sailed again on Monday, four months after the storm that tore its ramp away.",
        "The council paid for the new ramp, which is made of oak, and for a bell that rings when the boat is near.",
        "Nobody had missed the bell, the ferryman said, until the fog came down on the river last week.",
    ),
    (
        "Wardens count the sheep of the heath",
        "Tom Reed",
        "The wardens of the heath have counted 412 sheep, eleven fewer than last year, and nobody knows why.",
        "A shepherd said that the missing ones had gone over the hill to the clover, as they do each spring.",
        "The count will be made again in June, when the lambs are old enough to be told from their mothers.",
    ),
    (
        "Weavers move into the old mill",
        "Ann Hall",
        "A family of weavers has moved into the mill at Low Fell, where no wheel had turned for forty years.",
        "They will spin the wool of the heath, they said, and sell the cloth at the quay each Saturday morning.",
        "The roof still leaks above the loom, so the first cloth that they sold was a little damp, and blue.",
    ),
    (
        "Quarry opens its gate to visitors",
        "Ben Frost",
        "The quarry has opened its gate to visitors for the first time since the crane fell into the lake.",
        "They may walk to the edge of the second terrace, where a fence stands, and look at the machines.",
        "A guide tells them how the slate was split, and lets the patient ones try it with a hammer.",
    ),
)
QUAY_PROMPT = "Get the Harbour Post in your letter box"


def quay_page(
    n: int, body: str = "hp-story", host: str = "harbourpost.example", box: str = "hp-letter", more: str = ""
) -> bytes:
    """An HTML page of the Harbour Post."""
    title, author, *texts = QUAY_STORIES[n]
    return (
        f'<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="The Harbour Post">'
        f'<link rel="canonical" href="https://{host}/{n}">'
        + json_ld(
            headline=title, author={"@type": "Person", "name": author}, datePublished=f"2024-03-0{n + 1}T10:00:00Z"
        )
        + f'</head><body><div class="css-1x2y3z wrap"><h1 class="hp-title">{title}</h1><p class="hp-signed">'
        f'<a class="hp-author">{author}</a></p><time class="hp-day" datetime="2024-03-0{n + 1}T10:00:00Z">'
        f'{n + 1} March 2024</time><div class="sc-jNyKxa {body}">{paragraphs(*texts[:2])}'
        f'<p class="{box}">{QUAY_PROMPT}</p>{paragraphs(*texts[2:])}{more}</div></div></body></html>'
    ).encode()


def quay_text(n: int) -> bytes:
    """A page of the Harbour Post as somebody scraped it."""
    title, author, first, *others = QUAY_STORIES[n]
    rest = "\n\n".join(others)
    return (
        f"Tides\nBoats\n\n{title}\n\n{author} • {n + 1} March 2024\n\n{first}\n\n{QUAY_PROMPT}\n\n{rest}\n\n"
        f"{20 + 7 * n} people found this useful\n"
    ).encode()
