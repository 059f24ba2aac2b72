"""Preformatted text that is the article of a page, by example."""

from __future__ import annotations

from cleaner.labels import Role
from cleaner.model import Page
from cleaner.segment import parse_html, segment_html

WRAPPED = """The harbour authority of Port Ellery said on Tuesday that it
would close the old swing bridge for eleven weeks, after divers
found that two of the four bearings had cracked.

Engineers who inspected the bridge in March had warned that the
bearings, which were cast in 1931, would not last another winter.
The board read their report in April and waited until the summer
ferries had stopped.

   North:  1   2
   South:  3   4

Until the repair is done, lorries will have to take the inland
road through Hallow Cross, which adds forty minutes to the drive
and more to the temper."""
CODE = "\n\n".join(f"def turn_{name}(bridge, angle):\n    bridge.turn(angle)\n    return bridge" for name in "abcdefgh")


def walk(html: str) -> Page:
    return segment_html(parse_html(html), {})


def test_an_article_in_pre_has_paragraphs_and_its_tables_stay() -> None:
    page = walk(f"<h1>Bridge shut</h1><p>Some words</p><pre>{WRAPPED}</pre><p>The end</p>")
    assert [(block.form, block.text[:20]) for block in page.blocks[2:]] == [
        (Role.PARAGRAPH, "The harbour authorit"),
        (Role.PARAGRAPH, "Engineers who inspec"),
        (Role.CODE, "   North:  1   2\n   "),
        (Role.PARAGRAPH, "Until the repair is "),
        (Role.PARAGRAPH, "The end"),
    ]
    assert "\n" not in page.blocks[2].text and page.blocks[2].text.endswith("bearings had cracked.")
    assert page.blocks[2].element == page.blocks[5].element


def test_what_is_known_of_later_blocks_keeps_to_them() -> None:
    page = walk(
        f"<pre>{WRAPPED}</pre><p>The end<span hidden>x</span> of <time datetime=2024-05-14>May</time></p>"
        "<p><span hidden>y</span></p>"
    )
    end = next(i for i, block in enumerate(page.blocks) if block.text.startswith("The end"))
    assert page.times == [("2024-05-14", end, " ")]
    assert [(span.text, span.block) for span in page.struck] == [("x", end), ("", end + 1)]
    assert list(page.inline_marks) == [end + 1]


def test_code_stays_as_it_is_and_so_does_a_sample_in_an_article() -> None:
    assert [block.text for block in walk(f"<pre>{CODE}</pre>").blocks] == [CODE]
    article = "".join(f"<p>A paragraph of an article, number {n}, that goes on for a while.</p>" for n in range(40))
    assert sum(block.form is Role.CODE for block in walk(f"{article}<pre>{WRAPPED}</pre>").blocks) == 1
