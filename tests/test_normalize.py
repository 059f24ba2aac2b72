"""Normalization: what ftfy would repair is repaired, at a fraction of its cost; the author's own signs stay; twice is
as good as once.
"""

from __future__ import annotations

import unicodedata

import ftfy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.labels import Role
from cleaner.model import Block
from cleaner.normalize import CONFIG, fix, may_change, normalize, normalize_text
from cleaner.options import Options

PLAIN = Options()
# What `fix` stands for: ftfy's repairs, and NFC.
NFC = CONFIG._replace(normalization="NFC")
SENTENCES = (
    "The minister’s aides said “no” — twice – and left… at £5 or €6 a head.",
    "Le président a déclaré samedi que l’économie était « fragile » à l’extrême ; voilà, ça suffit.",
    "Die Regierung kündigte größere Mittel für Städte an: „Schön wär’s“, hieß es in Österreich.",
    "El señor Núñez preguntó: ¿cuándo vendrá la niña? ¡Mañana!",
    "Rząd ogłosił w sobotę nowe środki; żaden poseł się nie sprzeciwił.",
    "Hükümet işletmeler için yeni önlemler açıkladı; şirketler ödenek aldı, İzmir’de ağaç.",
    "Правительство объявило о новых мерах — «поддержка» малого бизнеса.",
    "Η κυβέρνηση ανακοίνωσε νέα μέτρα για τις επιχειρήσεις· «ναι», είπε.",
    "أعلنت الحكومة يوم السبت عن إجراءات جديدة، وقال الوزير: «نعم».",
    "הממשלה הודיעה בשבת על צעדים חדשים לתמיכה בעסקים קטנים.",
    "政府は土曜日、新しい対策を発表した。「はい」と大臣は述べた。",
    "Chính phủ công bố các biện pháp mới hỗ trợ doanh nghiệp nhỏ.",
    "Ministri tha se ‘gjithçka’ është në rregull – 20 °C, ½ kg, №5, x² ± 3 µm, ©2019 Agency™.",
    "Emoji 👩‍👩‍👧 and ☕️, a naïve café, an œuvre, ﬁne ﬂour, ＦＵＬＬ　ＷＩＤＴＨ。",
)
MISREAD = (
    "latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso8859-2", "mac-roman", "cp437",
    "sloppy-windows-1252", "sloppy-windows-1251",
)  # fmt: skip
ODD = (
    "&amp; &lt; &#8217; &NotAnEntity; &AMP; \x00\x07\x0b\x0c\x1b[31m\x7f\x85\x93\x94\x9d\u2028\u2029"
    "\ufeff\ufffd\ufffc\u206a\U000e0041\ud83d\ude00\r\n\r Â  Ã ? <b>"
)


@st.composite
def mojibake(draw: st.DrawFn) -> str:
    """A sentence, or a piece of one, whose UTF-8 was read in some other encoding once or twice, with stray signs around
    it.
    """
    text = draw(st.sampled_from(SENTENCES))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, len(text)))]
    for encoding in draw(st.lists(st.sampled_from(MISREAD), max_size=2)):
        text = text.encode("utf-8", "replace").decode(encoding, draw(st.sampled_from(("replace", "ignore"))))
    if draw(st.booleans()):
        text = text.replace("\xa0", " ")
    before, after = draw(st.text(st.sampled_from(ODD), max_size=4)), draw(st.text(st.sampled_from(ODD), max_size=4))
    return (
        before + text + draw(st.sampled_from(("", " and ", "\n"))) + draw(st.sampled_from(("", *SENTENCES[:3]))) + after
    )


@pytest.mark.slow
@settings(max_examples=800, deadline=None)
@given(mojibake() | st.text(max_size=60) | st.text(st.sampled_from(ODD + "".join(SENTENCES)), max_size=30))
@example("Foo:\nÂ bar")
@example("Ã la mode")
@example("\x93quoted\x94")
def test_the_cheap_test_never_spares_what_ftfy_would_change(text: str) -> None:
    assert fix(text) == ftfy.fix_text(text, NFC)


@pytest.mark.parametrize("encoding", MISREAD)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_whole_sentences_misread_in_one_encoding(sentence: str, encoding: str) -> None:
    broken = sentence.encode().decode(encoding, "replace")
    assert fix(broken) == ftfy.fix_text(broken, NFC)


