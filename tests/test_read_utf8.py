"""Damaged UTF-8 is UTF-8, and an old charset is not."""

from __future__ import annotations

import random

import pytest

from tests.charsets import (
    ARABIC,
    CHINESE,
    ENGLISH,
    JAPANESE,
    KOREAN,
    POLISH,
    RUSSIAN,
    TRADITIONAL,
    decoded,
)


def test_torn_characters_do_not_make_utf_8_something_else() -> None:
    torn = (ENGLISH * 3).encode().replace("ü".encode(), b"\xc3", 1)
    text, encoding, _ = decoded(torn)
    assert encoding == "utf-8"
    assert text == (ENGLISH * 3).replace("ü", "\ufffd", 1)


STORY = (
    "The owner of Müller’s said on Monday that the harbour stays open – “for good”. It was closed in März after the "
    "storm, and its café was flooded… "
)


@pytest.mark.parametrize("text", [STORY, RUSSIAN, ARABIC, JAPANESE, CHINESE, KOREAN, POLISH])
@pytest.mark.parametrize("head", ["", "<meta charset=utf-8><p>"])
def test_text_may_be_cut_off_anywhere(text: str, head: str) -> None:
    data = (head + text).encode()
    for end in range(len(head) + 13, len(data)):
        whole = data[:end].decode(errors="ignore")
        text, encoding, origin = decoded(data[:end])
        assert (text.removesuffix("\ufffd"), encoding) == (whole, "utf-8")
        assert origin == ("declared" if head else "utf-8")


@pytest.mark.parametrize("text", [STORY * 2, RUSSIAN, ARABIC, JAPANESE, CHINESE, KOREAN, POLISH])
def test_a_stray_byte_costs_one_sign(text: str) -> None:
    dice = random.Random(text)
    for _ in range(200):
        at, byte = dice.randrange(8, len(text)), bytes([dice.randrange(0x80, 0x100)])
        read, encoding, _ = decoded(text[:at].encode() + byte + text[at:].encode())
        assert (read[:at], read[at + 1 :], encoding) == (text[:at], text[at:], "utf-8")


@pytest.mark.parametrize("torn", [b"\xe2\x80", b"\xe2", b"\xf0\x9f\x98", b"\xc3", b"\xc3\n"])
def test_text_whose_first_sign_beyond_ascii_is_cut_off_is_utf_8(torn: bytes) -> None:
    end = "\n" if torn.endswith(b"\n") else ""
    assert decoded(b"The mayor of the harbour town said" + torn) == (
        f"The mayor of the harbour town said\ufffd{end}",
        "utf-8",
        "utf-8",
    )


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        (b"it\x92s", "it’s"),
        (b"\x93No\x94", "“No”"),
        (b"1990 \x96 95", "1990 – 95"),
        (b"well\x85", "well…"),
        (b"caf\xe9 ", "café "),
        (b"\xc9douard", "Édouard"),
        (b"na\xefve", "naïve"),
        (b"fa\xe7ade", "façade"),
    ],
)
def test_a_byte_that_is_plainly_of_windows_1252_is_read_so(damaged: bytes, mended: str) -> None:
    assert decoded(STORY.encode() + damaged + STORY.encode()) == (STORY + mended + STORY, "utf-8", "utf-8")


@pytest.mark.parametrize(
    ("damaged", "shown"),
    [
        (b"M\xc3ller", "M\ufffdller"),  # ü was torn
        (b"it\xe2s", "it\ufffds"),  # an apostrophe was
        (b"it\xe2\x80s", "it\ufffds"),
        (b"2 \xff 3", "2 \ufffd 3"),
        (b"\xff\xfe.", "\ufffd\ufffd."),
        (b"2 \xd7 3", "2 \ufffd 3"),
    ],
)
def test_other_bytes_become_the_sign_that_browsers_show(damaged: bytes, shown: str) -> None:
    assert decoded(STORY.encode() * 9 + damaged + STORY.encode())[0] == STORY * 9 + shown + STORY


def test_a_letter_that_begins_the_documents_own_signs_is_not_plain() -> None:
    assert decoded((RUSSIAN + "ok").encode() + b"\xd0k")[0] == RUSSIAN + "ok\ufffdk"
    assert decoded((STORY + "ok").encode() + b"\xd6k")[0] == STORY + "okÖk"


@pytest.mark.parametrize("signs", [b"\xe9", b"\x92", b"\xe9 \x92"])
def test_a_sign_or_two_may_be_bad_where_there_is_but_one_other(signs: bytes) -> None:
    text, encoding, _ = decoded(
        "The owner of Müller’s told ".encode() + signs + b" on Monday that the harbour stays open."
    )
    assert (text[:27], encoding) == ("The owner of Müller’s told ", "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("caf\xe9", "cp1252"), ("The caf\xe9", "cp1252"), ("Ren\xe9e", "cp1252"), ("«CAFÉ»", "cp1252"),
        ("It’s said “many” people", "cp1252"), ("Où est l’île ?", "cp1252"), ("Übung für Schüler", "cp1252"),
        ("Zażółć gęślą jaźń", "cp1250"), ("Большой переезд", "cp1251"),
    ],
)  # fmt: skip
def test_a_headline_in_an_old_charset_is_not_utf_8(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding))[1] != "utf-8"


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"])
def test_accidental_sequences_of_an_old_charset_do_not_make_it_utf_8(encoding: str) -> None:
    text = {"gb18030": CHINESE, "big5hkscs": TRADITIONAL, "cp949": KOREAN}.get(encoding, JAPANESE)
    for end in range(8, len(text), 7):
        assert decoded(text[:end].encode(encoding))[1] != "utf-8"


def test_a_page_that_declares_utf_8_and_holds_none_is_detected() -> None:
    page = f"<meta charset=utf-8><p>{RUSSIAN}"
    assert decoded(page.encode("cp1251")) == (page, "cp1251", "detected")
