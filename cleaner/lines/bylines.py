"""Bylines in the languages of the phrase files: lines that name the authors and hold nothing else."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from cleaner import dates
from cleaner.lines.agencies import is_agency
from cleaner.patterns import IGNORECASE, Pattern, either

# Characters; a longer line is no byline. By hand.
LONGEST = 140
# Languages whose weekdays are told from names.
_WEEKDAYS = dates.weekday_pattern("en de fr es it nl pt pl ru sv no da is")

# Names are capitalized; a trade may follow a comma. "By Monday evening" begins no byline.
_ENGLISH_BY = r"(?i:by|words by|written by|story by|text by|reported by|posted by)"
_ENGLISH_WEEKDAY = dates.weekday_pattern("en")
_NAME = r"\p{Lu}[\p{L}.'’-]*"
_SMALL_WORDS = r"(?:and|&|de|del|der|di|da|van|von|bin|al|el|la|le|of|for|in)"
_ENGLISH = Pattern(
    rf"^{_ENGLISH_BY}\s+(?!{_ENGLISH_WEEKDAY}\b){_NAME}(?: (?:{_NAME}|{_SMALL_WORDS}))*"
    r"(?:, ?\p{L}[\p{L}.'’ -]*){0,4}$"
)


def _prefix() -> str:
    """The pattern of what a byline begins with, by the words of `bylines.toml`. Group `other`: nobody wrote there."""
    before_names, before_colon = [], []
    for words in _words().values():
        if "by" in words:
            before_names.append(_before_by(words) + either(words["by"]))
        if "author" in words:
            before_colon.append(f"{either(words['author'])}(?: {either(words['of'])})?")
        if "colon" in words:
            before_colon.append(either(words["colon"]))
    names, colon = "|".join(before_names), "|".join(before_colon)
    return rf"(?:{names})(?:\s?[:：]\s?|\s+)|(?:{colon})\s?[:：/／|｜=＝]\s?"


def _before_by(words: dict[str, list[str]]) -> str:
    """The pattern of what may stand before "by" in one language."""
    if "doing" not in words:
        return ""
    if "edited" in words:
        return f"(?:(?:{either(words['doing'])}|(?P<other>{either(words['edited'])}))(?: and [a-z]+)? )?"
    article = f"(?:{either(words['article'])} )?" if "article" in words else ""
    guest = f"{either(words['guest'])}?" if "guest" in words else ""
    return f"(?:{article}{guest}{either(words['doing'])} )?"


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    """The words of `bylines.toml`, by language."""
    return tomllib.loads((Path(__file__).parent / "bylines.toml").read_text("utf-8"))


_PREFIX = Pattern(_prefix, IGNORECASE)


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first two letters of all words that `_PREFIX` may begin with, in lower case. Without case a dotless ı is an
    i to the pattern.
    """
    lists = (words for by_kind in _words().values() for words in by_kind.values())
    return frozenset(word[:2].lower().replace("ı", "i") for words in lists for word in words)


