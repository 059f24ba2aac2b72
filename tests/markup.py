"""Markup of all kinds, and what the parser builds of it: for tests and `benchmarks.budget`."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from cleaner.budget import count_markup
from cleaner.budget.names import TABLE_PARTS
from cleaner.budget.sieve import Tags, closer_bounds, first_bounds
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


_STARTS = ("", "<!doctype html>", "<table>", "<svg>", "<select>", "<template>", "<p>", "<b c=1><i><font><u>")
_FEW_ATTRIBUTES = ("", "", " a=1", ' b="c"', " d")


def random_markup(random: Random) -> list[str]:
    """Pieces of markup: tags at random, few different ones over and over, or well nested ones with others between."""
    start = random.choice(_STARTS)
    if random.random() < 0.4:
        pool = []
        for _ in range(random.randint(1, 12)):
            pool.append("".join(_nested(random, random.randint(0, 4))))
            pool += [_piece(random)] * (random.random() < 0.5)
        return [start, *(random.choice(pool) for _ in range(random.randint(1, 25)))]
    kinds = random.choice((0, 4, 8, 15))
    pool = [_piece(random) for _ in range(kinds)]
    length = random.randint(1, random.choice((10, 25, 60)))
    return [start, *(random.choice(pool) if pool else _piece(random) for _ in range(length))]


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.45:
        return f"<{random.choice(NAMES)}{random.choice(_ATTRIBUTES)}>"
    return f"</{random.choice(NAMES)}>" if kind < 0.85 else random.choice(_ODD)


def _nested(random: Random, depth: int) -> list[str]:
    name, inner = random.choice(NAMES), []
    for _ in range(random.randint(0, 3) if depth else 0):
        inner += _nested(random, depth - 1) if random.random() < 0.85 else ["x"]
    return [f"<{name}{random.choice(_FEW_ATTRIBUTES)}>", *inner, f"</{name}>"]


def shortfall(markup: str) -> str:
    """Where the budget counts less than the parser builds of a page, or the sieve less than the exact scan; empty where
    it nowhere does.
    """
    page = markup.encode("utf-8", "replace")
    depth, nodes = built(page)
    counts, tags = count_markup(page), Tags.of(page)
    # Elements that have a tag of their own, or that a part of a table opens around itself.
    tagged = 3 + tags.tags + 2 * sum(tags.starts.get(name, 0) for name in TABLE_PARTS)
    bounds = [first_bounds(tags), *closer_bounds(page, tags)]
    steps = 0 if counts.crude else counts.steps
    least = {
        "depth of the scan": (depth, counts.depth),
        "elements of the scan": (nodes, counts.nodes),
        "depth of the sieve": (depth, min(bound.depth for bound in bounds)),
        "elements of the sieve": (nodes, tagged + min(bound.made for bound in bounds)),
        "steps of the sieve": (steps, min(bound.steps for bound in bounds)),
    }
    return "; ".join(f"{name}: {most} > {count}" for name, (most, count) in least.items() if most > count)


def shrink(pieces: list[str]) -> list[str]:
    """The pieces without those that a shortfall does not need."""
    size = len(pieces) // 2
    while size:
        at = 0
        while at < len(pieces):
            fewer = pieces[:at] + pieces[at + size :]
            if shortfall("".join(fewer)):
                pieces = fewer
            else:
                at += size
        size //= 2
    return pieces
