"""The walk over HTML by example: blocks, their kinds, their runs and their places."""

from __future__ import annotations

import pytest

from cleaner.labels import Reason, Role
from cleaner.model import Mark, Page, Style
from cleaner.options import Limits
from cleaner.segment import parse_html, read_raw, segment_html, segment_text


def walk(html: str, marks: dict[str, Mark] | None = None) -> Page:
    parser = parse_html(html)
    by_node = {node.mem_id: mark for selector, mark in (marks or {}).items() for node in parser.css(selector)}
    return segment_html(parser, by_node)


def texts(html: str) -> list[str]:
    return [block.text for block in walk(html).blocks]


def kinds(html: str) -> list[tuple[str, str]]:
    return [(str(block.form), block.text) for block in walk(html).blocks]


def test_blocks_end_where_block_elements_begin_and_end() -> None:
    assert texts("<div>a<p>b</p>c<section>d</section></div>e") == ["a", "b", "c", "d", "e"]
    assert texts("<p>one <b>two</b><i>three</i> four</p>") == ["one twothree four"]


def test_a_break_is_a_newline_and_two_are_a_paragraphs_end() -> None:
    assert texts("<p>a<br>b</p>") == ["a\nb"]
    assert texts("<div>a<br><br>b<br> <br/>c</div>") == ["a", "b", "c"]


def test_kinds_follow_the_elements() -> None:
    assert kinds("<h2>h</h2><ul><li>i</li></ul><blockquote><p>q</p></blockquote><pre>c\n  "
        "d</pre><figcaption>f</figcaption>") == [
        ("heading", "h"), ("list_item", "i"), ("quote", "q"), ("code", "c\n  d"), ("caption", "f"),
    ]  # fmt: skip


def test_rows_are_blocks_and_a_table_for_layout_is_none() -> None:
    assert kinds("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>") == [
        ("table_row", "a | b"),
        ("table_row", "1 | 2"),
    ]
    assert kinds("<table><tr><td><p>one</p><p>two</p></td></tr></table>") == [
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]
    assert kinds("<table><tr><td>one<br><br>two</td></tr></table>") == [("paragraph", "one"), ("paragraph", "two")]


def test_cells_before_a_block_in_their_row_are_paragraphs() -> None:
    page = "<table><tr><td><a href=/>Home</a><br>Links</td><td><h1>The ferry</h1><p>It sailed.</p></td></tr></table>"
    made = segment_html(parse_html(page), {}).blocks
    assert [(block.text, block.form) for block in made] == [
        ("Home\nLinks", Role.PARAGRAPH), ("The ferry", Role.HEADING), ("It sailed.", Role.PARAGRAPH)
    ]  # fmt: skip


def test_paragraphs_in_a_table_for_layout_stand_apart_and_a_table_within_is_a_table_of_its_own() -> None:
    long = (
        "A paragraph in a table that serves for layout: it is longer than any cell that holds data would be, and "
        "has the row to itself."
    )
    blocks = walk(
        f"<table><tr><td><p>{long}</p><p>{long}</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
    ).blocks
    assert [(str(block.form), block.group >= 0) for block in blocks] == [
        ("paragraph", False),
        ("paragraph", False),
        ("table_row", True),
    ]


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<script src='a.js' /><p>a</p>", ["a"]),
        ("<p>a <i class='icon' />b</p><p>c</p>", ["a b", "c"]),
        ("<p><![CDATA[a < b & c]]></p>", ["a < b & c"]),
        ("<script>//<![CDATA[\nx\n//]]></script><p>a<br/>b</p>", ["a\nb"]),
        ("<p>a</p><![CDATA[ without end", ["a"]),
    ],
)
def test_xhtml_is_read_as_its_author_meant_it(xml: str, shown: list[str]) -> None:
    page = segment_html(parse_html(f'<?xml version="1.0"?><html><body>{xml}</body></html>'.encode()), {})
    assert [(block.text, block.styled) for block in page.blocks] == [(text, None) for text in shown]


def test_an_anchor_without_an_address_is_no_link() -> None:
    (block,) = walk("<p><a name='top'/>There is nowhere to go from here.</p>").blocks
    assert block.links == 0


def test_scripts_styles_and_templates_are_no_text() -> None:
    page = walk(
        "<p>a</p><script>b</script><style>c</style><template>d</template><noscript><p>e</p></noscript><script "
        'type="application/ld+json">{"f": 1}</script>'
    )
    assert [block.text for block in page.blocks] == ["a"]


PROSE = "<p>" + "What a page shows to nobody who has scripts, it may show to those who have none. " * 5 + "</p>"


