"""The conditions of an XPath step (`[…]`) as CSS: a string of simple selectors, all of which must hold."""

from __future__ import annotations

from cleaner.authoring.ftr.tokens import Tokens, UntranslatableError

_TEXT_FUNCTIONS = frozenset(("text", "string", "string-length", "count", "translate", "substring", "matches"))
_AROUND = "what else stands in or around the element"
_COMPARISONS = frozenset(("=", "!=", "<", ">", "<=", ">="))


def read_condition(tokens: Tokens) -> str:
    """A condition up to its closing bracket. Raises `UntranslatableError`.

    >>> read_condition(Tokens("@id='a' or not(contains(@class, 'b'))"))
    ':is([id="a"],:not([class*="b"]))'
    """
    parts = [_all(tokens)]
    while tokens.take("or"):
        parts.append(_all(tokens))
    return parts[0] if len(parts) == 1 else f":is({','.join(parts)})"


def _all(tokens: Tokens) -> str:
    parts = [_one(tokens)]
    while tokens.take("and"):
        parts.append(_one(tokens))
    # A tag stands before all else.
    return "".join(sorted(parts, key=lambda part: not (part[:1].isalpha() or part[:1] == "*")))


def _one(tokens: Tokens) -> str:
    if tokens.take("not", "("):
        inside = read_condition(tokens)
        tokens.need(")")
        return f":not({inside})"
    if tokens.take("("):
        inside = read_condition(tokens)
        tokens.need(")")
        return inside
    if tokens.take("self", "::"):
        return tag(tokens.next().text)
    if tokens.take("name", "(", ")", "=") or tokens.take("local-name", "(", ")", "="):
        return tag(tokens.next().text)
    for function, sign in (("contains", "*="), ("starts-with", "^="), ("ends-with", "$=")):
        if tokens.take(function, "("):
            return _function(tokens, sign)
    if tokens.sees("@") or tokens.sees("normalize-space", "(") or tokens.sees("concat", "("):
        attribute, spaced = _attribute(tokens)
        return _comparison(tokens, attribute, spaced)
    return _child(tokens)


def _function(tokens: Tokens, sign: str) -> str:
    attribute, spaced = _attribute(tokens)
    tokens.need(",")
    value = _string(tokens)
    tokens.need(")")
    if spaced and sign == "*=":
        return _word(attribute, value)
    # Anything holds the empty string.
    return f"[{attribute}{sign}{quote(value)}]" if value else f"[{attribute}]"


def _word(attribute: str, value: str) -> str:
    """That an attribute's words, with spaces around them, hold a value."""
    bare = value.strip()
    if not bare:
        return f"[{attribute}]"
    if value.startswith(" ") and value.endswith(" ") and not any(char.isspace() for char in bare):
        return f"[{attribute}~={quote(bare)}]"
    if value.startswith(" ") and not value.endswith(" "):
        return f":is([{attribute}^={quote(bare)}],[{attribute}*={quote(' ' + bare)}])"
    if value.endswith(" ") and not value.startswith(" "):
        return f":is([{attribute}$={quote(bare)}],[{attribute}*={quote(bare + ' ')}])"
    return f"[{attribute}*={quote(bare)}]"


def _comparison(tokens: Tokens, attribute: str, spaced: bool) -> str:
    sign = tokens.peek().text if tokens.peek().kind == "sign" else ""
    if sign not in _COMPARISONS:
        return f"[{attribute}]"
    tokens.next()
    value = tokens.next() if tokens.peek().kind == "number" else None
    text = value.text if value else _string(tokens)
    if sign == "=":
        return f"[{attribute}={quote(text.strip() if spaced else text)}]"
    if sign == "!=":
        return f"[{attribute}]:not([{attribute}={quote(text)}])"
    raise UntranslatableError("numbers are compared")


def _attribute(tokens: Tokens) -> tuple[str, bool]:
    """The name of an attribute, and whether its words are taken with spaces around them."""
    if tokens.take("normalize-space", "("):
        name, _ = _attribute(tokens)
        tokens.need(")")
        return name, False
    if tokens.take("concat", "("):
        _string(tokens)
        tokens.need(",")
        name, _ = _attribute(tokens)
        tokens.need(",")
        _string(tokens)
        tokens.need(")")
        return name, True
    if not tokens.take("@"):
        raise UntranslatableError(_why_no_attribute(tokens))
    if tokens.peek().kind != "name" or ":" in tokens.peek().text or "." in tokens.peek().text:
        raise UntranslatableError("any attribute, or one of another namespace")
    return tokens.next().text.lower(), False


def _string(tokens: Tokens) -> str:
    token = tokens.next()
    if token.kind != "string":
        raise UntranslatableError("no XPath")
    return token.text


def _child(tokens: Tokens) -> str:
    """That an element has a child: `[a]` or `[a[@href]]`."""
    tokens.take("child", "::") or tokens.take(".", "/")
    token = tokens.peek()
    if token.kind == "number" or token.text in ("last", "position"):
        raise UntranslatableError("a place among siblings")
    if tokens.sees(".", "//"):
        raise UntranslatableError(_AROUND)
    if token.text in _TEXT_FUNCTIONS or token.text == "." or (token.kind == "sign" and token.text not in ("*", "//")):
        raise UntranslatableError(_why_no_attribute(tokens))
    if token.text == "//" or tokens.peek(1).text == "::":
        raise UntranslatableError(_AROUND)
    name = tag(tokens.next().text)
    if tokens.sees("("):
        raise UntranslatableError(f"the function {token.text}()")
    compound = name
    while tokens.take("["):
        inside = read_condition(tokens)
        compound = join(compound, inside)
        tokens.need("]")
    if tokens.sees("/") or tokens.sees("//"):
        raise UntranslatableError(_AROUND)
    if tokens.peek().text in _COMPARISONS:
        raise UntranslatableError("the element's text")
    return f":has(> {compound})"


def _why_no_attribute(tokens: Tokens) -> str:
    token = tokens.peek()
    if token.text in (".", "text", "string", "@") or token.text in _TEXT_FUNCTIONS:
        return "the element's text"
    return "the text of another element" if token.kind == "name" else "no XPath"


def tag(name: str) -> str:
    """A tag as CSS has it. Raises `UntranslatableError` for one of another namespace."""
    if ":" in name or "." in name:
        raise UntranslatableError("an element of another namespace")
    return "" if name == "node" else name.lower()


def join(compound: str, condition: str) -> str:
    """A compound selector and a condition on the same element. Raises `UntranslatableError` for two other tags."""
    if condition[:1].isalpha() or condition[:1] == "*":
        name = next((n for n, char in enumerate(condition) if char in "[:.#"), len(condition))
        own, rest = condition[:name], condition[name:]
        if compound[:1] == "*":
            return own + compound[1:] + rest
        if not compound[:1].isalpha():
            return own + compound + rest
        if own != "*" and not (compound.startswith(own) and compound[len(own) : len(own) + 1] in ("", "[", ":")):
            raise UntranslatableError("an element of two tags")
        return compound + rest
    return compound + condition


def quote(value: str) -> str:
    """A value as CSS quotes it. Raises `UntranslatableError` for one that holds a line end."""
    if "\n" in value:
        raise UntranslatableError("no XPath")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
