"""Lines that end in a photo's credit or open as captions do, in mid-text, and lines that only look like them."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.lines.photo_credits import is_credited, opens_caption
from tests.pages import FERRY

QUAY = "The quay at Low Fell in winter"
CAPTIONS = [
    f"{QUAY} (Photo by Jane Doe/Getty Images)",
    f"{QUAY} (Jane Doe/AFP/Getty Images)",
    f"{QUAY}. (AP Photo/Jane Doe, File)",
    f"{QUAY}. [Getty]",
    f"{QUAY} [File: Jane Doe/Reuters]",
    f"{QUAY}.Photograph: Jane Doe/The Post",
    f"{QUAY}. Ảnh: Nguyễn Văn A",
    f"{QUAY}. REUTERS/Jane Doe/File Photo",
    f"{QUAY} © AFP",
    f"{QUAY}. AFP PHOTO / JANE DOE",
    f"{QUAY}. Credit...Jane Doe for The Post",
    f"{QUAY}. Foto: dpa",
    f"{QUAY} (Foto: Jane Doe/dpa)",
    f"{QUAY}. Photo : Jane Doe / AFP",
    f"{QUAY} — Foto: Reprodução/TV Porto",
    f"{QUAY}. Фото: ТАСС", f"{QUAY}. Kuva: Jane Doe / Lehtikuva", f"{QUAY}. Fot. Jan Kowalski", f"{QUAY}Getty Images",
    f"{QUAY}. Courtesy of Jane Doe",
    f"{QUAY}. Pool Photo via AP",
    "冬天的码头。（图/路透社）",
    "冬の埠頭（写真：ロイター）",
    "겨울의 부두. [사진=연합뉴스]",
    "Image copyright Getty Images",
    f"Image caption {QUAY}",
    f"Media caption {QUAY}.",
    "Image source, Getty Images",
    f"Pie de foto, {QUAY}.",
    f"Подпись к фото, {QUAY}", f"FILE PHOTO: {QUAY}.",
]  # fmt: skip
OTHERS = [
    "Photo: the word comes from the Greek for light",
    "Image is everything, the mayor said",
    "Picture this: a quay without ships.",
    "The quay was shut on Monday. (Reuters)",
    "The quay was shut (again)",
    "He said that the firm sued Getty Images",
    "By Jane Doe/AFP",
    "Photos by residents show the quay before the storm",
    "Source: World Bank",
    "Image resolution: 300 dpi",
    "Credits: 3 per semester",
    '"logo": "https://quay.example/images/logo.png",', "1/2 cup of sugar / AP flour",
]  # fmt: skip


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_leaves_the_text(line: str) -> None:
    article = cleaner.clean("\n\n".join([FERRY[0], line, *FERRY[1:]]))
    assert article.text == "\n\n".join(FERRY)


@pytest.mark.parametrize("line", OTHERS)
def test_what_only_looks_like_a_credit_stays(line: str) -> None:
    assert not is_credited(line)
    assert not opens_caption(line)


def test_a_sentence_that_a_caption_repeats_stays() -> None:
    caption = "The ferryman met the council on Monday and spoke about the cost of the quay."
    text = "\n\n".join([FERRY[0], caption, *FERRY[1:]])
    assert cleaner.clean(f"{caption} (AFP)\n\n{text}").text.endswith(text)


def test_a_series_of_pictures_stays() -> None:
    text = "\n\n".join(f"{part[:-1]}. Photo: Jane Doe" for part in FERRY)
    assert cleaner.clean(text).text == text


@pytest.mark.parametrize("seller", ["Adobe Stock", "AdobeStock", "stock.adobe.com", "iStock", "Alamy Stock Photos"])
def test_a_seller_of_pictures_behind_a_caption_is_a_credit(seller: str) -> None:
    assert is_credited(f"The quay in winter. {seller}")
    assert is_credited(f"The quay in winter. {seller}, file")
    assert not is_credited(f"What {seller} asks for it, and what it pays")
