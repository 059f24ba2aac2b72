"""The learnt classifier: which labels it may change, how sure it must be, and what it knows of a block."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cleaner
from cleaner.label import Labelling, classifier, run_rules
from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.learned import html_features, text_features
from cleaner.learned.html_features import FEATURES, HtmlFeatures
from cleaner.learned.trees import BoostedTrees
from cleaner.model import Block
from cleaner.options import Favour
from cleaner.pipeline import Cleaner
from cleaner.read import read
from tests.pages import LIGHTHOUSE


def lamp_page(*parts: str) -> str:
    head = "<!doctype html><html lang=en><head><title>Lamp</title></head>"
    return f"{head}<body><main><h1>Lamp</h1><article class=story>{''.join(parts)}</article></main></body></html>"


def story_paragraphs(*texts: str) -> str:
    return "".join(f"<p class=text>{text}</p>" for text in texts)


def seen(html: str) -> tuple[HtmlFeatures, list[Block]]:
    """The features of a page as the rules leave it, and its blocks."""
    tool = Cleaner()
    labelled, context = tool.segmented(read(html.encode(), tool.options), None)
    run_rules(Labelling(labelled, context, tool.registry, "balance"))
    return HtmlFeatures(labelled, context), labelled.blocks


def test_the_trees_that_ship_were_learnt_on_the_measures_that_are_taken() -> None:
    shipped = json.loads((Path(html_features.__file__).parent / "classifier.json").read_text("utf-8"))
    assert {kind: part["measures"] for kind, part in shipped.items() if kind != "about"} == {
        "html": list(FEATURES), "dump": list(text_features.FEATURES),
    }  # fmt: skip
    assert "CC BY 4.0" in shipped["about"]


def test_a_block_has_all_measures() -> None:
    features, blocks = seen(lamp_page(story_paragraphs(*LIGHTHOUSE)))
    for i in range(len(blocks)):
        assert len(features.of(i)) == len(FEATURES)


def test_prose_that_stands_and_looks_like_the_rest_is_not_doubted() -> None:
    features, blocks = seen(
        lamp_page(story_paragraphs(*LIGHTHOUSE[:4]), f"<div class=extra><span class=note>{LIGHTHOUSE[4]}</span></div>")
    )
    typical = {block.text for i, block in enumerate(blocks) if features.is_typical(i)}
    assert typical == set(LIGHTHOUSE[:4])


def test_shape_and_company_are_measured() -> None:
    features, blocks = seen(
        lamp_page(story_paragraphs(*LIGHTHOUSE[:5]), f"<div class=extra><p class=note>{LIGHTHOUSE[5]}</p></div>")
    )
    by_text = {block.text: dict(zip(FEATURES, features.of(i), strict=True)) for i, block in enumerate(blocks)}
    inside, beside = by_text[LIGHTHOUSE[0]], by_text[LIGHTHOUSE[5]]
    assert inside["shape_share"] > 0.8 > 0.2 > beside["shape_share"] > 0
    assert inside["siblings_share"] > 0.8 > beside["siblings_share"]
    assert inside["text_before"] == 0 < beside["text_before"] < 1
    assert inside["after_main"] == 0 < beside["after_main"]


def test_a_stated_body_is_compared() -> None:
    stated = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(LIGHTHOUSE[:5])})
    features, blocks = seen(
        lamp_page(story_paragraphs(*LIGHTHOUSE), f'<script type="application/ld+json">{stated}</script>')
    )
    said = {block.text: dict(zip(FEATURES, features.of(i), strict=True))["stated"] for i, block in enumerate(blocks)}
    assert (said[LIGHTHOUSE[0]], said[LIGHTHOUSE[5]]) == (1.0, -1.0)


@pytest.mark.parametrize(
    ("favour", "chance", "kept"),
    [
        ("balance", 0.5, True),
        ("balance", 0.3, False),
        ("precision", 0.5, False),
        ("recall", 0.3, True),
        ("recall", 0.1, False),
    ],
)
def test_what_is_kept_goes_only_below_the_bound(favour: Favour, chance: float, kept: bool) -> None:
    block = Block(LIGHTHOUSE[0])
    if classifier.changes(block, chance, classifier.BOUNDS["html"][favour]):
        classifier.relabel(block, chance)
    assert (block.reason is None) == kept


@pytest.mark.parametrize(
    ("favour", "chance", "kept"),
    [("balance", 0.5, False), ("balance", 0.7, True), ("precision", 0.7, False), ("recall", 0.5, True)],
)
def test_what_was_left_out_comes_back_only_above_the_bound(favour: Favour, chance: float, kept: bool) -> None:
    block = Block(LIGHTHOUSE[0])
    block.drop(Reason.OTHER, "generic:outside", Layer.GENERIC)
    if classifier.changes(block, chance, classifier.BOUNDS["html"][favour]):
        classifier.relabel(block, chance)
    assert (block.role is Role.PARAGRAPH) == kept
    assert block.rule == ("learnt:classifier" if kept else "generic:outside")


@pytest.mark.parametrize(
    ("layer", "reason", "ground"),
    [
        (Layer.PHRASE, Reason.NEWSLETTER, None),
        (Layer.SITE, Reason.RELATED, None),
        (Layer.USER, Reason.RELATED, None),
        (Layer.GENERIC, Reason.DUPLICATE, None),
        (Layer.GENERIC, Reason.HIDDEN, Ground.HIDDEN),
        (Layer.GENERIC, Reason.CAPTION, Ground.COPY),
        (Layer.GENERIC, Reason.RELATED, Ground.OTHER_ARTICLE),
    ],
)
def test_the_classifier_may_not_overrule_who_knows_what_a_block_is(
    layer: Layer, reason: Reason, ground: Ground | None
) -> None:
    block = Block(LIGHTHOUSE[0], prose_score=200.0)
    block.drop(reason, "any:rule", layer, ground=ground)
    assert not classifier.is_open(block)


def test_a_users_file_may_have_any_name(tmp_path: Path) -> None:
    rules = tmp_path / "generic.toml"
    rules.write_text(
        'name = "Quay"\nhosts = ["quay.example"]\n[[layout]]\nbody = ["main"]\nremove.related = [".card"]\n'
    )
    made = cleaner.Cleaner(rules=[rules])
    article = made.clean(
        lamp_page(f"<main>{story_paragraphs(*LIGHTHOUSE)}<p class=card>{LIGHTHOUSE[0][:-1]} again.</p></main>"),
        url="https://quay.example/1",
    )
    block = next(block for block in article.blocks if block.text.endswith("again."))
    assert (block.layer, block.reason, block.rule) == (Layer.USER, Reason.RELATED, "generic:related")


def test_a_tree_is_followed_to_its_leaf_and_leaves_add_up() -> None:
    trees = [[0, 0.5, 1.0, [1, 2.0, -1.0, -2.0]], 0.5]
    assert BoostedTrees(trees, 9.0).probability([0.0, 9.0]) == pytest.approx(1 / (1 + 2.718281828**-1.5))
    assert BoostedTrees(trees, 9.0).probability([1.0, 9.0]) == pytest.approx(1 / (1 + 2.718281828**1.5))


def test_the_look_ends_after_ten_trees_that_leave_no_doubt() -> None:
    trees = [*([0.2] * 10), *([-1.0] * 10)]
    assert BoostedTrees(trees, 1.5).probability([]) > 0.8
    assert BoostedTrees(trees, 2.5).probability([]) < 0.1


def test_a_short_page_is_left_to_the_rules() -> None:
    lines = ["The road is shut.", "It opens in May.", "Snow fell."]
    article = cleaner.clean(lamp_page(story_paragraphs(*lines)))
    assert article.text.split("\n\n") == lines
    assert not any(block.rule == "learnt:classifier" for block in article.blocks)


def test_what_the_classifier_takes_out_is_accounted_for() -> None:
    card = "<div class=card><h3><a href=/n/1>{0}</a></h3><p class=sum>{0}: what is known.</p></div>"
    cards = "".join(map(card.format, ("Ferry", "Quay", "Ice")))
    article = cleaner.clean(lamp_page(story_paragraphs(*LIGHTHOUSE), f"<div class=row>{cards}</div>"))
    assert article.text.split("\n\n") == LIGHTHOUSE
    out = [removal for removal in article.removed if removal.rule == "learnt:classifier"]
    assert [removal.text for removal in out] == [
        "Ferry",
        "Ferry: what is known.",
        "Quay",
        "Quay: what is known.",
        "Ice",
        "Ice: what is known.",
    ]
    assert all(removal.reason is not None and removal.source.path for removal in out)


def test_a_body_that_a_site_names_is_not_classified(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "storvik.toml").write_text(
        'name = "S"\nhosts = ["storvik.example"]\n[[layout]]\nbody = [".story"]\n', "utf-8"
    )
    monkeypatch.setattr(classifier, "HtmlFeatures", lambda *_: pytest.fail("measured"))
    article = Cleaner(rules=[tmp_path]).clean(
        lamp_page(story_paragraphs(*LIGHTHOUSE)), url="https://storvik.example/n/1"
    )
    assert article.text.split("\n\n") == LIGHTHOUSE


def test_measures_need_no_title_no_prose_and_no_elements() -> None:
    features, blocks = seen("<p>x</p>")
    assert len(features.of(0)) == len(FEATURES)
    assert blocks[0].text == "x"