# East Asian bylines end in the trade, or it stands before the name without a space ("記者会見" is a press conference).
_EAST_ASIAN_TRADE = r"(?:기자|특파원|선임기자|인턴기자|논설위원|記者|特派員|編集委員)"
_HANGUL_NAME, _KANJI_NAME = r"\p{Hangul}{2,4}", r"[\p{Han}\p{Hiragana}\p{Katakana}]{3,7}"
_TITLED = Pattern(
    rf"(?:[\p{{L}}]{{2,12}}[ =·/])?(?P<name>{_HANGUL_NAME}|{_KANJI_NAME})\s?{_EAST_ASIAN_TRADE}(?:\s\S+@\S+)?"
    r"|(?:本报|本報)?(?:记者|記者)(?!会|會)(?P<name>\p{Han}{2,4})(?:[／/]\p{Han}{2,8})?"
)
_AND = either("and und et y e en og och ja i a és și şi ve dan và и та و with mit avec con".split())
_SPLIT = Pattern(
    rf"\s*(?:[,;|•·⋅∙、，/／&]|\s[–—-]\s|\s{_AND}\s|\s(?=(?:published|updated|posted|last updated)\b))\s*",
    IGNORECASE,
)
_PARTICLE = r"(?:d[aeiou]s?|del|dell[ao]|der|den|di|du|van|von|zu|ten|ter|bin|ben|ibn|al|el|la|le|lo|y|af|’t|'t)"
_CAPITALIZED = r"(?:[dlo]['’])?\p{Lu}[\p{L}\p{M}.'’-]*"
_PERSON = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\. )*(?:{_PARTICLE} )?{_CAPITALIZED}(?: (?:{_PARTICLE} )*{_CAPITALIZED}){{0,4}}"
_CASED = Pattern(_PERSON)
_SIGN = r"[\p{Lo}\p{M}\u200c\u200d'׳]{2,}"
_EAST = r"\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}"
_UNCASED = Pattern(rf"{_SIGN}(?:[ ·・]{_SIGN}){{1,3}}|[{_EAST}][{_EAST}ー·・]{{1,11}}")
_TRADES = (
    "correspondent", "reporter", "writer", "editor", "journalist", "contributor", "columnist", "expert", "specialist",
    "analyst", "fellow", "professor", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "journaliste",
    "correspondant", "correspondante", "corresponsal", "redattore", "redattrice", "verslaggever", "correspondente",
)  # fmt: skip
_TRADE = Pattern(rf"\b{either(_TRADES)}\b", IGNORECASE)
_OUTLETS = (
    "bureau", "desk", "staff", "times", "post", "news", "press", "agencies", "agency", "news service", "special to",
    "redaktion", "rédaction", "redacción", "redacção", "redação", "redazione", "redactie",
)  # fmt: skip
_OUTLET = Pattern(rf"\b{either(_OUTLETS)}\b|\p{{Han}}(?:報導|報道|报道|报导|[电電])$", IGNORECASE)
_PHOTOS = Pattern(r"(?:foto|photo|bild|image|video|grafik|фото|圖|图|写真|사진)", IGNORECASE)
# The words between a name and a date, with the day of the week: "Jan de Vries op maandag", "Jana Beispiel am".
_BEFORE_WEEKDAY = r"(?:am|vom|on|as of)(?:\s+\p{L}+\.?)?"
_BEFORE_SMALL_WEEKDAY = r"(?:le|op|el|il|em|den|d\.|dnia|dne)(?:\s+\p{Ll}+\.?)?"
BEFORE_DATE = Pattern(rf"(?<=\S)\s+(?:{_BEFORE_WEEKDAY}|{_BEFORE_SMALL_WEEKDAY})\s*,?\s*$")
_BEFORE_TRADE = (", ", " | ", " · ", " ⋅ ", " – ", " — ", " - ")
_AROUND = " ()（）[]【】［］*|·•⋅∙–—-"
_SIGNED = Pattern(rf"(?P<name>{_PERSON}){either(_BEFORE_TRADE)}(?P<trade>[\p{{L}} .'’&-]{{4,50}})")
# "From Jane Doe in Cairo"; without "From" it may be a headline.
_PLACED = Pattern(rf"From (?P<name>{_PERSON}),? in (?P<place>{_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}})")
# Capitalized words that begin no name.
_NO_NAME = Pattern(rf"(?:the|an?|at|from|how|in|on|why) |{_WEEKDAYS}", IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether a line names authors and holds nothing else but their trade, agency or place and a date.

    >>> is_byline("By Jane Doe, Health Editor"), is_byline("By Monday evening the quay was shut")
    (True, False)
    """
    return len(line) <= LONGEST and (bool(names(line)) or is_english_byline(line))


def is_english_byline(line: str) -> bool:
    """Whether a line is an English byline by its form alone: "By" and capitalized words to its end.

    >>> is_english_byline("Words by Jane Doe and Tim Muster"), is_english_byline("By and large it rained")
    (True, False)
    """
    return _ENGLISH.match(line) is not None


def names(line: str) -> list[str]:
    """The authors that a byline names, without trades, places, agencies beside them and dates; an empty list for a line
    that is no byline.

    >>> names("Von Jana Beispiel und Tim Muster, Berlin")
    ['Jana Beispiel', 'Tim Muster']
    >>> names("Door AFP"), names("Edited by Jane Doe")
    (['AFP'], [])
    """
    if not line or len(line) > LONGEST:
        return []
    inner = line if line[0].isalpha() and line[-1].isalpha() else line.strip(_AROUND)
    # Most lines begin with no such word, and a look at two letters is a tenth of the pattern's work.
    may_begin = not inner.isascii() or inner[:2].lower() in _beginnings()
    prefix = _PREFIX.match(inner) if may_begin else None
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
    """The names of a line that holds names and nothing else, without a word such as "By". Its form alone does not prove
    that they sign.

    >>> bare("Jane Doe and Tim Muster"), bare("Jane Doe wins")
    (['Jane Doe', 'Tim Muster'], [])
    """
    parts = _parts(line)
    return parts if all(map(_is_name, parts)) else []


def with_date(line: str) -> list[str]:
    """The names that stand beside a date in a line.

    >>> with_date("Jane Doe · Posted: 8 August 2024")
    ['Jane Doe']
    """
    return [part for part in _parts(line) if _is_name(part)]


def _parts(line: str) -> list[str]:
    return [part for part in _SPLIT.split(line.strip(_AROUND)) if part] if len(line) <= LONGEST else []


def _people(text: str) -> list[str]:
    """The names in the text behind a byline's prefix; an empty list where the text holds anything else than names,
    trades, places, agencies, photo credits and a date.
    """
    text = _without_date(text.strip(" .:"))
    parts = [part for part in _SPLIT.split(text) if part]
    people: list[str] = []
    for i, part in enumerate(parts):
        part, _, place = part.partition(" in ")
        if place and not _CASED.fullmatch(place):
            return []
        if i == 0 and is_agency(part):
            return [part]
        if _is_name(part) and not (people and (_is_beside(part) or part.isupper() > people[0].isupper())):
            people.append(_without_trade(part))
        elif i == 0 or not _goes_with(part, text):
            return []
    return people


def _without_date(text: str) -> str:
    """A byline without the date at its end and the words before that date.

    >>> _without_date("Jan de Vries op maandag 4 maart 2024")
    'Jan de Vries'
    """
    if not dates.may_hold(text):
        return text
    words = text.split(" ")
    at = next((i for i, word in enumerate(words) if i and (word[:1].isdigit() or dates.is_month(word.strip(",")))), 0)
    if not at or words[at - 1].endswith(("-", "|", "•", "·")) or dates.find(" ".join(words[at:])) is None:
        return text
    return BEFORE_DATE.sub("", " ".join(words[:at])).rstrip(" ,")


def _without_trade(part: str) -> str:
    """A name without the trade that follows it without a comma.

    >>> _without_trade("Jane Doe Political Editor")
    'Jane Doe'
    """
    words = part.split()
    return " ".join(words[:2]) if len(words) > 3 and _TRADE.search(words[-1]) else part


def _is_name(part: str) -> bool:
    """Whether a text has the form of a person's name: two to five capitalized words, or two to four words in a script
    without capitals.
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
