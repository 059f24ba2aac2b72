"""Which language a text is written in: by a count of function words, which needs nothing, and by py3langid, an optional
extra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from threading import Lock

from cleaner.patterns import Pattern

# Characters of a sample: 600 tell a language as well as 2,000 do (python -m training.languages).
SAMPLE = 600
# Characters that one line gives to a sample at most, so that a line in another language does not decide (by hand).
_PIECE = 200
# Different function words that a language needs to be told (by hand).
_VOTES = 3
# Probability from which on an answer of py3langid is taken: it reaches it on a third of texts of 20 characters, and on
# nearly all of 80.
SURE = 0.8


def sample(texts: Iterable[str], size: int = SAMPLE) -> str:
    """The beginnings of the longest lines, together about `size` characters: long lines are prose, menus are short.

    >>> sample(["Home", "The mill has closed.", "News"], size=20)
    'The mill has closed.'
    """
    pieces: list[str] = []
    left = size
    for text in sorted(texts, key=len, reverse=True):
        pieces.append(text[:_PIECE])
        left -= len(pieces[-1]) + 1
        if left <= 0:
            break
    return "\n".join(pieces)


def vote(text: str) -> str | None:
    """The language of a sample by its script, its letters or its function words, as a primary tag; None where they tell
    none.

    It knows the languages of the phrase files, and serves to choose among these: a language that is written like one
    of them may be taken for it. The answer does not depend on the packages that are installed.

    >>> vote("The mill has closed, and nobody knows who was the last to leave.")
    'en'
    """
    if len(text) - len(text.encode("latin-1", "ignore")) > _SHARE * len(text):
        code = _by_script(text)
        if code is not None:
            return code
    votes: dict[str, int] = {}
    lower = text.lower()
    for sign in _SIGNS.keys() & {*lower.split(), *_LETTERS.intersection(lower)}:
        for code in _SIGNS[sign]:
            votes[code] = votes.get(code, 0) + 1
    best = max(votes, key=lambda code: (votes[code], code == "en", code), default="en")
    return best if votes.get(best, 0) >= _VOTES else None


def identify(text: str) -> str | None:
    """The language of a sample as py3langid tells it, as a primary tag; None where it is not sure, or not installed
    (the extra `language`).
    """
    with _LOADING:
        classify = _classifier() if text else None
    if classify is None:
        return None
    code, probability = classify(text)
    return code if probability >= SURE else None


def primary(said: str) -> str | None:
    """The primary tag of a language as pages declare it (`en-US`, `de_AT.UTF-8`, `fre`, `English`, `en, fr`), in lower
    case; None for what is none.

    Withdrawn tags become those of today (`iw` is `he`); tags for no, several or an unknown language (`zxx`, `mul`,
    `und`) and placeholders are none.

    >>> primary("en-US"), primary("Deutsch"), primary("und")
    ('en', 'de', None)
    """
    match = _TAG.match(said)
    if match is None:
        return None
    tag = _TAGS.get(word := match[1].lower(), word)
    return tag if 2 <= len(tag) <= 3 and tag.isascii() and tag not in _NO_LANGUAGE else None


def direction(tag: str | None) -> str | None:
    """`rtl` or `ltr`, as a language (a primary tag) is written; None for none."""
    return None if tag is None else "rtl" if tag in _RIGHT_TO_LEFT else "ltr"


_TAG = Pattern(r"\s*+(\p{L}++)\s*+(?:$|[-_.,;(@/|])")
_NO_LANGUAGE = frozenset(("und", "mul", "zxx", "mis", "xx", "xxx", "zz", "na"))
# Withdrawn tags, those of three letters for languages that have one of two, and the names that sites write.
_TAGS = {
    word: tag
    for tag, words in {
        "ar": "ara arabic", "bg": "bul bulgarian", "cs": "ces cze czech", "da": "dan danish",
        "de": "deu ger german deutsch", "el": "ell gre greek",
        "en": "eng english", "es": "spa spanish español", "fa": "fas per persian farsi", "fi": "fin finnish",
        "fr": "fra fre french français",
        "he": "iw heb hebrew", "hi": "hin hindi", "hu": "hun hungarian", "id": "in ind indonesian",
        "it": "ita italian italiano",
        "ja": "jpn japanese", "ko": "kor korean", "nl": "nld dut dutch nederlands", "no": "nor norwegian",
        "pl": "pol polish",
        "pt": "por portuguese português", "ro": "mo ron rum romanian", "ru": "rus russian", "sv": "swe swedish",
        "tr": "tur turkish",
        "uk": "ukr ukrainian", "ur": "urd urdu", "vi": "vie vietnamese", "yi": "ji yid yiddish",
        "zh": "zho chi chinese",
    }.items()
    for word in words.split()
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "ha", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"))
_LOADING = Lock()


@cache
def _classifier() -> Callable[[str], tuple[str, float]] | None:
    """py3langid with its own model, made once; None where the extra `language` is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        return None
    classify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).classify
    return classify


def _by_script(text: str) -> str | None:
    """The language that a script is most often used for, or that other whose own letters are more."""
    for code, script in _SCRIPTS:
        if len(script.findall(text)) > _SHARE * len(text):
            for other, its, own, least in _OWN_LETTERS.get(code, ()):
                if sum(map(text.count, its)) > max(sum(map(text.count, own)), least * len(text)):
                    return other
            return code
    return None


