"""Bylines in the languages of the phrase files: lines that name the authors and hold nothing else."""

from __future__ import annotations

import re

from cleaner import dates
from cleaner.lines.agencies import DAYS, is_agency
from cleaner.patterns import IGNORECASE, Pattern

# A longer line is none.
LONGEST = 140
# Names are capitalized; what follows a comma may be a trade. "By Monday evening" begins no byline.
ENGLISH = Pattern(
    r"^(?i:by|words by|written by|story by|text by|reported by|posted by)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day\b)"
    r"\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|and|&|de|del|der|di|da|van|von|bin|al|el|la|le|of|for|in))*(?:, "
    r"?\p{L}[\p{L}.'’ -]*){0,4}$"
)
# Words that a name follows at once: prepositions and what leads to them.
_BEFORE_NAMES = (
    r"(?:(?:words|story|text|photos|reporting|report|posted|written|reported|published|(?P<other>edited|reviewed"
    r"|translated))(?: and [a-z]+)? )?by",
    r"(?:(?:verfasst|geschrieben|aufgezeichnet"
    r"|(?:eine? )?(?:gast)?(?:kommentar|analyse|beitrag|interview|kolumne|reportage|essay|glosse|bericht|porträt"
    r"|kritik)) )?von",
    r"(?:propos recueillis |écrit |rédigé |texte )?par|(?:escrito |redactado )?por|texto de|entrevista de|(?:a cura "
    r"|scritto |testo )?di|dal nostro inviato",
    r"(?:geschreven )?door|(?:skriven |skrevet )?a[vf]|oleh|napsala?|napisała?|opracowała?|oprac\.|rozmawiała?|a "
    r"consemnat|scris de",
    r"подготовила?|підготува(?:в|ла)|بقلم|به قلم|מאת|本报记者|本報記者|记者|記者",
)
# Words that a colon or a stroke follows.
_BEFORE_COLON = (
    r"text|texte|texto|tekst|teksti|testo|authors?|autor(?:in|en|a|i|ka|zy|es|ři|e|ii)?|auteure?s?|autore|autrice"
    r"|auteur|reporter|journalist|correspondent",
    r"interview|protokoll|reportage|reportagem|kirjoittaja|toimittaja|szerzők?|írta|szöveg|haber|yazar|yazan|muhabir"
    r"|penulis|pewarta|laporan|redaktor(?:ka)?",
    r"tác giả|bài|thực hiện|người viết",
    r"автор(?:ы|и|ка)?(?: (?:текста|статьи|материала|тексту|статті|матеріалу))?|текст|корреспондент(?:ка)?"
    r"|кореспондент(?:ка)?",
    r"كتب|كتبت|[إا]عداد|الكاتب|تقرير|حوار|نو[یي]سنده|خبرنگار|گزارشگر|گزارش از|כתבת?|כתיבה|लेखक|लेखिका|रिपोर्टर|रिपोर्ट"
    r"|संवाददाता|द्वारा",
    r"作者|文|撰文|撰稿|通讯员|供稿|文字|取材・文|取材|執筆|ライター|著者|筆者|글|취재|글·사진",
)
_PREFIX = Pattern(
    rf"(?:{'|'.join(_BEFORE_NAMES)})(?:\s?[:：]\s?|\s+)|(?:{'|'.join(_BEFORE_COLON)})\s?[:：/／|｜=＝]\s?", IGNORECASE
)
# East Asian bylines end in the trade, or it stands before the name without a space ("記者会見" is a press conference).
_TITLED = Pattern(
    r"(?:[\p{L}]{2,12}[ =·/])?(?P<name>\p{Hangul}{2,4}|[\p{Han}\p{Hiragana}\p{Katakana}]{3,7})"
    r"\s?(?:기자|특파원|선임기자|인턴기자|논설위원|記者|特派員|編集委員)(?:\s\S+@\S+)?"
    r"|(?:本报|本報)?(?:记者|記者)(?!会|會)(?P<name>\p{Han}{2,4})(?:[／/]\p{Han}{2,8})?"
)
_SPLIT = Pattern(
    r"\s*(?:[,;|•·、，/／&]|\s[–—-]\s|\s(?:and|und|et|y|e|en|og|och|ja|i|a|és|și|şi|ve|dan|và|и|и|та|و|with|mit|avec"
    r"|con)\s"
    r"|\s(?=(?:published|updated|posted|last updated)\b))\s*",
    IGNORECASE,
)
_PARTICLE = r"(?:d[aeiou]s?|del|dell[ao]|der|den|di|du|van|von|zu|ten|ter|bin|ben|ibn|al|el|la|le|lo|y|af|’t|'t)"
_CAPITALIZED = r"(?:[dlo]['’])?\p{Lu}[\p{L}\p{M}.'’-]*"
_PERSON = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\. )*(?:{_PARTICLE} )?{_CAPITALIZED}(?: (?:{_PARTICLE} )*{_CAPITALIZED}){{0,4}}"
_CASED = Pattern(_PERSON)
_SIGN = r"[\p{Lo}\p{M}\u200c\u200d'׳]{2,}"
_EAST = r"\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}"
_UNCASED = Pattern(rf"{_SIGN}(?:[ ·・]{_SIGN}){{1,3}}|[{_EAST}][{_EAST}ー·・]{{1,11}}")
_TRADE = Pattern(
    r"\b(?:correspondent|reporter|writer|editor|journalist|contributor|columnist|expert|specialist|analyst|fellow"
    r"|professor|redakteur(?:in)?|korrespondent(?:in)?"
    r"|journaliste|correspondante?|corresponsal|redattore|redattrice|verslaggever|correspondente)\b",
    IGNORECASE,
)
_OUTLET = Pattern(
    r"\b(?:bureau|desk|staff|times|post|news|press|agencies|agency|news service|special to|redaktion|rédaction"
    r"|redacción|redacção|redação|redazione|redactie)\b"
    r"|\p{Han}(?:報導|報道|报道|报导|[电電])$",
    IGNORECASE,
)
_PHOTOS = Pattern(r"(?:foto|photo|bild|image|video|grafik|фото|圖|图|写真|사진)", IGNORECASE)
# What leads to a date behind a name, with the day of the week: "Jan de Vries op maandag", "Jana Beispiel am".
BEFORE_DATE = Pattern(
    r"(?<=\S)\s+(?:(?:am|vom|on|as of)(?:\s+\p{L}+\.?)?|(?:le|op|el|il|em|den|d\.|dnia|dne)(?:\s+\p{Ll}+\.?)?)\s*,?\s*$"
)
_BEFORE_TRADE = (", ", " | ", " – ", " — ", " - ")
_AROUND = " ()（）[]【】［］*|·•–—-"
_SIGNED = Pattern(
    rf"(?P<name>{_PERSON})(?:{'|'.join(map(re.escape, _BEFORE_TRADE))})(?P<trade>[\p{{L}} .'’&-]{{4,50}})"
)
# "From Jane Doe in Cairo"; without "From" it may be a headline.
_PLACED = Pattern(rf"From (?P<name>{_PERSON}),? in (?P<place>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}})")
# Capitalized words that begin no name.
_NO_NAME = Pattern(rf"(?:the|an?|at|from|how|in|on|why) |{DAYS}", IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether a line names authors and holds nothing else but their trade, agency or place and a date."""
    return len(line) <= LONGEST and (bool(names(line)) or ENGLISH.match(line) is not None)


def names(line: str) -> list[str]:
    """The authors that a byline names, without trades, places, agencies beside them and dates; none of a line that is
    no byline.

    "Von Jana Beispiel und Tim Muster, Berlin" → Jana Beispiel, Tim Muster; "Door AFP" → AFP.
    """
    if not line or len(line) > LONGEST:
        return []
    inner = line if line[0].isalpha() and line[-1].isalpha() else line.strip(_AROUND)
    prefix = _PREFIX.match(inner)
    if prefix is not None:
        return [] if prefix["other"] else _people(inner[prefix.end() :])
    if not inner.isascii() and (titled := _TITLED.fullmatch(inner)):
        return [titled["name"]]
    if (
        any(sign in inner for sign in _BEFORE_TRADE)
        and (signed := _SIGNED.fullmatch(inner))
        and _TRADE.search(signed["trade"])
        and _is_name(signed["name"])
    ):
        return [signed["name"]]
    if inner.startswith("From ") and (placed := _PLACED.fullmatch(inner)) and _is_name(placed["name"]):
        return [placed["name"]]
    return []


def bare(line: str) -> list[str]:
    """The names of a line that holds names and nothing else, without a word such as "By": it takes more than its form
    to tell that they sign.
    """
    parts = _parts(line)
    return parts if all(map(_is_name, parts)) else []


def with_date(line: str) -> list[str]:
    """The names that stand beside a date in a line: "Jane Doe · Posted: 8 August 2024"."""
    return [part for part in _parts(line) if _is_name(part)]


def _parts(line: str) -> list[str]:
    return [part for part in _SPLIT.split(line.strip(_AROUND)) if part] if len(line) <= LONGEST else []


def _people(text: str) -> list[str]:
    """The names that stand after a byline's prefix; none where what stands there is not names and what goes with them."""
    text = _without_date(text.strip(" .:"))
    parts = [part for part in _SPLIT.split(text) if part]
    found: list[str] = []
    for i, part in enumerate(parts):
        part, _, place = part.partition(" in ")
        if place and not _CASED.fullmatch(place):
            return []
        if i == 0 and is_agency(part):
            return [part]
        if _is_name(part) and not (found and (_is_beside(part) or part.isupper() > found[0].isupper())):
            found.append(_without_trade(part))
        elif i == 0 or not _goes_with(part, text):
            return []
    return found


def _without_date(text: str) -> str:
    """A byline without the date that ends it, and what leads to that: "Jan de Vries op maandag 4 maart 2024"."""
    if not dates.may_hold(text):
        return text
    words = text.split(" ")
    at = next((i for i, word in enumerate(words) if i and (word[:1].isdigit() or dates.is_month(word.strip(",")))), 0)
    if not at or words[at - 1].endswith(("-", "|", "•", "·")) or dates.find(" ".join(words[at:])) is None:
        return text
    return BEFORE_DATE.sub("", " ".join(words[:at])).rstrip(" ,")


def _without_trade(part: str) -> str:
    """A name that a trade follows without a comma: "Jane Doe Political Editor"."""
    words = part.split()
    return " ".join(words[:2]) if len(words) > 3 and _TRADE.search(words[-1]) else part


def _is_name(part: str) -> bool:
    """Whether a text has the form of a person's name: two to five capitalized words, or two to four in a script without
    capitals.
    """
    if _NO_NAME.match(part) or _TRADE.fullmatch(part):
        return False
    return _UNCASED.fullmatch(part) is not None or (" " in part and _CASED.fullmatch(part) is not None)


def _goes_with(part: str, text: str) -> bool:
    """Whether a part of a byline may stand beside names: a trade, a place, an agency, a photo's credit, or the line's
    date.
    """
    if any(sign.isdigit() for sign in part):
        return dates.find(text) is not None
    return _is_beside(part) or _PHOTOS.match(part) is not None or _CASED.fullmatch(part) is not None


def _is_beside(part: str) -> bool:
    """Whether a part tells what an author does or for whom."""
    return _TRADE.search(part) is not None or _OUTLET.search(part) is not None or is_agency(part)
