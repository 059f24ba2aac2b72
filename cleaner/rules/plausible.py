"""What is well spelt in a rule file and still wrong: a selector that takes the whole page, a host of many sites,
a fingerprint that any site prints, a pattern that takes time without end.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cleaner.errors import RuleError, quoted
from cleaner.model import Block
from cleaner.rules.matchers import Matcher, SearchTime
from cleaner.rules.selectors import chains
from cleaner.rules.toml_files import tables_of
from cleaner.urls import is_public_suffix

# A page without names: what a selector hits here it hits on any page. By hand.
_BARE_PAGE = (
    "<html><head><title>x</title></head><body><main><article><h1>x</h1><p>x <a>x</a></p><ul><li>x</li></ul>"
    "<blockquote><p>x</p></blockquote><div><span>x</span></div></article></main></body></html>"
)
# The last element of a selector that is the page itself, whatever class it has.
_PAGE_ELEMENT = re.compile(r"(?:html|body|:root)(?![\w-])", re.IGNORECASE)
# Patterns without two repetitions that have no end take at most the square of a line.
_ENDLESS = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\})")
_WORD = re.compile(r"\w+")
_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|]")
_LITERAL_BEGINNING = re.compile(r"\^?((?:[\w ,:'-](?![*+?{]))*)")
# What lines are made of that make a pattern go back and forth; their characters; words of the pattern that are tried.
# By hand.
_FILLERS = ("a", "a ", "A, ", "1", " ", ". ", "- ")
_PUMPED = 1_000
_WORDS_TRIED = 12


def check_host(host: str) -> None:
    """Refuse an address and a public suffix (of which many sites are part). Raises `ValueError` with the reason.

    >>> check_host("co.uk")
    Traceback (most recent call last):
    ValueError: 'co.uk' is a public suffix, under which sites of many owners stand: name the site's own host
    """
    if host.rpartition(".")[2].isdigit():
        raise ValueError(f"{quoted(host)} is an address, not a site's name: write the host as example.org")
    if is_public_suffix(host):
        raise ValueError(
            f"{quoted(host)} is a public suffix, under which sites of many owners stand: name the site's own host"
        )


def check_selector(selector: str) -> None:
    """Refuse a selector of a body or a removal that takes a whole page, on any site. Raises `ValueError`.

    >>> check_selector("main > *")
    >>> check_selector("body.single")
    Traceback (most recent call last):
    ValueError: selector 'body.single' matches the whole page: name the part of it that is meant
    """
    of_page = any(_PAGE_ELEMENT.match(chain[-1].compound) for chain in chains(selector))
    if not of_page:
        page = _bare_page()
        hit = {node.mem_id for node in page.css(selector)}
        of_page = bool(hit) and all(node.mem_id in hit for node in page.css("body, main, article, p"))
    if of_page:
        raise ValueError(f"selector {quoted(selector)} matches the whole page: name the part of it that is meant")


@lru_cache(maxsize=1)
def _bare_page() -> LexborHTMLParser:
    return LexborHTMLParser(_BARE_PAGE)


def check_fingerprint(matcher: Matcher, time_left: SearchTime) -> None:
    """Refuse a fingerprint that lines of any site match. Raises `ValueError` with the reason."""
    if matcher.literal is None and matcher.pattern is None:
        raise ValueError(f"{quoted(matcher.spelling)} is found on any site: name a line that this site alone prints")
    for line in _common_lines():
        if matcher.matches(Block(line), time_left):
            raise ValueError(
                f"{quoted(matcher.spelling)} hits other sites' pages, too ({quoted(line)}): name a line that this site "
                f"alone prints"
            )


@lru_cache(maxsize=1)
def _common_lines() -> tuple[str, ...]:
    """Lines that pages of any site may hold."""
    path = Path(__file__).parent / "common_lines.toml"
    return tuple(tables_of(path.read_text("utf-8"), path.name)["lines"])


def check_speed(pattern: str, time_left: SearchTime) -> None:
    """Refuse a pattern that takes too long on a line made for it: its own words, over and over, then what it can't end
    with, and what it spells out (without which no search begins). Raises `ValueError` with the reason.

    time_left: what the patterns of one file may take together.
    """
    body = pattern[1:].rpartition("/")[0]
    if len(_ENDLESS.findall(body)) < 2:
        return
    beginning = _LITERAL_BEGINNING.match(body)
    heads = dict.fromkeys(("", beginning[1] if beginning else ""))
    spelt = re.sub(r"\\\w", " ", body)
    words = dict.fromkeys(_WORD.findall(spelt))
    end = "\x7f" + _SPECIAL.sub("", spelt)
    try:
        for head in heads:
            for pump in (*_FILLERS, *list(words)[:_WORDS_TRIED]):
                time_left.search(pattern, f"{head}{pump * (_PUMPED // len(pump))}"[:_PUMPED] + end)
    except RuleError as error:
        raise ValueError(str(error)) from None
