"""Reads the values of a rule file's keys; what is wrong is collected, so that all of it is told at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaner.errors import RuleError, quoted
from cleaner.patterns import IGNORECASE, Pattern
from cleaner.rules.matchers import Matcher, SearchTime, compile_matcher
from cleaner.rules.plausible import check_fingerprint, check_host, check_selector, check_speed
from cleaner.rules.schema import LABELS
from cleaner.rules.selectors import chains

_HOST = Pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LANGUAGE_TAG = Pattern(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", IGNORECASE)
# Signs that a name may not hold: they steer a terminal, or turn the order of what stands beside them.
_STEERING = Pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# What one file may hold, so that reading it and its work on a page have an end: a site's file that ships has at most 28
# rules and 135 strings, one of phrases 54 and 924. By hand.
_MOST_STRINGS = 5_000
# Characters of a string, of a name, and of a host name (DNS allows no longer one).
_LONGEST_STRING = 2_000
_LONGEST_NAME = 200
_LONGEST_HOST = 253
# Mistakes of one file that are told; behind them reading ends. By hand.
_MOST_MISTAKES = 50
# Characters of an unknown key that an error tells. By hand.
SHOWN = 100


@dataclass(slots=True)
class Values:
    """The values of one file. Each method reads one key; where its value is wrong it notes the mistake, with file and
    key, and gives an empty value.

    check: whether to try selectors and patterns; own: whether the file is a user's, whose hosts and fingerprints are
    looked at, too; compiled: whether the values were checked when the file was compiled.
    """

    file: str
    check: bool = True
    own: bool = True
    compiled: bool = False
    mistakes: list[str] = field(default_factory=list)
    _time_left: SearchTime = field(default_factory=SearchTime)
    _strings_read: int = 0

    def wrong(self, key: str, what: str) -> None:
        """Note a mistake. Raises `RuleError` with all of them when there are very many."""
        self.mistakes.append(f"{self.file}: {key}: {what}")
        if len(self.mistakes) >= _MOST_MISTAKES:
            self.end()

    def end(self) -> None:
        """Raise a `RuleError` with the mistakes that were noted, if there are any."""
        if self.mistakes:
            raise RuleError(mistakes=self.mistakes)

    def known(self, table: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
        """Note the keys that a table may not have."""
        if self.compiled:
            return
        for key in table:
            if key not in keys:
                self.wrong(f"{where}{key[:SHOWN]}", f"unknown key: use one of {', '.join(keys)}")

    def string(self, table: dict[str, Any], key: str, where: str, required: bool = False) -> str | None:
        """A name or a word."""
        value = table.get(key)
        if value is None and not required:
            return None
        if self.compiled:
            return str(value)
        if not isinstance(value, str) or not value.strip():
            self.wrong(where + key, "a string is needed")
        elif len(value) > _LONGEST_NAME or _STEERING.search(value):
            self.wrong(where + key, f"{quoted(value)}: use at most {_LONGEST_NAME} characters, none of them controls")
        else:
            return value
        return None

    def truth(self, table: dict[str, Any], key: str, where: str) -> bool:
        """True or false."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.wrong(where + key, "true or false is needed")
        return value is True

    def language(self, table: dict[str, Any]) -> str | None:
        """The primary tag of a language."""
        tag = self.string(table, "language", "")
        if tag is not None and _LANGUAGE_TAG.fullmatch(tag) is None:
            self.wrong("language", f"{quoted(tag)} is no language tag: give it as en")
        return tag.partition("-")[0].lower() if tag else None

    def strings(self, table: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
        """A list of strings; a single one counts as a list of it. Raises `RuleError` where the file has too many."""
        if key not in table:
            return ()
        value = table[key]
        if self.compiled:
            return (value,) if isinstance(value, str) else tuple(value)
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(where + key, "a list of strings is needed")
            return ()
        self._strings_read += len(value)
        if self._strings_read > _MOST_STRINGS:
            self.wrong(where + key, f"the file has over {_MOST_STRINGS:,} strings: make several of it")
            self.end()
        for item in value:
            if len(item) > _LONGEST_STRING:
                self.wrong(where + key, f"{quoted(item)} has over {_LONGEST_STRING:,} characters: make it shorter")
        return tuple(item for item in value if len(item) <= _LONGEST_STRING)

    def hosts(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        """Host names, in lower case."""
        hosts = tuple(host.lower().rstrip(".") for host in self.strings(table, key, ""))
        for host in hosts:
            if len(host) > _LONGEST_HOST or _HOST.fullmatch(host) is None:
                self.wrong(key, f"{quoted(host)} is no host name: write it without scheme and path, as example.org")
            elif self.check and self.own:
                self._try(key, lambda host=host: check_host(host))
        return hosts

    def selectors(self, table: dict[str, Any], key: str, where: str, of_part: bool = False) -> tuple[str, ...]:
        """Selectors. of_part: whether one that takes the whole page is a mistake."""
        if key not in table:
            return ()
        selectors = self.strings(table, key, where)
        shown = where + key
        if table.get(key) == []:
            self.wrong(shown, "the list is empty: name a selector, or leave the key out")
        for selector in selectors:
            if not selector.strip():
                self.wrong(shown, "a selector is empty")
            elif self.check:
                self._try_selector(selector, shown, of_part)
        return selectors

    def matchers(self, table: dict[str, Any], key: str, where: str) -> tuple[Matcher, ...]:
        """Matchers of lines."""
        if key not in table:
            return ()
        if where and table.get(key) == []:
            self.wrong(where + key, "the list is empty: name a line, or leave the key out")
        spellings = self.strings(table, key, where)
        if not self.check:
            return tuple(compile_matcher(spelling, LABELS, check=False) for spelling in spellings)
        matchers: list[Matcher] = []
        for spelling in spellings:
            self._try(where + key, lambda spelling=spelling: matchers.append(self._matcher(spelling)))
        return tuple(matchers)

    def fingerprints(self, table: dict[str, Any]) -> tuple[Matcher, ...]:
        """Matchers of lines that one site prints and no other."""
        matchers = self.matchers(table, "fingerprints", "")
        if self.check and self.own:
            for matcher in matchers:
                self._try("fingerprints", lambda matcher=matcher: check_fingerprint(matcher, self._time_left))
        return matchers

    def _matcher(self, spelling: str) -> Matcher:
        matcher = compile_matcher(spelling, LABELS, check=self.check)
        if matcher.pattern is not None and self.check and self.own:
            check_speed(matcher.pattern, self._time_left)
        return matcher

    def _try_selector(self, selector: str, key: str, of_part: bool) -> None:
        def look() -> None:
            chains(selector)
            _page().css(selector)
            if of_part:
                check_selector(selector)

        try:
            self._try(key, look)
        except SelectolaxError:
            self.wrong(key, f"bad selector {quoted(selector)}: it is no CSS")

    def _try(self, key: str, look: Any) -> None:
        """Call what raises a `ValueError` or `RuleError` for a wrong value, and note that."""
        try:
            look()
        except (ValueError, RuleError) as error:
            self.wrong(key, str(error))


@lru_cache(maxsize=1)
def _page() -> LexborHTMLParser:
    """A page on which selectors are tried."""
    return LexborHTMLParser("<p></p>")