@pytest.mark.slow
def test_every_pair_of_signs_beyond_ascii_that_an_old_encoding_has() -> None:
    signs = sorted({char for name in MISREAD for char in bytes(range(0x80, 0x100)).decode(name, "ignore")})
    spared = ("".join(pair) for first in signs for pair in ((first, second) for second in (" ", "?", *signs)))
    missed = [text for text in spared if not may_change(text) and ftfy.fix_text(text, NFC) != text]
    assert not missed


@pytest.mark.parametrize("sentence", SENTENCES[:7])
def test_plain_prose_is_not_given_to_ftfy(sentence: str) -> None:
    assert not may_change(sentence)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(mojibake() | st.text(max_size=60), st.booleans(), st.booleans(), st.booleans())
@example("＆ａｍｐ；ｌｔ；", True, False, False)
@example("ａ　　ｂ　", True, False, False)
def test_twice_is_as_good_as_once(text: str, narrow: bool, straight: bool, code: bool) -> None:
    options = Options(narrow_width=narrow, straight_quotes=straight)
    once = normalize_text(text, options, code=code)
    assert normalize_text(once, options, code=code) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("The minister said itâ€™s over", "The minister said it’s over"),
        ("cafe\u0301", "café"),
        ("ten\u00a0o'clock\u202fin\u2009the\u3000morning", "ten o'clock in the morning"),
        ("  two  spaces\tand a tab ", "two spaces and a tab"),
        ("soft\u00adhyphen, zero\u200bwidth, word\u2060joiner, \ufeffmark", "softhyphen, zerowidth, wordjoiner, mark"),
        ("bell\x07 and null\x00", "bell and null"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("lines \n of\nverse", "lines\nof\nverse"),
        ("it\x92s", "it’s"),
        ("half a pair \ud83d", "half a pair \ufffd"),
    ],
)
def test_what_a_machine_broke_is_repaired(raw: str, clean: str) -> None:
    assert normalize_text(raw, PLAIN) == clean


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” ‘quotes’ „and“ «others»",
        "an en – dash, an em — dash, an ellipsis…",
        "ＦＵＬＬ ｗｉｄｔｈ、全角（かっこ）",
        "ﬁne ﬂour, Ĳssel",
        "x² + ½ ≠ №5 ™",
        "می‌خواهم",  # Persian: ZWNJ
        "क्‍ष",  # Hindi: ZWJ
        "👩‍👩‍👧 ❤️‍🔥",
        "שלום \u200fעולם",  # a direction mark
    ],
)
def test_what_an_author_chose_stays(text: str) -> None:
    assert normalize_text(text, PLAIN) == text


def test_joiners_go_where_no_script_needs_them() -> None:
    assert normalize_text("zero\u200cwidth\u200d non-joiners\u200c", PLAIN) == "zerowidth non-joiners"


def test_options_ask_for_straight_quotes_and_narrow_forms() -> None:
    assert normalize_text("“It’s ＡＢＣ”", Options(straight_quotes=True)) == '"It\'s ＡＢＣ"'
    assert normalize_text("“It’s ＡＢＣ”", Options(narrow_width=True)) == "“It’s ABC”"


def test_code_keeps_its_white_space_and_entities() -> None:
    code = "if a:\n    return  1\n\n\tb = '&amp;'"
    assert normalize_text(code, PLAIN, code=True) == code
    assert normalize_text("\na\u00a0= 1\r\n", PLAIN, code=True) == "a = 1"


def test_each_block_is_normalized_by_its_kind() -> None:
    blocks = [Block("two  spaces"), Block("two  spaces", Role.CODE)]
    normalize(blocks, PLAIN)
    assert [block.text for block in blocks] == ["two spaces", "two  spaces"]


@pytest.mark.parametrize("text", ["• Home", "•", "• a  b", "• Tom &amp; Ann", "• caf\u00c3\u00a9", "• x "])
def test_a_bullet_is_no_reason_to_look_closer(text: str) -> None:
    block = Block(text)
    normalize([block], Options())
    assert block.text == normalize_text(text, Options())
