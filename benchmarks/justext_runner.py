"""jusText with the stop words of a page's declared language."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

_STOPLISTS = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan",
    "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French",
    "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian",
    "ms": "Malay", "nb": "Norwegian_Bokmal", "nl": "Dutch", "nn": "Norwegian_Nynorsk", "no": "Norwegian_Bokmal",
    "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
}  # fmt: skip
_WITHOUT_STOPLIST = frozenset({"zh", "ja", "th"})


def justext_runner() -> Callable[[str, str | None], list[str]]:
    """A function that gives the good paragraphs of an HTML page in a declared language: by the stop words of that
    language, else the English ones, or without any.
    """
    justext = importlib.import_module("justext")
    known = justext.get_stoplists()
    lists: dict[str, Any] = {}

    def stop_words(name: str) -> Any:
        if name not in lists:
            lists[name] = justext.get_stoplist(name if name in known else "English")
        return lists[name]

    def good(html: str, language: str | None) -> list[str]:
        if language in _WITHOUT_STOPLIST:
            paragraphs = justext.justext(html, frozenset(), stopwords_low=0, stopwords_high=0)
        else:
            paragraphs = justext.justext(html, stop_words(_STOPLISTS.get(language or "en", "English")))
        return [p.text for p in paragraphs if not p.is_boilerplate]

    return good
