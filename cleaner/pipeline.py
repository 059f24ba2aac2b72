"""The stages in order.

HTML: read, recognise, segment, normalize, label, metadata, assemble.
Text: read, segment, normalize, recognise, label, metadata, assemble; a text is recognised by its normalized lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from cleaner.article import Article
from cleaner.assemble import assemble
from cleaner.errors import InputError, NoArticleError, OptionsError, quoted
from cleaner.label import body_drift, family_drift, label
from cleaner.metadata import describe
from cleaner.model import Page, PageContext, Source
from cleaner.normalize import normalize, normalize_text
from cleaner.options import Options
from cleaner.read import read
from cleaner.recognise import article_body, recognise_html, recognise_text
from cleaner.rules.registry import Registry, shipped, with_user_files
from cleaner.segment import (
    cut_bylines,
    cut_stamps,
    lacks,
    parse_html,
    read_article_body,
    read_raw,
    segment_html,
    segment_text,
)
from cleaner.urls import printable_address, runs_script
from cleaner.version import RELEASED


class Cleaner:
    """A cleaner with its options and rule sets; make one, use it for any number of documents, from any number of
    threads.

    rules: files, packs or folders of rule sets of your own, which come before the shipped ones; user_folder: a folder
    of more, which comes behind them and need not be there. Raises `RuleError` for a wrong rule file among `rules`, and
    `OptionsError` for arguments of other types. Wrong files of `user_folder` are left out: `refused` says why.
    """

    def __init__(
        self,
        options: Options | None = None,
        rules: Iterable[str | Path] = (),
        user_folder: str | Path | None = None,
    ) -> None:
        if not isinstance(options, Options | None):
            raise OptionsError(f"options is {quoted(options)}: use Options(…), or leave it out")
        if not isinstance(user_folder, str | Path | None):
            raise OptionsError(f"user_folder is {quoted(user_folder)}: use the path of a folder, or leave it out")
        self.options = options or Options()
        self._rules = _paths(rules)
        self._user_folder = user_folder
        self._registry = self._load()

    def __reduce__(self) -> tuple[type[Cleaner], tuple[Options, tuple[str | Path, ...], str | Path | None]]:
        return Cleaner, (self.options, self._rules, self._user_folder)

    @property
    def registry(self) -> Registry:
        """The rule sets in force."""
        return self._registry

    @property
    def refused(self) -> tuple[str, ...]:
        """What is wrong with files of `user_folder` that were left out, a line for each mistake."""
        return self._registry.refused

    def reload(self) -> None:
        """Read your own rule sets anew; documents that are being cleaned keep the old ones. Raises `RuleError` for a
        wrong file, and then the old ones stay in force.
        """
        self._registry = self._load()

    def _load(self) -> Registry:
        return with_user_files(self._rules, self._user_folder) if self._rules or self._user_folder else shipped()

    def clean(
        self, data: str | bytes, *, url: str | None = None, charset: str | None = None, fetched: date | None = None
    ) -> Article:
        """Clean one document.

        data: a page or text; bytes are decoded as browsers do.
        url: where it came from, if known; nothing is fetched, and one that can't be read as an address is left out.
        charset: what HTTP said of the bytes, if known; it counts more than what the page declares, and an unknown one
        is left out.
        fetched: the day (in UTC) on which it was fetched, or the last of a crawl: no page bears a later date than the
        day after, which it may be elsewhere. None takes the day on which it is cleaned.
        Raises an `InputError` for what is empty, binary, undecodable or beyond the limits, and for a `url`, `charset`
        or `fetched` of another type.
        """
        options = self.options
        address, day = _address(url), _day(fetched)
        source = read(data, options, charset)
        page, context, confidence = self.labelled(source, address)
        described = describe(page, context, partial(normalize_text, options=options), day)
        article = assemble(source, page, context, described, confidence, options)
        if options.strict and not article.text:
            raise NoArticleError("the page holds no article")
        return article

    def labelled(self, source: Source, url: str | None) -> tuple[Page, PageContext, float]:
        """The labelled blocks of a document that was read, what was recognised of it, and the confidence; training
        looks at these.
        """
        page, context = self.segmented(source, url)
        labelled = label(page, context, self._registry, self.options)
        return page, context.with_fields(labelled.fields), labelled.confidence

    def segmented(self, source: Source, url: str | None) -> tuple[Page, PageContext]:
        """The blocks of a document that was read, not yet labelled, and what was recognised of it."""
        return self._html(source, url) if source.html else self._text(source, url)

    def _html(self, source: Source, url: str | None) -> tuple[Page, PageContext]:
        parser = parse_html(source.data, self.options.limits)
        context = recognise_html(parser, url, self._registry, self.options)
        page = self._page(parser, context)
        stated, favour = article_body(context.entities), self.options.favour
        drift = body_drift(page, stated, favour) if context.layout is not None else None
        refused = family_drift(page, [family.slug for family in context.families], stated, favour)
        if drift is not None or refused:
            context = recognise_html(parser, url, self._registry, self.options, drift or context.drift, refused)
            page = self._page(parser, context)
        return page, context

    def _page(self, parser: LexborHTMLParser, context: PageContext) -> Page:
        limits = self.options.limits
        page = read_raw(segment_html(parser, context.marks, limits), parser, context.marks, limits)
        body = article_body(context.entities)
        if body and lacks(page, body):
            read_article_body(page, parser, body, limits)
        normalize(page.blocks, self.options)
        return page

    def _text(self, source: Source, url: str | None) -> tuple[Page, PageContext]:
        text = source.data if isinstance(source.data, str) else source.data.decode()
        page = segment_text(text, self.options.limits.blocks)
        normalize(page.blocks, self.options)
        context = recognise_text(page.blocks, url, self._registry, self.options)
        page.blocks = cut_bylines(cut_stamps(page.blocks, text, context.rules), context.rules)
        return page, context


def _paths(rules: Iterable[str | Path]) -> tuple[str | Path, ...]:
    """The paths of rule files; a single one counts as a list of it. Raises `OptionsError` for what is no path."""
    listed = (rules,) if isinstance(rules, (str, Path)) else rules
    paths = tuple(listed) if isinstance(listed, Iterable) else (listed,)
    for path in paths:
        if not isinstance(path, (str, Path)):
            raise OptionsError(f"rules: {quoted(path)} is no path: use a list of files and folders")
    return paths


def _address(url: str | None) -> str | None:
    """A URL that can be parsed and leads to a page; None for any other text (`http://[example`, `javascript:…`): a
    broken address does not fail its page.

    Raises an `InputError` for what is no text.
    """
    if not isinstance(url, str | None):
        raise InputError(f"the url is {quoted(url)}: give it as text, https://example.org/story, or leave it out")
    try:
        urlsplit(url or "")
    except ValueError:
        return None
    return printable_address(url) if url and not runs_script(url) else None


def _day(fetched: date | None) -> date:
    """The day on which a page was fetched: today where nobody knows, unless the clock is wrong.

    Raises an `InputError` for what is no day.
    """
    if fetched is None:
        return max(datetime.now(UTC).date(), RELEASED)
    if not isinstance(fetched, date):
        raise InputError(f"fetched is {quoted(fetched)}: give it as a datetime.date, or leave it out")
    return fetched.date() if isinstance(fetched, datetime) else fetched


def clean(
    data: str | bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    fetched: date | None = None,
    options: Options | None = None,
) -> Article:
    """Clean one document with the shipped rule sets: see `Cleaner.clean`."""
    return Cleaner(options).clean(data, url=url, charset=charset, fetched=fetched)
