"""Formulas to text: MathML as people write it in a line, else the LaTeX that a picture of a formula has beside it.

The signs and figures keep their order, and no two figures run into each other: a power is raised (`10⁻⁴`, else
`x^(n+1)`), a fraction has a slash.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from cleaner.patterns import Pattern
from cleaner.segment.seams import LOWERED, RAISED, shifted

# Elements deeper than this are read as plain text (by hand).
_DEEPEST = 60
# What MathML holds beside what is shown.
_UNSHOWN = frozenset(("annotation", "annotation-xml", "maligngroup", "malignmark", "mphantom"))
_APPLIED, _INVISIBLE = "\u2061", Pattern(r"[\u2062-\u2064\u200b]")
_SET_SO = Pattern(r"\{\\(?:display|text|script)style\s+(.*)\}")
_SIMPLE = Pattern(r"\X|[\p{N}.,]+|\([^()]*\)")


def formula_in(node: LexborNode) -> str:
    """The text of the formula that an element draws: of the MathML in it, else of a picture; "" for none."""
    math = node.css_first("math")
    if math is not None:
        return formula(math)
    picture = node.css_first("img[alt]")
    return latex(picture.attributes.get("alt") or "") if picture is not None else ""


def latex(written: str) -> str:
    r"""LaTeX without what only tells how it is set.

    >>> latex(r"{\displaystyle x^{2}}")
    'x^{2}'
    """
    text = " ".join(written.split())
    inner = _SET_SO.fullmatch(text)
    return inner[1].strip() if inner else text


def formula(math: LexborNode) -> str:
    """The text of a `math` element, in one line."""
    return " ".join(_text(math, 0).split()) or latex(math.attributes.get("alttext") or "")


def _text(node: LexborNode, depth: int) -> str:
    if node.is_text_node:
        text = _INVISIBLE.sub("", node.text_content or "").strip()
        return " " if text == _APPLIED else text
    tag = node.tag or ""
    if tag in _UNSHOWN:
        return ""
    if tag == "mspace":
        return " "
    if depth > _DEEPEST or tag == "mtext":
        return node.text(deep=True) or ""
    texts = [_text(child, depth + 1) for child in node.iter(include_text=True) if not child.is_empty_text_node]
    if tag in ("msup", "mover") and len(texts) == 2:
        return texts[0] + _raised(texts[1], tag)
    if tag in ("msub", "munder") and len(texts) == 2:
        return texts[0] + _lowered(texts[1])
    if tag in ("msubsup", "munderover") and len(texts) == 3:
        return texts[0] + _lowered(texts[1]) + _raised(texts[2], tag)
    if tag == "mfrac" and len(texts) == 2:
        return f"{_grouped(texts[0])}/{_grouped(texts[1])}"
    if tag == "msqrt":
        return "√" + _grouped(_joined(texts))
    if tag == "mroot" and len(texts) == 2:
        return f"{_raised(texts[1], tag)}√{_grouped(texts[0])}"
    if tag == "mfenced":
        return f"{node.attributes.get('open') or '('}{', '.join(texts)}{node.attributes.get('close') or ')'}"
    return _SEPARATORS[tag].join(texts) if tag in _SEPARATORS else _joined(texts)


_SEPARATORS = {"mtable": "; ", "mtr": ", "}


def _joined(texts: Sequence[str]) -> str:
    """Texts one after another, with a space between two figures."""
    joined = ""
    for text in texts:
        joined += f" {text}" if joined[-1:].isdigit() and text[:1].isdigit() else text
    return joined


def _grouped(text: str) -> str:
    text = text.strip()
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _raised(text: str, tag: str) -> str:
    """A power, or what stands over a sign: an accent follows it."""
    if tag == "mover" and len(text.strip()) == 1 and not text.strip().isalnum():
        return text.strip()
    return shifted(text.strip(), RAISED) or f"^{_grouped(text)}"


def _lowered(text: str) -> str:
    return shifted(text.strip(), LOWERED) or f"_{_grouped(text)}"
