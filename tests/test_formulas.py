"""Formulas by example: MathML, and what pages that draw their formulas have beside it."""

from __future__ import annotations

import pytest

from cleaner.segment import parse_html, segment_html
from cleaner.segment.formulas import formula

WEAR = (
    "<math alttext='1.33\\times 10^{-4}'><semantics><mrow><mn>1.33</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>-</mo>"
    "<mn>4</mn></mrow></msup></mrow><annotation encoding='application/x-tex'>1.33\\times 10^{-4}</annotation>"
    "</semantics></math>"
)


@pytest.mark.parametrize(
    ("math", "text"),
    [
        ("<mi>n</mi>", "n"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
        ("<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>", "x^(n+1)"),
        ("<msub><mi>x</mi><mn>1</mn></msub>", "x₁"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i²"),
        ("<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"),
        ("<mn>2</mn><mo>\u2062</mo><mn>3</mn>", "2 3"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mrow><mn>2</mn><mo>\u2062</mo><mi>c</mi></mrow></mfrac>",
         "(a+1)/(2c)"),
        ("<msqrt><mn>2</mn></msqrt><mo>≈</mo><mn>1.41</mn>", "√2≈1.41"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x¯"),
        ("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>", "∑_(i=1)^n"),
        ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi>", "sin x"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
         "1, 2; 3"),
        ("<mn>1</mn><mtext> if </mtext><mi>x</mi>", "1 if x"),
        ("\n <mrow>\n <mn>1</mn>\n <mo>+</mo>\n <mn>1</mn> </mrow>\n", "1+1"),
        ("<mphantom><mn>7</mn></mphantom><mn>8</mn>", "8"),
        ("<mrow>" * 90 + "<mn>1</mn>" + "</mrow>" * 90, "1"),
    ],
)  # fmt: skip
def test_mathml_is_written_in_a_line(math: str, text: str) -> None:
    node = parse_html(f"<math>{math}</math>").css_first("math")
    assert node is not None and formula(node) == text


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (WEAR, "1.33×10⁻⁴"),
        (f"<span class=katex><span class=katex-mathml>{WEAR}</span><span class=katex-html aria-hidden=true>"
         "1.33×10−4</span></span>", "1.33×10⁻⁴"),
        (f"<span class=MathJax><nobr aria-hidden=true>1.33×10−4</nobr><span class=MJX_Assistive_MathML>{WEAR}</span>"
         "</span><script type='math/tex'></script>", "1.33×10⁻⁴"),
        (f"<mjx-container class=MathJax><mjx-math aria-hidden=true></mjx-math><mjx-assistive-mml>{WEAR}"
         "</mjx-assistive-mml></mjx-container>", "1.33×10⁻⁴"),
        (f"<span class=mwe-math-element><span style='display: none;'>{WEAR}</span><img alt='1.33' src=a></span>",
         "1.33×10⁻⁴"),
        ("<span class=mwe-math-element><img alt='{\\displaystyle x^{2}}' src=a></span>", "x^{2}"),
        ("<img class=latex alt='x^2' src=a>", "x^2"),
        ("<script type='math/tex'>x^2</script>", "x^2"),
        ("<math alttext='x^2'></math>", "x^2"),
        ("<span class=tex>T<sub>E</sub>X</span>", "TEX"),
        ("<img class=photo alt='A ship' src=a>", ""),
    ],
)  # fmt: skip
def test_a_formula_stands_once_in_its_sentence(drawn: str, text: str) -> None:
    (block,) = segment_html(parse_html(f"<p>It grows by {drawn} a year.</p>"), {}).blocks
    assert block.text == " ".join(f"It grows by {text} a year.".split())


def test_a_formula_stands_in_a_cell_and_a_hidden_one_nowhere() -> None:
    page = segment_html(parse_html(f"<table><tr><td>North</td><td>{WEAR}</td></tr></table>"), {})
    assert [block.text for block in page.blocks] == ["North | 1.33×10⁻⁴"]
    page = segment_html(parse_html(f"<p>It grows<span hidden>{WEAR}</span>.</p>"), {})
    assert [block.text for block in page.blocks] == ["It grows."]
