"""Heads of scraped text whose title is known, and texts without a title, for the trees that look for it in text that is
no dump.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import Random

import numpy

from benchmarks.corpora import Corpus, Page
from benchmarks.heads import Negatives, Rows, measure_heads, measure_negatives, titled
from benchmarks.heads_made import Head, body_below, head_of
from benchmarks.meta_names import same_title
from cleaner.errors import InputError
from cleaner.label import Labelling, run_rules
from cleaner.label.captions import label_captions
from cleaner.label.text.header import drop_title_copies, find_header
from cleaner.label.text.header_lines import body_at
from cleaner.label.text.title import label_head
from cleaner.learned import loader, text_title
from cleaner.learned.loader import make_trees
from cleaner.lines.shapes import is_headline, is_prose
from cleaner.options import Options
from cleaner.pipeline import Cleaner
from cleaner.read import read
from training.folds import FOLDS, fold_of, site_of
from training.trees import Example, Shape, learn

SHAPE = Shape(120, 8, 0.1, fewest=30)
# Heads that are made of a page, and copies of the barest: a title alone. By hand.
_HEADS, _BARE = 7, 3
# The weight of a text that begins with a heading of its own: many such lines could be titles. By hand.
_OF_SECTION = 0.4
_MENUS = (
    ("Home", "News", "Sport", "Weather"), ("Subscribe", "Log in"), ("Menu",), ("Search", "Menu", "Live"),
    ("Start", "Politik", "Sport"), ("Inicio", "Deportes"), ("Accueil", "Culture"), ("spot_img",), ("Skip to content",),
)  # fmt: skip
_SITES = (
    "Harbour Post",
    "The Low Fell Times",
    "Der Hafenbote",
    "El Puerto",
    "portness.example",
    "港町新聞",
    "Вестник порта",
)
_TAILS = ("2 hours ago", "5 min read", "Share", "Listen to this article", "3 comments", "vor 2 Stunden", "Gallery")
# Other lines than `benchmarks.heads_made.OPENERS`, which judge what is learnt of these.
_OPENERS = (
    "Summary", "Key points", "The essentials", "TL;DR", "Highlights", "Main points", "Table of contents", "Contents",
    "Preface", "Foreword", "Prologue", "What is it?", "What happens next?", "Who can apply?", "How to apply", "Step 2",
    "Chapter 3", "Definition", "Method", "Requirements", "Conclusion", "The details", "In brief", "In short",
    "The story",
    "The problem", "Why now?", "Our verdict", "The facts", "Auf einen Blick", "Einleitung", "Worum geht es?", "Inhalt",
    "Fazit", "L'essentiel", "Introduction", "Sommaire", "À retenir", "Resumen rápido", "Claves", "Introducción",
    "In sintesi", "Punti chiave", "Samenvatting", "Inleiding", "Sammanfattning", "Kort fortalt", "Podsumowanie",
    "Wstęp",
    "Содержание", "Главное", "まとめ", "はじめに", "摘要", "导语", "요약", "Tóm tắt", "BO LUND:",
    "Bo Lund: I never saw it.",
    "A: Nobody did.", "Host", "Good morning, everyone", "Dear friends,", "Night two", "2. The mill", "Part II",
    "The wind blew east, the wind blew west,", "Sing, little bell of the harbour", "About us", "Note", "Ingredients:",
)  # fmt: skip


def examples(corpora: Iterable[Corpus]) -> list[Example]:
    """What is learnt from the texts that are made of each page with a title and a body."""
    cleaner, known = Cleaner(Options(site_rules=False, input="text")), []
    for corpus in corpora:
        for turn, gold in enumerate(titled([corpus])):
            head = head_of(gold, gold.load().language, turn)
            for number, (text, weight) in enumerate(_texts(gold, head)):
                url = gold.url if (turn + number) % 2 else None
                try:
                    known.append(_example(cleaner, corpus.name, gold, head, text, weight, url))
                except InputError:
                    continue
    return [example for example in known if example.places]


def _texts(gold: Page, head: Head) -> Iterator[tuple[str, float]]:
    """Texts with and without a title, each with its weight."""
    random, body = Random(gold.id), body_below(gold)
    heads = [*(_head(head, random) for _ in range(_HEADS)), *[[head.title]] * _BARE]
    for lines in heads:
        between = random.choice(("\n", "\n\n", "\n\n"))
        yield f"{between.join(line for line in lines if line)}\n\n{body}", 1.0
    yield body, 2.0
    for opener in random.sample(_OPENERS, 3):
        yield f"{opener}\n\n{body}", 1.0
    for lines in ([head.section], [head.section, head.date], [head.byline], [random.choice(_SITES)]):
        if all(lines):
            yield "\n\n".join([*lines, body]), 0.5
    lines = body.split("\n")
    sections = [i for i in range(4, len(lines)) if _opens_section(lines, i)]
    for at in random.sample(sections, min(2, len(sections))):
        yield "\n".join(lines[at:]), _OF_SECTION


def _head(head: Head, random: Random) -> list[str]:
    """The lines of a head as some extractor may print them."""
    above = random.choice(
        ([], [], [], [head.section], [head.date], [random.choice(_SITES)], [head.section, head.date],
         [f"Home › {head.section}"], list(random.choice(_MENUS)), [head.date, *random.choice(_MENUS)])
    )  # fmt: skip
    deck = [head.deck] if random.random() < 0.6 else []
    signed = random.choice(
        ([], [head.byline], [head.date], [head.byline, head.date], [head.dated, head.byline], [head.signed, head.date],
         [head.joined], [head.caption], [head.caption, head.byline])
    )  # fmt: skip
    tail = [random.choice(_TAILS)] if random.random() < 0.25 else []
    title = [head.title] * (2 if random.random() < 0.1 else 1)
    return [*above, *title, *deck, *signed, *tail]


def _opens_section(lines: Sequence[str], at: int) -> bool:
    """Whether a line of a body is a heading above prose."""
    following = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    return 3 < len(lines[at]) <= 90 and is_headline(lines[at].strip()) and is_prose(following.strip())


def _example(
    cleaner: Cleaner, corpus: str, gold: Page, head: Head, text: str, weight: float, url: str | None
) -> Example:
    """The rows of one text. Raises `InputError`."""
    page, context = cleaner.segmented(read(text, cleaner.options), None)
    labelling = Labelling(page, context, cleaner.registry, cleaner.options.favour)
    run_rules(labelling)
    for run in (find_header, drop_title_copies, label_captions):
        run(labelling)
    blocks, body = page.blocks, body_at(page.blocks)
    rows: list[tuple[int, tuple[float, ...]]] = []
    if body >= 0:
        body, _ = label_head(blocks, body)
        rows = list(text_title.rows(blocks, body, url))
    places = [place for place, _ in rows]
    features = numpy.array([row for _, row in rows], dtype=float).reshape(len(rows), len(text_title.FEATURES))
    truth = [same_title(blocks[place].text, head.title) for place in places]
    weights = [weight / 60] * len(rows)
    return Example(
        None, "head", corpus, gold, labelling, places, features, truth, weights, fold_of(site_of(gold.url, gold.id))
    )


def judge(known: Sequence[Example], corpora: Sequence[Corpus]) -> tuple[Rows, dict[tuple[str, str], Negatives]]:
    """The marks of `benchmarks.heads`, each page read by trees that were learnt without its host."""
    heads, negatives = Rows(), dict[tuple[str, str], Negatives]()
    for fold in range(FOLDS):
        trees = learn([seen for seen in known if seen.fold != fold], SHAPE)
        parts = [
            Corpus(
                corpus.name,
                [page for page in corpus.pages if fold_of(site_of(page.url, page.id)) == fold],
                corpus.articles,
            )
            for corpus in corpora
        ]
        with _shipping(trees):
            for key, marks in measure_heads(parts).items():
                heads.setdefault(key, type(marks)()).add(marks)
            for key, counts in measure_negatives(parts).items():
                negatives.setdefault(key, Negatives()).add(counts)
    return heads, negatives


@contextmanager
def _shipping(trees: list[object]) -> Iterator[None]:
    """Have the cleaner use other trees for a while than those that ship."""
    shipped, made = loader.trees_of, make_trees("title", trees)
    text_title.trees_of = lambda name: made if name == "title" else shipped(name)  # type: ignore[assignment]
    try:
        yield
    finally:
        text_title.trees_of = shipped
