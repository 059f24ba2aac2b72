"""Shadow trees that a page declares: they are shown, with what their hosts hold in their slots."""

from __future__ import annotations

import pytest

from cleaner.segment import parse_html, segment_html


def texts(html: str) -> list[str]:
    return [block.text for block in segment_html(parse_html(html), {}).blocks]


def shadow(tree: str) -> str:
    return f"<template shadowrootmode=open>{tree}</template>"


INNER = shadow("<p>a</p><slot></slot>")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f"<my-page>{shadow('<p>a</p><p>b</p>')}</my-page><p>c</p>", ["a", "b", "c"]),
        (f"<my-page>{shadow('<h2>a</h2><slot></slot><p>c</p>')}<p>b</p></my-page><p>d</p>", ["a", "b", "c", "d"]),
        (f"<my-page>{shadow('<p>one <slot name=x>none</slot> two <slot></slot></p>')}<b slot=x>1</b>2</my-page>",
         ["one 1 two 2"]),
        (f"<my-page>{shadow('<p>one <slot name=x>none</slot> two</p><slot></slot>')}<p>three</p></my-page>",
         ["one none two", "three"]),
        (f"<my-page>{shadow('<p>a</p>')}<p>b</p></my-page>", ["a", "b"]),
        (f"<my-page>{shadow(f'<my-part>{INNER}<p>b</p></my-part>')}</my-page><p>c</p>",
         ["a", "b", "c"]),
        ("<template><p>a</p></template><p>b</p>", ["b"]),
        (f"<p>5 &lt; 6</p><my-page>{shadow('<slot></slot>')}7 &lt; 8</my-page>", ["5 < 6", "7 < 8"]),
    ],
)  # fmt: skip
def test_a_shadow_tree_is_shown(html: str, shown: list[str]) -> None:
    assert texts(html) == shown


def test_an_article_in_a_shadow_tree_has_paths() -> None:
    page = segment_html(parse_html(f"<body><my-page>{shadow('<p>a</p>')}</my-page></body>"), {})
    assert page.elements.path(page.blocks[0].element).endswith("template:nth-child(1) > p:nth-child(1)")


def test_slots_that_fill_each_other_end() -> None:
    nested = f"<my-a>{shadow('<p>x</p><slot></slot>')}" * 60 + "word " * 20_000 + "</my-a>" * 60
    assert "word word" in " ".join(texts(nested))
