"""Heads of scraped text, made of what the gold says of a page: title, deck, authors and day, as extractors print them
above the body, in eight forms and in the language of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.corpora import Page
from benchmarks.meta_names import same_title
from cleaner import dates

# Words of bylines, of the day of publication, and sections' names, by language; others print those of English.
_BY = {
    "en": "By", "de": "Von", "fr": "Par", "es": "Por", "it": "Di", "pt": "Por", "nl": "Door", "sv": "Av", "no": "Av",
    "nb": "Av", "da": "Af", "pl": "Autor:", "cs": "Autor:", "ru": "Автор:", "uk": "Автор:", "el": "Του", "tr": "Yazan:",
    "ja": "文:", "zh": "作者：", "ko": "글:", "vi": "Tác giả:", "is": "Eftir", "id": "Oleh", "ar": "بقلم:",
}  # fmt: skip
_PUBLISHED = {
    "en": "Published", "de": "Veröffentlicht am", "fr": "Publié le", "es": "Publicado el", "it": "Pubblicato il",
    "pt": "Publicado em", "nl": "Gepubliceerd op", "sv": "Publicerad", "no": "Publisert", "nb": "Publisert",
    "da": "Offentliggjort", "pl": "Opublikowano", "ru": "Опубликовано", "uk": "Опубліковано", "tr": "Yayınlanma",
    "ja": "公開日", "zh": "发布时间", "ko": "입력", "vi": "Ngày đăng", "is": "Birt", "id": "Diterbitkan", "ar": "نشر",
}  # fmt: skip
_SECTIONS = {
    "en": ("News", "Opinion", "Business"), "de": ("Politik", "Wirtschaft", "Kultur"), "fr": ("Monde", "Sport", "Idées"),
    "es": ("Internacional", "Cultura", "Sociedad"), "it": ("Cronaca", "Esteri", "Sport"), "pt": ("Mundo", "Economia"),
    "nl": ("Binnenland", "Sport"), "sv": ("Nyheter", "Kultur"), "no": ("Nyheter", "Sport"), "da": ("Indland", "Kultur"),
    "pl": ("Kraj", "Sport"), "ru": ("Политика", "Общество"), "tr": ("Gündem", "Spor"), "ja": ("社会", "経済"),
    "zh": ("国际", "社会"), "ko": ("사회", "경제"), "vi": ("Thời sự", "Thế giới"), "is": ("Innlent", "Íþróttir"),
}  # fmt: skip
_PHOTOGRAPHERS = ("Bo Lund/PA Wire", "Tim Muster/AFP via Getty Images", "Harbour Post archive")
_DAY_FIRST, _MONTH_FIRST, _NUMBERS = range(3)
_SEPARATORS = (" | ", " - ", " – ")
_EAST = ("ja", "zh", "ko")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says, in its language: title, deck, names and day, empty where the gold does not know.

    turn: a number of the page, by which one of several ways to print a thing is taken.
    """

    title: str
    deck: str
    names: tuple[str, ...]
    day: str
    language: str
    turn: int

    @property
    def byline(self) -> str:
        """The line that names the authors."""
        by = _BY.get(self.language, "By")
        space = "" if by.endswith("：") else " "
        return f"{by}{space}{self.signed}" if self.names else ""

    @property
    def signed(self) -> str:
        """The authors' names alone."""
        if self.language == "en" and len(self.names) > 1:
            return f"{', '.join(self.names[:-1])} and {self.names[-1]}"
        return ", ".join(self.names)

    @property
    def date(self) -> str:
        """The day as a page in that language prints it."""
        if not self.day:
            return ""
        year, month, day = self.day[:4], int(self.day[5:7]), int(self.day[8:10])
        if self.language in _EAST:
            marks = ("년 ", "월 ", "일") if self.language == "ko" else ("年", "月", "日")
            return f"{year}{marks[0]}{month}{marks[1]}{day}{marks[2]}"
        form = self.turn % 3
        if self.language not in _BY or (form == _NUMBERS and self.language != "en"):
            return f"{day:02}.{month:02}.{year}"
        name = dates.month_names({"nb": "no"}.get(self.language, self.language), short=False)[month - 1]
        if self.language == "en" and form != _DAY_FIRST:
            return f"{name} {day}, {year}"
        return (
            f"{day}. {name} {year}" if self.language in ("de", "da", "no", "nb", "is", "cs") else f"{day} {name} {year}"
        )

    @property
    def section(self) -> str:
        """The name of a section."""
        names = _SECTIONS.get(self.language, _SECTIONS["en"])
        return names[self.turn % len(names)]

    @property
    def caption(self) -> str:
        """A caption with its credit."""
        return f"{self.names[0] if self.names else 'The quay'}. Photo: {_PHOTOGRAPHERS[self.turn % 3]}"

    @property
    def dated(self) -> str:
        """The day with the word for its publication."""
        return f"{_PUBLISHED.get(self.language, 'Published')}: {self.date}" if self.day else ""

    @property
    def joined(self) -> str:
        """Names and day on one line."""
        return _SEPARATORS[self.turn % 3].join(part for part in (self.signed, self.date) if part)

    @property
    def page_title(self) -> str:
        """The title with a site's name."""
        return f"{self.title}{_SEPARATORS[self.turn % 3]}Harbour Post"


