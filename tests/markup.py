"""Markup of all kinds, and what the parser builds of it: for tests and `benchmarks.budget`."""

from __future__ import annotations

from hypothesis import strategies as st

from cleaner.segment.parse import LexborHTMLParser

NAMES = (
    "a b i em font nobr p div span ul li dl dd dt h1 h2 table tr td th tbody caption colgroup col select option "
    "optgroup button form object marquee applet template svg g desc math mi mtext title style textarea script noscript "
    "ruby rt rb x:y x.y br hr img input pre section dialog center foreignObject annotation-xml frameset noframes "
    "plaintext body html iframe xmp head mglyph rtc rp address"
).split()
_ATTRIBUTES = (
    "", "", "", " a=1", ' a="<b>"', " a='</b>'", " color=red", " c=2", "/", " encoding=text/html", " a=x/", ' "',
    " a b=", " a=&amp;", ' a="&"',
)  # fmt: skip
_ODD = (
    "<!--", "-->", "<!-->", "</", "<![CDATA[", "]]>", "<?x>", "<!doctype html>", "</p>", "</br>", '"', "'", "<", ">",
    "=", "<!--</b>-->", "x", " ", "--!>", "\0",
)  # fmt: skip
_TAGS = st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(_ATTRIBUTES))
_ENDS = st.builds("</{}>".format, st.sampled_from(NAMES))
_PIECES = st.one_of(_TAGS, _TAGS, _ENDS, _ENDS, st.sampled_from(_ODD))
_RUNS = st.builds(lambda pieces, times: "".join(pieces) * times, st.lists(_PIECES, max_size=25), st.integers(1, 5))
MARKUP = st.builds(
    lambda start, run: start + run, st.sampled_from(("", "<!doctype html>", "<table>", "<svg>")), _RUNS
) | st.text("<>/!-=\"' abp\0", max_size=60)


def built(page: bytes, most: int = 10**9) -> tuple[int, int]:
    """How deep the elements of the parser's tree stand in each other, and how many there are: fails over `most`."""
    root = LexborHTMLParser(page, options=1, scripting=True).root
    deepest = nodes = 0
    waiting = [(root, 1)] if root is not None else []
    while waiting:
        node, depth = waiting.pop()
        while node is not None:
            if node.is_element_node:
                nodes += 1
                deepest = max(deepest, depth)
            if nodes > most:
                raise AssertionError(f"over {most:,} elements")
            if node.child is not None:
                waiting.append((node.child, depth + 1))
            node = node.next
    return deepest, nodes