# Share of the sample that must be in a script (kana stand among many more Chinese characters). The first script that
# reaches it tells the language.
_SHARE = 0.1
# Share of the letters that Urdu and Sorani have and Persian lacks: a tenth of their own texts, single ones of Persian
# texts (by hand).
_OFTEN = 0.02
_SCRIPTS = (
    ("ja", Pattern(r"[\p{Script=Hiragana}\p{Script=Katakana}]")),
    ("ko", Pattern(r"\p{Script=Hangul}")),
    ("zh", Pattern(r"\p{Script=Han}")),
    ("ru", Pattern(r"\p{Script=Cyrillic}")),
    ("ar", Pattern(r"\p{Script=Arabic}")),
    ("he", Pattern(r"\p{Script=Hebrew}")),
    ("hi", Pattern(r"\p{Script=Devanagari}")),
    ("el", Pattern(r"\p{Script=Greek}")),
    ("bn", Pattern(r"\p{Script=Bengali}")),
    ("ta", Pattern(r"\p{Script=Tamil}")),
    ("am", Pattern(r"\p{Script=Ethiopic}")),
)
# By the script's first language, the others that are told from it: the letters that this one has, the letters that it
# lacks, and the share of the text that the former must exceed. The first that holds is the language.
_OWN_LETTERS: dict[str, tuple[tuple[str, str, str, float], ...]] = {
    "ru": (("sr", "јљњћђџ", "ыэёъ", 0), ("uk", "іїєґ", "ыэёъ", 0), ("bg", "ъ", "ыэё", 0)),
    "ar": (("ur", "ٹڈڑںےہ", "كيىةإ", _OFTEN), ("ku", "ێۆڵڕە", "كيىةإ", _OFTEN), ("fa", "پچژگکی", "كيىةإ", 0)),
}
# Function words that are frequent in news, of each language those that tell it best from its neighbours, and letters
# that few others have.
_WORDS = {
    "ca": "el els les i que en una amb per del és com més però seu als dels aquest aquesta han són va al ser també ç ï",
    "cs": "je se že na ve jsou podle ale pro jsem které který bylo byl jeho také už před která při nebo ě ř ů",
    "da": "og er det af til på der ikke med har blev efter også være mere hun jeg kan fra over blevet sig vil æ ø",
    "de": "der die das und ist nicht mit ein eine auch sich auf den dem für von wird sind im zu ß ä",
    "en": "the of and to is that for was with it are by this have from at you not be or",
    "es": "el los las de que y en un una por con para se del es como más pero su lo ñ",
    "fi": "ja on ei että se hän oli mutta myös ovat kun joka mukaan sen kuin tai ole olisi ovat jos niin voi vain "
    "siitä ä",
    "fr": "le la les des et est dans une un pour qui que sur au par pas plus avec du ce œ",
    "ha": "da ya ta na a ne ce shi su an ba don cewa kuma wannan ga amma mai masu zuwa sun cikin ƙ ɗ ɓ",
    "hr": "je u i na se da za od su koji koja nije s kao će bi što bio ali iz samo ili kako ć đ",
    "hu": "a az és hogy nem is egy volt meg azt ez csak már mint szerint pedig ki lehet el van még ha vagy amely után "
    "ő ű",
    "id": "yang dan di ini itu dengan untuk dari pada dalam tidak akan juga ke oleh bisa ada saat adalah karena",
    "is": "og að er sem til með fyrir var ekki það um við en af hann hún hafa verið frá eftir var þ ð ö",
    "it": "il di che e la per un non con del della sono una gli anche i nel alla ha più",
    "ku": "û ku li di ji de bi ne jî wê xwe ev ew bû hat kir got ser vê her lê î ê ş ç",
    "ms": "yang dan di dengan untuk pada dalam tidak juga oleh adalah kerana berkata beliau daripada boleh turut kata "
    "katanya manakala iaitu apabila menurut",
    "nl": "de het een van en is niet dat met op voor zijn ook te aan er bij naar wordt",
    "no": "og er det av til på som ikke med har ble etter også være mer hun jeg kan fra over blitt seg vil æ ø",
    "pl": "i w na z nie się że do jest to jak po co przez są tym był tego oraz dla ą ę ł",
    "pt": "o os as de que e do da em um uma para com não por mais se dos no na ao foi ã õ",
    "ro": "și şi în de la cu pe nu din care este un o că sunt mai pentru a fost după ă ț ţ",
    "sk": "je sa že na vo sú podľa ale pre som ktoré ktorý ktorá bolo bol jeho tiež už pri alebo ako aj od po ľ ŕ ô",
    "sv": "och är det av till på som inte med har efter också vara mer hon jag kan från över blivit sig att för den ä",
    "sw": "ya wa na kwa ni katika za la kuwa cha hiyo huo hilo hicho huyo alisema wakati baada kabla lakini pia hii",
    "tr": "ve bir bu için ile da de çok olarak olan daha gibi en sonra ise kadar ancak olduğunu her ne mi ama değil ı "
    "ğ ş",
    "vi": "và của là có cho được các không người một trong với những này đã khi để từ đ ơ ư",
}
_SIGNS: dict[str, tuple[str, ...]] = {}
for _code, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _SIGNS[_word] = (*_SIGNS.get(_word, ()), _code)
_LETTERS = frozenset(sign for sign in _SIGNS if len(sign) == 1 and not sign.isascii())