Lines = list[str]
# The lines of each form; empty ones are left out. The first form is the only one without evidence in the text.
FORMS: Mapping[str, Callable[[Head], Lines]] = {
    "title alone": lambda head: [head.title],
    "title, byline, day": lambda head: [head.title, head.byline, head.date],
    "kicker, title, deck, byline, day": lambda head: [head.section, head.title, head.deck, head.byline, head.dated],
    "day, title, names": lambda head: [head.date, head.title, head.signed],
    "title, names and day on a line": lambda head: [head.title, head.joined],
    "title, deck, caption, byline, day": lambda head: [head.title, head.deck, head.caption, head.byline, head.date],
    "page title, title, day, byline": lambda head: [head.page_title, head.title, head.dated, head.byline],
    "kicker, title twice, byline, age, day": lambda head: [
        head.section, head.title, head.title, head.byline, "2 hours ago", head.date,
    ],
}  # fmt: skip


def head_of(page: Page, language: str | None, turn: int) -> Head:
    """The head of a page that has a title.

    language: the tag that the page declares.
    """
    day = page.date[:10] if page.date and len(page.date) >= 10 else ""
    names = tuple(" ".join(name.split()) for name in page.authors)
    return Head(_line(page.title), _line(page.deck), names, day, (language or "en")[:2], turn)


def body_below(page: Page) -> str:
    """The gold body of a page, without the title and the deck that it may begin with."""
    lines = (page.body or "").strip().split("\n")
    heads = [text for text in (page.title, page.deck) if text]
    while lines and (not lines[0].strip() or any(same_title(lines[0], text) for text in heads)):
        del lines[0]
    return "\n".join(lines)


def text_of(form: str, head: Head, body: str) -> str:
    """A scraped text: the head in a form, with or without blank lines between its lines, above the body."""
    lines = [line for line in FORMS[form](head) if line]
    between = ("\n\n", "\n")[head.turn % 2]
    return f"{between.join(lines)}\n\n{body}\n"


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


# Lines that open an article's text and are no title: headings of sections, questions, a speaker, a verse.
OPENERS = (
    "Key Takeaways", "Quick summary", "At a glance", "Introduction", "Overview", "What happened?", "The short version",
    "In this article", "Zusammenfassung", "Das Wichtigste in Kürze", "En bref", "Resumen", "In breve", "Background",
    "Why it matters", "How does it work?", "Who is behind it?", "What you need to know", "Step 1: Gather your tools",
    "Chapter One", "Abstract", "The bottom line", "Ingredients", "ANN HOLT:", "Ann Holt: The quay is ours.",
    "Q: Who pays for the quay?", "Moderator", "The tide came in, the tide went out,\nThe bell rang twice for tea,",
    "O harbour light, O harbour light,\nHow lonely you must be", "Dear reader",
    "Hello everyone", "Day one", "1. The quay",
    "Getting started", "Tl;dr", "Part 1", "Was bisher geschah", "Les faits", "Lo esencial", "要点", "概要", "Кратко",
)  # fmt: skip
