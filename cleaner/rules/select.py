"""Which elements a rule set's selector hits, in time linear in the page.

The parser's own search takes `a b` and `a ~ b` by trying every ancestor or sibling of every element: 20,000 siblings
take 7 s, and `a b c` in 2,500 nested elements 15 s (measured on selectolax 1.0.2). Here each element of a chain is
searched alone, the last one first, and each node is asked once what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleaner.rules.selectors import Chain, Step, chains

# Combinators for which the parser asks one other element alone.
_NEAR = frozenset(("", ">", "+"))


def select(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements that a selector hits, in the order of the page."""
    found = chains(selector)
    if all(step.combinator in _NEAR for chain in found for step in chain):
        return _css(parser, selector)
    per_chain = [hits for chain in found if (hits := _hits(parser, chain))]
    if len(per_chain) < 2:
        return per_chain[0] if per_chain else []
    wanted = {node.mem_id for hits in per_chain for node in hits}
    ordered = {node.mem_id: node for node in _css(parser, ", ".join(chain[-1].compound for chain in found))}
    return [node for name, node in ordered.items() if name in wanted]


def has(parser: LexborHTMLParser, selector: str) -> bool:
    """Whether a page has an element that a selector hits."""
    if all(step.combinator in _NEAR for chain in chains(selector) for step in chain):
        return bool(parser.css_matches(selector))
    return bool(select(parser, selector))


def _css(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return parser.css(selector)
    except SelectolaxError:  # checked when the rule set was loaded; the tree here may still be one without a root
        return []


def _hits(parser: LexborHTMLParser, chain: Chain) -> list[LexborNode]:
    """The elements that a chain hits: those of its last step that stand as they must to those of the steps before."""
    nodes = _css(parser, chain[-1].compound)
    if len(chain) == 1 or not nodes:
        return nodes
    before = {node.mem_id for node in _hits(parser, chain[:-1])}
    return _standing(nodes, chain[-1], before) if before else []


def _standing(nodes: Iterable[LexborNode], step: Step, before: set[int]) -> list[LexborNode]:
    """Those of a step's elements that stand to one of `before` as the step's combinator says."""
    if step.combinator == ">":
        return [node for node in nodes if (parent := node.parent) is not None and parent.mem_id in before]
    if step.combinator == "+":
        return [node for node in nodes if (beside := _element_before(node)) is not None and beside.mem_id in before]
    known: dict[int, bool] = {}
    return [node for node in nodes if _is_behind(node, step.combinator, before, known)]


def _is_behind(node: LexborNode, combinator: str, before: set[int], known: dict[int, bool]) -> bool:
    """Whether one of `before` stands around an element (or, for `~`, before it under one parent). What is found of the
    elements on the way is kept in `known`.
    """
    way: list[int] = []
    hit = False
    at = node.parent if combinator == " " else _element_before(node)
    while at is not None:
        name = at.mem_id
        if name in before:
            hit = True
            break
        if name in known:
            hit = known[name]
            break
        way.append(name)
        at = at.parent if combinator == " " else _element_before(at)
    known.update(dict.fromkeys(way, hit))
    return hit


def _element_before(node: LexborNode) -> LexborNode | None:
    at = node.prev
    while at is not None and not at.is_element_node:
        at = at.prev
    return at
