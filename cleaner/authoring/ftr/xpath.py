"""XPath as CSS, as far as the selectors of rule files can say it."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.authoring.ftr.predicates import join, quote, read_condition, tag
from cleaner.authoring.ftr.tokens import Tokens, UntranslatableError

_COMBINATORS = {
    "child": ">",
    "descendant": " ",
    "descendant-or-self": " ",
    "following-sibling": "~",
    "self": "",
    "parent": "parent",
}
# Characters of the longest expression that is read; the longest of 5,000 rules has some 700. By hand.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Translation:
    """Selectors that together say what an expression says. attribute: the attribute that it asks for, if any; own_text:
    whether it asks for the text of the element alone; first: whether it asks for the first such element of the page.
    """

    selectors: tuple[str, ...]
    attribute: str | None = None
    own_text: bool = False
    first: bool = False


def translate(expression: str) -> Translation:
    """Translate an expression. Raises `UntranslatableError` with the reason.

    >>> translate("//div[@id='a']//p[contains(@class, 'b')] | //meta[@name='d']").selectors
    ('div[id="a"] p[class*="b"]', 'meta[name="d"]')
    >>> translate("//a[@rel='author']/parent::span/@title").attribute
    'title'
    >>> translate("(//article)[1]").first
    True
    """
    if len(expression) > _LONGEST:
        raise UntranslatableError("no XPath")
    tokens = Tokens(expression.rstrip("; "))
    try:
        parts = [_path(tokens)]
        while tokens.take("|"):
            parts.append(_path(tokens))
    except RecursionError:  # hundreds of brackets in each other
        raise UntranslatableError("no XPath") from None
    if not tokens.ended:
        raise UntranslatableError("no XPath")
    first = parts[0]
    if any((part.attribute, part.own_text) != (first.attribute, first.own_text) for part in parts):
        raise UntranslatableError("attributes and elements at once")
    selectors = tuple(dict.fromkeys(selector for part in parts for selector in part.selectors))
    return Translation(selectors, first.attribute, first.own_text, first.first and len(parts) == 1)


def _path(tokens: Tokens) -> Translation:
    if tokens.take("normalize-space", "(") or tokens.take("string", "("):
        inside = _path(tokens)
        tokens.need(")")
        return inside
    if tokens.take("("):
        return _bracketed(tokens)
    if tokens.take("id", "("):
        chains = [["[id=" + quote(tokens.next().text) + "]"]]
        tokens.need(")")
        return _steps(tokens, chains, "")
    if tokens.peek().kind == "name" and tokens.peek(1).text == "(":
        raise UntranslatableError(f"the function {tokens.peek().text}()")
    tokens.take(".") if tokens.peek(1).text in ("/", "//") else None
    return _steps(tokens, [[]], _separator(tokens) or ("html" if tokens.take("/") else " "))


def _bracketed(tokens: Tokens) -> Translation:
    """`(…)`, its number, and the steps behind it."""
    parts = [_path(tokens)]
    while tokens.take("|"):
        parts.append(_path(tokens))
    tokens.need(")")
    first = False
    while tokens.take("["):
        if tokens.peek().text == "1" and tokens.peek(1).text == "]":
            first = True
            tokens.next()
        else:
            raise UntranslatableError("a place in the page")
        tokens.need("]")
    selectors = tuple(selector for part in parts for selector in part.selectors)
    if tokens.sees("/") or tokens.sees("//"):
        if len(parts) > 1 or first or parts[0].attribute:
            raise UntranslatableError("steps behind a bracket")
        return _steps(tokens, [[selector] for selector in selectors], "")
    return Translation(selectors, parts[0].attribute, parts[0].own_text, first or parts[0].first)


def _separator(tokens: Tokens) -> str:
    return " " if tokens.take("//") else ""


def _steps(tokens: Tokens, chains: list[list[str]], combinator: str) -> Translation:
    """The steps of a path, as chains of compounds and combinators. chains: what stands before them."""
    own_text, attribute = False, None
    if not combinator and chains != [[]]:
        combinator = _separator(tokens) or (">" if tokens.take("/") else "end")
    while combinator != "end":
        if combinator == "html":
            combinator = ">" if chains != [[]] else " "
        if tokens.take("@") or tokens.take("attribute", "::"):
            attribute = tokens.next().text.lower()
            break
        if tokens.take("text", "(", ")"):
            own_text = True
            break
        chains = _step(tokens, chains, combinator)
        combinator = _separator(tokens) or (">" if tokens.take("/") else "end")
    selectors = tuple("".join(chain) for chain in chains)
    if not all(selectors):
        raise UntranslatableError("no XPath")
    return Translation(selectors, attribute, own_text)


def _step(tokens: Tokens, chains: list[list[str]], combinator: str) -> list[list[str]]:
    """One step behind chains of compounds and combinators."""
    if tokens.take(".."):
        return _parents(chains, "*")
    if tokens.take("."):
        return chains
    name = tokens.next()
    if tokens.take("::"):
        if name.text not in _COMBINATORS:
            if name.text == "preceding-sibling" and tokens.sees("*", "[", "1", "]"):
                for _ in range(4):
                    tokens.next()
                return [[*chain[:-1], f"{_conditions(tokens, '*')}:has(+ {chain[-1]})"] for chain in _single(chains)]
            raise UntranslatableError(f"the axis {name.text}")
        combinator = _COMBINATORS[name.text] if combinator != " " or name.text == "parent" else " "
        name = tokens.next()
    if name.kind != "name" and name.text != "*":
        raise UntranslatableError("no XPath")
    if tokens.take("(", ")"):
        if name.text != "node":
            raise UntranslatableError("comments" if name.text == "comment" else f"the function {name.text}()")
    elif tokens.sees("("):
        raise UntranslatableError(f"the function {name.text}()")
    if combinator == "~" and name.text == "*" and tokens.take("[", "1", "]"):
        combinator = "+"
    before, around = _before(tokens)
    compound = _conditions(tokens, tag(name.text) or "*")
    if combinator == "parent":
        return _parents(chains, compound)
    if combinator == "":
        return [[*chain[:-1], join(chain[-1], compound)] for chain in chains if chain]
    return [_longer(chain, combinator, before, around, compound) for chain in chains]


def _longer(chain: list[str], combinator: str, before: str, around: str, compound: str) -> list[str]:
    if before:
        return [*_longer(chain, combinator, "", "", before), " ~ ", compound]
    if around:
        if chain:
            raise UntranslatableError("what else stands in or around the element")
        return [around, " ", compound]
    if not chain:
        return [compound]
    return [*chain, " " if combinator == " " else f" {combinator} ", compound]


def _before(tokens: Tokens) -> tuple[str, str]:
    """What `[preceding-sibling::x]` and `[ancestor::x]` ask to stand before and around an element."""
    if tokens.take("[", "preceding-sibling", "::"):
        before = _conditions(tokens, tag(tokens.next().text) or "*")
        tokens.need("]")
        return before, ""
    if tokens.take("[", "ancestor", "::"):
        around = _conditions(tokens, tag(tokens.next().text) or "*")
        tokens.need("]")
        return "", around
    return "", ""


def _conditions(tokens: Tokens, compound: str) -> str:
    while tokens.take("["):
        compound = join(compound, read_condition(tokens))
        tokens.need("]")
    return compound


def _parents(chains: list[list[str]], parent: str) -> list[list[str]]:
    """The parents of what chains hit."""
    found = []
    for chain in _single(chains):
        has = f":has(> {chain[-1]})"
        if len(chain) == 1:
            found.append([parent + has])
            continue
        combinator = chain[-2].strip()
        if combinator == ">":
            found.append([*chain[:-3], join(chain[-3], parent) + has])
        elif not combinator:
            found.append([*chain[:-1], parent + has])
            # The element around it may be the parent itself.
            found.append([*chain[:-3], join(chain[-3], parent) + has])
        else:
            raise UntranslatableError("the parent of a sibling")
    return found


def _single(chains: list[list[str]]) -> list[list[str]]:
    if any(not chain for chain in chains):
        raise UntranslatableError("no XPath")
    return chains
