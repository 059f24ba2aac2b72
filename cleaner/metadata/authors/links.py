"""Names in bylines that link to pages of authors and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner.metadata.authors import parse, person
from cleaner.metadata.authors.clean import clean_name
from cleaner.model import Block, Style, styled_runs
from cleaner.patterns import IGNORECASE, Pattern

_LINK = Style.LINK
# Directories of authors' pages, in the languages of the phrase files.
_AUTHORS = frozenset((
    "author", "authors", "by", "byline", "bylines", "contributor", "contributors", "columnist", "columnists",
    "journalist", "journalists", "reporter", "reporters", "writer", "writers", "correspondent", "correspondents",
    "interviewer", "interviewers", "redakteur", "redakteure", "autor", "autoren", "autores", "autora", "autoras",
    "autori", "autorka", "autorzy", "autore", "autrice", "auteur", "auteurs", "redacteur", "redacteurs", "redactor",
    "redactores", "journaliste", "journalistes", "periodista", "periodistas", "giornalista", "giornalisti",
    "jornalista", "jornalistas", "colunista", "colunistas", "forfatter", "forfattere", "skribent", "skribenter",
    "kirjoittaja", "kirjoittajat", "toimittaja", "toimittajat", "yazar", "yazarlar", "penulis", "avtor", "avtory",
    "avtori", "szerzo", "szerzok",
))  # fmt: skip
_ANY_AUTHOR = "|".join(sorted(_AUTHORS))
_AUTHOR_PAGE = Pattern(rf"/(?:[\w-]+-)?(?:{_ANY_AUTHOR})[/=][^/?#]|[?&](?:{_ANY_AUTHOR})=[^&]", IGNORECASE)
# Directories of people's pages; these are authors' only where a byline links to them.
_PEOPLE = "people|persons?|staff|team|profiles?|profil|users?|u|members?|editors?|about|about-us"
_PERSON_PAGE = Pattern(rf"/(?:{_PEOPLE})/[^/?#]|/@\w", IGNORECASE)


def _links(block: Block, is_wanted: Callable[[str], bool]) -> Iterator[str]:
    """The texts of a block's links whose address passes a test."""
    for run in styled_runs(block):
        if run.style == _LINK and is_wanted(run.href or ""):
            yield " ".join(run.text.split())


def _anywhere(_: str) -> bool:
    return True


def _to_author(address: str) -> bool:
    """Whether an address is that of an author's page.

    >>> _to_author("https://post.example/author/jane-doe")
    True
    """
    parts = address.lower().replace("-", "/").replace("=", "/").replace("?", "/").replace("&", "/").split("/")
    return not _AUTHORS.isdisjoint(parts) and _AUTHOR_PAGE.search(address) is not None


def _to_person(address: str) -> bool:
    """Whether an address is that of a person's page."""
    return _PERSON_PAGE.search(address) is not None or _to_author(address)


def linked_names(block: Block) -> list[str]:
    """The names of a byline each of which is a link of its own; none where fewer than two are."""
    names: dict[str, None] = {}
    for text in _links(block, _anywhere):
        name = clean_name(text)
        if person.is_person(name) and parse.mentions(block.text, name):
            names[name] = None
    return list(names) if len(names) > 1 else []


def author_links(block: Block, known: bool) -> list[str]:
    """The people whose names link to an author's page.

    known: whether the line is known for a byline: then pages of people and users are authors', too, and nicknames are
    names.
    """
    links = list(_links(block, _to_person if known else _to_author))
    if not links:
        return links
    names: list[str] = []
    byline = parse.without_other_credits(block.text)
    for text in links:
        linked = [clean_name(text)]
        if not person.is_person(linked[0]) and (parse.is_byline(text) or parse.after_by(text)):
            linked = parse.of_byline(text)
        for name in linked:
            is_nickname = known and len(name) > 1 and " " not in name
            if name in byline and (person.is_person(name) or is_nickname):
                names.append(name)
    return list(parse.unique(names))