def raw(html: str) -> Page:
    parser = parse_html(html)
    return read_raw(segment_html(parser, {}), parser, {}, Limits())


def test_noscript_and_noframes_are_read_where_a_page_shows_next_to_nothing_else() -> None:
    page = raw(f"<h1>h</h1><div><noscript>{PROSE}<p>b</p></noscript></div><p>c</p>")
    assert [block.text[:6] for block in page.blocks] == ["h", "What a", "b", "c"]
    assert (
        page.elements.path(page.blocks[2].element)
        == "html > body:nth-child(2) > div:nth-child(2) > noscript:nth-child(1)"
    )
    assert [
        block.text[:6]
        for block in raw(f"<html><frameset><frame src=a><noframes><body>{PROSE}</body></noframes></frameset>").blocks
    ] == ["What a"]


def test_noscript_is_not_read_where_the_page_shows_its_text_or_where_it_holds_little() -> None:
    assert len(raw(f"{PROSE}{PROSE}<noscript>{PROSE}</noscript>").blocks) == 2
    assert [
        block.text for block in raw("<p>a</p><noscript><p>Switch on your scripts, please.</p></noscript>").blocks
    ] == ["a"]


def test_lists_and_tables_are_groups() -> None:
    blocks = walk("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p><ol><li>e</li></ol>").blocks
    assert [block.group >= 0 for block in blocks] == [True, True, True, False, True]
    assert blocks[0].group == blocks[2].group != blocks[4].group


def test_linked_characters_are_counted_and_styles_kept() -> None:
    (block,) = walk('<p>go <a href="/x">there <b>now</b></a> or <em>stay</em></p>').blocks
    assert block.links == len("there now")
    assert block.styled is not None
    assert [(style, href) for _, style, href in block.styled[1]] == [
        (Style.LINK, "/x"), (Style.PLAIN, None), (Style.EMPHASIS, None), (Style.PLAIN, None),
    ]  # fmt: skip


def test_paths_lead_back_to_the_element() -> None:
    html = "<body><header>h</header><main><p>a</p><span><div><p>b</p></div></span><p>c</p></main></body>"
    parser, page = parse_html(html), walk(html)
    for block in page.blocks:
        (node,) = parser.css(page.elements.path(block.element))
        assert block.text in (node.text() or "")


def test_a_rule_strikes_a_span_out_of_a_paragraph_and_accounts_for_it() -> None:
    page = walk("<p>before <span class=x>struck</span> after</p>", {".x": Mark(Reason.SHARE, "site:share")})
    assert [block.text for block in page.blocks] == ["before after"]
    assert [(span.text, span.block, span.mark.label) for span in page.struck] == [("struck", 0, Reason.SHARE)]


def test_a_block_of_which_nothing_is_left_stays_whole_with_its_mark() -> None:
    page = walk("<p>a</p><p><span class=x>struck</span></p><p>b</p>", {".x": Mark(Reason.SHARE, "site:share")})
    assert [block.text for block in page.blocks] == ["a", "struck", "b"]
    assert page.inline_marks[1].label is Reason.SHARE


def test_how_a_word_is_read_is_struck_out_unless_brackets_stand_around_it() -> None:
    page = walk("<p><ruby>子<rt>こ</rt></ruby>ども<ruby>尹<rp>（</rp><rt>ユン</rt><rp>）</rp></ruby>氏</p>")
    assert [block.text for block in page.blocks] == ["子ども尹（ユン）氏"]
    assert [(span.text, span.mark.rule) for span in page.struck] == [("こ", "generic:ruby")]


def test_deep_pages_are_walked_without_recursion() -> None:
    assert texts("<div>" * 3000 + "x" + "</div>" * 3000) == ["x"]


def test_lines_of_text_know_their_place() -> None:
    text = "First line\r\n\r\n  - item\n\tsecond item  \n"
    page = segment_text(text, 100)
    assert [(block.line, text[block.start : block.end]) for block in page.blocks] == [
        (1, "First line"),
        (3, "- item"),
        (4, "second item"),
    ]
    assert page.blocks[1].form is Role.LIST_ITEM
    assert page.blocks[1].group == page.blocks[2].group >= 0


def test_lines_of_text_know_the_blank_lines_before_them_and_their_indentation() -> None:
    blocks = segment_text("\n  First\nSecond\n\n\n\t- item\n \n \u00a0Last", 100).blocks
    assert [(block.gap, block.indent) for block in blocks] == [(2, 2), (0, 0), (2, 4), (1, 2)]
