"""The words of date stamps, all languages in one dictionary: a word tells its roles, its number and its languages.
Built when first met.

English has a small table of its own, for most lines need no more; a line with a word that it lacks asks the table of
the Latin languages, and one in another script the table of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaner.canonical import canonical
from cleaner.patterns import Pattern

# What Unicode's compatibility form leaves to be folded: marks of Latin, Greek, Hebrew and Arabic, joiners, dashes,
# quotes, and letters that two scripts share.
_GONE = [
    *range(0x300, 0x370),
    *range(0x591, 0x5BE),
    0x640,
    *range(0x64B, 0x656),
    0x670,
    0x93C,
    0x9BC,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
]
_FOLD = dict.fromkeys(_GONE, "") | str.maketrans({
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "‘": "'", "’": "'", "ʼ": "'", "׳": ".",
    "״": ".",
    "،": ",", "、": ",", "॰": ".", "。": ".",
    "·": "|", "•": "|", "・": "|", "∙": "|", "●": "|", "│": "|", "»": "|", "›": "|", "【": "[", "】": "]", "〔": "[",
    "〕": "]", "～": "~",
    "ı": "i", "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ە": "ه", "ۃ": "ة", "ھ": "ه",
})  # fmt: skip
_MARK_OF_UNSPACED = r"\u0e00-\u0e7f\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff"
# "a. m.", μ.μ., ق.ظ
_DOTTED = r"[apπμقبه]\.\s?[mμظش](?![\p{L}\p{M}])\.?"
_ASCII = Pattern(r"\d+|[ap]\.\s?m\b\.?|[a-z]+(?:'[a-z]+)*|[+-](?:0\d|1[0-4]):?(?:00|15|30|45)(?![\d:])|[^\sa-z\d]")
ENGLISH, LATIN, ALL = range(3)
# Letters of the shortest whole name of a weekday ("lundi").
_WHOLE_WEEKDAY = 5
PAST_LATIN = "\u0250"


class Word(NamedTuple):
    """A word or phrase: the code of its roles in `grammar`, a number or an offset, and the languages that have it.

    A month that is another one elsewhere ("listopada") has no number but `by_language`.
    """

    code: str
    value: int | str | None
    languages: frozenset[str]
    by_language: dict[str, int] | None = None


def fold(text: str) -> str:
    """The key of a text: lower case, without accents, dashes and quotes alike, full-width signs as plain ones.

    >>> fold("Février – ２０２１")
    'fevrier - 2021'
    """
    if text.isascii():
        return text.lower()
    return canonical("NFKD", text.translate(_FOLD)).translate(_FOLD).lower().replace("元年", "1年")


def tokens(folded: str) -> list[str]:
    """The words, numbers and signs of a folded text. Text of a script without spaces falls into the words that are
    known, and single letters.

    >>> tokens("posted: 3 march 2021, 4 p.m.")
    ['posted', ':', '3', 'march', '2021', ',', '4', 'p.m']
    """
    pieces = (_ASCII if folded.isascii() else _wide()).findall(folded)
    return [piece.replace(" ", "").rstrip(".") if "." in piece and len(piece) > 1 else piece for piece in pieces]


@cache
def _wide() -> Pattern:
    known = sorted(
        {fold(phrase) for _, _, phrase, _ in _entries() if phrase[-1] > PAST_LATIN and _is_unspaced(phrase)},
        key=len,
        reverse=True,
    )
    alternatives = "|".join(part.replace(".", r"\.") + (r"\.?" if "." in part else "") for part in known)
    return Pattern(
        rf"\d+|(?=[{_MARK_OF_UNSPACED}])(?:{alternatives}|.)|{_DOTTED}"
        rf"|(?:(?![{_MARK_OF_UNSPACED}])[\p{{L}}\p{{M}}])+(?:'[\p{{L}}\p{{M}}]+)*"
        r"|[+-](?:0\d|1[0-4]):?(?:00|15|30|45)(?![\d:])|\S"
    )


def _is_unspaced(phrase: str) -> bool:
    return "\u0e00" <= phrase[0] <= "\u0e7f" or "\u3005" <= phrase[0] <= "\ud7a3"


# The roles of a word, one letter each: M month, W weekday, P published, U updated, a particle, H hour, N minute, S
# second, Y L D signs of year, month and day, p half of the day, z zone, i zone that says no offset, J Persian month, Q
# Hijri month, q k b marks of the Hijri, Persian and Buddhist year, E era, O what calls a date one of something else
# than the page. A word that has two of them bears the letter of the pair; of other pairs the role that stands first
# here holds.
PAIRS = {"MW": "B", "MU": "K", "Wa": "V", "Wz": "Z", "Wp": "C", "WH": "G", "ap": "A", "Ha": "h"}
_ROLES = "MUPYLDJQEqkbzipWHNSaO"


def letters(role: str) -> str:
    """The codes of words that may have a role."""
    return role + "".join(code for pair, code in PAIRS.items() if role in pair)


@cache
def table(size: int) -> tuple[dict[str, Word], dict[str, int]]:
    """Of `ENGLISH`, `LATIN` or `ALL`: folded phrases, their tokens parted by spaces, to what they mean.

    And the first words of phrases of several, to how many tokens the longest has.
    """
    roles: dict[str, dict[str, list[tuple[str, int | str | None]]]] = {}
    for language, role, phrase, value in _entries():
        if size == ENGLISH and language != "en":
            continue
        if size == ALL or phrase[0] < PAST_LATIN:
            key = fold(phrase)
            key = key if key.isalpha() else " ".join(tokens(key))
            roles.setdefault(key, {}).setdefault(role, []).append((language, value))
    longest: dict[str, int] = {}
    for key in roles:
        first, space, rest = key.partition(" ")
        if space:
            longest[first] = max(longest.get(first, 0), rest.count(" ") + 2)
    return {key: _word(meanings) for key, meanings in roles.items()}, longest


@cache
def months() -> frozenset[str]:
    """The folded names of months, of all languages."""
    from cleaner.dates import names

    return frozenset(
        fold(form) for twelve in names.MONTHS.values() for forms in twelve.split("; ") for form in forms.split(",")
    )


def month_names(language: str, *, short: bool = True) -> list[str]:
    """The names of months in a language, as they are printed; short: with the short forms and variants.

    >>> month_names("en")[:5]
    ['January', 'Jan', 'February', 'Feb', 'March']
    >>> month_names("en", short=False)[:3]
    ['January', 'February', 'March']
    """
    from cleaner.dates import names

    twelve = [forms.split(",") for forms in names.MONTHS[language].split("; ")]
    return [form for forms in twelve for form in (forms if short else forms[:1])]


def weekday_names(language: str) -> list[str]:
    """The whole names of weekdays in a language, as they are printed: of five letters or more, and no beginning of
    another.

    >>> weekday_names("de")
    ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag', 'Sonnabend']
    """
    from cleaner.dates import names

    forms = names.WEEKDAYS[language].split(",")
    whole = []
    for form in forms:
        is_cut = any(other.startswith(form) and other[len(form) : len(form) + 1].isalpha() for other in forms)
        if len(form) >= _WHOLE_WEEKDAY and not is_cut:
            whole.append(form)
    return whole


def _word(meanings: dict[str, list[tuple[str, int | str | None]]]) -> Word:
    if len(meanings) == 1:
        ((code, values),) = meanings.items()
        if len(values) == 1:
            return Word(code, values[0][1], frozenset((values[0][0],)))
    else:
        code = next(
            (code for pair, code in PAIRS.items() if meanings.keys() >= set(pair)), min(meanings, key=_ROLES.index)
        )
    told = {role: values for role, values in meanings.items() if role in code or code in letters(role)}
    numbers = {language: value for values in told.values() for language, value in values if value is not None}
    same = len(set(numbers.values())) == 1
    by_language = {language: int(value) for language, value in numbers.items()} if numbers and not same else None
    return Word(
        code,
        next(iter(numbers.values())) if same else None,
        frozenset(language for values in told.values() for language, _ in values),
        by_language,
    )


def _entries() -> Iterator[tuple[str, str, str, int | str | None]]:
    """(language, role, phrase, value) of every word."""
    from cleaner.dates import calendars, names, words, zones  # long, and not needed before the first line with a year

    for language, twelve in names.MONTHS.items():
        for number, forms in enumerate(twelve.split("; "), 1):
            yield from ((language, "M", form, number) for form in forms.split(","))
    for role, table in (
        ("W", names.WEEKDAYS), ("W", words.EAST_ASIAN_WEEKDAYS), ("P", words.PUBLISHED), ("U", words.MODIFIED), ("a",
        words.PARTICLES), ("H", words.HOURS),
        ("N", words.MINUTES), ("S", words.SECONDS), ("Y", words.YEARS), ("L", words.MONTH_SIGNS), ("D", words.DAYS),
        ("O", words.OTHER_EVENTS),
    ):  # fmt: skip
        for language, phrases in table.items():
            yield from ((language, role, phrase, None) for phrase in phrases.split(",") if phrase)
    for half, table in enumerate((words.AM, words.PM)):
        for language, phrases in table.items():
            yield from ((language, "p", phrase, half) for phrase in phrases.split(","))
    for zone, offset in (zones.ZONES | zones.PLACES).items():
        yield "en", "z", zone, offset
    yield from (("en", "i", zone, None) for zone in zones.UNSAID)
    for language, role, twelve in (("fa", "J", calendars.PERSIAN), ("ar", "Q", calendars.HIJRI)):
        for number, forms in enumerate(twelve.split("; "), 1):
            yield from ((language, role, form, number) for form in forms.split(","))
    for language, role, phrases in (
        ("ar", "q", calendars.HIJRI_MARKS),
        ("fa", "k", calendars.PERSIAN_MARKS),
        ("th", "b", calendars.BUDDHIST_MARKS),
    ):
        yield from ((language, role, phrase, None) for phrase in phrases.split(","))
    yield from (("ja", "E", era, base) for era, base in calendars.ERAS.items())
